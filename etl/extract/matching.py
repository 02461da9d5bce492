"""What a sentence holds of a rule's words: a quick look first, then no more matches than prose can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from etl.extract.caseless import Caseless, folded

MOST = 16  # a sentence that names more events is a list or a hostile text: reading it all would take quadratic time


def matches(pattern: re.Pattern[str] | Caseless, text: str) -> Iterator[re.Match[str]]:
    """Yield the first matches of a pattern, at most `MOST`."""
    return islice(pattern.finditer(text), MOST)


def names_any(text: str, stems: Iterable[str]) -> bool:
    """Say whether a sentence holds any of these stems, lower case, anywhere in its words.

    Asked before a family's rules, it is many times faster than a regular expression of alternatives.

    >>> names_any("Missiles struck the port.", ("missile", "drone")), names_any("It rained.", ("missile",))
    (True, False)
    """
    return any(map(folded(text).__contains__, stems))  # twice as fast as a generator, and asked of every sentence
