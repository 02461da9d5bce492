"""A ledger in memory: tell it articles, load them, ask what they came to."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from etl.records import Actor, Article, Event, Extraction, Figure, Quote
from etl.resolve.corrections import Correction
from etl.resolve.resolver import resolve
from etl.warehouse.editions import schema
from etl.warehouse.load import changed_articles, store
from etl.warehouse.reference_rows import sync_reference
from etl.warehouse.versions import Scope, sync

RUSSIA_ON_UKRAINE = (Actor("Russia", "attacker"), Actor("Ukraine", "target"))
BY_MINISTRY = (Actor("Russian Ministry of Defence", "attacker"),)
BY_UKRAINE = (Actor("Ukraine", "attacker"), Actor("Russia", "target"))


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def strike(place: str | None, start: str | None = None, end: str | None = None, **fields: Any) -> dict[str, Any]:
    """Fields of a mention of a strike, by Russia on Ukraine unless told otherwise."""
    return {"kind": "strike", "place": place, "start": day(start), "end": day(end or start),
            "actors": RUSSIA_ON_UKRAINE} | fields  # fmt: skip


def dealing(
    kind: str,
    names: Sequence[str],
    start: str | None = None,
    end: str | None = None,
    host: str | None = None,
    **fields: Any,
) -> dict[str, Any]:
    """Fields of a mention of a meeting, call, talks or the like."""
    actors = [Actor(name, "participant") for name in names] + ([Actor(host, "host")] if host else [])
    return {"kind": kind, "start": day(start), "end": day(end or start), "actors": tuple(actors)} | fields


def count(
    measure: str, number: float, place: str | None = None, start: str | None = None, **fields: Any
) -> dict[str, Any]:
    """Fields of a figure."""
    return {"measure": measure, "low": number, "high": number, "place": place, "start": day(start),
            "end": day(fields.pop("end", start))} | fields  # fmt: skip


@cache
def reference_tables() -> dict[str, pd.DataFrame]:
    """The known actors, once for all ledgers: writing them anew into each takes longer than most tests."""
    with duckdb.connect() as connection:
        connection.execute(schema())
        sync_reference(connection, 1, everything=True)
        return {table: connection.execute(f"from {table}").df() for table in ("actors", "actor_members")}


class Ledger:
    """A warehouse in memory that resolves what it is told."""

    def __init__(self) -> None:
        self.connection = duckdb.connect(config={"threads": 1})
        self.connection.execute(schema())
        for table, known in reference_tables().items():
            self.connection.register("known", known)
            self.connection.execute(f"insert into {table} by name from known")
            self.connection.unregister("known")
        self.edition = 0

    def load(
        self, extractions: Iterable[Extraction], corrections: Sequence[Correction] = (), *, anew: bool = False
    ) -> None:
        self.edition += 1
        store(self.connection, list(extractions), self.edition)
        changed = changed_articles(self.connection, self.edition)
        sync_reference(self.connection, self.edition, everything=False)
        everything = anew or self.edition == 1
        resolution = resolve(self.connection, self.edition, None if everything else changed, corrections)
        for table, told in resolution.tables.items():
            scope = None if told.scope is None else Scope(told.key, sorted(told.scope))
            sync(self.connection, table, told.frame, self.edition, scope)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query).fetchall()

    def together(self) -> set[frozenset[str]]:
        """The events, each as the set of the articles that tell it."""
        found = defaultdict(set)
        for event_id, article in self.rows(
            """
            select event_id, article from mention_events
            join (select mention_id, article_id from mentions where gone is null) using (mention_id)
            join (select article_id, article from articles where gone is null) using (article_id)
            where mention_events.gone is null
            """
        ):
            found[event_id].add(article)
        return {frozenset(articles) for articles in found.values()}

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that is derived, with each event named for its first mention, so that ledgers can be compared."""
        named: dict[str | None, str | None] = {None: None}
        for event_id, mention_id in self.rows(
            "select event_id, min(mention_id) from mention_events where gone is null group by event_id"
        ):
            named[event_id] = mention_id
        tables = {
            "events": "event_id, part_of, * exclude (event_id, part_of, came, gone)",
            "mention_events": "event_id, inferred_from, * exclude (event_id, inferred_from, came, gone)",
            "claims": "event_id, null, * exclude (event_id, came, gone)",
            "tolls": "event_id, null, * exclude (event_id, came, gone)",
            "stories": "null, null, * exclude (came, gone)",
        }
        return {
            table: sorted(
                ((named[one], named[other], *map(str, rest))
                 for one, other, *rest in self.rows(f"select {columns} from {table} where gone is null")),
                key=str,
            )
            for table, columns in tables.items()
        }  # fmt: skip


def article(name: str, published: str | None, *records: dict[str, Any], **about: Any) -> Extraction:
    """An article with these records, in this order and one sentence each where nothing else is said."""
    made = []
    for number, fields in enumerate(records):
        place = {"evidence_start": 1000 * number, "evidence_end": 1000 * number + 100} | fields
        kind = Event if "kind" in fields else Figure if "measure" in fields else Quote
        made.append(kind(article=name, **place))
    return Extraction(Article(article=name, published=day(published), **about), tuple(made))


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture(scope="session")
def say() -> Any:
    """The words that tests tell articles with: say.article, say.strike, say.dealing, say.count."""
    return sys.modules[__name__]


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = Path(__file__).parents[3] / "../shared"
    if not folder.is_dir():
        pytest.skip("../shared, which holds the gold, is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def gold_records(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("gold") / "records.jsonl"
    script = Path(__file__).parents[2] / "gold_mentions.py"
    subprocess.run([sys.executable, str(script), str(shared), str(out)], check=True)
    return out
