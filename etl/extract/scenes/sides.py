"""Who attacks and who is attacked, as far as a sentence says it."""

from __future__ import annotations

import re

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.reading import NameMention, Sentence
from etl.extract.scenes import asides
from etl.extract.scenes.scene_cues import DATELINE, REACH

_ARMS = (
    r"(?:air\s?strikes?|strikes?|struck|attack\w*|missiles?|rockets?|drones?|bomb\w*|shell\w*|artillery|assaults?|barrages?|"
    r"launch\w*|fired|fires|hit|hits|kill\w*|raid\w*|bombardment|forces|troops|army|military|warplanes?|aircraft|fire|"
    r"offensive|jets?|shahed\w*|uavs?|gunmen|soldiers|aggression|invasion|iskander\w*|kamikaze|s-300|used|unleashed|sent|"
    r"dropped|targeted|targeting|fighter|ballistic|cruise|glide|projectiles?|mortar|explosive|onslaught)"
)
_NO_ATTACK = (
    r"air\s+defen|defen[cs]e|was\b|were\b|been\b|have\b|had\b|has\s+been|president|minister|ministry|foreign|officials?|said|"
    r"city|cities|governor|region|that\b|report|claim|confirm|announce|state[ds]?\b|wrote|told|warn|estimate|says?\b|according"
)
_ATTACKS = Caseless(
    rf"(?:['’]s)?\s+(?:(?!{_NO_ATTACK})[\w-]+\s+){{0,3}}?{_ARMS}\b(?!\s+(?:defen|sa(?:id|ys)|report|claim|confirm|announc|stat|told|warn|shot\s+down|down|intercept))"
)  # Russian missiles, Russia launched; not "Ukrainian air defence", "Palestinians were killed"
_FIRES = Caseless(rf"[^\w,;]+(?:(?!{_NO_ATTACK})\w+[^\w,;]+){{0,2}}?{_ARMS}\b")
_CLAIMS = Caseless(
    r"\s+(?:\w+\s+)?(?:said|says|claimed|confirmed)\s+(?:that\s+)?(?:it|they|its\s+forces)\s+(?:had\s+|has\s+|have\s+)?"
    r"(?:fired|launched|struck|hit|attacked|shelled|targeted|bombed)\b",
)  # Hezbollah said it had fired
_BY = Caseless(rf"\b{_ARMS}\b[^.;,]{{0,30}}\bby\s+(?:the\s+)?$|\bcarried\s+out\s+by\s+(?:the\s+)?$", needs=("by",))
_IS_ATTACKED = Caseless(
    r"\b(?:on|against|at|into|over|in|across|towards?|struck|hit|hits|shelled|bombed|attacked|pounded|targeted|invaded|"
    r"invasion\s+of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$",
)
_HELD = Caseless(r"-\w|\s+(?:stronghold|bastion|territory|heartland)\b")
_BORDER = Caseless(r"\s+border\b", needs=("border",))
_DOWNS = Caseless(
    r"\s+(?:\w+\s+){0,3}?(?:shot\s+down|downed|intercepted|(?:destroyed|repelled)\s+[^.;]{0,30}?(?:drones|missiles|uavs|shaheds))\b",
    needs=("shot", "downed", "intercepted", "destroyed", "repelled"),
)  # of an air force
_SHOT_DOWN = Caseless(
    r"(?:['’]s)?\s+(?:[\w’']+\s+){0,4}?(?:said|says|claims?|claimed|reported|announced)\s+(?:(?:on\s+)?\w+day\s+)?(?:that\s+|to\s+have\s+)?"
    r"(?:it\s+(?:had\s+|has\s+)?|its\s+(?:[\w-]+\s+){1,3}|it\s+)?(?:had\s+|has\s+|have\s+)?"
    r"(?:shot\s+down|intercepted|downed|repelled|destroyed\s+[^.;]{0,30}?(?:drones|missiles|uavs))\b",
    needs=("shot", "intercepted", "downed", "repelled", "destroyed"),
)  # Moscow said its air defences had destroyed 90 drones
_NAMES_SITE = re.compile(
    r"(?:-[A-Z]\w+)?\s+(?:[A-Z][\w’'-]+\s+){0,3}(?:[Hh]ospital|School|University|College|Embassy|Consulate|Street|Market|"
    r"Bank|Church|Mosque|Cathedral|Centre|Center|Red\s+Crescent|Red\s+Cross)\b"
)  # the Saudi Hospital stands anywhere but in Saudi Arabia
_DEFENDS = Caseless(
    r"(?:['’]s)?\s+(?:air\s+defen\w+|anti-aircraft|air\s+force\b[^.;]{0,40}\b(?:shot|down|intercept|destroy))",
)


def sides(sentence: Sentence) -> tuple[str | None, str | None]:
    """Return who attacks and who is attacked: canonical names of states or armed groups, where the sentence says it."""
    attacker = target = None
    dateline = DATELINE.match(sentence.text)
    written = sentence.start + dateline.end() if dateline else -1
    for name in sentence.names:
        side = side_of(name)
        if side is None or name.start < written:
            continue
        text, first, last = sentence.text, name.start - sentence.start, name.end - sentence.start
        if name.adjectival and _NAMES_SITE.match(text, last, last + REACH):
            continue
        if _BORDER.match(text, last):
            continue
        if _DEFENDS.match(text, last, last + REACH) or (name.reads_as == "actor" and _shoots_down(name, text, last)):
            target = target or side
        elif attacker is None and side != target and _is_attacker(name, text, first, last):
            attacker = side
        elif target is None and side != attacker and _is_attacked(name, sentence, first):
            target = side
    return attacker, target


def _shoots_down(name: NameMention, text: str, last: int) -> bool:
    """Return whether a state or its force, named up to an offset, is told to defend itself."""
    if _SHOT_DOWN.match(text, last):
        return True
    return name.actor_kind == "armed_force" and _DOWNS.match(text, last) is not None


def _is_attacked(name: NameMention, sentence: Sentence, first: int) -> bool:
    if name.actor_kind == "armed_group" and _HELD.match(sentence.text, name.end - sentence.start):
        return False  # "in a Houthi-controlled port"
    if _IS_ATTACKED.search(sentence.text, max(0, first - 40), first) is None:
        return False
    return name.reads_as != "place" or name.place is None or not asides.lies_aside(name, name.place, sentence)


def _is_attacker(name: NameMention, text: str, first: int, last: int) -> bool:
    """Say whether a name, which stands at text[first:last], is told to attack."""
    if name.reads_as != "actor":
        return False
    end = last + REACH
    force = name.actor_kind in ("armed_force", "armed_group")
    return bool(
        _ATTACKS.match(text, last, end)
        or _CLAIMS.match(text, last, end)
        or _BY.search(text, max(0, first - REACH), first)
        or (force and _FIRES.match(text, last, end))
    )


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
