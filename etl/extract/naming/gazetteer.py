"""All names and role nouns of the reference data in one automaton, and what each may mean.

One spelling may mean several things: “Kyiv” a government and a city, “Jordan” a state and a name. The automaton answers
with all of them; `names` and what it calls decide from the context.
"""

from __future__ import annotations

import atexit
import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import ahocorasick

from etl import reference
from etl.extract.naming.spellings import SKY, endings, person_spellings, spelt_plainly
from etl.extract.reading import Place
from etl.reference import Actor

REGION_NOUNS = (
    "Oblast",
    "oblast",
    "Region",
    "region",
    "Province",
    "province",
    "Krai",
    "krai",
    "Territory",
    "territory",
)
RAION_NOUNS = ("district", "District", "raion", "Raion")

SMALLEST_DIVIDED = 40_000  # people: a city that news tells by its districts

PLAIN = tuple(zip("’‘ʼ`\u00a0\n\t\u202f‑", "''''    -", strict=True))  # one apostrophe, space, hyphen; lengths are kept

GLUED = re.compile(r"(?:as|last|said|says|has|had|and|in|on|to|for|with|was|is|will|at|of|who|also|told|from|the)\b")


@dataclass(slots=True)
class Meaning:
    """What a spelling may mean.

    `actor` is a body, a state, or what an adjective or a metonym of a state stands for. `people` are the bearers of a
    full name, or of a `surname`. `places` are the candidates for a place; a `weak` one needs words around that say so.
    `regional` marks the adjective of a region (“Sumy regional”), which is no place by itself.
    """

    actor: Actor | None = None
    adjective: bool = False
    people: tuple[Actor, ...] = ()
    surname: bool = False
    places: tuple[Place, ...] = ()
    weak: bool = False
    regional: bool = False
    offices: tuple[str, ...] = ()
    body: str | None = None
    group: bool = False
    noun: str = ""

    @property
    def is_role(self) -> bool:
        """Whether it is a noun that needs a whole to mean somebody."""
        return bool(self.offices or self.body or self.group)


class Hit(NamedTuple):
    """A spelling at start..end of the text, with what it may mean."""

    start: int
    end: int
    meaning: Meaning


def normalised(text: str) -> str:
    """Return the text with one apostrophe, one hyphen and one space for all their kinds; the length is kept."""
    for written, plain in PLAIN:  # ten scans of the text take a twentieth of the time of str.translate
        text = text.replace(written, plain)
    return text


def hits(text: str, start: int, end: int) -> list[Hit]:
    """Return the longest spellings in text[start:end] that are whole words, in order, not overlapping.

    A full name may have the next word glued to it, as happens where a page loses a link's blanks: “Vladimir Putinlast”.
    """
    found: list[Hit] = []
    size = len(text)
    if start >= end:
        return found
    for last, (length, meaning) in automaton().iter_long(text, start, end):
        first, after = last - length + 1, last + 1
        if first and text[first - 1].isalnum():
            continue
        if after == size or not text[after].isalnum() or (meaning.people and _is_glued(text, first, after)):
            found.append(Hit(first, after, meaning))
        elif (shorter := _shorter(text, first, after)) is not None:
            found.append(shorter)
    return found


def _shorter(text: str, first: int, after: int) -> Hit | None:
    """Return the spelling that is left where the longest ends within a word: “Odesa” of “Odesa regions”."""
    while (after := text.rfind(" ", first, after)) > first:
        known = automaton().get(text[first:after], None)
        if known is not None:
            return Hit(first, after, known[1])
    return None


def _is_glued(text: str, first: int, after: int) -> bool:
    return " " in text[first:after] and GLUED.match(text, after) is not None


@cache
def automaton() -> ahocorasick.Automaton:
    """Return the automaton of all spellings; its values are (length, Meaning)."""
    built = ahocorasick.Automaton()
    with _uncollected():
        # in this order, for the automaton looks through the letters that can follow in the order in which they came
        for spelling, meaning in sorted(_meanings().items(), key=lambda item: (item[0][0].isupper(), item[0])):
            built.add_word(spelling, (len(spelling), meaning))
        built.make_automaton()
    return built


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking 100,000 objects again and again that live as long as the process."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
        atexit.register(gc.unfreeze)  # what is still frozen at exit is never freed, and DuckDB complains of that
    finally:
        if was_enabled:
            gc.enable()


def _meanings() -> dict[str, Meaning]:
    """Return what every spelling may mean. The order matters: sites stand above settlements of the same name."""
    meanings: dict[str, Meaning] = {}
    _add_settlements(meanings)
    _add_sites(meanings)
    _add_regions(meanings)
    _add_raions(meanings)
    _add_districts(meanings)
    _add_countries(meanings)
    _add_bodies(meanings)
    _add_people(meanings)
    _add_roles(meanings)
    return meanings


def _add_settlements(meanings: dict[str, Meaning]) -> None:
    for place, aliases in reference.settlements():
        for spelling in (place.name, *aliases):
            meaning = meanings.get(spelling)
            if meaning is None:
                meanings[spelling] = Meaning(places=(place,))
            elif place not in meaning.places:
                meaning.places = (*meaning.places, place)
        if place.population > (50_000 if place.country in ("UA", "RU") else 500_000):
            meanings.setdefault(place.name.upper(), Meaning(places=(place,)))
    words = (reference.folder() / "not_places.txt").read_text(encoding="utf-8").splitlines()
    for word in (*(word for word in words if not word.startswith("#")), *reference.given_names()):
        if word in meanings:
            meanings[word].weak = True


def _add_sites(meanings: dict[str, Meaning]) -> None:
    for site in reference.sites():
        place = reference.site_place(site)
        for spelling in (site.name, *site.aliases):
            meanings[spelling] = Meaning(places=(place,) if place else ())


def _add_regions(meanings: dict[str, Meaning]) -> None:
    for region in reference.regions().values():
        place = reference.region_place(region.name)
        meanings[region.name] = Meaning(places=(place,))
        for core in filter(None, (region.core, *region.aliases)):
            known = meanings.setdefault(core, Meaning(places=(place,)))
            if (
                core == region.core
                and region.country == "UA"
                and known.places
                and not any(town.name == core for town in known.places)
            ):
                meanings[core] = Meaning(places=(place,))  # Dnipropetrovsk is no town any more
            for noun in REGION_NOUNS:
                meanings[f"{core} {noun}"] = Meaning(places=(place,))
            for noun in ("region", "oblast", "province"):
                meanings[f"{noun} of {core}"] = Meaning(places=(place,))
            meanings[f"{core} regional"] = meanings[f"{core} Regional"] = Meaning(places=(place,), regional=True)
        for adjective in region.adjectives:
            for noun in REGION_NOUNS:
                meanings[f"{adjective} {noun}"] = Meaning(places=(place,))
            meanings.setdefault(adjective, Meaning(places=(place,), regional=True))


def _add_raions(meanings: dict[str, Meaning]) -> None:
    for place, raion in reference.raions():
        for core in (raion.seat, *raion.adjectives):
            for noun in RAION_NOUNS:
                meanings[f"{core} {noun}"] = Meaning(places=(place,))


def _add_districts(meanings: dict[str, Meaning]) -> None:
    """Add the parts of cities, each as its city: beside what else the name may mean, which the article settles."""
    cities = {
        (place.name, place.country): place
        for place, _ in reference.settlements()
        if place.population > SMALLEST_DIVIDED
    }
    cities |= {
        (place.name, place.country): place
        for place in map(reference.site_place, reference.sites())
        if place is not None and place.precision == "settlement"
    }
    for district in reference.districts():
        city = cities[district.city, district.country]
        for name in (district.name, *district.aliases):
            for spelling in _district_spellings(name):
                known = meanings.setdefault(spelling, Meaning())
                if city not in known.places:
                    known.places = (*known.places, city)
                known.weak = False


def _district_spellings(name: str) -> Iterator[str]:
    """Yield how a part of a city is written: an adjective as all transliterations have it, with its noun and bare."""
    yield name
    if SKY.search(name):
        for adjective in endings(name):
            for noun in RAION_NOUNS:
                yield f"{adjective} {noun}"


def _add_countries(meanings: dict[str, Meaning]) -> None:
    for land in reference.countries().values():
        state = reference.actors()[land.name]
        place = reference.country_place(land.iso2)
        for spelling in (land.name, *land.aliases):
            for cased in {spelling, spelling.upper() if len(spelling) > 3 else spelling}:
                meanings[cased] = Meaning(actor=state, places=(place,))
        for spelling in land.adjectives:
            for cased in {spelling, spelling.upper() if len(spelling) > 3 else spelling}:
                known = meanings.setdefault(cased, Meaning(actor=state))
                known.adjective = not known.places
        for spelling in land.people:
            meanings.setdefault(spelling, Meaning(actor=state))
        for spelling in land.metonyms:
            known = meanings.setdefault(spelling, Meaning())
            known.actor, known.weak = state, False
            meanings[spelling.upper()] = known


def _add_bodies(meanings: dict[str, Meaning]) -> None:
    for body in reference.actors().values():
        if body.kind in ("state", "person"):
            continue
        for spelling in _spellings(body):
            meaning = meanings.setdefault(spelling, Meaning())
            meaning.actor, meaning.weak = body, False


def _add_people(meanings: dict[str, Meaning]) -> None:
    for person in reference.actors().values():
        if person.kind != "person":
            continue
        for spelling in set(person_spellings(person)):
            _add_bearer(meanings, spelling, person, surname=" " not in spelling)
            if person.rank == 1:
                _add_bearer(meanings, spelling.upper(), person, surname=" " not in spelling)


def _add_bearer(meanings: dict[str, Meaning], spelling: str, person: Actor, *, surname: bool) -> None:
    meaning = meanings.setdefault(spelling, Meaning(surname=surname))
    meaning.surname = meaning.surname or (surname and not meaning.people)
    meaning.people = (*meaning.people, person)
    if surname and meaning.actor is None:
        meaning.weak = True


def _spellings(actor: Actor) -> Iterator[str]:
    for spelling in (actor.name, *actor.aliases):
        yield spelling
        yield spelt_plainly(spelling)


def _add_roles(meanings: dict[str, Meaning]) -> None:
    roles = reference.roles()
    for key, office in roles.offices.items():
        for spelling, noun in _cased(office.nouns):
            known = meanings.setdefault(spelling, Meaning(noun=noun))
            known.offices = (*known.offices, key)
    for key, body in roles.bodies.items():
        for spelling, noun in _cased(body.nouns):
            known = meanings.setdefault(spelling, Meaning(noun=noun))
            known.body, known.noun = key, noun
    for spelling, noun in _cased(roles.groups.nouns):
        meanings.setdefault(spelling, Meaning(noun=noun)).group = True
        for adjective in roles.groups.adjectives:
            for first in (adjective, adjective[0].upper() + adjective[1:]):
                meanings[f"{first} {spelling}"] = Meaning(actor=Actor(f"{adjective} {noun}", "body"))


def _cased(nouns: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each noun in lower case, with its first letter, and with all first letters in upper case."""
    for noun in nouns:
        titled = re.sub(r"\b(?!(?:of|for|the|to|and|in|s)\b)[a-z]", lambda letter: letter[0].upper(), noun)
        for spelling in dict.fromkeys((noun, noun[0].upper() + noun[1:], titled)):
            yield spelling, noun
