"""Expressions of time, resolved against the day of the post they stand in.

`date_grammar.py` reads a sentence; this module walks the text: it settles overlaps, opens spans ("since Friday"),
turns nights into the day on which they end, and adds what counts from other days (`date_anchors.py`, `date_wars.py`).
What the text does not fix is marked with no days, never guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import partial

from etl.extract.calendar import days
from etl.extract.calendar.date_anchors import Story, anchored
from etl.extract.calendar.date_cues import announced
from etl.extract.calendar.date_grammar import Need, needs_in, rules
from etl.extract.calendar.date_values import Context, Days, Found
from etl.extract.calendar.date_wars import told_from_war
from etl.extract.caseless import Caseless, folded
from etl.extract.reading import DateMention, Sentence

COUNTED: frozenset[Need] = frozenset(
    {"unit", "today", "night", "weekday"}
)  # what counts from other days: "a day later"
# These look at what stands before a date, in lower case.
NIGHT_BEFORE = re.compile(
    r"\b(?:on\s+)?(?:overnight|the\s+night)(?:\s+(?:of|on|from|between|to|into|before))*\s+(?:the\s+)?$"
)
SINCE_BEFORE = re.compile(  # "since early March", "since the truce collapsed on March 18"
    r"\bsince(?:\s+[\w’'-]+){1,7}\s+(?:on|in)\s+(?:early\s+|late\s+)?$|\bsince(?:\s+(?:the\s+)?(?:(?:start|beginning|end|middle)\s+of|early|late|mid|at\s+least|about|around))?[\s-]+(?:the\s+)?$",
)
WEEK_BEFORE = re.compile(r"\bweek\s+(?:of|beginning|starting)\s+$")
JOINT = re.compile(r",?\s*(?:in|on)?\s*")
NIGHT_AFTER = Caseless(r",?\s+overnight\b")


def mark(text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with their dates marked, in the order of the text."""
    story = Story(post=-1)
    marked = []
    for sentence in sentences:
        if sentence.post != story.post:
            story = Story(sentence.post)
        found = tuple(_mention(sentence.start, each) for each in _in_sentence(sentence, story, text))
        marked.append(sentence.marked(dates=found) if found else sentence)
        story.remember(sentence, found)
    return tuple(marked)


def _in_sentence(sentence: Sentence, story: Story, article: str) -> list[Found]:
    text, reference = sentence.text, sentence.reference
    if reference and not days.in_the_news(reference):
        reference = None
    found = list(told_from_war(text, reference, article))
    needs = needs_in(text)
    if not needs:
        return found
    context = Context(text, reference, partial(announced, text, heading=sentence.role == "heading"))
    for rule in rules():
        if rule.needs <= needs:
            found += [
                (match.end("lead") if "lead" in rule.pattern.groupindex else match.start(), match.end(), value)
                for match in rule.pattern.finditer(text)
                if (value := rule.value(match, context)) is not None
            ]
    plain = [_adjusted(text, each, reference) for each in _without_overlaps(found)]
    counted = () if needs.isdisjoint(COUNTED) else anchored(text, story, plain)
    return _with_begins(text, _without_overlaps([*plain, *counted]))


def _without_overlaps(candidates: Sequence[Found]) -> list[Found]:
    """Return the longest of those that overlap, in the order of the text."""
    kept: list[Found] = []
    for candidate in sorted(candidates, key=lambda found: (found[0] - found[1], found[0])):
        if all(candidate[1] <= start or candidate[0] >= end for start, end, _ in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda found: found[:2])


def _adjusted(text: str, found: Found, reference: dt.date | None) -> Found:
    """Open a span behind "since"; make a night of a day behind "the night of"."""
    start, end, value = found
    before = folded(text[max(0, start - 70) : start])
    if value.precision == "day":
        if value.first and "week" in before and WEEK_BEFORE.search(before):
            return start, end, Days(*days.week_span(value.first), "week", value.future)
        if "night" in before and (night := NIGHT_BEFORE.search(before)):
            return start - len(before) + night.start(), end, value._replace(first=value.last, overnight=True)
        if night := NIGHT_AFTER.match(text, end):
            return start, night.end(), value._replace(overnight=True)
    if value.first and "since" in before and (since := SINCE_BEFORE.search(before)):
        last = reference if reference and reference >= value.first else value.last
        return start - len(before) + since.start(), end, value._replace(last=last, since=True, future=False)
    if reference and value.first and value.first > reference:
        return start, end, value._replace(future=True)
    return found


def _with_begins(text: str, found: Sequence[Found]) -> list[Found]:
    """Join "since the war began" and "in October last year": the text's own date is when the span begins."""
    joined: list[Found] = []
    for start, end, value in found:
        opening = joined[-1] if joined else None
        if opening and _begins(opening[2], value) and JOINT.fullmatch(text, opening[1], start):
            joined[-1] = (opening[0], end, opening[2]._replace(first=value.first, precision=value.precision))
        else:
            joined.append((start, end, value))
    return joined


def _begins(span: Days, value: Days) -> bool:
    """Whether a date may be where an open span begins: not behind its end."""
    return span.since and value.first is not None and (span.last is None or value.first <= span.last)


def _mention(offset: int, found: Found) -> DateMention:
    start, end, value = found
    return DateMention(
        offset + start,
        offset + end,
        value.first,
        value.last,
        value.precision,
        value.future,
        value.overnight,
        value.since,
    )
