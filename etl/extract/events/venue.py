"""Where a meeting or another event took place, as the clause that tells of it says."""

from __future__ import annotations

import re

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.events.clauses import apart
from etl.extract.reading import NameMention, Place, Sentence

_LOCATES = Caseless(
    r"\b(?:in|at|near|outside|on(?=\s+[^.;]{0,40}\bisland)|inside|aboard|visit(?:ed|ing|s)?|(?:trip|visit|travel\w*|flew|came|went|return\w*|journey|fl(?:y|ying))\s+to)\s+"
    r"(?:the\s+|his\s+|her\s+)?(?:(?!(?:between|with|of|and|for|from|to|by|than)\b)[\w’'.-]+\s+){0,4}"
    r"(?:capital,\s+)?(?:(?:city|town|capital|metropolis|resort|island|port|village|emirate|kingdom)\s+of\s+)?$",
)
_SEATS = {"Kremlin": "Moscow", "Elysee": "Paris", "UK government": "London"}
_AT_ITS_SEAT = Caseless(r"\b(?:at|in|inside)\s+(?:the\s+|10\s+|No\.?\s?10\s+)?$")
_COMES = Caseless(r"\b(?:from|back\s+to|return(?:s|ed|ing)?\s+to|left|leaving)\s+(?:the\s+)?$")
_RELATIVE = re.compile(r",\s+(?:who|which|whose)\b[^,]*$")
_OWNS = re.compile(  # "in the Mediterranean city of B", "in the Ramstein format"
    r"[’']s\b|\s+format\b|\s+(?:[\w-]+\s+)?(?:city|town|port|resort|village|capital)\s+of\b"
)
_SPEAKS_OF = Caseless(
    r"\b(?:emphasi[sz]|stress|underscor|underlin|discuss|address|focus|express|urg|reiterat|affirm|review|outlin|emphasi|highlight)(?:ed|ing|e[sd])\b|"
    r"\bto\s+(?:discuss|try|avert|prevent|end|stop|halt|address|review|coordinate|help|urge|push|seek|talk|consider|plan|prepare|"
    r"negotiate|broker|secure|support|show|express|explore|find|work|hammer|reach|agree|build|ensure|achieve|resolve|advance|"
    r"assess|press|shore)\b"
)
_WHERE = re.compile(r",?\s+where\b")
_TOPIC = Caseless(
    r"\b(?:war|conflict|ceasefire|cease-fire|truce|fighting|situation|peace|invasion|crisis|settlement|hostilities|events|troops|"
    r"developments|deal|agreement|release|escalation|captives|aid|offensive|attack|strike|assault|forces|genocide|fight|violence|role|interests|end|elections?|influence|"
    r"operation|presence|hostages|(?<!hall\sof\sthe\s)people|civilians|war-torn)s?\s+(?:in|on|at|inside)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
)
_OF_A_WAR = Caseless(r"cease-?fire|peace|truce|hostage|war\b")  # "the Gaza ceasefire talks" are elsewhere
_BESIDE = re.compile(
    r"(?:[’']s)?\s+(?:(?!(?:following|after|in|on|for|and|with|during|of|to|at|from|before|amid|ahead|by|as|is|was|had|has|held|hosts?|hosted|ended|said|says|confirmed|announced|that|will)\b)[\w-]+\s+){0,2}"
)


def place_of(sentence: Sentence, start: int, end: int) -> Place | None:
    """Return where what text[start:end] names takes place, as its clause says with "in" or "at", or before the word.

    A palace is told as its town, but for the White House, which has a name of its own among places.
    """
    place = _named_place(sentence, start, end)
    town = _SEATS.get(place.name) if place else _seat_named(sentence, end)
    return (reference.place_by_name(town) if town else None) or place


def _seat_named(sentence: Sentence, end: int) -> str | None:
    """Return the town of a palace that is named as where something took place, though it also stands for its power."""
    for mention in sentence.names:
        if mention.start < end or mention.actor not in _SEATS or apart(sentence, end, mention.start):
            continue
        if _AT_ITS_SEAT.search(sentence.before(mention.start, 20)) and not _OWNS.match(sentence.after(mention.end, 9)):
            return _SEATS[mention.actor]
    return None


def _named_place(sentence: Sentence, start: int, end: int) -> Place | None:
    """Return the place that a clause names."""
    adjacent = [
        mention for mention in sentence.names
        if mention.place and mention.end <= start
        and _BESIDE.fullmatch(sentence.text[mention.end - sentence.start : start - sentence.start])
    ]  # fmt: skip
    located = []
    for mention in sentence.names:
        lead = sentence.text[max(0, mention.start - sentence.start - 70) : mention.start - sentence.start]
        if (
            mention.place is None
            or mention.place.country is None  # a continent, a sea
            or mention.adjectival
            or not (_LOCATES.search(lead) or _WHERE.match(sentence.after(mention.end, 10)))
            or _OWNS.match(sentence.after(mention.end, 40))
            or (mention.end <= start and _in_aside(sentence, mention, start))
            or (_COMES.search(lead) and not _WHERE.match(sentence.after(mention.end, 10)))
            or _TOPIC.search(lead)
        ):
            continue
        located.append(mention)
    after = [
        mention
        for mention in located
        if mention.start >= end and not apart(sentence, end, mention.start) and not _is_topic(sentence, end, mention)
    ]
    before = [mention for mention in located if mention.end <= start and not apart(sentence, mention.end, start)]
    if after:
        return after[0].place
    if before:
        return before[-1].place
    settled = [
        mention.place
        for mention in adjacent
        if mention.place
        and mention.place.precision in ("settlement", "point", "region")
        and not (mention.place.precision == "region" and _OF_A_WAR.search(sentence.between(mention.end, start)))
    ]
    return settled[-1] if settled else None


def _is_topic(sentence: Sentence, end: int, mention: NameMention) -> bool:
    """Say whether a place is what an encounter is about: "A met B to discuss the war in C"."""
    if sentence.before(mention.start, 5).startswith(", "):
        return False
    return _SPEAKS_OF.search(sentence.text, end - sentence.start, mention.start - sentence.start) is not None


def _in_aside(sentence: Sentence, mention: NameMention, start: int) -> bool:
    """Say whether a place stands in a relative clause that is over before `start`: "A, who lives in B, | met C"."""
    return (
        "," in sentence.between(mention.end, start) and _RELATIVE.search(sentence.before(mention.start, 90)) is not None
    )
