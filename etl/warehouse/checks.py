"""The checks that an edition must pass before it is published: each a query, each row that it returns a fault."""

from __future__ import annotations

from pathlib import Path

import duckdb

from etl.errors import CheckError
from etl.warehouse.queries import rows

_FOLDER = Path(__file__).with_name("checks")


def check(connection: duckdb.DuckDBPyConnection) -> None:
    """Run every check.

    Raises:
        CheckError: a check found a fault; the message names the check, how many rows it returned and the first of them.
    """
    for file in sorted(_FOLDER.glob("*.sql")):
        faults = rows(connection, file.read_text(encoding="utf-8"))
        if faults:
            first = ", ".join(f"{name}={value!r:.80}" for name, value in faults[0].items())
            raise CheckError(
                f"{file.stem.replace('_', ' ')}: {len(faults)} rows, the first with {first}; not published"
            )
