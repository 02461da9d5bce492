"""How far a cue reaches: where what is said begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.reading import DateMention
from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.reporting_verbs import forms

_ENDS = frozenset({".", "!", "?"})
BREAKS = frozenset({",", ";", "—", "–", "--"})
_DASHES = frozenset({"—", "–", "--"})
_CONTRASTS = frozenset({"but", "while", "whereas", "though", "although"})
_PLATFORMS = frozenset({"telegram", "facebook", "x", "twitter", "instagram", "truth", "whatsapp", "vkontakte"})
_HARMS = frozenset({"killed", "kills", "wounded", "injured", "left", "claimed", "hit", "struck"})
_LONGEST_LEAD = 12  # tokens of a prepositional phrase that sets the scene
_LONGEST_ADDRESSEE = 8
_LONGEST_SUBJECT = 16  # tokens from a contrast to its verb
_LONGEST_PHRASE = 14
_MOST_ADJUNCTS = 8


def sentence_start(tokens: Sequence[Token], index: int) -> int:
    """Return the first token of the sentence that tokens[index] is in."""
    while index > 0 and tokens[index - 1].lower not in _ENDS:
        index -= 1
    return index


def sentence_end(tokens: Sequence[Token], index: int) -> int:
    """Return one past the last token of the sentence that tokens[index] is in, without its full stop."""
    end = len(tokens)
    while index < end and tokens[index].lower not in _ENDS:
        index += 1
    return index


def content_start(tokens: Sequence[Token], verb: int, *, addressed: bool) -> tuple[int, tuple[DateMention, ...]]:
    """Return where what is said begins after a verb, past addressee, adjuncts and "that"; and the dates passed."""
    words = function_words()
    position = _past_addressee(tokens, verb + 1) if addressed else verb + 1
    dates: list[DateMention] = []
    for _ in range(_MOST_ADJUNCTS):
        if position >= len(tokens):
            break
        token, following = tokens[position], tokens[position + 1 : position + 2]
        if token.possessive:
            break  # "said Tuesday's talks were useful"
        if token.date is not None:
            dates.append(token.date)
            position += 1
        elif token.lower in ("on", "late", "early") and following and following[0].kind == "date":
            position += 1
        elif token.lower == "on" and following and following[0].lower in _PLATFORMS:
            position += 3 if following[0].lower == "truth" else 2
        elif token.lower == "," and following and following[0].lower == "that":
            position += 2
            break
        elif token.lower in ("that", ":") or (token.lower == "," and following and following[0].kind == "quote"):
            position += 1
            break
        elif token.lower in words.phrase_openers and (passed := _past_phrase(tokens, position + 1)):
            dates.extend(passed_token.date for passed_token in tokens[position:passed] if passed_token.date is not None)
            position = passed
        elif token.lower in ("also", "later", "earlier", "simply", "only", "out"):
            position += 1
        else:
            break
    return position, tuple(dates)


def opens_clause(tokens: Sequence[Token], content: int) -> bool:
    """Whether "that", a colon or a quotation opens what follows a verb, or nothing does."""
    return (
        tokens[content - 1].lower in ("that", ":")
        or content >= len(tokens)
        or tokens[content].kind in ("quote", "mark")
    )


def adjunct_end(tokens: Sequence[Token], position: int, end: int) -> int | None:
    """Return where the adjuncts that begin at `position` end (a comma or the sentence's end), or None for a clause."""
    words = function_words()
    if position >= end:
        return end
    token = tokens[position]
    if token.kind == "mark" and token.lower not in ("(", "["):
        return position
    openers = (words.prepositions, words.adjunct_openers, words.adjunct_adverbs)
    if token.kind != "date" and not token.lower.endswith("ing") and not any(token.lower in those for those in openers):
        return None
    for index in range(position, end):
        if tokens[index].lower in BREAKS:
            return index
        if tokens[index].kind == "quote" or (tokens[index].lower == "that" and index < position + 6):
            return None
    return end


def continues_cue(tokens: Sequence[Token], position: int, end: int) -> bool:
    """Whether what follows a comma belongs to the cue: ", adding …", ", who …", ", a day after …", ", RIA reported"."""
    if position >= len(tokens):
        return True
    token = tokens[position]
    if token.lower in ("while", "whereas"):
        return _is_aside(tokens, position, end)
    if end - position <= _LONGEST_ADDRESSEE and any(following.lower in forms() for following in tokens[position:end]):
        return True
    if token.lower in ("and", "but"):
        return any(following.lower in forms() for following in tokens[position + 1 : position + 4])
    return token.lower.endswith("ing") or token.lower in function_words().cue_continuers


def _is_aside(tokens: Sequence[Token], position: int, end: int) -> bool:
    """Whether a clause with "while" is not said: it has a cue of its own, or no verb ("while visiting Kyiv")."""
    clause = tokens[position + 1 : end]
    if not clause or clause[0].lower.endswith("ing") or clause[0].lower in function_words().prepositions:
        return True
    return any(token.lower in forms() for token in clause)


def leads_in(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether tokens[begin:end] only set the scene: "On Sunday,", "In a statement,", "However,", "Speaking in …,"."""
    words = function_words()
    if any(token.kind == "quote" for token in tokens[begin:end]):
        return False
    if begin < end and tokens[begin].lower in words.conjunctions:
        begin += 1
    if end - begin <= 2:
        return True
    opener = tokens[begin]
    if opener.kind == "date" or opener.lower in words.scene_adverbs:
        return end - begin <= 5
    if opener.lower.endswith("ing") or opener.lower in words.scene_clauses:
        return True
    return opener.lower in words.prepositions and end - begin <= _LONGEST_LEAD


def reach_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the reach of a cue before its content ends: at a contrast with a reporting verb of its own."""
    for index in range(start, end - 2):
        if tokens[index].lower in (",", ";") and tokens[index + 1].lower in _CONTRASTS:
            clause = tokens[index + 2 : min(end, index + _LONGEST_SUBJECT)]
            if any(token.kind == "word" and token.lower in forms() for token in clause):
                return index
    return end


def around_asides(tokens: Sequence[Token], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return tokens[start:end] as (first, last) pairs but for what the writer adds in dashes: "– which hurt 10 –"."""
    for index in range(start + 1, end - 2):
        if tokens[index].lower in _DASHES and tokens[index + 1].lower in ("which", "who", "whose", "where"):
            closes = next((at for at in range(index + 2, end) if tokens[at].lower in _DASHES), end)
            return ((start, index), (closes + 1, end)) if closes + 1 < end else ((start, index),)
    return ((start, end),)


def relative_start(tokens: Sequence[Token], start: int, end: int, *, judged: bool) -> int:
    """Return where the first relative clause begins that only tells more of what is named, else the end.

    "Macron condemned the attack, which killed two", and where it is `judged`, "an attack that killed two": they are not
    his.
    """
    for index in range(start + 1, end - 1):
        if judged and tokens[index].lower == "that" and tokens[index + 1].lower in _HARMS:
            return index
        if tokens[index].lower in BREAKS and tokens[index + 1].lower in ("which", "who", "whose", "where"):
            return index
    return end


def _past_addressee(tokens: Sequence[Token], position: int) -> int:
    """Return the index behind the object of "told": a name, "reporters", "the state news agency"."""
    words = function_words()
    start = position
    while position < min(len(tokens), start + _LONGEST_ADDRESSEE):
        token = tokens[position]
        before = tokens[position - 1]
        inside = position > start
        named = inside and before.kind == "name" and not before.possessive
        if (
            token.kind in ("quote", "date", "mark")
            or token.lower in words.prepositions
            or token.lower in ("that", "how")
        ):
            break
        if inside and token.lower in words.pronouns | (words.determiners - {"his", "her", "its", "their"}):
            break
        if named and token.lower != "and":
            break
        position += 1
        if token.lower in words.addressees:
            break
    return position


def _past_phrase(tokens: Sequence[Token], position: int) -> int | None:
    """Return the index behind a prepositional phrase that "that", a colon or a quotation follows; None for another."""
    for index in range(position, min(len(tokens), position + _LONGEST_PHRASE)):
        token, following = tokens[index], tokens[index + 1 : index + 2]
        if token.lower in ("that", ":") or token.kind == "quote":
            return index
        if token.lower == "," and following and (following[0].kind == "quote" or following[0].lower == "that"):
            return index
        clause = token.lower in (".", ";", ",") or token.lower.isdigit() or token.lower in function_words().auxiliaries
        if clause or (token.kind == "word" and token.lower in forms()):
            return None
    return None
