import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from etl.errors import LockedError, WarehouseError
from etl.warehouse import editions
from etl.warehouse.editions import current_file, drafted, edition_files, latest_edition, opened
from etl.warehouse.load import record_edition, store

ROOT = Path(__file__).parents[3]


def publish(folder, *extractions, kept_files=3):
    with drafted(folder) as draft:
        store(draft.connection, extractions, draft.edition)
        record_edition(draft.connection, draft.edition)
        return draft.publish(kept_files=kept_files)


def articles(folder):
    with opened(folder) as connection:
        return [name for (name,) in connection.execute("select article from articles_at(99) order by 1").fetchall()]


def test_publishing_moves_the_pointer_to_a_new_file(tmp_path, reading):
    assert publish(tmp_path, reading("one")).name == "ledger-000001.duckdb"
    assert publish(tmp_path, reading("two")).name == "ledger-000002.duckdb"
    assert (tmp_path / "CURRENT").read_text() == "ledger-000002.duckdb\n"
    assert articles(tmp_path) == ["one", "two"]


def test_leaving_without_publishing_leaves_nothing(tmp_path, reading):
    publish(tmp_path, reading("one"))
    with drafted(tmp_path) as draft:
        store(draft.connection, [reading("two")], draft.edition)
    assert articles(tmp_path) == ["one"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["CURRENT", "LOCK", "ledger-000001.duckdb"]


def test_an_error_while_drafting_leaves_nothing(tmp_path, reading):
    with pytest.raises(RuntimeError), drafted(tmp_path) as draft:
        store(draft.connection, [reading("one")], draft.edition)
        raise RuntimeError
    assert [file.name for file in tmp_path.iterdir()] == ["LOCK"]


def test_a_reader_keeps_its_edition_while_others_are_published(tmp_path, reading):
    publish(tmp_path, reading("one"), kept_files=1)
    with opened(tmp_path) as connection:
        for name in ("two", "three"):
            publish(tmp_path, reading(name), kept_files=1)
        assert connection.execute("select count(*) from articles_at(99)").fetchall() == [(1,)]
        assert latest_edition(connection) == 1
    assert articles(tmp_path) == ["one", "three", "two"]


def test_only_the_newest_files_are_kept(tmp_path, reading):
    for number in range(4):
        publish(tmp_path, reading(f"n{number}"), kept_files=2)
    assert [file.name for file in edition_files(tmp_path)] == ["ledger-000004.duckdb", "ledger-000003.duckdb"]


def test_a_second_writer_is_told_who_writes(tmp_path):
    command = (
        "import sys, time; from pathlib import Path; from etl.warehouse.editions import drafted\n"
        "with drafted(Path(sys.argv[1])):\n    print('writing', flush=True); time.sleep(30)"
    )
    with subprocess.Popen([sys.executable, "-c", command, tmp_path], cwd=ROOT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout.readline() == b"writing\n"
        with pytest.raises(LockedError, match=rf"process {writer.pid} on .* since \d{{4}}-"), drafted(tmp_path):
            pass
        writer.kill()
    with drafted(tmp_path) as draft:
        assert draft.edition == 1


LOADER = """
import sys
from pathlib import Path
from etl.records import Article, Extraction, Figure
from etl.warehouse.editions import drafted
from etl.warehouse.load import record_edition, store

print("ready", flush=True)
for number in range(int(sys.argv[2]), 10_000):
    name = f"article {number}"
    figures = tuple(Figure(article=name, measure="killed", low=n, high=n) for n in range(20))
    with drafted(Path(sys.argv[1])) as draft:
        store(draft.connection, [Extraction(Article(article=name, text="text"), figures)], draft.edition)
        record_edition(draft.connection, draft.edition)
        draft.publish(kept_files=2)
"""


def test_a_loader_killed_at_any_moment_leaves_the_last_edition_and_the_next_works(tmp_path, reading):
    seen = 0
    for turn, moment in enumerate((0.05, 0.23, 0.31, 0.42, 0.57)):
        start = str(turn * 1000)
        command = [sys.executable, "-c", LOADER, tmp_path, start]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as loader:
            assert loader.stdout.readline() == b"ready\n"
            time.sleep(moment)
            loader.send_signal(signal.SIGKILL)
        if current_file(tmp_path) is None:
            continue
        with opened(tmp_path) as connection:
            edition = latest_edition(connection)
            shown = connection.execute("select articles, figures from editions order by edition").fetchall()
            counted = connection.execute(
                "select (select count(*) from articles_at($n)), (select count(*) from figures_at($n))", {"n": edition}
            ).fetchall()
        assert edition >= seen
        assert [shown[-1]] == counted
        assert counted[0][1] == 20 * counted[0][0]
        seen = edition
    assert seen >= 1, "no load came through at all: the moments are too early for this machine"
    publish(tmp_path, reading("after"))
    assert "after" in articles(tmp_path)
    assert not list(tmp_path.glob("draft-*"))


@pytest.mark.parametrize(
    "leftovers",
    [
        pytest.param(["draft-1-ab.duckdb", "draft-1-ab.duckdb.wal"], id="killed while drafting"),
        pytest.param(["ledger-000002.duckdb"], id="killed before the pointer moved"),
        pytest.param(["CURRENT.new"], id="killed while the pointer was written"),
    ],
)
def test_what_a_killed_load_left_is_cleaned(tmp_path, reading, leftovers):
    publish(tmp_path, reading("one"))
    for name in leftovers:
        (tmp_path / name).write_bytes(b"half")
    assert articles(tmp_path) == ["one"]
    publish(tmp_path, reading("two"))
    assert articles(tmp_path) == ["one", "two"]
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "CURRENT",
        "LOCK",
        "ledger-000001.duckdb",
        "ledger-000002.duckdb",
    ]


def test_a_first_load_killed_before_the_pointer_was_there_starts_again(tmp_path, reading):
    publish(tmp_path, reading("one"))
    (tmp_path / "CURRENT").unlink()
    publish(tmp_path, reading("two"))
    assert articles(tmp_path) == ["two"]


def test_a_lost_pointer_is_not_taken_for_an_empty_warehouse(tmp_path, reading):
    publish(tmp_path, reading("one"))
    publish(tmp_path, reading("two"))
    (tmp_path / "CURRENT").unlink()
    with pytest.raises(WarehouseError, match="CURRENT is missing"):
        publish(tmp_path, reading("three"))


@pytest.mark.parametrize(
    "pointer", ["", "ledger-000009.duckdb", "../ledger-000001.duckdb", "\x00", "ledger-1.duckdb"], ids=repr
)
def test_a_pointer_that_names_no_edition_is_refused(tmp_path, reading, pointer):
    publish(tmp_path, reading("one"))
    (tmp_path / "CURRENT").write_text(pointer)
    with pytest.raises(WarehouseError, match="which is no ledger file"), opened(tmp_path):
        pass


def test_no_edition_yet_says_how_to_make_one(tmp_path):
    with pytest.raises(WarehouseError, match="etl load"), opened(tmp_path / "nowhere"):
        pass


@contextmanager
def rewritten(folder, statement):
    file = current_file(folder)
    with duckdb.connect(str(file)) as connection:
        connection.execute(statement)
    yield


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("update meta set value = '2'", "schema version 2, expected 1; update the software"),
        ("update meta set value = '0'", "schema version 0, expected 1; load the articles into a new warehouse"),
        ("update meta set value = 'new'", "no warehouse that can be read"),
        ("delete from meta", "no warehouse that can be read"),
        ("drop table meta", "no warehouse that can be read"),
    ],
)
def test_another_schema_is_refused_by_reader_and_writer(tmp_path, reading, statement, message):
    publish(tmp_path, reading("one"))
    with rewritten(tmp_path, statement):
        with pytest.raises(WarehouseError, match=message), opened(tmp_path):
            pass
        with pytest.raises(WarehouseError, match=message):
            publish(tmp_path, reading("two"))
    assert [file.name for file in edition_files(tmp_path)] == ["ledger-000001.duckdb"]


def test_a_file_that_is_no_database_is_refused(tmp_path, reading):
    publish(tmp_path, reading("one")).write_bytes(b"not a database" * 1000)
    with pytest.raises(WarehouseError, match="no warehouse that can be read"), opened(tmp_path):
        pass


@pytest.fixture
def small_files():
    """Return a function that lets no file of this process grow beyond so many bytes, as a full disk would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    yield lambda limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("room", [100_000, 3_000_000], ids=["no room for a copy", "no room for the rows"])
def test_a_full_disk_publishes_nothing(tmp_path, reading, small_files, room):
    publish(tmp_path, reading("one"))
    large = [reading(f"n{number}", text=os.urandom(100_000).hex()) for number in range(40)]
    small_files(room)
    with pytest.raises(WarehouseError, match="nothing was published"):
        publish(tmp_path, *large)
    small_files(resource.RLIM_INFINITY)
    assert articles(tmp_path) == ["one"]
    assert not list(tmp_path.glob("draft-*"))
    publish(tmp_path, reading("two"))
    assert articles(tmp_path) == ["one", "two"]


def test_a_folder_that_cannot_be_made_is_reported(tmp_path, reading):
    (tmp_path / "file").write_text("")
    with pytest.raises(WarehouseError, match="cannot be written"):
        publish(tmp_path / "file" / "warehouse", reading("one"))


def test_every_file_of_the_schema_version_is_read():
    assert f"('schema_version', '{editions.SCHEMA_VERSION}')" in editions.schema()
