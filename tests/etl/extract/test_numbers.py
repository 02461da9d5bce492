"""Numbers with their qualifiers, and what looks like a number and counts nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.counts.numbers import find, value

READ = {
    "digits": ("41 people", [(41, 41, "exact")]),
    "thousands": ("4,198 drones", [(4198, 4198, "exact")]),
    "narrow space": ("12\u202f500 people", [(12500, 12500, "exact")]),
    "word": ("Nine people", [(9, 9, "exact")]),
    "compound": ("thirty-four dead", [(34, 34, "exact")]),
    "hundred and": ("one hundred and twenty people", [(120, 120, "exact")]),
    "at least": ("At least 1,200 people", [(1200, 1200, "at_least")]),
    "no fewer than": ("no fewer than 14 people", [(14, 14, "at_least")]),
    "at least another": ("at least another 12", [(12, 12, "at_least")]),
    "more than": ("more than 60 servicemen", [(60, 60, "more_than")]),
    "over": ("over 115 individuals", [(115, 115, "more_than")]),
    "plus sign": ("100+ people", [(100, 100, "more_than")]),
    "or more": ("12 or more people", [(12, 12, "at_least")]),
    "nearly": ("nearly one million casualties", [(1e6, 1e6, "nearly")]),
    "up to": ("up to 100 soldiers", [(100, 100, "nearly")]),
    "as many as": ("as many as 500", [(500, 500, "nearly")]),
    "some": ("some 420 drones", [(420, 420, "about")]),
    "around": ("around 19 missiles", [(19, 19, "about")]),
    "an estimated": ("an estimated 20,000 people", [(20000, 20000, "about")]),
    "quoted": ('"more than 60" servicemen', [(60, 60, "more_than")]),
    "million": ("2.5 million people", [(2.5e6, 2.5e6, "exact")]),
    "and a half": ("two and a half million", [(2.5e6, 2.5e6, "exact")]),
    "half a": ("half a million people", [(5e5, 5e5, "exact")]),
    "dozen": ("more than two dozen people", [(24, 24, "more_than")]),
    "a dozen": ("a dozen rockets", [(12, 12, "exact")]),
    "half a dozen": ("half a dozen houses", [(6, 6, "exact")]),
    "a thousand": ("more than a thousand defenders", [(1000, 1000, "more_than")]),
    "trio": ("a trio of missiles", [(3, 3, "exact")]),
    "both": ("both missiles", [(2, 2, "exact")]),
    "between": ("between 10 and 12 people", [(10, 12, "exact")]),
    "dash": ("5,000-7,000 troops", [(5000, 7000, "exact")]),
    "to": ("10 to 12 people", [(10, 12, "exact")]),
    "two to three million": ("two to three million people", [(2e6, 3e6, "exact")]),
    "two or three": ("two or three shells", [(2, 3, "exact")]),
    "from to": ("rose from 9 to 12", [(9, 9, "exact"), (12, 12, "exact")]),
    "of": ("112 of the 215 drones", [(112, 112, "exact"), (215, 215, "exact")]),
    "and": ("killed two and wounded three", [(2, 2, "exact"), (3, 3, "exact")]),
    "sentence end": ("They killed 12.", [(12, 12, "exact")]),
}
PASSED_OVER = {
    "torn-off-thousands": "000 soldiers died.",
    "model": "a Shahed-136 drone",
    "model with dash": "an S-300 and a Tu-22M3",
    "aircraft": "F-16 and MiG-29 jets",
    "ordinal": "the 95th brigade",
    "century": "the 18th-century cathedral",
    "age": "a 31-year-old man",
    "span": "a 30-day truce",
    "distance": "the 1,000-kilometre (600-mile) front",
    "clock": "at 12:30",
    "clock with point": "at 10.50 am",
    "fraction": "24/7 and 9/11",
    "no one": "no one was hurt",
    "this one": "this one is new",
    "someone": "someone and anyone",
    "one in five": "one in five people",
    "day of war": "on day 143 of the invasion",
    "article": "under Article 5",
    "flight": "flight 17",
    "younger than": "younger than 10",
    "group": "the G7",
    "endless digits": "9" * 400,
}


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_reads_numbers(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert [(number.low, number.high, number.qualifier) for number in find(text)] == expected


@pytest.mark.parametrize("text", PASSED_OVER.values(), ids=PASSED_OVER)
def test_passes_over_what_counts_nothing(text: str) -> None:
    assert [number.low for number in find(text)] == []


@pytest.mark.parametrize(
    "text", ["dozens", "hundreds of people", "tens of thousands", "several hundred", "a few dozen"]
)
def test_many_is_no_number(text: str) -> None:
    [number] = find(text)
    assert number.vague


def test_a_number_stands_where_it_says_qualifier_included() -> None:
    text = "It killed at least 12 people."
    [number] = find(text)
    assert text[number.start : number.end] == "at least 12"


def test_signs_of_money_and_percent_are_units() -> None:
    assert [number.unit for number in find("$60.8bn, 40 percent and 7%")] == ["$", "percent", "percent"]


@given(st.integers(1, 10**9))
def test_digits_with_commas_come_to_themselves(number: int) -> None:
    assert value(f"{number:,}") == number


@given(st.text(alphabet="0123456789,.- andtwohrefivmlou", max_size=60))
def test_any_text_is_read_in_order(text: str) -> None:
    starts = [number.start for number in find(text)]
    assert starts == sorted(starts)
