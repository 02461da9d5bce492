"""Agreements: who agreed with whom, through whom, and how the agreement stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from etl.extract import vocabulary
from etl.extract.caseless import Caseless
from etl.extract.events.found_events import Found, found
from etl.extract.events.matching import matches
from etl.extract.events.noun_holders import mediators
from etl.extract.events.parties import Party
from etl.extract.events.party_lists import parties_after
from etl.extract.events.realis import realis
from etl.extract.events.subjects import clause_subject, parties_before
from etl.extract.reading import Sentence
from etl.records import RoleName, Status

_BETWEEN = re.compile(r"^[^.;:“”]{0,40}?\b(?:between|with)\s")
_OTHER_CLAUSE = re.compile(r"[.;:“”]|,\s+(?:and|but|while|which|who)\b")
_BY = re.compile(r"^\s+by\s")
_CONDITION = Caseless(r"\b(?:once|until|unless|if|whether|as\s+soon\s+as)\b[^,;:]{0,70}$")
_BASE_FORM = frozenset({"agree to", "agree on", "accept", "reach"})
_BROKERS = ("announced", "brokered", "negotiated", "secured", "backed", "endorsed")
_WILL = Caseless(r"\b(?:will|would|may|might|could|to)\s+(?:[\w-]+\s+){0,3}$")
_STILL = Caseless(r"\b(?:remain\w*|stay\w*|still|fully)\s+(?:fully\s+)?$")


def agreements(sentence: Sentence) -> Iterator[Found]:
    """Read "accepted a ceasefire", "a truce took effect", "rejected the proposal", with how the agreement stands.

    A sentence tells of one agreement; what became of it ("violated") tells more than that it was reached.
    """
    told: list[tuple[int, Found]] = []
    between: dict[str, RoleName] = {}
    for thing in matches(_things(), sentence.text):
        stands = _status(sentence, thing)
        if stands is None:
            continue
        rank, status, verb = stands
        held = realis(sentence.text, verb.start(), verb.end())
        before = sentence.text[: verb.start()]
        if held == "planned" and status in ("rejected", "violated", "ended") and not _WILL.search(before):
            held = "happened"
        if held in ("denied", "historical") or _CONDITION.search(before) or _STILL.search(before):
            continue
        role: RoleName = "participant" if status in ("proposed", "rejected") else "signatory"
        subject = [one for one in _subject(sentence, verb) if one.end + 1 != sentence.start + thing.start()]
        if (
            len(subject) == 1
            and verb[0].lower() in _BASE_FORM
            and subject[0].end == sentence.start + len(before.rstrip())
        ):
            held = "demanded"  # "insisted that B accept"
        sides = _sides(sentence, thing, verb)
        between |= dict.fromkeys(sides, "signatory")
        brokers: RoleName = "mediator" if sides and verb[0].lower().startswith(_BROKERS) else role
        actors: list[tuple[str, RoleName]] = [(one.name, brokers) for one in subject if one.name not in sides]
        actors += [(name, role) for name in sides]
        actors += [(one.name, one.role) for one in mediators(sentence, thing.start()) if one.name not in sides]
        if actors:
            told.append((rank, found("agreement", sentence, thing, actors, held, "agreements", status)))
    if told:
        best = min(told, key=lambda one: (one[0], -len(one[1].actors)))[1]
        yield best._replace(actors=tuple({**between, **dict(best.actors)}.items()))


def _subject(sentence: Sentence, verb: re.Match[str]) -> list[Party]:
    """Return who did what the verb says; nobody where it is passive: "a deal signed | by A and B"."""
    if _BY.match(sentence.text[verb.end() : verb.end() + 5]):
        return []
    start = sentence.start + verb.start()
    return parties_before(sentence, start) or clause_subject(sentence, start)


def _sides(sentence: Sentence, thing: re.Match[str], verb: re.Match[str]) -> list[str]:
    """Return between whom the agreement is: "a truce between A and B", "signed by A and B", "agreed a truce with B"."""
    sides: list[Party] = []
    for end in sorted({thing.end(), verb.end()}):
        after = sentence.start + end
        if between := _BETWEEN.match(sentence.after(after, 60)):
            sides += parties_after(sentence, after + between.end())
    if not verb[0].lower().startswith(_BROKERS) and (by := _BY.match(sentence.text[verb.end() : verb.end() + 5])):
        sides += parties_after(sentence, sentence.start + verb.end() + by.end())
    return list(dict.fromkeys(one.name for one in sides))


@cache
def _words() -> dict[str, tuple[str, ...] | dict[str, tuple[str, ...]]]:
    return vocabulary.load("agreements", dict[str, tuple[str, ...] | dict[str, tuple[str, ...]]])


@cache
def _things() -> Caseless:
    return Caseless(rf"\b(?:{vocabulary.alternation(_words()['things'])})s?\b")


@cache
def _statuses() -> tuple[tuple[Status, Caseless], ...]:
    verbs = _words()["status"]
    assert isinstance(verbs, dict)
    order: tuple[Status, ...] = ("violated", "rejected", "ended", "in force", "accepted", "proposed")
    return tuple((status, Caseless(rf"\b(?:{vocabulary.alternation(verbs[status])})\b")) for status in order)


def _status(sentence: Sentence, thing: re.Match[str]) -> tuple[int, Status, re.Match[str]] | None:
    """Return how the agreement stands by the nearest verb of its clause: rank, status, verb."""
    best: tuple[int, int, Status, re.Match[str]] | None = None
    for rank, (status, verbs) in enumerate(_statuses()):
        for verb in verbs.finditer(sentence.text, max(0, thing.start() - 70), thing.end() + 50):
            if verb.start() < thing.end() and verb.end() > thing.start():
                continue
            if sentence.text[max(0, verb.start() - 1)] == "-":  # "UN-brokered"
                continue
            before = verb.end() <= thing.start()
            gap = sentence.text[verb.end() : thing.start()] if before else sentence.text[thing.end() : verb.start()]
            if (
                before
                and status in ("ended", "in force")
                and not verb[0].lower().endswith((" from", " of", "scrapped", "terminated"))
            ):
                continue
            if not _OTHER_CLAUSE.search(gap) and (best is None or len(gap) < best[0]):
                best = len(gap), rank, status, verb
    return best[1:] if best else None
