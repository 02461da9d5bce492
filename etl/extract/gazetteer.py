"""All names and role nouns of the reference data in one automaton, and what each may mean.

One spelling may mean several things: “Kyiv” a government and a city, “Georgia” a state, “Jordan” a state and a name.
The automaton answers with all of them; `names` decides from the context.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import ahocorasick

from etl import reference
from etl.extract.reading import Place
from etl.reference import Actor

REGION_NOUNS = ("Oblast", "oblast", "Region", "region", "province", "Province", "Krai", "krai")
ONE_FOR_ONE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00a0": " ", "\n": " ", "\t": " ", "\u202f": " ",
                             "‑": "-"})  # fmt: skip


@dataclass(slots=True)
class Meaning:
    """What a spelling may mean.

    `actor` is a body, a state or, for a metonym, its state; `adjective` says that the spelling is the state's adjective.
    `people` are the bearers of a full name, or of a `surname`. `places` are the candidates for a place; `weak` places
    need a word like “in” or “village of” before them. `regional` marks the adjective of a region (“Sumy regional”).
    """

    actor: Actor | None = None
    adjective: bool = False
    metonym: bool = False
    people: tuple[Actor, ...] = ()
    surname: bool = False
    places: tuple[Place, ...] = ()
    weak: bool = False
    regional: bool = False
    offices: tuple[str, ...] = ()
    body: str | None = None
    group: bool = False

    @property
    def is_role(self) -> bool:
        """Whether it is a noun that needs a whole to mean somebody."""
        return bool(self.offices or self.body or self.group)


class Hit(NamedTuple):
    """A spelling of the gazetteer at start..end of the text."""

    start: int
    end: int
    meaning: Meaning


def normalised(text: str) -> str:
    """Return the text with one apostrophe, one hyphen and one space for all their kinds; the length is kept."""
    return text.translate(ONE_FOR_ONE)


def hits(text: str, start: int, end: int) -> list[Hit]:
    """Return the longest spellings in text[start:end] that are whole words, in order, not overlapping."""
    found = []
    for last, (length, meaning) in automaton().iter_long(text, start, end):
        first = last - length + 1
        if (first == 0 or not text[first - 1].isalnum()) and (last + 1 == len(text) or not text[last + 1].isalnum()):
            found.append(Hit(first, last + 1, meaning))
    return found


@cache
def automaton() -> ahocorasick.Automaton:
    """Return the automaton of all spellings; its values are (length, Meaning)."""
    meanings: dict[str, Meaning] = {}
    for add in (_add_settlements, _add_regions, _add_countries, _add_actors, _add_roles):
        add(meanings)
    built = ahocorasick.Automaton()
    for spelling, meaning in meanings.items():
        built.add_word(spelling, (len(spelling), meaning))
    built.make_automaton()
    return built


def _add_settlements(meanings: dict[str, Meaning]) -> None:
    for place, spellings in reference.settlements():
        for spelling in (place.name, *spellings):
            meaning = meanings.get(spelling)
            if meaning is None:
                meanings[spelling] = Meaning(places=(place,))
            else:
                meaning.places += (place,)


def _add_regions(meanings: dict[str, Meaning]) -> None:
    for region in reference.regions().values():
        place = Place(region.name, region.country, None, None, None, "region")
        meanings[region.name] = Meaning(places=(place,))
        for core in filter(None, (region.core, *region.aliases)):
            for noun in REGION_NOUNS:
                meanings[f"{core} {noun}"] = Meaning(places=(place,))
            for noun in ("region", "oblast", "province"):
                meanings[f"{noun} of {core}"] = Meaning(places=(place,))
            meanings[f"{core} regional"] = meanings[f"{core} Regional"] = Meaning(places=(place,), regional=True)


def _add_countries(meanings: dict[str, Meaning]) -> None:
    for land in reference.countries().values():
        state = reference.actors()[land.name]
        place = Place(land.name, land.iso2, None, None, None, "country")
        for spelling in (land.name, *land.aliases):
            meanings[spelling] = Meaning(actor=state, places=(place,))
        for spelling in (*land.adjectives, *land.people):
            meanings.setdefault(spelling, Meaning(actor=state, adjective=True)).adjective = True
        for spelling in land.metonyms:
            meaning = meanings.setdefault(spelling, Meaning())
            meaning.actor, meaning.metonym = state, True


def _add_actors(meanings: dict[str, Meaning]) -> None:
    for actor in reference.actors().values():
        if actor.kind == "state":
            continue
        for spelling in spellings(actor):
            meaning = meanings.setdefault(spelling, Meaning())
            if actor.kind == "person":
                meaning.people += (actor,)
            else:
                meaning.actor = actor
        if actor.kind == "person" and " " in actor.name:
            meaning = meanings.setdefault(actor.name.rpartition(" ")[2], Meaning(surname=True))
            if actor not in meaning.people:
                meaning.people += (actor,)
                meaning.surname = True


def spellings(actor: Actor) -> Iterator[str]:
    """Yield the name and aliases of an actor, with and without diacritics."""
    for spelling in (actor.name, *actor.aliases):
        yield spelling
        if not spelling.isascii():
            yield plain(spelling)


def plain(name: str) -> str:
    """Return a name without diacritics."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def _add_roles(meanings: dict[str, Meaning]) -> None:
    roles = reference.roles()
    for key, office in roles.offices.items():
        for spelling in _cased(office.nouns):
            meanings.setdefault(spelling, Meaning()).offices += (key,)
    for key, body in roles.bodies.items():
        for spelling in _cased(body.nouns):
            meanings.setdefault(spelling, Meaning()).body = key
    for spelling in _cased(roles.groups["nouns"]):
        meanings.setdefault(spelling, Meaning()).group = True


def _cased(nouns: Iterable[str]) -> Iterator[str]:
    """Yield each noun in lower case, with its first letter, and with all first letters in upper case."""
    for noun in nouns:
        titled = re.sub(r"\b(?!(?:of|for|the|to|and|in|s)\b)[a-z]", lambda letter: letter[0].upper(), noun)
        yield from dict.fromkeys((noun, noun[0].upper() + noun[1:], titled))
