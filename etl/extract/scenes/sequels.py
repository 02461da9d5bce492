"""The part of a sentence that recalls what came before: "a day after shelling killed two", "in response to an attack".

What is told there happened on another day and mostly at another place than what the rest of the sentence tells.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from etl.extract.caseless import Caseless
from etl.extract.reading import Sentence

_OPENING = 12  # characters into its sentence, where the part is what the sentence goes on from
_COUNTS = {"a": 1, "an": 1, "one": 1, "the": 1, "": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_AFTER = Caseless(
    rf"(?:\b(?P<count>{'|'.join(filter(None, _COUNTS))}|\d{{1,2}}|few|several|some)\s+)?"
    r"\b(?P<unit>hours?|days?|weeks?|months?)\s+after\s+(?!day\b|being\b|week\b|he\b|she\b|it\b|they\b)",
    needs=("after",),
)
_IN_RESPONSE = Caseless(
    r"\b(?:in\s+(?:\w+\s+){0,2}?(?:response\s+to|retaliation\s+for|revenge\s+for|reprisal\s+for)"
    r"|(?:direct|a)\s+response\s+to|retaliat\w+\s+for)\b",
    needs=("response", "retaliat", "revenge", "reprisal"),
)
_GOES_ON = re.compile(r",\s+(?!(?:in\s+)?(?:which|who|whom|where|when)\b)|[;—]")


class Sequel(NamedTuple):
    """The part start..end of the text that recalls; how many days before the rest, where it says so.

    `mark_end` is where the words that open it end.
    """

    start: int
    mark_end: int
    end: int
    days: int | None

    def holds(self, offset: int) -> bool:
        """Return whether what stands at an offset is recalled."""
        return self.mark_end <= offset < self.end


def sequel(sentence: Sentence) -> Sequel | None:
    """Return the part of the sentence that recalls what came before, or None.

    >>> text = "The raid came two days after shelling killed six in Sumy."
    >>> found = sequel(Sentence(0, 0, len(text), text, "body", 0, 0, None))
    >>> found and (text[found.start : found.mark_end], found.days)
    ('two days after ', 2)
    """
    text = sentence.text
    after = _AFTER.search(text, _OPENING)
    if after:
        return Sequel(after.start() + sentence.start, after.end() + sentence.start, sentence.end, _days(after))
    response = _IN_RESPONSE.search(text, _OPENING)
    if response is None:
        return None
    closes = _GOES_ON.search(text, response.end())
    end = closes.start() if closes else len(text)
    return Sequel(response.start() + sentence.start, response.end() + sentence.start, end + sentence.start, None)


def _days(after: re.Match[str]) -> int | None:
    count, unit = after["count"] or "", after["unit"]
    if unit == "hours" or unit == "hour":
        return 0
    number = int(count) if count.isdigit() else _COUNTS.get(count)
    if number is None or (not count and unit == "days") or unit.startswith(("week", "month")):
        return None
    return number
