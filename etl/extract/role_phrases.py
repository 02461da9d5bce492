"""Phrases that name somebody by an office or as a body of something: “Russia's defence ministry”, “the Sumy governor”.

A phrase is a whole (a state, body, region or city) and a noun of roles.toml, in either order. Offices are filled by who
held them on the day of the article; where that is not known the phrase itself is the name, as in “Chernihiv regional
governor”.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl import reference
from etl.extract.gazetteer import Hit
from etl.extract.persons import People
from etl.extract.reading import ActorKind
from etl.reference import Actor

ADVERBS = r"(?:(?:own|top|chief|acting|new|newly\sappointed|first|current|powerful|federal|interim)\s)?"
BEFORE_NOUN = re.compile(rf"(?:'s?)?\s{ADVERBS}")
OF = re.compile(r"\s(?:of|for)\s(?:the\s)?")
PAST = re.compile(
    r"\b(?:former|ex|then|late|ousted|exiled|deposed|past|previous|deputy|vice|assistant|future)[\s-]$", re.I
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Whom a phrase at start..end means: an actor of the reference data, or the role as written."""

    start: int
    end: int
    name: str
    kind: ActorKind
    country: str | None
    actor: Actor | None = None
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """What an office or body is of: how offices.csv calls it, by scope, and how it is written before a noun."""

    keys: dict[str, str]
    country: str | None
    adjective: str
    regional: bool = False


def whole(hit: Hit, text: str) -> Whole | None:
    """Return what a name may be the whole of, or None."""
    meaning = hit.meaning
    keys: dict[str, str] = {}
    country = meaning.actor.country if meaning.actor else None
    written = text[hit.start : hit.end]
    if meaning.actor is not None and meaning.actor.kind == "state" and country:
        keys["state"] = country
        adjectives = reference.countries()[country].adjectives
        written = adjectives[0] if adjectives else meaning.actor.name
    elif meaning.actor is not None:
        keys["body"] = written = meaning.actor.name
    elif meaning.people and not meaning.surname:
        keys["person"] = meaning.people[0].name
        country = meaning.people[0].country
    elif meaning.people:
        best = min(meaning.people, key=lambda person: person.rank)
        keys["person"], country = best.name, best.country
    if meaning.places:
        place = max(meaning.places, key=lambda one: (one.country == "UA", one.population))
        country = country or place.country
        if place.precision == "region":
            keys["region"] = place.name
        elif place.precision == "settlement":
            keys["city"] = place.name
            keys |= {
                "region": region
                for region in (f"{place.name} Oblast", f"{place.name} Krai")
                if region in reference.regions()
            }
    return Whole(keys, country, written, meaning.regional) if keys else None


def read(text: str, owner: Hit, noun: Hit, day: dt.date | None, people: People) -> Phrase | None:
    """Read an owner and the noun that follows it, or that it follows with “of”, as whom they mean together."""
    if not noun.meaning.is_role or text.startswith("-", noun.end):
        return None
    of = whole(owner, text)
    if of is None:
        return None
    if owner.start < noun.start:
        if not BEFORE_NOUN.fullmatch(text, owner.end, noun.start):
            return None
    elif not OF.fullmatch(text, noun.end, owner.start):
        return None
    start, end = min(owner.start, noun.start), max(owner.end, noun.end)
    past = PAST.search(text, max(0, start - 10), start) is not None
    return _meant(start, end, of, noun, None if past else day, people, past=past)


def may_be(phrase: Phrase, person: Actor) -> bool:
    """Tell whether a person may be meant by a phrase: no holder is known, or the person holds or once held the office."""
    if phrase.actor is None or phrase.actor == person:
        return True
    return any(
        person.name in (term.holder for term in held) and phrase.actor.name in (term.holder for term in held)
        for held in reference.terms().values()
    )


def _meant(
    start: int, end: int, of: Whole, noun: Hit, day: dt.date | None, people: People, *, past: bool
) -> Phrase | None:
    for office in _fitting(noun, of):
        key = of.keys.get(reference.roles().offices[office].scope) or of.keys.get("person")
        holder = None if past or key is None else _holder(office, key, day, people)
        if holder is not None:
            return Phrase(start, end, holder.name, "person", holder.country, holder, noun.meaning.noun)
    for office in noun.meaning.offices:
        if "person" in of.keys and (holder := _holder(office, of.keys["person"], day, people)):
            return Phrase(start, end, holder.name, "person", holder.country, holder, noun.meaning.noun)
    body = noun.meaning.body
    if body and "state" in of.keys:
        return _body(start, end, of, body)
    if _fitting(noun, of) or (noun.meaning.group and ("state" in of.keys or "region" in of.keys or "city" in of.keys)):
        prefix = f"{of.adjective} " if not past else f"former {of.adjective} "
        kind: ActorKind = "body" if noun.meaning.group else "person"
        return Phrase(start, end, prefix + noun.meaning.noun, kind, of.country, None, noun.meaning.noun)
    return None


def _fitting(noun: Hit, of: Whole) -> Sequence[str]:
    """Return the offices of a noun that the whole may have; “leader” only where it leads that state."""
    offices = reference.roles().offices
    fitting = [key for key in noun.meaning.offices if offices[key].scope in of.keys]
    if noun.meaning.noun == "leader" and "state" in of.keys:
        return [key for key in fitting if offices[key].scope != "state" or of.keys["state"] in offices[key].leads]
    if noun.meaning.noun in ("head", "chief", "boss", "leader") and "region" in of.keys and "body" not in of.keys:
        return fitting if of.regional else []
    return fitting


def _holder(office: str, of: str, day: dt.date | None, people: People) -> Actor | None:
    holder = reference.office_holder(office, of, day)
    if holder is None and day is None:
        named = [term.holder for term in reference.terms().get((office, of), ())]
        known = {name for name in named if (who := reference.actor(name)) and people.was_named(who)}
        holder = known.pop() if len(known) == 1 else None
    return reference.actor(holder) if holder else None


def _body(start: int, end: int, of: Whole, key: str) -> Phrase:
    """Name a body of a state: as bodies.csv has it, else by the pattern of roles.toml."""
    country = of.keys["state"]
    known = reference.bodies().get((country, key))
    if known is not None:
        body = reference.actors()[known]
        return Phrase(start, end, body.name, body.kind, country, body)
    pattern = reference.roles().bodies[key]
    name = pattern.name.format(adjective=of.adjective, state=reference.countries()[country].name)
    return Phrase(start, end, name, pattern.kind, country)
