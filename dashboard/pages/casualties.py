"""Casualties: killed and injured over time, what is in dispute, and every event with a count."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard import cells, queries, sections, tables, words
from dashboard.tables import Column
from dashboard.visits import Visit

MOST_TOTALS = 60


def body(visit: Visit) -> list[Any]:
    """Return the casualties page."""
    question, filters, cursor = visit.question, visit.filters, visit.cursor
    columns = (
        Column("Day", cells.days, sort="started_on"),
        Column("Event", lambda row: cells.event_title(row, filters), sort="title"),
        Column("Killed", lambda row: cells.toll(row, "killed"), sort="killed", numeric=True),
        Column("Injured", lambda row: cells.toll(row, "injured"), sort="injured", numeric=True),
        Column("Claims", lambda row: words.number(row["claims"]), sort="claims", numeric=True, minor=True),
        Column("Sources", lambda row: words.number(row["sources"]), sort="sources", numeric=True, minor=True),
    )
    totals = queries.reported_totals(cursor, question, queries.PEOPLE).head(MOST_TOTALS)
    table = tables.table(queries.casualty_events(cursor, question), columns, filters, caption="Events with a toll")
    return [
        html.H1("Casualties"),
        sections.chart("casualties-over-time", queries.casualties_over_time(cursor, question), question, filters),
        sections.rows(
            "Events with a toll",
            table,
            "Deadliest first, the people of all sides together; an event's page keeps the sides apart. The large "
            "number is the best count; the small ones are low and high where claims differ.",
        ),
        sections.chart("most-contested", queries.most_contested(cursor, question), question, filters),
        sections.rows(
            "Totals as reported",
            tables.table(totals, cells.totals(filters), filters, caption="Totals of people as reported", paged=False),
            "What somebody counts over days, regions or the whole war. Never added to the events above.",
        ),
    ]
