"""The parts of an article's text: paragraphs with roles (paragraph_roles.py), posts (posts.py), cuts inside them."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract.layout import boilerplate, sentences
from etl.extract.layout.paragraph_roles import paragraphs_of
from etl.extract.layout.posts import posts_of
from etl.extract.reading import Segment, SegmentRole
from etl.records import Article


def divide(article: Article) -> tuple[Segment, ...]:
    """Return the text's segments in order; together they hold all of it but blanks."""
    lines = paragraphs_of(article.text, article.title)
    posts = posts_of(article, lines)
    found: list[Segment] = []
    for number, (line, (post, reference)) in enumerate(zip(lines, posts, strict=True)):
        whole = Segment(line.start, line.end, line.role, post, number, reference)
        found += _cut(article.text, whole) if line.role in ("body", "heading") else [whole]
    return tuple(found)


def _cut(text: str, whole: Segment) -> Iterator[Segment]:
    """Yield the paragraph, or its parts where something in it is no story."""
    at = whole.start
    spans = tuple(sentences.spans(text, whole.start, whole.end))
    for start, end, role in boilerplate.cuts(text, whole.start, whole.end, spans):
        yield from _trimmed(text, whole, at, start, whole.role)
        yield from _trimmed(text, whole, start, end, role)
        at = end
    if at == whole.start:
        yield whole._replace(sentences=spans)
    else:
        yield from _trimmed(text, whole, at, whole.end, whole.role)


def _trimmed(text: str, whole: Segment, start: int, end: int, role: SegmentRole) -> Iterator[Segment]:
    """Yield text[start:end] as a part of the paragraph, without the blanks around it, unless it is all blanks."""
    piece = text[start:end]
    kept = piece.strip()
    if kept:
        start += len(piece) - len(piece.lstrip())
        yield whole._replace(start=start, end=start + len(kept), role=role)
