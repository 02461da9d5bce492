"""Whose a local office is: the governor of one region is not that of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import cache

from etl import reference
from etl.extract.speech.bearers import Introduction
from etl.extract.speech.narrative import Token
from etl.extract.speech.subject import Subject

_LOCAL = frozenset({"governor", "governors", "mayor", "mayors", "administrator"})
_OFFICES = frozenset({"governor", "mayor", "military administration head"})
_OF = re.compile(r"\s(?:of|for|in)\s")
_NAME = re.compile(r"[A-Z][\w'’-]+")
_OF_THE_PLACE = re.compile(
    r"(?:(?:region|oblast|province|city|town)['’]?s?['’]?|regional|provincial|local)\s", re.IGNORECASE
)


def places_told(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the towns that a passage names as places, and the regions that it names or that they lie in."""
    places = (token.name.place for token in tokens if token.name is not None)
    return frozenset(name for place in places if place is not None for name in (place.name, place.region) if name)


def is_of_another(subject: Subject, introduction: Introduction, told: Set[str]) -> bool:
    """Whether a role is a local office of another place than somebody introduced holds: of its own, else of one told.

    "The governor of Mykolaiv", and where a passage tells of Mykolaiv "its governor", is not the governor of Poltava.
    """
    if subject.noun not in _LOCAL:
        return False
    held = _held(introduction.bearer.name)
    _, *behind = _OF.split(subject.words, maxsplit=1)
    own = {word.lower() for word in _NAME.findall(behind[0])} if behind else set()
    if own:
        return own.isdisjoint(introduction.words) and own.isdisjoint(" ".join(held).lower().split())
    its = subject.its or _OF_THE_PLACE.match(subject.words) is not None
    return its and bool(held) and bool(told) and held.isdisjoint(told)


@cache
def _held(person: str) -> frozenset[str]:
    """Return the regions and towns that somebody ever held a local office of."""
    return frozenset(of for office, of in reference.offices_of(person) if office in _OFFICES)
