"""The weapons that a sentence says struck, and whether one of them is what struck."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.extract import vocabulary
from etl.extract.caseless import Caseless, names_any
from etl.extract.events.struck_places import CLAUSE
from etl.extract.events.weapons import weapon_words

# Words that name a weapon only beside others: "a round of talks", "a friend of mine", "to do harm".
_EVERYDAY = frozenset(
    {"round", "rounds", "harm", "mine", "mines", "decoy", "decoys", "grad", "scalp", "onyx", "neptune", "taurus"}
)
_SUBJECT_REACH = 90
# After a weapon's name: then it says what kind of works, trade or unit is spoken of.
_PRODUCT = Caseless(
    r"\s+(?:production|plants?|factor(?:y|ies)|manufactur\w+|makers?|program(?:me)?s?|industr(?:y|ies)|deals?|purchases?|"
    r"supplies|deliver\w+|technolog\w+|warfare|operators?|pilots?|developers?|components?|parts|stocks?|stockpiles?|exports?|"
    r"wall|cooperation)\b",
)
_DEFENCE = Caseless(
    r"\b(?:air[\s-]defen[cs]e|anti-?(?:aircraft|missile)|patriot|defensive|interceptor|surface-to-air)\s+(?:\w+\s+)?$",
)
_OTHER_VERB = Caseless(r"\b(?:said|says|killed|was|were|has\s+been|shot|downed|intercepted|destroyed|and\s+\w+ed)\b")


@dataclass(frozen=True, slots=True)
class Armed:
    """A weapon that attacks, at start..end of the sentence's text."""

    start: int
    end: int
    type: str
    plural: bool


@lru_cache(maxsize=64)
def weapons_in(text: str) -> tuple[Armed, ...]:
    """Return the weapons that a sentence names, in order: not those that defend, nor those made or sold.

    >>> [weapon.type for weapon in weapons_in("Patriot missiles did not stop the Shaheds.")]
    ['drone']
    """
    lower = text.lower()
    plain = lower if len(lower) == len(text) else text  # a few letters grow in lower case
    return tuple(
        Armed(match.start(), match.end(), weapon_words()[re.sub(r"\s+", " ", match[0])].type, match[0].endswith("s"))
        for match in (_pattern().finditer(plain) if names_any(text, _stems()) else ())
        if not _PRODUCT.match(text, match.end())
        and not _DEFENCE.search(text[max(0, match.start() - 40) : match.start()])
    )


def types_between(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the types of the weapons named between two offsets of a sentence, each once."""
    return tuple(dict.fromkeys(one.type for one in weapons_in(text) if one.start >= start and one.end <= end))


def first_after(text: str, start: int, reach: int) -> Armed | None:
    """Return the first weapon that begins within `reach` characters after an offset of a sentence."""
    return next((one for one in weapons_in(text) if start <= one.start < start + reach), None)


def is_subject(text: str, start: int) -> bool:
    """Say whether a weapon is the subject of the verb at an offset of a sentence.

    >>> is_subject("Two missiles hit the port.", 13), is_subject("The mayor hit back.", 10)
    (True, False)
    """
    opening = max(0, start - _SUBJECT_REACH)
    for boundary in CLAUSE.finditer(text, opening, start):
        if boundary[0].strip(" ,").lower() not in ("which", "that"):
            opening = boundary.end()
    subjects = [one for one in weapons_in(text) if one.start >= opening and one.end <= start]
    return bool(subjects) and _OTHER_VERB.search(text, subjects[-1].end, start) is None


def _words() -> list[str]:
    return [word for word, weapon in weapon_words().items() if weapon.kind == "munition" and word not in _EVERYDAY]


@cache
def _stems() -> tuple[str, ...]:
    """Return what a sentence that names a weapon holds: first words, where no shorter one is in them."""
    heads = {word.split()[0] for word in _words()}
    return tuple(sorted(head for head in heads if not any(other in head for other in heads - {head})))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{vocabulary.alternation(_words())})\b")
