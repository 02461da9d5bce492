"""The grammar of dates: one pattern for each way to write a time, and what days it means.

A rule's value is a `Days`: first and last day, or neither where the words fix none ("recently"). None says that the
match is no date at all. Rules know one sentence; what needs the text (anchors, "since") is done in dates.py.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from etl.extract import days, vocabulary
from etl.extract.date_words import names, number, words
from etl.extract.days import DAY, Span
from etl.records import DatePrecision

SURELY = (  # words before "May" or "June" that leave no doubt
    "in|since|during|until|till|by|from|through|throughout|of|between|before|after|early|late|mid|this|last|next|around"
)
FAR_PAST, NEAR_FUTURE = 270, 75  # days: a yearless date so long ago means the coming one, if that is so near


@dataclass(frozen=True, slots=True)
class Days:
    """What days an expression may mean; both None where nothing fixes them."""

    first: dt.date | None
    last: dt.date | None
    precision: DatePrecision = "day"
    future: bool = False
    overnight: bool = False
    since: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know: the sentence, the day it was published, how to tell an announcement."""

    sentence: str
    reference: dt.date | None
    announced: Callable[[int, int], bool]  # start and end in the sentence

    def future(self, match: re.Match[str]) -> bool:
        """Tell whether the clause announces what the match dates."""
        return self.announced(match.start(), match.end())


Value = Callable[[re.Match[str], Context], Days | None]
UNKNOWN = Days(None, None)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and its value."""

    name: str
    pattern: re.Pattern[str]
    value: Value


def _one(found: dt.date | None, *, future: bool = False, overnight: bool = False) -> Days:
    return Days(found, found, "day", future, overnight)


def _span(found: Span, precision: DatePrecision, *, future: bool = False) -> Days:
    return Days(found[0], found[1], precision, future)


# Days of the calendar


def _month_number(name: str) -> int:
    return names().months[name.rstrip(".")]


def _calendar_day(match: re.Match[str], context: Context) -> Days | None:
    """A day and a month, perhaps with a year and a weekday; without a year the nearest."""
    fields = match.groupdict()
    month = _month_number(fields["month"])
    date = int(re.sub(r"\D", "", fields["day"]))
    if fields["year"]:
        return _one(days.day(int(fields["year"]), month, date))
    if match.start() and context.sentence[match.start() - 1].isalpha():
        return None
    weekday = names().weekdays.get(fields.get("weekday") or "")
    return _yearless(month, date, weekday, match, context)


def _yearless(month: int, date: int, weekday: int | None, match: re.Match[str], context: Context) -> Days | None:
    reference = context.reference
    if reference is None or days.day(2024, month, date) is None:
        return UNKNOWN
    years = range(reference.year - 4, reference.year + 5)
    candidates = [found for year in years if (found := days.day(year, month, date))]
    past = max((found for found in candidates if found <= reference), default=reference)
    coming = min((found for found in candidates if found >= reference), default=reference)
    future = context.future(match)
    if weekday is not None and {past.weekday(), coming.weekday()} & {weekday}:
        return _one(past if past.weekday() == weekday else coming, future=past.weekday() != weekday)
    if (reference - past).days > FAR_PAST and (coming - reference).days <= NEAR_FUTURE:
        future = True
    return _one(coming if future else past, future=future)


def _iso_day(match: re.Match[str], context: Context) -> Days | None:
    found = days.day(int(match["year"]), int(match["month"]), int(match["day"]))
    return _one(found) if found else None


def _numeric_day(match: re.Match[str], context: Context) -> Days | None:
    """Day-first, as Europe writes it; with slashes only where no other reading is possible."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == "/" and first <= 12 and second <= 12 and first != second:
        return UNKNOWN
    if match["mark"] == "/" and second > 12:
        first, second = second, first
    found = days.day(year, second, first)
    return _one(found) if found else None


def _day_span(match: re.Match[str], context: Context) -> Days | None:
    """From a day to a day; the month or year of one side holds for the other."""
    fields = match.groupdict()
    last_month = _month_number(fields["last_month"] or fields["first_month"])
    first_month = _month_number(fields["first_month"] or fields["last_month"])
    first_date, last_date = (int(re.sub(r"\D", "", fields[key])) for key in ("first_day", "last_day"))
    if fields["year"]:
        last = days.day(int(fields["year"]), last_month, last_date)
    else:
        told = _yearless(last_month, last_date, None, match, context)
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


def _weekday_span(match: re.Match[str], context: Context) -> Days | None:
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


def _weekday(match: re.Match[str], context: Context) -> Days | None:
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
    return _one(_which_weekday(weekday, which, reference, future=future), future=future)


def _which_weekday(weekday: int, which: str, reference: dt.date, *, future: bool) -> dt.date:
    match which.split():
        case ["last", "week"]:
            return days.week_span(reference, -1)[0] + weekday * DAY
        case ["last"]:
            return days.weekday(reference - DAY, weekday, future=False)
        case ["next", *_]:
            return days.week_span(reference, 1)[0] + weekday * DAY
        case ["this"]:
            return days.week_span(reference)[0] + weekday * DAY
    return days.weekday(reference, weekday, future=future)


def _night_into(match: re.Match[str], context: Context) -> Days | None:
    """A night from one weekday into another: the day on which it ends."""
    if context.reference is None:
        return replace(UNKNOWN, overnight=True)
    future = context.future(match)
    last = names().weekdays[match["last"]]
    return _one(days.weekday(context.reference, last, future=future), future=future, overnight=True)


RELATIVE_DAYS = {
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "earlier today": 0, "later today": 0, "the day before yesterday": -2, "the day after tomorrow": 2, "tonight's": 0,
}  # fmt: skip


def _relative_day(match: re.Match[str], context: Context) -> Days | None:
    if context.reference is None:
        return UNKNOWN
    offset = RELATIVE_DAYS[" ".join(match["when"].lower().split())]
    return _one(context.reference + offset * DAY, future=offset > 0 or match["when"].lower().startswith("later"))


def _overnight(match: re.Match[str], context: Context) -> Days | None:
    sentence = context.sentence
    if _vetoes().night_before.search(sentence[max(0, match.start() - 20) : match.start()]):
        return None
    if _vetoes().night_after.match(sentence, match.end()):
        return None
    return _one(context.reference, overnight=True)


def _last_night(match: re.Match[str], context: Context) -> Days | None:
    """The night that ended this morning where things were fired; where somebody spoke or met, the evening before."""
    if context.reference is None:
        return replace(UNKNOWN, overnight=True)
    before, after = context.sentence[max(0, match.start() - 35) : match.start()], context.sentence[match.end() :][:35]
    if _vetoes().speech_before.search(before) or not (_vetoes().fire.search(before) or _vetoes().fire.search(after)):
        return _one(context.reference - DAY)
    return _one(context.reference, overnight=True)


# Weeks, months, years


def _relative_period(match: re.Match[str], context: Context) -> Days | None:
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
        return _span(span, precision, future=offset > 0)
    if part == "later" or (part != "earlier" and context.future(match)):
        return _span((reference, span[1]), precision, future=True)
    return _span((span[0], reference), precision)


def _weekend(match: re.Match[str], context: Context, offset: int = 0) -> Days | None:
    reference = context.reference
    if reference is None:
        return UNKNOWN
    if offset > 0:
        return _span(
            days.weekend_span(reference + 7 * DAY * (reference.weekday() >= 5), future=True), "day", future=True
        )
    if offset < 0:
        return _span(days.weekend_span(days.week_span(reference)[0] - DAY, future=False), "day")
    future = context.future(match)
    return _span(days.weekend_span(reference, future=future), "day", future=future)


def _bare_weekend(match: re.Match[str], context: Context) -> Days | None:
    return _weekend(match, context)


def _past_stretch(match: re.Match[str], context: Context) -> Days | None:
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


def _ago(match: re.Match[str], context: Context) -> Days | None:
    """So many days, weeks, months ago; "about two weeks ago" and "a few days ago" fix nothing."""
    unit, reference = match["unit"].lower(), context.reference
    count = number(match["count"] or "") if match["count"] else None
    if match["loosely"] or count is None or reference is None:
        return Days(None, None)
    if unit == "day" and count <= 3660:
        return _one(reference - count * DAY)
    if unit == "week" and count <= 520:
        return Days(reference - 7 * count * DAY, reference - 7 * count * DAY, "week")
    if unit == "month" and count <= 240:
        return _span(days.months_away(reference, -count), "month")
    if unit == "year" and count <= 100:
        return _span(days.year_span(reference.year - count), "year")
    if unit in ("hour", "minute", "second"):
        return _one(reference) if unit != "hour" or count <= 3 else UNKNOWN
    return UNKNOWN


def _month(match: re.Match[str], context: Context) -> Days | None:
    """A month by name: with its year, or the latest that has begun, or the coming one where it is announced."""
    month = _month_number(match["month"])
    if match["year"]:
        return _span(days.month_span(int(match["year"]), month), "month")
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
    return _span(days.month_span(year, month), "month", future=future)


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
        verb = name.title() in ("March", "April") and re.match(r"\s+(?:was|saw|has|had|is)\b", after)
        return bool(verb) or (led and not surname)
    return led or not surname


def _month_span(match: re.Match[str], context: Context) -> Days | None:
    first_month, last_month = _month_number(match["first"]), _month_number(match["last"])
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


def _year(match: re.Match[str], context: Context) -> Days | None:
    if _vetoes().counted.match(context.sentence, match.end()):
        return None
    return _span(days.year_span(int(match["year"])), "year")


def _year_span(match: re.Match[str], context: Context) -> Days | None:
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    listed = "and" in match[0] and not re.search(r"\bbetween\s+$", context.sentence[: match.start()], re.IGNORECASE)
    if listed or not first < last <= days.LAST_YEAR:
        return None
    return Days(dt.date(first, 1, 1), dt.date(last, 12, 31), "year")


def _part_of_year(match: re.Match[str], context: Context) -> Days | None:
    """A quarter or half of a year that is named, or of this year or the last."""
    fields = match.groupdict()
    if fields["year"]:
        year = int(fields["year"])
    elif context.reference is None:
        return Days(None, None, "month")
    else:
        year = context.reference.year - bool(fields["last"])
    nth = ["first", "second", "third", "fourth"].index(fields["nth"].lower()) if fields["nth"].isalpha() else None
    index = int(fields["nth"]) - 1 if nth is None else nth
    length = 6 if fields.get("part", "").lower() == "half" else 3
    if (index + 1) * length > 12:
        return None
    first = dt.date(year, index * length + 1, 1)
    return _span((first, days.months_away(first, length - 1)[1]), "month")


def _season(match: re.Match[str], context: Context) -> Days | None:
    """A season; the winter of a year lies in two years, and is fixed only as the last or this one."""
    season = "autumn" if match["season"].lower() in ("fall", "autumn") else match["season"].lower()
    which, reference = (match["which"] or "").lower().split(), context.reference
    if match["year"]:
        if season == "winter":
            return Days(None, None, "month")
        return _span(days.season_span(int(match["year"]), season), "month")  # type: ignore[arg-type]
    if reference is None:
        return Days(None, None, "month")
    future = "next" in which or "coming" in which or ("last" not in which and context.future(match))
    spans = [days.season_span(year, season) for year in range(reference.year - 2, reference.year + 3)]  # type: ignore[arg-type]
    if future:
        found = min(span for span in spans if span[1] >= reference)
    else:
        found = max(span for span in spans if (span[1] if "last" in which else span[0]) <= reference)
    return _span(found, "month", future=future)


def _decade(match: re.Match[str], context: Context) -> Days | None:
    first = int(match["year"])
    return Days(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "year")


# Feasts, named days, wars


def _feast(match: re.Match[str], context: Context) -> Days | None:
    """A feast of Easter's or of a fixed day: in the named year, or the nearest."""
    name = " ".join(match["feast"].replace("’", "'").split())
    if name in words().easter:
        return _easter_feast(words().easter[name], match, context)
    month, date = words().fixed_feasts[name]
    if match["church"] and match["church"].lower() == "orthodox" and (month, date) == (12, 25):
        month, date = 1, 7
    if match["year"]:
        return _one(days.day(int(match["year"]), month, date))
    return _yearless(month, date, None, match, context)


def _easter_feast(offset: int, match: re.Match[str], context: Context) -> Days | None:
    """The churches' Easters differ in most years: without a word for one, only a feast that one of them just had."""
    church, reference = (match["church"] or "").lower(), context.reference
    rites = [True] if church == "orthodox" else [False] if church else [True, False]
    if match["year"]:
        found = {days.easter_sunday(int(match["year"]), orthodox=rite) + offset * DAY for rite in rites}
        return _one(found.pop()) if len(found) == 1 else UNKNOWN
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
    return _one(found_day, future=bool(found_day and found_day > reference))


def _named_day(match: re.Match[str], context: Context) -> Days | None:
    for named in words().named_days:
        if match["name"] in named.names and _near(named.words, context.sentence, match):
            return _one(named.day) if context.reference is None or context.reference >= named.day else None
    return None


def _near(wanted: tuple[str, ...], sentence: str, match: re.Match[str]) -> bool:
    around = sentence[max(0, match.start() - 60) : match.end() + 60]
    return any(re.search(rf"\b{re.escape(word)}\b", around) for word in wanted)


def _vague(match: re.Match[str], context: Context) -> Days | None:
    return UNKNOWN


@dataclass(frozen=True, slots=True)
class _Vetoes:
    before: re.Pattern[str]
    after: re.Pattern[str]
    night_before: re.Pattern[str]
    night_after: re.Pattern[str]
    speech_before: re.Pattern[str]
    fire: re.Pattern[str]
    month_after: re.Pattern[str]
    month_surely_after: re.Pattern[str]
    counted: re.Pattern[str]


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
        month_after=re.compile(
            rf"(?:\b(?:{SURELY}|and|to|or|the|a|an|for|back|only|vs)\s+|\bmid-|['’]s?\s+|\()$", re.IGNORECASE
        ),
        month_surely_after=re.compile(rf"\b(?:{SURELY})\s+$", re.IGNORECASE),
        counted=re.compile(
            r"\s+(?:people|soldiers|drones|missiles|shells|civilians|troops|children|hectares|tons|tonnes|km|"
            r"kilomet|square|dollars|euros|percent|per cent|days|hours|rounds|meters|metres|targets|prisoners)"
        ),
    )


@cache
def rules() -> tuple[Rule, ...]:
    """Return the grammar, compiled once."""
    known = words()
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    year = r"(?:19|20)\d\d"
    week = vocabulary.alternation(names().weekdays)
    short = {form for forms in known.months for form in forms[1:]}
    full = names().months.keys() - short - {form.upper() for form in short}
    month = rf"(?:(?:{vocabulary.alternation(full)})|(?:{vocabulary.alternation(short)})\b\.?)"
    count = rf"(?:\d{{1,4}}|(?i:{vocabulary.alternation(known.numbers)}))"
    to = r"\s*(?:-|–|—|\bto\b|\buntil\b|\bthrough\b|\band\b)\s*"
    loosely = (
        r"(?:(?:about|around|roughly|nearly|almost|over|more\s+than|less\s+than|at\s+least|some|just\s+over|just\s+under|"
        r"under|approximately)\s+)"
    )
    feasts = vocabulary.alternation(
        {form for name in (*known.easter, *known.fixed_feasts) for form in (name, name.replace("'", "’"))}
    )
    named = vocabulary.alternation(name for named in known.named_days for name in named.names)
    patterns: tuple[tuple[str, str, Value], ...] = (
        ("named_day", rf"\b(?P<name>{named})\b(?!,?\s+{year})", _named_day),  # before the days that look like it
        ("iso_day", rf"(?<!\d)(?P<year>{year})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", _iso_day),
        (
            "numeric_day",
            rf"(?<![\d./])(?P<first>\d{{1,2}})(?P<mark>[./])(?P<second>\d{{1,2}})(?P=mark)(?P<year>{year})(?![\d/])",
            _numeric_day,
        ),
        (
            "day_first",
            rf"(?:\b(?P<weekday>{week})[,\s(]+(?:the\s+)?)?(?<!\d)(?<!\d[.,:])(?P<day>{day})(?:\s+of)?\s+(?P<month>{month})"
            rf"(?:,?\s+(?P<year>{year}))?(?![\w-])",
            _calendar_day,
        ),
        (
            "month_first",
            rf"(?:\b(?P<weekday>{week})[,\s(]+)?\b(?P<month>{month})\s+(?P<day>{day})(?!\d|[.,:]\d)"
            rf"(?:,?\s+(?P<year>{year})(?!\d))?(?!\w)",
            _calendar_day,
        ),
        (
            "month_first_glued_year",
            rf"\b(?P<month>{month})\s+(?P<day>{day}),(?P<year>{year})(?!\w)",
            _calendar_day,
        ),
        (
            "day_span",
            rf"(?:\b(?i:from|between)\s+)?(?<![\d.,:])(?P<first_day>{day})(?:\s+(?P<first_month>{month})"
            rf"(?:,?\s+(?P<first_year>{year}))?)?{to}(?P<last_day>{day})\s+(?P<last_month>{month})"
            rf"(?:,?\s+(?P<year>{year}))?(?!\w)",
            _day_span,
        ),
        (
            "month_day_span",
            rf"(?:\b(?i:from|between)\s+)?\b(?P<first_month>{month})\s+(?P<first_day>{day})(?:,\s+(?P<first_year>{year}))?"
            rf"{to}(?:(?P<last_month>{month})\s+)?(?P<last_day>{day})(?!\d|[.,:]\d)(?:,?\s+(?P<year>{year}))?(?!\w)",
            _day_span,
        ),
        (
            "weekday_span",
            rf"\b(?:(?i:from|between)\s+)?(?P<first>{week})\s*(?P<link>-|–|to|until|through|and\s+on|and)\s*(?P<last>{week})\b",
            _weekday_span,
        ),
        (
            "night_into",
            rf"\b(?:(?i:overnight|(?:the\s+)?night)|(?:(?i:late)\s+(?:on\s+)?)?(?:{week})(?:\s+(?i:night|evening))?)\s+"
            rf"(?:and\s+)?into\s+(?:the\s+)?(?:early\s+)?(?:hours\s+of\s+)?(?P<last>{week})\b(?:\s+morning)?",
            _night_into,
        ),
        (
            "night_between",
            rf"\b(?:(?i:overnight|(?:the\s+)?night)\s+(?:(?:of|on|from|between)\s+)?(?:{week})(?:\s+night)?|(?:{week})\s+night)"
            rf"\s*(?:to|-|–|and)\s*(?P<last>{week})\b(?:\s+morning)?",
            _night_into,
        ),
        (
            "weekday",
            rf"(?:\b|(?<=[A-Z][a-z]{{2}})(?=last)|(?<=[a-z]{{3}})(?=last\s))"
            rf"(?:(?P<which>(?i:last|next|this\s+coming|this\s+past|this))\s+)?(?:(?i:early|late)\s+(?:on\s+)?)?(?<!\w)?"
            rf"(?P<weekday>{week})\b(?:\s+(?i:early\s+)?(?i:morning|afternoon|evening|night|lunchtime))?"
            rf"(?:,?\s+(?:of\s+)?(?P<week>(?i:last|next|this)\s+week))?",
            _weekday,
        ),
        (
            "relative_day",
            rf"\b(?P<when>(?i:{vocabulary.alternation(RELATIVE_DAYS)}))\b"
            rf"(?:\s+(?i:morning|afternoon|evening|night))?",
            _relative_day,
        ),
        ("overnight", r"\b(?i:overnight)\b", _overnight),
        ("last_night", r"\b(?i:last\s+night)\b", _last_night),
        (
            "relative_period",
            r"\b(?:(?P<part>(?i:earlier|later|early|late))\s+)?(?P<which>(?i:last|this|next|the\s+previous|the\s+coming))\s+"
            r"(?P<unit>(?i:week|month|year|weekend))\b",
            _relative_period,
        ),
        ("weekend", r"\b(?i:weekend)\b", _bare_weekend),
        (
            "past_stretch",
            rf"\b(?i:(?:the\s+)?(?:past|last|previous))\s+(?:(?P<count>{count})[\s-]+)?"
            rf"(?P<unit>(?i:hours?|days?|weeks?|months?|years?))\b",
            _past_stretch,
        ),
        (
            "ago",
            rf"\b(?P<loosely>(?i:{loosely}))?(?P<count>{count}|(?i:a\s+few|several|many|some|a\s+couple\s+of))?[\s-]*"
            rf"\b(?P<unit>(?i:second|minute|hour|day|week|month|year|decade))s?\s+(?i:ago)\b",
            _ago,
        ),
        (
            "month",
            rf"(?<!\w)(?<!\d-)(?:(?P<which>(?i:last|next|this))\s+)?(?P<month>{month})(?:,?\s+(?:of\s+)?(?P<year>{year}))?(?!\w)",
            _month,
        ),
        (
            "month_span",
            rf"\b(?:(?i:from|between)\s+)?(?P<first>{month})(?:\s+(?P<first_year>{year}))?\s*(?P<link>-|–|to|through|until|and)\s*"
            rf"(?P<last>{month})(?:,?\s+(?P<year>{year}))?(?!\s*\d)",
            _month_span,
        ),
        (
            "year",
            rf"\b(?P<lead>(?i:in|since|of|by|until|till|from|to|during|early|late|mid|and|the|before|after|between|throughout|back\s+in|"
            rf"for|a|an|its|their|his|her|through|vs|than|s|or)[\s-]\(?)(?P<year>{year})\b(?!\s*[%$€£]|[-–]?\w|[.,]\d)",
            _year,
        ),
        (
            "year_span",
            rf"(?<![\d-])(?P<first>{year})\s?(?:[-–/]|\bto\b|\band\b)\s?(?P<last>{year}|\d\d)(?![\d-])",
            _year_span,
        ),
        (
            "part_of_year",
            rf"\b(?P<nth>(?i:first|second|third|fourth))\s+(?P<part>(?i:half|quarter))\s+of\s+"
            rf"(?:(?:the|this|(?P<last>last))\s+year\b|(?P<year>{year})\b)",
            _part_of_year,
        ),
        ("quarter", rf"\bQ(?P<nth>[1-4])\s+(?P<year>{year})\b", _part_of_year),
        (
            "season",
            rf"\b(?P<which>(?i:last|this|next|this\s+coming|the|in|over\s+the|during\s+the|by\s+the|early|late|since|of))\s+"
            rf"(?P<season>(?i:spring|summer|autumn|fall|winter))\b(?:\s+(?:of\s+)?(?P<year>{year}))?",
            _season,
        ),
        ("decade", r"\b(?P<year>(?:19|20)\d0)s\b", _decade),
        (
            "feast",
            rf"\b(?:(?P<church>(?i:orthodox|catholic|western))\s+)?(?P<feast>{feasts})\b(?:\s+(?:in\s+)?(?P<year>{year}))?",
            _feast,
        ),
        (
            "vague",
            r"\b(?i:recently|(?:in\s+)?recent\s+(?:days|weeks|months|years)|for\s+(?:days|weeks|months|years|decades)|"
            r"(?:in\s+)?the\s+coming\s+(?:days|weeks|months)|(?:in|over)\s+the\s+years)\b",
            _vague,
        ),
    )
    return tuple(Rule(name, re.compile(pattern), value) for name, pattern, value in patterns)
