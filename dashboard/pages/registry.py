"""All pages by name: path, title, body."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import dash
import duckdb
from dash import html

from dashboard import queries, visits
from dashboard.database import warehouse
from dashboard.errors import DashboardError
from dashboard.pages import article, articles, casualties, diplomacy, event, overview, statements, strikes
from dashboard.visits import Visit

LISTED: tuple[tuple[str, str, Callable[[Visit], list[Any]]], ...] = (
    ("/", "Overview", overview.body),
    ("/strikes", "Strikes", strikes.body),
    ("/casualties", "Casualties", casualties.body),
    ("/diplomacy", "Diplomacy", diplomacy.body),
    ("/statements", "Statements", statements.body),
    ("/articles", "Articles", articles.body),
)
ONE_OF: tuple[tuple[str, str, str, Callable[[Visit, str], list[Any]], queries.Named], ...] = (
    ("/event/", "event_id", "Event", event.body, queries.event_name),
    ("/article/", "article_id", "Article", article.body, queries.article_name),
)
LONGEST_ID = 80
SITE = " · Conflict Ledger"


def register() -> None:
    """Name the pages to Dash. The router hands every layout the address as it stands (see `app.create_app`)."""
    for path, title, body in LISTED:
        _register(title, partial(_listed, body), path=path)
    for prefix, variable, title, one_body, named in ONE_OF:
        tab = partial(_tab, title, named)
        _register(title, partial(_one_of, one_body, prefix), tab, path_template=f"{prefix}<{variable}>")
    _register("Not found", _missing, path="/not-found", module="not_found_404")


def _register(
    title: str,
    layout: Callable[..., html.Div],
    tab: Callable[..., str] | None = None,
    *,
    module: str = "",
    **where: str,
) -> None:
    name = f"dashboard.pages.{module or title.lower()}"
    shown = tab or f"{title}{SITE}"
    dash.register_page(name, name=title, title=shown, layout=layout, **where)  # type: ignore[no-untyped-call]


def _tab(title: str, named: queries.Named, **variables: str) -> str:
    """Return what the browser's tab says of one event or article; its kind where it has no name."""
    asked = "".join(variables.values())[:LONGEST_ID]
    try:
        with warehouse().cursor() as cursor:
            return f"{named(cursor, asked) or title}{SITE}"
    except (DashboardError, duckdb.Error):  # the page itself says what is wrong
        return f"{title}{SITE}"


def layout(path: str, search: str) -> html.Div:
    """Return the page at an address, laid out."""
    for listed, _, body in LISTED:
        if path == listed:
            return _listed(body, path, search)
    for prefix, _, _, one_body, _ in ONE_OF:
        if path.startswith(prefix):
            return _one_of(one_body, prefix, path, search)
    return _missing()


def is_page(path: str) -> bool:
    """Tell whether a path is one of a page; whether its event or article exists only the warehouse knows."""
    return path in {listed for listed, _, _ in LISTED} or _id_in(path) is not None


def _id_in(path: str) -> str | None:
    for prefix, *_ in ONE_OF:
        found = path.removeprefix(prefix)
        if found != path and found and "/" not in found and len(found) <= LONGEST_ID:
            return found
    return None


def _listed(body: Callable[[Visit], list[Any]], path: str = "/", search: str = "", **_: Any) -> html.Div:
    return visits.show(body, path, search)


def _one_of(
    body: Callable[[Visit, str], list[Any]], prefix: str, path: str = "/", search: str = "", **_: Any
) -> html.Div:
    found = _id_in(path)
    if found is None:
        return _missing()
    return visits.show(lambda visit: body(visit, found), prefix, search)


def _missing(**_: Any) -> html.Div:
    return visits.failed("There is no page at this address. The links above lead to those that there are.")
