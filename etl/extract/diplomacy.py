"""Placeholder while the family is being written."""

from collections.abc import Iterator

from etl.extract.reading import Reading
from etl.records import Issue, Record


def extract(reading: Reading) -> Iterator[Record | Issue]:
    """Yield nothing yet."""
    yield from ()
