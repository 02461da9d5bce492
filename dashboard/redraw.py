"""Redrawing an open page when the edition moves: its figures and changing parts are updated where they stand.

Laying the page out anew would lose the reader's zoom and place. What changes with the data is therefore either a
chart, `{"type": "chart", "name": …}`, or inside a `sections.part`, `{"type": "part", "name": …}`. If the new edition
has other charts or parts than the page shows (an event has its first claim), the page is laid out anew after all.

A dcc.Graph writes the reader's zoom into its own figure, out of the reach of Plotly's uirevision. The new figures
therefore go through the browser (`keepZoom` in assets/60-ledger.js), which carries the zoom over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import ALL, Dash, Input, Output, State, no_update
from dash.development.base_component import Component

from dashboard import browser
from dashboard.pages import registry

Ids = list[dict[str, str]]


def changed(_token: str | None, charts: Ids, parts: Ids, path: str, search: str) -> tuple[Any, ...]:
    """Return the figures and parts of the page at this address in the current edition, and all of it if need be.

    `charts` and `parts` are the ids of what the page shows; figures with their heights, and parts, come back in their
    order.
    """
    layout = registry.layout(path, search)
    found = {(each["id"]["type"], each["id"]["name"]): each for each in map(_properties, _named(layout))}
    drawn = [found.get(("chart", each["name"])) for each in charts]
    stretches = [found.get(("part", each["name"])) for each in parts]
    if None in drawn or None in stretches or len(found) != len(charts) + len(parts):
        return no_update, [no_update] * len(charts), [no_update] * len(parts), layout
    return (
        [each["figure"] for each in drawn if each],
        [each["style"] for each in drawn if each],
        [each["children"] for each in stretches if each],
        no_update,
    )


def _named(component: Any) -> Iterator[Component]:
    """Yield the charts and parts in a tree of components; parts hold no charts."""
    if isinstance(component, list | tuple):
        for child in component:
            yield from _named(child)
    elif isinstance(component, Component):
        if isinstance(getattr(component, "id", None), dict):
            yield component
        else:
            yield from _named(getattr(component, "children", None))


def _properties(component: Component) -> dict[str, Any]:
    found: dict[str, Any] = component.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    return found


def register(app: Dash) -> None:
    """Add the callback that listens to the edition's token."""
    app.callback(
        Output("redrawn", "data"),
        Output({"type": "chart", "name": ALL}, "style"),
        Output({"type": "part", "name": ALL}, "children"),
        Output("_pages_content", "children", allow_duplicate=True),
        Input("live", "data"),
        State({"type": "chart", "name": ALL}, "id"),
        State({"type": "part", "name": ALL}, "id"),
        State("url", "pathname"),
        State("url", "search"),
        prevent_initial_call=True,
    )(changed)
    browser.call(
        app,
        "keepZoom",
        Output({"type": "chart", "name": ALL}, "figure"),
        Input("redrawn", "data"),
        State({"type": "chart", "name": ALL}, "figure"),
    )
