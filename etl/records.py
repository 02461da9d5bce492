"""The records that travel between the stages: frozen, plain, and valid once they exist.

They are the interchange format, one JSON object a line (JSON Lines, UTF-8): `to_json` writes a record, `from_json`
reads and validates one. Inside the ETL nothing checks them again. A reader ignores keys that it does not know.

Dates are local calendar days. A span has `start` and `end`, both inclusive; unknown is None. Offsets are characters of
the article's text.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, model_validator
from pydantic.dataclasses import dataclass as validated_dataclass

from etl.errors import RecordError

Measure = Literal[
    "killed", "injured", "casualties", "missing", "captured", "displaced", "launched", "intercepted", "hit",
    "produced", "percent_change", "price", "money", "territory", "duration", "other",
]  # fmt: skip
Qualifier = Literal["exact", "at_least", "more_than", "nearly", "about"]
Kind = Literal[
    "strike", "ground_action", "meeting", "call", "talks", "agreement", "sanction", "exchange", "legal",
    "other_violence",
]  # fmt: skip
RoleName = Literal["attacker", "target", "participant", "host", "mediator", "signatory"]
Status = Literal["proposed", "accepted", "rejected", "in force", "violated", "ended"]
DatePrecision = Literal["day", "week", "month", "year"]
PlacePrecision = Literal["point", "settlement", "district", "region", "country"]

CASUALTY_MEASURES: frozenset[Measure] = frozenset({"killed", "injured", "casualties", "missing", "captured"})
MUNITION_MEASURES: frozenset[Measure] = frozenset({"launched", "intercepted", "hit", "produced"})
DIPLOMACY_KINDS: frozenset[Kind] = frozenset({"meeting", "call", "talks"})

_CONFIG = ConfigDict(extra="ignore", str_max_length=200_000)
Day = dt.date
Name = Annotated[str, Field(min_length=1, max_length=500)]
Finite = Annotated[float, Field(allow_inf_nan=False)]


# A limit makes pydantic look at each string, and so refuse half a character (a lone surrogate), which no file can hold.
@validated_dataclass(frozen=True, slots=True, config=ConfigDict(extra="ignore", str_max_length=200_000_000))
class Article:
    """An article as it was read: its text and what its publisher says of it.

    `article` is the input's name without its suffix. `text` is the file decoded, newlines as in the file; all offsets
    count in it. `published` is None where nothing says it: never today, never the file's own date.
    """

    article: Name
    text: str = ""
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: Day | None = None
    posts: tuple[Post, ...] = ()  # a live blog's posts, where the page's own metadata delimits them

    @property
    def article_id(self) -> str:
        """Stable id: from the url where there is one, else from the name; never from the text, which may be mended."""
        return "a" + digest(self.url or self.article)


@validated_dataclass(frozen=True, slots=True, config=_CONFIG)
class Post:
    """A post of a live blog: text[start:end] of its article, with its own time."""

    start: int
    end: int
    published: Day | None = None


@validated_dataclass(frozen=True, slots=True, config=_CONFIG)
class Actor:
    """Who took part in an event, and how."""

    name: Name
    role: RoleName


@validated_dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class _Evidence:
    """What every extracted record carries: where it stands, and which rule read it.

    A record read from a dataset rather than from prose carries `dataset`, `release` and `row` instead.
    """

    article: Name
    evidence: str | None = None
    evidence_start: int | None = None
    evidence_end: int | None = None
    rule: str | None = None
    dataset: str | None = None
    release: str | None = None
    row: str | None = None
    event_id: str | None = None

    @model_validator(mode="after")
    def _check_span(self) -> Any:
        for first, last in (("evidence_start", "evidence_end"), ("start", "end"), ("low", "high")):
            check_span(getattr(self, first, None), getattr(self, last, None), first, last)
        return self


@validated_dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Quote(_Evidence):
    """Words that the article puts in somebody's mouth."""

    text: Annotated[str, Field(min_length=1)]
    speaker: Name | None = None
    form: Literal["direct", "indirect"] = "direct"
    said_on: Day | None = None


@validated_dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Figure(_Evidence):
    """A number that somebody reports; never a fact, always a claim.

    `start`..`end` are the days in which the counted things happened; `said_on` the day the number was given.
    """

    measure: Measure
    low: Finite
    high: Finite
    qualifier: Qualifier = "exact"
    group: Name | None = None
    side: Name | None = None
    place: Name | None = None
    start: Day | None = None
    end: Day | None = None
    per: Literal["day", "week", "month", "year"] | None = None
    cumulative: bool = False
    best: Finite | None = None
    unit: Name | None = None
    claimed_by: Name | None = None
    said_on: Day | None = None


@validated_dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Event(_Evidence):
    """One article's mention of something that happened (or, if `planned`, is announced) on a day at a place."""

    kind: Kind
    start: Day | None = None
    end: Day | None = None
    place: Name | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    actors: tuple[Actor, ...] = ()
    weapons: tuple[str, ...] = ()
    status: Status | None = None
    planned: bool = False
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    date_precision: DatePrecision | None = None
    place_precision: PlacePrecision | None = None


Record = Quote | Figure | Event
_RecordT = TypeVar("_RecordT", Quote, Figure, Event)


@dataclass(frozen=True, slots=True)
class Issue:
    """What a rule met and could not settle; shown to people, never dropped in silence."""

    article: str
    stage: str  # the module that met it: "dates", "quotes", "places", …
    text: str  # the words it is about, as they stand
    reason: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one article, in the order of the text."""

    article: Article
    records: tuple[Record, ...] = ()
    issues: tuple[Issue, ...] = ()


def digest(*parts: object) -> str:
    """Return 12 hexadecimal digits that stand for these parts; the same parts give the same digits on any machine."""
    return hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=6).hexdigest()


def check_span(first: Any, last: Any, first_name: str, last_name: str) -> None:
    """Raise ValueError where a span ends before it starts, or has an end only."""
    if first is None and last is not None:
        raise ValueError(f"{last_name}={last} without {first_name}")
    if first is not None and last is not None and last < first:
        raise ValueError(f"{first_name}={first} is after {last_name}={last}")


NAMES: dict[type, str] = {Article: "article", Quote: "quote", Figure: "figure", Event: "event"}
_ADAPTERS: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for kind, name in NAMES.items()}


def from_json(fields: dict[str, Any]) -> Article | Record:
    """Read one JSON object as the record that its key `record` names.

    Raises:
        RecordError: an unknown kind of record, measure or kind, an impossible date, a span that ends before it starts.
    """
    kind = fields.get("record")
    adapter = _ADAPTERS.get(kind) if isinstance(kind, str) else None
    if adapter is None:
        raise RecordError(f"record={kind!r} is not a record; expected one of {', '.join(_ADAPTERS)}")
    fields = {key: value for key, value in fields.items() if value is not None}
    if kind in ("figure", "event") and "end" not in fields and "start" in fields:
        fields["end"] = fields["start"]
    if kind == "figure" and "high" not in fields and "low" in fields:
        fields["high"] = fields["low"]
    try:
        record: Article | Record = adapter.validate_python(fields)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"])) or str(kind)
        raise RecordError(f"{kind}: {where}={problem['input']!r:.80}: {problem['msg']}") from error
    return record


def to_json(record: Article | Record, *, text: bool = False) -> dict[str, Any]:
    """Return the record as a JSON-ready object, keys in the order of the format; an article without its text.

    Keys that only some records have (`best`, `unit`, `dataset`, …) are left out where they are None.
    """
    fields: dict[str, Any] = _ADAPTERS[NAMES[type(record)]].dump_python(record, mode="json")
    if isinstance(record, Article):
        fields.pop("posts")
        if not text:
            fields.pop("text")
    optional = ("best", "unit", "dataset", "release", "row", "event_id", "lat", "lon", "date_precision",
                "place_precision", "rule")  # fmt: skip
    tail = ("evidence", "evidence_start", "evidence_end", "rule", "dataset", "release", "row", "event_id")
    for key in ("low", "high", "best"):
        if isinstance(fields.get(key), float) and fields[key].is_integer():
            fields[key] = int(fields[key])
    ordered = {"record": NAMES[type(record)], "article": fields.pop("article")}
    ordered |= {key: value for key, value in fields.items() if key not in tail}
    ordered |= {key: fields[key] for key in tail if key in fields}
    return {key: value for key, value in ordered.items() if value is not None or key not in optional}


def record_id(record: Record, article_id: str) -> str:
    """Return the stable id of a record: from where it stands and what it counts, not from how well it was read.

    The speaker of a quote, the claimant of a figure and the date of an event are left out, so that a better rule
    mends a record without renaming it.
    """
    where = (record.dataset, record.row) if record.dataset else (record.evidence_start, record.evidence_end)
    match record:
        case Quote():
            return "q" + digest(article_id, *where, record.form, record.text)
        case Figure():
            return "f" + digest(article_id, *where, record.measure, record.low, record.high, record.group, record.place)
        case Event():
            who = sorted(actor.name for actor in record.actors) if record.place is None else ()
            return "m" + digest(article_id, *where, record.kind, record.place, *who)


def with_event_id(record: _RecordT, event_id: str | None) -> _RecordT:
    """Return the record with the id of the event that it is a report of."""
    return replace(record, event_id=event_id)
