"""What a page says besides its story, known by its words (vocabulary/boilerplate.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as validated_dataclass

from etl.extract import sentences, vocabulary
from etl.extract.reading import SegmentRole

LEAD = r"[\s•*>»|(\[–—-]{0,3}"
LONGEST_LINE = 160  # characters: a longer line is judged by its sentences
CREW = re.compile(
    r"^\(?(?:With\s+)?(?:additional\s+)?(?:reporting|report|writing|editing|edited|compiled|translated)\s+by\b"
    r"|\bcontributed\s+(?:reporting|to\s+this\s+(?:report|story|article))\b|^by\s+[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){1,3}\b[^.!?]{0,60}$"
    r"|^[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){1,2}\s+(?:writes|reports)\s*:$",
    re.IGNORECASE,
)
BIOGRAPHY = re.compile(
    r"^(?:[A-Z][\w.’'-]+\s+){2,3}is\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,4}(?:reporter|correspondent|journalist|editor|columnist|"
    r"freelancer|staff\s+writer)\b|\bfollow\s+(?:him|her|them|me)\s+on\b"
)
DATED_CAPTION = re.compile(  # as agencies end captions: "…, Ukraine, Monday, Oct. 17, 2022."
    r"[^.!?]{20,},\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s+(?:[A-Z][a-z]{2,8}\.?)\s+\d{1,2},\s+20\d\d\.?$"
)
PAST_SPEECH = re.compile(r"\b(?:said|told|announced|reported|killed|according)\b")


@validated_dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Words:
    """The whole file."""

    lines: tuple[str, ...]
    starts: tuple[str, ...]
    contains: tuple[str, ...]
    phrases: tuple[str, ...]
    tails: tuple[str, ...]
    summaries: tuple[str, ...]
    credits: tuple[str, ...]
    captions: tuple[str, ...]
    live: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    line: re.Pattern[str]
    start: re.Pattern[str]
    contains: re.Pattern[str]
    phrase: re.Pattern[str]
    tail: re.Pattern[str]
    summary: re.Pattern[str]
    credit: re.Pattern[str]
    credit_line: re.Pattern[str]
    caption: re.Pattern[str]
    live: re.Pattern[str]
    suspicious: re.Pattern[str]


def line_role(line: str) -> SegmentRole | None:
    """Return the role of a short line or of a sentence that is no story, else None.

    >>> line_role("Read more: Bridge reopens"), line_role("A bridge burns in Odesa. (AP Photo/A. Lee)")
    ('boilerplate', 'caption')
    >>> line_role("They want to read more books.") is None
    True
    """
    known = _patterns()
    if known.line.fullmatch(line) or known.start.match(line) or known.contains.search(line) or BIOGRAPHY.search(line):
        return "boilerplate"
    if CREW.search(line):
        return "byline"
    if known.caption.match(line) or known.credit_line.search(line):
        return "caption"
    if DATED_CAPTION.match(line) and not PAST_SPEECH.search(line):
        return "caption"
    return None


def opens_tail(line: str) -> bool:
    """Tell whether a line opens the tail of a page, where no story follows."""
    return bool(_patterns().tail.fullmatch(line))


def opens_summary(line: str) -> bool:
    """Tell whether a line heads a summary."""
    return bool(_patterns().summary.fullmatch(line))


def is_live(line: str) -> bool:
    """Tell whether a title or line says that the page is a running one."""
    return bool(_patterns().live.search(line))


def cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int, SegmentRole]]:
    """Yield the stretches of a paragraph that are no story, in order: sentences, phrases, captions with credits."""
    known = _patterns()
    if not known.suspicious.search(text[start:end]):
        return
    found: list[tuple[int, int, SegmentRole]] = [
        (match.start(), match.end(), "boilerplate") for match in known.phrase.finditer(text, start, end)
    ]
    phrases = [first for first, _, _ in found]
    pieces = list(sentences.spans(text, start, end))
    for number, (first, last) in enumerate(pieces):
        sentence = text[first:last]
        glued = any(first <= phrase < last for phrase in phrases)  # what follows the phrase is story
        if not glued and (role := line_role(sentence)):
            found.append((first, last, role))
        if credit := known.credit.search(sentence):
            alone = credit.start() < 3  # the credit follows its caption's full stop
            found.append((pieces[number - 1][0] if alone and number else first, first + credit.end(), "caption"))
    at = start
    for first, last, role in sorted(found):
        if last > at:
            yield max(first, at), last, role
            at = last


@cache
def _patterns() -> _Patterns:
    words = vocabulary.load("boilerplate", Words)
    agency = f"(?i:{vocabulary.alternation(words.credits)})"
    bracketed = rf"\((?:[^()\n]{{0,80}}?[\s/,:]\s*)?{agency}(?:[\s/,:][^()\n]{{0,80}})?\)(?!\s*[—–-])"
    pictured = r"(?=\([^()\n]{0,80}(?:[Pp]hoto|[Ii]mage|Getty|Handout|[Ss]creen|via\s|[A-Za-z]/|POOL|Pool))"
    contains, starts, phrases = _any(words.contains), _any(words.starts), _any(words.phrases)
    return _Patterns(
        line=_compiled(rf"\W{{0,3}}(?:{_any(words.lines)})\W{{0,3}}"),
        start=_compiled(rf"{LEAD}(?:{starts})(?![a-z])"),
        contains=_compiled(rf"\b(?:{contains})"),
        phrase=_compiled(rf"(?<!\w)(?:{phrases})(?!\w)|(?-i:\bADVERTISEMENT\b|\bAdvertisement\b(?!\s[a-z]))"),
        tail=_compiled(rf"\W{{0,3}}(?:{_any(words.tails)}|about\s+\w+)\W{{0,3}}"),
        summary=_compiled(rf"\W{{0,3}}(?:{_any(words.summaries)})\W{{0,3}}"),
        credit=re.compile(rf"{pictured}{bracketed}|(?:^|(?<=[.!?]\s)){bracketed}"),
        credit_line=re.compile(
            rf"{bracketed}\s*$|(?:^|[.!?]\s+)[^.!?()]{{0,50}}\s?/\s?{agency}\.?$|\bvia\s+{agency}\.?$"
        ),
        caption=_compiled(rf"{LEAD}(?:{_any(words.captions)})(?!\w)"),
        live=_compiled(rf"(?<!\w)(?:{_any(words.live)})(?!\w)"),
        suspicious=re.compile(
            rf"(?i:{contains}|{phrases}|advertisement|"
            rf"(?:^|[.!?:”\"]\s*)\W{{0,3}}(?:{starts}|{_any(words.captions)}))|{bracketed}|"
            r"(?i:\bcontributed\b|(?:reporting|edit\w+)\s+by\b|follow\s+(?:him|her|them)\s+on)|"
            r"day,\s+[A-Z][a-z]+\.?\s+\d\d?,\s+20\d\d\."
            rf"|/\s?{agency}\b"
        ),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words; "…" matches a stretch of one sentence, an apostrophe either form."""
    pattern = vocabulary.alternation(words)
    return pattern.replace("…", r"[^.!?\n]{0,70}?").replace("'", "['’]")
