"""The day of publication as a stamp in the text says it: "Published 14 April 2025", "Updated: April 14, 2025 10:31"."""

from __future__ import annotations

import datetime as dt
import re

from etl.sources.metadata import day

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"(?:\d{{4}}-\d\d-\d\d|{NTH}\s+{MONTH}\.?,?\s+\d{{4}}|{MONTH}\.?\s+{NTH},?\s+\d{{4}})"
LABELLED = re.compile(
    rf"(?:^|(?<=\n)|(?<=[|•·.]\s))\W{{0,3}}(?:first\s+)?(?:published|posted|publication\s+date|date)(?:\s+on|\s+at)?\s*:?\s*"
    rf"(?:\d{{1,2}}[:.]\d\d\s*(?:[ap]\.?m\.?)?,?\s*(?:[A-Z]{{2,4}},?\s*)?(?:on\s+)?)?(?:\w+day,?\s+)?(?P<date>{DATE})",
    re.IGNORECASE,
)
ALONE = re.compile(
    rf"^\W{{0,3}}(?:\w+day,?\s+)?(?P<date>{DATE})(?:,?\s+(?:at\s+)?\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{{2,4}})?)?\W{{0,3}}$",
    re.IGNORECASE | re.MULTILINE,
)
GLUED = re.compile(rf"(?<=[a-z])(?P<date>\d{{1,2}}\s+{MONTH}\s+\d{{4}})\s+\d\d:\d\d\s*$", re.MULTILINE)
DATELINE = re.compile(  # "GENEVA (14 April 2025) –", "KYIV, April 14, 2025 (Agency) —"
    rf"^[A-Z][A-Z ./'’-]{{2,40}}(?:,\s|\s\()(?P<date>{DATE})\)?\s*(?:\([^()\n]{{2,40}}\)\s*)?[–—-]", re.MULTILINE
)
HEAD = 1_500  # characters: a bare date further down dates something else


def published(text: str) -> dt.date | None:
    """Return the day on which the text says that it was published; None where no stamp says so.

    A labelled stamp counts anywhere, a bare date or a dateline only near the head. A live blog's posts carry theirs at
    their ends: the newest is the page's.

    >>> published("Bridge hit\\nPublished 14 April 2025 at 10:31\\nIt was hit on 13 April 2025.")
    datetime.date(2025, 4, 14)
    >>> published("The bridge was hit on 13 April 2025.") is None
    True
    """
    if match := LABELLED.search(text):
        return day(match["date"])
    if match := ALONE.search(text[:HEAD]) or DATELINE.search(text[:HEAD]):
        return day(match["date"])
    stamps = [found for match in GLUED.finditer(text) if (found := day(match["date"]))]
    return max(stamps, default=None)
