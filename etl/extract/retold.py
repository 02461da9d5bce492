"""Figures that an article tells more than once, in its headline, its lead and again below: one figure each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.extract.reading import Place
from etl.records import MUNITION_MEASURES, Figure

PEOPLE_AT_LARGE = frozenset({None, "civilians", "residents"})  # one report's people are another's civilians


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure as one sentence tells it, and its place with what it lies in."""

    figure: Figure
    place: Place | None
    headline: bool = False


def tell(told: list[Telling], new: Telling) -> None:
    """Add a figure to those told. One told again stays one: it takes over what only the other telling says.

    The first telling is kept, but for a headline's: it seldom says who counts, the sentence below it does.
    """
    for index, earlier in enumerate(told):
        if same_count(new, earlier):
            told[index] = _merged(new, earlier) if earlier.headline and not new.headline else _merged(earlier, new)
            return
    told.append(new)


def same_count(one: Telling, other: Telling) -> bool:
    """Return whether two tellings give the same number of the same people or things, as far as they say it."""
    first, second = one.figure, other.figure
    if any(getattr(first, key) != getattr(second, key) for key in ("measure", "low", "high", "per", "unit")):
        return False
    if first.group != second.group and not {first.group, second.group} <= PEOPLE_AT_LARGE:
        return False
    if first.measure in MUNITION_MEASURES and not _near(first, second):
        return False
    return _one_within_other(one.place, other.place) and (_near(first, second) or one.headline or other.headline)


def _near(first: Figure, second: Figure) -> bool:
    if first.start is None or second.start is None:
        return True
    return abs((first.start - second.start).days) <= 1


def _one_within_other(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.name == other.name:
        return True
    if "country" in (one.precision, other.precision):
        return one.country == other.country
    return one.region == other.name or other.region == one.name


def _merged(base: Telling, other: Telling) -> Telling:
    """Return the base with what only the other says: its finer place, its day, its claimant where the words agree."""
    figure, second = base.figure, other.figure
    place = _finer(base.place, other.place)
    agree = base.headline or other.headline or figure.qualifier == second.qualifier
    figure = replace(
        figure,
        group=figure.group or second.group,
        side=figure.side or second.side,
        place=place.name if place else None,
        start=figure.start or second.start,
        end=figure.end if figure.start else second.end,
        claimed_by=figure.claimed_by or (second.claimed_by if agree else None),
    )
    return Telling(figure, place, base.headline)


def _finer(place: Place | None, other: Place | None) -> Place | None:
    if place is None or (place.precision == "country" and other is not None):
        return other
    return place
