"""Who attacks, as the clause of a strike says, and who is attacked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from etl import reference
from etl.extract import vocabulary
from etl.extract.caseless import Caseless
from etl.extract.reading import NameMention, Place, Reading, Sentence

STRIKE_WORD = (
    r"(?:(?:air)?strikes?|attacks?|assaults?|shelling|bombardments?|bombings?|barrages?|salvos?|volleys?|raids?|fire|"
    r"onslaught|missiles?|drones?|rockets?|shells?|bombs?|uavs?|shaheds?|gerans?|iskanders?|artillery|munitions?|"
    r"warplanes?|jets?|aircraft|bombers?|warships?|submarines?|projectiles?|kalibrs?|himars|mortars?|howitzers?)"
)
_STRIKES_WITH = re.compile(
    r"^\)?(?:[’']s?)?\s+(?:(?!(?:in|on|of|with|by|for|to|at|from|after|before|during|said|says|told|called|has|had|was|were|is|are|"
    r"that|which|who|as|or|over|under|against|about|after|repell\w+|foiled|thwarted|downed|intercept\w*|shoots?|downs|stopped|defen[cs]es?|shot|ordered|condemned|denied|reported|not)\b)[a-z][\w’'-]*[\s,]+){0,4}?"
    rf"(?:[A-Z][\w-]*\s+){{0,2}}?(?i:{STRIKE_WORD})\b(?!-?\s*defen[cs]e)"
)
_FORCE = Caseless(
    r"^(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}?(?:forces?|troops|army|military|militants?|terrorists?|fleet|navy|invaders?|occupiers?|side|"
    r"units?|fighters|militia|gunners|soldiers|warplanes|planes|jets|aircraft|bombers|warships?|submarines?|helicopters?|artillery|"
    r"air\s+force|[a-z]{1,3}-\d+s?)\b",
)
_BY = Caseless(
    r"(?:\b(?:by|blamed\s+on|blame\s+on|attributed\s+to)|(?:^|\b(?:drones?|uavs?|missiles?|rockets?|fire|shelling|strikes?|attacks?|artillery))\s+from)\s+(?:the\s+|a\s+)?(?:(?!(?:for|of|in|on|to|at|with|and)\b)[\w’'-]+\s+){0,3}$"
)
_AIMED_AT = Caseless(
    r"\b(?:on(?!\s+(?:\w+day|the\s+(?:same|night|evening|morning)|\d|\w+\s+\d))|at|against|targeting|targeted|target|hit|struck|attacked|shelled|destroyed|killed|over|near|of|for|to|with|between)\s+"
    r"(?:(?!(?:said|says|that|claimed|reported)\s)[\w’',-]+\s+){0,4}$",
)
_OTHER_CLAUSE = re.compile(
    r"[;:“”\"]|\s[–—-]\s|,\s+(?:and|but|while|after|as|when|which|who|where)\b|\b(?:after|before|because|when|while|where)\s|,\s+(?:just\s+|only\s+)?(?:hours|days)\s"
)
_FROM = re.compile(r"\bfrom\s+(?:[\w-]+\s+){0,4}$")
_TOLD_BY = Caseless(
    r"\b(?:described|called|condemned|denounced|portrayed|reported|confirmed|announced|dubbed|shared|posted|released|published)\s+by\b"
)
_ANSWERED = Caseless(r"\b(?:retaliation|response|revenge|reply|answer)\s+(?:for|to)\b|\bto\s+avenge\b")
_PRONOUN = Caseless(r"\b(?:it|they|its\s+forces|which)\s+(?:(?:had|has|have|also|then|later|\w+ly)\s+){0,2}$")
_SAYS = Caseless(r"\b(?:said|says|reported|claimed|told|announced|confirmed|believes?|accused)\b")
_ITSELF = Caseless(r"\b(?:it|they|its|their|he|to\s+have|having)\b")
_OCCUPIED = Caseless(
    r"\b(?:occupied|annexed|russian-held|russian-controlled)\s+(?:[\w-]+\s+){0,4}$",
    needs=("occup", "annex", "held", "controlled"),
)
_RUSSIAN_TARGET = Caseless(
    r"\bblack\s+sea\s+fleet\b|\b(?:struck|hit|strikes?\s+on|attacks?\s+on|against|targeted|destroyed|damaged|sank)\s+(?:an?\s+|the\s+)?"
    r"(?:russian|russia[’']s|occupiers[’']?)\s+(?:[\w-]+\s+){0,3}?(?:ships?|warships?|navy|naval|fleet|base|airfield|air\s+base|depots?|headquarters|barracks|"
    r"troops|positions|command\s+posts?|radars?|air\s+defen[cs]es?)\b",
    needs=("fleet", "russia", "occupiers"),
)
_BOTH = re.compile(r"\bby both (?:sides|armies|the)\b")
_LOCATED = re.compile(r"\b(?:in|from|near|across)\s+(?:the\s+)?$")
_NEW_SUBJECT = re.compile(r";|\b(?:after|before|while)\s+(?:the|an?|it|its)\s")
_AIMED_RIGHT_AT = Caseless(
    r"\b(?:on|at|against|targeting|targeted|hit|struck|attacked|destroyed)\s+(?:a\s+|the\s+|several\s+)?$",
)
_RIGHT_BEFORE = Caseless(rf"^\s+(?:[a-z-]+\s+)?{STRIKE_WORD}\s+(?!(?:on|at|against|into)\b)")
_IRREGULARS = Caseless(r"^\s+(?:[\w-]+\s+)?(?:paramilitar|rebel|insurgent|separatist|jihadist|proxy|proxies)")
_OWN_STRIKE = Caseless(r"^(?:[’']s?)?\s+(?:\w+\s+)?(?:strikes?|attacks?|shelling|drones?\s+(?:over|over|overnight))\b")
_WING = Caseless(r"\b(?:wing|arm|branch|fighters)\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?$")
_CLAIMS = Caseless(
    r"^(?:[’']s?)?\s+(?:(?:\w+\s+)?(?:officials?|military|army)\s+)?(?:claim\w*|say|said|admitted)\s+(?:to\s+have|having)\s+$"
)
_SAID_BY = Caseless(r"^(?:[’']s?)?(?:\s+[\w-]+){0,3}?\s+(?:said|says|reported|claimed|announced)\s*[,.]")
_FIRED_FROM = Caseless(
    r"\b(?:launched|fired|sent|flown|flying|coming|came)\s+(?:\w+\s+)?from\s+$",
    needs=("launched", "fired", "sent", "flown", "flying", "coming", "came"),
)
_FIRED_REACH = 60
FIRES_FROM_HOME = frozenset({"Russia", "Ukraine", "Israel", "Iran", "India", "Pakistan", "Yemen"})  # elsewhere, groups
_FIRING_FROM = {"Yemen": "Houthis"}
AT_WAR_ABROAD = ("Russia", "Israel", "Iran", "United States", "India", "Pakistan")  # strike no land of their own
ENEMIES = {"UA": "RU", "RU": "UA"}
_STRIKING_KINDS = frozenset({"state", "government", "ministry", "armed_force", "armed_group"})


def attacker_of(sentence: Sentence, start: int, end: int, active: bool) -> str | None:
    """Return who strikes in the clause of text[start:end]: "Russian missiles", "attack by the RSF", "Israel struck".

    `active` says that the strike word is a verb whose subject attacks, whoever made the weapons. A name after "on",
    "at" or "against" is aimed at and does not attack.
    """
    agent = owner = subject = None
    for mention in sentence.names:
        name = side(mention) if -160 < mention.start - start < 120 else None
        if name is None:
            continue
        after = sentence.after(mention.end)
        if mention.adjectival and _IRREGULARS.match(after):
            continue
        gap = sentence.between(end, mention.start)
        if mention.start >= end and _is_agent(name, sentence, mention, gap):
            agent = agent or _FIRING_FROM.get(name, name)
        elif mention.end <= start and _fires_from(name, sentence, mention.start, _FIRED_REACH):
            owner = _FIRING_FROM.get(name, name)
        elif _is_modifier(mention, after) and _STRIKES_WITH.match(after) and not _aimed_at(sentence, mention, after):
            if mention.start >= end and (_ANSWERED.search(gap) or _OTHER_CLAUSE.search(gap)):
                continue
            if mention.end <= start and _NEW_SUBJECT.search(sentence.between(mention.end, start)):
                continue  # "hours after a US air raid on Sanaa and a day after the militia targeted the airport"
            owner = name if mention.start <= start or owner is None else owner
        elif active and _is_subject(sentence, mention, start):
            subject = name
    return agent or subject or owner or (_named_by_pronoun(sentence, start) if active else None)


def _fires_from(name: str, sentence: Sentence, start: int, reach: int) -> bool:
    """Say whether the words before a name, `reach` characters of them, tell that it was fired from a land at war."""
    first = start - sentence.start
    return name in FIRES_FROM_HOME and _FIRED_FROM.search(sentence.text, max(0, first - reach), first) is not None


def _is_agent(name: str, sentence: Sentence, mention: NameMention, gap: str) -> bool:
    """Say whether the words between a strike word and a name make it the agent: "by", or "fired from" a land at war."""
    if mention.reads_as == "place" and _FROM.search(gap) and mention.place and mention.place.precision != "country":
        return False  # "explosions heard from the centre of Kyiv"
    if not (_BY.search(gap) or _fires_from(name, sentence, mention.start, len(gap))):
        return False
    return _OTHER_CLAUSE.search(gap) is None and _TOLD_BY.search(gap) is None


def _named_by_pronoun(sentence: Sentence, start: int) -> str | None:
    """Return whom "it" or "they" before the verb stands for: the last state or force that its sentence names."""
    if not _PRONOUN.search(sentence.before(start)):
        return None
    before = [one for one in sentence.names if one.end <= start and one.reads_as == "actor" and not one.adjectival]
    return side(before[-1]) if before and before[-1].actor_kind in _STRIKING_KINDS else None


def _is_subject(sentence: Sentence, mention: NameMention, start: int) -> bool:
    """Say whether a name is the subject of the verb at `start`: an actor or its forces, before it in its clause."""
    lead, after = sentence.before(mention.start), sentence.after(mention.end)
    if mention.place and not mention.adjectival and _LOCATED.search(lead):
        return False  # "Hezbollah in Lebanon fired"
    if mention.end > start or start - mention.end > 90 or _OTHER_CLAUSE.search(sentence.between(mention.end, start)):
        return False
    aimed = _AIMED_AT.search(lead) and not lead.endswith(", ") and not _WING.search(lead)
    if aimed or _SAID_BY.match(after):
        return False
    gap = sentence.between(mention.end, start)
    if _CLAIMS.search(gap):
        return True
    if (said := _SAYS.search(gap)) and not _ITSELF.search(gap, said.end()):
        return False  # "the Israeli military said that militants fired"
    if mention.actor_kind == "ministry" and "health" in mention.text.lower():
        return False
    return _FORCE.match(after) is not None if mention.adjectival else mention.actor_kind in _STRIKING_KINDS


def _is_modifier(mention: NameMention, after: str) -> bool:
    """Say whether a name stands before a noun as "Russian", "Israel's", "U.S." or "RSF" do."""
    if mention.actor_kind == "state" and mention.reads_as == "actor" and _RIGHT_BEFORE.match(after):
        return True
    return mention.adjectival or after.startswith(("’s", "'s")) or mention.actor_kind in ("armed_group", "armed_force")


def side(mention: NameMention) -> str | None:
    """Return the state or armed group of a mention: "Russian", "the Kremlin" and "Moscow's" are Russia's."""
    if mention.actor_kind == "armed_group":
        return mention.actor
    if mention.actor_kind == "person" or (mention.actor is None and not mention.adjectival and mention.place is None):
        return None
    if mention.place and mention.actor is None and mention.place.precision != "country":
        return None
    country = reference.countries().get(mention.country or "")
    return country.name if country else None


class Told(Protocol):
    """Who struck which places, as a sentence tells it."""

    @property
    def attacker(self) -> str | None:
        """Canonical name."""

    @property
    def places(self) -> tuple[Place, ...]:
        """What was struck."""


def usual_attackers(reading: Reading, tellings: Iterable[Told]) -> dict[str, str]:
    """Return who attacks places of a country in this article, where a sentence does not say it.

    That is who attacks them in the article's other sentences; in the war of Russia and Ukraine, whose articles need not
    say it, the other of the two if the article names both.
    """
    counted: dict[str, Counter[str]] = {}
    for telling in tellings:
        for place in telling.places:
            land = reference.countries().get(place.country or "")
            if telling.attacker and land and land.name != telling.attacker:
                counted.setdefault(land.iso2, Counter())[telling.attacker] += 1
    # in a civil war a text that blames both sides gives none by itself
    both = "by both " in reading.text and _BOTH.search(reading.text) is not None
    found = {
        country: names.most_common(1)[0][0] for country, names in counted.items() if country in ENEMIES or not both
    }
    if ENEMIES.keys() <= found.keys():
        return found
    named = {mention.country for sentence in reading.sentences for mention in sentence.names}
    if "russia" in reading.text:  # as pages of Ukraine's authorities write it, which are no name to the gazetteer
        named.add("RU")
    for country, enemy in ENEMIES.items():
        if country not in found and {country, enemy} <= named:
            found[country] = reference.countries()[enemy].name
    return found


def is_russian_target(sentence: Sentence, place: Place) -> bool:
    """Say whether a sentence tells of Russians struck in Ukraine: on land that they occupy, or their fleet or base."""
    if place.country != "UA":
        return False
    for mention in sentence.names:
        if mention.place and mention.place.name == place.name and _OCCUPIED.search(sentence.before(mention.start)):
            return True
    return _RUSSIAN_TARGET.search(sentence.text) is not None


def own_army(place: Place) -> str | None:
    """Return the state whose army "the army" is, in a land that fights its own rebels."""
    at_home = place.country is not None and place.country not in ENEMIES
    state = reference.country_name(place.country) if at_home and place.country else None
    return None if state in AT_WAR_ABROAD else state


def held_by_russia(place: Place) -> bool:
    """Say whether a place of Ukraine was held by Russia in all the years of the full war: Ukraine strikes it."""
    held = vocabulary.load("strikes", dict[str, tuple[str, ...]])["held_by_russia"]
    return place.name in held or place.region in held


def target_of(place: Place | None, attacker: str | None) -> str | None:
    """Return whose land a place is; where its own state strikes it, the enemy that holds it."""
    country = place.country if place else None
    land = reference.countries().get(country or "")
    if land is None or country is None:
        return None
    if land.name != attacker:
        return land.name
    enemy = ENEMIES.get(country)
    return reference.countries()[enemy].name if enemy else None


def _aimed_at(sentence: Sentence, mention: NameMention, after: str) -> bool:
    """Say whether "Russian" is what is aimed at, as in "on Russian missile depots"."""
    return _AIMED_RIGHT_AT.search(sentence.before(mention.start)) is not None and not _OWN_STRIKE.match(after)
