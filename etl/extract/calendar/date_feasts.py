"""Feasts, and days that the world calls by month and day alone: the values of these rules."""

from __future__ import annotations

import re

from etl.extract.calendar import days
from etl.extract.calendar.date_days import FAR_PAST, yearless
from etl.extract.calendar.date_values import UNKNOWN, Context, Days, single
from etl.extract.calendar.date_words import words
from etl.extract.calendar.days import DAY


def feast(match: re.Match[str], context: Context) -> Days | None:
    """A feast of Easter's or of a fixed day: in the named year, or the nearest."""
    name = " ".join(match["feast"].replace("’", "'").split())
    if name in words().easter:
        return _easter_feast(words().easter[name], match, context)
    month, date = words().fixed_feasts[name]
    if match["church"] and match["church"].lower() == "orthodox" and (month, date) == (12, 25):
        month, date = 1, 7
    if match["year"]:
        return single(days.day(int(match["year"]), month, date))
    return yearless(month, date, None, match, context)


def _easter_feast(offset: int, match: re.Match[str], context: Context) -> Days | None:
    """The churches' Easters differ in most years: without a word for one, only a feast that one of them just had."""
    church, reference = (match["church"] or "").lower(), context.reference
    rites = [True] if church == "orthodox" else [False] if church else [True, False]
    if match["year"]:
        found = {days.easter_sunday(int(match["year"]), orthodox=rite) + offset * DAY for rite in rites}
        return single(found.pop()) if len(found) == 1 else UNKNOWN
    if reference is None:
        return UNKNOWN
    future = context.future(match)
    years = (reference.year - 1, reference.year, reference.year + 1)
    nearest = set()
    for rite in rites:
        every = [days.easter_sunday(year, orthodox=rite) + offset * DAY for year in years]
        past, coming = max(d for d in every if d <= reference), min(d for d in every if d >= reference)
        nearest.add(coming if future or (reference - past).days > FAR_PAST else past)
    if len(nearest) > 1:
        nearest = {found for found in nearest if abs((found - reference).days) <= 10}
    found_day = nearest.pop() if len(nearest) == 1 else None
    return single(found_day, future=bool(found_day and found_day > reference))


def named_day(match: re.Match[str], context: Context) -> Days | None:
    """A day that needs no year, where its own words stand near: the October 7 attack."""
    for named in words().named_days:
        if match["name"] in named.names and _near(named.words, context.sentence, match):
            return single(named.day) if context.reference is None or context.reference >= named.day else None
    return None


def _near(wanted: tuple[str, ...], sentence: str, match: re.Match[str]) -> bool:
    around = sentence[max(0, match.start() - 60) : match.end() + 60]
    return any(re.search(rf"\b{re.escape(word)}\b", around) for word in wanted)
