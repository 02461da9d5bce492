"""Where and when a stretch of a sentence plays, and between whom: for figures and strikes.

A sentence seldom says all of it. What it leaves out comes from the happening told before it in the same post, and
failing that from the report's main scene, the one that its first sentences set. A sentence about another day, or one
that opens with "elsewhere", starts a scene of its own.

    stage = Stage(reading)
    scene = stage.at(sentence, offset)      # offset: of the number or the strike word, in the article's text
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from etl import reference
from etl.extract.reading import DateMention, Place, Reading, Sentence
from etl.extract.scenes.lands import (
    alike,
    country_of,
    is_country,
    is_within,
    land,
    lies_in,
    owner_of,
    owner_of_spot,
    region_of_place,
    within_region,
)
from etl.extract.scenes.sequels import Sequel
from etl.extract.scenes.setting import Setting, in_part, nearest
from etl.extract.scenes.spots import Spot, is_of_part, listed, row

_LEAD = 4  # sentences of a post that set its main place, and whose days of statements may be its day
_NEAR = 8  # sentences of a post whose days go before those of its background
_SPANNING = 3  # sentences, the first included
_NEWS = 10  # days; what a report tells is no older, unless it tells nothing newer

_NIGHTS = 2  # days
_WEEK = 7  # days; what lasts longer is the period that a report is of
_SAME = 1  # days: a night is told by its evening or its morning


class Scene(NamedTuple):
    """A place, its days, who attacks and whose people or land are struck; None where nothing fixes it.

    `attacker` and `target` are canonical names of states or armed groups. `own_place` and `own_day` say that the
    sentence itself tells it, rather than one before it; `total` that it counts all since a start, known or not.
    `told` is the day that a sentence before told last, which "since then" counts from.
    """

    place: Place | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    attacker: str | None = None
    target: str | None = None
    own_place: bool = False
    own_day: bool = False
    total: bool = False
    told: dt.date | None = None


NOWHERE = Scene()


class Stage:
    """The scenes of an article, sentence by sentence; those of a post are read when one of them is asked for.

    In linear time; raises nothing.
    """

    def __init__(self, reading: Reading) -> None:
        self._settings = [Setting(sentence) for sentence in reading.sentences]
        self._posts: dict[int, list[Sentence]] = {}
        for sentence in reading.sentences:
            self._posts.setdefault(sentence.post, []).append(sentence)
        self._sentences = reading.sentences
        self._before: dict[int, Scene] = {}
        self._walks: dict[int, Iterator[None]] = {}

    def at(self, sentence: Sentence, offset: int) -> Scene:
        """Return the scene of what stands at `offset` of the text, which lies in `sentence`."""
        walk = self._walks.setdefault(sentence.post, self._walk(self._posts[sentence.post]))
        while sentence.index not in self._before:
            next(walk)
        return _resolve(sentence, self._settings[sentence.index], offset, self._before[sentence.index])

    @cached_property
    def _article(self) -> Scene:
        """The main scene of the article."""
        return self._main(self._sentences, NOWHERE)

    def _walk(self, post: Sequence[Sentence]) -> Iterator[None]:
        """Carry the scene through the sentences of a post, as far as they are asked for."""
        main = self._main(post, self._article) if len(self._posts) > 1 else self._article
        current, paragraph = main, -1
        rest: Scene | None = None  # the scene that an "also struck" of this paragraph leaves
        span, spanning = NOWHERE, 0  # "in March" goes on for a sentence or two of its paragraph, no longer
        for sentence in post:
            known = self._settings[sentence.index]
            spanning -= 1
            if sentence.paragraph != paragraph:
                paragraph, spanning = sentence.paragraph, 0
                current = rest or (current if _same_days(current, main) else main)
                rest = None
            if current.place is None and known.lands:
                current = current._replace(place=known.lands[-1].place)
            self._before[sentence.index] = span if spanning > 0 and not known.days else current
            yield
            if known.days and known.days[-1].first == known.days[-1].last:
                current = current._replace(told=known.days[-1].first)
            if known.tells:
                told = _resolve(sentence, known, known.sequel.start if known.sequel else sentence.end, current)
                if told.total or _is_long(told):
                    span, spanning = told._replace(total=False), _SPANNING
                else:
                    rest = rest or (current if known.also else None)
                    current = _carried(sentence, known, told, current)

    def _main(self, post: Sequence[Sentence], article: Scene) -> Scene:
        """Return the main scene of a post: the first place and the first day of what it tells to have happened."""
        settings = [self._settings[sentence.index] for sentence in post]
        telling = (known for known in settings if known.happens or (known.days and known.spots))
        leading = [known for known in islice(telling, _LEAD) if not known.days or _has_day(known)]
        spots = [spot for known in leading for spot in known.at(known.spots, known.opens)]
        spot = next((spot for spot in spots if spot.place.precision != "country"), spots[0] if spots else None)
        if spot and any(known.unnamed for known in leading[:2]):
            spot = next((later for later in spots if lies_in(later.place, spot.place)), spot)
        place = spot.place if spot else article.place
        dated = [
            known
            for known in settings
            if known.days
            and (known.spots or known.happens)
            and not known.began
            and (not known.spots or any(alike(spot.place, place) for spot in known.spots))
        ]
        leading_on = [known for known in dated if known.index - post[0].index < _NEAR] or dated
        struck = [day for known in leading_on if (day := _day_of_violence(known))]
        days = [day for day in struck if day.first == day.last] + struck
        days += [day for known in dated for day in known.at(known.days, known.opens) if _plain_day(day)]
        days += [day for known in settings[:_LEAD] for day in known.said if _plain_day(day)]
        attacker = next((known.attacker for known in settings if known.tells and known.attacker), article.attacker)
        days = [day for day in days if not _lasts(day)]
        days = [day for day in days if not _long_ago(day, post)] or days
        if days:
            return Scene(place=place, start=days[0].first, end=days[0].last, attacker=attacker)
        same = place is None or alike(place, article.place)
        return Scene(place, article.start if same else None, article.end if same else None, attacker)


def _carried(sentence: Sentence, known: Setting, told: Scene, before: Scene) -> Scene:
    """Return the scene that goes on after a sentence: a region or country named in passing keeps the place before."""
    if told.own_place and told.place and before.place and before.place.precision != "country":
        passing = told.start == before.start or sentence.index == 0
        if passing and is_within(before.place, told.place):
            return told._replace(place=before.place)
    headline = sentence.index == 0 and told.own_place and is_country(told.place)
    if headline or (known.region_back and not told.own_place):
        return told._replace(place=before.place or told.place)
    return told


def _resolve(sentence: Sentence, known: Setting, offset: int, before: Scene) -> Scene:
    """Return the scene at an offset: what the sentence says there, and what it leaves to the scene before."""
    scene = before._replace(own_place=False, own_day=False, total=False)
    if known.sequel and known.sequel.holds(offset):
        scene = _recalled(scene, known, known.sequel)
    scene = _on_day(scene, sentence, known, offset)
    scene = _at_place(scene, sentence, known, offset, before)
    if known.sequel and known.sequel.holds(offset):
        return scene._replace(attacker=None, target=owner_of(scene.place))
    moved = scene.place is not None and not alike(scene.place, before.place)
    if moved and not known.attacker and scene.attacker == owner_of(scene.place):
        scene = scene._replace(attacker=None, target=None)  # the other side's turn
    return _between(scene, known)


def _recalled(scene: Scene, known: Setting, sequel: Sequel) -> Scene:
    """Return what is known of a part that recalls before it is read: by how many days it came before the rest."""
    rest = nearest(known.at(known.days, sequel.start), sequel.start, known.breaks)
    day = rest.first if rest and rest.first == rest.last else scene.start
    if sequel.days is None or day is None:
        return NOWHERE
    day -= dt.timedelta(days=sequel.days)
    return Scene(start=day, end=day)


def _on_day(scene: Scene, sentence: Sentence, known: Setting, offset: int) -> Scene:
    """Add the day that the sentence tells at the offset; another day than the scene's is another happening."""
    country = scene.place and country_of(scene.place)
    if known.since_start and not in_part(known.days, offset, known.breaks):
        return scene._replace(start=None, end=None, place=country, attacker=None, total=True)
    if known.since_then and not in_part(known.days, offset, known.breaks):
        until = sentence.reference if scene.told else None
        return scene._replace(start=scene.told, end=until, place=country, attacker=None, total=True, own_day=True)
    day = nearest(known.at(known.days, offset), offset, known.breaks) if known.days else None
    if day is None:
        if known.total:
            return scene._replace(start=None, end=None, place=country, attacker=None, total=True)
        return scene
    other = scene.start is not None and not _near(day, scene)
    scene = scene._replace(start=day.first, end=day.last, own_day=True, total=day.since)
    if day.since or day.precision in ("month", "year") or _is_long(scene):
        return scene._replace(place=country, attacker=None)
    return scene._replace(place=None, attacker=None, target=None) if other and not known.back else scene


def _at_place(scene: Scene, sentence: Sentence, known: Setting, offset: int, before: Scene) -> Scene:
    """Add the place that the sentence tells at the offset, or that of the official who speaks."""
    spots = [spot for spot in known.at(known.spots, offset) if not is_of_part(spot, offset, sentence)]
    if spots and (spot := nearest(spots, offset, known.breaks, known.back)):
        if _counts_for_region(spot, offset, known):
            return scene._replace(place=region_of_place(spot.place), own_place=True)
        place = spot.place
        if listed(known.spots, spot, sentence):
            if len({each.place.country for each in row(known.spots, spot, sentence)}) > 1:
                return scene._replace(place=None, own_place=True)  # in several countries
            place = country_of(place)
        named_else = (
            (known.keeps_name(spot.start) or known.points_back(spot.start))
            and before.place
            and is_within(before.place, place)
        )
        scene = scene._replace(place=before.place if named_else else place, own_place=True)
    elif known.region_back and scene.place and (region := region_of_place(scene.place)):
        scene = scene._replace(place=region)
    elif known.apart and not known.back:
        scene = scene._replace(place=None)
    official = nearest(known.at(known.lands, offset), offset, known.breaks)
    if official and _may_speak_of(scene, official.place):
        own = scene.own_place or bool(known.region_back)  # "over his region"
        scene = scene._replace(place=official.place, own_place=own)
    return scene


def _counts_for_region(spot: Spot, offset: int, known: Setting) -> bool:
    """Return whether a count is of the region of the place before: "one in Rodynske and five across the region"."""
    parts = [mark for mark in known.breaks if spot.end <= mark <= offset]
    closes = min((mark for mark in known.breaks if mark > offset), default=1 << 60)
    return bool(parts) and spot.place.region is not None and any(offset < mark < closes for mark in known.region_back)


def _between(scene: Scene, known: Setting) -> Scene:
    """Add who attacks whom: as the sentence says it, else whose land it is, else as before."""
    if scene.own_place and scene.place is None:
        return scene._replace(target=None)
    attacker = known.attacker or scene.attacker
    owner = owner_of(scene.place)
    target = known.target or (owner if owner != attacker else None)
    if scene.own_place and owner and target != owner != attacker and target in map(owner_of_spot, known.spots):
        target = owner  # "fell in Poland during an attack on Ukraine that killed"
    if target is None and scene.target != attacker:
        target = scene.target
    if known.target and known.target == attacker and not known.attacker:
        attacker = None
    place = scene.place
    elsewhere = known.attacker and known.target and not scene.own_place  # "India fired into Pakistani territory"
    if target and (place is None or (elsewhere and place.country != reference.iso2(target))):
        place = land(target)
    return scene._replace(place=place, attacker=attacker if attacker != target else None, target=target)


def _day_of_violence(known: Setting) -> DateMention | None:
    """Return the plain day that goes with a sentence's word of violence."""
    if known.violence is None:
        return None
    return nearest([day for day in known.days if _plain_day(day)], known.violence, known.breaks)


def _long_ago(day: DateMention, post: Sequence[Sentence]) -> bool:
    """Return whether a day is too far back to be that of a report: an earlier attack that it recalls."""
    today = post[0].reference if post else None
    return today is not None and day.first is not None and (today - day.first).days > _NEWS


def _lasts(day: DateMention) -> bool:
    """Return whether a mention is of some days, that a part of a report counts over, and not of its whole period."""
    return day.first is not None and day.last is not None and _NIGHTS < (day.last - day.first).days < _WEEK


def _has_day(known: Setting) -> bool:
    return any(_plain_day(day) for day in known.days)


def _plain_day(day: DateMention) -> bool:
    return day.precision == "day" and not day.since


def _near(day: DateMention, scene: Scene) -> bool:
    if day.first is None or day.last is None or scene.start is None or scene.end is None:
        return True
    slack = dt.timedelta(days=_SAME)
    return day.precision == "day" and day.first - slack <= scene.end and scene.start - slack <= day.last


def _same_days(scene: Scene, main: Scene) -> bool:
    if scene.start is None or main.start is None:
        return True
    return abs((scene.start - main.start).days) <= _SAME


def _is_long(scene: Scene) -> bool:
    """Return whether a scene is a span of weeks, which does not go on in the next sentence."""
    return scene.start is not None and scene.end is not None and (scene.end - scene.start).days >= _WEEK


def _may_speak_of(scene: Scene, land: Place) -> bool:
    """Return whether an official may mean his own land, since the sentence names no place, or a country around it."""
    if scene.own_place:
        return is_country(scene.place) and alike(land, scene.place)
    if is_country(land):
        return scene.place is None or scene.place.country != land.country
    return not within_region(scene.place, land)
