"""What a warehouse holds, for people and scripts that ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from etl.warehouse.editions import current_file, opened


def summary(folder: Path) -> dict[str, Any]:
    """Return what the current edition holds: its number, file, size, time, software, counts and span of days.

    Raises:
        WarehouseError: there is no edition.
    """
    with opened(folder) as connection:
        editions = connection.execute("from editions order by edition desc limit 1").df().to_dict("records")
        [(first, last)] = connection.execute(
            "select min(started_on), max(ended_on) from events where gone is null and not planned"
        ).fetchall()
        [(issues,)] = connection.execute("select count(*) from issues where gone is null").fetchall()
    file = current_file(folder)
    return {
        "warehouse": str(folder),
        "file": file and file.name,
        "megabytes": file and round(file.stat().st_size / 1e6, 1),
        **{str(name): _plain(value) for name, value in editions[0].items()},
        "issues": issues,
        "first_event_on": first,
        "last_event_on": last,
    }


def edition_rows(folder: Path) -> list[dict[str, Any]]:
    """Return a row per edition that can be shown, oldest first.

    Raises:
        WarehouseError: there is no edition.
    """
    with opened(folder) as connection:
        rows = connection.execute("from editions order by edition").df().to_dict("records")
    return [{str(name): _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat(sep=" ", timespec="seconds") if hasattr(value, "isoformat") else value
