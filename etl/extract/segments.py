"""The parts of an article's text and their roles."""

from __future__ import annotations

import re

from etl.extract.reading import Segment
from etl.records import Article

PARAGRAPH = re.compile(r"[^\n]+")


def divide(article: Article) -> tuple[Segment, ...]:
    """Return the text's segments in order; every paragraph is a body paragraph yet."""
    return tuple(
        Segment(m.start(), m.end(), "body", 0, i, article.published)
        for i, m in enumerate(PARAGRAPH.finditer(article.text))
    )
