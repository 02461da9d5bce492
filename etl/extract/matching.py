"""Matches of a rule's pattern in one sentence, no more of them than a sentence of prose can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

MOST = 16  # a sentence that names more events is a list or a hostile text: reading it all would take quadratic time


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the first matches of a pattern, at most `MOST`."""
    return islice(pattern.finditer(text), MOST)
