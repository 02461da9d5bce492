"""Whether words in quotation marks are said by somebody, or are a title, a nickname, a placard, a so-called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from etl.extract import subjects, vocabulary
from etl.extract.attribution import Cue
from etl.extract.narrative import Token

LONG_ENOUGH = 3  # words from which a quoted fragment under a cue counts as said
LONG_FRAGMENT = 5  # words from which a fragment without any cue counts as said by the subject of its sentence


@dataclass(frozen=True, slots=True)
class ScareWords:
    """Words that show that a quotation is no speech, and nouns that show that it is."""

    naming: tuple[str, ...]
    displayed: tuple[str, ...]
    labels: tuple[str, ...]
    spoken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a quotation is speech, and the name of the rule that decided."""

    speech: bool
    rule: str


@cache
def _words() -> dict[str, frozenset[str]]:
    words = vocabulary.load("scare", ScareWords)
    return {
        "naming": frozenset(words.naming), "displayed": frozenset(words.displayed),
        "labels": frozenset(words.labels), "spoken": frozenset(words.spoken),
    }  # fmt: skip


def judge(text: str, tokens: Sequence[Token], index: int, cue: Cue | None, heading: bool) -> Verdict:
    """Decide on tokens[index], a quotation, given the cue that covers it, if any."""
    quotation = tokens[index].quotation
    assert quotation is not None
    said = text[quotation.start : quotation.end].strip()
    words = said.split()
    if not any(character.isalpha() for character in said):
        return Verdict(False, "scare_no_words")
    lists = _words()
    if said.lower().strip(".,!?’'").replace("’", "'") in lists["labels"]:
        return Verdict(False, "scare_label")
    before = [token.lower for token in tokens[max(0, index - 12) : index]]
    if any(word in lists["displayed"] for word in before[-5:]):
        return Verdict(False, "scare_displayed")
    if before and (
        before[-1] in lists["naming"]
        or (before[-1] == "as" and before[-2:-1] == ["known"])
        or "so-called" in before[-3:]
    ):
        return Verdict(False, "scare_named")
    if _is_title(words, said) and not (cue is not None and _adjacent(tokens, index, cue)):
        return Verdict(False, "scare_title")
    if cue is None:
        return _without_cue(tokens, index, words, said)
    if len(words) >= LONG_ENOUGH or _adjacent(tokens, index, cue):
        return Verdict(True, "quote")
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    attributive = (
        following is not None
        and following.kind in ("word", "name")
        and following.lower not in subjects.PREPOSITIONS
        and following.lower not in subjects.CONJUNCTIONS
        and not following.lower.endswith("ing")
    )
    if attributive:
        return Verdict(False, "scare_attributive")
    determined = bool(before) and before[-1] in (
        "the",
        "this",
        "that",
        "its",
        "their",
        "his",
        "her",
        "of",
        "for",
        "with",
    )
    if determined and not cue.judges:
        return Verdict(False, "scare_word")
    return Verdict(True, "quote")


def _without_cue(tokens: Sequence[Token], index: int, words: Sequence[str], said: str) -> Verdict:
    begins = index == 0 or tokens[index - 1].lower in (".", "!", "?") or tokens[index - 1].kind == "quote"
    ends = (
        all(token.kind == "mark" for token in tokens[index + 1 :])
        or tokens[index + 1].lower in (".", "!", "?")
        or (said[-1:] in ".!?…" and tokens[index + 1].kind != "mark")
    )
    if begins and ends and (len(words) >= LONG_ENOUGH or said[-1:] in ".!?…"):
        return Verdict(True, "quote_carried")
    if begins and len(words) >= 5 and said[-1:] == ",":
        return Verdict(True, "quote_unattributed")
    if index and tokens[index - 1].lower == ":" and len(words) >= LONG_ENOUGH - 1:
        return Verdict(True, "quote_colon")
    spoken = _words()["spoken"]
    nearby = [token.lower for token in tokens[max(0, index - 6) : index]]
    if len(words) >= LONG_ENOUGH and any(word in spoken for word in nearby):
        return Verdict(True, "quote_noun")
    if len(words) >= LONG_FRAGMENT:
        return Verdict(True, "quote_fragment")
    return Verdict(False, "scare_no_cue")


def _is_title(words: Sequence[str], said: str) -> bool:
    """Whether all its words are capitalised like those of a name or a title, and it does not end as a sentence does."""
    content = [word for word in words if word.lower() not in ("of", "the", "and", "in", "on", "for", "a", "to")]
    return (
        len(words) <= 6
        and said[-1:] not in ".,!?…"
        and bool(content)
        and all(word[:1].isupper() for word in content)
        and not said.isupper()
        and len(words) > 1
    )


def _adjacent(tokens: Sequence[Token], index: int, cue: Cue) -> bool:
    """Whether only a comma, a colon or "that" stands between a cue and the quotation."""
    if cue.last <= index:
        return all(
            token.kind == "mark" or token.lower in ("that", "as", "it", "them", "him")
            for token in tokens[cue.last : index]
        )
    return cue.first - index <= 2 and all(token.kind == "mark" for token in tokens[index + 1 : cue.first])
