"""What one sentence tells of an agreement, an exchange, a sanction …, and the record that comes of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from etl.extract.events.occasion import Days, days_of
from etl.extract.events.realis import Realis
from etl.extract.events.venue import place_of
from etl.extract.reading import Place, Sentence
from etl.records import Actor, Event, Kind, RoleName, Status


class Found(NamedTuple):
    """What one sentence tells: enough to make a record, once it is known to be told nowhere else."""

    kind: Kind
    sentence: Sentence
    days: Days
    place: Place | None
    actors: tuple[tuple[str, RoleName], ...]
    held: Realis
    rule: str
    status: Status | None = None

    @property
    def names(self) -> frozenset[str]:
        """Who takes part, in whatever role."""
        return frozenset(name for name, _ in self.actors)


def found(
    kind: Kind, sentence: Sentence, match: re.Match[str], actors: list[tuple[str, RoleName]], held: Realis, rule: str,
    status: Status | None = None,
) -> Found:  # fmt: skip
    """Return what the words of `match` tell, with their day and place; an actor told twice has the last role."""
    start, end = sentence.start + match.start(), sentence.start + match.end()
    days = days_of(sentence, start, end, planned=held != "happened")
    unique = tuple(dict(actors).items())
    return Found(kind, sentence, days, place_of(sentence, start, end), unique, held, f"other_events.{rule}", status)


def retells(one: Found, other: Found) -> bool:
    """Say whether a sentence tells again what another one has told."""
    if one.kind != other.kind or one.status != other.status or (one.held == "happened") != (other.held == "happened"):
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    first, second = one.days, other.days
    if first.first and second.first:
        return first.first <= (second.last or second.first) and second.first <= (first.last or first.first)
    return True


def event(article: str, one: Found) -> Event:
    """Return the record of what a sentence tells."""
    days, place = one.days, one.place
    return Event(
        article=article,
        evidence=one.sentence.text,
        evidence_start=one.sentence.start,
        evidence_end=one.sentence.end,
        rule=one.rule,
        kind=one.kind,
        start=days.first,
        end=days.last,
        place=place.name if place else None,
        country=place.country if place else None,
        actors=tuple(Actor(name, role) for name, role in one.actors),
        status=one.status,
        planned=one.held != "happened" or days.future,
        date_precision=days.precision if days.precision != "day" else None,
        place_precision=place.precision if place and place.precision in ("country", "region", "district") else None,
    )
