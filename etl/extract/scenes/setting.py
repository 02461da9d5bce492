"""What one sentence itself says of where, when and between whom the thing happens that it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from etl.extract.caseless import Caseless
from etl.extract.reading import DateMention, Sentence
from etl.extract.scenes.scene_cues import cues
from etl.extract.scenes.sides import sides
from etl.extract.scenes.spots import Spot, spots_of
from etl.extract.scenes.told_days import days_of

_COUNT = r"(?:at\s+least\s+|another\s+)?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s"
_BREAK = re.compile(
    rf";|,\s+(?={_COUNT})|,?\s+and\s+(?={_COUNT}|another\s)|\bwhile\b|\bwhereas\b|,\s+but\b|,\s+with\s+another\b|,?\s+including\b"
)
_BACK = Caseless(
    r"\b(?:in|on|at|of|across|over|hit|struck|rocked|near)\s+(?:the|that|this)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:city|town|village|settlement|capital|area|district)\b|\bthere\b|\bthe\s+(?:city|town|village)['’]s\b",
    needs=("city", "town", "village", "settlement", "capital", "area", "district", "there"),
)
_REGION_BACK = Caseless(
    r"\b(?:in|across|of|on|over|throughout)\s+(?:the|that|this)\s+(?:entire\s+|whole\s+)?(?:region|oblast|province)\b"
    r"(?!\s+of)",
    needs=("region", "oblast", "province"),
)
_UNNAMED = Caseless(
    r"\b(?:an?|two|three|several|heart\s+of)\s+(?:[\w-]+\s+){0,3}(?:city|cities|towns?|villages?|settlements?|ports?)\b",
    needs=("city", "cities", "town", "village", "settlement", "port"),
)
_TOTAL = Caseless(
    r"\b(?:war|conflict|invasion|unrest|violence|hostilities|crisis|offensive|campaign|operation)\b[^.;]{0,50}\b(?:has|have|had)\s+(?:\w+\s+){0,2}?"
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
    ),
)


class Setting(NamedTuple):
    """What a sentence says of its scene; offsets count in the article's text.

    `happens`: it tells of a happening of war; `violence`: the offset of its first word for people or things struck;
    `apart`: it opens with "elsewhere". `spots` are the places where it may have happened, `lands` those of the
    officials who speak; `days` when it may have happened, `said` when it was said. `back`: the offsets where it names
    the place before again ("in the city"), `region_back` those of that place's region.
    `unnamed`: it keeps a town's name for
    later ("a city in the west"). `total`: it counts since the war began. `breaks`: where it goes on to something else.
    """

    happens: bool = False
    violence: int | None = None
    apart: bool = False
    spots: tuple[Spot, ...] = ()
    lands: tuple[Spot, ...] = ()
    days: tuple[DateMention, ...] = ()
    said: tuple[DateMention, ...] = ()
    back: tuple[int, ...] = ()
    region_back: tuple[int, ...] = ()
    unnamed: bool = False
    total: bool = False
    attacker: str | None = None
    target: str | None = None
    breaks: tuple[int, ...] = ()


SILENT = Setting()  # of a sentence that names no place, nobody and no day


def setting(sentence: Sentence) -> Setting:
    """Return what the sentence says of its scene. Linear in its length."""
    text = sentence.text
    spots, lands = spots_of(sentence)
    days, said = days_of(sentence)
    attacker, target = sides(sentence)
    violence = cues()["violence"].search(text)
    return Setting(
        happens=_happens(text, told=violence is not None),
        violence=violence.start() + sentence.start if violence else None,
        apart=cues()["apart"].search(text) is not None,
        spots=spots,
        lands=lands,
        days=days,
        said=said,
        back=_offsets(_BACK, sentence),
        region_back=_offsets(_REGION_BACK, sentence),
        unnamed=_UNNAMED.search(text) is not None,
        total=_TOTAL.search(text) is not None,
        attacker=attacker,
        target=target,
        breaks=_offsets(_BREAK, sentence) if spots or lands or days else (),
    )


def _offsets(pattern: re.Pattern[str] | Caseless, sentence: Sentence) -> tuple[int, ...]:
    return tuple(match.start() + sentence.start for match in pattern.finditer(sentence.text))


def happens(text: str) -> bool:
    """Return whether a sentence tells of a happening of war, rather than of talk about it.

    >>> happens("A missile struck the port."), happens("The ministers met for talks on the strike.")
    (True, False)
    """
    return _happens(text, told=cues()["violence"].search(text) is not None)


def _happens(text: str, *, told: bool) -> bool:
    """Return whether a sentence tells of a happening of war; `told`: it has a word for people or things struck."""
    return cues()["happening"].search(text) is not None and (told or cues()["diplomacy"].search(text) is None)


_MentionT = TypeVar("_MentionT", Spot, DateMention)


def nearest(
    mentions: Sequence[_MentionT], offset: int, breaks: Sequence[int], back: Sequence[int] = ()
) -> _MentionT | None:
    """Return the mention that the word at `offset` goes with: in its part of the sentence, else before it, else after.

    `breaks` divide the sentence into parts that tell different things. A part that points `back` to what was told
    before ("in the city") goes with nothing in the parts after it.
    """
    if not mentions:
        return None
    opens = max((mark for mark in breaks if mark <= offset), default=-1)
    closes = min((mark for mark in breaks if mark > offset), default=1 << 60)
    inside = [mention for mention in mentions if opens <= mention.start < closes]
    before = [mention for mention in mentions if mention.start < opens]
    if not inside and not before and any(opens <= mark < closes for mark in back):
        return None
    pool = inside or before[-1:] or list(mentions)
    return min(pool, key=lambda mention: min(abs(mention.start - offset), abs(mention.end - offset)))
