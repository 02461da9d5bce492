"""Words and patterns looked for without regard to case, in a folded text.

re.IGNORECASE takes four times as long on lists of words, and an automaton a quarter of the time of either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import ahocorasick

Stems = tuple[str, ...] | frozenset[str]
_MOST = 4096  # texts that are known at once: the sentences of a long live blog, and what is cut out of them


@lru_cache(maxsize=_MOST)
def folded(text: str) -> str:
    """Return the text in lower case, of the same length: the few letters that grow in lower case stay as they are.

    >>> folded("KYIV, İzmir"), len(folded("İzmir"))
    ('kyiv, İzmir', 5)
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def forget() -> None:
    """Forget the texts of an article: the next has others."""
    folded.cache_clear()
    _stems_in.cache_clear()


def names_any(text: str, stems: Stems) -> bool:
    """Say whether a sentence holds any of these stems, lower case, anywhere in its words.

    Asked before a family's rules, it is many times faster than they are.

    >>> names_any("Missiles struck the port.", ("missile", "drone")), names_any("It rained.", ("missile",))
    (True, False)
    """
    wanted = _registered(stems)  # before the text is read: what is not yet known is not looked for
    return not wanted.isdisjoint(_stems_in(text))


_known: set[str] = set()  # the stems of all lists, which are looked for together: one scan of a text serves them all


@cache
def _registered(stems: Stems) -> frozenset[str]:
    wanted = frozenset(stems)
    if not wanted <= _known:
        _known.update(wanted)
        _automaton.cache_clear()
        _stems_in.cache_clear()
    return wanted


@lru_cache(maxsize=_MOST)
def _stems_in(text: str) -> frozenset[str]:
    """Return the known stems that a text holds. The sentences of an article are asked for again by each family."""
    return frozenset([stem for _, stem in _automaton().iter(folded(text))])


@cache
def _automaton() -> ahocorasick.Automaton:
    built = ahocorasick.Automaton()
    for stem in _known:
        built.add_word(stem, stem)
    built.make_automaton()
    return built


class Caseless:
    """A pattern written in lower case; what it matches, it returns in lower case too, at the text's own offsets.

    `needs` are stems of which every text that it matches has one: most texts have none, and are not searched. It folds
    all of the text that it is given, so that is a sentence or less; where a part of one is searched, `start` and `end`
    say which, since what is known of the sentence then serves for the part.

    >>> Caseless(r"missiles? hit", needs=("hit",)).search("A Missile hit Kyiv.").span()
    (2, 13)
    """

    __slots__ = ("_pattern", "needs")

    def __init__(self, pattern: str, flags: int = 0, needs: Stems = ()) -> None:
        self._pattern = re.compile(pattern, flags)
        self.needs = _registered(needs)

    @property
    def pattern(self) -> str:
        """See re.Pattern.pattern."""
        return self._pattern.pattern

    @property
    def flags(self) -> int:
        """See re.Pattern.flags."""
        return self._pattern.flags

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """See re.Pattern.search."""
        if self.needs and _stems_in(text).isdisjoint(self.needs):
            return None
        return self._pattern.search(folded(text), start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """See re.Pattern.match."""
        if self.needs and _stems_in(text).isdisjoint(self.needs):
            return None
        return self._pattern.match(folded(text), start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """See re.Pattern.fullmatch."""
        return self._pattern.fullmatch(folded(text), start, len(text) if end is None else end)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """See re.Pattern.finditer."""
        if self.needs and _stems_in(text).isdisjoint(self.needs):
            return iter(())
        return self._pattern.finditer(folded(text), start, len(text) if end is None else end)
