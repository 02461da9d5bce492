"""One record for each place and day that an article says was struck, from all the sentences that tell of it.

What a sentence leaves out comes from the strike told before it in the same post: "yesterday's attack" has its place,
"damage was reported in Kharkiv" its night. Words that could mean many things ("the attack", "explosions") count only in
an article that tells of a strike plainly.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from etl import reference
from etl.extract.attackers import ENEMIES, held_by_russia, target_of, usual_attackers
from etl.extract.reading import Place, Reading, Sentence
from etl.extract.struck_places import owners_place
from etl.records import Actor, DatePrecision, Event, Issue, RoleName

_COUNTRY_WIDE = ("strikes.launched", "strikes.intercepted")
_HOURS = re.compile(r"\b[Hh]ours\s+(?:before|after|ahead\s+of|earlier|later)\b")


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a strike.

    `strong` words mean nothing else; `country_wide` tells of an attack on the whole country; a `series` ("attacks on ships")
    is no one strike by itself, but may speak of those told elsewhere; an `indefinite` one ("an attack on Friday") is none of
    those told before.
    """

    sentence: Sentence
    start: int
    places: tuple[Place, ...]
    first: dt.date | None
    last: dt.date | None
    date_precision: DatePrecision | None
    attacker: str | None
    weapons: tuple[str, ...]
    strong: bool
    rule: str
    country_wide: bool = False
    series: bool = False
    indefinite: bool = False

    def stronger(self) -> Telling:
        """Return the telling as one that leaves no doubt."""
        return replace(self, strong=True)

    def by(self, attacker: str | None) -> Telling:
        """Return the telling with its attacker."""
        return replace(self, attacker=attacker)

    def launched(self, night: bool) -> Telling:
        """Return the telling of a launch; one of a night that names no place was at the whole country."""
        return replace(self, country_wide=night and not self.places)

    def of_series(self) -> Telling:
        """Return the telling as one of many strikes, none of them told by itself."""
        return replace(self, series=True)

    def wide(self) -> Telling:
        """Return the telling as one of an attack on the whole country."""
        return replace(self, country_wide=True, places=())


@dataclass(slots=True)
class _Group:
    """The tellings of one place and day."""

    place: Place
    first: dt.date | None = None
    last: dt.date | None = None
    precision: DatePrecision | None = None
    weapons: tuple[str, ...] = ()
    tellings: list[Telling] = field(default_factory=list)

    def add(self, telling: Telling, first: dt.date | None, last: dt.date | None) -> None:
        """Take in a telling; days of its own narrow the group's, days carried over only fill a gap."""
        self.tellings.append(telling)
        if first is None or (self.first is not None and telling.first is None):
            return
        if self.first is None or self.last is None or (last or first) - first < self.last - self.first:
            self.first, self.last, self.precision = first, last or first, telling.date_precision


@dataclass(frozen=True, slots=True)
class _Context:
    """What was told last: where, when, by whom."""

    place: Place | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    post: int | None = None
    attacker: str | None = None
    paragraph: int | None = None


def recorded(reading: Reading, tellings: list[Telling]) -> Iterator[Event | Issue]:
    """Yield one event for each place and day, and an issue where a strike has no place that the text fixes."""
    if not any(telling.strong for telling in tellings):
        return
    attackers = usual_attackers(
        reading, ((one.attacker, place) for one in tellings if one.attacker for place in one.places)
    )
    groups: list[_Group] = []
    main = _Context(first=_report_day(reading, tellings))
    context = replace(main, last=main.first)
    opened = False
    unplaced: set[int] = set()
    for telling in tellings:
        if telling.sentence.post != context.post:
            context = replace(main, post=telling.sentence.post)
        if telling.series and not telling.places:
            continue
        places = telling.places or _placed(telling, context)
        first, last = _days(telling, context, main)
        for place in places:
            if telling.series and not telling.first and all(group.place.name != place.name for group in groups):
                continue
            _group(groups, place, first, last, own_day=telling.first is not None).add(telling, first, last)
        if not places and telling.strong and telling.first and telling.sentence.index not in unplaced:
            unplaced.add(telling.sentence.index)
            yield Issue(
                reading.article.article, "strikes", telling.sentence.text, "a strike whose place the text does not name",
                telling.sentence.start, telling.sentence.end,
            )  # fmt: skip
        if telling.series:
            continue
        if places or telling.date_precision == "day":
            context = _next(context, telling, places)
            if not opened and places and not telling.country_wide:
                main, opened = context, True
    _date_the_undated(groups)
    _arm_the_unarmed(groups)
    for group in groups:
        if _kept(group, groups):
            yield _event(reading.article.article, group, attackers)


def _days(telling: Telling, context: _Context, main: _Context) -> tuple[dt.date | None, dt.date | None]:
    """Return a telling's days: its own, else those of the story that it goes on with.

    In a new paragraph that is the main story, whatever aside stood before it.
    """
    if telling.first:
        return telling.first, telling.last
    aside = main.first and telling.sentence.paragraph != context.paragraph and context.place not in telling.places
    told = main if aside else context
    return told.first, told.last


def _next(context: _Context, telling: Telling, places: tuple[Place, ...]) -> _Context:
    """Return the context that a telling leaves behind; a coarse span does not date what follows."""
    place = (
        context.place
        if telling.country_wide
        else places[0]
        if places
        else None
        if telling.indefinite
        else context.place
    )
    first, last = (telling.first, telling.last) if telling.date_precision == "day" else (context.first, context.last)
    return _Context(
        place, first, last, telling.sentence.post, telling.attacker or context.attacker, telling.sentence.paragraph
    )


def _date_the_undated(groups: list[_Group]) -> None:
    """Give strikes that no sentence dates the day that their post dates its first strike by, where that is fresh news."""
    days: dict[int, _Group] = {}
    for group in groups:
        sentence = group.tellings[0].sentence
        fresh = (
            group.first
            and sentence.reference
            and group.first == group.last
            and abs((sentence.reference - group.first).days) <= 2
        )
        if fresh:
            days.setdefault(sentence.post, group)
    for group in groups:
        dated = days.get(group.tellings[0].sentence.post)
        if group.first is None and dated is not None:
            group.first, group.last, group.precision = dated.first, dated.last, dated.precision


def _arm_the_unarmed(groups: list[_Group]) -> None:
    """Collect the weapons of each strike; where only its effects are told, they are those of that night's attack."""
    for group in groups:
        group.weapons = tuple(dict.fromkeys(weapon for one in group.tellings for weapon in one.weapons))
    for group in groups:
        if group.weapons or any(one.attacker for one in group.tellings):
            continue
        for other in groups:
            if other.weapons and other.first == group.first is not None and other.place.country == group.place.country:
                group.weapons = other.weapons
                break


def _report_day(reading: Reading, tellings: list[Telling]) -> dt.date | None:
    """Return the day of strikes that are dated only by what else happened that day: "hours before the meeting"."""
    if not any(_HOURS.search(telling.sentence.text) for telling in tellings):
        return None
    for sentence in reading.sentences[:4]:
        for mention in sentence.dates:
            if mention.first and mention.first == mention.last and sentence.reference:
                if abs((mention.first - sentence.reference).days) <= 1:
                    return mention.first
    return None


def _placed(telling: Telling, context: _Context) -> tuple[Place, ...]:
    """Return where a telling without a place plays: in the country attacked, with the authorities that tell it, or where
    the last strike was told.
    """
    if telling.country_wide and telling.attacker:
        attacked = next(
            (code for code, foe in ENEMIES.items() if reference.countries()[foe].name == telling.attacker), None
        )
        land = reference.countries().get(attacked or "")
        return (Place(land.name, land.iso2, None, None, None, "country"),) if land else ()
    if telling.country_wide:
        return ()
    owner = owners_place(telling.sentence)
    if owner and (context.place is None or owner.name not in (context.place.region, context.place.name)):
        return (owner,)
    another = telling.indefinite and telling.first is not None and telling.first != context.first
    others = telling.attacker and context.attacker and telling.attacker != context.attacker
    return (context.place,) if context.place and not another and not others else ()


def _group(groups: list[_Group], place: Place, first: dt.date | None, last: dt.date | None, own_day: bool) -> _Group:
    """Return the group of a place and day, a new one if none fits."""
    here = [group for group in groups if _same(group.place, place)]
    for group in here:
        if first is None or group.first is None:
            return group
        if first <= (group.last or group.first) and group.first <= (last or first):
            return group
    if here and not own_day:
        return here[-1]
    groups.append(group := _Group(place))
    return group


def _same(one: Place, other: Place) -> bool:
    """Say whether two places are one: a region is also meant by a name that says who holds it."""
    if one.name == other.name:
        return True
    return one.precision == other.precision == "region" and (
        one.name.endswith(f" {other.name}") or other.name.endswith(f" {one.name}")
    )


def _retold(heading: Place, body: Place) -> bool:
    """Say whether a heading's place is the body's, put more shortly: "Poltava" for the Poltava region, a country for a city."""
    wider = heading.precision == "country" and heading.country == body.country
    return wider or body.region == heading.name or (heading.region == body.name and body.precision == "region")


def _kept(group: _Group, groups: list[_Group]) -> bool:
    """Say whether a group is a record.

    A span longer than a month is a campaign; an "attack" that nothing else tells of may be no strike. A whole country is struck where drones or missiles are counted for a night;
    else it only says in other words what is told of a place in it.
    """
    if group.first and group.last and (group.last - group.first).days > 31:
        return False
    if all(one.rule == "strikes.attack" and not one.strong and one.first is None for one in group.tellings):
        return False
    if all(one.sentence.role == "heading" for one in group.tellings) and any(
        other is not group and _retold(group.place, other.place) for other in groups
    ):
        return False
    if group.place.precision != "country":
        return True
    if any(telling.rule in _COUNTRY_WIDE for telling in group.tellings) and group.first:
        return True
    inside = [other for other in groups if other is not group and other.place.country == group.place.country]
    if any(other.first is None or group.first is None or other.first == group.first for other in inside):
        return False
    return group.first is not None or len(groups) == 1


def _event(article: str, group: _Group, attackers: dict[str, str]) -> Event:
    best = max(
        group.tellings,
        key=lambda one: (
            one.sentence.role == "body",
            one.strong,
            bool(one.places),
            one.first is not None,
            bool(one.weapons),
            -one.start,
        ),
    )
    named = [one.attacker for one in group.tellings if one.attacker]
    attacker = max(named, key=named.count) if named else attackers.get(group.place.country or "")
    if not named and attacker == "Russia" and held_by_russia(group.place):
        attacker = "Ukraine"
    target = target_of(group.place, attacker)
    sides: tuple[tuple[str | None, RoleName], ...] = ((attacker, "attacker"), (target, "target"))
    return Event(
        article=article,
        evidence=best.sentence.text,
        evidence_start=best.sentence.start,
        evidence_end=best.sentence.end,
        rule=best.rule,
        kind="strike",
        start=group.first,
        end=group.last,
        place=group.place.name,
        country=group.place.country,
        actors=tuple(Actor(name, role) for name, role in sides if name),
        weapons=group.weapons,
        date_precision=group.precision if group.precision != "day" else None,
        place_precision=group.place.precision if group.place.precision in ("country", "region", "district") else None,
    )
