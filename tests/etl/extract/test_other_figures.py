"""Durations, prices, money, percentages and land: hits and near misses, one a row."""

from __future__ import annotations

import pytest

from etl.extract.counts.other_figures import counts
from etl.extract.reading import Sentence


def told(text: str) -> list[str]:
    """Return "measure number unit" for each figure."""
    sentence = Sentence(0, 0, len(text), text, "body", 0, 0, None)
    return [f"{count.measure} {count.number.low:g} {count.unit}" for count in counts(sentence)]


TOLD = {
    "ceasefire": ("They accepted a 30-day ceasefire.", ["duration 30 days"]),
    "ceasefire with adjective": ("It called for a 30-day maritime ceasefire.", ["duration 30 days"]),
    "truce in words": ("A three-day truce began at noon.", ["duration 3 days"]),
    "prison": ("He faces up to 20 years in prison.", ["duration 20 years"]),
    "price": ("Oil fell to around $50 per barrel.", ["price 50 USD per barrel"]),
    "price, a": ("Gas rose to €40 a megawatt-hour.", ["price 40 EUR per megawatt-hour"]),
    "money": ("Congress passed a $61 billion aid package.", ["money 6.1e+10 USD"]),
    "money short": ("The aid is worth £4.5bn.", ["money 4.5e+09 GBP"]),
    "money in words": ("Kyiv received 3 billion euros.", ["money 3e+09 EUR"]),
    "percent increase": ("It was a 71 percent increase on March.", ["percent_change 71 percent"]),
    "percent rise": ("The toll is a 12% rise.", ["percent_change 12 percent"]),
    "rose by": ("Casualties rose by 50 per cent.", ["percent_change 50 percent"]),
    "fell": ("Output fell 7%.", ["percent_change 7 percent"]),
    "land": ("The army took 430 square kilometres in May.", ["territory 430 km2"]),
    "land short": ("It lost 1,200 sq km.", ["territory 1200 km2"]),
}
NOT_TOLD = {
    "share": "Some 20 percent of the country is occupied.",
    "certainty": "The document is 100% ready.",
    "war": "The three-year war goes on.",
    "age": "A 30-year-old man was hurt.",
    "programme": "He spoke to 60 Minutes.",
    "distance": "The front is 1,000 km long.",
    "people": "They killed 12 people.",
    "dozens": "It costs dozens of dollars.",
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_reads_amounts(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD)
def test_reads_no_amount(text: str) -> None:
    assert told(text) == []
