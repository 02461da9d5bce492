"""The article as passages of narrative with quotations set in: what attribution is read from.

A passage is a sentence, or as many as a quotation runs over. What is quoted is one token of it, so that nothing inside
the marks is taken for the one who says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from etl.extract.quotation_marks import Quotation, quotations
from etl.extract.reading import DateMention, NameMention, Sentence

TokenKind = Literal["word", "name", "adjective", "quote", "date", "mark"]

_WORD = re.compile(r"\w+(?:[-–’'.&]\w+)*|[,:;()\[\]—–]|--|['’](?!\w)|\.(?=\s+[A-Z“\"‘«„(\[]|\s*$)|[!?]")
_MARKS = frozenset(",:;()[]—–--.!?'’")
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name, a quotation, a date or a punctuation mark of the narrative."""

    start: int
    end: int
    kind: TokenKind
    lower: str
    name: NameMention | None = None
    date: DateMention | None = None
    quotation: Quotation | None = None
    possessive: bool = False


@dataclass(slots=True)
class Passage:
    """text[start:end]: the sentences that belong together, their quotations, and whether a paragraph opens with it."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    opens_paragraph: bool
    tokens: list[Token] = field(default_factory=list)

    @property
    def post(self) -> int:
        """The post of a live blog that it belongs to."""
        return self.sentences[0].post

    @property
    def heading(self) -> bool:
        """Whether it is a heading, which repeats what is told below it."""
        return self.sentences[0].role == "heading"


def passages(text: str, sentences: Sequence[Sentence]) -> Iterator[Passage]:
    """Yield the passages of an article in order, without their tokens."""
    for _, group in groupby(sentences, key=lambda sentence: (sentence.post, sentence.paragraph, sentence.role)):
        block = list(group)
        marks = quotations(text, block[0].start, block[-1].end)
        yield from _divided(block, marks)


def _divided(block: list[Sentence], marks: list[Quotation]) -> Iterator[Passage]:
    index = 0
    run: list[Sentence] = []
    held: list[Quotation] = []
    for position, sentence in enumerate(block):
        run.append(sentence)
        while index < len(marks) and marks[index].opened < sentence.end:
            held.append(marks[index])
            index += 1
        goes_on = bool(held) and held[-1].closed > sentence.end and position + 1 < len(block)
        if not goes_on:
            yield Passage(
                run[0].start,
                max(run[-1].end, held[-1].closed if held else 0),
                tuple(run),
                tuple(held),
                run[0] is block[0],
            )
            run, held = [], []


def tokenise(text: str, passage: Passage) -> list[Token]:
    """Return the tokens of a passage's narrative; names and dates within quotations are part of these."""
    spans: list[Token] = [
        Token(q.opened, q.closed, "quote", "", quotation=q) for q in passage.quotations if not is_apostrophised(q)
    ]
    quoted = [(token.start, token.end) for token in spans]
    for sentence in passage.sentences:
        for name in sentence.names:
            lower = text[name.start : name.end].lower()
            possessive = bool(_POSSESSIVE.search(lower)) or text[name.end : name.end + 2] in ("'s", "’s")
            adjective = name.adjectival or name.actor is None
            spans.append(
                Token(name.start, name.end, "adjective" if adjective else "name", lower, name, possessive=possessive)
            )
        spans.extend(_date_token(text, date) for date in sentence.dates)
    spans.sort(key=lambda token: (token.start, -token.end))
    tokens: list[Token] = []
    position = passage.start
    index = 0
    for token in spans:
        while index < len(quoted) and quoted[index][1] <= token.start:
            index += 1
        inside = token.kind != "quote" and index < len(quoted) and quoted[index][0] < token.end
        if token.start < position or inside:
            continue
        tokens.extend(_words(text, position, token.start))
        tokens.append(token)
        position = token.end
    tokens.extend(_words(text, position, passage.end))
    return tokens


def _date_token(text: str, date: DateMention) -> Token:
    possessive = bool(_POSSESSIVE.search(text, date.start, date.end))
    return Token(date.start, date.end, "date", "", date=date, possessive=possessive)


def is_apostrophised(quotation: Quotation) -> bool:
    """Whether there is nothing between the marks."""
    return quotation.end <= quotation.start


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word in _MARKS:
            yield Token(match.start(), match.end(), "mark", word)
        else:
            lower = word.lower().replace("’", "'")
            yield Token(match.start(), match.end(), "word", lower, possessive=lower.endswith("'s"))
