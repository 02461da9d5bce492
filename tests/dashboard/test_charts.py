"""Charts: what is drawn for which rows; every chart of the catalogue draws an empty frame."""

import doctest
import importlib
import re
from datetime import date
from pathlib import Path

import pandas as pd
import plotly.offline
import pytest

from dashboard import catalogue, queries, told
from dashboard.charts import claims, columns, maps, rows, statements, theme
from dashboard.filters import Filters
from dashboard.settings import assets_folder


@pytest.mark.parametrize("module", ["words", "filters", "links", "told"])
def test_the_examples_in_docstrings_hold(module):
    result = doctest.testmod(importlib.import_module(f"dashboard.{module}"))
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("slug", catalogue.CHARTS)
def test_every_chart_draws_an_empty_frame_and_says_so(built, slug):
    built.publish()
    chart = catalogue.CHARTS[slug]
    question = queries.settle(built.connection, Filters())
    frame = chart.ask(built.connection, question)
    drawn = chart.draw(frame, question.interval)
    assert frame.empty
    assert [note.text for note in drawn.layout.annotations]
    assert chart.sentence(frame).startswith(("0", "Strikes in 0"))
    assert catalogue.not_drawn(frame, question.interval) == ""


@pytest.mark.parametrize("slug", catalogue.CHARTS)
def test_every_chart_draws_the_synthetic_war(war, slug):
    warehouse, _ = war
    chart = catalogue.CHARTS[slug]
    question = queries.settle(warehouse, Filters())
    frame = chart.ask(warehouse, question)
    drawn = chart.draw(frame, question.interval)
    assert drawn.data
    assert not re.search(r"\b(nan|None|NaT|null)\b", drawn.to_json().replace('"None"', "").replace("null", ""))
    assert not re.search(r"\b(nan|None|NaT)\b", chart.sentence(frame))


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    "colour", sorted({*theme.WEAPON_COLOURS.values(), *theme.KIND_COLOURS.values(), *theme.MEASURE_COLOURS.values()})
)
@pytest.mark.parametrize("page", [theme.LIGHT_PAGE, theme.DARK_PAGE])
def test_marks_stand_out_from_both_pages(colour, page):
    lighter, darker = sorted((luminance(colour), luminance(page)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_the_vendored_script_is_plotlys_own_version():
    version = plotly.offline.get_plotlyjs_version()
    script = assets_folder() / f"plotly-cartesian-{version}.min.js"
    assert f"plotly.js (cartesian - minified) v{version}" in script.read_text(encoding="utf-8")[:200]
    template = Path(catalogue.__file__).with_name("templates") / "embed.html"
    assert script.name in template.read_text(encoding="utf-8")


def test_no_chart_offers_to_send_data_away():
    assert theme.CONFIG["showSendToCloud"] is False


def test_a_column_covers_the_days_that_it_counts():
    frame = pd.DataFrame({"bucket": pd.to_datetime(["2031-02-01"]), "weapon": ["Drones"], "events": [3]})
    [bar] = columns.strikes_over_time(frame, "month").data
    assert bar.x[0] == "2031-02-01"
    assert bar.width[0] == pytest.approx(28 * theme.DAY_MS * 0.88)
    assert bar.customdata[0] == "2031-02-01/2031-02-28"
    assert "3 strikes" in bar.hovertext[0]


def test_small_charts_side_by_side_share_one_axis():
    frame = pd.DataFrame({"bucket": pd.to_datetime(["2031-02-01"]), "events": [3]})
    days = [date(2031, 1, 1), date(2031, 6, 30)]
    drawn = columns.plain_columns(frame, "day", "events", theme.BLUE, days)
    first, last = drawn.layout.xaxis.autorangeoptions.include
    assert first <= "2031-01-01"
    assert last >= "2031-06-30"


def test_an_empty_chart_is_low():
    assert columns.strikes_over_time(pd.DataFrame({"bucket": []}), "day").layout.height == theme.EMPTY_HEIGHT


def test_contested_counts_run_from_low_to_high_with_a_dot_at_the_best():
    frame = pd.DataFrame(
        {"event_id": ["e1"], "title": ["Strike on Northtown"], "started_on": [date(2031, 1, 7)], "ended_on": [None],
         "measure": ["killed"], "low": [12.0], "best": [14.0], "high": [30.0], "sources": [2], "claims": [3.0]}
    )  # fmt: skip
    line, dot = rows.most_contested(frame).data
    assert (list(line.x), list(dot.x)) == ([12, 30], [14])
    assert dot.customdata[0] == "/event/e1"


def test_a_statement_alone_leads_to_its_sentence_and_several_to_their_list():
    frame = pd.DataFrame(
        {"bucket": pd.to_datetime(["2031-01-07", "2031-01-08"]), "speaker": ["Ann Example"] * 2, "dated": [1, 0],
         "statements": [1, 4],
         "words": ["We will rebuild."] * 2, "article_id": ["a1"] * 2, "evidence_start": [5, 5], "evidence_end": [9, 9]}
    )  # fmt: skip
    [dots] = statements.statements_over_time(frame, "day").data
    assert list(dots.customdata) == ["/article/a1?at=5-9", "2031-01-08/2031-01-08/Ann Example"]


def claim(**values):
    plain = {
        "figure_id": "f", "measure": "killed", "counted": None, "side": None, "low": 10.0, "high": 10.0,
        "qualifier": "exact", "claimant": "Governor", "said_on": date(2031, 1, 8), "scope": "event",
        "standing": "current",
        "reason": "",
        "article_id": "a1", "title": "T", "source": "S", "published_on": date(2031, 1, 8),
        "evidence": "E",
        "evidence_start": 0, "evidence_end": 1,
    }  # fmt: skip
    return plain | values


@pytest.mark.parametrize(
    ("claims_made", "expected"),
    [
        pytest.param(
            [claim(), claim(article_id="a2", standing="repeat")],
            [("current", 10.0, "Governor", 2)],
            id="a repeat goes with what it repeats",
        ),
        pytest.param(
            [claim(standing="superseded"), claim(article_id="a2", standing="repeat"), claim(low=12.0, high=12.0)],
            [("current", 12.0, "Governor", 1), ("superseded", 10.0, "Governor", 2)],
            id="the repeat of a revised number is revised",
        ),
        pytest.param(
            [claim(claimant=None), claim(article_id="a2"), claim(article_id="a3", claimant="Police")],
            [("current", 10.0, "Governor and 2 more", 3)],
            id="one number of several accounts, the named first",
        ),
        pytest.param(
            [claim(), claim(qualifier="at_least", article_id="a2")],
            [("current", 10.0, "Governor", 1), ("current", 10.0, "Governor", 1)],
            id="an open number is another than an exact one",
        ),
        pytest.param(
            [claim(counted="soldiers"), claim(standing="subset", counted="children")],
            [("current", 10.0, "Governor", 1), ("subset", 10.0, "Governor", 1)],
            id="a part of the toll stands apart",
        ),
        pytest.param([], [], id="nobody gives a number"),
    ],
)
def test_claims_are_gathered_into_numbers(claims_made, expected):
    numbers = told.gathered(pd.DataFrame(claims_made, columns=list(claim())))
    assert [tuple(row) for row in numbers[["standing", "high", "who", "articles"]].to_numpy().tolist()] == expected


def test_a_number_of_no_side_goes_with_the_toll_that_has_most_claims():
    numbers = told.gathered(pd.DataFrame([claim(side="Eastland"), claim(low=3.0, high=3.0, side="Westland"), claim()]))
    tolls = pd.DataFrame({"measure": ["killed"] * 2, "side": ["Eastland", "Westland"], "claims": [2, 1]})
    assert told.of_toll(numbers, tolls, "killed", "Eastland")["high"].tolist() == [10.0, 10.0]
    assert told.of_toll(numbers, tolls, "killed", "Westland")["high"].tolist() == [3.0]


def test_an_open_claim_has_an_arrow_and_a_retracted_one_is_struck_out():
    frame = told.gathered(
        pd.DataFrame([claim(qualifier="more_than"), claim(claimant="Other", standing="retracted", low=3.0, high=3.0)])
    )
    notes = claims.claims_by_claimant(frame, {"low": 10, "best": 10, "high": 10}).layout.annotations
    assert sum(bool(note.showarrow) for note in notes) == 1
    assert any(note.text == "<b>more than 10</b>" for note in notes)
    assert any(note.text == "<s><b>3</b></s>" for note in notes)


def test_what_was_revised_shares_one_row_and_is_told_as_a_history():
    made = [
        claim(low=number, high=number, standing="superseded", said_on=date(2031, 1, day))
        for number, day in ((20.0, 9), (12.0, 7), (17.0, 8))
    ]
    drawn = claims.claims_by_claimant(told.gathered(pd.DataFrame([*made, claim(low=25.0, high=25.0)])), None)
    standing, revised = drawn.data
    assert (list(standing.x), list(revised.x), set(revised.y)) == ([25, 25], [12, 17, 20], {1})
    assert any(note.text == "12 → 17 → 20" for note in drawn.layout.annotations)


def test_a_count_moved_if_other_days_brought_other_numbers():
    rising = [claim(), claim(low=12.0, high=12.0, said_on=date(2031, 1, 9))]
    assert claims.has_history(told.gathered(pd.DataFrame(rising)))
    dispute = [claim(), claim(claimant="Other", low=12.0, high=12.0)]
    assert not claims.has_history(told.gathered(pd.DataFrame(dispute)))
    line, dots = claims.claims_over_time(told.gathered(pd.DataFrame(rising))).data
    assert (list(line.y), list(dots.y)) == ([10, 12], [10, 12])


def test_names_are_drawn_letter_for_letter():
    hostile = '<a href="http://example.org">x</a> $a$ %{y}'
    assert theme.plain(hostile) == '&lt;a href="http://example.org"&gt;x&lt;/a&gt; $a$ %{y}'
    assert "<a" not in theme.fold(hostile)


def test_crimea_donetsk_and_kherson_lie_in_ukraine():
    def holds(rings, lon, lat):
        return any(
            sum(
                (a[1] > lat) != (b[1] > lat) and lon < (b[0] - a[0]) * (lat - a[1]) / (b[1] - a[1]) + a[0]
                for a, b in zip(ring, ring[1:] + ring[:1], strict=True)
            )
            % 2
            for ring in rings
        )

    for scale in ("near", "world"):
        for lon, lat in ((34.1, 44.95), (33.53, 44.6), (37.8, 48.0), (32.62, 46.64), (39.31, 48.57), (35.14, 47.84)):
            owners = [code for code, rings in maps._borders()[scale].items() if holds(rings, lon, lat)]
            assert owners == ["UKR"]


def test_an_event_without_coordinates_has_no_dot():
    drawn = maps.event_map({"lat": None, "lon": None, "place": "x", "region": None, "place_precision": None})
    assert not drawn.data
