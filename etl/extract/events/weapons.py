"""What is fired, flown or shot down: its words and their canonical types, for all rule families."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from etl.extract import vocabulary

_IRREGULAR_PLURALS = {
    "aircraft",
    "artillery",
    "himars",
    "mlrs",
    "harm",
    "uas",
    "shahed-131",
    "shahed-136",
    "geran-2",
    "scalp",
}


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon's type as the record format names it ("ballistic missile"), and whether it strikes or carries."""

    type: str
    kind: Literal["munition", "carrier"]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _WeaponList:
    weapon: tuple[Weapon, ...]


@cache
def weapon_words() -> dict[str, Weapon]:
    """Return every word for a weapon, lower case, singular and plural, with the weapon that it names.

    >>> weapon_words()["kh-101s"].type
    'cruise missile'
    """
    found: dict[str, Weapon] = {}
    for weapon in vocabulary.load("weapons", _WeaponList).weapon:
        for word in weapon.words:
            found.setdefault(word, weapon)
            found.setdefault(plural(word), weapon)
    return found


def plural(word: str) -> str:
    """Return the plural of a weapon's word or type: "drones", "artillery", "rockets".

    >>> plural("ballistic missile"), plural("aircraft"), plural("air strike")
    ('ballistic missiles', 'aircraft', 'air strikes')
    """
    last = word.rsplit(" ", 1)[-1]
    if last in _IRREGULAR_PLURALS or last.endswith("aircraft"):
        return word
    return word + ("es" if last.endswith(("s", "x", "ch", "sh")) and "-" not in last else "s")
