"""The command that checks the corrections of analysts and applies them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from etl.cli_options import AsJson, WarehouseFolder, settings_of
from etl.settings import Settings
from etl.terminal import print_json, print_table, say

_Corrections = Annotated[
    Path | None, typer.Option(metavar="DIR", help="The folder of corrections; data/corrections if not named.")
]


def correct(
    check: Annotated[bool, typer.Option("--check", help="Only say what would come of them; publish nothing.")] = False,
    corrections: _Corrections = None,
    warehouse: WarehouseFolder = None,
    as_json: AsJson = False,
) -> None:
    """Check the corrections made by hand, apply them, and say what came of each; 3 if one did not apply."""
    from etl import pipeline
    from etl.resolve.amendments import APPLIED

    settings = settings_of(warehouse=warehouse, corrections=corrections)
    if check:
        found = pipeline.tried_corrections(settings)
    else:
        loaded = pipeline.load([], settings)
        say(f"edition {loaded.edition} {'published' if loaded.published else 'stands: nothing changed'}")
        found = pipeline.corrections_shown(settings)
    if as_json:
        print_json(found)
    elif found:
        print_table(found[0], (row.values() for row in found))
    else:
        say(f"no corrections in {settings.corrections}")
    if any(row["outcome"] != APPLIED for row in found):
        raise typer.Exit(3)


def tell_unapplied(settings: Settings) -> None:
    """Say which corrections of the current edition did not apply, and what was found."""
    from etl import pipeline
    from etl.resolve.amendments import APPLIED

    for row in pipeline.corrections_shown(settings):
        if row["outcome"] != APPLIED:
            say(f"{row['file']}: {row['action']} of {row['target']} was not applied: {row['outcome']}")
