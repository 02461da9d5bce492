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
from etl.extract.reading import Reading, Sentence, Voice
from etl.extract.scene import Scene, Stage
from etl.records import Figure, Issue, Record

_WORTH_READING = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|thousand|million|dozen|an?|killed|killing)\b",
    re.IGNORECASE,
)


def extract(reading: Reading) -> Iterator[Record | Issue]:
    """Yield the figures of an article, in the order of the text."""
    stage = Stage(reading)
    told: list[Figure] = []
    for sentence in reading.sentences:
        if not _WORTH_READING.search(sentence.text):
            continue
        clause = tagged(sentence)
        for family in (casualties.counts, munitions.counts):
            for count in family(clause):
                figure = _figure(reading, sentence, count, stage.at(sentence, count.start))
                if not any(_told_again(figure, earlier) for earlier in told):
                    told.append(figure)
                    yield figure


def _figure(reading: Reading, sentence: Sentence, count: Count, scene: Scene) -> Figure:
    return Figure(
        article=reading.article.article,
        measure=count.measure,
        low=count.number.low or 0.0,
        high=count.number.high or 0.0,
        qualifier=count.number.qualifier,
        group=count.group,
        side=scene.target,
        place=scene.place.name if scene.place else None,
        start=scene.start,
        end=scene.end,
        per=count.per,  # type: ignore[arg-type]
        claimed_by=claimant(reading, count.start),
        evidence=sentence.text,
        evidence_start=sentence.start,
        evidence_end=sentence.end,
        rule=count.rule,
    )


def claimant(reading: Reading, offset: int) -> str | None:
    """Return who says what stands at the offset: the speaker of the innermost voice that covers it."""
    covering: list[Voice] = [voice for voice in reading.voices if voice.start <= offset < voice.end and not voice.scare]
    return min(covering, key=lambda voice: voice.end - voice.start).speaker if covering else None


def _told_again(figure: Figure, earlier: Figure) -> bool:
    same = (figure.measure, figure.low, figure.high, figure.per) == (
        earlier.measure,
        earlier.low,
        earlier.high,
        earlier.per,
    )
    return (
        same
        and (figure.group == earlier.group or not figure.group or not earlier.group)
        and (figure.place == earlier.place or not figure.place or not earlier.place)
    )
