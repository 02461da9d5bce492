"""One record for each meeting, call or round of talks, from all the sentences of an article that tell of it.

Two tellings are of one encounter where their days, places and parties can be the same: a person stands for the state
whose officer he or she is, a telling without day or place or parties refers back. Different days are different
encounters, whoever met. Two named people who meet beside a large conference have met by themselves.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from rapidfuzz import fuzz

from etl.extract.participants import Party
from etl.extract.reading import Place, Sentence
from etl.records import Actor, DatePrecision, Event, Issue

ALIKE = 85  # of 100: two spellings of one person's name
TWO_SIDES = "two_sides"  # the rule of "talks between the two sides"
EncounterKind = Literal["meeting", "call", "talks"]


@dataclass(frozen=True, slots=True)
class Encounter:
    """One telling of an encounter; first and last are its days, both None where the sentence fixes none."""

    kind: EncounterKind
    parties: tuple[Party, ...]
    place: Place | None
    first: dt.date | None
    last: dt.date | None
    date_precision: DatePrecision | None
    planned: bool
    sentence: Sentence
    rule: str
    opens: bool = False  # told by one of the first sentences of its post

    @property
    def telling(self) -> tuple[bool, int, int]:
        """How much it tells, for choosing the evidence: body before heading, then parties, day and place."""
        body = self.sentence.role == "body"
        return (
            body,
            2 * min(len(self.parties), 3) + (self.first is not None) + (self.place is not None),
            -self.sentence.start,
        )


@dataclass(slots=True)
class _Group:
    """The tellings of one encounter."""

    tellings: list[Encounter] = field(default_factory=list)

    @property
    def planned(self) -> bool:
        return all(one.planned for one in self.tellings)

    @property
    def kinds(self) -> set[EncounterKind]:
        return {one.kind for one in self.tellings if one.parties} or {one.kind for one in self.tellings}

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The narrowest days told."""
        spans = [
            (one.first, one.last or one.first)
            for one in self.tellings
            if one.first and (one.parties or one.date_precision == "day")
        ]
        return min(spans, key=lambda span: (span[1] - span[0], span[0])) if spans else None

    @property
    def place(self) -> Place | None:
        """The place told, the most exact one."""
        order = {"point": 0, "settlement": 1, "district": 2, "region": 3, "country": 4}
        places = [one.place for one in self.tellings if one.place and one.kind != "call"]
        return min(places, key=lambda place: order[place.precision], default=None)

    @property
    def parties(self) -> list[Party]:
        """All who took part; states whose officers are all named are left out."""
        found: dict[str, Party] = {}
        for one in self.tellings:
            for party in one.parties:
                if any(party.name != name and _misspelt(party, other) for name, other in found.items()):
                    continue
                if party.name not in found or party.role != "participant":
                    found[party.name] = party
        persons = [party for party in found.values() if party.person]
        states = [party for party in found.values() if not party.person and party.country]
        if persons and states and all(any(person.country == state.country for person in persons) for state in states):
            return [party for party in found.values() if party.person or not party.country]
        return list(found.values())


def merged(
    article: str, tellings: list[Encounter], pair: tuple[Party, ...], opening: dict[int, dt.date]
) -> Iterator[Event | Issue]:
    """Yield one event for each encounter that the tellings are of; an issue where nobody could be named.

    `pair` are the two states that the article is about: "talks between the two sides" are theirs. `opening` is the day that
    the first sentences of each post name: encounters that these tell of without a day were held on it.
    """
    groups: list[_Group] = []
    dated = [one for one in tellings if one.first and one.parties]
    undated = [one for one in tellings if not one.first and one.parties]
    referring = [one for one in tellings if not one.parties]
    for one in (*dated, *undated):
        home = _home(groups, one)
        if home is None:
            groups.append(home := _Group())
        home.tellings.append(one)
    for one in referring:
        if (home := _home(groups, one)) is not None:
            home.tellings.append(one)
        elif one.rule == TWO_SIDES and pair and (one.first or one.place):
            groups.append(_Group([replace(one, parties=pair)]))
        elif one.first and one.kind != "call" and not one.planned:
            yield Issue(
                article, "diplomacy", one.sentence.text, f"{one.kind} without parties that the text names",
                one.sentence.start, one.sentence.end,
            )  # fmt: skip
    for group in groups:
        first = min(group.tellings, key=lambda one: one.sentence.start)
        if group.days is None and not group.planned and first.sentence.post in opening and first.opens:
            group.tellings.append(_on(first, opening[first.sentence.post]))
    for group in sorted(groups, key=lambda group: min(one.sentence.start for one in group.tellings)):
        if _holds(group):
            yield _event(article, group)


def _on(one: Encounter, day: dt.date) -> Encounter:
    return replace(one, first=day, last=day, date_precision="day")


def _home(groups: list[_Group], one: Encounter) -> _Group | None:
    """Return the group that a telling belongs to: the one told nearest before it, else after it."""
    fitting = [group for group in groups if _fits(group, one)]
    if not fitting:
        return None

    def distance(group: _Group) -> tuple[bool, int]:
        nearest = min(group.tellings, key=lambda other: abs(other.sentence.start - one.sentence.start))
        return nearest.sentence.start > one.sentence.start, abs(nearest.sentence.start - one.sentence.start)

    return min(fitting, key=distance)


def _fits(group: _Group, one: Encounter) -> bool:
    if one.planned != group.planned and not (
        one.first and group.days and {party.name for party in one.parties} == {party.name for party in group.parties}
    ):
        return False
    return _kinds_fit(group, one) and _days_fit(group, one) and _places_fit(group, one) and _parties_fit(group, one)


def _kinds_fit(group: _Group, one: Encounter) -> bool:
    if one.kind in group.kinds:
        return True
    if not one.parties:
        return one.kind != "call" and group.kinds != {"call"}
    if "call" in group.kinds or one.kind == "call":
        return {party.name for party in one.parties} == {
            party.name for party in group.parties
        } and one.kind != "meeting"
    return True


def _days_fit(group: _Group, one: Encounter) -> bool:
    days = group.days
    if one.first is None or days is None:
        return True
    return one.first <= days[1] and days[0] <= (one.last or one.first)


def _places_fit(group: _Group, one: Encounter) -> bool:
    place = group.place
    if place is None or one.place is None or place.name == one.place.name:
        return True
    if place.country != one.place.country and place.country and one.place.country:
        return False
    coarse = {"country", "region", "district"}
    return (
        place.precision in coarse or one.place.precision in coarse or one.first is not None and group.days is not None
    )


def _parties_fit(group: _Group, one: Encounter) -> bool:
    if not one.parties:
        return True
    held = group.parties
    if (
        _conference(list(one.parties))
        and _conference(held)
        and one.place
        and group.place
        and one.place.name == group.place.name
    ):
        return True
    small, large = sorted((list(one.parties), held), key=len)
    matched = sum(any(_same(party, other) for other in large) for party in small)
    if matched < len(small) and not (matched >= 2 and matched >= len(small) / 2):
        return False
    if len(small) == 1:
        return len(large) <= 2 or not small[0].person
    bilateral = all(party.person for party in small) and len(small) == 2
    return not (bilateral and _sides(large) > 3)


def _conference(parties: list[Party]) -> bool:
    """Say whether these are the parties of a conference, which its tellings name in part: a body, or many."""
    return len(parties) > 3 or any(not party.person and party.country is None for party in parties)


def _same(party: Party, other: Party) -> bool:
    """Say whether two names can be one party: a state and who speaks for it, a name and its misspelling."""
    if party.name == other.name:
        return True
    if party.country is None or party.country != other.country:
        return False
    if not (party.person and other.person):
        return True
    return _misspelt(party, other)


def _misspelt(party: Party, other: Party) -> bool:
    """Say whether two persons' names are one, but for a slip of the pen: "Sergei Kavrov"."""
    alike = fuzz.ratio(party.name, other.name) >= ALIKE
    return party.person and other.person and alike and party.name.split()[0] == other.name.split()[0]


def _sides(parties: list[Party]) -> int:
    return len({party.country or party.name for party in parties})


def _holds(group: _Group) -> bool:
    """Say whether enough is told to make a record: two parties, or a body whose meeting has a day or a place.

    Talks of states that have neither day nor place are the background of the news ("talks remain deadlocked").
    """
    parties = group.parties
    told = group.days or (group.place and group.place.precision != "country")
    if not told and not group.planned and not any(party.person for party in parties):
        return False
    if len(parties) >= 2:
        return True
    return bool(parties) and not parties[0].person and not group.planned and bool(group.days or group.place)


def _event(article: str, group: _Group) -> Event:
    best = max(group.tellings, key=lambda one: one.telling)
    days, place = group.days, group.place
    precision = next((one.date_precision for one in group.tellings if days and one.first == days[0]), None)
    kinds = [one.kind for one in group.tellings if one.parties]
    return Event(
        article=article,
        evidence=best.sentence.text,
        evidence_start=best.sentence.start,
        evidence_end=best.sentence.end,
        rule=f"diplomacy.{best.rule}",
        kind=max(kinds, key=kinds.count) if kinds else best.kind,
        start=days[0] if days else None,
        end=days[1] if days else None,
        place=place.name if place else None,
        country=place.country if place else None,
        actors=tuple(Actor(party.name, party.role) for party in group.parties),
        planned=group.planned,
        date_precision=precision if precision != "day" else None,
        place_precision=place.precision if place and place.precision in ("country", "region", "district") else None,
    )
