"""Strikes: how many, when, with what, where; and every one of them."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard import cells, queries, sections, tables
from dashboard.tables import Column
from dashboard.visits import Visit

MOST_TOTALS = 60


def body(visit: Visit) -> list[Any]:
    """Return the strikes page."""
    question, filters, cursor = visit.question, visit.filters, visit.cursor
    places = queries.strike_places(cursor, question)
    columns = (
        Column("Day", cells.days, sort="started_on"),
        Column("Strike", lambda row: cells.event_title(row, filters), sort="title"),
        Column("Region", lambda row: row["region"] or "", sort="region", minor=True),
        Column("Weapons", lambda row: cells.names(row, "weapons"), minor=True),
        Column("Killed", lambda row: cells.toll(row, "killed"), sort="killed", numeric=True),
        Column("Injured", lambda row: cells.toll(row, "injured"), sort="injured", numeric=True),
        Column("Articles", cells.reports, sort="articles", numeric=True, minor=True),
    )
    arms = queries.reported_totals(cursor, question, queries.MUNITIONS).head(MOST_TOTALS)
    table = tables.table(queries.strike_rows(cursor, question), columns, filters, caption="Strikes, one row each")
    return [
        html.H1("Strikes"),
        sections.chart("strikes-over-time", queries.strikes_over_time(cursor, question), question, filters),
        sections.rows("All strikes", table, "One row per strike, newest first. Its page shows every report and claim."),
        html.Div(
            [
                sections.chart("strike-map", places, question, filters),
                sections.chart("strike-places", places, question, filters),
            ],
            className="side-by-side",
        ),
        sections.rows(
            "Arms as reported",
            tables.table(arms, cells.totals(filters), filters, caption="Arms as reported", paged=False),
            "Drones, missiles and sites, counted over days or regions. Those of one strike are on its page.",
        ),
    ]
