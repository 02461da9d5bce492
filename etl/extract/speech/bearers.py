"""Those who speak or are spoken of, and the roles by which an article introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from etl.extract.reading import NameMention, Sentence
from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.reporting_verbs import forms
from etl.extract.speech.speaker_nouns import noun_kind

_WORD = re.compile(r"[^\W\d_]{2,}(?:-\w+)*")
_LONGEST_TITLE = 10
_LONGEST_APPOSITION = 12


class Bearer(NamedTuple):
    """Somebody who can be spoken of again: canonical name, or the role as written, and which pronouns fit.

    `country` is whose person or body it is. The media only pass on what others say. `known` is False of people whom
    only the article itself introduces, `unnamed` is True of those of whom it tells no more than a role ("a resident").
    """

    name: str
    person: bool
    plural: bool = False
    gender: str | None = None
    media: bool = False
    state: bool = False
    country: str | None = None
    known: bool = True
    unnamed: bool = False

    @property
    def single_body(self) -> bool:
        """Whether it is one institution that speaks for itself."""
        return not (self.person or self.plural or self.media)

    def fits(self, pronoun: str) -> bool:
        """Whether the pronoun can stand for this bearer."""
        if pronoun == "they":
            return self.plural or not self.person
        if pronoun == "it":
            return self.single_body
        return self.person and self.gender in (None, "m" if pronoun == "he" else "f")


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person with the words of the role beside the name, and where: the post and the passage of the article."""

    words: frozenset[str]
    bearer: Bearer
    post: int
    passage: int


def bearer_of(name: NameMention) -> Bearer:
    """Return the bearer of a name."""
    return Bearer(
        name.actor or name.text,
        name.actor_kind == "person",
        False,
        name.gender,
        name.actor_kind == "media",
        name.actor_kind in ("state", "government"),
        name.country,
        name.known,
    )


def people_of(sentences: Sequence[Sentence]) -> dict[str, Bearer]:
    """Return the people whom an article names, by canonical name."""
    named = {
        name.actor: name
        for sentence in sentences
        for name in sentence.names
        if name.actor is not None and name.actor_kind == "person"
    }
    return {actor: bearer_of(name) for actor, name in named.items()}


def introductions_of(passages: Iterable[tuple[int, Sequence[Token]]]) -> list[Introduction]:
    """Return in order whom an article names with a role, from the (post, tokens) of its passages."""
    found: list[Introduction] = []
    for number, (post, tokens) in enumerate(passages):
        for index, token in enumerate(tokens):
            if token.name is None or token.name.actor_kind != "person" or token.name.actor is None:
                continue
            if words := _title_words(tokens, index):
                found.append(Introduction(words, bearer_of(token.name), post, number))
    return found


def _title_words(tokens: Sequence[Token], index: int) -> frozenset[str]:
    """Return the words of the role beside the name tokens[index]: "the head of Sumy region, …", "…, the governor,".

    Empty where none of them is a role.
    """
    words: set[str] = set()
    for token in _beside(tokens, index):
        words.update(_WORD.findall(token.lower))
    return frozenset(words) if any(noun_kind(word) == "person" for word in words) else frozenset()


def _is_no_title(token: Token) -> bool:
    """Whether a token cannot stand within a title: another person, a verb, "that"."""
    if token.name is not None:
        return token.name.actor_kind == "person"
    words = function_words()
    return token.lower in forms() or token.lower in words.subordinators or token.lower in words.auxiliaries


def _beside(tokens: Sequence[Token], index: int) -> Iterator[Token]:
    yield tokens[index]
    for position in range(index - 1, max(-1, index - _LONGEST_TITLE), -1):
        token = tokens[position]
        if token.lower == "," and position == index - 1:
            continue
        if token.kind in ("quote", "date", "mark") or _is_no_title(token):
            break
        yield token
        if token.lower in ("the", "a"):
            break
    position = index + 2
    if position < len(tokens) and tokens[index + 1].lower == ",":
        if tokens[position].lower.isdigit():
            position += 2  # "Olena Kovalchuk, 61, a nurse,"
        for token in tokens[position : index + _LONGEST_APPOSITION]:
            if token.kind in ("quote", "date") or token.lower in (",", ".", "who", "said"):
                break
            yield token
