import datetime as dt

import pytest

from etl.errors import SourceError
from etl.sources import metadata, publishers, stamps

DAY = dt.date(2025, 4, 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-04-14", DAY),
        ("2025-04-14T23:59:59-05:00", DAY),
        ("Mon, 14 Apr 2025 10:00:00 GMT", DAY),
        ("April 14, 2025 5:30 PM EDT", DAY),
        ("April 2025", None),
        ("Monday", None),
        ("10:30", None),
        ("2025-02-30", None),
        ("", None),
        ("9" * 500, None),
    ],
)
def test_day(text: str, expected: dt.date | None) -> None:
    assert metadata.day(text) == expected


def test_values_that_are_no_text_or_day_are_refused() -> None:
    for fields in ({"title": 3}, {"published": 20250414}, {"published": "14/4"}):
        with pytest.raises(SourceError):
            metadata.from_mapping(fields)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bridge hit\nPublished 14 April 2025\nText.", DAY),
        ("Bridge hit\nPublished: April 14, 2025 10:31 AM EDT\nText.", DAY),
        ("Bridge hit\nFirst published on Monday, 14 April 2025\nText.", DAY),
        ("Bridge hit\nPosted at 10:31, 14 April 2025\nText.", DAY),
        ("Bridge hit | Published 2025-04-14 | Text.", DAY),
        ("Bridge hit\n14 April 2025, 10:31\nText.", DAY),
        ("Bridge hit\nApril 14, 2025\nText.", DAY),
        ("A post.\nAnn Lee14 April 2025 10:31\nAn older post.\nAnn Lee13 April 2025 21:00\n", DAY),
        ("Bridge hit\nGENEVA (14 April 2025) – The UN said so.", DAY),
        ("KYIV, April 14, 2025 (AP) — A bridge was hit.", DAY),
        ("Kyiv, hit on April 14, 2025 - again.", None),
        ("The report published on 14 April 2025 says so.", None),
        ("The bridge was hit on 14 April 2025.", None),
        ("x" * 3000 + "\n14 April 2025\n", None),
        ("Published 31 February 2025\nText.", None),
        ("Published last week\nText.", None),
    ],
)
def test_stamps(text: str, expected: dt.date | None) -> None:
    assert stamps.published(text) == expected


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.theguardian.com/world/1", "The Guardian"),
        ("https://kyivindependent.com/x", "The Kyiv Independent"),
        ("https://amp.cnn.com/x", "CNN"),
        ("https://cnn.com.evil.example/", None),
        ("https://notcnn.com/", None),
        ("not a url", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_publishers_by_domain(url: str | None, name: str | None) -> None:
    found = publishers.of_url(url)
    assert (found.name if found else None) == name
