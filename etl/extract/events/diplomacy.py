"""Meetings, calls and rounds of talks: who met whom, where, on which day.

Each rule reads one form of telling it and yields an `Encounter`; `encounters.py` makes one record of all that tell
the same. What is only planned, asked for or thought possible is marked `planned`; what was refused, cancelled or
denied, and what is told of as a habit, is no event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from etl.extract.caseless import Caseless, names_any
from etl.extract.events.encounter_records import TWO_SIDES, recorded
from etl.extract.events.encounters import Encounter, EncounterKind
from etl.extract.events.matching import matches
from etl.extract.events.occasion import Opening, days_of, place_of
from etl.extract.events.participants import (
    Antecedents,
    Party,
    clause_subject,
    parties_after,
    parties_before,
    party,
    pronoun_before,
    sentence_subject,
    staff_before,
    state_of,
)
from etl.extract.events.realis import realis
from etl.extract.reading import NameMention, Reading, Sentence
from etl.records import Event, Issue, RoleName

STEMS = (
    " met", "meet", "spoke", "speak", "talk", "discuss", "exchanged", "compared", "reviewed", " rang ", "negotiat",
    "summit", "forum", " call", "phone", "conversation", "consultation", " host", "receive", "welcome", "greet",
    "convene", "gather", " sat ", " sits ", "video", "encounter", "confer", "audience", "huddle",
)  # fmt: skip
_HOW = (
    r"(?:\s+(?:up|again|privately|separately|briefly|virtually|online|directly|secretly|informally|in\s+person|together|"
    r"face[- ]to[- ]face|one[- ]on[- ]one|for\s+talks|for\s+the\s+\w+\s+time|on\s+the\s+sidelines|"
    r"for\s+(?:[\w-]+\s+){1,3}(?:hours?|minutes)|by\s+(?:tele)?phone|on\s+the\s+(?:tele)?phone|over\s+the\s+(?:tele)?phone|"
    r"(?:by|via|on|over)\s+(?:a\s+|the\s+)?(?:[\w-]+\s+)?(?:hotline|line|link)|via\s+video(?:\s*link)?|by\s+video(?:\s*link)?|via\s+(?:tele)?phone|"
    r"(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?|today|yesterday|"
    r"earlier(?:\s+(?:today|this\s+week|on\s+\w+day))?|late|last\s+(?:week|night|month)|this\s+(?:week|morning)|"
    r"(?:in|at)\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,2}))*"
)
MEETS = re.compile(
    rf"\b(?P<verb>met|meets?|meeting|sat\s+down|sits?\s+down|sat|conferred|huddled|convened|gathered|assembled)\b(?P<how>{_HOW})(?P<with>\s+with)?"
)
SPEAKS = re.compile(
    rf"\b(?P<verb>spoke|speaks?|spoken|talked|has\s+talked|speaking|talking)\b(?P<how>{_HOW})"
    r"(?P<with>\s+(?:with|to(?!\s+(?:discuss|coordinate|review|agree|talk|try|prepare|mark|exchange|address)\b)))?"
)
DISCUSSES = re.compile(
    r"\b(?P<verb>discuss(?:ed|es)?|exchanged\s+(?:views|opinions)|compared\s+notes|reviewed)\b(?=\s)(?P<topic>(?:(?!\b(?:after|before|while|when|that)\b|\s[–—-]\s)[^.;:“”\"]){0,120}?\bwith\s)?"
)
PHONES = re.compile(r"\b(?P<verb>(?:tele)?phoned|rang|video-called|called)\b")
HOSTS = re.compile(
    r"\b(?P<verb>hosted|hosts|received|receives|welcomed|welcomes|greeted|greets|hosting|receiving|"
    r"(?:(?<=\bwill\s)|(?<=\bwould\s)|(?<=\bto\s))(?:host|receive|welcome))\b"
)
RECEIVED = re.compile(r"\b(?:was|were|is|been|being)\s+(?P<verb>(?:received|hosted|welcomed|greeted)\s+by)\b")
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
_LOOKS_BACK = Caseless(r"\b(?:recent(?:ly)?|last|earlier|previous(?:ly)?|ago|since|first|will|would|who)\b")
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
_INTRANSITIVE = Caseless(
    r"^\s*(?:[.,;]|$|(?:in|at|on|for|to|again|behind|face|and|via|by|virtually|over|today|yesterday|tomorrow|last|this|next|late|early|about|"
    r"separately|briefly|as|with|amid|after|ahead|during|one-on-one|privately|under|near|outside|aboard|recently|online|twice|where|when|which|who|because|but|despite|following|before|while|since|between|from|until)\b)",
)
_ASIDE = Caseless(r"\bsidelines\s+of\s+(?:the|a|an)\s+(?:\S+\s+){0,4}$")
_TOGETHER = re.compile(r"^[^.;:“”\"]{0,60}?\b(?:br(?:ought|ings|inging)\s+together|attended\s+by|gathering)\s")
_MEDIATED = re.compile(r"^[^.;]{0,60}?\b(?P<verb>mediated|brokered|facilitated|hosted|convened|chaired)\s+by\s")
_TELLS = Caseless(r"\b(?P<verb>told|assured|informed|warned|briefed|reassured|urged|thanked|asked|congratulated)\b")
_OCCASION = Caseless(r"\b(?:in|during|at|on|over|after|following)\s+(?:a|an|the|their)\s+(?:[\w.’'-]+\s+){0,6}$")
_BY_WIRE = Caseless(r"\bphone|\bvideo|\bonline|\bvirtual")
_RANG = Caseless(r"\b(?:in|during|over|on)\s+(?:a|an|the|their)\s+(?:[\w-]+\s+){0,3}(?:call|conversation)\b")
_BY_WIRE_AFTER = Caseless(r"^[^.;,]{0,40}\b(?:by|over|on|via)\s+(?:the\s+)?(?:tele)?(?:phone|video)")
_DETERMINED = Caseless(
    r"(?:\b(?:a|an|the|his|her|their|its|this|that|any|no|first|second|third|last|next|latest|another|each|every|previous|"
    r"planned|possible|potential|emergency|trilateral|bilateral|joint|special|closed-door|summit|recent|separate|annual|"
    r"virtual|cabinet|council|security|nato|eu|g7|g20|un|ministerial|upcoming|proposed|private|working|productive|two-hour|"
    r"hour-long|day|face-to-face|in-person|direct|high-level)|[’']s|-\w+)\s+$|"
    r"\b(?:an?|the|his|her|their|its|this|that)\s+(?:(?!leaders|ministers|officials|presidents)[\w-]+\s+){1,3}$",
)
_CALLED_TO = re.compile(
    r"^\s+(?:on\s+\w+day\s+|late\s+|early\s+|again\s+|earlier\s+|today\s+|yesterday\s+)*(?:to\s+(?:discuss|congratulat|urge|brief|thank|"
    r"express|inform|warn|offer|apologi|tell|ask|talk|convey)|and\s+(?:told|urged|offered))"
)
_BOTH = re.compile(r"^\s+both\b")
_REPORTERS = Caseless(r"^\s+(?:\w+\s+){0,3}(?:reporters?|journalists?|media|press|crowd|lawmakers|parliament|nation)\b")

_BEFORE_THEY = re.compile(
    r"\b(?:day|days|hours|week|weeks)\s+before\s+(?:[A-Z][\w’'-]*\s+){1,4}$"
)  # met, which is past
_SKIPPED = Caseless(
    r"\b(?:skip\w*|miss(?:ed|ing)?|boycott\w*|(?:walk|pull|stay)\w*\s+(?:out\s+of|away\s+from)|absent\s+from|left\s+out\s+of)\s+"
    r"(?:[\w-]+\s+){0,4}$",
)

_ATTENDS = Caseless(
    r"\b(?P<verb>attend(?:s|ed|ing)?|join(?:s|ed|ing)?|address(?:es|ed|ing)?|chair(?:s|ed|ing)?|host(?:s|ed|ing)?|told|"
    r"(?:spoke|speaking|speaks)\s+(?:to|at|on\s+the\s+sidelines\s+of)|took\s+part\s+in)\s+(?:[\w’'-]+\s+){0,5}$",
)
_REQUESTED = re.compile(r"^[^.;]{0,60}?\bat\s+the\s+request\s+of\s")
_COMMA = re.compile(r",\s*(?:[\w’'.-]+\s+){0,6}$")
_DOES = re.compile(r"^\s*(?:,[^,]{1,80},\s*)?(?:\w+ly\s+)?(?:said|told|denied|warned|called|accused|urged|\w+ed)\b")
Rule = Callable[[Sentence, Antecedents], Iterator[Encounter]]


def extract(reading: Reading) -> Iterator[Event | Issue]:
    """Yield one event for each meeting, call or round of talks that the article tells of."""
    found: list[Encounter] = []
    antecedents = Antecedents(reading.voices)
    opening = Opening()
    for sentence in reading.sentences:
        antecedents.read(sentence)
        first = opening.read(sentence)
        if not names_any(sentence.text, STEMS):
            continue
        opens = first and not _LOOKS_BACK.search(sentence.text)
        for rule, stems in RULES.items():
            if names_any(sentence.text, stems):
                found.extend(one._replace(opens=opens) for one in rule(sentence, antecedents))
    yield from recorded(reading.article.article, found, antecedents.main_pair(), opening.days)


def meets(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X met (with) Y", "X and Y met in Z", "ministers from A, B and C convened"."""
    for match in matches(MEETS, sentence.text):
        verb = match["verb"].lower()
        if verb == "meeting" and _DETERMINED.search(sentence.text[: match.start()]):
            continue
        if verb in ("sat", "convened", "gathered", "assembled") and verb == "sat" and not match["with"]:
            continue
        kind: EncounterKind = "call" if _BY_WIRE.search(match["how"]) else "meeting"
        yield from _acted(sentence, antecedents, match, kind, "meets", joint=verb != "sat")


def speaks(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X spoke (by phone) with Y" and "X and Y spoke on Monday": a call, unless it says face to face."""
    for match in matches(SPEAKS, sentence.text):
        if _REPORTERS.match(sentence.text[match.end() :][:60]):
            continue
        in_person = re.search(r"person|face|sidelines", match["how"])
        yield from _acted(sentence, antecedents, match, "meeting" if in_person else "call", "speaks", joint=True)


def phones(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X phoned Y" and "X called Y on Tuesday to discuss …"; "called Y a liar" is no call."""
    for match in matches(PHONES, sentence.text):
        called = parties_after(sentence, sentence.start + match.end())
        if not called or not called[0].person:
            continue
        if match["verb"] == "called" and not _CALLED_TO.match(sentence.text[called[-1].end - sentence.start :]):
            continue
        callers = _subject(sentence, antecedents, sentence.start + match.start(), called)
        yield from _encounter(sentence, match.start("verb"), match.end("verb"), "call", [*callers, *called], "phones")


def discusses(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X and Y discussed the truce" and "X discussed it with Y": people only, states discuss through them."""
    for match in matches(DISCUSSES, sentence.text):
        start = sentence.start + match.start()
        others = parties_after(sentence, sentence.start + match.end()) if match["topic"] else []
        subject = _subject(sentence, antecedents, start, others)
        together = {one.name for one in (*subject, *others) if one.person}
        if len(together) < 2 or (not others and pronoun_before(sentence, start)):
            continue
        kind: EncounterKind = "call" if _BY_WIRE.search(sentence.text) or _RANG.search(sentence.text) else "talks"
        yield from _encounter(sentence, match.start("verb"), match.end("verb"), kind, [*subject, *others], "discusses")


def hosts(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X hosted Y", "X received Y at the palace"; what is received or welcomed must be a person."""
    for match in matches(HOSTS, sentence.text):
        guests = [one for one in parties_after(sentence, sentence.start + match.end()) if one.person]
        if not guests or guests[0].start - sentence.start - match.end() > 60:
            continue
        if re.match(r"[’']s?\s", sentence.text[guests[-1].end - sentence.start :]):
            continue
        callers = [one.as_("host") for one in _subject(sentence, antecedents, sentence.start + match.start(), guests)]
        yield from _encounter(sentence, match.start(), match.end(), "meeting", [*callers, *guests], "hosts")


def received(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X was received by Y"."""
    for match in matches(RECEIVED, sentence.text):
        received_by = [one.as_("host") for one in parties_after(sentence, sentence.start + match.end()) if one.person]
        guests = _subject(sentence, antecedents, sentence.start + match.start(), received_by)
        if received_by and guests:
            yield from _encounter(
                sentence, match.start("verb"), match.end(), "meeting", [*received_by, *guests], "received"
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
        if _ASIDE.search(before[-80:]):
            continue
        if match["meeting"] and match["meeting"].lower() == "meeting" and not _DETERMINED.search(before):
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
        yield from _encounter(sentence, match.start(), match.end(), kind, parties, rule)


# Each rule with stems of which every form that it reads has one.
RULES: dict[Rule, frozenset[str]] = {
    meets: frozenset({"met", "meet", "sat", "sit", "conferred", "huddled", "convened", "gathered", "assembled"}),
    speaks: frozenset({"spoke", "speak", "talk"}),
    phones: frozenset({"phoned", "rang", "called"}),
    discusses: frozenset({"discuss", "exchanged", "compared", "reviewed"}),
    hosts: frozenset({"host", "receiv", "welcome", "greet"}),
    received: frozenset({"received", "hosted", "welcomed", "greeted"}),
    nouns: frozenset(
        {
            "call", "phone", "video", "conference", "conversation", "meeting", "encounter", "audience", "working",
            "sit-down", "talks", "negotiation", "discussion", "consultation", "summit", "gathering", "forum",
        }
    ),
}  # fmt: skip


def _acted(
    sentence: Sentence, antecedents: Antecedents, match: re.Match[str], kind: EncounterKind, rule: str, joint: bool
) -> Iterator[Encounter]:
    """Read a verb whose subject meets its object, or whose subjects meet each other."""
    start, end = sentence.start + match.start("verb"), sentence.start + match.end()
    others = parties_after(sentence, end) if match["with"] or rule == "meets" else []
    if others and not match["with"] and _is_told_by(sentence, end, others[0]):
        others = []
    if not others and (match["with"] or not _INTRANSITIVE.match(sentence.text[match.end() :])):
        return
    subject = _subject(sentence, antecedents, start, others)
    if not others and (
        not joint or (len(subject) < 2 and not any(one.country is None and not one.person for one in subject))
    ):
        return
    apart = len(others) > 1 and _BOTH.match(sentence.text[match.end() :]) is not None
    for together in [[one] for one in others] if apart else [others]:
        yield from _encounter(sentence, match.start("verb"), match.end("verb"), kind, [*subject, *together], rule)


def _is_told_by(sentence: Sentence, end: int, one: Party) -> bool:
    """Say whether a comma parts a name from the verb: "are meeting next week, Turkey's minister said"."""
    comma = sentence.between(end, one.start).find(",")
    return comma >= 0 and not any(end <= mention.start < end + comma for mention in sentence.names)


def _subject(sentence: Sentence, antecedents: Antecedents, start: int, others: list[Party]) -> list[Party]:
    """Return who does what the verb at `start` says: names, whom a pronoun means, or the clause's subject."""
    taken = {one.name for one in others}
    if staff := staff_before(sentence, start):
        chief = antecedents.one(staff, sentence, start) or next(iter(clause_subject(sentence, start, taken)), None)
        return [one for one in [state_of(chief)] if one and one.name not in taken] if chief else []
    if pronoun := pronoun_before(sentence, start):
        if pronoun == "they":
            return [one for one in antecedents.two(sentence, start) if one.name not in taken]
        speaks = pronoun == "i"
        who = antecedents.speaker(sentence, start) if speaks else antecedents.one(pronoun, sentence, start, taken)
        return [who] if who and who.name not in taken else []
    if subject := [one for one in parties_before(sentence, start) if one.name not in taken]:
        return subject
    return (clause_subject(sentence, start, taken) or sentence_subject(sentence, start, taken)) if others else []


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
            return [*_subject(sentence, antecedents, sentence.start + tells.start(), told), *told], "told_in"
    return None


def _reached_at(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> tuple[list[Party], str] | None:
    """Read "what he agreed with B at a summit"."""
    occasion = _OCCASION.search(sentence.text[: match.start()])
    reached = _REACHED.search(sentence.text[: occasion.start()]) if occasion else None
    others = parties_after(sentence, sentence.start + reached.end()) if reached else []
    if not (reached and others and others[0].person):
        return None
    return [*_subject(sentence, antecedents, sentence.start + reached.start("verb"), others), *others], "reached_at"


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
        return _subject(sentence, antecedents, sentence.start + holds.start("verb"), others)
    return clause_subject(sentence, sentence.start + match.start(), taken)


def _modifiers(sentence: Sentence, start: int) -> list[Party]:
    """Return the parties that stand before a noun as its modifiers: "US-Russia talks", "the NATO summit"."""
    before = [mention for mention in sentence.names if mention.end - sentence.start <= start]
    if not before or not _QUALIFIED.match(sentence.text[before[-1].end - sentence.start : start]):
        return []
    last = before[-1]
    if len(before) > 1 and _HYPHENED.match(sentence.between(before[-2].end, last.start)):
        return [_as_named(one) for one in before[-2:] if one.actor or one.place]
    if last.actor_kind in ("igo", "body") and last.country is None and not last.text.endswith("'s"):
        return [found] if (found := party(last, sentence)) else []
    return []


def _as_named(mention: NameMention) -> Party:
    """Return a mention as a party, adjective or not: both of "US-Russia talks" take part."""
    name = mention.actor or (mention.place.name if mention.place else mention.text)
    return Party(name, mention.country, mention.actor_kind == "person", mention.start, mention.end)


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


def _encounter(
    sentence: Sentence, start: int, end: int, kind: EncounterKind, parties: list[Party], rule: str
) -> Iterator[Encounter]:
    """Yield what a rule has read, with day, place and realis; nothing where it neither happened nor is planned."""
    held = realis(sentence.text, start, end)
    if _SKIPPED.search(sentence.text[max(0, start - 60) : start]):
        held = "happened" if rule in ("talks_between", "meeting_of", "named_talks") else "denied"
    if held == "planned" and rule in ("meets", "speaks") and _BEFORE_THEY.search(sentence.text[:start]):
        held = "happened"
    if held in ("denied", "historical"):
        return
    unique = list({one.name: one for one in parties}.values())
    days = days_of(sentence, sentence.start + start, sentence.start + end, planned=held != "happened")
    if days.first is None and any(mention.future for mention in sentence.dates if mention.first is None):
        held = "planned"
    yield Encounter(
        kind=kind,
        parties=tuple(unique),
        place=place_of(sentence, sentence.start + start, sentence.start + end),
        first=days.first,
        last=days.last,
        date_precision=days.precision,
        planned=held != "happened" or days.future,
        sentence=sentence,
        rule=rule,
    )
