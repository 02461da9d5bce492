"""How the names of people and districts are written: transliterations, with and without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from etl import reference
from etl.reference import Actor

SURNAME_FIRST = frozenset({"CN", "KP", "KR", "KH"})
LEAST_SURNAME = 3  # letters: "Kim" is a surname, "Xi" must be an alias
SKY = re.compile(r"sk(?:yi|iy|ii|yy|y|i)$")


def person_spellings(person: Actor) -> Iterator[str]:
    """Yield the spellings of a person's full name, aliases and surname: transliterations, with and without accents."""
    given, _, rest = person.name.partition(" ")
    others = reference.given_names().get(given, (None, (given,)))[1] if rest else ()
    for name in (person.name, *person.aliases):
        yield from endings(name)
        if rest and name.startswith(f"{given} "):
            for other in others:
                yield from endings(f"{other} {name.partition(' ')[2]}")
    surname = given if person.country in SURNAME_FIRST else rest.rpartition(" ")[2]
    if len(surname) >= LEAST_SURNAME:
        yield from endings(surname)


def endings(name: str) -> Iterator[str]:
    """Yield a name with and without accents, and with all endings that -ський and -ский are written with."""
    yield name
    plain = spelt_plainly(name)
    if SKY.search(plain):
        for ending in ("sky", "skyi", "skiy", "skyy", "ski", "skii"):
            yield SKY.sub(ending, plain)
    elif plain.endswith("yi"):
        yield from (plain, plain[:-1], plain[:-2] + "iy", plain[:-1] + "y")
    else:
        yield plain


def spelt_plainly(name: str) -> str:
    """Return a name without diacritics, as most outlets write it."""
    if name.isascii():
        return name
    name = name.translate(str.maketrans("łŁøØđ", "lLoOd"))
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
