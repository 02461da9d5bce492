"""The paragraphs of a text: its lines, or, where lines were broken at a fixed width, its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
BLOCK_END = re.compile(r"\r?\n[ \t]*\r?\n")
WIDEST = 110  # characters of a line that a program broke
ENDS = (".", "!", "?", ":", "”", '"', "’", "»", ")")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph, without the blanks around it.

    >>> list(spans("One.\\n\\n  Two.  \\nThree."))
    [(0, 4), (8, 12), (15, 21)]
    """
    pieces = _blocks(text) if _broken_at_a_width(text) else ((m.start(), m.end()) for m in LINE.finditer(text))
    for start, end in pieces:
        piece = text[start:end]
        kept = piece.strip()
        if kept:
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(kept)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in BLOCK_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _broken_at_a_width(text: str) -> bool:
    """Tell whether most lines go on in the next: none is long, and few of those that another follows end a sentence."""
    lines = [line.rstrip() for line in text.split("\n")]
    if len(lines) < 8 or any(len(line) > WIDEST for line in lines):
        return False
    followed = [line for line, following in pairwise(lines) if line and following.strip()]
    going_on = [line for line in followed if len(line) >= 45 and not line.endswith(ENDS)]
    return len(followed) >= 6 and len(going_on) > 0.6 * len(followed)
