"""How an open page learns of a new edition: it asks for a tiny token, and redraws when the token has changed."""

from __future__ import annotations

from dash import Dash, Input, Output, State, dcc, html
from flask import Flask, Response, jsonify

from dashboard import browser, queries
from dashboard.database import Warehouse
from dashboard.errors import WarehouseError


def parts(warehouse: Warehouse, poll_seconds: float) -> html.Div:
    """Return the clock and the token that the page was drawn with; the pages' router listens to the token."""
    try:
        token = warehouse.token()
    except WarehouseError:
        token = ""
    return html.Div([dcc.Store(id="live", data=token), dcc.Interval(id="clock", interval=poll_seconds * 1000)])


def register(app: Dash, server: Flask, warehouse: Warehouse) -> None:
    """Add the poll of open pages, the token's route and the health of the service."""
    browser.call(app, "poll", Output("live", "data"), Input("clock", "n_intervals"), State("live", "data"))

    @server.get("/api/edition")
    def edition() -> Response:
        """Return the token of the current edition; it changes whenever one is published."""
        response = jsonify(token=_token(warehouse))
        response.headers["Cache-Control"] = "no-store"
        return response

    @server.get("/health")
    def health() -> tuple[Response, int]:
        """Return the edition that this process serves; 503 where there is none."""
        try:
            with warehouse.cursor() as cursor:
                return jsonify(status="ok", edition=queries.newest_edition(cursor)), 200
        except WarehouseError as error:
            return jsonify(status="no warehouse", reason=str(error)), 503


def _token(warehouse: Warehouse) -> str:
    try:
        return warehouse.token()
    except WarehouseError:
        return ""
