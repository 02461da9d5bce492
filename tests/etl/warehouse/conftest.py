import datetime as dt

import duckdb
import pytest

from etl.records import Actor, Article, Event, Extraction, Figure, Issue, Quote
from etl.warehouse import editions


@pytest.fixture
def connection():
    """Hand out an empty warehouse in memory."""
    with duckdb.connect() as opened:
        opened.execute(editions.schema())
        yield opened


@pytest.fixture
def reading():
    """Return a function that makes what was read in an article of the test's own."""

    def make(name="one", killed=3, text="Three people were killed in Sumy, the mayor said.", url=None):
        day = dt.date(2025, 4, 13)
        place = {"article": name, "evidence": text or None}
        span = {"evidence_start": 0, "evidence_end": len(text)} if text else {}
        return Extraction(
            Article(article=name, text=text, url=url, published=day),
            (
                Quote(text="Three people were killed", speaker="Volodymyr Zelensky", form="indirect", **place, **span),
                Figure(measure="killed", low=killed, high=killed, place="Sumy", start=day, end=day, **place, **span),
                Event(
                    kind="strike",
                    start=day,
                    end=day,
                    place="Sumy",
                    country="UA",
                    actors=(Actor("Russia", "attacker"),),
                    weapons=("missile",),
                    **place,
                    **span,
                ),
            ),
            (Issue(name, "dates", "recently", "no day is fixed", 3, 11),),
        )

    return make
