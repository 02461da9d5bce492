"""Nouns that tell of a meeting, a call or talks, and who takes part: "talks between A and B", "the NATO summit"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.caseless import Caseless
from etl.extract.events.antecedents import Antecedents
from etl.extract.events.encounter_records import TWO_SIDES
from etl.extract.events.encounter_tellings import told
from etl.extract.events.encounters import Encounter, EncounterKind
from etl.extract.events.matching import matches
from etl.extract.events.parties import Party, as_named, party
from etl.extract.events.party_lists import parties_after
from etl.extract.events.subjects import clause_subject, parties_before, pronoun_before, subject_of
from etl.extract.reading import Sentence
from etl.records import RoleName

NOUN = Caseless(
    r"""
    \b(?:
    (?P<call>(?:(?:tele)?phone|video|conference|telephone)[\s-]?(?:calls?|conversations?|talks|discussions?|conferences?)|
        teleconference|videoconference|(?:calls?|conversations?)(?!\s+(?:for|to|on\s+(?!\w+day)|of)\b))|
    (?P<meeting>meetings?|encounter|audience|working\s(?:lunch|dinner|breakfast)|sit-down)|
    (?P<talks>talks|negotiations?|discussions|consultations|summit|gathering|forum)
    )(?:\b|(?=between\b))
    """,
    re.VERBOSE,
)
_CALL_BEFORE = Caseless(
    r"(?:\b(?:a|an|the|his|her|their|this|that|separate|joint|group|long|lengthy|first|second|third|another|two|three|"
    r"subsequent|previous|recent|latest|urgent|surprise|hour-long|long-awaited|day|latter)|[’']s|-minute|-hour|-long)"
    r"\s+(?:[\w-]+\s+)?$",
)
_COMPLEMENT = re.compile(
    r"^(?P<middle>(?:\s+(?!(?:said|says|told|that|who|which|to|has|have|had|will|would|but|while|after|before)\b)[\w’'.:%-]+,?){0,9}?)"
    r"\s*\b(?P<prep>with|between|among|involving)\s"
)
_OTHER_COMPLEMENT = Caseless(
    r"\b(?:war|conflict|fighting|truce|cease-?fire|deal|agreement|treaty|peace|differences|gap|gaps|relations|ties|tensions|exchange|"
    r"border|clashes|cooperation|trade|relationship|alliance|dialogue|link|links|swap|hostilities|together|along|interview|"
    r"compliance|accordance|line|dealing|cope)\s*$",
)
_TWO_LEADERS = Caseless(r"^(?:the\s+)?(?:two|both)\s+(?:leaders|presidents|men|ministers|diplomats)\b")
_REACHED = Caseless(r"\b(?P<verb>reached|agreed|discussed|struck|made|negotiated)\b[^,;:]{0,60}?\bwith\s")
_TWO_SIDES = Caseless(
    r"^(?:[\w’'-]+\s+){0,4}?(?:the\s+)?(?:two|both|warring)\s+(?:nations|countries|sides|parties|states|neighbou?rs|delegations|teams|"
    r"governments)\b|^the\s+(?:sides|parties)\b",
)
_OF = re.compile(r"^\s+of\s")
_HOLDS = Caseless(
    r"\b(?P<verb>held|holds?|holding|(?:had|has|have|having)(?=\s+(?:an?|their|his|her|several|another|two|three|good|productive|"
    r"constructive|detailed|long|lengthy|substantive|phone|telephone|talks|direct|separate|what)\b)|conduct(?:s|ed|ing)|led|leads|"
    r"attend(?:s|ed|ing)?|join(?:s|ed|ing)?|open(?:s|ed|ing)?|began|begins?|beginning|start(?:s|ed|ing)?|conclud(?:es|ed|ing)|"
    r"finish(?:es|ed|ing)|ended|wrapped\s+up|complet(?:es|ed|ing)|resum(?:es|ed|ing)|entered|took\s+part\s+in|"
    r"participated\s+in|chair(?:s|ed|ing)|emerged\s+from|arrived\s+for|continued|describ(?:ed|es)|address(?:es|ed|ing)?)\s+"
    r"(?:(?:rounds?|series|days?|hours|set)\s+of\s+|(?!of\b|about\b|in\b|on\b|at\b|for\b|to\b|that\b)[\w’'-]+\s+){0,7}$",
)
_BROKERS = Caseless(
    r"\b(?P<verb>host(?:s|ed|ing)?|broker(?:s|ed|ing)?|mediat(?:es|ed|ing)|facilitat(?:es|ed|ing)|conven(?:es|ed|ing)|chair(?:s|ed|ing)?)\s+"
    r"(?:[\w’'-]+\s+){0,6}$",
)
_POSSESSED = re.compile(r"^[’']s?\s+(?:[\w-]+\s+){0,4}$")
_HIS = Caseless(r"\b(?P<pronoun>his|her|their)\s+(?:(?!(?:an?|the)\b)[\w-]+\s+){0,4}$")
_HYPHENED = re.compile(r"^(?:-|–|—|/)$")
_QUALIFIED = re.compile(
    r"^\s+(?:(?!(?:held|holds?|had|has|have|began|begin|opened|resumed|concluded|started|ended|hosted|in|at|on|for|after|during|"
    r"and|of|to|with|from|by|before|that|is|was|were|are)\b)[\w-]+\s+){0,3}$"
)
_ASIDE = Caseless(r"\bsidelines\s+of\s+(?:the|a|an)\s+(?:\S+\s+){0,4}$")
_TOGETHER = re.compile(r"^[^.;:“”\"]{0,60}?\b(?:br(?:ought|ings|inging)\s+together|attended\s+by|gathering)\s")
_MEDIATED = re.compile(r"^[^.;]{0,60}?\b(?P<verb>mediated|brokered|facilitated|hosted|convened|chaired)\s+by\s")
_TELLS = Caseless(r"\b(?P<verb>told|assured|informed|warned|briefed|reassured|urged|thanked|asked|congratulated)\b")
_OCCASION = Caseless(r"\b(?:in|during|at|on|over|after|following)\s+(?:a|an|the|their)\s+(?:[\w.’'-]+\s+){0,6}$")
_BY_WIRE_AFTER = Caseless(r"^[^.;,]{0,40}\b(?:by|over|on|via)\s+(?:the\s+)?(?:tele)?(?:phone|video)")
DETERMINED = Caseless(
    r"(?:\b(?:a|an|the|his|her|their|its|this|that|any|no|first|second|third|last|next|latest|another|each|every|previous|"
    r"planned|possible|potential|emergency|trilateral|bilateral|joint|special|closed-door|summit|recent|separate|annual|"
    r"virtual|cabinet|council|security|nato|eu|g7|g20|un|ministerial|upcoming|proposed|private|working|productive|two-hour|"
    r"hour-long|day|face-to-face|in-person|direct|high-level)|[’']s|-\w+)\s+$|"
    r"\b(?:an?|the|his|her|their|its|this|that)\s+(?:(?!leaders|ministers|officials|presidents)[\w-]+\s+){1,3}$",
)
_ATTENDS = Caseless(
    r"\b(?P<verb>attend(?:s|ed|ing)?|join(?:s|ed|ing)?|address(?:es|ed|ing)?|chair(?:s|ed|ing)?|host(?:s|ed|ing)?|told|"
    r"(?:spoke|speaking|speaks)\s+(?:to|at|on\s+the\s+sidelines\s+of)|took\s+part\s+in)\s+(?:[\w’'-]+\s+){0,5}$",
)
_REQUESTED = re.compile(r"^[^.;]{0,60}?\bat\s+the\s+request\s+of\s")
_COMMA = re.compile(r",\s*(?:[\w’'.-]+\s+){0,6}$")
_DOES = re.compile(r"^\s*(?:,[^,]{1,80},\s*)?(?:\w+ly\s+)?(?:said|told|denied|warned|called|accused|urged|\w+ed)\b")


def nouns(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "talks between A and B", "X held a call with Y", "US-Russia talks", "a NATO summit"."""
    for match in matches(NOUN, sentence.text):
        kind: EncounterKind = "call" if match["call"] else "meeting" if match["meeting"] else "talks"
        before = sentence.text[: match.start()]
        if (
            match["call"]
            and match["call"].lower() in ("call", "calls", "conversation", "conversations")
            and not _CALL_BEFORE.search(before)
        ):
            continue
        if _ASIDE.search(before[-80:]):
            continue
        if match["meeting"] and match["meeting"].lower() == "meeting" and not DETERMINED.search(before):
            owner = _modifiers(sentence, match.start())
            if not owner:
                continue
        if kind == "talks" and _BY_WIRE_AFTER.match(sentence.text[match.end() :]):
            kind = "call"
        parties, rule = _noun_parties(sentence, antecedents, match)
        if parties and (mediated := _MEDIATED.match(sentence.text[match.end() :])):
            role: RoleName = "host" if mediated["verb"] in ("hosted", "convened", "chaired") else "mediator"
            mediators = parties_after(sentence, sentence.start + match.end() + mediated.end())
            parties = [*parties, *(one.as_(role) for one in mediators)]
        yield from told(sentence, match.start(), match.end(), kind, parties, rule)


def _noun_parties(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> tuple[list[Party], str]:
    """Return who takes part in what a noun names, and the form that told it; nobody where it only refers back."""
    for form in (_between, _together, _of_a_body, _named, _told_in, _reached_at, _held_together):
        if read := form(sentence, antecedents, match):
            return read
    return [], "referred_to"


def _between(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> tuple[list[Party], str] | None:
    """Read "talks (in X) between A and B" and "A's talks with B"."""
    rest = sentence.text[match.end() :]
    complement = _COMPLEMENT.match(rest[:200])
    if complement is None or _OTHER_COMPLEMENT.search(complement["middle"]):
        return None
    parties = parties_after(sentence, sentence.start + match.end() + complement.end())
    if complement["prep"] == "with":
        return ([*_holders(sentence, antecedents, match, parties), *parties], "talks_with") if parties else None
    if not parties and _TWO_LEADERS.match(rest[complement.end() :]):
        return antecedents.two(sentence, sentence.start + match.start()), "talks_between"
    if not parties and _TWO_SIDES.match(rest[complement.end() :]):
        return [], TWO_SIDES
    return [*_brokers(sentence, match.start(), parties), *parties], "talks_between"


def _together(sentence: Sentence, _: Antecedents, match: re.Match[str]) -> tuple[list[Party], str] | None:
    """Read "the summit brought together A, B and C"."""
    together = _TOGETHER.match(sentence.text[match.end() :])
    return (
        (parties_after(sentence, sentence.start + match.end() + together.end()), "brought_together")
        if together
        else None
    )


def _of_a_body(sentence: Sentence, _: Antecedents, match: re.Match[str]) -> tuple[list[Party], str] | None:
    """Read "a meeting of NATO defence ministers"."""
    of = _OF.match(sentence.text[match.end() :])
    parties = parties_after(sentence, sentence.start + match.end() + of.end()) if of else []
    return ([*_visitors(sentence, match.start(), parties), *parties], "meeting_of") if parties else None


def _named(sentence: Sentence, _: Antecedents, match: re.Match[str]) -> tuple[list[Party], str] | None:
    """Read "US-Russia talks" and "the NATO summit"."""
    parties = _modifiers(sentence, match.start())
    return ([*_visitors(sentence, match.start(), parties), *parties], "named_talks") if parties else None


def _told_in(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> tuple[list[Party], str] | None:
    """Read "A told B in a phone call"."""
    if not _OCCASION.search(sentence.text[: match.start()]):
        return None
    for tells in _TELLS.finditer(sentence.text[: match.start()]):
        told = parties_after(sentence, sentence.start + tells.end())
        if told and told[0].person:
            return [*subject_of(sentence, antecedents, sentence.start + tells.start(), told), *told], "told_in"
    return None


def _reached_at(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> tuple[list[Party], str] | None:
    """Read "what he agreed with B at a summit"."""
    occasion = _OCCASION.search(sentence.text[: match.start()])
    reached = _REACHED.search(sentence.text[: occasion.start()]) if occasion else None
    others = parties_after(sentence, sentence.start + reached.end()) if reached else []
    if not (reached and others and others[0].person):
        return None
    return [*subject_of(sentence, antecedents, sentence.start + reached.start("verb"), others), *others], "reached_at"


def _held_together(
    sentence: Sentence, antecedents: Antecedents, match: re.Match[str]
) -> tuple[list[Party], str] | None:
    """Read "A and B held talks", "the council held a meeting"."""
    holds = _HOLDS.search(sentence.text[: match.start()])
    if holds is None:
        return None
    offset = sentence.start + holds.start("verb")
    subject = parties_before(sentence, offset)
    if not subject and pronoun_before(sentence, offset) == "they":
        subject = antecedents.two(sentence, offset)
    by_a_body = any(one.country is None and not one.person for one in subject)
    return (subject, "held_together") if len(subject) > 1 or by_a_body else None


def _holders(sentence: Sentence, antecedents: Antecedents, match: re.Match[str], others: list[Party]) -> list[Party]:
    """Return whose talks "with" somebody they are."""
    before = sentence.text[: match.start()]
    taken = {one.name for one in others}
    for mention in reversed(sentence.names):
        if mention.end - sentence.start <= match.start():
            gap = before[mention.end - sentence.start :]
            modifies = _POSSESSED.match(gap) or (mention.actor_kind == "state" and _QUALIFIED.match(gap))
            if mention.actor and modifies and mention.actor not in taken:
                return [
                    Party(mention.actor, mention.country, mention.actor_kind == "person", mention.start, mention.end)
                ]
            break
    if his := _HIS.search(before):
        if clause := clause_subject(sentence, sentence.start + his.start(), taken):
            return clause
        who = antecedents.one(
            "she" if his["pronoun"].lower() == "her" else "he", sentence, sentence.start + his.start(), taken
        )
        return [who] if who else []
    if holds := _HOLDS.search(before):
        return subject_of(sentence, antecedents, sentence.start + holds.start("verb"), others)
    return clause_subject(sentence, sentence.start + match.start(), taken)


def _modifiers(sentence: Sentence, start: int) -> list[Party]:
    """Return the parties that stand before a noun as its modifiers: "US-Russia talks", "the NATO summit"."""
    before = [mention for mention in sentence.names if mention.end - sentence.start <= start]
    if not before or not _QUALIFIED.match(sentence.text[before[-1].end - sentence.start : start]):
        return []
    last = before[-1]
    if len(before) > 1 and _HYPHENED.match(sentence.between(before[-2].end, last.start)):
        return [as_named(one) for one in before[-2:] if one.actor or one.place]
    if last.actor_kind in ("igo", "body") and last.country is None and not last.text.endswith("'s"):
        return [found] if (found := party(last, sentence)) else []
    return []


def _brokers(sentence: Sentence, start: int, parties: list[Party]) -> list[Party]:
    """Return who hosted or brokered what the noun at `start` names."""
    brokers = _BROKERS.search(sentence.text[:start])
    if not brokers:
        return []
    return [
        one.as_("host" if brokers["verb"].lower().startswith("host") else "mediator")
        for one in parties_before(sentence, sentence.start + brokers.start("verb"))
        if one.name not in {other.name for other in parties}
    ]


def _visitors(sentence: Sentence, start: int, parties: list[Party]) -> list[Party]:
    """Return who attended, chaired or spoke at a body's meeting."""
    taken = {one.name for one in parties}
    if attends := _ATTENDS.search(sentence.text[:start]):
        verb = sentence.start + attends.start("verb")
        attending = parties_before(sentence, verb) or clause_subject(sentence, verb, taken)
        return [one for one in attending if one.name not in taken]
    if _OCCASION.search(sentence.text[:start]):
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
