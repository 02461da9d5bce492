import pytest

from etl.errors import CheckError
from etl.records import Extraction
from etl.warehouse.checks import check
from etl.warehouse.load import changed_articles, record_edition, store
from etl.warehouse.rows import frames
from etl.warehouse.versions import changed_tables


def rows(connection, query):
    return connection.execute(query).fetchall()


def test_every_record_becomes_a_row(connection, reading):
    store(connection, [reading()], 1)
    assert rows(connection, "select speaker, form from quotes") == [("Volodymyr Zelensky", "indirect")]
    assert rows(connection, "select measure, low, place, came, gone from figures") == [("killed", 3.0, "Sumy", 1, None)]
    assert rows(connection, "select kind, actors[1].name, weapons from mentions") == [("strike", "Russia", ["missile"])]
    assert rows(connection, "select stage, text, text_start from issues") == [("dates", "recently", 3)]
    assert rows(connection, "select words, published_on::varchar from articles") == [(9, "2025-04-13")]


def test_the_same_article_again_changes_nothing(connection, reading):
    store(connection, [reading()], 1)
    store(connection, [reading()], 2)
    assert changed_tables(connection, 2) == {}
    assert changed_articles(connection, 2) == []


def test_a_changed_article_replaces_its_records_and_no_others(connection, reading):
    store(connection, [reading("one"), reading("two")], 1)
    store(connection, [reading("one", killed=4)], 2)
    assert set(changed_tables(connection, 2)) == {"figures"}
    assert rows(connection, "select low from figures_at(1) order by 1") == [(3.0,), (3.0,)]
    assert rows(connection, "select low from figures_at(2) order by 1") == [(3.0,), (4.0,)]
    assert changed_articles(connection, 2) == [reading("one").article.article_id]


def test_an_article_is_the_same_by_its_url(connection, reading):
    store(connection, [reading("one", url="https://example.org/a")], 1)
    store(connection, [reading("renamed", url="https://example.org/a", text="Three were killed.")], 2)
    assert rows(connection, "select article from articles_at(2)") == [("renamed",)]


def test_the_last_of_two_readings_of_one_article_counts(connection, reading):
    store(connection, [reading(killed=3), reading(killed=5)], 1)
    assert rows(connection, "select low from figures") == [(5.0,)]


def test_ready_made_records_keep_the_text_that_is_there(connection, reading):
    store(connection, [reading()], 1)
    store(connection, [reading(text=""), reading("new", text="")], 2)
    assert rows(connection, "select article, text <> '' from articles_at(2) order by 1") == [
        ("new", False),
        ("one", True),
    ]


def test_records_that_stand_in_one_place_get_an_ordinal(reading):
    first = reading()
    doubled = Extraction(first.article, first.records * 2, first.issues * 2)
    for table, id_column in (("figures", "figure_id"), ("quotes", "quote_id"), ("issues", "issue_id")):
        one, two = frames([doubled])[table][id_column]
        assert two == f"{one}-2"


def test_ids_are_the_same_on_every_reading(reading):
    assert frames([reading()])["mentions"].equals(frames([reading()])["mentions"])


def test_an_edition_counts_what_it_shows(connection, reading):
    store(connection, [reading("one"), reading("two")], 1)
    record_edition(connection, 1)
    store(connection, [reading("two", killed=7, text="Seven people were killed.")], 2)
    record_edition(connection, 2)
    counted = rows(connection, "select articles, figures, articles_came, articles_gone from editions order by edition")
    assert counted == [(2, 2, 2, 0), (2, 2, 1, 1)]


def test_a_loaded_draft_passes_the_checks(connection, reading):
    store(connection, [reading("one"), reading("bare", text="")], 1)
    check(connection)
    assert rows(connection, "select count(*) from articles") == [(2,)]


EVENT = (
    "insert into events (event_id, kind, title, actors, weapons, planned, mentions, articles, stories, came) "
    "values ('e1', 'strike', 'Strike', [], [], false, {mentions}, 1, 1, 1)"
)


@pytest.mark.parametrize(
    ("fault", "check_name"),
    [
        ("insert into articles select * from articles", "ids are unique"),
        ("delete from articles", "rows have their article"),
        ("update figures set evidence = 'Four people'", "evidence stands in the text"),
        ("update mentions set evidence_start = 1", "evidence stands in the text"),
        ("update mentions set ended_on = date '2025-04-12'", "spans run forward"),
        ("update figures set high = 2", "spans run forward"),
        ("update figures set best = 4", "spans run forward"),
        ("update figures set low = -1", "numbers are in their range"),
        ("update figures set high = 9e9", "numbers are in their range"),
        ("update quotes set gone = 1", "history is in order"),
        (EVENT.format(mentions=1), "events are told"),
        (
            "insert into claims (figure_id, event_id, article_id, measure, low, high, qualifier, scope, standing, "
            "reason, came) values ('f', 'nowhere', 'a', 'killed', 1, 1, 'exact', 'event', 'current', '', 1)",
            "claims have their event",
        ),
    ],
)
def test_a_fault_stops_the_edition(connection, reading, fault, check_name):
    store(connection, [reading()], 1)
    record_edition(connection, 1)
    connection.execute(fault)
    with pytest.raises(CheckError, match=check_name):
        check(connection)
