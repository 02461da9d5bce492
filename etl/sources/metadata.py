"""What a publisher says of an article: title, outlet, address, day. Missing, null and "" are all None."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateutil import parser

from etl.errors import SourceError

KEYS = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "site", "sitename", "site_name"),
    "url": ("url", "link", "canonical_url", "uri"),
    "published": (
        "published",
        "date_published",
        "datePublished",
        "published_at",
        "publication_date",
        "pub_date",
        "date",
    ),
}
ISO_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, outlet, address and day of an article, as far as something says them."""

    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: dt.date | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """Return these, and what they lack from the other."""
        return Metadata(
            self.title or other.title,
            self.source or other.source,
            self.url or other.url,
            self.published or other.published,
        )


def from_mapping(fields: Mapping[str, Any]) -> Metadata:
    """Read metadata from front matter, a sidecar or a JSON line; unknown keys are ignored.

    Raises:
        SourceError: a date that is none, or a value that is no text.
    """
    found = {name: _first(fields, keys) for name, keys in KEYS.items()}
    published = found.pop("published")
    texts = {name: _text(name, value) for name, value in found.items()}
    return Metadata(**texts, published=_day(published) if published is not None else None)


def day(text: str) -> dt.date | None:
    """Return the day that a timestamp names, in its own time zone; None where year, month or day is missing.

    >>> day("2025-04-14T23:30:00Z"), day("14 April 2025 5:30 PM"), day("April 14"), day("soon")
    (datetime.date(2025, 4, 14), datetime.date(2025, 4, 14), None, None)
    """
    if match := ISO_DAY.match(text):
        try:
            return dt.date(*map(int, match.groups()))
        except ValueError:
            return None
    readings = set()
    for default in (dt.datetime(1904, 2, 3), dt.datetime(1908, 5, 6)):  # a field that the text lacks shows as two days
        try:
            readings.add(parser.parse(text[:100], default=default, ignoretz=True).date())
        except (ValueError, OverflowError, TypeError):
            return None
    return readings.pop() if len(readings) == 1 else None


def _first(fields: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    return next((fields[key] for key in keys if fields.get(key) not in (None, "")), None)


def _text(name: str, value: Any) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if value is None:
        return None
    if not isinstance(value, str):
        raise SourceError(f"{name}={value!r:.60} is no text")
    return " ".join(value.split())[:2000] or None


def _day(value: Any) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    found = day(value) if isinstance(value, str) else None
    if found is None:
        raise SourceError(f"published={value!r:.60} is not a day; write it YYYY-MM-DD")
    return found
