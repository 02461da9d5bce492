"""Who does what a verb says: the names before it, whom its pronoun means, or whom its clause is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from etl.extract.caseless import Caseless
from etl.extract.events.antecedents import Antecedents
from etl.extract.events.parties import DELEGATES, OFFICIALS_NEXT, Party, as_named, party, state_of
from etl.extract.events.party_lists import JOINED, LONGEST_GAP, OF_TITLE, barred
from etl.extract.reading import NameMention, Sentence

_WENT_TO = Caseless(
    r"\b(?:travel\w*|fl(?:y|ew|ying)|go(?:es|ing)?|went|c(?:o|a)m(?:e|ing)|trip|visit|return\w*|head\w*)\s+to\s+$"
)
_AUXILIARY = Caseless(
    r"""
    (?:\b(?:has|have|had|is|are|was|were|will|would|be|been|may|might|could|should|must|can|did|does|do|not|never|to|
    also|later|then|first|recently|earlier|most|again|both|each|just|already|reportedly|finally|once|twice|too|next|
    yesterday|today|tonight|tomorrow|early|late|on|this|last|week|month|morning|evening|afternoon|night|separately|
    themselves|himself|herself|together|recently|since|only|expected|scheduled|slated|poised|due|set|planning|plans|agreed|likely|
    about|going|ready|willing|having|
    (?:mon|tues|wednes|thurs|fri|satur|sun)day|
    (?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?|\d{1,2}(?:st|nd|rd|th)?|\d{4}|
    (?!italy\b)\w+ly)\b[\s,]*)+$
    """,
    re.VERBOSE,
)
_HEAD_OF = Caseless(r"\b(?:head|chief|leader|director|president|minister|secretary)\s+of\s+(?:[\w’'-]+\s+){0,5}$")
_SAME_NAME = re.compile(r"[\s\[\]]*(?:(?:bin|bint|ibn|al|el|[A-Z][\w’'-]*)[\s\]]+)*")
_ALSO_LISTED = Caseless(r"\s*(?:as\s+well\s+as|together\s+with|along\s+with|alongside|and|including)\b")
_BESIDE = re.compile(r"\b(?:together|along)\s+with\b")
_AND_OR_WITH = Caseless(r"\band\b|&|\bwith\b|\balong|\bwell\s+as\b|\bplus\b|\bor\b")
_SUBORDINATE = Caseless(
    r"(?:^|\s)(?:after|when|as|since|while|before|until|although|though|because|if)\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,2}$"
)
_PLANS = Caseless(
    r"[’']s\s+(?:[\w-]+\s+){0,3}(?:plans?|intention|decision|readiness|willingness|hopes?|offer|proposal|desire|trip|visit)\s+to\s+$"
)
_VISITS = Caseless(
    r"[’']s\s+(?:[\w-]+\s+){0,3}(?:visit|trip|stay|tour)\s+(?:to|in)\s+[^.;]{2,60}\bwhere\s+(?:he|she)\s+$"
)
_DATELINE = re.compile(r"[A-Z][\w\s.,’'/()-]{1,50}\s[–—-]{1,2}\s")
_ASIDE = re.compile(r",\s+(?:who|whose)\b[^,;:“”\"]{3,120},\s+(?:(?:has|had|also|later|then|has\s+also)\s+)?$")
_RELATIVE = re.compile(r",?\s*\b(?:who|which)\s*$", re.IGNORECASE)
_PREPOSED = Caseless(
    r"\b(?:of|by|with|to|from|against|for|on|about|between|than|like|over|at|in|near|towards?|including|citing|via)\s+"
    r"(?:(?!that\b|and\b)[\w’'.-]+\s+){0,4}$",
)
_NEW_CLAUSE = Caseless(
    r"[;:“”\"]|\b(?:said|says|say|told|announced|confirmed|reported|claimed|added|noted|stated|believes?|insisted)\b|"
    r",\s+(?:and|but|while|as|after|when|because|who|which)\b|\b(?:that|while|after|when|because)\s",
)
_PLURAL_PRONOUN = Caseless(
    r"\b(?:they|the\s+(?:two|pair|duo|sides|leaders|presidents|ministers|men|two\s+\w+|presidents)|both\s+\w+|the\s+two\s+"
    r"(?:leaders|presidents|men|ministers|countries|sides|diplomats|delegations))\s*$",
)
_STAFF = Caseless(rf"\b(?P<whose>his|her)\s+(?:(?!own\b)[\w-]+\s+){{0,3}}?{DELEGATES}\s*$")
_HE_WENT = Caseless(
    r"(?:^|[,;]\s)(?P<pronoun>he|she)\s+(?:also\s+|later\s+|then\s+)?(?:visit|travel|fl[ei]w|arrive|went|came|land|was\s+in)\w*\s"
    r"[^,.;:“”\"]{2,60}\s(?:and|where)\s+(?:also\s+|then\s+|later\s+|has\s+|had\s+)*$"
)
_OPENS_ASIDE = Caseless(r"\b(?:after|before|when|while|since|as|where)\s+(?:he|she)\s+(?:had\s+|last\s+|first\s+)*$")
_AHEAD = Caseless(r",\s*(?:the\s+)?(?:[\w’'.-]+\s+){0,4}$")
_DOES = Caseless(
    r"^\s+(?:(?:also|later|then|again|\w+ly)\s+)?(?:said|told|had|has|was|is|will|spoke|met|held|went|flew|made|\w+ed)\b"
)
_SINGULAR_PRONOUN = re.compile(r"\b(?P<pronoun>he|she|I)\s*$", re.IGNORECASE)


def subject_of(sentence: Sentence, antecedents: Antecedents, start: int, others: list[Party]) -> list[Party]:
    """Return who does what the verb at `start` says: names, whom a pronoun means, or the clause's subject."""
    taken = {one.name for one in others}
    if staff := staff_before(sentence, start):
        chief = antecedents.one(staff, sentence, start) or next(iter(clause_subject(sentence, start, taken)), None)
        return [one for one in [state_of(chief)] if one and one.name not in taken] if chief else []
    if plans := _PLANS.search(sentence.text[: start - sentence.start]):
        at = sentence.start + plans.start()
        return [as_named(one) for one in sentence.names if one.end == at and one.actor and one.actor not in taken]
    if visit := _VISITS.search(sentence.text[: start - sentence.start]):
        at = sentence.start + visit.start()
        return [as_named(one) for one in sentence.names if one.end == at and one.actor and one.actor not in taken]
    if pronoun := pronoun_before(sentence, start):
        if pronoun == "they":
            return [one for one in antecedents.two(sentence, start) if one.name not in taken]
        if ahead := _named_ahead(sentence, start, taken):
            return [ahead]
        speaks = pronoun == "i"
        who = antecedents.speaker(sentence, start) if speaks else antecedents.one(pronoun, sentence, start, taken)
        return [who] if who and who.name not in taken else []
    if subject := [one for one in parties_before(sentence, start) if one.name not in taken]:
        return subject
    if acted := _HE_WENT.search(sentence.text[: start - sentence.start]):  # "he visited C and held talks"
        who = antecedents.one(acted["pronoun"].lower(), sentence, sentence.start + acted.start("pronoun"), taken)
        return [who] if who else []
    return (clause_subject(sentence, start, taken) or sentence_subject(sentence, start, taken)) if others else []


def _named_ahead(sentence: Sentence, offset: int, taken: set[str]) -> Party | None:
    """Return whom a pronoun means that stands before the name: "Days after | he met B, A called C" is about A."""
    if not _OPENS_ASIDE.search(sentence.text[: offset - sentence.start]):
        return None
    for mention in sentence.names:
        found = party(mention, sentence)
        if found is None or not found.person or mention.adjectival or found.name in taken:
            continue
        lead = sentence.text[offset - sentence.start : max(0, found.start - sentence.start)]
        ahead = mention.start > offset and len(lead) < 120 and _AHEAD.search(lead) is not None
        return found if ahead and _DOES.match(sentence.after(mention.end)) else None
    return None


def parties_before(sentence: Sentence, offset: int) -> list[Party]:
    """Return the subject that ends at `offset`, before a verb: auxiliaries, adverbs and appositions are passed over."""
    text = sentence.text[: offset - sentence.start]
    aside = _ASIDE.search(text)  # "A, who will chair the summit in May, met B"
    text = _strip_auxiliaries(text[: aside.start()] if aside else text)
    names = [mention for mention in sentence.names if mention.end <= sentence.start + len(text)]
    text = _RELATIVE.sub("", text)
    index = _last_subject(names, sentence, text)
    if index is None or (names[index].place and _WENT_TO.search(sentence.before(names[index].start))):
        return []
    found: list[Party] = []
    listed = by_comma = False
    for position in range(index, -1, -1):
        mention = names[position]
        if position < index:
            following = names[position + 1]
            gap = sentence.text[mention.end - sentence.start : following.start - sentence.start]
            if (
                found
                and gap.strip() == "of"
                and mention.actor_kind == "person"
                and mention.country == following.country
            ):
                found.pop(0)  # "President B of C": no other side
                if new := party(mention, sentence):
                    found.insert(0, new)
                continue
            if (
                len(gap) > LONGEST_GAP
                or barred(gap)
                or not (JOINED.search(gap) or _SAME_NAME.fullmatch(gap) or following.adjectival or mention.adjectival)
            ):
                break
            listed = listed or _AND_OR_WITH.search(gap) is not None
            lead = _BESIDE.sub("", sentence.before(mention.start))
            if "," in gap and found and (_is_preposed(lead) or _HEAD_OF.search(lead)):
                break  # "according to A, B and C met"
            by_comma = by_comma or (not listed and "," in gap and bool(found))
        if new := party(mention, sentence):
            found.insert(0, new)
    found = _without_titles(found, sentence)
    if by_comma and found and found[0].start - sentence.start > 30:
        return found[-1:]  # ", B met C" after a clause: only a headline lists by commas alone ("A, B meet")
    return found


def clause_subject(sentence: Sentence, offset: int, besides: Iterable[str] = ()) -> list[Party]:
    """Return who the clause before `offset` is about: its first name and those joined to it; else who follows it.

    `besides` are the names that stand at `offset` already. "Peskov said Putin held talks" is about Putin.
    """
    taken = set(besides)
    before: list[Party] = []
    dateline = _DATELINE.match(sentence.text)
    for mention in sentence.names:
        if mention.end > offset:
            break
        if dateline and mention.end <= sentence.start + dateline.end():
            continue
        found = party(mention, sentence)
        lead = sentence.text[max(0, mention.start - sentence.start - 60) : mention.start - sentence.start]
        if found is None or mention.adjectival or found.name in taken:
            continue
        if before and _is_over(sentence, before[0], found):
            before = []
        if before and _NEW_CLAUSE.search(sentence.text[before[-1].end - sentence.start : found.start - sentence.start]):
            before = []
        if before or not _is_preposed(lead):
            before.append(found)
    if before:
        return _joined_to_first(before, sentence)
    if offset - sentence.start > 60:
        return []
    for mention in sentence.names:
        found = party(mention, sentence) if mention.start >= offset and not mention.adjectival else None
        if found and found.name not in taken and found.person:
            gap = sentence.text[offset - sentence.start : found.start - sentence.start]
            return [found] if re.search(r",\s*(?:[\w’'.-]+\s+){0,6}$", gap) else []
    return []


def _is_over(sentence: Sentence, first: Party, following: Party) -> bool:
    """Say whether a comma ends the clause that a sentence opens with: "Days after A invaded B, | C flew to D"."""
    if "," not in sentence.between(first.end, following.start):
        return False
    return _SUBORDINATE.search(sentence.before(first.start)) is not None


def _is_preposed(lead: str) -> bool:
    """Say whether a preposition stands before a name: in "with officials of B", but not in "the president of B"."""
    if title := OF_TITLE.search(lead):
        lead = lead[: title.start()]
    return _PREPOSED.search(lead) is not None


def sentence_subject(sentence: Sentence, offset: int, besides: Iterable[str] = ()) -> list[Party]:
    """Return the person that a sentence begins with, for a clause that names nobody ("… after hosting Zelensky")."""
    for mention in sentence.names:
        found = party(mention, sentence) if mention.end <= offset and not mention.adjectival else None
        if found and (found.person or found.members) and found.name not in set(besides):
            return [] if _PREPOSED.search(sentence.before(mention.start)) else [found]
    return []


def pronoun_before(sentence: Sentence, offset: int) -> str | None:
    """Return "i", "he", "she" or "they" where that is the subject before `offset`; "the two leaders" are "they"."""
    text = _strip_auxiliaries(sentence.text[: offset - sentence.start])
    if match := _SINGULAR_PRONOUN.search(text):
        return match["pronoun"].lower()
    return "they" if _PLURAL_PRONOUN.search(text) else None


def staff_before(sentence: Sentence, offset: int) -> str | None:
    """Return the pronoun of whose people are the subject before `offset`: "he" for "his officials", else None."""
    match = _STAFF.search(_strip_auxiliaries(sentence.text[: offset - sentence.start]))
    return None if match is None else {"his": "he", "her": "she"}[match["whose"].lower()]


def _joined_to_first(parties: list[Party], sentence: Sentence) -> list[Party]:
    """Return the first party and those that "and" joins to it."""
    joined = parties[:1]
    for one in parties[1:]:
        gap = sentence.text[joined[-1].end - sentence.start : one.start - sentence.start]
        if barred(gap) or not re.match(r"^\s*(?:,|and\b)", gap):
            break
        if _apposed(one, gap, sentence):
            continue
        joined.append(one)
    return joined


def _apposed(one: Party, gap: str, sentence: Sentence) -> bool:
    """Say whether an office after a comma is that of the person before it: "A, the American envoy, met B"."""
    office = one.person and one.name.split()[-1] not in sentence.between(one.start, one.end)
    return office and re.fullmatch(r",\s+(?:the\s+|a\s+|an\s+)?", gap) is not None


def _without_titles(found: Sequence[Party], sentence: Sentence) -> list[Party]:
    """Drop the state that only says whose officer the person after it is, and repeats."""
    kept: list[Party] = []
    for one in found:
        if kept:
            gap = sentence.text[kept[-1].end - sentence.start : one.start - sentence.start]
            if one.person and not kept[-1].person and not re.search(r",|\band\b|\bof\b|\bfrom\b|-$|–$", gap):
                kept.pop()
        if all(one.name != other.name for other in kept):
            kept.append(one)
    return kept


def _strip_auxiliaries(text: str) -> str:
    tail = text[-120:]
    match = _AUXILIARY.search(tail)
    return text[: len(text) - len(tail) + match.start()].rstrip() + " " if match else text


def _last_subject(names: Sequence[NameMention], sentence: Sentence, text: str) -> int | None:
    """Return the index of the last name of the subject that `text` ends with."""
    stripped = text.rstrip()
    if stripped.endswith(","):  # an apposition: "Sikorski, Poland's foreign minister, met"
        opening = stripped[:-1].rfind(",", max(0, len(stripped) - 160))
        if names and names[-1].actor_kind == "person" and stripped[opening + 1 : -1].strip() == names[-1].text:
            return len(names) - 1  # "The head of C, A, met B"
        for index in range(len(names) - 1, -1, -1):
            if names[index].end - sentence.start == opening and not _ALSO_LISTED.match(stripped, opening + 1):
                return index
        stripped = stripped[:-1]
    if not names:
        return None
    gap = stripped[names[-1].end - sentence.start :]
    if names[-1].end - sentence.start > len(stripped) or len(gap) > 70 or gap.startswith(("’s", "'s")):
        return None
    if gap.strip() and not (names[-1].adjectival or OFFICIALS_NEXT.match(gap) or re.fullmatch(r"\s*\([^)]*\)", gap)):
        return None
    return len(names) - 1 if not barred(gap) else None
