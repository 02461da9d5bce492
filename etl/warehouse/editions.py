"""Editions as files: a draft is built beside the current file, then published by replacing a pointer atomically.

The folder holds `ledger-000001.duckdb`, `ledger-000002.duckdb`, … and `CURRENT`, whose text is the name of the newest.
A file that was published is never written again: each edition is a new file under a new name, because a process that
reopens a path that it has open sees the old content (DuckDB caches databases by path). A compacted edition gets a name
of its own for the same reason: `ledger-000007-1.duckdb`.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import duckdb

from etl.errors import WarehouseError
from etl.warehouse.lock import locked

POINTER_NAME = "CURRENT"
SCHEMA_VERSION = 1
# What DuckDB raises when it cannot write; a draft has one writer, so a commit that fails has failed to write.
_WRITE_FAULTS = (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException, duckdb.OutOfMemoryException)
_FILE = re.compile(r"ledger-(?P<edition>\d{6,})(?:-(?P<revision>\d+))?\.duckdb")


@cache
def schema() -> str:
    """Return the statements that make an empty warehouse."""
    return Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")


@dataclass
class Draft:
    """The next edition while it is written: a file that no reader knows of."""

    folder: Path
    connection: duckdb.DuckDBPyConnection
    path: Path
    edition: int
    current: Path | None  # the file that readers have now
    published: Path | None = field(default=None, init=False)

    def publish(self, *, kept_files: int, compacted: bool = False) -> Path:
        """Make the draft the current edition and return its file; the newest `kept_files` files stay.

        A compacted file shows the edition of the file that it replaces.
        """
        self.connection.execute("commit")
        self.connection.execute("checkpoint")
        self.connection.close()
        _sync_to_disk(self.path)
        target = self.folder / _next_name(self.current, self.edition, compacted)
        self.path.replace(target)
        _sync_to_disk(self.folder)  # before the pointer names it
        point_to(self.folder, target.name)
        self.published = target
        for file in edition_files(self.folder)[kept_files:]:
            _remove(file)
        return target


@contextmanager
def drafted(folder: Path, *, empty: bool = False) -> Iterator[Draft]:
    """Hold the lock and hand out a draft of the next edition; leaving without `publish` throws it away.

    The draft starts as a copy of the current edition, or without rows if it is to be `empty`.

    Raises:
        LockedError: another process is writing.
        WarehouseError: the folder or file cannot be written or understood, or the disk is full; nothing is published.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            _clean(folder)
            path = folder / f"draft-{os.getpid()}-{secrets.token_hex(4)}.duckdb"
            try:
                with _begun(folder, path, empty) as draft:
                    yield draft
            finally:
                _remove(path)
    except (OSError, *_WRITE_FAULTS) as error:
        raise WarehouseError(f"{folder}: cannot be written, nothing was published: {_first_line(error)}") from error


def current_file(folder: Path) -> Path | None:
    """Return the file that the pointer names, or None where nothing was published yet.

    Raises:
        WarehouseError: the pointer names no file that is there.
    """
    try:
        name = (folder / POINTER_NAME).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        # A first load that was killed between its two last steps leaves one file and no pointer: start again.
        if any(_edition_of(file) > 1 for file in edition_files(folder)):
            raise WarehouseError(
                f"{folder / POINTER_NAME} is missing; write into it which ledger file to use"
            ) from None
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise WarehouseError(f"{folder / POINTER_NAME}: {error}") from error
    if not _FILE.fullmatch(name) or not (folder / name).is_file():
        raise WarehouseError(f"{folder / POINTER_NAME} names {name!r:.80}, which is no ledger file of that folder")
    return folder / name


def edition_files(folder: Path) -> list[Path]:
    """Return the files of editions that are there, newest first."""
    found = [file for file in folder.glob("ledger-*.duckdb") if _FILE.fullmatch(file.name)]
    return sorted(found, key=_order, reverse=True)


@contextmanager
def opened(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Hand out a read-only connection to the current edition.

    Raises:
        WarehouseError: there is none, or it cannot be understood.
    """
    file = current_file(folder)
    if file is None:
        raise WarehouseError(f"{folder} holds no edition yet; load articles first: python -m etl load PATH...")
    with connected(file, read_only=True) as connection:
        yield connection


@contextmanager
def connected(file: Path, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    """Hand out a connection to a warehouse file, once its schema is known to be ours."""
    connection = _connect(file, read_only=read_only)
    try:
        yield connection
    finally:
        connection.close()


def latest_edition(connection: duckdb.DuckDBPyConnection) -> int:
    """Return the newest edition that the file shows, 0 for none."""
    [(edition,)] = connection.execute("select coalesce(max(edition), 0) from editions").fetchall()
    return int(edition)


def shown_edition(connection: duckdb.DuckDBPyConnection, wanted: int | None) -> int:
    """Return the edition to show: the one that is wanted, else the newest.

    Raises:
        WarehouseError: the file does not show it.
    """
    found = connection.execute("select edition from editions order by edition").fetchall()
    known = [edition for (edition,) in found]
    if wanted is None and known:
        return int(known[-1])
    if wanted not in known:
        held = f"{known[0]} to {known[-1]}" if known else "none"
        raise WarehouseError(f"edition={wanted} is not in the warehouse; it holds {held}")
    return int(wanted or 0)


def point_to(folder: Path, name: str) -> None:
    """Replace the pointer atomically: readers see the old name or the new one, never half of either."""
    waiting = folder / f"{POINTER_NAME}.new"
    waiting.write_text(name + "\n", encoding="utf-8")
    _sync_to_disk(waiting)
    waiting.replace(folder / POINTER_NAME)
    _sync_to_disk(folder)


@contextmanager
def _begun(folder: Path, path: Path, empty: bool) -> Iterator[Draft]:
    current = current_file(folder)
    if current is None or empty:
        connection = duckdb.connect(str(path))
        connection.execute(schema())
    else:
        shutil.copyfile(current, path)
        connection = _connect(path, read_only=False)
    try:
        edition = latest_edition(connection) + 1
        # One transaction, for speed alone: each commit would wait for the disk. A draft that fails is thrown away.
        connection.execute("begin")
        yield Draft(folder, connection, path, edition, current)
    finally:
        with suppress(duckdb.Error):  # closing writes as well, and must not hide what the block ended with
            connection.close()


def _connect(file: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        connection = duckdb.connect(str(file), read_only=read_only)
        [(version,)] = connection.execute("select value::integer from meta where key = 'schema_version'").fetchall()
    except (duckdb.Error, ValueError) as error:
        raise WarehouseError(f"{file} is no warehouse that can be read: {_first_line(error)}") from error
    if version != SCHEMA_VERSION:
        connection.close()
        advice = "update the software" if version > SCHEMA_VERSION else "load the articles into a new warehouse"
        raise WarehouseError(f"{file} has schema version {version}, expected {SCHEMA_VERSION}; {advice}")
    return connection


def _clean(folder: Path) -> None:
    """Remove what a killed load left: drafts, their logs, and editions that the pointer never came to name."""
    for leftover in folder.glob("draft-*"):
        _remove(leftover)
    current = current_file(folder)
    for file in edition_files(folder):
        if current is None or _order(file) > _order(current):
            _remove(file)


def _next_name(current: Path | None, edition: int, compacted: bool) -> str:
    if not compacted or current is None:
        return f"ledger-{edition:06}.duckdb"
    shown, revision = _order(current)
    return f"ledger-{shown:06}-{revision + 1}.duckdb"


def _order(file: Path) -> tuple[int, int]:
    match = _FILE.fullmatch(file.name)
    return (int(match["edition"]), int(match["revision"] or 0)) if match else (0, 0)


def _edition_of(file: Path) -> int:
    return _order(file)[0]


def _sync_to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.with_name(file.name + ".wal").unlink(missing_ok=True)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
