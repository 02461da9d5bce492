"""Records out of a warehouse, in the interchange format, each with the event that it is a report of."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import duckdb

from etl.records import from_json, to_json
from etl.warehouse.queries import rows

_KINDS = ("article", "quote", "figure", "event")


def exported_records(connection: duckdb.DuckDBPyConnection, edition: int) -> Iterator[dict[str, Any]]:
    """Yield the records of an edition as JSON-ready objects: article by article, in the order of the text.

    Event records and figures that count an event carry its `event_id`.
    """
    streams = [_rows(connection, kind, edition) for kind in _KINDS]
    for _, fields in sorted((row for stream in streams for row in stream), key=itemgetter(0)):
        yield to_json(from_json(fields))


def _rows(
    connection: duckdb.DuckDBPyConnection, kind: str, edition: int
) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Yield each row of a kind of record, with the key that it is sorted by."""
    query = Path(__file__).with_name(f"{kind}_records.sql").read_text(encoding="utf-8")
    for fields in rows(connection, query, {"edition": edition}):
        order = (fields["article"], fields.pop("article_id"), _KINDS.index(kind) > 0, fields.get("evidence_start") or 0,
                 _KINDS.index(kind), fields.pop("id"))  # fmt: skip
        yield order, {"record": kind} | fields
