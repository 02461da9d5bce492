"""Nouns that tell of a meeting, a call or talks: "the phone call between A and B", "the NATO summit"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.caseless import Caseless
from etl.extract.events.antecedents import Antecedents
from etl.extract.events.encounter_tellings import told
from etl.extract.events.encounters import Encounter, EncounterKind
from etl.extract.events.matching import matches
from etl.extract.events.noun_forms import ATTENDED_BY, OF_OTHERS, noun_parties
from etl.extract.events.noun_holders import mediators, modifiers
from etl.extract.events.party_lists import parties_after
from etl.extract.reading import Sentence
from etl.records import RoleName

NOUN = Caseless(
    r"""
    \b(?:
    (?P<call>(?:(?:tele)?phone|video|conference|telephonic)[\s-]?
            (?:calls?|conversations?|talks?|discussions?|conferences?|contacts?|exchanges?)|
        teleconference|videoconference|(?:calls?|conversations?)(?!\s+(?:for|to|on\s+(?!\w+day)|of)\b))|
    (?P<meeting>meetings?|encounter|audience|working\s(?:lunch|dinner|breakfast)|sit-down)|
    (?P<talks>talks|negotiations?|discussions|consultations|summit|gathering|forum|discussion(?=\s+(?:with|between)\b)|dialogue(?=\s+between\b))
    )(?:\b|(?=between\b))
    (?!\s(?:platform|process|track|tables?|teams?|group|format|room|efforts?|positions?|partners?|tactics|strategy|venue|host|points?)\b)
    """,
    re.VERBOSE,
)
_CALL_BEFORE = Caseless(
    r"(?:\b(?:a|an|the|his|her|their|this|that|separate|joint|group|long|lengthy|first|second|third|another|two|three|"
    r"subsequent|previous|recent|latest|urgent|surprise|hour-long|long-awaited|day|latter)|[’']s|-minute|-hour|-long)"
    r"\s+(?:[\w-]+\s+){0,2}$",
)
_ASIDE = Caseless(r"\bsidelines\s+of\s+(?:the|a|an)\s+(?:\S+\s+){0,4}$", needs=("sidelines",))
_WITHIN_ONE_HOUSE = Caseless(
    r"\b(?:cabinet|staff|campaign|party|family|parish|shareholders[’']?|board|press)\s+$",
    needs=("cabinet", "staff", "campaign", "party", "family", "parish", "shareholders", "board", "press"),
)
_INCLUDED = re.compile(
    r"^,?\s*(?:which\s[^,;.]{1,60},\s*)?(?:also\s+)?(?:included|was\s+(?:also\s+)?(?:attended|joined)\s+by)\s"
)
_MEDIATED = re.compile(
    r"^[^.;]{0,60}?\b(?P<verb>mediated|brokered|facilitated|hosted|convened|chaired|led|headed)\s+by\s"
)
_ROLES: dict[str, RoleName] = {
    "hosted": "host", "convened": "host", "chaired": "host", "led": "participant", "headed": "participant"
}  # fmt: skip
_BY_WIRE_AFTER = Caseless(
    r"^[^.;,]{0,80}\b(?:by|over|on|via)\s+(?:a\s+|the\s+)?(?:secure\s+)?(?:(?:tele)?phone|video|hotline)"
)
_VIRTUAL = Caseless(r"\b(?:virtual|online|video)\s+(?:[\w-]+\s+){0,2}$")
_AGAIN = Caseless(r"\b(?:the|their)\s+(?:first|last|previous|second|third|earlier)\s+(?:(?:phone|telephone|such)\s+)?$")
_PRIVATE = Caseless(
    r"\b(?:one-on-one|one-to-one|private|confidential|informal|face-to-face|tête-à-tête|separate|closed-door)\s+(?:[\w-]+\s+)?$"
)
_DEFINITE = Caseless(r"(?<!,\s)\b(?:the|this|that|these|those|their|his|her)\s+(?:[\w’'-]+\s+){0,3}$")
DETERMINED = Caseless(
    r"(?:\b(?:a|an|the|his|her|their|its|this|that|any|no|first|second|third|last|next|latest|another|each|every|previous|"
    r"planned|possible|potential|emergency|trilateral|bilateral|joint|special|closed-door|summit|recent|separate|annual|"
    r"virtual|cabinet|council|security|nato|eu|g7|g20|un|ministerial|upcoming|proposed|private|working|productive|two-hour|"
    r"hour-long|day|face-to-face|in-person|direct|high-level)|[’']s|s[’']|-\w+)\s+$|"
    r"[’']s?\s+(?:(?!leaders|ministers|officials|presidents|envoys|aides|delegations)[\w-]+\s+){1,4}$|"
    r"\b(?:an?|the|his|her|their|its|this|that)\s+(?:(?!leaders|ministers|officials|presidents)[\w-]+\s+){1,3}$",
)


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
        start = match.start()
        if _ASIDE.search(sentence.text, max(0, start - 80), start) or _WITHIN_ONE_HOUSE.search(sentence.text, 0, start):
            continue
        if match["meeting"] and match["meeting"].lower() == "meeting" and not DETERMINED.search(before):
            owner = modifiers(sentence, match.start())
            if not owner:
                continue
        if kind == "talks" and _BY_WIRE_AFTER.match(sentence.text[match.end() :]):
            kind = "call"
        if kind == "meeting" and _VIRTUAL.search(before):
            kind = "call"
        read = noun_parties(sentence, antecedents, match)
        if read.form == OF_OTHERS:
            continue
        parties = read.parties
        if parties and (mediated := _MEDIATED.match(sentence.text[match.end() :])):
            role = _ROLES.get(mediated["verb"], "mediator")
            mediating = parties_after(sentence, sentence.start + match.end() + mediated.end())
            parties = [*parties, *(one.as_(role) for one in mediating)]
        elif parties and len(parties) > 1:
            known = {one.name for one in parties}
            parties = [*parties, *(one for one in mediators(sentence, match.start()) if one.name not in known)]
        if parties and (included := _INCLUDED.match(sentence.after(parties[-1].end, 120))):
            known = {one.name for one in parties}
            also = parties_after(sentence, parties[-1].end + included.end())
            parties = [*parties, *(one for one in also if one.name not in known)]
        for one in told(sentence, match.start(), match.end(), kind, parties, read.form, read.verb):
            definite = _DEFINITE.search(before) is not None
            joins = definite and read.form == ATTENDED_BY
            again = _AGAIN.search(before) is not None
            private = _PRIVATE.search(before) is not None and sum(party.person for party in one.parties) == 2
            if private:
                one = one._replace(parties=tuple(party for party in one.parties if party.person))
            yield one._replace(otherwise=read.otherwise, definite=definite, joins=joins, again=again, private=private)
