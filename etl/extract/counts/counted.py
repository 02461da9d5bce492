"""What a clause counts: a number with its noun, before anything is known of what befell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from etl.extract.counts.clause import Clause, Word
from etl.extract.counts.numbers import Number
from etl.extract.reading import NameMention
from etl.records import Measure

_APART = ("after", "before", "earlier", "later", "ago", "following")
_WHOLES = ("family", "crew", "group")
ONE = Number(0, 0, 1.0, 1.0)
Per = Literal["day", "week", "month", "year"]

# The noun of a count: several people, one person, a person by name, "others", a part ("three of them children"), or
# none that is known for people: then the verb must tell that people are meant.
Head = Literal["people", "person", "name", "others", "part", "none"]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a sentence with what it counts; start..end are its words in the article's text."""

    measure: Measure
    number: Number
    start: int
    end: int
    rule: str
    group: str | None = None
    nation: NameMention | None = None  # "Ukrainian" in "60 Ukrainian servicemen"
    per: Per | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A count of people and its noun: the words first..end of a clause."""

    first: int
    end: int
    number: Number
    head: Head
    group: str | None = None
    nation: NameMention | None = None


# The adjectives between a number and its noun may be anything that is no verb, number or punctuation.
_COUNTED = re.compile(
    r"""
    (?P<number>[NV]) [os]*? (?:
        (?P<people> (?:fs?)? [xjoyYpWvOJA]{0,4} [PS]+      # 12 people, 60 Ukrainian servicemen, 40 of the passengers
                  | [xo]{0,2} j (?= B | D | K | c[uw] ) )  # 1,400 Lebanese were
      | (?P<part> u [xB]{0,2} P+ )                         # three of them children
      | (?P<others> o (?![bT]) )                           # 12 others; not "three more bodies"
      | (?P<them> u )                                      # 60 of them
      | (?P<none> )
    )
  | (?P<one> (?:a o? | o) [xjyYPpWv]{0,5} S+               # a 54-year-old man, another soldier
           | a x? j (?= [ilkwBKD;)] | $ )                   # a 50-year-old Israeli
           | o (?= B{0,2}K | [ilc;)] | $ ) )                # and wounded another
  | (?P<name> z )
    """,
    re.VERBOSE,
)


def phrases(clause: Clause) -> Iterator[Phrase]:
    """Yield the clause's counts that people may be meant by, in order; "dozens" too, since others go on with it."""
    for match in _COUNTED.finditer(clause.letters):
        first = clause.words[match.start()]
        if match["name"]:
            if first.name and not first.name.known:  # a victim whom the article itself introduces
                yield Phrase(match.start(), match.end(), ONE, "name")
        elif match["one"]:
            if first.letter == "a" or first.text.lower() == "another":
                yield _phrase(clause, match, ONE, "person")
        elif first.number and _counts(match, first.number):
            yield _phrase(clause, match, first.number, _head(clause, match, first.number))


def _counts(match: re.Match[str], number: Number) -> bool:
    """Return whether a number counts anew: no year, and no "one of the people killed", who are counted elsewhere."""
    one_of = number.low == 1 and (match["people"] or "").startswith("f")
    return not one_of and not (number.year_like and match["none"] is not None)


def _head(clause: Clause, match: re.Match[str], number: Number) -> Head:
    if match["part"]:
        return "part"
    if match["others"]:
        return "others"
    if match["none"] is not None and _is_family(clause, match.start()):
        return "people"
    plural = any(word.letter in "Pj" for word in clause.words[match.end() - 1 : match.end()]) or any(
        word.letter == "P" for word in clause.words[match.start() : match.end()]
    )
    return (
        "people" if match["people"] and (plural or number.low == 1) else "none"
    )  # "12 civilian deaths" are no civilian


def _is_family(clause: Clause, first: int) -> bool:
    """Return whether a number stands for people since a family or crew is of so many: "a family of four"."""
    return clause.letters[max(0, first - 2) : first] == "xf" and clause.words[first - 2].text.lower() in _WHOLES


def _phrase(clause: Clause, match: re.Match[str], number: Number, head: Head) -> Phrase:
    end = match.end("number") if head == "none" and not match["them"] else match.end()
    words = clause.words[match.start() : match.end()]
    nation = next((word.name for word in words if word.name and word.letter in "jyPS"), None)
    group = group_of(words) if head in ("people", "person", "part") else None
    return Phrase(match.start(), end, number, head, group, nation)


def group_of(words: tuple[Word, ...]) -> str | None:
    """Return the group of the last noun for people that has one; None for people at large."""
    for word in reversed(words):
        if word.letter in "PS" and word.meaning not in ("", "nation"):
            return word.meaning
    return None


def rate(clause: Clause, end: int, first: int | None = None) -> Per | None:
    """Return the span of a rate that is told after a count: "every day"; "after a week" is none.

    An average, before the count at `first`, is one even where another count stands between: "six died and nine fell".
    """
    index = clause.letters.find("q", end, end + 12)
    average = first is not None and any(word.text == "average" for word in clause.words[max(0, first - 3) : first])
    if index < 0 or ("N" in clause.letters[end:index] and not average) or clause.letters[index - 1] == "i":
        return None
    after = clause.words[index + 1].text.lower() if index + 1 < len(clause.words) else ""
    if "c" in clause.letters[end:index] or after in _APART:
        return None  # "died more than a week after"
    text = clause.words[index].text.lower()
    spans = {"day": ("day", "daily"), "week": ("week",), "month": ("month",), "year": ("year", "annually")}
    return cast(Per | None, next((per for per, words in spans.items() if any(word in text for word in words)), None))
