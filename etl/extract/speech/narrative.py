"""The article as passages of narrative with quotations set in: what attribution is read from.

A passage is a sentence, or as many as a quotation runs over. What is quoted is one token of it, so that nothing inside
the marks is taken for the one who says it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from etl.extract.caseless import folded
from etl.extract.reading import DateMention, NameMention, Sentence
from etl.extract.speech.function_words import function_words
from etl.extract.speech.quotation_marks import Quotation, quotations
from etl.extract.speech.reporting_verbs import certain_forms

TokenKind = Literal["word", "name", "adjective", "quote", "date", "mark"]

_WORD = re.compile(r"\w+(?:[-–'.&]\w+)*|[,:;()\[\]—–.!?]|--|(?<= )-(?= )|'(?!\w)")
_MARKS = frozenset(",:;()[]—–.!?'")
_HYPHEN = "-"  # for a dash where blanks are around it: "… across the country - Olena Kovalchuk wrote"
_LONGEST_ATTRIBUTION = 20  # words


@dataclass(slots=True)  # no named tuple, whose fields take three times as long to read; nobody changes it all the same
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


class Passage(NamedTuple):
    """text[start:end]: the sentences that belong together, and their quotations."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    @property
    def post(self) -> int:
        """The post of a live blog that it belongs to."""
        return self.sentences[0].post

    @property
    def heading(self) -> bool:
        """Whether it is a heading, which repeats what is told below it."""
        return self.sentences[0].role == "heading"


def passages(text: str, sentences: Sequence[Sentence]) -> Iterator[Passage]:
    """Yield the passages of an article in order."""
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
        following = block[position + 1] if position + 1 < len(block) else None
        goes_on = following is not None and bool(held) and held[-1].closed > sentence.end
        if following is not None and held and not goes_on and held[-1].closed >= sentence.end - 1:
            goes_on = _is_trailing_attribution(following.text)
        if not goes_on:
            end = max(sentence.end, held[-1].closed if held else 0)
            yield Passage(run[0].start, end, tuple(run), tuple(held))
            run, held = [], []


def _is_trailing_attribution(sentence: str) -> bool:
    """Whether a sentence only says who said what is quoted before it: "…?" Olena Kovalchuk asked on Telegram."""
    words = sentence.rstrip(".!").split()
    if len(words) > _LONGEST_ATTRIBUTION or "that" in words:
        return False
    verb = next((i for i, word in enumerate(words[:6]) if word in certain_forms()), None)
    if verb is None or verb == 0:
        return False
    if verb + 1 == len(words) or words[verb] in ("told", "tells"):
        return True
    small = function_words()
    following = words[verb + 1].lower()
    return any(
        following in those for those in (small.prepositions, small.adverbs, small.weekdays, small.adjunct_openers)
    )


def plainly(text: str) -> str:
    """Return a text as tokens have it, of the same length: in lower case, with straight apostrophes."""
    return folded(text).replace("’", "'")


def tokenise(text: str, plain: str, passage: Passage) -> list[Token]:
    """Return the tokens of a passage's narrative; names and dates within quotations are part of these.

    `plain` is the whole text as `plainly` returns it.
    """
    quotes = [Token(q.opened, q.closed, "quote", "", quotation=q) for q in passage.quotations if not is_empty(q)]
    spans = quotes.copy()
    for sentence in passage.sentences:
        for name in sentence.names:
            spans.append(_name_token(text, plain, name))
        for date in sentence.dates:
            spans.append(Token(date.start, date.end, "date", "", None, date, None, _owns(text, date.end)))
    spans.sort(key=lambda token: (token.start, -token.end))
    tokens: list[Token] = []
    ends = {sentence.end for sentence in passage.sentences}
    position = passage.start
    index = 0
    for token in spans:
        while index < len(quotes) and quotes[index].end <= token.start:
            index += 1
        inside = token.kind != "quote" and index < len(quotes) and quotes[index].start < token.end
        if token.start < position or token.end > passage.end or inside:
            continue
        if plain[position : token.start] != " ":
            tokens += _words(plain, position, token.start, ends)
        tokens.append(token)
        position = token.end
        if token.possessive and text[position : position + 1] in ("'", "’"):
            position += 2 if text[position + 1 : position + 2] == "s" else 1
    tokens += _words(plain, position, passage.end, ends)
    return tokens


def _name_token(text: str, plain: str, name: NameMention) -> Token:
    lower = plain[name.start : name.end]
    kind: TokenKind = "adjective" if name.adjectival or name.actor is None else "name"
    described = name.actor_kind == "person" and "," in name.text  # "Olena Kovalchuk, a spokeswoman for the ministry"
    return Token(name.start, name.end, kind, lower, name, None, None, not described and _owns(text, name.end))


def _owns(text: str, end: int) -> bool:
    """Whether what ends here is a possessive: 's, or s' before a blank."""
    if text[end - 2 : end] in ("'s", "’s"):
        return True
    behind = text[end : end + 2]
    return behind in ("'s", "’s") or (behind in ("' ", "’ ") and text[end - 1] == "s")


def is_empty(quotation: Quotation) -> bool:
    """Whether there is nothing between the marks."""
    return quotation.end <= quotation.start


def _words(plain: str, start: int, end: int, ends: Container[int]) -> list[Token]:
    """Return the words and marks of plain[start:end]; a full stop only where it ends a sentence, not in "Gov."."""
    found: list[Token] = []
    for word in _WORD.findall(plain, start, end):
        first = plain.index(word, start)  # cheaper than a match of every word
        start = first + len(word)
        if word == _HYPHEN:
            found.append(Token(first, start, "mark", "–"))
        elif word not in _MARKS:
            found.append(Token(first, start, "word", word, None, None, None, word.endswith("'s")))
        elif word not in ".!?" or start in ends:
            found.append(Token(first, start, "mark", word))
    return found
