"""The parts that pages are made of: a chart with its heading, definition, sentence and tools; notices; key numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from dash import dcc, html

from dashboard import aria, catalogue, words
from dashboard.charts import theme
from dashboard.filters import Filters
from dashboard.queries import Question


def chart(slug: str, frame: pd.DataFrame, question: Question, filters: Filters) -> html.Section:
    """Return a chart of the catalogue, drawn, with what it counts above and what it leaves out below."""
    entry = catalogue.CHARTS[slug]
    drawn = entry.draw(frame, question.interval)
    left_out = catalogue.not_drawn(frame, question.interval)
    by = f"By {question.interval}. " if "bucket" in frame else ""
    return html.Section(
        [
            html.H2(entry.title, id=f"{slug}-title"),
            part(f"{slug}-definition", html.P([by, entry.definition], className="definition")),
            plot(slug, drawn, f"{entry.title}. {entry.sentence(frame)}"),
            part(
                f"{slug}-below",
                [
                    html.P(f"{left_out} {entry.source}".strip(), className="note")
                    if left_out or entry.source
                    else None,
                    _tools(slug, filters, question),
                ],
            ),
        ],
        className="card-section",
        **aria.labelled_by(f"{slug}-title"),
    )


def part(name: str, children: Any) -> html.Div:
    """Return a stretch of a page that changes with the data, under a name of its own on the page (see `redraw`)."""
    return html.Div(children, id={"type": "part", "name": name}, className="part")


def plot(name: str, drawn: go.Figure, spoken: str) -> html.Div:
    """Return a figure as an image with a name for those who cannot see it."""
    graph = dcc.Graph(
        id={"type": "chart", "name": name},
        figure=drawn,
        config=theme.CONFIG,  # type: ignore[arg-type]  # a dict of the keys that Config names
        style={"height": f"{drawn.layout.height}px"},
        responsive=True,
    )
    said = part(f"{name}-spoken", html.P(spoken, id=f"{name}-spoken", className="visually-hidden"))
    image = html.Div(graph, role="img", className="plot", **aria.labelled_by(f"{name}-spoken"))
    return html.Div([said, image], className="plot-with-words")


def _tools(slug: str, filters: Filters, question: Question) -> html.P:
    """Return what can be done with a chart: its data, its embed."""
    pinned = filters.model_copy(update={"sort": None, "page": 1})
    frozen = pinned.to_query(edition=question.edition)
    return html.P(
        [
            html.A("CSV", href=f"/api/{slug}.csv{frozen}", download=f"{slug}.csv", className="tool"),
            html.A("JSON", href=f"/api/{slug}.json{frozen}", className="tool"),
            html.A("Embed", href=f"/embed/{slug}{pinned.to_query()}", target="_blank", className="tool"),
        ],
        className="tools",
    )


def rows(title: str, table: Any, note: str = "") -> html.Section:
    """Return rows that change with the data (the table behind a chart, a list) under a heading."""
    name = title.lower().replace(" ", "-")
    return html.Section(
        [html.H2(title, id=name), html.P(note, className="definition") if note else None, part(f"{name}-rows", table)],
        className="card-section",
        **aria.labelled_by(name),
    )


def notices(lines: Sequence[str]) -> html.Div:
    """Return one line for each thing that was asked for and could not be done."""
    return html.Div([html.P(line) for line in lines], className="notice" if lines else "d-none", role="status")


def edition_banner(facts: dict[str, Any], filters: Filters) -> html.Div | None:
    """Return the banner of a past edition, None for the current one."""
    if not facts or filters.edition is None or facts["edition"] == facts["newest"]:
        return None
    published = words.day(facts["published_at"])
    return html.Div(
        [
            html.Strong(f"Edition {words.number(facts['edition'])}"),
            f", as the ledger stood on {published}. Edition {words.number(facts['newest'])} is the current one. ",
            dcc.Link("Show the current edition", href=filters.to_query(edition=None) or "?"),
        ],
        className="banner",
        role="status",
    )


def key_number(value: str, label: str, definition: str, href: str, below: str = "") -> dcc.Link:
    """Return a key number that leads to its page; `definition` says what is counted."""
    return dcc.Link(
        [
            html.Span(value, className="value"),
            html.Span(label, className="label"),
            html.Span(below, className="below") if below else None,
            html.Span(definition, className="definition"),
        ],
        href=href,
        className="key-number",
    )
