from etl.export.records import exported_records
from etl.records import from_json


def test_records_carry_their_event(connection):
    found = list(exported_records(connection, 1))
    assert [record["record"] for record in found] == ["article", "quote", "figure", "event"]
    assert [record.get("event_id") for record in found] == [None, None, "e1", "e1"]


def test_a_figure_that_counts_no_event_has_none(connection):
    connection.execute("update claims set event_id = null, scope = 'period'")
    [figure] = [record for record in exported_records(connection, 1) if record["record"] == "figure"]
    assert "event_id" not in figure


def test_what_is_exported_is_in_the_interchange_format(connection):
    found = [from_json(record) for record in exported_records(connection, 1)]
    assert [record.article for record in found] == ["one"] * 4
    figure = found[2]
    assert (figure.group, figure.low, figure.start.isoformat()) == ("people", 34, "2025-04-13")
