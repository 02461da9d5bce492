"""The parts of an article's text and their roles: story, headings, captions, bylines, summaries, boilerplate.

Paragraphs come first (paragraphs.py), then the role of each (boilerplate.py, and here: repetitions, summaries, tails,
headings), then the posts of a live blog (post_stamps.py), and last what must be cut out of a paragraph.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.extract import boilerplate, paragraphs, post_stamps
from etl.extract.post_stamps import Stamp
from etl.extract.reading import Segment, SegmentRole
from etl.records import Article, Post

HEADING_LONGEST = 130  # characters
HEADING_MOST_WORDS = 20
LONGEST_QUESTION = 76  # characters of a heading that asks
ENDS_A_SENTENCE = re.compile(r"[.!…;,:][”’\"')\]]*$|[”\"]$")
WRITER = re.compile(
    r"[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]*){1,2}(?:(?:,|\s+and)\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]*){1,2})*"
)
ATTRIBUTED = re.compile(r"[,.!?][”\"]\s+\w")  # “…,” he said
BULLET = re.compile(r"(?:[•▪●◾■*–-]|\d{1,2}[.)])\s+\S")
MARKUP = re.compile(r"#{1,6}\s+|-\s(?=.*\s-$)")
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:.*\r?\n)*?---[ \t]*(?=\r?\n|\Z)")
CRAWLER = re.compile(
    r"\d+\s+(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?)\s+ago(?:\s+\d+)?|\d+\s+(?:min|minutes?)\s+read",
    re.I,
)
TAIL_SHARE = 0.35  # of the text: a longer rest is no tail
SUMMARY_SHARE = 0.4  # of the text that must remain: else the bullets are the story
REPETITION = 25  # characters: a shorter line may recur by chance


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    text: str
    role: SegmentRole = "body"
    stamp: Stamp | None = None


def divide(article: Article) -> tuple[Segment, ...]:
    """Return the text's segments in order; together they hold all of it but blanks."""
    lines = _roles(article)
    posts = _posts(article, lines)
    found: list[Segment] = []
    for number, (line, (post, reference)) in enumerate(zip(lines, posts, strict=True)):
        whole = Segment(line.start, line.end, line.role, post, number, reference)
        found += _cut(article.text, whole) if line.role in ("body", "heading") else [whole]
    return tuple(found)


# Roles


def _roles(article: Article) -> list[_Paragraph]:
    text = article.text
    front = FRONT_MATTER.match(text)
    lines = [
        _Paragraph(start, end, text[start:end], "boilerplate" if front and start < front.end() else "body")
        for start, end in paragraphs.spans(text)
    ]
    lines = [replace(line, role=_line_role(line.text)) if line.role == "body" else line for line in lines]
    lines = [replace(line, role="byline", stamp=found) if (found := _stamp(line)) else line for line in lines]
    lines = _without_repetitions(lines)
    lines = _without_links(lines)
    lines = _without_summaries(lines)
    lines = _without_tail(lines, len(text))
    return _with_headings(lines, article.title)


def _line_role(line: str) -> SegmentRole:
    if CRAWLER.fullmatch(line) or not any(map(str.isalnum, line)):
        return "boilerplate"
    if len(line) <= boilerplate.LONGEST_LINE:
        return boilerplate.line_role(line) or "body"
    return "body"


def _stamp(line: _Paragraph) -> Stamp | None:
    return post_stamps.read(line.text) if line.role in ("body", "byline") else None


def _without_repetitions(lines: list[_Paragraph]) -> list[_Paragraph]:
    """Mark what stands there a second time; a caption may repeat without its credit, and then the first is one too."""
    seen: dict[str, int] = {}
    result = list(lines)
    for number, line in enumerate(lines):
        plain = re.sub(r"\s*\([^()]*\)$", "", line.text).casefold()
        if len(plain) < REPETITION or line.stamp:
            continue
        first = seen.setdefault(plain, number)
        if first != number and result[first].role == "body" and line.role == "caption":
            result[first] = replace(result[first], role="caption")
        elif first != number and line.role == "body":
            result[number] = replace(line, role="boilerplate")
    return result


def _without_links(lines: list[_Paragraph]) -> list[_Paragraph]:
    """Mark the titles of other pages that stand below a line like "Read more:"."""
    result, below = list(lines), False
    for number, line in enumerate(lines):
        if line.role == "boilerplate" or (line.text.endswith(":") and boilerplate.opens_links(line.text)):
            below = boilerplate.opens_links(line.text)
            result[number] = replace(line, role="boilerplate")
        elif below and line.role == "body" and _looks_like_a_heading(line.text, first=False):
            result[number] = replace(line, role="boilerplate")
        else:
            below = False
    return result


def _without_summaries(lines: list[_Paragraph]) -> list[_Paragraph]:
    """Mark the bullets that sum a story up: under a heading that says so, or three or more at the story's end."""
    result = list(lines)
    bullets = [bool(BULLET.match(line.text)) for line in lines]
    under = False
    for number, line in enumerate(lines):
        if boilerplate.opens_summary(line.text):
            under = True
            result[number] = replace(line, role="summary")
        elif under and bullets[number]:
            result[number] = replace(line, role="summary")
        else:
            under = False
    body = [number for number, line in enumerate(result) if line.role == "body"]
    last = len(body)
    while last and bullets[body[last - 1]]:
        last -= 1
    closing = body[last:]
    introduced = last > 0 and lines[body[last - 1]].text.endswith(":")
    if 3 <= len(closing) < len(body) / 2 and not introduced:
        for number in closing:
            result[number] = replace(result[number], role="summary")
    told = sum(len(line.text) for line in result if line.role == "body")
    return result if told >= SUMMARY_SHARE * sum(len(line.text) for line in lines if line.role == "body") else lines


def _without_tail(lines: list[_Paragraph], length: int) -> list[_Paragraph]:
    """Mark all behind a line like "Related articles", unless that would be much of the text."""
    for number, line in enumerate(lines):
        if number and boilerplate.opens_tail(line.text) and length - line.end < TAIL_SHARE * length:
            return lines[:number] + [replace(each, role="boilerplate") for each in lines[number:]]
    return lines


def _with_headings(lines: list[_Paragraph], title: str | None) -> list[_Paragraph]:
    """Mark the title, the headings, and a writer's bare name between the title and the story."""
    body = [number for number, line in enumerate(lines) if line.role == "body"]
    result = list(lines)
    known, told = _same(title or ""), False
    for place, number in enumerate(body):
        line = lines[number]
        first, last = place == 0, place == len(body) - 1
        is_title = place < 2 and _same(line.text) == known
        if not (first or told or is_title) and WRITER.fullmatch(line.text):
            result[number] = replace(line, role="byline")
        elif len(body) > 1 and (is_title or (not last and _looks_like_a_heading(line.text, first=first))):
            result[number] = replace(line, role="heading")
        else:
            told = True
    return result


def _same(line: str) -> str:
    """Return what two writings of one line have in common."""
    return " ".join(line.casefold().split())


def _looks_like_a_heading(line: str, *, first: bool) -> bool:
    if MARKUP.match(line):
        return True
    if len(line) > HEADING_LONGEST or len(line.split()) > HEADING_MOST_WORDS or BULLET.match(line):
        return False
    if line.endswith("?") and len(line) > LONGEST_QUESTION:
        return False
    if ATTRIBUTED.search(line):
        return False
    begins = line.lstrip("“‘\"'«[")[:1]
    return (not begins.islower()) and (not ENDS_A_SENTENCE.search(line) or (first and line[-1] in "”’\"'"))


# Posts


def _posts(article: Article, lines: Sequence[_Paragraph]) -> list[tuple[int, dt.date | None]]:
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
    given: Sequence[Post], lines: Sequence[_Paragraph], page: dt.date | None
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
    lines: Sequence[_Paragraph], stamps: Sequence[int], newest: dt.date | None
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


def _head_of(lines: Sequence[_Paragraph], number: int, stamps: frozenset[int]) -> int:
    """Return the stamp directly below a heading, whose post it heads; else the paragraph itself."""
    below = number + 1
    return below if lines[number].role == "heading" and below in stamps else number


def _is_live(article: Article, lines: Sequence[_Paragraph]) -> bool:
    """Tell whether headings part posts: the page says that it is live, or has very many headings."""
    headings = sum(line.role == "heading" for line in lines)
    if headings < 4:
        return False
    said = boilerplate.is_live(article.title or "") or any(
        boilerplate.is_live(line.text) for line in lines[:12] if len(line.text) <= HEADING_LONGEST
    )
    told = sum(line.role == "body" for line in lines)
    return said or (headings >= 7 and headings > 0.15 * told)


def _posts_by_headings(lines: Sequence[_Paragraph]) -> list[int]:
    """Return the number of each paragraph's post, a new one at each heading that follows a story."""
    posts, post, told = [], 0, False
    for line in lines:
        if line.role == "heading" and told:
            post, told = post + 1, False
        told = told or line.role == "body"
        posts.append(post)
    return posts


# Inside a paragraph


def _cut(text: str, whole: Segment) -> Iterator[Segment]:
    """Yield the paragraph, or its parts where something in it is no story."""
    at = whole.start
    for start, end, role in boilerplate.cuts(text, whole.start, whole.end):
        yield from _trimmed(text, replace(whole, start=at, end=start))
        yield from _trimmed(text, replace(whole, start=start, end=end, role=role))
        at = end
    yield from _trimmed(text, replace(whole, start=at))


def _trimmed(text: str, part: Segment) -> Iterator[Segment]:
    piece = text[part.start : part.end]
    kept = piece.strip()
    if kept:
        start = part.start + len(piece) - len(piece.lstrip())
        yield replace(part, start=start, end=start + len(kept))
