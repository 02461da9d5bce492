"""A warehouse bounded: the newest editions kept, and the rows that only older ones showed let go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.errors import WarehouseError
from etl.warehouse.checks import check
from etl.warehouse.editions import Draft, connected, drafted
from etl.warehouse.versions import versioned_tables


@dataclass(frozen=True, slots=True)
class Compacted:
    """What compacting came to: the oldest edition still shown, and the file's size in bytes before and after."""

    oldest: int
    before: int
    after: int


def compact(folder: Path, *, keep: int, kept_files: int) -> Compacted:
    """Publish the current edition again, without the rows that were gone before the newest `keep` editions.

    What those editions show stays as it was; older ones can no longer be shown, and are no longer listed.

    Raises:
        LockedError, WarehouseError, CheckError: nothing was published.
    """
    with drafted(folder, empty=True) as draft:
        if draft.current is None:
            raise WarehouseError(f"{folder} holds no edition yet; there is nothing to compact")
        with connected(draft.current, read_only=True) as current:
            oldest = _oldest_kept(current, keep)
            tables = versioned_tables(current)
        _copy_rows(draft, tables, oldest)
        check(draft.connection)
        before = draft.current.stat().st_size
        file = draft.publish(kept_files=kept_files, compacted=True)
        return Compacted(oldest, before, file.stat().st_size)


def _oldest_kept(connection: duckdb.DuckDBPyConnection, keep: int) -> int:
    found = connection.execute("select edition from editions order by edition desc limit $keep", {"keep": keep})
    return int(min(edition for (edition,) in found.fetchall()))


def _copy_rows(draft: Draft, tables: Sequence[str], oldest: int) -> None:
    source = str(draft.current).replace("'", "''")  # ATTACH takes no bound name
    kept = {"oldest": oldest}
    draft.connection.execute(f"attach '{source}' as old (read_only)")
    draft.connection.execute("insert into editions by name from old.editions where edition >= $oldest", kept)
    for table in tables:
        rows = f'from old."{table}" where gone is null or gone > $oldest'
        draft.connection.execute(f'insert into "{table}" by name {rows}', kept)
