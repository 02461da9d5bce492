"""Who says which stretch of the text, in quotation marks or as reported speech."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.reading import Sentence, Voice


def mark(text: str, sentences: Sequence[Sentence]) -> tuple[Voice, ...]:
    """Return the voices in the order of the text; none yet."""
    return ()
