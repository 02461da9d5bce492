"""Settlements that the gazetteer lacks, known by the noun that stands with their name: "the village of Almat".

They must not be read as the place told before: the name is kept, with the region that is named beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.extract.naming.gazetteer import Hit, Meaning
from etl.extract.reading import Place

NOUNS = frozenset({"village", "town", "settlement", "hamlet"})  # every sentence that names one has one
_NAME = r"(?P<name>[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|al-[A-Z]\w+|el-[A-Z]\w+)){0,2})"
_NAMED = (
    re.compile(rf"\b(?:villages?|towns?|settlements?|hamlet)\ of\ {_NAME}"),
    re.compile(rf"\b(?:on|in|near|at|hit|struck)\ {_NAME}, an?\ (?:\w+ ){{0,2}}(?:village|town|settlement|hamlet)\b"),
    re.compile(rf"\b(?:the|in|near|on|and)\ {_NAME}\ (?:village|settlement)\b"),
)


def settlements(text: str, start: int, end: int, known: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the settlements in text[start:end] that no known name covers, each as a place without coordinates.

    >>> [hit.meaning.places[0].name for hit in settlements("in the village of Almat", 0, 23, [])]
    ['Almat']
    """
    found: set[int] = set()
    for pattern in _NAMED:
        for match in pattern.finditer(text, start, end):
            first, last = match.span("name")
            if first in found or any(_stands(hit, first, last) for hit in known):
                continue
            found.add(first)
            place = Place(match["name"].removesuffix("'s"), None, None, None, None, "settlement")
            yield Hit(first, first + len(place.name), Meaning(places=(place,)))


def _stands(hit: Hit, first: int, last: int) -> bool:
    """Return whether a known name in text[first:last] is more than the first word of a longer village's name."""
    if not (first < hit.end and hit.start < last):
        return False
    only_a_place = bool(hit.meaning.places) and hit.meaning.actor is None and not hit.meaning.people
    return not (only_a_place and hit.start == first and hit.end < last)
