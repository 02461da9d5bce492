"""A visit to a page: the address read, the warehouse asked once, the page's body built; or a notice in its place."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import duckdb
from dash import html

from dashboard import aria, queries, sections
from dashboard.database import warehouse
from dashboard.errors import DashboardError, WarehouseError
from dashboard.filters import Filters, read_query
from dashboard.queries import Question

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page's body is built from."""

    path: str
    search: str
    filters: Filters
    question: Question
    cursor: duckdb.DuckDBPyConnection
    facts: dict[str, Any]  # of the edition shown, see queries.edition_facts


Body = Callable[[Visit], list[Any]]


def show(body: Body, path: str, search: str | None) -> html.Div:
    """Return a page: notices, the banner of a past edition, and the body; on an error, what went wrong in words."""
    try:
        with warehouse().cursor() as cursor:
            filters, problems = read_against(cursor, search)
            question = queries.settle(cursor, filters)
            facts = queries.edition_facts(cursor, question.edition)
            if not facts:
                raise WarehouseError("The warehouse has no edition yet. Load articles: python -m etl load FOLDER")
            visit = Visit(path, search or "", filters, question, cursor, facts)
            return html.Div(
                [
                    sections.part(
                        "said-first",
                        [
                            sections.notices(problems),
                            sections.edition_banner(facts, filters),
                            html.Div(**aria.data("edition", str(question.edition))),  # for the pinned link
                        ],
                    ),
                    *body(visit),
                ]
            )
    except DashboardError as error:
        return failed(str(error))
    except duckdb.Error:
        LOG.exception("a query of %s failed", path)
        return failed("The warehouse could not answer. The log of the server says why.")


def failed(reason: str) -> html.Div:
    """Return a page that says why there is nothing else on it."""
    return html.Div([html.H1("Nothing to show"), html.P(reason, className="empty")])


def read_against(cursor: duckdb.DuckDBPyConnection, search: str | None) -> tuple[Filters, tuple[str, ...]]:
    """Return the filters of a query string, held against the warehouse, and a line for each that it cannot meet.

    An edition that is not there becomes the current one; actors of whom no edition tells are left out.
    """
    filters, problems = read_query(search)
    newest = queries.newest_edition(cursor)
    lines = list(problems)
    if filters.edition and filters.edition > newest:
        lines.append(f"edition={filters.edition} is not there; the newest is {newest}, and is shown.")
        filters = filters.model_copy(update={"edition": None})
    elif filters.edition and not queries.edition_facts(cursor, filters.edition):
        lines.append(f"edition={filters.edition} is not kept any more; the newest is {newest}, and is shown.")
        filters = filters.model_copy(update={"edition": None})
    if filters.actors:
        heard_of = set(queries.actor_choices(cursor, filters.edition or newest)["name"])
        for name in filters.actors:
            if name not in heard_of:
                lines.append(f"actor={name[:60]} is nobody of whom this edition tells; left out.")
        filters = filters.model_copy(update={"actors": tuple(name for name in filters.actors if name in heard_of)})
    return filters, tuple(lines)
