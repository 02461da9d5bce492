"""Assaults, advances, captures and withdrawals on the ground: who, where, on which day."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.caseless import Caseless, names_any
from etl.extract.events.attackers import attacker_of, target_of
from etl.extract.events.matching import matches
from etl.extract.events.occasion import days_of
from etl.extract.events.realis import realis
from etl.extract.events.struck_places import struck_places
from etl.extract.reading import Place, Reading, Sentence
from etl.records import Actor, Event, RoleName

STEMS = (
    "captur", "seiz", "liberat", "retook", "reclaim", "control", "overr", "occupied", "taken over", "storm",
    "invad", "invasion", "incursion", "offensive", "advanc", "withdr", "retreat", "pulled", "have left",
    "crossed into", "pushed into",
)  # fmt: skip
TAKES = Caseless(
    r"\b(?P<verb>captured|seized|liberated|recaptured|retook|overran|stormed|invaded|reclaimed|"
    r"took\s+(?:full\s+|complete\s+)?control\s+(?:of|over)|gained\s+control\s+of|crossed\s+into|advanced\s+(?:into|towards?|on|near|in)|"
    r"pushed\s+into|launched\s+(?:an?|its|their)\s+(?:[\w-]+\s+){0,3}(?:offensive|counter-?offensive|incursion|invasion|assault))\b",
)
TAKEN = Caseless(
    r"\b(?:was|were|been)\s+(?P<verb>captured|seized|liberated|recaptured|taken\s+over|overrun|occupied|stormed)(?=\s+by\b)",
)
LEAVES = Caseless(
    r"\b(?P<verb>withdrew|retreated|pulled\s+(?:out|back)|withdrawn|have\s+left)\s+(?:(?:its|their)\s+)?(?:\w+\s+){0,2}?from\s",
)


def extract(reading: Reading) -> Iterator[Event]:
    """Yield one event for each place that is taken, entered or left, and each day of it."""
    told: set[tuple[str, object, bool]] = set()
    for sentence in reading.sentences:
        if not names_any(sentence.text, STEMS):
            continue
        for event in _told(reading.article.article, sentence):
            key = (event.place or "", event.start, event.planned)
            if key not in told and (event.place or "", None, event.planned) not in told:
                told.add(key)
                yield event


def _told(article: str, sentence: Sentence) -> Iterator[Event]:
    for pattern, rule, active in ((TAKES, "takes", True), (TAKEN, "taken", False), (LEAVES, "leaves", True)):
        for match in matches(pattern, sentence.text):
            held = realis(sentence.text, match.start(), match.end())
            start, end = sentence.start + match.start(), sentence.start + match.end()
            attacker = attacker_of(sentence, start, end, active)
            places = (
                _left(sentence, end) if rule == "leaves" else struck_places(sentence, start, end, passive=not active)
            )
            if held in ("denied", "historical", "hypothetical") or attacker is None or not places:
                continue
            days = days_of(sentence, start, end, planned=held != "happened")
            for place in places:
                target = target_of(place, attacker) if rule != "leaves" else None
                role: RoleName = "attacker" if rule != "leaves" else "participant"
                yield Event(
                    article=article,
                    evidence=sentence.text,
                    evidence_start=sentence.start,
                    evidence_end=sentence.end,
                    rule=f"ground_actions.{rule}",
                    kind="ground_action",
                    start=days.first,
                    end=days.last,
                    place=place.name,
                    country=place.country,
                    actors=(Actor(attacker, role), *((Actor(target, "target"),) if target else ())),
                    planned=held != "happened" or days.future,
                    date_precision=days.precision if days.precision != "day" else None,
                    place_precision=place.precision if place.precision in ("country", "region", "district") else None,
                )


def _left(sentence: Sentence, end: int) -> list[Place]:
    """Return the place right after "withdrew from"."""
    return [mention.place for mention in sentence.names if mention.place and 0 <= mention.start - end < 40][:1]
