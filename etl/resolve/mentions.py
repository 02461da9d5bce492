"""The mentions that resolving weighs against each other, read in SQL with all that the rules ask about them.

Days are counted from 1970-01-01, so that rules can add and compare them.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import duckdb

from etl.resolve.tables import query

Level = Literal["settlement", "region", "country"]

LOCATED_FAMILIES = frozenset({"strike", "ground_action", "other_violence"})
_EARTH_RADIUS_KM = 6371.0
_EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who took part: by name, and the state or body whose side they are on (a state is its own side)."""

    name: str
    side: str
    hosts: bool  # only gave the place, or mediated

    @property
    def stands_for_side(self) -> bool:
        """Whether only the side is named, not a person or an office of it."""
        return self.name == self.side


@dataclass(frozen=True, slots=True)
class Parties:
    """Who took part in an event, as one mention tells it: names with roles, and their sides."""

    actors: tuple[tuple[str, str], ...]
    parties: tuple[Party, ...]
    sides: frozenset[str]
    principals: frozenset[str]  # the sides that took part for themselves, not as host or mediator
    attackers: frozenset[str]
    targets: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """One article's mention of an event.

    `family` is the kind, but one for meetings and talks, which two articles may call either. `key` names the place for
    comparison, `block` the region that it lies in: mentions of different blocks never tell one located event. `order`
    sorts mentions by their content alone, never by when they were loaded.
    """

    mention_id: str
    article_id: str
    story_id: str
    kind: str
    family: str
    first: int | None
    last: int | None
    date_precision: str | None
    place: str | None
    key: str
    block: str
    level: Level
    mapped: bool  # a gazetteer knows the place
    country: str | None
    lat: float | None
    lon: float | None
    place_precision: str | None
    who: Parties
    weapons: frozenset[str]
    status: str | None
    planned: bool
    published: int | None
    position: int
    evening: bool  # the text says evening, or late that day
    night: bool
    again: bool  # the text calls it a second one
    disputed: bool  # the text says that sides blame each other
    called_off: bool
    day_elsewhere: bool  # its sentence names no day: the day it has was carried over from another sentence
    order: tuple[int, str, int, str]

    @property
    def coarse(self) -> bool:
        """Whether the text gives a span in which the event lies, not the days that it took."""
        return self.date_precision in ("week", "month", "year")

    @property
    def parties(self) -> tuple[Party, ...]:
        """Who took part, by name and side."""
        return self.who.parties

    @property
    def sides(self) -> frozenset[str]:
        """The sides that took part."""
        return self.who.sides

    @property
    def principals(self) -> frozenset[str]:
        """The sides that took part for themselves, not as host or mediator."""
        return self.who.principals

    @property
    def attackers(self) -> frozenset[str]:
        """The attacking sides."""
        return self.who.attackers

    @property
    def targets(self) -> frozenset[str]:
        """The sides that were attacked."""
        return self.who.targets


def distance_km(one: Mention, other: Mention) -> float | None:
    """Return how far apart two mentions' places are, on a sphere; None where one of them is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    part = math.sin((other_lat - lat) / 2) ** 2
    part += math.cos(lat) * math.cos(other_lat) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(part))


def day_of(date: dt.date) -> int:
    """Return the day's number."""
    return date.toordinal() - _EPOCH


def date_of(day: int) -> dt.date:
    """Return the day that a number stands for."""
    return dt.date.fromordinal(day + _EPOCH)


def family_of(kind: str) -> str:
    """Return what mentions are compared within: their kind, but one family for meetings and talks."""
    return "diplomacy" if kind in ("meeting", "talks") else kind


class Sides:
    """Whose side a name is on: the state or body at the root of those that it belongs to."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        found = connection.execute(
            """
            select members.member, members.actor, actors.kind = 'state' as is_state
            from actor_members members
            left join actors on actors.name = members.actor and actors.gone is null
            where members.gone is null and members.actor <> members.member
              and not exists (
                  select 1 from actor_members higher
                  where higher.gone is null and higher.member = members.actor and higher.actor <> higher.member)
            order by members.member, is_state nulls first, members.actor desc
            """
        )
        self._side_of: dict[str, str] = {member: actor for member, actor, _ in found.fetchall()}
        known = connection.execute(
            "select name, kind, country from actors where gone is null and kind is not null"
        ).fetchall()
        self._known = {name for name, _, _ in known} | set(self._side_of)
        self._states = {country: name for name, kind, country in known if kind == "state" and country}

    def known(self, name: str) -> bool:
        """Tell whether the reference data knows the name, not only an article."""
        return name in self._known

    def of_country(self, country: str | None) -> str | None:
        """Return the state of an ISO 3166-1 alpha-2 code."""
        return self._states.get(country or "")

    def of(self, name: str) -> str:
        """Return the side of a name; a name that belongs to nobody is its own.

        A body of which several states are members (a person of two) goes to the first state by name.
        """
        return self._side_of.get(name, name)


def read_mentions(
    connection: duckdb.DuckDBPyConnection,
    edition: int,
    sides: Sides,
    stories: Mapping[str, str],
    where: str = "true",
) -> list[Mention]:
    """Return the mentions that hold now and that `where` selects, in the order of their content.

    `where` is a condition of ours on the columns of mentions.sql; `stories` are those that this edition changes.
    """
    rows = connection.execute(f"{query('mentions')} where held and {where}", {"edition": edition}).fetchall()
    known: dict[tuple[object, ...], Parties] = {}  # the same few sides take part in most events
    mentions = [_mention(row, sides, stories, known) for row in rows]
    mentions.sort(key=lambda mention: mention.order)
    return mentions


def _mention(
    row: tuple[Any, ...], sides: Sides, stories: Mapping[str, str], known: dict[tuple[object, ...], Parties]
) -> Mention:
    """Return a row of mentions.sql as a mention; `known` keeps the parties that were made before."""
    (mention_id, article_id, story_id, kind, family, first, last, date_precision, place, key, block, level, mapped,
     country, lat, lon, place_precision, actors, weapons, status, planned, published, position,
     evening, night, again, disputed, called_off, day_elsewhere, _) = row  # fmt: skip
    named = (kind == "meeting", *((actor["name"], actor["role"]) for actor in actors))
    who = known.get(named)
    if who is None:
        who = known[named] = _parties(named[1:], sides, ("mediator",) if kind == "meeting" else ("mediator", "host"))
    order = (published if published is not None else 10**6, article_id, position, mention_id)
    return Mention(
        mention_id, article_id, stories.get(article_id, story_id), kind, family, first, last, date_precision, place,
        key, block, level, mapped, country, lat, lon, place_precision, who, frozenset(weapons), status, planned,
        published, position, evening, night, again, disputed, called_off, day_elsewhere, order,
    )  # fmt: skip


def _parties(actors: tuple[tuple[str, str], ...], sides: Sides, hosts: Collection[str]) -> Parties:
    parties = tuple(Party(*party) for party in sorted({(name, sides.of(name), role in hosts) for name, role in actors}))
    return Parties(
        actors=actors,
        parties=parties,
        sides=frozenset(party.side for party in parties),
        principals=frozenset(party.side for party in parties if not party.hosts),
        attackers=frozenset(sides.of(name) for name, role in actors if role == "attacker"),
        targets=frozenset(sides.of(name) for name, role in actors if role == "target"),
    )
