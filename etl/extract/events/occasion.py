"""When an event took place, as the clause that tells of it says, and the day that a post opens with."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import NamedTuple

from etl.extract.caseless import Caseless
from etl.extract.events.clauses import apart, of_saying
from etl.extract.reading import DateMention, Reading, Sentence
from etl.records import DatePrecision

_COMMENT = Caseless(
    r"\b(?:describ|call(?:s|ed)|condemn|denounc|slam(?:s|med)\s+(?!into)|criticis|criticiz|accus|blam|react|respond|vow|discuss|ask|mourn|"
    r"urg|comment|refus|declin|lament|praise|welcom|defend|summon|gather|visit|"
    r"doubl(?=\w*\s+down\b))\w*\b",
)
_REMARK = r"(?:condemn|denounc|criticis|criticiz|declin|refus|comment|react|respond|lament|mourn|ask)\w*"
_REMARKS = Caseless(rf"\b{_REMARK}(?:\s+(?:late|early|on))*\s*$")
_REMARKS_NEXT = Caseless(rf"^\s*(?:to\s+)?{_REMARK}\b")
_VISITED_WHERE = re.compile(r"\bvisit\w*\s[^.;]{2,60}\b(?:where|and)\s")  # "on Monday A visited C, where he | met B"
_ON_THE_WAY = Caseless(  # "attends the summit after landing in London on 1 March"
    r"\bafter\s+(?:landing|arriving|flying|travell?ing|departing|leaving|visiting|returning)\b[^,;.]{0,60}$",
    needs=("after",),
)
_ASIDE = re.compile(r",\s+(?:who|whose)\b[^,;:“”\"]{3,120},\s*(?:\w+ly\s+)?$")
_MEANWHILE = re.compile(r",\s+(?:when|where)\b[^;:]*$")
_OPENS = Caseless(
    r"^(?:\W|\b(?:earlier|later|previously|meanwhile|also|then|and|but|only|just|back|on|in|late|early|the|that|same|day)\b)*$"
)
ADJACENT = 7  # days: "on 14 December and 6 April" are two occasions
_SPAN_JOIN = re.compile(r"^\s*(?:and|to|until|through|–|-)\s*(?:on\s+)?$")


class Days(NamedTuple):
    """The days a clause fixes for what it tells of; both None where it fixes none."""

    first: dt.date | None = None
    last: dt.date | None = None
    precision: DatePrecision | None = None
    future: bool = False
    settled: bool = True  # False where the text says that it was another day, but not which

    def __bool__(self) -> bool:
        return self.first is not None or not self.settled


class Opening:
    """The day that each post opens with: the first one its first sentences name, if that is about its own.

    The day of a saying ("announced Saturday") is that only where no other is named."""

    SENTENCES = 4

    def __init__(self) -> None:
        self.days: dict[int, dt.date] = {}
        self._read: Counter[int] = Counter()
        self.of_saying: set[int] = set()

    def read(self, sentence: Sentence) -> bool:
        """Take in the next sentence; say whether it is one of the first of its post, headings aside."""
        if sentence.role == "heading":
            return self._read[sentence.post] == 0
        self._read[sentence.post] += 1
        opens = self._read[sentence.post] <= self.SENTENCES
        if opens:
            self._take(sentence)
        return opens

    def _take(self, sentence: Sentence) -> None:
        """Take the first day near the report's that a sentence names; a saying's only till there is another."""
        for mention in sentence.dates:
            day, post = mention.first, sentence.post
            if (
                mention.future
                or day is None
                or day != mention.last
                or not sentence.reference
                or abs((day - sentence.reference).days) > 1
            ):
                continue
            if _of_remark(sentence, mention) or _ON_THE_WAY.search(sentence.before(mention.start)):
                continue
            said = of_saying(sentence, mention)
            if post not in self.days or (post in self.of_saying and not said):
                self.days[post] = day
                self.of_saying = self.of_saying - {post} | ({post} if said else set())


def openings(reading: Reading) -> dict[int, dt.date]:
    """Return the day that each post of an article opens with."""
    opening = Opening()
    for sentence in reading.sentences:
        opening.read(sentence)
    return opening.days


def days_of(sentence: Sentence, start: int, end: int, planned: bool = False, looks_back: bool = True) -> Days:
    """Return the days of what text[start:end] names: a date of its clause, else one that opens the sentence.

    What is planned has no day before the report's. Without `looks_back` only a date after the word is looked for.
    A date that belongs to a verb of saying ("said on Monday that they met") is not the day of what was said of.
    """
    if not sentence.dates:
        return Days()
    for mention in sentence.dates:
        if (
            mention.since
            and mention.start < start
            and end < mention.end
            and mention.precision == "month"
            and mention.first
        ):
            return Days(mention.first, _end_of_month(mention.first), "month")  # "since they | met in May"
    usable = [mention for mention in sentence.dates if not mention.since and not of_saying(sentence, mention, start)]
    after = [mention for mention in usable if mention.start >= end and not apart(sentence, end, mention.start)]
    usable = [
        one
        for one in usable
        if one.end > start or not (_comments(sentence, one.end, start) or _of_remark(sentence, one))
    ]
    before = [mention for mention in usable if mention.end <= start and not apart(sentence, mention.end, start)]
    if before and (aside := _ASIDE.search(sentence.before(start, 160))):
        over = start - len(aside[0])
        before = [mention for mention in before if mention.end <= over]
    opening = [one for one in usable if one.start - sentence.start < 12 or _opens(sentence, one)]
    chosen = after[:1] or (before[-1:] or [one for one in opening if one.end <= start] if looks_back else [])
    if not chosen and len(usable) == 1 and _MEANWHILE.search(sentence.between(end, usable[0].start)):
        chosen = usable
    if planned:
        chosen = [one for one in chosen if one.future or (one in after and _to_come(sentence, one))]
    if not chosen:
        return Days()
    return _joined(sentence, usable, chosen[0])


def _end_of_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)


def _opens(sentence: Sentence, mention: DateMention) -> bool:
    """Say whether a date opens its sentence: "Earlier, on August 9, …"."""
    return (
        mention.start - sentence.start < 40
        and _OPENS.match(sentence.between(sentence.start, mention.start)) is not None
    )


def _of_remark(sentence: Sentence, mention: DateMention) -> bool:
    """Say whether a date is that of a remark: "declined on Monday to comment", "condemned on Monday the strike"."""
    return bool(
        _REMARKS.search(sentence.before(mention.start, 40)) or _REMARKS_NEXT.match(sentence.after(mention.end, 30))
    )


def _comments(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a verb of comment stands between a date and the event: "yesterday he condemned the strike"."""
    if _VISITED_WHERE.search(sentence.between(start, end)):
        return False
    return _COMMENT.search(sentence.text, start - sentence.start, end - sentence.start) is not None


def _to_come(sentence: Sentence, mention: DateMention) -> bool:
    if mention.future or sentence.reference is None or mention.last is None:
        return mention.future
    return mention.last >= sentence.reference


def _joined(sentence: Sentence, usable: list[DateMention], chosen: DateMention) -> Days:
    """Take "Friday and Saturday" as one span."""
    first, last = chosen.first, chosen.last
    index = usable.index(chosen)
    if index + 1 < len(usable) and last is not None:
        following = usable[index + 1]
        gap = sentence.text[chosen.end - sentence.start : following.start - sentence.start]
        if gap == " (" and sentence.text[following.end - sentence.start : following.end - sentence.start + 1] == ")":
            return Days(following.first, following.last, following.precision, following.future)
        near = "and" not in gap or (following.first is not None and (following.first - last).days <= ADJACENT)
        if near and _SPAN_JOIN.match(gap) and following.last is not None and following.last >= last:
            last = following.last
    return Days(first, last, chosen.precision, chosen.future)
