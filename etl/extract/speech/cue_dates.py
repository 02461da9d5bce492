"""Which dates of a sentence tell when something was said, not when what is said happened."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.reading import DateMention
from etl.extract.speech.cue_reach import BREAKS, leads_in
from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.speaker_nouns import noun_kind

_UNDATING = frozenset({"before", "since", "until", "ahead", "prior"})  # "before Tuesday" is no day
_ASIDES = frozenset({"on", "of", "about"})  # "On relations with Paris, …"
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})  # "Asked about it at a meeting on Friday, …"
_SPEAKING = frozenset({"speaking", "addressing", "briefing", "talking", "writing", "visiting", "making", "posting"})
_ENCOUNTERS = frozenset({"meeting", "talks", "meetings", "visiting"})  # "after meeting the president on Tuesday"
_PRESENT = frozenset({"in", "at", "visiting", "attending", "speaking", "on"})


def lead_dates(tokens: Sequence[Token]) -> tuple[DateMention, ...]:
    """Return the dates that set the scene: "Early Monday, Trump posted …", "Sharif on Wednesday praised …"."""
    if not any(token.date for token in tokens):
        return ()
    words = function_words()
    comma = next((index for index, token in enumerate(tokens) if token.lower == ","), 0)
    topical = len(tokens) > 1 and tokens[0].lower in _ASIDES and tokens[1].kind != "date"
    if comma and tokens[0].lower in _ASKED:
        at = next((index for index in range(comma) if tokens[index].lower in ("at", "during", "in")), comma)
        if dates := dates_between(tokens, at, comma):
            return dates
    aside = comma > 0 and (topical or tokens[0].lower in words.scene_clauses or tokens[0].lower in _UNDATING)
    if comma and not aside and leads_in(tokens, 0, comma) and (dates := dates_between(tokens, 0, comma)):
        return dates
    if not words.occasions.isdisjoint([token.lower for token in tokens]):
        return dates_between(tokens, comma if aside else 0, len(tokens))[:1]
    if aside:
        return ()
    for index in range(2, min(8, len(tokens))):
        subject = tokens[index - 2]
        if tokens[index].kind == "date" and tokens[index - 1].lower in ("on", "late", "early"):
            named = subject.kind == "name" or noun_kind(subject.lower) is not None
            return dates_between(tokens, index, index + 1) if named else ()
    return ()


def aside_dates(tokens: Sequence[Token], first: int, verb: int) -> tuple[DateMention, ...]:
    """Return the dates between commas behind a subject that say when it spoke: "Macron, speaking on Monday, said"."""
    for index in range(first, verb - 2):
        if tokens[index].lower != ",":
            continue
        opener, following = tokens[index + 1].lower, tokens[index + 2].lower
        visits = opener == "who" and following in ("was", "is") and tokens[index + 3].lower in _PRESENT
        if opener in _SPEAKING or visits:
            end = next((at for at in range(index + 1, verb) if tokens[at].lower == ","), verb)
            return dates_between(tokens, index, end)
    return ()


def posted_dates(tokens: Sequence[Token], content: int, end: int) -> tuple[DateMention, ...]:
    """Return the dates of a post or speech behind what is quoted from it: 'called it "barbaric" in a tweet Monday'."""
    quoted = next((index for index in range(end - 1, content - 1, -1) if tokens[index].kind == "quote"), None)
    if quoted is None or quoted + 2 >= end:
        return ()
    for index in range(quoted + 1, end - 2):
        if tokens[index].lower in ("after", "following") and tokens[index + 1].lower in _ENCOUNTERS:
            return dates_between(tokens, index, end)
    if tokens[quoted + 1].lower not in ("in", "at", "during", "on"):
        return ()
    closes = next((index for index in range(quoted + 1, end) if tokens[index].lower in BREAKS), end)
    words = function_words()
    adjunct = tokens[quoted + 1 : closes]
    told = any(token.lower in words.occasions or noun_kind(token.lower) == "document" for token in adjunct)
    return dates_between(tokens, quoted + 1, closes) if told else ()


def dates_between(tokens: Sequence[Token], first: int, last: int) -> tuple[DateMention, ...]:
    """Return the dates among tokens[first:last] that say when: no "Tuesday's talks", no "before Tuesday"."""
    return tuple(
        token.date
        for index, token in enumerate(tokens[first:last], first)
        if token.date is not None
        and not token.possessive
        and not _is_attribute(tokens, index)
        and not any(before.lower in _UNDATING for before in tokens[max(0, index - 4) : index])
    )


def _is_attribute(tokens: Sequence[Token], index: int) -> bool:
    """Whether a date only says which of several: "the January 9 attack"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    determined = index > 0 and tokens[index - 1].lower in function_words().determiners
    return determined and following is not None and following.kind == "word"
