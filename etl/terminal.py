"""What a command says: data to standard output, talk to standard error, progress only where somebody is watching."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

_ItemT = TypeVar("_ItemT")
_talk = Console(stderr=True, highlight=False, soft_wrap=True)


def say(message: str) -> None:
    """Write a line of talk; names and texts from articles are shown as they are, not read as markup."""
    _talk.print(message, markup=False)


def say_if_watched(message: str) -> None:
    """Write a line of talk that only somebody who waits wants to read."""
    if watching():
        say(f"{message} …")


def complain(message: str) -> None:
    """Write a line about something that went wrong."""
    _talk.print("error:", style="bold red", end=" ")
    _talk.print(message, markup=False)


def print_json(value: Any) -> None:
    """Write a value as one JSON document to standard output."""
    json.dump(value, sys.stdout, indent=2, default=str)  # ASCII: a file's name may hold bytes that are no text
    sys.stdout.write("\n")


def print_line(text: str) -> None:
    """Write a line of data to standard output."""
    sys.stdout.write(text + "\n")


def print_rich(value: RenderableType) -> None:
    """Write something that rich can draw to standard output, coloured where that is a terminal."""
    Console(highlight=False).print(value)


def print_table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Write rows as a table to standard output: ruled for a terminal, separated by tabs for a script."""
    if not sys.stdout.isatty():
        for row in (columns, *rows):
            sys.stdout.write("\t".join("" if value is None else str(value) for value in row) + "\n")
        return
    table = Table(*columns, header_style="bold")
    for row in rows:
        table.add_row(*("" if value is None else str(value).replace("[", r"\[") for value in row))
    Console().print(table)


def watching() -> bool:
    """Tell whether somebody is watching: whether talk goes to a terminal."""
    return _talk.is_terminal


def watched(items: Iterable[_ItemT], what: str, total: int | None = None) -> Iterator[_ItemT]:
    """Yield the items, with a bar of how many are done, how fast, and how long it takes; silent off a terminal.

    `total` is a guess: a file may hold many articles. Once it is passed, no end is foretold.
    """
    if not watching():
        yield from items
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=_talk, transient=True) as progress:
        task = progress.add_task(what, total=total, rate="")
        for done, item in enumerate(items, start=1):
            yield item
            speed = progress.tasks[0].speed
            foretold = total if total is None or done <= total else None
            progress.update(task, completed=done, total=foretold, rate=f"{speed:,.0f}/s" if speed else "")
