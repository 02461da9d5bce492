"""Where one clause of a sentence ends and another begins, and which dates belong to a saying: told by their words."""

from __future__ import annotations

import re

from etl.extract.caseless import Caseless
from etl.extract.reading import DateMention, Sentence

_SPEECH = Caseless(
    r"\b(?:said|says|say|saying|told|tells|announced|announces|wrote|added|confirmed|reported|reports|stated|posted|tweeted|"
    r"warned|claimed|declared|noted|stressed|insisted|speaking|vowed|acknowledged|briefing|interview|statement|speech|"
    r"address|conference|tweet|post)\b(?:\s+(?:to\s+)?(?:reporters|journalists|parliament|lawmakers|the\s+(?!(?:air)?strikes?\b|attack|shelling|raids?\b|blast|meeting|talks|call\b)\w+|"
    r"(?!(?:air)?strikes?\b|attacks?\b)\w+))?"
    r"(?:\s+(?:on|late|early|in|a|earlier|at))*\s*$",
)
_CLAUSE = re.compile(
    r"[;:“”]|\s[–—-]\s|,\s+(?:and(?!\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,4}(?:officials|leaders|ministers|negotiators|delegations|"
    r"envoys|representatives|diplomats|in|on|at|began|took|ended|opened)\b)|but|while|although|though|after|before|when|which(?!\s+(?:began|opened|started|ended|concluded|took|was|were)\b)|who|whose|(?:even\s+|just\s+)?as|following|ahead|(?!including\b)\w+ing|annexed|signed|launched|seized|imposed|adopted|formed|brokered|elected|appointed)\b|"
    r",\s+(?:[A-Z][\w’'.-]*\s+){1,4}(?:said|says|told|added|stressed|noted|announced|warned)\b|"
    r"\band\s+(?:(?:also|then|later|separately)\s+)?(?:met|spoke|talked|phoned|telephoned|called|hosted)\s|"
    r"\b(?:after(?!\s+(?:[\w-]+\s+){0,3}(?:hours|minutes|days)\b)|before|when|while|that|which(?!\s+(?:began|opened|started|ended|concluded|took|was|were)\b)|who|following|followed|ahead\sof|since|because|to\s+avenge|retaliation\s+for|response\s+to|revenge\s+for)\s"
)
_SAYS_NEXT = Caseless(
    r"^\s*(?:said|says|told|announced|confirmed|reported|claimed|acknowledged|warned|condemned|denounced|accused|urged|called)\b",
)
_CLOSED_ASIDE = re.compile(r",\s+(?:who|which|whose)\b[^,;:“”\"]{0,80},")
_SINCE = Caseless(r"\bsince\b[^,;]{0,90}$", needs=("since",))


def apart(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether another clause begins between the two offsets."""
    if _CLAUSE.search(sentence.text, start - sentence.start, end - sentence.start) is None:
        return False
    between = sentence.between(start, end)
    over = _CLOSED_ASIDE.sub("", between)  # "met B, who is in C for a week, at D"
    return len(over) == len(between) or _CLAUSE.search(over) is not None


def since(sentence: Sentence, mention: DateMention, event: int | None = None) -> bool:
    """Say whether a date only starts a span: "since May", but not that of an event in it: "since they | met in May"."""
    start = mention.start - sentence.start
    found = _SINCE.search(sentence.text, max(0, start - 100), start)
    return found is not None and (event is None or not found.start() < event - sentence.start < start)


def of_saying(sentence: Sentence, mention: DateMention, event: int | None = None) -> bool:
    """Say whether a date belongs to a verb of saying ("said on Monday", "on Monday said"), or only starts a span.

    `event` is the offset of the event whose date it may be.
    """
    text, start = sentence.text, mention.start - sentence.start
    return bool(
        since(sentence, mention, event)
        or _SPEECH.search(text, max(0, start - 60), start)
        or _SAYS_NEXT.match(sentence.after(mention.end, 30))
    )
