"""Overview: the key numbers with what they count, the four questions in small, the counts most in dispute."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
from dash import dcc, html

from dashboard import aria, cells, queries, sections, tables, words
from dashboard.charts import columns, theme
from dashboard.tables import Column
from dashboard.visits import Visit

MOST_LATEST = 10


def body(visit: Visit) -> list[Any]:
    """Return the overview of what was chosen."""
    numbers = queries.key_numbers(visit.cursor, visit.question)
    contested = queries.most_contested(visit.cursor, visit.question)
    return [
        html.H1("The war in the news, number by number"),
        sections.part("key-numbers", [html.P(_standing(visit), className="lede"), _key_numbers(numbers, visit)]),
        html.Div(_small_multiples(visit), className="multiples"),
        sections.chart("most-contested", contested, visit.question, visit.filters),
        sections.rows("Latest events", _latest(visit), "What happened last, of all kinds."),
    ]


def _latest(visit: Visit) -> html.Div:
    newest = queries.event_rows(visit.cursor, visit.question).head(MOST_LATEST)
    shown = (
        Column("Day", cells.days),
        Column("Kind", lambda row: words.KINDS.get(row["kind"], row["kind"]), minor=True),
        Column("Event", lambda row: cells.event_title(row, visit.filters)),
        Column("Killed", lambda row: cells.toll(row, "killed"), numeric=True),
        Column("Injured", lambda row: cells.toll(row, "injured"), numeric=True),
        Column("Articles", cells.reports, numeric=True, minor=True),
    )
    return tables.table(newest, shown, visit.filters, caption="Latest events", paged=False)


def _standing(visit: Visit) -> str:
    facts = visit.facts
    told = words.count(facts["articles"], "article tells", "articles tell")
    return (
        f"What {told}: {words.count(facts['events'], 'event')}, {words.count(facts['quotes'], 'quotation')}, "
        f"{words.count(facts['figures'], 'figure')}. Every number leads to the sentences it stands on."
    )


def _key_numbers(numbers: dict[str, Any], visit: Visit) -> html.Div:
    query = visit.filters.for_links()

    def people(measure: str) -> tuple[str, str]:
        low, best, high = (numbers[name] for name in (f"{measure}_low", measure, f"{measure}_high"))
        return words.number(best), f"low to high {words.span(low, high)}" if high > low else ""

    many = visit.facts["articles"]
    these = "this article" if many == 1 else f"these {words.number(many)} articles"
    killed, killed_range = people("killed")
    injured, injured_range = people("injured")
    return html.Div(
        [
            sections.key_number(
                words.number(numbers["strikes"]),
                "strike" if numbers["strikes"] == 1 else "strikes",
                f"each counted once, in {words.count(numbers['places'], 'place')}",
                f"/strikes{query}",
            ),
            sections.key_number(
                killed,
                "people killed",
                f"best counts of the events in {these}, summed",
                f"/casualties{query}",
                killed_range,
            ),
            sections.key_number(
                injured,
                "people injured",
                f"best counts of the events in {these}, summed",
                f"/casualties{query}",
                injured_range,
            ),
            sections.key_number(
                words.number(numbers["contested"]),
                "contested event" if numbers["contested"] == 1 else "contested events",
                f"of {words.number(numbers['counted'])} with a toll: claimants differ",
                f"/casualties{query}",
            ),
            sections.key_number(
                words.number(numbers["contacts"]),
                "diplomatic contact" if numbers["contacts"] == 1 else "diplomatic contacts",
                "meetings, calls and rounds of talks that were held",
                f"/diplomacy{query}",
            ),
            sections.key_number(
                words.number(numbers["statements"]),
                "statement" if numbers["statements"] == 1 else "statements",
                f"of {words.count(numbers['speakers'], 'named speaker')}",
                f"/statements{query}",
            ),
        ],
        className="key-numbers",
    )


def _small_multiples(visit: Visit) -> list[html.Section]:
    question, cursor = visit.question, visit.cursor
    casualties = queries.casualties_over_time(cursor, question)
    killed = casualties[casualties["measure"] == "killed"]
    drawn = (
        ("Strikes", "/strikes", queries.strikes_over_time(cursor, question), "events", theme.BLUE),
        ("People killed, best count", "/casualties", killed, "best", theme.RED),
        (
            "Meetings, calls and talks",
            "/diplomacy",
            queries.diplomacy_over_time(cursor, question),
            "events",
            theme.TEAL,
        ),
        ("Statements", "/statements", queries.statements_over_time(cursor, question), "statements", theme.PURPLE),
    )
    span = [day for day in queries.data_span(cursor, question) if day]
    return [_small(title, path, frame, value, colour, span, visit) for title, path, frame, value, colour in drawn]


def _small(
    title: str, path: str, frame: pd.DataFrame, value: str, colour: str, span: list[dt.date], visit: Visit
) -> html.Section:
    name = f"small-{path.strip('/')}"
    interval = visit.question.interval
    drawn = columns.plain_columns(frame, interval, value, colour, span)
    spoken = f"{title} per {interval}: {words.number(float(frame[value].sum()))} in all."
    heading = html.H2(dcc.Link(title, href=path + visit.filters.for_links()), className="small-title", id=name)
    return html.Section(
        [
            heading,
            html.P(f"per {interval}", className="definition"),
            sections.plot(name, drawn, spoken),
        ],
        className="card-section",
        **aria.labelled_by(name),
    )
