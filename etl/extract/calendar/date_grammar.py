"""The grammar of dates: one pattern for each way to write a time, and the function that says what days it means.

A rule is tried only in a sentence that has the words it cannot do without; most sentences have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import ahocorasick

from etl.extract import vocabulary
from etl.extract.calendar import date_days, date_feasts, date_periods
from etl.extract.calendar.date_values import Value, unknown
from etl.extract.calendar.date_words import names, words
from etl.extract.caseless import names_any

Need = Literal[
    "month", "weekday", "year", "today", "night", "unit", "part", "ago", "weekend", "season", "feast", "named", "vague",
    "which", "first", "into",
]  # fmt: skip
NO_TIMES: frozenset[Need] = frozenset({"which", "first", "into"})  # only beside one of the others
WORD = re.compile(r"\w+")
NUMBERED_YEAR = re.compile(r"(?:19|20)\d\d")
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
WHOSE_YEAR = r"\s+(?:of\s+)?(?P<whose>last|this|next)\s+year\b"
TO = r"\s*(?:[-–—/]|\bto\b|\buntil\b|\bthrough\b|\band\b)\s*"
LOOSELY = (
    r"(?i:(?:about|around|roughly|nearly|almost|over|more\s+than|less\s+than|at\s+least|some|just\s+over|just\s+under|"
    r"under|approximately)\s+)"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, its value, and what words a sentence must have. The mention begins behind the group `lead`."""

    name: str
    needs: set[Need]
    pattern: re.Pattern[str]
    value: Value


def needs_in(sentence: str) -> set[Need]:
    """Return which of the words that rules need the sentence has; none if they cannot make a time."""
    found: set[Need] = set()
    if not names_any(sentence, _times()):
        return found
    for last, (length, needs) in _needs().iter(sentence):
        before, after = last - length, last + 1
        if (before < 0 or not _in_word(sentence[before])) and (after == len(sentence) or not _in_word(sentence[after])):
            found |= needs
    if NUMBERED_YEAR.search(sentence):
        found.add("year")
    return set() if found <= NO_TIMES else found


@cache
def _times() -> frozenset[str]:
    """Return the words of times in lower case, and how the number of a year begins."""
    return frozenset({"19", "20"}).union(word.lower() for word, (_, needs) in _needs().items() if not needs <= NO_TIMES)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@cache
def rules() -> tuple[Rule, ...]:
    """Return the grammar, compiled once. Where two rules match the same words, the first counts."""
    listed = (*_feasts(), *_calendar(), *_weekdays(), *_today(), *_periods(), *_years())
    return tuple(Rule(name, needs, re.compile(pattern), value) for name, needs, pattern, value in listed)


_Listed = tuple[str, set[Need], str, Value]


def _week() -> str:
    return vocabulary.alternation(names().weekdays)


@cache
def _month() -> str:
    short = {form for forms in words().months for form in forms[1:]}
    full = names().months.keys() - short - {form.upper() for form in short}
    return rf"(?:(?:{vocabulary.alternation(full)})|(?:{vocabulary.alternation(short)})\b\.?)"


def _count() -> str:
    return rf"(?:\d{{1,4}}|(?i:{vocabulary.alternation(words().numbers)}))"


def _feasts() -> Iterator[_Listed]:
    known = words()
    feasts = vocabulary.alternation(_both_apostrophes((*known.easter, *known.fixed_feasts)))
    named = vocabulary.alternation(name for day in known.named_days for name in day.names)
    church = r"(?:(?P<church>(?i:orthodox|catholic|western))\s+)?"
    yield "named_day", {"named"}, rf"\b(?P<name>{named})\b(?!,?\s+{YEAR})", date_feasts.named_day
    yield "feast", {"feast"}, rf"\b{church}(?P<feast>{feasts})\b(?:\s+(?:in\s+)?(?P<year>{YEAR}))?", date_feasts.feast


def _calendar() -> Iterator[_Listed]:
    week, month = _week(), _month()
    numeric = r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)"
    iso = rf"(?<!\d)(?P<year>{YEAR})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"
    yield "iso_day", {"year"}, iso, date_days.iso_day
    yield "numeric_day", {"year"}, rf"{numeric}(?P<year>{YEAR})(?![\d/-])", date_days.numeric_day
    yield (
        "day_first",
        {"month"},
        rf"(?:\b(?P<weekday>{week})[,\s(]+(?:the\s+)?)?(?<!\d)(?<!\d[.,:])(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{month})"
        rf"(?:,?\s+(?P<year>{YEAR})|{WHOSE_YEAR})?(?![\w-])",
        date_days.calendar_day,
    )
    yield (
        "month_first",
        {"month"},
        rf"(?:\b(?P<weekday>{week})[,\s(]+)?\b(?P<month>{month})\s+(?P<day>{DAY})(?!\d|[.,:]\d)"
        rf"(?:,?\s+(?P<year>{YEAR})(?!\d)|{WHOSE_YEAR})?(?!\w)",
        date_days.calendar_day,
    )
    yield (
        "glued_year",
        {"month"},
        rf"\b(?P<month>{month})\s+(?P<day>{DAY}),(?P<year>{YEAR})(?!\w)",
        date_days.calendar_day,
    )
    yield (
        "day_span",
        {"month"},
        rf"(?:\b(?i:from|between)\s+)?(?<![\d.,:])(?P<first_day>{DAY})(?:\s+(?P<first_month>{month})"
        rf"(?:,?\s+(?P<first_year>{YEAR}))?)?{TO}(?P<last_day>{DAY})\s+(?P<last_month>{month})"
        rf"(?:,?\s+(?P<year>{YEAR}))?(?!\w)",
        date_days.day_span,
    )
    yield (
        "month_day_span",
        {"month"},
        rf"(?:\b(?i:from|between)\s+)?\b(?P<first_month>{month})\s+(?P<first_day>{DAY})(?:,\s+(?P<first_year>{YEAR}))?"
        rf"{TO}(?:(?P<last_month>{month})\s+)?(?P<last_day>{DAY})(?!\d|[.,:]\d)(?:,?\s+(?P<year>{YEAR}))?(?!\w)",
        date_days.day_span,
    )


def _weekdays() -> Iterator[_Listed]:
    week = _week()
    link = r"(?P<link>-|–|to|until|through|and\s+on|and)"
    part = r"(?:\s+(?i:early\s+)?(?i:morning|afternoon|evening|night|lunchtime))?"
    night = r"(?i:overnight|(?:the\s+)?night)"
    yield (
        "weekday_span",
        {"weekday"},
        rf"\b(?:(?i:from|between)\s+)?(?P<first>{week})\s*{link}\s*(?P<last>{week})\b",
        date_days.weekday_span,
    )
    yield (
        "night_into",
        {"weekday", "into"},
        rf"\b(?:{night}|(?:(?i:late)\s+(?:on\s+)?)?(?:{week})(?:\s+(?i:night|evening))?)\s+(?:and\s+)?into\s+(?:the\s+)?"
        rf"(?:early\s+)?(?:hours\s+of\s+)?(?P<last>{week})\b(?:\s+morning)?",
        date_days.night_into,
    )
    yield (
        "night_between",
        {"weekday", "night"},
        rf"\b(?:{night}\s+(?:(?:of|on|from|between)\s+)?(?:{week})(?:\s+night)?|(?:{week})\s+night)"
        rf"\s*(?:to|-|–|and)\s*(?P<last>{week})\b(?:\s+morning)?",
        date_days.night_into,
    )
    yield (
        "night_of_two_days",
        {"weekday", "night"},
        rf"\b(?:{week})\s*(?:to|-|–)\s*(?P<last>{week})\s+night\b",
        date_days.night_into,
    )
    yield (
        "weekday",  # "Vladimir Putinlast Friday" has lost its blank; "a blast Friday" has not
        {"weekday"},
        rf"(?:\b|(?=last\s)(?<=[a-z]{{3}})(?<![a-z]\s[a-z]))(?:(?P<which>(?i:last|next|(?:this\s+)?coming|this\s+past|this))\s+)?"
        rf"(?:(?i:early|late)\s+(?:on\s+)?)?(?P<weekday>{week})\b{part}(?:,?\s+(?:of\s+)?(?P<week>(?i:last|next|this)\s+week))?",
        date_days.weekday,
    )


def _today() -> Iterator[_Listed]:
    day = vocabulary.alternation(date_days.RELATIVE_DAYS)
    part = r"(?:\s+(?i:morning|afternoon|evening|night))?"
    named = rf"(?:\s*[,(]\s*(?P<weekday>{_week()})\b\)?)?"  # "today (Friday)"
    during = r"during\s+the\s+night(?!\s+(?:of|on|from|between|to|into|before)\b)"
    yield "relative_day", {"today"}, rf"\b(?P<when>(?i:{day}))\b{part}{named}", date_days.relative_day
    yield "overnight", {"night"}, rf"\b(?i:overnight|this\s+night|{during}\b)", date_days.overnight
    yield "last_night", {"night"}, r"\b(?i:last\s+night)\b", date_days.last_night


def _periods() -> Iterator[_Listed]:
    unit = r"(?P<unit>(?i:hours?|days?|weeks?|months?|years?))"
    which = r"(?P<which>(?i:last|this|next|the\s+previous|the\s+coming))"
    season = r"(?P<season>(?i:spring|summer|autumn|fall|winter))"
    led = r"(?P<which>(?i:last|this|next|this\s+coming|the|in|over\s+the|during\s+the|by\s+the|early|late|since|of))"
    season_year = rf"(?:\s+(?:of\s+)?(?P<year>{YEAR})(?:[-–/](?P<next_year>{YEAR}|\d\d))?)?"
    few = r"(?i:a\s+few|several|many|some|a\s+couple\s+of)"
    yield (
        "relative_period",
        {"unit", "which"},
        rf"\b(?:(?P<part>(?i:earlier|later|early|late))\s+)?{which}\s+(?P<unit>(?i:week|month|year|weekend))\b",
        date_periods.relative_period,
    )
    yield "weekend", {"weekend"}, r"\b(?i:weekend)\b", date_periods.bare_weekend
    yield (
        "past_stretch",
        {"unit", "which"},
        rf"\b(?i:(?:the\s+)?(?:past|last|previous(?!\s+(?:day|week|month|year)\b)))\s+(?:(?P<count>{_count()})[\s-]+)?{unit}\b"
        r"(?!\s+of\b)",
        date_periods.past_stretch,
    )
    yield (
        "ago",
        {"ago"},
        rf"\b(?:(?P<loosely>{LOOSELY})?(?P<count>{_count()}|{few})[\s-]+)?"
        r"(?P<unit>(?i:second|minute|hour|day|week|month|year|decade))s?\s+(?i:ago)\b"
        r"(?P<today>\s+today\b)?",
        date_periods.ago,
    )
    yield "vaguely_ago", {"ago"}, r"\b(?i:ago)\b", unknown  # "a year and a half ago"
    yield "season", {"season"}, rf"\b{led}\s+{season}\b{season_year}", date_periods.season
    yield (
        "vague",
        {"vague"},
        r"\b(?i:recently|(?:in\s+)?recent\s+(?:days|weeks|months|years)|for\s+(?:days|weeks|months|years|decades)|"
        r"(?:in\s+)?the\s+coming\s+(?:days|weeks|months)|(?:in|over)\s+the\s+years|"
        r"(?:days|weeks|months|years)\s+(?:later|earlier))\b",
        unknown,
    )


def _years() -> Iterator[_Listed]:
    month = _month()
    before_year = (
        r"(?i:in|since|of|by|until|till|from|to|during|early|late|mid|and|the|before|after|between|throughout|back\s+in|"
        r"for|a|an|its|their|his|her|through|vs|than|s|or)"
    )
    yield (
        "month",
        {"month"},
        rf"(?<!\w)(?<!\d-)(?:(?P<which>(?i:last|next|this))\s+)?(?P<month>{month})"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|{WHOSE_YEAR})?(?!\w)",
        date_periods.month,
    )
    yield (
        "week_of_month",
        {"month", "unit"},
        rf"\b(?P<nth>(?i:first|last))\s+week\s+of\s+(?P<month>{month})(?:\s+(?P<year>{YEAR}))?(?!\w)",
        date_periods.week_of_month,
    )
    yield (
        "month_span",
        {"month"},
        rf"\b(?:(?i:from|between)\s+)?(?P<first>{month})(?:\s+(?P<first_year>{YEAR}))?\s*"
        rf"(?P<link>-|–|to|through|until|and)\s*(?P<last>{month})(?:,?\s+(?P<year>{YEAR}))?(?!\w|\s*\d)",
        date_periods.month_span,
    )
    yield (
        "year",
        {"year"},
        rf"\b(?P<lead>{before_year}[\s-]\(?)(?P<year>{YEAR})\b(?!\s*[%$€£]|[-–]?\w|[.,]\d)",
        date_periods.year,
    )
    yield (
        "year_span",
        {"year"},
        rf"(?<![\d-])(?P<first>{YEAR})\s?(?:[-–/]|\bto\b|\band\b)\s?(?P<last>{YEAR}|\d\d)(?![\d-])",
        date_periods.year_span,
    )
    yield (
        "part_of_year",
        {"part"},
        rf"\b(?P<nth>(?i:first|second|third|fourth))\s+(?P<part>(?i:half|quarter))\s+of\s+"
        rf"(?:(?:the|this|(?P<last>last))\s+year\b|(?P<year>{YEAR})\b)",
        date_periods.part_of_year,
    )
    yield (
        "first_months",
        {"unit", "first"},
        rf"\b(?i:first)\s+(?P<count>{_count()})\s+months\s+of\s+(?:(?:the|this|(?P<last>last))\s+year\b|(?P<year>{YEAR})\b)",
        date_periods.first_months,
    )
    yield "quarter", {"year"}, rf"\bQ(?P<nth>[1-4])\s+(?P<year>{YEAR})(?P<last>)\b", date_periods.part_of_year
    yield "decade", {"year"}, r"\b(?P<year>(?:19|20)\d0)s\b", date_periods.decade


@cache
def _needs() -> ahocorasick.Automaton:
    """Return the words that rules cannot do without, as they may be written; its values are (length, needs)."""
    listed: tuple[tuple[Need, Iterable[str]], ...] = (
        ("month", names().months),
        ("weekday", names().weekdays),
        ("today", ("yesterday", "today", "tonight", "tomorrow", "morning", "afternoon", "evening")),
        ("night", ("night", "overnight")),
        ("unit", ("hour", "hours", "day", "days", "week", "weeks", "weekend", "month", "months", "year", "years")),
        ("part", ("half", "quarter")),
        ("ago", ("ago",)),
        ("weekend", ("weekend",)),
        ("season", ("spring", "summer", "autumn", "fall", "winter")),
        ("feast", _rarest_words((*words().easter, *words().fixed_feasts))),
        ("named", _rarest_words(name for day in words().named_days for name in day.names)),
        ("vague", ("recently", "recent", "days", "weeks", "months", "years", "decades")),
        ("which", ("last", "this", "next", "past", "previous", "coming")),
        ("first", ("first",)),
        ("into", ("into",)),
    )
    needs: dict[str, set[Need]] = {}
    for need, listed_words in listed:
        for word in {form for each in listed_words for form in (each, each.upper(), each[:1].upper() + each[1:])}:
            needs.setdefault(word, set()).add(need)
    built = ahocorasick.Automaton()
    for word, kinds in needs.items():
        built.add_word(word, (len(word), kinds))
    built.make_automaton()
    return built


def _rarest_words(names_of_days: Iterable[str]) -> set[str]:
    """Return of each name the word that few other sentences have: "Palm" of "Palm Sunday"."""
    weekdays = names().weekdays
    return {max(WORD.findall(name), key=lambda word: (word not in weekdays, len(word))) for name in names_of_days}


def _both_apostrophes(written: Iterable[str]) -> set[str]:
    return {form for name in written for form in (name, name.replace("'", "’"))}
