"""The role of each paragraph: story, heading, caption, byline, summary or boilerplate.

Each step takes the paragraphs as the steps before left them: single lines by their words (boilerplate.py) and stamps,
then what only its neighbours show (repetitions, lists of links, summaries, tails), and last the headings.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from etl.extract.layout import boilerplate, paragraphs, post_stamps
from etl.extract.layout.post_stamps import Stamp
from etl.extract.reading import SegmentRole

HEADING_LONGEST = 130  # characters
HEADING_MOST_WORDS = 20
LONGEST_QUESTION = 76  # characters of a heading that asks
ENDS_A_SENTENCE = re.compile(r"[.!…;,:][”’\"')\]]*$|[”\"]$")
WRITER = re.compile(
    r"[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]*){1,2}(?:(?:,|\s+and)\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]*){1,2})*"
)
ATTRIBUTED = re.compile(r"[,.!?][”\"]\s+\w")  # “…,” he said
LABELLED = re.compile(
    r"(?:Source|Quote|Details|Background|Updated)\b[^:]{0,40}:"
)  # as Ukrainian agencies part a report
BULLET = re.compile(r"(?:[•▪●◾■*–-]|\d{1,2}[.)])\s+\S")
MARKUP = re.compile(r"#{1,6}\s+|-\s(?=.*\s-$)")
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:.*\r?\n)*?---[ \t]*(?=\r?\n|\Z)")
CRAWLER = re.compile(
    r"\d+\s+(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?)\s+ago(?:\s+\d+)?|\d+\s+(?:min|minutes?)\s+read",
    re.IGNORECASE,
)
TAIL_SHARE = 0.35  # of the text: a longer rest is no tail
SUMMARY_SHARE = 0.4  # of the text that must remain: else the bullets are the story
REPETITION = 25  # characters: a shorter line may recur by chance


class Paragraph(NamedTuple):
    """text[start:end] of an article, its role, and what it says as a stamp."""

    start: int
    end: int
    text: str
    role: SegmentRole = "body"
    stamp: Stamp | None = None


def paragraphs_of(text: str, title: str | None) -> list[Paragraph]:
    """Return the paragraphs of a text in order, each with its role and, if it is one, the stamp that it is."""
    front = FRONT_MATTER.match(text)
    lines = [
        Paragraph(start, end, text[start:end], "boilerplate" if front and start < front.end() else "body")
        for start, end in paragraphs.spans(text)
    ]
    lines = [
        line._replace(role=role) if line.role == "body" and (role := _line_role(line.text)) != "body" else line
        for line in lines
    ]
    lines = [line._replace(role="byline", stamp=found) if (found := _stamp(line)) else line for line in lines]
    lines = _with_captions(lines)
    lines = _without_repetitions(lines)
    lines = _without_links(lines)
    lines = _without_summaries(lines)
    lines = _without_tail(lines, len(text))
    return _with_headings(lines, title)


def _line_role(line: str) -> SegmentRole:
    if CRAWLER.fullmatch(line) or not any(map(str.isalpha, line)):
        return "boilerplate"
    if len(line) <= boilerplate.LONGEST_LINE:
        return boilerplate.line_role(line) or "body"
    return "body"


def _stamp(line: Paragraph) -> Stamp | None:
    may_be = line.role in ("body", "byline") or not any(map(str.isalpha, line.text))
    return post_stamps.read(line.text) if may_be else None


def _with_captions(lines: list[Paragraph]) -> list[Paragraph]:
    """Mark the caption below a credit that stands alone, or below the words "Image caption"."""
    result, below = list(lines), False
    for number, line in enumerate(lines):
        if line.role != "body":
            below = boilerplate.opens_caption(line.text)
        else:
            if below and _looks_like_a_heading(line.text, first=False):
                result[number] = line._replace(role="caption")
            below = False
    return result


def _without_repetitions(lines: list[Paragraph]) -> list[Paragraph]:
    """Mark what stands there a second time; a caption may repeat without its credit, and then the first is one too."""
    seen: dict[str, int] = {}
    result = list(lines)
    for number, line in enumerate(lines):
        plain = line.text.rpartition(" (")[0] if line.text.endswith(")") else line.text
        plain = plain.casefold()
        if len(plain) < REPETITION or line.stamp:
            continue
        first = seen.setdefault(plain, number)
        if first != number and result[first].role == "body" and line.role == "caption":
            result[first] = result[first]._replace(role="caption")
        elif first != number and line.role == "body":
            result[number] = line._replace(role="boilerplate")
    return result


def _without_links(lines: list[Paragraph]) -> list[Paragraph]:
    """Mark the titles of other pages that stand below a line like "Read more:"."""
    result, below = list(lines), False
    for number, line in enumerate(lines):
        if line.role == "boilerplate" or (line.text.endswith(":") and boilerplate.opens_links(line.text)):
            below = boilerplate.opens_links(line.text)
            result[number] = line._replace(role="boilerplate")
        elif below and line.role == "body" and _looks_like_a_heading(line.text, first=False):
            result[number] = line._replace(role="boilerplate")
        else:
            below = False
    return result


def _without_summaries(lines: list[Paragraph]) -> list[Paragraph]:
    """Mark the bullets that sum a story up: under a heading that says so, or three or more at the story's end."""
    result = list(lines)
    bullets = [bool(BULLET.match(line.text)) for line in lines]
    under = False
    for number, line in enumerate(lines):
        if boilerplate.opens_summary(line.text):
            under = True
            result[number] = line._replace(role="summary")
        elif under and bullets[number]:
            result[number] = line._replace(role="summary")
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
            result[number] = result[number]._replace(role="summary")
    told = sum(len(line.text) for line in result if line.role == "body")
    return result if told >= SUMMARY_SHARE * sum(len(line.text) for line in lines if line.role == "body") else lines


def _without_tail(lines: list[Paragraph], length: int) -> list[Paragraph]:
    """Mark all behind a line like "Related articles", unless that would be much of the text."""
    for number, line in enumerate(lines):
        if number and boilerplate.opens_tail(line.text) and length - line.end < TAIL_SHARE * length:
            return lines[:number] + [each._replace(role="boilerplate") for each in lines[number:]]
    return lines


def _with_headings(lines: list[Paragraph], title: str | None) -> list[Paragraph]:
    """Mark the title, the headings, and a writer's bare name between the title and the story."""
    body = [number for number, line in enumerate(lines) if line.role == "body"]
    result = list(lines)
    known, told = _same(title or ""), False
    for place, number in enumerate(body):
        line = lines[number]
        first, last = place == 0, place == len(body) - 1
        is_title = place < 2 and bool(known) and _same(line.text) == known
        if not (first or told or is_title) and WRITER.fullmatch(line.text):
            result[number] = line._replace(role="byline")
        elif len(body) > 1 and (is_title or (not last and _looks_like_a_heading(line.text, first=first))):
            result[number] = line._replace(role="heading")
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
    if ATTRIBUTED.search(line) or LABELLED.match(line):
        return False
    begins = line.lstrip("“‘\"'«[")[:1]
    return (not begins.islower()) and (not ENDS_A_SENTENCE.search(line) or (first and line[-1] in "”’\"'"))
