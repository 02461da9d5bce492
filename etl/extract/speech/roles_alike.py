"""Which roles may stand for one another, and which for nobody whom the article names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from etl import reference
from etl.extract import vocabulary
from etl.extract.speech.bearers import Bearer
from etl.extract.speech.subject import Subject

FOR = re.compile(r"\s(?:for|of|from|at)\s(?:the\s)?")  # "a spokesman for the ministry"


@dataclass(frozen=True, slots=True)
class RolesAlike:
    """Which nouns may stand for whom; vocabulary/roles_alike.toml says it of each list."""

    same_office: tuple[frozenset[str], ...]
    anybody: frozenset[str]
    any_body: frozenset[str]
    any_state: frozenset[str]
    offices: frozenset[str]
    rebels: frozenset[str]
    posts: frozenset[str]
    delegates: frozenset[str]
    premises: frozenset[str]
    of_place: frozenset[str]
    local: frozenset[str]
    in_names: Mapping[str, tuple[str, ...]]
    such_bodies: Mapping[str, tuple[str, ...]]


@cache
def roles_alike() -> RolesAlike:
    """Return the lists of vocabulary/roles_alike.toml."""
    return vocabulary.load("roles_alike", RolesAlike)


def is_unnamed(subject: Subject) -> bool:
    """Whether a role tells no more than that it was somebody: "a White House official", "his neighbour"."""
    if speaks_for(subject):
        return False
    return not subject.definite or subject.noun not in roles_alike().offices


def speaks_for(subject: Subject) -> bool:
    """Whether a role is that of a body's spokesman."""
    return subject.noun.startswith("spokes") and FOR.search(subject.words) is not None


def is_armed_group(bearer: Bearer) -> bool:
    """Whether it is an armed group of the reference data."""
    actor = reference.actors().get(bearer.name)
    return actor is not None and actor.kind == "armed_group"


def may_be_called(bearer: Bearer, noun: str, modifiers: Set[str]) -> bool:
    """Whether a body may be spoken of by a noun for any body: "the medical group" only of doctors or the like."""
    name = bearer.name.lower()
    kinds = [parts for word, parts in roles_alike().such_bodies.items() if word == noun or word in modifiers]
    if kinds:
        return any(part in name for parts in kinds for part in parts)
    return 2 * sum(word[:5] in name for word in modifiers) >= len(modifiers)
