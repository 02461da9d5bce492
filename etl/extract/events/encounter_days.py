"""When an encounter was held: as its clause says, or counted from another day ("two days after they met")."""

from __future__ import annotations

import datetime as dt
import re

from etl.extract.caseless import Caseless
from etl.extract.events.clauses import apart, of_saying
from etl.extract.events.occasion import Days, days_of
from etl.extract.reading import Sentence

_DAYS_FROM = Caseless(  # "three days after | he met B": the clause's day is so far from the sentence's
    r"\b(?P<number>\w+)\s+(?P<unit>days?|weeks?|months?)\s+(?P<way>after|before|since)\s+"
    r"(?:(?:the|a|his|her|their)\s+)?(?:[\w’'.-]+\s+){0,9}$",
    needs=("day", "week", "month"),
)
_OUTCOME = Caseless(  # "told her on Monday of the results of | his talks": Monday is the day of the telling
    r"\b(?:results?|outcomes?|achievements?|details?|assessment|readout|account|contents?|aftermath)\s+(?:of|from)\s+(?:his|her|their|the)\s+(?:[\w-]+\s+){0,3}$",
    needs=("result", "outcome", "achievement", "detail", "assessment", "readout", "account", "content", "aftermath"),
)
_RECENT = Caseless(  # "on Monday, A spoke of the recent | summit"
    r"\b(?:the|their|his|her)\s+(?:recent|earlier|previous)\s+(?:[\w-]+\s+){0,3}$",
    needs=("recent", "earlier", "previous"),
)
_ASIDE = re.compile(
    r",\s(?:(?:\w+ing|on|in|during|who(?!\s+(?:will|would|had|has|became|took|is))|fresh|visiting)\s)[^,;:“”\"]*,\s*(?:\w+\s){0,2}$"
)
_AS = re.compile(r",?\s+(?:even\s+|just\s+)?as\s+[^,;:“”]{1,70}$")
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10
}  # fmt: skip


def days_of_encounter(sentence: Sentence, start: int, end: int, planned: bool = False) -> Days:
    """Return the days of an encounter that text[start:end] names: `days_of`, but "two days after they met" is counted.

    How many days ("days after they met") must be told for a day to be known.
    """
    text, at = sentence.text, start - sentence.start
    reach = max(0, at - 110)
    if _OUTCOME.search(text, reach, at) or _RECENT.search(text, reach, at):
        return days_of(sentence, start, end, planned, looks_back=False)
    counted = None if planned else _DAYS_FROM.search(text, reach, at)
    if counted is None and not sentence.dates:
        return Days()
    if counted is None:
        return days_of(sentence, start, end, planned) or _of_aside(sentence, start) or _of_frame(sentence, start)
    own = [one for one in sentence.dates if one.start >= end and not apart(sentence, end, one.start)]
    if own:
        return days_of(sentence, start, end, planned)
    said = sentence.start + counted.start()
    main = [one for one in sentence.dates if one.end <= said and one.first and one.first == one.last]
    number = _NUMBERS.get(counted["number"]) or (int(counted["number"]) if counted["number"].isdecimal() else 0)
    if not main or not 0 < number < 60 or not counted["unit"].startswith("day") or main[-1].first is None:
        return Days(settled=False)
    distance = dt.timedelta(days=number if counted["way"] == "before" else -number)
    day = main[-1].first + distance
    return Days(day, day, "day")


def _of_frame(sentence: Sentence, start: int) -> Days:
    """Return the day of the clause that an encounter went on in: "12 were killed on Thursday, as A and B | met"."""
    frame = _AS.search(sentence.text[: start - sentence.start])
    if frame is None:
        return Days()
    over = sentence.start + frame.start()
    dated = [one for one in sentence.dates if one.end <= over and not one.since and not of_saying(sentence, one)]
    if not dated or apart(sentence, dated[-1].end, over):
        return Days()
    return Days(dated[-1].first, dated[-1].last, dated[-1].precision, dated[-1].future)


def _of_aside(sentence: Sentence, start: int) -> Days:
    """Return the day of an aside between the subject and its verb: "B, visiting Paris on Monday, | met A"."""
    aside = _ASIDE.search(sentence.before(start, 160))
    if aside is None:
        return Days()
    first = start - len(sentence.before(start, 160)) + aside.start()
    dated = [one for one in sentence.dates if one.start > first and one.end <= start and not one.since]
    if len(dated) != 1 or of_saying(sentence, dated[0]):
        return Days()
    return Days(dated[0].first, dated[0].last, dated[0].precision, dated[0].future)
