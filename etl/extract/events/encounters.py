"""Which tellings of a meeting, a call or talks are of one encounter.

They are where their days, places and parties can be the same: a person stands for the state whose officer he or she
is, a telling without day, place or parties refers back. Different days are different encounters, whoever met. Two
named people who meet beside a large conference have met by themselves.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right, insort
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from etl import reference
from etl.extract.events.parties import Party
from etl.extract.events.party_likeness import all_states, conference, generic, may_be, misspelt, two_levels
from etl.extract.reading import Place, Sentence
from etl.records import DatePrecision

MOST_PARTIES = 60  # no conference of the news names more; a hostile text may
NEAR_REFERENCE = 1500  # characters in which "the meeting in C" says where one told by its parties was held
NEAR_CALL = 300  # characters: "they had a telephone conversation", said soon after of talks, says how
RECENT = 7  # days: "the talks on 22 May", told in August, are not those that the news is about
TOWN_KM, REGION_KM = 40, 500  # a palace is its town's; the middle of a region is so far from its towns at most
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
    opens: bool = True  # told where its post opens, and may be of that day
    otherwise: tuple[Party, ...] = ()  # who takes part, if it refers back to no encounter that the text tells of
    definite: bool = False  # "the talks", "their meeting"
    offset: int = 0  # where in the article the word stands that tells it
    joins: bool = False  # these took part in an encounter that is told elsewhere
    again: bool = False  # "the first call", "the last meeting": of the same, on another day
    ahead: bool = False  # told as what something came before: it is planned, or was then
    private: bool = False  # "a one-on-one meeting", beside the talks of those for whom they speak
    loose: bool = False  # "spoke to": face to face or from afar
    eve: bool = False  # held on the day before the one that its post opens with

    @property
    def names(self) -> frozenset[str]:
        """Who takes part."""
        return frozenset(party.name for party in self.parties)

    @property
    def opening_rank(self) -> tuple[bool, int]:
        """How it ranks as the telling that says whether an encounter is of its post's day: the first that says how."""
        return self.loose and not self.opens, self.sentence.start

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
    votes: Counter[EncounterKind] = field(default_factory=Counter)
    best: Encounter | None = None
    opening: Encounter | None = None
    loose: bool = True
    private: bool = False
    _named: dict[str, Party] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def add(self, one: Encounter) -> None:
        """Take in a telling."""
        placed = one.place is not None and (bool(one.parties) or self._is_near(one))
        insort(self._starts, one.sentence.start)
        self.planned = self.planned and one.planned
        self.loose = self.loose and one.loose
        self.private = self.private or one.private
        if not one.joins:
            says_how = one.rule != "discusses" and not one.loose  # which may be by telephone or face to face
            self.kinds[one.kind] += (2 if says_how else 1) if one.parties else 0
            self.votes[one.kind] += 2 if one.parties and says_how and one.sentence.role == "body" else 1
        if self.best is None or one.worth > self.best.worth:
            self.best = one
        if self.opening is None or one.opening_rank < self.opening.opening_rank:
            self.opening = one
        if one.first and (one.parties or one.date_precision == "day"):
            self.narrow(one.first, one.last or one.first, one.date_precision)
        if one.place and placed and one.kind != "call":
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
        alike = [] if known else [other.name for other in self._named.values() if misspelt(party, other)]
        if alike and reference.actor(party.name) and not reference.actor(alike[0]):
            del self._named[alike[0]]
        elif alike or (not known and len(self._named) >= MOST_PARTIES):
            return
        self._named[party.name] = party

    @property
    def start(self) -> int:
        """Where the text first tells of it."""
        return self._starts[0]

    @property
    def kind(self) -> EncounterKind:
        """What most tellings call it; a conference of states is talks, whatever it is called.

        A telling that names who takes part counts twice.
        """
        named, called = self.kinds.most_common(1)[0][0], self.votes.most_common(1)[0][0]
        if (self.kinds["call"] or (self.votes["call"] and not self.place)) and not self.kinds["meeting"]:
            return "call"
        if "call" in (named, called):
            return named
        states = [party for party in self._named.values() if not party.person and party.country]
        of_a_club = any(party.members and not generic(party) for party in self._named.values())
        led = any(party.person and party.country for party in self._named.values())
        if (len(states) > 3 and not led) or (of_a_club and not any(party.person for party in self._named.values())):
            return "talks"
        return called

    @property
    def parties(self) -> list[Party]:
        """All who took part; states are left out where all of their officers are named."""
        everybody = list(self._named.values())
        officers_of = {party.country for party in everybody if party.person}
        states = {party.country for party in everybody if not party.person and party.country}
        if states and states <= officers_of:
            everybody = [party for party in everybody if party.person or not party.country]
        if len({party.country for party in everybody if party.country}) > 2:
            return [party for party in everybody if not party.members]
        return everybody

    def distance(self, one: Encounter) -> tuple[bool, int]:
        """How far a telling stands from the nearest one of these; those before it come first."""
        index = bisect_right(self._starts, one.sentence.start)
        if index:
            return False, one.sentence.start - self._starts[index - 1]
        return True, self._starts[0] - one.sentence.start

    def fits(self, one: Encounter) -> bool:
        """Say whether a telling can be of this encounter."""
        if one.planned != self.planned and not (one.ahead and not one.parties and one.first is None):
            same = {party.name for party in self.parties} == one.names
            if not (same and (one.ahead or (one.first and self.days))):
                return False
        return self._kind_fits(one) and self._day_fits(one) and self._place_fits(one) and self._parties_fit(one)

    def joinable(self, one: Encounter) -> bool:
        """Say whether "X also attended", or "the call included X", can be about this encounter."""
        told_how = one.rule != "attends"
        return self.planned == one.planned and not (told_how and (one.kind == "call") != (self.kind == "call"))

    def _kind_fits(self, one: Encounter) -> bool:
        kinds = {kind for kind, count in self.kinds.items() if count}
        if one.kind in kinds:
            return True
        if not one.parties and one.kind == "call":
            near = self.distance(one)
            return kinds == {"talks"} and self.place is None and not near[0] and near[1] < NEAR_CALL
        if not one.parties:
            return kinds != {"call"}
        if kinds | {one.kind} == {"call", "talks"} and self._by_wire(one):
            return True
        if kinds | {one.kind} == {"call", "meeting"} and (one.loose or self.loose):
            return one.names == {party.name for party in self.parties} and self._recent(one)
        if "call" in kinds or one.kind == "call":
            return one.names == {party.name for party in self.parties} and one.kind != "meeting"
        return True

    def _recent(self, one: Encounter) -> bool:
        """Say whether neither these nor a telling are of days long before the report."""
        days = [day for day in (one.last, self.days and self.days[1]) if day]
        return not one.sentence.reference or all((one.sentence.reference - day).days <= RECENT for day in days)

    def _by_wire(self, one: Encounter) -> bool:
        """Say whether talks and a call may be one: of the same sides, on the same day, at no place."""
        if one.first is None or self.days is None or (one.kind == "talks" and one.place) or self.place:
            return False
        held = self.parties
        one_way = all(any(may_be(party, other) for other in held) for party in one.parties)
        return one_way and all(any(may_be(party, other) for other in one.parties) for party in held)

    def _day_fits(self, one: Encounter) -> bool:
        if self.days is None and not one.parties and one.first and one.sentence.reference and not self._at(one):
            return (one.sentence.reference - (one.last or one.first)).days <= RECENT
        acted = one.rule not in ("talks_between", "talks_of_both", "named_talks")  # which may speak of any
        if one.first is None and self.days and one.parties and one.opens and acted and one.sentence.reference:
            return (one.sentence.reference - self.days[1]).days <= RECENT  # what the article opens with is new
        if one.first is None or self.days is None:
            return True
        return one.first <= self.days[1] and self.days[0] <= (one.last or one.first)

    def _place_fits(self, one: Encounter) -> bool:
        if self.place is None or one.place is None or self.place.name == one.place.name:
            return True
        if self.place.country and one.place.country and self.place.country != one.place.country:
            return False
        either = {self.place.precision, one.place.precision}
        if "country" in either:
            return True
        km = _km(self.place, one.place)
        if either & {"region", "district"}:
            return km is None or km <= REGION_KM
        return (km is not None and km <= TOWN_KM) or (one.first is not None and self.days is not None)

    def _parties_fit(self, one: Encounter) -> bool:
        if not one.parties:
            return True
        held = self.parties
        if (one.private and all_states(held)) or (self.private and all_states(one.parties)):
            return False
        if (
            one.definite
            and any(map(generic, self._named.values()))
            and (conference(one.parties) or len(one.parties) > 2)
        ):
            return True
        if self.planned and not self._same_occasion(one) and two_levels(held, one.parties):
            return False
        if one.rule == "owned" and (one.first or one.place) and not self._same_occasion(one):
            return False
        at_one_place = one.place and self.place and one.place.name == self.place.name
        if at_one_place and conference(one.parties) and conference(held):
            return True
        small, large = sorted((list(one.parties), held), key=len)
        matched = sum(any(may_be(party, other) for other in large) for party in small)
        if matched and len(large) > 3:
            matched += sum(party.members and not any(may_be(party, other) for other in large) for party in small)
        if matched < len(small) and not (matched >= 2 and matched >= len(small) / 2):
            return False
        if len(small) == 1:
            return len(large) <= 2 or not small[0].person
        bilateral = all(party.person for party in small) and len(small) == 2
        return not (bilateral and len({party.country or party.name for party in large}) > 3)

    def _is_near(self, one: Encounter) -> bool:
        """Say whether a telling stands close to one of these, in the same post: farther off its place is another's."""
        in_post = self.best is not None and self.best.sentence.post == one.sentence.post
        return in_post and self.distance(one)[1] < NEAR_REFERENCE

    def _same_occasion(self, one: Encounter) -> bool:
        """Say whether a telling has its day or its place in common with these."""
        return (one.first is not None and self.days is not None) or self._at(one)

    def _at(self, one: Encounter) -> bool:
        """Say whether a telling names the same place."""
        return one.place is not None and self.place is not None and one.place.name == self.place.name


def _km(one: Place, other: Place) -> float | None:
    """How far two places are apart, near enough for towns of one country; None where no coordinates are known."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    east = (one.lon - other.lon) * math.cos(math.radians((one.lat + other.lat) / 2))
    return 111.2 * math.hypot(one.lat - other.lat, east)
