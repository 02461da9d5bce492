"""Whose a local office is: the governor of one region is not that of another."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from etl import reference
from etl.extract.speech.bearers import Introduction
from etl.extract.speech.narrative import Token
from etl.extract.speech.subject import Subject

_LOCAL = frozenset({"governor", "governors", "mayor", "mayors", "administrator"})
_OFFICES = frozenset({"governor", "mayor", "military administration head"})
_OF = re.compile(r"\s(?:of|for|in)\s")
_UNIT = re.compile(
    r"\sof\s(?:the\s|a\s|its\s)?(?:[\w-]+\s){0,2}(community|hromada|district|village|settlement|council)\b"
)
_NAME = re.compile(r"[A-Z][\w'’-]+")


def places_told(tokens: Sequence[Token], subject: Subject) -> frozenset[str]:
    """Return the towns and regions that a passage names before a local office, and the regions that they lie in."""
    if subject.noun not in _LOCAL:
        return frozenset()
    places = (token.name.place for token in tokens[: subject.first] if token.name is not None)
    return frozenset(name for place in places if place is not None for name in (place.name, place.region) if name)


def is_of_another(subject: Subject, introduction: Introduction, told: Set[str]) -> bool:
    """Whether a role is a local office of another place than somebody introduced holds: of its own, else of one told.

    "The governor of Mykolaiv", and where a passage tells of Mykolaiv "the governor", is not the governor of Poltava.
    """
    if subject.noun == "head" and (unit := _UNIT.search(subject.words)) is not None:
        return unit[1] not in introduction.words  # "the head of the community" is no governor
    if subject.noun not in _LOCAL:
        return False
    held = _held(introduction.bearer.name)
    _, *behind = _OF.split(subject.words, maxsplit=1)
    own = {word.lower() for word in _NAME.findall(behind[0])} if behind else set()
    if own:
        return own.isdisjoint(introduction.words) and own.isdisjoint(" ".join(held).lower().split())
    return bool(held) and bool(told) and held.isdisjoint(told)


@cache
def _held(person: str) -> frozenset[str]:
    """Return the regions and towns that somebody ever held a local office of."""
    return frozenset(of for office, of in reference.offices_of(person) if office in _OFFICES)
