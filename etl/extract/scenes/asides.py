"""The places of a sentence at which nothing happens.

Ministers speak in Geneva, towns lie 20 miles from Kyiv, missiles are fired from Kursk, and Odesa is a Black Sea port.
"""

from __future__ import annotations

import re

from etl.extract.caseless import Caseless, names_any
from etl.extract.reading import NameMention, Place, Sentence
from etl.extract.scenes.scene_cues import DATELINE, REACH, cues

_FAR = Caseless(
    r"\b(?:nearby|neighbou?ring|bordering|between)\s+$|\bborders\s+(?:\w+\s+){0,2}$|\bbetween\s+[\w’'-]+\s+and\s+$|\b(?:miles?|kilomet(?:re|er)s?|km)\b[^.;]{0,45}$",
    needs=("nearby", "neighbo", "border", "between", "mile", "kilomet", "km"),
)
_FIRED_FROM = re.compile(
    r"\b(?:launched|fired|took\s+off|flew|flown|departed|originat\w+|coming|directions?\s+of)\b[^.;,]{0,40}"
    r"\bfrom\s+(?:the\s+|[A-Z]\w+['’]s?\s+)?(?:[a-z]+\s+){0,2}$"
)
_MOST_OF_THEM = re.compile(
    r"\b(?:most|many|some|several|half|all|majority|part|nearly\s+all|two-thirds|a\s+third)\s+(?:of\s+)?(?:them|whom|these)\s+"
    r"(?:\w+\s+){0,3}?(?:in|at|near|from)\s+(?:the\s+)?(?:(?-i:[a-z]+)\s+){0,4}$",
    re.IGNORECASE,
)  # "killed 31 people, most of them in the town of": not where all 31 were
_SOME_OF = frozenset({"them", "whom", "these"})
_CAPITAL_OF = Caseless(r"\bcapital\s+of\s+(?:the\s+)?(?:\w+\s+)?$", needs=("capital",))
_TALKS = Caseless(
    r"\b(?:talks|summit|negotiations?|meet|meets|meetings?|met|conference|forum)\b(?P<between>[^.;,]{0,60})\b(?:in|at)\s+"
    r"(?:the\s+)?(?:(?-i:[a-z]+)\s+){0,3}$",
    needs=("talks", "summit", "negotiation", "meet", "met", "conference", "forum"),
)
_BESIDES = Caseless(
    r"\b(?:in\s+addition\s+to|besides|apart\s+from|aside\s+from|other\s+than|not\s+counting|excluding)\b[^.;,]{0,60}$",
    needs=("addition", "besides", "apart", "aside", "other", "counting", "excluding"),
)
_INTENDED = Caseless(
    r"\b(?:allow\w*|permi\w+|restrict\w+|let|lift\w*|threat\w*|vow\w*|plan\w*|want\w*|able|capab\w+|could|would|might"
    r"|authori[sz]\w+|ban|green\s+light|urg\w+)\b[^.;]{0,90}\b(?:hit|strikes?|attacks?|target|fire|use|launch)\b[^.;,]{0,40}$",
    needs=("hit", "strike", "attack", "target", "fire", "use", "launch"),
)  # "allowed Ukraine to use the missiles to strike inside Russia"
_COMPARED = Caseless(
    r"\b(?:deadliest|worst|biggest|largest|heaviest|bloodiest|first|most\s+\w+)\b[^.;]{0,90}\bsince\b[^.;,]{0,60}$",
    needs=("since",),
)  # "the deadliest since an attack on Kremenchuk"
_ITS_ATTACKS = Caseless(
    r"['’]s\s+(?:[\w-]+\s+){0,2}(?:strikes?|attacks?|invasion|war|forces|troops|army|drones?|missiles?|offensive|campaign"
    r"|assaults?|aggression|shelling|bombardment)\b"
)
_SAYS_THERE = re.compile(  # "in Moscow, the Defence Ministry said"
    r",\s+(?:the\s+)?(?:\w+\s+)?(?:[Dd]efen[cs]e|[Ff]oreign)\s+[Mm]inist(?:ry|er)\b[^.;]{0,40}\b(?:said|reported|claimed|announced)"
)
_ACCORDING = Caseless(r"\baccording\s+to\b[^.;,]{0,60}\b(?:in|at)\s+$", needs=("according",))
_BODIES_WENT = Caseless(
    r",\s+where\s+(?:the\s+|their\s+)?(?:bodies|dead|wounded|injured|victims|remains)\s+(?:were|was|had\s+been|are)\b",
    needs=("where",),
)
_WAR_AGAINST = Caseless(
    r"\b(?:war|invasion|aggression|campaign)\s+(?:against|on|with)\s+$",
    needs=("war", "invasion", "aggression", "campaign"),
)
_OFFICIALS_IN = Caseless(r"(?<!local )(?<!city )\bofficials?\s+in\s+$", needs=("official",))
_OF_THE_SCENE = re.compile(
    r"\b(?:attacks?|strikes?|shelling|conflict|war|fighting|raids?|bombings?|blast|explosion|offensive|rubble|ruins|debris"
    r"|tunnels?|buildings?|houses?|homes?)\b"
)
_PREMISES = re.compile(r"\b(?:building|station|post|car|academy|school|college|checkpoint)\b")  # of the police
_LIES_ON_SEA = Caseless(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,2}?(?:port|coast|city|town|resort|fleet|shore|coastline|peninsula|grain|initiative|region)\b"
)
_TALKS_REACH = 80
_INTENDED_REACH = 150


def _is_only_spoken_of(text: str, first: int) -> bool:
    """Return whether people meet at the place that begins here, may strike it, or count without it."""
    since = max(0, first - _TALKS_REACH)
    if _BESIDES.search(text, since, first):
        return True
    recent = max(0, first - _INTENDED_REACH)
    if _INTENDED.search(text, recent, first) or _COMPARED.search(text, recent, first):
        return True
    talks = _TALKS.search(text, since, first)
    return talks is not None and cues()["violence"].search(talks["between"]) is None


def is_of_official(name: NameMention, sentence: Sentence) -> bool:
    """Return whether a place only says whose official somebody is: "Kherson governor", "the mayor of Lviv"."""
    text, first, last = sentence.text, name.start - sentence.start, name.end - sentence.start
    if name.actor_kind == "state" and _OFFICIALS_IN.search(text, max(0, first - REACH), first):
        return False  # "officials in Moscow" are of the state
    if cues()["official_after"].match(text, last, last + REACH + 10):
        return True
    before = cues()["official_before"].search(text, max(0, first - REACH), first)
    return before is not None and _PREMISES.search(before[0]) is None


def lies_aside(name: NameMention, place: Place, sentence: Sentence) -> bool:
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
    if place.country is None and _LIES_ON_SEA.match(text, last):
        return True
    governs = name.actor_kind == "state" and place.precision == "settlement"
    if governs and (_ITS_ATTACKS.match(text, last) or _SAYS_THERE.match(text, last)):
        return True
    if governs and _OFFICIALS_IN.search(text, opening, first):
        return True
    return bool(
        _FAR.search(text, opening, first)
        or _is_only_spoken_of(text, first)
        or _ACCORDING.search(text, opening, first)
        or _WAR_AGAINST.search(text, opening, first)
        or _BODIES_WENT.match(text, last)
        or (names_any(text, _SOME_OF) and _MOST_OF_THEM.search(text, opening, first))
        or _FIRED_FROM.search(text, opening, first)
        or _is_elsewhere(text, opening, first)
    )


def _is_elsewhere(text: str, opening: int, first: int) -> bool:
    """Return whether somebody speaks at or comes from the place that begins here; not "pulled from the rubble in"."""
    elsewhere = cues()["elsewhere"].search(text, opening, first)
    if elsewhere is None:
        return False
    return not (elsewhere[0].lower().startswith("from") and _OF_THE_SCENE.search(elsewhere[0].lower()))
