"""CHARTS: every chart with its question, query, drawing and definition. Pages, embeds and data routes read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import duckdb
import pandas as pd
import plotly.graph_objects as go

from dashboard import frames, queries, words
from dashboard.charts import casualties, columns, maps, rows, statements
from dashboard.filters import Interval
from dashboard.queries import Question

Ask = Callable[[duckdb.DuckDBPyConnection, Question], pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the dashboard. `definition` says what is counted; `sentence` reads the frame aloud."""

    slug: str
    title: str
    definition: str
    page: str  # path of the page that it stands on
    ask: Ask
    draw: Callable[[pd.DataFrame, Interval], go.Figure]
    sentence: Callable[[pd.DataFrame], str]
    source: str = ""


def _undated(frame: pd.DataFrame, column: str) -> float:
    return float(frame.loc[frame["bucket"].isna(), column].sum()) if len(frame) else 0.0


def not_drawn(frame: pd.DataFrame, interval: Interval) -> str:
    """Say how many events a chart over time leaves out because their days are not known closely enough, or ""."""
    if "bucket" not in frame or "events" not in frame:
        return ""
    many = _undated(frame, "events")
    if not many:
        return ""
    verb = "is" if many == 1 else "are"
    return (
        f"{words.count(many, 'event')} whose day the reports do not fix within one {interval} {verb} in the table only."
    )


def _strikes(frame: pd.DataFrame) -> str:
    per_weapon = frame.groupby("weapon")["events"].sum().sort_values(ascending=False)
    parts = [f"{words.number(many)} {str(weapon).lower()}" for weapon, many in per_weapon.items()]
    return f"{words.count(frame['events'].sum(), 'strike')}" + (f": {', '.join(parts)}." if parts else ".")


def _casualties(frame: pd.DataFrame) -> str:
    said = []
    for measure in queries.SUMMABLE:
        rows_ = frame[frame["measure"] == measure]
        total, low, high = (float(rows_[column].sum()) for column in ("best", "low", "high"))
        said.append(f"{words.number(total)} {measure}, low to high {words.span(low, high)}")
    return "; ".join(said) + "."


def _diplomacy(frame: pd.DataFrame) -> str:
    per_kind = frame.groupby("kind")["events"].sum()
    one = {
        "meeting": ("meeting", "meetings"),
        "call": ("call", "calls"),
        "talks": ("round of talks", "rounds of talks"),
    }
    parts = [words.count(float(per_kind.get(kind, 0)), *names) for kind, names in one.items()]
    return words.listing(parts) + "."


def _statements(frame: pd.DataFrame) -> str:
    totals = frame.groupby("speaker")["statements"].sum().sort_values(ascending=False, kind="stable")
    parts = [f"{speaker} {words.number(many)}" for speaker, many in totals.head(5).items()]
    said = f"{words.count(totals.sum(), 'statement')} of {words.count(len(totals), 'speaker')}"
    return f"{said}; most: {', '.join(parts)}." if parts else f"{said}."


def _places(frame: pd.DataFrame) -> str:
    parts = [f"{row['place']} {words.number(row['events'])}" for row in frames.records(frame.head(5))]
    return f"Strikes in {words.count(len(frame), 'place')}" + (f"; most: {', '.join(parts)}." if parts else ".")


def _pairs(frame: pd.DataFrame) -> str:
    parts = [
        f"{row['first_name']} and {row['second_name']} {words.number(row['events'])}"
        for row in frames.records(frame.head(5))
    ]
    return words.count(len(frame), "pair") + (f"; most: {', '.join(parts)}." if parts else ".")


def _contested(frame: pd.DataFrame) -> str:
    parts = [
        f"{row['title']}, {row['measure']} {words.span(row['low'], row['high'])}"
        for row in frames.records(frame.head(5))
    ]
    return words.count(len(frame), "contested count") + (f"; widest: {'; '.join(parts)}." if parts else ".")


CHARTS: dict[str, Chart] = {
    chart.slug: chart
    for chart in (
        Chart(
            slug="strikes-over-time",
            title="Strikes over time, by weapon",
            definition="Each strike counts once, however many articles report it: one place, one night or day. "
            "A strike with drones and missiles has a colour of its own.",
            page="/strikes",
            ask=queries.strikes_over_time,
            draw=columns.strikes_over_time,
            sentence=_strikes,
        ),
        Chart(
            slug="strike-map",
            title="Where strikes hit",
            definition="A disc per place; its area is the number of strikes. Strikes told only by region stand at its "
            "middle; those told only by country are not drawn.",
            page="/strikes",
            ask=queries.strike_places,
            draw=lambda frame, _: maps.strike_map(frame),
            sentence=_places,
            source=maps.SOURCE,
        ),
        Chart(
            slug="strike-places",
            title="Places struck most often",
            definition="Strikes per place, as the reports name it: a city, or its region where no settlement is told.",
            page="/strikes",
            ask=queries.strike_places,
            draw=lambda frame, _: rows.top_places(frame),
            sentence=_places,
        ),
        Chart(
            slug="casualties-over-time",
            title="Killed and injured over time",
            definition="The column is the best count of each event, summed; the whisker runs from low to high. "
            "Each event counts once; totals of a month or since the war began are never added in.",
            page="/casualties",
            ask=queries.casualties_over_time,
            draw=casualties.casualties_over_time,
            sentence=_casualties,
        ),
        Chart(
            slug="most-contested",
            title="Most contested counts",
            definition="Events whose claimants differ, widest spread first. The dot is the best count, the line "
            "runs from the lowest to the highest that somebody stands by.",
            page="/casualties",
            ask=queries.most_contested,
            draw=lambda frame, _: rows.most_contested(frame),
            sentence=_contested,
        ),
        Chart(
            slug="diplomacy-over-time",
            title="Meetings, calls and talks over time",
            definition="Contacts that were held. What is planned or was called off is in the table only.",
            page="/diplomacy",
            ask=queries.diplomacy_over_time,
            draw=columns.diplomacy_over_time,
            sentence=_diplomacy,
        ),
        Chart(
            slug="diplomacy-pairs",
            title="Who dealt with whom",
            definition="Pairs that took part in the same meeting, call or round of talks, most often first. "
            "A host who only lends the room does not count.",
            page="/diplomacy",
            ask=queries.diplomacy_pairs,
            draw=lambda frame, _: rows.top_pairs(frame),
            sentence=_pairs,
        ),
        Chart(
            slug="statements-over-time",
            title="Who said something, and when",
            definition="Statements that articles put in somebody’s mouth, by the day they were made; the larger the "
            "dot, the more. A hollow dot stands on the day of publication: the article does not say when it was said. "
            "The same words in copies of one story count once.",
            page="/statements",
            ask=queries.statements_over_time,
            draw=statements.statements_over_time,
            sentence=_statements,
        ),
    )
}
