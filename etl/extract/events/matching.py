"""The matches of a rule's pattern in a sentence: no more than prose can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from etl.extract.caseless import Caseless

MOST = 16  # a sentence that names more events is a list or a hostile text: reading it all would take quadratic time


def matches(pattern: re.Pattern[str] | Caseless, text: str) -> Iterator[re.Match[str]]:
    """Yield the first matches of a pattern, at most `MOST`."""
    return islice(pattern.finditer(text), MOST)
