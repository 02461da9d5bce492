"""Strikes told by what they did: "explosions were heard in Odesa", "a man was killed in the village of Lvove"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.caseless import Caseless
from etl.extract.events.matching import matches
from etl.extract.events.strike_clauses import telling_of
from etl.extract.events.strike_tellings import Telling
from etl.extract.reading import Sentence

EFFECT = Caseless(
    r"\b(?P<what>explosions?|blasts?|damage|destruction|fires?|casualties|impacts?|debris|fragments?|wreckage|shrapnel|buildings?|houses)\b"
    r"[^.;]{0,60}?\b(?:reported|recorded|registered|heard|rocked|shook|broke\s+out|rang\s+out|echoed|thundered|fell|falling|landed|hit|damaged|caused|felt|disrupted)\b"
    r"|\b(?:reported|recorded|registered|heard|suffered|sustained)\s+(?:[\w-]+\s+){0,3}(?:damage|explosions?|blasts?|destruction|hits|impacts?)\b"
    r"|\breports?\b[^.;]{0,60}?\bof\s+(?:[\w-]+\s+){0,3}(?:explosions?|blasts?)\b"
    r"|\b[Ff]alling\s+debris\b|\b(?:drone|missile|rocket)\s+(?:debris|fragments?|wreckage)\b",
)
_FALLEN = Caseless(r"\b(?:drone|missile|rocket|uav)\s+(?:debris|fragments?|wreckage)")
_AIR_ATTACK = Caseless(r"\b(?:air[\s-]defen[cs]es?|air\s+raid|drones?|missiles?|shelling|sirens?)\b")
_INTERCEPTOR = Caseless(r"\binterceptor\b", needs=("interceptor",))  # what falls of it is no attacker's
CASUALTY = re.compile(
    r"\b(?:(?:was|were|been)\s+(?:also\s+)?(?:killed|wounded|injured|hurt)(?:\s+on\s+the\s+spot)?|deaths\s+(?:were|occurred)|died)\s+"
    r"(?=(?:and\s+[\w\s,-]{0,80}?)?(?:in|near|at)\s)|"  # or "three were killed: two in Kostiantynivka"
    r"\b(?:killed|wounded|injured)(?:\s+[\w\s,-]{1,30})?:\s+(?=(?:[\w-]+\s+){1,3}in\s)"
)
_NOT_BY_STRIKE = Caseless(
    r"\b(?:crash\w*|accident|gunm[ae]n|clash\w*|fighting|battles?|landmines?|mines?|shooting|shot|stabb\w*|hypothermia|custody|captivity|"
    r"combat|war|since|soldiers?|troops|servicemen|protest\w*)\b",
)


def effects(sentence: Sentence) -> Iterator[Telling]:
    """Read "explosions were heard in Odesa", "damage was reported in Kharkiv", if the article tells of a strike."""
    if _INTERCEPTOR.search(sentence.text):
        return
    for match in matches(EFFECT, sentence.text):
        strong = bool(_FALLEN.search(match[0]) or _AIR_ATTACK.search(sentence.text))
        telling = telling_of(sentence, match.start(), match.end(), "strikes.effects", strong=strong, many=True)
        if telling and telling.places:
            yield telling


def casualties(sentence: Sentence) -> Iterator[Telling]:
    """Read "a man was killed in the village of Lvove" in an article on strikes: one more place of the same attacks."""
    if _NOT_BY_STRIKE.search(sentence.text):
        return
    for match in matches(CASUALTY, sentence.text):
        telling = telling_of(sentence, match.start(), match.end(), "strikes.casualties", strong=False)
        if telling and telling.places and all(place.precision == "settlement" for place in telling.places):
            yield telling
