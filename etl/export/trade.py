"""Files for the trade: events in a shape, and beside them a metadata.json that says what they are and where from."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from etl.errors import WarehouseError
from etl.export.formats import Format, Shape
from etl.export.shapes import (
    ACLED_CODES,
    ACLED_COLUMNS,
    CODES,
    UCDP_COLUMNS,
    acled,
    coded_events,
    events_query,
    geojson,
    ucdp,
)
from etl.export.tables import copy
from etl.warehouse.queries import Row

_METHOD = (
    "Read out of news articles by rules and resolved to events (docs/method.md). Numbers are claims: low, best and "
    "high say how far claimants differ. An empty cell means that no source fixes it."
)
_ATTRIBUTION = "Places: GeoNames (geonames.org), CC BY 4.0."
_SHAPE_NOTE = "The columns are named as ACLED and UCDP GED name theirs; the rows and their ids are our own."


def export_shape(connection: duckdb.DuckDBPyConnection, folder: Path, shape: Shape, edition: int) -> list[Path]:
    """Write an edition's events in a shape, with a metadata file beside them, and return the files.

    Raises:
        WarehouseError: the folder cannot be written.
    """
    events = coded_events(connection, edition)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file, rows, columns = _write(connection, folder, shape, edition, events)
        about = folder / "metadata.json"
        described = _described(about) | {file.name: _metadata(connection, edition, shape, rows, columns, events)}
        _write_json(about, {"files": described, "method": _METHOD, "attribution": _ATTRIBUTION})
    except OSError as error:
        raise WarehouseError(f"{folder} cannot be written: {error}") from error
    return [file, about]


def _write(
    connection: duckdb.DuckDBPyConnection, folder: Path, shape: Shape, edition: int, events: list[Row]
) -> tuple[Path, int, Mapping[str, str]]:
    """Write the events, and return the file, how many rows it has, and what its columns mean, where it has its own."""
    match shape:
        case Shape.ACLED | Shape.UCDP:
            table, columns = (acled(events), ACLED_COLUMNS) if shape is Shape.ACLED else (ucdp(events), UCDP_COLUMNS)
            file = folder / f"events-{shape}.csv"
            table.to_csv(file, index=False)
            return file, len(table), columns
        case Shape.GEOJSON:
            file = folder / "events.geojson"
            collection = geojson(events)
            _write_json(file, collection)
            return file, len(collection["features"]), {}
        case Shape.PARQUET:
            file = folder / "events.parquet"
            _write_parquet(connection, events, edition, file)
            return file, len(events), {}


def _write_parquet(connection: duckdb.DuckDBPyConnection, events: list[Row], edition: int, file: Path) -> None:
    """Write the rows of events.sql with their codes beside them; by DuckDB, which keeps lists and types."""
    names = ["event_id", *CODES, *ACLED_CODES]
    connection.register(
        "_codes", pd.DataFrame([[e[name] for name in names] for e in events], columns=names, dtype="str")
    )
    query = f"""
        select events.*, _codes.* exclude (event_id), $edition as edition
        from ({events_query()}) as events
        join _codes using (event_id)
        order by started_on nulls last, event_id
    """
    try:
        copy(connection, query, file, Format.PARQUET, {"edition": edition})
    finally:
        connection.unregister("_codes")


def _write_json(file: Path, value: Any) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")


def _described(about: Path) -> dict[str, Any]:
    """Return what the metadata file already says of other files of the folder."""
    try:
        found = json.loads(about.read_text(encoding="utf-8"))["files"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):  # none yet, or not one of ours
        return {}
    return found if isinstance(found, dict) else {}


def _metadata(
    connection: duckdb.DuckDBPyConnection,
    edition: int,
    shape: Shape,
    rows: int,
    columns: Mapping[str, str],
    events: list[Row],
) -> dict[str, Any]:
    [(published_at, software)] = connection.execute(
        "select published_at, software from editions where edition = $edition", {"edition": edition}
    ).fetchall()
    days = sorted(event["started_on"] for event in events if event["started_on"])
    return {
        "title": f"Conflict Ledger events, edition {edition}",
        "shape": shape.value,
        "rows": rows,
        "edition": edition,
        "published_at": published_at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "software": software,
        "first_day": days[0] if days else None,
        "last_day": days[-1] if days else None,
        "sources": sorted({source for event in events for source in event["sources"] or ()}),
        **({"columns": columns, "shape_note": _SHAPE_NOTE} if columns else {}),
    }
