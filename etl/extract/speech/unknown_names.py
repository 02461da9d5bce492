"""Names that no list knows: capitalised words, and places that are people's names where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.speaker_nouns import noun_kind

_LONGEST_NAME = 5


def unknown_start(text: str, tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Return where the capitalised words that close tokens[first:end] begin, titles left out; None for none."""
    words = function_words()
    run = end - 1 if is_surname(text, tokens, first, end - 1) else end
    while run > first and is_capitalised(text, tokens[run - 1]):
        run -= 1
    if end - run == 1 and run > first and _is_given_name(tokens[run - 1]):
        run -= 1
    for index in range(run, end):
        lower = tokens[index].lower
        if lower in words.no_names or lower in words.determiners or noun_kind(lower):
            run = index + 1
    return run if run < end <= run + _LONGEST_NAME else None


def joins_capitals(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether "and" stands within a name: "Center for Strategic and International Studies"."""
    if tokens[index].lower != "and" or index == 0 or index + 1 >= len(tokens):
        return False
    beside = (tokens[index - 1], tokens[index + 1])
    return all(token.kind == "word" and text[token.start].isupper() for token in beside)


def is_surname(text: str, tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether a place's name is a surname here: "neighbour Yevgeny Shevchenko"."""
    token = tokens[index]
    if (
        token.kind != "adjective"
        or token.name is None
        or token.name.place is None
        or token.possessive
        or index <= first
    ):
        return False
    before = tokens[index - 1]
    given = before.kind == "word" and is_capitalised(text, before) and before.lower not in function_words().no_names
    return given and index - 1 > first and noun_kind(before.lower) is None


def is_capitalised(text: str, token: Token) -> bool:
    """Whether the token is a capitalised word that no list knows."""
    return token.kind == "word" and not token.possessive and text[token.start].isupper()


def _is_given_name(token: Token) -> bool:
    """Whether a place's name may be a given name before a capitalised word: "resident Roza Kuzmenko"."""
    name = token.name
    return (
        token.kind == "adjective"
        and name is not None
        and name.place is not None
        and not (name.actor or token.possessive)
    )
