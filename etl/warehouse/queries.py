"""The one way to ask a warehouse for rows by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb

Row = dict[str, Any]


def rows(connection: duckdb.DuckDBPyConnection, query: str, values: Mapping[str, Any] | None = None) -> list[Row]:
    """Return what a query answers, a dict per row; values are bound, never formatted into the SQL."""
    found = connection.execute(query, dict(values or {}))
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
