"""The forms in which a noun of meeting names who takes part: "talks between A and B", "A told B in a call"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from etl.extract.caseless import Caseless
from etl.extract.events.antecedents import Antecedents
from etl.extract.events.noun_holders import HOLDS, OCCASION, brokers, holders, mediators, modifiers, owner_of, visitors
from etl.extract.events.parties import Party, as_named
from etl.extract.events.party_lists import parties_after
from etl.extract.events.subjects import clause_subject, parties_before, pronoun_before, subject_of
from etl.extract.reading import Sentence

ATTENDED_BY = "attended_by"
OF_OTHERS = "of_others"  # talks between people whom the text does not name: no reference to any that it tells of
_COMPLEMENT = re.compile(
    r"^(?P<middle>(?:\s+(?!(?:said|says|told|that|who|which|to|has|have|had|will|would|but|while|after|before|met|meets|held|holds|spoke|"
    r"talked|signed|agreed|urged|called|visited|hosted|welcomed)\b)[\w’'.:%-]+,?){0,9}?)"
    r"\s*\b(?P<prep>[Ww]ith|[Bb]etween|among|involving|to)\s"
)
_OTHER_COMPLEMENT = Caseless(
    r"\b(?:war|conflict|fighting|truce|cease-?fire|deal|agreement|treaty|peace|differences|gap|gaps|relations|ties|tensions|exchange|"
    r"border|clashes|cooperation|trade|relationship|alliance|dialogue|link|links|swap|hostilities|together|along|interview|"
    r"compliance|accordance|line|dealing|cope)\s*$",
)
_ANOTHER = Caseless(r",\s+and\b|\b(?:meeting|talks|call|summit|conversation)\b")  # of which the complement would be
_MADE = Caseless(r"\b(?:made|makes|making|placed|gave)\s+(?:[\w-]+\s+){0,4}$")  # "a call to B"
_THE = re.compile(r"\b[Tt]he\s+$")
_TWO_LEADERS = Caseless(r"^(?:the\s+)?(?:two|both)\s+(?:leaders|presidents|men|ministers|diplomats)\b")
_REACHED = Caseless(r"\b(?P<verb>reached|agreed|discussed|struck|made|negotiated)\b[^,;:]{0,60}?\bwith\s")
_TWO_SIDES = Caseless(
    r"^(?:[\w’'-]+\s+){0,4}?(?:the\s+)?(?:two|both|warring)\s+(?:nations|countries|sides|parties|states|neighbou?rs|delegations|teams|"
    r"governments)\b|^the\s+(?:sides|parties)\b",
)
_OF = re.compile(r"^\s+of\s")
_TOGETHER = re.compile(
    r"^[^.;:“”\"]{0,60}?\b(?:(?P<verb>br(?:ought|ings|inging)\s+together|attended\s+by|includ(?:ed|es)|gathering))\s"
)
_DEFINITE = re.compile(r"\b(?:the|this|that|their)\b")
_NEXT_ITEM = re.compile(r",\s+(?:as well as\s+)?")
_TELLS = Caseless(
    r"\b(?P<verb>told|assured|informed|warned|briefed|reassured|urged|thanked|asked|congratulated|pressed|pushed|promised|"
    r"reminded|implored|updated|cautioned)\b"
)
_TELLS_TO_THE_FACE = Caseless(
    r"\b(?P<verb>told|assured|informed|briefed|reassured|pressed|promised|reminded|updated)\b"
)
_DOES_TO = Caseless(r"\b(?P<verb>told|\w{3,}ed)\b")  # whatever one does to the other in a call of the two
_DURING = re.compile(r"(?i)\b(?:during|at|in)\s+(?:(?:a|an|the|their)\s+)?(?:[\w-]+\s+){0,3}$")
_CHAIRED_WITH = re.compile(r"^[^.;:“”\"]{0,80}?\swith\s")
_CO_CHAIRS = Caseless(r"\bco-?\s?(?:chair|host|le)\w*\s+(?:[\w-]+\s+){0,4}$")
_BOTH_POSSESS = re.compile(r"^[’']s?\s+(?:(?!(?:and|with|of|in|at|on|for|to)\b)[\w-]+\s+){0,5}$")
_AND = re.compile(r"^\s*(?:,|,?\s+and\b)\s*(?:[\w’'.-]+\s+){0,5}$")
_THEIR = Caseless(r"\btheir\s+(?:(?!own\b)[\w-]+\s+){0,3}$")
_FOR_IT = Caseless(r"\bthank\w*\s[^;:“”]{3,80}?\sfor\s+(?:a|an|the|his|her|their|our|what)\s+(?:[\w-]+\s+){0,4}$")
_AGREES = re.compile(  # what is done at talks by all who hold them
    r"\b(?:agreed|discussed|reviewed|exchanged|decided|reached|reaffirmed|negotiated|failed\s+to\s+agree|signed)\b"
)
_DASH = re.compile(r"\s[–—-]\s")
_THAT = re.compile(r"\bthat\b")
_OF_PEACE = Caseless(
    r"(?:\b(?:peace|cease-?fire|truce)\s+|-(?:brokered|mediated|sponsored|led|hosted)\s+(?:[\w-]+\s+){0,3}|"
    r"\b(?:direct|indirect|proximity)\s+(?:peace\s+|cease-?fire\s+|proximity\s+)?)$"
)


class Told(NamedTuple):
    """Who takes part in what a noun names, in which form it is told, and where the verb stands that holds it.

    `verb` is an offset of the sentence; None where no verb does. `otherwise` take part if the text tells of no
    encounter that this one can refer back to.
    """

    parties: list[Party]
    form: str
    verb: int | None = None
    otherwise: tuple[Party, ...] = ()


def noun_parties(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> Told:
    """Return who takes part in what a noun names; nobody where it only refers back."""
    for form in FORMS:
        if read := form(sentence, antecedents, match):
            return read
    return _referred_to(sentence, antecedents, match)


def _between(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> Told | None:
    """Read "talks (in X) between A and B", "A's talks with B" and "the talks of A with B"."""
    rest = sentence.text[match.end() :]
    complement = _COMPLEMENT.match(rest[:200])
    if complement is None or _OTHER_COMPLEMENT.search(complement["middle"]) or _ANOTHER.search(complement["middle"]):
        return None
    if complement["prep"] == "to" and not (match["call"] and _MADE.search(sentence.text[: match.start()])):
        return None
    parties = parties_after(sentence, sentence.start + match.end() + complement.end())
    if complement["prep"].lower() in ("with", "to"):
        if not parties:
            return None
        of = _OF.match(rest)
        owners = parties_after(sentence, sentence.start + match.end() + of.end()) if of else []
        known = {one.name for one in parties}
        if owners and not known.issuperset(one.name for one in owners):
            return Told([*(one for one in owners if one.name not in known), *parties], "talks_with")
        held, verb = holders(sentence, antecedents, match, parties)
        return Told([*held, *parties], "talks_with", verb)
    if not parties and _TWO_LEADERS.match(rest[complement.end() :]):
        two = antecedents.two(sentence, sentence.start + match.start())
        if _THE.search(sentence.text[: match.start()]):
            return Told([], "referred_to", None, tuple(two))
        return Told(two, "talks_between")
    if not parties and _TWO_SIDES.match(rest[complement.end() :]):
        return Told([], "two_sides", None, antecedents.main_pair)
    if not parties:
        return Told([], OF_OTHERS)
    return Told([*brokers(sentence, match.start(), parties), *parties], "talks_between")


def _together(sentence: Sentence, _: Antecedents, match: re.Match[str]) -> Told | None:
    """Read "the summit brought together A, B and C"."""
    together = _TOGETHER.match(sentence.text[match.end() :])
    if together is None:
        return None
    offset = match.end() + together.end()
    for comma in (offset, *(one.end() for one in _NEXT_ITEM.finditer(sentence.text, offset, offset + 120))):
        parties = parties_after(sentence, sentence.start + comma)
        if parties and (together["verb"] != "attended by" or any(one.person for one in parties)):
            return Told(parties, "brought_together" if together["verb"].startswith("br") else ATTENDED_BY)
    return Told([], "brought_together") if together["verb"].startswith("br") else None


def _of_a_body(sentence: Sentence, _: Antecedents, match: re.Match[str]) -> Told | None:
    """Read "a meeting of NATO defence ministers"; who co-chairs it with whom takes part too."""
    of = _OF.match(sentence.text[match.end() :])
    parties = parties_after(sentence, sentence.start + match.end() + of.end()) if of else []
    if not parties:
        return None
    attending = visitors(sentence, match.start(), parties)
    rest = sentence.text[parties[-1].end - sentence.start :]
    if _CO_CHAIRS.search(sentence.text[: match.start()]) and (beside := _CHAIRED_WITH.match(rest)):
        attending += parties_after(sentence, parties[-1].end + beside.end())
    return Told([*attending, *parties], "meeting_of")


def _named(sentence: Sentence, _: Antecedents, match: re.Match[str]) -> Told | None:
    """Read "US-Russia talks" and "the NATO summit"."""
    parties = modifiers(sentence, match.start())
    return Told([*visitors(sentence, match.start(), parties), *parties], "named_talks") if parties else None


def _of_both(sentence: Sentence, _: Antecedents, match: re.Match[str]) -> Told | None:
    """Read "A and B's August meeting"."""
    before = [mention for mention in sentence.names if mention.end - sentence.start <= match.start()]
    if len(before) < 2 or not _BOTH_POSSESS.match(sentence.text[before[-1].end - sentence.start : match.start()]):
        return None
    first, second = (as_named(mention) for mention in before[-2:])
    if first.name == second.name or before[-2].adjectival or not _AND.match(sentence.between(first.end, second.start)):
        return None
    return Told([first, second], "talks_of_both") if first.person == second.person else None


def _told_in(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> Told | None:
    """Read "A told B in a phone call", "In a call on Monday, A told B" and "A thanked B for the call"."""
    before = sentence.text[: match.start()]
    occasion = OCCASION.search(before) or _FOR_IT.search(before)
    if not occasion:
        return None
    after = (_DOES_TO if match["call"] else _TELLS_TO_THE_FACE) if occasion.start() < 3 else None
    for tells, reach in ((_TELLS, (0, match.start())), (after, (match.end(), len(sentence.text)))):
        for told in tells.finditer(sentence.text, *reach) if tells else ():
            others = parties_after(sentence, sentence.start + told.end())
            aside = match["call"] is None and _THAT.search(sentence.text, told.end(), max(told.end(), occasion.start()))
            if others and others[0].person and not aside:
                subject = subject_of(sentence, antecedents, sentence.start + told.start(), others)
                return Told([*subject, *others], "told_in")
    return None


def _reached_at(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> Told | None:
    """Read "what he agreed with B at a summit"."""
    occasion = OCCASION.search(sentence.text[: match.start()])
    reached = _REACHED.search(sentence.text[: occasion.start()]) if occasion else None
    others = parties_after(sentence, sentence.start + reached.end()) if reached else []
    if not (reached and others and others[0].person):
        return None
    subject = subject_of(sentence, antecedents, sentence.start + reached.start("verb"), others)
    return Told([*subject, *others], "reached_at")


def _held_together(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> Told | None:
    """Read "A and B held talks", "the council held a meeting"."""
    holds = HOLDS.search(sentence.text[: match.start()])
    if holds is None:
        return None
    attending = holds["verb"].startswith(("attend", "join", "took part", "participated"))
    if attending and _DEFINITE.search(holds[0]):
        return None  # attendance.py
    offset = sentence.start + holds.start("verb")
    subject = parties_before(sentence, offset)
    if not subject and pronoun_before(sentence, offset) == "they":
        subject = antecedents.two(sentence, offset)
    if not subject and holds["verb"].endswith("ing"):
        subject = clause_subject(sentence, offset)
    by_a_body = any(one.country is None and not one.person for one in subject)
    return Told(subject, "held_together", holds.start("verb")) if len(subject) > 1 or by_a_body else None


def _referred_to(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> Told:
    """Return nobody, or who owns it; whose "their call" or "the peace talks" are, where the text tells of no other."""
    before = sentence.text[: match.start()]
    if owner := owner_of(sentence, match.start()):
        return Told([owner], "owned")
    otherwise: tuple[Party, ...] = ()
    if _THEIR.search(before):
        otherwise = tuple(antecedents.two(sentence, sentence.start + match.start()))
    elif match["talks"] and _OF_PEACE.search(before):
        otherwise = (*antecedents.main_pair, *mediators(sentence, match.start()))
    return Told([], "referred_to", None, otherwise)


def _agreed_at(sentence: Sentence, _: Antecedents, match: re.Match[str]) -> Told | None:
    """Read "A and B agreed on it during talks in C" and "In talks in C, A and B agreed"."""
    during = _DURING.search(sentence.text[: match.start()])
    if during is None:
        return None
    for agrees in _AGREES.finditer(sentence.text, 0, during.start()):
        if len(agreed := parties_before(sentence, sentence.start + agrees.start())) > 1:
            return Told(agreed, "agreed_at")
    if during.start() < 3 and (after := _AGREES.search(sentence.text, match.end())):
        agreed = parties_before(sentence, sentence.start + after.start())
        return Told(agreed, "agreed_at") if len(agreed) > 1 else None
    agreed = clause_subject(sentence, sentence.start + during.start())
    apart = agreed and _DASH.search(sentence.text, agreed[-1].end - sentence.start, during.start())
    return Told(agreed, "agreed_at") if len(agreed) > 1 and not apart else None


FORMS: tuple[Callable[[Sentence, Antecedents, re.Match[str]], Told | None], ...] = (
    _between, _together, _of_a_body, _named, _of_both, _told_in, _reached_at, _held_together, _agreed_at,
)  # fmt: skip
