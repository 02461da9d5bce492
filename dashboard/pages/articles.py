"""Articles: what was read, and how much was found in each."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard import links, queries, sections, tables, words
from dashboard.tables import Column
from dashboard.visits import Visit


def body(visit: Visit) -> list[Any]:
    """Return the list of articles."""
    filters = visit.filters
    columns = (
        Column("Published", lambda row: words.day(row["published_on"]) or "not known", sort="published_on"),
        Column(
            "Article", lambda row: dcc.Link(row["title"], href=links.article(row["article_id"], filters)), sort="title"
        ),
        Column("Source", lambda row: row["source"] or "not named", sort="source"),
        Column("Words", lambda row: words.number(row["words"]), sort="words", numeric=True, minor=True),
        Column("Statements", lambda row: words.number(row["quotes"]), sort="quotes", numeric=True),
        Column("Figures", lambda row: words.number(row["figures"]), sort="figures", numeric=True, minor=True),
        Column("Events", lambda row: words.number(row["events"]), sort="events", numeric=True),
        Column("Unsettled", lambda row: words.number(row["issues"]), sort="issues", numeric=True, minor=True),
    )
    frame = queries.article_rows(visit.cursor, visit.question)
    return [
        html.H1("Articles"),
        sections.rows(
            "What was read",
            tables.table(frame, columns, filters, caption="Articles"),
            "Dates choose by the day of publication. An article opens with everything marked that was read in it; "
            "what the rules met and could not settle is listed there too.",
        ),
    ]
