"""When and where a meeting, call or round of talks took place, as the clause that tells of it says."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import NamedTuple

from etl.extract.caseless import Caseless
from etl.extract.reading import DateMention, NameMention, Place, Reading, Sentence
from etl.records import DatePrecision

_SPEECH = Caseless(
    r"\b(?:said|says|say|saying|told|tells|announced|announces|wrote|added|confirmed|reported|reports|stated|posted|tweeted|"
    r"warned|claimed|declared|noted|stressed|insisted|speaking|vowed|acknowledged|briefing|interview|statement|speech|"
    r"address|conference|tweet|post)\b(?:\s+(?:to\s+)?(?:reporters|journalists|parliament|lawmakers|the\s+(?!(?:air)?strikes?\b|attack|shelling|raids?\b|blast|meeting|talks|call\b)\w+|"
    r"(?!(?:air)?strikes?\b|attacks?\b)\w+))?"
    r"(?:\s+(?:on|late|early|in|a|earlier|at))*\s*$",
)
_CLAUSE = re.compile(
    r"[;:“”]|\s[–—-]\s|,\s+(?:and(?!\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,4}(?:officials|leaders|ministers|negotiators|delegations|"
    r"envoys|representatives|diplomats|in|on|at|began|took|ended|opened)\b)|but|while|although|though|after|before|when|which(?!\s+(?:began|opened|started|ended|concluded|took|was|were)\b)|who|(?:even\s+|just\s+)?as|following|ahead|(?!including\b)\w+ing|annexed|signed|launched|seized|imposed|adopted|formed|brokered|elected|appointed)\b|"
    r",\s+(?:[A-Z][\w’'.-]*\s+){1,4}(?:said|says|told|added|stressed|noted|announced|warned)\b|"
    r"\band\s+(?:(?:also|then|later|separately)\s+)?(?:met|spoke|talked|phoned|telephoned|called|hosted)\s|"
    r"\b(?:after(?!\s+(?:[\w-]+\s+){0,3}(?:hours|minutes|days)\b)|before|when|while|that|which(?!\s+(?:began|opened|started|ended|concluded|took|was|were)\b)|who|following|followed|ahead\sof|since|because|to\s+avenge|retaliation\s+for|response\s+to|revenge\s+for)\s"
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
_RELATIVE = re.compile(r",\s+(?:who|which|whose)\b[^,]*$")
_OWNS = re.compile(  # "in the Mediterranean city of B", "in the Ramstein format"
    r"[’']s\b|\s+format\b|\s+(?:[\w-]+\s+)?(?:city|town|port|resort|village|capital)\s+of\b"
)
_SPEAKS_OF = Caseless(
    r"\b(?:emphasi[sz]|stress|underscor|underlin|discuss|address|focus|express|urg|reiterat|affirm|review|outlin|emphasi|highlight)(?:ed|ing|e[sd])\b"
)
_CLOSED_ASIDE = re.compile(r",\s+(?:who|which|whose)\b[^,;:“”\"]{0,80},")
_WHERE = re.compile(r",?\s+where\b")
_TOPIC = Caseless(
    r"\b(?:war|conflict|ceasefire|cease-fire|truce|fighting|situation|peace|invasion|crisis|settlement|hostilities|events|troops|"
    r"developments|deal|agreement|release|escalation|captives|aid|offensive|attack|strike|assault|forces|genocide|fight|violence|role|interests|end|elections?|influence|"
    r"operation|presence|hostages|(?<!hall\sof\sthe\s)people|civilians|war-torn)s?\s+(?:in|on|at|inside)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
)
_BESIDE = re.compile(
    r"(?:[’']s)?\s+(?:(?!(?:following|after|in|on|for|and|with|during|of|to|at|from|before|amid|ahead|by|as|is|was|had|has|held|hosts?|hosted|ended)\b)[\w-]+\s+){0,2}"
)
_SINCE = Caseless(r"\bsince\b[^,;]{0,90}$", needs=("since",))
_COMMENT = Caseless(
    r"\b(?:describ|call(?:s|ed)|condemn|denounc|slam(?:s|med)\s+(?!into)|criticis|criticiz|accus|blam|react|respond|vow|discuss|ask|mourn|"
    r"urg|comment|refus|declin|lament|praise|welcom|defend|summon|gather|visit|"
    r"doubl(?=\w*\s+down\b))\w*\b",
)
_REMARK = r"(?:condemn|denounc|criticis|criticiz|declin|refus|comment|react|respond|lament|mourn|ask)\w*"
_REMARKS = Caseless(rf"\b{_REMARK}(?:\s+(?:late|early|on))*\s*$")
_REMARKS_NEXT = Caseless(rf"^\s*(?:to\s+)?{_REMARK}\b")
_MEANWHILE = re.compile(r",\s+(?:when|where)\b[^;:]*$")
_OPENS = Caseless(
    r"^(?:\W|\b(?:earlier|later|previously|meanwhile|also|then|and|but|only|just|back|on|in|late|early|the|that|same|day)\b)*$"
)
_DAYS_FROM = Caseless(  # "three days after | he met B": the clause's day is so far from the sentence's
    r"\b(?P<number>\w+)\s+(?P<unit>days?|weeks?|months?)\s+(?P<way>after|before|since)\s+"
    r"(?:(?:the|a|his|her|their)\s+)?(?:[\w’'.-]+\s+){0,6}$",
    needs=("day", "week", "month"),
)
_OUTCOME = Caseless(  # "told her on Monday of the results of | his talks": Monday is the day of the telling
    r"\b(?:results?|outcomes?|achievements?|details?|assessment|readout|account|contents?)\s+(?:of|from)\s+(?:his|her|their|the)\s+(?:[\w-]+\s+){0,3}$",
    needs=("result", "outcome", "achievement", "detail", "assessment", "readout", "account", "content"),
)
_ASIDE = re.compile(r",\s(?:(?:\w+ing|on|in|during|who|fresh|visiting)\s)[^,;:“”\"]*,\s*(?:\w+\s){0,2}$")
_AS = re.compile(r",?\s+(?:even\s+|just\s+)?as\s+[^,;:“”]{1,70}$")
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10
}  # fmt: skip
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


def days_of(sentence: Sentence, start: int, end: int, planned: bool = False, looks_back: bool = True) -> Days:
    """Return the days of what text[start:end] names: a date of its clause, else one that opens the sentence.

    What is planned has no day before the report's. Without `looks_back` only a date after the word is looked for.
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
    opening = [one for one in usable if one.start - sentence.start < 12 or _opens(sentence, one)]
    chosen = after[:1] or (before[-1:] or [one for one in opening if one.end <= start] if looks_back else [])
    if not chosen and len(usable) == 1 and _MEANWHILE.search(sentence.between(end, usable[0].start)):
        chosen = usable
    if planned:
        chosen = [one for one in chosen if one.future or (one in after and _to_come(sentence, one))]
    if not chosen:
        return Days()
    return _joined(sentence, usable, chosen[0])


def _opens(sentence: Sentence, mention: DateMention) -> bool:
    """Say whether a date opens its sentence: "Earlier, on August 9, …"."""
    return (
        mention.start - sentence.start < 40
        and _OPENS.match(sentence.between(sentence.start, mention.start)) is not None
    )


def days_of_encounter(sentence: Sentence, start: int, end: int, planned: bool = False) -> Days:
    """Return the days of an encounter that text[start:end] names: `days_of`, but "two days after they met" is counted.

    How many days ("days after they met") must be told for a day to be known.
    """
    text, at = sentence.text, start - sentence.start
    reach = max(0, at - 110)
    if _OUTCOME.search(text, reach, at):
        return days_of(sentence, start, end, planned, looks_back=False)
    counted = None if planned else _DAYS_FROM.search(text, reach, at)
    if counted is None and not sentence.dates:
        return Days()
    if counted is None:
        return days_of(sentence, start, end, planned) or _of_aside(sentence, start) or _of_frame(sentence, start)
    own = [one for one in sentence.dates if one.start >= end and not _apart(sentence, end, one.start)]
    if own:
        return days_of(sentence, start, end, planned)
    said = sentence.start + counted.start()
    main = [one for one in sentence.dates if one.end <= said and one.first and one.first == one.last]
    number = _NUMBERS.get(counted["number"]) or (int(counted["number"]) if counted["number"].isdecimal() else 0)
    if not main or not 0 < number < 60 or not counted["unit"].startswith("day") or main[-1].first is None:
        return Days(settled=False)
    apart = dt.timedelta(days=number if counted["way"] == "before" else -number)
    day = main[-1].first + apart
    return Days(day, day, "day")


def _of_frame(sentence: Sentence, start: int) -> Days:
    """Return the day of the clause that an encounter went on in: "12 were killed on Thursday, as A and B | met"."""
    frame = _AS.search(sentence.text[: start - sentence.start])
    if frame is None:
        return Days()
    over = sentence.start + frame.start()
    dated = [one for one in sentence.dates if one.end <= over and not one.since and not _of_saying(sentence, one)]
    apart = dated and _apart(sentence, dated[-1].end, over)
    return (
        Days() if not dated or apart else Days(dated[-1].first, dated[-1].last, dated[-1].precision, dated[-1].future)
    )


def _of_aside(sentence: Sentence, start: int) -> Days:
    """Return the day of an aside between the subject and its verb: "B, visiting Paris on Monday, | met A"."""
    aside = _ASIDE.search(sentence.before(start, 160))
    if aside is None:
        return Days()
    first = start - len(sentence.before(start, 160)) + aside.start()
    dated = [one for one in sentence.dates if one.start > first and one.end <= start and not one.since]
    if len(dated) != 1 or _of_saying(sentence, dated[0]):
        return Days()
    return Days(dated[0].first, dated[0].last, dated[0].precision, dated[0].future)


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
            or _OWNS.match(sentence.after(mention.end, 40))
            or (mention.end <= start and _in_aside(sentence, mention, start))
            or (_COMES.search(lead) and not _WHERE.match(sentence.after(mention.end, 10)))
            or _TOPIC.search(lead)
        ):
            continue
        located.append(mention)
    after = [
        mention
        for mention in located
        if mention.start >= end
        and not _apart(sentence, end, mention.start)
        and not _SPEAKS_OF.search(sentence.text, end - sentence.start, mention.start - sentence.start)
    ]
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


def _in_aside(sentence: Sentence, mention: NameMention, start: int) -> bool:
    """Say whether a place stands in a relative clause that is over before `start`: "A, who lives in B, | met C"."""
    return (
        "," in sentence.between(mention.end, start) and _RELATIVE.search(sentence.before(mention.start, 90)) is not None
    )


def _apart(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether another clause begins between the two offsets."""
    if _CLAUSE.search(sentence.text, start - sentence.start, end - sentence.start) is None:
        return False
    between = sentence.between(start, end)
    over = _CLOSED_ASIDE.sub("", between)  # "met B, who is in C for a week, at D"
    return len(over) == len(between) or _CLAUSE.search(over) is not None


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
