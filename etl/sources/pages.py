"""Saved web pages: JSON-LD first (it gives a live blog's posts their times), then trafilatura. Nothing is fetched."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from etl.errors import SourceError
from etl.records import Post
from etl.sources import decoding
from etl.sources.metadata import Metadata, day

ARTICLE_TYPES = frozenset({
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting",
    "OpinionNewsArticle", "BlogPosting", "Report", "SocialMediaPosting",
})  # fmt: skip
FEWEST_WORDS = 25  # of an article: less is a teaser, a login wall or an error page
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([A-Za-z0-9_-]{2,30})""", re.IGNORECASE)
WESTERN = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}  # as browsers read them
DEEPEST = 12  # levels of JSON-LD
PUBLISHED_TAGS = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued",
    "dc.date", "dcterms.created", "date", "pubdate", "publishdate", "publish-date", "sailthru.date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """An article as its page gives it: text with the title as first line, posts of a live blog, metadata."""

    text: str
    metadata: Metadata
    posts: tuple[Post, ...] = ()


def read(data: bytes | str) -> Page:
    """Return the article of an HTML page; bytes are decoded as the page itself says.

    Raises:
        SourceError: no article in it, or an encoding that cannot be told.
    """
    page = data if isinstance(data, str) else _decoded(data)
    tree = _tree(page)
    described = _described(tree)
    metadata = _of_json(described).or_else(_of_tags(tree))
    if updates := _updates(described):
        text, posts = _live_blog(metadata.title, _plain(described.get("articleBody")), updates)
    else:
        text, posts = _story(metadata.title, _body(page, described)), ()
    if len(text.split()) < FEWEST_WORDS:
        raise SourceError("has no article (neither JSON-LD nor running text); is it the whole page?")
    return Page(text, metadata, posts)


def _decoded(data: bytes) -> str:
    """Return the page's characters: by its byte order mark, else by the charset that it declares, else as any text."""
    declared = CHARSET.search(data[:4_096])
    marked = any(data.startswith(mark) for mark, _ in decoding.BOMS)
    if declared and not marked:
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(WESTERN.get(name, name))
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration: browsers guess as well
    return decoding.decode(data)


def _tree(page: str) -> Any:
    from trafilatura import load_html  # half a second to import, and only pages need it

    tree = load_html(page)
    if tree is None:
        raise SourceError("is no HTML page")
    return tree


# JSON-LD


def _described(tree: Any) -> dict[str, Any]:
    """Return the JSON-LD object of the article: a live blog before others, the longest body before shorter ones."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().strip().startswith("application/ld+json"):
            try:
                found += _articles(json.loads(script.text_content().strip().rstrip(";"), strict=False))
            except (ValueError, RecursionError):
                continue  # a broken block hides nothing: the page's text is there as well
    return max(found, key=lambda each: (bool(_updates(each)), len(str(each.get("articleBody") or ""))), default={})


def _articles(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _articles(each, depth + 1)
    elif isinstance(value, dict):
        types = value.get("@type")
        if ARTICLE_TYPES & set(types if isinstance(types, list) else [types] if isinstance(types, str) else []):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _articles(value.get(key), depth + 1)


def _of_json(described: dict[str, Any]) -> Metadata:
    address = described.get("url") or described.get("mainEntityOfPage")
    if isinstance(address, dict):
        address = address.get("@id")
    publisher = described.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return Metadata(
        title=_line(described.get("headline") or described.get("name")),
        source=_line(publisher.get("name") if isinstance(publisher, dict) else publisher),
        url=_line(address),
        published=day(str(described.get("datePublished") or described.get("coverageStartTime") or "")),
    )


def _updates(described: dict[str, Any]) -> list[dict[str, Any]]:
    updates = described.get("liveBlogUpdate")
    listed = updates if isinstance(updates, list) else [updates]
    return [each for each in listed if isinstance(each, dict) and _told(each)]


def _told(update: dict[str, Any]) -> str:
    return _plain(update.get("articleBody")) or _plain(update.get("text"))


def _live_blog(title: str | None, lead: str, updates: list[dict[str, Any]]) -> tuple[str, tuple[Post, ...]]:
    """Return the posts below one another, and where each begins and ends."""
    text = "\n\n".join(part for part in (title, lead) if part)
    posts = []
    for update in updates:
        body = _told(update)
        headline = _line(update.get("headline"))
        part = f"{headline}\n\n{body}" if headline and not body.startswith(headline) else body
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{part}" if text else part
        posts.append(Post(start, len(text), day(str(update.get("datePublished") or update.get("dateCreated") or ""))))
    return text, tuple(posts)


def _plain(value: Any) -> str:
    """Return a body without tags and entities, its paragraphs kept."""
    if not isinstance(value, str):
        return ""
    text = re.sub(r"(?i)<\s*(?:br|/p|/div|/h\d|/li)\b[^<>]*>", "\n\n", value)
    text = html.unescape(re.sub(r"<[a-zA-Z/!][^<>]*>", "", text)).replace("\r\n", "\n")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _line(value: Any) -> str | None:
    return (" ".join(html.unescape(value).split()) or None) if isinstance(value, str) else None


# The page itself


def _of_tags(tree: Any) -> Metadata:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if key and tag.get("content"):
            tags.setdefault(key, tag.get("content"))
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    titles = [tag.text_content() for name in ("h1", "title") for tag in tree.iter(name)]
    times = [tag.get("datetime") for tag in tree.iter("time") if tag.get("datetime")]
    stamped = [tags[key] for key in PUBLISHED_TAGS if key in tags]
    days = [found for stamp in [*stamped, *times[:1]] if (found := day(stamp))]
    return Metadata(
        title=_line(tags.get("og:title")) or next(filter(None, map(_line, titles)), None),
        source=_line(tags.get("og:site_name")),
        url=next(filter(None, map(_line, [*links, tags.get("og:url")])), None),
        published=days[0] if days else None,
    )


def _body(page: str, described: dict[str, Any]) -> str:
    """Return the page's running text; the JSON-LD body where that has more of the story."""
    from trafilatura import bare_extraction

    given = _plain(described.get("articleBody"))
    document = bare_extraction(page, include_comments=False, include_tables=False, include_formatting=False)
    seen = getattr(document, "text", None) or ""
    paragraphs = "\n\n".join(line for line in map(str.strip, seen.split("\n")) if line)
    return given if len(given) > len(paragraphs) * 1.2 or ("\n" in given and "\n" not in paragraphs) else paragraphs


def _story(title: str | None, body: str) -> str:
    return f"{title}\n\n{body}" if title and not body.startswith(title) else body
