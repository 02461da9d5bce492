"""The reader's choice: as data, as a query string, and as a sentence for captions.

Only what differs from the default is written to the query string, so that links stay short.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal, TypeVar, get_args
from urllib.parse import parse_qs, quote, urlencode

from pydantic import BaseModel, ConfigDict

from dashboard import words
from dashboard.errors import FilterError

Interval = Literal["day", "week", "month"]
INTERVALS: tuple[Interval, ...] = get_args(Interval)
MOST_ACTORS = 40
LONGEST_NAME = 200
LONGEST_SEARCH = 8000
EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)

_T = TypeVar("_T")


class Filters(BaseModel):
    """What the reader chose. None and empty mean all, or in the case of the interval: what suits the span."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    since: dt.date | None = None
    until: dt.date | None = None
    actors: tuple[str, ...] = ()
    interval: Interval | None = None
    edition: int | None = None  # None: the current one
    sort: str | None = None  # column of the page's table, "-" before it for descending
    page: int = 1  # of the page's table

    @classmethod
    def from_query(cls, search: str | None) -> Filters:
        """Read a query string; what makes no sense in it is left at its default (`read_query` says what)."""
        return read_query(search)[0]

    def to_query(self, **changes: object) -> str:
        """Return the query string, with "?", or "" where all is at its default; `changes` are made first."""
        chosen = self.model_copy(update=changes) if changes else self
        pairs: list[tuple[str, str]] = []
        for name in ("since", "until"):
            value = getattr(chosen, name)
            if value is not None:
                pairs.append((name, value.isoformat()))
        pairs += [("actor", name) for name in chosen.actors]
        for name in ("interval", "edition", "sort"):
            value = getattr(chosen, name)
            if value is not None:
                pairs.append((name, str(value)))
        if chosen.page > 1:
            pairs.append(("page", str(chosen.page)))
        return "?" + urlencode(pairs, quote_via=quote) if pairs else ""

    def for_links(self) -> str:
        """Return the query string that goes along to other pages: the choice without sort and page of one table."""
        return self.to_query(sort=None, page=1)

    def sentence(self) -> str:
        """Say the choice in words, for captions and citations.

        >>> Filters(since=dt.date(2025, 4, 1), until=dt.date(2025, 4, 30), actors=("Russia",)).sentence()
        'April 2025; Russia'
        """
        if self.since and self.until:
            when = words.days(self.since, self.until)
        elif self.since:
            when = f"since {words.day(self.since)}"
        elif self.until:
            when = f"until {words.day(self.until)}"
        else:
            when = "all days"
        return f"{when}; {words.listing(list(self.actors), 'or') if self.actors else 'all actors'}"


def read_query(search: str | None) -> tuple[Filters, tuple[str, ...]]:
    """Return the filters that a query string asks for, and one line for each parameter that makes no sense.

    Parameters that are not of the filters are not looked at.
    """
    text = (search or "").removeprefix("?")
    if len(text) > LONGEST_SEARCH:
        return Filters(), (f"The query is longer than {words.number(LONGEST_SEARCH)} characters and was left out.",)
    given = parse_qs(text, keep_blank_values=False, max_num_fields=None)
    problems: list[str] = []

    def one(name: str, read: Callable[[str], _T]) -> _T | None:
        values = given.get(name, [])
        if len(values) > 1:
            problems.append(f"{name} is given {len(values)} times; the last one counts.")
        try:
            return read(values[-1]) if values else None
        except FilterError as error:
            problems.append(f"{name}={_clip(values[-1])} {error}")
            return None

    since, until = one("since", _day), one("until", _day)
    if since and until and since > until:
        problems.append(f"since={since} is after until={until}; both were left out.")
        since = until = None
    actors = list(dict.fromkeys(name.strip() for name in given.get("actor", []) if name.strip()))
    for name in [name for name in actors if len(name) > LONGEST_NAME or not name.isprintable()]:
        problems.append(f"actor={_clip(name)} is not a name; it was left out.")
        actors.remove(name)
    if len(actors) > MOST_ACTORS:
        problems.append(f"{len(actors)} actors are asked for; the first {MOST_ACTORS} count.")
    filters = Filters(
        since=since,
        until=until,
        actors=tuple(actors[:MOST_ACTORS]),
        interval=one("interval", _interval),
        edition=one("edition", _whole("an edition; editions are numbered 1, 2, 3 …")),
        sort=one("sort", _column),
        page=one("page", _whole("a page; pages are numbered 1, 2, 3 …")) or 1,
    )
    return filters, tuple(problems)


def _clip(text: str) -> str:
    """Return a parameter's value as it may be shown: printable and short."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in text)
    return shown if len(shown) <= 60 else shown[:59] + "…"


def _day(text: str) -> dt.date:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        found = dt.date.fromisoformat(text)
    except ValueError:
        raise FilterError("is not a day; write it YYYY-MM-DD.") from None
    if not EARLIEST <= found <= LATEST:
        raise FilterError(f"lies outside {EARLIEST.year} to {LATEST.year}.")
    return found


def _interval(text: str) -> Interval:
    for interval in INTERVALS:
        if text == interval:
            return interval
    raise FilterError("is not an interval; choose day, week or month.")


def _whole(expected: str) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[1-9]\d{0,8}", text, re.ASCII):
            raise FilterError(f"is not {expected}")
        return int(text)

    return read


def _column(text: str) -> str:
    if not re.fullmatch(r"-?[a-z_]{1,40}", text):
        raise FilterError("is not a column of the table.")
    return text
