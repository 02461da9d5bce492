"""The nouns that stand for somebody who can speak: an official, a ministry, a report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from etl.extract import vocabulary

NounKind = Literal["person", "people", "body", "document"]


@dataclass(frozen=True, slots=True)
class SpeakerNouns:
    """Lower-case nouns by what they stand for; vocabulary/speaker_nouns.toml says it of each list."""

    person: frozenset[str]
    people: frozenset[str]
    body: frozenset[str]
    document: frozenset[str]
    contained: frozenset[str]
    media: frozenset[str]


@cache
def speaker_nouns() -> SpeakerNouns:
    """Return the nouns of vocabulary/speaker_nouns.toml."""
    return vocabulary.load("speaker_nouns", SpeakerNouns)


@cache
def _kinds() -> dict[str, NounKind]:
    nouns = speaker_nouns()
    kinds: dict[str, NounKind] = dict.fromkeys(nouns.document, "document")
    kinds |= dict.fromkeys(nouns.body, "body")
    kinds |= dict.fromkeys(nouns.people, "people")
    return kinds | dict.fromkeys(nouns.person, "person")


def noun_kind(noun: str) -> NounKind | None:
    """Return what a lower-case noun stands for, in the singular or the plural; None for one that cannot speak.

    >>> noun_kind("governors"), noun_kind("ministry"), noun_kind("bridge")
    ('people', 'body', None)
    """
    kinds = _kinds()
    if noun in kinds:
        return kinds[noun]
    if noun.endswith("s"):
        singular = kinds.get(noun[:-1])
        return "people" if singular == "person" else singular
    return "person" if noun.endswith("-year-old") else None
