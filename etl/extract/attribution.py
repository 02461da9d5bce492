"""The cues of a passage: which words say that somebody says something, who that is, and how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from etl.extract import subjects
from etl.extract.narrative import Token
from etl.extract.reading import DateMention
from etl.extract.reporting_verbs import forms, reporting_verbs
from etl.extract.subjects import Subject

CuePlace = Literal["head", "tail", "inner", "source"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb or an "according to" with its subject: tokens[first:last] are the words of the cue itself.

    `place` is where what is said stands: after the cue (`head`), before it (`tail`), around it (`inner`), or in the
    whole passage (`source`, for "according to"). `reach` are the tokens that it covers, as (first, last) pairs.
    """

    verb: str
    first: int
    last: int
    subject: Subject
    place: CuePlace
    reach: tuple[tuple[int, int], ...]
    dates: tuple[DateMention, ...] = ()
    gerund: bool = False
    judges: bool = False


def cues(text: str, tokens: Sequence[Token]) -> list[Cue]:
    """Return the cues of a passage in order."""
    verbs = forms()
    found: list[Cue] = []
    for index, token in enumerate(tokens):
        if token.kind != "word":
            continue
        cue: Cue | None = None
        if token.lower in verbs and not _owned(tokens, index):
            cue = _of_verb(text, tokens, index, found)
        elif token.lower in _SPOKEN:
            cue = _of_noun(text, tokens, index)
        elif token.lower == "according" and index + 2 < len(tokens) and tokens[index + 1].lower == "to":
            cue = _according(text, tokens, index, index + 2)
        elif token.lower == "per" and index + 1 < len(tokens) and tokens[index + 1].kind == "name":
            cue = _according(text, tokens, index, index + 1)
        if cue is not None:
            found.append(cue)
    return found


def _according(text: str, tokens: Sequence[Token], first: int, start: int) -> Cue | None:
    subject = subjects.after(text, tokens, start)
    if subject is None:
        if tokens[start].lower in ("him", "her", "them", "it"):
            word = {"him": "he", "her": "she", "them": "they"}.get(tokens[start].lower, "it")
            subject = Subject("pronoun", start, start + 1, word, word)
        else:
            return None
    last = subject.last
    if first == 0 or tokens[first - 1].lower in (".", ";"):
        end = _sentence_end(tokens, last)
        return Cue(
            "according to", first, last, subject, "source", ((last, end),), dates_between(tokens, last, last + 2)
        )
    begin = _sentence_start(tokens, first)
    end = _sentence_end(tokens, last)
    reach = [(begin, first)]
    if last + 1 < end and tokens[last].lower == "," and not _says_more(tokens[last + 1]):
        reach.append((last + 1, end))
    return Cue("according to", first, last, subject, "source", tuple(reach))


def _says_more(token: Token) -> bool:
    """Whether what follows a comma goes on about the source just named: "the head of …", "who …"."""
    return token.lower in subjects.DETERMINERS or token.lower in ("who", "which", "whose", "citing")


_SPOKEN = frozenset(
    "claim claims warning statement remark remarks comment comments assertion accusation promise pledge vow allegation insistence "
    "suggestion admission announcement threat message belief denial argument".split()
)


def _owned(tokens: Sequence[Token], index: int) -> bool:
    """Whether a possessive stands before the word: it is a noun."""
    return index > 0 and (tokens[index - 1].lower in _OWNERS or tokens[index - 1].possessive)


_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


def _of_noun(text: str, tokens: Sequence[Token], index: int) -> Cue | None:
    """Return the cue of "his claim on Sunday that …", "the ministry's statement that …"."""
    if index == 0:
        return None
    owner = tokens[index - 1]
    subject: Subject | None = None
    if owner.lower in _OWNERS:
        word = _OWNERS[owner.lower]
        subject = Subject("pronoun", index - 1, index, word, word)
    elif owner.name is not None and owner.possessive:
        subject = Subject("name", index - 1, index, text[owner.start : owner.end], owner.lower, owner.name)
    content, dates = _content_start(tokens, index, addressed=False)
    if subject is None or content <= index + 1 or tokens[content - 1].lower not in ("that", ":"):
        return None
    end = _sentence_end(tokens, index)
    return Cue(tokens[index].lower, subject.first, content, subject, "head", ((content, end),), dates)


def _of_verb(text: str, tokens: Sequence[Token], index: int, earlier: Sequence[Cue]) -> Cue | None:
    verbs = reporting_verbs()
    verb = tokens[index].lower
    if _denied(tokens, index) or _is_noun(tokens, index):
        return None
    gerund = verb.endswith("ing")
    previous, be = subjects.skip_back(tokens, index - 1)
    if be and not gerund:
        return None  # "was told", "is said to": the one who speaks is not named by the subject
    inverted = _inverted(text, tokens, index, previous)
    if inverted is not None:
        last = inverted.last
        begin, end = _sentence_start(tokens, index), _sentence_end(tokens, last)
        closes = _adjunct(tokens, last, end) or last
        return Cue(verb, index, last, inverted, "tail", ((begin, index),), dates_between(tokens, index, closes))
    subject = _subject(text, tokens, index, previous, gerund=gerund, earlier=earlier)
    if subject is None or (subject.kind == "pronoun" and subject.words in ("i", "we")):
        return None
    if not gerund and subject.kind != "elided":
        if (verb in verbs.ambiguous or _is_base(verb)) and not _verb_like(tokens, index, subject):
            return None
    content, dates = _content_start(tokens, index, verb in verbs.tell)
    if (
        verb in ("spoke", "spoken", "referred", "refers", "refer")
        and tokens[index + 1 : index + 2]
        and tokens[index + 1].lower not in ("of", "to", "about")
    ):
        return None
    if verb in ("spoke", "spoken") and tokens[index + 1 : index + 2] and tokens[index + 1].lower == "to":
        return None
    if verb in verbs.clausal and not _clause_follows(tokens, content):
        return None
    judges = verb not in verbs.say
    first = min(subject.first, index)
    begin, end = _sentence_start(tokens, index), _sentence_end(tokens, index)
    opened = first
    rest_is_adjunct = _adjunct(tokens, content, end)
    before_comma = first > begin and (
        tokens[first - 1].kind == "quote" or tokens[first - 1].lower in (",", "—", "–", "--")
    )
    short = content >= end or (rest_is_adjunct is not None and rest_is_adjunct >= end and end - content <= 6)
    has_before = (
        before_comma
        and first - begin > 3
        and short
        or before_comma
        and not _leads_in(tokens, begin, first - 1 if tokens[first - 1].kind == "mark" else first)
    )
    if subject.kind == "elided" or gerund:
        return Cue(
            verb, index, content, subject, "head", ((content, _reach_end(tokens, content, end)),), dates, gerund, judges
        )
    if first > 0 and tokens[first - 1].lower == "as" and (comma := _adjunct(tokens, content, end)) is not None:
        return Cue(
            verb, first - 1, comma, subject, "inner", ((begin, first - 1), (comma + 1, end)), dates, gerund, judges
        )
    if has_before and content < end and tokens[content].kind == "quote":
        return Cue(verb, first, content, subject, "inner", ((begin, first), (content, end)), dates, gerund, judges)
    if has_before and rest_is_adjunct is not None:
        dates = dates or dates_between(tokens, index, rest_is_adjunct)
        if (
            rest_is_adjunct < end
            and tokens[rest_is_adjunct].lower == ","
            and not _continues_cue(tokens, rest_is_adjunct + 1, end)
        ):
            return Cue(
                verb,
                first,
                rest_is_adjunct,
                subject,
                "inner",
                ((begin, first), (rest_is_adjunct + 1, end)),
                dates,
                gerund,
                judges,
            )
        return Cue(verb, first, rest_is_adjunct, subject, "tail", ((begin, first),), dates, gerund, judges)
    lead = lead_dates(tokens[begin:opened]) if _leads_in(tokens, begin, opened) else ()
    inside = dates_between(tokens, previous + 1, index)
    if previous >= 0 and tokens[previous].lower in ("who", "which"):
        end = next((i for i in range(content, end) if tokens[i].lower == ","), end)
    return Cue(
        verb,
        first,
        content,
        subject,
        "head",
        ((content, _reach_end(tokens, content, end)),),
        dates or inside or lead,
        gerund,
        judges,
    )


def _subject(
    text: str, tokens: Sequence[Token], index: int, previous: int, *, gerund: bool, earlier: Sequence[Cue]
) -> Subject | None:
    """Return the subject of a verb that is not inverted."""
    if previous >= 0 and tokens[previous].lower == "to" and tokens[previous].kind == "word":
        behind = tokens[previous - 1].lower if previous else ""
        if behind in (
            "refused",
            "declined",
            "failed",
            "unable",
            "able",
            "want",
            "wants",
            "wanted",
            "had",
            "have",
            "has",
            "going",
        ):
            return None
        return Subject("elided", previous, previous)
    if gerund and previous > 0 and tokens[previous].lower == "as" and previous == index - 1:
        return _quoted_as(text, tokens, previous) or Subject("elided", index, index)
    found = subjects.before(text, tokens, index)
    if not gerund:
        return found
    adjacent = previous >= 0 and found is not None and found.kind in ("name", "role") and found.last == previous + 1
    if adjacent and found is not None and tokens[previous].kind != "mark":
        opener = tokens[found.first - 1].lower if found.first else ","
        if opener in ("with", "despite", ",", "as", "after") or (
            found.first and tokens[found.first - 1].kind == "quote"
        ):
            return found
    if previous >= 0 and tokens[previous].lower in (
        "without",
        "from",
        "of",
        "for",
        "about",
        "the",
        "a",
        "no",
        "this",
        "that",
    ):
        return None
    return Subject("elided", index, index)


def _quoted_as(text: str, tokens: Sequence[Token], as_: int) -> Subject | None:
    """Return who is "quoted as saying": the subject of the passive, else the object ("TASS quoted Peskov as saying")."""
    for index in range(as_ - 1, max(-1, as_ - 12), -1):
        if tokens[index].lower in ("quoted", "cited", "quotes", "quoting", "citing", "reported"):
            _, be = subjects.skip_back(tokens, index - 1)
            if be or index == as_ - 1:
                return subjects.before(text, tokens, index)
            return subjects.after(text, tokens, index + 1)
    return None


def _inverted(text: str, tokens: Sequence[Token], index: int, previous: int) -> Subject | None:
    """Return the subject that follows its verb: '"…," said the governor', '…, said the ministry.'"""
    if previous < 0 or index - previous > 1:
        return None
    quoted = tokens[previous].kind == "quote" or (
        tokens[previous].lower in (",", "—", "–") and previous > 0 and tokens[previous - 1].kind == "quote"
    )
    if not quoted and tokens[previous].lower != ",":
        return None
    verbs = reporting_verbs()
    if tokens[index].lower not in verbs.say or tokens[index].lower in verbs.tell or tokens[index].lower.endswith("ing"):
        return None
    if index + 1 >= len(tokens):
        return None
    following = tokens[index + 1]
    if following.lower in subjects.PRONOUNS and following.kind == "word":
        return Subject("pronoun", index + 1, index + 2, following.lower, following.lower) if quoted else None
    subject = subjects.after(text, tokens, index + 1)
    if subject is None or quoted:
        return subject
    if subjects.apposed_before(text, tokens, previous) is not None:
        return None
    closes = _adjunct(tokens, subject.last, _sentence_end(tokens, subject.last))
    return subject if closes is not None else None


def _denied(tokens: Sequence[Token], index: int) -> bool:
    window = [token.lower for token in tokens[max(0, index - 3) : index]]
    if tokens[index].lower in ("denied", "denies", "denying", "deny"):
        return False
    return any(
        word
        in (
            "not",
            "never",
            "without",
            "didn't",
            "hasn't",
            "haven't",
            "doesn't",
            "don't",
            "won't",
            "n't",
            "nor",
            "cannot",
            "could",
            "would",
            "should",
            "might",
            "may",
            "must",
            "can",
            "will",
        )
        for word in window
    )


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether the form stands where only a noun or an attribute can: "the reported strike", "his claims"."""
    if index == 0:
        return False
    behind = tokens[index - 1]
    if behind.lower in subjects.DETERMINERS and behind.lower not in (
        "that",
        "this",
        "all",
        "both",
        "some",
        "many",
        "several",
        "others",
        "her",
    ):
        return True
    if (
        behind.kind == "adjective"
        or behind.possessive
        or (behind.lower in subjects.DETERMINERS and tokens[index].lower.endswith("ing"))
    ):
        return True
    if behind.lower == "since" and index > 1 and tokens[index - 2].lower in ("has", "have", "had"):
        return False
    if behind.lower == "to":
        return not _is_base(tokens[index].lower)
    return behind.lower in subjects.PREPOSITIONS and not tokens[index].lower.endswith("ing")


def _is_base(verb: str) -> bool:
    """Whether the form is a plain present or infinitive, which only a plural subject can have."""
    return verb + "s" in forms() or verb + "es" in forms() or verb.removesuffix("y") + "ies" in forms()


def _verb_like(tokens: Sequence[Token], index: int, subject: Subject) -> bool:
    """Whether an ambiguous form has its subject directly before it, but for adverbs and what commas enclose."""
    verb = tokens[index].lower
    behind, _ = subjects.skip_back(tokens, index - 1)
    if behind < 0:
        return False
    adjacent = behind < subject.last or tokens[behind].lower in (",", "who", "which", "that")
    if verb.endswith("s") and index + 1 < len(tokens):
        following = tokens[index + 1]
        if (
            following.kind == "word"
            and following.lower not in _OPENS_CLAUSE
            and following.lower not in subjects.DETERMINERS
        ):
            return False
    if _is_base(verb) and subject.kind != "pronoun":
        return adjacent and (subject.noun.endswith("s") or subject.noun in ("police", "people", "media"))
    return adjacent


def _clause_follows(tokens: Sequence[Token], content: int) -> bool:
    """Whether "that", a colon or a quotation opens what follows a verb, or nothing does."""
    opener = tokens[content - 1].lower
    return opener in ("that", ":") or content >= len(tokens) or tokens[content].kind in ("quote", "mark")


_OPENS_CLAUSE = subjects.PRONOUNS | {
    "that",
    "there",
    "to",
    "how",
    "what",
    "why",
    "on",
    "for",
    "more",
    "at",
    "up",
    "people",
}


def _content_start(tokens: Sequence[Token], index: int, addressed: bool) -> tuple[int, tuple[DateMention, ...]]:
    """Return where what is said begins after a verb, past its addressee, its date and "that"; and the dates passed."""
    position = index + 1
    dates: list[DateMention] = []
    if addressed:
        position = _past_addressee(tokens, position)
    for _ in range(8):
        if position >= len(tokens):
            break
        token = tokens[position]
        if token.possessive:
            break  # "said Tuesday's talks were useful"
        if token.kind == "date" and token.date is not None:
            dates.append(token.date)
            position += 1
        elif (
            token.lower in ("on", "late", "early")
            and position + 1 < len(tokens)
            and tokens[position + 1].kind == "date"
        ):
            position += 1
        elif token.lower in ("that", ":") or (
            token.lower == "," and position + 1 < len(tokens) and tokens[position + 1].kind == "quote"
        ):
            position += 1
            break
        elif token.lower in (
            "in",
            "at",
            "during",
            "to",
            "via",
            "from",
            "after",
            "through",
            "following",
            "on",
            "alongside",
            "with",
        ) and (passed := _past_phrase(tokens, position + 1)):
            dates.extend(token.date for token in tokens[position:passed] if token.date is not None)
            position = passed
        elif token.lower in ("also", "later", "earlier", "simply", "only", "out"):
            position += 1
        else:
            break
    return position, tuple(dates)


def _past_addressee(tokens: Sequence[Token], position: int) -> int:
    start = position
    while position < len(tokens) and position - start < 8:
        token = tokens[position]
        if (
            token.kind in ("quote", "date", "mark")
            or token.lower in subjects.PREPOSITIONS
            or token.lower in ("that", "how")
        ):
            break
        if (
            position > start
            and token.kind == "word"
            and (token.lower in subjects.DETERMINERS or token.lower in subjects.PRONOUNS)
            and token.lower not in ("his", "her", "its", "their")
        ):
            break
        named = position > start and tokens[position - 1].kind == "name"
        if named and token.kind in ("name", "adjective") and not tokens[position - 1].possessive:
            break
        position += 1
        if (
            token.kind == "name"
            and not token.possessive
            and position < len(tokens)
            and tokens[position].kind == "word"
            and tokens[position].lower not in ("and",)
        ):
            break
        if token.lower in ("reporters", "journalists", "parliament", "lawmakers", "him", "her", "them", "us", "me"):
            break
    return position


def _past_phrase(tokens: Sequence[Token], position: int) -> int | None:
    """Return the index after a short prepositional phrase that "that", a colon, a comma or a quotation follows; else None."""
    for index in range(position, min(len(tokens), position + _LONGEST_PHRASE)):
        token = tokens[index]
        if token.lower in ("that", ":") or token.kind == "quote":
            return index
        if token.lower == "," and index + 1 < len(tokens) and tokens[index + 1].kind == "quote":
            return index
        clause = token.lower in (".", ";", ",") or token.lower in subjects.AUXILIARIES or token.lower.isdigit()
        if clause or (token.kind == "word" and token.lower in forms()):
            return None
    return None


_LONGEST_PHRASE = 14


def _adjunct(tokens: Sequence[Token], position: int, end: int) -> int | None:
    """Return where the adjuncts that begin at `position` end (a comma or the sentence's end), or None for a clause."""
    if position >= end:
        return end
    token = tokens[position]
    if token.kind == "mark" and token.lower not in ("(", "["):
        return position
    if (
        token.kind == "date"
        or token.lower in subjects.PREPOSITIONS
        or token.lower in ("as", "via", "late", "early", "when", "while", "citing")
        or token.lower.endswith("ing")
        or token.kind == "word"
        and token.lower
        in ("today", "yesterday", "there", "afterwards", "again", "recently", "later", "earlier", "then", "reporters")
    ):
        for index in range(position, end):
            if tokens[index].lower in (",", ";", "—", "–", "--"):
                return index
            if tokens[index].kind == "quote" or tokens[index].lower == "that" and index < position + 6:
                return None
        return end
    return None


def _continues_cue(tokens: Sequence[Token], position: int, end: int) -> bool:
    """Whether what follows a comma belongs to the cue: ", adding …", ", who …", ", a day after …", ", according to …"."""
    if position >= len(tokens):
        return True
    token = tokens[position]
    if end - position <= 8 and any(following.lower in forms() for following in tokens[position:end]):
        return True  # "…, Fomin said, RIA reported."
    if token.lower in ("and", "but"):
        return any(
            following.kind == "word" and following.lower in forms() for following in tokens[position + 1 : position + 4]
        )
    return token.lower.endswith("ing") or token.lower in (
        "who", "whose", "which", "as", "a", "an", "the", "according", "after", "before", "while", "with", "in", "on", "at",
        "where", "when", "although", "though", "following", "during", "citing", "without", "amid", "hours", "days", "his", "her",
    )  # fmt: skip


def _leads_in(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether tokens[begin:end] only set the scene: "On Sunday,", "In a statement,", "However,", "Speaking in …,"."""
    if begin < end and any(token.kind == "quote" for token in tokens[begin:end]):
        return False
    if begin < end and tokens[begin].lower in subjects.CONJUNCTIONS:
        begin += 1
    if end - begin <= 2:
        return True
    opener = tokens[begin]
    if opener.kind == "date" or opener.lower in _LEADS:
        return end - begin <= 5
    if opener.lower.endswith("ing") or opener.lower in _SCENE_CLAUSES:
        return True
    return opener.lower in subjects.PREPOSITIONS and end - begin <= 12


_SCENE_CLAUSES = frozenset("asked quoted when while as although though despite after before since".split())
_LEADS = frozenset(
    "however meanwhile but and separately earlier later also still yesterday today addition similarly nevertheless "
    "nonetheless according instead moreover furthermore additionally asked overnight then now interestingly ".split()
)


def _reach_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the reach of a head cue ends: before a coordinate clause with a reporting verb and subject of its own."""
    for index in range(start, end - 2):
        if tokens[index].lower in (",", ";") and tokens[index + 1].lower in (
            "but",
            "while",
            "whereas",
            "though",
            "although",
        ):
            if any(
                tokens[i].kind == "word" and tokens[i].lower in forms() for i in range(index + 2, min(end, index + 9))
            ):
                return index
    return end


def lead_dates(tokens: Sequence[Token]) -> tuple[DateMention, ...]:
    """Return the dates that set the scene of a passage: "Early Monday, Trump posted …", "Sharif on Wednesday praised …"."""
    comma = next((i for i, token in enumerate(tokens) if token.lower == ","), 0)
    topical = len(tokens) > 1 and tokens[0].lower in ("on", "of", "about") and tokens[1].kind != "date"
    aside = bool(comma) and (topical or tokens[0].lower in _SCENE_CLAUSES | {"until", "ahead"})
    if comma and not aside and _leads_in(tokens, 0, comma) and (dates := dates_between(tokens, 0, comma)):
        return dates
    if any(token.lower in _SPEAKING for token in tokens):
        return dates_between(tokens, comma if aside else 0, len(tokens))[:1]
    if aside:
        return ()
    for index, token in enumerate(tokens[:8]):
        if token.kind == "date" and index and tokens[index - 1].lower in ("on", "late", "early") and index > 1:
            named = tokens[index - 2].kind == "name" or tokens[index - 2].lower in subjects.noun_kinds()
            return dates_between(tokens, index, index + 1) if named else ()
    return ()


_SPEAKING = frozenset({"reaction", "reacted", "interview", "remarks", "comments", "speech", "addressed", "statement", "briefing"})


def dates_between(tokens: Sequence[Token], first: int, last: int) -> tuple[DateMention, ...]:
    """Return the dates among tokens[first:last] that say when: no "Tuesday's talks", no "before Tuesday"."""
    found: list[DateMention] = []
    for index in range(max(0, first), last):
        date = tokens[index].date
        relative = any(
            token.lower in ("before", "since", "until", "ahead", "prior") for token in tokens[max(0, index - 4) : index]
        )
        if date is not None and not relative and not tokens[index].possessive:
            found.append(date)
    return tuple(found)


def _sentence_start(tokens: Sequence[Token], index: int) -> int:
    while index > 0 and tokens[index - 1].lower not in (".", "!", "?"):
        index -= 1
    return index


def _sentence_end(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].lower not in (".", "!", "?"):
        index += 1
    return index
