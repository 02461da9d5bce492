"""The cues of a passage: which words say that somebody says something, who that is, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from etl.extract.reading import DateMention
from etl.extract.speech import subjects
from etl.extract.speech.cue_reach import (
    adjunct_end,
    aside_dates,
    content_start,
    continues_cue,
    dates_between,
    lead_dates,
    leads_in,
    opens_clause,
    posted_dates,
    reach_end,
    relative_start,
    sentence_end,
    sentence_start,
)
from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.noun_phrases import Subject, phrase_from, pronoun
from etl.extract.speech.reporting_verbs import certain_forms, forms, is_base, reporting_verbs

CuePlace = Literal["head", "tail", "inner", "source"]

_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_OBJECTS = {"him": "he", "her": "she", "it": "it", "them": "they"}
_OF_VERBS = frozenset({"spoke", "spoken"})
_TO_VERBS = frozenset({"referred", "refers", "refer"})
_DENYING = frozenset({"denied", "denies", "denying", "deny"})
_PRONOMINAL = frozenset(
    {"that", "this", "all", "both", "some", "many", "several", "her"}
)  # determiners that stand alone
_OBJECT_FIRST = frozenset({"accused", "blamed", "thanked", "praised", "criticised", "criticized", "condemned"})
_SHORT = 6  # tokens behind "said" that can be nothing but an adjunct


class Cue(NamedTuple):
    """A reporting verb, a noun like "his claim", or "according to", with its subject; tokens[first:last] are its words.

    `place` is where what is said stands: after the cue (`head`), before it (`tail`), around it (`inner`), or in the
    whole sentence (`source`, for "according to"). `reach` are the tokens that it covers, as (first, last) pairs.
    `dates` belong to the saying. `judges` marks verbs that quote a word about something ("called it …").
    """

    first: int
    last: int
    subject: Subject
    place: CuePlace
    reach: tuple[tuple[int, int], ...]
    dates: tuple[DateMention, ...] = ()
    judges: bool = False


def cues(text: str, tokens: Sequence[Token]) -> Iterator[Cue]:
    """Yield the cues of a passage in order."""
    verbs, nouns, openers = forms(), reporting_verbs().nouns, _openers()
    head: Cue | None = None
    for index, token in enumerate(tokens):
        if token.lower not in openers or token.kind != "word" or text[token.start - 1 : token.start] == "-":
            continue  # "the US-proposed truce"
        cue: Cue | None = None
        owned = index > 0 and (tokens[index - 1].lower in _OWNERS or tokens[index - 1].possessive)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.lower in verbs and not owned:
            cue = _of_verb(text, tokens, index)
        elif token.lower in nouns and owned:
            cue = _of_noun(text, tokens, index)
        elif following is not None and token.lower == "according" and following.lower == "to":
            cue = _of_source(text, tokens, index, index + 2)
        elif following is not None and token.lower == "per" and following.kind == "name":
            cue = _of_source(text, tokens, index, index + 1)
        if cue is None:
            continue
        if cue.place == "source" and head is not None:
            cue = _of_clause(tokens, cue, head)
        head = cue if cue.place == "head" else head
        yield cue


def _of_clause(tokens: Sequence[Token], source: Cue, head: Cue) -> Cue:
    """Return a source without a comma as that of the clause that a cue before it reports: "X said 16 died per Y"."""
    start, end = head.reach[0]
    begin, last = source.reach[0]
    if not begin < start < last <= end:
        return source
    if source.subject.name is not None and source.subject.name.actor_kind == "media":
        return source._replace(reach=((begin, begin),))  # which only passes on what X said
    return source if tokens[last - 1].lower == "," else source._replace(reach=((start, last),))


@cache
def _openers() -> frozenset[str]:
    """Return the words with which a cue can begin."""
    return forms() | reporting_verbs().nouns | {"according", "per"}


def _of_source(text: str, tokens: Sequence[Token], first: int, start: int) -> Cue | None:
    """Return the cue of "according to X" or "per X"."""
    subject = phrase_from(text, tokens, start)
    if subject is None and start < len(tokens) and tokens[start].lower in _OBJECTS:
        subject = pronoun(_OBJECTS[tokens[start].lower], start)
    if subject is None:
        return None
    last = subject.last
    begin, end = sentence_start(tokens, first), sentence_end(tokens, last)
    if begin == first:
        return Cue(first, last, subject, "source", ((last, end),), dates_between(tokens, last, last + 2))
    reach = [(begin, first)]
    if last + 1 < end and tokens[last].lower == "," and not _says_more(tokens[last + 1]):
        reach.append((last + 1, end))
    return Cue(first, last, subject, "source", tuple(reach))


def _says_more(token: Token) -> bool:
    """Whether what follows a comma goes on about the source just named: "the head of …", "who …"."""
    return token.lower in function_words().determiners or token.lower in ("who", "which", "whose", "citing")


def _of_noun(text: str, tokens: Sequence[Token], index: int) -> Cue | None:
    """Return the cue of "his claim on Sunday that …", "the ministry's statement that …"."""
    owner = tokens[index - 1]
    content, dates = content_start(tokens, index, addressed=False)
    if content <= index + 1 or tokens[content - 1].lower not in ("that", ":"):
        return None
    if owner.lower in _OWNERS:
        subject = pronoun(_OWNERS[owner.lower], index - 1)
    elif owner.name is not None:
        subject = Subject("name", index - 1, index, text[owner.start : owner.end], owner.lower, owner.name)
    else:
        return None
    return Cue(subject.first, content, subject, "head", ((content, sentence_end(tokens, index)),), dates)


def _of_verb(text: str, tokens: Sequence[Token], verb: int) -> Cue | None:
    """Return the cue of the reporting verb at index `verb`, None if it reports nothing here."""
    form = tokens[verb].lower
    if (
        form in reporting_verbs().ambiguous
        and verb
        and text[tokens[verb].start].isupper()
        and _goes_before(tokens, verb)
    ):
        return None  # "urging Member States"
    if _is_denied(tokens, verb) or _is_noun(tokens, verb) or _takes_lives(tokens, verb):
        return None
    if form in _OBJECT_FIRST and tokens[verb + 1 : verb + 2] and tokens[verb + 1].lower in ("of", "for"):
        return None  # "was berated and accused of lying"
    if form == "said" and [token.lower for token in tokens[verb + 1 : verb + 3]] in (["to", "have"], ["to", "be"]):
        return None  # "photos said to have been taken there"
    if form.endswith("ing"):
        subject = subjects.of_participle(text, tokens, verb)
        return _head(tokens, verb, subject) if subject else None
    previous, passive = subjects.skip_back(tokens, verb - 1)
    as_said = previous == verb - 1 and tokens[previous].lower == "as"
    if (passive or as_said) and (cue := _by_agent(text, tokens, verb)):
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
    if (form in verbs.ambiguous or is_base(form)) and not _agrees(tokens, verb, subject):
        return None
    return _placed(tokens, verb, subject)


def _goes_before(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a capitalised form stands within its sentence."""
    return tokens[verb - 1].kind in ("word", "name", "adjective")


def _by_agent(text: str, tokens: Sequence[Token], verb: int) -> Cue | None:
    """Return the cue of "as reported by officials", "it was announced by the ministry that"."""
    form = tokens[verb].lower
    if form not in reporting_verbs().say or tokens[verb + 1 : verb + 2] == [] or tokens[verb + 1].lower != "by":
        return None
    agent = phrase_from(text, tokens, verb + 2)
    if agent is None:
        return None
    begin, end, last = sentence_start(tokens, verb), sentence_end(tokens, verb), agent.last
    if last < end and tokens[last].lower == "that":
        return Cue(verb, last + 1, agent, "head", ((last + 1, end),))
    first = verb - 1 if tokens[verb - 1].lower == "as" else verb
    return Cue(first, last, agent, "source", ((begin, first),), dates_between(tokens, last, last + 2))


def _inverted(text: str, tokens: Sequence[Token], verb: int) -> Cue | None:
    subject = subjects.of_inverted(text, tokens, verb)
    if subject is None:
        return None
    last = subject.last
    end = sentence_end(tokens, last)
    closes = adjunct_end(tokens, last, end)
    if closes is None and tokens[verb - 1].kind != "quote" and tokens[verb - 2].kind != "quote":
        return None  # "Kovalchuk, in tears, said the road was closed"
    dates = dates_between(tokens, verb, closes or last)
    return Cue(verb, last, subject, "tail", ((sentence_start(tokens, verb), verb),), dates)


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
    return _with_reach(head, first, closes, "tail", (begin, first), dates=dates)


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
        dates = dates or dates_between(tokens, previous + 1, verb) or _scene_dates(tokens, first)
        dates = dates or aside_dates(tokens, first, verb) or posted_dates(tokens, content, end)
        if previous >= 0 and tokens[previous].lower in ("who", "which"):
            end = next((index for index in range(content, end) if tokens[index].lower == ","), end)
    if form in verbs.act | verbs.judge and not opens_clause(tokens, content):
        end = relative_start(tokens, content, end)
    reach = ((content, reach_end(tokens, content, end)),)
    return Cue(first, content, subject, "head", reach, dates, form not in verbs.say)


def _scene_dates(tokens: Sequence[Token], first: int) -> tuple[DateMention, ...]:
    begin = sentence_start(tokens, first)
    if not leads_in(tokens, begin, first):
        return ()
    scene = tokens[begin:first]
    if any(token.lower == "," for token in scene):
        return lead_dates(scene)
    return dates_between(scene, 0, len(scene)) if len(scene) < 4 else ()  # "On Thursday Macron confirmed"


def _is_denied(tokens: Sequence[Token], verb: int) -> bool:
    if tokens[verb].lower in _DENYING:
        return False
    previous, _ = subjects.skip_back(tokens, verb - 1)
    if previous >= 0 and tokens[previous].lower in ("without", "nor"):
        return True
    return any(token.lower in function_words().denials for token in tokens[previous + 1 : verb])


def _is_noun(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the form stands where only a noun or an attribute can: "the reported strike", "Russian claims"."""
    if verb == 0:
        return False
    words = function_words()
    form, before = tokens[verb].lower, tokens[verb - 1]
    participle = form.endswith("ing")
    if before.lower in words.determiners:
        return participle or before.lower not in _PRONOMINAL
    if before.possessive:
        return True
    if before.kind == "adjective" and before.lower not in words.short_states and form not in certain_forms():
        return True
    if before.lower == "since" and verb > 1 and tokens[verb - 2].lower in words.auxiliaries:
        return False  # "has since said"
    if before.lower == "to":
        return not is_base(form)
    return before.lower in words.prepositions and not participle


def _takes_lives(tokens: Sequence[Token], verb: int) -> bool:
    """Whether it is a strike that claims: "claiming the lives of 35", "claimed at least 12 lives"."""
    behind = (token.lower for token in tokens[verb + 1 : verb + 6])
    return tokens[verb].lower.startswith("claim") and any(word in ("life", "lives") for word in behind)


def _agrees(tokens: Sequence[Token], verb: int, subject: Subject) -> bool:
    """Whether a form that may be a noun is a verb: its subject directly before it, in the right number."""
    words = function_words()
    form = tokens[verb].lower
    previous, _ = subjects.skip_back(tokens, verb - 1)
    if previous < 0:
        return False
    following = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if (
        form.endswith("s")
        and following is not None
        and following.kind == "word"
        and following.lower not in words.clause_openers | words.determiners
    ):
        return False
    if is_base(form) and subject.kind != "pronoun" and not _is_plural(subject):
        return False
    return previous < subject.last or tokens[previous].lower in (",", "who", "which", "that")


def _is_plural(subject: Subject) -> bool:
    return subject.noun.endswith("s") or subject.noun in ("police", "people", "media")
