"""The filter bar: native controls, and the callbacks that keep them and the URL in step.

The URL is the state. A control does not change a page; it changes the URL (`choose`, then assets/60-ledger.js, which
owns the browser's history), and whatever changes the URL sets the controls (`keep_in_step`).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, State, ctx, dcc, html, no_update

from dashboard import aria, browser, queries, visits, words
from dashboard.database import warehouse
from dashboard.errors import DashboardError
from dashboard.filters import Filters
from dashboard.queries import Question

PERIODS = {"7": "Last 7 days", "30": "Last 30 days", "90": "Last 90 days"}
SHOWN_ACTORS = 250
TYPING_MS = 500  # a date counts when nothing was typed for so long; the picker of the browser sets it at once
NAVIGATION = (
    ("/", "Overview"),
    ("/strikes", "Strikes"),
    ("/casualties", "Casualties"),
    ("/diplomacy", "Diplomacy"),
    ("/statements", "Statements"),
    ("/articles", "Articles"),
)


def layout() -> html.Div:
    """Return the controls, unset; `keep_in_step` sets them from the URL."""
    return html.Div(
        [
            html.Button("Filters", id="filters-toggle", className="btn btn-outline-secondary", **aria.EXPANDS),
            _field(
                "Period",
                "period",
                dbc.Select(id="period", options=[{"label": "All days", "value": "all"}], value="all"),
            ),
            _field("From", "since", dbc.Input(id="since", type="date", debounce=TYPING_MS)),
            _field("To", "until", dbc.Input(id="until", type="date", debounce=TYPING_MS)),
            html.Div(
                [
                    html.Span("Actors", className="form-label", id="actors-label"),
                    html.Details(
                        [
                            html.Summary("All actors", id="actors-summary", className="form-select"),
                            html.Div(
                                [
                                    dbc.Label("Find an actor", html_for="actor-search", className="visually-hidden"),
                                    dbc.Input(
                                        id="actor-search",
                                        type="search",
                                        placeholder="Find an actor",
                                        autocomplete="off",
                                    ),
                                    html.Fieldset(
                                        [
                                            html.Legend("Actors", className="visually-hidden"),
                                            dbc.Checklist(id="actors", options=[], value=[]),
                                        ]
                                    ),
                                    html.P("A state takes in its president, ministries and forces.", className="note"),
                                ],
                                className="popover-panel",
                            ),
                        ],
                        id="actors-panel",
                    ),
                ],
                className="field field-wide",
            ),
            _field(
                "Interval",
                "interval",
                dbc.Select(
                    id="interval",
                    value="auto",
                    options=[
                        {"label": "To suit", "value": "auto"},
                        {"label": "Day", "value": "day"},
                        {"label": "Week", "value": "week"},
                        {"label": "Month", "value": "month"},
                    ],
                ),
            ),
            html.Div(
                [
                    dcc.Link("Clear", href="/", id="clear", className="btn btn-outline-secondary"),
                    html.Button(
                        "Copy link", id="copy-link", className="btn btn-outline-secondary", **aria.data("copy", "link")
                    ),
                    html.Button(
                        "Copy pinned link",
                        id="copy-pinned",
                        className="btn btn-outline-secondary",
                        title="The link always shows this edition, even when the ledger has moved on",
                        **aria.data("copy", "pinned"),
                    ),
                ],
                className="field-buttons",
            ),
            html.P(id="days-shown", className="days-shown note"),
            dcc.Store(id="next-url"),
            dcc.Store(id="went"),
        ],
        id="filter-bar",
        className="filter-bar",
        role="search",
        **aria.label("Filters"),
    )


def _field(label: str, control_id: str, control: Any) -> html.Div:
    return html.Div([dbc.Label(label, html_for=control_id), control], className="field")


def period_of(filters: Filters, last: dt.date | None) -> str:
    """Return which preset the dates are, or "chosen"."""
    if filters.since is None and filters.until is None:
        return "all"
    for period in PERIODS:
        if (filters.since, filters.until) == period_days(period, last):
            return period
    year = filters.since.year if filters.since else 0
    if year and (filters.since, filters.until) == period_days(f"y{year}", last):
        return f"y{year}"
    return "chosen"


def period_days(period: str, last: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a preset; "last 7 days" are those of the data, not of the calendar."""
    if period in PERIODS and last:
        return last - dt.timedelta(days=int(period) - 1), last
    if period.startswith("y") and period[1:].isdigit():
        return dt.date(int(period[1:]), 1, 1), dt.date(int(period[1:]), 12, 31)
    return None, None


def choose(
    period: str | None,
    since: str | None,
    until: str | None,
    actors: list[str] | None,
    interval: str | None,
    search: str,
) -> Any:
    """Return the query string that the control just moved asks for, or no update where the URL already says it."""
    control = ctx.triggered_id
    current = Filters.from_query(search)
    changes: dict[str, Any] = {"page": 1}
    if control == "period" and period and period != "chosen":
        with warehouse().cursor() as cursor:
            edition = current.edition or queries.newest_edition(cursor)
            _, last = queries.data_span(cursor, Question(edition))
        changes["since"], changes["until"] = period_days(period, last)
    elif control in ("since", "until"):
        wanted = Filters.from_query(f"since={since}" if control == "since" else f"until={until}")
        changes[str(control)] = getattr(wanted, str(control))
    elif control == "actors":
        changes["actors"] = tuple(actors or ())
    elif control == "interval":
        changes["interval"] = None if interval in (None, "auto") else interval
    chosen = current.model_copy(update=changes)
    if chosen.model_copy(update={"page": current.page}) == current:
        return no_update
    if chosen.since and chosen.until and chosen.since > chosen.until:  # the other end gives way
        chosen = chosen.model_copy(update={"until" if control == "since" else "since": None})
    return {"search": chosen.to_query(), "control": control}


def keep_in_step(
    search: str | None, path: str | None, _live: Any, since: str | None, until: str | None, actors: list[str] | None
) -> tuple[Any, ...]:
    """Return what the controls and the navigation show for this URL."""
    try:
        with warehouse().cursor() as cursor:
            filters, _ = visits.read_against(cursor, search)
            edition = filters.edition or queries.newest_edition(cursor)
            first, last = queries.data_span(cursor, Question(edition))
            shown = queries.data_span(cursor, queries.settle(cursor, filters))
            choices = queries.actor_choices(cursor, edition)
    except DashboardError:
        return *[no_update] * 10, navigation(path or "/", Filters()), {"display": "none"}, "/"
    here = path or "/"
    years = range(last.year, first.year - 1, -1) if first and last else range(0)
    period = period_of(filters, last)
    periods = [{"label": "All days", "value": "all"}]
    periods += [{"label": label, "value": value} for value, label in PERIODS.items()] if last else []
    periods += [{"label": str(year), "value": f"y{year}"} for year in years]
    periods += [{"label": "Chosen days", "value": "chosen"}] if period == "chosen" else []
    listed = list(dict.fromkeys([*filters.actors, *choices["name"].head(SHOWN_ACTORS)]))
    first_day, last_day = (day.isoformat() if day else "" for day in (filters.since, filters.until))
    many = len(filters.actors)
    return (
        periods,
        period,
        no_update if first_day == (since or "") else first_day,
        no_update if last_day == (until or "") else last_day,
        [{"label": name, "value": name} for name in listed],
        no_update if list(filters.actors) == (actors or []) else list(filters.actors),
        "All actors" if not many else filters.actors[0] if many == 1 else words.count(many, "actor"),
        filters.interval or "auto",
        f"Filters: {filters.sentence()}",
        _days_shown(*shown, filters),
        navigation(here, filters),
        {} if here in dict(NAVIGATION) else {"display": "none"},
        here,
    )


def _days_shown(first: dt.date | None, last: dt.date | None, filters: Filters) -> str:
    """Say which days the choice comes to: those on which something happened or was said."""
    if first is None or last is None:
        return "Nothing is told of this choice."
    # The chosen days cut an event that reaches beyond them.
    first, last = max(first, filters.since or first), min(last, filters.until or last)
    of_whom = f" of {words.listing(list(filters.actors), 'or')}" if filters.actors else ""
    return f"Days told{of_whom}: {words.days(first, last)}"


def navigation(path: str, filters: Filters) -> list[Any]:
    """Return the links between the pages, each carrying the choice along."""
    return [
        dcc.Link(
            [label, html.Span(" (this page)", className="visually-hidden")] if address == path else label,
            href=address + filters.for_links(),
            className="nav-link active" if address == path else "nav-link",
        )
        for address, label in NAVIGATION
    ]


def register(app: Dash) -> None:
    """Add the callbacks of the filter bar to the app."""
    app.callback(
        Output("next-url", "data"),
        Input("period", "value"),
        Input("since", "value"),
        Input("until", "value"),
        Input("actors", "value"),
        Input("interval", "value"),
        State("url", "search"),
        prevent_initial_call=True,
    )(choose)
    app.callback(
        Output("period", "options"),
        Output("period", "value"),
        Output("since", "value"),
        Output("until", "value"),
        Output("actors", "options"),
        Output("actors", "value"),
        Output("actors-summary", "children"),
        Output("interval", "value"),
        Output("filters-toggle", "children"),
        Output("days-shown", "children"),
        Output("navigation", "children"),
        Output("filter-bar", "style"),
        Output("clear", "href"),
        Input("url", "search"),
        Input("url", "pathname"),
        Input("live", "data"),
        State("since", "value"),
        State("until", "value"),
        State("actors", "value"),
    )(keep_in_step)
    browser.call(app, "go", Output("went", "data"), Input("next-url", "data"))
