"""Statements: who said something and when, and every statement with the sentence that carries it."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard import cells, queries, sections, tables, words
from dashboard.filters import Filters
from dashboard.frames import Row
from dashboard.tables import Column
from dashboard.visits import Visit

LONGEST = 280


def body(visit: Visit) -> list[Any]:
    """Return the statements page."""
    question, filters, cursor = visit.question, visit.filters, visit.cursor
    columns = (
        Column("Day", _day, sort="made_on"),
        Column("Speaker", lambda row: row["speaker"] or "not named", sort="speaker"),
        Column("Statement", lambda row: _statement(row, filters)),
        Column("Source", cells.source, sort="source", minor=True),
    )
    table = tables.table(queries.statement_rows(cursor, question), columns, filters, caption="Statements")
    return [
        html.H1("Statements"),
        sections.chart("statements-over-time", queries.statements_over_time(cursor, question), question, filters),
        sections.rows(
            "All statements",
            table,
            "Newest first. Each opens its article at the words. “By” a day: on or before it, the day of publication.",
        ),
    ]


def _day(row: Row) -> str:
    if row["said_on"]:
        return words.day(row["said_on"])
    return f"by {words.day(row['made_on'])}" if row["made_on"] else "not known"


def _statement(row: Row, filters: Filters) -> Any:
    text = str(row["text"]).rstrip(",; ")  # the comma before "he said" is not the speaker's
    shown = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
    if row["form"] == "indirect":
        return [cells.evidence(row, filters, shown), html.Span("reported speech", className="tag")]
    return cells.evidence(row, filters, f"“{shown}”")
