import datetime as dt
import json

import pytest

from etl.errors import SourceError
from etl.sources import pages

FIRST = (
    "A drone hit a bridge near the port of Odesa early on Sunday, the mayor of the city told reporters at the scene."
)
SECOND = "Two people were hurt, he said, and trains to the west were late for much of the morning because of repairs."


def page(*, described: object = None, body: str = "", head: str = "") -> bytes:
    written = json.dumps(described).replace("</", "<\\/")  # as pages do: an end tag would end the script
    script = f'<script type="application/ld+json">{written}</script>' if described else ""
    return f"<!doctype html><html><head>{head}{script}</head><body>{body}</body></html>".encode()


def test_json_ld_gives_body_and_metadata() -> None:
    described = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Site"},
            {
                "@type": ["NewsArticle"],
                "headline": "Bridge &amp; port",
                "datePublished": "2025-04-13T23:50:00+03:00",
                "publisher": {"@type": "Organization", "name": "The Gazette"},
                "mainEntityOfPage": {"@id": "https://gazette.example/1"},
                "articleBody": f"{FIRST}\n\n{SECOND}",
            },
        ],
    }
    found = pages.read(page(described=described))
    assert found.text == f"Bridge & port\n\n{FIRST}\n\n{SECOND}"
    assert found.metadata == pages.Metadata(
        "Bridge & port", "The Gazette", "https://gazette.example/1", dt.date(2025, 4, 13)
    )


def test_posts_of_a_live_blog_keep_their_own_days() -> None:
    described = {
        "@type": "LiveBlogPosting",
        "headline": "War live",
        "datePublished": "2025-03-13",
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "headline": "Bridge",
                "articleBody": f"<p>{FIRST}</p>",
                "datePublished": "2025-03-14",
            },
            {"@type": "BlogPosting", "articleBody": {"@type": "Text"}, "datePublished": "2025-03-14"},
            {"@type": "BlogPosting", "articleBody": SECOND, "datePublished": "2025-03-13T21:00:00Z"},
        ],
    }
    found = pages.read(page(described=described))
    assert [(found.text[post.start : post.end], post.published) for post in found.posts] == [
        (f"Bridge\n\n{FIRST}", dt.date(2025, 3, 14)),
        (SECOND, dt.date(2025, 3, 13)),
    ]
    assert found.metadata.published == dt.date(2025, 3, 13)


def test_without_json_ld_the_running_text_and_the_tags_are_read() -> None:
    head = '<title>x</title><meta property="article:published_time" content="2025-04-14T08:00:00Z">'
    head += '<meta property="og:title" content="Bridge hit"><link rel="canonical" href="https://tass.com/2">'
    body = f"<nav>Home Sport</nav><article><h1>Bridge hit</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    found = pages.read(page(head=head, body=body + "<footer>Cookies</footer>"))
    assert found.text == f"Bridge hit\n\n{FIRST}\n\n{SECOND}"
    assert found.metadata.published == dt.date(2025, 4, 14)
    assert found.metadata.url == "https://tass.com/2"


def test_a_broken_json_ld_block_hides_nothing() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    found = pages.read(page(head=head, body=f"<article><p>{FIRST}</p><p>{SECOND}</p></article>"))
    assert FIRST in found.text


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("windows-1251", True), ("utf-8", True), ("utf-8", False), ("utf-16", False), ("cp1252", False)],
)
def test_a_page_is_decoded_as_it_says(charset: str, declared: bool) -> None:
    word = "Привіт" if charset != "cp1252" else "café"
    head = f'<meta charset="{charset}">' if declared else ""
    text = f"<html><head>{head}</head><body><article><p>{word}. {FIRST}</p><p>{SECOND}</p></article></body></html>"
    assert word in pages.read(text.encode(charset)).text


def test_nothing_of_a_script_reaches_the_text() -> None:
    described = {
        "@type": "NewsArticle",
        "articleBody": f"{FIRST} <script>alert(1)</script><img src=x onerror=y> {SECOND}",
    }
    assert "<" not in pages.read(page(described=described)).text


@pytest.mark.parametrize(
    "data",
    [page(), page(body="<p>Sign in to read.</p>"), page(described={"@type": "WebSite"}), b"<>", b"\x00"],
    ids=["nothing", "login wall", "no article type", "no tags", "zero byte"],
)
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        pages.read(data)
