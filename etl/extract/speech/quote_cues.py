"""How a quotation stands to the cues of its passage: which gives it to a speaker, and whether it goes on another."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.speech.cue import Cue
from etl.extract.speech.cue_reach import opens_clause
from etl.extract.speech.narrative import Token
from etl.extract.speech.reporting_verbs import reporting_verbs
from etl.extract.speech.speaker_nouns import speaker_nouns

_AGREED = frozenset({"agreed", "agrees", "decided", "committed"})
_REJECTED = frozenset({"rejected", "rejects", "rejecting", "disputed", "disputes", "disputing", "refuted", "refutes"})
_NEAR = 4  # tokens
_COMMAS = frozenset({",", "—", "–"})


def cue_of(tokens: Sequence[Token], index: int, cues: Sequence[Cue]) -> int | None:
    """Return the number of the cue that gives tokens[index], a quotation, to its speaker; None if none covers it.

    That is the one directly behind it, else the last one before it, else one later in its sentence, else an
    "according to". An agency that only passes on what another cue says is not the speaker.
    """
    before: int | None = None
    behind: int | None = None
    source: int | None = None
    direct: int | None = None
    for number, cue in enumerate(cues):
        if not any(first <= index < last for first, last in cue.reach):
            continue
        if cue.place == "source":
            source = number
        elif cue.place == "head":
            if before is None or not _is_within(tokens, cue, cues[before]) or _quotes(tokens, cue, index):
                before = number
        else:
            distance = cue.first - index
            adjacent = distance == 1 or (distance == 2 and tokens[index + 1].lower in _COMMAS)
            if adjacent and (before is None or not _passes_on(cue)):
                direct = number if direct is None else direct
                continue
            behind = number if behind is None else behind
    if source is not None and before is not None and _binds(tokens, cues[before]):
        return source
    if source is not None and behind is not None and _passes_on(cues[behind]):
        behind = None
    if direct is not None and (source is None or not _passes_on(cues[direct])):
        return direct
    return next((number for number in (before, behind, source, direct) if number is not None), None)


def resumes(tokens: Sequence[Token], before: int, index: int, cue: Cue) -> bool:
    """Whether tokens[index] goes on with the quotation tokens[before] behind their attribution: "A," he said, "B"."""
    if not before < cue.first < index or cue.last > index + 1:
        return False
    return index - cue.last <= 1 or tokens[index - 1].lower in (",", ":", "that")


def follows_quotation(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a quotation that a colon opens stands directly before a cue: 'Macron had one word: "No," he said.'"""
    before = cue.first - 1
    if before > 0 and tokens[before].lower in _COMMAS:
        before -= 1
    return before > 0 and tokens[before].kind == "quote" and tokens[before - 1].lower == ":"


def begins_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether the quotation opens its sentence."""
    return index == 0 or tokens[index - 1].lower in (".", "!", "?") or tokens[index - 1].kind == "quote"


def ends_passage(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing but marks follows the quotation in its passage."""
    return all(token.kind == "mark" for token in tokens[index + 1 :])


def only_quotes(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing but further quotations, joined by "and", follows the quotation: '"We hold," and "we win."'."""
    behind = [token for token in tokens[index + 1 :] if token.kind != "mark" and token.lower not in ("and", "but")]
    return bool(behind) and all(token.kind == "quote" for token in behind)


def _is_within(tokens: Sequence[Token], inner: Cue, outer: Cue) -> bool:
    first = inner.first + 1 if tokens[inner.first].lower == "that" else inner.first
    return outer.reach[0][0] <= first < outer.reach[0][1]


def _quotes(tokens: Sequence[Token], cue: Cue, index: int) -> bool:
    """Whether a cue within what another one reports is near enough a quotation to be its own.

    What somebody is said to have rejected is put in the words of who says so.
    """
    if any(token.lower in _REJECTED for token in tokens[cue.first : cue.last]):
        return False
    judges = any(token.lower in reporting_verbs().judge for token in tokens[cue.first : cue.last])
    return judges or index - cue.last <= _NEAR or opens_clause(tokens, cue.last)


def _binds(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a cue tells what parties agreed; a document or official is quoted on it."""
    return any(token.lower in _AGREED for token in tokens[cue.first : cue.last])


def _passes_on(cue: Cue) -> bool:
    """Whether the cue's subject is one of the media, or a name in capitals as agencies have."""
    subject = cue.subject
    if subject.name is not None:
        return subject.name.actor_kind == "media"
    words = subject.words.lower().split()
    agency = subject.kind == "unknown" and subject.words.isupper()
    return agency or "news" in words or (bool(words) and words[-1] in speaker_nouns().media)
