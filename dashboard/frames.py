"""Rows of a query's frame as plain dictionaries: what is missing is None, whatever pandas made of it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard import words

Row = dict[str, Any]


def records(frame: pd.DataFrame) -> list[Row]:
    """Return the frame's rows in order; NaN, NaT and empty strings are None."""
    return [
        {str(key): value if words.known(value) else None for key, value in row.items()}
        for row in frame.to_dict("records")
    ]
