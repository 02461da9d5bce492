"""The stamp of a post or of a page: "Ann Lee14 March 2025 13:54", "12.34 BST", "Published 14 April 2025"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from etl.extract import vocabulary
from etl.extract.calendar import days
from etl.extract.calendar.date_words import names

DIGIT = re.compile(r"\d")
LONGEST = 160  # characters of a line that can be a stamp


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp line says: the day, or None where it has only the hour; whether it dates the page, not a post."""

    day: dt.date | None
    of_page: bool


def read(line: str) -> Stamp | None:
    """Return the stamp that a line is, or None for any other line.

    >>> read("Ann Lee14 March 2025 13:54").day
    datetime.date(2025, 3, 14)
    >>> read("Ann Lee left on 14 March 2025.") is None
    True
    """
    if len(line) > LONGEST or not DIGIT.search(line) or not (match := _stamp().fullmatch(line)):
        return None
    fields = match.groupdict()
    clock = fields["time"] or fields["time_last"]
    if not _is_byline(fields["by"]):
        return None
    found = None
    if year := fields["year"] or fields["year_last"]:
        month = fields["month"] or fields["month_first"]
        number = fields["day"] or fields["day_second"]
        found = days.day(int(year), names().months[month.rstrip(".")], int(re.sub(r"\D", "", number)))
    elif fields["iso"]:
        found = days.day(*map(int, fields["iso"].split("-")))
    elif fields["figures"]:
        first, second, year = map(int, re.split(r"[./-]", fields["figures"]))
        found = days.day(year, second, first) or days.day(year, first, second)
    elif not clock:
        return None
    label = (fields["label"] or "").lower()
    return Stamp(found, bool(label) and "posted" not in label)


def _is_byline(text: str | None) -> bool:
    """Tell whether what stands before the stamp is nothing, or names of writers."""
    name = r"[A-Z][\w.’'-]+(?:\s+(?:[A-Z][\w.’'-]*|de|van|von|al|el|and|in|&))*"
    return not text or bool(re.fullmatch(rf"(?:[Bb]y\s+)?{name}(?:\s*[,&|]\s*{name})*[\s,|·•–—-]*", text))


@cache
def _stamp() -> re.Pattern[str]:
    month = rf"(?:{vocabulary.alternation(names().months)})\.?"
    zone = r"(?:[A-Z]{2,4}T|ET|PT|UTC|GMT(?:[+-]\d+)?|Kyiv\s+time|local\s+time)"
    clock = rf"\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s*(?i:[ap]\.?m\.?))?(?:\s*{zone})?"
    weekday = rf"(?:(?:{vocabulary.alternation(names().weekdays)}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)),?\s+)?"
    date = (
        rf"{weekday}(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<figures>\d\d?[./-]\d\d?[./-]20\d\d)|"
        rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?)\s+(?P<month>{month})(?:,?\s+(?P<year>20\d\d))?|"
        rf"(?P<month_first>{month})\s+(?P<day_second>\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+(?P<year_last>20\d\d))?)"
    )
    return re.compile(
        rf"\W{{0,3}}(?P<by>[^\d\n]{{0,90}}?)\s*"
        rf"(?P<label>(?i:(?:first\s+|last\s+)?(?:published|updated|posted|modified|created)(?:\s+(?:on|at))?\s*:?)\s*)?"
        rf"(?:(?P<time>{clock})[\s,|·•–—-]*)?(?:{date})?[\s,|·•–—-]*(?:(?:at\s+)?(?P<time_last>{clock}))?\W{{0,3}}"
    )
