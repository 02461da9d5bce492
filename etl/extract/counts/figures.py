"""Figures: numbers that somebody reports, each with whose, where, when and who says so.

The counts come from the clause patterns of casualties.py and munitions.py; scene.py says where and when, claimants.py
who. A count told again in the same article is one figure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from etl import reference
from etl.extract.caseless import Caseless, names_any
from etl.extract.counts import casualties, munitions, other_figures
from etl.extract.counts.casualty_shapes import UNDER_ARMS
from etl.extract.counts.claimants import Claimants
from etl.extract.counts.clause import tagged
from etl.extract.counts.counted import Count
from etl.extract.counts.munitions import FLYING
from etl.extract.counts.retold import Telling, Told
from etl.extract.reading import NameMention, Place, Reading, Sentence
from etl.extract.scenes.lands import country_of, land
from etl.extract.scenes.scene import NOWHERE, Scene, Stage
from etl.extract.scenes.scene_cues import DATELINE
from etl.extract.scenes.sides import side_of
from etl.records import CASUALTY_MEASURES, Figure, Issue, Measure, Record

_RECENT = 30  # days
_LARGEST_TOLL = 5000  # people; no single attack of these wars has harmed as many

# A stem of every verb and noun that the families read. Most sentences have none; looking for them takes no time.
_STEMS = frozenset({
    "kill", "dead", "die", "death", "dying", "wound", "injur", "hurt", "casualt", "fatalit", "toll", "lives", "missing",
    "captur", "slain", "murder", "massacr", "martyr", "perish", "shot", "hospital", "trapped", "bodies", "hostage",
    "abduct", "kidnap", "prisoner", "displac", "fled", "evacuat", "lost", "losses", "drone", "missile", "rocket",
    "shell", "bomb", "uav", "shahed", "iskander", "kalibr", "kh-", "target", "damage", "destroy", "struck", "hit",
    "jet", "aircraft", "plane", "helicopter", "produc", "munition", "projectile", "artillery", "geran", "himars",
    "unaccounted", "maim", "homeless", "surrender", "eliminat", "neutrali", "medical", "drown", "fate", "whereabouts",
    "among", "unmanned", "downed", "launch", "intercept", "aerial", "victim", "refiner", "depot", "settlement", "site",
})  # fmt: skip


# The dead that one side hands to the other fell on many days and in many places: a total, and the toll of no strike.
_TOTAL = NOWHERE._replace(total=True, told=dt.date.min)
_HANDED_OVER = Caseless(
    r"\b(?:return|repatriat|swap|exchang|hand)\w*\b[^.;]{0,60}\b(?:bodies|remains)\b"
    r"|\b(?:bodies|remains)\b[^.;]{0,80}\b(?:returned|repatriated|handed\ over|swapped|exchanged?)\b",
    needs=("bodies", "remains"),
)

_OVER = Caseless(r"\bover\b", needs=("over",))  # in which a list of what was shot down may go on
_LOST = Caseless(
    r"\b(?:lost|loses|losing|lose|suffered|sustained)\b[^.;,]{0,40}$", needs=("los", "suffered", "sustained")
)
_FIGHTING = ("state", "armed_force", "armed_group")
_AMONG = Caseless(r"\b(?:was|were|is|are)\s+among\s+(?:the\s+)?(?:at\s+least\s+)?$", needs=("among",))
_ONE_ATTACK = Caseless(
    r"\b(?:in|by|after)\s+(?:the|that|an?)\s+(?:\w+\s+){0,2}(?:attack|strike|raid|shelling|bombing)\b",
    needs=("attack", "strike", "raid", "shelling", "bombing"),
)


def extract(reading: Reading) -> Iterator[Record | Issue]:
    """Yield the figures of an article, in the order of the text; an issue where people or arms are told uncounted."""
    stage = Stage(reading)
    claimants = Claimants(reading)
    told = Told()
    before: Measure | None = None
    measures: set[Measure] = set()
    downed: Count | None = None
    for sentence in reading.sentences:
        for count in other_figures.counts(sentence):
            told.add(_telling(sentence, count, NOWHERE, reading, claimants))
        if not names_any(sentence.text, _STEMS) and not (downed and _OVER.search(sentence.text)):
            before = downed = None
            continue
        clause = tagged(sentence)
        people = list(
            casualties.counts(clause, before, wounded_only="injured" in measures and "killed" not in measures)
        )
        measures.update(count.measure for count in people)
        before = people[0].measure if people else None
        handed_over = _HANDED_OVER.search(sentence.text) is not None
        whole: float | None = None
        whose: NameMention | None = None
        arms = list(munitions.counts(clause, downed))
        downed = next((count for count in reversed(arms) if count.group in FLYING), None)
        for count in chain(people, arms):
            if count.number.vague:
                yield _uncounted(count, reading)
                continue
            if count.nation is None and count.group is None and count in people and whose is not None:
                count = replace(count, nation=whose)  # "killed 1,400 Israelis and abducted 200"
            whose = count.nation
            part = count.rule in ("subset", "among")
            whole = whole if part else count.number.low
            scene = _TOTAL if handed_over else stage.at(sentence, count.start)
            telling = _telling(sentence, count, scene, reading, claimants)
            told.add(replace(telling, whole=whole) if part else telling)
    yield from told.figures()


def _uncounted(count: Count, reading: Reading) -> Issue:
    words = reading.text[count.start : count.end]
    reason = f"{count.measure}: it says that there are many, not how many"
    return Issue(reading.article.article, "figures", words, reason, count.start, count.end)


def _telling(sentence: Sentence, count: Count, scene: Scene, reading: Reading, claimants: Claimants) -> Telling:
    scene = _of_all(sentence, count, _of_war(count, scene, sentence.reference))
    side = _side(sentence, count, scene)
    place = _place(sentence, count, scene, side)
    figure = Figure(
        article=reading.article.article,
        measure=count.measure,
        low=count.number.low or 0.0,
        high=count.number.high or 0.0,
        qualifier=count.number.qualifier,
        group=count.group,
        side=side,
        place=place.name if place else None,
        start=scene.start,
        end=scene.end,
        per=count.per,
        cumulative=scene.total,
        unit=count.unit,
        claimed_by=claimants.of(sentence, count.start, count.measure, scene),
        evidence=sentence.text,
        evidence_start=sentence.start,
        evidence_end=sentence.end,
        rule=count.rule,
    )
    return Telling(figure, place, headline=_heads(sentence))


def _heads(sentence: Sentence) -> bool:
    """Return whether a sentence is a heading, or the first line of an article and no full sentence."""
    return sentence.role == "heading" or (sentence.index == 0 and not sentence.text.endswith("."))


def _of_war(count: Count, scene: Scene, today: dt.date | None) -> Scene:
    """Return the scene as far as its own sentence tells it, where a count is a rate or too large for a day.

    "32,000 people have been killed", "5,000 soldiers a week are dying" are told anywhere of any war.
    """
    people = count.measure in CASUALTY_MEASURES or count.measure == "displaced"
    large = (count.number.low or 0) >= _LARGEST_TOLL
    one_day = scene.start is not None and scene.start == scene.end
    if people and large and one_day and scene.start and today and (today - scene.start).days > _RECENT:
        return scene._replace(end=today, total=True)  # since the day on which the war began
    if not people or scene.own_day or not (large or count.per):
        return scene
    if not scene.own_place and (not scene.total or count.group in UNDER_ARMS):
        scene = scene._replace(place=None, attacker=None, target=None)
    return scene._replace(start=None, end=None, total=not count.per)


def _of_all(sentence: Sentence, count: Count, scene: Scene) -> Scene:
    """Return the scene with the land around it, where those of whom it told before are only some of a count."""
    among = _AMONG.search(sentence.text, 0, count.start - sentence.start)
    if among is None or scene.own_place or _ONE_ATTACK.search(sentence.text, count.end - sentence.start):
        return scene
    return scene._replace(place=country_of(scene.place) if scene.place else None)


def _side(sentence: Sentence, count: Count, scene: Scene) -> str | None:
    """Return whose people, arms or land are counted: as the count itself says, else as the scene does."""
    own = side_of(count.nation) if count.nation else _who_lost(sentence, count)
    if count.measure in ("launched", "intercepted", "produced"):
        return own or scene.attacker
    return own or scene.target


def _who_lost(sentence: Sentence, count: Count) -> str | None:
    """Return who lost the fighters of a count: "Russia has lost a million soldiers"."""
    told = count.measure in CASUALTY_MEASURES and (count.group in UNDER_ARMS or count.group is None)
    lost = _LOST.search(sentence.text, 0, count.start - sentence.start) if told else None
    if lost is None:
        return None
    before = [
        name
        for name in sentence.names
        if name.end - sentence.start <= lost.start() and name.reads_as == "actor" and name.actor_kind in _FIGHTING
    ]
    return next((side for name in reversed(before) if (side := side_of(name))), None)


def _place(sentence: Sentence, count: Count, scene: Scene, side: str | None) -> Place | None:
    """Return where; a salvo without a place of its own goes to the country that it is fired at, not to a town of it."""
    if count.measure in ("launched", "intercepted") and not scene.own_place:
        other = scene.target if scene.target != side else None
        if other is None and scene.place and side == reference.country_name(scene.place.country):
            return None  # "it shot down 16 Ukrainian drones" is not of Kharkiv, which was told before
        return land(other) if other else scene.place
    if scene.place is None and scene.total and scene != _TOTAL and not count.per and count.group not in UNDER_ARMS:
        return _land_of_all(sentence, side)
    return scene.place


def _land_of_all(sentence: Sentence, side: str | None) -> Place | None:
    """Return the country of all whom a sentence names at war, or of those it counts; None where they are several."""
    of_war = ("state", "armed_force", "armed_group")
    dateline = DATELINE.match(sentence.text)
    since = sentence.start + dateline.end() if dateline else sentence.start
    lands = {
        name.country for name in sentence.names if name.actor_kind in of_war and name.country and name.start >= since
    }
    if side is not None:
        return land(side)
    return reference.country_place(lands.pop()) if len(lands) == 1 else None
