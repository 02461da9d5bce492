"""One record for each place and day that an article says was struck, from all the sentences that tell of it.

Words that could mean many things ("the attack", "explosions") count only in an article that tells of a strike plainly.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

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
from etl.extract.events.strike_groups import StrikeGroup, arm_the_unarmed, date_the_undated, grouped
from etl.extract.events.strike_tellings import Placed, Telling, placed
from etl.extract.reading import Place, Reading
from etl.records import Actor, Event, Issue, RoleName

LONGEST = dt.timedelta(days=31)  # a longer span is a campaign, not a strike
_DEGREES = 0.4  # of longitude: how far a town may lie from the middle of Gaza or the West Bank
_COUNTED = ("strikes.launched", "strikes.intercepted")
_WAVE = re.compile(r"\b\d[\d,]*\s+(?:(?:and|[\w-]+)\s+){0,4}(?:drones|missiles|rockets|UAVs|regions)\b")


def recorded(reading: Reading, tellings: Sequence[Telling]) -> Iterator[Event | Issue]:
    """Yield one event for each place and day, and an issue where a strike has no place that the text fixes.

    `tellings` are in the order of the text.
    """
    if not any(telling.strong for telling in tellings):
        return
    told = list(placed(reading, tellings))
    yield from _unplaced(reading.article.article, told)
    groups = grouped(told)
    if any(group.first is None for group in groups):
        date_the_undated(groups, openings(reading), reading.sentences)
    arm_the_unarmed(groups)
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


def _kept(groups: Sequence[StrikeGroup]) -> Iterator[StrikeGroup]:
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


def _only_around(group: StrikeGroup, groups: Sequence[StrikeGroup]) -> bool:
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


def _event(article: str, group: StrikeGroup, attackers: dict[str, str]) -> Event:
    best = max(group.tellings, key=_worth)
    owner = reference.country_name(group.place.country) if group.place.country else None
    told = [one for one in group.tellings if one.attacker and not (one.attacker == owner in AT_WAR_ABROAD)]
    carried = [one for one in told if not (one.attacker == owner and group.place.country in ENEMIES)]
    named = Counter(one.attacker for one in told if one.places) or Counter(one.attacker for one in carried)
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


def _is_held_by_russia(group: StrikeGroup) -> bool:
    told = [one for one in group.tellings if one.places]
    return held_by_russia(group.place) or any(is_russian_target(one.sentence, group.place) for one in told)


def _worth(one: Telling) -> tuple[bool, bool, bool, bool, bool, bool, int]:
    """Return how much a telling says, for choosing the evidence: the first of those that say most."""
    body = one.sentence.role == "body"
    return body, not one.series, one.strong, bool(one.places), one.first is not None, bool(one.weapons), -one.start
