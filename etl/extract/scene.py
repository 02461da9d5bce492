"""Where and when a stretch of a sentence plays, and between whom: for figures and strikes.

A sentence seldom says all of it. What it leaves out comes from the happening told before it in the same post, and
failing that from the report's main scene, the one that its first sentences set. A sentence about another day, or one
that opens with "elsewhere", starts a scene of its own.

    stage = Stage(reading)
    scene = stage.at(sentence, offset)      # offset: of the number or the strike word, in the article's text
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache

from etl.extract import vocabulary
from etl.extract.reading import DateMention, NameMention, Place, Reading, Sentence


@dataclass(frozen=True, slots=True)
class Scene:
    """A place, its days, who attacks and whose people or land are struck; None where nothing fixes it.

    `attacker` and `target` are canonical names of states or armed groups. `own_place` and `own_day` say that the
    sentence itself tells it, rather than one before it.
    """

    place: Place | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    attacker: str | None = None
    target: str | None = None
    own_place: bool = False
    own_day: bool = False


NOWHERE = Scene()


class Stage:
    """The scenes of an article, sentence by sentence. Made in linear time; raises nothing."""

    def __init__(self, reading: Reading) -> None:
        self._before: dict[int, Scene] = {}
        current, post = NOWHERE, None
        for sentence in reading.sentences:
            if sentence.post != post:
                current, post = NOWHERE, sentence.post
            self._before[sentence.index] = current
            if happens(sentence.text):
                current = self._resolve(sentence, sentence.end, current)

    def at(self, sentence: Sentence, offset: int) -> Scene:
        """Return the scene of what stands at `offset` of the text, which lies in `sentence`."""
        return self._resolve(sentence, offset, self._before.get(sentence.index, NOWHERE))

    def _resolve(self, sentence: Sentence, offset: int, before: Scene) -> Scene:
        scene = replace(before, own_place=False, own_day=False)
        if place := nearest(places_of(sentence), offset):
            scene = replace(scene, place=place.place, own_place=True)
        if day := nearest(days_of(sentence), offset):
            scene = replace(scene, start=day.first, end=day.last, own_day=True)
        return scene


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    words = vocabulary.load("scene", dict[str, tuple[str, ...]])
    patterns = {name: rf"\b(?:{vocabulary.alternation(cues)})" for name, cues in words.items()}
    patterns["said"] += r"(?:\s+[\w’'.-]+){0,2}?(?:\s+(?:on|late|early|in|at))*\s*$"
    patterns["elsewhere"] += r"\s+(?:the\s+)?(?:[a-z]+\s+){0,3}$"
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def happens(text: str) -> bool:
    """Return whether a sentence tells of a happening of war.

    >>> happens("A missile struck the port."), happens("The ministers met for dinner.")
    (True, False)
    """
    return _cues()["happening"].search(text) is not None


def places_of(sentence: Sentence) -> list[NameMention]:
    """Return the mentions of a place in which what the sentence tells may have happened."""
    return [
        mention
        for mention in sentence.names
        if mention.place and mention.reads_as == "place" and not mention.adjectival
        and not _cues()["elsewhere"].search(sentence.text[max(0, mention.start - sentence.start - 60) : mention.start - sentence.start])
    ]  # fmt: skip


def days_of(sentence: Sentence) -> list[DateMention]:
    """Return the mentions of days on which what the sentence tells may have happened: not those of its telling."""
    return [
        mention
        for mention in sentence.dates
        if mention.first and not mention.future
        and not _cues()["said"].search(sentence.text[max(0, mention.start - sentence.start - 60) : mention.start - sentence.start])
    ]  # fmt: skip


def nearest(mentions, offset):  # type: ignore[no-untyped-def]
    """Return the mention closest to the offset."""
    return min(mentions, key=lambda m: min(abs(m.start - offset), abs(m.end - offset)), default=None)
