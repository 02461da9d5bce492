import datetime as dt
import json

import pytest

from etl.records import Article, Extraction
from etl.sources.lines import LineFault, read


def lines(*objects: object) -> list[bytes]:
    return [(each if isinstance(each, str) else json.dumps(each)).encode() + b"\n" for each in objects]


FIGURE = {"record": "figure", "article": "a", "measure": "killed", "low": 3, "start": "2025-04-13"}


@pytest.mark.parametrize("key", ["text", "body", "content"])
def test_articles_under_the_usual_keys(key: str) -> None:
    fields = {key: "It fell.", "headline": "Fall", "link": "https://tass.com/1", "date": "14 April 2025"}
    assert list(read(lines(fields), "feed")) == [
        Article("feed-1", "It fell.", "Fall", "TASS", "https://tass.com/1", dt.date(2025, 4, 14))
    ]


def test_records_are_gathered_by_article() -> None:
    head = {"record": "article", "article": "a", "published": "2025-04-14", "unknown": 1}
    [found] = read(lines(FIGURE, head, {**FIGURE, "measure": "injured"}), "r")
    assert isinstance(found, Extraction)
    assert found.article == Article("a", published=dt.date(2025, 4, 14))
    assert [getattr(record, "measure", "") for record in found.records] == ["killed", "injured"]


def test_an_article_record_with_a_text_and_no_records_is_to_be_read() -> None:
    assert list(read(lines({"record": "article", "article": "a", "text": "It fell."}), "r")) == [
        Article("a", "It fell.")
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not JSON"),
        ("[1]", "is list"),
        ('{"title": "No text"}', "has no text"),
        ('{"text": "   "}', "has no text"),
        ('{"text": "It fell.", "published": "2025-02-30"}', "published='2025-02-30' is not a day"),
        ({**FIGURE, "measure": "vanished"}, "measure='vanished'"),
        ({**FIGURE, "start": "2025-02-30"}, "start='2025-02-30'"),
        ({**FIGURE, "end": "2025-04-12"}, "is after"),
        ({**FIGURE, "record": "rumour"}, "record='rumour'"),
        ({**FIGURE, "low": "many"}, "low='many'"),
        ("[" * 5000, "not JSON"),
    ],
    ids=["broken", "list", "no text", "blank text", "bad day", "measure", "date", "span", "kind", "number", "deep"],
)
def test_a_bad_line_is_reported_by_number_and_the_rest_is_read(line: object, words: str) -> None:
    bad, good = read(lines({"text": "It fell."}, line)[::-1], "feed")
    assert isinstance(bad, LineFault)
    assert bad.line == 1
    assert words in bad.reason
    assert isinstance(good, Article)


def test_a_line_that_is_not_utf8() -> None:
    [bad] = read([b'{"text": "caf\xe9"}'], "feed")
    assert bad == LineFault(1, "is not UTF-8 (byte 13)")
