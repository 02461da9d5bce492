import datetime as dt

import pandas as pd
import pytest

from etl.warehouse.difference import difference
from etl.warehouse.load import store
from etl.warehouse.versions import Change, sync

EVENT = {
    "event_id": "e1", "kind": "strike", "title": "Strike on Sumy", "started_on": dt.date(2025, 4, 13), "actors": [],
    "weapons": [], "planned": False, "mentions": 1, "articles": 1, "stories": 1,
}  # fmt: skip
CLAIM = {
    "figure_id": "f1", "event_id": "e1", "article_id": "a", "measure": "killed", "low": 34, "high": 34,
    "qualifier": "at_least", "claimant": "Ukraine", "scope": "event", "standing": "current", "reason": "",
}  # fmt: skip
TOLL = {"event_id": "e1", "measure": "killed", "low": 34, "best": 34, "high": 34, "claims": 1, "sources": 1,
        "contested": False, "counts": True}  # fmt: skip


@pytest.fixture
def tell(connection):
    """Return a function that tells the rows of a table at an edition."""
    return lambda table, edition, *rows: sync(connection, table, pd.DataFrame(list(rows), dtype="object"), edition)


def told(connection, before=1, after=2):
    return [(each.change, each.id, *each.words) for each in difference(connection, before, after).events]


def test_an_event_that_came(connection, tell):
    tell("events", 2, EVENT)
    tell("claims", 2, CLAIM)
    assert told(connection) == [("came", "e1", "Ukraine claims at least 34 killed")]


def test_a_claim_and_a_toll_that_moved_are_told_with_their_event(connection, tell):
    tell("events", 1, EVENT)
    tell("claims", 1, CLAIM)
    tell("tolls", 1, TOLL)
    tell(
        "claims",
        2,
        CLAIM | {"standing": "superseded"},
        CLAIM | {"figure_id": "f2", "low": 41, "high": 60, "counted": "soldiers"},
    )
    tell("tolls", 2, TOLL | {"high": 60, "best": 41, "contested": True})
    [(change, event, *words)] = told(connection)
    assert (change, event) == ("changed", "e1")
    assert set(words) == {
        "Ukraine's at least 34 killed: standing current → superseded",
        "Ukraine claims at least 41 to 60 killed (soldiers)",
        "killed: 34 to 60, best 41, contested, was 34",
    }


def test_an_event_that_changed_says_from_what_to_what(connection, tell):
    tell("events", 1, EVENT)
    tell("events", 2, EVENT | {"started_on": dt.date(2025, 4, 12), "weapons": ["missile"], "status": None})
    assert told(connection) == [("changed", "e1", "started_on 2025-04-13 → 2025-04-12", "weapons none → missile")]


def test_an_event_that_became_part_of_another(connection, tell):
    tell("events", 1, EVENT, EVENT | {"event_id": "e2"})
    tell("claims", 1, CLAIM | {"event_id": "e2"})
    tell("events", 2, EVENT)
    tell("claims", 2, CLAIM)
    tell("redirects", 2, {"old_event_id": "e2", "event_id": "e1"})
    assert told(connection) == [
        ("changed", "e1", "Ukraine claims at least 34 killed"),
        ("went", "e2", "is now part of e1", "Ukraine no longer claims at least 34 killed"),
    ]


def test_what_went_and_came_back_is_no_difference(connection, tell):
    tell("events", 1, EVENT)
    tell("events", 2)
    tell("events", 3, EVENT)
    assert told(connection, 1, 3) == []
    assert told(connection, 1, 2) == [("went", "e1")]


def test_articles_are_told_and_rows_counted(connection, reading):
    store(connection, [reading("one"), reading("two")], 1)
    store(connection, [reading("one", text="Three people were killed in the city of Sumy."), reading("three")], 2)
    found = difference(connection, 1, 2)
    assert {(each.change, each.title, each.words) for each in found.articles} == {
        ("changed", "one", ("the text changed",)),
        ("came", "three", ()),
    }
    assert found.rows["articles"] == Change(came=2, gone=1)
