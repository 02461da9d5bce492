"""The places of a sentence in which something may have happened.

Not every place is one (asides.py), and a place after a smaller one only says where that lies.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.reading import NameMention, Place, Sentence
from etl.extract.scenes import asides
from etl.extract.scenes.sides import sides
from etl.reference_schema import Term

_PART = Caseless(
    r"\b(?:including|among\s+them)\s+(?:at\s+least\s+|about\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:of\s+(?:them|which)\s+|(?:drones?|uavs?|missiles?)\s+)?(?:over|above|in|near|at|on|across)\s",
    needs=("including", "among"),
)
_COUNTRY_BACK = Caseless(
    r"\b(?:nation|country)-?wide\b|\b(?:across|throughout|around|in|over)\s+the\s+(?:entire\s+|whole\s+)?country\b",
    needs=("country", "nationwide", "nation-wide"),
)
_SOIL = Caseless(r"\s+(?:territory|soil|skies|airspace)\b", needs=("territory", "soil", "skies", "airspace"))
_ON = re.compile(r"\b(?:on|over|in|across|inside|within)\s+$")
_LIES_IN = Caseless(r"\s*,?\s+(?:in|of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}|,\s+")
_LIST = Caseless(
    r"[\s,]*(?:(?:north|south|east|west|centr)\w*|and|or|regions?|oblasts?|provinces?|the|&|cities|(?:(?:port|capital|border|nearby)\s+)?(?:city|town|village|port|capital)\s+of)*[\s,]*",
)
_NAMED_FOR_REGION = re.compile(r"\s+(?:regional|oblast|region['’]s)\b")
_NONE = -9  # the end of no name
_GRAIN = ("point", "settlement", "district", "region", "country")  # from small to large


class Spot(NamedTuple):
    """A place at start..end of the article's text."""

    start: int
    end: int
    place: Place


def spots_of(sentence: Sentence, breaks: Sequence[int] = ()) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Return the places where it may have happened, and the lands of the officials who speak of it.

    `breaks` part the sentence: a country told in one part is not left out for a town of another.
    """
    spots: list[Spot] = []
    lands: list[Spot] = []
    town_end = aside_end = _NONE
    for name in sentence.names:
        land = region_of(name.actor, sentence.reference) if name.actor_kind == "person" else _region_named(name)
        if land:
            lands.append(Spot(name.start, name.end, land))
        if territory := _territory(name, sentence):
            spots.append(territory)
        if name.place is None or name.reads_as != "place" or name.start == town_end + 1:
            continue  # a person, or the district of a town: "Kyiv's Shevchenko district"
        spot = Spot(name.start, name.end, name.place)
        if asides.is_of_official(name, sentence):
            lands.append(spot)
        elif asides.lies_aside(name, name.place, sentence) or _goes_on_aside(sentence, aside_end, spot):
            aside_end = spot.end  # "told reporters in Helsinki, Finland"
        else:
            spots.append(spot)
            town_end = _end_of_genitive(spot, sentence)
    if not spots and (back := _COUNTRY_BACK.search(sentence.text)):
        spots = [
            Spot(back.start() + sentence.start, back.end() + sentence.start, land) for land in _own_country(sentence)
        ]
    parts: dict[int, list[Spot]] = {}
    for spot in _smallest(spots, sentence):
        parts.setdefault(bisect_right(breaks, spot.start), []).append(spot)
    return tuple([spot for part in parts.values() for spot in _finest(part)]), tuple(lands)


def _territory(name: NameMention, sentence: Sentence) -> Spot | None:
    """Return the country whose land is told by its adjective: "attacks on Ukrainian territory"."""
    if not name.adjectival or name.actor_kind != "state" or not name.country:
        return None
    soil = _SOIL.match(sentence.text, name.end - sentence.start)
    country = reference.country_place(name.country)
    if soil is None or not _ON.search(sentence.text, 0, name.start - sentence.start):
        return None
    lies_aside = asides.lies_aside(name._replace(adjectival=False), country, sentence)
    return None if lies_aside else Spot(name.start, name.end, country)


def _goes_on_aside(sentence: Sentence, aside_end: int, spot: Spot) -> bool:
    """Return whether a place only says where the one before lies, at which nothing happened."""
    between = sentence.between(aside_end, spot.start)
    if between == ", ":
        return True
    return spot.place.precision in ("region", "country") and _LIES_IN.fullmatch(between) is not None


def _own_country(sentence: Sentence) -> list[Place]:
    """Return the country that "the country" is in a sentence: that of the first body or state, unless it attacks."""
    attacker, _ = sides(sentence)
    for name in sentence.names:
        state = reference.country_name(name.country) if name.country else None
        if state and state != attacker and name.actor_kind != "armed_group":
            return [Place(state, name.country, None, None, None, "country")]
    return []


def _end_of_genitive(spot: Spot, sentence: Sentence) -> int:
    """Return where "Kyiv's" ends; _NONE for a place that is no town, or that is told without its genitive."""
    owns = sentence.text[spot.end - sentence.start :].startswith(("'s", "’s"))
    return spot.end + 2 if owns and spot.place.precision == "settlement" else _NONE


def _smallest(spots: list[Spot], sentence: Sentence) -> list[Spot]:
    """Leave out a place that is named right after a smaller one, to say where that lies: "Rafah in the Gaza Strip"."""
    kept: list[Spot] = []
    for spot in spots:
        if kept and _GRAIN.index(kept[-1].place.precision) < _GRAIN.index(spot.place.precision):
            between = sentence.text[kept[-1].end - sentence.start : spot.start - sentence.start]
            if _LIES_IN.fullmatch(between):
                if kept[-1].place.precision == "point":
                    kept[-1] = spot  # a hospital is told by its town
                continue
        kept.append(spot)
    return kept


def _finest(spots: list[Spot]) -> list[Spot]:
    """Leave out the countries, regions and districts that only say where another place of the sentence lies."""
    inner = [spot for spot in spots if spot.place.precision != "country"]
    told = {spot.place.country for spot in inner}
    fine = inner and [spot for spot in spots if spot.place.precision != "country" or spot.place.country not in told]
    regions = {spot.place.region for spot in fine if spot.place.region}
    towns = any(spot.place.precision in ("settlement", "point") for spot in fine)
    finest = [spot for spot in fine if not (towns and spot.place.precision == "district")]
    return [spot for spot in finest if spot.place.name not in regions] or fine or spots


def row(spots: Sequence[Spot], chosen: Spot, sentence: Sentence) -> Sequence[Spot]:
    """Return the places that the sentence names in a row with one, that included: "in Sumy, Kharkiv and Kherson"."""
    first = last = spots.index(chosen)
    while first > 0 and _follow(spots[first - 1], spots[first], sentence):
        first -= 1
    while last + 1 < len(spots) and _follow(spots[last], spots[last + 1], sentence):
        last += 1
    return spots[first : last + 1]


def listed(spots: Sequence[Spot], chosen: Spot, sentence: Sentence) -> bool:
    """Return whether a place is one of several that the sentence names in a row."""
    return len(row(spots, chosen, sentence)) > 1


def _follow(left: Spot, right: Spot, sentence: Sentence) -> bool:
    between = sentence.text[left.end - sentence.start : right.start - sentence.start]
    return ("," in between or "and" in between) and _LIST.fullmatch(between) is not None


def is_of_part(spot: Spot, offset: int, sentence: Sentence) -> bool:
    """Return whether a place is only that of some of what is counted at the offset: "22 drones, including two over"."""
    return _PART.search(sentence.text, offset - sentence.start, max(0, spot.start - sentence.start)) is not None


def region_of(person: str | None, day: dt.date | None) -> Place | None:
    """Return the region or city that a person governs on a day (on any, where the day is not known)."""
    for term in _local_terms().get(person or "", ()):
        if day is None or term.holds_on(day):
            region = reference.regions().get(term.of)
            if region is None:
                return reference.place_by_name(term.of)
            return Place(region.name, region.country, None, None, None, "region")
    return None


@cache
def _local_terms() -> dict[str, list[Term]]:
    """Return the offices of regions and cities that a person ever held, by name."""
    found: dict[str, list[Term]] = {}
    for (office, _), held in reference.terms().items():
        if reference.roles().offices[office].scope in ("region", "city"):
            for term in held:
                found.setdefault(term.holder, []).append(term)
    return found


def _region_named(name: NameMention) -> Place | None:
    """Return the region or town of a body that is named for it: "Kharkiv regional authorities"."""
    if name.place is not None and name.reads_as == "actor" and (name.actor or "").startswith(f"{name.place.name} "):
        return name.place  # "Zaporizhzhia city council"
    if name.place is not None or name.actor is None:
        return None
    if "Ministry of Health" in name.actor and name.country:
        return reference.country_place(name.country)
    if name.actor.startswith("Gaza ") and "gaza" in name.text.lower():
        return reference.place_by_name("Gaza Strip")
    return _regions_by_core().get(_NAMED_FOR_REGION.split(name.text.lower())[0])


@cache
def _regions_by_core() -> dict[str, Place]:
    return {
        region.core.lower(): Place(region.name, region.country, None, None, None, "region")
        for region in reference.regions().values()
        if region.core
    }
