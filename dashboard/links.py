"""Where things are: the addresses of pages, each carrying the reader's choice along."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from dashboard import words
from dashboard.filters import Filters


def event(event_id: str, filters: Filters) -> str:
    """Return the address of an event's page."""
    return f"/event/{quote(event_id, safe='')}{filters.for_links()}"


def article(article_id: str, filters: Filters, start: Any = None, end: Any = None) -> str:
    """Return the address of an article's page, with the evidence at these offsets marked."""
    address = f"/article/{quote(article_id, safe='')}{filters.for_links()}"
    if not (words.known(start) and words.known(end)):
        return address
    return f"{address}{'&' if '?' in address else '?'}at={int(start)}-{int(end)}"


def external(url: object) -> str | None:
    """Return an article's own address if it is one that a browser may safely open (http or https), else None.

    >>> external("javascript:alert(1)"), external("https://example.org/a")
    (None, 'https://example.org/a')
    """
    if not isinstance(url, str):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None
