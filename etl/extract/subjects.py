"""Noun phrases of the narrative that can be a speaker: before a verb, after it, or after "according to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from etl.extract import vocabulary
from etl.extract.narrative import Token
from etl.extract.reading import NameMention

SubjectKind = Literal["name", "pronoun", "role", "elided"]

PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
PREPOSITIONS = frozenset(
    "of for in at from with to by on near about over under after before during between against into through via amid within "
    "among since until despite without across around behind beyond inside outside per toward towards upon than".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my another one two three four some several many other both each "
    "any all no most".split()
)
CONJUNCTIONS = frozenset("and but or then yet nor so".split())
_SUBORDINATE = frozenset(
    "that which who whom whose what when where while as because if though although since whether how why once unless whereas "
    "after before until".split()
)
_AUXILIARIES = frozenset(
    "has have had is are was were be been being will would could should may might can did does do must having 's 'd".split()
)
_ADVERBS = frozenset(
    "also later then again now still earlier meanwhile too even just only already once since once previously further therefore "
    "afterwards however separately instead today yesterday overnight tonight ago back ever never soon though nevertheless "
    "nonetheless not n't meanwhile once so himself herself itself themselves there here first last".split()
)
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


@cache
def noun_kinds() -> dict[str, str]:
    """Return each speaker noun with its kind: person, people, body or document."""
    nouns = vocabulary.load("speaker_nouns", SpeakerNouns)
    kinds = {noun: "document" for noun in nouns.document}
    kinds |= {noun: "body" for noun in nouns.body}
    kinds |= {noun: "people" for noun in nouns.people}
    return kinds | {noun: "person" for noun in nouns.person}


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
            token.lower in _ADVERBS or token.lower in _AUXILIARIES or (token.lower.endswith("ly") and len(token.lower) > 4)
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
    if index < 0 or tokens[index].kind == "quote":
        return None
    token = tokens[index]
    if token.lower in PRONOUNS:
        return Subject("pronoun", index, index + 1, token.lower, token.lower)
    if token.lower in ("who", "which", "that"):
        behind = index - 1
        if behind >= 0 and tokens[behind].lower == ",":
            return _of_apposition(text, tokens, behind)
        return phrase_ending(text, tokens, behind)
    if token.lower in CONJUNCTIONS:
        return Subject("elided", index, index)
    if token.lower == ",":
        return _of_apposition(text, tokens, index)
    if token.kind == "mark":
        return _of_apposition(text, tokens, index) if token.lower in (")", "—", "–") else None
    return phrase_ending(text, tokens, index)


def phrase_ending(text: str, tokens: Sequence[Token], index: int) -> Subject | None:
    """Return the noun phrase whose last token is tokens[index], with what it hangs on ("the head of …")."""
    last = index + 1
    found: Subject | None = None
    for _ in range(4):
        first = _start_of_simple(tokens, index)
        if first > index:
            return found
        simple = _simple(text, tokens, first, index + 1, last)
        preposition = first - 1
        if preposition < 0 or tokens[preposition].lower not in PREPOSITIONS:
            return simple or found
        if preposition == 0 or not _nounlike(tokens[preposition - 1]):
            return found if found else simple if tokens[preposition].lower in ("after", "before", "since") else None
        found = found or None
        index = preposition - 1
    return found


def after(text: str, tokens: Sequence[Token], index: int) -> Subject | None:
    """Return the noun phrase that begins at tokens[index]: the subject of an inverted verb, or of "according to"."""
    first = index
    limit = min(len(tokens), index + _LONGEST_PHRASE)
    position = first
    best: Subject | None = None
    while position < limit:
        end = _end_of_simple(tokens, position, limit)
        if end == position:
            break
        simple = _simple(text, tokens, position, end, end, first)
        if best is None or (simple and simple.name and simple.name.actor_kind == "person" and best.kind == "role"):
            best = simple if best is None or simple is not None else best
        if end < limit and tokens[end].lower in ("of", "for", "at", "from", "with", "in", "by"):
            contained = best is not None and best.noun in _contained() and tokens[end].lower in ("of", "by", "from")
            if contained:
                best = None
            elif tokens[end].lower in ("in", "at", "by", "with") and (best is None or best.kind == "name"):
                break
            position = end + 1
            continue
        break
    if best is None or best.kind == "role":
        named = _apposed_after(text, tokens, position, limit)
        if named is not None:
            return Subject("name", first, named.last, named.words, best.noun if best else "", named.name)
    if best is not None:
        return Subject(best.kind, first, max(best.last, end if position < limit else best.last), best.words, best.noun, best.name)
    return None


def _apposed_after(text: str, tokens: Sequence[Token], position: int, limit: int) -> Subject | None:
    while position < limit and not (tokens[position].kind == "mark" and tokens[position].lower in ",—–"):
        if tokens[position].kind in ("quote", "date") or tokens[position].lower in _SUBORDINATE:
            return None
        position += 1
    position += 1
    if position < limit:
        end = _end_of_simple(tokens, position, limit)
        named = _simple(text, tokens, position, end, end) if end > position else None
        if named is not None and named.name is not None and named.name.actor_kind == "person":
            return named
    return None


def _of_apposition(text: str, tokens: Sequence[Token], comma: int) -> Subject | None:
    """Return the subject that commas part from its verb, or from its relative clause."""
    phrases: list[Subject] = []
    loose: Subject | None = None
    end = comma
    for _ in range(6):
        start = end - 1
        while start >= 0 and not (tokens[start].kind == "quote" or (tokens[start].kind == "mark" and tokens[start].lower in ",:;—–().!?")):
            start -= 1
        segment = tokens[start + 1 : end]
        if segment:
            opener = segment[0]
            modifies = opener.lower in _SUBORDINATE or opener.lower in PREPOSITIONS or opener.lower.endswith("ing") or opener.lower.isdigit() or opener.kind == "date" or opener.lower == "aged"
            if not modifies:
                phrase = phrase_ending(text, tokens, end - 1)
                if phrase is not None and phrase.kind != "pronoun":
                    if phrase.first <= start + 2:
                        phrases.append(phrase)
                    else:
                        loose = phrase
                        break
                elif _pronoun_of(segment):
                    if not phrases:
                        return Subject("pronoun", start + 1, start + 2, segment[0].lower, segment[0].lower)
                    break
                elif not phrases and len(segment) > 6:
                    break
                elif len(segment) > 3:
                    break
        if start < 0 or tokens[start].kind == "quote" or tokens[start].lower in ":;.!?":
            break
        end = start
    people = [phrase for phrase in phrases if phrase.name is not None and phrase.name.actor_kind == "person"]
    if people:
        return people[-1]
    if phrases:
        return phrases[-1]
    return loose


def _pronoun_of(segment: Sequence[Token]) -> bool:
    return len(segment) == 1 and segment[0].lower in PRONOUNS


def _nounlike(token: Token) -> bool:
    lower = token.lower
    if token.kind in ("name", "adjective"):
        return True
    return token.kind == "word" and not (
        lower in PREPOSITIONS
        or lower in DETERMINERS
        or lower in CONJUNCTIONS
        or lower in _SUBORDINATE
        or lower in _AUXILIARIES
        or lower in _ADVERBS
        or lower in PRONOUNS
        or lower in ("him", "them", "us", "me", "there")
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
        if not _nounlike(token):
            break
        if token.kind == "name" and first <= index and not token.possessive and tokens[first].kind == "name":
            break  # two names in a row are two phrases
        first -= 1
    return first


def _end_of_simple(tokens: Sequence[Token], index: int, limit: int) -> int:
    position = index
    while position < limit:
        token = tokens[position]
        if token.lower in DETERMINERS and position == index:
            position += 1
        elif token.kind == "mark" and token.lower in ("'", "’") or _nounlike(token):
            position += 1
        else:
            break
    return position


def _simple(text: str, tokens: Sequence[Token], first: int, end: int, last: int, start: int | None = None) -> Subject | None:
    """Return what a phrase without prepositions stands for: its last name, or the role noun that closes it."""
    while end > first and tokens[end - 1].kind == "word" and tokens[end - 1].lower not in noun_kinds() and end - first > 1:
        if tokens[end - 1].lower.isdigit():
            break
        if any(token.kind == "name" or token.lower in noun_kinds() for token in tokens[first : end - 1]):
            break
        end -= 1
    if end <= first:
        return None
    head = tokens[end - 1]
    begin = first if start is None else start
    if head.kind == "name" and head.name is not None and not head.possessive:
        return Subject("name", begin, last, text[head.start : head.end], head.lower, head.name)
    if head.kind == "adjective" and head.name is not None and head.name.place is not None and not head.possessive:
        return None
    noun = head.lower
    if head.kind == "word" and noun in noun_kinds():
        skip = first + 1 if tokens[first].lower in DETERMINERS and end - first > 1 else first
        return Subject("role", begin, last, " ".join(text[tokens[skip].start : head.end].split()), noun)
    return None
