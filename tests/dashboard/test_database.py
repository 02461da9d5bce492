"""The warehouse: the pointer, editions that move under readers, and what cannot be read."""

from __future__ import annotations

import threading

import duckdb
import pytest

from dashboard.database import Warehouse
from dashboard.errors import WarehouseError


def editions(warehouse):
    with warehouse.cursor() as cursor:
        return cursor.execute("select max(edition) from editions").fetchone()[0]


def test_the_connection_follows_the_pointer(folder):
    warehouse = Warehouse(folder.path)
    assert editions(warehouse) == 1
    folder.publish()
    assert editions(warehouse) == 2


def test_a_cursor_keeps_its_edition_while_the_pointer_moves_and_the_file_goes(folder):
    warehouse = Warehouse(folder.path)
    with warehouse.cursor() as cursor:
        folder.publish()
        assert editions(warehouse) == 2
        (folder.path / "ledger-000001.duckdb").unlink()
        assert cursor.execute("select max(edition) from editions").fetchone() == (1,)


def test_nothing_can_be_written(folder):
    with Warehouse(folder.path).cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute("delete from events")


def test_nothing_outside_the_file_can_be_read(folder):
    with Warehouse(folder.path).cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute("select * from read_text('/etc/hostname')")


@pytest.mark.parametrize("pointer", ["", "../elsewhere.duckdb", "ledger-000009.duckdb", "CURRENT"])
def test_a_pointer_that_leads_nowhere_is_said(folder, pointer):
    (folder.path / "CURRENT").write_text(pointer)
    with pytest.raises(WarehouseError), Warehouse(folder.path).cursor():
        pass


def test_no_warehouse_says_how_to_make_one(tmp_path):
    with pytest.raises(WarehouseError, match="python -m etl load"):
        Warehouse(tmp_path).token()


def test_a_newer_schema_is_refused_with_what_to_do(folder):
    path = folder.path / "ledger-000001.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("update meta set value = '999' where key = 'schema_version'")
    with pytest.raises(WarehouseError, match=r"schema version 999.*Update"), Warehouse(folder.path).cursor():
        pass


def test_threads_share_one_connection_while_editions_come(folder):
    warehouse = Warehouse(folder.path)
    seen, faults = [], []

    def read():
        try:
            for _ in range(30):
                seen.append(editions(warehouse))
        except Exception as error:  # whatever it is, the test shows it
            faults.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for _ in range(5):
        folder.publish()
    for reader in readers:
        reader.join()
    assert faults == []
    assert editions(warehouse) == 6
    assert len(seen) == 120
