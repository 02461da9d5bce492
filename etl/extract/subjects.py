"""Noun phrases of the narrative that can be a speaker: before a verb, after it, or after "according to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from etl.extract import vocabulary
from etl.extract.narrative import Token
from etl.extract.reading import NameMention
from etl.extract.reporting_verbs import certain_forms

SubjectKind = Literal["name", "pronoun", "role", "unknown", "elided"]

PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
PREPOSITIONS = frozenset(
    "of for in at from with to by on near about over under after before during between against into through via amid within "
    "among since until despite without across around behind beyond inside outside per toward towards upon than".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my another one two three four some several many other both each "
    "any all no most".split()
)
_PARTITIVE = frozenset("one some two three several many most all each both".split())
_INDEFINITE = frozenset("a an another one two three four some several many any no".split())
CONJUNCTIONS = frozenset("and but or then yet nor so".split())
_SUBORDINATE = frozenset(
    "that which who whom whose what when where while as because if though although since whether how why once unless whereas "
    "after before until".split()
)
AUXILIARIES = frozenset(
    "has have had is are was were be been being will would could should may might can did does do must having 's 'd".split()
)
_ADVERBS = frozenset(
    "also later then again now still earlier meanwhile too even just only already once since once previously further therefore "
    "afterwards long since however separately instead today yesterday overnight tonight ago back ever never soon though nevertheless "
    "nonetheless not n't meanwhile once so himself herself itself themselves there here first last".split()
)
_NOT_NAMES = frozenset(
    "mr mrs ms dr prof sir dame lord lady president prime minister king queen prince sheikh general gen lt col maj capt sgt brig adm "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december telegram facebook twitter however meanwhile earlier separately later".split()
)
_SHORT_STATES = frozenset({"us", "u.s.", "uk", "u.k.", "eu", "un", "u.n."})  # nouns as well as adjectives
_LONGEST_PHRASE = 14


@dataclass(frozen=True, slots=True)
class SpeakerNouns:
    """Nouns that stand for somebody who can speak, by what they stand for."""

    person: tuple[str, ...]
    people: tuple[str, ...]
    body: tuple[str, ...]
    document: tuple[str, ...]
    contained: tuple[str, ...]
    media: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a cue says is speaking: tokens[first:last] of the passage, not yet resolved to a bearer.

    `noun` is the head of a role ("ministry"), `words` the phrase as written without its article.
    """

    kind: SubjectKind
    first: int
    last: int
    words: str = ""
    noun: str = ""
    name: NameMention | None = None
    definite: bool = True
    country: str | None = None


@cache
def noun_kinds() -> dict[str, str]:
    """Return each speaker noun with its kind: person, people, body or document."""
    nouns = vocabulary.load("speaker_nouns", SpeakerNouns)
    kinds = {noun: "document" for noun in nouns.document}
    kinds |= {noun: "body" for noun in nouns.body}
    kinds |= {noun: "people" for noun in nouns.people}
    return kinds | {noun: "person" for noun in nouns.person}


def noun_kind(noun: str) -> str | None:
    """Return the kind of a speaker noun, singular or plural; None for a noun that cannot speak."""
    kinds = noun_kinds()
    if noun in kinds:
        return kinds[noun]
    singular = kinds.get(noun.removesuffix("s")) if noun.endswith("s") else None
    return "people" if singular == "person" else singular


@cache
def media_nouns() -> frozenset[str]:
    """Return the nouns of those who only pass on what others say."""
    return frozenset(vocabulary.load("speaker_nouns", SpeakerNouns).media)


@cache
def _contained() -> frozenset[str]:
    return frozenset(vocabulary.load("speaker_nouns", SpeakerNouns).contained)


def skip_back(tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    """Return the last token at or before `index` that is no adverb, auxiliary or date, and whether "be" was among them."""
    be = False
    while index >= 0:
        token = tokens[index]
        if token.kind == "date":
            index -= 1
            if index >= 0 and tokens[index].lower in ("on", "in", "late", "early", "at", "since"):
                index -= 1
            continue
        if token.kind != "word" or not (
            token.lower in _ADVERBS
            or token.lower in AUXILIARIES
            or (token.lower.endswith("ly") and len(token.lower) > 4)
        ):
            break
        be = be or token.lower in ("is", "are", "was", "were", "be", "been", "being")
        index -= 1
    return index, be


def before(text: str, tokens: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject of the verb at index `verb` that stands before it, or None.

    Knows appositions ("Kyrylo Budanov, the head of …, said"), relative clauses ("…, who said"), complements ("officials
    in Kyiv said") and elided subjects ("… but said").
    """
    index, _ = skip_back(tokens, verb - 1)
    if index >= 0 and tokens[index].lower == ")":
        while index > 0 and tokens[index].lower != "(":
            index -= 1
        index -= 1  # "the World Health Organization (WHO) said"
    if index < 0 or tokens[index].kind == "quote":
        return None
    token = tokens[index]
    if token.lower in PRONOUNS:
        return Subject("pronoun", index, index + 1, token.lower, token.lower)
    if token.lower in ("who", "which", "that"):
        return _antecedent(text, tokens, index)
    if token.lower in CONJUNCTIONS:
        return Subject("elided", index, index)
    if token.kind == "mark":
        return _of_apposition(text, tokens, index) if token.lower in ",—–" else None
    return phrase_ending(text, tokens, index) or _before_relative(text, tokens, index)


def _antecedent(text: str, tokens: Sequence[Token], relative: int) -> Subject | None:
    if relative and tokens[relative - 1].lower == ",":
        return _of_apposition(text, tokens, relative - 1)
    return phrase_ending(text, tokens, relative - 1)


def _before_relative(text: str, tokens: Sequence[Token], index: int) -> Subject | None:
    """Return the subject of a verb that a relative clause stands before: "a resident who asked not to be named told"."""
    for position in range(index, max(-1, index - _LONGEST_PHRASE), -1):
        if tokens[position].kind in ("quote", "mark"):
            return None
        if tokens[position].lower == "who":
            return phrase_ending(text, tokens, position - 1)
    return None


def phrase_ending(text: str, tokens: Sequence[Token], index: int) -> Subject | None:
    """Return the noun phrase whose last token is tokens[index], with what it hangs on ("the head of …").

    A report is whoever's it is ("a report by the ministry said").
    """
    last = index + 1
    complement: Subject | None = None
    for _ in range(4):
        first = _start_of_simple(tokens, index)
        if first > index:
            return None
        simple = _with_complement(text, tokens, _simple(text, tokens, first, index + 1, last), index + 1, last)
        if complement is not None and simple is not None and _bears(tokens, complement, simple):
            return replace(complement, first=first, last=last)  # "the head of the region Serhiy Lysak"
        if (
            complement is not None
            and simple is not None
            and simple.noun in _contained()
            and tokens[index + 1].lower in ("by", "of", "from")
        ):
            return replace(complement, first=first, last=last)
        if complement is not None and simple is not None and simple.noun == "authorities" and _governs(complement):
            return replace(complement, first=first, last=last)  # "authorities in the breakaway republic said"
        preposition = first - 1
        if preposition < 0 or tokens[preposition].lower not in PREPOSITIONS:
            return _named_before(text, tokens, simple)
        if preposition == 0 or not may_be_noun(tokens[preposition - 1]) or tokens[preposition].lower == "despite":
            if preposition and tokens[preposition - 1].lower in _PARTITIVE:
                return simple and replace(simple, first=preposition - 1)  # "one of the officials said"
            return simple if tokens[preposition].lower in ("after", "before", "since", "with", "despite") else None
        complement = complement or simple
        index = preposition - 1
    return None


def _governs(complement: Subject) -> bool:
    """Whether a name stands for a power of its own, not for a town or a state that has many authorities."""
    return complement.name is not None and complement.name.actor_kind in ("armed_group", "body", "government")


def _bears(tokens: Sequence[Token], person: Subject, role: Subject) -> bool:
    """Whether the name that closes a role's complement is its bearer, not part of it ("a spokesman for Mr Putin")."""
    if (
        role.kind != "role"
        or noun_kind(role.noun) != "person"
        or not is_person(person)
        or person.last - person.first < 2
    ):
        return False
    if person.kind == "unknown":
        return len(person.words.split()) > 2 or len(person.words.split()) < person.last - person.first
    beside = tokens[person.last - 2]
    return not (beside.lower in noun_kinds() or beside.lower in _NOT_NAMES or beside.lower in DETERMINERS)


def _named_before(text: str, tokens: Sequence[Token], role: Subject | None) -> Subject | None:
    """Return the person whom a role without its closing comma belongs to: "Tymofei, a medic with the battalion told"."""
    if role is None or role.kind != "role" or role.first < 2 or tokens[role.first - 1].lower != ",":
        return role
    behind, _ = _segments(text, tokens, role.first - 1)
    if (
        len(behind) == 1
        and is_person(behind[0])
        and (behind[0].first == 0 or tokens[behind[0].first - 1].kind == "quote")
    ):
        return behind[0]
    return role


def _with_complement(
    text: str, tokens: Sequence[Token], subject: Subject | None, end: int, last: int
) -> Subject | None:
    """Return a role with the words that say of what: "command of the 6th Division"; where it is does not belong to it."""
    if (
        subject is None
        or subject.kind != "role"
        or end >= last
        or tokens[end].lower not in ("of", "for", "at", "from", "with")
    ):
        return subject
    words = subject.words + text[tokens[end - 1].end : tokens[last - 1].end]
    return replace(subject, words=" ".join(words.split()))


def after(text: str, tokens: Sequence[Token], index: int) -> Subject | None:
    """Return the noun phrase that begins at tokens[index]: the subject of an inverted verb, or of "according to".

    A person named in or beside the phrase goes before the role ("the head of the region, Serhiy Lysak").
    """
    limit = min(len(tokens), index + _LONGEST_PHRASE)
    position, head, head_end, end = index, None, index, index
    for _ in range(4):
        end = _end_of_simple(text, tokens, position, limit)
        if end == position:
            end = max(index, position - 1)
            break
        simple = _simple(text, tokens, position, end, end, index)
        if head is None:
            head, head_end = simple, end
        elif simple is not None and is_person(simple) and head.kind == "role" and (simple.name or " " in simple.words):
            return replace(simple, first=index, last=end, noun=head.noun)
        following = tokens[end].lower if end < limit else ""
        by = end + 1 if following.endswith("ed") else end
        if head is not None and head.noun in _contained() and by < limit and tokens[by].lower in ("of", "by", "from"):
            head, end = None, by
        elif following not in ("of", "for", "at") or (head is not None and head.kind != "role"):
            break
        position = end + 1
    if head is None or head.kind == "role":
        named = _apposed_after(text, tokens, end, limit)
        if named is not None:
            return replace(named, first=index, noun=head.noun if head else "")
    if head is None:
        return None
    return _with_complement(text, tokens, replace(head, last=max(end, head_end)), head_end, max(end, head_end))


def _apposed_after(text: str, tokens: Sequence[Token], position: int, limit: int) -> Subject | None:
    while position < limit and not (tokens[position].kind == "mark" and tokens[position].lower in ",—–"):
        if tokens[position].kind in ("quote", "date") or tokens[position].lower in _SUBORDINATE:
            return None
        position += 1
    position += 1
    if position < limit:
        end = _end_of_simple(text, tokens, position, limit)
        named = _simple(text, tokens, position, end, end) if end > position else None
        closed = end >= len(tokens) or tokens[end].kind == "mark" or tokens[end].kind == "date"
        if (
            closed
            and named is not None
            and (named.kind == "unknown" or named.name is not None and named.name.actor_kind == "person")
        ):
            return named
    return None


def apposed_before(text: str, tokens: Sequence[Token], comma: int) -> Subject | None:
    """Return the subject that a pair of commas parts from its verb: "Serhiy Lysak, the head of the region, said"."""
    segments, _ = _segments(text, tokens, comma)
    return _most_personal(segments)


def _of_apposition(text: str, tokens: Sequence[Token], comma: int) -> Subject | None:
    """Return the subject that commas part from its verb, or from its relative clause."""
    segments, loose = _segments(text, tokens, comma)
    return _most_personal(segments) or loose


def _most_personal(segments: Sequence[Subject]) -> Subject | None:
    """Return the outermost person among phrases that stand in apposition, else the outermost phrase."""
    if not segments:
        return None
    chosen = next((phrase for phrase in reversed(segments) if is_person(phrase)), segments[-1])
    return replace(chosen, first=min(phrase.first for phrase in segments))


def _segments(text: str, tokens: Sequence[Token], comma: int) -> tuple[list[Subject], Subject | None]:
    """Return the phrases between the commas before tokens[comma], innermost first, and one that only ends a clause."""
    phrases: list[Subject] = []
    end = comma
    for _ in range(6):
        start = end - 1
        while start >= 0 and not (
            tokens[start].kind == "quote" or (tokens[start].kind == "mark" and tokens[start].lower in ",:;—–().!?")
        ):
            start -= 1
        segment = tokens[start + 1 : end]
        if segment and not _modifies(segment):
            if len(segment) == 1 and segment[0].lower in PRONOUNS:
                phrases.append(Subject("pronoun", start + 1, start + 2, segment[0].lower, segment[0].lower))
                break
            phrase = phrase_ending(text, tokens, end - 1)
            if phrase is not None and phrase.first <= start + 2:
                phrases.append(phrase)
            elif phrase is not None or segment[0].lower not in DETERMINERS:
                return phrases, phrase
        if start < 0 or tokens[start].kind == "quote" or tokens[start].lower in ":;.!?":
            break
        end = start
    return phrases, None


def _modifies(segment: Sequence[Token]) -> bool:
    """Whether a segment between commas only says more about the subject: an age, a relative clause, a participle."""
    opener = segment[0]
    participle = opener.lower.endswith("ed") and len(segment) > 1 and segment[1].lower in PREPOSITIONS
    return (
        opener.kind == "date"
        or opener.lower.endswith("ing")
        or opener.lower in _SUBORDINATE
        or opener.lower in PREPOSITIONS
        or opener.lower in _ADVERBS
        or opener.lower in ("aged", "himself", "herself", "citing")
        or opener.lower.isdigit()
        or participle
    )


def is_person(subject: Subject) -> bool:
    """Whether the subject is a person by name; an unknown name in capitals is a body's."""
    if subject.kind == "unknown":
        return not subject.words.isupper()
    return subject.name is not None and subject.name.actor_kind == "person"


def may_be_noun(token: Token) -> bool:
    """Whether the token can be part of a noun phrase; only function words are told apart."""
    lower = token.lower
    if token.kind in ("name", "adjective"):
        return True
    return token.kind == "word" and not (
        lower in PREPOSITIONS
        or lower in DETERMINERS
        or lower in CONJUNCTIONS
        or lower in _SUBORDINATE
        or lower in AUXILIARIES
        or lower in _ADVERBS
        or lower in PRONOUNS
        or lower in ("him", "them", "us", "me", "there")
        or lower in certain_forms()
    )


def _start_of_simple(tokens: Sequence[Token], index: int) -> int:
    """Return where the phrase without prepositions that ends at `index` begins; index + 1 where there is none."""
    first = index + 1
    while first > 0 and index - first < _LONGEST_PHRASE:
        token = tokens[first - 1]
        if token.lower in DETERMINERS and first <= index:
            return first - 1
        if token.lower in ("'", "’") and token.kind == "mark" and first <= index:
            first -= 1
            continue
        if not may_be_noun(token):
            break
        if first <= index and _two_people(token, tokens[first]):
            break
        first -= 1
    return first


def _joins_capitals(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether "and" stands within a name: "Center for Strategic and International Studies"."""
    if index == 0 or index + 1 >= len(tokens):
        return False
    beside = (tokens[index - 1], tokens[index + 1])
    return all(token.kind == "word" and text[token.start].isupper() for token in beside)


def _two_people(first: Token, second: Token) -> bool:
    """Whether two names side by side are of two people, not a role with its bearer: "told Mr Trump Mr Putin …"."""
    if first.name is None or second.name is None or first.possessive or first.kind != "name" or second.kind != "name":
        return False
    return first.name.actor_kind == second.name.actor_kind == "person" and first.name.actor != second.name.actor


def _end_of_simple(text: str, tokens: Sequence[Token], index: int, limit: int) -> int:
    """Return where the phrase that begins at `index` ends: behind its last name or role noun, if it has one."""
    position = index
    while position < limit:
        token = tokens[position]
        if token.lower in DETERMINERS and position == index:
            position += 1
        elif (token.kind == "mark" and token.lower in ("'", "’")) or may_be_noun(token):
            position += 1
            if (
                token.kind == "name"
                and token.name is not None
                and token.name.actor_kind == "person"
                and not token.possessive
            ):
                break
        else:
            break
    last = position
    while last > index and not (tokens[last - 1].kind == "name" or noun_kind(tokens[last - 1].lower) is not None):
        last -= 1
    return last if last > index else position


def _simple(
    text: str, tokens: Sequence[Token], first: int, end: int, last: int, start: int | None = None
) -> Subject | None:
    """Return what a phrase without prepositions stands for: the name, or the role noun, that closes it."""
    if end <= first:
        return None
    head = tokens[end - 1]
    begin = first if start is None else start
    named = head.kind == "name" or (head.kind == "adjective" and head.lower in _SHORT_STATES)
    if named and head.name is not None and head.name.actor is not None and not head.possessive:
        return Subject("name", begin, last, text[head.start : head.end], head.lower, head.name)
    if head.kind != "word" or head.possessive:
        return None
    skip = first + 1 if tokens[first].lower in DETERMINERS and end - first > 1 else first
    if noun_kind(head.lower) is not None:
        definite = tokens[first].lower not in _INDEFINITE
        if noun_kind(head.lower) == "document":
            definite = definite and (tokens[first].lower in DETERMINERS or tokens[first].possessive)
        country = next((token.name.country for token in tokens[first:end] if token.name is not None), None)
        words = " ".join(text[tokens[skip].start : head.end].split())
        return Subject("role", begin, last, words, head.lower, definite=definite, country=country)
    return _unknown(text, tokens, first, end, last, begin)


def _unknown(text: str, tokens: Sequence[Token], first: int, end: int, last: int, begin: int) -> Subject | None:
    """Return the capitalised words that close a phrase as the name of somebody whom no list knows."""
    run = end
    while (
        run > first
        and tokens[run - 1].kind == "word"
        and text[tokens[run - 1].start].isupper()
        and not tokens[run - 1].possessive
    ):
        run -= 1
    for index in range(run, end):
        if tokens[index].lower in noun_kinds() or tokens[index].lower in _NOT_NAMES | DETERMINERS:
            run = index + 1
    if run == end or end - run > 5:
        return None
    words = " ".join(text[tokens[run].start : tokens[end - 1].end].split())
    return Subject("unknown", begin, last, words, tokens[end - 1].lower)
