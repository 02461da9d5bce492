import csv
import json

import pandas as pd
import pytest

from etl.export.formats import Shape
from etl.export.shapes import ACLED_COLUMNS, UCDP_COLUMNS, coded_events
from etl.export.trade import export_shape
from etl.warehouse.versions import sync


def rows_of(file):
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_acled_rows_have_its_columns_and_our_sources(connection, tmp_path):
    file, _ = export_shape(connection, tmp_path, Shape.ACLED, 1)
    [row] = rows_of(file)
    assert list(row) == list(ACLED_COLUMNS)
    expected = {
        "event_id_cnty": "e1", "event_date": "2025-04-13", "time_precision": "1",
        "event_type": "Explosions/Remote violence", "killed_counts": "True",
        "sub_event_type": "Shelling/artillery/missile attack", "actor1": "Russia", "actor2": "Ukraine",
        "country": "Ukraine", "admin1": "Sumy Oblast", "location": "Sumy", "geo_precision": "1", "fatalities": "34",
        "source": "Example Wire", "urls": "https://example.org/1", "cameo": "190", "edition": "1",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert row["notes"] == "Strike on Sumy. Killed: 34 to 60, best 35 (3 claims; contested)."


def test_ucdp_rows_have_low_best_and_high(connection, tmp_path):
    file, _ = export_shape(connection, tmp_path, Shape.UCDP, 1)
    [row] = rows_of(file)
    assert list(row) == list(UCDP_COLUMNS)
    expected = {
        "id": "e1", "side_a": "Russia", "side_b": "Ukraine", "low": "34", "best": "35", "high": "60",
        "deaths_a": "", "deaths_b": "", "deaths_unknown": "35", "date_start": "2025-04-13", "date_prec": "1",
        "where_prec": "1", "number_of_sources": "1",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("ended_on", "precision", "expected"),
    [
        ("2025-04-13", "day", "1"),
        ("2025-04-13", None, "1"),
        ("2025-04-14", "day", "2"),
        ("2025-04-18", None, "2"),
        ("2025-04-19", None, "3"),
        ("2025-04-19", "week", "3"),
        ("2025-04-30", "month", "4"),
        ("2025-05-13", None, "4"),
        ("2025-05-14", None, "5"),
    ],
)
def test_ucdp_date_precision_is_that_of_the_span(connection, tmp_path, ended_on, precision, expected):
    values = {"ended_on": ended_on, "precision": precision}
    connection.execute("update events set ended_on = $ended_on::date, date_precision = $precision", values)
    [row] = rows_of(export_shape(connection, tmp_path, Shape.UCDP, 1)[0])
    assert row["date_prec"] == expected


def test_the_dead_of_a_side_are_told_apart(connection, tmp_path):
    toll = {"event_id": "e1", "measure": "killed", "low": 5, "best": 6, "high": 7, "claims": 1, "sources": 1}
    sides = pd.DataFrame([toll | {"side": side, "contested": False, "counts": True} for side in ("Russia", "Ukraine")])
    sync(connection, "tolls", sides, 2)
    [row] = rows_of(export_shape(connection, tmp_path, Shape.UCDP, 1)[0])
    assert (row["best"], row["deaths_a"]) == ("35", "")
    connection.execute("insert into editions select 2, published_at, software, 1, 1, 1, 1, 2, 0, 0 from editions")
    [row] = rows_of(export_shape(connection, tmp_path, Shape.UCDP, 2)[0])
    assert (row["best"], row["deaths_a"], row["deaths_b"], row["deaths_unknown"]) == ("12", "6", "6", "0")


def test_geojson_has_a_point_or_no_geometry(connection, tmp_path):
    file, _ = export_shape(connection, tmp_path, Shape.GEOJSON, 1)
    meeting, strike = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert strike["geometry"] == {"type": "Point", "coordinates": [34.8003, 50.9216]}
    assert (strike["properties"]["killed_best"], strike["properties"]["sources"]) == (35, ["Example Wire"])
    assert (meeting["geometry"], meeting["properties"]["plover_event"]) == (None, "CONSULT")


def test_parquet_holds_every_event(connection, tmp_path):
    file, _ = export_shape(connection, tmp_path, Shape.PARQUET, 1)
    found = connection.execute(
        "select event_id, sources, edition from read_parquet($file) order by 1", {"file": str(file)}
    )
    assert found.fetchall() == [("e1", ["Example Wire"], 1), ("e2", None, 1)]


def test_one_metadata_file_describes_all_files_of_a_folder(connection, tmp_path):
    for shape in Shape:
        export_shape(connection, tmp_path, shape, 1)
    about = json.loads((tmp_path / "metadata.json").read_text(encoding="utf-8"))
    assert set(about["files"]) == {file.name for file in tmp_path.iterdir()} - {"metadata.json"}
    acled = about["files"]["events-acled.csv"]
    assert (acled["rows"], acled["edition"], acled["sources"]) == (1, 1, ["Example Wire"])
    assert acled["columns"] == dict(ACLED_COLUMNS)


@pytest.mark.parametrize("shape", Shape)
def test_a_warehouse_without_events_gives_files_without_rows(connection, tmp_path, shape):
    connection.execute("delete from events")
    file, _ = export_shape(connection, tmp_path, shape, 1)
    assert file.exists()
    assert coded_events(connection, 1) == []
