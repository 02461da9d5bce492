"""Queries on a synthetic warehouse in memory, the rows in sight of the assertion."""

from datetime import date

import pytest

from dashboard import queries
from dashboard.filters import Filters

JANUARY = Filters(since=date(2031, 1, 1), until=date(2031, 1, 31))


def ask(warehouse, **chosen):
    return queries.settle(warehouse, Filters(**chosen))


def test_a_strike_counts_once_however_many_articles_report_it(built):
    event = built.event(articles=7)
    for _ in range(7):
        mention = built.add("mentions", article_id=built.article())
        built.add("mention_events", mention_id=mention, event_id=event, reason="same")
    built.publish()
    rows = queries.strikes_over_time(built.connection, ask(built.connection, interval="day"))
    assert rows[["weapon", "events"]].values.tolist() == [["Not named", 1]]


@pytest.mark.parametrize(
    ("weapons", "name"),
    [
        ([], "Not named"),
        (["drone"], "Drones"),
        (["ballistic missile", "cruise missile"], "Missiles"),
        (["missile", "drone"], "Drones and missiles"),
        (["missile", "cluster munition"], "Missiles"),
        (["cluster munition"], "Other"),
        (["glide bomb"], "Bombs"),
        (["artillery", "rocket"], "Shells and rockets"),
        (["drone", "glide bomb"], "Other"),
    ],
)
def test_weapons_are_told_in_classes(built, weapons, name):
    built.event(weapons=weapons)
    built.publish()
    rows = queries.strikes_over_time(built.connection, ask(built.connection))
    assert rows["weapon"].tolist() == [name]


def test_a_wave_counts_by_its_parts(built):
    wave = built.event(title="Strike on Westland", place="Westland")
    for place in ("Northtown", "Southport"):
        built.event(place=place, part_of=wave)
    built.toll(wave, low=5, best=5, high=5, counts=False)
    built.publish()
    question = ask(built.connection)
    assert queries.strikes_over_time(built.connection, question)["events"].sum() == 2
    numbers = queries.key_numbers(built.connection, question)
    assert (numbers["strikes"], numbers["places"], numbers["killed"]) == (2, 2, 0)
    assert queries.casualties_over_time(built.connection, question).empty
    assert sorted(queries.strike_rows(built.connection, question)["parts"]) == [0, 0, 2]


def test_a_window_includes_both_ends_and_spans_that_reach_into_it(built):
    built.event(started_on=date(2031, 1, 1), ended_on=date(2031, 1, 1))
    built.event(started_on=date(2031, 1, 31), ended_on=date(2031, 2, 1))
    built.event(started_on=date(2031, 2, 1), ended_on=date(2031, 2, 1))
    built.event(started_on=None, ended_on=None)
    built.publish()
    question = queries.settle(built.connection, JANUARY)
    assert len(queries.strike_rows(built.connection, question)) == 2


def test_a_day_that_is_not_fixed_within_the_interval_is_not_drawn(built):
    built.event(started_on=date(2031, 1, 1), ended_on=date(2031, 1, 31))
    built.publish()
    daily = queries.strikes_over_time(built.connection, ask(built.connection, interval="day"))
    assert daily["bucket"].isna().tolist() == [True]
    monthly = queries.strikes_over_time(built.connection, ask(built.connection, interval="month"))
    assert [day.date() for day in monthly["bucket"]] == [date(2031, 1, 1)]


def test_a_planned_event_is_no_event_yet(built):
    for kind in ("strike", "meeting"):
        built.event(kind=kind, planned=True, status="planned")
    built.event(kind="call", status="called off")
    built.publish()
    question = ask(built.connection)
    numbers = queries.key_numbers(built.connection, question)
    assert (numbers["strikes"], numbers["contacts"]) == (0, 0)
    assert queries.diplomacy_over_time(built.connection, question).empty
    assert len(queries.diplomacy_rows(built.connection, question)) == 2


def test_choosing_a_state_takes_in_its_president_ministries_and_forces(war):
    warehouse, _ = war
    question = ask(warehouse, actors=("Eastland",))
    assert question.names == ["Eastland", "Eastland Ministry of Defence", "Eastland President"]
    said = queries.statement_rows(warehouse, question)
    assert said["speaker"].tolist() == ["Eastland President"]
    alone = ask(warehouse, actors=("Eastland President",))
    assert queries.strike_rows(warehouse, alone).empty


def test_casualties_sum_each_event_once_with_low_best_and_high(war):
    warehouse, _ = war
    rows = queries.casualties_over_time(warehouse, ask(warehouse, interval="month"))
    assert rows[["measure", "low", "best", "high", "events", "contested"]].values.tolist() == [
        ["killed", 12, 12, 30, 1, 1],
        ["injured", 4, 4, 4, 1, 0],
    ]


def test_the_most_contested_come_widest_first(built):
    for low, high in ((1, 5), (10, 90), (7, 7)):
        built.toll(built.event(), low=low, best=low, high=high)
    built.publish()
    rows = queries.most_contested(built.connection, ask(built.connection))
    assert rows[["low", "high"]].values.tolist() == [[10, 90], [1, 5]]


def test_pairs_count_what_two_took_part_in_together(war):
    warehouse, _ = war
    rows = queries.diplomacy_pairs(warehouse, ask(warehouse))
    assert rows[["first_name", "second_name", "talks", "calls"]].values.tolist() == [["Eastland", "Westland", 1, 0]]


def test_the_same_words_in_copies_of_one_story_are_one_statement(built):
    for _ in range(3):
        article = built.article()
        built.add("stories", article_id=article, story_id="one")
        built.add("quotes", article_id=article, speaker="Ann Example")
    built.publish()
    rows = queries.statements_over_time(built.connection, ask(built.connection))
    assert rows["statements"].tolist() == [1]


def test_a_past_edition_shows_what_it_showed(built):
    built.event(title="gone", gone=2)
    built.event(title="kept")
    built.event(title="came", came=2)
    built.publish(1)
    built.publish(2)
    for edition, titles in ((1, ["gone", "kept"]), (2, ["came", "kept"]), (None, ["came", "kept"])):
        rows = queries.strike_rows(built.connection, ask(built.connection, edition=edition))
        assert sorted(rows["title"]) == titles


def test_an_event_is_found_through_the_ids_it_once_had(built):
    event = built.event()
    built.add("redirects", old_event_id="older", event_id="old")
    built.add("redirects", old_event_id="old", event_id=event)
    built.publish()
    assert queries.event(built.connection, 1, "older")["event_id"] == event
    assert queries.event(built.connection, 1, "older")["redirected"]
    assert not queries.event(built.connection, 1, event)["redirected"]
    assert queries.event(built.connection, 1, "never") == {}


def test_redirects_in_a_circle_end(built):
    built.add("redirects", old_event_id="a", event_id="b")
    built.add("redirects", old_event_id="b", event_id="a")
    built.publish()
    assert queries.event(built.connection, 1, "a") == {}


@pytest.mark.parametrize(
    ("last", "interval"), [(date(2031, 1, 20), "day"), (date(2031, 6, 1), "week"), (date(2034, 1, 1), "month")]
)
def test_the_interval_suits_the_span(built, last, interval):
    built.event(started_on=date(2031, 1, 7))
    built.event(started_on=last, ended_on=last)
    built.publish()
    assert ask(built.connection).interval == interval


def test_hostile_values_are_bound(war):
    warehouse, _ = war
    question = queries.Question(1, names=["'; drop table events; --"])
    assert queries.strike_rows(warehouse, question).empty
    assert queries.event(warehouse, 1, "' or 1=1 --") == {}
    assert len(queries.strike_rows(warehouse, queries.Question(1))) == 3


def test_actors_can_be_chosen_of_whom_something_is_told(war):
    warehouse, _ = war
    names = queries.actor_choices(warehouse, 1)["name"].tolist()
    assert names[0] == "Eastland"
    assert "Ann Example" in names
    assert "Eastland Ministry of Defence" not in names  # a member, but no figure or event names it


def test_totals_of_periods_are_told_apart_from_events(built):
    article = built.article()
    for scope, number in (("period", 164), ("running", 6000), ("event", 12), ("background", 3)):
        figure = built.add("figures", article_id=article, low=number, high=number)
        built.add(
            "claims", figure_id=figure, article_id=article, measure="killed", low=number, high=number,
            qualifier="exact", scope=scope, standing="background", reason="synthetic",
        )  # fmt: skip
    built.publish()
    question = ask(built.connection)
    assert sorted(queries.reported_totals(built.connection, question, queries.PEOPLE)["low"]) == [164, 6000]
    assert queries.reported_totals(built.connection, question, queries.MUNITIONS).empty
    assert queries.key_numbers(built.connection, question)["killed"] == 0


def test_an_event_knows_what_it_is_part_of_and_its_parts(built):
    wave = built.event(title="wave")
    town = built.event(title="town", part_of=wave)
    built.publish()
    assert queries.event_family(built.connection, 1, town)[["title", "is_part"]].values.tolist() == [["wave", False]]
    assert queries.event_family(built.connection, 1, wave)[["title", "is_part"]].values.tolist() == [["town", True]]
