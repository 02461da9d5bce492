"""The days of a sentence on which something may have happened, apart from those on which it was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from etl.extract.caseless import Caseless
from etl.extract.reading import DateMention, Sentence
from etl.extract.scenes.scene_cues import DATELINE, REACH, cues

_SINCE = Caseless(r"\bsince\b[^,;.]*$", needs=("since",))  # since the war began in October 2023
_SINCE_REACH = 100
_SUPERLATIVE = Caseless(
    r"\b(?:deadliest|worst|biggest|largest|heaviest|bloodiest|first|most\s+\w+|highest|greatest|longest|fiercest)\b"
    r"[^.;]{0,90}\bsince\b[^,;.]*$",
    needs=("since",),
)  # "one of the deadliest attacks since the invasion began in 2022" happened on another day
_NAMES_WAR = Caseless(
    r"\s+(?:full-scale\s+|all-out\s+|illegal\s+)?(?:invasion|annexation|seizure)\b",
    needs=("invasion", "annexation", "seizure"),
)  # "before Moscow's February 2022 invasion"
_SAID_AFTER = Caseless(
    r"\s+(?:said|says|reported|announced|confirmed|warned|told)\b",
    needs=("said", "says", "reported", "announced", "confirmed", "warned", "told"),
)
_SUPERLATIVE_REACH = 150
_SINCE_WORD = len("since")  # a mention may begin with it
_AND = Caseless(r"\s+(?:and|into|to|through)\s+(?:the\s+)?(?:early\s+|late\s+|on\s+)?")
_ONE_NIGHT = dt.timedelta(days=3)


def days_of(sentence: Sentence) -> tuple[tuple[DateMention, ...], tuple[DateMention, ...]]:
    """Return the days on which it may have happened, and those of datelines and statements ("said on Monday")."""
    happened: list[DateMention] = []
    said: list[DateMention] = []
    dateline = DATELINE.match(sentence.text)
    for mention in sentence.dates:
        first = mention.start - sentence.start
        if mention.first is None or not _is_past(mention.first, mention.future, sentence.reference):
            continue
        if mention.last is None or mention.last < mention.first:  # "since" a day to come
            continue
        in_dateline = dateline is not None and first < dateline.end()
        last = mention.end - sentence.start
        if is_compared(sentence.text, first) or _NAMES_WAR.match(sentence.text, last):
            continue
        if sentence.text.endswith("fall", first, last) and sentence.text.startswith(" of ", last):
            continue  # "due to the fall of fragments"
        was_said = (
            in_dateline
            or _SAID_AFTER.match(sentence.text, last)
            or cues()["said"].search(sentence.text, max(0, first - REACH), first)
        )
        (said if was_said else happened).append(_with_since(mention, sentence))
    return tuple(_joined(_exact(happened), sentence)), tuple(said)


def is_compared(text: str, until: int) -> bool:
    """Return whether the words up to an offset call something the worst since the day or event that is named there."""
    return _SUPERLATIVE.search(text, max(0, until - _SUPERLATIVE_REACH), until + _SINCE_WORD) is not None


def _is_past(first: dt.date, future: bool, reference: dt.date | None) -> bool:
    return not future or (reference is not None and first <= reference)


def _with_since(day: DateMention, sentence: Sentence) -> DateMention:
    """Return the day as the start of a span up to the report's day, where "since" governs it."""
    first = day.start - sentence.start
    if day.since or not _SINCE.search(sentence.text, max(0, first - _SINCE_REACH), first):
        return day
    last = max(filter(None, (day.last, day.first, sentence.reference)), default=None)
    return day._replace(since=True, last=last)


def _exact(days: list[DateMention]) -> list[DateMention]:
    """Leave out the spans in which another mention names the day: "last week's attack on July 14"."""
    exact = [day for day in days if day.precision == "day"]
    return [span for span in days if span.precision == "day" or not any(_holds(span, day) for day in exact)]


def _holds(span: DateMention, day: DateMention) -> bool:
    if span.first is None or span.last is None or day.first is None or day.last is None:
        return False
    return span.first <= day.first and day.last <= span.last


def _joined(days: list[DateMention], sentence: Sentence) -> Iterator[DateMention]:
    """Yield the days, two that make one span as one: "late Sunday and early Monday"."""
    index = 0
    while index < len(days):
        day, follower = days[index], days[index + 1] if index + 1 < len(days) else None
        if follower and _make_one_span(day, follower, sentence):
            day = day._replace(end=follower.end, last=follower.last)
            index += 1
        yield day
        index += 1


def _make_one_span(day: DateMention, follower: DateMention, sentence: Sentence) -> bool:
    between = sentence.text[day.end - sentence.start : follower.start - sentence.start]
    if day.first is None or follower.last is None or not _AND.fullmatch(between):
        return False
    return dt.timedelta(0) < follower.last - day.first <= _ONE_NIGHT
