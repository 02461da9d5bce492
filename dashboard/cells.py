"""What stands in the cells of tables: links to events and evidence, days, ranges. Names are text, never markup."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard import links, words
from dashboard.filters import Filters
from dashboard.frames import Row
from dashboard.tables import Column


def days(row: Row) -> str:
    """Return the days of an event."""
    return words.days(row["started_on"], row["ended_on"]) or "not known"


def event_title(row: Row, filters: Filters) -> html.Div:
    """Return an event's title as a link to its page, with a badge where its count is contested or it is planned."""
    badges = []
    if row.get("contested"):
        badges.append(html.Span("contested", className="tag tag-contested"))
    if row.get("parts"):
        badges.append(html.Span(f"wave, counted by its {words.count(row['parts'], 'part')}", className="tag"))
    if row.get("planned"):
        badges.append(html.Span("planned", className="tag"))
    if row.get("status") == "called off":
        badges.append(html.Span("called off", className="tag"))
    return html.Div([dcc.Link(row["title"], href=links.event(row["event_id"], filters)), *badges])


def place(row: Row) -> str:
    """Return a place with its region, once where they are the same."""
    parts = [part for part in (row.get("place"), row.get("region")) if part]
    return ", ".join(dict.fromkeys(parts))


def names(row: Row, column: str) -> str:
    """Return a list of names, up to four of them."""
    listed = [] if row[column] is None else [str(name) for name in row[column]]
    shown = list(dict.fromkeys(listed))
    return ", ".join(shown[:4]) + (f" and {len(shown) - 4} more" if len(shown) > 4 else "")


def toll(row: Row, measure: str) -> Any:
    """Return the best count with its range under it where the claims differ."""
    if row[measure] is None:
        return ""
    low, high = row[f"{measure}_low"], row[f"{measure}_high"]
    best = words.number(row[measure])
    return [best, html.Div(words.span(low, high), className="range")] if high > low else best


def reports(row: Row) -> str:
    """Return how many articles report an event, and how many of them are independent where that differs."""
    if row["articles"] == row["stories"]:
        return words.number(row["articles"])
    return f"{words.number(row['articles'])} ({words.number(row['stories'])} independent)"


def totals(filters: Filters) -> tuple[Column, ...]:
    """Return the columns of `queries.reported_totals`."""
    return (
        Column("Reported", lambda row: words.day(row["made_on"]) or "not known", sort="made_on"),
        Column("Measure", lambda row: words.MEASURES.get(row["measure"], row["measure"]), sort="measure"),
        Column("Number", _total, sort="high", numeric=True),
        Column("Counted", lambda row: row["counted"] or "", sort="counted", minor=True),
        Column("Side", lambda row: row["side"] or "", sort="side", minor=True),
        Column("Place", lambda row: row["place"] or "", sort="place", minor=True),
        Column("Days", _period),
        Column("Claimant", lambda row: row["claimed_by"] or "unattributed", sort="claimed_by"),
        Column("Evidence", lambda row: evidence(row, filters)),
    )


def _total(row: Row) -> str:
    number = words.claim(row["low"], row["high"], row["qualifier"])
    return f"{number} a {row['per']}" if row["per"] else number


def _period(row: Row) -> str:
    if row["scope"] == "running":
        return f"since {words.day(row['started_on'])}" if row["started_on"] else "running total"
    return words.days(row["started_on"], row["ended_on"]) or "not known"


def evidence(row: Row, filters: Filters, label: str | None = None) -> dcc.Link:
    """Return a link to the article at the evidence."""
    title = label or row.get("title") or "the article"
    return dcc.Link(
        title, href=links.article(row["article_id"], filters, row.get("evidence_start"), row.get("evidence_end"))
    )


def source(row: Row) -> str:
    """Return who published an article and when."""
    return ", ".join(part for part in (row.get("source"), words.day(row.get("published_on"))) if part)
