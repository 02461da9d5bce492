import datetime as dt
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl import pipeline
from etl.errors import CheckError
from etl.records import Actor, Article, Event, Extraction, Figure
from etl.settings import Settings
from etl.warehouse.editions import current_file, edition_files, opened
from etl.warehouse.versions import versioned_tables

ROOT = Path(__file__).parents[2]
DAY = dt.date(2025, 4, 13)
PLACES = ("Sumy", "Kharkiv", "Odesa")


def told(name, place="Sumy", killed=34, day=DAY):
    """Return the ready-made records of an article on one strike."""
    return Extraction(
        Article(name, title=name, published=day + dt.timedelta(days=1)),
        (
            Event(article=name, kind="strike", place=place, country="UA", start=day, end=day,
                  actors=(Actor("Russia", "attacker"),), weapons=("missile",)),
            Figure(article=name, measure="killed", low=killed, high=killed, place=place, start=day, end=day),
        ),
    )  # fmt: skip


@pytest.fixture
def load(tmp_path):
    """Return a function that loads into a warehouse of the test's own."""
    made = Settings(warehouse=tmp_path / "warehouse", corrections=tmp_path / "none", kept_files=1)
    return lambda *extractions: pipeline.load(extractions, made)


def shown(connection, edition):
    """Return all that an edition shows, by table, without the history."""
    content = {}
    for table in versioned_tables(connection):
        found = connection.execute(f'select * exclude (came, gone) from "{table}_at"($n)', {"n": edition}).fetchall()
        content[table] = sorted(map(repr, found))
    return content


def ask(folder, query):
    with opened(folder) as connection:
        return connection.execute(query).fetchall()


def test_two_articles_on_one_strike_are_one_event(load, tmp_path):
    load(told("one"), told("two", killed=35))
    events = ask(tmp_path / "warehouse", "select title, mentions, articles from events_at(1)")
    assert events == [("Strike on Sumy", 2, 2)]
    [(low, best, high)] = ask(
        tmp_path / "warehouse", "select low, best, high from tolls_at(1) where measure = 'killed'"
    )
    assert 34 <= low <= best <= high <= 35


def test_what_changed_is_counted_by_table(load):
    assert load(told("one")).published
    loaded = load(told("one"), told("two", place="Odesa"))
    assert (loaded.edition, loaded.articles, loaded.changes["mentions"].came) == (2, 2, 1)
    again = load(told("two", place="Odesa"))
    assert (again.edition, again.published, again.file) == (2, False, loaded.file)


def test_a_failed_check_publishes_nothing(load, tmp_path, monkeypatch):
    load(told("one"))
    with monkeypatch.context() as patch, pytest.raises(CheckError, match="numbers are in their range"):
        patch.setattr(pipeline, "vetted", lambda extraction: extraction)
        load(told("two", killed=-1))
    assert [file.name for file in edition_files(tmp_path / "warehouse")] == ["ledger-000001.duckdb"]
    assert load(told("two")).edition == 2


def test_the_reference_tables_know_who_and_where(load, tmp_path):
    load(told("one"))
    folder = tmp_path / "warehouse"
    assert ask(folder, "select country, region from places_at(1) where place = 'Sumy'") == [("UA", "Sumy Oblast")]
    assert ("Russia",) in ask(folder, "select member from actor_members_at(1) where actor = 'Russia'")
    assert ("Vladimir Putin",) in ask(folder, "select member from actor_members_at(1) where actor = 'Russia'")


def test_a_stranger_is_an_actor_of_its_own(load, tmp_path):
    load(told("one"))
    article = told("two")
    stranger = Figure(article="two", measure="injured", low=4, high=4, claimed_by="Mayor of Nowhere")
    load(Extraction(article.article, (*article.records, stranger)))
    members = ask(tmp_path / "warehouse", "select * from actor_members_at(2) where member = 'Mayor of Nowhere'")
    assert [row[:2] for row in members] == [("Mayor of Nowhere", "Mayor of Nowhere")]


articles = st.builds(told, st.sampled_from(["one", "two", "three"]), st.sampled_from(PLACES), st.integers(1, 3))
loads = st.lists(st.lists(articles, min_size=1, max_size=2), min_size=1, max_size=4)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(batches=loads)
def test_any_past_edition_is_shown_in_full_as_it_was_published(tmp_path_factory, batches):
    folder = tmp_path_factory.mktemp("history")
    made = Settings(warehouse=folder / "warehouse", corrections=folder / "none", kept_files=1)
    published = {}
    for batch in batches:
        loaded = pipeline.load(batch, made)
        with opened(made.warehouse) as connection:
            published[loaded.edition] = shown(connection, loaded.edition)
    with opened(made.warehouse) as connection:
        for edition, content in published.items():
            assert shown(connection, edition) == content


LOADER = """
import sys
from pathlib import Path
from etl import pipeline
from etl.records import Article, Event, Extraction
from etl.settings import Settings
from etl.workers import extracted

settings = Settings(warehouse=Path(sys.argv[1]), corrections=Path("none"))

def articles(start):
    for number in range(start, start + 40):
        print(number, flush=True)
        yield Article(f"article {number}", "Three people were killed in Sumy on 13 April 2025, the mayor said. " * 5)

if __name__ == "__main__":
    for start in range(0, 4000, 40):
        pipeline.load(extracted(articles(start), 2), settings)
"""


@pytest.mark.slow
def test_a_load_with_workers_that_is_killed_leaves_no_process_and_no_lock(load, tmp_path):
    script = tmp_path / "loader.py"
    script.write_text(LOADER)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    folder = tmp_path / "warehouse"
    with subprocess.Popen(
        [sys.executable, script, folder], env=environment, cwd=tmp_path, stdout=subprocess.PIPE
    ) as loader:
        while loader.stdout.readline() != b"50\n":
            pass
        workers = children(loader.pid)
        assert workers, "the loader has no workers"
        loader.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]
    before = ask(folder, "select count(*) from articles") if current_file(folder) else [(0,)]
    load(told("after"))
    assert ask(folder, "select count(*) from articles") == [(before[0][0] + 1,)]


def children(process):
    """Return the ids of a process's children."""
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
