"""Diplomacy: meetings, calls and talks over time, who dealt with whom, and every one of them."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard import cells, queries, sections, tables, words
from dashboard.tables import Column
from dashboard.visits import Visit


def body(visit: Visit) -> list[Any]:
    """Return the diplomacy page."""
    question, filters, cursor = visit.question, visit.filters, visit.cursor
    columns = (
        Column("Day", cells.days, sort="started_on"),
        Column("Kind", lambda row: words.KINDS.get(row["kind"], row["kind"]), sort="kind", minor=True),
        Column("Contact", lambda row: cells.event_title(row, filters), sort="title"),
        Column("Place", cells.place, sort="place"),
        Column("Articles", cells.reports, sort="articles", numeric=True, minor=True),
    )
    table = tables.table(
        queries.diplomacy_rows(cursor, question), columns, filters, caption="Meetings, calls and talks"
    )
    return [
        html.H1("Diplomacy"),
        sections.chart("diplomacy-over-time", queries.diplomacy_over_time(cursor, question), question, filters),
        sections.rows("All contacts", table, "Newest first. What was only planned or was called off says so."),
        sections.chart("diplomacy-pairs", queries.diplomacy_pairs(cursor, question), question, filters),
    ]
