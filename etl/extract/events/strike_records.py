"""One record for each place and day that an article says was struck, from all the sentences that tell of it.

Words that could mean many things ("the attack", "explosions") count only in an article that tells of a strike plainly.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from etl import reference
from etl.extract.events.attackers import (
    AT_WAR_ABROAD,
    ENEMIES,
    held_by_russia,
    is_russian_target,
    target_of,
    usual_attackers,
)
from etl.extract.events.occasion import openings
from etl.extract.events.strike_days import day_just_told
from etl.extract.events.strike_tellings import Placed, Telling, placed
from etl.extract.reading import Place, Reading, Sentence
from etl.records import Actor, DatePrecision, Event, Issue, RoleName

_FRESH = 2  # days
LONGEST = dt.timedelta(days=31)  # a longer span is a campaign, not a strike
_DEGREES = 0.4  # of longitude: how far a town may lie from the middle of Gaza or the West Bank
_COUNTED = ("strikes.launched", "strikes.intercepted")
_WAVE = re.compile(r"\b\d[\d,]*\s+(?:(?:and|[\w-]+)\s+){0,4}(?:drones|missiles|rockets|UAVs|regions)\b")
_HELD = re.compile(r"^\S+-(?:administered|controlled|occupied|held)\s+(?!Kashmir)")


@dataclass(slots=True)
class _Group:
    """The tellings of one place and day."""

    place: Place
    first: dt.date | None = None
    last: dt.date | None = None
    precision: DatePrecision | None = None
    weapons: tuple[str, ...] = ()
    inferred: bool = False  # its day is that of its post
    tellings: list[Telling] = field(default_factory=list)

    def add(self, telling: Telling, first: dt.date | None, last: dt.date | None) -> None:
        """Take in a telling; days of its own narrow the group's, days carried over only fill a gap."""
        self.tellings.append(telling)
        if first is None or (self.first is not None and telling.first is None):
            return
        if self.first is None or self.last is None or (last or first) - first < self.last - self.first:
            self.first, self.last, self.precision = first, last or first, telling.date_precision

    def may_take(self, one: Placed) -> bool:
        """Say whether a telling can be of the group's strike: not another day's, nor "another" where none is dated."""
        if _are_two_attackers(self, one):
            return False
        dated = any(telling.first for telling in self.tellings)
        opens = self.in_headings or self.tellings[0].another or self.tellings[0].sentence.index == 0
        coarse = one.telling.date_precision in ("month", "year")  # "last month" is not what is told without a day
        is_new = (
            one.telling.first and not dated and (one.telling.earlier or coarse or (one.telling.another and not opens))
        )
        return self.may_be_on(one.first, one.last) and not is_new

    def may_be_on(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Say whether the group's days and these can be the same."""
        if first is None or self.first is None or self.last is None:
            return True
        return first <= self.last and self.first <= (last or first)

    @property
    def is_news(self) -> bool:
        """Whether it was on one day, and not two days from the report's."""
        reference = self.tellings[0].sentence.reference
        if self.first is None or self.first != self.last or reference is None:
            return False
        return abs((reference - self.first).days) <= _FRESH

    @property
    def in_headings(self) -> bool:
        return all(one.sentence.role == "heading" for one in self.tellings)


def _are_two_attackers(group: _Group, one: Placed) -> bool:
    """Say whether a telling names another attacker of its place than the group: two groups fire at Israel in a night.

    Russia and Ukraine have one enemy each, whatever a sentence seems to say.
    """
    if one.telling.attacker is None or not one.telling.places or group.place.country in ENEMIES:
        return False
    named = {telling.attacker for telling in group.tellings if telling.attacker and telling.places}
    return bool(named) and one.telling.attacker not in named


def recorded(reading: Reading, tellings: Sequence[Telling]) -> Iterator[Event | Issue]:
    """Yield one event for each place and day, and an issue where a strike has no place that the text fixes.

    `tellings` are in the order of the text.
    """
    if not any(telling.strong for telling in tellings):
        return
    told = list(placed(reading, tellings))
    yield from _unplaced(reading.article.article, told)
    groups = _groups(told)
    if any(group.first is None for group in groups):
        _date_the_undated(groups, openings(reading), reading.sentences)
    _arm_the_unarmed(groups)
    attackers = usual_attackers(reading, tellings)
    for group in _kept(groups):
        yield _event(reading.article.article, group, attackers)


def _unplaced(article: str, told: Sequence[Placed]) -> Iterator[Issue]:
    """Yield an issue for each sentence that tells plainly of a strike on a day, but not where."""
    sentences = {
        one.telling.sentence.start: one.telling.sentence
        for one in told
        if not one.places and one.telling.strong and one.telling.first
    }
    for sentence in sentences.values():
        reason = "a strike whose place the text does not name"
        yield Issue(article, "strikes", sentence.text, reason, sentence.start, sentence.end)


def _groups(told: Sequence[Placed]) -> list[_Group]:
    """Return the tellings by place and day, in the order of the text."""
    groups: list[_Group] = []
    here: defaultdict[str, list[_Group]] = defaultdict(list)
    for one in told:
        for place in one.places:
            known = here[_HELD.sub("", place.name)]
            if one.telling.series and not known:
                continue
            group = next((group for group in known if group.may_take(one)), None)
            if (
                group is None
                and known
                and one.telling.first is None
                and not (one.telling.away or one.telling.long_before)
            ):
                group = known[-1]
            if group is None:
                group = _Group(place)
                known.append(group)
                groups.append(group)
            group.add(one.telling, one.first, one.last)
    return groups


def _date_the_undated(groups: Sequence[_Group], opening: Mapping[int, dt.date], sentences: Sequence[Sentence]) -> None:
    """Give undated strikes the day of their post's first strike that is fresh news, else another that fits.

    That is the day with which the post opens, or the day just told; never that of a strike told as an earlier one.
    """
    days: dict[int, _Group] = {}
    earlier: set[dt.date | None] = set()
    for group in groups:
        sentence = group.tellings[0].sentence
        if group.tellings[0].earlier:
            earlier.add(group.first)
        elif group.is_news:
            days.setdefault(sentence.post, group)
    for group in groups:
        if group.first is not None or all(one.long_before for one in group.tellings):
            continue
        sentence = group.tellings[0].sentence
        dated, day = days.get(sentence.post), opening.get(sentence.post)
        if day in earlier:
            day = next((date.first for date in sentence.dates if date.precision == "day"), None)
        day = day or day_just_told(sentences, sentence)
        if dated is not None:
            group.first, group.last, group.precision, group.inferred = dated.first, dated.last, dated.precision, True
        elif day is not None:
            group.first, group.last, group.precision, group.inferred = day, day, "day", True


def _arm_the_unarmed(groups: Sequence[_Group]) -> None:
    """Collect the weapons of each strike; if only effects are told, they are those of that day's first attack."""
    armed: dict[tuple[str | None, dt.date | None], tuple[str, ...]] = {}
    for group in groups:
        group.weapons = tuple(dict.fromkeys(weapon for one in group.tellings for weapon in one.weapons))
        if group.weapons:
            armed.setdefault((group.place.country, group.first), group.weapons)
    for group in groups:
        if not group.weapons and not any(one.attacker for one in group.tellings):
            group.weapons = armed.get((group.place.country, group.first), ())


def _kept(groups: Sequence[_Group]) -> Iterator[_Group]:
    """Yield the groups that are records of a strike.

    A span longer than a month is a campaign; an "attack" that nothing else tells of may be no strike. A heading only
    says shortly what its body tells. A whole country is struck where drones or missiles are counted for a night; else
    it says in other words what is told of a place in it.
    """
    told = [group for group in groups if not group.in_headings]
    in_bodies = {group.place.country for group in told} | {group.place.region for group in told}
    regions = {group.place.name for group in told if group.place.precision == "region"}
    days_inside: defaultdict[str | None, set[dt.date | None]] = defaultdict(set)
    for group in groups:
        if group.place.precision != "country" and not group.inferred:
            days_inside[group.place.country].add(group.first)
    for group in groups:
        place, days = group.place, days_inside[group.place.country]
        if group.first and group.last and group.last - group.first > LONGEST:
            continue
        if all(_may_be_none(one) for one in group.tellings):
            continue
        short = place.country if place.precision == "country" else place.name
        if place.precision == "region" and _only_around(group, groups):
            continue
        if group.in_headings and (short in in_bodies or place.region in regions):
            continue
        counted = group.first and any(_counts(one) for one in group.tellings)
        if place.precision == "country" and not counted:
            if group.first is None and len(groups) > 1:
                continue
            if days and (group.first is None or None in days or group.first in days):
                continue
        yield group


def _may_be_none(one: Telling) -> bool:
    """Say whether an "attack" may be no strike: told plainly nowhere, on no day or in no war that we know."""
    return one.rule == "strikes.attack" and not one.strong and (one.first is None or _is_elsewhere(one))


def _is_elsewhere(one: Telling) -> bool:
    return not one.weapons and any(place.country not in ENEMIES for place in one.places)


def _only_around(group: _Group, groups: Sequence[_Group]) -> bool:
    """Say whether each sentence that tells of a region tells a town in it as well.

    "A strike in the West Bank, hitting a cafe in Tulkarm" is one strike.
    """
    land = group.place
    sentences = {
        one.sentence.index
        for other in groups
        if other is not group and (other.place.region == land.name or _is_near(other.place, land))
        for one in other.tellings
        if one.places
    }
    return all(one.sentence.index in sentences for one in group.tellings)


def _is_near(town: Place, land: Place) -> bool:
    """Say whether a town of Palestine, whose towns are told without a region, lies in Gaza or the West Bank."""
    if town.country != "PS" or town.precision != "settlement" or land.country != "PS":
        return False
    known = town.lon is not None and land.lon is not None
    return known and abs((town.lon or 0) - (land.lon or 0)) < _DEGREES


def _counts(one: Telling) -> bool:
    """Say whether a telling counts what was fired, as reports of a wave at a whole country do."""
    return one.rule in _COUNTED or (one.strong and _WAVE.search(one.sentence.text) is not None)


def _event(article: str, group: _Group, attackers: dict[str, str]) -> Event:
    best = max(group.tellings, key=_worth)
    owner = reference.country_name(group.place.country) if group.place.country else None
    named = Counter(
        one.attacker for one in group.tellings if one.attacker and not (one.attacker == owner in AT_WAR_ABROAD)
    )
    attacker = named.most_common(1)[0][0] if named else attackers.get(group.place.country or "")
    if not named and attacker in ("Russia", None) and _is_held_by_russia(group):
        attacker = "Ukraine"
    sides: tuple[tuple[str | None, RoleName], ...] = (
        (attacker, "attacker"),
        (target_of(group.place, attacker), "target"),
    )
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


def _is_held_by_russia(group: _Group) -> bool:
    told = [one for one in group.tellings if one.places]
    return held_by_russia(group.place) or any(is_russian_target(one.sentence, group.place) for one in told)


def _worth(one: Telling) -> tuple[bool, bool, bool, bool, bool, bool, int]:
    """Return how much a telling says, for choosing the evidence: the first of those that say most."""
    body = one.sentence.role == "body"
    return body, not one.series, one.strong, bool(one.places), one.first is not None, bool(one.weapons), -one.start
