"""Whether a clause announces what happens on a day, or tells it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from etl.extract import vocabulary
from etl.extract.calendar.date_words import words

WORD = re.compile(r"\w+")
REACH = 110  # characters that a cue may stand away from its date


class _Cues(NamedTuple):
    words: frozenset[str]  # the first word of each cue in `before`
    before: re.Pattern[str]
    broken: re.Pattern[str]
    after: re.Pattern[str]
    gathering: re.Pattern[str]
    headline: re.Pattern[str]
    passed: re.Pattern[str]
    opens: re.Pattern[str]


def announced(sentence: str, start: int, end: int, *, heading: bool = False) -> bool:
    """Tell whether the clause around sentence[start:end], a day, announces it.

    A cue before the day counts if no other clause or speech verb stands between; one after it only where the day opens
    the clause ("On Friday, they will meet") or names a gathering ("Friday's talks will").

    >>> text = "He will meet them on Friday."
    >>> announced(text, 21, 27)
    True
    >>> text = "It will respond, he said on Friday."
    >>> announced(text, 28, 34)
    False
    """
    cues = _cues()
    before, after = sentence[max(0, start - REACH) : start], sentence[end : end + REACH]
    found = []
    if not cues.words.isdisjoint(WORD.findall(before.lower())):
        found = [match.end() for match in cues.before.finditer(before)]
    if found and not cues.broken.search(before, found[-1]) and not _leaves_a_quotation(before[found[-1] :]):
        return True
    if heading and cues.headline.search(before):
        return True
    if cues.gathering.match(after) and not cues.passed.search(before):
        return True
    return bool(cues.opens.search(before)) and bool(cues.after.match(after))


def _leaves_a_quotation(between: str) -> bool:
    """Tell whether a quotation that holds the cue ends before the day: "We will," he said on Friday."""
    return between.count('"') % 2 == 1 or between.count("”") > between.count("“")


@cache
def _cues() -> _Cues:
    cues = words().cues
    before, speech = vocabulary.alternation(cues.before), vocabulary.alternation(cues.speech)
    modal = r"(?:will|won['’]t|is|are)\b(?!\s+(?:still|now|been))"
    present = [cue for cue in cues.before if cue.startswith(("is ", "are "))]
    soon = rf"(?:will\b|{vocabulary.alternation(present)}|(?:is|are)\s+(?:expected|scheduled|planned)\b)"
    calm = rf"(?:(?!\b(?:{speech}|that)\b)[^.;“”\"]){{0,60}}?"
    return _Cues(
        words=frozenset(WORD.findall(cue)[0] for cue in cues.before),
        before=re.compile(rf"(?:\b|(?=['’]))(?!(?:{vocabulary.alternation(cues.not_before)})\b)(?:{before})\b"),
        broken=re.compile(rf"[;:]|\b(?:{speech}|{vocabulary.alternation(cues.breaks)})\b", re.IGNORECASE),
        after=re.compile(rf",?\s{calm}\b{soon}"),
        gathering=re.compile(
            rf"['’]s\s+(?:[\w-]+\s+){{0,2}}(?:{vocabulary.alternation(cues.gatherings)})\b{calm}\b{modal}"
        ),
        passed=re.compile(r"\b(?:after|following|during|since|before|at|in|from)\s+(?:the\s+)?$", re.IGNORECASE),
        headline=re.compile(rf"\b[A-Z]\w+\s+to\s+(?:{vocabulary.alternation(cues.headline)})\b[^,;.]*$"),
        opens=re.compile(
            r"(?:^|[,;:—–“\"]\s*|\b(?:that|and|but)\s)(?:on\s+|early\s+|late\s+|this\s+)*$", re.IGNORECASE
        ),
    )
