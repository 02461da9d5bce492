"""Attributes with a hyphen, as keyword arguments for Dash's HTML components."""

from __future__ import annotations

from typing import Any


def label(text: str) -> dict[str, Any]:
    """Return the attribute that names an element for those who do not see it."""
    return {"aria-label": text}


def labelled_by(element_id: str) -> dict[str, Any]:
    """Return the attribute that names an element by another's text."""
    return {"aria-labelledby": element_id}


def data(name: str, value: str) -> dict[str, Any]:
    """Return a data attribute, for the page's own script and style."""
    return {f"data-{name}": value}


def sorted_as(direction: str) -> dict[str, Any]:
    """Return the attribute of a header whose column the table is sorted by: ascending or descending."""
    return {"aria-sort": direction}


HIDDEN: dict[str, Any] = {"aria-hidden": "true"}
DISABLED: dict[str, Any] = {"aria-disabled": "true"}
EXPANDS: dict[str, Any] = {"aria-expanded": "false"}
