"""What resolving hands back: for each derived table the rows that hold now, and which old rows they replace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True)
class Derived:
    """The rows of one derived table that hold now: columns as in schema.sql, without came and gone.

    They replace the current rows whose `key` is in `scope`, or all current rows where `scope` is None; a key that is in
    `scope` and not in `frame` has no row any more. Every key of `frame` is in `scope`.
    """

    frame: pd.DataFrame
    key: str
    scope: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The derived tables by name; a table that a load cannot have changed is left out."""

    tables: Mapping[str, Derived]


# The column by which each table's rows are replaced: the [resolve] ones of schema.sql, the corrections' outcomes, and
# quotes, whose speaker a correction may override.
KEYS: Mapping[str, str] = {
    "stories": "article_id",
    "events": "event_id",
    "mention_events": "mention_id",
    "claims": "figure_id",
    "tolls": "event_id",
    "redirects": "old_event_id",
    "corrections": "correction_id",
    "quotes": "quote_id",
}


def derived(table: str, rows: Sequence[Mapping[str, Any]], scope: frozenset[str] | None) -> Derived:
    """Return the rows of a table, which replace those of `scope` (None: all)."""
    frame = pd.DataFrame(list(rows), dtype="object") if rows else pd.DataFrame({KEYS[table]: pd.Series(dtype="object")})
    return Derived(frame, KEYS[table], scope)
