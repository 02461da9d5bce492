"""The places of a sentence in which something may have happened.

Not every place is one: ministers speak in Geneva, towns lie 20 miles from Kyiv, missiles are fired from Kursk. A place
after a smaller one only says where that lies.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from etl import reference
from etl.extract.caseless import Caseless, names_any
from etl.extract.reading import NameMention, Place, Sentence
from etl.extract.scenes.scene_cues import DATELINE, REACH, cues
from etl.extract.scenes.sides import sides
from etl.reference_schema import Term

_FAR = Caseless(
    r"\b(?:nearby|neighbou?ring|bordering|between)\s+$|\bbetween\s+[\w’'-]+\s+and\s+$|\b(?:miles?|kilomet(?:re|er)s?|km)\b[^.;]{0,45}$",
    needs=("nearby", "neighbo", "bordering", "between", "mile", "kilomet", "km"),
)
_FIRED_FROM = re.compile(
    r"\b(?:launched|fired|took\s+off|flew|flown|departed|originat\w+|coming|directions?\s+of)\b[^.;,]{0,40}"
    r"\bfrom\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$"
)
_MOST_OF_THEM = re.compile(
    r"\b(?:most|many|some|several|half|all|majority|part|nearly\s+all|two-thirds|a\s+third)\s+(?:of\s+)?(?:them|whom|these)\s+"
    r"(?:\w+\s+){0,3}?(?:in|at|near|from)\s+(?:the\s+)?(?:(?-i:[a-z]+)\s+){0,4}$",
    re.IGNORECASE,
)  # "killed 31 people, most of them in the town of": not where all 31 were
_SOME_OF = frozenset({"them", "whom", "these"})
_PART = Caseless(
    r"\b(?:including|among\s+them)\s+(?:at\s+least\s+|about\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:of\s+(?:them|which)\s+|(?:drones?|uavs?|missiles?)\s+)?(?:over|above|in|near|at|on|across)\s",
    needs=("including", "among"),
)
_CAPITAL_OF = Caseless(r"\bcapital\s+of\s+(?:the\s+)?(?:\w+\s+)?$", needs=("capital",))
_COUNTRY_BACK = Caseless(
    r"\b(?:across|throughout|around|in|over)\s+the\s+(?:entire\s+|whole\s+)?country\b", needs=("country",)
)
_LIES_IN = Caseless(r"\s*,?\s+(?:in|of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}|,\s+")
_LIST = Caseless(
    r"[\s,]*(?:(?:north|south|east|west|centr)\w*|and|or|regions?|oblasts?|provinces?|the|&|cities|city\s+of)*[\s,]*",
)
_NAMED_FOR_REGION = re.compile(r"\s+(?:regional|oblast|region['’]s)\b")
_GRAIN = ("point", "settlement", "district", "region", "country")  # from small to large


class Spot(NamedTuple):
    """A place at start..end of the article's text."""

    start: int
    end: int
    place: Place


def spots_of(sentence: Sentence) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Return the places where it may have happened, and the lands of the officials who speak of it."""
    spots: list[Spot] = []
    lands: list[Spot] = []
    town_end = aside_end = -1
    for name in sentence.names:
        land = region_of(name.actor, sentence.reference) if name.actor_kind == "person" else _region_named(name)
        if land:
            lands.append(Spot(name.start, name.end, land))
        if name.place is None or name.reads_as != "place" or name.start == town_end + 1:
            continue  # a person, or the district of a town: "Kyiv's Shevchenko district"
        spot = Spot(name.start, name.end, name.place)
        if _is_of_official(name, sentence):
            lands.append(spot)
        elif _lies_aside(name, name.place, sentence) or sentence.between(aside_end, spot.start) == ", ":
            aside_end = spot.end  # "told reporters in Helsinki, Finland"
        else:
            spots.append(spot)
            town_end = _end_of_genitive(spot, sentence)
    if not spots and (back := _COUNTRY_BACK.search(sentence.text)):
        spots = [
            Spot(back.start() + sentence.start, back.end() + sentence.start, land) for land in _own_country(sentence)
        ]
    return tuple(_finest(_smallest(spots, sentence))), tuple(lands)


def _own_country(sentence: Sentence) -> list[Place]:
    """Return the country that "the country" is in a sentence: that of the first body or state, unless it attacks."""
    attacker, _ = sides(sentence)
    for name in sentence.names:
        state = reference.country_name(name.country) if name.country else None
        if state and state != attacker and name.actor_kind != "armed_group":
            return [Place(state, name.country, None, None, None, "country")]
    return []


def _end_of_genitive(spot: Spot, sentence: Sentence) -> int:
    """Return where "Kyiv's" ends; -1 for a place that is no town, or that is told without its genitive."""
    owns = sentence.text[spot.end - sentence.start :].startswith(("'s", "’s"))
    return spot.end + 2 if owns and spot.place.precision == "settlement" else -1


def _is_of_official(name: NameMention, sentence: Sentence) -> bool:
    """Return whether a place only says whose official somebody is: "Kherson governor", "the mayor of Lviv"."""
    text, first, last = sentence.text, name.start - sentence.start, name.end - sentence.start
    return bool(
        cues()["official_after"].match(text, last, last + REACH + 10)
        or cues()["official_before"].search(text, max(0, first - REACH), first)
    )


def _lies_aside(name: NameMention, place: Place, sentence: Sentence) -> bool:
    """Return whether nothing happens at a place: it is a dateline, a distance, an origin, or somebody speaks there."""
    text, first, last = sentence.text, name.start - sentence.start, name.end - sentence.start
    dateline = DATELINE.match(text)
    if dateline and last < dateline.end():
        return True
    if name.adjectival and (
        place.precision == "country" or not cues()["part_of_town"].match(text, last, last + REACH + 10)
    ):
        return True
    opening = max(0, first - REACH)
    if place.precision in ("region", "country") and _CAPITAL_OF.search(text, opening, first):
        return True
    return bool(
        _FAR.search(text, opening, first)
        or (names_any(text, _SOME_OF) and _MOST_OF_THEM.search(text, opening, first))
        or _FIRED_FROM.search(text, opening, first)
        or cues()["elsewhere"].search(text, opening, first)
    )


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
    fine = [spot for spot in spots if spot.place.precision != "country"]
    regions = {spot.place.region for spot in fine if spot.place.region}
    towns = any(spot.place.precision in ("settlement", "point") for spot in fine)
    finest = [spot for spot in fine if not (towns and spot.place.precision == "district")]
    return [spot for spot in finest if spot.place.name not in regions] or fine or spots


def listed(spots: Sequence[Spot], chosen: Spot, sentence: Sentence) -> bool:
    """Return whether a place is one of several that the sentence names in a row: "in Sumy, Kharkiv and Kherson"."""
    index = spots.index(chosen)
    neighbours = [pair for pair in ((index - 1, index), (index, index + 1)) if pair[0] >= 0 and pair[1] < len(spots)]
    for left, right in neighbours:
        between = sentence.text[spots[left].end - sentence.start : spots[right].start - sentence.start]
        if ("," in between or "and" in between) and _LIST.fullmatch(between):
            return True
    return False


def is_of_part(spot: Spot, offset: int, sentence: Sentence) -> bool:
    """Return whether a place is only that of some of what is counted at the offset: "22 drones, including two over"."""
    return _PART.search(sentence.text, offset - sentence.start, max(0, spot.start - sentence.start)) is not None


def region_of(person: str | None, day: dt.date | None) -> Place | None:
    """Return the region that a person governs on a day (on any, where the day is not known)."""
    for term in _regional_terms().get(person or "", ()):
        region = reference.regions().get(term.of)
        if region and (day is None or term.holds_on(day)):
            return Place(region.name, region.country, None, None, None, "region")
    return None


@cache
def _regional_terms() -> dict[str, list[Term]]:
    """Return the regional offices that a person ever held, by name."""
    found: dict[str, list[Term]] = {}
    for (office, _), held in reference.terms().items():
        if reference.roles().offices[office].scope == "region":
            for term in held:
                found.setdefault(term.holder, []).append(term)
    return found


def _region_named(name: NameMention) -> Place | None:
    """Return the region or town of a body that is named for it: "Kharkiv regional authorities"."""
    if name.place is not None and name.reads_as == "actor" and (name.actor or "").startswith(f"{name.place.name} "):
        return name.place  # "Zaporizhzhia city council"
    if name.place is not None or name.actor is None:
        return None
    return _regions_by_core().get(_NAMED_FOR_REGION.split(name.text.lower())[0])


@cache
def _regions_by_core() -> dict[str, Place]:
    return {
        region.core.lower(): Place(region.name, region.country, None, None, None, "region")
        for region in reference.regions().values()
        if region.core
    }
