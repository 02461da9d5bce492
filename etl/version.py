"""Which software this is: its version, and a digest of its rules and reference data, which change between versions."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from etl import reference

_RULES = (".py", ".toml", ".csv", ".sql")


@cache
def software() -> str:
    """Return the name, the version where it is installed, and eight digits that stand for its rules and reference data.

    Two warehouses with one value were made by the same rules; after another value, everything is resolved anew.
    """
    try:
        number = version("conflict-ledger")
    except PackageNotFoundError:  # run from a checkout that is not installed
        number = "checkout"
    return f"conflict-ledger {number} ({_digest()})"


def _digest() -> str:
    digest = hashlib.blake2b(digest_size=4)
    for folder in (Path(__file__).parent, reference.folder()):
        for file in sorted(folder.rglob("*")):
            if file.suffix in _RULES:
                digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
