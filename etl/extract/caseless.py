"""Patterns that ignore case by folding the text, since re.IGNORECASE takes four times as long on lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """Return the text in lower case, of the same length: the few letters that grow in lower case stay as they are.

    >>> folded("KYIV, İzmir"), len(folded("İzmir"))
    ('kyiv, İzmir', 5)
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


class Caseless:
    """A pattern written in lower case; what it matches, it returns in lower case too, at the text's own offsets.

    It folds all of the text that it is given, so that is a sentence or less.

    >>> Caseless(r"missiles? hit").search("A Missile hit Kyiv.").span()
    (2, 13)
    """

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = re.compile(pattern, flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """See re.Pattern.search."""
        return self._pattern.search(folded(text), start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """See re.Pattern.match."""
        return self._pattern.match(folded(text), start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """See re.Pattern.fullmatch."""
        return self._pattern.fullmatch(folded(text), start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """See re.Pattern.finditer."""
        return self._pattern.finditer(folded(text), start, len(text) if end is None else end)
