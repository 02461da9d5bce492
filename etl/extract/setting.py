"""What one sentence itself says of where, when and between whom the thing happens that it tells.

Not every place or day in a sentence is that of the happening: ministers speak in Geneva on Monday, towns lie 20 miles
from Kyiv, missiles are fired from Kursk. Those are told apart here by the words around them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from etl import reference
from etl.extract import vocabulary
from etl.extract.reading import DateMention, NameMention, Place, Sentence

_REACH = 50  # characters before a mention that can change what it means


@dataclass(frozen=True, slots=True)
class Spot:
    """A place at start..end of the article's text in which something may have happened."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence says of its scene.

    `lands` are the regions or towns of the officials who speak: where nothing else tells the place, it is theirs.
    `violence` is the offset of the first word for people or things struck, not
    only of attacks. `said` are the days of statements. `back` says that it names the place before again ("in the city"), and `coarse`
    that it names it as a whole ("the region"); `unnamed` that it keeps a town's name for later ("a city in the west"); `total`
    that it counts since the war began ("the conflict has claimed"). `breaks` are the offsets at which another happening is told.
    """

    happens: bool = False
    violence: int | None = None
    apart: bool = False
    spots: tuple[Spot, ...] = ()
    lands: tuple[Spot, ...] = ()
    days: tuple[DateMention, ...] = ()
    said: tuple[DateMention, ...] = ()
    back: tuple[int, ...] = ()
    unnamed: bool = False
    total: bool = False
    region_back: bool = False
    attacker: str | None = None
    target: str | None = None
    breaks: tuple[int, ...] = ()


SILENT = Setting()  # of a sentence that names no place, nobody and no day

_BREAK = re.compile(
    r";|,\s+(?=(?:at\s+least\s+|another\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s)|\bwhile\b|\bwhereas\b|,\s+but\b|,\s+with\s+another\b|"
    r",?\s+including\b|,?\s+and\s+(?=(?:at\s+least\s+|another\s+|\d+\s|(?:one|two|three|four|five|six|seven|eight|nine|ten)\s))"
)
_FAR = re.compile(
    r"\b(?:nearby|neighbou?ring|bordering)\s+$|\b(?:miles?|kilomet(?:re|er)s?|km)\b[^.;]{0,45}$", re.IGNORECASE
)
_FIRED_FROM = re.compile(r"\b(?:launched|fired|took\s+off|flew|flown|departed|originat\w+|coming|directions?\s+of)\b[^.;,]{0,40}\bfrom\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")  # fmt: skip
_OFFICIAL = re.compile(
    r"(?:['’]s)?\s+(?:city\s+|state\s+|oblast\s+|region\s+|regional\s+|district\s+|military\s+|local\s+|emergency\s+)*"
    r"(?:governors?|mayor|head|chief|officials?|authorit\w+|police|prosecutors?|administration|council|ombudsman|"
    r"govt|gov\.|Gov\.|leader|hospital\s+said)\b",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    r"\b(?:governor|mayor|head|chief|leader|authorities|officials|official|police|administration)\b(?:\s+\w+){0,2}?\s+(?:of|in)\s+(?:the\s+)?(?:[\w’']+\s+){0,2}$",
    re.IGNORECASE,
)
_PART_OF_TOWN = re.compile(
    r"(?:['’]s)?\s+(?:[\w’'-]+\s+){0,3}?(?:districts?|neighbou?rhoods?|raion|suburbs?|outskirts|cent(?:re|er)|airport|port|stations?|"
    r"hospitals?|markets?|university|schools?|streets?|square|attacks?|strikes?|shelling|bombardment|massacre|assault|raids?|"
    r"area|metro|camp|region|oblast|province|prison|plant|residents?)\b"
)
_CAPITAL_OF = re.compile(r"\bcapital\s+of\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z’'.-]{2,}(?:[ /][A-Z][A-Z’'.-]+)*(?:,[^–—(-]{1,30})?(?:\s*\([^)]{2,40}\))?|[^.–—-]{1,40}\([^)]{2,30}\)|"
    r"[A-Z][\w’']+,\s[A-Z]\w+)\s*(?:[–—]|-{1,2})\s"
)
_LIST = re.compile(
    r"[\s,]*(?:(?:north|south|east|west|centr)\w*|and|or|regions?|oblasts?|provinces?|the|&|cities|city\s+of)*[\s,]*",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:in|on|at|of|across|over|hit|struck|rocked|near)\s+(?:the\s+|that\s+|this\s+)(?:[a-z]+\s+){0,2}?(?:city|town|village|settlement|capital|area|district)\b|\bthere\b|\bthe\s+(?:city|town|village)['’]s\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:an?|two|three|several|heart\s+of)\s+(?:[\w-]+\s+){0,3}(?:city|cities|towns?|villages?|settlements?|ports?)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:war|conflict|invasion|unrest|violence|hostilities|crisis)\b[^.;]{0,50}\b(?:has|have|had)\s+(?:\w+\s+){0,2}?"
    r"(?:killed|claimed|left|displaced|resulted|caused|taken|cost|seen|injured|wounded|driven|forced|uprooted)\b",
    re.IGNORECASE,
)
_REGION_BACK = re.compile(r"\b(?:in|across|of|on|over|throughout)\s+(?:the|that|this)\s+(?:entire\s+|whole\s+)?(?:region|oblast|province)\b(?!\s+of)", re.IGNORECASE)  # fmt: skip

_SINCE = re.compile(r"\bsince\b[^,;.]*$", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|into|to|through)\s+(?:the\s+)?(?:early\s+|late\s+|on\s+)?", re.IGNORECASE)

_ARMS = (
    r"(?:air\s?strikes?|strikes?|struck|attack\w*|missiles?|rockets?|drones?|bomb\w*|shell\w*|artillery|assaults?|barrages?|launch\w*|"
    r"fired|fires|hit|hits|kill\w*|raid\w*|bombardment|forces|troops|army|military|warplanes?|aircraft|fire|offensive|"
    r"jets?|shahed\w*|uavs?|gunmen|soldiers|aggression|invasion|iskander\w*|kamikaze|s-300|used|unleashed|sent|dropped|"
    r"targeted|targeting|fighter|ballistic|cruise|glide|projectiles?|mortar|explosive|onslaught)"
)
_ATTACKS = re.compile(
    rf"^(?:['’]s)?\s+(?:(?!air\s+defen|defen[cs]e|was\b|were\b|been\b|have\b|had\b|has\s+been|president|minister|ministry|foreign|officials?|said|city|cities|governor|region)[\w-]+\s+){{0,3}}?{_ARMS}\b(?!\s+defen)",
    re.IGNORECASE,
)
_IS_ATTACKED = re.compile(r"\b(?:on|against|at|into|over|in|across|towards?|struck|hit|hits|shelled|bombed|attacked|pounded|targeted|invaded|invasion\s+of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)  # fmt: skip
_BY = re.compile(rf"\b{_ARMS}\b[^.;,]{{0,30}}\bby\s+(?:the\s+)?$|\bcarried\s+out\s+by\s+(?:the\s+)?$", re.IGNORECASE)
_DEFENDS = re.compile(r"^(?:['’]s)?\s+(?:air\s+defen\w+|anti-aircraft|air\s+force\b[^.;]{0,40}\b(?:shot|down|intercept|destroy))", re.IGNORECASE)  # fmt: skip


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    words = vocabulary.load("scene", dict[str, tuple[str, ...]])
    patterns = {name: rf"\b(?:{vocabulary.alternation(cues)})" for name, cues in words.items()}
    patterns["said"] += r"(?:\s+[\w’'.-]+){0,2}?(?:,?\s+(?:on|late|early|in|at|to|by))*\s*$"
    patterns["elsewhere"] += r"\s+(?:the\s+)?(?:(?-i:[a-z]+)\s+){0,3}$"
    patterns["apart"] = rf"^\W*(?:{patterns['apart']})\b"
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def setting(sentence: Sentence) -> Setting:
    """Return what the sentence says of its scene. Linear in its length."""
    text = sentence.text
    spots, lands = _spots(sentence)
    days, said = _days(sentence)
    attacker, target = _sides(sentence)
    violence = _cues()["violence"].search(text)
    return Setting(
        happens=happens(text),
        violence=violence.start() + sentence.start if violence else None,
        apart=_cues()["apart"].search(text) is not None,
        spots=spots,
        lands=lands,
        days=days,
        said=said,
        back=tuple(match.start() + sentence.start for match in _BACK.finditer(text)),
        total=_TOTAL.search(text) is not None,
        unnamed=_UNNAMED.search(text) is not None,
        region_back=_REGION_BACK.search(text) is not None,
        attacker=attacker,
        target=target,
        breaks=tuple(match.start() + sentence.start for match in _BREAK.finditer(text)),
    )


def happens(text: str) -> bool:
    """Return whether a sentence tells of a happening of war.

    >>> happens("A missile struck the port."), happens("The ministers met for dinner.")
    (True, False)
    """
    if _cues()["happening"].search(text) is None:
        return False
    return _cues()["diplomacy"].search(text) is None or _cues()["violence"].search(text) is not None


def _spots(sentence: Sentence) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    text = sentence.text
    spots: list[Spot] = []
    lands: list[Spot] = []
    dateline = _DATELINE.match(text)
    for name in sentence.names:
        region = region_of(name.actor, sentence.reference) if name.actor_kind == "person" else _region_named(name)
        if region:
            lands.append(Spot(name.start, name.end, region))
        if name.place is None or name.reads_as != "place":
            continue
        first, last = name.start - sentence.start, name.end - sentence.start
        before, after = text[max(0, first - _REACH) : first], text[last : last + 60]
        spot = Spot(name.start, name.end, name.place)
        if dateline and last < dateline.end():
            continue
        if (
            _OFFICIAL.match(after)
            or _OFFICE_OF.search(before)
            or (name.text.endswith("regional") and _OFFICIAL.match(" " + after.lstrip()))
        ):
            lands.append(spot)
        elif (
            _FAR.search(before)
            or _FIRED_FROM.search(before)
            or _cues()["elsewhere"].search(before)
            or (name.adjectival and name.place.precision == "country")
        ):
            continue
        else:
            spots.append(spot)
    return tuple(_finest(_smaller(spots, sentence))), tuple(lands)


@cache
def _governed() -> dict[str, list[reference.Term]]:
    """Return the regional offices that a person ever held, by name."""
    found: dict[str, list[reference.Term]] = {}
    for (office, _), held in reference.terms().items():
        if reference.roles().offices[office].scope == "region":
            for term in held:
                found.setdefault(term.holder, []).append(term)
    return found


@cache
def _regions_by_core() -> dict[str, Place]:
    return {
        region.core.lower(): Place(region.name, region.country, None, None, None, "region")
        for region in reference.regions().values()
        if region.core
    }


def _region_named(name: NameMention) -> Place | None:
    """Return the region of a body that is named for it: "Kharkiv regional authorities"."""
    if name.place is not None or name.actor is None:
        return None
    return _regions_by_core().get(re.split(r"\s+(?:regional|oblast|region['’]s)\b", name.text.lower())[0])


def region_of(person: str | None, day: dt.date | None) -> Place | None:
    """Return the region that a person governs on a day (on any, where the day is not known)."""
    for term in _governed().get(person or "", ()):
        region = reference.regions().get(term.of)
        if region and (day is None or term.holds_on(day)):
            return Place(region.name, region.country, None, None, None, "region")
    return None


_GRAIN = ("point", "settlement", "district", "region", "country")
_LIES_IN = re.compile(r"\s*,?\s+(?:in|of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}|,\s+", re.IGNORECASE)


def _smaller(spots: list[Spot], sentence: Sentence) -> list[Spot]:
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
    """Leave out the countries and regions that only say where another place of the sentence lies."""
    fine = [spot for spot in spots if spot.place.precision != "country"]
    if not fine:
        return spots
    regions = {spot.place.region for spot in fine if spot.place.region}
    towns = [spot for spot in fine if spot.place.precision in ("settlement", "point")]
    return [
        spot for spot in fine if spot.place.name not in regions and not (towns and spot.place.precision == "district")
    ] or fine


def _days(sentence: Sentence) -> tuple[tuple[DateMention, ...], tuple[DateMention, ...]]:
    happened: list[DateMention] = []
    said: list[DateMention] = []
    dateline = _DATELINE.match(sentence.text)
    for day in sentence.dates:
        if day.first is None or (day.future and not (sentence.reference and day.first <= sentence.reference)):
            continue
        first = day.start - sentence.start
        if not day.since and _SINCE.search(sentence.text[max(0, first - 100) : first]):
            day = replace(day, since=True, last=max(day.last or day.first, sentence.reference or day.first))
        if (dateline and first < dateline.end()) or _cues()["said"].search(
            sentence.text[max(0, first - _REACH) : first]
        ):
            said.append(day)
        else:
            happened.append(day)
    return tuple(_joined(_exact(happened), sentence)), tuple(said)


def _exact(days: list[DateMention]) -> list[DateMention]:
    """Leave out the spans in which another mention names the day: "last week's attack on July 14"."""
    return [
        span
        for span in days
        if not any(day is not span and day.precision == "day" != span.precision and _holds(span, day) for day in days)
    ]


def _holds(span: DateMention, day: DateMention) -> bool:
    return (
        bool(span.first and span.last and day.first and day.last) and span.first <= day.first <= day.last <= span.last
    )  # type: ignore[operator]


def _joined(days: list[DateMention], sentence: Sentence) -> Iterator[DateMention]:
    """Yield the days, two that make one span as one: "late Sunday and early Monday"."""
    index = 0
    while index < len(days):
        day = days[index]
        follower = days[index + 1] if index + 1 < len(days) else None
        if follower and _AND.fullmatch(sentence.text[day.end - sentence.start : follower.start - sentence.start]):
            if day.first and follower.last and dt.timedelta(0) < follower.last - day.first <= dt.timedelta(days=3):
                yield replace(day, end=follower.end, last=follower.last)
                index += 2
                continue
        yield day
        index += 1


def _sides(sentence: Sentence) -> tuple[str | None, str | None]:
    """Return who attacks and who is attacked, as canonical names, as far as the sentence says it."""
    attacker = target = None
    for name in sentence.names:
        side = side_of(name)
        if side is None:
            continue
        first, last = name.start - sentence.start, name.end - sentence.start
        before = sentence.text[max(0, first - _REACH) : first]
        after = sentence.text[last : last + _REACH]
        if _DEFENDS.match(after):
            target = target or side
        elif attacker is None and side != target and name.reads_as == "actor" and (
            _ATTACKS.match(after) or _BY.search(before) or (name.actor_kind in ("armed_force", "armed_group") and _fires(after))
        ):  # fmt: skip
            attacker = side
        elif target is None and side != attacker and _IS_ATTACKED.search(before[-40:]):
            target = side
    return attacker, target


def _fires(after: str) -> bool:
    return re.match(rf"\W+(?:\w+\W+){{0,2}}?{_ARMS}\b", after, re.IGNORECASE) is not None


def side_of(name: NameMention) -> str | None:
    """Return the state or armed group whose people, body or land a name is; None for persons and the media.

    An armed force is its state's; an armed group stands for itself.
    """
    if name.actor_kind == "armed_group":
        return name.actor
    if name.actor_kind in ("state", "government", "ministry", "armed_force") and name.country:
        return reference.country_name(name.country)
    if name.actor is None and name.place and name.country:
        return reference.country_name(name.country)
    return None


_MentionT = TypeVar("_MentionT", Spot, DateMention)


def nearest(
    mentions: Sequence[_MentionT], offset: int, breaks: Sequence[int], back: Sequence[int] = ()
) -> _MentionT | None:
    """Return the mention that the word at `offset` goes with: in its part of the sentence, else before it, else after.

    `breaks` divide the sentence into parts that tell different things. A part that points `back` to what was told before
    ("in the city") goes with nothing in the parts after it.
    """
    if not mentions:
        return None
    opens = max((mark for mark in breaks if mark <= offset), default=-1)
    closes = min((mark for mark in breaks if mark > offset), default=1 << 60)
    inside = [mention for mention in mentions if opens <= mention.start < closes]
    before = [mention for mention in mentions if mention.start < opens]
    if not inside and not before and any(opens <= mark < closes for mark in back):
        return None
    pool = inside or before[-1:] or list(mentions)
    return min(pool, key=lambda mention: min(abs(mention.start - offset), abs(mention.end - offset)))


def listed(spots: Sequence[Spot], chosen: Spot, sentence: Sentence) -> bool:
    """Return whether a place is one of several that the sentence names in a row: "in Sumy, Kharkiv and Kherson"."""
    index = spots.index(chosen)
    for left, right in ((index - 1, index), (index, index + 1)):
        if left < 0 or right >= len(spots):
            continue
        between = sentence.text[spots[left].end - sentence.start : spots[right].start - sentence.start]
        if ("," in between or "and" in between) and _LIST.fullmatch(between):
            return True
    return False
