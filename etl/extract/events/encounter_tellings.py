"""One telling of an encounter, from what a rule has read: its day and place, and whether it happened or is planned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.events.clauses import apart
from etl.extract.events.encounter_days import days_of_encounter
from etl.extract.events.encounters import Encounter, EncounterKind
from etl.extract.events.occasion import Days
from etl.extract.events.parties import Party
from etl.extract.events.realis import realis
from etl.extract.events.venue import place_of
from etl.extract.reading import DateMention, Sentence

_BEFORE_THEY = re.compile(
    r"\b(?:day|days|hours|week|weeks)\s+before\s+(?:[A-Z][\w’'-]*\s+){1,4}$"
)  # met, which is past
_AHEAD = Caseless(
    r"\b(?:before|ahead\s+of|prior\s+to|in\s+the\s+run-up\s+to|in\s+the\s+wake\s+of)\s+(?:(?!planned|possible|next)[\w’'.-]+\s+){0,6}$"
)
_TO_DO = re.compile(r"\bto\s+(?:also\s+)?$")  # "A to meet B"
_DONE = Caseless(
    r"\b(?:travel|fl[ei]w|arriv|went|came|visit|gather|land|conven|return|us(?:ed|ing)|launch|sent|continu|manag|first|"
    r"last|only|time|sat|began|chose|was|were|been|trip|in\s+order)\w*\b"
)
_THEIR = Caseless(r"\b(?:happened|came|took\s+place|occurred|began)\b[^,;]{0,40}\btheir\s+(?:[\w-]+\s+){0,2}$")
_EVE = Caseless(
    r"\bon\s+the\s+eve\s+of\s+(?:the|their|a)\s+(?:[\w-]+\s+){0,2}(?:summit|talks|meeting|conference)\b",
    needs=("eve",),
)
_SPOKESMAN = Caseless(r"^,\s+(?:(?:a|the|his|her|its)\s+)?(?:[\w’'-]+\s+){0,4}spokes(?:m[ae]n|wom[ae]n|person)\b")
_SKIPPED = Caseless(
    r"\b(?:skip\w*|miss(?:ed|ing)?|boycott\w*|(?:walk|pull|stay)\w*\s+(?:out\s+of|away\s+from)|absent\s+from|left\s+out\s+of)\s+"
    r"(?:[\w-]+\s+){0,4}$",
)


def told(
    sentence: Sentence,
    start: int,
    end: int,
    kind: EncounterKind,
    parties: list[Party],
    rule: str,
    verb: int | None = None,
) -> Iterator[Encounter]:
    """Yield what a rule has read, with day, place and realis; nothing where it neither happened nor is planned.

    text[start:end] names the encounter; `verb` is where the verb that holds it stands ("held | talks"), if it has one.
    """
    held = realis(sentence.text, start if verb is None else verb, end)
    if _SKIPPED.search(sentence.text[max(0, start - 60) : start]):
        held = "happened" if rule in ("talks_between", "meeting_of", "named_talks") else "denied"
    if held == "planned" and rule in ("meets", "speaks") and _BEFORE_THEY.search(sentence.text, 0, start):
        held = "happened"
    if held == "happened" and _TO_DO.search(sentence.text[:start]) and not _DONE.search(sentence.text[:start]):
        held = "planned"
    if held == "denied":
        return
    unique = list({one.name: one for one in parties if not _speaks_for(sentence, one)}.values())
    days = days_of_encounter(
        sentence, sentence.start + start, sentence.start + end, planned=held not in ("happened", "historical")
    )
    if held == "historical":  # "his previous talks with B, on August 31" are told by their day, others are a habit
        if days.first is None or days.first != days.last:
            return
        held = "happened"
    if days.first is None and any(_lies_ahead(sentence, sentence.start + end, mention) for mention in sentence.dates):
        held = "planned"
    ahead = held == "planned" and _AHEAD.search(sentence.text[max(0, start - 90) : start]) is not None
    if ahead and (past := _over(sentence, sentence.start + start, sentence.start + end)):
        held, days, ahead = "happened", past, False
    yield Encounter(
        kind=kind,
        parties=tuple(unique),
        place=place_of(sentence, sentence.start + start, sentence.start + end),
        first=days.first,
        last=days.last,
        date_precision=days.precision,
        planned=held != "happened" or (days.future and days.first != sentence.reference),
        sentence=sentence,
        rule=rule,
        offset=sentence.start + start,
        opens=days.settled,
        ahead=ahead,
        eve=_EVE.search(sentence.text, 0, start) is not None,
    )


def _speaks_for(sentence: Sentence, one: Party) -> bool:
    """Say whether a person is a spokesman, who tells of what others do."""
    if not one.person or one.start < sentence.start:
        return False
    known = any("spokes" in office for office, _ in reference.offices_of(one.name))
    return known or _SPOKESMAN.match(sentence.after(one.end, 60)) is not None


def _lies_ahead(sentence: Sentence, end: int, mention: DateMention) -> bool:
    """Say whether a date of the clause, which one it is not known, is to come."""
    if not mention.future or mention.first is not None:
        return False
    return mention.start < end or not apart(sentence, end, mention.start)


def _over(sentence: Sentence, start: int, end: int) -> Days | None:
    """Return the day of what something came before, if it is over: "the strike came before their call on Monday"."""
    days = days_of_encounter(sentence, start, end)
    if days.last is None or sentence.reference is None:
        return None
    owned = _THEIR.search(sentence.before(start)) is not None  # on the day of the report, theirs has been held
    return days if days.last < sentence.reference or (owned and days.last == sentence.reference) else None
