"""The warehouse as the dashboard sees it: the file that the pointer names, read only, a cursor per request.

A load publishes a new file under a new name and replaces the pointer, so a reader never meets a half-written edition.
The connection is opened on the first request, not on import or start: a connection that crosses a fork is unusable.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from flask import current_app

from dashboard.errors import WarehouseError

SCHEMA_VERSION = 1
POINTER = "CURRENT"
EXTENSION = "conflict_ledger"
ATTEMPTS = 5  # a file may be pruned between reading the pointer and opening what it names


class Warehouse:
    """One read-only connection to the current edition's file, reopened when the pointer moves. Safe across threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._opened: tuple[str, duckdb.DuckDBPyConnection] | None = None

    def token(self) -> str:
        """Return the name of the current edition's file: it changes whenever an edition is published.

        Raises:
            WarehouseError: there is no warehouse yet, or its pointer says something odd.
        """
        try:
            name = (self.folder / POINTER).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise WarehouseError(
                f"There is no warehouse in {self.folder} yet. Make one: python -m etl load FOLDER"
            ) from error
        if not name or Path(name).name != name:
            raise WarehouseError(f"{self.folder / POINTER} names no file beside it: {name[:80]!r}")
        return name

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield a cursor on the current edition's file; it keeps its file even if the pointer moves meanwhile."""
        cursor = self._connection().cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    def _connection(self) -> duckdb.DuckDBPyConnection:
        with self._lock:
            for attempt in range(ATTEMPTS):
                name = self.token()
                if self._opened and self._opened[0] == name:
                    return self._opened[1]
                try:
                    connection = _open(self.folder / name)
                except duckdb.Error as error:
                    if attempt + 1 == ATTEMPTS:
                        raise WarehouseError(f"{self.folder / name} cannot be read: {error}") from error
                    continue
                # The old connection is not closed here: requests may still hold cursors of it. The last one frees it.
                self._opened = (name, connection)
                return connection
        raise AssertionError("unreachable")


def _open(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a warehouse file read only, without access to anything outside it; refuse a schema that is too new."""
    connection = duckdb.connect(
        path, read_only=True, config={"enable_external_access": "false", "autoinstall_known_extensions": "false"}
    )
    found = connection.execute("select value from meta where key = 'schema_version'").fetchone()
    if found is None or not str(found[0]).isdigit() or int(found[0]) > SCHEMA_VERSION:
        connection.close()
        raise WarehouseError(
            f"{path.name} has schema version {found[0] if found else 'unknown'}; "
            f"this dashboard reads up to {SCHEMA_VERSION}. Update Conflict Ledger."
        )
    return connection


def warehouse() -> Warehouse:
    """Return the warehouse of the app that serves this request."""
    found: Warehouse = current_app.extensions[EXTENSION]
    return found
