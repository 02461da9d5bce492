"""The sentences of the segments that tell the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.reading import Segment, Sentence

END = re.compile(r"(?<!\bMr)(?<!\bDr)(?<!\bGen)(?<!\bLt)(?<!\bMrs)[.!?][\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z0-9])")


def split(text: str, segments: Sequence[Segment]) -> tuple[Sentence, ...]:
    """Return the sentences of body and heading segments, in order."""
    found: list[Sentence] = []
    for part in segments:
        if part.role not in ("body", "heading"):
            continue
        start = part.start
        for m in [*END.finditer(text, part.start, part.end), None]:
            end = m.end() if m else part.end
            piece = text[start:end].rstrip()
            if piece:
                found.append(
                    Sentence(
                        len(found),
                        start,
                        start + len(piece),
                        piece,
                        part.role,
                        part.post,
                        part.paragraph,
                        part.reference,
                    )
                )
            start = end
    return tuple(found)
