"""The subject of a reporting verb: before it, behind it, in apposition, in a relative clause, or left out."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.noun_phrases import LONGEST, name_at, phrase_ending, phrase_from
from etl.extract.speech.speaker_nouns import noun_kind
from etl.extract.speech.subject import Subject, elided, pronoun

_RELATIVES = frozenset({"who", "which", "that"})
_QUOTED = frozenset({"quoted", "cited", "quotes", "quoting", "citing", "reported"})
_ABSOLUTE = frozenset({"with", "despite", ",", "as", "after"})  # "with officials reporting nine wounded"
_NO_CLAUSE = frozenset({"without", "from", "of", "for", "about", "the", "a", "no", "this", "that"})
_CONTRASTS = frozenset({"while", "whereas", "but", "although", "though"})
_MOST_SEGMENTS = 6


def skip_back(tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    """Return the last token at or before `index` that is no adverb, auxiliary or date, and whether it passed a "be"."""
    words = function_words()
    be = False
    while index >= 0:
        token = tokens[index]
        if token.lower == ")" and index > 2 and tokens[index - 1].kind == "date" and tokens[index - 2].lower == "(":
            index -= 3  # "on Tuesday (Nov 25) said"
            continue
        if token.kind == "date":
            index -= 1
            if index >= 0 and tokens[index].lower in ("on", "in", "late", "early", "at", "since"):
                index -= 1
            continue
        adverb = token.lower in words.adverbs or (token.lower.endswith("ly") and len(token.lower) > 4)
        if token.kind != "word" or not (adverb or token.lower in words.auxiliaries):
            break
        be = be or token.lower in words.be
        index -= 1
    return index, be


def of_finite(text: str, tokens: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject of the finite verb at index `verb` that stands before it, or None.

    Knows appositions ("Kyrylo Budanov, the head of …, said"), relative clauses ("…, who said"), complements ("officials
    in Kyiv said"), infinitives ("went on to say") and elided subjects ("… but said").
    """
    words = function_words()
    index, _ = skip_back(tokens, verb - 1)
    if index >= 0 and tokens[index].lower == ")":
        while index > 0 and tokens[index].lower != "(":
            index -= 1
        index -= 1  # "the World Health Organization (WHO) said"
    if index < 0 or tokens[index].kind == "quote":
        return None
    token = tokens[index]
    if token.lower == "to":
        return None if index and tokens[index - 1].lower in words.unsaying else elided(index)
    if token.lower in words.pronouns:
        return pronoun(token.lower, index)
    if token.lower in _RELATIVES:
        return _antecedent(text, tokens, index)
    if token.lower in words.conjunctions:
        return _of_clause(text, tokens, index) or elided(index)
    if token.kind == "mark":
        return of_apposition(text, tokens, index, whole=False) if token.lower in ",—–" else None
    phrase = phrase_ending(text, tokens, index)
    if phrase is None:
        return _before_relative(text, tokens, index)
    return _jointly(text, tokens, phrase) or _named_before(text, tokens, phrase)


def _jointly(text: str, tokens: Sequence[Token], phrase: Subject) -> Subject | None:
    """Return the first of two who say together what stands before: "…, the ministry and the governor said"."""
    if phrase.first < 3 or tokens[phrase.first - 1].lower != "and" or tokens[phrase.first - 2].kind == "mark":
        return None
    first = phrase_ending(text, tokens, phrase.first - 2)
    if first is None or first.first == 0 or first.kind not in ("name", "role"):
        return None
    before = tokens[first.first - 1]
    return first._replace(last=phrase.last) if before.lower == "," or before.kind == "quote" else None


def of_participle(text: str, tokens: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject of the form in -ing at `verb`: its own ("with officials saying"), else its clause's."""
    previous, _ = skip_back(tokens, verb - 1)
    if previous > 0 and previous == verb - 1 and tokens[previous].lower == "as":
        return _quoted_as(text, tokens, previous) or elided(verb)
    if previous >= 0 and tokens[previous].kind in ("word", "name", "adjective"):
        own = phrase_ending(text, tokens, previous)
        if own is not None and own.kind in ("name", "role"):
            opener = tokens[own.first - 1] if own.first else None
            if opener is None or opener.kind == "quote" or opener.lower in _ABSOLUTE:
                return own
    if previous >= 0 and tokens[previous].lower in _NO_CLAUSE:
        return None
    return elided(verb)


def of_inverted(text: str, tokens: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject behind an inverted verb: '"…," said the governor', '…, said the ministry.'"""
    previous = verb - 1
    if previous < 0 or verb + 1 >= len(tokens):
        return None
    comma = tokens[previous].lower in (",", "—", "–")
    quoted = tokens[previous].kind == "quote" or (comma and previous > 0 and tokens[previous - 1].kind == "quote")
    if not quoted and tokens[previous].lower != ",":
        return None
    following = tokens[verb + 1]
    if following.kind == "word" and following.lower in function_words().pronouns:
        return pronoun(following.lower, verb + 1) if quoted else None
    subject = phrase_from(text, tokens, verb + 1)
    if quoted or subject is None:
        return subject
    return None if of_apposition(text, tokens, previous, whole=True) else subject


def of_apposition(text: str, tokens: Sequence[Token], comma: int, *, whole: bool) -> Subject | None:
    """Return the subject that commas part from its verb: "Serhiy Lysak, the head of the region, said".

    With `whole`, each segment between the commas must be a phrase; else the innermost may also end a clause.
    """
    segments, loose = _segments(text, tokens, comma)
    if not segments:
        return None if whole else loose
    named = [phrase for phrase in reversed(segments) if phrase.is_person] or [
        phrase for phrase in reversed(segments) if phrase.kind == "name"
    ]
    chosen = named[0] if named else segments[-1]
    return chosen._replace(first=min(phrase.first for phrase in segments))


def _of_clause(text: str, tokens: Sequence[Token], conjunction: int) -> Subject | None:
    """Return the person who opens the clause behind a comma that "and said" goes on: "As …, Lavrov came and said"."""
    start = conjunction - 1
    while start > 0 and not _parts(tokens[start - 1]):
        start -= 1
    if start == 0 or tokens[start - 1].lower != "," or conjunction - start < 3:
        return None
    opener = phrase_from(text, tokens, start)
    return opener if opener is not None and opener.is_person and opener.name and opener.last < conjunction else None


def _antecedent(text: str, tokens: Sequence[Token], relative: int) -> Subject | None:
    if relative and tokens[relative - 1].lower == ",":
        apposition = of_apposition(text, tokens, relative - 1, whole=False)
        return apposition or name_at(text, tokens, relative - 2)  # "comments by Olena Kovalchuk, who said"
    return phrase_ending(text, tokens, relative - 1)


def _before_relative(text: str, tokens: Sequence[Token], index: int) -> Subject | None:
    """Return the subject of a verb behind a relative clause: "a resident who asked not to be named told"."""
    for position in range(index, max(-1, index - LONGEST), -1):
        if tokens[position].kind in ("quote", "mark"):
            return None
        if tokens[position].lower == "who":
            return phrase_ending(text, tokens, position - 1)
    return None


def _named_before(text: str, tokens: Sequence[Token], role: Subject) -> Subject:
    """Return the bearer of a role without its closing comma: "Tymofei, a medic with the battalion told"."""
    if role.kind != "role" or role.first < 2 or tokens[role.first - 1].lower != ",":
        return role
    behind, _ = _segments(text, tokens, role.first - 1)
    if len(behind) != 1 or not behind[0].is_person:
        return role
    person = behind[0]
    return person if person.first == 0 or tokens[person.first - 1].kind == "quote" else role


def _quoted_as(text: str, tokens: Sequence[Token], as_index: int) -> Subject | None:
    """Return who is "quoted as saying": the passive's subject, else the object ("TASS quoted Peskov as saying")."""
    for index in range(as_index - 1, max(-1, as_index - LONGEST), -1):
        if tokens[index].lower in _QUOTED:
            _, be = skip_back(tokens, index - 1)
            passive = be or index == as_index - 1
            return of_finite(text, tokens, index) if passive else phrase_from(text, tokens, index + 1)
    return None


def _segments(text: str, tokens: Sequence[Token], comma: int) -> tuple[list[Subject], Subject | None]:
    """Return the phrases between the commas before tokens[comma], innermost first, and one that only ends a clause."""
    words = function_words()
    phrases: list[Subject] = []
    end = comma
    for _ in range(_MOST_SEGMENTS):
        start = end - 1
        while start >= 0 and not _parts(tokens[start]):
            start -= 1
        segment = tokens[start + 1 : end]
        outermost = start < 0 or tokens[start].kind == "quote" or tokens[start].lower in ":;.!?"
        if segment and outermost and not phrases and _modifies(segment):
            return phrases, name_at(text, tokens, end - 1)  # "Asked about the raid Kovalchuk, who was there, said"
        if segment and segment[0].lower in _CONTRASTS and not phrases:
            phrase = phrase_ending(text, tokens, end - 1)
            return ([phrase] if phrase is not None and phrase.first <= start + 2 else []), phrase
        if segment and not _modifies(segment):
            if len(segment) == 1 and segment[0].lower in words.pronouns:
                phrases.append(pronoun(segment[0].lower, start + 1))
                break
            phrase = phrase_ending(text, tokens, end - 1)
            if phrase is not None and phrase.first <= start + 2:
                phrases.append(phrase)
            elif (role := phrase_from(text, tokens, start + 1)) is not None and _joins_roles(tokens, role, end):
                phrases.append(role)
            elif phrase is not None or segment[0].lower not in words.determiners:
                return phrases, phrase
        if outermost:
            break
        end = start
    return phrases, None


def _joins_roles(tokens: Sequence[Token], role: Subject, end: int) -> bool:
    """Whether a segment gives somebody several offices: "Ukraine's chief negotiator and the head of its council"."""
    person = role.is_person if role.name is not None else noun_kind(role.noun) == "person"
    return person and role.last < end and tokens[role.last].lower == "and"


def _parts(token: Token) -> bool:
    return token.kind == "quote" or (token.kind == "mark" and token.lower in ",:;—–().!?")


def _modifies(segment: Sequence[Token]) -> bool:
    """Whether a segment between commas only says more about the subject: an age, a relative clause, a participle."""
    words = function_words()
    opener = segment[0]
    if opener.kind == "date" or opener.lower.isdigit() or opener.lower.endswith("ing"):
        return True
    if opener.lower.endswith("ed") and len(segment) > 1 and segment[1].lower in words.prepositions:
        return True
    return opener.lower == "aged" or any(
        opener.lower in those for those in (words.subordinators, words.prepositions, words.adverbs)
    )
