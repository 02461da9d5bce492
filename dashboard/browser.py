"""Callbacks that run in the browser: the functions of assets/60-ledger.js."""

from __future__ import annotations

from dash import ClientsideFunction, Dash
from dash.dependencies import DashDependency


def call(app: Dash, function: str, *dependencies: DashDependency) -> None:
    """Register a function of the browser's `ledger` namespace with its output, inputs and states."""
    reference = ClientsideFunction("ledger", function)
    app.clientside_callback(reference, *dependencies, prevent_initial_call=True)  # type: ignore[no-untyped-call]
