"""Whether a form of a reporting verb reports where it stands, or is a noun, a name, denied, done to somebody."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.speech.function_words import function_words
from etl.extract.speech.narrative import Token
from etl.extract.speech.reporting_verbs import certain_forms, is_base, reporting_verbs
from etl.extract.speech.subject import Subject
from etl.extract.speech.subjects import skip_back

_DENYING = frozenset({"denied", "denies", "denying", "deny"})
# Determiners that stand alone.
_PRONOMINAL = frozenset({"that", "this", "all", "both", "some", "many", "several", "her"})
_OBJECT_FIRST = frozenset({"accused", "blamed", "thanked", "praised", "criticised", "criticized", "condemned"})


def reports(text: str, tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the form at index `verb` can report, as far as the words around it show."""
    form = tokens[verb].lower
    if form in reporting_verbs().ambiguous and verb and text[tokens[verb].start].isupper() and _goes_on(tokens, verb):
        return False  # "urging Member States"
    if _is_denied(tokens, verb) or _is_noun(tokens, verb) or _takes_lives(tokens, verb):
        return False
    if form in _OBJECT_FIRST and tokens[verb + 1 : verb + 2] and tokens[verb + 1].lower in ("of", "for"):
        return False  # "was berated and accused of lying"
    following = [token.lower for token in tokens[verb + 1 : verb + 3]]
    return not (form == "said" and following in (["to", "have"], ["to", "be"]))  # "photos said to have been taken"


def _goes_on(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a capitalised form stands within its sentence."""
    return tokens[verb - 1].kind in ("word", "name", "adjective")


def _is_denied(tokens: Sequence[Token], verb: int) -> bool:
    if tokens[verb].lower in _DENYING:
        return False
    previous, _ = skip_back(tokens, verb - 1)
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


def agrees(tokens: Sequence[Token], verb: int, subject: Subject) -> bool:
    """Whether a form that may be a noun is a verb: its subject directly before it, in the right number."""
    words = function_words()
    form = tokens[verb].lower
    previous, _ = skip_back(tokens, verb - 1)
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
