"""Who can take part in a meeting, a call or talks: which names are somebody, and for whom they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.reading import NameMention, Sentence
from etl.records import RoleName

_KINDS = frozenset({"person", "state", "government", "ministry", "armed_group", "igo", "body"})
DELEGATES = (
    r"(?:official|negotiator|delegation|delegate|envoy|team|side|representative|leader|diplomat|minister|mediator|"
    r"counterpart|authoritie|government|president|premier|teams|ambassador|chief|partner|allie|presidencie|general|"
    r"lawmaker|dgmo|head|adviser|advisor|expert|colleague|secretarie|chancellor|intermediarie|monarch|king)s?"
)
OFFICIALS_NEXT = Caseless(rf"^[\s,-]*(?:[\w’'-]+\s+){{0,4}}?(?:and\s+[\w’'-]+\s+)?{DELEGATES}\b")
_FIGHTING = re.compile(
    r"\b(?:commanders?|soldiers?|troops|fighters?|forces|officers?|servicemen|personnel|army|military)$"
)
_MEMBERS_NEXT = Caseless(
    r"^\s+(?:(?:foreign|defen[cs]e|finance|prime|interior|energy)\s+)?(?:leaders|ministers|members|nations|countries|states|diplomats|allies)\b"
)
_OF_MEMBERS = Caseless(r"\b(?:leaders|ministers|members|diplomats|ambassadors|chiefs)\s+(?:of|from)\s+(?:the\s+)?$")
_NAME_OF_BODY = re.compile(  # "Ukraine Defense Contact Group"
    r"^\s+(?:[A-Z][\w-]+\s+){0,3}(?:Group|Conference|Council|Forum|Movement|Foundation|Commission|Fund|Summit|Committee|Agency|"
    r"Institute|Initiative|Coalition|Platform)\b"
)
_TALKS_BETWEEN = Caseless(r"\b(?:talks|negotiations|discussions)\b[^.;:]{0,40}\b(?:between|with)\b[^.;:]{0,70}$")
_OF_ITS_BODY = re.compile(
    r"^\s+(?:[a-z]+\s+){0,2}(?:watchdog|agency|mission|body|fund|programme)\b"
)  # "head of the UN …"
_SPOKE = re.compile(r"^\s+(?:spoke|met|sat|sent|took|began|struck|won)\b")  # "the UK spoke": no adjective
_HYPHENS = frozenset("-–")
_OFFICIAL = Caseless(rf"\b{DELEGATES}$")


class Party(NamedTuple):
    """Somebody who takes part, and where the text names them; start and end are offsets of the article."""

    name: str
    country: str | None
    person: bool
    start: int
    end: int
    role: RoleName = "participant"
    members: bool = (
        False  # a body named for its members: "NATO leaders", "the G7 foreign ministers", "European leaders"
    )

    @property
    def is_state(self) -> bool:
        """Whether it is a state, which needs another to meet."""
        land = reference.countries().get(self.country or "")
        return land is not None and land.name == self.name

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
    if name is None or (kind is not None and kind not in _KINDS and kind != "armed_force"):
        return None
    if (kind == "armed_force" or _fights(name)) and not _negotiates(mention, sentence):
        return None
    if mention.reads_as == "place" and mention.place and mention.place.precision != "country":
        return None
    rest = sentence.text[mention.end - sentence.start : mention.end - sentence.start + 80]
    hyphened = rest[:1] in _HYPHENS or sentence.before(mention.start, 1) in _HYPHENS  # "the Russia-Ukraine war"
    if kind != "person" and (hyphened or (kind == "state" and _NAME_OF_BODY.match(rest))):
        return None  # "the Russia-Ukraine war"
    if kind == "person" and _OF_ITS_BODY.match(rest):
        return None
    owned = (mention.adjectival and not _SPOKE.match(rest)) or rest.startswith(("’s", "'s"))
    if owned and not OFFICIALS_NEXT.match(re.sub(r"^[’']s", "", rest)):
        return None
    unnamed = _official(name)
    if unnamed and (body := reference.actor(name[: unnamed.start()].strip())):  # "Hamas leaders"
        if body.kind == "government" and (land := reference.countries().get(body.country or "")):
            return Party(land.name, land.iso2, False, mention.start, mention.end)
        return Party(body.name, body.country, False, mention.start, mention.end, members=body.country is None)
    if unnamed and mention.country is None and name[0].islower():  # "security officials" are nobody's
        return None
    land = reference.countries().get(mention.country or "")
    if land and (kind == "government" or (kind == "person" and owned) or unnamed):
        name, kind = land.name, "state"
    members = bool(unnamed) or (kind == "igo" and _OF_MEMBERS.search(sentence.before(mention.start)) is not None)
    members = members or (kind == "igo" and _MEMBERS_NEXT.match(rest) is not None)
    return Party(
        name,
        mention.country,
        kind == "person",
        mention.start,
        mention.end,
        members=members and name != (land and land.name),
    )


def _negotiates(mention: NameMention, sentence: Sentence) -> bool:
    """Say whether an army is a side of talks: "talks between the Sudanese army and the Rapid Support Forces"."""
    return _TALKS_BETWEEN.search(sentence.before(mention.start, 130)) is not None


@lru_cache(maxsize=1024)
def _fights(name: str) -> bool:
    """Say whether a name is that of soldiers: "Russian troops"."""
    return _FIGHTING.search(name) is not None


@lru_cache(maxsize=1024)
def _official(name: str) -> re.Match[str] | None:
    """Return the noun that a name of officials ends with: "Hamas leaders"."""
    return _OFFICIAL.search(name)


def as_named(mention: NameMention) -> Party:
    """Return a mention as a party, adjective or not: both of "US-Russia talks" take part."""
    name = mention.actor or (mention.place.name if mention.place else mention.text)
    return Party(name, mention.country, mention.actor_kind == "person", mention.start, mention.end)


def state_of(chief: Party | None) -> Party | None:
    """Return the state of a person, as a party that others speak for."""
    land = reference.countries().get((chief.country if chief else None) or "")
    return Party(land.name, land.iso2, False, chief.start, chief.end) if land and chief else None


def heads_a_state(one: Party) -> bool:
    """Say whether a person heads a state or its government, or is not known to hold any office."""
    offices = {office for office, _ in reference.offices_of(one.name)}
    return not offices or bool(
        offices & {"president", "prime minister", "chancellor", "king", "monarch", "supreme leader"}
    )
