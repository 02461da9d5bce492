"""The labels of a news brief: "Source: the Air Force on Telegram", "Quote from the mayor: …", "Quote: …".

Ukrainian outlets set each part of a brief under its label, and say under the first whose words the others tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from etl.extract.speech.bearers import Bearer
from etl.extract.speech.cue import Cue
from etl.extract.speech.cue_reach import sentence_end, sentence_start
from etl.extract.speech.narrative import Token
from etl.extract.speech.noun_phrases import phrase_from
from etl.extract.speech.subject import Subject, elided

QUOTES = frozenset({"quote", "quotes"})
_SOURCES = frozenset({"source", "sources"})
_KINDS = frozenset({"direct", "literal", "full", "key", "another", "more", "original"})
_FROM = frozenset({"from", "of", "by"})
_BETWEEN_SOURCES = frozenset({";", ",", "and", "citing"})
_MOST_SOURCES = 6


def of_quote(text: str, tokens: Sequence[Token], index: int) -> Cue | None:
    """Return the cue of "Quote from the mayor:", or of a bare "Quote:", whose subject goes without saying."""
    begin = sentence_start(tokens, index)
    if begin != index and (begin != index - 1 or tokens[begin].lower not in _KINDS):
        return None
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    subject: Subject | None = elided(index)
    if following in _FROM:
        subject = phrase_from(text, tokens, index + 2)
    colon = subject.last if subject is not None and following in _FROM else index + 1
    while colon < len(tokens) and tokens[colon].kind == "date":
        colon += 1
    if subject is None or colon >= len(tokens) or tokens[colon].lower != ":":
        return None
    return Cue(index, colon + 1, subject, "head", ((colon + 1, sentence_end(tokens, colon)),))


def source_of(text: str, tokens: Sequence[Token], resolve: Callable[[Subject], Bearer | None]) -> Bearer | None:
    """Return the first whom the line "Source: …" of a brief names, but for the media, which only pass it on.

    None for any other passage. `resolve` tells whom a subject stands for.
    """
    if len(tokens) < 3 or tokens[0].lower not in _SOURCES or tokens[1].lower != ":":
        return None
    bearers = (resolve(subject) for subject in _named(text, tokens))
    return next((bearer for bearer in bearers if bearer is not None and not bearer.media), None)


def _named(text: str, tokens: Sequence[Token]) -> Iterator[Subject]:
    starts = [2] + [index + 1 for index, token in enumerate(tokens) if index > 1 and token.lower in _BETWEEN_SOURCES]
    for start in starts[:_MOST_SOURCES]:
        if start >= len(tokens):
            return
        token = tokens[start]
        subject = phrase_from(text, tokens, start)
        if subject is None and token.possessive and token.name is not None and token.name.actor is not None:
            subject = Subject("name", start, start + 1, token.name.text, token.lower, token.name)
        if subject is not None and subject.kind in ("name", "role"):
            yield subject
