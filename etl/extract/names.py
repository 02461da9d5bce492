"""Names of people, bodies, states, forces and places, each with its canonical name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from etl.extract.reading import Sentence


def mark(text: str, sentences: Sequence[Sentence], published: dt.date | None) -> tuple[Sentence, ...]:
    """Return the sentences with their names marked; none yet."""
    return tuple(sentences)
