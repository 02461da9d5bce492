"""The cues of a passage: which words say that somebody says something, who that is, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from etl.extract.reading import DateMention
from etl.extract.speech import subjects
from etl.extract.speech.cue import Cue, CuePlace
from etl.extract.speech.cue_dates import aside_dates, dates_between, lead_dates, posted_dates
from etl.extract.speech.cue_reach import (
    adjunct_end,
    around_asides,
    content_start,
    continues_cue,
    leads_in,
    opens_clause,
    reach_end,
    relative_start,
    sentence_end,
    sentence_start,
)
from etl.extract.speech.cue_sources import OWNERS, by_agent, of_channel, of_clause, of_noun, of_source
from etl.extract.speech.labels import QUOTES, of_quote
from etl.extract.speech.narrative import Token
from etl.extract.speech.reporting_verbs import forms, is_base, reporting_verbs
from etl.extract.speech.subject import Subject
from etl.extract.speech.verb_or_noun import agrees, reports

_OF_VERBS = frozenset({"spoke", "spoken"})
_TO_VERBS = frozenset({"referred", "refers", "refer"})
_DESCRIBES = frozenset({"who", "which"})
_SHORT = 6  # tokens behind "said" that can be nothing but an adjunct


def cues(text: str, tokens: Sequence[Token]) -> Iterator[Cue]:
    """Yield the cues of a passage in order."""
    verbs, nouns, openers = forms(), reporting_verbs().nouns, _openers()
    head: Cue | None = None
    for index, token in enumerate(tokens):
        if token.lower not in openers or token.kind != "word" or text[token.start - 1 : token.start] == "-":
            continue  # "the US-proposed truce"
        cue: Cue | None = None
        owned = index > 0 and (tokens[index - 1].lower in OWNERS or tokens[index - 1].possessive)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.lower in verbs and not owned:
            cue = _of_verb(text, tokens, index)
        elif token.lower in nouns and owned:
            cue = of_noun(text, tokens, index)
        elif token.lower in QUOTES:
            cue = of_quote(text, tokens, index)
        elif following is not None and token.lower == "according" and following.lower == "to":
            cue = of_source(text, tokens, index, index + 2)
        elif following is not None and token.lower == "per" and following.kind == "name":
            cue = of_source(text, tokens, index, index + 1)
        if cue is None:
            continue
        if cue.place == "source" and head is not None:
            cue = of_clause(tokens, cue, head)
        head = cue if cue.place == "head" else head
        yield cue


@cache
def _openers() -> frozenset[str]:
    """Return the words with which a cue can begin."""
    return forms() | reporting_verbs().nouns | QUOTES | {"according", "per"}


def _of_verb(text: str, tokens: Sequence[Token], verb: int) -> Cue | None:
    """Return the cue of the reporting verb at index `verb`, None if it reports nothing here."""
    form = tokens[verb].lower
    if not reports(text, tokens, verb):
        return None
    if form.endswith("ing"):
        subject = subjects.of_participle(text, tokens, verb)
        return _head(tokens, verb, subject) if subject else None
    previous, passive = subjects.skip_back(tokens, verb - 1)
    as_said = previous == verb - 1 and tokens[previous].lower == "as"
    if (passive or as_said) and (cue := by_agent(text, tokens, verb)):
        return cue
    if passive:
        return None  # "was told", "is said to": the one who speaks is not named by the subject
    verbs = reporting_verbs()
    if form in verbs.say and form not in verbs.tell and (cue := _inverted(text, tokens, verb)):
        return cue
    if (
        verb
        and tokens[verb - 1].lower == ","
        and tokens[verb + 1 : verb + 2]
        and tokens[verb + 1].lower in ("as", "by")
    ):
        return None  # "an attack on the hospital, described as …"
    subject = subjects.of_finite(text, tokens, verb)
    if subject is None or subject.words in ("i", "we"):
        return None
    if subject.kind == "elided":
        return _head(tokens, verb, subject)
    if (form in verbs.ambiguous or is_base(form)) and not agrees(tokens, verb, subject):
        return None
    return _placed(tokens, verb, subject)


def _inverted(text: str, tokens: Sequence[Token], verb: int) -> Cue | None:
    subject = subjects.of_inverted(text, tokens, verb)
    if subject is None:
        return None
    subject = of_channel(text, tokens, subject)
    last = subject.last
    end = sentence_end(tokens, last)
    closes = adjunct_end(tokens, last, end)
    described = last < end and tokens[last].lower in _DESCRIBES  # "…, said local authorities who have …"
    if closes is None and not described and tokens[verb - 1].kind != "quote" and tokens[verb - 2].kind != "quote":
        return None  # "Kovalchuk, in tears, said the road was closed"
    dates = dates_between(tokens, verb, closes or last)
    told = (sentence_start(tokens, verb), verb)
    return Cue(verb, last, subject, "tail", (told, *_goes_on_with(tokens, closes or last, end)), dates)


def _placed(tokens: Sequence[Token], verb: int, subject: Subject) -> Cue | None:
    """Return the cue of a verb behind its subject, by where what is said stands: before, behind or on both sides."""
    head = _head(tokens, verb, subject)
    if head is None:
        return None
    first, content = subject.first, head.last
    begin, end = sentence_start(tokens, verb), sentence_end(tokens, verb)
    closes = adjunct_end(tokens, content, end)
    if first > begin and tokens[first - 1].lower == "as" and closes is not None:
        return _with_reach(head, first - 1, closes, "inner", (begin, first - 1), (closes + 1, end))
    if not _stands_before(tokens, begin, first, content, end, closes):
        return head
    if content < end and tokens[content].kind == "quote":
        return _with_reach(head, first, content, "inner", (begin, first), (content, end))
    if closes is None:
        return head
    dates = head.dates or dates_between(tokens, verb, closes)
    if closes < end and tokens[closes].lower == "," and not continues_cue(tokens, closes + 1, end):
        return _with_reach(head, first, closes, "inner", (begin, first), (closes + 1, end), dates=dates)
    return _with_reach(head, first, closes, "tail", (begin, first), *_goes_on_with(tokens, closes, end), dates=dates)


def _goes_on_with(tokens: Sequence[Token], closes: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return what is said on behind a cue that ends at `closes`: "10 died, officials said, with seven of them in …"."""
    if closes + 1 >= end or tokens[closes].lower != "," or tokens[closes + 1].lower != "with":
        return ()
    end = relative_start(tokens, closes + 1, end, judged=False)
    on = tokens[closes + 1 : end]
    said = any(token.kind == "quote" or (token.lower in forms() and token.lower != "reported") for token in on)
    return () if said else ((closes + 1, end),)


def _with_reach(
    cue: Cue,
    first: int,
    last: int,
    place: CuePlace,
    *reach: tuple[int, int],
    dates: tuple[DateMention, ...] | None = None,
) -> Cue:
    return Cue(first, last, cue.subject, place, reach, cue.dates if dates is None else dates, cue.judges)


def _stands_before(tokens: Sequence[Token], begin: int, first: int, content: int, end: int, closes: int | None) -> bool:
    """Whether what is said stands before a cue whose subject begins at `first`, not just a setting of the scene."""
    if first <= begin or not (tokens[first - 1].kind == "quote" or tokens[first - 1].lower in (",", "—", "–", "--")):
        return False
    nothing_behind = content >= end or (closes is not None and closes >= end and end - content <= _SHORT)
    if nothing_behind and first - begin > 3:
        return True
    return not leads_in(tokens, begin, first - 1 if tokens[first - 1].kind == "mark" else first)


def _head(tokens: Sequence[Token], verb: int, subject: Subject) -> Cue | None:
    """Return the cue of a verb before what is said; None where a verb of its kind needs a clause and has none."""
    verbs = reporting_verbs()
    form = tokens[verb].lower
    content, dates = content_start(tokens, verb, addressed=form in verbs.tell)
    following = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
    if (form in _OF_VERBS and following not in ("of", "about")) or (
        form in _TO_VERBS and following not in ("to", "as")
    ):
        return None
    if form in verbs.clausal and not opens_clause(tokens, content):
        return None
    end = sentence_end(tokens, verb)
    first = verb
    if subject.kind != "elided" and not form.endswith("ing"):
        first = min(subject.first, verb)
        previous, _ = subjects.skip_back(tokens, verb - 1)
        if not dates and any(token.kind == "date" for token in tokens):
            dates = dates_between(tokens, previous + 1, verb) or _scene_dates(tokens, first)
            dates = dates or aside_dates(tokens, first, verb) or posted_dates(tokens, content, end)
        if previous >= 0 and tokens[previous].lower in ("who", "which"):
            end = next((index for index in range(content, end) if tokens[index].lower == ","), end)
    if (form in verbs.act or form in verbs.judge) and not opens_clause(tokens, content):
        end = relative_start(tokens, content, end, judged=form in verbs.judge)
    reach = around_asides(tokens, content, reach_end(tokens, content, end))
    return Cue(first, content, subject, "head", reach, dates, form not in verbs.say)


def _scene_dates(tokens: Sequence[Token], first: int) -> tuple[DateMention, ...]:
    begin = sentence_start(tokens, first)
    if not leads_in(tokens, begin, first):
        return ()
    scene = tokens[begin:first]
    if any(token.lower == "," for token in scene):
        return lead_dates(scene)
    return dates_between(scene, 0, len(scene)) if len(scene) < 4 else ()  # "On Thursday Macron confirmed"
