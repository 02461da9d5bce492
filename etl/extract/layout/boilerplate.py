"""What a page says besides its story, known by its words (vocabulary/boilerplate.toml).

Lines and sentences are compared in lower case with straight apostrophes. Plain string tests come before patterns:
nearly every sentence is story, and has to pass quickly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as validated_dataclass

from etl.extract import vocabulary
from etl.extract.caseless import names_any
from etl.extract.reading import SegmentRole

LONGEST_LINE = 320  # characters: a longer line is judged by its sentences
EDGES = " \t\u00a0•*>»|([–—-…:.!"  # what may stand around the words of a line
CREW = re.compile(
    r"^\(?(?:with\s+)?(?:additional\s+)?(?:reporting|report|writing|editing|edited|compiled|translated)\s+by\b"
    r"|\bcontributed\s+(?:reporting|to\s+this\s+(?:report|story|article))\b",
    re.IGNORECASE,
)
SITE = re.compile(r"(?:source|via)\s*:\s*(?:https?://)?[\w-]+(?:\.[\w-]+)+\S*")
LISTED = (  # links that were a list beside the story
    r"(?:\brecommended\s+stories\s+)?\blist\s+of\s+\d+\s+items?.{0,700}?\bend\s+of\s+list\b"
)
LONGEST_STAMP = 160  # characters
STAMPED = re.compile(r"\b(?:updated|published|created|posted)\s*:\s*(?:on\s+|at\s+)?(?:[a-z]+,?\s+)?\d")
DATELINE = re.compile(r"\W?[^\W\d][^.!?|•·\n]{0,24}\s[•|·]\s[^.!?\n]{1,24}")  # "Kyiv • UNN"
NAME = r"[A-Z][\w.’'-]*"
BYLINE = re.compile(
    rf"^(?:[Bb]y|BY)\s+{NAME}(?:\s+(?:{NAME}|and|de|van|von|al|&))+(?:,\s+[^.!?]{{0,60}})?$|^{NAME}(?:\s+{NAME}){{1,2}}\s+writes\s*:$"
)
CREW_HINT = re.compile(r"\bby |contributed|writes$")
BIOGRAPHY = re.compile(
    r"^(?:[\w.'-]+\s+){2,3}is\s+(?:an?|the)\s+(?:[\w'-]+\s+){0,4}(?:reporter|correspondent|journalist|editor|columnist|freelancer|"
    r"staff\s+writer)\b|\bfollow\s+(?:him|her|them|me)\s+on\b"
)
DATED_CAPTION = re.compile(  # as agencies end captions: "…, Ukraine, Monday, Oct. 17, 2022."
    r",\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day,\s+[a-z]{3,9}\.?\s+\d{1,2},\s+20\d\d\.?$"
)
PAST_SPEECH = re.compile(r"\b(?:said|told|announced|reported|killed|according)\b")


@validated_dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Words:
    """The whole file."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    contains: tuple[str, ...]
    phrases: tuple[str, ...]
    tails: frozenset[str]
    summaries: frozenset[str]
    credits: tuple[str, ...]
    captions: tuple[str, ...]
    live: tuple[str, ...]
    link_lists: tuple[str, ...]


def line_role(line: str) -> SegmentRole | None:
    """Return the role of a short line or of a sentence that is no story, else None.

    >>> line_role("Read more: Bridge reopens"), line_role("A bridge burns in Odesa. (AP Photo/A. Lee)")
    ('boilerplate', 'caption')
    >>> line_role("They want to read more books.") is None
    True
    """
    words, plain = _words(), _plain(line)
    if plain in words.lines or _begins(plain, words.starts):
        return "boilerplate"
    if names_any(line, words.contains) and _contains(plain, words.contains):
        return "boilerplate"
    if plain.startswith(("source", "via")) and SITE.fullmatch(plain):
        return "boilerplate"
    if (" is " in plain or "follow" in plain) and BIOGRAPHY.search(plain):
        return "boilerplate"
    if plain in _agencies() or (len(line) < LONGEST_STAMP and ":" in plain and STAMPED.search(plain)):
        return "byline"
    if ("•" in line or "|" in line or "·" in line) and DATELINE.fullmatch(line):
        return "byline"
    if (
        ("by " in plain or "writes" in plain or "contributed" in plain)
        and CREW_HINT.search(plain)
        and (CREW.search(line) or BYLINE.search(line.strip()))
    ):
        return "byline"
    if _begins(plain, words.captions) or (_may_have_credit(line) and _patterns().credit_line.search(line)):
        return "caption"
    if "day, " in plain and DATED_CAPTION.search(plain) and not PAST_SPEECH.search(plain):
        return "caption"
    return None


def opens_tail(line: str) -> bool:
    """Tell whether a line opens the tail of a page, where no story follows."""
    plain = _plain(line)
    return plain in _words().tails or bool(re.fullmatch(r"about \w+", plain))


def opens_links(line: str) -> bool:
    """Tell whether a line heads a list of links to other pages."""
    return len(line) < LONGEST_STAMP and _begins(_plain(line), _words().link_lists)


def opens_caption(line: str) -> bool:
    """Tell whether a line that is no story stands above or below a caption: a credit alone, "Image caption,"."""
    plain = _plain(line)
    return plain in _agencies() or plain.startswith(("image source", "image caption", "media caption", "view gallery"))


def opens_summary(line: str) -> bool:
    """Tell whether a line heads a summary."""
    return _plain(line) in _words().summaries


def is_live(line: str) -> bool:
    """Tell whether a title or line says that the page is a running one."""
    return bool(_patterns().live.search(line))


def cuts(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, SegmentRole]]:
    """Yield the stretches of a paragraph that are no story, in order: sentences, phrases, captions with credits.

    `spans` are start and end of its sentences. A paragraph that is one short line has been judged as a line.
    """
    told = [(first, last, text[first:last]) for first, last in spans]
    has_phrase = any(names_any(sentence, _phrase_heads()) for _, _, sentence in told)
    found = list(_phrases(text, start, end)) if has_phrase else []
    glued = [first for first, _, _ in found]  # what follows such a phrase in its sentence is story
    before = start
    for first, last, sentence in told:
        judged = last - first == end - start <= LONGEST_LINE
        told_on = glued and any(first <= phrase < last for phrase in glued)
        if not (judged or told_on) and (role := line_role(sentence)):
            found.append((first, last, role))
        if _may_have_credit(sentence) and (credit := _patterns().credit.search(sentence)):
            own = credit.start() < 3  # the credit follows its caption's full stop
            found.append((before if own else first, first + credit.end(), "caption"))
        before = first
    yield from _joined(text, sorted(found))


def _joined(text: str, found: list[tuple[int, int, SegmentRole]]) -> Iterator[tuple[int, int, SegmentRole]]:
    """Yield the stretches without overlaps, those of one role that touch as one."""
    open_: tuple[int, int, SegmentRole] | None = None
    for first, last, role in found:
        if open_ and role == open_[2] and not text[open_[1] : first].strip():
            open_ = (open_[0], max(last, open_[1]), role)
        elif open_ is None or last > open_[1]:
            if open_:
                yield open_
            open_ = (max(first, open_[1]) if open_ else first, last, role)
    if open_:
        yield open_


def _phrases(text: str, start: int, end: int) -> Iterator[tuple[int, int, SegmentRole]]:
    for match in _patterns().phrase.finditer(text, start, end):
        yield match.start(), match.end(), "boilerplate"


def _plain(line: str) -> str:
    return line.strip(EDGES).lower().replace("’", "'")


def _begins(plain: str, starts: tuple[str, ...]) -> bool:
    """Tell whether the line begins with one of these, and not with a longer word."""
    if not plain.startswith(starts):
        return False
    return any(plain.startswith(each) and not plain[len(each) : len(each) + 1].isalpha() for each in starts)


def _contains(plain: str, parts: tuple[str, ...]) -> bool:
    """Tell whether one of these stands in the first sentence of the line: a later one is cut out by itself."""
    return any(". " not in plain[: plain.find(part)] for part in parts if part in plain)


def _may_have_credit(line: str) -> bool:
    return "(" in line or "/" in line or "via " in line


@dataclass(frozen=True, slots=True)
class _Patterns:
    phrase: re.Pattern[str]
    credit: re.Pattern[str]
    credit_line: re.Pattern[str]
    live: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = _words()
    agency = f"(?i:{vocabulary.alternation(words.credits)})"
    bracketed = rf"\((?:[^()\n]{{0,80}}?[\s/,:]\s*)?{agency}(?:[\s/,:][^()\n]{{0,80}})?\)(?!\s*[—–-])"
    pictured = r"(?=\([^()\n]{0,80}(?:[Pp]hoto|[Ii]mage|Getty|Handout|[Ss]creen|via\s|[A-Za-z]/|POOL|Pool))"
    advertisement = r"(?-i:\bADVERTISEMENT\b|\bAdvertisement\b(?!\s[a-z]))"
    return _Patterns(
        phrase=re.compile(rf"(?<!\w)(?:{_any(words.phrases)})(?!\w)|{LISTED}|{advertisement}", re.IGNORECASE),
        credit=re.compile(rf"{pictured}{bracketed}|^{bracketed}"),
        credit_line=re.compile(
            rf"{bracketed}\s*$|(?:^|[.!?]\s+)[^.!?()]{{0,50}}\s?/\s?{agency}\.?$|\bvia\s+{agency}\.?$"
        ),
        live=re.compile(rf"(?<!\w)(?:{_any(words.live)})(?!\w)", re.IGNORECASE),
    )


@cache
def _words() -> Words:
    words = vocabulary.load("boilerplate", Words)
    lines, tails, summaries = (frozenset(map(_plain, part)) for part in (words.lines, words.tails, words.summaries))
    return replace(words, lines=lines, tails=tails, summaries=summaries)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(map(str.lower, _words().credits))


@cache
def _phrase_heads() -> tuple[str, ...]:
    """Return how the phrases begin that are cut out of paragraphs, those of the pattern itself among them."""
    return ("advertisement", "end of list", *(phrase.partition("…")[0].strip().lower() for phrase in _words().phrases))


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words; "…" matches a stretch of one sentence, an apostrophe either form."""
    return vocabulary.alternation(words).replace("…", r"[^.!?\n]{0,70}?").replace("'", "['’]")
