"""Verbs that tell of a meeting or a call: "met", "spoke by phone", "phoned", "hosted", "discussed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.caseless import Caseless
from etl.extract.events.antecedents import Antecedents
from etl.extract.events.encounter_nouns import DETERMINED
from etl.extract.events.encounter_tellings import told
from etl.extract.events.encounters import Encounter, EncounterKind
from etl.extract.events.matching import matches
from etl.extract.events.parties import Party
from etl.extract.events.party_lists import parties_after
from etl.extract.events.subjects import pronoun_before, subject_of
from etl.extract.events.venue import place_of
from etl.extract.reading import DateMention, Sentence

_HOW = (
    r"(?:\s+(?:individually|bilaterally)|,\s+(?:in|at)\s+(?:the\s+)?[A-Z][\w\s]{2,40},(?=\s+with)|\s+(?:(?:to|with)\s+(?:each\s+other|one\s+another)|up|again|privately|separately|briefly|virtually|online|directly|secretly|informally|in\s+person|together|"
    r"face[- ]to[- ]face|one[- ]on[- ]one|for\s+talks|for\s+the\s+\w+\s+time|there|here|"
    r"on\s+the\s+(?:sidelines|margins)(?:\s+of\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){1,5}?(?:summit|conference|meeting|assembly|forum|council|event)\b)?|"
    r"for\s+(?:[\w-]+\s+){1,3}(?:hours?|minutes)|by\s+(?:tele)?phone|on\s+the\s+(?:tele)?phone|over\s+the\s+(?:tele)?phone|"
    r"(?:by|via|on|over)\s+(?:a\s+|the\s+)?(?:[\w-]+\s+)?(?:hotline|line|link)|via\s+video(?:\s*link)?|by\s+video(?:\s*link)?|via\s+(?:tele)?phone|"
    r"(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?|today|yesterday|"
    r"earlier(?:\s+(?:today|this\s+week|on\s+\w+day))?|late|last\s+(?:week|night|month)|this\s+(?:week|morning)|"
    r"(?:in|at)\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,2}))*"
)
_ON_THE_PHONE = (
    r"(?:was|were|been|is|got|gets?)\s+(?:back\s+)?on\s+(?:the\s+(?:tele)?phone|the\s+line|a\s+(?:[\w-]+\s+)?call)"
)
MEETS = re.compile(
    rf"\b(?P<verb>met|Met|meets?|Meets?|meeting|(?:sat|sits?|sitting)\s+down|sat|conferred|huddled|convened|gathered|assembled)\b(?P<how>{_HOW})(?P<with>\s+(?:with|With))?"
)
SPEAKS = re.compile(
    rf"\b(?P<verb>spoke|speaks?|spoken|talked|has\s+talked|speaking|talking|{_ON_THE_PHONE})\b(?P<how>{_HOW})"
    r"(?P<with>\s+(?:with|to(?!\s+(?:discuss|coordinate|review|agree|talk|try|prepare|mark|exchange|address)\b)))?"
)
DISCUSSES = re.compile(
    r"\b(?P<verb>discuss(?:ed|es)?|exchanged\s+(?:views|opinions)|compared\s+notes|reviewed)\b(?=\s)(?P<topic>(?:(?!\b(?:after|before|while|when|that)\b|\s[–—-]\s)[^.;:]){0,120}?\bwith\s)?"
)
PHONES = re.compile(
    r"\b(?P<verb>(?:tele)?phoned|rang(?:\s+up)?|video-called|called(?:\s+up)?|dial{1,2}ed|told|informed|assured|briefed|congratulated)\b"
)
HOSTS = re.compile(
    r"\b(?P<verb>hosted|hosts|received|receives|welcomed|welcomes|hosting|receiving|welcoming|"
    r"(?:(?<=\bwill\s)|(?<=\bwould\s)|(?<=\bto\s))(?:host|receive|welcome))\b"
)
RECEIVED = re.compile(r"\b(?:was|were|is|been|being)\s+(?P<verb>(?:received|hosted|welcomed)\s+by)\b")
_INTRANSITIVE = Caseless(
    r"^\s*(?:[.,;]|$|\d{4}\b|was\s+(?:in|on|last|at|during)\b|(?:in|at|on|for|to|again|behind|face|and|via|by|virtually|over|today|yesterday|tomorrow|last|this|next|late|early|about|"
    r"separately|briefly|as|with|amid|after|ahead|during|one-on-one|privately|under|near|outside|aboard|recently|online|twice|where|when|which|who|because|but|despite|following|before|while|since|between|from|until)\b)",
)
_BY_WIRE = Caseless(
    r"\bphone|\b(?:by|via|in|over)\s+(?:a\s+)?video|\bvideo[\s-]*(?:link|call|conf|chat)|\bonline|\bvirtual"
)
_FROM_AFAR = Caseless(r"phone|\bvideo|\bonline|\bvirtual|\bcall\b|\bfrom\b|line\b")
_RANG = Caseless(r"\b(?:in|during|over|on)\s+(?:a|an|the|their)\s+(?:[\w-]+\s+){0,3}(?:call|conversation)\b")
_CALLED_TO = re.compile(
    r"^\s+(?:on\s+\w+day\s+|on\s+[A-Z][a-z]+\.?\s\d{1,2}\s+|on\s+\d{1,2}\s[A-Z][a-z]+\s+|late\s+|early\s+|again\s+|earlier\s+|today\s+|yesterday\s+)*(?:to\s+(?:discuss|congratulat|urge|brief|thank|"
    r"express|inform|warn|offer|apologi|tell|ask|talk|convey)|and\s+(?:told|urged|offered)|with\s|after\s|first\b|following\b|late\b|early\b|again\b|on\s+\w+day)"
)
_TELLS = frozenset({"told", "informed", "assured", "briefed", "congratulated"})
_BY_PHONE = Caseless(r"^\s+(?:on\s+\w+day\s+)?(?:by|over|on)\s+(?:the\s+|a\s+)?(?:tele)?phone\b")
_PRESENT = frozenset({"meet", "meets", "sit down", "sits down", "speak", "speaks"})
_WHEN = Caseless(r"\b(?:when|until|once|if|as\s+soon\s+as|before)\s+(?:[\w’'.-]+\s+){1,5}$")
_ONE_BY_ONE = re.compile(r"\b(?:individually|separately)\b")
_ALSO = re.compile(r"\b(?:also|separately|then)\s+$")  # "also spoke with A and B": a call with each
_BOTH = re.compile(r"^\s+both\b")
_AND_ANOTHER = re.compile(  # "spoke to A on Monday | and B on Tuesday"
    r"^(?:(?!\b(?:and|but|who|which|that|to|for|after|before|while|as)\b)[^.;:“”\"]){3,60}?,?\s+and\s+"
    r"(?:then\s+|later\s+|again\s+|separately\s+|with\s+|to\s+)*"
)
_TO_ITS_DAY = re.compile(r"\s+(?:in\s+[A-Z]\w+(?:\s[A-Z]\w+)?\s+)?(?:(?:on|late|early|earlier|the)\s+)*")
_ACTS_NEXT = re.compile(
    r"\s+(?:\w+ly\s+)?(?:said|told|had|has|was|is|will|would|did|does|gave|made|took|went|[a-z]+(?:ed|es))\b"
)
_ITS_PURPOSE = Caseless(  # "met B to discuss": no other encounter than that with B
    r"(?<!\bdue)(?<!\bset)(?<!\bagreed)(?<!\bexpected)(?<!\bscheduled)(?<!\bplanning)(?<!\bgoing)(?<!\bcontinued)\s+to\s+(?:jointly\s+)?$"
)
_THANKED = Caseless(r"\b(?P<verb>thank(?:s|ed|ing)?|grateful\s+to)\s[^;:,“”\"]{3,80}?\sfor\s+$")
_DELEGATION = re.compile(r"^\s+(?:[a-z-]+\s+){0,2}(?:delegation|negotiators|officials|envoys)\b")
_NO_GUEST = Caseless(r"\b(?:for|ceremony|remarks|decision|move|news|words|offer)\b")
_OF_IT = Caseless(
    r"\b(?:talks|meetings?|summit|call|negotiations|discussions|conference|forum)\b[^,;]{0,60}$"
)  # not a guest
_AT_AN_HOUR = re.compile(r"^(?:\s[A-Z]\w+){0,3}\s(?:at\s\d|on\s\w+day|by\s(?:tele)?phone|this\s(?:morning|afternoon))")
_HIM = re.compile(r"^\s+(?P<pronoun>him|her)\b")
_REPORTERS = Caseless(r"^\s+(?:\w+\s+){0,3}(?:reporters?|journalists?|media|press|crowd|lawmakers|parliament|nation)\b")


def meets(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X met (with) Y", "X and Y met in Z", "ministers from A, B and C convened"."""
    for match in matches(MEETS, sentence.text):
        verb = match["verb"].lower()
        if verb == "meeting" and DETERMINED.search(sentence.text[: match.start()]):
            continue
        if verb == "sat" and not match["with"]:
            continue
        kind: EncounterKind = "call" if _BY_WIRE.search(match["how"]) else "meeting"
        yield from _acted(sentence, antecedents, match, kind, "meets", joint=verb != "sat")


def speaks(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X spoke (by phone) with Y" and "X and Y spoke on Monday": a call, unless it says face to face."""
    for match in matches(SPEAKS, sentence.text):
        if _REPORTERS.match(sentence.text[match.end() :][:60]):
            continue
        in_person = re.search(r"person|face|sidelines", match["how"])
        from_afar = _FROM_AFAR.search(sentence.text) is not None
        for one in _acted(sentence, antecedents, match, "meeting" if in_person else "call", "speaks", joint=True):
            if from_afar or in_person or not _there(sentence, match.end("verb"), one):
                yield one._replace(loose=not from_afar and not in_person)
            else:
                yield one._replace(kind="meeting")


def _there(sentence: Sentence, end: int, one: Encounter) -> bool:
    """Say whether a town follows as the place where they spoke: "spoke for five hours in B"."""
    if one.place is None or one.place.precision not in ("settlement", "point"):
        return False
    return any(name.place == one.place and name.start >= sentence.start + end for name in sentence.names)


def phones(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X phoned Y" and "X called Y on Tuesday to discuss …"; "called Y a liar" is no call."""
    for match in matches(PHONES, sentence.text):
        called = parties_after(sentence, sentence.start + match.end())
        if not called or (not called[0].person and called[0].start - sentence.start - match.end() > 12):
            continue
        if match["verb"] in _TELLS and not _BY_PHONE.match(sentence.after(called[0].end, 60)):
            continue
        if not called[0].person and not _AT_AN_HOUR.match(sentence.after(called[-1].end)):
            continue
        if (
            match["verb"] == "called"
            and called[0].person
            and not _CALLED_TO.match(sentence.text[called[-1].end - sentence.start :])
        ):
            continue
        callers = subject_of(sentence, antecedents, sentence.start + match.start(), called)
        for one in called:  # one after the other
            yield from told(sentence, match.start("verb"), match.end("verb"), "call", [*callers, one], "phones")


def discusses(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X and Y discussed the truce" and "X discussed it with Y": people only, states discuss through them."""
    for match in matches(DISCUSSES, sentence.text):
        start = sentence.start + match.start()
        if _ITS_PURPOSE.search(sentence.text[: match.start()]):
            continue
        others = parties_after(sentence, sentence.start + match.end()) if match["topic"] else []
        subject = subject_of(sentence, antecedents, start, others)
        together = {one.name for one in (*subject, *others) if one.person}
        by_officials = len({one.name for one in others}) > 0 and subject and _settled(sentence, match)
        if (len(together) < 2 and not by_officials) or (not others and pronoun_before(sentence, start)):
            continue
        kind: EncounterKind = "call" if _BY_WIRE.search(sentence.text) or _RANG.search(sentence.text) else "talks"
        end = max(one.end for one in others) - sentence.start if others else match.end("verb")
        yield from told(sentence, match.start("verb"), end, kind, [*subject, *others], "discusses")


def _settled(sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether the text says in which town, so that delegations discussed it face to face."""
    place = place_of(sentence, sentence.start + match.start(), sentence.start + match.end())
    return place is not None and place.precision in ("settlement", "point")


def hosts(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X hosted Y", "X received Y at the palace", "Y thanked X for welcoming him"; guests are persons."""
    for match in matches(HOSTS, sentence.text):
        if thanked := _thanked(sentence, antecedents, match):
            yield from told(sentence, match.start(), match.end(), "meeting", thanked, "hosts")
            continue
        listed = parties_after(sentence, sentence.start + match.end())
        guests = [one for one in listed if one.person or one.members] if any(one.person for one in listed) else []
        if delegation := [one for one in listed[:1] if _DELEGATION.match(sentence.after(one.end, 60))]:
            guests = delegation
        lead = sentence.text[match.end() : guests[0].start - sentence.start] if guests else ""
        if not guests or len(lead) > 60 or _NO_GUEST.search(lead):
            continue
        if re.match(r"[’']s?\s", sentence.text[guests[-1].end - sentence.start :]):
            continue
        callers = [one.as_("host") for one in subject_of(sentence, antecedents, sentence.start + match.start(), guests)]
        yield from told(sentence, match.start(), match.end(), "meeting", [*callers, *guests], "hosts")


def _thanked(sentence: Sentence, antecedents: Antecedents, match: re.Match[str]) -> list[Party]:
    """Return host and guest of "Y thanked X for welcoming him", or nobody."""
    thanked = _THANKED.search(sentence.text[: match.start()])
    if thanked is None or not _HIM.match(sentence.text[match.end() :]):
        return []
    chief = [one for one in parties_after(sentence, sentence.start + thanked.end("verb")) if one.person][:1]
    guests = subject_of(sentence, antecedents, sentence.start + thanked.start("verb"), chief)
    return [*(one.as_("host") for one in chief), *guests] if chief and guests else []


def received(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X was received by Y"."""
    for match in matches(RECEIVED, sentence.text):
        if _OF_IT.search(sentence.text[: match.start()]):
            continue
        received_by = [one.as_("host") for one in parties_after(sentence, sentence.start + match.end()) if one.person]
        guests = subject_of(sentence, antecedents, sentence.start + match.start(), received_by)
        if received_by and guests:
            yield from told(sentence, match.start("verb"), match.end(), "meeting", [*received_by, *guests], "received")


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
    subject = subject_of(sentence, antecedents, start, others)
    if not others and (
        not joint or (len(subject) < 2 and not any(one.country is None and not one.person for one in subject))
    ):
        return
    one_by_one = _ONE_BY_ONE.search(match["how"]) or _BOTH.match(sentence.text[match.end() :])
    if kind == "call" and len(others) == 2 and "as well as" in sentence.between(others[0].end, others[1].start):
        one_by_one = match
    if kind == "call" and len(others) == 2 and _ALSO.search(sentence.text[: match.start()]):
        one_by_one = match if all(one.person for one in others) else one_by_one
    apart = len(others) > 1 and one_by_one is not None
    to_come = match["verb"].lower() in _PRESENT and _WHEN.search(sentence.text[: match.start()]) is not None
    for together in [[one] for one in others] if apart else [others]:
        for one in told(sentence, match.start("verb"), match.end("verb"), kind, [*subject, *together], rule):
            yield _planned(one) if to_come else one
    if others and subject:
        yield from _and_another(sentence, match, kind, subject, others, rule)


def _planned(one: Encounter) -> Encounter:
    """Return a telling as that of a plan: a day before the report's is not its day."""
    if one.first and one.sentence.reference and one.first >= one.sentence.reference:
        return one._replace(planned=True)
    return one._replace(planned=True, first=None, last=None, date_precision=None)


def _and_another(
    sentence: Sentence, match: re.Match[str], kind: EncounterKind, subject: list[Party], others: list[Party], rule: str
) -> Iterator[Encounter]:
    """Read on where the verb is not said again: "spoke to A on Monday and B on Tuesday"."""
    last = others[-1].end
    joined = _AND_ANOTHER.match(sentence.text[last - sentence.start :])
    if joined is None or not any(last <= one.start < last + joined.end() for one in sentence.dates):
        return
    start = last + joined.end() - sentence.start
    known = {one.name for one in (*subject, *others)}
    another = [one for one in parties_after(sentence, sentence.start + start) if one.person and one.name not in known]
    if another and any(_is_its_day(sentence, another[-1].end, date) for date in sentence.dates):
        first = another[0].start - sentence.start
        yield from told(sentence, first, first + 1, kind, [*subject, *another], rule, verb=match.start("verb"))


def _is_its_day(sentence: Sentence, end: int, date: DateMention) -> bool:
    """Say whether a date follows a name as its day: "and B on Tuesday", not "and B on Tuesday said"."""
    near = _TO_ITS_DAY.fullmatch(sentence.between(end, date.start)) if end < date.start < end + 60 else None
    return near is not None and not _ACTS_NEXT.match(sentence.after(date.end, 40))


def _is_told_by(sentence: Sentence, end: int, one: Party) -> bool:
    """Say whether a comma parts a name from the verb: "are meeting next week, Turkey's minister said"."""
    comma = sentence.between(end, one.start).find(",")
    return comma >= 0 and not any(end <= mention.start < end + comma for mention in sentence.names)
