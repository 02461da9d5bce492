"""The app: `create_app` makes it, `create_server` is what gunicorn calls. Importing this opens nothing."""

from __future__ import annotations

from typing import Any

import dash
from dash import Dash, Input, Output, State, dcc, html
from flask import Flask

from dashboard import api, aria, browser, embeds, filter_bar, live, redraw, security
from dashboard.database import EXTENSION, Warehouse
from dashboard.pages import registry
from dashboard.settings import Settings, assets_folder

INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{%title%}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script src="/assets/head/theme.js"></script>
{%css%}
</head>
<body>
<a class="skip-link" href="#content">Skip to the content</a>
{%app_entry%}
<noscript><p class="empty">This dashboard needs JavaScript; the data behind it does not: see /api/.</p></noscript>
<footer hidden>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>"""


class _Ledger(Dash):
    """Dash, without telling its visitors which versions it runs on."""

    def interpolate_index(self, *, config: str = "", **parts: Any) -> str:  # type: ignore[override]  # all by keyword
        return str(super().interpolate_index(config=security.without_versions(config), **parts))  # type: ignore[no-untyped-call]


def create_app(settings: Settings | None = None) -> Dash:
    """Return the app for these settings. The warehouse is not opened before the first request."""
    settings = settings or Settings()
    server = Flask("dashboard")
    warehouse = Warehouse(settings.warehouse)
    server.extensions[EXTENSION] = warehouse
    app = _Ledger(
        "dashboard",
        server=server,  # type: ignore[arg-type]  # Dash takes a Flask, its annotation does not say so
        use_pages=True,
        pages_folder="",
        assets_folder=str(assets_folder().resolve()),
        assets_path_ignore=[r"^head"],
        index_string=INDEX,
        title="Conflict Ledger",
        update_title="",
        compress=True,
        suppress_callback_exceptions=True,
        serve_locally=True,
        # The router hands layouts the address whole: a query that names a layout's parameter does not reach it.
        routing_callback_inputs={
            "path": State("url", "pathname"),
            "search": State("url", "search"),
        },
    )
    registry.register()
    app.layout = lambda: _shell(warehouse, settings)
    filter_bar.register(app)
    live.register(app, server, warehouse)
    redraw.register(app)
    browser.call(app, "open", Output("opened", "data"), Input({"type": "chart", "name": dash.ALL}, "clickData"))
    server.register_blueprint(api.blueprint)
    server.register_blueprint(embeds.blueprint)
    security.protect(app, server, settings.embed_hosts)
    return app


def create_server() -> Flask:
    """Return the WSGI application for gunicorn, with settings from the environment."""
    server: Flask = create_app().server
    return server


def _shell(warehouse: Warehouse, settings: Settings) -> html.Div:
    """Return what stands around every page."""
    return html.Div(
        [
            dcc.Location(id="url", refresh=False),
            live.parts(warehouse, settings.poll_seconds),
            dcc.Store(id="opened"),
            dcc.Store(id="redrawn"),
            html.Header(
                html.Div(
                    [
                        dcc.Link([html.Span("Conflict"), " ", html.Span("Ledger")], href="/", className="brand"),
                        html.Nav(id="navigation", className="navigation", **aria.label("Pages")),
                        html.Button(
                            html.Span("Light or dark", className="visually-hidden"),
                            id="theme-toggle",
                            className="theme-toggle",
                            title="Light or dark",
                            **aria.data("theme-toggle", "true"),
                        ),
                    ],
                    className="page-width header-row",
                ),
                className="site-header",
            ),
            html.Main(
                [filter_bar.layout(), dash.page_container],
                id="content",
                className="page-width",
                tabIndex=-1,
            ),
            html.Footer(
                html.Div(
                    [
                        html.P(
                            "Conflict Ledger counts what articles report. A figure is somebody’s claim; the sentence "
                            "that it stands on is one click away."
                        ),
                        html.P("", id="announcer", className="visually-hidden", role="status"),
                    ],
                    className="page-width",
                ),
                className="site-footer",
            ),
        ]
    )
