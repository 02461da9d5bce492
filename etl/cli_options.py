"""What several commands share: their options, the settings they come to, and where output goes."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from etl.errors import EtlError
from etl.settings import Settings


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a day; write it YYYY-MM-DD") from error


_PATHS = typer.Argument(metavar="PATH...", help="Articles, record files or folders; - for standard input.")
Paths = Annotated[list[Path], _PATHS]
PathsIfAny = Annotated[list[Path] | None, _PATHS]
Published = Annotated[
    dt.date | None,
    typer.Option(parser=_day, metavar="DAY", help="The day of publication of articles that do not say theirs."),
]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that extract.")]
WarehouseFolder = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="The warehouse's folder; data/warehouse if not named."),
]
Edition = Annotated[int | None, typer.Option(metavar="N", help="The edition to show; the newest if not named.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, for scripts.")]


def settings_of(**options: Any) -> Settings:
    """Return the settings; what was typed wins over the environment."""
    return Settings(**{name: value for name, value in options.items() if value is not None})


@contextmanager
def writing(out: Path) -> Iterator[TextIO]:
    """Hand out the file to write to; standard output for -."""
    if str(out) == "-":
        yield sys.stdout
        return
    try:
        with out.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise EtlError(f"{out} cannot be written: {error.strerror}") from error
