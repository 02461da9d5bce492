"""Figures: numbers that somebody reports, each with whose, where, when and who says so.

The counts come from the clause patterns of casualties.py and munitions.py; scene.py says where and when, the voices who.
A count told again in the same article is one figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from etl.extract import casualties, munitions
from etl.extract.casualties import Count
from etl.extract.clause import tagged
from etl.extract.reading import Place, Reading, Sentence, Voice
from etl.extract.scene import Scene, Stage, land
from etl.extract.retold import Telling, tell
from etl.extract.setting import side_of
from etl.records import Figure, Issue, Record

_WORTH_READING = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|thousand|million|dozen|an?|killed|killing)\b",
    re.IGNORECASE,
)


def extract(reading: Reading) -> Iterator[Record | Issue]:
    """Yield the figures of an article, in the order of the text."""
    stage = Stage(reading)
    told: list[Telling] = []
    for sentence in reading.sentences:
        if not _WORTH_READING.search(sentence.text):
            continue
        clause = tagged(sentence)
        for family in (casualties.counts, munitions.counts):
            for count in family(clause):
                tell(told, _telling(reading, sentence, count, stage.at(sentence, count.start)))
    for telling in told:
        yield telling.figure


def _telling(reading: Reading, sentence: Sentence, count: Count, scene: Scene) -> Telling:
    side = _side(count, scene)
    place = _place(count, scene, side)
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
        per=count.per,  # type: ignore[arg-type]
        cumulative=scene.since,
        claimed_by=claimant(reading, count.start),
        evidence=sentence.text,
        evidence_start=sentence.start,
        evidence_end=sentence.end,
        rule=count.rule,
    )
    return Telling(figure, place, headline=sentence.index == 0 or sentence.role == "heading")


def _side(count: Count, scene: Scene) -> str | None:
    """Return whose people, arms or land are counted: as the count itself says, else as the scene does."""
    own = side_of(count.nation) if count.nation else None
    if count.measure in ("launched", "intercepted", "produced"):
        return own or scene.attacker
    return own or scene.target


def _place(count: Count, scene: Scene, side: str | None) -> Place | None:
    """Return where; a salvo without a place of its own goes to the country that it is fired at, not to one town of it."""
    if count.measure in ("launched", "intercepted") and not scene.own_place:
        other = scene.target if scene.target != side else None
        return land(other) if other else scene.place
    return scene.place


def claimant(reading: Reading, offset: int) -> str | None:
    """Return who says what stands at the offset: the speaker of the innermost voice that covers it and has one."""
    covering: list[Voice] = [
        voice for voice in reading.voices if voice.start <= offset < voice.end and voice.speaker and not voice.scare
    ]
    return min(covering, key=lambda voice: voice.end - voice.start).speaker if covering else None
