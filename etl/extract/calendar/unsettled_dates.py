"""Issues for expressions of time that the text does not fix: shown to people, so that a missing day is no riddle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.reading import DateMention, Reading
from etl.records import Issue

VAGUE = re.compile(r"\b(?:recent|recently|coming|few|several|many|some|for|years|ago)\b", re.IGNORECASE)


def extract(reading: Reading) -> Iterator[Issue]:
    """Yield an issue for each date that counts from a day which nothing tells; "recently" is no issue, it is vague.

    A text without a day of publication has one for its first such date only: one reason holds for all.
    """
    told_of_reference = False
    for sentence in reading.sentences:
        for mention in sentence.dates:
            text = reading.text[mention.start : mention.end]
            if mention.first is not None or VAGUE.search(text):
                continue
            if sentence.reference is None:
                if not told_of_reference:
                    yield _issue(reading, mention, "counts from the day of publication, which nothing tells")
                told_of_reference = True
            else:
                yield _issue(reading, mention, "may mean several days, or counts from one that is not told")


def _issue(reading: Reading, mention: DateMention, reason: str) -> Issue:
    text = reading.text[mention.start : mention.end]
    return Issue(reading.article.article, "dates", text, reason, mention.start, mention.end)
