"""The posts of a live blog, and the day that relative dates in each paragraph count from.

A page's own metadata may delimit its posts; else their stamps do, which stand at the ends of posts or at the heads;
else their headings, where the page says that it is a running one.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from etl.extract.layout import boilerplate
from etl.extract.layout.paragraph_roles import HEADING_LONGEST, Paragraph
from etl.records import Article, Post


def posts_of(article: Article, lines: Sequence[Paragraph]) -> list[tuple[int, dt.date | None]]:
    """Return for each paragraph the number of its post and the day that its relative dates count from."""
    page = article.published or next((line.stamp.day for line in lines if line.stamp and line.stamp.of_page), None)
    if article.posts:
        return _given_posts(article.posts, lines, page)
    stamps = [number for number, line in enumerate(lines) if line.stamp and not line.stamp.of_page]
    dated = [stamp.day for line in lines if (stamp := line.stamp) and stamp.day]
    newest = page or max(dated, default=None)
    if len(stamps) > 1:
        return _stamped_posts(lines, stamps, newest)
    if _is_live(article, lines):
        return [(post, newest) for post in _posts_by_headings(lines)]
    return [(0, newest)] * len(lines)


def _given_posts(
    given: Sequence[Post], lines: Sequence[Paragraph], page: dt.date | None
) -> list[tuple[int, dt.date | None]]:
    ordered = sorted(given, key=lambda post: post.start)
    starts = [post.start for post in ordered]
    posts = []
    for line in lines:
        number = bisect_right(starts, line.start)
        inside = number > 0 and line.start < ordered[number - 1].end
        posts.append((number, ordered[number - 1].published or page) if inside else (0, page))
    return posts


def _stamped_posts(
    lines: Sequence[Paragraph], stamps: Sequence[int], newest: dt.date | None
) -> list[tuple[int, dt.date | None]]:
    """Divide at the stamps, which stand at the ends of their posts or at the heads; a lead has the newest day."""
    told = [number for number, line in enumerate(lines) if line.role == "body"]
    at_ends = bool(told) and told[-1] < stamps[-1]
    marked = frozenset(stamps)
    by_heading = _posts_by_headings(lines)
    posts: list[tuple[int, dt.date | None]] = []
    numbers: dict[tuple[int | None, int], int] = {}
    for number in range(len(lines)):
        place = bisect_left(stamps, number) if at_ends else bisect_right(stamps, _head_of(lines, number, marked)) - 1
        own = stamps[place] if 0 <= place < len(stamps) else None
        key = (own, by_heading[number] if at_ends else 0)
        post = numbers.setdefault(key, len(numbers))
        stamp = lines[own].stamp if own is not None else None
        posts.append((post, stamp.day if stamp and stamp.day else newest))
    return posts


def _head_of(lines: Sequence[Paragraph], number: int, stamps: frozenset[int]) -> int:
    """Return the stamp directly below a heading, whose post it heads; else the paragraph itself."""
    below = number + 1
    return below if lines[number].role == "heading" and below in stamps else number


def _is_live(article: Article, lines: Sequence[Paragraph]) -> bool:
    """Tell whether headings part posts: the page says that it is live, or has very many headings."""
    roles = [line.role for line in lines]
    headings = roles[roles.index("body") :].count("heading") if "body" in roles else 0  # the title's block is none
    if headings < 3:
        return False
    said = boilerplate.is_live(article.title or "") or any(
        boilerplate.is_live(line.text) for line in lines[:12] if len(line.text) <= HEADING_LONGEST
    )
    return said or (headings >= 7 and headings > 0.15 * roles.count("body"))


def _posts_by_headings(lines: Sequence[Paragraph]) -> list[int]:
    """Return the number of each paragraph's post, a new one at each heading that follows a story."""
    posts, post, told = [], 0, False
    for line in lines:
        if line.role == "heading" and told:
            post, told = post + 1, False
        told = told or line.role == "body"
        posts.append(post)
    return posts
