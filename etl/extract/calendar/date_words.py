"""The words of the date grammar, read once from vocabulary/dates.toml."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as validated_dataclass

from etl.extract import vocabulary

_STRICT = ConfigDict(extra="forbid")


@validated_dataclass(frozen=True, config=_STRICT)
class NamedDay:
    """A day that is called by month and day alone, where one of `words` stands near."""

    day: dt.date
    names: tuple[str, ...]
    words: tuple[str, ...]


@validated_dataclass(frozen=True, config=_STRICT)
class War:
    """When a war began; `own` are words of phrases that mean it, `context` those of articles that are about it."""

    began: dt.date
    own: tuple[str, ...]
    context: tuple[str, ...]


@validated_dataclass(frozen=True, config=_STRICT)
class Cues:
    """What tells an announced day from a past one."""

    before: tuple[str, ...]
    not_before: tuple[str, ...]
    speech: tuple[str, ...]
    breaks: tuple[str, ...]
    gatherings: tuple[str, ...]
    headline: tuple[str, ...]


@validated_dataclass(frozen=True, config=_STRICT)
class Words:
    """The whole file."""

    weekdays: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    ambiguous_months: frozenset[str]
    weekday_not_before: tuple[str, ...]
    weekday_not_after: tuple[str, ...]
    overnight_not_before: tuple[str, ...]
    overnight_not_after: tuple[str, ...]
    fire: tuple[str, ...]
    numbers: dict[str, int]
    easter: dict[str, int]
    fixed_feasts: dict[str, tuple[int, int]]
    named_days: tuple[NamedDay, ...]
    wars: tuple[War, ...]
    cues: Cues


@dataclass(frozen=True, slots=True)
class Names:
    """Names to numbers: weekdays from 0 (Monday), months from 1, as written and in capitals."""

    weekdays: dict[str, int]
    months: dict[str, int]


@cache
def words() -> Words:
    """Return the vocabulary of dates."""
    return vocabulary.load("dates", Words)


@cache
def names() -> Names:
    """Return the names of weekdays and months with their numbers."""
    weekdays = {form: number for number, name in enumerate(words().weekdays) for form in (name, name.upper())}
    months = {
        form: number
        for number, forms in enumerate(words().months, start=1)
        for name in forms
        for form in (name, name.upper())
    }
    return Names(weekdays, months)


def month_number(name: str) -> int:
    """Return the number of a month by its name, which may be short and end in a full stop.

    >>> month_number("Sept.")
    9
    """
    return names().months[name.rstrip(".")]


def number(word: str) -> int | None:
    """Return the number that digits or a number word stand for; None for other words.

    >>> number("two"), number("14"), number("few")
    (2, 14, None)
    """
    return int(word) if word.isdecimal() else words().numbers.get(word.lower())
