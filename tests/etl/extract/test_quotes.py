"""Quotes of whole pieces, written by us in the manner of many outlets, with what a careful reader finds in them."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from etl.extract.extractor import extract
from etl.extract.reader import read
from etl.extract.speech.quotes import extract as quotes
from etl.records import Article, Issue, Quote

OUTLETS = Path(__file__).parents[2] / "fixtures" / "outlets"


def read_quotes(text: str) -> list[Quote]:
    article = Article(article="test", text=text, published=dt.date(2024, 5, 15))
    return [record for record in extract(article).records if isinstance(record, Quote)]


@pytest.mark.parametrize("path", sorted(OUTLETS.glob("*.toml")), ids=lambda path: path.stem)
def test_reads_pieces_in_the_manner_of(path: Path) -> None:
    piece = tomllib.loads(path.read_text(encoding="utf-8"))
    found = [[quote.speaker or "", quote.text] for quote in read_quotes(piece["text"]) if quote.form == "direct"]
    assert found == piece["quotes"]


def issues(text: str) -> list[Issue]:
    reading = read(Article(article="test", text=text, published=dt.date(2024, 5, 15)))
    return [found for found in quotes(reading) if isinstance(found, Issue)]


def test_evidence_is_the_passage_with_its_attribution() -> None:
    text = 'The road is closed. "We are cut off," Olena Kovalchuk said. "Nobody comes." It rained.'
    [quote] = [quote for quote in read_quotes(text) if quote.form == "direct"]
    assert quote.evidence == '"We are cut off," Olena Kovalchuk said. "Nobody comes."'
    assert text[quote.evidence_start : quote.evidence_end] == quote.evidence
    assert quote.text == "We are cut off, Nobody comes."


def test_evidence_of_a_quotation_without_cue_holds_the_sentence_before() -> None:
    text = 'It rained. Olena Kovalchuk lost her house. "The roof came down on us."'
    [quote] = read_quotes(text)
    assert quote.evidence == 'Olena Kovalchuk lost her house. "The roof came down on us."'
    assert (quote.speaker, quote.rule) == ("Olena Kovalchuk", "quote_carried")


def test_evidence_of_a_question_holds_who_asked() -> None:
    [quote] = read_quotes('"Why are we here?" Olena Kovalchuk asked on Monday. It rained.')
    assert quote.evidence == '"Why are we here?" Olena Kovalchuk asked on Monday.'


def test_keeps_the_day_and_the_rule() -> None:
    [quote] = [quote for quote in read_quotes('"We hold," Olena Kovalchuk said on Monday.') if quote.form == "direct"]
    assert (quote.said_on, quote.rule) == (dt.date(2024, 5, 13), "quote_tail")


def test_reported_speech_is_an_indirect_quote() -> None:
    [quote] = read_quotes("Olena Kovalchuk said that the road was closed.")
    assert (quote.form, quote.speaker, quote.text) == ("indirect", "Olena Kovalchuk", "the road was closed")


def test_a_quotation_that_nobody_says_is_an_issue_and_has_no_speaker() -> None:
    text = '"It was loud and then it was dark," she said.'
    [issue] = issues(text)
    assert (issue.stage, issue.text) == ("quotes", "It was loud and then it was dark,")
    assert text[issue.start : issue.end] == issue.text
    assert [quote.speaker for quote in read_quotes(text)] == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param('"We hold," a White House official said.', None, id="an_official"),
        pytest.param('"We hold," one of the mothers said.', None, id="one_of_several"),
        pytest.param('"We hold," his neighbour said.', None, id="neighbour"),
        pytest.param('"We hold," local officials said.', "local officials", id="officials"),
        pytest.param('"We hold," the regional governor said.', "regional governor", id="governor"),
    ],
)
def test_names_no_one_whom_the_article_does_not_name(text: str, speaker: str | None) -> None:
    assert [quote.speaker for quote in read_quotes(text) if quote.form == "direct"] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Macron: 'This is a turning point'\n\nNobody came to the square.", id="heading"),
        pytest.param('The so-called "peace train of the east" left.', id="scare"),
        pytest.param("Nothing is said here.", id="nothing"),
    ],
)
def test_yields_no_quote(text: str) -> None:
    assert [quote for quote in read_quotes(text) if quote.form == "direct"] == []


def test_the_same_text_gives_the_same_quotes() -> None:
    text = tomllib.loads((OUTLETS / "guardian.toml").read_text(encoding="utf-8"))["text"]
    assert read_quotes(text) == read_quotes(text)
