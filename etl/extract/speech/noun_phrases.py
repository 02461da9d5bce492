"""Noun phrases of the narrative that can be a speaker: a name, a role, or capitalised words that no list knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.speech.function_words import function_words, never_nouns
from etl.extract.speech.narrative import Token
from etl.extract.speech.speaker_nouns import noun_kind, speaker_nouns
from etl.extract.speech.subject import Subject
from etl.extract.speech.unknown_names import is_capitalised, is_surname, joins_capitals, unknown_start

LONGEST = 14  # tokens of a phrase
_DEEPEST = 4  # phrases that hang on one another: "the head of the office of the president of …"
_TIME = re.compile(r"\d[\d.:]*(?:am|pm|gmt)?")
_UNITS = frozenset({"minutes", "hours", "hour", "days", "day", "weeks", "week", "months", "shortly", "years", "year"})
_LATER = frozenset({"after", "before"})  # "hours after the ministry said"
_OF = frozenset({"of", "for", "at", "from", "with"})  # what they tell belongs to a role: "a spokesman for the police"


def may_be_noun(token: Token) -> bool:
    """Whether the token can be part of a noun phrase; only function words are told apart."""
    if token.kind == "word":
        return token.lower not in never_nouns()
    return token.kind in ("name", "adjective")


def phrase_ending(text: str, tokens: Sequence[Token], index: int) -> Subject | None:
    """Return the noun phrase whose last token is tokens[index], with what it hangs on ("the head of …")."""
    words = function_words()
    last = index + 1
    complement: Subject | None = None
    for _ in range(_DEEPEST):
        first = _start(text, tokens, index)
        if first > index:
            return None
        simple = _with_complement(text, tokens, _simple(text, tokens, first, index + 1, last), index + 1)
        if complement is not None and simple is not None and _gives_way(tokens, simple, complement, index + 1):
            return complement._replace(first=first, last=last)
        preposition = first - 1
        if preposition < 0 or tokens[preposition].lower not in words.prepositions:
            return simple
        governor = tokens[preposition - 1] if preposition else None
        later = governor is not None and governor.lower in _UNITS and tokens[preposition].lower in _LATER
        if governor is None or later or not may_be_noun(governor) or tokens[preposition].lower == "despite":
            if governor is not None and governor.lower in words.partitive:
                one = governor.lower == "one"
                return simple and simple._replace(first=preposition - 1, one_of=one)  # "one of the officials said"
            return simple if tokens[preposition].lower in ("after", "before", "since", "with", "despite") else None
        complement = complement or simple
        index = preposition - 1
    return None


def name_at(text: str, tokens: Sequence[Token], index: int) -> Subject | None:
    """Return the person whose name is tokens[index], whatever stands before it."""
    found = _simple(text, tokens, index, index + 1, index + 1)
    return found if found is not None and found.is_person else None


def phrase_from(text: str, tokens: Sequence[Token], index: int) -> Subject | None:
    """Return the noun phrase that begins at tokens[index]: the subject of an inverted verb, or of "according to".

    A person named in or beside the phrase goes before the role ("the head of the region, Serhiy Lysak").
    """
    limit = min(len(tokens), index + LONGEST)
    position, head, head_end, end = index, None, index, index
    for _ in range(_DEEPEST):
        end = _end(text, tokens, position, limit)
        if end == position:
            end = max(index, position - 1)
            break
        simple = _simple(text, tokens, position, end, end, index)
        if head is None:
            head, head_end = simple, end
        elif simple is not None and simple.is_person and head.kind == "role" and (simple.name or " " in simple.words):
            return simple._replace(first=index, last=end, noun=head.noun)
        following = tokens[end].lower if end < limit else ""
        by = end + 1 if following.endswith("ed") else end
        if head is not None and head.noun in speaker_nouns().contained and by < limit and _is_by(tokens[by]):
            head, end = None, by
        elif following not in ("of", "for", "at") or (head is not None and head.kind != "role"):
            break
        position = end + 1
    if head is None or head.kind == "role":
        named = _named_after_comma(text, tokens, end, limit)
        if named is not None:
            return named._replace(first=index, noun=head.noun if head else "")
    if head is not None and end > head_end:
        head = _with_complement(text, tokens, head._replace(last=end), head_end)
    return head


def _gives_way(tokens: Sequence[Token], head: Subject, complement: Subject, preposition: int) -> bool:
    """Whether not the head of a phrase speaks but its complement.

    "the head of the region Serhiy Lysak", "a report by the ministry", "authorities in the breakaway republic".
    """
    if head.noun in speaker_nouns().contained and _is_by(tokens[preposition]):
        return True
    if head.noun == "authorities" and complement.name is not None:
        return complement.name.actor_kind in ("armed_group", "body", "government")
    if noun_kind(head.noun) != "person" or complement.name is None or complement.last - complement.first < 2:
        return False
    beside = tokens[complement.last - 2].lower
    words = function_words()
    return complement.is_person and not (noun_kind(beside) or beside in words.no_names or beside in words.determiners)


def _is_by(token: Token) -> bool:
    return token.lower in ("of", "by", "from")


def _with_complement(text: str, tokens: Sequence[Token], subject: Subject | None, end: int) -> Subject | None:
    """Return a role with the words that say of what: "command of the 6th Division", not where it is."""
    if subject is None or subject.kind != "role" or end >= subject.last or tokens[end].lower not in _OF:
        return subject
    words = subject.words + text[tokens[end - 1].end : tokens[subject.last - 1].end]
    return subject._replace(words=" ".join(words.split()))


def _named_after_comma(text: str, tokens: Sequence[Token], start: int, limit: int) -> Subject | None:
    """Return the person in apposition to a role: "the regional governor, Vitali Kim,"."""
    subordinators = function_words().subordinators
    position = start
    for position in range(start, limit):
        token = tokens[position]
        if token.lower in (",", "—", "–"):
            break
        if token.kind in ("quote", "date") or token.lower in subordinators:
            return None
    position += 1
    if position >= limit:
        return None
    end = _end(text, tokens, position, limit)
    named = _simple(text, tokens, position, end, end)
    closed = end >= len(tokens) or tokens[end].kind in ("mark", "date")
    return named if closed and named is not None and named.is_person else None


def _start(text: str, tokens: Sequence[Token], index: int) -> int:
    """Return where the phrase without prepositions that ends at `index` begins; index + 1 where there is none."""
    determiners = function_words().determiners
    first = index + 1
    while first > 0 and index - first < LONGEST:
        token = tokens[first - 1]
        inside = first <= index
        if inside and token.lower in determiners:
            return first - 1
        if inside and _TIME.fullmatch(token.lower):
            break  # "At 4.08am Valeria wrote"
        if inside and first == index and _is_person(tokens[index]) and not _may_title(text, token, tokens[index]):
            break  # "at the same time Macron said"
        glue = inside and ((token.kind == "mark" and token.lower == "'") or joins_capitals(text, tokens, first - 1))
        if not glue and (not may_be_noun(token) or (inside and _two_people(token, tokens[first]))):
            break
        first -= 1
    return first


def _end(text: str, tokens: Sequence[Token], index: int, limit: int) -> int:
    """Return where the phrase that begins at `index` ends: behind its last name or role noun, if it has one."""
    determiners = function_words().determiners
    position = index
    while position < limit:
        token = tokens[position]
        if not may_be_noun(token):
            opens = position == index and token.lower in determiners
            if not (opens or token.lower == "'" or joins_capitals(text, tokens, position)):
                break
        position += 1
        if _is_person(token) and not token.possessive:
            break
    last = position
    while last > index and not _can_close(text, tokens[last - 1]):
        last -= 1
    return last if last > index else position


def _can_close(text: str, token: Token) -> bool:
    return token.kind == "name" or noun_kind(token.lower) is not None or is_capitalised(text, token)


def _is_person(token: Token) -> bool:
    return token.kind == "name" and token.name is not None and token.name.actor_kind == "person"


def _may_title(text: str, token: Token, person: Token) -> bool:
    """Whether a token may belong to the person named behind it: a role or what is said of it, a capital."""
    if token.kind != "word" or token.possessive or noun_kind(token.lower) is not None or text[token.start].isupper():
        return True
    return noun_kind(person.lower.split()[0].rstrip(",")) is not None  # "the local mayor, Olena Kovalchuk"


def _two_people(first: Token, second: Token) -> bool:
    """Whether two names side by side are of two people, not a role with its bearer: "told Mr Trump Mr Putin …"."""
    if first.possessive or first.name is None or second.name is None:
        return False
    return _is_person(first) and _is_person(second) and first.name.actor != second.name.actor


def _simple(
    text: str, tokens: Sequence[Token], first: int, end: int, last: int, start: int | None = None
) -> Subject | None:
    """Return what tokens[first:end], without prepositions, stands for: the name or the role noun that closes it.

    The subject reaches from `start` (first, if None) to `last`.
    """
    if end <= first:
        return None
    words = function_words()
    head = tokens[end - 1]
    begin = first if start is None else start
    named = head.kind == "name" or (head.kind == "adjective" and head.lower in words.short_states)
    if named and head.name is not None and head.name.actor is not None and not head.possessive:
        return Subject("name", begin, last, text[head.start : head.end], head.lower, head.name)
    if head.kind == "adjective" and not head.possessive and (institution := _institution(text, head)) is not None:
        return institution._replace(first=begin, last=last)
    if is_surname(text, tokens, first, end - 1):
        return _unknown(text, tokens, first, end, last, begin)
    if head.kind != "word" or head.possessive:
        return None
    if head.lower in speaker_nouns().media and (outlet := _outlet(tokens, first, end)) is not None:
        return outlet._replace(first=begin, last=last)
    kind = noun_kind(head.lower)
    if kind is None:
        return _unknown(text, tokens, first, end, last, begin)
    if kind == "body" and (called := _called(text, tokens, first, end)) is not None:
        return called._replace(first=begin, last=last)
    if kind == "document" and end - first > 1:
        owner = _owner(text, tokens, first, end - 1, last, begin)
        if owner is not None:
            return owner
    opener = tokens[first]
    definite = opener.lower not in words.indefinite
    if kind == "document":
        definite = definite and (opener.lower in words.determiners or opener.possessive)
    skip = first + 1 if opener.lower in words.determiners and end - first > 1 else first
    written = " ".join(text[tokens[skip].start : head.end].split())
    country = next((token.name.country for token in tokens[first:end] if token.name is not None), None)
    its = opener.lower == "its"
    return Subject("role", begin, last, written, head.lower, definite=definite, country=country, its=its)


def _called(text: str, tokens: Sequence[Token], first: int, end: int) -> Subject | None:
    """Return the name of a body before what it is: "the Magen David Adom (MDA) rescue service"."""
    at = first - 1
    if at >= 0 and tokens[at].lower == ")":
        while at > max(0, first - 4) and tokens[at].lower != "(":
            at -= 1
        at -= 1
    else:
        at = next((index for index in range(end - 2, first - 1, -1) if tokens[index].kind == "name"), -1)
    name = tokens[at].name if at >= 0 and not tokens[at].possessive else None
    if name is None or name.actor_kind != "body":
        return None
    return Subject("name", at, end, text[name.start : name.end], tokens[at].lower, name)


def _institution(text: str, token: Token) -> Subject | None:
    """Return a place that can speak: "Nasser Hospital", "Harvard University"."""
    words = text[token.start : token.end].split()
    if len(words) < 2 or noun_kind(words[-1].lower()) != "body":
        return None
    return Subject("role", 0, 0, " ".join(words), words[-1].lower())


def _outlet(tokens: Sequence[Token], first: int, end: int) -> Subject | None:
    """Return the name before the noun that says what it is: "TASS news agency", "Suspilne television"."""
    for token in reversed(tokens[max(first, end - 3) : end - 1]):
        if token.kind == "name" and token.name is not None and not token.possessive:
            return Subject("name", first, end, token.name.text, token.lower, token.name)
    return None


def _owner(text: str, tokens: Sequence[Token], first: int, end: int, last: int, begin: int) -> Subject | None:
    """Return whose a document is: "a Kremlin statement", "the ministry's report", "Valeria's message"."""
    head = tokens[end - 1]
    if head.kind != "word" and head.name is not None and head.name.actor is not None and head.name.reads_as == "actor":
        return Subject("name", begin, last, head.name.text, head.lower, head.name, document=tokens[end].lower)
    noun = head.lower.removesuffix("'s")
    if noun_kind(noun) in ("body", "person") and noun != "official":  # "an official statement" is nobody's
        words = " ".join(text[tokens[first].start : head.end].split()).removesuffix("'s").removesuffix("’s")
        return Subject("role", begin, last, words.removeprefix("the ").removeprefix("The "), noun)
    return None


def _unknown(text: str, tokens: Sequence[Token], first: int, end: int, last: int, begin: int) -> Subject | None:
    """Return the capitalised words that close a phrase as the name of somebody whom no list knows."""
    start = unknown_start(text, tokens, first, end)
    if start is None:
        return None
    written = " ".join(text[tokens[start].start : tokens[end - 1].end].split())
    return Subject("unknown", begin, last, written, tokens[end - 1].lower)
