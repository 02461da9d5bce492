"""Days that are told from the beginning of a war: "since the invasion began", "day 143 of the war"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from etl.extract.calendar.date_values import Days, Found
from etl.extract.calendar.date_words import words
from etl.extract.calendar.days import DAY

WAR = r"(?:[\w’'-]+\s+){0,5}?(?:war|invasion|conflict|special\s+military\s+operation)"
DAY_OF_WAR = re.compile(rf"\b(?i:day)\s+(?P<nth>\d{{1,2}},\d{{3}}|\d{{1,4}})\s+of\s+{WAR}\b")


@lru_cache(maxsize=2)  # asked by the few sentences that count from a war
def war_of(text: str) -> dt.date | None:
    """Return when the war began that the article is about: the one whose words it uses most; None if it uses none."""
    counts = [(sum(text.count(word) for word in war.context), war.began) for war in words().wars]
    most, began = max(counts, key=lambda counted: counted[0])
    return began if most else None


def told_from_war(sentence: str, reference: dt.date | None, article: str) -> Iterator[Found]:
    """Yield the expressions that count from the war that they name, else from the one that the article is about.

    >>> [found] = told_from_war("90 died since Russia invaded Ukraine.", dt.date(2022, 7, 1), "")
    >>> str(found[2].first), str(found[2].last)
    ('2022-02-24', '2022-07-01')
    """
    if "ince " in sentence:
        for match in _since().finditer(sentence):
            if began := _meant(sentence, match, article):
                last = reference if reference and reference >= began else began
                yield match.start(), match.end(), Days(began, last, since=True)
    if "ay " in sentence:
        for match in DAY_OF_WAR.finditer(sentence):
            if began := _meant(sentence, match, article):
                found = began + (int(match["nth"].replace(",", "")) - 1) * DAY
                yield match.start(), match.end(), Days(found, found)


def _meant(sentence: str, match: re.Match[str], article: str) -> dt.date | None:
    around = sentence[max(0, match.start() - 10) : match.end() + 30]
    own = (each.began for each in words().wars if any(re.search(rf"\b{name}\b", around) for name in each.own))
    return next(own, None) or war_of(article)


@cache
def _since() -> re.Pattern[str]:
    invader = r"(?:Moscow|Russia|Putin|Russian\s+(?:forces|troops))[’']?s?"
    return re.compile(
        rf"\b(?i:since)\s+(?:(?:the\s+)?(?:start|beginning|outbreak|launch)\s+of\s+{WAR}\b|"
        rf"{WAR}(?:\s+(?:in|on|against)\s+\w+)?\s+(?:began|started|broke\s+out)\b|"
        rf"{invader}\s+(?:launched\s+|began\s+|started\s+|invaded\b(?:\s+[A-Z]\w+)?|{WAR}\b)(?:{WAR}\b)?|"
        r"the\s+(?:full[\s-]scale\s+)?invasion\b)"
    )
