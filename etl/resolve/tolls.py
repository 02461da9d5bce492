"""What the claims about one event come to: which stand, and low, best, high and contested of each measure.

docs/method.md states these rules for readers; keep the two in step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from etl.resolve.attachment import Figure

PEOPLE = frozenset({"killed", "injured", "casualties", "missing", "captured", "displaced"})
ARMS = frozenset({"launched", "intercepted"})

CIVILIAN = frozenset({"civilians", "residents", "non-combatants"})
MILITARY = frozenset(
    {"soldiers", "troops", "servicemen", "service members", "military personnel", "fighters", "militants", "combatants",
     "mercenaries"}
)  # fmt: skip
# Groups that may be all who were harmed; any other ("children", "rescuers", "officers") is some of them.
_WHOLE = CIVILIAN | MILITARY | {None, "people", "persons", "victims", "prisoners of war", "prisoners", "passengers"}
_ROOM = 1.25  # "at least 20" leaves room for a quarter more, "about 20" for as much either way
_OPEN = frozenset({"at_least", "more_than"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure about the event: whose people or arms it counts, and the camp that gives it.

    `camp` is None for the account that events are followed by: what the side that was hit says, what newspapers say in
    their own voice, and claimants who belong to no side that is known. Other camps go by their side's name.
    """

    figure: Figure
    side: str | None
    camp: str | None
    attackers_own: bool = False  # what the attacker says of those it hit
    retracted: str | None = None  # why a correction took it back


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands among the claims about the same, and why."""

    claim: Claim
    standing: str
    reason: str


@dataclass(frozen=True, slots=True)
class Toll:
    """What the claims about one measure come to; `counted` names the arms where arms are counted, else None."""

    measure: str
    side: str | None
    counted: str | None
    low: float
    best: float
    high: float
    claims: int
    sources: int
    contested: bool


def weigh(claims: Iterable[Claim]) -> tuple[list[Standing], list[Toll]]:
    """Return where each claim about an event stands, and the toll of each measure and side.

    Only claims about the same are weighed against each other: one measure, one side, for arms and things hit one kind.
    """
    standings: list[Standing] = []
    tolls: list[Toll] = []
    ranked = sorted(claims, key=lambda claim: (_about(claim), _when(claim)))
    for about, told in groupby(ranked, key=_about):
        rivals = list(told)
        whole = [claim for claim in rivals if claim.retracted is None and not _is_part(claim, rivals)]
        parts = [claim for claim in rivals if claim.retracted is None and _is_part(claim, rivals)]
        standings += [Standing(claim, "retracted", claim.retracted) for claim in rivals if claim.retracted is not None]
        standings += [Standing(claim, "subset", f"only {claim.figure.counted}: part of a toll") for claim in parts]
        latest: dict[str | None, Claim] = {}
        for camp, said in _by_camp(whole):
            latest[camp] = _latest(said)
            standings += _history(said, latest[camp])
        if whole or parts:
            tolls.append(_toll(whole, parts, latest, about))
    return standings, tolls


def _about(claim: Claim) -> tuple[str, str, str]:
    counted = "" if claim.figure.measure in PEOPLE else claim.figure.counted or ""
    return claim.figure.measure, claim.side or "", counted


def _when(claim: Claim) -> tuple[int, float, str]:
    """Order claims by the day they were made; within a day by number, because a toll rises as people are found."""
    figure = claim.figure
    return (figure.said if figure.said is not None else -(10**6), figure.low, figure.figure_id)


def _is_part(claim: Claim, rivals: Sequence[Claim]) -> bool:
    """Tell whether a claim counts only some of those whom the others count."""
    figure = claim.figure
    if figure.measure not in PEOPLE:
        return False
    if figure.counted not in _WHOLE:
        return True
    return figure.counted is not None and any(
        other.figure.counted in (None, "people")
        and other.figure.low > figure.low
        and (other.figure.article_id, other.figure.claimant) == (figure.article_id, figure.claimant)
        for other in rivals
    )


def _by_camp(claims: Iterable[Claim]) -> list[tuple[str | None, list[Claim]]]:
    ranked = sorted(claims, key=lambda claim: (claim.camp or "", _when(claim)))
    return [(camp or None, list(said)) for camp, said in groupby(ranked, key=lambda claim: claim.camp or "")]


def _latest(said: Sequence[Claim]) -> Claim:
    """Return a camp's latest word: its last number that it had not said before.

    A number said again after a newer one is an older report repeated, not a step back. A lower number is a correction
    only where the same claimant gives it: another of the account may not have heard the higher one.
    """
    seen: set[tuple[float, float]] = set()
    latest = said[0]
    for claim in said:
        number = (claim.figure.low, claim.figure.high)
        steps_back = claim.figure.high < latest.figure.low and claim.figure.claimant != latest.figure.claimant
        if number not in seen and not steps_back:
            latest = claim
        seen.add(number)
    return latest


def _history(said: Sequence[Claim], latest: Claim) -> list[Standing]:
    found: list[Standing] = []
    seen: dict[tuple[object, ...], Figure] = {}
    now = (latest.figure.low, latest.figure.high)
    for claim in said:
        figure = claim.figure
        number = (figure.low, figure.high)
        same = [(figure.claimant, number), ("story", figure.story_id, number)]
        earlier = next((seen[key] for key in same if key in seen), None)
        for key in same:
            seen.setdefault(key, figure)
        if earlier is not None and earlier.article_id != figure.article_id:
            found.append(Standing(claim, "repeat", "the same number was told before"))
        elif number == now:
            found.append(Standing(claim, "current", "the latest number of this account"))
        else:
            found.append(Standing(claim, "superseded", f"this account has since told {_number(latest.figure)}"))
    return found


def _number(figure: Figure) -> str:
    return f"{figure.low:g}" if figure.low == figure.high else f"{figure.low:g} to {figure.high:g}"


def _toll(
    whole: Sequence[Claim], parts: Sequence[Claim], latest: dict[str | None, Claim], about: tuple[str, str, str]
) -> Toll:
    measure, side, counted = about
    everyone = [*whole, *parts]
    sources = len({claim.figure.story_id for claim in everyone})
    if not whole:  # only parts are told: the greatest of them is the least that the whole can be
        least = max(claim.figure.low for claim in parts)
        return Toll(measure, side or None, counted or None, least, least, least, len(parts), sources, False)
    best = latest[_best_supported(whole)].figure
    lows = [claim.figure.low for claim in latest.values()]
    highs = [claim.figure.high for claim in latest.values()]
    return Toll(
        measure, side or None, counted or None, min(lows), best.low if best.best is None else best.best, max(highs),
        len(everyone), sources, _is_contested(whole, latest),
    )  # fmt: skip


def _best_supported(whole: Sequence[Claim]) -> str | None:
    """Return the camp whose account most independent stories carry; of equals the one that events are followed by.

    Not the attacker's account of those it hit, where there is another.
    """
    stories: dict[str | None, set[str]] = {}
    for claim in [claim for claim in whole if not claim.attackers_own] or whole:
        stories.setdefault(claim.camp, set()).add(claim.figure.story_id)
    return min(stories, key=lambda camp: (-len(stories[camp]), camp is not None, camp or ""))


def _is_contested(whole: Sequence[Claim], latest: dict[str | None, Claim]) -> bool:
    """Tell whether two camps differ in what neither has ever said: in number, or in whether the dead were soldiers."""
    camps = list(latest)
    return any(
        _differ(latest[one], [claim for claim in whole if claim.camp == other])
        and _differ(latest[other], [claim for claim in whole if claim.camp == one])
        for position, one in enumerate(camps)
        for other in camps[position + 1 :]
    )


def _differ(claim: Claim, history: Sequence[Claim]) -> bool:
    return not any(_overlap(claim.figure, other.figure) for other in history) or _other_people(claim, history)


def _other_people(claim: Claim, history: Sequence[Claim]) -> bool:
    groups = {other.figure.counted for other in history}
    return (claim.figure.counted in MILITARY and bool(groups & CIVILIAN)) or (
        claim.figure.counted in CIVILIAN and bool(groups & MILITARY)
    )


def _overlap(one: Figure, other: Figure) -> bool:
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return low <= other_high and other_low <= high


def _range(figure: Figure) -> tuple[float, float]:
    if figure.qualifier in _OPEN:
        return figure.low, figure.high * _ROOM
    if figure.qualifier in ("about", "nearly"):
        return figure.low / _ROOM, figure.high * _ROOM
    return figure.low, figure.high
