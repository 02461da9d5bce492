"""Paths in, articles and faults out: the interim reader of plain texts."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from etl.records import Article


@dataclass(frozen=True, slots=True)
class Fault:
    """An input that could not be read, and why."""

    source: str
    reason: str


def read_inputs(paths: Sequence[Path], published: dt.date | None) -> Iterator[Article | Fault]:
    """Yield the articles of files and folders in the order of their names."""
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix in (".txt", ".md") and file.name != "README.md":
                try:
                    yield _article(file, published)
                except (OSError, ValueError) as error:
                    yield Fault(str(file), str(error))


def _article(file: Path, published: dt.date | None) -> Article:
    text = file.read_bytes().decode("utf-8")
    about = {}
    sidecar = file.with_suffix(".json")
    if sidecar.exists():
        about = json.loads(sidecar.read_text(encoding="utf-8"))
    if text.startswith("---\n"):
        head, _, text = text[4:].partition("\n---\n")
        about = yaml.safe_load(head)
    day = about.get("published")
    return Article(
        article=file.stem, text=text, title=about.get("title"), source=about.get("source"), url=about.get("url"),
        published=dt.date.fromisoformat(str(day)) if day else published,
    )  # fmt: skip
