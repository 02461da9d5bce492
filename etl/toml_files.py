"""TOML files kept by hand (words, publishers, reference facts), checked against the type that their reader expects."""

from __future__ import annotations

import tomllib
from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from etl.errors import VocabularyError

_SchemaT = TypeVar("_SchemaT")


def load(path: Path, schema: type[_SchemaT]) -> _SchemaT:
    """Return the file's contents as `schema`: a dataclass, a TypedDict or a plain `dict[str, …]`.

    Read once a process; nobody may change what it returns.

    Raises:
        VocabularyError: the file is not there, is not TOML, or does not have the shape of `schema`.
    """
    loaded: _SchemaT = _load(path, cast(Hashable, schema))
    return loaded


@cache  # which forgets the type that it is asked for
def _load(path: Path, schema: Any) -> Any:
    try:
        return TypeAdapter(schema).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError(f"{path.name}: not a readable TOML file: {error}") from error
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"])) or "the file"
        raise VocabularyError(f"{path.name}: {where}={problem['input']!r:.80}: {problem['msg']}") from error
