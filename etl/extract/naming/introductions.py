"""People's full names in a text, as capitals, titles, given names and the words around show them.

The words themselves are data: vocabulary/persons.toml and data/reference/given_names.txt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from etl import reference
from etl.extract.naming.gazetteer import Hit
from etl.extract.naming.persons import misspelt_name, same_given
from etl.extract.vocabulary import alternation, load
from etl.reference import Actor
from etl.reference_schema import Gender

UPPER = "[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĖĘĞĪĶĹĻŁŃŅŇŌŐŘŚŞŠȘŢȚŪŮŰŹŻŽ]"
REST = r"\w*(?:['-]\w+)*"
WORD = rf"(?:{UPPER}{REST})"
PARTICLE = r"(?:(?:al|el|bin|ibn|bint|van|von|der|den|de|la|le|da|di|du|dos|ter|abu|ould|ag)\s)"
RUN = re.compile(  # begins with a set of characters, which is looked for faster than a word's beginning is
    rf"{UPPER}(?<![\w'-].){REST}(?:\.(?=\s[A-Z]))?"
    rf"(?:\s(?:{PARTICLE}{{1,2}})?(?:al-|el-|d')?{WORD}(?:\.(?=\s[A-Z]))?)*"
)
CAPITAL = re.compile(rf"{WORD}\.?(?:'s)?")
INITIAL = re.compile(r"[A-Z]\.?")
LOCATED_BEFORE = re.compile(r"\b(?:in|near|of|at|to|on|over|outside|towards?|into|village|town|city)\s(?:the\s)?$")
SINGLE_AFTER = re.compile(r",\s(?:an?\s|\d{1,2},|who\b|whose\b)")
MID_SENTENCE = re.compile(r"[\w,] $")
MOST_WORDS = 5  # of a person's name


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists of vocabulary/persons.toml, as they are looked up."""

    titles: Mapping[str, Gender | None]
    not_names: frozenset[str]
    site_after: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _words() -> _Words:
    lists = load("persons", dict[str, tuple[str, ...]])
    said = alternation(lists["said"])
    genders: tuple[tuple[str, Gender | None], ...] = (("titles_f", "f"), ("titles_m", "m"), ("titles", None))
    return _Words(
        {title: gender for key, gender in genders for title in lists[key]},
        frozenset(lists["not_names"]),
        re.compile(rf"\s(?:{alternation(lists['sites'])})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{said}|by|named|identified\sas|called|according\sto|{alternation(lists['nouns'])}),?\s$"),
        re.compile(
            rf"""(?:,\s(?:\d{{1,3}}\b|an?\s|the\s|who\b|whose\b|from\s|head\s|deputy\s|director\s|(?:\w+\s){{1,2}}(?:of|at|for)\s)
            |\s\(?\d{{1,2}}\)?,|\s(?:{said})\b|,?\s(?:has|had)\ssaid\b)""",
            re.VERBOSE,
        ),
    )


def title_gender(title: str) -> Gender | None:
    """Return whose title this is, a woman's or a man's; None for either, and for words that are no titles."""
    return _words().titles.get(title)


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
    villages = {hit.start: hit for hit in known if hit.meaning.places and hit.meaning.actor is None}
    not_names = _words().not_names
    at = 0
    for run in RUN.finditer(text, start, end):
        first, last = run.span()
        while at < len(taken) and taken[at][1] <= first:
            at += 1
        if (at < len(taken) and taken[at][0] <= first and last <= taken[at][1]) or run[0] in not_names:
            continue  # as most of them
        stretch: list[Word] = []
        for match in CAPITAL.finditer(text, first, last):
            first, last = match.span()
            while at < len(taken) and taken[at][1] <= first:
                at += 1
            is_surname = first in villages and bool(stretch) and stretch[0].text in reference.given_names()
            if (at < len(taken) and taken[at][0] < last and not is_surname) or match[0] in not_names:
                if stretch:
                    yield stretch
                stretch = []
                continue
            bare = match[0].removesuffix("'s")
            stretch.append(Word(first, first + len(bare), bare, loose.get(first) or villages.get(first)))
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
    names = reference.given_names()
    if len(stretch) == 1 and stretch[0].text not in names and not INITIAL.fullmatch(stretch[0].text):
        return None
    titles = [
        word.text.rstrip(".") for word in takewhile(lambda word: word.text.rstrip(".") in _words().titles, stretch)
    ]
    words = stretch[len(titles) :]
    titled = role_before or bool(titles)
    if not words or len(words) > MOST_WORDS or _words().site_after.match(text, words[-1].end):
        return None
    start, end = stretch[0].start, words[-1].end
    if words[0].text not in names:  # "Minister of Strategic Industries Yuriy Sak"
        given = next((number for number, word in enumerate(words[1:-1], 1) if word.text in names), 0)
        words, start = words[given:], words[given].start if given else start
    name = text[words[0].start : end]
    is_given = words[0].text in names or bool(INITIAL.fullmatch(words[0].text))
    addressed = (gender for gender in map(title_gender, titles) if gender is not None)
    gender: Gender | None = next(addressed, None) or names.get(words[0].text, (None, ()))[0]
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
    if len(words) == 2 and (turned := reference.actors().get(f"{words[1].text} {words[0].text}")) is not None:
        return FullName(start, end, name, gender, (turned,))  # the surname first, as at home: Kishida Fumio
    return FullName(start, end, name, gender, misspelt_name(words[0].text, words[-1].text))


def _is_introduced(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if LOCATED_BEFORE.search(before):
        return False
    return bool(_words().before.search(before) or _words().after.match(text, end))
