"""The sentences of the parts that tell the story, with exact offsets.

A boundary is a mark that may end a sentence, the quotation marks and brackets that close with it, and a beginning: a
capital, a digit, an opening mark. Abbreviations and initials are the exceptions (vocabulary/abbreviations.toml). A
sentence may end inside a quotation. Every step looks at a bounded stretch, so the work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from etl.extract import vocabulary
from etl.extract.reading import Segment, Sentence

READ_ROLES = frozenset({"body", "heading"})
LONGEST = 4_000  # characters; more is no prose, and is cut so that no rule meets a sentence of megabytes
BULLETS = "•▪●◾■"
BOUNDARY = re.compile(  # begins with a set of characters, which is looked for many times faster than alternatives are
    rf"""[.!?…{BULLETS}](?:(?<=[{BULLETS}])(?<=\s.)\s|(?<![{BULLETS}])[.!?…]*[”’»)\]"']*)"""
)
OPENING = re.compile(r"""[“‘«„"'(\[–—•*-]""")
WORD_BEFORE = re.compile(r"[\w.-]+$")
NEXT_WORD = re.compile(r"""[\s“‘«„"'(\[–—•*-]*([\w’'-]*)""")
LOOK_BACK = 24


def split(text: str, segments: Sequence[Segment]) -> tuple[Sentence, ...]:
    """Return the sentences of body and heading segments, in the order of the text."""
    found: list[Sentence] = []
    for segment in segments:
        if segment.role not in READ_ROLES:
            continue
        _, _, role, post, paragraph, reference, known = segment
        for start, end in known or spans(text, segment.start, segment.end):
            found.append(Sentence(len(found), start, end, text[start:end], role, post, paragraph, reference))
    return tuple(found)


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence in text[start:end], without the blanks around it.

    >>> text = "The U.S. envoy left at 9 a.m. on Friday. Gen. Lee stayed.Nobody spoke."
    >>> [text[a:b] for a, b in spans(text, 0, len(text))]
    ['The U.S. envoy left at 9 a.m. on Friday.', 'Gen. Lee stayed.', 'Nobody spoke.']
    """
    first = start
    for cut in _cuts(text, start, end):
        yield from _trimmed(text, first, cut)
        first = cut
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        cut = blank if blank > start else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    piece = text[start:end]
    begin = start + len(piece) - len(piece.lstrip())
    if piece.strip():
        yield begin, begin + len(piece.strip())


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a new sentence begins, blanks before it not counted."""
    quotes, counted = 0, start  # straight double marks so far: an odd one opens, an even one closes
    for match in BOUNDARY.finditer(text, start, end):
        cut, marks = match.end(), match[0]
        if marks[0] in BULLETS:
            yield cut - 2
            continue
        if marks[-1] == '"':
            quotes += text.count('"', counted, cut)
            counted = cut
            if quotes % 2 and not text[cut : cut + 1].isspace():
                cut -= 1  # 'He left."We stayed' has lost its blank: the mark opens
        if cut < end and _begins(text, cut, end) and not _goes_on(text, match, cut, start):
            yield cut


def _begins(text: str, cut: int, end: int) -> bool:
    """Tell whether a sentence can begin at `cut`: behind blanks, or glued to a word of two letters and more."""
    at = cut
    while at < end and text[at].isspace() and at - cut < LOOK_BACK:
        at += 1
    glued = at == cut
    for _ in range(3):
        if at < end and OPENING.match(text, at):
            glued = False
            at += 1
            while at < end and text[at] == " ":
                at += 1
    if at >= end:
        return False
    if glued:
        before = text[max(0, cut - 4) : cut].rstrip(".!?…”’»)]\"'")
        return (
            text[at].isupper()
            and before[-2:].islower()
            and before[-2:].isalpha()
            and not text[at + 1 : at + 2].isupper()
            and text[at + 1 : at + 2] != "."
        )
    return text[at].isdigit() or (text[at].isalpha() and not text[at].islower())


def _goes_on(text: str, match: re.Match[str], cut: int, start: int) -> bool:
    """Tell whether the mark ends an abbreviation, an initial or a quoted question, and the sentence goes on."""
    if match[0][0] in "!?":
        return len(match[0]) > 1 and bool(_attribution().match(text, cut, cut + 80))
    if match[0].startswith(("..", "…")):
        return False
    before = text[max(start, match.start() - LOOK_BACK) : match.start()]
    word = WORD_BEFORE.search(before, before.rfind(" ") + 1)
    if word is None or (word[0] == "X" and before.endswith(" on X")):
        return False  # "in a post on X. The …"
    following = _next_word(text, cut)
    return _abbreviated(word[0].lstrip("-."), following)


def _next_word(text: str, cut: int) -> str:
    match = NEXT_WORD.match(text, cut, cut + 60)
    return match[1] if match else ""


def _abbreviated(word: str, following: str) -> bool:
    words = _words()
    if word in words["titles"]:
        return True
    if word in words["before_numbers"]:
        return following[:1].isdigit()
    if word in words["clock"]:
        return following in words["after_clock"] or following[:1].isdigit()
    initials = len(word) == 1 and word.isupper()
    dotted = "." in word and all(len(part) == 1 for part in word.split("."))  # U.S, D.C, J.D
    if initials or dotted or word in words["mid"]:
        return following not in words["openers"]
    return False


@cache
def _words() -> dict[str, frozenset[str]]:
    return vocabulary.load("abbreviations", dict[str, frozenset[str]])


@cache
def _attribution() -> re.Pattern[str]:
    verbs = vocabulary.alternation(_words()["attribution"])
    return re.compile(rf"\s+(?:[A-Z][\w’'.-]*\s+|the\s+[\w\s]{{3,30}}?\s){{1,4}}(?:has\s+|have\s+)?(?:{verbs})\b")
