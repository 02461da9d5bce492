"""The town or region whose authorities tell of a strike: what they tell of happened there."""

from __future__ import annotations

import re

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.reading import Place, Sentence

_GOVERNS = Caseless(
    r"^(?:[’']s?)?\s+(?:(?:regional|city|district|military|oblast|local|acting)\s+)*(?:governor|mayor|administration|authorities|"
    r"officials|council|prosecutors?|police|head|chief)\b",
)
_GOVERNED = Caseless(
    r"\b(?:mayor|governor|head|authorities|officials|administration|regime|police|leader)\s+(?:of|in)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}$",
)
_HOSPITAL_IN = Caseless(
    r"\b(?:hospital|clinic|school|university|plant|factory)\s+in\s+(?:the\s+)?(?:(?:city|town|village)\s+of\s+)?$",
)  # what it says hit it
_SAYS = re.compile(r"\s+(?:said|says|reported|confirmed)\b")


def owners_place(sentence: Sentence) -> Place | None:
    """Return the settlement or region whose authorities a sentence names: what they tell of happened there."""
    for mention in sentence.names:
        start, end = mention.start - sentence.start, mention.end - sentence.start
        if mention.actor_kind == "person" and (seat := _seat(mention.actor or "")):
            return seat
        if mention.place is None or mention.place.precision == "country":
            continue
        lead = sentence.text[max(0, start - 60) : start]
        if _GOVERNED.search(lead) or _GOVERNS.match(sentence.text[end : end + 60]):
            return mention.place
        if mention.place.precision == "settlement" and _HOSPITAL_IN.search(lead) and _SAYS.search(sentence.text, end):
            return mention.place
    return None


def _seat(person: str) -> Place | None:
    """Return the region or town that a governor or mayor governs."""
    for office, of in sorted(reference.offices_of(person)):
        if office in ("governor", "mayor"):
            return reference.place_by_name(of)
    return None
