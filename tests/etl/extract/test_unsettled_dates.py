import datetime as dt

import pytest

from etl.extract.calendar import dates, unsettled_dates
from etl.extract.layout import segments, sentences
from etl.extract.reading import Reading
from etl.records import Article

DAY = dt.date(2025, 4, 14)


@pytest.mark.parametrize(
    ("text", "published", "issues"),
    [
        ("It fell on Friday. It rose yesterday.", None, ["Friday"]),
        ("It fell on Friday. It rose recently.", DAY, []),
        ("It fell on 04/05/2025.", DAY, ["04/05/2025"]),
        ("A day earlier it rained.", DAY, ["A day earlier"]),
        ("It fell a few days ago, and in recent weeks.", DAY, []),
        ("It fell on 4 May 2024.", None, []),
    ],
    ids=["no day of publication", "vague", "day or month first", "no anchor", "vaguer", "written out"],
)
def test_what_nothing_fixes_is_an_issue(text: str, published: dt.date | None, issues: list[str]) -> None:
    article = Article("a", text, published=published)
    parts = segments.divide(article)
    reading = Reading(article, parts, dates.mark(text, sentences.split(text, parts)))
    found = list(unsettled_dates.extract(reading))
    assert [issue.text for issue in found] == issues
    assert all(text[issue.start : issue.end] == issue.text for issue in found)
