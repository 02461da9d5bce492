"""Which of several places of one name an article means."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from etl import reference
from etl.extract.naming.gazetteer import Hit
from etl.extract.reading import Place

BORDER = frozenset(
    {"Belgorod Oblast", "Kursk Oblast", "Bryansk Oblast", "Rostov Oblast", "Voronezh Oblast", "Krasnodar Krai"}
)
ADJOINING = 40  # characters, within which a state says where a town lies: “Tripoli, Lebanon”
BESIDE = 100  # characters, within which a region says where a settlement lies
NEAR = 300  # characters, within which it makes a settlement of its own likelier
TOWN = 20_000  # people: that make a town known enough to say where its neighbours lie
VILLAGE = 5_000  # people: below that, a namesake in another region than the one named is not taken for it
CLEARLY = 3.0  # times the weight of the next candidate, to be the one that is meant
OLD_NAME = 0.2  # the weight of a place that this name is a former or rarer name of


class Neighbourhood:
    """What an article says of where it is: the countries and regions that it names, by how often."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self._towns: list[tuple[int, str]] = []  # where a town is named, in the order of the text
        self.countries: Counter[str] = Counter()
        self.regions: Counter[str] = Counter()
        self._named: list[tuple[int, str]] = []  # where a region is named, in the order of the text
        self._states: list[tuple[int, str]] = []  # where a state is named
        for hit in hits:
            meaning = hit.meaning
            if meaning.actor is not None and meaning.actor.country:
                self.countries[meaning.actor.country] += 1
                if meaning.actor.kind == "state":
                    self._states.append((hit.start, meaning.actor.country))
            if len(meaning.places) == 1 and not meaning.weak:
                [place] = meaning.places
                if place.country:
                    self.countries[place.country] += 1
                if place.precision == "region":
                    self.regions[place.name] += 1
                    self._named.append((hit.start, place.name))
                elif place.region is not None and place.population > TOWN:
                    self._named.append((hit.start, place.region))
                if place.precision == "settlement":
                    self._towns.append((hit.start, place.name))

    def _near(self, at: int, reach: int) -> list[str]:
        """Return the regions named within this many characters of a point of the text, the nearest first."""
        return [name for _, name in sorted(_within(self._named, at, reach), key=lambda one: abs(one[0] - at))]

    def chosen(self, name: str, candidates: Sequence[Place], at: int) -> Place:
        """Return the place that a name at this point of the text means.

        Where nothing settles it, the name is kept without region and coordinates: an honest unknown.
        """
        if len(candidates) == 1:
            [place] = candidates
            unknown = place.country is None and place.precision == "settlement"
            return self._placed(place, at) if unknown else place
        if city := self._city_of(name, candidates, at):
            return city
        beside = self._near(at, BESIDE)
        inside = next((found for region in beside if (found := [p for p in candidates if p.region == region])), None)
        if inside is None and beside and max(place.population for place in candidates) < VILLAGE:
            return self._unlisted(name, beside[0])
        candidates = inside or candidates
        if len(candidates) == 1:
            return candidates[0]
        near = frozenset(self._near(at, NEAR))
        states = {country for start, country in _within(self._states, at, ADJOINING) if start != at}
        weighed = sorted(
            ((self._weight(name, place, near) * (10 if place.country in states else 1), place) for place in candidates),
            key=lambda pair: -pair[0],
        )
        (first, best), (second, other) = weighed[:2]
        if first >= CLEARLY * second or (best.name == other.name and best.region == other.region):
            return best
        rivals = [place for weight, place in weighed if weight * CLEARLY > first]
        country = best.country if all(place.country == best.country for place in rivals) else None
        canonical = best.name if all(place.name == best.name for place in rivals) else name
        within = best.region if all(place.region == best.region for place in rivals) else None
        return Place(canonical, country, within, None, None, "settlement")

    def _city_of(self, name: str, candidates: Sequence[Place], at: int) -> Place | None:
        """Return the place named otherwise by its own name that this is a part or old name of: the last one named."""
        cities = {place.name: place for place in candidates if place.name != name}
        before = bisect_left(self._towns, (at, ""))
        named = [*reversed(self._towns[:before]), *self._towns[before:]]
        return next((cities[town] for _, town in named if town in cities), None) if cities else None

    def _placed(self, place: Place, at: int) -> Place:
        """Return a settlement that the gazetteer lacks, in the region or state that is named beside it."""
        beside = self._near(at, BESIDE)
        if beside and beside[0] in reference.regions():
            return self._unlisted(place.name, beside[0])
        states = [country for start, country in _within(self._states, at, BESIDE) if start > at]
        return replace(place, country=states[0]) if states else place

    def _unlisted(self, name: str, region: str) -> Place:
        """Return a village that the gazetteer has only in other regions than the one named beside it."""
        country = reference.regions()[region].country if region in reference.regions() else None
        return Place(name, country, region, None, None, "settlement")

    def _weight(self, name: str, place: Place, near: frozenset[str]) -> float:
        weight = float(max(place.population, 300))
        if place.name != name:
            weight *= OLD_NAME
        if place.region in BORDER:
            weight *= 2
        elif place.country == "UA":
            weight *= 4
        if place.region in near:
            weight *= 8
        elif place.region in self.regions:
            weight *= 4
        share = self.countries[place.country or ""] / max(1, self.countries.total())
        return weight * (1 + 9 * share)


def _within(named: Sequence[tuple[int, str]], at: int, reach: int) -> Sequence[tuple[int, str]]:
    """Return what is named within this many characters of a point of the text, in the text's order."""
    return named[bisect_left(named, (at - reach, "")) : bisect_left(named, (at + reach, ""))]
