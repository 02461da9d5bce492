"""Pages and callbacks, called as functions inside a request."""

import json
import re
from datetime import date

import pytest
from dash import no_update

from dashboard import filter_bar, redraw, visits
from dashboard.app import create_app
from dashboard.filters import Filters
from dashboard.pages import article, registry
from dashboard.settings import Settings

LISTED = [path for path, _, _ in registry.LISTED]


@pytest.fixture
def app(still_app):
    """A request to the app on a warehouse that is only read."""
    with still_app.server.test_request_context():
        yield still_app


@pytest.fixture
def moving_app(folder):
    """A request to the app on a warehouse that the test publishes to."""
    made = create_app(Settings(warehouse=folder.path))
    with made.server.test_request_context():
        yield made


def text(component):
    """What a reader sees, as one string."""
    if component is None or isinstance(component, bool):
        return ""
    if isinstance(component, list | tuple):
        return " ".join(map(text, component))
    return text(component.children) if hasattr(component, "to_plotly_json") and hasattr(component, "children") else (
        "" if hasattr(component, "to_plotly_json") else str(component)
    )  # fmt: skip


@pytest.mark.parametrize("path", LISTED)
def test_every_page_is_drawn_without_a_trace_of_missing_values(app, path):
    page = registry.layout(path, "")
    assert not re.search(r"\b(None|nan|NaT|null)\b", text(page))
    assert not re.search(r"\b[a-z]\d{6}\b", text(page)), "a raw id"


@pytest.mark.parametrize("path", LISTED)
@pytest.mark.parametrize(
    "query",
    ["since=x", "until=x", "since=2031-02-01&until=2031-01-01", "actor=Nobody", "interval=x", "edition=99", "edition=x",
     "page=x", "sort=%27"],
)  # fmt: skip
def test_nonsense_in_the_query_gets_one_line_on_the_page(app, path, query):
    page = registry.layout(path, "?" + query)
    notice = page.children[0].children[0]
    assert len(notice.children) == 1
    assert notice.className == "notice"
    assert len(page.children) > 1


@pytest.mark.parametrize("path", LISTED)
def test_a_choice_without_rows_says_what_to_do(app, path):
    assert "Nothing to show" not in text(registry.layout(path, "?since=2100-01-01"))


def test_an_edition_of_the_past_has_a_banner(moving_app, folder):
    folder.publish()
    page = text(registry.layout("/strikes", "?edition=1"))
    assert "Edition 1 , as the ledger stood on 1 Feb 2031. Edition 2 is the current one." in page
    assert "is the current one" not in text(registry.layout("/strikes", ""))


def test_an_event_shows_who_claims_what_its_reports_corrections_and_citation(app, still_folder):
    page = text(registry.layout(f"/event/{still_folder.ids['contested']}", ""))
    for expected in (
        "Strike, 7 Jan 2031, Northtown, North Oblast",
        "≥ at least  12 killed low to high 12–30, contested 3 claims, 2 sources",
        "Contested, killed:  at least 12 (Westland rescue service), against more than 30 soldiers "
        "(Eastland Ministry of Defence).",
        "Attacker Eastland",
        "Two drones struck Northtown on Tuesday, officials said.",
        "Override . place: North → Northtown. The reports name the town. (A tester, 15 Jan 2031)",
        "Killed: more than 30 soldiers (Eastland Ministry of Defence); at least 12 (Westland rescue service); 9 (",
        "Killed, part of the toll 3  children Synthetic Wire, unattributed 8 Jan 2031",
        "4 claims, one by one, and why each counts or does not",
        f"event {still_folder.ids['contested']}, edition 1 (1 Feb 2031), from 2 articles.",
    ):
        assert expected in page


def test_tolls_of_two_sides_are_not_added_up(moving_app, folder):
    ids = {}

    def battle(builder):
        ids["event"] = builder.event(kind="ground_action", title="Fighting near Northtown")
        for side, number in (("Eastland", 40), ("Westland", 2)):
            builder.toll(ids["event"], low=number, best=number, high=number, side=side, contested=False)
            builder.claim(ids["event"], number, side=side)

    folder.publish(battle)
    page = text(registry.layout(f"/event/{ids['event']}", ""))
    assert "40 killed, Eastland" in page
    assert "2 killed, Westland" in page
    assert "42" not in page


@pytest.mark.parametrize(
    ("kind", "said"), [pytest.param("strike", True, id="a strike"), pytest.param("call", False, id="a call")]
)
def test_only_violence_without_a_number_says_so(moving_app, folder, kind, said):
    ids = {}
    folder.publish(lambda builder: ids.update(event=builder.event(kind=kind, title="Something in Newtown")))
    page = text(registry.layout(f"/event/{ids['event']}", ""))
    assert ("No report gives a number for this event." in page) is said
    assert "Cite this event" in page


def test_many_reports_are_folded_after_the_first(moving_app, folder):
    ids = {}

    def reported(builder):
        ids["event"] = builder.event(title="Strike on Newtown", mentions=7, articles=7, stories=7)
        for _ in range(7):
            mention = builder.add("mentions", article_id=builder.article(), evidence="Newtown was hit.")
            builder.add("mention_events", mention_id=mention, event_id=ids["event"], reason="same day: 2031-01-07")

    folder.publish(reported)
    page = text(registry.layout(f"/event/{ids['event']}", ""))
    assert "2 more reports" in page
    assert "Joined: same day: 7 Jan 2031." in page


@pytest.mark.parametrize(
    ("kind", "asked", "tab"),
    [
        ("Event", "contested", "Strike on Northtown, 7 Jan 2031 · Conflict Ledger"),
        ("Event", "never", "Event · Conflict Ledger"),
        ("Article", "wire", "Drones over Northtown · Conflict Ledger"),
        ("Article", "never", "Article · Conflict Ledger"),
    ],
)
def test_the_tab_names_the_event_or_article(app, still_folder, kind, asked, tab):
    [named] = [named for _, _, title, _, named in registry.ONE_OF if title == kind]
    assert registry._tab(kind, named, id=still_folder.ids.get(asked, asked)) == tab


@pytest.mark.parametrize(
    "path", ["/event/never", "/article/never", "/event/", "/event/a/b", "/nowhere", "/event/%3Cscript%3E"]
)
def test_what_is_not_there_is_said(app, path):
    assert "Nothing to show" in text(registry.layout(path, ""))


def test_an_article_is_shown_whole_with_its_evidence_marked(app, still_folder):
    page = registry.layout(f"/article/{still_folder.ids['wire']}", "?at=16-71")
    assert "What was read" in text(page)
    assert "“We will rebuild”" in text(page) or "We will rebuild," in text(page)


@pytest.mark.parametrize(
    ("search", "span"),
    [("?at=3-9", (3, 9)), ("", None), ("?at=9-3", None), ("?at=0-11", None), ("?at=x", None), ("?at=-1-3", None)],
)
def test_the_stretch_asked_for(search, span):
    found, problem = article.asked_span(search, 10)
    assert found == span
    assert bool(problem) == (span is None and search != "")


@pytest.mark.parametrize("chosen", [None, (2, 5), (0, 10), (4, 6)])
def test_marks_never_change_the_text(chosen):
    pieces = article.marked("0123456789", [(1, 4), (3, 8)], chosen)
    assert "".join(piece if isinstance(piece, str) else piece.children for piece in pieces) == "0123456789"
    evidence = [piece for piece in pieces if getattr(piece, "className", "") == "chosen"]
    assert "".join(piece.children for piece in evidence) == ("" if chosen is None else "0123456789"[slice(*chosen)])
    assert len([piece for piece in evidence if getattr(piece, "id", None)]) == (chosen is not None)


def test_a_redraw_brings_figures_and_parts_in_their_order(moving_app, folder):
    page = registry.layout("/strikes", "")
    ids = [each["id"] for each in map(redraw._properties, redraw._named(page))]
    charts = [each for each in ids if each["type"] == "chart"]
    parts = [each for each in ids if each["type"] == "part"]
    folder.publish(lambda builder: builder.event(title="Strike on Newtown"))
    figures, styles, children, whole = redraw.changed("token", charts, parts, "/strikes", "")
    assert (len(figures), len(styles), len(children), whole) == (len(charts), len(charts), len(parts), no_update)
    assert "Strike on Newtown" in text(children)
    assert redraw.changed("token", charts[:1], parts, "/strikes", "")[3] is not no_update


def test_a_page_that_cannot_be_had_says_why(tmp_path):
    with create_app(Settings(warehouse=tmp_path)).server.test_request_context():
        assert "There is no warehouse in" in text(registry.layout("/", ""))


class TestFilterBar:
    """The callbacks of the filter bar."""

    def choose(self, monkeypatch, control, search="", **values):
        monkeypatch.setattr(filter_bar, "ctx", type("Context", (), {"triggered_id": control}))
        given = {"period": None, "since": None, "until": None, "actors": None, "interval": None} | values
        return filter_bar.choose(**given, search=search)

    @pytest.mark.parametrize(
        ("control", "values", "search", "query"),
        [
            ("since", {"since": "2031-01-02"}, "", "?since=2031-01-02"),
            ("since", {"since": "2031-03-02"}, "?until=2031-02-01", "?since=2031-03-02"),
            ("until", {"until": "2031-01-02"}, "?since=2031-02-01", "?until=2031-01-02"),
            ("until", {"until": ""}, "?until=2031-02-01", ""),
            ("actors", {"actors": ["Eastland"]}, "?page=3", "?actor=Eastland"),
            ("interval", {"interval": "day"}, "", "?interval=day"),
            ("interval", {"interval": "auto"}, "?interval=day", ""),
            ("period", {"period": "all"}, "?since=2031-01-02", ""),
            ("period", {"period": "y2031"}, "", "?since=2031-01-01&until=2031-12-31"),
            ("period", {"period": "7"}, "", "?since=2031-02-25&until=2031-03-03"),
        ],
    )
    def test_a_control_asks_for_an_address(self, app, monkeypatch, control, values, search, query):
        assert self.choose(monkeypatch, control, search, **values) == {"search": query, "control": control}

    @pytest.mark.parametrize(
        ("control", "values", "search"),
        [
            ("since", {"since": "2031-01-02"}, "?since=2031-01-02"),
            ("since", {"since": "0002-01-02"}, ""),
            ("period", {"period": "chosen"}, "?since=2031-01-02"),
            ("actors", {"actors": []}, "?since=nonsense"),
            (None, {}, "?page=3"),
        ],
    )
    def test_what_the_address_says_already_changes_nothing(self, app, monkeypatch, control, values, search):
        assert self.choose(monkeypatch, control, search, **values) is no_update

    def test_the_controls_show_what_the_address_says(self, app):
        search = "?since=2031-01-01&until=2031-12-31&actor=Eastland&interval=day"
        shown = filter_bar.keep_in_step(search, "/strikes", None, None, None, None)
        periods, period, since, until, choices, actors, summary, interval, toggle, days, links, style, clear = shown
        assert {"label": "2031", "value": "y2031"} in periods
        assert (period, since, until, actors, summary, interval) == (
            "y2031", "2031-01-01", "2031-12-31", ["Eastland"], "Eastland", "day",
        )  # fmt: skip
        assert choices[0] == {"label": "Eastland", "value": "Eastland"}
        assert all(link.href.endswith("actor=Eastland&interval=day") for link in links)
        assert (style, clear) == ({}, "/strikes")
        assert (toggle, days) == ("Filters: 2031; Eastland", "Days told of Eastland: 7 Jan – 3 Mar 2031")

    @pytest.mark.parametrize(
        ("search", "days"),
        [
            ("", "Days told: 7 Jan – 3 Mar 2031"),
            ("?since=2031-01-09", "Days told: 9 Jan – 3 Mar 2031"),
            ("?since=2031-01-21&until=2031-01-21", "Days told: 21 Jan 2031"),
            ("?since=2100-01-01", "Nothing is told of this choice."),
        ],
    )
    def test_the_days_shown_are_said_in_words(self, app, search, days):
        assert filter_bar.keep_in_step(search, "/", None, None, None, None)[9] == days

    def test_the_bar_is_hidden_where_it_chooses_nothing(self, app):
        assert filter_bar.keep_in_step("", "/event/x", None, None, None, None)[-2] == {"display": "none"}

    @pytest.mark.parametrize(
        ("filters", "period"),
        [
            (Filters(), "all"),
            (Filters(since=date(2031, 2, 2), until=date(2031, 3, 3)), "30"),
            (Filters(since=date(2030, 1, 1), until=date(2030, 12, 31)), "y2030"),
            (Filters(since=date(2030, 1, 1)), "chosen"),
        ],
    )
    def test_a_preset_is_recognised(self, filters, period):
        assert filter_bar.period_of(filters, date(2031, 3, 3)) == period


def test_an_error_of_the_database_is_not_shown_to_the_reader(app, monkeypatch):
    import duckdb

    def broken(visit):
        raise duckdb.BinderException("secret column names")

    page = text(visits.show(broken, "/strikes", ""))
    assert "The warehouse could not answer." in page
    assert "secret" not in page


class TestServer:
    """What the server answers besides pages."""

    @pytest.mark.parametrize(
        ("path", "status"),
        [("/", 200), ("/strikes", 200), ("/event/x", 200), ("/nowhere", 404), ("/event/", 404), ("/event/a/b", 404)],
    )
    def test_an_unknown_path_is_not_found(self, still_client, path, status):
        assert still_client.get(path).status_code == status

    def test_headers_let_only_our_own_scripts_run(self, still_client):
        headers = still_client.get("/").headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "script-src 'self' 'sha256-" in policy
        assert policy.endswith("frame-ancestors 'self'")
        assert headers["X-Content-Type-Options"] == "nosniff"

    def test_no_version_is_told(self, still_client):
        page = still_client.get("/").get_data(as_text=True)
        assert '<html lang="en">' in page
        assert not re.search(r"python_version|dash_version|plotly_version", page)

    def test_nothing_is_loaded_from_elsewhere(self, still_client):
        page = still_client.get("/").get_data(as_text=True)
        assert not re.findall(r"(?:src|href)=[\"'](?:https?:)?//[^\"']+", page)

    def test_health_names_the_edition(self, client, folder):
        assert client.get("/health").json == {"status": "ok", "edition": 1}
        folder.publish()
        assert client.get("/health").json == {"status": "ok", "edition": 2}

    def test_the_token_moves_with_the_edition(self, client, folder):
        before = client.get("/api/edition").json
        folder.publish()
        assert client.get("/api/edition").json != before

    def test_the_data_of_a_chart(self, still_client):
        answer = still_client.get("/api/strikes-over-time.json?until=2031-01-31&interval=month").json
        assert answer["rows"] == [{"bucket": "2031-01-01T00:00:00.000", "weapon": "Drones", "events": 1}]
        assert (answer["edition"], answer["choice"]) == (1, "until 31 Jan 2031; all actors")
        csv = still_client.get("/api/strikes-over-time.csv?until=2031-01-31&interval=month").get_data(as_text=True)
        assert csv.splitlines() == ["bucket,weapon,events", "2031-01-01,Drones,1"]

    @pytest.mark.parametrize(
        ("path", "status", "words"),
        [
            ("/api/nothing.json", 404, "not a chart"),
            ("/api/strikes-over-time.csv?since=x", 400, "since=x is not a day"),
            ("/api/strikes-over-time.json?actor=Nobody", 400, "is nobody of whom"),
        ],
    )
    def test_errors_of_the_api_have_one_shape(self, still_client, path, status, words):
        answer = still_client.get(path)
        assert answer.status_code == status
        assert answer.json["status"] == status
        assert words in answer.json["error"]

    @pytest.mark.parametrize("slug", ["strikes-over-time", "casualties-over-time", "most-contested", "strike-map"])
    def test_an_embed_is_a_page_of_its_own(self, still_client, slug):
        answer = still_client.get(f"/embed/{slug}?since=nonsense")
        page = answer.get_data(as_text=True)
        assert answer.status_code == 200
        assert answer.headers["Content-Security-Policy"].endswith("frame-ancestors *")
        assert "since=nonsense is not a day" in page
        figure = re.search(r'<script id="figure" type="application/json">(.*?)</script>', page, re.DOTALL)
        assert json.loads(figure[1])["data"]

    def test_an_unknown_embed_is_not_found(self, still_client):
        assert still_client.get("/embed/%3Cscript%3E").status_code == 404

    def test_hostile_text_stays_text_in_an_embed(self, client, folder):
        hostile = "</script><script>alert(1)</script>"
        folder.publish(lambda war: war.add("quotes", article_id=folder.ids["wire"], speaker=hostile, text=hostile))
        page = client.get("/embed/statements-over-time").get_data(as_text=True)
        assert "alert(1)" in page
        assert "<script>alert" not in page
