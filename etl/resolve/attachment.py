"""Which mention a figure counts: the strike of its article that agrees with it in place and day, the nearest one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from etl.resolve.mentions import LOCATED_FAMILIES, Mention

COUNTED_OF_EVENTS = frozenset(
    {"killed", "injured", "casualties", "missing", "captured", "displaced", "launched", "intercepted", "hit"}
)
_LONGEST_EVENT = 3  # days; a figure of a longer span is a period's total unless a mention has that span as well
_NEAR = 400.0  # characters within which nearness to a mention's sentence counts


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of an article, with the day it was given and the place as mentions spell theirs (mentions.py)."""

    figure_id: str
    article_id: str
    story_id: str
    measure: str
    counted: str | None
    side: str | None
    low: float
    high: float
    best: float | None
    qualifier: str
    place: str | None
    key: str
    block: str
    level: str
    country: str | None
    first: int | None
    last: int | None
    per: str | None
    cumulative: bool
    claimant: str | None
    said_on: dt.date | None
    said: int | None  # the day it was said, or else its article's
    position: int | None
    position_end: int | None


@dataclass(frozen=True, slots=True)
class Attached:
    """What a figure is about: its scope, the mention that it counts (for scope `event`), and why."""

    scope: str
    mention: Mention | None
    reason: str


def attach(figure: Figure, mentions: Sequence[Mention]) -> Attached:
    """Return what a figure is about, given the mentions of its article."""
    if figure.per:
        return Attached("rate", None, f"a rate per {figure.per}")
    if figure.cumulative:
        return Attached("running", None, "a running total")
    if figure.measure not in COUNTED_OF_EVENTS:
        return Attached("background", None, f"{figure.measure} is not counted of events")
    scored = [(score, mention) for mention in mentions if (score := _score(figure, mention)) > 0]
    if scored:
        best = max(score for score, _ in scored)
        mention = next(mention for score, mention in scored if score == best)
        return Attached("event", mention, _reason(figure, mention))
    events = [mention for mention in mentions if not mention.planned and _kinds_agree(figure, mention)]
    if len(events) == 1 and not figure.key and figure.first is None:
        return Attached("event", events[0], "the only event of its article that it can count")
    if figure.first is not None and figure.last is not None and figure.last - figure.first >= _LONGEST_EVENT:
        return Attached("period", None, "a total of the days that it names")
    return Attached("background", None, "agrees in place and day with no event of its article")


def _score(figure: Figure, mention: Mention) -> float:
    """Return how well a figure agrees with a mention; 0 where they cannot be about the same event."""
    if mention.planned or not _kinds_agree(figure, mention) or _is_total_over_places(figure, mention):
        return 0
    where, when = _place_agrees(figure, mention), _day_agrees(figure, mention)
    if where < 0 or when < 0:
        return 0
    near = _nearness(figure, mention)
    if where + when == 0 and near == 0:
        return 0
    return where + when + near + _side_agrees(figure, mention)


def _is_total_over_places(figure: Figure, mention: Mention) -> bool:
    """Tell whether a figure of many days is too wide for a mention: without a day, or of one place of its country."""
    if figure.first is None or figure.last is None or figure.last - figure.first < _LONGEST_EVENT:
        return False
    return mention.first is None or (figure.level == "country" and mention.level != "country")


def _kinds_agree(figure: Figure, mention: Mention) -> bool:
    if figure.measure == "captured":
        return mention.family in ("exchange", "ground_action")
    return mention.family in LOCATED_FAMILIES


def _place_agrees(figure: Figure, mention: Mention) -> float:
    if not figure.key or not mention.key:
        return 0
    if figure.key == mention.key:
        return 4
    if figure.level == "country":
        return 0.5 if figure.country is not None and figure.country == mention.country else -1
    if mention.level == "country":
        return 0.5 if figure.country is not None and figure.country == mention.country else -1
    if "region" in (figure.level, mention.level) and (figure.block == mention.key or mention.block == figure.key):
        return 2
    # A building that no gazetteer knows may stand in the town; two towns are two.
    unknown = figure.level == "settlement" and figure.block == figure.key and figure.country is None
    return 0.25 if unknown else -1


def _day_agrees(figure: Figure, mention: Mention) -> float:
    if figure.first is None or mention.first is None:
        return 0
    last = figure.last if figure.last is not None else figure.first
    mention_last = mention.last if mention.last is not None else mention.first
    if figure.first == mention.first and last == mention_last:
        return 2
    if last - figure.first >= _LONGEST_EVENT and mention_last - mention.first < _LONGEST_EVENT:
        return -1
    if figure.first <= mention_last and last >= mention.first:
        return 1.5
    # A night's dead may be counted on the day after.
    return 1 if figure.first - 1 <= mention_last and last + 1 >= mention.first else -1


def _nearness(figure: Figure, mention: Mention) -> float:
    """Return 1 for the same sentence, less with distance; a mention before the figure is nearer than one behind it."""
    if figure.position is None or figure.position_end is None:
        return 0
    if figure.position <= mention.position < figure.position_end:
        return 1
    distance = figure.position - mention.position
    return max(0.0, 1 - (distance if distance > 0 else -2 * distance) / _NEAR) * 0.9


def _side_agrees(figure: Figure, mention: Mention) -> float:
    """Return half a point less where the dead are the attacker's own, or the arms are not the attacker's."""
    if figure.side is None or not mention.attackers:
        return 0
    arms = figure.measure in ("launched", "intercepted")
    return 0.0 if (figure.side in mention.attackers) == arms else -0.5


def _reason(figure: Figure, mention: Mention) -> str:
    agrees = []
    if figure.key and figure.key == mention.key:
        agrees.append("place")
    if figure.first is not None and mention.first is not None:
        agrees.append("day")
    if not agrees:
        agrees.append("nearest sentence")
    return f"same {' and '.join(agrees)} as the article's report of it"
