"""What one sentence itself says of where, when and between whom the thing happens that it tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar

from etl.extract.caseless import Caseless
from etl.extract.reading import DateMention, Sentence
from etl.extract.scenes.scene_cues import cues
from etl.extract.scenes.sequels import Sequel, sequel
from etl.extract.scenes.sides import sides
from etl.extract.scenes.spots import Spot, spots_of
from etl.extract.scenes.told_days import days_of, is_compared

_COUNT = r"(?:at\s+least\s+|another\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s"
_SOMEBODY = r"an?\s+(?:[\w-]+\s+){0,3}(?:man|woman|child|boy|girl|person|civilian|soldier)\s+(?:was|died|had)\s"
_BREAK = re.compile(
    r"(?=[;,\sw])"  # what all of these begin with, and few characters are
    rf"(?:;|,\s+(?={_COUNT})|,?\s+and\s+(?={_COUNT}|another\s|{_SOMEBODY})"
    rf"|\bwhile\b|\bwhereas\b|,\s+but\b|,\s+with\s+(?:another\b|(?={_COUNT}))|,?\s+including\b)"
)
_BACK = Caseless(
    r"\b(?:in|on|at|of|across|over|hit|struck|rocked|near)\s+(?:the|that|this)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:city|town|village|settlement|capital|area|district|port|camp)\b(?!\s+of\b)|\bthere\b|\bthe\s+(?:city|town|village)['’]s\b",
    needs=("city", "town", "village", "settlement", "capital", "area", "district", "port", "camp", "there"),
)
_REGION_BACK = Caseless(
    r"\b(?:in|across|of|on|over|throughout)\s+(?:the|that|this|his|her)\s+(?:entire\s+|whole\s+)?(?:region|oblast|province)\b"
    r"(?!\s+of)|\bthe\s+(?:region|oblast|province)\s+(?:was|came|has|had)\b",
    needs=("region", "oblast", "province"),
)
_UNNAMED = Caseless(
    r"['’]s\s+(?:\w+\s+)?(?:hometown|birthplace)\b|\b(?:an?|two|three|several|heart\s+of)\s+(?:[\w-]+\s+){0,4}?(?:city|cities|towns?|villages?|settlements?|ports?"
    r"|hometown|monastery|mosque|shelter|facility|school|hospital|clinic|market|institute|academy|base|camp|caf[eé]|hotel|station|supermarket|mall|church"
    r"|plant|refinery|depot|airfield|prison|building|block|house)\b",
    needs=(
        "city", "cities", "town", "village", "settlement", "port", "hometown", "birthplace", "monastery",
        "mosque", "shelter", "facility",
        "school", "hospital",
        "clinic", "market",
        "institute", "academy", "base", "camp", "caf", "hotel", "station", "mall", "church", "plant", "refinery",
        "depot", "airfield", "prison", "building", "block", "house",
    ),
)  # fmt: skip
_TOTAL = Caseless(
    r"\b(?:war|conflict|invasion|unrest|violence|hostilities|crisis|offensive|campaign|operation|fighting)\b[^.;]{0,50}\b(?:has|have|had)\s+(?:\w+\s+){0,2}?"
    r"(?:killed|claimed|left|displaced|resulted|caused|taken|cost|seen|injured|wounded|driven|forced|uprooted)\b",
    needs=(
        "war",
        "conflict",
        "invasion",
        "unrest",
        "violence",
        "hostilities",
        "crisis",
        "offensive",
        "campaign",
        "operation",
        "fighting",
    ),
)


_MentionT = TypeVar("_MentionT", Spot, DateMention)

_SINCE_THEN = Caseless(r"\bsince\s+then\b", needs=("since",))

_SINCE_START = Caseless(
    r"\bsince\s+(?:the\s+)?(?:start|beginning|outbreak|onset|eruption|launch)\s+of\b|\bin\s+total\s+since\b",
    needs=("since",),
)
_BEGAN = Caseless(
    r"\b(?:war|conflict|fighting|hostilities|invasion|escalation)\b[^.;,]{0,30}\b(?:began|started|erupted|broke\s+out|launched)\b",
    needs=("began", "started", "erupted", "broke", "launched"),
)
_SINCE_REACH = 30
_ALSO = Caseless(
    r"\balso\s+(?:targeted|struck|hit|attacked|launched|fired|shelled|bombed|carried\s+out|came\s+under)\b",
    needs=("also",),
)


class Setting:
    """What a sentence says of its scene, each part read when it is first asked for: of most sentences, few are.

    Offsets count in the article's text.
    """

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self.opens, self.index = sentence.start, sentence.index
        self.days, self.said = days_of(sentence) if sentence.dates else ((), ())

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places where it may have happened."""
        return self._places[0]

    @property
    def lands(self) -> tuple[Spot, ...]:
        """The lands of the officials who speak of it."""
        return self._places[1]

    @cached_property
    def _places(self) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
        return spots_of(self._sentence, self.breaks) if self._sentence.names else ((), ())

    @property
    def attacker(self) -> str | None:
        """Who attacks: the canonical name of a state or armed group."""
        return self._sides[0]

    @property
    def target(self) -> str | None:
        """Who is attacked."""
        return self._sides[1]

    @cached_property
    def _sides(self) -> tuple[str | None, str | None]:
        return sides(self._sentence) if self._sentence.names else (None, None)

    @cached_property
    def tells(self) -> bool:
        """Whether it tells of a happening of war, with its day or its place, or of who attacks whom."""
        if self.began:
            return False  # "the war began on 13 June": what is told next happened since
        if self.days and any(spot.place.precision != "country" for spot in self.spots):
            return True
        return self.happens and bool(self.days or self.spots or self.attacker)

    @cached_property
    def happens(self) -> bool:
        """Whether it tells of a happening of war, naming a day, a place or somebody."""
        named = self._sentence.names or self._sentence.dates
        return bool(named) and _happens(self._sentence.text, told=self.violence is not None)

    @cached_property
    def violence(self) -> int | None:
        """The offset of the first word for people or things struck."""
        found = cues()["violence"].search(self._sentence.text)
        return found.start() + self._sentence.start if found else None

    @cached_property
    def apart(self) -> bool:
        """Whether it opens with "elsewhere"."""
        return cues()["apart"].search(self._sentence.text) is not None

    @cached_property
    def back(self) -> tuple[int, ...]:
        """The offsets where it names the place before again: "in the city"."""
        return self._offsets(_BACK)

    def points_back(self, offset: int) -> bool:
        """Return whether the part of it around an offset names the place before again."""
        opens, closes = _part(offset, self.breaks)
        return any(opens <= mark < closes for mark in self.back)

    @cached_property
    def region_back(self) -> tuple[int, ...]:
        """The offsets where it names the region of the place before again."""
        return self._offsets(_REGION_BACK)

    @cached_property
    def unnamed(self) -> bool:
        """Whether it keeps a town's name for later: "a city in the west"."""
        return bool(self._unnamed)

    @cached_property
    def _unnamed(self) -> tuple[int, ...]:
        return self._offsets(_UNNAMED)

    def keeps_name(self, offset: int) -> bool:
        """Return whether the part of it around an offset keeps a town's name for later."""
        opens, closes = _part(offset, self.breaks)
        return any(opens <= mark < closes for mark in self._unnamed)

    @cached_property
    def total(self) -> bool:
        """Whether it counts since the war began."""
        return _TOTAL.search(self._sentence.text) is not None

    @cached_property
    def since_then(self) -> bool:
        """Whether it counts since the day told before."""
        return _SINCE_THEN.search(self._sentence.text) is not None

    @cached_property
    def since_start(self) -> bool:
        """Whether it counts since a start that it does not date."""
        found = _SINCE_START.search(self._sentence.text)
        return found is not None and not is_compared(self._sentence.text, found.start())

    @cached_property
    def began(self) -> bool:
        """Whether it tells when a war began."""
        found = _BEGAN.search(self._sentence.text)
        return (
            found is not None and "since" not in self._sentence.text[max(0, found.start() - _SINCE_REACH) : found.end()]
        )

    @cached_property
    def also(self) -> bool:
        """Whether it tells of a further attack in passing: "Russia also struck Odesa"."""
        return _ALSO.search(self._sentence.text) is not None

    @cached_property
    def sequel(self) -> Sequel | None:
        """The part of it that recalls what came before."""
        return sequel(self._sentence)

    def at(self, mentions: Sequence[_MentionT], offset: int) -> list[_MentionT]:
        """Return those of its mentions that can go with what stands at an offset: recalled as it is, or not."""
        recalled = self.sequel
        if recalled is None:
            return list(mentions)
        inside = recalled.holds(offset)
        return [mention for mention in mentions if recalled.holds(mention.start) == inside]

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Where it goes on to something else."""
        return self._offsets(_BREAK)

    def _offsets(self, pattern: re.Pattern[str] | Caseless) -> tuple[int, ...]:
        return tuple([match.start() + self._sentence.start for match in pattern.finditer(self._sentence.text)])


def happens(text: str) -> bool:
    """Return whether a sentence tells of a happening of war, rather than of talk about it.

    >>> happens("A missile struck the port."), happens("The ministers met for talks on the strike.")
    (True, False)
    """
    return _happens(text, told=cues()["violence"].search(text) is not None)


def _happens(text: str, *, told: bool) -> bool:
    """Return whether a sentence tells of a happening of war; `told`: it has a word for people or things struck."""
    return cues()["happening"].search(text) is not None and (told or cues()["diplomacy"].search(text) is None)


def nearest(
    mentions: Sequence[_MentionT], offset: int, breaks: Sequence[int], back: Sequence[int] = ()
) -> _MentionT | None:
    """Return the mention that the word at `offset` goes with: in its part of the sentence, else before it, else after.

    `breaks` divide the sentence into parts that tell different things. A part that points `back` to what was told
    before ("in the city") goes with nothing in the parts after it.
    """
    if not mentions:
        return None
    opens, closes = _part(offset, breaks)
    inside = [mention for mention in mentions if opens <= mention.start < closes]
    before = [mention for mention in mentions if mention.start < opens]
    if not inside and not before and any(opens <= mark < closes for mark in back):
        return None
    pool = inside or before[-1:] or list(mentions)
    return min(pool, key=lambda mention: min(abs(mention.start - offset), abs(mention.end - offset)))


def in_part(mentions: Sequence[_MentionT], offset: int, breaks: Sequence[int]) -> list[_MentionT]:
    """Return the mentions in the part of the sentence, between two `breaks`, in which an offset lies."""
    opens, closes = _part(offset, breaks)
    return [mention for mention in mentions if opens <= mention.start < closes]


def _part(offset: int, breaks: Sequence[int]) -> tuple[int, int]:
    closing = bisect_right(breaks, offset)
    return breaks[closing - 1] if closing else -1, breaks[closing] if closing < len(breaks) else 1 << 60
