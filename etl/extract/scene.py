"""Where and when a stretch of a sentence plays, and between whom: for figures and strikes.

A sentence seldom says all of it. What it leaves out comes from the happening told before it in the same post, and
failing that from the report's main scene, the one that its first sentences set. A sentence about another day, or one
that opens with "elsewhere", starts a scene of its own.

    stage = Stage(reading)
    scene = stage.at(sentence, offset)      # offset: of the number or the strike word, in the article's text
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from etl import reference
from etl.extract.reading import DateMention, Place, Reading, Sentence
from etl.extract.setting import Setting, listed, nearest, setting

_LEAD = 12  # sentences of a post in which the day of its main happening is looked for
_SAID = 4  # of these, those whose day may be that of the statement, and whose place is the report's
_SAME = 1  # days: a night is told by its evening or its morning


@dataclass(frozen=True, slots=True)
class Scene:
    """A place, its days, who attacks and whose people or land are struck; None where nothing fixes it.

    `attacker` and `target` are canonical names of states or armed groups. `own_place` and `own_day` say that the
    sentence itself tells it, rather than one before it; `since` that the days are a span that still runs.
    """

    place: Place | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    attacker: str | None = None
    target: str | None = None
    own_place: bool = False
    own_day: bool = False
    since: bool = False


NOWHERE = Scene()


class Stage:
    """The scenes of an article, sentence by sentence. Made in linear time; raises nothing."""

    def __init__(self, reading: Reading) -> None:
        self._settings = {sentence.index: setting(sentence) for sentence in reading.sentences}
        self._before: dict[int, Scene] = {}
        posts: dict[int, list[Sentence]] = {}
        for sentence in reading.sentences:
            posts.setdefault(sentence.post, []).append(sentence)
        article = NOWHERE
        for number, post in enumerate(posts.values()):
            main = self._walk(post, article)
            article = main if number == 0 else article

    def at(self, sentence: Sentence, offset: int) -> Scene:
        """Return the scene of what stands at `offset` of the text, which lies in `sentence`."""
        known = self._settings.get(sentence.index) or setting(sentence)
        return _resolve(sentence, known, offset, self._before.get(sentence.index, NOWHERE))

    def _walk(self, post: list[Sentence], article: Scene) -> Scene:
        """Carry the scene through the sentences of a post; return its main scene, or the article's where it has none."""
        main = self._main(post, article)
        current, paragraph = main, -1
        for sentence in post:
            known = self._settings[sentence.index]
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                if not _same_days(current, main):
                    current = main
            self._before[sentence.index] = current
            if (known.happens and (known.spots or known.days or known.attacker)) or (known.spots and known.days):
                told = _resolve(sentence, known, sentence.end, current)
                if not (told.since or _long(told)):
                    current = told if told.own_place or not known.region_back else replace(told, place=current.place)
        return main

    def _main(self, post: list[Sentence], article: Scene) -> Scene:
        """Return the main scene of a post: the first day and the first place of what it tells to have happened."""
        lead = [self._settings[sentence.index] for sentence in post[:_LEAD]]
        telling = [known for known in lead if known.happens] or lead[:1]
        day = next((day for known in telling for day in known.days if _plain_day(day)), None)
        if day is None:
            day = next((day for known in lead[:_SAID] for day in known.said if _plain_day(day)), None)
        spots = [spot for known in telling[:_SAID] for spot in known.spots]
        spot = next((spot for spot in spots if spot.place.precision != "country"), spots[0] if spots else None)
        attacker = next((known.attacker for known in telling if known.attacker), None)
        if not any(known.happens for known in lead) or (day is None and spot is None):
            return replace(article, attacker=attacker or article.attacker)
        main = Scene(place=spot and spot.place, start=day and day.first, end=day and day.last, attacker=attacker)
        return main


def _resolve(sentence: Sentence, known: Setting, offset: int, before: Scene) -> Scene:
    """Return the scene at an offset: what the sentence says there, and what it leaves to the scene before."""
    scene = replace(before, own_place=False, own_day=False, since=False)
    day = nearest(known.days, offset, known.breaks)
    if day:
        other = before.start is not None and not _near(day, before)
        scene = replace(scene, start=day.first, end=day.last, own_day=True, since=day.since)
        if day.since or day.precision in ("month", "year"):
            scene = replace(scene, place=scene.place and _country(scene.place), attacker=None)
        elif other and not known.back:
            scene = replace(scene, place=None, attacker=None, target=None)
    if spot := nearest(known.spots, offset, known.breaks, known.back):
        place = _country(spot.place) if listed(known.spots, spot, sentence) else spot.place
        scene = replace(scene, place=place, own_place=True)
    elif known.region_back and scene.place and scene.place.region and (region := _region(scene.place)):
        scene = replace(scene, place=region)
    elif known.apart and not known.back:
        scene = replace(scene, place=None)
    if (
        not scene.own_place
        and (land := nearest(known.lands, offset, known.breaks))
        and not _within(scene.place, land.place)
    ):
        scene = replace(scene, place=land.place)
    return _with_sides(scene, known)


def _with_sides(scene: Scene, known: Setting) -> Scene:
    """Add who attacks whom: as the sentence says it, else whose land it is, else as before."""
    attacker = known.attacker or scene.attacker
    land = reference.country_name(scene.place.country) if scene.place and scene.place.country else None
    target = known.target or (land if land != attacker else None)
    if target is None and scene.target != attacker:
        target = scene.target
    if known.target and known.target == attacker and not known.attacker:
        attacker = None
    place = scene.place or (_land(target) if target else None)
    return replace(scene, place=place, attacker=attacker if attacker != target else None, target=target)


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


def _long(scene: Scene) -> bool:
    """Return whether a scene is a span of weeks, which does not go on in the next sentence."""
    return scene.start is not None and scene.end is not None and (scene.end - scene.start).days > 6


def _within(inner: Place | None, outer: Place) -> bool:
    return inner is not None and outer.name in (inner.name, inner.region)


def _region(place: Place) -> Place | None:
    return Place(place.region, place.country, None, None, None, "region") if place.region else None


def _land(side: str) -> Place | None:
    """Return the country of a state that is struck; None for an armed group."""
    code = reference.iso2(side)
    return Place(side, code, None, None, None, "country") if code else None


def _country(place: Place) -> Place:
    name = reference.country_name(place.country) if place.country else None
    return Place(name, place.country, None, None, None, "country") if name else place
