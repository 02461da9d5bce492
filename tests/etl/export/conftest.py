import datetime as dt

import duckdb
import pandas as pd
import pytest

from etl.records import Actor, Article, Event, Extraction, Figure, Quote
from etl.warehouse import editions
from etl.warehouse.load import record_edition, store
from etl.warehouse.versions import sync

SUMY = {
    "event_id": "e1", "kind": "strike", "title": "Strike on Sumy", "started_on": dt.date(2025, 4, 13),
    "ended_on": dt.date(2025, 4, 13), "date_precision": "day", "place": "Sumy", "region": "Sumy Oblast",
    "country": "UA", "lat": 50.9216, "lon": 34.8003, "place_precision": "settlement",
    "actors": [{"name": "Russia", "role": "attacker"}, {"name": "Ukraine", "role": "target"}],
    "weapons": ["ballistic missile"], "planned": False, "mentions": 1, "articles": 1, "stories": 1,
}  # fmt: skip
MEETING = SUMY | {
    "event_id": "e2", "kind": "meeting", "title": "Meeting", "started_on": dt.date(2025, 4, 11), "place": None,
    "region": None, "country": None, "lat": None, "lon": None, "place_precision": None, "status": "held",
    "actors": [{"name": "Steve Witkoff", "role": "participant"}], "weapons": [], "mentions": 0,
}  # fmt: skip
TOLL = {"event_id": "e1", "measure": "killed", "low": 34, "best": 35, "high": 60, "claims": 3, "sources": 2,
        "contested": True, "counts": True}  # fmt: skip


@pytest.fixture
def connection():
    """Hand out a warehouse in memory, edition 1: one article on a strike with its toll, and a meeting."""
    with duckdb.connect() as opened:
        opened.execute(editions.schema())
        day = dt.date(2025, 4, 13)
        origin = {"article": "one", "evidence": "34 people were killed", "evidence_start": 0, "evidence_end": 21}
        article = Article("one", "34 people were killed in Sumy.", "Sumy", "Example Wire", "https://example.org/1", day)
        records = (
            Figure(measure="killed", low=34, high=34, group="people", place="Sumy", start=day, end=day, **origin),
            Event(kind="strike", place="Sumy", start=day, end=day, actors=(Actor("Russia", "attacker"),), **origin),
            Quote(text="an atrocity", speaker=None, **origin),
        )
        store(opened, [Extraction(article, records)], 1)
        [(mention,)] = opened.execute("select mention_id from mentions").fetchall()
        [(figure, owner)] = opened.execute("select figure_id, article_id from figures").fetchall()
        claim = {"figure_id": figure, "event_id": "e1", "article_id": owner, "measure": "killed", "counted": "people",
                 "low": 34, "high": 34, "qualifier": "exact", "claimant": "Ukraine", "scope": "event",
                 "standing": "current", "reason": ""}  # fmt: skip
        sync(opened, "events", pd.DataFrame([SUMY, MEETING]), 1)
        sync(opened, "mention_events", pd.DataFrame([{"mention_id": mention, "event_id": "e1", "reason": ""}]), 1)
        sync(opened, "claims", pd.DataFrame([claim]), 1)
        sync(opened, "tolls", pd.DataFrame([TOLL]), 1)
        record_edition(opened, 1)
        yield opened
