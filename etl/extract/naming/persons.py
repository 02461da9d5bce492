"""Who is who in one article: the people it names in full, known ones and those whom only it introduces.

After the full name a surname is enough: “Vitali Bakal, a rescue worker, … Bakal said”. A surname with two bearers is
that of the one whom the article named in full, else of the most prominent, else nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from etl import reference
from etl.reference import Actor
from etl.reference_schema import Gender

ARTICLE = re.compile(r"(?:al|el)-", re.IGNORECASE)
LEAST_FUZZY = 7  # letters of a surname that may be misspelt by one
SHORT = 5  # … of somebody whom everybody knows
LONG = 9  # … or by two, where the given name is right
CYRILLIC = frozenset({"UA", "RU", "BY"})
SOUNDS = tuple(  # in this order: what one letter of Cyrillic is written as, and how we write it
    (re.compile(spellings), sound)
    for spellings, sound in (
        ("shch|sch", "sh"), ("kh", "h"), ("cz|tch", "ch"), ("w", "v"), ("x", "ks"), ("ou", "u"), ("[yj]", "i"),
        ("i+", "i"), ("i(?=[aeou])", ""), ("h", "g"), (r"(.)\1", r"\1"),
    )
)  # fmt: skip
MOST_COMPARED = 60  # people of an article; more would make the time grow with the square of its length


class People:
    """The people of one article."""

    def __init__(self) -> None:
        self._named: dict[str, Actor] = {}  # canonical name -> who was named in full
        self._introduced: dict[str, Actor] = {}  # of these, who is in no reference file
        self._by_surname: dict[str, Actor] = {}  # of two bearers the one named last
        self._folded: dict[str, Actor] = {}
        self._by_given: dict[str, Actor] = {}

    def name(self, person: Actor, written: str | None = None) -> None:
        """Note that the article names this person in full, as `written`: later mentions repeat its spelling."""
        if person.name not in self._named:
            self._named[person.name] = person
            self._by_given[person.name.partition(" ")[0]] = person
            for surname in {_surname(person.name), _surname(written or person.name)}:
                self._by_surname[surname] = self._folded[surname.casefold()] = person

    def introduce(self, full: str, gender: Gender | None) -> Actor:
        """Return the person of this full name, whom the reference data do not have."""
        known = self._introduced.get(full)
        if known is None:
            known = Actor(full, "person", gender=gender, rank=3)
            self._introduced[full] = known
            self.name(known)
        return known

    def is_introduced(self, person: Actor) -> bool:
        """Whether only the article itself knows this person."""
        return person.name in self._introduced

    def was_named(self, person: Actor) -> bool:
        """Whether the article names this person in full somewhere."""
        return person.name in self._named

    def named_by(self, surname: str) -> Actor | None:
        """Return who was named in full with this surname; of two the latter; None if nobody."""
        return self._by_surname.get(ARTICLE.sub("", surname))

    def called(self, given: str) -> Actor | None:
        """Return who was named in full with this given name, as “Sir Keir” needs it; of two the latter."""
        return self._by_given.get(given)

    def bearer(self, candidates: Sequence[Actor], surname: str) -> Actor | None:
        """Return whom a surname alone means here, or None where nothing settles it."""
        best = min(person.rank for person in candidates)
        prominent = [person for person in candidates if person.rank == best]
        named = [person for person in candidates if person.name in self._named]
        if best > 1 and named:
            return min(named, key=lambda person: person.rank)
        if best > 1 and (introduced := self.named_by(surname)) is not None:
            return introduced
        return prominent[0] if best < 3 and len(prominent) == 1 else None

    def misspelt(self, word: str) -> Actor | None:
        """Return whose surname this is but for a slip of the pen: somebody named in the article, or most prominent."""
        folded = self._folded.get(word.casefold())
        if folded is not None or len(word) < LEAST_FUZZY:
            return folded
        named = list(self._by_surname.items())[:MOST_COMPARED]
        choices = {**_prominent(), **{name: who for name, who in named if len(name) >= LEAST_FUZZY}}
        match = process.extractOne(word, choices.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=1)
        alike = match is not None and (match[0][0], match[0][-1]) == (word[0], word[-1])  # Zelenska is not Zelensky
        return choices[match[0]] if match and alike else None


@cache
def _prominent() -> dict[str, Actor]:
    """Return the long surnames of those whom everybody knows."""
    return {
        spelling: person
        for person in reference.actors().values()
        if person.kind == "person" and person.rank == 1
        for spelling in (_surname(person.name), *person.aliases)
        if " " not in spelling and len(spelling) >= LEAST_FUZZY
    }


def _surname(name: str) -> str:
    """Return the last word of a full name without an Arabic article, as the words of a text are compared with it."""
    return ARTICLE.sub("", name.rpartition(" ")[2])


def same_given(given: str, person: Actor) -> bool:
    """Tell whether a given name may be this person's, for somebody of the same surname.

    Other languages' forms count (Sergei for Serhiy), initials, and a slip of one letter.
    """
    own = person.name.partition(" ")[0]
    if given.rstrip(".") == own[:1]:
        return True
    spellings = reference.same_names().get(own, (own,))
    return given in spellings or (
        len(given) > 4 and any(DamerauLevenshtein.distance(given, other, score_cutoff=1) <= 1 for other in spellings)
    )


@cache
def _by_given() -> Mapping[str, tuple[Actor, ...]]:
    found: dict[str, list[Actor]] = {}
    for person in reference.actors().values():
        if person.kind == "person" and person.rank < 3:
            given = person.name.partition(" ")[0]
            for spelling in reference.given_names().get(given, (None, (given,)))[1]:
                found.setdefault(spelling, []).append(person)
    return {given: tuple(bearers) for given, bearers in found.items()}


def _transliterated(given: str, surname: str) -> Actor | None:
    """Return the known person whose name this is but for the transliteration."""
    if len(surname) < SHORT:
        return None
    sound = _sound(surname)
    for person in _by_sound().get(sound, ()):
        if same_given(given, person):
            return person
    return None


@cache
def _by_sound() -> Mapping[str, tuple[Actor, ...]]:
    """Return the people of countries that write in Cyrillic by how their surname sounds."""
    found: dict[str, list[Actor]] = {}
    for person in reference.actors().values():
        if person.kind == "person" and person.country in CYRILLIC:
            found.setdefault(_sound(_surname(person.name)), []).append(person)
    return {sound: tuple(bearers) for sound, bearers in found.items()}


@lru_cache(maxsize=4096)
def _sound(surname: str) -> str:
    """Return a surname in one spelling for all transliterations from Ukrainian, Russian and Belarusian.

    >>> _sound("Syniehubov") == _sound("Sinegubov"), _sound("Haidai") == _sound("Gayday"), _sound("Kim")
    (True, True, 'kim')
    """
    word = surname.casefold()
    for spellings, sound in SOUNDS:
        word = spellings.sub(sound, word)
    return word


def misspelt_name(given: str, surname: str) -> tuple[Actor, ...]:
    """Return the known person of this given name whose surname is spelt nearly so: “Volodymyr Zekenskyy”.

    For those whom everybody knows a shorter surname will do, misspelt anywhere: “Sergei Kavrov”. Other ways to
    transliterate a Slavic name are no mistakes: “Oleg Sinegubov” for Oleh Syniehubov.
    """
    if (person := _transliterated(given, surname)) is not None:
        return (person,)
    for person in _by_given().get(given, ()):
        least = SHORT if person.rank == 1 else LEAST_FUZZY
        slack = 2 if len(surname) >= LONG else 1
        for own in (_surname(name) for name in (person.name, *person.aliases)):
            if len(surname) >= LONG and DamerauLevenshtein.distance(_sound(own), _sound(surname)) <= 1:
                return (person,)
            framed = person.rank == 1 or (own[:1], own[-1:]) == (surname[:1], surname[-1:])
            if len(surname) >= least and framed and DamerauLevenshtein.distance(own, surname) <= slack:
                return (person,)
    return ()
