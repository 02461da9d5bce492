"""What the words around a reporting verb tell of the occasion: a meeting that dates it, an interview that does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from etl.extract import vocabulary
from etl.extract.speech.cue import Cue
from etl.extract.speech.cue_reach import sentence_end, sentence_start
from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.reporting_verbs import forms
from etl.extract.speech.speaker_nouns import speaker_nouns

Occasion = Literal["encounter", "eve", "another", "indefinite"]

_LONGEST_OCCASION = 7  # tokens between "at" and "conference"
_NO_OUTLETS = frozenset({"that", "reporters", "journalists", "state", "state-run"})  # whoever is there
_JOINT = frozenset({"conference", "readout"})  # what those who met give afterwards
_AT = frozenset({"at", "in", "during"})
_TOLD = frozenset({"told", "tells", "telling"})
_BESIDE = 3  # tokens before a verb in which its adverbs and auxiliaries stand


@dataclass(frozen=True, slots=True)
class SayingWords:
    """Lower-case words and stems; vocabulary/saying_days.toml says of each list what they tell."""

    encounters: frozenset[str]
    on: frozenset[str]
    own: frozenset[str]
    met: frozenset[str]
    indefinite: frozenset[str]
    happening: frozenset[str]
    officials: frozenset[str]
    rounds: frozenset[str]


@cache
def saying_words() -> SayingWords:
    """Return the words of vocabulary/saying_days.toml."""
    return vocabulary.load("saying_days", SayingWords)


def occasion_of(tokens: Sequence[Token], cue: Cue, others: bool) -> Occasion | None:
    """Return on what occasion a cue says that something was said; None where it tells of none.

    `encounter` is one that the article dates ("after the talks"), `eve` the day before it, `another` an interview or a
    meeting whose day only its own date tells, `indefinite` a saying of some other time ("has repeatedly said"). What
    has an indefinite article is another occasion, but for the news conference of those who met: not of `others`.
    """
    if _is_indefinite(tokens, cue):
        return "indefinite"
    zone = _zone(tokens, cue)
    found: Occasion | None = None
    lower = [token.lower for token in tokens[zone.start : zone.stop]]
    if _openers().isdisjoint(lower):
        return None
    on = saying_words().on
    for index, word in enumerate(lower, zone.start):
        if word == "eve":
            return "eve"
        if (word in _TOLD and _is_outlet(tokens, index + 1)) or word == "interview":
            found = "another"
        elif word in _TOLD or word in on:
            occasion = _named(tokens[: zone.stop], index + 1, others)
            if occasion == "encounter":
                return occasion
            found = occasion or found
    return found


@cache
def _openers() -> frozenset[str]:
    """Return the words without one of which no occasion is told."""
    return saying_words().on | _TOLD | {"eve", "interview"}


def tells_encounter(tokens: Sequence[Token]) -> bool:
    """Whether a passage tells that people met, spoke to one another or addressed a gathering."""
    return not saying_words().met.isdisjoint([token.lower for token in tokens])


def _zone(tokens: Sequence[Token], cue: Cue) -> range:
    """Return where the words of a cue's sentence stand that are not what is said."""
    begin, end = sentence_start(tokens, cue.first), sentence_end(tokens, cue.first)
    if cue.place == "head":
        return range(cue.first if cue.subject.kind == "elided" else begin, cue.last)
    return range(cue.first, end if cue.place == "tail" else cue.last)


def _is_indefinite(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether an adverb or a perfect tense takes the saying out of the day's news."""
    words = saying_words().indefinite
    verb = next((at for at in range(cue.last - 1, cue.first - 1, -1) if tokens[at].lower in forms()), cue.first)
    return not words.isdisjoint([token.lower for token in tokens[max(cue.first, verb - _BESIDE) : verb + 2]])


def _is_outlet(tokens: Sequence[Token], start: int) -> bool:
    """Whether an outlet follows "told": an interview."""
    for token in tokens[start : start + _LONGEST_OCCASION]:
        if token.kind in ("quote", "mark", "date") or token.lower in _NO_OUTLETS:
            return False
        if token.lower in speaker_nouns().media or (token.name is not None and token.name.actor_kind == "media"):
            return True
    return False


def _named(tokens: Sequence[Token], start: int, others: bool) -> Occasion | None:
    """Return what the phrase from `start` on names: the meeting or call that has been told of, or another."""
    words = saying_words()
    new = start < len(tokens) and tokens[start].lower in ("a", "an", "another")
    for index, token in enumerate(tokens[start : start + _LONGEST_OCCASION], start):
        if (
            token.kind in ("quote", "mark")
            or (token.kind == "date" and not token.possessive)
            or token.lower in words.own
        ):
            return None
        if token.lower in words.encounters:
            verb = index == start and token.lower == "meeting"  # "after meeting with the minister"
            if not (new or verb) or (token.lower in _JOINT and not others):
                return "encounter"
            return "another" if token.lower in words.met and tokens[start - 1].lower in _AT else None
        if token.lower in function_words().prepositions:
            return None
    return None
