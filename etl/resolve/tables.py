"""Small questions to the draft that several stages of resolving ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd


@cache
def query(name: str) -> str:
    """Return the text of a .sql file of this package."""
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")


def rows_of(result: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Return the rows that a query found, each by its columns' names."""
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


@contextmanager
def keys(connection: duckdb.DuckDBPyConnection, values: Collection[str], name: str = "resolve_keys") -> Iterator[None]:
    """Let queries ask for `in (select key from resolve_keys)`, while the context lasts."""
    connection.register(name, pd.DataFrame({"key": pd.Series(sorted(values), dtype="str")}))
    try:
        yield
    finally:
        connection.unregister(name)
