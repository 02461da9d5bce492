"""The day of a strike that its distance from the one told before dates: "came two days after a strike on Kharkiv"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from etl.extract.caseless import Caseless
from etl.extract.events.matching import matches
from etl.extract.events.occasion import Days, days_of
from etl.extract.reading import Sentence

_OPENING = 12  # characters: "Two days after the strike on Sumy, …" dates what follows it, not the strike
_AFTER = Caseless(
    r"\b(?:(?P<count>an?|one|two|three|four|five|six|seven|\d{1,2})\s+)?(?P<unit>hour|day|night|week|month|year)s?\s+after\b",
    needs=("after",),
)
_JUST = 2  # sentences
_NEWS = dt.timedelta(days=7)
_SAID = Caseless(
    r"\b(?:said|says|told|announced|reported|added|wrote|posted|confirmed|claimed|statement|interview|briefing|met|meeting|talks|"
    r"visit\w*|spoke)\b(?:\s+[\w’'-]+){0,3}\s*$"
)
_UNITS = {"day": 1, "night": 1, "week": 7}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


class StrikeDays(NamedTuple):
    """The days that a clause fixes for a strike, or how many days it lies from the one told before it.

    `long_before` says that it lies months before it, on no day that the text fixes. `until` is where in the sentence
    another strike is told.
    """

    days: Days
    away: int | None = None
    long_before: bool = False
    until: int | None = None


def strike_days(sentence: Sentence, start: int, end: int) -> StrikeDays:
    """Return the days of the strike that text[start:end] names, offsets of the article.

    "The attack came two days after a strike on Kharkiv": the strike's days are two before the attack's, which the
    phrase does not date.
    """
    phrases = list(matches(_AFTER, sentence.text))
    if not phrases:
        return StrikeDays(days_of(sentence, start, end))
    begin, stop = _between(phrases, start - sentence.start, len(sentence.text))
    before = next((phrase for phrase in reversed(phrases) if phrase.end() == begin), None)
    opens = before is not None and before.start() < _OPENING
    if opens and "," in sentence.between(sentence.start + begin, start):  # dated by the phrase, as dates are read
        return StrikeDays(days_of(sentence, start, end), until=stop)
    inside = tuple(
        date for date in sentence.dates if begin <= date.start - sentence.start and date.end - sentence.start <= stop
    )
    days = days_of(replace(sentence, dates=inside), start, end)
    if before is None or opens or days.first is not None or before["unit"] == "hour":
        return StrikeDays(days, until=stop)
    away = _distance(before["count"], before["unit"])
    return StrikeDays(Days(), away, away is None, stop)


def _between(phrases: Sequence[re.Match[str]], start: int, length: int) -> tuple[int, int]:
    """Return where the part of a sentence that such phrases part, and that holds an offset, begins and ends."""
    begins = max((phrase.end() for phrase in phrases if phrase.end() <= start), default=0)
    return begins, min((phrase.start() for phrase in phrases if phrase.start() > start), default=length)


def _distance(count: str | None, unit: str) -> int | None:
    """Return the days that a phrase counts, below nought; None for months and years, which count no days."""
    if unit not in _UNITS:
        return None
    word = count or "a"
    return -_UNITS[unit] * (int(word) if word.isdigit() else _COUNTS[word])


def day_just_told(sentences: Sequence[Sentence], sentence: Sentence) -> dt.date | None:
    """Return the day of what the one or two sentences before tell, for a strike that nothing else dates.

    "Flights were diverted on Tuesday. They were rerouted because of an attempted drone attack."
    """
    for earlier in reversed(sentences[max(0, sentence.index - _JUST) : sentence.index]):
        for date in reversed(earlier.dates):
            plain = date.precision == "day" and date.first is not None and date.first == date.last
            if not plain or date.since or date.future or earlier.post != sentence.post or earlier.reference is None:
                continue
            if (
                date.first
                and abs(earlier.reference - date.first) <= _NEWS
                and not _SAID.search(earlier.before(date.start))
            ):
                return date.first
    return None


def moved(first: dt.date | None, last: dt.date | None, away: int) -> dt.date | None:
    """Return the day that lies `away` days from a single day; None where there is none."""
    return first + dt.timedelta(days=away) if first is not None and first == last else None
