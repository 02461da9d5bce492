"""Numbers, days and names as a reader expects to see them. Nothing here knows of HTML."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any

import pandas as pd

MEASURES = {
    "killed": "Killed",
    "injured": "Injured",
    "casualties": "Killed and injured together",
    "missing": "Missing",
    "captured": "Captured",
    "displaced": "Displaced",
    "launched": "Launched",
    "intercepted": "Intercepted",
    "hit": "Hit",
    "produced": "Produced",
    "percent_change": "Change in per cent",
    "price": "Price",
    "money": "Money",
    "territory": "Territory",
    "duration": "Duration",
    "other": "Other",
}
KINDS = {
    "strike": "Strike",
    "ground_action": "Ground action",
    "meeting": "Meeting",
    "call": "Call",
    "talks": "Talks",
    "agreement": "Agreement",
    "sanction": "Sanction",
    "exchange": "Exchange",
    "legal": "Legal step",
    "other_violence": "Other violence",
}
PLURALS = {"meeting": "Meetings", "call": "Calls", "talks": "Rounds of talks"}  # in the legends of charts
QUALIFIERS = {"exact": "", "at_least": "at least ", "more_than": "more than ", "nearly": "nearly ", "about": "about "}
SYMBOLS = {"at_least": "≥", "more_than": ">", "nearly": "<", "about": "≈"}  # where there is no room for the word
STANDINGS = {
    "current": "stands",
    "superseded": "since revised",
    "repeat": "repeated",
    "subset": "part of the toll",
    "background": "background",
    "retracted": "retracted",
}


def known(value: Any) -> bool:
    """Tell whether a cell holds something: not None, NaN, NaT or an empty string."""
    if value is None or (isinstance(value, str) and not value):
        return False
    missing = pd.isna(value) if pd.api.types.is_scalar(value) else False
    return not missing


def number(value: float | None) -> str:
    """Return a number with thousands separators and no idle decimals; an empty string for none.

    >>> number(12345.0), number(2.5), number(None)
    ('12,345', '2.5', '')
    """
    if not known(value) or value is None or math.isinf(value):
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def span(low: float | None, high: float | None) -> str:
    """Return a range of numbers, or the one number that it comes to.

    >>> span(34, 60), span(19, 19)
    ('34–60', '19')
    """
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def claim(low: float, high: float, qualifier: str) -> str:
    """Return a claimed number in the claimant's manner.

    >>> claim(60, 60, "more_than")
    'more than 60'
    """
    return QUALIFIERS.get(qualifier, "") + span(low, high)


IRREGULAR = {"children": "child", "people": "person", "servicemen": "serviceman", "women": "woman", "men": "man"}


def things(low: float, high: float, counted: object) -> str:
    """Return what a number counts, in the number that it has; an empty string for nothing named.

    >>> things(1, 1, "children"), things(1, 1, "prisoners"), things(2, 3, "drones"), things(1, 1, None)
    ('child', 'prisoner', 'drones', '')
    """
    if not known(counted):
        return ""
    text = str(counted)
    if not low == high == 1:
        return text
    *before, last = text.split(" ")
    return " ".join([*before, IRREGULAR.get(last) or (last[:-1] if re.search(r"[^s]s$", last) else last)])


def with_days(text: object) -> str:
    """Return text with its days as a reader expects to see them.

    >>> with_days("same place and day: Sumy, 2025-04-13")
    'same place and day: Sumy, 13 Apr 2025'
    """
    return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda found: day(_day(found[0])) or found[0], str(text))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def clip(text: str, longest: int) -> str:
    """Return text on one line, cut where it is too long.

    >>> clip("a long  sentence", 8)
    'a long…'
    """
    whole = " ".join(text.split())
    return whole if len(whole) <= longest else whole[: longest - 1].rstrip() + "…"


def count(many: float, one: str, several: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "event"), count(1200, "event"), count(2, "country", "countries")
    ('1 event', '1,200 events', '2 countries')
    """
    return f"{number(many)} {one if many == 1 else several or one + 's'}"


def as_day(value: Any) -> dt.date | None:
    """Return a cell of a frame as a day, or None."""
    if not known(value):
        return None
    return value.date() if isinstance(value, dt.datetime) else value


def day(value: Any) -> str:
    """Return a day as "13 Apr 2025"; an empty string for none."""
    found = as_day(value)
    return f"{found.day} {found:%b %Y}" if found else ""


def days(first: Any, last: Any = None) -> str:
    """Return a span of days as short as it can be said.

    >>> days(dt.date(2025, 4, 13), dt.date(2025, 4, 15)), days(dt.date(2025, 3, 1), dt.date(2025, 3, 31))
    ('13–15 Apr 2025', 'March 2025')
    """
    start, end = as_day(first), as_day(last) or as_day(first)
    if start is None or end is None:
        return day(start or end)
    if start == end:
        return day(start)
    after = end + dt.timedelta(days=1)
    if start.day == 1 and after.day == 1:
        if (after.year, after.month) == (start.year + start.month // 12, start.month % 12 + 1):
            return f"{start:%B %Y}"
        if start.month == 1 and after.month == 1:
            return str(start.year) if end.year == start.year else f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%b} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def listing(names: list[str], last: str = "and") -> str:
    """Return names as a list in prose.

    >>> listing(["Russia", "Ukraine", "Turkey"])
    'Russia, Ukraine and Turkey'
    """
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
