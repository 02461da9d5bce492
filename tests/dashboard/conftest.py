"""Synthetic warehouses: rows that say of themselves that nobody lived them. Days are of January 2031."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import duckdb
import pytest
from dash import Dash
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from dashboard.app import create_app
from dashboard.settings import Settings

SCHEMA = Path(__file__).parents[2] / "etl" / "warehouse" / "schema.sql"
TEXT = (
    "Synthetic wire. Two drones struck Northtown on Tuesday, officials said. At least 12 people were killed, among "
    "them three children. “We will rebuild,” the mayor Ann Example said. The ministry of Eastland spoke of 30 dead."
)


class Builder:
    """Adds rows to a warehouse; what a test does not say is filled with something plain."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.rows = 0

    def add(self, table: str, **values: Any) -> str:
        """Insert a row and return its id, made up where the table has one and the test names none."""
        self.rows += 1
        defaults = DEFAULTS[table]() if table in DEFAULTS else {}
        own_id = {
            "articles": "article_id",
            "quotes": "quote_id",
            "figures": "figure_id",
            "mentions": "mention_id",
            "events": "event_id",
            "issues": "issue_id",
            "corrections": "correction_id",
        }.get(table)
        row = {"came": 1} | ({own_id: f"{table[0]}{self.rows:06d}"} if own_id else {}) | defaults | values
        columns = ", ".join(row)
        marks = ", ".join("?" * len(row))
        self.connection.execute(f"insert into {table} ({columns}) values ({marks})", list(row.values()))
        return str(row[own_id]) if own_id else ""

    def article(self, **values: Any) -> str:
        return self.add("articles", **values)

    def event(self, **values: Any) -> str:
        return self.add("events", **values)

    def toll(
        self, event_id: str, measure: str = "killed", low: float = 1, best: float = 1, high: float = 1, **more: Any
    ) -> None:
        row = {"claims": 1, "sources": 1, "contested": high > low, "side": "Westland"} | more
        self.add("tolls", event_id=event_id, measure=measure, low=low, best=best, high=high, **row)

    def claim(self, event_id: str, low: float, **values: Any) -> str:
        article = values.pop("article_id", None) or self.article()
        figure = self.add("figures", article_id=article, low=low, high=values.get("high", low))
        row = {
            "claimant": None,
            "said_on": date(2031, 1, 8),
            "standing": "current",
            "qualifier": "exact",
            "measure": "killed",
        }
        row |= {"high": low, "scope": "event", "reason": "synthetic"} | values
        self.add("claims", figure_id=figure, event_id=event_id, article_id=article, low=low, **row)
        return figure

    def publish(self, edition: int = 1) -> None:
        counts = {
            table: self.connection.execute(f"select count(*) from {table}").fetchone()[0]  # type: ignore[index]
            for table in ("articles", "quotes", "figures", "mentions", "events")
        }
        self.connection.execute(
            "insert into editions values (?, timestamptz '2031-02-01 12:00:00+00', 'test', ?, ?, ?, ?, ?, ?, 0)",
            [edition, *counts.values(), counts["articles"]],
        )


DEFAULTS: dict[str, Callable[[], dict[str, Any]]] = {
    "articles": lambda: {
        "article": "synthetic",
        "title": "A synthetic article",
        "source": "Synthetic Wire",
        "published_on": date(2031, 1, 8),
        "text": TEXT,
        "text_hash": "0",
        "words": 42,
    },
    "quotes": lambda: {
        "text": "We will rebuild,",
        "form": "direct",
        "said_on": date(2031, 1, 7),
        "evidence_start": 106,
        "evidence_end": 150,
    },
    "figures": lambda: {
        "measure": "killed",
        "low": 1,
        "high": 1,
        "qualifier": "exact",
        "cumulative": False,
        "evidence": "At least 12 people were killed",
        "evidence_start": 72,
        "evidence_end": 102,
    },
    "mentions": lambda: {
        "kind": "strike",
        "actors": [],
        "weapons": [],
        "planned": False,
        "evidence_start": 16,
        "evidence_end": 71,
    },
    "events": lambda: {
        "kind": "strike",
        "title": "Strike on Northtown",
        "started_on": date(2031, 1, 7),
        "ended_on": date(2031, 1, 7),
        "place": "Northtown",
        "actors": [],
        "weapons": [],
        "planned": False,
        "mentions": 1,
        "articles": 1,
        "stories": 1,
    },
}


@pytest.fixture
def built() -> Iterator[Builder]:
    """An empty warehouse in memory, from the contract."""
    connection = duckdb.connect(":memory:")
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    yield Builder(connection)
    connection.close()


def fill(builder: Builder) -> dict[str, str]:
    """Add a small synthetic war: strikes with tolls and claims, talks, statements. Returns the ids that tests need."""
    east = [{"name": "Eastland", "role": "attacker"}, {"name": "Westland", "role": "target"}]
    wire = builder.article(title="Drones over Northtown", url="https://example.org/north")
    other = builder.article(title="Eastland denies it", source="Eastland Today", published_on=date(2031, 1, 9))
    contested = builder.event(
        actors=east,
        weapons=["drone"],
        lat=50.9,
        lon=34.8,
        region="North Oblast",
        place_precision="settlement",
        articles=2,
        stories=2,
    )
    builder.toll(contested, low=12, best=12, high=30, claims=3, sources=2)
    builder.claim(contested, 12, article_id=wire, qualifier="at_least", claimant="Westland rescue service")
    builder.claim(
        contested,
        9,
        article_id=wire,
        standing="superseded",
        claimant="Westland rescue service",
        said_on=date(2031, 1, 7),
    )
    builder.claim(
        contested,
        30,
        article_id=other,
        qualifier="more_than",
        claimant="Eastland Ministry of Defence",
        counted="soldiers",
    )
    builder.claim(contested, 3, article_id=wire, standing="subset", counted="children")
    mention = builder.add(
        "mentions", article_id=wire, place="Northtown", started_on=date(2031, 1, 7), actors=east, evidence=TEXT[16:71]
    )
    builder.add("mention_events", mention_id=mention, event_id=contested, reason="same place and night")
    later = builder.event(
        title="Strike on Southport",
        started_on=date(2031, 3, 3),
        ended_on=date(2031, 3, 3),
        place="Southport",
        weapons=["drone", "missile"],
        actors=east,
    )
    builder.toll(later, "injured", 4, 4, 4)
    builder.event(title="Strike on somewhere", started_on=None, ended_on=None, place=None)
    builder.event(
        kind="talks",
        title="Talks: Eastland, Westland",
        place="Midtown",
        started_on=date(2031, 1, 20),
        ended_on=date(2031, 1, 21),
        actors=[{"name": "Eastland", "role": "participant"}, {"name": "Westland", "role": "participant"}],
    )
    builder.event(
        kind="call",
        title="Call: Eastland, Northland",
        planned=True,
        status="planned",
        started_on=date(2031, 2, 1),
        actors=[{"name": "Eastland", "role": "participant"}, {"name": "Northland", "role": "participant"}],
    )
    builder.add("quotes", article_id=wire, speaker="Ann Example")
    builder.add(
        "quotes", article_id=other, speaker="Eastland President", text="That is not true.", said_on=date(2031, 1, 9)
    )
    for member in ("Eastland", "Eastland President", "Eastland Ministry of Defence"):
        builder.add("actor_members", actor="Eastland", member=member)
    builder.add(
        "corrections",
        file="synthetic.toml",
        action="override",
        target=contested,
        field="place",
        expected="North",
        value="Northtown",
        author="A tester",
        decided_on=date(2031, 1, 15),
        reason="The reports name the town.",
        outcome="applied",
        event_id=contested,
    )
    return {"wire": wire, "other": other, "contested": contested, "later": later}


@pytest.fixture
def war(built: Builder) -> tuple[duckdb.DuckDBPyConnection, dict[str, str]]:
    """The small synthetic war, published as edition 1."""
    ids = fill(built)
    built.publish()
    return built.connection, ids


class Folder:
    """A warehouse folder as a load leaves it: version-named files and a pointer that is replaced atomically."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.edition = 0
        self.ids: dict[str, str] = {}

    def publish(self, also: Callable[[Builder], None] | None = None) -> None:
        """Write the next edition: the synthetic war and what `also` adds."""
        self.edition += 1
        name = f"ledger-{self.edition:06d}.duckdb"
        connection = duckdb.connect(self.path / name)
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        builder = Builder(connection)
        self.ids = fill(builder)
        if also:
            also(builder)
        for edition in range(1, self.edition + 1):
            builder.publish(edition)
        connection.close()
        draft = self.path / "CURRENT.draft"
        draft.write_text(name + "\n", encoding="utf-8")
        draft.replace(self.path / "CURRENT")


def _made(path: Path) -> Folder:
    made = Folder(path)
    made.path.mkdir()
    made.publish()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A warehouse folder with one edition of the synthetic war, for tests that publish more."""
    return _made(tmp_path / "warehouse")


@pytest.fixture(scope="session")
def still_folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The same for tests that only read, made once."""
    return _made(tmp_path_factory.mktemp("still") / "warehouse")


@pytest.fixture(scope="session")
def still_app(still_folder: Folder) -> Dash:
    """The app on the folder that only is read."""
    return create_app(Settings(warehouse=still_folder.path))


@pytest.fixture
def serve() -> Callable[[Path], AbstractContextManager[str]]:
    """Serve the dashboard of a warehouse folder in a thread, as a context that yields its address."""

    @contextmanager
    def serving(warehouse: Path) -> Iterator[str]:
        settings = Settings(warehouse=warehouse, poll_seconds=1)
        server = make_server("127.0.0.1", 0, create_app(settings).server, threaded=True)
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join(timeout=5)

    return serving


@pytest.fixture
def client(folder: Folder) -> FlaskClient:
    """A client of the app, on the folder that may be published to."""
    return create_app(Settings(warehouse=folder.path)).server.test_client()


@pytest.fixture
def still_client(still_app: Dash) -> FlaskClient:
    """A client of the app, on the folder that is only read."""
    return still_app.server.test_client()
