"""The ministries and forces that a state has, by what they are called without its name: "its air force"."""

from __future__ import annotations

import re
from functools import cache

from etl import reference

_WHOSE = re.compile(r"^(?:(?:the|its|their|his) )?(?:(?:own|country's|nation's|state's) )?")


def kind_of_body(role: str) -> str | None:
    """Return which kind of ministry or force of a state, as roles.toml calls it, a role without a state means."""
    return _kinds().get(_WHOSE.sub("", role.lower().replace("’", "'")))


def body_of(country: str, role: str) -> str | None:
    """Return the name of a state's ministry or force, None where the reference data do not have it.

    >>> body_of("UA", "its Air Force"), body_of("UA", "its neighbours")
    ('Ukrainian Air Force', None)
    """
    kind = kind_of_body(role)
    return reference.bodies().get((country, kind)) if kind is not None else None


@cache
def _kinds() -> dict[str, str]:
    return {
        noun.lower(): key
        for key, body in reference.roles().bodies.items()
        if body.scope == "state" and not body.local and body.kind in ("ministry", "armed_force")
        for noun in body.nouns
    }
