"""The warehouse's tables as files: Parquet, CSV or JSON Lines, as any edition showed them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from etl.errors import WarehouseError
from etl.export.formats import Format
from etl.warehouse.versions import versioned_tables

_OPTIONS = {
    Format.PARQUET: "format parquet, compression zstd",
    Format.CSV: "format csv, header",
    Format.JSONL: "format json",
}


def tables_of(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the names of the tables that an export writes."""
    return ["editions", *versioned_tables(connection)]


def export_tables(
    connection: duckdb.DuckDBPyConnection, folder: Path, form: Format, edition: int, tables: Sequence[str] = ()
) -> list[Path]:
    """Write the tables (all, if none is named) as the edition showed them, and return the files.

    Raises:
        WarehouseError: a table is not there, or the folder cannot be written.
    """
    known = tables_of(connection)
    for table in tables:
        if table not in known:
            raise WarehouseError(f"table={table!r} is not in the warehouse; expected one of {', '.join(known)}")
    written = []
    for table in tables or known:
        file = folder / f"{table}.{form}"
        copy(connection, f'from "{table}_at"($edition)', file, form, {"edition": edition})
        written.append(file)
    return written


def copy(
    connection: duckdb.DuckDBPyConnection, query: str, file: Path, form: Format, values: Mapping[str, object]
) -> None:
    """Write what a query answers to a file; `gone` is left out, for an edition does not know what comes after it.

    Raises:
        WarehouseError: the file cannot be written.
    """
    target = str(file).replace("'", "''")  # COPY takes no bound name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        shown = f"select columns(lambda name: name <> 'gone') from ({query})"
        connection.execute(f"copy ({shown}) to '{target}' ({_OPTIONS[form]})", dict(values))
    except (OSError, duckdb.IOException) as error:
        raise WarehouseError(f"{file} cannot be written: {error}") from error
