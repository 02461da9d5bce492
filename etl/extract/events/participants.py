"""Who takes part: the names that a verb or a noun of meeting joins, read from the words between them.

A list of names may hold titles, appositions and the officials of a state ("Russian and Ukrainian negotiators", which
stand for the states), but no verb and no preposition: those end it. What is no name here ("reporters", "residents") is
nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.reading import NameMention, Sentence, Voice
from etl.records import RoleName

_KINDS = frozenset({"person", "state", "government", "ministry", "armed_group", "igo", "body"})
_LONGEST_GAP = 100

DELEGATES = (
    r"(?:official|negotiator|delegation|delegate|envoy|team|side|representative|leader|diplomat|minister|mediator|"
    r"counterpart|authoritie|government|president|premier|teams|ambassador|chief|partner|allie|presidencie|general|"
    r"lawmaker|head|adviser|advisor|expert|colleague|secretarie|chancellor|intermediarie|monarch|king)s?"
)
_DELEGATES = Caseless(rf"^[\s,-]*(?:[\w’'-]+\s+){{0,4}}?(?:and\s+[\w’'-]+\s+)?{DELEGATES}\b")
_FIGHTING = re.compile(
    r"\b(?:commanders?|soldiers?|troops|fighters?|forces|officers?|servicemen|personnel|army|military)$"
)
_OFFICIAL = Caseless(rf"\b{DELEGATES}$")

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
_JOIN = Caseless(r"^\s*(?:,|and\b|&|with\b|as well as\b|alongside\b|plus\b|or\b|together with\b|along with\b|/)")
_JOINED = Caseless(
    r"(?:,|\band|&|\bas well as|\balongside|\bplus|\bor|\btogether with|\balong with|\bwith|/)\s*"
    r"(?:[\w’'.-]+\s+){0,7}(?:\()?$",
)
_TITLES = re.compile(r"[\s\w’'.&-]{0,60}")
_OPENING = Caseless(
    r"^\s*(?:both\s+)?(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+|its\s+|some\s+|top\s+|senior\s+)?[\w’'.,/\s&-]{0,90}$",
)
_OF_TITLE = Caseless(
    r"\b(?:president|minister|ministers|secretary|head|leader|leaders|ambassador|king|emir|premier|chancellor|envoy|envoys|"
    r"representatives?|delegations?|teams?|officials|negotiators|diplomats|presidents|chiefs?|members|states|nations|parties)\s+"
    r"(?:of|from|to|for)\s+(?:the\s+)?$",
)
_SPEAKS_NEXT = Caseless(
    r"^(?:[’']s\b|\s*,?\s*(?:who\s+)?(?:said|says|told|announced|confirmed|reported|wrote|added|has|had|was|is|were|will|"
    r"warned|claimed|stated|noted|according|also|held|met|spoke|made|took|[a-z]+ed)\b)",
)
_WENT_TO = Caseless(
    r"\b(?:travel\w*|fl(?:y|ew|ying)|go(?:es|ing)?|went|c(?:o|a)m(?:e|ing)|trip|visit|return\w*|head\w*)\s+to\s+$"
)
_AUXILIARY = Caseless(
    r"""
    (?:\b(?:has|have|had|is|are|was|were|will|would|be|been|may|might|could|should|must|can|did|does|do|not|never|to|
    also|later|then|first|recently|earlier|most|again|both|each|just|already|reportedly|finally|once|twice|too|next|
    yesterday|today|tonight|tomorrow|early|late|on|this|last|week|month|morning|evening|afternoon|night|separately|
    themselves|himself|herself|together|recently|since|only|expected|scheduled|due|set|planning|plans|agreed|likely|
    about|going|ready|willing|having|
    (?:mon|tues|wednes|thurs|fri|satur|sun)day|
    (?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?|\d{1,2}(?:st|nd|rd|th)?|\d{4}|
    \w+ly)\b[\s,]*)+$
    """,
    re.VERBOSE,
)
_RELATIVE = re.compile(r",?\s*\b(?:who|which)\s*$", re.IGNORECASE)
_PREPOSED = Caseless(
    r"\b(?:of|by|with|to|from|against|for|on|about|between|than|like|over|at|in|near|towards?|including|citing|via)\s+"
    r"(?:(?!that\b|and\b)[\w’'.-]+\s+){0,4}$",
)
_NEW_CLAUSE = Caseless(
    r"[;:“”\"]|\b(?:said|says|say|told|announced|confirmed|reported|claimed|added|noted|stated|believes?|insisted)\b|"
    r",\s+(?:and|but|while|as|after|when|because|who|which)\b|\b(?:that|while|after|when|because)\s",
)
_PLURAL_PRONOUN = Caseless(
    r"\b(?:they|the\s+(?:two|pair|duo|sides|leaders|presidents|ministers|men|two\s+\w+|presidents)|both\s+\w+|the\s+two\s+"
    r"(?:leaders|presidents|men|ministers|countries|sides|diplomats|delegations))\s*$",
)
_LEADERS = Caseless(r"\b(?:two|both)\s+(?:leaders|presidents|heads\s+of\s+state)\b")
_STAFF = Caseless(rf"\b(?P<whose>his|her)\s+(?:(?!own\b)[\w-]+\s+){{0,3}}?{DELEGATES}\s*$")
_SINGULAR_PRONOUN = re.compile(r"\b(?P<pronoun>he|she|I)\s*$", re.IGNORECASE)


class Party(NamedTuple):
    """Somebody who takes part, and where the text names them; start and end are offsets of the article."""

    name: str
    country: str | None
    person: bool
    start: int
    end: int
    role: RoleName = "participant"

    def as_(self, role: RoleName) -> Party:
        """Return the party in another role."""
        return self._replace(role=role)


def party(mention: NameMention, sentence: Sentence) -> Party | None:
    """Return the mention as somebody who can meet others, or None: a place, a paper, an adjective of something else.

    A government and an official whom nobody names stand for their state ("the Kremlin", "Putin's envoy").
    """
    name, kind = mention.actor, mention.actor_kind
    if name is None and mention.place and mention.place.precision == "country":
        name, kind = mention.place.name, "state"
    if name is None or (kind is not None and kind not in _KINDS) or _fights(name):
        return None
    if mention.reads_as == "place" and mention.place and mention.place.precision != "country":
        return None
    rest = sentence.text[mention.end - sentence.start : mention.end - sentence.start + 80]
    owned = mention.adjectival or rest.startswith(("’s", "'s"))
    if owned and not _DELEGATES.match(re.sub(r"^[’']s", "", rest)):
        return None
    unnamed = _official(name)
    if unnamed and (body := reference.actor(name[: unnamed.start()].strip())):  # "Hamas leaders"
        return Party(body.name, body.country, False, mention.start, mention.end)
    land = reference.countries().get(mention.country or "")
    if land and (kind == "government" or (kind == "person" and owned) or unnamed):
        name, kind = land.name, "state"
    return Party(name, mention.country, kind == "person", mention.start, mention.end)


@lru_cache(maxsize=1024)
def _fights(name: str) -> bool:
    """Say whether a name is that of soldiers: "Russian troops"."""
    return _FIGHTING.search(name) is not None


@lru_cache(maxsize=1024)
def _official(name: str) -> re.Match[str] | None:
    """Return the noun that a name of officials ends with: "Hamas leaders"."""
    return _OFFICIAL.search(name)


def parties_after(sentence: Sentence, offset: int) -> list[Party]:
    """Return the list of parties that begins at `offset` ("… with | Russia's Lavrov and a Turkish delegation in …")."""
    found: list[Party] = []
    end, modifier = offset, False
    for mention in sentence.names:
        if mention.start < offset:
            continue
        gap = sentence.text[end - sentence.start : mention.start - sentence.start]
        titled = modifier and _TITLES.fullmatch(gap) and not _barred(gap)
        if len(gap) > _LONGEST_GAP or not (titled or _continues(gap, first=end == offset)):
            break
        after = sentence.text[mention.end - sentence.start : mention.end - sentence.start + 40]
        if found and _SPEAKS_NEXT.match(after) and not re.search(r"\band\s", gap):
            break
        if new := party(mention, sentence):
            _join(sentence, found, new, gap)
        end, modifier = mention.end, mention.adjectival
    return found


def parties_before(sentence: Sentence, offset: int) -> list[Party]:
    """Return the subject that ends at `offset`, before a verb: auxiliaries, adverbs and appositions are passed over."""
    text = sentence.text[: offset - sentence.start]
    names = [mention for mention in sentence.names if mention.end <= offset]
    text = _RELATIVE.sub("", _strip_auxiliaries(text))
    index = _last_subject(names, sentence, text)
    if index is None or (names[index].place and _WENT_TO.search(sentence.before(names[index].start))):
        return []
    found: list[Party] = []
    for position in range(index, -1, -1):
        mention = names[position]
        if position < index:
            following = names[position + 1]
            gap = sentence.text[mention.end - sentence.start : following.start - sentence.start]
            if (
                len(gap) > _LONGEST_GAP
                or _barred(gap)
                or not (_JOINED.search(gap) or gap.strip() == "" or following.adjectival)
            ):
                break
        if new := party(mention, sentence):
            found.insert(0, new)
    return _without_titles(found, sentence)


def clause_subject(sentence: Sentence, offset: int, besides: Iterable[str] = ()) -> list[Party]:
    """Return who the clause before `offset` is about: its first name and those joined to it; else who follows it.

    `besides` are the names that stand at `offset` already. "Peskov said Putin held talks" is about Putin.
    """
    taken = set(besides)
    before: list[Party] = []
    for mention in sentence.names:
        if mention.end > offset:
            break
        found = party(mention, sentence)
        lead = sentence.text[max(0, mention.start - sentence.start - 60) : mention.start - sentence.start]
        if found is None or mention.adjectival or found.name in taken:
            continue
        if before and _NEW_CLAUSE.search(sentence.text[before[-1].end - sentence.start : found.start - sentence.start]):
            before = []
        if before or not _PREPOSED.search(lead) or _OF_TITLE.search(lead):
            before.append(found)
    if before:
        return _joined_to_first(before, sentence)
    if offset - sentence.start > 60:
        return []
    for mention in sentence.names:
        found = party(mention, sentence) if mention.start >= offset and not mention.adjectival else None
        if found and found.name not in taken and found.person:
            gap = sentence.text[offset - sentence.start : found.start - sentence.start]
            return [found] if re.search(r",\s*(?:[\w’'.-]+\s+){0,6}$", gap) else []
    return []


def sentence_subject(sentence: Sentence, offset: int, besides: Iterable[str] = ()) -> list[Party]:
    """Return the person that a sentence begins with, for a clause that names nobody ("… after hosting Zelensky")."""
    for mention in sentence.names:
        found = party(mention, sentence) if mention.end <= offset and not mention.adjectival else None
        if found and found.person and found.name not in set(besides):
            return [] if _PREPOSED.search(sentence.before(mention.start)) else [found]
    return []


def _joined_to_first(parties: list[Party], sentence: Sentence) -> list[Party]:
    """Return the first party and those that "and" joins to it."""
    joined = parties[:1]
    for one in parties[1:]:
        gap = sentence.text[joined[-1].end - sentence.start : one.start - sentence.start]
        if _barred(gap) or not re.match(r"^\s*(?:,|and\b)", gap):
            break
        joined.append(one)
    return joined


def pronoun_before(sentence: Sentence, offset: int) -> str | None:
    """Return "i", "he", "she" or "they" where that is the subject before `offset`; "the two leaders" are "they"."""
    text = _strip_auxiliaries(sentence.text[: offset - sentence.start])
    if match := _SINGULAR_PRONOUN.search(text):
        return match["pronoun"].lower()
    return "they" if _PLURAL_PRONOUN.search(text) else None


def staff_before(sentence: Sentence, offset: int) -> str | None:
    """Return the pronoun of whose people are the subject before `offset`: "he" for "his officials", else None."""
    match = _STAFF.search(_strip_auxiliaries(sentence.text[: offset - sentence.start]))
    return None if match is None else {"his": "he", "her": "she"}[match["whose"].lower()]


def state_of(chief: Party | None) -> Party | None:
    """Return the state of a person, as a party that others speak for."""
    land = reference.countries().get((chief.country if chief else None) or "")
    return Party(land.name, land.iso2, False, chief.start, chief.end) if land and chief else None


class Antecedents:
    """The persons and states named so far in a post, for pronouns; fed sentence by sentence."""

    def __init__(self, voices: Sequence[Voice] = ()) -> None:
        self._voices = [voice for voice in voices if voice.direct and voice.speaker]
        self._post: int | None = None
        self._unread: list[Sentence] = []
        self._named: list[tuple[int, NameMention, Party]] = []
        self._states: Counter[str] = Counter()

    def read(self, sentence: Sentence) -> None:
        """Take in the names of the next sentence."""
        if sentence.post != self._post:
            self._post, self._unread, self._named = sentence.post, [], []
        self._unread.append(sentence)
        for mention in sentence.names:
            if mention.country and mention.actor_kind != "media":
                self._states[mention.country] += 1

    def _last_named(self) -> list[tuple[int, NameMention, Party]]:
        """Return the last names of the post with the number of their sentence; they are read when a pronoun asks."""
        for sentence in self._unread:
            for mention in sentence.names:
                if not mention.adjectival and (found := party(mention, sentence)):
                    self._named.append((sentence.index, mention, found))
        self._unread = []
        del self._named[:-40]
        return self._named

    def main_pair(self) -> tuple[Party, ...]:
        """Return the two states that the text names most, or nobody where it names fewer or a third as often."""
        ranked = [
            (land, count) for code, count in self._states.most_common(3) if (land := reference.countries().get(code))
        ]
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] == ranked[1][1]):
            return ()
        return tuple(Party(land.name, land.iso2, False, 0, 0) for land, _ in ranked[:2])

    def one(self, pronoun: str, sentence: Sentence, offset: int, besides: Iterable[str] = ()) -> Party | None:
        """Return whom "he" or "she" at `offset` means: the first person of that gender in the nearest sentence."""
        gender, taken = ("m" if pronoun == "he" else "f"), set(besides)
        named = [
            (index, one) for index, mention, one in self._last_named()
            if one.person and one.end <= offset and one.name not in taken and mention.gender in (gender, None)
            and sentence.index - index <= 3
        ]  # fmt: skip
        if not named:
            return None
        nearest = max(index for index, _ in named)
        return next(one for index, one in named if index == nearest)

    def speaker(self, sentence: Sentence, offset: int) -> Party | None:
        """Return whom "I" at `offset` means: who says the quotation that it stands in."""
        index = bisect_right(self._voices, offset, key=lambda voice: voice.start) - 1
        if index < 0 or self._voices[index].end <= offset:
            return None
        name = self._voices[index].speaker
        known = [one for _, _, one in self._last_named() if one.name == name]
        return known[-1] if known else None

    def two(self, sentence: Sentence, offset: int, persons: bool = True) -> list[Party]:
        """Return whom "they" or "the two leaders" at `offset` means: the last two persons (or states) named."""
        found: list[Party] = []
        leaders = _LEADERS.search(sentence.text[max(0, offset - sentence.start - 30) : offset - sentence.start + 60])
        for index, _, one in reversed(self._last_named()):
            far = sentence.index - index > 3 and not (leaders and found)
            if one.end > offset or far or (leaders and not _leads(one)):
                continue
            if one.person == persons and one.name not in {other.name for other in found}:
                found.append(one)
            if len(found) == 2:
                return found[::-1]
        return []


def _leads(one: Party) -> bool:
    """Say whether a person heads a state or its government, or is not known to hold any office."""
    offices = {office for office, _ in reference.offices_of(one.name)}
    return not offices or bool(
        offices & {"president", "prime minister", "chancellor", "king", "monarch", "supreme leader"}
    )


def _continues(gap: str, first: bool) -> bool:
    """Say whether a list of names goes on over these words."""
    if any(mark in gap for mark in ';:“”"—(') or (_barred(gap) and not _OF_TITLE.search(gap)):
        return False
    if first:
        return _OPENING.match(gap) is not None
    return (
        gap.strip(" -–") == ""
        or _JOIN.match(gap) is not None
        or _JOINED.search(gap) is not None
        or _OF_TITLE.search(gap) is not None
    )


def _barred(gap: str) -> bool:
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
    apposed = re.match(r"^\s*(?:[\w’'.-]+\s+){0,5}$", gap) and not re.search(r"\b(?:and|or|with|of|from|to)\s", gap)
    by_office = bool(found) and found[-1].person and not _names(sentence, found[-1]) and gap.strip() == ","
    if found and new.person and (by_office or (apposed and "," not in gap and gap != "-")):
        found[-1] = new
    else:
        found.append(new)


def _without_titles(found: Sequence[Party], sentence: Sentence) -> list[Party]:
    """Drop the state that only says whose officer the person after it is, and repeats."""
    kept: list[Party] = []
    for one in found:
        if kept:
            gap = sentence.text[kept[-1].end - sentence.start : one.start - sentence.start]
            if one.person and not kept[-1].person and not re.search(r",|\band\b|\bof\b|\bfrom\b|-$|–$", gap):
                kept.pop()
        if all(one.name != other.name for other in kept):
            kept.append(one)
    return kept


def _strip_auxiliaries(text: str) -> str:
    tail = text[-120:]
    match = _AUXILIARY.search(tail)
    return text[: len(text) - len(tail) + match.start()].rstrip() + " " if match else text


def _last_subject(names: Sequence[NameMention], sentence: Sentence, text: str) -> int | None:
    """Return the index of the last name of the subject that `text` ends with."""
    stripped = text.rstrip()
    if stripped.endswith(","):  # an apposition: "Sikorski, Poland's foreign minister, met"
        opening = stripped[:-1].rfind(",", max(0, len(stripped) - 160))
        for index in range(len(names) - 1, -1, -1):
            if names[index].end - sentence.start == opening:
                return index
        stripped = stripped[:-1]
    if not names:
        return None
    gap = stripped[names[-1].end - sentence.start :]
    if names[-1].end - sentence.start > len(stripped) or len(gap) > 70 or gap.startswith(("’s", "'s")):
        return None
    if gap.strip() and not (names[-1].adjectival or _DELEGATES.match(gap) or re.fullmatch(r"\s*\([^)]*\)", gap)):
        return None
    return len(names) - 1 if not _barred(gap) else None
