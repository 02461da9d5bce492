"""Which mentions a load's articles can have changed the events of, and which must be weighed again to know.

A located event depends on the mentions of its family and block alone, so these are weighed whole. Dealings between
parties depend on the mentions of their family within some months. So weighing these anew gives what weighing
everything would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import duckdb

from etl.resolve.clusters import Cluster
from etl.resolve.mentions import LOCATED_FAMILIES, Mention
from etl.resolve.tables import keys, query

_WEIGHED_DAYS = 220  # an event may gain a mention told 45 days on, which may have gone to one 45 days before that, …
_TOUCHED_DAYS = 100


@dataclass(frozen=True, slots=True)
class Scope:
    """What changed: blocks as "family/block", and for the families of parties the days around which something did."""

    blocks: frozenset[str]
    days: dict[str, list[tuple[int, int]]]

    def where(self) -> str:
        """Return a condition on the columns of mentions.sql, which asks for the blocks in resolve_keys."""
        near = [
            f"(family = '{family}' and coalesce(coalesce(first, published) "
            f"between {low - _WEIGHED_DAYS} and {high + _WEIGHED_DAYS}, true))"
            for family, spans in sorted(self.days.items())
            for low, high in spans
        ]
        return "(" + " or ".join(["family || '/' || block in (select key from resolve_keys)", *near]) + ")"

    def touches(self, cluster: Cluster) -> bool:
        """Tell whether a cluster may have changed; those at the edge of what was weighed are incomplete and did not."""
        founder = cluster.members[0].mention
        if founder.family in LOCATED_FAMILIES:
            return True
        return any(
            day is None or low - _TOUCHED_DAYS <= day <= high + _TOUCHED_DAYS
            for low, high in self.days.get(founder.family, ())
            for day in map(_day, cluster.mentions)
        )


def scope_of(connection: duckdb.DuckDBPyConnection, edition: int, article_ids: Collection[str]) -> Scope:
    """Return what the mentions of these articles can have changed: those that hold and those gone with this edition."""
    with keys(connection, article_ids):
        rows = connection.execute(
            f"select family, block, first, last, published from ({query('mentions')}) "
            "where article_id in (select key from resolve_keys)",
            {"edition": edition},
        ).fetchall()
    blocks, spans = set(), defaultdict(list)
    for family, block, first, last, published in rows:
        if family in LOCATED_FAMILIES:
            blocks.add(f"{family}/{block}")
        else:
            spans[family].append((_either(first, published), _either(last, published)))
    return Scope(frozenset(blocks), {family: _merged(days) for family, days in spans.items()})


def _day(mention: Mention) -> int | None:
    return mention.first if mention.first is not None else mention.published


def _either(day: int | None, other: int | None) -> int:
    """Return the day, or else the other; any day will do for a mention that has neither, which is always weighed."""
    return day if day is not None else other if other is not None else 0


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans with those that nearly meet made one."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if merged and low - merged[-1][1] <= _WEIGHED_DAYS:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return merged
