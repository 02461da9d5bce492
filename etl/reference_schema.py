"""The rows of `data/reference`, each checked against its schema as it is read."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from etl.errors import VocabularyError
from etl.extract.reading import ActorKind


def _listed(value: object) -> object:
    """Split a cell of a CSV file at its bars."""
    return tuple(filter(None, value.split("|"))) if isinstance(value, str) else value


def _absent(value: object) -> object:
    """Read an empty cell of a CSV file as None."""
    return None if value == "" else value


Text = Annotated[str, Field(min_length=1)]
OptionalText = Annotated[str | None, BeforeValidator(_absent)]
Spellings = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
Iso2 = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
OptionalIso2 = Annotated[Iso2 | None, BeforeValidator(_absent)]
OptionalDay = Annotated[dt.date | None, BeforeValidator(_absent)]
Gender = Literal["f", "m"]
OptionalGender = Annotated[Gender | None, BeforeValidator(_absent)]
Degrees = Annotated[float | None, BeforeValidator(_absent)]


class Entry(BaseModel):
    """A row of a reference file: frozen, and without columns that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PersonRow(Entry):
    """A person of people.csv. An empty `parent` is the state of `country`; an empty `gender` that of the given name.

    `rank` says when the surname alone is enough: 1 always, misspelt as well; 2 where the article brings no other
    bearer; 3 only in an article that has the full name.
    """

    name: Text
    country: OptionalIso2
    parent: OptionalText
    rank: Annotated[int, Field(ge=1, le=3)]
    gender: OptionalGender
    aliases: Spellings


class BodyRow(Entry):
    """A body, force or group of bodies.csv. `noun` says what kind of body of its state it is: a key of roles.toml."""

    name: Text
    kind: ActorKind
    country: OptionalIso2
    parent: OptionalText
    noun: OptionalText
    aliases: Spellings


class Country(Entry):
    """A state: its common English name, adjectives, people, other names, and what stands for its government."""

    iso2: Iso2
    name: Text
    adjectives: Spellings
    people: Spellings
    aliases: Spellings
    metonyms: Spellings


class Region(Entry):
    """A first-level unit. `core` is its name without “Oblast”, which may be a city's name as well."""

    name: Text
    country: Iso2
    geonames: str
    core: str
    adjectives: Spellings
    aliases: Spellings


class Site(Entry):
    """A sea, a region of war, a building: what GeoNames' settlements do not have. A `river` is named to be no place."""

    name: Text
    country: OptionalIso2
    region: OptionalText
    lat: Degrees
    lon: Degrees
    precision: Literal["point", "settlement", "district", "region", "river"]
    aliases: Spellings


class Raion(Entry):
    """A district of Ukraine since 2020; its coordinates are those of its seat."""

    name: Text
    seat: Text
    region: Text
    lat: Degrees
    lon: Degrees
    adjectives: Spellings


class District(Entry):
    """A part of a city: what happens there is told by the city."""

    name: Text
    city: Text
    country: Iso2
    aliases: Spellings


class Term(Entry):
    """Who held an office from day to day. `until` is the last day for which that is known; empty while it lasts.

    `of` is an ISO code, an actor, a region or a settlement.
    """

    office: Text
    of: Text
    holder: Text
    since: OptionalDay
    until: OptionalDay

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether the office was held on this day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Office(Entry):
    """An office, the kind of whole it is of, and the nouns by which it goes.

    `leads` lists the states whose “leader” holds it.
    """

    scope: Literal["state", "body", "region", "city", "person"]
    nouns: tuple[Text, ...]
    leads: tuple[Iso2, ...] = ()


class Body(Entry):
    """A kind of body that states, regions or cities have: `name` is for those that bodies.csv does not name."""

    scope: Literal["state", "region", "city"] = "state"
    local: bool = False
    kind: ActorKind
    name: Text
    nouns: tuple[Text, ...]


class Groups(Entry):
    """Nouns of speakers in the plural, and the adjectives that they take besides those of states and regions."""

    nouns: tuple[Text, ...]
    adjectives: tuple[Text, ...]


class Roles(Entry):
    """The nouns that stand for offices, bodies and groups."""

    offices: Mapping[str, Office]
    bodies: Mapping[str, Body]
    groups: Groups


_EntryT = TypeVar("_EntryT", bound=Entry)


def rows(path: Path, kind: type[_EntryT]) -> Iterator[_EntryT]:
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
