"""What the rules of dates share: the days that an expression may mean, and what a rule may know of its sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from etl.extract.calendar.days import Span
from etl.records import DatePrecision


class Days(NamedTuple):
    """What days an expression may mean; both None where nothing fixes them."""

    first: dt.date | None
    last: dt.date | None
    precision: DatePrecision = "day"
    future: bool = False
    overnight: bool = False
    since: bool = False


class Context(NamedTuple):
    """What a rule may know: the sentence, the day it was published, how to tell an announcement."""

    sentence: str
    reference: dt.date | None
    announced: Callable[[int, int], bool]  # start and end in the sentence

    def future(self, match: re.Match[str]) -> bool:
        """Tell whether the clause announces what the match dates."""
        return self.announced(match.start(), match.end())


Value = Callable[[re.Match[str], Context], Days | None]  # None: the match is no date at all
Found = tuple[int, int, Days]  # start and end in the sentence
UNKNOWN = Days(None, None)


def single(found: dt.date | None, *, future: bool = False, overnight: bool = False) -> Days:
    """Return a single day, or what is unknown."""
    return Days(found, found, "day", future, overnight)


def stretch(found: Span, precision: DatePrecision, *, future: bool = False) -> Days:
    """Return a longer time."""
    return Days(found[0], found[1], precision, future)


def year_of(which: str, reference: dt.date | None) -> int | None:
    """Return the number of "last", "this" or "next" year."""
    return reference.year + {"last": -1, "this": 0, "next": 1}[which.lower()] if reference else None


def unknown(match: re.Match[str], context: Context) -> Days | None:
    """Return that nothing fixes the days: "recently"."""
    return UNKNOWN
