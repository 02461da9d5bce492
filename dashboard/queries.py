"""One function per question, one .sql file per function; values are bound, never formatted into the SQL.

A `Question` is a reader's choice with everything settled that a query needs: which edition, which interval, and the
names that the chosen actors take in. `settle` makes one from `Filters`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import duckdb
import pandas as pd

from dashboard import frames, words
from dashboard.filters import Filters, Interval

DIPLOMACY = ("meeting", "call", "talks")
SUMMABLE = ("killed", "injured")  # measures that are summed over events
PEOPLE = ("killed", "injured", "casualties", "missing", "captured", "displaced")
MUNITIONS = ("launched", "intercepted", "hit")

Named = Callable[[duckdb.DuckDBPyConnection, str], str]  # an id's name, see `event_name`


@dataclass(frozen=True, slots=True)
class Question:
    """A settled choice. `names` is empty for all actors."""

    edition: int
    since: dt.date | None = None
    until: dt.date | None = None
    interval: Interval = "month"
    names: list[str] = field(default_factory=list)


def newest_edition(warehouse: duckdb.DuckDBPyConnection) -> int:
    """Return the number of the newest edition; 0 where none is published yet."""
    found = warehouse.execute("select coalesce(max(edition), 0) from editions").fetchone()
    return int(found[0]) if found else 0


def settle(warehouse: duckdb.DuckDBPyConnection, filters: Filters) -> Question:
    """Return the question that these filters ask of this warehouse.

    The interval, where not chosen, suits the span: days up to 2 months, weeks up to 14 months, else months.
    """
    edition = filters.edition or newest_edition(warehouse)
    names: list[str] = []
    if filters.actors:
        names = _ask(warehouse, "members", {"edition": edition, "actors": list(filters.actors)})["name"].tolist()
    question = Question(edition, filters.since, filters.until, filters.interval or "month", names)
    if filters.interval:
        return question
    first, last = data_span(warehouse, question)
    first, last = filters.since or first, filters.until or last
    days = (last - first).days if first and last else 0
    interval: Interval = "day" if days <= 62 else "week" if days <= 425 else "month"
    return Question(edition, filters.since, filters.until, interval, names)


def data_span(warehouse: duckdb.DuckDBPyConnection, question: Question) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day on which something happened or was said, within the question; None for none."""
    found = _cursor(warehouse, "data_span", _bound(question)).fetchone()
    return (found[0], found[1]) if found else (None, None)


def edition_facts(warehouse: duckdb.DuckDBPyConnection, edition: int) -> dict[str, Any]:
    """Return the edition's row of `editions` and, as `newest`, the newest number; empty if there is no such edition."""
    return _first(_ask(warehouse, "edition_facts", {"edition": edition}))


def actor_choices(warehouse: duckdb.DuckDBPyConnection, edition: int) -> pd.DataFrame:
    """Return who can be chosen, most named first: name, kind, times (how often named), members (how many of them)."""
    return _ask(warehouse, "actor_choices", {"edition": edition})


def key_numbers(warehouse: duckdb.DuckDBPyConnection, question: Question) -> dict[str, Any]:
    """Return the counts of the overview: strikes, places, killed and injured with low and high, contacts, …."""
    return _first(_ask(warehouse, "key_numbers", _bound(question)))


def strikes_over_time(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Count strikes per (bucket, weapon), oldest first: bucket (day the interval starts, null if not fixed), events."""
    return _ask(warehouse, "strikes_over_time", _bound(question))


def strike_places(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Count strikes per place, most first: place, region, events, first_day, last_day."""
    return _ask(warehouse, "strike_places", _bound(question))


def strike_rows(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Return the strikes, newest first, one row each with its toll."""
    return _ask(warehouse, "event_rows", _bound(question) | {"kinds": ["strike"], "with_planned": False})


def event_rows(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Return the events of all kinds that happened, newest first, one row each with its toll."""
    return _ask(warehouse, "event_rows", _bound(question) | {"kinds": list(words.KINDS), "with_planned": False})


def casualties_over_time(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Sum low, best and high per (bucket, measure), each event once; events and contested count events."""
    return _ask(warehouse, "casualties_over_time", _bound(question))


def casualty_events(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Return the events with a count of killed or injured, deadliest first."""
    events = event_rows(warehouse, question).dropna(subset=["killed", "injured"], how="all")
    return events.sort_values(
        ["killed", "injured", "title", "event_id"], ascending=[False, False, True, True], ignore_index=True
    )


def most_contested(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Return the disputed counts, widest spread first, one row per (event, measure)."""
    return _ask(warehouse, "most_contested", _bound(question))


def reported_totals(warehouse: duckdb.DuckDBPyConnection, question: Question, measures: Sequence[str]) -> pd.DataFrame:
    """Return the figures of these measures that are not about one event: totals of periods, running totals, rates."""
    return _ask(warehouse, "reported_totals", _bound(question) | {"measures": list(measures)})


def diplomacy_over_time(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Count meetings, calls and talks that were held per (bucket, kind), oldest first."""
    return _ask(warehouse, "diplomacy_over_time", _bound(question))


def diplomacy_pairs(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Count, per pair of participants, what they took part in together; most first."""
    return _ask(warehouse, "diplomacy_pairs", _bound(question))


def diplomacy_rows(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Return meetings, calls and talks, newest first, those planned or called off included."""
    return _ask(warehouse, "event_rows", _bound(question) | {"kinds": list(DIPLOMACY), "with_planned": True})


def statements_over_time(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Count statements per (bucket, speaker), oldest first, with one of them as `words`."""
    return _ask(warehouse, "statements_over_time", _bound(question))


def statement_rows(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Return the quotes, newest first, each with its article and offsets."""
    return _ask(warehouse, "statement_rows", _bound(question))


def article_rows(warehouse: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """Return the articles, newest first, with how many quotes, figures, events and issues were read in each."""
    return _ask(warehouse, "article_rows", _bound(question))


def article(warehouse: duckdb.DuckDBPyConnection, edition: int, article_id: str) -> dict[str, Any]:
    """Return one article with its text; empty if the edition does not have it."""
    return _first(_ask(warehouse, "article", {"edition": edition, "article_id": article_id}))


def article_records(warehouse: duckdb.DuckDBPyConnection, edition: int, article_id: str) -> pd.DataFrame:
    """Return what was read in one article, in the order of its text."""
    return _ask(warehouse, "article_records", {"edition": edition, "article_id": article_id})


def article_issues(warehouse: duckdb.DuckDBPyConnection, edition: int, article_id: str) -> pd.DataFrame:
    """Return what was met in one article and not settled."""
    return _ask(warehouse, "article_issues", {"edition": edition, "article_id": article_id})


def event(warehouse: duckdb.DuckDBPyConnection, edition: int, event_id: str) -> dict[str, Any]:
    """Return one event, redirects followed; empty if the edition does not have it."""
    return _first(_ask(warehouse, "event", {"edition": edition, "event_id": event_id}))


def event_claims(warehouse: duckdb.DuckDBPyConnection, edition: int, event_id: str) -> pd.DataFrame:
    """Return the claims about one event, by measure and time."""
    return _ask(warehouse, "event_claims", {"edition": edition, "event_id": event_id})


def event_family(warehouse: duckdb.DuckDBPyConnection, edition: int, event_id: str) -> pd.DataFrame:
    """Return the wider event that one event is part of (is_part false) and its own parts (is_part true)."""
    return _ask(warehouse, "event_family", {"edition": edition, "event_id": event_id})


def event_name(warehouse: duckdb.DuckDBPyConnection, event_id: str) -> str:
    """Return what an event is called, with its days; "" if there is none with this id."""
    found = _first(_ask(warehouse, "event_name", {"asked": event_id}))
    named = (found["title"], words.days(found["started_on"], found["ended_on"])) if found else ()
    return ", ".join(part for part in named if part)


def article_name(warehouse: duckdb.DuckDBPyConnection, article_id: str) -> str:
    """Return what an article is called; "" if there is none with this id."""
    found = _first(_ask(warehouse, "article_name", {"asked": article_id}))
    return words.clip(str(found["title"]), 70) if found else ""


def event_tolls(warehouse: duckdb.DuckDBPyConnection, edition: int, event_id: str) -> pd.DataFrame:
    """Return what the claims about one event come to, per measure and side."""
    return _ask(warehouse, "event_tolls", {"edition": edition, "event_id": event_id})


def event_reports(warehouse: duckdb.DuckDBPyConnection, edition: int, event_id: str) -> pd.DataFrame:
    """Return the reports of one event, earliest first, each with its sentence."""
    return _ask(warehouse, "event_reports", {"edition": edition, "event_id": event_id})


def event_corrections(warehouse: duckdb.DuckDBPyConnection, edition: int, event_id: str) -> pd.DataFrame:
    """Return the corrections made by hand that touch one event, newest first."""
    return _ask(warehouse, "event_corrections", {"edition": edition, "event_id": event_id})


def _bound(question: Question) -> dict[str, Any]:
    return {
        "edition": question.edition,
        "since": question.since,
        "until": question.until,
        "interval": question.interval,
        "names": question.names,
    }


@cache
def _sql(name: str) -> str:
    return resources.files("dashboard").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def _cursor(warehouse: duckdb.DuckDBPyConnection, name: str, values: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """Run a question's SQL with the values that it names."""
    sql = _sql(name)
    return warehouse.execute(sql, {key: value for key, value in values.items() if f"${key}" in sql})


def _ask(warehouse: duckdb.DuckDBPyConnection, name: str, values: dict[str, Any]) -> pd.DataFrame:
    return _cursor(warehouse, name, values).df()


def _first(frame: pd.DataFrame) -> dict[str, Any]:
    found = frames.records(frame.head(1))
    return found[0] if found else {}
