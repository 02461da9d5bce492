"""Whose meeting, call or talks a noun names: who holds, owns, brokers or attends them."""

from __future__ import annotations

import re

from etl.extract.caseless import Caseless
from etl.extract.events.antecedents import Antecedents
from etl.extract.events.parties import Party, as_named, party
from etl.extract.events.party_lists import parties_after
from etl.extract.events.subjects import clause_subject, parties_before, sentence_subject, subject_of
from etl.extract.reading import Sentence

HOLDS = Caseless(
    r"\b(?P<verb>held|holds?|holding|(?:had|has|have|having)(?=\s+(?:an?|their|his|her|several|another|two|three|good|productive|"
    r"constructive|detailed|long|lengthy|substantive|phone|telephone|talks|direct|separate|what)\b)|conduct(?:s|ed|ing)|made|makes|placed|led|leads|"
    r"attend(?:s|ed|ing)?|join(?:s|ed|ing)?|open(?:s|ed|ing)?|began|begins?|beginning|start(?:s|ed|ing)?|conclud(?:es|ed|ing)|"
    r"finish(?:es|ed|ing)|ended|wrapped\s+up|complet(?:es|ed|ing)|resum(?:es|ed|ing)|entered|engaged\s+in|took\s+part\s+in|"
    r"participated\s+in|chair(?:s|ed|ing)|emerged\s+from|arrived\s+for|continued|describ(?:ed|es)|praised|hailed|address(?:es|ed|ing)?)\s+"
    r"(?:(?:rounds?|series|days?|hours|set)\s+of\s+|(?!of\b|about\b|in\b|on\b|at\b|for\b|to\b|that\b)[\w’'“”\"-]+\s+){0,7}$",
)
_BROKERS = Caseless(
    r"\b(?P<verb>host(?:s|ed|ing)?|broker(?:s|ed|ing)?|mediat(?:es|ed|ing)|facilitat(?:es|ed|ing)|sponsor(?:s|ed|ing)?|conven(?:es|ed|ing)|chair(?:s|ed|ing)?)\s+"
    r"(?:[\w’'-]+\s+){0,6}$",
)
_BROKERED = Caseless(r"-(?P<verb>brokered|mediated|sponsored|led|hosted|facilitated)\s+(?:[\w-]+\s+){0,4}$")
_POSSESSED = re.compile(r"^[’']s?\s+(?:[\w-]+\s+){0,4}$")
_HIS = Caseless(r"\b(?P<pronoun>his|her|their)\s+(?:(?!(?:an?|the)\b)[\w-]+\s+){0,4}$")
_TELLS_OF = Caseless(
    r"\b(?:told|informed|briefed|updated)\s[^.;:,“”]{3,60}?\s(?:of|about|on)\s+(?:the\s+[\w-]+\s+of\s+)?$"
)
_HE_ACTS = Caseless(r"(?:^|\bthat\s+|\band\s+|,\s+|\bsaid\s+)(?P<pronoun>he|she)\s+(?!said\b|says\b)")
_CLAUSE_OF_HIM = Caseless(  # "that he had followed up with a call with B"
    r"\b(?:that|and|after|when|while|as|,)\s+(?P<pronoun>he|she)\s+(?:had|has|also|later|then|met|held|spoke|went|flew|\w+ed)\s[^.;:]{0,90}$"
)
_AFTERWARDS = Caseless(r"\b(?:after|following)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}$")
_AFTER_IT = re.compile(
    r"^(?:[^,;:“”\".]{0,80}),\s+(?P<who>(?P<one>he|she)|they|the\s+(?:(?:two|three|four|five|European)\s+)?(?:leaders|ministers|presidents))(?=\s\w)"
)
_HYPHENED = re.compile(r"^(?:-|–|—|/)$")
QUALIFIED = re.compile(
    r"^\s+(?:(?!(?:held|holds?|had|has|have|began|begin|opened|resumed|concluded|started|ended|hosted|in|at|on|for|after|during|"
    r"and|of|to|with|from|by|before|that|is|was|were|are)\b)[\w-]+[’']?\s+){0,3}$"
)
OCCASION = Caseless(r"\b(?:in|during|at|on|over|after|following)\s+(?:a|an|the|their)\s+(?:[\w.’'-]+\s+){0,6}$")
_ATTENDS = Caseless(
    r"\b(?P<verb>attend(?:s|ed|ing)?|join(?:s|ed|ing)?|address(?:es|ed|ing)?|(?:co-?)?chair(?:s|ed|ing)?|(?:co-?)?host(?:s|ed|ing)?|told|"
    r"(?:spoke|speaking|speaks)\s+(?:to|at|on\s+the\s+sidelines\s+of)|took\s+part\s+in)\s+(?:[\w’'-]+\s+){0,5}$",
)
_REQUESTED = re.compile(r"^[^.;]{0,60}?\bat\s+the\s+request\s+of\s")
_COMMA = re.compile(r",\s*(?:[\w’'.-]+\s+){0,6}$")
_DOES = re.compile(r"^\s*(?:,[^,]{1,80},\s*)?(?:\w+ly\s+)?(?:said|told|denied|warned|called|accused|urged|\w+ed)\b")


def holders(
    sentence: Sentence, antecedents: Antecedents, match: re.Match[str], others: list[Party]
) -> tuple[list[Party], int | None]:
    """Return whose talks "with" somebody they are, and where in the sentence the verb stands that holds them."""
    before = sentence.text[: match.start()]
    taken = {one.name for one in others}
    if (owner := owner_of(sentence, match.start(), qualifying=True)) and owner.name not in taken:
        return [owner], None
    if his := _HIS.search(before):
        if teller := _TELLS_OF.search(before[: his.start()]):
            return subject_of(sentence, antecedents, sentence.start + teller.start(), others), None
        if clause := clause_subject(sentence, sentence.start + his.start(), taken):
            return clause, None
        pronoun = "she" if his["pronoun"] == "her" else "he"
        acting = _HE_ACTS.search(before[: his.start()])
        offset = acting.start("pronoun") if acting and acting["pronoun"] == pronoun else his.start()
        who = antecedents.one(pronoun, sentence, sentence.start + offset, taken)
        return [who] if who else [], None
    if holds := HOLDS.search(before):
        return subject_of(sentence, antecedents, sentence.start + holds.start("verb"), others), holds.start("verb")
    about = clause_subject(sentence, sentence.start + match.start(), taken)
    if not about and (said := _CLAUSE_OF_HIM.search(before)):
        who = antecedents.one(said["pronoun"], sentence, sentence.start + said.start("pronoun"), taken)
        about = [who] if who else []
    if not about and _AFTERWARDS.search(before):
        about = sentence_subject(sentence, sentence.start + match.start(), taken)
    if not about and (
        after := _AFTER_IT.match(sentence.after(others[-1].end, 160))
    ):  # "After a meeting with B, they said"
        offset = others[-1].end + after.end("who")
        if after["one"]:
            who = antecedents.one(after["one"].lower(), sentence, offset, taken)
            about = [who] if who else []
        else:
            about = [one for one in antecedents.two(sentence, offset) if one.name not in taken]
    return about, None


def owner_of(sentence: Sentence, start: int, qualifying: bool = False) -> Party | None:
    """Return the person whose meeting the noun at `start` names: "B's meeting"; a state may qualify it ("US talks")."""
    for mention in reversed(sentence.names):
        if mention.end - sentence.start <= start:
            gap = sentence.text[mention.end - sentence.start : start]
            if mention.actor is None:
                return None
            if qualifying:
                owns = _POSSESSED.match(gap) or (mention.actor_kind == "state" and QUALIFIED.match(gap))
            else:
                owns = mention.actor_kind == "person" and _POSSESSED.match(gap)
            return as_named(mention) if owns else None
    return None


def modifiers(sentence: Sentence, start: int) -> list[Party]:
    """Return the parties that stand before a noun as its modifiers: "US-Russia talks", "the NATO summit"."""
    before = [mention for mention in sentence.names if mention.end - sentence.start <= start]
    if not before or not QUALIFIED.match(sentence.text[before[-1].end - sentence.start : start]):
        return []
    last = before[-1]
    if len(before) > 1 and _HYPHENED.match(sentence.between(before[-2].end, last.start)):
        return [as_named(one) for one in before[-2:] if one.actor or one.place]
    if last.actor_kind in ("igo", "body") and last.country is None and not last.text.endswith("'s"):
        return [found] if (found := party(last, sentence)) else []
    return []


def brokers(sentence: Sentence, start: int, parties: list[Party]) -> list[Party]:
    """Return who hosted or brokered what the noun at `start` names."""
    brokers = _BROKERS.search(sentence.text[:start])
    if not brokers:
        return []
    return [
        one.as_("host" if brokers["verb"].lower().startswith("host") else "mediator")
        for one in parties_before(sentence, sentence.start + brokers.start("verb"))
        if one.name not in {other.name for other in parties}
    ]


def mediators(sentence: Sentence, start: int) -> list[Party]:
    """Return who brokered the talks that the noun at `start` names: "UN- and Qatar-brokered talks"."""
    brokered = _BROKERED.search(sentence.text[:start])
    if brokered is None:
        return []
    end, found = sentence.start + brokered.start(), list[Party]()
    for mention in reversed(sentence.names):
        if mention.end <= end and re.fullmatch(r"-?\s?(?:and\s|,\s)?", sentence.between(mention.end, end)):
            found.insert(0, as_named(mention).as_("host" if brokered["verb"] == "hosted" else "mediator"))
            end = mention.start
    return found


def visitors(sentence: Sentence, start: int, parties: list[Party]) -> list[Party]:
    """Return who attended, chaired or spoke at a body's meeting."""
    taken = {one.name for one in parties}
    if attends := _ATTENDS.search(sentence.text[:start]):
        verb = sentence.start + attends.start("verb")
        attending = parties_before(sentence, verb) or clause_subject(sentence, verb, taken)
        return [one for one in attending if one.name not in taken]
    if OCCASION.search(sentence.text[:start]):
        requested = _REQUESTED.search(sentence.text[start:])
        asking = parties_after(sentence, sentence.start + start + requested.end())[:1] if requested else []
        speaking = clause_subject(sentence, sentence.start + start, taken | {one.name for one in asking})
        speaking = speaking or _speaker_after(sentence, sentence.start + start, taken | {one.name for one in asking})
        return [*asking, *speaking]
    return []


def _speaker_after(sentence: Sentence, offset: int, taken: set[str]) -> list[Party]:
    """Return the person who is named after a comma and says, denies or warns something there."""
    for mention in sentence.names:
        found = party(mention, sentence) if mention.start > offset else None
        if found and found.person and found.name not in taken:
            lead = sentence.text[offset - sentence.start : mention.start - sentence.start]
            return [found] if _COMMA.search(lead) and _DOES.match(sentence.text[mention.end - sentence.start :]) else []
    return []
