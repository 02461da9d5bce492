"""How places lie in one another, and whose they are."""

from __future__ import annotations

from etl import reference
from etl.extract.reading import Place
from etl.extract.scenes.spots import Spot

_PARTED = "PS"  # whose two parts are told apart


def alike(one: Place, other: Place | None) -> bool:
    """Return whether one place is, or lies in, the other."""
    if other is None or one.name == other.name:
        return True
    if "country" in (one.precision, other.precision):
        return one.country == other.country
    return one.name == other.region or other.name == one.region


def owner_of(place: Place | None) -> str | None:
    """Return the name of the state whose land a place is."""
    return reference.country_name(place.country) if place and place.country else None


def owner_of_spot(spot: Spot) -> str | None:
    """Return the name of the state whose land the place of a mention is."""
    return owner_of(spot.place)


def lies_in(inner: Place, outer: Place) -> bool:
    """Return whether a town or building lies in a region."""
    return inner.region is not None and outer.name in inner.region and inner.precision in ("settlement", "point")


def is_within(inner: Place, outer: Place) -> bool:
    """Return whether a place that other sentences name lies in the country or region that is told here."""
    return (
        inner.country == outer.country if is_country(outer) else outer.precision == "region" and lies_in(inner, outer)
    )


def within_region(inner: Place | None, outer: Place) -> bool:
    """Return whether a place is the outer one, or lies in that region."""
    return inner is not None and outer.name in (inner.name, inner.region)


def region_of_place(place: Place) -> Place | None:
    """Return the region that a place lies in."""
    return Place(place.region, place.country, None, None, None, "region") if place.region else None


def land(side: str) -> Place | None:
    """Return the country of a state that is struck; None for an armed group."""
    code = reference.iso2(side)
    return Place(side, code, None, None, None, "country") if code else None


def is_country(place: Place | None) -> bool:
    """Return whether a place is a whole country."""
    return place is not None and place.precision == "country"


def country_of(place: Place) -> Place:
    """Return the country around a place; of a place in Gaza or the West Bank, that territory."""
    if place.country == _PARTED and place.precision == "region":
        return place
    if place.country == _PARTED and place.region:
        return Place(place.region, place.country, None, None, None, "region")
    name = reference.country_name(place.country) if place.country else None
    return Place(name, place.country, None, None, None, "country") if name else place
