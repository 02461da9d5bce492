"""What every rule family is handed: an article divided into sentences, its names and dates marked.

These are only the types; `reader.read` makes a `Reading`.

All offsets are characters of `Article.text`.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol, TypeVar

from etl.records import Article, DatePrecision, PlacePrecision

SegmentRole = Literal["body", "heading", "caption", "boilerplate", "summary", "byline"]
ActorKind = Literal[
    "person", "state", "government", "ministry", "armed_force", "armed_group", "igo", "body", "media"
]  # fmt: skip


class Segment(NamedTuple):
    """A stretch of the text with one role. Only `body` and `heading` are read for records.

    `post` numbers the post of a live blog that it belongs to (0 throughout an ordinary article); `reference` is the
    day that relative dates in it count from: the post's own, else the article's publication, else None.
    `paragraph` numbers the paragraphs of the article; in a text whose paragraphs the source lost, all of it is one.
    `sentences` are start and end of its sentences where dividing the text has told them already, else empty.
    """

    start: int
    end: int
    role: SegmentRole
    post: int
    paragraph: int
    reference: dt.date | None
    sentences: tuple[tuple[int, int], ...] = ()


class DateMention(NamedTuple):
    """An expression of time: the days it may mean, both ends included, or none where the text does not fix them."""

    start: int
    end: int
    first: dt.date | None
    last: dt.date | None
    precision: DatePrecision
    future: bool = False  # the clause announces it ("is scheduled for Friday")
    overnight: bool = False  # a night, dated by the day on which it ends
    since: bool = False  # opens a span that runs to the reference day ("since February 2022")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: canonical present English name, ISO 3166-1 alpha-2 country, region, coordinates."""

    name: str
    country: str | None
    region: str | None  # the first-level unit it lies in ("Sumy Oblast"); None for countries and regions themselves
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    population: int = 0


class NameMention(NamedTuple):
    """A name or a role that stands for one ("Russia's defence ministry"), as an actor, as a place, or as either.

    "Kyiv" is a government in "Kyiv said" and a place in "struck Kyiv": both `actor` and `place` are set where the
    gazetteers know both, and `reads_as` says which one this mention is, from its context.
    """

    start: int
    end: int
    text: str
    reads_as: Literal["actor", "place"]
    actor: str | None = None  # canonical name
    actor_kind: ActorKind | None = None
    country: str | None = None  # ISO 3166-1 alpha-2: whose person, body or force; where the place lies
    gender: Literal["f", "m"] | None = None
    place: Place | None = None
    known: bool = True  # False for a person whom only the article itself introduces
    adjectival: bool = False  # "Russian", "Ukraine's" before a noun: a modifier, neither actor nor place by itself


@dataclass(slots=True)  # a frozen one takes three times as long to make; nobody changes it all the same
class Sentence:
    """A sentence of a body or heading segment, with what stands in it.

    The lists are in the order of the text. `index` numbers the sentences of the article.
    """

    index: int
    start: int
    end: int
    text: str
    role: SegmentRole
    post: int
    paragraph: int
    reference: dt.date | None
    dates: tuple[DateMention, ...] = ()
    names: tuple[NameMention, ...] = ()

    def marked(
        self, *, dates: tuple[DateMention, ...] | None = None, names: tuple[NameMention, ...] | None = None
    ) -> Sentence:
        """Return the sentence with these dates or names."""
        return Sentence(
            self.index,
            self.start,
            self.end,
            self.text,
            self.role,
            self.post,
            self.paragraph,
            self.reference,
            self.dates if dates is None else dates,
            self.names if names is None else names,
        )

    def before(self, offset: int, reach: int = 60) -> str:
        """Return at most `reach` characters of the sentence that end at an offset of the article."""
        end = max(0, offset - self.start)
        return self.text[max(0, end - reach) : end]

    def after(self, offset: int, reach: int = 80) -> str:
        """Return at most `reach` characters of the sentence that begin at an offset of the article."""
        start = max(0, offset - self.start)
        return self.text[start : start + reach]

    def between(self, start: int, end: int) -> str:
        """Return what stands between two offsets of the article; empty where they are not in this order."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]


class Voice(NamedTuple):
    """A stretch of the text that somebody says: in quotation marks (`direct`), or as reported speech.

    text[start:end] is what is said: for `direct` without the marks, for reported speech the clause that is reported.
    `speaker` is the canonical name, or the role as written where no name can be found, or None. `said_on` is the day it
    was said, where the text fixes it. `statement` numbers the statement it is part of: parts of one quotation that are
    split by its attribution or go on in the next paragraph share it. `scare` marks words that are quoted but not said:
    a title, a nickname, a placard, so-called. `unnamed` says that `speaker` is but the role of somebody whom the
    article does not name ("a resident", "one of the mothers").
    """

    start: int
    end: int
    direct: bool
    speaker: str | None
    said_on: dt.date | None
    statement: int
    scare: bool = False
    rule: str = ""
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, read as far as all rule families share it."""

    article: Article
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    voices: tuple[Voice, ...] = ()  # in the order of the text; reported speech may hold a direct quotation

    @property
    def text(self) -> str:
        """The article's text, which all offsets count in."""
        return self.article.text


class Spanned(Protocol):
    """Anything that lies at start..end of the text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """One past the last character."""


_SpannedT = TypeVar("_SpannedT", bound=Spanned)


def within(items: Sequence[_SpannedT], start: int, end: int) -> Sequence[_SpannedT]:
    """Return the items, sorted by start, that begin at or after `start` and before `end`."""
    return items[
        bisect_left(items, start, key=lambda item: item.start) : bisect_left(items, end, key=lambda item: item.start)
    ]
