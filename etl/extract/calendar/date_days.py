"""Days that are written out, named by their weekday, told from today, or nights: the values of these rules."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from etl.extract import vocabulary
from etl.extract.calendar import days
from etl.extract.calendar.date_values import UNKNOWN, Context, Days, single, year_of
from etl.extract.calendar.date_words import month_number, names, words
from etl.extract.calendar.days import DAY

YEAR_AFTER = re.compile(r"(?:\s+[a-z]+){1,2}\s+in\s+(?P<year>(?:19|20)\d\d)\b")
FAR_PAST, NEAR_FUTURE = 270, 75  # days: a yearless date so long ago means the coming one, if that is so near


def calendar_day(match: re.Match[str], context: Context) -> Days | None:
    """A day and a month, perhaps with a year and a weekday; without a year the nearest."""
    fields = match.groupdict()
    month = month_number(fields["month"])
    date = int(re.sub(r"\D", "", fields["day"]))
    if fields["year"]:
        return single(days.day(int(fields["year"]), month, date))
    if fields.get("whose"):
        year = year_of(fields["whose"], context.reference)
        return single(days.day(year, month, date) if year else None)
    if match.start() and context.sentence[match.start() - 1].isalpha():
        return None
    if far := YEAR_AFTER.match(context.sentence, match.end()):  # the 2 May clashes in 2014
        return single(days.day(int(far["year"]), month, date))
    weekday = names().weekdays.get(fields.get("weekday") or "")
    return yearless(month, date, weekday, match, context)


def yearless(month: int, date: int, weekday: int | None, match: re.Match[str], context: Context) -> Days | None:
    """The nearest such day: past, unless it is announced, long ago and soon again, or its weekday says otherwise."""
    reference = context.reference
    if reference is None or days.day(2024, month, date) is None:
        return UNKNOWN
    years = range(reference.year - 4, reference.year + 5)
    candidates = [found for year in years if (found := days.day(year, month, date))]
    past = max((found for found in candidates if found <= reference), default=reference)
    coming = min((found for found in candidates if found >= reference), default=reference)
    future = context.future(match)
    if weekday is not None and {past.weekday(), coming.weekday()} & {weekday}:
        return single(past if past.weekday() == weekday else coming, future=past.weekday() != weekday)
    if (reference - past).days > FAR_PAST and (coming - reference).days <= NEAR_FUTURE:
        future = True
    return single(coming if future else past, future=future)


def iso_day(match: re.Match[str], context: Context) -> Days | None:
    """Year, month and day in figures."""
    found = days.day(int(match["year"]), int(match["month"]), int(match["day"]))
    return single(found) if found else None


def numeric_day(match: re.Match[str], context: Context) -> Days | None:
    """Day-first, as Europe writes it; with slashes only where no other reading is possible."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == "/" and first <= 12 and second <= 12 and first != second:
        return UNKNOWN
    if match["mark"] == "/" and second > 12:
        first, second = second, first
    found = days.day(year, second, first)
    return single(found) if found else None


def day_span(match: re.Match[str], context: Context) -> Days | None:
    """From a day to a day; the month or year of one side holds for the other."""
    fields = match.groupdict()
    last_month = month_number(fields["last_month"] or fields["first_month"])
    first_month = month_number(fields["first_month"] or fields["last_month"])
    first_date, last_date = (int(re.sub(r"\D", "", fields[key])) for key in ("first_day", "last_day"))
    if fields["year"]:
        last = days.day(int(fields["year"]), last_month, last_date)
    else:
        told = yearless(last_month, last_date, None, match, context)
        last = told.last if told else None
        if told and last is None:
            return UNKNOWN
    if last is None:
        return None
    year = int(fields.get("first_year") or (last.year - (first_month > last_month)))
    first = days.day(year, first_month, first_date)
    if first is None or first > last:
        return None
    listed = re.search(r"\band\b", match[0]) and not match[0].lower().startswith("between")
    if listed and last - first != DAY:
        return None
    return Days(first, last, "day", bool(context.reference and first > context.reference))


def weekday_span(match: re.Match[str], context: Context) -> Days | None:
    """From a weekday to a weekday, or two that follow one another."""
    if context.reference is None:
        return UNKNOWN
    numbers = names().weekdays
    future = context.future(match)
    last = days.weekday(context.reference, numbers[match["last"]], future=future)
    first = last - (numbers[match["last"]] - numbers[match["first"]]) % 7 * DAY
    if first == last or (match["link"] in ("and", "and on") and last - first != DAY):
        return None
    return Days(first, last, "day", future)


# Weekdays and days told from the day of publication


def weekday(match: re.Match[str], context: Context) -> Days | None:
    """The latest such day, today included, or the next where the clause announces it."""
    sentence = context.sentence
    if _vetoes().before.search(sentence[max(0, match.start() - 30) : match.start()]):
        return None
    if _vetoes().after.match(sentence, match.end()):
        return None
    weekday, reference = names().weekdays[match["weekday"]], context.reference
    if reference is None:
        return UNKNOWN
    which = " ".join((match["which"] or match["week"] or "").lower().split())
    future = which.startswith(("next", "this coming", "coming")) or (which != "last" and context.future(match))
    found = _which_weekday(weekday, which, reference, future=future)
    return single(found, future=future or (which == "this" and found > reference))


def _which_weekday(weekday: int, which: str, reference: dt.date, *, future: bool) -> dt.date:
    match which.split():
        case ["last", "week"]:
            return days.week_span(reference, -1)[0] + weekday * DAY
        case ["last"]:  # nobody calls yesterday that
            return days.weekday(reference - 2 * DAY, weekday, future=False)
        case ["next", *_]:
            return days.week_span(reference, 1)[0] + weekday * DAY
        case ["this"]:
            return days.week_span(reference)[0] + weekday * DAY
    return days.weekday(reference, weekday, future=future)


def night_into(match: re.Match[str], context: Context) -> Days | None:
    """A night from one weekday into another: the day on which it ends."""
    if context.reference is None:
        return UNKNOWN._replace(overnight=True)
    future = context.future(match)
    last = names().weekdays[match["last"]]
    return single(days.weekday(context.reference, last, future=future), future=future, overnight=True)


RELATIVE_DAYS = {
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "earlier today": 0, "later today": 0, "the day before yesterday": -2, "the day after tomorrow": 2,
}  # fmt: skip


def relative_day(match: re.Match[str], context: Context) -> Days | None:
    """Yesterday, today, tomorrow; the weekday where one is given with it, for the words may be another page's."""
    when, before = match["when"], context.sentence[: match.start()]
    if when[0].isupper() and before.rstrip("“‘\"' ") and before.rstrip()[-1].isalnum():
        return None  # the programme Today
    if context.reference is None:
        return UNKNOWN
    if match["weekday"]:
        found = days.weekday(context.reference, names().weekdays[match["weekday"]], future=when.lower() == "tomorrow")
        return single(found, future=when.lower() == "tomorrow")
    offset = RELATIVE_DAYS[" ".join(when.lower().split())]
    return single(context.reference + offset * DAY, future=offset > 0 or when.lower().startswith("later"))


def overnight(match: re.Match[str], context: Context) -> Days | None:
    """The night that ended on the day of publication."""
    sentence = context.sentence
    if _vetoes().night_before.search(sentence[max(0, match.start() - 20) : match.start()]):
        return None
    if _vetoes().night_after.match(sentence, match.end()):
        return None
    return single(context.reference, overnight=True)


def last_night(match: re.Match[str], context: Context) -> Days | None:
    """The night that ended this morning where things were fired; where somebody spoke or met, the evening before."""
    if context.reference is None:
        return UNKNOWN._replace(overnight=True)
    before, after = context.sentence[max(0, match.start() - 35) : match.start()], context.sentence[match.end() :][:35]
    if _vetoes().speech_before.search(before) or not (_vetoes().fire.search(before) or _vetoes().fire.search(after)):
        return single(context.reference - DAY)
    return single(context.reference, overnight=True)


@dataclass(frozen=True, slots=True)
class _Vetoes:
    before: re.Pattern[str]
    after: re.Pattern[str]
    night_before: re.Pattern[str]
    night_after: re.Pattern[str]
    speech_before: re.Pattern[str]
    fire: re.Pattern[str]


@cache
def _vetoes() -> _Vetoes:
    known, speech = words(), vocabulary.alternation(words().cues.speech)
    return _Vetoes(
        before=re.compile(rf"\b(?:{vocabulary.alternation(known.weekday_not_after)})\s+$", re.IGNORECASE),
        after=re.compile(rf"\s+(?:{vocabulary.alternation(known.weekday_not_before)})\b"),
        night_before=re.compile(rf"\b(?:{vocabulary.alternation(known.overnight_not_after)})\s+$", re.IGNORECASE),
        night_after=re.compile(rf"\s+(?:{vocabulary.alternation(known.overnight_not_before)})\b"),
        speech_before=re.compile(rf"\b(?:{speech})\s+(?:\w+\s+)?(?:late\s+)?$", re.IGNORECASE),
        fire=re.compile(rf"\b(?:{vocabulary.alternation(known.fire)})", re.IGNORECASE),
    )
