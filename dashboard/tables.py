"""Tables of plain HTML: sorted and paged by links, so that their state is in the address like everything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from dash import dcc, html

from dashboard import aria, frames, words
from dashboard.filters import Filters
from dashboard.frames import Row

PER_PAGE = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what a cell shows, and by which column of the frame its header sorts (None: it does not).

    A minor column is left out on narrow screens, where a row is a block of its cells.
    """

    label: str
    cell: Callable[[Row], Any]
    sort: str | None = None
    numeric: bool = False
    minor: bool = False

    @property
    def css(self) -> str | None:
        """The classes of its cells."""
        return " ".join(name for name, has in (("number", self.numeric), ("minor", self.minor)) if has) or None


def ordered(frame: pd.DataFrame, columns: Sequence[Column], filters: Filters) -> pd.DataFrame:
    """Return the frame in the order that `filters.sort` asks for; as it came where it asks for no column shown."""
    name = (filters.sort or "").removeprefix("-")
    if name not in {column.sort for column in columns} or name not in frame:
        return frame
    descending = (filters.sort or "").startswith("-")
    return frame.sort_values(name, ascending=not descending, kind="stable", na_position="last")


def table(
    frame: pd.DataFrame, columns: Sequence[Column], filters: Filters, *, caption: str, paged: bool = True
) -> html.Div:
    """Return a page of the frame's rows as an HTML table with a caption; a sentence where there are none."""
    if frame.empty:
        return html.Div("No rows. Widen the dates or choose other actors.", className="empty")
    rows = ordered(frame, columns, filters)
    pages = -(-len(rows) // PER_PAGE) if paged else 1
    page = min(filters.page, pages)
    shown = rows.iloc[(page - 1) * PER_PAGE : page * PER_PAGE] if paged else rows
    return html.Div(
        [
            html.Div(
                html.Table(
                    [
                        html.Caption(caption, className="visually-hidden"),
                        html.Thead(html.Tr([_header(column, filters) for column in columns])),
                        html.Tbody([_row(record, columns) for record in frames.records(shown)]),
                    ],
                    className="ledger-table",
                ),
                className="table-scroll",
                tabIndex=0,
                role="region",
                **aria.label(f"{caption}: table"),
            ),
            _pager(page, pages, len(rows), filters) if paged else None,
        ]
    )


def _row(record: Row, columns: Sequence[Column]) -> html.Tr:
    return html.Tr(
        [
            html.Td(
                html.Div(column.cell(record)),
                className=column.css,
                **aria.data("label", column.label),
            )
            for column in columns
        ]
    )


def _header(column: Column, filters: Filters) -> html.Th:
    if column.sort is None:
        return html.Th(column.label, scope="col", className=column.css)
    direction = {column.sort: "ascending", f"-{column.sort}": "descending"}.get(filters.sort or "")
    first = f"-{column.sort}" if column.numeric else column.sort
    second = column.sort if column.numeric else f"-{column.sort}"
    target = filters.to_query(sort=second if filters.sort == first else first, page=1)
    arrow = {"ascending": " ↑", "descending": " ↓"}.get(direction or "", "")
    link = dcc.Link([column.label, html.Span(arrow, **aria.HIDDEN)], href=target or "?", className="sort")
    return html.Th(link, scope="col", className=column.css, **(aria.sorted_as(direction) if direction else {}))


def _pager(page: int, pages: int, rows: int, filters: Filters) -> html.Nav | html.P:
    if pages <= 1:
        return html.P(words.count(rows, "row"), className="pager-note")
    links = [
        dcc.Link(label, href=filters.to_query(page=target) or "?", className="btn btn-sm btn-outline-secondary")
        if 1 <= target <= pages
        else html.Span(label, className="btn btn-sm btn-outline-secondary disabled", **aria.DISABLED)
        for label, target in (("Previous", page - 1), ("Next", page + 1))
    ]
    where = html.Span(f"Page {words.number(page)} of {words.number(pages)}, {words.count(rows, 'row')}")
    return html.Nav([links[0], where, links[1]], className="pager", **aria.label("Pages of the table"))
