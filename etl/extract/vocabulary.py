"""Word lists of the rules: TOML files in the folder `vocabulary/`, checked against the type that their reader expects.

cues = load("dates", dict[str, tuple[str, ...]])        # inside a function or a cached one, not on import
pattern = re.compile(rf"\\b(?:{alternation(cues['future'])})\\b")
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from etl import toml_files

FOLDER = Path(__file__).with_suffix("")
_SchemaT = TypeVar("_SchemaT")


def load(name: str, schema: type[_SchemaT], folder: Path = FOLDER) -> _SchemaT:
    """Return the contents of vocabulary/NAME.toml as `schema`; see `toml_files.load`.

    Raises:
        VocabularyError: the file is not there, is not TOML, or does not have the shape of `schema`.
    """
    return toml_files.load(folder / f"{name}.toml", schema)


def alternation(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of these words as written, the longest first; a space any blanks.

    >>> alternation(["last", "last week"])
    'last\\\\s+week|last'
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)
