"""What the world is called: states, bodies, people and their offices, places. Read from `data/reference`.

The files are found in a checkout (`data/reference`) or in an installed wheel (`etl/_data/reference`). Each is read
once, when first asked for; one that breaks its schema raises VocabularyError.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl import toml_files
from etl.errors import VocabularyError
from etl.extract.reading import ActorKind, Place
from etl.reference_schema import (
    BodyRow,
    Country,
    District,
    Gender,
    PersonRow,
    Raion,
    Region,
    Roles,
    Site,
    Term,
    rows,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks: a person, state, body or force.

    `parent` is whose it is: the parent of Vladimir Putin is Russia. `rank` is as in people.csv; 1 for all but people.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    parent: str | None = None
    gender: Gender | None = None
    rank: int = 1
    aliases: tuple[str, ...] = ()


@cache
def folder() -> Path:
    """Return the folder of reference data: the checkout's, else the installed wheel's."""
    here = Path(__file__).parent
    for candidate in (here.parent / "data" / "reference", here / "_data" / "reference"):
        if (candidate / "people.csv").is_file():
            return candidate
    raise VocabularyError(f"no reference data beside {here}; expected data/reference/people.csv")


@cache
def roles() -> Roles:
    """Return the nouns of roles.toml."""
    return toml_files.load(folder() / "roles.toml", Roles)


@cache
def countries() -> Mapping[str, Country]:
    """Return the states by ISO 3166-1 alpha-2 code."""
    return {country.iso2: country for country in rows(folder() / "countries.csv", Country)}


@cache
def regions() -> Mapping[str, Region]:
    """Return the first-level units by canonical name."""
    return {region.name: region for region in rows(folder() / "regions.csv", Region)}


@cache
def given_names() -> Mapping[str, tuple[Gender | None, tuple[str, ...]]]:
    """Return by given name: the gender of its bearers, None for names of both, and all spellings of the same name."""
    found: dict[str, tuple[Gender | None, tuple[str, ...]]] = {}
    for mark, spellings in _lines_of_names():
        if mark == "=":
            continue
        gender: Gender = "f" if mark == "f" else "m"
        for name in spellings:
            known, others = found.get(name, (gender, ()))
            found[name] = (gender if known == gender else None, tuple(dict.fromkeys((*others, *spellings))))
    return found


@cache
def same_names() -> Mapping[str, tuple[str, ...]]:
    """Return by given name its spellings, those of its forms in other languages among them: Serhiy, Sergei."""
    found = {name: spellings for name, (_, spellings) in given_names().items()}
    for mark, forms in _lines_of_names():
        if mark == "=":
            together = tuple(dict.fromkeys(name for form in forms for name in found.get(form, (form,))))
            found |= dict.fromkeys(together, together)
    return found


def _lines_of_names() -> Iterator[tuple[str, list[str]]]:
    """Yield the lines of given_names.txt: a gender or “=”, and the names."""
    for line in (folder() / "given_names.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            mark, *names = line.split()
            if mark not in ("f", "m", "=") or not names:
                raise VocabularyError(f"given_names.txt: {line!r}; expected f, m or =, and the spellings of a name")
            yield mark, names


@cache
def actors() -> Mapping[str, Actor]:
    """Return all actors by canonical name, the states among them."""
    found = {land.name: Actor(land.name, "state", land.iso2) for land in countries().values()}
    names = given_names()
    for body in rows(folder() / "bodies.csv", BodyRow):
        parent = body.parent or country_name(body.country)
        _add(found, Actor(body.name, body.kind, body.country, parent, aliases=body.aliases), "bodies.csv")
    for person in rows(folder() / "people.csv", PersonRow):
        parent = person.parent or country_name(person.country)
        gender = person.gender or names.get(person.name.split()[0], (None, ()))[0]
        entry = Actor(person.name, "person", person.country, parent, gender, person.rank, person.aliases)
        _add(found, entry, "people.csv")
    for entry in found.values():
        if entry.parent is not None and entry.parent not in found:
            raise VocabularyError(f"{entry.name}: parent={entry.parent!r} is not an actor")
    return found


def _add(found: dict[str, Actor], entry: Actor, file: str) -> None:
    if entry.name in found:
        raise VocabularyError(f"{file}: name={entry.name!r} stands twice")
    found[entry.name] = entry


@cache
def bodies() -> Mapping[tuple[str, str], str]:
    """Return the canonical name of a state's body by (ISO code, noun of roles.toml)."""
    return {
        (row.country, row.noun): row.name for row in rows(folder() / "bodies.csv", BodyRow) if row.country and row.noun
    }


@cache
def terms() -> Mapping[tuple[str, str], tuple[Term, ...]]:
    """Return who held which office: by (office, whose)."""
    found: dict[tuple[str, str], list[Term]] = {}
    for term in rows(folder() / "offices.csv", Term):
        found.setdefault((term.office, term.of), []).append(term)
    return {key: tuple(held) for key, held in found.items()}


@cache
def sites() -> tuple[Site, ...]:
    """Return the places that are no settlements: seas, regions of war, buildings."""
    return tuple(rows(folder() / "sites.csv", Site))


def site_place(site: Site) -> Place | None:
    """Return a site as a place; None for a river, where nothing happens that could be put on a map."""
    if site.precision == "river":
        return None
    return Place(site.name, site.country, site.region, site.lat, site.lon, site.precision)


@cache
def raions() -> tuple[tuple[Place, Raion], ...]:
    """Return the districts of Ukraine as places, each with its row."""
    found = rows(folder() / "raions.csv", Raion)
    return tuple((Place(one.name, "UA", one.region, one.lat, one.lon, "district"), one) for one in found)


@cache
def districts() -> tuple[District, ...]:
    """Return the parts of cities, which are told by their city."""
    return tuple(rows(folder() / "districts.csv", District))


def settlements() -> Iterator[tuple[Place, list[str]]]:
    """Yield every settlement of places.csv with its other spellings; unchecked, for there are 18,000 of them."""
    with (folder() / "places.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        for name, country, region, lat, lon, people, aliases in lines:
            place = Place(name, country, region or None, float(lat), float(lon), "settlement", int(people))
            yield place, aliases.split("|") if aliases else []


@cache
def _centres() -> Mapping[str, tuple[float, float]]:
    """Return (latitude, longitude) of every region, by name, and country, by ISO code: the mean of its settlements."""
    with (folder() / "centres.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        return {key: (float(lat), float(lon)) for key, lat, lon in lines}


def region_place(name: str) -> Place:
    """Return the place of a first-level unit; its coordinates are the mean of its settlements."""
    region = regions()[name]
    lat, lon = _centres().get(name, (None, None))
    return Place(name, region.country, None, lat, lon, "region")


@cache
def _cores() -> Mapping[str, str]:
    return {core: region.name for region in regions().values() for core in (*region.aliases, region.core) if core}


def region_called(core: str) -> str | None:
    """Return the region that a list of regions would call so: of “Sumy”, Sumy Oblast; of “Kirovohrad” as well."""
    return _cores().get(core)


def country_place(iso2: str) -> Place:
    """Return the place of a state; its coordinates are the mean of its settlements."""
    lat, lon = _centres().get(iso2, (None, None))
    return Place(countries()[iso2].name, iso2, None, lat, lon, "country")


@cache
def places() -> Mapping[str, tuple[Place, ...]]:
    """Return every place by canonical name, the most populous bearer of a name first."""
    found: dict[str, list[Place]] = {}
    for iso2 in countries():
        found[countries()[iso2].name] = [country_place(iso2)]
    for name in regions():
        found[name] = [region_place(name)]
    for district, _ in raions():
        found[district.name] = [district]
    for site in sites():
        if (place := site_place(site)) is not None:
            found.setdefault(site.name, []).append(place)
    for place, _ in settlements():
        found.setdefault(place.name, []).append(place)
    return {name: tuple(sorted(bearers, key=lambda place: -place.population)) for name, bearers in found.items()}


def place_by_name(name: str) -> Place | None:
    """Return the place of this canonical name, or None; of several the one in Ukraine, else the most populous."""
    bearers = places().get(name, ())
    return next((place for place in bearers if place.country == "UA"), bearers[0] if bearers else None)


def country_name(iso2: str | None) -> str | None:
    """Return the common English name of a state, or None for a code that is none."""
    land = countries().get(iso2 or "")
    return land.name if land else None


@cache
def _codes() -> Mapping[str, str]:
    return {name: land.iso2 for land in countries().values() for name in (land.name, *land.aliases)}


def iso2(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a state's name, or None."""
    return _codes().get(name)


def actor(name: str) -> Actor | None:
    """Return the actor of this canonical name, or None."""
    return actors().get(name)


def office_holder(office: str, of: str, day: dt.date | None) -> str | None:
    """Return who held an office on a day, or None where that is not known; without a day, who alone ever held it.

    On the day of a change, which both terms include, it is the new holder.
    """
    held = terms().get((office, of), ())
    if day is None:
        names = {term.holder for term in held}
        return names.pop() if len(names) == 1 else None
    return next((term.holder for term in reversed(held) if term.holds_on(day)), None)


@cache
def _offices_by_holder() -> Mapping[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for key, held in terms().items():
        for term in held:
            found.setdefault(term.holder, set()).add(key)
    return {holder: frozenset(keys) for holder, keys in found.items()}


def offices_of(person: str) -> frozenset[tuple[str, str]]:
    """Return the offices, each with whose it is, that a person ever held."""
    return _offices_by_holder().get(person, frozenset())


@cache
def offices_by_noun() -> Mapping[str, tuple[str, ...]]:
    """Return the offices that a noun, in lower case, may stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for key, office in roles().offices.items():
        for noun in office.nouns:
            found[noun.lower()] = (*found.get(noun.lower(), ()), key)
    return found


def holders(noun: str, day: dt.date | None) -> tuple[tuple[str, str], ...]:
    """Return (name, whose) of everybody whom a bare role noun may mean on a day: “foreign minister”, “governor”."""
    if day is None:
        return ()
    offices = offices_by_noun().get(noun.lower(), ())
    if not offices:
        return ()
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
