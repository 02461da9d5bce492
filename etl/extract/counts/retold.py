"""Figures that an article tells more than once, in its headline, its lead and again below: one figure each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from etl.extract.reading import Place
from etl.records import MUNITION_MEASURES, Figure

PEOPLE_AT_LARGE = frozenset({None, "civilians", "residents"})  # one report's people are another's civilians


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure as one sentence tells it, and its place with what it lies in; of a part, how many the `whole` are."""

    figure: Figure
    place: Place | None
    headline: bool = False
    whole: float | None = None


class Told:
    """The figures of an article as they are told, in the order of their first telling."""

    def __init__(self) -> None:
        self._tellings: list[Telling] = []
        self._alike: dict[tuple[object, ...], list[int]] = {}  # by what two tellings of a count must share

    def add(self, new: Telling) -> None:
        """Add a figure. One told again stays one: it takes over what only the other telling says.

        The first telling is kept, but for a headline's: it seldom says who counts, the sentence below it does.
        """
        figure = new.figure
        alike = self._alike.setdefault((figure.measure, figure.low, figure.high, figure.per, figure.unit), [])
        for index in alike:
            earlier = self._tellings[index]
            if same_count(new, earlier):
                base, other = (new, earlier) if earlier.headline and not new.headline else (earlier, new)
                self._tellings[index] = _merged(base, other)
                return
        alike.append(len(self._tellings))
        self._tellings.append(new)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures, each once."""
        for telling in self._tellings:
            yield telling.figure


def same_count(one: Telling, other: Telling) -> bool:
    """Return whether two tellings of one number count the same people or things, as far as they say it."""
    first, second = one.figure, other.figure
    if first.group != second.group and not {first.group, second.group} <= PEOPLE_AT_LARGE:
        return False
    if _of_fewer(one, other):
        return False
    if first.measure in MUNITION_MEASURES and not _near(first, second):
        return False
    return _one_within_other(one.place, other.place) and (_near(first, second) or one.headline or other.headline)


def _of_fewer(new: Telling, earlier: Telling) -> bool:
    """Return whether a part is told anew of fewer than before: a toll grows, so that they are others."""
    return new.whole is not None and earlier.whole is not None and new.whole < earlier.whole


def _near(first: Figure, second: Figure) -> bool:
    if first.start is None or second.start is None:
        return True
    return abs((first.start - second.start).days) <= 1


def _one_within_other(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.name == other.name:
        return True
    if "district" in (one.precision, other.precision) and one.region == other.region:
        return one.name.split()[0] == other.name.split()[0]  # a town and the district around it
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
    return Telling(figure, place, base.headline, base.whole)


def _finer(place: Place | None, other: Place | None) -> Place | None:
    if place is None or (place.precision == "country" and other is not None):
        return other
    return place
