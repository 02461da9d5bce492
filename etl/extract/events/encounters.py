"""Which tellings of a meeting, a call or talks are of one encounter.

They are where their days, places and parties can be the same: a person stands for the state whose officer he or she
is, a telling without day, place or parties refers back. Different days are different encounters, whoever met. Two
named people who meet beside a large conference have met by themselves.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from etl.extract.events.participants import Party
from etl.extract.reading import Place, Sentence
from etl.records import DatePrecision

ALIKE = 85  # of 100: two spellings of one person's name
MOST_PARTIES = 60  # no conference of the news names more; a hostile text may
EncounterKind = Literal["meeting", "call", "talks"]
_EXACTNESS = {"point": 0, "settlement": 1, "district": 2, "region": 3, "country": 4}


class Encounter(NamedTuple):
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
    def names(self) -> frozenset[str]:
        """Who takes part."""
        return frozenset(party.name for party in self.parties)

    @property
    def worth(self) -> tuple[bool, int, int]:
        """How much it tells, for choosing the evidence: body before heading, then parties, day and place."""
        told = 2 * min(len(self.parties), 3) + (self.first is not None) + (self.place is not None)
        return self.sentence.role == "body", told, -self.sentence.start


@dataclass(slots=True)
class Gathering:
    """All tellings of one encounter, and what they come to: narrowest days, most exact place, everybody named."""

    planned: bool = True
    days: tuple[dt.date, dt.date] | None = None
    date_precision: DatePrecision | None = None
    place: Place | None = None
    kinds: Counter[EncounterKind] = field(default_factory=Counter)
    best: Encounter | None = None
    opening: Encounter | None = None
    _named: dict[str, Party] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def add(self, one: Encounter) -> None:
        """Take in a telling."""
        insort(self._starts, one.sentence.start)
        self.planned = self.planned and one.planned
        self.kinds[one.kind] += 1 if one.parties else 0
        if self.best is None or one.worth > self.best.worth:
            self.best = one
        if self.opening is None or one.sentence.start < self.opening.sentence.start:
            self.opening = one
        if one.first and (one.parties or one.date_precision == "day"):
            self.narrow(one.first, one.last or one.first, one.date_precision)
        if one.place and one.kind != "call":
            exacter = self.place is None or _EXACTNESS[one.place.precision] < _EXACTNESS[self.place.precision]
            self.place = one.place if exacter else self.place
        for party in one.parties:
            self._name(party)

    def narrow(self, first: dt.date, last: dt.date, precision: DatePrecision | None) -> None:
        """Take days that are narrower than those known."""
        if self.days is None or (last - first, first) < (self.days[1] - self.days[0], self.days[0]):
            self.days, self.date_precision = (first, last), precision

    def _name(self, party: Party) -> None:
        known = party.name in self._named
        if known and party.role == "participant":
            return
        full = len(self._named) >= MOST_PARTIES
        if not known and (full or any(misspelt(party, other) for other in self._named.values())):
            return
        self._named[party.name] = party

    @property
    def start(self) -> int:
        """Where the text first tells of it."""
        return self._starts[0]

    @property
    def kind(self) -> EncounterKind:
        """What most tellings that name somebody call it."""
        return self.kinds.most_common(1)[0][0]

    @property
    def parties(self) -> list[Party]:
        """All who took part; states are left out where all of their officers are named."""
        everybody = list(self._named.values())
        officers_of = {party.country for party in everybody if party.person}
        states = {party.country for party in everybody if not party.person and party.country}
        if states and states <= officers_of:
            return [party for party in everybody if party.person or not party.country]
        return everybody

    def distance(self, one: Encounter) -> tuple[bool, int]:
        """How far a telling stands from the nearest one of these; those before it come first."""
        index = bisect_right(self._starts, one.sentence.start)
        if index:
            return False, one.sentence.start - self._starts[index - 1]
        return True, self._starts[0] - one.sentence.start

    def fits(self, one: Encounter) -> bool:
        """Say whether a telling can be of this encounter."""
        if one.planned != self.planned:
            same = {party.name for party in self.parties} == one.names
            if not (one.first and self.days and same):
                return False
        return self._kind_fits(one) and self._day_fits(one) and self._place_fits(one) and self._parties_fit(one)

    def _kind_fits(self, one: Encounter) -> bool:
        kinds = {kind for kind, count in self.kinds.items() if count}
        if one.kind in kinds:
            return True
        if not one.parties:
            return one.kind != "call" and kinds != {"call"}
        if "call" in kinds or one.kind == "call":
            return one.names == {party.name for party in self.parties} and one.kind != "meeting"
        return True

    def _day_fits(self, one: Encounter) -> bool:
        if one.first is None or self.days is None:
            return True
        return one.first <= self.days[1] and self.days[0] <= (one.last or one.first)

    def _place_fits(self, one: Encounter) -> bool:
        if self.place is None or one.place is None or self.place.name == one.place.name:
            return True
        if self.place.country and one.place.country and self.place.country != one.place.country:
            return False
        coarse = {"country", "region", "district"} & {self.place.precision, one.place.precision}
        return bool(coarse) or (one.first is not None and self.days is not None)

    def _parties_fit(self, one: Encounter) -> bool:
        if not one.parties:
            return True
        held = self.parties
        at_one_place = one.place and self.place and one.place.name == self.place.name
        if at_one_place and _conference(one.parties) and _conference(held):
            return True
        small, large = sorted((list(one.parties), held), key=len)
        matched = sum(any(_may_be(party, other) for other in large) for party in small)
        if matched < len(small) and not (matched >= 2 and matched >= len(small) / 2):
            return False
        if len(small) == 1:
            return len(large) <= 2 or not small[0].person
        bilateral = all(party.person for party in small) and len(small) == 2
        return not (bilateral and len({party.country or party.name for party in large}) > 3)


def misspelt(party: Party, other: Party) -> bool:
    """Say whether two persons' names are one, but for a slip of the pen: "Sergei Kavrov"."""
    if not (party.person and other.person) or party.name.split()[0] != other.name.split()[0]:
        return False
    return party.name != other.name and fuzz.ratio(party.name, other.name) >= ALIKE


def _may_be(party: Party, other: Party) -> bool:
    """Say whether two names can be one party: a state and who speaks for it, a name and its misspelling."""
    if party.name == other.name:
        return True
    if party.country is None or party.country != other.country:
        return False
    return not (party.person and other.person) or misspelt(party, other)


def _conference(parties: Sequence[Party]) -> bool:
    """Say whether these are the parties of a conference, which its tellings name in part: a body, or many."""
    return len(parties) > 3 or any(not party.person and party.country is None for party in parties)
