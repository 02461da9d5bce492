"""Which stretches of a block of text stand in quotation marks, whatever marks the outlet uses and however badly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 2_500  # characters between two marks; a mark without a partner never swallows more than this
LONGEST_SINGLE = 1_200
LONGEST_UNCLOSED = 1_200
MOST_INNER = 24  # marks looked through for a partner

_SINGLE = "'‘’‚‛‹›`"
_OPENING = frozenset({"“", "‟", "„", ",,", "«", "‘", "‚", "‹", "``", "‘‘", "‘’"})
_CLOSING = frozenset({"”", "’’", "»", "›", "’"})
_BEFORE_OPENING = "([{—–-/…:\"“„‘'«"
# Two single marks side by side are one double mark; a typewriter's ,, and `` too. The pattern begins with a set of
# characters, which is looked for several times faster than alternatives are.
_MARK = re.compile(r"[\"“”„‟«»″＂'‘’‚‛‹›`,](?:(?<=')'|(?<=`)`|(?<=‘)[‘’]|(?<=’)’|(?<=,),(?=\w)|(?<!,))")
_CLIPPED = re.compile(r"(?:em|tis|twas|n|\d0s)\b(?!\s*[,.]?['’])|n['’]", re.IGNORECASE)
_ANNOUNCED = re.compile(r":\s['‘‚‛][^\W\d_]$")  # She said: 'We …, open to the end of the paragraph
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s")
_BREAK = re.compile(r"[.!?…:][\"”’')\]]*\s*$")


class Quotation(NamedTuple):
    """Words in quotation marks: text[start:end] without the marks, text[opened:closed] with them.

    `closed_by_mark` is False where a paragraph of a longer quotation leaves its mark open, or the mark was forgotten.
    """

    start: int
    end: int
    opened: int
    closed: int
    single: bool
    closed_by_mark: bool = True


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the outermost quotations of text[start:end], one paragraph or heading, in order.

    Marks inside a quotation belong to it. Apostrophes are no marks. A double mark is read by its direction, a straight
    one by what stands beside it, so that one forgotten mark does not turn all that follow inside out.

    >>> text = 'He said "no" to the "so-called deal.'
    >>> [text[q.start : q.end] for q in quotations(text, 0, len(text))]
    ['no', 'so-called deal.']
    >>> text = "The officers' mess and the soldiers' camp."
    >>> quotations(text, 0, len(text))
    []
    """
    marks = list(_marks(text, start, end))
    return list(_paired(text, start, end, marks)) if marks else []


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, end):
        first, last, mark = match.start(), match.end(), match.group()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        single = len(mark) == 1 and mark in _SINGLE
        if single and ((before.isalnum() and after.isalnum()) or _CLIPPED.match(text, last)):
            continue  # don't, Ukraine's, the '90s
        opens_here = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and after not in ".,;:!?)]"
        closes_here = not before.isspace() and before not in "([{"
        if mark in _OPENING:  # may be turned the wrong way round all the same
            opens, closes = not after.isspace() or mark == "„", mark in "“«‘" and closes_here and not opens_here
        elif mark in _CLOSING:
            glued = mark == "”" and before in ",:" and after.isalnum()  # She said,”We …
            opens = glued or (mark in "”’»" and opens_here and before.isspace())
            closes = closes_here and not glued
        else:
            opens = opens_here or (not single and before in ".!?…" and after.isupper())  # the war."We hold," he said
            closes = closes_here and not (after.isalnum() and before not in ".,!?…")
        if opens or closes:
            yield _Mark(first, last, opens, closes, single)


def _paired(text: str, start: int, end: int, marks: list[_Mark]) -> Iterator[Quotation]:
    index = 0
    while index < len(marks):
        mark = marks[index]
        if not mark.opens:
            index += 1
            continue
        partner, following = _partner(text, marks, index)
        if partner is not None:
            yield Quotation(mark.end, partner.start, mark.start, partner.end, mark.single)
            index = following
        elif (
            not mark.single or mark.start == start or _ANNOUNCED.search(text, max(start, mark.start - 3), mark.end + 1)
        ):
            last = _end_of_unclosed(text, mark.end, marks[following].start if following < len(marks) else end, end)
            if last > mark.end:
                yield Quotation(mark.end, last, mark.start, last, mark.single, closed_by_mark=False)
            index = max(index + 1, following)
            while index < len(marks) and marks[index].start < last:
                index += 1
        else:
            index += 1


def _partner(text: str, marks: list[_Mark], index: int) -> tuple[_Mark | None, int]:
    """Return the mark that closes marks[index] and the index to go on from; no mark where it is left open."""
    opening = marks[index]
    limit = opening.end + (LONGEST_SINGLE if opening.single else LONGEST)
    depth = 0
    fallback: int | None = None
    position = index + 1
    last = min(len(marks), index + 1 + MOST_INNER)
    while position < last and marks[position].start < limit:
        mark = marks[position]
        if opening.single and not mark.single:
            pass
        elif mark.single and not opening.single:
            if mark.closes and not mark.opens and text[mark.start - 1] in ".,!?" and fallback is None and depth == 0:
                fallback = position  # opened by a double mark, closed by a single one: only if nothing better comes
        elif opening.single and mark.closes and _is_possessive(text, mark):
            fallback = position if fallback is None else fallback
        elif mark.closes and (not mark.opens or depth == 0):
            if depth == 0:
                return mark, position + 1
            depth -= 1
        elif mark.opens:
            if _BREAK.search(text, max(opening.end, mark.start - 8), mark.start):
                if not _closes_twice(marks, position, limit):
                    break  # a new paragraph of the quotation opens, its last one was left open
                depth += 1
            elif depth < 2:
                depth += 1
        position += 1
    if fallback is not None:
        return marks[fallback], fallback + 1
    return None, position


def _closes_twice(marks: list[_Mark], position: int, limit: int) -> bool:
    """Whether two closing marks follow the opening mark before the next opening one: it is nested."""
    closing = 0
    for mark in marks[position + 1 : position + 6]:
        if mark.start >= limit or (mark.opens and not mark.closes and not mark.single):
            break
        closing += mark.closes and not mark.single
    return closing >= 2


def _is_possessive(text: str, mark: _Mark) -> bool:
    return (
        text[mark.start - 1] in "sS"
        and text[mark.end : mark.end + 1] == " "
        and text[mark.end + 1 : mark.end + 2].islower()
    )


def _end_of_unclosed(text: str, first: int, before: int, end: int) -> int:
    """Return where a quotation without its closing mark ends: with its paragraph, or its sentence in a long block."""
    last = min(before, end)
    if last - first > LONGEST_UNCLOSED:
        match = _SENTENCE_END.search(text, first, min(first + LONGEST_UNCLOSED, last))
        last = match.end() if match else first
    return first + len(text[first:last].rstrip())
