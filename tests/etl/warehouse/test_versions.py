import datetime as dt

import duckdb
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.warehouse import editions
from etl.warehouse.versions import Change, Scope, changed_tables, sync, versioned_tables


def stories(**told):
    return pd.DataFrame({"article_id": list(told), "story_id": list(told.values())}, dtype="object")


def shown(connection, edition):
    return dict(connection.execute("select article_id, story_id from stories_at($n)", {"n": edition}).fetchall())


def test_new_rows_come_and_vanished_rows_go(connection):
    sync(connection, "stories", stories(a="s1", b="s1"), 1)
    assert sync(connection, "stories", stories(b="s1", c="s2"), 2) == Change(came=1, gone=1)
    assert shown(connection, 1) == {"a": "s1", "b": "s1"}
    assert shown(connection, 2) == {"b": "s1", "c": "s2"}


def test_telling_the_same_again_changes_nothing(connection):
    sync(connection, "stories", stories(a="s1"), 1)
    assert sync(connection, "stories", stories(a="s1"), 2) == Change(0, 0)
    assert changed_tables(connection, 2) == {}


def test_rows_outside_the_scope_stay(connection):
    sync(connection, "stories", stories(a="s1", b="s1"), 1)
    assert sync(connection, "stories", stories(), 2, Scope("article_id", ["a"])) == Change(came=0, gone=1)
    assert shown(connection, 2) == {"b": "s1"}


def test_an_empty_scope_touches_nothing(connection):
    sync(connection, "stories", stories(a="s1"), 1)
    assert sync(connection, "stories", stories(), 2, Scope("article_id", [])) == Change(0, 0)


def test_the_last_telling_within_an_edition_counts(connection):
    sync(connection, "stories", stories(a="s1"), 1)
    sync(connection, "stories", stories(a="s2", b="s2"), 2)
    sync(connection, "stories", stories(a="s1"), 2)
    assert changed_tables(connection, 2) == {}
    assert shown(connection, 2) == {"a": "s1"}


def test_nulls_are_equal_to_nulls(connection):
    row = pd.DataFrame({"name": ["Kremlin"], "kind": [None], "country": [None]})
    sync(connection, "actors", row, 1)
    assert sync(connection, "actors", row, 2) == Change(0, 0)


def test_every_type_of_column_survives(connection):
    row = {
        "event_id": "e1", "kind": "strike", "title": "Strike on Sumy", "started_on": dt.date(2025, 4, 13), "lat": 50.9,
        "actors": [{"name": "Russia", "role": "attacker"}], "weapons": ["missile", "it's; a \"drone\""],
        "planned": False, "mentions": 2, "articles": 2, "stories": 1,
    }  # fmt: skip
    sync(connection, "events", pd.DataFrame([row]), 1)
    [stored] = connection.execute("from events").df().to_dict("records")
    assert {name: stored[name] for name in ("title", "lat", "planned", "mentions")} == {
        "title": "Strike on Sumy",
        "lat": 50.9,
        "planned": False,
        "mentions": 2,
    }
    [(actors, weapons, day, ended)] = connection.execute(
        "select actors, weapons, started_on, ended_on from events"
    ).fetchall()
    assert (actors, weapons, day, ended) == (row["actors"], row["weapons"], dt.date(2025, 4, 13), None)
    assert sync(connection, "events", pd.DataFrame([row]), 2) == Change(0, 0)


def test_lists_are_empty_where_nothing_is_told(connection):
    row = {"event_id": "e1", "kind": "call", "title": "Call", "planned": False, "actors": None, "weapons": ()}
    sync(connection, "events", pd.DataFrame([row | {"mentions": 1, "articles": 1, "stories": 1}]), 1)
    assert connection.execute("select actors, weapons from events").fetchall() == [([], [])]


def test_a_table_that_keeps_history_has_its_macro(connection):
    macros = {name for (name,) in connection.execute("select function_name from duckdb_functions()").fetchall()}
    assert {f"{table}_at" for table in versioned_tables(connection)} <= macros


told = st.dictionaries(st.sampled_from("abcde"), st.sampled_from(["s1", "s2", None]), max_size=5)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(told, st.sets(st.sampled_from("abcde"))), max_size=6))
def test_any_past_edition_is_shown_as_it_was(loads):
    with duckdb.connect() as connection:
        connection.execute(editions.schema().replace("story_id varchar not null", "story_id varchar"))
        truth: dict[str, str | None] = {}
        published = {}
        for edition, (rows, keys) in enumerate(loads, start=1):
            scope = keys | set(rows)
            truth = {key: value for key, value in truth.items() if key not in scope} | rows
            sync(connection, "stories", stories(**rows), edition, Scope("article_id", sorted(scope)))
            published[edition] = dict(truth)
        for edition, expected in published.items():
            assert shown(connection, edition) == expected
