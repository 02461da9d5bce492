"""Days, weeks, months and feasts: arithmetic that knows nothing of words.

Weeks run from Monday to Sunday. A span is a pair of days, both included.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

Span = tuple[dt.date, dt.date]
DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1900, 2100


def in_the_news(found: dt.date) -> bool:
    """Tell whether a day lies in the years that news is about, so that arithmetic around it cannot overflow."""
    return FIRST_YEAR <= found.year <= LAST_YEAR


def day(year: int, month: int, number: int) -> dt.date | None:
    """Return the day, or None where the calendar has no such day or the year is no year of the news."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def month_span(year: int, month: int) -> Span:
    """Return first and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def months_away(reference: dt.date, months: int) -> Span:
    """Return the month that lies so many months after (or, if negative, before) the reference's."""
    index = reference.year * 12 + reference.month - 1 + months
    return month_span(index // 12, index % 12 + 1)


def week_span(reference: dt.date, weeks: int = 0) -> Span:
    """Return Monday and Sunday of the reference's week, or of one so many weeks away."""
    monday = reference - reference.weekday() * DAY + 7 * weeks * DAY
    return monday, monday + 6 * DAY


def year_span(year: int) -> Span:
    """Return first and last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def weekend_span(reference: dt.date, *, future: bool) -> Span:
    """Return the latest Saturday and Sunday that have begun by the reference, or the next that have not ended."""
    saturday = week_span(reference)[0] + 5 * DAY if future else weekday(reference, 5, future=False)
    return saturday, saturday + DAY


def weekday(reference: dt.date, number: int, *, future: bool) -> dt.date:
    """Return the nearest such weekday (Monday is 0) not after the reference, or not before it; the same day counts."""
    if future:
        return reference + (number - reference.weekday()) % 7 * DAY
    return reference - (reference.weekday() - number) % 7 * DAY


def season_span(year: int, season: Literal["spring", "summer", "autumn", "winter"]) -> Span:
    """Return the season's three months; the winter of a year is the one that begins in its December."""
    first = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[season]
    return dt.date(year, first, 1), months_away(dt.date(year, first, 1), 2)[1]


def easter_sunday(year: int, *, orthodox: bool) -> dt.date:
    """Return Easter Sunday of the Orthodox or the Western churches."""
    found: dt.date = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
    return found
