"""When and where a meeting, call or round of talks took place, as the clause that tells of it says."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import NamedTuple

from etl.extract.caseless import Caseless
from etl.extract.reading import DateMention, Place, Reading, Sentence
from etl.records import DatePrecision

_SPEECH = Caseless(
    r"\b(?:said|says|say|saying|told|tells|announced|announces|wrote|added|confirmed|reported|reports|stated|posted|tweeted|"
    r"warned|claimed|declared|noted|stressed|insisted|speaking|vowed|acknowledged|briefing|interview|statement|speech|"
    r"address|conference|tweet|post)\b(?:\s+(?:to\s+)?(?:reporters|journalists|parliament|lawmakers|the\s+(?!(?:air)?strikes?\b|attack|shelling|raids?\b|blast|meeting|talks|call\b)\w+|"
    r"(?!(?:air)?strikes?\b|attacks?\b)\w+))?"
    r"(?:\s+(?:on|late|early|in|a|earlier|at))*\s*$",
)
_CLAUSE = re.compile(
    r"[;:“”]|\s[–—-]\s|,\s+(?:and|but|while|although|though|after|before|when|which|who|as|following|ahead|(?!including\b)\w+ing|annexed|signed|launched|seized|imposed|adopted|formed|brokered|elected|appointed)\b|"
    r"\b(?:after(?!\s+(?:[\w-]+\s+){0,3}(?:hours|minutes|days)\b)|before|when|while|that|which|who|following|followed|ahead\sof|since|because|to\s+avenge|retaliation\s+for|response\s+to|revenge\s+for)\s"
)
_LOCATES = Caseless(
    r"\b(?:in|at|near|outside|on(?=\s+[^.;]{0,40}\bisland)|inside|aboard|visit(?:ed|ing|s)?|(?:trip|visit|travel\w*|flew|came|went|return\w*|journey|fl(?:y|ying))\s+to)\s+"
    r"(?:the\s+|his\s+|her\s+)?(?:(?!(?:between|with|of|and|for|from|to|by|than)\b)[\w’'.-]+\s+){0,4}"
    r"(?:(?:city|town|capital|metropolis|resort|island|port|village|emirate|kingdom)\s+of\s+)?$",
)
_SAYS_NEXT = Caseless(
    r"^\s*(?:said|says|told|announced|confirmed|reported|claimed|acknowledged|warned|condemned|denounced|accused|urged|called)\b",
)
_COMES = Caseless(r"\b(?:from|back\s+to|return(?:s|ed|ing)?\s+to|left|leaving)\s+(?:the\s+)?$")
_WHERE = re.compile(r",?\s+where\b")
_TOPIC = Caseless(
    r"\b(?:war|conflict|ceasefire|cease-fire|truce|fighting|situation|peace|invasion|crisis|settlement|hostilities|events|troops|"
    r"developments|offensive|attack|strike|assault|forces|genocide|fight|violence|role|interests|end|elections?|influence|"
    r"operation|presence|hostages|people|civilians|war-torn)s?\s+(?:in|on|at|inside)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
)
_BESIDE = re.compile(
    r"(?:[’']s)?\s+(?:(?!(?:following|after|in|on|for|and|with|during|of|to|at|from|before|amid|ahead|by|as|is|was|had|has|held|hosts?|hosted|ended)\b)[\w-]+\s+){0,2}"
)
_SINCE = Caseless(r"\bsince\b[^,;]{0,90}$", needs=("since",))
_COMMENT = Caseless(
    r"\b(?:describ|call(?:s|ed)|condemn|denounc|slam(?:s|med)\s+(?!into)|criticis|criticiz|accus|blam|react|respond|vow|discuss|ask|mourn|"
    r"urg|comment|refus|declin|lament|praise|welcom|defend|summon|gather|visit|"
    r"doubl)\w*\b",
)
_REMARK = r"(?:condemn|denounc|criticis|criticiz|declin|refus|comment|react|respond|lament|mourn|ask)\w*"
_REMARKS = Caseless(rf"\b{_REMARK}(?:\s+(?:late|early|on))*\s*$")
_REMARKS_NEXT = Caseless(rf"^\s*(?:to\s+)?{_REMARK}\b")
_MEANWHILE = re.compile(r",\s+(?:when|where)\b[^;:]*$")
_SPAN_JOIN = re.compile(r"^\s*(?:and|to|until|through|–|-)\s*(?:on\s+)?$")


class Days(NamedTuple):
    """The days a clause fixes for what it tells of; both None where it fixes none."""

    first: dt.date | None = None
    last: dt.date | None = None
    precision: DatePrecision | None = None
    future: bool = False


class Opening:
    """The day that each post opens with: the first one its first sentences name, if that is about its own.

    The day of a saying ("announced Saturday") is that only where no other is named."""

    SENTENCES = 4

    def __init__(self) -> None:
        self.days: dict[int, dt.date] = {}
        self._read: Counter[int] = Counter()
        self._of_saying: set[int] = set()

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
            if day is None or day != mention.last or not sentence.reference or abs((day - sentence.reference).days) > 1:
                continue
            if _of_remark(sentence, mention):
                continue
            said = _of_saying(sentence, mention)
            if post not in self.days or (post in self._of_saying and not said):
                self.days[post] = day
                self._of_saying = self._of_saying - {post} | ({post} if said else set())


def openings(reading: Reading) -> dict[int, dt.date]:
    """Return the day that each post of an article opens with."""
    opening = Opening()
    for sentence in reading.sentences:
        opening.read(sentence)
    return opening.days


def days_of(sentence: Sentence, start: int, end: int, planned: bool = False) -> Days:
    """Return the days of what text[start:end] names: a date of its clause, else one that opens the sentence.

    What is planned has no day before the report's.
    A date that belongs to a verb of saying ("said on Monday that they met") is not the day of what was said of.
    """
    if not sentence.dates:
        return Days()
    usable = [mention for mention in sentence.dates if not mention.since and not _of_saying(sentence, mention)]
    after = [mention for mention in usable if mention.start >= end and not _apart(sentence, end, mention.start)]
    usable = [
        one
        for one in usable
        if one.end > start or not (_comments(sentence, one.end, start) or _of_remark(sentence, one))
    ]
    before = [mention for mention in usable if mention.end <= start and not _apart(sentence, mention.end, start)]
    opening = [mention for mention in usable if mention.start - sentence.start < 12]
    chosen = after[:1] or before[-1:] or [one for one in opening if one.end <= start]
    if not chosen and len(usable) == 1 and _MEANWHILE.search(sentence.between(end, usable[0].start)):
        chosen = usable
    if planned:
        chosen = [one for one in chosen if one.future or (one in after and _to_come(sentence, one))]
    if not chosen:
        return Days()
    return _joined(sentence, usable, chosen[0])


def _of_saying(sentence: Sentence, mention: DateMention) -> bool:
    """Say whether a date belongs to a verb of saying ("said on Monday", "on Monday said"), or only starts a span."""
    text, start = sentence.text, mention.start - sentence.start
    return bool(
        _SINCE.search(text, max(0, start - 100), start)
        or _SPEECH.search(text, max(0, start - 60), start)
        or _SAYS_NEXT.match(sentence.after(mention.end, 30))
    )


def _of_remark(sentence: Sentence, mention: DateMention) -> bool:
    """Say whether a date is that of a remark: "declined on Monday to comment", "condemned on Monday the strike"."""
    return bool(
        _REMARKS.search(sentence.before(mention.start, 40)) or _REMARKS_NEXT.match(sentence.after(mention.end, 30))
    )


def _comments(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether a verb of comment stands between a date and the event: "yesterday he condemned the strike"."""
    return _COMMENT.search(sentence.text, start - sentence.start, end - sentence.start) is not None


def _to_come(sentence: Sentence, mention: DateMention) -> bool:
    if mention.future or sentence.reference is None or mention.last is None:
        return mention.future
    return mention.last >= sentence.reference


def place_of(sentence: Sentence, start: int, end: int) -> Place | None:
    """Return where what text[start:end] names takes place, as its clause says with "in" or "at", or before the word."""
    adjacent = [
        mention for mention in sentence.names
        if mention.place and mention.end <= start
        and _BESIDE.fullmatch(sentence.text[mention.end - sentence.start : start - sentence.start])
    ]  # fmt: skip
    located = []
    for mention in sentence.names:
        lead = sentence.text[max(0, mention.start - sentence.start - 70) : mention.start - sentence.start]
        if (
            mention.place is None
            or mention.adjectival
            or not (_LOCATES.search(lead) or _WHERE.match(sentence.after(mention.end, 10)))
            or (_COMES.search(lead) and not _WHERE.match(sentence.after(mention.end, 10)))
            or _TOPIC.search(lead)
        ):
            continue
        located.append(mention)
    after = [mention for mention in located if mention.start >= end and not _apart(sentence, end, mention.start)]
    before = [mention for mention in located if mention.end <= start and not _apart(sentence, mention.end, start)]
    if after:
        return after[0].place
    if before:
        return before[-1].place
    settled = [
        mention.place
        for mention in adjacent
        if mention.place and mention.place.precision in ("settlement", "point", "region")
    ]
    return settled[-1] if settled else None


def _apart(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether another clause begins between the two offsets."""
    return _CLAUSE.search(sentence.text, start - sentence.start, end - sentence.start) is not None


def _joined(sentence: Sentence, usable: list[DateMention], chosen: DateMention) -> Days:
    """Take "Friday and Saturday" as one span."""
    first, last = chosen.first, chosen.last
    index = usable.index(chosen)
    if index + 1 < len(usable) and last is not None:
        following = usable[index + 1]
        gap = sentence.text[chosen.end - sentence.start : following.start - sentence.start]
        if gap == " (" and sentence.text[following.end - sentence.start : following.end - sentence.start + 1] == ")":
            return Days(following.first, following.last, following.precision, following.future)
        if _SPAN_JOIN.match(gap) and following.last is not None and following.last >= last:
            last = following.last
    return Days(first, last, chosen.precision, chosen.future)
