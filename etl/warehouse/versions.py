"""Rows with a history: what is true now against what a table showed, written as rows that came and rows that are gone.

A table's rows are never changed in place. `sync` is told what the rows of a scope are now; it closes those that are no
longer true (`gone` = this edition) and adds the new ones (`came` = this edition). Equal rows stay as they are, so that
telling the same again changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb
import pandas as pd

HISTORY = ("came", "gone")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which current rows are told anew: those whose `column` is one of `keys`."""

    column: str
    keys: Sequence[str]


@dataclass(frozen=True, slots=True)
class Change:
    """How many rows came and how many are gone."""

    came: int
    gone: int


def sync(
    connection: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame, edition: int, scope: Scope | None = None
) -> Change:
    """Make `rows` what the table shows of the scope (None: of all it holds), and return what that changed.

    `rows` has the table's columns but for its history, in any order; one that is missing is null. Telling a scope twice
    within an edition counts as telling it once: what came with this edition and is not told again was never there.
    """
    if scope is not None and not len(scope.keys) and rows.empty:
        return Change(0, 0)
    columns = column_types(connection, table)
    with _registered(connection, columns, rows, scope) as where:
        [(held,)] = connection.execute(
            f'select count(*) from "{table}" where (gone is null or gone = $edition) and {where}', {"edition": edition}
        ).fetchall()
        if held:
            return _replace(connection, table, columns, where, edition)
        return Change(_add(connection, table, columns, edition, _told(columns)), 0)


def column_types(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """Return the DuckDB type of each column of the table but its history."""
    described = connection.execute(f'describe "{table}"').fetchall()
    return {name: kind for name, kind, *_ in described if name not in HISTORY}


def changed_tables(connection: duckdb.DuckDBPyConnection, edition: int) -> dict[str, Change]:
    """Return what an edition changed in each table that keeps a history; tables without a change are left out."""
    changes = {}
    for table in versioned_tables(connection):
        [(came, gone)] = connection.execute(
            f'select count(*) filter (came = $edition), count(*) filter (gone = $edition) from "{table}"',
            {"edition": edition},
        ).fetchall()
        if came or gone:
            changes[table] = Change(came, gone)
    return changes


def versioned_tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the names of the tables whose rows come and go, in the order of the schema."""
    found = connection.execute(
        "select table_name from duckdb_columns() where column_name = 'gone' and not internal order by table_oid"
    ).fetchall()
    return [name for (name,) in found]


@contextmanager
def _registered(
    connection: duckdb.DuckDBPyConnection, columns: dict[str, str], rows: pd.DataFrame, scope: Scope | None
) -> Iterator[str]:
    """Make the rows and the scope's keys known to the connection; yields the condition for rows of the scope."""
    frame = pd.DataFrame({name: _typed(rows, name, kind) for name, kind in columns.items()}, copy=False)
    connection.register("_frame", frame)
    if scope is not None:
        connection.register("_keys", pd.DataFrame({"key": pd.Series(list(scope.keys), dtype="str")}))
    try:
        yield "true" if scope is None else f'"{scope.column}" in (select key from _keys)'
    finally:
        connection.unregister("_frame")
        if scope is not None:
            connection.unregister("_keys")


def _told(columns: dict[str, str]) -> str:
    """Return the query for the registered rows, each column in the type of the table."""
    typed = (
        f'cast("{name}" as json)::{kind}' if _nested(kind) else f'"{name}"::{kind}' for name, kind in columns.items()
    )
    selected = ", ".join(f'{value} as "{name}"' for name, value in zip(columns, typed, strict=True))
    return f"select distinct {selected} from _frame"


def _replace(
    connection: duckdb.DuckDBPyConnection, table: str, columns: dict[str, str], where: str, edition: int
) -> Change:
    names = ", ".join(f'"{name}"' for name in columns)
    same = " and ".join(f'told."{name}" is not distinct from held."{name}"' for name in columns)
    now = {"edition": edition}
    connection.execute(f'update "{table}" set gone = null where gone = $edition and {where}', now)
    connection.execute(
        f'create temp table _held as select rowid as held_row, {names} from "{table}" where gone is null and {where}'
    )
    connection.execute(f"create temp table _told as {_told(columns)}")
    try:
        stale = f"select held_row from _held held where not exists (select 1 from _told told where {same})"
        [(gone,)] = connection.execute(f"select count(*) from ({stale})").fetchall()
        if gone:
            connection.execute(f'delete from "{table}" where came = $edition and rowid in ({stale})', now)
            connection.execute(
                f'update "{table}" set gone = $edition where came < $edition and rowid in ({stale})', now
            )
        new = f"select {names} from _told told where not exists (select 1 from _held held where {same})"
        return Change(_add(connection, table, columns, edition, new), int(gone))
    finally:
        connection.execute("drop table _told")
        connection.execute("drop table _held")


def _add(connection: duckdb.DuckDBPyConnection, table: str, columns: dict[str, str], edition: int, query: str) -> int:
    names = ", ".join(f'"{name}"' for name in columns)
    [(came,)] = connection.execute(
        f'insert into "{table}" ({names}, came) select {names}, $edition from ({query})', {"edition": edition}
    ).fetchall()
    return int(came)


def _typed(rows: pd.DataFrame, name: str, kind: str) -> pd.Series[Any]:
    """Return a column in the pandas type that DuckDB reads as `kind` without having to guess from its first rows."""
    if name not in rows:
        return pd.Series(None, index=rows.index, dtype="str")
    values = rows[name]
    if _nested(kind):
        return pd.Series([json.dumps(_listed(value)) for value in values], index=rows.index, dtype="str")
    if kind == "DATE":
        return pd.to_datetime(values).astype("datetime64[us]")
    dtype: Any = {"INTEGER": "Int64", "BIGINT": "Int64", "DOUBLE": "Float64", "BOOLEAN": "boolean"}.get(kind, "str")
    return values.astype(dtype)


def _nested(kind: str) -> bool:
    return kind.endswith("[]")


def _listed(value: Any) -> list[Any]:
    return [] if value is None else list(value)
