"""Who attacks, as the clause of a strike says, and who is attacked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from etl import reference
from etl.extract.reading import NameMention, Place, Reading, Sentence

STRIKE_WORD = (
    r"(?:(?:air)?strikes?|attacks?|assaults?|shelling|bombardments?|bombings?|barrages?|salvos?|volleys?|raids?|fire|"
    r"onslaught|missiles?|drones?|rockets?|shells?|bombs?|uavs?|shaheds?|gerans?|iskanders?|artillery|munitions?|"
    r"warplanes?|jets?|aircraft|bombers?|warships?|submarines?|projectiles?|kalibrs?|himars|mortars?|howitzers?)"
)
_STRIKES_WITH = re.compile(rf"^(?:[’']s?)?\s+(?:[\w’'-]+[\s,]+){{0,5}}?{STRIKE_WORD}\b", re.IGNORECASE)
_FORCE = re.compile(
    r"^(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}?(?:forces?|troops|army|military|militants?|terrorists?|fleet|navy|invaders?|occupiers?|air\s+force|"
    r"side|units?|fighters|militia|gunners|soldiers|warplanes)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|from|blamed\s+on|blame\s+on|attributed\s+to)\s+(?:the\s+|a\s+)?(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE
)
_AIMED_AT = re.compile(
    r"\b(?:on|at|against|targeting|targeted|target|hit|struck|attacked|shelled|destroyed|killed|over|near|of|for|to|with|between)\s+"
    r"(?:[\w’',-]+\s+){0,4}$",
    re.IGNORECASE,
)
_ENEMIES = {"UA": "RU", "RU": "UA"}
_STRUCK_KINDS = frozenset({"state", "government", "ministry", "armed_force", "armed_group"})


def attacker_of(sentence: Sentence, start: int, end: int, active: bool) -> str | None:
    """Return who strikes in the clause of text[start:end]: "Russian missiles", "attack by the RSF", "Israel struck".

    `active` says that the strike word is a verb whose subject attacks. A name after "on", "at" or "against" is aimed at
    and does not attack.
    """
    by, with_weapons, subject = None, None, None
    for mention in sentence.names:
        name = side(mention)
        if name is None:
            continue
        relative_start, relative_end = mention.start - sentence.start, mention.end - sentence.start
        lead, after = (
            sentence.text[max(0, relative_start - 60) : relative_start],
            sentence.text[relative_end : relative_end + 80],
        )
        near = -160 < mention.start - start < 120
        if near and mention.start >= end and _BY.search(sentence.text[end - sentence.start : relative_start][-80:]):
            by = by or name
        elif (
            near
            and _STRIKES_WITH.match(after)
            and (mention.adjectival or not mention.place or mention.actor)
            and not _aimed(lead, after)
        ):
            if mention.start <= start or with_weapons is None:
                with_weapons = name
        elif active and mention.end <= start and start - mention.end < 90 and not _AIMED_AT.search(lead):
            force = mention.adjectival and _FORCE.match(after)
            if force or (not mention.adjectival and mention.actor_kind in _STRUCK_KINDS):
                subject = name
        elif (
            mention.end <= start
            and mention.adjectival
            and _FORCE.match(after)
            and not _AIMED_AT.search(lead)
            and active
        ):
            subject = name
    return by or (with_weapons if not active else with_weapons or subject) or subject


def side(mention: NameMention) -> str | None:
    """Return the state or armed group that a mention belongs to: "Russian", "the Kremlin" and "Moscow's" are Russia's."""
    if mention.actor_kind == "armed_group":
        return mention.actor
    if mention.actor_kind == "person" or (mention.actor is None and not mention.adjectival and mention.place is None):
        return None
    if mention.place and mention.actor is None and mention.place.precision != "country":
        return None
    country = reference.countries().get(mention.country or "")
    return country.name if country else None


def usual_attackers(reading: Reading, told: Iterable[tuple[str, Place]]) -> dict[str, str]:
    """Return who attacks places of a country in this article, where a sentence does not say it.

    That is who attacks them in the article's other sentences; in the war of Russia and Ukraine, whose articles need not
    say it, the other of the two if the article names both.
    """
    counted: dict[str, Counter[str]] = {}
    for name, place in told:
        if place.country:
            counted.setdefault(place.country, Counter())[name] += 1
    found = {country: names.most_common(1)[0][0] for country, names in counted.items()}
    named = {mention.country for sentence in reading.sentences for mention in sentence.names}
    for country, enemy in _ENEMIES.items():
        if country not in found and {country, enemy} <= named:
            found[country] = reference.countries()[enemy].name
    return found


def target_of(place: Place | None, attacker: str | None) -> str | None:
    """Return whose land a place is; where its own state strikes it, the enemy that holds it."""
    country = place.country if place else None
    land = reference.countries().get(country or "")
    if land is None or country is None:
        return None
    if land.name != attacker:
        return land.name
    enemy = _ENEMIES.get(country)
    return reference.countries()[enemy].name if enemy else None


def _aimed(lead: str, after: str) -> bool:
    """Say whether "Russian" in "on Russian missile depots" is what is aimed at."""
    return bool(
        re.search(
            r"\b(?:on|at|against|targeting|targeted|hit|struck|attacked|destroyed|downed|shot\s+down)\s+(?:a\s+|the\s+|several\s+)?$",
            lead,
        )
    ) and not bool(re.match(r"^(?:[’']s?)?\s+(?:\w+\s+)?(?:strikes?|attacks?|shelling)", after))
