"""Weeks, months, seasons, years: the values of these rules."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from etl.extract.calendar import days
from etl.extract.calendar.date_values import UNKNOWN, Context, Days, single, stretch, year_of
from etl.extract.calendar.date_words import month_number, number, words
from etl.extract.calendar.days import DAY
from etl.records import DatePrecision

SURELY = (  # words before "May" or "June" that leave no doubt
    "in|since|during|until|till|by|from|through|throughout|of|between|before|after|early|late|mid|this|last|next|around"
)


def relative_period(match: re.Match[str], context: Context) -> Days | None:
    """Last, this and next week, month, year or weekend; what is left of this one where it is announced."""
    reference = context.reference
    unit, which, part = match["unit"].lower(), match["which"].lower().split()[-1], (match["part"] or "").lower()
    precision: DatePrecision = unit if unit in ("week", "month", "year") else "day"  # type: ignore[assignment]
    if reference is None:
        return Days(None, None, precision)
    offset = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "following": 1}[which]
    if unit == "week":
        span = days.week_span(reference, offset)
    elif unit == "month":
        span = days.months_away(reference, offset)
    elif unit == "year":
        span = days.year_span(reference.year + offset)
    else:
        return _weekend(match, context, offset)
    if offset:
        return stretch(span, precision, future=offset > 0)
    if part == "later" or (part != "earlier" and context.future(match)):
        return stretch((reference, span[1]), precision, future=True)
    last = reference - DAY if part == "earlier" and reference > span[0] else reference
    return stretch((span[0], last), precision)


def _weekend(match: re.Match[str], context: Context, offset: int = 0) -> Days | None:
    reference = context.reference
    if reference is None:
        return UNKNOWN
    if offset > 0:
        return stretch(
            days.weekend_span(reference + 7 * DAY * (reference.weekday() >= 5), future=True), "day", future=True
        )
    if offset < 0:
        return stretch(days.weekend_span(days.week_span(reference)[0] - DAY, future=False), "day")
    future = context.future(match)
    return stretch(days.weekend_span(reference, future=future), "day", future=future)


def bare_weekend(match: re.Match[str], context: Context) -> Days | None:
    """The weekend, past or announced."""
    return _weekend(match, context)


def past_stretch(match: re.Match[str], context: Context) -> Days | None:
    """The last 24 hours, three days, week, six months: up to the reference."""
    unit, reference = match["unit"].lower(), context.reference
    count = number(match["count"]) if match["count"] else 1
    if count is None or reference is None or (match["count"] is None and unit in ("hours", "hour")):
        return Days(None, None, "day")
    if unit.startswith("hour"):
        return Days(reference - max(1, round(count / 24)) * DAY, reference)
    if unit.startswith("day"):
        return Days(reference - count * DAY, reference)
    if unit.startswith("week"):
        return Days(reference - 7 * count * DAY, reference, "week")
    if unit.startswith("month") and count <= 120:
        return Days(_months_back(reference, count), reference, "month")
    if count <= 100:
        return Days(_months_back(reference, 12 * count), reference, "year")
    return Days(None, None, "year")


def _months_back(reference: dt.date, months: int) -> dt.date:
    first, last = days.months_away(reference, -months)
    return min(first + (reference.day - 1) * DAY, last)


def ago(match: re.Match[str], context: Context) -> Days | None:
    """So many days, weeks, months ago; "about two weeks ago" and "a few days ago" fix nothing."""
    unit, reference = match["unit"].lower(), context.reference
    count = number(match["count"] or "") if match["count"] else None
    if match["loosely"] or count is None or reference is None:
        return UNKNOWN
    if match["today"] and unit in ("month", "year") and count <= 100:
        return single(_months_back(reference, count * (12 if unit == "year" else 1)))
    if unit == "day" and count <= 3660:
        return single(reference - count * DAY)
    if unit == "week" and count <= 520:
        return Days(reference - 7 * count * DAY, reference - 7 * count * DAY, "week")
    if unit == "month" and count <= 240:
        return stretch(days.months_away(reference, -count), "month")
    if unit == "year" and count <= 100:
        return stretch(days.year_span(reference.year - count), "year")
    if unit in ("hour", "minute", "second"):
        return single(reference) if unit != "hour" or count <= 3 else UNKNOWN
    return UNKNOWN


def month(match: re.Match[str], context: Context) -> Days | None:
    """A month by name: with its year, or the latest that has begun, or the coming one where it is announced."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else match["whose"] and year_of(match["whose"], context.reference)
    if year:
        return stretch(days.month_span(year, month), "month")
    if not _is_month(match, context.sentence):
        return None
    reference = context.reference
    if reference is None:
        return Days(None, None, "month")
    which = (match["which"] or "").lower()
    future = which == "next" or (which != "last" and context.future(match))
    year = reference.year
    if future:
        year += month < reference.month or (which == "next" and month == reference.month)
    else:
        year -= month > reference.month or (which == "last" and month == reference.month)
    return stretch(days.month_span(year, month), "month", future=future)


def _is_month(match: re.Match[str], sentence: str) -> bool:
    """Tell a month from the verbs "may" and "march" and from people called June or April."""
    name = match["month"].rstrip(".")
    before, after = sentence[max(0, match.start("month") - 24) : match.start("month")], sentence[match.end() :]
    if len(name) <= 3 and name.title() != "May":
        return False
    if re.match(r"[-–]\w|\s+[A-Z]\.", after) or (name.isupper() and not before.isupper()):
        return False
    vetoes = _vetoes()
    led = bool(vetoes.month_after.search(before)) or bool(match["which"])
    surname = re.match(r"\s+[A-Z][a-z]+\b(?!['’]s)", after) and not vetoes.month_surely_after.search(before)
    if name.title() in words().ambiguous_months:
        told = name != "May" and re.match(r"\s+(?:was|saw|has|had|is|brought|marked)\b", after)
        owning = re.match(r"['’]s\s+[a-z]", after) and not re.search(r"[A-Z][\w.’-]*\s+$", before)
        return bool(told or owning) or (led and not surname)
    return led or not surname


def month_span(match: re.Match[str], context: Context) -> Days | None:
    """From a month to a month, or two that follow one another."""
    first_month, last_month = month_number(match["first"]), month_number(match["last"])
    if not match["year"] and context.reference is None:
        return Days(None, None, "month")
    if match["year"]:
        year = int(match["year"])
    else:
        reference = context.reference
        assert reference is not None
        future = context.future(match)
        year = reference.year + ((last_month < reference.month) if future else -(last_month > reference.month))
    listed = match["link"] == "and" and not match[0].lower().startswith("between")
    if listed and (last_month - first_month) % 12 != 1:
        return None
    first_year = int(match["first_year"]) if match["first_year"] else year - (first_month > last_month)
    first, last = days.month_span(first_year, first_month)[0], days.month_span(year, last_month)[1]
    return Days(first, last, "month") if first <= last else None


def year(match: re.Match[str], context: Context) -> Days | None:
    """A year by its number."""
    if _vetoes().counted.match(context.sentence, match.end()):
        return None
    return stretch(days.year_span(int(match["year"])), "year")


def year_span(match: re.Match[str], context: Context) -> Days | None:
    """From a year to a year."""
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    listed = "and" in match[0] and not re.search(r"\bbetween\s+$", context.sentence[: match.start()], re.IGNORECASE)
    if listed or not first < last <= days.LAST_YEAR:
        return None
    return Days(dt.date(first, 1, 1), dt.date(last, 12, 31), "year")


def part_of_year(match: re.Match[str], context: Context) -> Days | None:
    """A quarter or half of a year that is named, or of this year or the last."""
    fields = match.groupdict()
    year = _named_year(match, context)
    if year is None:
        return Days(None, None, "month")
    nth = ["first", "second", "third", "fourth"].index(fields["nth"].lower()) if fields["nth"].isalpha() else None
    index = int(fields["nth"]) - 1 if nth is None else nth
    length = 6 if fields.get("part", "").lower() == "half" else 3
    if (index + 1) * length > 12:
        return None
    first = dt.date(year, index * length + 1, 1)
    return stretch((first, days.months_away(first, length - 1)[1]), "month")


def first_months(match: re.Match[str], context: Context) -> Days | None:
    """The first months of a year, so many."""
    year, count = _named_year(match, context), number(match["count"])
    if year is None or count is None or not 1 <= count <= 12:
        return Days(None, None, "month")
    return stretch((dt.date(year, 1, 1), days.month_span(year, count)[1]), "month")


def _named_year(match: re.Match[str], context: Context) -> int | None:
    """Return the year that the match names by its number, or as this one or the last."""
    if match["year"]:
        return int(match["year"])
    return year_of("last" if match["last"] else "this", context.reference)


def week_of_month(match: re.Match[str], context: Context) -> Days | None:
    """The first or last seven days of a month."""
    month, reference = month_number(match["month"]), context.reference
    if match["year"]:
        year = int(match["year"])
    elif reference is None:
        return Days(None, None, "week")
    elif context.future(match):
        year = reference.year + (month < reference.month)
    else:
        year = reference.year - (month > reference.month)
    first, last = days.month_span(year, month)
    span = (first, first + 6 * DAY) if match["nth"].lower() == "first" else (last - 6 * DAY, last)
    return stretch(span, "week")


def season(match: re.Match[str], context: Context) -> Days | None:
    """A season; the winter of a year lies in two years, and is fixed only as the last or this one."""
    season = "autumn" if match["season"].lower() in ("fall", "autumn") else match["season"].lower()
    which, reference = (match["which"] or "").lower().split(), context.reference
    if match["year"]:
        if season == "winter" and not match["next_year"]:
            return Days(None, None, "month")
        return stretch(days.season_span(int(match["year"]), season), "month")  # type: ignore[arg-type]
    if reference is None:
        return Days(None, None, "month")
    future = "next" in which or "coming" in which or ("last" not in which and context.future(match))
    spans = [days.season_span(year, season) for year in range(reference.year - 2, reference.year + 3)]  # type: ignore[arg-type]
    if future:
        found = min(span for span in spans if span[1] >= reference)
    else:
        found = max(span for span in spans if (span[1] if "last" in which else span[0]) <= reference)
    return stretch(found, "month", future=future)


def decade(match: re.Match[str], context: Context) -> Days | None:
    """Ten years."""
    first = int(match["year"])
    return Days(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "year")


@dataclass(frozen=True, slots=True)
class _Vetoes:
    month_after: re.Pattern[str]
    month_surely_after: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def _vetoes() -> _Vetoes:
    return _Vetoes(
        month_after=re.compile(
            rf"(?:\b(?:{SURELY}|and|to|or|the|a|an|for|back|only|vs)\s+|\bmid-|['’]s?\s+|\()$", re.IGNORECASE
        ),
        month_surely_after=re.compile(rf"\b(?:{SURELY})\s+$", re.IGNORECASE),
        counted=re.compile(
            r"\s+(?:people|soldiers|drones|missiles|shells|civilians|troops|children|hectares|tons|tonnes|km|"
            r"kilomet|square|local\s+time|GMT|UTC|BST|hrs|dollars|euros|percent|per cent|days|hours|rounds|metres|"
            r"meters|targets|prisoners)"
        ),
    )
