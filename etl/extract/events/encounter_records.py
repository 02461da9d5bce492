"""One record for each meeting, call or round of talks, from all the sentences of an article that tell of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from etl.extract.events.encounters import MOST_PARTIES, Encounter, Gathering
from etl.extract.reading import Place
from etl.records import Actor, Event, Issue

NEAR = 600  # characters
NEAREST = 200  # encounters looked through for the one that a telling is of; no article holds as many


def recorded(article: str, tellings: Sequence[Encounter], opening: Mapping[int, dt.date]) -> Iterator[Event | Issue]:
    """Yield one event for each encounter that the tellings are of; an issue where nobody could be named.

    `opening` is the day that the first sentences of each post name: encounters that these tell of without a day were
    held on it.
    """
    gatherings: list[Gathering] = []
    told = [one for one in tellings if not one.joins]
    named = {one.sentence.index: one.offset for one in reversed(told) if one.parties}
    for telling in sorted(told, key=lambda one: (not one.parties, one.ahead, one.first is None, not one.planned)):
        one = telling._replace(planned=True) if _speaks_of_a_plan(gatherings, telling) else telling
        if not one.parties and not one.definite and named.get(one.sentence.index, one.offset) < one.offset:
            continue  # "are to meet on Sunday, the first gathering in months"
        if (home := _home(gatherings, one)) is not None:
            home.add(one)
        elif one.parties:
            gatherings.append(_new(one))
        elif one.again and one.first and not one.parties and (same := _joined(gatherings, one)) is not None:
            gatherings.append(_new(one._replace(parties=tuple(same.parties))))
        elif one.otherwise and _takes_place(one):
            gatherings.append(_new(one._replace(parties=one.otherwise)))
        elif one.first and one.kind != "call" and not one.planned:
            reason = f"{one.kind} without parties that the text names"
            yield Issue(article, "diplomacy", one.sentence.text, reason, one.sentence.start, one.sentence.end)
    for one in tellings:
        if one.joins and (home := _joined(gatherings, one)) is not None:
            home.add(one)
        elif one.joins and (len(one.parties) > 2 or (len(one.parties) > 1 and (one.first or one.place))):
            gatherings.append(_new(one._replace(joins=False)))
    for gathering in gatherings:
        first = gathering.opening
        day = opening.get(first.sentence.post) if first and first.opens else None
        if first and day and gathering.days is None and not gathering.planned:
            day -= dt.timedelta(days=first.eve)
            gathering.narrow(day, day, "day")
    for gathering in sorted(gatherings, key=lambda gathering: gathering.start):
        if _is_told(gathering):
            yield _event(article, gathering)


def _new(one: Encounter) -> Gathering:
    gathering = Gathering()
    gathering.add(one._replace(parties=one.parties[:MOST_PARTIES]))
    return gathering


def _takes_place(one: Encounter) -> bool:
    """Say whether a telling that names nobody tells enough: a day, or a town on nobody's own ground."""
    if one.kind == "call" or one.place is None:
        return one.first is not None
    neutral = one.place.country not in {party.country for party in one.otherwise}
    return neutral and (one.first is not None or one.place.precision in ("settlement", "point"))


def _speaks_of_a_plan(gatherings: Sequence[Gathering], one: Encounter) -> bool:
    """Say whether "the meeting between A and B", without a day, is the one that is only planned."""
    if one.planned or one.first or one.rule not in ("talks_between", "talks_with", "named_talks") or len(one.names) < 2:
        return False
    same = [
        gathering for gathering in gatherings[-NEAREST:] if {party.name for party in gathering.parties} == one.names
    ]
    there = one.place is None or any(gathering.place and gathering.place.name == one.place.name for gathering in same)
    return bool(same) and there and all(gathering.planned for gathering in same)


def _home(gatherings: Sequence[Gathering], one: Encounter) -> Gathering | None:
    """Return the encounter that a telling is of: the one told nearest before it, else after it."""
    fitting = [gathering for gathering in gatherings[-NEAREST:] if gathering.fits(one)]
    return min(fitting, key=lambda gathering: gathering.distance(one), default=None)


def _joined(gatherings: Sequence[Gathering], one: Encounter) -> Gathering | None:
    """Return the encounter that "X also attended" is about: the last one told before it, some sentences away."""
    before = [
        gathering
        for gathering in gatherings[-NEAREST:]
        if gathering.joinable(one) and not gathering.distance(one)[0] and gathering.distance(one)[1] <= NEAR
    ]
    return min(before, key=lambda gathering: gathering.distance(one), default=None)


def _is_told(gathering: Gathering) -> bool:
    """Say whether enough is told to make a record: two parties, or a body whose meeting has a day or a place.

    Talks of states that have neither day nor place are the background of the news ("talks remain deadlocked").
    """
    parties = gathering.parties
    place = gathering.place
    abroad = place is not None and place.country not in {party.country for party in parties}
    told = gathering.days or (place and (place.precision != "country" or abroad))
    if not told and not gathering.planned and not any(party.person for party in parties):
        return False
    if len(parties) >= 2:
        return True
    by_a_body = bool(parties) and not parties[0].person and not parties[0].is_state and not gathering.planned
    return by_a_body and bool(gathering.days or gathering.place)


def _event(article: str, gathering: Gathering) -> Event:
    best, days, place = gathering.best, gathering.days, _venue(gathering)
    assert best is not None
    return Event(
        article=article,
        evidence=best.sentence.text,
        evidence_start=best.sentence.start,
        evidence_end=best.sentence.end,
        rule=f"diplomacy.{best.rule}",
        kind=gathering.kind,
        start=days[0] if days else None,
        end=days[1] if days else None,
        place=place.name if place else None,
        country=place.country if place else None,
        actors=tuple(Actor(party.name, party.role) for party in gathering.parties),
        planned=gathering.planned,
        date_precision=gathering.date_precision if gathering.date_precision != "day" else None,
        place_precision=place.precision if place and place.precision in ("country", "region", "district") else None,
    )


def _venue(gathering: Gathering) -> Place | None:
    """Return where it took place; not the land of a state that takes part, which is what the news is about."""
    place = gathering.place
    if place is None or place.precision != "country":
        return place
    at_home = any(
        party.is_state and party.country == place.country and party.role != "host" for party in gathering.parties
    )
    return None if at_home else place
