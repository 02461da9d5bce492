"""What somebody is called in full who gives a figure by a role or as a bare body: "its governor", "the air force"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterable
from functools import cache

from etl import reference
from etl.extract.reading import Place, Sentence
from etl.extract.scenes.scene import Scene
from etl.extract.scenes.sides import side_of
from etl.extract.speech.own_bodies import kind_of_body
from etl.records import Measure

_OF_PLACE = re.compile(r"^(?:region|oblast|province)s?'s? (?=\w)")
_OF_TOWN = re.compile(r"^(?:city|town)'s (?=mayor)")
_OF_REGION = re.compile(
    r"^((?:acting )?governor|head) of (?:the )?(?:[\w-]+ )*?(?:region|oblast|province) of ((?:[A-Z][\w'-]+ ?)+)$"
)
_OWN = ("country's ", "nation's ", "state's ")  # whose land it is on which people were hurt
_SKY = ("launched", "intercepted")
_FORCES = frozenset({"air force", "air defence", "military", "general staff", "navy"})


class NamedBodies:
    """Which bodies of which states an article names in full, and what a bare "air force" of it is then called."""

    def __init__(self, names: Iterable[str]) -> None:
        bodies = _states_of_bodies()
        self._named = frozenset(bodies[name] for name in names if name in bodies)

    def called(self, role: str, sentence: Sentence, scene: Scene, measure: Measure) -> str | None:
        """Return the name of the state's body that a role without a state is; None where that is not certain.

        It is the one that the article names, of several, or of none, that of the state which counts: whose sky it is in
        which drones were shot down, or on whose land people were hurt.
        """
        key = kind_of_body(role)
        if key is None:
            return None
        named = {country for country, kind in self._named if kind == key}
        counts = _who_counts(sentence, scene, measure, forces=key in _FORCES and not _plain(role).startswith(_OWN))
        if counts is None and len(named) == 1:
            (counts,) = named
        return reference.bodies().get((counts, key)) if counts is not None else None


def full_name(role: str, place: Place | None, day: dt.date | None, named: Container[str]) -> str:
    """Return what a local office or body is called in full, by its holder if he is `named`, else by its place.

    "The regional governor" is that of the region in which `place` lies, "the governor of the southern region of
    Mykolaiv" that of his own; what is neither of a place nor local stays as written.
    """
    own = _OF_REGION.match(role.replace("’", "'").removeprefix("the "))
    region: str | None
    if own is not None:
        region = reference.region_called(own[2].strip())
        return _of_region(own[1], "governor", region, day, named) if region else role
    if role.endswith((" city", " officials")):
        body, _, _ = role.rpartition(" ")
        return f"{role} authorities" if role.endswith("city") else _proclaimed().get(body, role)
    if place is None:
        return role
    written = _OF_TOWN.sub("", _OF_PLACE.sub("regional ", _plain(role))).replace("governors", "governor")
    region = place.name if place.precision == "region" else place.region
    pattern = _regional_bodies().get(written)
    if pattern is not None and region is not None and region in reference.regions():
        return pattern.format(core=reference.regions()[region].core)
    for office in reference.offices_by_noun().get(written, ()):
        scope = reference.roles().offices[office].scope
        if scope == "region" and region is not None and region in reference.regions():
            return _of_region(written, office, region, day, named)
        if scope == "city" and place.precision == "settlement":
            holder = reference.office_holder(office, place.name, day)
            return holder if holder is not None and holder in named else f"{place.name} {written}"
    return role


def _of_region(noun: str, office: str, region: str, day: dt.date | None, named: Container[str]) -> str:
    holder = reference.office_holder(office, region, day)
    if holder is not None and holder in named:
        return holder
    return f"{reference.regions()[region].core} regional {noun.removeprefix('regional ')}"


def of_sky(measure: Measure) -> bool:
    """Whether a measure is of what flies: those who defend themselves count it."""
    return measure in _SKY


def _plain(role: str) -> str:
    return role.lower().replace("’", "'").removeprefix("the ")


def _who_counts(sentence: Sentence, scene: Scene, measure: Measure, *, forces: bool) -> str | None:
    """Return the code of the state that counts what a scene tells of; None where it may be either side."""
    if not of_sky(measure):
        return scene.place.country if scene.place is not None and not forces else None
    if scene.target is not None:
        return reference.iso2(scene.target) if scene.target != scene.attacker else None
    others = {side for name in sentence.names if (side := side_of(name)) is not None} - {scene.attacker}
    return reference.iso2(others.pop()) if scene.attacker is not None and len(others) == 1 else None


@cache
def _regional_bodies() -> dict[str, str]:
    """Return the patterns of the names of bodies that each region has, by what they are called."""
    bodies = reference.roles().bodies.values()
    return {noun.lower(): body.name for body in bodies if body.scope == "region" for noun in body.nouns}


@cache
def _states_of_bodies() -> dict[str, tuple[str, str]]:
    """Return the state and the kind of each body of bodies.csv by its name."""
    return {name: key for key, name in reference.bodies().items()}


@cache
def _proclaimed() -> dict[str, str]:
    """Return the names of the republics that nobody else governs by how they are written: "DPR officials"."""
    groups = (actor for actor in reference.actors().values() if actor.kind == "armed_group")
    return {
        written: one.name for one in groups if one.name.endswith("Republic") for written in (one.name, *one.aliases)
    }
