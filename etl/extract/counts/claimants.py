"""Who gives a figure: the speaker of the voice it stands in, an officeholder of the place by name where he is known."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from functools import cache

from etl import reference
from etl.extract.reading import Place, Reading

_OF_PLACE = re.compile(r"^(?:region|oblast|province)'s ")


class Claimants:
    """Who says what at each offset of an article."""

    def __init__(self, reading: Reading) -> None:
        self._voices = [voice for voice in reading.voices if voice.speaker and not voice.scare]
        self._starts = [voice.start for voice in self._voices]
        self._longest = max((voice.end - voice.start for voice in self._voices), default=0)

    def of(self, offset: int, place: Place | None, day: dt.date | None) -> str | None:
        """Return who says what stands at the offset of the text: canonical name, else the role as written, else None.

        It is the speaker of the innermost voice that covers the offset and has one. "The regional governor" is the
        governor of the region in which `place` lies, where the reference data knows who that was on `day`.
        """
        speaker, shortest = None, self._longest + 1
        for index in range(bisect_right(self._starts, offset) - 1, -1, -1):
            voice = self._voices[index]
            if offset - voice.start > self._longest:
                break
            if offset < voice.end and voice.end - voice.start < shortest:
                speaker, shortest = voice.speaker, voice.end - voice.start
        return _holder(speaker, place, day) if speaker and place else speaker


def _holder(role: str, place: Place, day: dt.date | None) -> str:
    """Return the name of who held a local office or of the local body, else the role as written."""
    written = _OF_PLACE.sub(r"regional ", role.lower().replace("’", "'").removeprefix("the "))
    region = place.name if place.precision == "region" else place.region
    pattern = _regional_bodies().get(written)
    if pattern is not None and region is not None and region in reference.regions():
        return pattern.format(core=reference.regions()[region].core)
    for office in reference.offices_by_noun().get(written, ()):
        scope = reference.roles().offices[office].scope
        whose = place.name if scope == "city" or place.precision == "region" else place.region
        if scope in ("region", "city") and whose and (holder := reference.office_holder(office, whose, day)):
            return holder
    return role


@cache
def _regional_bodies() -> dict[str, str]:
    """Return the patterns of the names of bodies that each region has, by what they are called."""
    bodies = reference.roles().bodies.values()
    return {noun.lower(): body.name for body in bodies if body.scope == "region" for noun in body.nouns}
