"""What an analyst does, in a browser: open, filter, open the evidence, share, go back, and see news come in."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from threading import Thread
from urllib.parse import urlsplit

import pytest
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXIS_RANGE = "document.querySelector('.js-plotly-plot').layout.xaxis.range"
PAGES = ("/", "/strikes", "/casualties", "/diplomacy", "/statements", "/articles")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.timeout(150),
]


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def desk(chromium, folder, serve):
    """A reader at the dashboard: opens pages and keeps what went wrong on them."""
    with serve(folder.path) as address:
        desk = Desk(chromium, address)
        yield desk
        desk.close()


class Desk:
    def __init__(self, chromium, address):
        self.address = address
        self.context = chromium.new_context(viewport={"width": 1280, "height": 900})
        self.context.set_default_timeout(15_000)
        self.faults = []
        self.foreign = []
        self.context.on("request", self._look_at_request)
        self.context.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.context.on("weberror", lambda error: self.faults.append(str(error.error)))

    def _look_at_request(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.foreign.append(request.url)

    def open(self, path):
        page = self.context.new_page()
        page.goto(self.address + path)
        page.wait_for_selector("main h1")
        return page

    def close(self):
        self.context.close()


@contextmanager
def another_site(body):
    """A site on another port whose one page is this; yields its address."""
    server = make_server("127.0.0.1", 0, Response(body, mimetype="text/html"))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join(timeout=5)


def shown(page):
    """Where the page is: path and query."""
    parts = urlsplit(page.url)
    return parts.path + ("?" + parts.query if parts.query else "")


def test_every_page_draws_and_asks_nobody_else(desk):
    for path in PAGES:
        page = desk.open(path)
        if path != "/articles":
            page.wait_for_selector(".js-plotly-plot .main-svg")
        assert page.get_attribute("html", "lang") == "en"
        page.close()
    assert desk.foreign == []
    assert desk.faults == []


def test_filter_evidence_share_and_back(desk):
    from playwright.sync_api import expect

    page = desk.open("/strikes")
    assert page.locator("text=Strike on Southport").count() == 1

    page.fill("#until", "2031-01-31")
    page.wait_for_url("**/strikes?until=2031-01-31")
    page.wait_for_selector("text=Strike on Southport", state="detached")

    page.click("#actors-summary")
    page.fill("#actor-search", "eastl")
    page.check("#actors >> text=/^Eastland$/")
    page.wait_for_url("**/strikes?until=2031-01-31&actor=Eastland")
    page.keyboard.press("Escape")

    page.click("nav a[href*='actor=Eastland'] >> text=Statements")
    page.wait_for_url("**/statements?until=2031-01-31&actor=Eastland")
    page.wait_for_selector("text=That is not true.")
    assert page.locator(".ledger-table >> text=Ann Example").count() == 0

    page.click("text=“That is not true.”")
    page.wait_for_selector("#evidence")
    assert page.inner_text("#evidence") == page.evaluate(
        "document.querySelector('.article-text').innerText.slice(106, 150)"
    )
    assert page.evaluate("document.getElementById('evidence').getBoundingClientRect().top < window.innerHeight")

    shared = desk.open(shown(page))
    assert shared.inner_text("#evidence") == page.inner_text("#evidence")

    page.go_back()
    page.wait_for_selector("h1 >> text=Statements")
    page.go_back()
    page.wait_for_selector("h1 >> text=Strikes")
    assert shown(page) == "/strikes?until=2031-01-31&actor=Eastland"
    page.go_back()
    page.wait_for_url("**/strikes?until=2031-01-31")
    page.wait_for_selector("#actors-summary >> text=All actors")
    page.go_back()
    page.wait_for_selector("text=Strike on Southport")
    expect(page.locator("#until")).to_have_value("")
    page.go_forward()
    page.wait_for_selector("text=Strike on Southport", state="detached")
    expect(page.locator("#until")).to_have_value("2031-01-31")
    page.reload()
    page.wait_for_selector("h1")
    expect(page.locator("#until")).to_have_value("2031-01-31")
    assert desk.faults == []


def test_a_mark_leads_to_its_event_and_a_column_to_its_days(desk):
    page = desk.open("/casualties")
    dot = page.locator("#most-contested-title ~ .plot-with-words .scatterlayer .trace path.point").last
    dot.click(force=True)
    page.wait_for_selector("h1 >> text=Strike on Northtown")

    page = desk.open("/strikes")
    page.locator(".barlayer .point path").first.click(force=True)
    page.wait_for_url("**/strikes?since=2031-01-*")
    page.wait_for_selector("text=Strike on Southport", state="detached")


def test_a_new_edition_is_shown_without_a_reload_with_filter_and_zoom_kept(desk, folder):
    page = desk.open("/strikes?since=2031-01-01")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.evaluate("window.notReloaded = true")
    whole = page.evaluate(AXIS_RANGE)
    plot = page.locator(".nsewdrag").first.bounding_box()
    page.mouse.move(plot["x"] + 100, plot["y"] + 40)
    page.mouse.down()
    page.mouse.move(plot["x"] + 300, plot["y"] + 60, steps=5)
    page.mouse.up()
    zoomed = page.evaluate(AXIS_RANGE)
    assert zoomed != whole
    folder.publish(lambda builder: builder.event(title="Strike on Newtown", place="Newtown"))
    page.wait_for_selector("text=Strike on Newtown", timeout=10_000)
    assert page.evaluate("window.notReloaded")
    assert shown(page) == "/strikes?since=2031-01-01"
    page.wait_for_timeout(300)
    assert page.evaluate(AXIS_RANGE) == zoomed


def test_typing_a_date_is_one_step_of_the_history(desk):
    page = desk.open("/strikes")
    before = page.evaluate("history.length")
    for day in ("2031-01-02", "2031-01-03", "2031-01-04"):
        page.fill("#since", day)
        page.wait_for_url(f"**/strikes?since={day}")
    assert page.evaluate("history.length") == before + 1


def test_the_theme_is_toggled_and_remembered(desk):
    page = desk.open("/")
    before = page.get_attribute("html", "data-bs-theme")
    page.click("#theme-toggle")
    after = page.get_attribute("html", "data-bs-theme")
    assert {before, after} == {"light", "dark"}
    assert desk.open("/strikes").get_attribute("html", "data-bs-theme") == after


def test_nothing_of_an_article_runs(desk, folder):
    hostile = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>\'"; drop table events; --'

    def attack(builder):
        article = builder.article(title=hostile, source=hostile, url="javascript:window.hurt=1", text=hostile * 3)
        builder.add("quotes", article_id=article, speaker=hostile, text=hostile, evidence_start=0, evidence_end=20)
        actors = [{"name": hostile, "role": "attacker"}]
        event = builder.event(title=hostile, place=hostile, actors=actors, weapons=[hostile], lat=50, lon=30)
        builder.toll(event, low=1, best=2, high=400)
        builder.claim(event, 400, article_id=article, claimant=hostile, counted=hostile, reason=hostile)
        folder.ids |= {"hostile_article": article, "hostile_event": event}

    folder.publish(attack)
    for path in (*PAGES, f"/article/{folder.ids['hostile_article']}?at=0-20", f"/event/{folder.ids['hostile_event']}"):
        page = desk.open(path)
        page.wait_for_timeout(300)
        assert page.evaluate("window.hurt === undefined"), path
        assert page.locator("main img, main script, main a[href^=javascript]").count() == 0, path
        page.close()
    assert desk.faults == []
    assert desk.foreign == []


def test_an_embed_draws_inside_a_sandboxed_frame(desk):
    page = desk.context.new_page()
    source = f"{desk.address}/embed/strikes-over-time"
    frame = f'<iframe sandbox="allow-scripts" width="800" height="600" src="{source}"></iframe>'
    # The framing page must come from the network: frame-ancestors * does not take in about:blank.
    with another_site(frame) as elsewhere:
        page.goto(elsewhere)
        page.frame_locator("iframe").locator(".main-svg").first.wait_for()
    assert set(desk.foreign) == {elsewhere}


def test_on_a_narrow_screen_the_filters_unfold(desk):
    page = desk.open("/strikes?since=2031-01-01")
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_selector("#filters-toggle >> text=Filters: since 1 Jan 2031; all actors")
    assert not page.is_visible("#since")
    page.click("#filters-toggle")
    assert page.is_visible("#since")
    assert page.get_attribute("#filters-toggle", "aria-expanded") == "true"
    page.click("#filters-toggle")
    assert not page.is_visible("#since")


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_needs_no_scrolling_sideways(desk, path):
    page = desk.open(path)
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_timeout(400)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
