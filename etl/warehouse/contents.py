"""What a warehouse holds, for people and scripts that ask."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from etl.warehouse.editions import current_file, opened
from etl.warehouse.queries import Row, rows


def summary(folder: Path) -> Row:
    """Return what the current edition holds: its number, file, size, time, software, counts and span of days.

    Raises:
        WarehouseError: there is no edition.
    """
    with opened(folder) as connection:
        [edition] = rows(connection, "from editions order by edition desc limit 1")
        [(first, last)] = connection.execute(
            "select min(started_on), max(ended_on) from events where gone is null and not planned"
        ).fetchall()
        [(issues,)] = connection.execute("select count(*) from issues where gone is null").fetchall()
    file = current_file(folder)
    return {
        "warehouse": str(folder),
        "file": file and file.name,
        "megabytes": file and round(file.stat().st_size / 1e6, 1),
        **_plain(edition),
        "issues": issues,
        "first_event_on": first,
        "last_event_on": last,
    }


def edition_rows(folder: Path) -> list[Row]:
    """Return a row per edition that can be shown, oldest first.

    Raises:
        WarehouseError: there is no edition.
    """
    with opened(folder) as connection:
        return [_plain(edition) for edition in rows(connection, "from editions order by edition")]


def _plain(edition: Row) -> Row:
    published_at = edition["published_at"].astimezone(dt.UTC).isoformat(sep=" ", timespec="seconds")
    return edition | {"published_at": published_at}
