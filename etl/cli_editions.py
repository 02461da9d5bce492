"""The commands that ask the warehouse: what it holds, what parts its editions, and what goes out of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from etl.cli_options import AsJson, Edition, WarehouseFolder, settings_of, writing
from etl.export.formats import Format, Shape
from etl.terminal import print_json, print_line, print_table, say, watched


def status(warehouse: WarehouseFolder = None, as_json: AsJson = False) -> None:
    """Show what the warehouse holds."""
    from etl.warehouse.contents import summary

    found = summary(settings_of(warehouse=warehouse).warehouse)
    if as_json:
        print_json(found)
    else:
        print_table(("what", "value"), found.items())


def editions(warehouse: WarehouseFolder = None, as_json: AsJson = False) -> None:
    """List the editions, oldest first."""
    from etl.warehouse.contents import edition_rows

    found = edition_rows(settings_of(warehouse=warehouse).warehouse)
    if as_json:
        print_json(found)
    else:
        print_table(found[0], (row.values() for row in found))


def export(
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to.")] = Path("export"),
    form: Annotated[Format, typer.Option("--format", help="The format of the tables.")] = Format.PARQUET,
    tables: Annotated[list[str] | None, typer.Option(metavar="TABLE", help="Only this table; may be repeated.")] = None,
    shape: Annotated[Shape | None, typer.Option(help="Events in a shape of the trade, with a metadata.json.")] = None,
    records: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Instead, every record with its event_id, as JSON Lines.")
    ] = None,
    edition: Edition = None,
    warehouse: WarehouseFolder = None,
) -> None:
    """Write what an edition shows: its tables, its events in a shape of the trade, or its records."""
    from etl.export.records import exported_records
    from etl.export.tables import export_tables
    from etl.export.trade import export_shape
    from etl.warehouse.editions import opened, shown_edition

    with opened(settings_of(warehouse=warehouse).warehouse) as connection:
        shown = shown_edition(connection, edition)
        if records is not None:
            with writing(records) as file:
                for record in watched(exported_records(connection, shown), "writing"):
                    file.write(json.dumps(record, ensure_ascii=False) + "\n")
            written = [records]
        elif shape is not None:
            written = export_shape(connection, out, shape, shown)
        else:
            written = export_tables(connection, out, form, shown, tables or ())
    say(f"edition {shown}: {', '.join(map(str, written))}")


def diff(
    before: Annotated[int, typer.Argument(metavar="A", help="The older edition.")],
    after: Annotated[int, typer.Argument(metavar="B", help="The newer edition.")],
    warehouse: WarehouseFolder = None,
    as_json: AsJson = False,
) -> None:
    """Say what came, went and changed between two editions."""
    from etl.warehouse.difference import difference
    from etl.warehouse.editions import opened, shown_edition

    if before >= after:
        raise typer.BadParameter(f"{before} is not older than {after}")
    with opened(settings_of(warehouse=warehouse).warehouse) as connection:
        found = difference(connection, shown_edition(connection, before), shown_edition(connection, after))
    if as_json:
        print_json(asdict(found))
        return
    for moved in (*found.articles, *found.events):
        print_line(f"{moved.change:<8}{moved.id}  {moved.title}")
        for words in moved.words:
            print_line(f"{'':<10}{words}")


def compact(
    keep: Annotated[int, typer.Option(min=1, help="How many of the newest editions can still be shown.")],
    warehouse: WarehouseFolder = None,
) -> None:
    """Let go of the rows that only older editions showed."""
    from etl.warehouse.compact import compact as compacted

    settings = settings_of(warehouse=warehouse)
    done = compacted(settings.warehouse, keep=keep, kept_files=settings.kept_files)
    say(
        f"{done.before / 1e6:,.1f} MB before, {done.after / 1e6:,.1f} MB after; the oldest edition is now {done.oldest}"
    )
