"""One article: its text with the evidence marked at its offsets, and beside it what was read there."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs

import pandas as pd
from dash import dcc, html

from dashboard import aria, frames, links, queries, sections, words
from dashboard.errors import NotInLedgerError
from dashboard.filters import Filters
from dashboard.visits import Visit

Span = tuple[int, int]


def body(visit: Visit, article_id: str) -> list[Any]:
    """Return the article's page; the evidence that `at=START-END` asks for stands out and is scrolled to.

    Raises:
        NotInLedgerError: the edition does not have the article.
    """
    found = queries.article(visit.cursor, visit.question.edition, article_id)
    if not found:
        raise NotInLedgerError("This edition has no such article.")
    records = queries.article_records(visit.cursor, visit.question.edition, article_id)
    issues = queries.article_issues(visit.cursor, visit.question.edition, article_id)
    text = str(found["text"])
    chosen, problem = asked_span(visit.search, len(text))
    url = links.external(found["url"])
    facts = [found["source"], words.day(found["published_on"]) or "day of publication not known"]
    return [
        html.P(dcc.Link("← All articles", href=f"/articles{visit.filters.for_links()}"), className="back"),
        sections.part(
            "article",
            [
                html.H1(found["title"]),
                html.P(
                    [
                        ", ".join(str(fact) for fact in facts if words.known(fact)),
                        f", {words.count(found['words'], 'word')}. ",
                        html.A("Read it at its source", href=url, rel="noopener noreferrer nofollow") if url else None,
                    ],
                    className="lede",
                ),
                html.P(problem, className="notice") if problem else None,
                html.Div(
                    [
                        html.Div(marked(text, _spans(records), chosen), className="article-text"),
                        html.Aside(
                            [_found(records, chosen, article_id, visit.filters), _unsettled(issues)],
                            className="records",
                            **aria.label("What was read in this article"),
                        ),
                    ],
                    className="article-columns",
                ),
            ],
        ),
    ]


def asked_span(search: str, length: int) -> tuple[Span | None, str]:
    """Return the offsets that `at=START-END` asks for, and a line where it makes no sense for a text of this length."""
    values = parse_qs(search.removeprefix("?")).get("at", [])
    if not values:
        return None, ""
    match = re.fullmatch(r"(\d{1,9})-(\d{1,9})", values[-1], re.ASCII)
    span = (int(match[1]), int(match[2])) if match else (0, 0)
    if not span[0] < span[1] <= length:
        return None, "The address names no stretch of this text (at=START-END); the article is shown unmarked."
    return span, ""


def marked(text: str, spans: list[Span], chosen: Span | None) -> list[Any]:
    """Return the text with its evidence marked, in paragraphs; all of it as text, never as markup.

    Each stretch between two borders is marked if a span covers it, and stands out if the chosen one does.
    """
    borders = sorted({0, len(text), *(edge for span in [*spans, *([chosen] if chosen else [])] for edge in span)})
    pieces: list[Any] = []
    for start, end in pairwise(borders):
        stretch = text[start:end]
        if chosen and chosen[0] <= start and end <= chosen[1]:
            # The first piece of the chosen evidence is what the page scrolls to.
            target: dict[str, Any] = {"id": "evidence", "tabIndex": -1} if start == chosen[0] else {}
            pieces.append(html.Mark(stretch, className="chosen", **target))
        elif any(span[0] <= start and end <= span[1] for span in spans):
            pieces.append(html.Mark(stretch))
        else:
            pieces.append(stretch)
    return pieces


def _spans(records: pd.DataFrame) -> list[Span]:
    placed = records.dropna(subset=["evidence_start", "evidence_end"])
    pairs = zip(placed["evidence_start"], placed["evidence_end"], strict=True)
    return sorted({(int(start), int(end)) for start, end in pairs})


def _found(records: pd.DataFrame, chosen: Span | None, article_id: str, filters: Filters) -> html.Div:
    if records.empty:
        return html.Div([html.H2("What was read"), html.P("Nothing: no rule found anything in this text.")])
    items = []
    for row in frames.records(records):
        here = chosen is not None and (row["evidence_start"], row["evidence_end"]) == chosen
        at = links.article(article_id, filters, row["evidence_start"], row["evidence_end"])
        items.append(
            html.Li(
                [
                    dcc.Link(_kind(row), href=at, className="tag tag-link"),
                    " ",
                    html.Span(describe(row)),
                    _event_link(row, filters),
                ],
                className="record chosen" if here else "record",
            )
        )
    return html.Div([html.H2("What was read"), html.Ol(items, className="record-list")])


def _kind(row: dict[str, Any]) -> str:
    if row["record"] == "event":
        return words.KINDS.get(row["what"], "Event")
    return "Statement" if row["record"] == "quote" else words.MEASURES.get(row["measure"], "Figure")


def describe(row: dict[str, Any]) -> str:
    """Return what a record says, in a line."""
    when = words.days(row["first_day"], row["last_day"])
    if row["record"] == "quote":
        text = row["what"] if len(row["what"]) <= 160 else row["what"][:159] + "…"
        return f"{row['who'] or 'Somebody not named'}: “{text}”" + (f", {when}" if when else "")
    if row["record"] == "figure":
        parts = [words.claim(row["low"], row["high"], row["qualifier"]), row["what"], row["how"]]
        said = " ".join(str(part) for part in parts if part)
        tail = [row["place"], when, f"according to {row['who']}" if row["who"] else None]
        return ", ".join([said, *(part for part in tail if part)])
    return ", ".join(part for part in (row["place"], when, row["who"], row["how"]) if part)


def _event_link(row: dict[str, Any], filters: Filters) -> Any:
    if not row["event_id"]:
        return None
    return html.Span([" ", dcc.Link("Event", href=links.event(row["event_id"], filters))])


def _unsettled(issues: pd.DataFrame) -> html.Details | None:
    if issues.empty:
        return None
    items = [html.Li([html.Q(row["text"]), f" {row['reason']}"]) for row in frames.records(issues)]
    return html.Details(
        [html.Summary(f"{words.count(len(items), 'thing')} met and not settled"), html.Ul(items)], className="unsettled"
    )
