"""The commands of `python -m etl`: they read settings, call the pipeline and print.

Data goes to standard output, talk to standard error. Exit codes: 0 done; 1 nothing could be done; 2 the command was
typed wrongly; 3 some inputs could not be read, the rest was done.

What only some commands need is imported inside them: `--help`, `status` and completion answer in half the time
without pandas and the reference data.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeVar

import typer
from typer.core import TyperGroup

from etl.errors import EtlError
from etl.export.formats import Format, Shape
from etl.settings import Settings, bundled_articles
from etl.terminal import (
    complain,
    print_json,
    print_line,
    print_rich,
    print_table,
    say,
    say_if_watched,
    watched,
    watching,
)

if TYPE_CHECKING:
    from etl.records import Extraction
    from etl.sources.reader import SourceFault

_ItemT = TypeVar("_ItemT")


class Exit(IntEnum):
    """What the exit codes mean."""

    DONE = 0
    FAILED = 1
    IN_PART = 3


class _Commands(TyperGroup):
    """Turns an expected error into one clear line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except EtlError as error:
            complain(str(error))
            raise typer.Exit(Exit.FAILED) from error


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="News in, a warehouse of events, figures and statements out. "
    "Exit codes: 0 done, 1 nothing could be done, 2 typed wrongly, 3 some inputs could not be read.",
)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text} is not a day; write it YYYY-MM-DD") from error


Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH...", help="Articles, record files or folders; - for standard input."),
]
Published = Annotated[
    dt.date | None,
    typer.Option(parser=_day, metavar="DAY", help="The day of publication of articles that do not say theirs."),
]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that extract.")]
WarehouseFolder = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="The warehouse's folder; data/warehouse if not named."),
]
Edition = Annotated[int | None, typer.Option(metavar="N", help="The edition to show; the newest if not named.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, for scripts.")]


@app.command()
def extract(
    paths: Paths,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where to write the records; - for standard output.")],
    published: Published = None,
    workers: Workers = None,
) -> None:
    """Write the records of articles as JSON Lines; needs no warehouse."""
    from etl.records import to_json

    faults: list[SourceFault] = []
    settings = _settings(workers=workers)
    written = 0
    with _writing(out) as file:
        for extraction in _read(paths or [], published, settings, faults):
            for record in (extraction.article, *extraction.records):
                file.write(json.dumps(to_json(record), ensure_ascii=False) + "\n")
            written += 1
    say(f"{written} articles read")
    _leave(faults, written)


@app.command()
def load(
    paths: Paths = None,
    bundled: Annotated[
        bool, typer.Option("--bundled", help="Load the sample briefs that come with the program.")
    ] = False,
    published: Published = None,
    workers: Workers = None,
    anew: Annotated[bool, typer.Option("--anew", help="Resolve all events again, not only those touched.")] = False,
    warehouse: WarehouseFolder = None,
    as_json: AsJson = False,
) -> None:
    """Read articles or record files into the warehouse and publish an edition if anything changed."""
    from etl import pipeline

    faults: list[SourceFault] = []
    settings = _settings(workers=workers, warehouse=warehouse)
    sources = [*(paths or []), *([bundled_articles()] if bundled else [])]
    if not sources:
        raise typer.BadParameter("name the articles to load, or --bundled")
    extractions = _read(sources, published, settings, faults)
    loaded = pipeline.load(extractions, settings, anew=anew, on_stage=say_if_watched)
    changes = {table: asdict(change) for table, change in loaded.changes.items()}
    if as_json:
        print_json(
            {
                "edition": loaded.edition,
                "published": loaded.published,
                "articles": loaded.articles,
                "changes": changes,
                "faults": [asdict(fault) for fault in faults],
            }
        )
    elif loaded.published:
        told = ", ".join(f"{table} +{change['came']} -{change['gone']}" for table, change in changes.items())
        say(f"edition {loaded.edition} published in {settings.warehouse}: {told}")
    else:
        say(f"nothing changed; the edition is still {loaded.edition}")
    _leave(faults, loaded.articles)


@app.command()
def status(warehouse: WarehouseFolder = None, as_json: AsJson = False) -> None:
    """Show what the warehouse holds."""
    from etl.warehouse.contents import summary

    found = summary(_settings(warehouse=warehouse).warehouse)
    if as_json:
        print_json(found)
    else:
        print_table(("what", "value"), found.items())


@app.command()
def editions(warehouse: WarehouseFolder = None, as_json: AsJson = False) -> None:
    """List the editions, oldest first."""
    from etl.warehouse.contents import edition_rows

    found = edition_rows(_settings(warehouse=warehouse).warehouse)
    if as_json:
        print_json(found)
    else:
        print_table(found[0], (row.values() for row in found))


@app.command()
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

    with opened(_settings(warehouse=warehouse).warehouse) as connection:
        shown = shown_edition(connection, edition)
        if records is not None:
            with _writing(records) as file:
                for record in watched(exported_records(connection, shown), "writing"):
                    file.write(json.dumps(record, ensure_ascii=False) + "\n")
            written = [records]
        elif shape is not None:
            written = export_shape(connection, out, shape, shown)
        else:
            written = export_tables(connection, out, form, shown, tables or ())
    say(f"edition {shown}: {', '.join(map(str, written))}")


@app.command()
def explain(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="The article; - for standard input.")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to write the page; ARTICLE's name with .html if not named."),
    ] = None,
    terminal: Annotated[bool, typer.Option("--terminal", help="Coloured text instead of a page.")] = False,
    published: Published = None,
) -> None:
    """Show what was read in an article beside the words it was read from, with the rules and what is not settled."""
    from etl.explain import html_page, terminal_text

    faults: list[SourceFault] = []
    written = 0
    for extraction in _read([article], published, _settings(workers=1), faults):
        if terminal:
            print_rich(terminal_text(extraction))
            continue
        if out is not None and written:
            raise EtlError(f"{article} holds several articles; without --out each gets a page of its own")
        target = out or Path(f"{Path(extraction.article.article).name}.html")
        written += 1
        with _writing(target) as file:
            file.write(html_page(extraction))
        say(f"{target} written")
    _leave(faults, 0)


@app.command()
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
    with opened(_settings(warehouse=warehouse).warehouse) as connection:
        found = difference(connection, shown_edition(connection, before), shown_edition(connection, after))
    if as_json:
        print_json(asdict(found))
        return
    for moved in (*found.articles, *found.events):
        print_line(f"{moved.change:<8}{moved.id}  {moved.title}")
        for words in moved.words:
            print_line(f"{'':<10}{words}")


@app.command()
def compact(
    keep: Annotated[int, typer.Option(min=1, help="How many of the newest editions can still be shown.")],
    warehouse: WarehouseFolder = None,
) -> None:
    """Let go of the rows that only older editions showed."""
    from etl.warehouse.compact import compact as compacted

    settings = _settings(warehouse=warehouse)
    done = compacted(settings.warehouse, keep=keep, kept_files=settings.kept_files)
    say(
        f"{done.before / 1e6:,.1f} MB before, {done.after / 1e6:,.1f} MB after; the oldest edition is now {done.oldest}"
    )


def _settings(**options: Any) -> Settings:
    """Return the settings; what was typed wins over the environment."""
    return Settings(**{name: value for name, value in options.items() if value is not None})


def _read(
    paths: list[Path], published: dt.date | None, settings: Settings, faults: list[SourceFault]
) -> Iterator[Extraction]:
    """Yield what was read in the articles; complain of each input that could not be read and keep it in `faults`."""
    from etl.sources.reader import SourceFault, count_files, read_paths
    from etl.workers import extracted

    total = count_files(paths) if watching() else None
    for found in watched(extracted(read_paths(paths, published=published), settings.workers), "reading", total):
        if isinstance(found, SourceFault):
            complain(str(found))
            faults.append(found)
        else:
            yield found


def _leave(faults: list[SourceFault], done: int) -> None:
    if faults:
        raise typer.Exit(Exit.IN_PART if done else Exit.FAILED)


@contextmanager
def _writing(out: Path) -> Iterator[TextIO]:
    """Hand out the file to write to; standard output for -."""
    if str(out) == "-":
        yield sys.stdout
        return
    try:
        with out.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise EtlError(f"{out} cannot be written: {error.strerror}") from error
