"""Filters: there and back through the query string, and what makes no sense said in one line each."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import EARLIEST, INTERVALS, LATEST, Filters, read_query

DAYS = st.none() | st.dates(EARLIEST, LATEST)
NAMES = st.text(min_size=1, max_size=60).map(str.strip).filter(lambda name: name and name.isprintable())


@st.composite
def choices(draw):
    since, until = draw(DAYS), draw(DAYS)
    if since and until and since > until:
        since, until = until, since
    return Filters(
        since=since,
        until=until,
        actors=tuple(draw(st.lists(NAMES, max_size=5, unique=True))),
        interval=draw(st.none() | st.sampled_from(INTERVALS)),
        edition=draw(st.none() | st.integers(1, 999_999_999)),
        sort=draw(st.none() | st.from_regex(r"-?[a-z_]{1,40}", fullmatch=True)),
        page=draw(st.integers(1, 999_999_999)),
    )


@given(choices())
def test_a_choice_comes_back_from_its_query(chosen):
    assert read_query(chosen.to_query()) == (chosen, ())


@given(st.text(max_size=300))
def test_any_query_is_read_and_what_it_means_is_stable(search):
    once, _ = read_query(search)
    assert read_query(once.to_query()) == (once, ())


def test_defaults_are_not_written():
    assert Filters().to_query() == ""
    assert Filters(page=1, interval="week").to_query() == "?interval=week"


def test_links_to_other_pages_leave_the_table_behind():
    assert Filters(since=date(2031, 1, 2), sort="-killed", page=4).for_links() == "?since=2031-01-02"


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("?since=13-04-2025", "since=13-04-2025 is not a day; write it YYYY-MM-DD."),
        ("?since=2025-02-30", "since=2025-02-30 is not a day; write it YYYY-MM-DD."),
        ("?until=0001-01-01", "until=0001-01-01 lies outside 1900 to 2199."),
        ("?since=٢٠٢٥-٠١-٠١", "since=٢٠٢٥-٠١-٠١ is not a day; write it YYYY-MM-DD."),
        ("?since=2025-05-01&until=2025-04-01", "since=2025-05-01 is after until=2025-04-01; both were left out."),
        ("?since=2025-05-01&since=2025-05-02", "since is given 2 times; the last one counts."),
        ("?interval=fortnight", "interval=fortnight is not an interval; choose day, week or month."),
        ("?edition=0", "edition=0 is not an edition; editions are numbered 1, 2, 3 …"),
        ("?edition=-1", "edition=-1 is not an edition; editions are numbered 1, 2, 3 …"),
        ("?page=one", "page=one is not a page; pages are numbered 1, 2, 3 …"),
        ("?sort=killed%3Bdrop", "sort=killed;drop is not a column of the table."),
        ("?actor=%00", "actor=� is not a name; it was left out."),
        ("?actor=" + "x" * 201, "actor=" + "x" * 59 + "… is not a name; it was left out."),
    ],
)
def test_nonsense_gets_one_line(query, line):
    filters, problems = read_query(query)
    assert problems == (line,)
    assert read_query(filters.to_query()) == (filters, ())


@pytest.mark.parametrize("query", ["", "?", None, "?utm_source=mail", "?at=1-2", "?since=", "?actor=+"])
def test_what_is_not_of_the_filters_is_left_alone(query):
    assert read_query(query) == (Filters(), ())


def test_too_many_actors_and_too_long_a_query():
    filters, problems = read_query("?" + "&".join(f"actor=a{n}" for n in range(50)))
    assert (len(filters.actors), problems) == (40, ("50 actors are asked for; the first 40 count.",))
    filters, problems = read_query("?actor=" + "x" * 9000)
    assert filters == Filters()
    assert problems == ("The query is longer than 8,000 characters and was left out.",)


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (Filters(), "all days; all actors"),
        (Filters(since=date(2031, 1, 1), until=date(2031, 1, 31)), "January 2031; all actors"),
        (Filters(until=date(2031, 1, 3), actors=("A", "B")), "until 3 Jan 2031; A or B"),
    ],
)
def test_a_choice_as_a_sentence(chosen, sentence):
    assert chosen.sentence() == sentence
