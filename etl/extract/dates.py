"""Expressions of time, resolved against the day of the post they stand in.

`date_rules.py` reads a sentence; this module walks the text: it settles overlaps, opens spans ("since Friday"), turns
nights into the day on which they end, and resolves what counts from another day of the text ("a day earlier", "two days
before the strike on Sumy"). What the text does not fix is marked with no days, never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial

from etl.extract import days, vocabulary
from etl.extract.date_cues import announced
from etl.extract.date_grammar import needs_in, rules
from etl.extract.date_values import Context, Days
from etl.extract.date_words import number, words
from etl.extract.days import DAY
from etl.extract.reading import DateMention, Sentence

NIGHT_BEFORE = re.compile(
    r"\b(?:on\s+)?(?:overnight|the\s+night)(?:\s+(?:of|on|from|between|to|into|before))*\s+(?:the\s+)?$", re.IGNORECASE
)
SINCE_BEFORE = re.compile(
    r"\bsince(?:\s+(?:the\s+)?(?:(?:start|beginning|end|middle)\s+of|early|late|mid|at\s+least|about|around))?[\s-]+(?:the\s+)?$",
    re.IGNORECASE,
)
NIGHT_AFTER = re.compile(r",?\s+overnight\b", re.IGNORECASE)
RECENT = 31  # days
ATTACK = r"(?:strikes?|attacks?|assaults?|bombings?|bombardments?|shelling|raids?|explosions?|blasts?|killings?)"


@dataclass(slots=True)
class _Story:
    """What the sentences so far have told of days, in one post."""

    post: int
    latest: dt.date | None = None  # the last single day that was named; None again once a longer time was
    by_name: dict[str, dt.date] = field(default_factory=dict)  # a capitalised word to the day of its first sentence


def mark(text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with their dates marked, in the order of the text."""
    war = _war_of(text)
    story = _Story(post=-1)
    marked = []
    for sentence in sentences:
        if sentence.post != story.post:
            story = _Story(sentence.post)
        found = _in_sentence(sentence, story, war)
        marked.append(replace(sentence, dates=found) if found else sentence)
        _remember(sentence, found, story)
    return tuple(marked)


def _in_sentence(sentence: Sentence, story: _Story, war: dt.date | None) -> tuple[DateMention, ...]:
    needs = needs_in(sentence.text)
    if not needs and "ince" not in sentence.text:
        return ()
    check = partial(announced, sentence.text, heading=sentence.role == "heading")
    reference = sentence.reference
    context = Context(sentence.text, reference if reference and days.in_the_news(reference) else None, check)
    candidates = [
        (match.end("lead") if "lead" in rule.pattern.groupindex else match.start(), match.end(), value)
        for rule in rules()
        if rule.need in needs
        for match in rule.pattern.finditer(sentence.text)
        if (value := rule.value(match, context)) is not None
    ]
    candidates += _war_starts(sentence, war)
    plain = [_adjusted(*candidate, sentence) for candidate in _without_overlaps(candidates)]
    anchored = _anchored(sentence, story, plain) if needs & {"unit", "today", "night"} else []
    return tuple(
        DateMention(
            sentence.start + start,
            sentence.start + end,
            value.first,
            value.last,
            value.precision,
            value.future,
            value.overnight,
            value.since,
        )
        for start, end, value in sorted(_without_overlaps([*plain, *anchored]), key=lambda found: found[:2])
    )


_Found = tuple[int, int, Days]


def _without_overlaps(candidates: list[_Found]) -> list[_Found]:
    """Return the longest of those that overlap."""
    kept: list[_Found] = []
    for candidate in sorted(candidates, key=lambda found: (found[0] - found[1], found[0])):
        if all(candidate[1] <= start or candidate[0] >= end for start, end, _ in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda found: found[:2])


def _adjusted(start: int, end: int, value: Days, sentence: Sentence) -> _Found:
    """Open a span behind "since"; make a night of a day behind "the night of"."""
    before = sentence.text[max(0, start - 40) : start]
    if (night := NIGHT_BEFORE.search(before)) and value.precision == "day":
        return start - len(before) + night.start(), end, replace(value, first=value.last, overnight=True)
    if value.precision == "day" and (night := NIGHT_AFTER.match(sentence.text, end)):
        return start, night.end(), replace(value, overnight=True)
    if (since := SINCE_BEFORE.search(before)) and value.first:
        reference = sentence.reference
        last = reference if reference and reference >= value.first else value.last
        return start - len(before) + since.start(), end, replace(value, last=last, since=True, future=False)
    return start, end, value


# Days that count from other days of the text


def _anchored(sentence: Sentence, story: _Story, plain: list[_Found]) -> list[_Found]:
    found: list[_Found] = []
    for match in _counted_from().finditer(sentence.text):
        told = [value.first for start, _, value in plain if start < match.start() and _single(value) and value.first]
        anchor = told[-1] if told else story.latest
        if match["named"]:
            anchor = _day_of_named(match, sentence, story)
        value = _away_from(anchor, match)
        if value.first is not None or not plain:
            found.append((match.start(), match.end(), value))
    return found


def _day_of_named(match: re.Match[str], sentence: Sentence, story: _Story) -> dt.date | None:
    """The day of "the strike on Sumy": that of the first sentence with a day that named Sumy."""
    rest = sentence.text[match.end() : match.end() + 60]
    named = re.match(rf"\s+(?:the|a|an|[\w’'-]+[’']s)?\s*(?:[\w-]+\s+){{0,3}}?{ATTACK}\b([^.;,“”\"]*)", rest)
    if named is None:
        return None
    places = [name for name in re.findall(r"[A-Z][\w’-]+", named[0]) if name in story.by_name]
    return story.by_name[places[-1]] if places else (story.latest if not named[1].strip() else None)


def _away_from(anchor: dt.date | None, match: re.Match[str]) -> Days:
    if anchor is None:
        return Days(None, None)
    if match["same"]:
        return Days(anchor, anchor)
    if match["adjacent"]:
        sign = -1 if match["adjacent"].lower() in ("previous", "preceding") else 1
        return Days(anchor + sign * DAY, anchor + sign * DAY)
    word = match["count"] or match["evening"]
    count = 1 if word.lower() == "the" or match["evening"] else number(word)
    direction = (match["direction"] or match["named"]).lower()
    sign = -1 if direction.split()[0] in ("earlier", "before", "prior", "previously") else 1
    unit = (match["unit"] or "day").lower()
    if count is None or count > 1000 or unit in ("month", "year"):
        return Days(None, None)
    distance = sign * count * (7 if unit == "week" else 1) * DAY
    return Days(anchor + distance, anchor + distance, "week" if unit == "week" else "day")


def _single(value: Days) -> bool:
    return value.first is not None and value.first == value.last and value.precision == "day"


def _remember(sentence: Sentence, found: Sequence[DateMention], story: _Story) -> None:
    """Keep the sentence's days for later anchors."""
    single = [m.first for m in found if m.first and m.first == m.last and m.precision == "day" and not m.future]
    if single and not (story.latest and sentence.reference and _is_background(single[-1], sentence.reference)):
        story.latest = single[-1]
    elif found and not single:
        story.latest = None
    if len(set(single)) == 1:
        for name in re.findall(r"\b[A-Z][\w’-]{3,}", sentence.text):
            story.by_name.setdefault(name, single[0])


def _is_background(day: dt.date, reference: dt.date) -> bool:
    """Tell whether a day is too long ago for the story to go on from it, once it has told of another."""
    return (reference - day).days > RECENT


# The beginnings of wars


def _war_starts(sentence: Sentence, war: dt.date | None) -> Iterator[_Found]:
    """Yield "the start of the full-scale invasion", "the war began" as the day on which that war began."""
    if "ince" not in sentence.text:
        return
    for match in _war_began().finditer(sentence.text):
        around = sentence.text[max(0, match.start() - 10) : match.end() + 30]
        own = [each.began for each in words().wars if any(re.search(rf"\b{name}\b", around) for name in each.own)]
        began = own[0] if own else war
        reference = sentence.reference
        last = reference if reference and began and reference >= began else began
        if began is not None:
            yield match.start(), match.end(), Days(began, last, since=True)


def _war_of(text: str) -> dt.date | None:
    """Return when the war began that the article is about: the one whose words it uses most."""
    counts = [(sum(text.count(word) for word in war.context), war.began) for war in words().wars]
    most, began = max(counts, key=lambda counted: counted[0])
    return began if most else None


@cache
def _war_began() -> re.Pattern[str]:
    war = r"(?:[\w’'-]+\s+){0,5}?(?:war|invasion|conflict|special\s+military\s+operation)"
    return re.compile(
        rf"\b(?i:since)\s+(?:(?:the\s+)?(?:start|beginning|outbreak|launch)\s+of\s+{war}\b|{war}(?:\s+(?:in|on|against)\s+\w+)?\s+(?:began|started|broke\s+out)\b|"
        rf"(?:Moscow|Russia|Putin|Russian\s+(?:forces|troops))[’']?s?\s+(?:launched\s+|began\s+|started\s+|invaded\b|{war}\b)(?:{war}\b)?|"
        rf"the\s+(?:full[\s-]scale\s+)?invasion\b)"
    )


@cache
def _counted_from() -> re.Pattern[str]:
    count = rf"\d{{1,3}}|{vocabulary.alternation(words().numbers)}"
    return re.compile(
        rf"""\b(?i:(?:just\s+|only\s+|exactly\s+)?(?:
            (?:the\s+)?(?P<same>same|that(?=\s+(?:day|night|evening|morning)\b))\s+(?:very\s+)?(?:day|night|evening|morning)
          | the\s+(?P<adjacent>previous|preceding|following|next)\s+(?:day|night|evening|morning)
          | (?:(?P<count>the|{count})\s+(?P<unit>day|week|month|year)s?|the\s+(?P<evening>night|evening|morning))\s+
            (?:(?P<direction>earlier|later|previously|before(?=\s*(?:[,.;:)”"]|$)))
             | (?P<named>before|after|prior\s+to|following)(?=\s+(?:the|a|an|[A-Z])))
        ))\b""",
        re.VERBOSE,
    )
