"""The weapons that a sentence says struck, and whether one of them is what struck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import ahocorasick

from etl.extract import vocabulary
from etl.extract.caseless import Caseless, folded
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
    r"wall|cooperation)\b|[\s-]defen[cs]e\b",
)
_INTERCEPTOR = "interceptor"
_DEFENCE = Caseless(
    r"\b(?:air[\s-]defen[cs]e|anti-?(?:aircraft|missile)|patriot|defensive|interceptor|surface-to-air|"
    r"produc\w+|manufactur\w+|mak(?:es|ing)|suppl(?:y|ies|ied|ying)|deliver\w*|provid\w+|buy\w*|bought|sell\w*|sold|deploy\w*)\s+(?:[\w-]+\s+)?$",
)
_OTHER_VERB = Caseless(r"\b(?:said|says|killed|was|were|has\s+been|shot|downed|intercepted|destroyed|and\s+\w+ed)\b")


class Armed(NamedTuple):
    """A weapon that attacks, at start..end of the sentence's text."""

    start: int
    end: int
    type: str
    plural: bool


@lru_cache(maxsize=256)
def weapons_in(text: str) -> tuple[Armed, ...]:
    """Return the weapons that a sentence names, in order: not those that defend, nor those made or sold.

    >>> [weapon.type for weapon in weapons_in("Patriot missiles did not stop the Shaheds.")]
    ['drone']
    """
    plain = folded(text)
    return tuple(
        Armed(match.start(), match.end(), weapon_words()[" ".join(match[0].split())].type, match[0].endswith("s"))
        for match in _named(plain)
        if not _PRODUCT.match(text, match.end())
        and not match[0].startswith(_INTERCEPTOR)
        and not _DEFENCE.search(text, max(0, match.start() - 40), match.start())
    )


def _named(plain: str) -> Iterator[re.Match[str]]:
    """Yield the weapons' words of a text in lower case, the longest where several begin at one place."""
    starts = {end - length + 1 for end, length in _first_words().iter(plain)}
    end = 0
    for start in sorted(starts):
        if start >= end and (match := _pattern().match(plain, start)):
            end = match.end()
            yield match


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
def _first_words() -> ahocorasick.Automaton:
    """Return what finds the first word of every weapon's name, with its length."""
    built = ahocorasick.Automaton()
    for head in {word.split()[0] for word in _words()}:
        built.add_word(head, len(head))
    built.make_automaton()
    return built


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{vocabulary.alternation(_words())})\b")
