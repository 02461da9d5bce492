"""What the world is called: states, bodies, people and their offices, places. Read from `data/reference`.

The files are found in a checkout (`data/reference`) or in an installed wheel (`etl/_data/reference`). They are read
once, when first asked for. A file that breaks its schema raises VocabularyError with the file, the entry and the key.
"""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from etl.errors import VocabularyError
from etl.extract.reading import ActorKind, Place

Iso2 = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Text = Annotated[str, Field(min_length=1)]


def _listed(value: object) -> object:
    """Split a cell of a CSV file at its bars."""
    return tuple(filter(None, value.split("|"))) if isinstance(value, str) else value


def _absent(value: object) -> object:
    """Read an empty cell of a CSV file as None."""
    return None if value == "" else value


Spellings = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
OptionalText = Annotated[str | None, BeforeValidator(_absent)]
OptionalDay = Annotated[dt.date | None, BeforeValidator(_absent)]


class Entry(BaseModel):
    """A row of a reference file: frozen, and without columns that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Actor(Entry):
    """Somebody who acts or speaks: a person, state, body or force.

    `parent` is whose it is: the parent of Vladimir Putin is Russia. `rank` says when a surname alone is enough: 1
    always (misspelt as well), 2 unless the article introduces another bearer, 3 only after the full name.
    """

    name: Text
    kind: ActorKind
    country: Annotated[Iso2 | None, BeforeValidator(_absent)] = None
    parent: OptionalText = None
    gender: Annotated[Literal["f", "m"] | None, BeforeValidator(_absent)] = None
    rank: Annotated[int, Field(ge=1, le=3)] = 2
    aliases: Spellings = ()


class Country(Entry):
    """A state: its common English name, adjectives, people, other names, and what stands for its government."""

    iso2: Iso2
    name: Text
    adjectives: Spellings = ()
    people: Spellings = ()
    aliases: Spellings = ()
    metonyms: Spellings = ()


class Region(Entry):
    """A first-level unit. `core` is its name without “Oblast”, which may be a city's name as well."""

    name: Text
    country: Iso2
    geonames: str = ""
    core: str = ""
    adjectives: Spellings = ()
    aliases: Spellings = ()


class Term(Entry):
    """Who held an office from day to day; `until` is the last day, None while it lasts or where it is not known.

    `of` is an ISO code, a body, a region or a settlement.
    """

    office: Text
    of: Text
    holder: Text
    since: OptionalDay = None
    until: OptionalDay = None

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether the office was held on this day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Office(Entry):
    """An office, the kind of whole it is of, and the nouns by which it goes."""

    scope: Literal["state", "body", "region", "city"]
    nouns: tuple[Text, ...]


class Body(Entry):
    """A kind of body that states have: `name` is for those that actors.csv does not name."""

    kind: ActorKind
    name: Text
    nouns: tuple[Text, ...]


class Roles(Entry):
    """The nouns that stand for offices, bodies and groups."""

    offices: Mapping[str, Office]
    bodies: Mapping[str, Body]
    groups: Mapping[Literal["nouns"], tuple[Text, ...]]


_EntryT = TypeVar("_EntryT", bound=Entry)


@cache
def folder() -> Path:
    """Return the folder of reference data: the checkout's, else the installed wheel's."""
    here = Path(__file__).parent
    for candidate in (here.parent / "data" / "reference", here / "_data" / "reference"):
        if (candidate / "actors.csv").is_file():
            return candidate
    raise VocabularyError(f"no reference data beside {here}; expected data/reference/actors.csv")


def entries(path: Path, kind: type[_EntryT]) -> Iterator[_EntryT]:
    """Yield the rows of a CSV file as checked entries.

    Raises:
        VocabularyError: names the file, the line and the column that breaks the schema.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        for row in reader:
            try:
                yield kind.model_validate(row)
            except ValidationError as error:
                raise VocabularyError(f"{path.name}, line {reader.line_num}: {_problem(error)}") from error


def _problem(error: ValidationError) -> str:
    """Return the first fault in one line: the key, the value found, what was expected."""
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}={first['input']!r:.80}: {first['msg']}"


@cache
def roles() -> Roles:
    """Return the nouns of roles.toml."""
    path = folder() / "roles.toml"
    try:
        return Roles.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        raise VocabularyError(f"{path.name}: {_problem(error)}") from error


@cache
def countries() -> Mapping[str, Country]:
    """Return the states by ISO 3166-1 alpha-2 code."""
    return {country.iso2: country for country in entries(folder() / "countries.csv", Country)}


@cache
def regions() -> Mapping[str, Region]:
    """Return the first-level units by canonical name."""
    return {region.name: region for region in entries(folder() / "regions.csv", Region)}


@cache
def actors() -> Mapping[str, Actor]:
    """Return all actors by canonical name, the states among them."""
    found = {land.name: Actor(name=land.name, kind="state", country=land.iso2) for land in countries().values()}
    for entry in entries(folder() / "actors.csv", Actor):
        if entry.name in found:
            raise VocabularyError(f"actors.csv: name={entry.name!r} stands twice")
        found[entry.name] = entry
    for entry in found.values():
        if entry.parent is not None and entry.parent not in found:
            raise VocabularyError(f"actors.csv: {entry.name}: parent={entry.parent!r} is not an actor")
    return found


@cache
def terms() -> Mapping[tuple[str, str], tuple[Term, ...]]:
    """Return who held which office: by (office, whose)."""
    found: dict[tuple[str, str], list[Term]] = {}
    for term in entries(folder() / "offices.csv", Term):
        found.setdefault((term.office, term.of), []).append(term)
    return {key: tuple(held) for key, held in found.items()}


def settlements() -> Iterator[tuple[Place, list[str]]]:
    """Yield every settlement of places.csv with its other spellings; unchecked, for there are 18,000 of them."""
    with (folder() / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for name, country, region, lat, lon, people, aliases in rows:
            place = Place(name, country, region or None, float(lat), float(lon), "settlement", int(people))
            yield place, aliases.split("|") if aliases else []


def country_name(iso2: str) -> str | None:
    """Return the common English name of a state, or None for a code that is none."""
    land = countries().get(iso2)
    return land.name if land else None


@cache
def _codes() -> dict[str, str]:
    return {name: land.iso2 for land in countries().values() for name in (land.name, *land.aliases)}


def iso2(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a state's name, or None."""
    return _codes().get(name)


def actor(name: str) -> Actor | None:
    """Return the actor of this canonical name, or None."""
    return actors().get(name)


def office_holder(office: str, of: str, day: dt.date | None) -> str | None:
    """Return who held an office on a day, or None where it is not known; without a day, who alone ever held it.

    On the day of a change, which both terms include, it is the new holder.
    """
    held = terms().get((office, of), ())
    if day is None:
        names = {term.holder for term in held}
        return names.pop() if len(names) == 1 else None
    return next((term.holder for term in reversed(held) if term.holds_on(day)), None)


@cache
def _offices_by_noun() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, office in roles().offices.items():
        for noun in office.nouns:
            found[noun] = (*found.get(noun, ()), key)
    return found


def holders(noun: str, day: dt.date | None) -> tuple[tuple[str, str], ...]:
    """Return (name, whose) of everybody whom a bare role noun may mean on a day: “foreign minister”, “governor”."""
    if day is None:
        return ()
    offices = _offices_by_noun().get(noun.lower(), ())
    return tuple(
        (term.holder, term.of)
        for (office, _), held in terms().items()
        if office in offices
        for term in held
        if term.holds_on(day)
    )


def members() -> Iterator[tuple[str, str]]:
    """Yield (actor, member) for every actor and all that is its own, itself included: reflexive and transitive."""
    known = actors()
    for name in known:
        whole: str | None = name
        seen: set[str] = set()
        while whole is not None and whole not in seen:
            yield whole, name
            seen.add(whole)
            whole = known[whole].parent
