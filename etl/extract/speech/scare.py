"""Whether words in quotation marks are said by somebody, or are a title, a nickname, a placard, a so-called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from etl.extract import vocabulary
from etl.extract.speech.cue import Cue
from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.reporting_verbs import forms
from etl.extract.speech.speaker_nouns import speaker_nouns

LONG_ENOUGH = 3  # words from which a quoted fragment under a cue counts as said
LONG_FRAGMENT = 5  # words from which a fragment without any cue counts as said by the subject of its sentence
_LONGEST_TITLE = 6
_SMALL = frozenset({"of", "the", "and", "in", "on", "for", "a", "to"})  # lower case within a title
_BETWEEN = frozenset({"that", "as", "it", "them", "him"})  # between a cue and what it quotes
_OWNING = frozenset({"the", "this", "that", "its", "their", "his", "her", "of", "for", "with"})


@dataclass(frozen=True, slots=True)
class ScareWords:
    """Words that show that a quotation is no speech, or that it is; scare.toml says it of each list."""

    naming: frozenset[str]
    displayed: frozenset[str]
    labels: frozenset[str]
    spoken: frozenset[str]


_MODEL = re.compile(r"[A-Z][A-Za-z]*-?\d+(?:[/-]\d+)*[A-Z]*")  # destroyed one "Shahed-136"


class Verdict(NamedTuple):
    """Whether a quotation is speech, and the name of the rule that decided."""

    speech: bool
    rule: str


@cache
def _scare_words() -> ScareWords:
    return vocabulary.load("scare", ScareWords)


def judge(text: str, tokens: Sequence[Token], index: int, cue: Cue | None) -> Verdict:
    """Decide on tokens[index], a quotation, given the cue that covers it, if any."""
    quotation = tokens[index].quotation
    said = text[quotation.start : quotation.end].strip() if quotation else ""
    words = said.split()
    if not any(character.isalpha() for character in said):
        return Verdict(False, "scare_no_words")
    if said.lower().strip(".,!?’'").replace("’", "'") in _scare_words().labels or _MODEL.fullmatch(said):
        return Verdict(False, "scare_label")
    before = [token.lower for token in tokens[max(0, index - 5) : index]]
    if not _scare_words().displayed.isdisjoint(before):
        return Verdict(False, "scare_displayed")
    if before and (before[-1] in _scare_words().naming or before[-2:] == ["known", "as"] or "so-called" in before[-3:]):
        return Verdict(False, "scare_named")
    if before[-2:] in ([",", "called"], ["is", "called"], ["was", "called"]) and said[:1].isupper():
        return Verdict(False, "scare_named")  # the new missile, called "Oreshnik,"
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if following in speaker_nouns().media and len(words) < LONG_ENOUGH:
        return Verdict(False, "scare_named")  # in the "Guardian" daily
    if len(words) < LONG_ENOUGH and said[:1].isupper() and _within_name(text, tokens, index):
        return Verdict(False, "scare_named")  # Mohamed Hamdan "Hemedti" Dagalo
    adjacent = cue is not None and _is_adjacent(tokens, index, cue)
    introduced = adjacent and bool(before) and (before[-1] in forms() or before[-1] in ",:" or before[-1] == "that")
    if not introduced and not (adjacent and not before) and _is_title(words, said):
        return Verdict(False, "scare_title")
    if cue is None:
        return _without_cue(tokens, index, words, said)
    if len(words) >= LONG_ENOUGH or adjacent:
        return Verdict(True, "quote")
    if _is_attribute(tokens, index):
        return Verdict(False, "scare_attributive")
    if before and before[-1] in _OWNING and not cue.judges:
        return Verdict(False, "scare_word")
    return Verdict(True, "quote")


def _within_name(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether a quotation stands directly between two capitalised words."""
    if index == 0 or index + 1 >= len(tokens):
        return False
    before, quotation, after = tokens[index - 1 : index + 2]
    touching = quotation.start - before.end <= 1 and after.start - quotation.end <= 1
    return touching and all(token.kind != "mark" and text[token.start].isupper() for token in (before, after))


def _without_cue(tokens: Sequence[Token], index: int, words: Sequence[str], said: str) -> Verdict:
    before = tokens[index - 1] if index else None
    begins = before is None or before.kind == "quote" or before.lower in (".", "!", "?")
    following = tokens[index + 1 :]
    terminal = said[-1] in ".!?…"
    ends = all(token.kind == "mark" for token in following) or following[0].lower in (".", "!", "?")
    if begins and (ends or (terminal and following[0].kind != "mark")) and (len(words) >= LONG_ENOUGH or terminal):
        return Verdict(True, "quote_carried")
    if begins and len(words) >= LONG_FRAGMENT and said[-1] == ",":
        return Verdict(True, "quote_unattributed")
    if before is not None and before.lower == ":" and len(words) >= LONG_ENOUGH - 1:
        return Verdict(True, "quote_colon")
    nearby = (token.lower for token in tokens[max(0, index - 6) : index])
    if len(words) >= LONG_ENOUGH and not _scare_words().spoken.isdisjoint(nearby):
        return Verdict(True, "quote_noun")
    if len(words) >= LONG_FRAGMENT:
        return Verdict(True, "quote_fragment")
    return Verdict(False, "scare_no_cue")


def _is_title(words: Sequence[str], said: str) -> bool:
    """Whether all its words are capitalised like those of a name or a title, and it does not end as a sentence does."""
    content = [word for word in words if word.lower() not in _SMALL]
    if not 1 < len(words) <= _LONGEST_TITLE or said[-1] in ".,!?…" or said.isupper():
        return False
    return bool(content) and all(word[:1].isupper() for word in content)


def _is_attribute(tokens: Sequence[Token], index: int) -> bool:
    """Whether the quotation stands before a noun: the "neutral" zone."""
    if index + 1 >= len(tokens):
        return False
    words = function_words()
    following = tokens[index + 1]
    if any(following.lower in those for those in (words.prepositions, words.conjunctions, forms())):
        return False
    return following.kind in ("word", "name")


def _is_adjacent(tokens: Sequence[Token], index: int, cue: Cue) -> bool:
    """Whether only a comma, a colon or "that" stands between a cue and the quotation."""
    if cue.last <= index:
        return all(token.kind == "mark" or token.lower in _BETWEEN for token in tokens[cue.last : index])
    return cue.first - index <= 2 and all(token.kind == "mark" for token in tokens[index + 1 : cue.first])
