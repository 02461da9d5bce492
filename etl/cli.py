"""The commands of `python -m etl`: they read settings, call the pipeline and print.

Data goes to standard output, talk to standard error. Exit codes: 0 done; 1 nothing could be done; 2 the command was
typed wrongly; 3 some inputs could not be read, the rest was done.

What only some commands need is imported inside them: `--help`, `status` and completion answer in half the time
without pandas and the reference data.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from etl import cli_corrections, cli_editions
from etl.cli_options import AsJson, Paths, PathsIfAny, Published, WarehouseFolder, Workers, settings_of, writing
from etl.errors import EtlError
from etl.settings import Settings, bundled_articles
from etl.terminal import (
    complain,
    print_json,
    print_rich,
    say,
    say_if_watched,
    watched,
    watching,
)

if TYPE_CHECKING:
    from etl.records import Extraction
    from etl.sources.reader import SourceFault


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
    settings = settings_of(workers=workers)
    written = 0
    with writing(out) as file:
        for extraction in _read(paths, published, settings, faults):
            for record in (extraction.article, *extraction.records):
                file.write(json.dumps(to_json(record), ensure_ascii=False) + "\n")
            written += 1
    say(f"{written} articles read")
    _leave(faults, written)


@app.command()
def load(
    paths: PathsIfAny = None,
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
    settings = settings_of(workers=workers, warehouse=warehouse)
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
    cli_corrections.tell_unapplied(settings)
    _leave(faults, loaded.articles)


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
    for extraction in _read([article], published, settings_of(workers=1), faults):
        written += 1
        if terminal:
            print_rich(terminal_text(extraction))
            continue
        if out is not None and written > 1:
            raise EtlError(f"{article} holds several articles; without --out each gets a page of its own")
        target = out or Path(f"{Path(extraction.article.article).name}.html")
        with writing(target) as file:
            file.write(html_page(extraction))
        say(f"{target} written")
    _leave(faults, written)


for command in (
    cli_editions.status,
    cli_editions.editions,
    cli_editions.export,
    cli_editions.diff,
    cli_editions.compact,
    cli_corrections.correct,
):
    app.command()(command)


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
