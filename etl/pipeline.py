"""The one module that knows the order of the stages: sources, extract, warehouse, resolve."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from etl.records import Extraction
from etl.resolve.corrections import Correction, read_corrections
from etl.resolve.resolver import resolve
from etl.settings import Settings
from etl.vetting import vetted
from etl.warehouse.checks import check
from etl.warehouse.editions import Draft, current_file, drafted, opened
from etl.warehouse.load import changed_articles, record_edition, store, written_by_this_software
from etl.warehouse.reference_rows import sync_reference
from etl.warehouse.versions import Change, Scope, changed_tables, sync

_BATCH = (
    5_000  # articles whose rows are compared at once: each comparison looks through the whole table, so few of them
)
_ItemT = TypeVar("_ItemT")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load came to: the edition that readers now see, and what changed with it (nothing: none was published)."""

    edition: int
    articles: int
    file: Path | None
    changes: Mapping[str, Change]

    @property
    def published(self) -> bool:
        """Whether there is a new edition."""
        return bool(self.changes)


def load(
    extractions: Iterable[Extraction],
    settings: Settings,
    *,
    anew: bool = False,
    on_stage: Callable[[str], None] = lambda stage: None,
) -> Loaded:
    """Put what was read into the warehouse, resolve it, check it, and publish an edition if anything changed.

    `anew` resolves all events again, not only those that the changed articles touch. `on_stage` is told what begins.

    Raises:
        LockedError, WarehouseError, CheckError, CorrectionError: nothing was published, the last edition stands.
    """
    corrections = _corrections(settings.corrections)
    with drafted(settings.warehouse) as draft:
        connection = draft.connection
        articles = 0
        for batch in _batched(extractions, _BATCH):
            store(connection, [vetted(extraction) for extraction in batch], draft.edition)
            articles += len(batch)
        on_stage("resolving")
        _derive(draft, corrections, anew=anew)
        changes = changed_tables(connection, draft.edition)
        if not changes:
            return Loaded(draft.edition - 1, articles, draft.current, changes)
        on_stage("checking and publishing")
        record_edition(connection, draft.edition)
        check(connection)
        return Loaded(draft.edition, articles, draft.publish(kept_files=settings.kept_files), changes)


def tried_corrections(settings: Settings) -> list[dict[str, Any]]:
    """Return what would come of the corrections, one row each; nothing is published.

    Raises:
        LockedError, WarehouseError, CorrectionError: they cannot be tried.
    """
    with drafted(settings.warehouse) as draft:
        _derive(draft, _corrections(settings.corrections), anew=False)
        return _shown_corrections(draft.connection)


def corrections_shown(settings: Settings) -> list[dict[str, Any]]:
    """Return the corrections of the current edition with what came of them; none where there is no edition."""
    if current_file(settings.warehouse) is None:
        return []
    with opened(settings.warehouse) as connection:
        return _shown_corrections(connection)


def _shown_corrections(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    found = connection.execute(
        """
        select file, action, target, field, outcome, event_id from corrections
        where gone is null order by file, target, action, field
        """
    )
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _derive(draft: Draft, corrections: Sequence[Correction], *, anew: bool) -> None:
    """Tell the derived tables anew: for the articles that changed, or all where the rules themselves may have."""
    connection, edition = draft.connection, draft.edition
    everything = anew or not written_by_this_software(connection)
    changed = changed_articles(connection, edition)
    sync_reference(connection, edition, everything=everything)
    with _collecting_nothing():
        resolution = resolve(connection, edition, None if everything else changed, corrections)
    for table, derived in resolution.tables.items():
        scope = None if derived.scope is None else Scope(derived.key, sorted(derived.scope))
        sync(connection, table, derived.frame, edition, scope)


@contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Keep Python from looking for cycles among objects that all live until resolving ends: a fifth of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _corrections(folder: Path) -> Sequence[Correction]:
    return read_corrections(folder) if folder.is_dir() else ()


def _batched(items: Iterable[_ItemT], size: int) -> Iterator[list[_ItemT]]:
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
