"""Strikes told by what was fired or shot down: "launched 138 drones at Ukraine", "downed 40 drones overnight"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.events.attackers import ENEMIES, held_by_russia, side
from etl.extract.events.matching import matches
from etl.extract.events.strike_clauses import telling_of
from etl.extract.events.strike_tellings import Telling
from etl.extract.events.strike_weapons import Armed, first_after, weapons_in
from etl.extract.events.struck_places import CLAUSE
from etl.extract.reading import Place, Sentence

LAUNCH = re.compile(
    r"(?<!-)\b(?P<verb>launch(?:ed|es|ing)?|fir(?:ed|es|ing)|unleash(?:ed|es|ing)|drop(?:ped|ping|s)|lobbed|rained|sent|used|using|shot(?!\s+down))\b"
)
_SO_FAR = Caseless(r"\bsince\b|\bin\s+recent\s+(?:weeks|months|days)\b|\bsteady\s+stream\b|\bcampaign\s+of\b")
_AT_ONE = re.compile(r"^[^.;]{0,30}?\b(?:at|on|onto|into|towards?)\s+(?:an?|the|its|their)\s")
_INTO_SEA = re.compile(
    r"^s?\s+(?:[\w-]+\s+){0,3}?(?:into|towards?|off)\s+(?:the\s+)?(?:sea|waters|Sea\s+of|[A-Z]\w+\s+Sea)\b"
)
_AMBIGUOUS = ("sent", "used", "using", "shot")
_COUNT = Caseless(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
_AIMED = re.compile(r"^[^.;]{0,120}?\b(?:at|on|onto|against|towards?|into|over|across)\s")
_PURPOSE = Caseless(
    r"^[^.;]{0,120}?\b(?:to|in\s+(?:a|an|the|its|their))\s+(?:[\w-]+\s+){0,3}?(?:strike|hit|attack|target|bomb|shell)",
)
INTERCEPT = re.compile(
    r"\b(?P<verb>shot\s+down|shoot(?:ing)?\s+down|downed|downing|intercepted|intercepting|destroyed|destroying|neutrali[sz]ed|suppressed|jammed|repelled|thwarted)\b"
)
_MODIFIES = re.compile(r"\s+(?:[\w-]+\s+){0,3}")
_FROM_HERE = re.compile(
    r"^\s+(?:from|by|at|towards?|against|in|on|during|overnight)\b[^,]*,"
)  # "launched from Kursk, four missiles"
_HEADED_FOR = re.compile(
    r"\b(?:towards?|head(?:ed|ing)\s+(?:for|to)|approach(?:ed|ing)|en\s+route\s+to)\s+(?:the\s+capital,?\s+)?$"
)
_OPENINGS = ("In", "At", "Near", "On", "Over", "")
_LAUNCHED_BY = Caseless(r"\b(?:launched|fired|sent)\s+(?:[\w-]+\s+)?(?:by|from)\b")
_NIGHT = re.compile(
    r"\b(?:overnight|last\s+night|that\s+night|during\s+the\s+night|past\s+(?:day|24\s+hours)|late\s+\w+day|early\s+\w+day|on\s+\w+day|\w+day\s+night|yesterday|today)\b"
)


def launched(sentence: Sentence) -> Iterator[Telling]:
    """Read "Russia launched 138 drones at Ukraine overnight", "fired missiles into Israel"."""
    if not weapons_in(sentence.text):
        return
    for match in matches(LAUNCH, sentence.text):
        weapon = first_after(sentence.text, match.end(), 110)
        if not weapon or CLAUSE.search(sentence.text, match.end(), weapon.start):
            continue
        if _FROM_HERE.match(sentence.text[match.end() : weapon.start]):
            continue
        rest = sentence.text[weapon.end :]
        if _INTO_SEA.match(rest):
            continue  # a test
        if match["verb"] in _AMBIGUOUS and not (_AIMED.match(rest) or _PURPOSE.match(rest)):
            continue
        telling = telling_of(sentence, match.start(), weapon.end, "strikes.launched", strong=True, active=True)
        if telling and telling.first is None and _SO_FAR.search(sentence.text):
            telling = telling.of_series()
        if telling:
            many = weapon.plural or _COUNT.search(sentence.text, match.end(), weapon.end) is not None
            wave = many and bool(_NIGHT.search(sentence.text)) and not _AT_ONE.match(rest)
            yield _aimed(telling, sentence.start + match.start()).launched(night=wave)


def _aimed(telling: Telling, start: int) -> Telling:
    """Return a launch without the places before its verb: "Hezbollah in Lebanon fired", not "In Kyiv, they fired"."""
    sentence = telling.sentence
    named = {
        mention.place.name for mention in sentence.names
        if mention.place and (mention.start > start or sentence.before(mention.start, 20).strip(" “\"") in _OPENINGS)
    }  # fmt: skip
    named |= {reference.country_name(one.country) or "" for one in sentence.names if one.start > start and one.country}
    return telling.at(tuple(place for place in telling.places if place.name in named))


def intercepted(sentence: Sentence) -> Iterator[Telling]:
    """Read "air defences downed 40 Ukrainian drones overnight": an attack on the country, if on no place of it.

    Without the time ("downed eight Ukrainian missiles"), it is part of the strike told before.
    """
    if not weapons_in(sentence.text):
        return
    for match in matches(INTERCEPT, sentence.text):
        weapon = first_after(sentence.text, match.end(), 60)
        if not weapon or CLAUSE.search(sentence.text, match.end(), weapon.start):
            continue
        night = _NIGHT.search(sentence.text) is not None
        telling = telling_of(sentence, match.start(), weapon.end, "strikes.intercepted", strong=True)
        if telling and _COUNT.search(sentence.text, match.end(), weapon.end):
            telling = telling.by(_sender(sentence, weapon) or _launcher(telling) or _enemy_over(sentence))
            towns = _flown_to(sentence, sentence.start + match.end())
            yield telling.at(towns) if towns or not night else telling.wide()


def _launcher(telling: Telling) -> str | None:
    """Return who launched what was downed, where the sentence says it; else its attacker is who shot it down."""
    return telling.attacker if _LAUNCHED_BY.search(telling.sentence.text) else None


def _flown_to(sentence: Sentence, start: int) -> tuple[Place, ...]:
    """Return the towns that what was downed was headed for: "four drones flying towards Moscow"."""
    return tuple(
        mention.place
        for mention in sentence.names
        if mention.start >= start
        and mention.place
        and mention.place.precision == "settlement"
        and _HEADED_FOR.search(sentence.before(mention.start))
    )


def _sender(sentence: Sentence, weapon: Armed) -> str | None:
    """Return whose the weapon is by the adjective before it: "17 of 24 Russian UAVs"."""
    for mention in sentence.names:
        gap = sentence.between(mention.end, sentence.start + weapon.start)
        if mention.end <= sentence.start + weapon.start and mention.adjectival and _MODIFIES.fullmatch(gap):
            return side(mention)
    return None


def _enemy_over(sentence: Sentence) -> str | None:
    """Return whose drones are shot down over a place that a sentence names, in the war of Russia and Ukraine."""
    for mention in sentence.names:
        if mention.place and held_by_russia(mention.place):
            return "Ukraine"
        if mention.place and mention.place.precision != "country" and mention.place.country in ENEMIES:
            return reference.countries()[ENEMIES[mention.place.country]].name
    return None
