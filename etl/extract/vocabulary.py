"""Word lists of the rules: TOML files in the folder `vocabulary/`, checked against the type that their reader expects.

CUES = load("dates", dict[str, tuple[str, ...]])        # call it inside a function or a cached one, not on import
pattern = re.compile(rf"\\b(?:{alternation(CUES['future'])})\\b")
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Hashable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from etl.errors import VocabularyError

FOLDER = Path(__file__).with_suffix("")
_SchemaT = TypeVar("_SchemaT")


def load(name: str, schema: type[_SchemaT], folder: Path = FOLDER) -> _SchemaT:
    """Return the contents of vocabulary/NAME.toml as `schema`: a dataclass, a TypedDict or a plain `dict[str, …]`.

    Read once a process; nobody may change what it returns.

    Raises:
        VocabularyError: the file is not there, is not TOML, or does not have the shape of `schema`.
    """
    loaded: _SchemaT = _load(name, cast(Hashable, schema), folder)
    return loaded


@cache  # which forgets the type that it is asked for
def _load(name: str, schema: Any, folder: Path) -> Any:
    path = folder / f"{name}.toml"
    try:
        return TypeAdapter(schema).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError(f"{path.name}: not a readable TOML file: {error}") from error
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"])) or "the file"
        raise VocabularyError(f"{path.name}: {where}={problem['input']!r:.80}: {problem['msg']}") from error


def alternation(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of these words as written, the longest first; a space any blanks.

    >>> alternation(["last", "last week"])
    'last\\\\s+week|last'
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)
