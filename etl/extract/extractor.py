"""An article in, its records out: the one module that knows all rule families.

A family is a module with `extract(reading) -> Iterator[Record | Issue]`; it reads the `Reading`, never another family.
"""

from __future__ import annotations

from etl.extract import caseless
from etl.extract.calendar import unsettled_dates
from etl.extract.counts import figures
from etl.extract.events import diplomacy, other_events, strikes
from etl.extract.reader import read
from etl.extract.speech import quotes
from etl.records import Article, Event, Extraction, Figure, Issue, Quote, Record

FAMILIES = (
    quotes.extract,
    figures.extract,
    strikes.extract,
    diplomacy.extract,
    other_events.extract,
    unsettled_dates.extract,
)
_ORDER = {Quote: "a", Figure: "b", Event: "c"}


def extract(article: Article) -> Extraction:
    """Read all that an article reports; raises nothing, whatever the text is."""
    caseless.forget()
    reading = read(article)
    records: list[Record] = []
    issues: list[Issue] = []
    for family in FAMILIES:
        for found in family(reading):
            if isinstance(found, Issue):
                issues.append(found)
            else:
                records.append(found)
    records.sort(key=_position)
    return Extraction(article, tuple(records), tuple(issues))


def _position(record: Record) -> tuple[int, int, str]:
    return record.evidence_start or 0, record.evidence_end or 0, _ORDER[type(record)]
