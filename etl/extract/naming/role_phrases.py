"""Phrases that name somebody by an office or as a body of something: “Russia's defence ministry”, “the Sumy governor”.

A phrase is a whole (a state, body, region, city or person) and a noun of roles.toml, in either order. Offices are
filled by who held them on the day of the article; where that is not known the phrase itself is the name: “Chernihiv
regional governor”.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from etl import reference
from etl.extract.naming.gazetteer import Hit
from etl.extract.naming.persons import People
from etl.extract.reading import ActorKind, Place
from etl.reference import Actor

ADVERBS = r"(?:(?:own|top|chief|acting|new|newly\sappointed|first|current|powerful|federal|interim|transitional)\s)?"
BEFORE_NOUN = re.compile(rf"(?:'s?)?\s{ADVERBS}")
OF = re.compile(r"\s(?:of|for)\s(?:the\s)?")
OF_ANOTHER = re.compile(r"\s[a-z]+\s(?:ministry|minister|department)\b")  # spokesman for the Houthi health minister
PAST = re.compile(
    r"\b(?:former|ex|then|late|ousted|exiled|deposed|past|previous|deputy|vice|assistant|future)[\s-]$", re.IGNORECASE
)
AMBIGUOUS = frozenset({"head", "chief", "boss", "leader"})  # of a place only after its adjective or body


@dataclass(frozen=True, slots=True)
class Phrase:
    """Whom a phrase at start..end means: an actor of the reference data, or the role as written."""

    start: int
    end: int
    name: str
    kind: ActorKind
    country: str | None
    actor: Actor | None = None
    place: Place | None = None  # the region of a regional body


@dataclass(frozen=True, slots=True)
class Whole:
    """What an office or body is of: how offices.csv calls it, by scope, and how it is written before a noun."""

    keys: Mapping[str, str]
    country: str | None
    written: str
    place: Place | None = None
    regional: bool = False  # the adjective of a region: “Sumy regional”


def whole(hit: Hit, text: str) -> Whole | None:
    """Return what a name may be the whole of, or None."""
    meaning, actor = hit.meaning, hit.meaning.actor
    written = text[hit.start : hit.end]
    place = max(meaning.places, key=lambda one: (one.country == "UA", one.population), default=None)
    keys = _place_keys(place) if place is not None else {}
    country = place.country if place is not None else None
    if actor is not None:
        country = actor.country
        if actor.kind == "state" and country:
            keys["state"] = country
            written = (*reference.countries()[country].adjectives, actor.name)[0]
        else:
            keys["body"] = actor.name
            if "city" in keys:
                keys.pop("region", None)
            if actor.kind in ("armed_group", "government"):  # they have spokesmen and chiefs of what states have
                keys["state"] = actor.name
    elif meaning.people:
        person = min(meaning.people, key=lambda one: one.rank)
        keys["person"], country = person.name, person.country
    return Whole(keys, country, written, place, meaning.regional) if keys else None


def _place_keys(place: Place) -> dict[str, str]:
    if place.precision == "region":
        return {"region": place.name}
    if place.precision != "settlement":
        return {}
    region = reference.region_called(place.name)
    return {"city": place.name} | ({"region": region} if region else {})


def read(text: str, owner: Hit, noun: Hit, day: dt.date | None, people: People) -> Phrase | None:
    """Read an owner and the noun that follows it, or that it follows with “of”, as whom they mean together."""
    if not noun.meaning.is_role or text.startswith("-", noun.end):
        return None
    joined = (
        BEFORE_NOUN.fullmatch(text, owner.end, noun.start)
        if owner.start < noun.start
        else OF.fullmatch(text, noun.end, owner.start)
    )
    of = whole(owner, text) if joined else None
    if of is None or (owner.start > noun.start and OF_ANOTHER.match(text, owner.end)):
        return None
    start, end = min(owner.start, noun.start), max(owner.end, noun.end)
    past = PAST.search(text[max(0, start - 10) : start]) is not None
    return (
        (None if past else _in_office(start, end, of, noun, day, people))
        or _body(start, end, of, noun)
        or _as_written(start, end, of, noun, past=past)
    )


def may_be(phrase: Phrase, person: Actor) -> bool:
    """Tell whether a phrase may mean a person: who holds the office is not known, or the person does or once did."""
    if phrase.actor is None or phrase.actor == person:
        return True
    return not _offices_of(person.name).isdisjoint(_offices_of(phrase.actor.name))


def _offices_of(person: str) -> frozenset[tuple[str, str]]:
    return _offices_by_holder().get(person, frozenset())


@cache
def _offices_by_holder() -> dict[str, frozenset[tuple[str, str]]]:
    """Return the offices that each person holds or ever held, as (office, of what)."""
    found: dict[str, set[tuple[str, str]]] = {}
    for office, held in reference.terms().items():
        for term in held:
            found.setdefault(term.holder, set()).add(office)
    return {person: frozenset(offices) for person, offices in found.items()}


def _in_office(start: int, end: int, of: Whole, noun: Hit, day: dt.date | None, people: People) -> Phrase | None:
    """Return the person who held the office on this day; without a day, whom of its holders the article names."""
    offices = reference.roles().offices
    for office in _fitting(noun, of):
        key = of.keys.get("person") or of.keys[offices[office].scope]
        holder = reference.office_holder(office, key, day)
        if holder is None and day is None:
            held = {term.holder for term in reference.terms().get((office, key), ())}
            named = [name for name in held if people.was_named(reference.actors()[name])]
            holder = named[0] if len(named) == 1 else None
        if holder is not None:
            person = reference.actors()[holder]
            return Phrase(start, end, holder, "person", person.country, person)
    return None


def _fitting(noun: Hit, of: Whole) -> Sequence[str]:
    """Return the offices of a noun that the whole may have, those of the city before those of its region."""
    offices = reference.roles().offices
    word, state = noun.meaning.noun, of.keys.get("state")
    if "person" in of.keys:
        return noun.meaning.offices
    fitting = [key for key in noun.meaning.offices if offices[key].scope in of.keys]
    if word == "leader" and state is not None:
        fitting = [key for key in fitting if offices[key].scope != "state" or state in offices[key].leads]
    if word in AMBIGUOUS and "body" not in of.keys and not of.regional:
        fitting = [key for key in fitting if offices[key].scope not in ("region", "city")]
    return sorted(fitting, key=lambda key: (offices[key].scope == "region") != of.regional)


def _body(start: int, end: int, of: Whole, noun: Hit) -> Phrase | None:
    """Name a body of a state or region: as bodies.csv has it, else by the pattern of roles.toml."""
    key, country = noun.meaning.body, of.country
    if key is None or country is None:
        return None
    pattern = reference.roles().bodies[key]
    if of.regional and of.place is not None:
        core = reference.regions()[of.place.name].core
        name = pattern.name.format(core=core) if pattern.scope == "region" else f"{core} regional {noun.meaning.noun}"
        return Phrase(start, end, name, pattern.kind, country, Actor(name, pattern.kind, country), of.place)
    if pattern.scope == "city" and of.place is not None and "city" in of.keys:
        name = pattern.name.format(core=of.place.name, noun=noun.meaning.noun)
        administration = reference.actors().get(name) or Actor(name, pattern.kind, country)
        return Phrase(start, end, name, pattern.kind, country, administration, of.place)
    if pattern.scope != "state" or of.keys.get("state") != country:
        return None
    if pattern.local and "city" in of.keys:
        name = f"{of.keys['city']} {noun.meaning.noun}"
        return Phrase(start, end, name, pattern.kind, country, Actor(name, pattern.kind, country))
    known = reference.bodies().get((country, key))
    name = known or pattern.name.format(adjective=of.written, state=reference.countries()[country].name)
    body = reference.actors().get(name) or Actor(name, pattern.kind, country)
    return Phrase(start, end, body.name, body.kind, country, body)


def _as_written(start: int, end: int, of: Whole, noun: Hit, *, past: bool) -> Phrase | None:
    """Keep a role whose holder is not known as the name: “Chernihiv regional governor”, “US officials”."""
    group = noun.meaning.group and not {"state", "region", "city"}.isdisjoint(of.keys)
    scopes = {reference.roles().offices[key].scope for key in _fitting(noun, of)}
    if not group and (not scopes or ("person" in of.keys and "person" not in scopes)):
        return None
    name = f"{'former ' if past else ''}{of.written} {noun.meaning.noun}"
    return Phrase(start, end, name, "body" if group else "person", of.country)
