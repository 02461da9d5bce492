"""Says which mentions are one event, which figures are claims about it, and what they come to (docs/method.md)."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.resolve.corrections import Correction
from etl.resolve.resolution import Resolution


def resolve(
    connection: duckdb.DuckDBPyConnection,
    edition: int,
    changed_articles: Sequence[str] | None,
    corrections: Sequence[Correction] = (),
) -> Resolution:
    """Return the derived tables of the draft that `connection` has open, as they hold at `edition`.

    Only reads: the current rows (`gone is null`) of articles, mentions, figures, actors, places, and the derived rows of
    the edition before. `changed_articles` are the ids of the articles that came, went or changed since then; None
    resolves everything anew, with the same result.
    """
    return Resolution({})
