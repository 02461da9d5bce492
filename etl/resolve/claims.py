"""Figures as claims: what each number of an article is about, and what the claims about each event come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from etl.resolve.attachment import Attached, Figure, attach
from etl.resolve.mentions import Mention, Sides
from etl.resolve.tables import keys, query
from etl.resolve.tolls import ARMS, Claim, Toll, weigh


@dataclass(frozen=True, slots=True)
class Fronts:
    """The sides of an event: who attacked, and who was hit."""

    attackers: frozenset[str]
    targets: frozenset[str]

    def side_counted(self, measure: str) -> str | None:
        """Return whose people or arms a number counts that does not say it: the arms are the attacker's."""
        sides = self.attackers if measure in ARMS else self.targets
        return next(iter(sides)) if len(sides) == 1 else None

    def camp(self, claimant: str | None, sides: Sides) -> str | None:
        """Return a claimant's camp, None for the account that events are followed by (tolls.py)."""
        if claimant is None or not sides.known(claimant):
            return None
        side = sides.of(claimant)
        return None if side in self.targets else side


def read_figures(
    connection: duckdb.DuckDBPyConnection, article_ids: Collection[str], stories: Mapping[str, str]
) -> list[Figure]:
    """Return the figures of these articles, in the order of their texts."""
    with keys(connection, article_ids):
        rows = connection.execute(query("figures")).fetchall()
    return [
        Figure(figure_id, article_id, stories.get(article_id, story_id), *rest)
        for figure_id, article_id, story_id, *rest in rows
    ]


def attach_all(figures: Iterable[Figure], mentions: Iterable[Mention]) -> dict[str, Attached]:
    """Return what each figure is about, by its id."""
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article_id].append(mention)
    return {figure.figure_id: attach(figure, by_article[figure.article_id]) for figure in figures}


def weigh_event(
    event_id: str, fronts: Fronts, about: Sequence[tuple[Figure, Attached]], sides: Sides, retracted: Mapping[str, str]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the rows of claims and of tolls of one event, given the figures that count it."""
    attached = {figure.figure_id: found for figure, found in about}
    claims = []
    for figure, _ in about:
        side = sides.of(figure.side) if figure.side else fronts.side_counted(figure.measure)
        camp = fronts.camp(figure.claimant, sides)
        own = camp is not None and camp in fronts.attackers and camp != side
        claims.append(Claim(figure, side, camp, own, retracted.get(figure.figure_id)))
    standings, tolls = weigh(claims)
    rows = [
        claim_row(each.claim.figure, event_id, each.claim.side, "event", each.standing,
                  f"{attached[each.claim.figure.figure_id].reason}; {each.reason}")
        for each in standings
    ]  # fmt: skip
    return rows, [toll_row(event_id, toll) for toll in tolls]


def claim_row(
    figure: Figure, event_id: str | None, side: str | None, scope: str, standing: str, reason: str
) -> dict[str, Any]:
    """Return a row of the table claims."""
    return {
        "figure_id": figure.figure_id, "event_id": event_id, "article_id": figure.article_id, "measure": figure.measure,
        "counted": figure.counted, "side": side, "low": figure.low, "high": figure.high, "qualifier": figure.qualifier,
        "claimant": figure.claimant, "said_on": figure.said_on, "scope": scope,
        "standing": standing, "reason": reason,
    }  # fmt: skip


def toll_row(event_id: str, toll: Toll) -> dict[str, Any]:
    """Return a row of the table tolls; whether it counts in sums is settled beside the wider events (hierarchy.py)."""
    return {
        "event_id": event_id, "measure": toll.measure, "side": toll.side, "low": toll.low, "best": toll.best,
        "high": toll.high, "claims": toll.claims, "sources": toll.sources, "contested": toll.contested,
        "counted": toll.counted, "counts": True,
    }  # fmt: skip
