"""Who is who in one article: the people it names in full, known ones and those whom only it introduces.

After the full name a surname is enough: “Vitali Bakal, a rescue worker, … Bakal said”. A surname with two bearers is the
one's whom the article named in full, else the most prominent one's, else nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from etl import reference
from etl.extract.gazetteer import Hit
from etl.reference import Actor
from etl.reference_schema import Gender

WORD = r"(?:[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĖĘĞĪĶĹĻŁŃŅŇŌŐŘŚŞŠȘŢȚŪŮŰŹŻŽ]\w*(?:['-]\w+)*)"
PARTICLE = r"(?:(?:al|el|bin|ibn|bint|van|von|der|den|de|la|le|da|di|du|dos|ter|abu|ould|ag)\s)"
RUN = re.compile(rf"(?<![\w'-]){WORD}(?:\.(?=\s[A-Z]))?(?:\s{PARTICLE}{{0,2}}(?:al-|el-|d')?{WORD}(?:\.(?=\s[A-Z]))?)*")
TITLES: dict[str, Gender | None] = {
    "Mr": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Sir": "m", "Lord": "m", "Lady": "f", "Dame": "f", "Father": "m",
    "Imam": "m", "Sheikh": "m", "Ayatollah": "m", "Rabbi": "m", "Bishop": "m", "Archbishop": "m", "Cardinal": "m",
    "Prince": "m", "Princess": "f", "Dr": None, "Prof": None, "Professor": None, "Gen": None, "General": None,
    "Lt": None, "Lieutenant": None, "Col": None, "Colonel": None, "Maj": None, "Major": None, "Capt": None,
    "Captain": None, "Sgt": None, "Sergeant": None, "Brig": None, "Brigadier": None, "Adm": None, "Admiral": None,
    "Vice": None, "Rear": None, "Cmdr": None, "Commander": None, "Judge": None, "Justice": None, "Senator": None,
    "Sen": None, "Rep": None, "Congressman": "m", "Congresswoman": "f", "Gov": None, "Ambassador": None, "MP": None,
    "Private": None, "Corporal": None, "Marshal": None, "Pastor": None, "Reverend": None, "Rev": None,
}  # fmt: skip
# Words that a run of capitals may have and a person's name has not.
NOT_NAMES = frozenset(
    """
    Will Said Republican Democrat Candidate Team Soviet Nazi The A An And Of In On At For To From By With But If When While After Before As It He She They We I You This That
    These Those There Here What Who Why How His Her Their Our My Its No Not Yes Also Both All Some Many Most Two Three
    University Institute Street Avenue Road Square Palace Bridge River Lake Sea Ocean Island Islands Mount Mountain
    Church Cathedral Mosque Hospital School College Academy Airport Station Port Park Hotel Hall House Tower Center
    Centre Building Museum Theatre Stadium Camp Base Company Corporation Group Bank Fund Foundation Council Committee
    Commission Agency Office Department Ministry Service Services Party Union Association Federation Organization
    Organisation League Court Parliament Congress Senate Assembly Government Army Navy Force Forces Brigade Battalion
    Regiment Division Corps Guard Police Command Staff Operation War Day Week Month Year Night January February March
    April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday North South East West Northern Southern Eastern Western Central Great New Old United National International
    Federal State Republic Democratic People Peoples Foreign Defence Defense Interior Prime Minister President Chancellor
    Secretary Governor Mayor Spokesman Spokeswoman Spokesperson Chief Head Director Deputy Speaker King Queen Pope
    Easter Christmas Palm Orthodox Catholic Christian Muslim Jewish Times Post News Journal Press Radio Television TV
    Media Telegram Facebook Twitter Truth Social Shahed Iskander Kinzhal Kalibr Patriot Himars Javelin Leopard Abrams
    Oreshnik Storm Shadow Geran Lancet Tomahawk Nobel Peace Prize Human Rights Security General Special Civil Health
    Air Missile Drone Line Front Nuclear Power Plant Oblast Region District Province City Town Village Plan Agreement
    Treaty Act Law Article Resolution Summit Conference Forum Grain Initiative Strategic Energy Economic World Global
    European Western Americans Russians Ukrainians Update Live Photo Video Read More Share Breaking Exclusive Analysis
    """.split()
)
SAID = r"(?:said|says|told|added|wrote|stated|announced|reported|recalled|explained|noted|claimed|warned|posted)"
INTRODUCED_AFTER = re.compile(
    rf"(?:,\s(?:\d{{1,3}}\b|an?\s|the\s|who\b|whose\b|from\s|head\s|deputy\s|director\s|\w+\s(?:of|at|for)\s)|\s\(?\d{{1,2}}\)?,"
    rf"|\s{SAID}\b|,?\s(?:has|had)\ssaid\b)"
)
INTRODUCED_BEFORE = re.compile(
    rf"(?:\b(?:{SAID}|by|named|identified\sas|called|according\sto|spokes(?:man|woman|person)|resident|worker|doctor|"
    r"official|analyst|expert|soldier|officer|commander|rescuer|medic|teacher|director|head|lawyer|activist|journalist|"
    r"volunteer|lawmaker|leader|historian|researcher|author|editor|coordinator|representative|adviser|advisor|envoy|"
    r"ambassador|mother|father|sister|brother|wife|husband|son|daughter|survivor|witness|driver|nurse|paramedic|priest|"
    r"professor|economist|scientist|student|pensioner|manager|farmer|governor|mayor|minister|negotiator|diplomat),?\s)$"
)
SITE_AFTER = re.compile(
    r"\s(?:airport|street|square|hospital|brigade|university|stadium|park|bridge|camp|metro|airfield|base|highway|museum"
    r"|refinery|factory|plant|mine|mall|cathedral|church|mosque|theatre|hotel|avenue|district|crossing|dam|port)\b"
)
LOCATED_BEFORE = re.compile(r"\b(?:in|near|of|at|to|on|over|outside|towards?|into|village|town|city)\s(?:the\s)?$")
SINGLE_AFTER = re.compile(r",\s(?:an?\s|\d{1,2},|who\b|whose\b)")
ARTICLE = re.compile(r"(?:al|el)-", re.IGNORECASE)
INITIAL = re.compile(r"[A-Z]\.?")
CAPITAL = re.compile(rf"{WORD}\.?(?:'s)?")
MID_SENTENCE = re.compile(r"[\w,] $")
MOST_WORDS = 5
LEAST_FUZZY = 7  # letters of a surname that may be misspelt by one
LONG = 9  # … or by two, where the given name is right


def plural_free(word: str) -> str:
    """Return the word without a possessive ending."""
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


class People:
    """The people of one article."""

    def __init__(self) -> None:
        self._named: dict[str, Actor] = {}  # canonical name -> who was named in full
        self._introduced: dict[str, Actor] = {}  # of these, who is in no reference file
        self._by_surname: dict[str, list[Actor]] = {}

    def name(self, person: Actor) -> None:
        """Note that the article names this known person in full."""
        if person.name not in self._named:
            self._named[person.name] = person
            self._by_surname.setdefault(_surname(person.name), []).append(person)

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
        """Return who was named in full with this surname; of two the latter to be introduced; None if nobody."""
        bearers = self._by_surname.get(ARTICLE.sub("", surname))
        return bearers[-1] if bearers else None

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
        if not word[:1].isupper():
            return None
        for surname, bearers in self._by_surname.items():
            if surname.casefold() == word.casefold() and surname != word:
                return bearers[-1]
        if len(word) < LEAST_FUZZY:
            return None
        choices = {
            **_prominent(),
            **{name: who[-1] for name, who in self._by_surname.items() if len(name) >= LEAST_FUZZY},
        }
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


class Word(NamedTuple):
    """A capitalised word at start..end that no name of the gazetteer covers."""

    start: int
    end: int
    text: str
    hit: Hit | None  # a surname or a weak place of the gazetteer that it also is


class FullName(NamedTuple):
    """A stretch of the text that names a person in full."""

    start: int
    end: int
    name: str  # without titles
    gender: Gender | None
    candidates: tuple[Actor, ...]  # known bearers of this name


def capitalised(text: str, start: int, end: int, known: Sequence[Hit]) -> Iterator[list[Word]]:
    """Yield the stretches of capitalised words in text[start:end], broken where a name or role is known already."""
    loose = {hit.start: hit for hit in known if hit.meaning.weak or hit.meaning.surname}
    taken = [(hit.start, hit.end) for hit in known if hit.start not in loose]
    at = 0
    for run in RUN.finditer(text, start, end):
        stretch: list[Word] = []
        for match in CAPITAL.finditer(text, run.start(), run.end()):
            first, last = match.span()
            while at < len(taken) and taken[at][1] <= first:
                at += 1
            if (at < len(taken) and taken[at][0] < last) or match[0] in NOT_NAMES:
                if stretch:
                    yield stretch
                stretch = []
                continue
            bare = plural_free(match[0])
            stretch.append(Word(first, first + len(bare), bare, loose.get(first)))
            if bare != match[0]:
                yield stretch
                stretch = []
        if stretch:
            yield stretch


def full_name(text: str, stretch: Sequence[Word], role_before: bool) -> FullName | None:
    """Read a stretch of capitalised words as a person's full name, or None.

    It is one if it begins with a given name or a title, if a role stands before it (`role_before`, or “spokesman”), or
    if what follows introduces somebody (“, a rescue worker”, “said”) and nothing before says that it is a place.
    """
    gender: Gender | None = None
    titled = role_before
    words = list(stretch)
    while words and words[0].text.rstrip(".") in TITLES:
        gender = TITLES[words[0].text.rstrip(".")] or gender
        titled = True
        words.pop(0)
    if not words or len(words) > MOST_WORDS or SITE_AFTER.match(text, words[-1].end):
        return None
    start, end = stretch[0].start, words[-1].end
    name = text[words[0].start : end]
    names = reference.given_names()
    is_given = words[0].text in names or bool(INITIAL.fullmatch(words[0].text))
    gender = gender or names.get(words[0].text, (None, ()))[0]
    if len(words) == 1:
        if is_given and not titled and SINGLE_AFTER.match(text, end):
            return FullName(start, end, name, gender, ())
        return None
    namesake = len(words) == 2 and words[-1].hit is not None and bool(words[-1].hit.meaning.people)
    if not is_given and not titled and not namesake and not _is_introduced(text, words[0].start, end):
        return None
    if namesake and not is_given and not titled and not MID_SENTENCE.search(text[max(0, start - 2) : start]):
        return None
    if words[-1].hit is not None and words[-1].hit.meaning.people:
        bearers = words[-1].hit.meaning.people
        same = tuple(who for who in bearers if same_given(words[0].text, who))
        return FullName(start, end, name, gender, same)
    return FullName(start, end, name, gender, misspelt_name(words[0].text, words[-1].text))


def _is_introduced(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if LOCATED_BEFORE.search(before):
        return False
    return bool(INTRODUCED_BEFORE.search(before) or INTRODUCED_AFTER.match(text, end))


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


def misspelt_name(given: str, surname: str) -> tuple[Actor, ...]:
    """Return the known person of this given name whose surname is spelt nearly so: “Volodymyr Zekenskyy”."""
    if len(surname) < LEAST_FUZZY:
        return ()
    slack = 1 if len(surname) < LONG else 2
    for person in _by_given().get(given, ()):
        for own in (_surname(name) for name in (person.name, *person.aliases)):
            if (own[:1], own[-1:]) == (surname[0], surname[-1]) and DamerauLevenshtein.distance(own, surname) <= slack:
                return (person,)
    return ()
