"""Who gives a figure: the speaker of the voice it stands in, an officeholder of the place by name where he is known."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right

from etl.extract.counts.claimant_names import NamedBodies, holder
from etl.extract.reading import Reading
from etl.extract.scenes.scene import Scene
from etl.records import Measure


class Claimants:
    """Who says what at each offset of an article."""

    def __init__(self, reading: Reading) -> None:
        self._voices = [voice for voice in reading.voices if voice.speaker and not voice.scare]
        self._starts = [voice.start for voice in self._voices]
        self._longest = max((voice.end - voice.start for voice in self._voices), default=0)
        self._bodies = NamedBodies(name for sentence in reading.sentences for name in sentence.names)

    def of(self, offset: int, measure: Measure, scene: Scene, day: dt.date | None) -> str | None:
        """Return who says what stands at the offset of the text: canonical name, else the role as written, else None.

        It is the speaker of the innermost voice that covers the offset and has one. "The regional governor" is the
        governor of the region in which the scene lies, where the reference data knows who that was on `day`; "the air
        force" is that of the side which counts.
        """
        speaker = self._speaker(offset)
        if speaker is None:
            return None
        return self._bodies.full_name(speaker, scene, measure) or holder(speaker, scene.place, day)

    def _speaker(self, offset: int) -> str | None:
        speaker, shortest = None, self._longest + 1
        for index in range(bisect_right(self._starts, offset) - 1, -1, -1):
            voice = self._voices[index]
            if offset - voice.start > self._longest:
                break
            if offset < voice.end and voice.end - voice.start < shortest:
                speaker, shortest = voice.speaker, voice.end - voice.start
        return speaker
