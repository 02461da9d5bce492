"""Durations, prices, sums of money, changes in percent and areas of land that a sentence tells.

They hang on no scene: their words stand beside them. Who says so, and when, is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from etl.extract import vocabulary
from etl.extract.caseless import Caseless, names_any
from etl.extract.counts import numbers
from etl.extract.counts.counted import Count
from etl.extract.reading import Sentence
from etl.records import Measure


@dataclass(frozen=True, slots=True)
class _Amounts:
    lasting: tuple[str, ...]
    per: tuple[str, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    rising: tuple[str, ...]
    falling: tuple[str, ...]
    land: tuple[str, ...]
    land_miles: tuple[str, ...]
    currencies: dict[str, str]
    currency_words: dict[str, str]


_HYPHENED = Caseless(r"\b(?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?)-(?P<unit>day|week|month|year|hour)s?(?:-long)?\b")
_MAY_HAVE = re.compile(
    r"[%$£€₴₽]|per\s?cent|-(?:day|week|month|year|hour)|sq|km2|dollar|euro|pound|hryvnia|r(?:o)?ubles?|years?\s+in\s+(?:prison|jail)"
)

_STEMS = frozenset(
    {"%", "$", "£", "€", "₴", "₽", "cent", "-day", "-week", "-month", "-year", "-hour", "sq", "km2"}
    | {"dollar", "euro", "pound", "hryvnia", "ruble", "rouble", "prison", "jail"}
)  # one of them is in all that may have them


def counts(sentence: Sentence) -> Iterator[Count]:
    """Read a sentence's other figures, in the order of the text; `unit` says in what they are counted.

    >>> text = "They agreed on a 30-day ceasefire, and on aid worth $61 billion."
    >>> found = counts(Sentence(0, 0, len(text), text, "body", 0, 0, None))
    >>> [(count.measure, count.number.low, count.unit) for count in found]
    [('duration', 30.0, 'days'), ('money', 61000000000.0, 'USD')]
    """
    if not (names_any(sentence.text, _STEMS) and _MAY_HAVE.search(sentence.text)):
        return
    yield from _durations(sentence)
    for number in numbers.find(sentence.text):
        if number.low is not None and (found := _amount(sentence.text, number)):
            measure, unit, group = found
            start, end = sentence.start + number.start, sentence.start + number.end
            yield Count(measure, number, start, end, "amount", group, unit=unit)


def _durations(sentence: Sentence) -> Iterator[Count]:
    for match in _HYPHENED.finditer(sentence.text):
        lasting = _patterns()["lasting"].match(sentence.text, match.end())
        length = numbers.value(match["number"])
        if lasting and length:
            number = numbers.Number(match.start(), match.end(), length, length)
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield Count("duration", number, start, end, "hyphened", unit=f"{match['unit'].lower()}s")


def _amount(text: str, number: numbers.Number) -> tuple[Measure, str, str | None] | None:
    """Return the measure, the unit and what is counted of a number that its neighbours make an amount."""
    words, patterns = _words(), _patterns()
    after = text[number.end : number.end + 60]
    if number.unit == "percent":
        changed = patterns["change"].match(after) or patterns["changed"].search(
            text[max(0, number.start - 30) : number.start]
        )
        return ("percent_change", "percent", None) if changed else None
    currency = words.currencies.get(number.unit or "")
    if currency is None and (spelt := patterns["currency"].match(after)):
        currency, after = words.currency_words[spelt["word"].lower()], after[spelt.end() :]
    if currency:
        per = patterns["per"].match(after)
        return ("price", f"{currency} per {per['noun'].lower()}", None) if per else ("money", currency, None)
    if patterns["land"].match(after):
        return "territory", "km2", None
    if patterns["land_miles"].match(after):
        return "territory", "square miles", None
    if patterns["prison"].match(after):
        return "duration", "years", None
    return None


def _words() -> _Amounts:
    return vocabulary.load("amounts", _Amounts)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words, any_of = _words(), vocabulary.alternation
    sources = {
        "lasting": rf"\s+(?:[\w’'-]+\s+){{0,3}}?(?P<noun>{any_of(words.lasting)})\b",
        "per": rf"\s*(?:per|a|an|/)\s*(?P<noun>{any_of(words.per)})\b",
        "change": rf"\s+(?:{any_of(words.more + words.less)})\b",
        "changed": rf"\b(?:{any_of(words.rising + words.falling)})\s+(?:by\s+)?$",
        "currency": rf"\s+(?P<word>{any_of(words.currency_words)})\b",
        "land": rf"\s+(?:{any_of(words.land)})",
        "land_miles": rf"\s+(?:{any_of(words.land_miles)})",
        "prison": r"\s+years?\s+in\s+(?:prison|jail)\b",
    }
    return {name: re.compile(source, re.IGNORECASE) for name, source in sources.items()}
