"""Which places a clause says were struck: the objects of the strike, not where it came from or who governs them."""

from __future__ import annotations

import re

from etl.extract.reading import NameMention, Place, Sentence

CLAUSE = re.compile(
    r"[;:“”\"]|\s[–—-]\s|,\s+(?:and\s+(?=[\w\s]{0,40}\b(?:was|were|had|has|said)\b)|but|while|whereas|although|though|"
    r"after|before|when|which|who|whose|as|following|where|because|saying|according|hours|days)\b|"
    r"\b(?:after|before|when|while|that|which|who|where|since|because|hours)\s"
)
_NOT_STRUCK = re.compile(
    r"""
    (?:\b(?:from|of\s+origin|off|via|towards?\s+the\s+border\s+with|border(?:s|ing)?(?:\s+with)?|south|north|east|west|
        (?:kilomet(?:er|re)s?|miles?|km)\s+(?:from|to)|(?:[\w-]*(?:south|north|east|west)\w*)\s+of|far\s+from|close\s+to\s+the\s+border\s+with|
        told\s+\w+\s+in|reporters\s+in|said\s+in|speaking\s+in|visit(?:ed|ing|s)?|travel\w*\s+to|arriv\w+\s+in|returned\s+to|
        trip\s+to|fl(?:ew|own)\s+to|talks\s+in|meeting\s+in|summit\s+in|met\s+in|based\s+in|exile\s+in|
        support\s+(?:for|to)|aid\s+(?:for|to)|weapons\s+(?:for|to)|supply(?:ing)?|supplied\s+to|delivered\s+to|ambassador\s+to|
        embassy\s+in|war\s+in|conflict\s+in|invasion\s+of|operation\s+in|fighting\s+in|annexation\s+of|occupation\s+of|
        residents?\s+of|native\s+of|mayor\s+of|governor\s+of|head\s+of|leader\s+of|president\s+of|capital\s+of|part\s+of|
        authorities\s+in|officials\s+in|officials\s+of|administration\s+of|government\s+of|over|route\s+to|way\s+to|
        between|ties\s+with|relations\s+with|sanctions\s+(?:on|against)|supplied\s+by|backed\s+by|condemned\s+by|including\s+by)
    \s+(?:the\s+|a\s+|its\s+|both\s+)?(?:(?:city|town|region|village|territory)\s+of\s+)?(?:(?:north|south|east|west)\w*\s+|central\s+|neighbou?ring\s+|occupied\s+)?)$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OWNED = re.compile(
    r"^(?:[’']s?)?\s+(?:(?:regional|city|district|state|military|oblast|health|local|defen[cs]e|interior|foreign|energy|emergency|"
    r"prosecutor[’']s|general|national|armed|air|civil|mayor[’']s)\s+)*"
    r"(?:governor|mayor|administration|authorit(?:y|ies)|officials?|council|prosecutors?|police|resident|residents|head|chief|"
    r"ministry|military|government|president|leader|army|forces?|troops|parliament|office|service|embassy|spokes\w+|"
    r"ambassador|minister|said|says|told|announced|claimed|reported|has\s+said|confirmed|denied|accused)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^\s*[A-Z][A-Za-z’' ]+,?\s*(?:[A-Z][\w. ]+)?\s*(?:\([\w/ ]+\)\s*)?[—–-]\s")
_LISTED = re.compile(
    r"^[\s,]*(?:and|as\s+well\s+as|or|in|the|also|both|nearby|neighbou?ring|[\w’'-]+(?=\s)|\s|,)*$", re.IGNORECASE
)


def struck_places(sentence: Sentence, start: int, end: int, passive: bool = False) -> list[Place]:
    """Return the places that the strike word at text[start:end] is told of, in the order of the text.

    The places after the word in its clause, else those before it; a passive verb has its place before it ("Kharkiv was
    hit"). "Chuhuiv in the Kharkiv region" is one place, "Kharkiv and Sumy regions" are two.
    """
    mentions = [mention for mention in sentence.names if _may_be_struck(mention, sentence)]
    after = [one for one in mentions if one.start >= end and not _apart(sentence, end, one.start)]
    before = [one for one in mentions if one.end <= start and not _apart(sentence, one.end, start)]
    ordered = (before, after) if passive else (after, before)
    chosen = ordered[0] or ordered[1]
    if not chosen:
        opening = [one for one in mentions if one.end <= start and one.start - sentence.start < 40]
        chosen = opening[:1]
    if chosen is after and passive is False and len(after) > 1:
        chosen = _list_from(sentence, after)
    return without_containers([one.place for one in chosen if one.place])


def without_containers(places: list[Place]) -> list[Place]:
    """Return the places that no other one of them lies in, each once.

    A region goes where one of its settlements is named, a country where anything in it is.
    """
    unique = list({place.name: place for place in places}.values())
    return [
        place for place in unique
        if not any(other is not place and _lies_in(other, place) for other in unique)
    ]  # fmt: skip


def _lies_in(inner: Place, outer: Place) -> bool:
    if outer.precision == "country":
        return inner.precision != "country" and inner.country == outer.country
    return outer.precision in ("region", "district") and inner.region == outer.name


def _list_from(sentence: Sentence, mentions: list[NameMention]) -> list[NameMention]:
    """Keep the mentions that go on as a list from the first one, with the regions that these lie in."""
    kept = [mentions[0]]
    for mention in mentions[1:]:
        gap = sentence.text[kept[-1].end - sentence.start : mention.start - sentence.start]
        if len(gap) > 120 or not re.search(r",|\band\b|\bin\b|\bof\b|\bnear\b|\bas well as\b|[(—–]", gap):
            break
        kept.append(mention)
    return kept


def _may_be_struck(mention: NameMention, sentence: Sentence) -> bool:
    if mention.place is None or mention.adjectival:
        return False
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if _NOT_STRUCK.search(sentence.text[max(0, start - 80) : start]) or _OWNED.match(sentence.text[end : end + 60]):
        return False
    return not (
        start < 30 and _DATELINE.match(sentence.text[:80]) and end < len(_DATELINE.match(sentence.text[:80])[0])
    )  # type: ignore[index]


def _apart(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether another clause begins between the two offsets."""
    return CLAUSE.search(sentence.text, start - sentence.start, end - sentence.start) is not None
