"""Days that count from other days of the text: "a day earlier", "that night", "two days before the strike on Sumy"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from etl.extract import vocabulary
from etl.extract.calendar import days
from etl.extract.calendar.date_values import UNKNOWN, Days, Found
from etl.extract.calendar.date_words import names, number, words
from etl.extract.calendar.days import DAY
from etl.extract.caseless import names_any
from etl.extract.reading import DateMention, Sentence

OPENING = 12  # characters into its sentence: an adverbial that opens it
RECENT = 31  # days
ATTACK = r"(?:strikes?|attacks?|assaults?|bombings?|bombardments?|shelling|raids?|explosions?|blasts?|killings?)"
ANCHORS = frozenset({  # every expression has one
    "earlier", "later", "before", "after", "previous", "preceding", "prior", "following", "next", "same", "that",
})  # fmt: skip
NAME = re.compile(r"\b[A-Z][\w’-]{3,}")


@dataclass(slots=True)
class Story:
    """What the sentences so far have told of days, in one post."""

    post: int
    latest: dt.date | None = None  # the last single day that was named; None again once a longer time was
    by_name: dict[str, dt.date] = field(default_factory=dict)  # a capitalised word to the day of its first sentence

    def remember(self, sentence: Sentence, found: Sequence[DateMention]) -> None:
        """Keep the sentence's days for what later counts from them; days long ago only where none was told."""
        single = [m.first for m in found if m.first and m.first == m.last and m.precision == "day" and not m.future]
        reference = sentence.reference
        background = bool(single and reference and (reference - single[-1]).days > RECENT)
        if single and not (self.latest and background):
            self.latest = single[-1]
        elif found and not single:
            self.latest = _last_of_short_span(found[-1])
        if len(set(single)) == 1:
            for name in NAME.findall(sentence.text):
                self.by_name.setdefault(name, single[0])


def _last_of_short_span(mention: DateMention) -> dt.date | None:
    """Return the last day of "1 and 2 September", from which "a day later" counts; None for a longer time."""
    if mention.first is None or mention.last is None or mention.precision != "day" or mention.since or mention.future:
        return None
    return mention.last if mention.last - mention.first == DAY else None


def anchored(sentence: str, story: Story, plain: Sequence[Found]) -> Iterator[Found]:
    """Yield the expressions that count from a day told before, in this sentence (`plain`) or in the story.

    One that nothing settles is still yielded, without days, where it says when its sentence happened; where it only
    says how two clauses follow one another ("a day after they met"), it is not.
    """
    if not names_any(sentence, ANCHORS):
        return
    for match in _counted_from().finditer(sentence):
        told = [value.first for start, _, value in plain if start < match.start() and _single(value) and value.first]
        anchor = told[-1] if told else story.latest
        if match["named"]:
            anchor = _day_of_named(sentence, match, story)
        value = _away_from(anchor, match) if anchor else UNKNOWN
        opens = match.start() < OPENING or not match["named"]
        if value.first or (opens and not plain):
            yield match.start(), match.end(), value


def _day_of_named(sentence: str, match: re.Match[str], story: Story) -> dt.date | None:
    """The day of "the strike on Sumy": that of the first sentence with a day that named Sumy."""
    rest = sentence[match.end() : match.end() + 60]
    named = re.match(rf"\s+(?:the|a|an|[\w’'-]+[’']s)?\s*(?:[\w-]+\s+){{0,3}}?{ATTACK}\b([^.;,“”\"]*)", rest)
    if named is None:
        return None
    places = [name for name in re.findall(r"[A-Z][\w’-]+", named[0]) if name in story.by_name]
    return story.by_name[places[-1]] if places else (story.latest if not named[1].strip() else None)


def _away_from(anchor: dt.date, match: re.Match[str]) -> Days:
    if match["same"]:
        return Days(anchor, anchor)
    if match["beside"]:
        later = match["beside"].lower() in ("following", "next")
        found = days.weekday(
            anchor + (DAY if later else -DAY), names().weekdays[match["weekday"].title()], future=later
        )
        return Days(found, found)
    if match["adjacent"]:
        sign = -1 if match["adjacent"].lower() in ("previous", "preceding") else 1
        return Days(anchor + sign * DAY, anchor + sign * DAY)
    word = match["count"] or match["evening"]
    count = 1 if word.lower() == "the" or match["evening"] else number(word)
    direction = (match["direction"] or match["named"]).lower()
    sign = -1 if direction.split()[0] in ("earlier", "before", "prior", "previously") else 1
    unit = (match["unit"] or "day").lower()
    if count is None or count > 1000 or unit in ("month", "year"):
        return UNKNOWN
    distance = sign * count * (7 if unit == "week" else 1) * DAY
    return Days(anchor + distance, anchor + distance, "week" if unit == "week" else "day")


def _single(value: Days) -> bool:
    return value.first is not None and value.first == value.last and value.precision == "day"


@cache
def _counted_from() -> re.Pattern[str]:
    weekdays = vocabulary.alternation(words().weekdays)
    count = rf"\d{{1,3}}|{vocabulary.alternation(words().numbers)}"
    return re.compile(
        rf"""\b(?i:(?:just\s+|only\s+|exactly\s+)?(?:
            (?:the\s+)?(?P<same>same|that(?=\s+(?:day|night|evening|morning)\b))\s+(?:very\s+)?(?:day|night|evening|morning)
          | the\s+(?P<beside>previous|preceding|following|next)\s+(?P<weekday>{weekdays})
          | the\s+(?P<adjacent>previous|preceding|following|next)\s+(?:day|night|evening|morning)
          | (?:(?P<count>the|{count})\s+(?P<unit>day|week|month|year)s?|the\s+(?P<evening>night|evening|morning))\s+
            (?:(?P<direction>earlier|later|previously|before(?=\s*(?:[,.;:)”"]|$)|\s+(?:killed|wounded|injured|left|hit|struck|had|that)\b))
             | (?P<named>before|after|prior\s+to|following)(?=\s+(?:the|a|an|[A-Z])))
        ))\b""",
        re.VERBOSE,
    )
