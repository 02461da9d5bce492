"""The tellings of an article put together: one group for each place and day, dated and armed as the others are."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etl.extract.events.attackers import ENEMIES
from etl.extract.events.strike_days import day_just_told
from etl.extract.events.strike_tellings import Placed, Telling
from etl.extract.reading import Place, Sentence
from etl.records import DatePrecision

_FRESH = 2  # days
_HELD = re.compile(r"^\S+-(?:administered|controlled|occupied|held)\s+(?!Kashmir)")


@dataclass(slots=True)
class StrikeGroup:
    """The tellings of one place and day."""

    place: Place
    first: dt.date | None = None
    last: dt.date | None = None
    precision: DatePrecision | None = None
    weapons: tuple[str, ...] = ()
    inferred: bool = False  # its day is that of its post
    tellings: list[Telling] = field(default_factory=list)

    def add(self, telling: Telling, first: dt.date | None, last: dt.date | None) -> None:
        """Take in a telling; days of its own narrow the group's, days carried over only fill a gap."""
        self.tellings.append(telling)
        if first is None or (self.first is not None and telling.first is None):
            return
        if self.first is None or self.last is None or (last or first) - first < self.last - self.first:
            self.first, self.last, self.precision = first, last or first, telling.date_precision

    def may_take(self, one: Placed) -> bool:
        """Say whether a telling can be of the group's strike: not another day's, nor "another" where none is dated."""
        if _are_two_attackers(self, one):
            return False
        dated = any(telling.first for telling in self.tellings)
        opens = self.in_headings or self.tellings[0].another or self.tellings[0].sentence.index == 0
        coarse = one.telling.date_precision in ("month", "year")  # "last month" is not what is told without a day
        is_new = (
            one.telling.first and not dated and (one.telling.earlier or coarse or (one.telling.another and not opens))
        )
        return self.may_be_on(one.first, one.last) and not is_new

    def may_be_on(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Say whether the group's days and these can be the same."""
        if first is None or self.first is None or self.last is None:
            return True
        return first <= self.last and self.first <= (last or first)

    @property
    def is_news(self) -> bool:
        """Whether it was on one day, and not two days from the report's."""
        reference = self.tellings[0].sentence.reference
        if self.first is None or self.first != self.last or reference is None:
            return False
        return abs((reference - self.first).days) <= _FRESH

    @property
    def in_headings(self) -> bool:
        """Whether only headings tell of it."""
        return all(one.sentence.role == "heading" for one in self.tellings)


def _are_two_attackers(group: StrikeGroup, one: Placed) -> bool:
    """Say whether a telling names another attacker of its place than the group: two groups fire at Israel in a night.

    Russia and Ukraine have one enemy each, whatever a sentence seems to say.
    """
    if one.telling.attacker is None or not one.telling.places or group.place.country in ENEMIES:
        return False
    named = {telling.attacker for telling in group.tellings if telling.attacker and telling.places}
    return bool(named) and one.telling.attacker not in named


def grouped(told: Sequence[Placed]) -> list[StrikeGroup]:
    """Return the tellings by place and day, in the order of the text."""
    groups: list[StrikeGroup] = []
    here: defaultdict[str, list[StrikeGroup]] = defaultdict(list)
    for one in told:
        for place in one.places:
            known = here[_HELD.sub("", place.name)]
            if one.telling.series and not known:
                continue
            group = next((group for group in known if group.may_take(one)), None)
            if (
                group is None
                and known
                and one.telling.first is None
                and not (one.telling.away or one.telling.long_before)
            ):
                group = known[-1]
            if group is None:
                group = StrikeGroup(place)
                known.append(group)
                groups.append(group)
            group.add(one.telling, one.first, one.last)
    return groups


def date_the_undated(
    groups: Sequence[StrikeGroup], opening: Mapping[int, dt.date], sentences: Sequence[Sentence]
) -> None:
    """Give undated strikes the day of their post's first strike that is fresh news, else another that fits.

    That is the day with which the post opens, or the day just told; never that of a strike told as an earlier one.
    """
    days: dict[int, StrikeGroup] = {}
    earlier: set[dt.date | None] = set()
    for group in groups:
        sentence = group.tellings[0].sentence
        if group.tellings[0].earlier:
            earlier.add(group.first)
        elif group.is_news:
            days.setdefault(sentence.post, group)
    for group in groups:
        if group.first is not None or all(one.long_before for one in group.tellings):
            continue
        sentence = group.tellings[0].sentence
        dated, day = days.get(sentence.post), opening.get(sentence.post)
        if day in earlier:
            day = next((date.first for date in sentence.dates if date.precision == "day"), None)
        day = day or day_just_told(sentences, sentence)
        if dated is not None:
            group.first, group.last, group.precision, group.inferred = dated.first, dated.last, dated.precision, True
        elif day is not None:
            group.first, group.last, group.precision, group.inferred = day, day, "day", True


def arm_the_unarmed(groups: Sequence[StrikeGroup]) -> None:
    """Collect the weapons of each strike; if only effects are told, they are those of that day's first attack."""
    armed: dict[tuple[str | None, dt.date | None], tuple[str, ...]] = {}
    for group in groups:
        group.weapons = tuple(dict.fromkeys(weapon for one in group.tellings for weapon in one.weapons))
        if group.weapons:
            armed.setdefault((group.place.country, group.first), group.weapons)
    for group in groups:
        if not group.weapons and not any(one.attacker for one in group.tellings):
            group.weapons = armed.get((group.place.country, group.first), ())
