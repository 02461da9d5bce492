"""Return what the clause around a strike word tells: where, when, by whom and with what."""

from __future__ import annotations

import re

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.events.attackers import AT_WAR_ABROAD, attacker_of
from etl.extract.events.realis import realis
from etl.extract.events.strike_days import strike_days
from etl.extract.events.strike_tellings import Telling
from etl.extract.events.strike_weapons import types_between
from etl.extract.events.struck_places import struck_places
from etl.extract.reading import Place, Sentence

_REACH = 120  # characters before a strike word in which what changes its meaning can begin
_HARMED = re.compile(r"\b(?:killed|wounded|injured|died|dead|hurt|damaged|destroyed|casualties|injur(?:y|ies))\b")
_INDEFINITE = Caseless(r"\b(?:an?|another)\s+(?:(?!of\b|in\b|on\b)[\w’'-]+\s+){0,4}$")
_ANOTHER = Caseless(
    r"\b(?:another|separate|second|third|fresh|further)\s+(?:[\w-]+\s+){0,3}$",
    needs=("another", "separate", "second", "third", "fresh", "further"),
)
_EARLIER = Caseless(
    r"\b(?:a|one|two|three)\s+(?:days?|nights?)\s+(?:earlier|before)\b|\bthe\s+(?:day|night)\s+before\b|\bthe\s+previous\s+(?:day|night)\b",
    needs=("earlier", "before", "previous"),
)
_RESULT = re.compile(
    r",\s+(?:leaving|killing|wounding|injuring|damaging|destroying|sparking|causing|setting|triggering|igniting)\b"
)
_ANAPHOR = Caseless(
    r"\b(?:the|that|this|same)\s+(?:same\s+)?(?:city|town|village|region|capital|settlement|port|camp|hospital|area|district)\b",
)
_IMPLIED = {"shell": "artillery", "bombing": "bomb", "bombed": "bomb"}


def telling_of(
    sentence: Sentence,
    start: int,
    end: int,
    rule: str,
    *,
    strong: bool,
    active: bool = False,
    passive: bool = False,
    many: bool = False,
) -> Telling | None:
    """Return what the clause around text[start:end] tells of a strike, or None where none happened.

    `many` says that the words count what was damaged, of which "dozens" make no habit.
    """
    held = realis(sentence.text, start, end)
    if held != "happened" and not (many and held == "historical"):
        return None
    first, last = sentence.start + start, sentence.start + end
    days, away, long_before, until = strike_days(sentence, first, last)
    places = struck_places(sentence, first, last, passive, active)
    harm = _HARMED.search(sentence.text)
    if harm and (until is None or harm.end() < until):  # "three people died on Friday in Kherson after shelling"
        harmed = sentence.start + harm.start(), sentence.start + harm.end()
        days = days if days.first or away or long_before else strike_days(sentence, *harmed).days
        places = places or struck_places(sentence, *harmed)
    result = _RESULT.search(sentence.text, end) if days.first is None and not (away or long_before) else None
    if result:  # "struck two refineries, leaving one on fire on Saturday"
        days = strike_days(sentence, sentence.start + result.start() + 1, sentence.start + result.end()).days
    attacker = attacker_of(sentence, first, last, active)
    if attacker in AT_WAR_ABROAD and all(_is_of(place, attacker) for place in places):
        places = []
    return Telling(
        sentence=sentence,
        start=first,
        places=tuple(places),
        first=days.first,
        last=days.last,
        date_precision=days.precision,
        attacker=attacker,
        weapons=types_between(sentence.text, start - 70, end + 70) or _implied(sentence.text[start:end]),
        strong=strong,
        rule=rule,
        indefinite=bool(_INDEFINITE.search(sentence.text, max(0, start - _REACH), start))
        and not _ANAPHOR.search(sentence.text),
        another=_ANOTHER.search(sentence.text, max(0, start - _REACH), start) is not None,
        away=away,
        long_before=long_before,
        earlier=days.first is not None and _EARLIER.search(sentence.text) is not None,
    )


def _is_of(place: Place, state: str) -> bool:
    """Say whether a place lies in a state."""
    land = reference.countries().get(place.country or "")
    return land is not None and land.name == state


def _implied(word: str) -> tuple[str, ...]:
    """Return the weapon that the strike word itself means: shelling is artillery's."""
    return next(((weapon,) for stem, weapon in _IMPLIED.items() if word.lower().startswith(stem)), ())
