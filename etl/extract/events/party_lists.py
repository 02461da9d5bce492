"""The list of parties that begins behind a verb or a preposition.

A list of names may hold titles, appositions and the officials of a state ("Russian and Ukrainian negotiators", which
stand for the states), but no verb and no preposition: those end it. What is no name here ("reporters", "residents") is
nobody.
"""

from __future__ import annotations

import re

from etl.extract.caseless import Caseless
from etl.extract.events.parties import Party, party
from etl.extract.reading import NameMention, Sentence

_JUST_COMMA = re.compile(r"^(?!.*\band\b)[^,]*,\s*$")  # "his American counterpart, B"
_QUOTED = re.compile(r"[“\"]")
_JOINED_IN_QUOTES = re.compile(r"^,?\s*[“\"](?:as well as|and|along with|together with)\s[^“”\"]*$")
_HIS = re.compile(r",\s+(?:his|her|the|their)\s+")
_COMPANIONS = Caseless(r"^,?\s+(?:(?:who|and)\s+)?(?:(?:was|were|is)\s+)?(?:accompanied|joined|flanked)\s+by\s")
LONGEST_GAP = 100
_BARRIER = Caseless(
    r"""
    \b(?:in|on|at|about|over|after|before|during|by|into|against|amid|ahead|since|until|till|that|who|which|whom|whose|
    where|when|while|if|but|because|although|though|via|under|through|near|within|without|towards?|despite|following|
    said|says|say|told|tells|asked|warned|wrote|added|announced|confirmed|noted|stressed|insisted|reported|called|
    urged|thanked|is|are|was|were|be|been|being|has|have|had|will|would|could|may|might|should|can|did|does|do|
    agreed|discussed|visited|met|meets|held|holds|spoke|speaks|took|arrived|hosted|signed|to|
    not|also|then|later|earlier|yesterday|today|tonight|tomorrow|he|she|they|it|reporters|journalists)\b
    """,
    re.VERBOSE,
)
_LISTED = re.compile(r"\b(?:and|or|with|of|from|to|as|alongside|plus)\s")
_JOIN = Caseless(r"^\s*(?:,|and\b|&|with\b|as well as\b|alongside\b|plus\b|or\b|together with\b|along with\b|/)")
JOINED = Caseless(
    r"(?:,|\band|&|\bas well as|\balongside|\bplus|\bor|\btogether with|\balong with|\bwith|/)\s*"
    r"(?:[\w’'.\[\]-]+\s+){0,7}(?:\()?\[?$",
)
_TITLES = re.compile(r"[\s\w’'.&-]{0,60}")
_OPENING = Caseless(
    r"^\s*(?:both\s+)?(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+|its\s+|some\s+|top\s+|senior\s+)?[\w’'.,/\s&-]{0,90}$",
)
OF_TITLE = Caseless(
    r"\b(?:president|minister|ministers|secretary|head|leader|leaders|ambassador|king|emir|premier|chancellor|envoy|envoys|"
    r"representatives?|delegat(?:ion|e)s?|counterparts?|teams?|officials|negotiators|diplomats|presidents|chiefs?|members|states|nations|parties)\s+"
    r"(?:of|from|to|for)\s+(?:the\s+)?$",
)
_SPEAKS_NEXT = Caseless(
    r"^(?:[’']s\b|\s*,?\s*(?:who\s+)?(?:said|says|told|announced|confirmed|reported|wrote|added|has|had|was|is|were|will|"
    r"warned|claimed|stated|noted|according|also|held|met|spoke|made|took|[a-z]+ed|speaks|meets|holds|tells|calls|visits|vows|warns|urges|hosts|welcomes|signs)\b)",
)


def parties_after(sentence: Sentence, offset: int) -> list[Party]:
    """Return the list of parties that begins at `offset` ("… with | Russia's Lavrov and a Turkish delegation in …")."""
    found: list[Party] = []
    end, modifier = offset, False  # of the last mention, and whether it may be part of a title
    for mention in sentence.names:
        if mention.start < offset:
            continue
        gap = sentence.text[end - sentence.start : mention.start - sentence.start]
        if gap == " (" and found and mention.actor == found[-1].name:  # "the Democratic Republic of Congo (DRC)"
            end = mention.end + 1
            continue
        if gap == " of " and found and found[-1].person and mention.country == found[-1].country:
            end = mention.end  # "President B of C"
            continue
        titled = modifier and _TITLES.fullmatch(gap) and not barred(gap)
        if len(gap) > LONGEST_GAP or not (titled or _continues(gap, first=end == offset)):
            break
        after = sentence.text[mention.end - sentence.start : mention.end - sentence.start + 40]
        if found and _SPEAKS_NEXT.match(after) and not re.search(r"\band\s", gap):
            break
        if (new := party(mention, sentence)) and not (found and _counterpart(found[-1], new, gap)):
            _join(sentence, found, new, gap)
        end, modifier = mention.end, _may_be_of_title(mention, after)
    if found and (beside := _COMPANIONS.match(sentence.after(found[-1].end))):
        known = {one.name for one in found}
        found += [one for one in parties_after(sentence, found[-1].end + beside.end()) if one.name not in known]
    return found


def _counterpart(known: Party, new: Party, gap: str) -> bool:
    """Say whether a state is that of the person before it: "B, his Ukrainian counterpart"."""
    return known.person and not new.person and known.country == new.country and _HIS.fullmatch(gap) is not None


def _may_be_of_title(mention: NameMention, after: str) -> bool:
    """Say whether a name may be part of the title of the next: "Trump's envoy B", "CIA director C"."""
    return mention.adjectival or mention.actor_kind in ("body", "ministry", "igo") or after.startswith(("’s ", "'s "))


def _continues(gap: str, first: bool) -> bool:
    """Say whether a list of names goes on over these words."""
    if (
        any(mark in gap for mark in ";:”—(")
        or (_QUOTED.search(gap) and not _JOINED_IN_QUOTES.match(gap))
        or (barred(gap) and not OF_TITLE.search(gap))
    ):
        return False
    if first:
        return _OPENING.match(gap) is not None and " with " not in gap
    return (
        gap.strip(" -–") == ""
        or _JOIN.match(gap) is not None
        or JOINED.search(gap) is not None
        or OF_TITLE.search(gap) is not None
    )


def barred(gap: str) -> bool:
    """Say whether the words between two names hold a verb or a preposition, which end a list of names."""
    return (
        _BARRIER.search(re.sub(r"\bas well as\b|\b(?:to|for|from|of)\s+(?:the\s+)?$", "", gap, flags=re.IGNORECASE))
        is not None
    )


def _names(sentence: Sentence, one: Party) -> bool:
    """Say whether the text names a person, rather than an office that the person holds."""
    return one.name.split()[-1] in sentence.between(one.start, one.end)


def _join(sentence: Sentence, found: list[Party], new: Party, gap: str) -> None:
    """Add a party; a title and its bearer are one ("Turkey's president" + "Recep Tayyip Erdogan")."""
    if any(one.name == new.name for one in found):
        return
    apposed = re.match(r"^\s*(?:[\w’'.-]+\s+){0,5}$", gap) and not _LISTED.search(gap)
    by_office = bool(found) and found[-1].person and not _names(sentence, found[-1]) and gap.strip() == ","
    by_title = bool(found) and not found[-1].person and found[-1].country == new.country and _JUST_COMMA.search(gap)
    if (
        found
        and new.person
        and (by_office or (by_title and new.country) or (apposed and "," not in gap and gap != "-"))
    ):
        found[-1] = new
    else:
        found.append(new)
