"""What single sentences tell of strikes, and where and when they tell it, read in their order.

What a sentence leaves out comes from the strike told before it in the same post: "yesterday's attack" has its place,
"damage was reported in Kharkiv" its night. An aside ("an attack on Friday") does not date the main story that is
taken up after it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.events.attackers import ENEMIES, held_by_russia
from etl.extract.events.local_voices import owners_place
from etl.extract.events.occasion import openings
from etl.extract.events.strike_days import moved
from etl.extract.reading import Place, Reading, Sentence
from etl.records import DatePrecision

_OCCUPIED = Caseless(r"\bin\s+(?:[\w-]+\s+)?occupied\s+(?:areas|parts|territor\w+|regions)\b", needs=("occupied",))
_WEEK = dt.timedelta(days=7)
_RECENT = dt.timedelta(days=31)
_UNHARMED = Caseless(r"\bno\s+(?:[\w-]+\s+){0,3}(?:hits?|damage|casualties|injuries|victims|deaths)\b", needs=("no",))
_HOURS = re.compile(r"\b[Hh]ours\s+(?:before|after|ahead\s+of|earlier|later)\b")

_EARLIER = Caseless(  # what the strike before it followed has another day
    r"\b(?:following|(?:hours|days|weeks)\s+after|in\s+(?:response|retaliation)\s+(?:to|for))\s+(?:[\w’'-]+\s+){0,4}$",
    needs=("following", "after", "response", "retaliation"),
)


class Telling(NamedTuple):
    """One telling of a strike; first and last are the days that the sentence itself fixes.

    `strong` words mean nothing else; `country_wide` tells of an attack on the whole country; a `series` ("attacks on
    ships") is no one strike by itself, but may speak of those told elsewhere; an `indefinite` one ("an attack on
    Friday") is none of those told before, and `another` one is none whose day is open. `away` is how many days it lies
    from the one told before it, where only that dates it; `long_before` says that it was months ago, `earlier`
    that it was a day or two before the story's, which it is no part of.
    """

    sentence: Sentence
    start: int
    places: tuple[Place, ...]
    first: dt.date | None
    last: dt.date | None
    date_precision: DatePrecision | None
    attacker: str | None
    weapons: tuple[str, ...]
    strong: bool
    rule: str
    country_wide: bool = False
    series: bool = False
    indefinite: bool = False
    another: bool = False
    away: int | None = None
    long_before: bool = False
    earlier: bool = False

    def stronger(self) -> Telling:
        """Return the telling as one that leaves no doubt."""
        return self._replace(strong=True)

    def by(self, attacker: str | None) -> Telling:
        """Return the telling with its attacker."""
        return self._replace(attacker=attacker)

    def at(self, places: tuple[Place, ...]) -> Telling:
        """Return the telling with what was struck; of the strike told before it, if that is nothing."""
        return self._replace(places=places)

    def launched(self, night: bool) -> Telling:
        """Return the telling of a launch; one of a night that names no place was at the whole country."""
        return self._replace(country_wide=night and not self.places)

    def of_series(self) -> Telling:
        """Return the telling as one of many strikes, none of them told by itself."""
        return self._replace(series=True)

    def wide(self) -> Telling:
        """Return the telling as one of an attack on the whole country."""
        return self._replace(country_wide=True, places=())


class Placed(NamedTuple):
    """A telling with its places and days, be they its own or carried over; no places where nothing fixes them."""

    telling: Telling
    places: tuple[Place, ...]
    first: dt.date | None
    last: dt.date | None


class _Story(NamedTuple):
    """What was told last: where, when, by whom."""

    place: Place | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    attacker: str | None = None
    post: int | None = None
    paragraph: int | None = None


def placed(reading: Reading, tellings: Sequence[Telling]) -> Iterator[Placed]:
    """Yield the tellings, which are in the order of the text, with their places and days."""
    day = _day_of_the_hours(reading, tellings)
    main = told = _Story(first=day, last=day)
    opened = False
    places_by_day: dict[dt.date, Place] = {}
    for telling in tellings:
        if telling.sentence.post != told.post:
            told = main._replace(post=telling.sentence.post)
        if telling.series and not telling.places:
            continue
        places = telling.places or _carried(telling, told, main, places_by_day)
        first, last = _days(telling, told, main)
        yield Placed(telling, places, first, last)
        if (
            telling.series
            or telling.away
            or telling.long_before
            or not (places or telling.date_precision == "day")
            or _recalls(telling, told)
        ):
            continue
        if places and telling.first and telling.first == telling.last:
            places_by_day.setdefault(telling.first, places[0])
        told = _next(told, telling, places)
        if not opened and places and not telling.country_wide:
            main, opened = told, True


def _days(telling: Telling, told: _Story, main: _Story) -> tuple[dt.date | None, dt.date | None]:
    """Return a telling's days: its own, else those of the story it goes on with; a new paragraph's is the main one."""
    if telling.first:
        return telling.first, telling.last
    if telling.away:
        day = moved(told.first, told.last, telling.away)
        return day, day
    if telling.long_before:
        return None, None
    start = telling.start - telling.sentence.start
    if _EARLIER.search(telling.sentence.text, max(0, start - 80), start):
        return None, None
    if told.first and (said := _said_before(telling.sentence, told.first)):
        return said, said
    aside = main.first and telling.sentence.paragraph != told.paragraph and told.place not in telling.places
    story = main if aside else told
    return story.first, story.last


def _said_before(sentence: Sentence, day: dt.date) -> dt.date | None:
    """Return the day on which a strike is said, where that is before the story's: "said on Sunday it had targeted"."""
    days = [date.first for date in sentence.dates if date.precision == "day" and not (date.since or date.future)]
    said = [one for one in days if one]
    near = said and all(dt.timedelta(0) < day - one <= _WEEK for one in said)
    return said[-1] if near else None


def _recalls(telling: Telling, told: _Story) -> bool:
    """Say whether a telling goes back months from the story's day: what follows goes on with the story."""
    return bool(telling.first and told.first and told.first - telling.first > _RECENT)


def _next(told: _Story, telling: Telling, places: tuple[Place, ...]) -> _Story:
    """Return the story that goes on after a telling; a coarse span does not date what follows."""
    place = told.place
    if not telling.country_wide and (places or telling.indefinite):
        place = places[0] if places else None
    own_day = telling.first and telling.date_precision == "day"
    first, last = (telling.first, telling.last) if own_day else (told.first, told.last)
    by = telling.attacker or told.attacker
    return _Story(place, first, last, by, telling.sentence.post, telling.sentence.paragraph)


def _carried(telling: Telling, told: _Story, main: _Story, places_by_day: Mapping[dt.date, Place]) -> tuple[Place, ...]:
    """Return where a telling without a place plays.

    In the country attacked, if it is of a whole country; with the authorities that tell it; where that day's strike
    was, if it goes back to another day; or where the last strike was.
    """
    if telling.country_wide:
        return _land_attacked_by(telling.attacker)
    coarse = telling.first is not None and telling.date_precision != "day"  # "killed in a strike last month"
    if telling.away or telling.long_before or coarse or _OCCUPIED.search(telling.sentence.text):
        return ()
    owner = owners_place(telling.sentence)
    if owner and not telling.strong and _UNHARMED.search(telling.sentence.text):
        owner = None  # "the governor reported no damage following the attack"
    if owner and (told.place is None or owner.name not in (told.place.region, told.place.name)):
        return (owner,)
    another = telling.indefinite and telling.first is not None and telling.first != told.first
    others = telling.attacker and telling.attacker != (told.attacker or telling.attacker)
    if told.place and told.attacker is None and _is_at_home(telling.attacker, told.place):
        return ()
    if telling.first and telling.first == telling.last and told.first and telling.first != told.first and not others:
        if that_day := places_by_day.get(telling.first):
            return (that_day,)
        if main.place and main.first == telling.first:
            return (main.place,)
        another = another or abs(telling.first - told.first) > _RECENT
    return () if told.place is None or another or others else (told.place,)


def _is_at_home(attacker: str | None, place: Place) -> bool:
    """Say whether Ukraine or Russia would strike a place of its own that the other does not hold."""
    at_home = place.country in ENEMIES and attacker == reference.country_name(place.country or "")
    return at_home and not held_by_russia(place)


def _land_attacked_by(attacker: str | None) -> tuple[Place, ...]:
    for code, enemy in ENEMIES.items():
        if reference.countries()[enemy].name == attacker:
            return (Place(reference.countries()[code].name, code, None, None, None, "country"),)
    return ()


def _day_of_the_hours(reading: Reading, tellings: Sequence[Telling]) -> dt.date | None:
    """Return the day of strikes that are dated only by what else happened that day: "hours before the meeting"."""
    if not any(_HOURS.search(telling.sentence.text) for telling in tellings):
        return None
    return openings(reading).get(reading.sentences[0].post)
