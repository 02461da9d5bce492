"""Names of people, bodies, states, forces and places, each with its canonical name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl import reference
from etl.extract.gazetteer import Hit, Meaning, hits, normalised
from etl.extract.reading import NameMention, Place, Sentence

PLACE_BEFORE = re.compile(
    r"\b(?:in|on|near|over|at|to|from|towards?|into|around|outside|across|of|above|through|city|town|village|outskirts"
    r"|capital|centre|center|struck|hit|hits|strikes?|attacked|attacks?|shelled|bombed|targeted|targeting|pounded|via"
    r"|between|central|northern|southern|eastern|western|downtown|leave|left|reached|visit(?:ed|ing)?)\s+(?:the\s+)?$"
)
JOINS = re.compile(r"(?:'s?)?\s+(?:own\s+|top\s+|chief\s+|acting\s+|new\s+|newly appointed\s+)?|\s+")


def mark(text: str, sentences: Sequence[Sentence], published: dt.date | None) -> tuple[Sentence, ...]:
    """Return the sentences with their names marked."""
    plain = normalised(text)
    return tuple(replace(sentence, names=tuple(_mentions(plain, sentence, published))) for sentence in sentences)


def _mentions(text: str, sentence: Sentence, published: dt.date | None) -> Iterator[NameMention]:
    found = hits(text, sentence.start, sentence.end)
    day = sentence.reference or published
    index = 0
    while index < len(found):
        hit = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        role = _role(text, hit, following, day) if following else None
        if role is not None and following is not None:
            after = found[index + 2] if index + 2 < len(found) else None
            if after is not None and after.meaning.people and re.fullmatch(r",?\s+", text[following.end : after.start]):
                yield _person(text, hit.start, after)
                index += 3
                continue
            yield role
            index += 2
            continue
        if hit.meaning.offices and following and following.meaning.people and text[hit.end : following.start] == " ":
            yield _person(text, hit.start, following)
            index += 2
            continue
        mention = _single(text, sentence, hit)
        if mention is not None:
            yield mention
        index += 1


def _person(text: str, start: int, hit: Hit) -> NameMention:
    who = min(hit.meaning.people, key=lambda person: person.rank)
    return NameMention(start, hit.end, text[start : hit.end], "actor", who.name, who.kind, who.country, who.gender)


def _role(text: str, whole: Hit, noun: Hit, day: dt.date | None) -> NameMention | None:
    """Read “Russia's defence ministry” or “the US president” as the body or person it stands for."""
    if not noun.meaning.is_role or not JOINS.fullmatch(text[whole.end : noun.start]):
        return None
    owner = whole.meaning.actor
    written = text[whole.start : noun.end]
    if owner is None:
        return None
    of = owner.country if owner.kind == "state" else owner.name
    for office in noun.meaning.offices:
        holder = reference.office_holder(office, of or "", day)
        if holder and (who := reference.actor(holder)):
            return NameMention(whole.start, noun.end, written, "actor", holder, who.kind, who.country, who.gender)
    if owner.kind != "state":
        return None
    if noun.meaning.body and (land := reference.countries().get(owner.country or "")):
        body = reference.roles().bodies[noun.meaning.body]
        name = body.name.format(adjective=(land.adjectives or (land.name,))[0], state=land.name)
        return NameMention(whole.start, noun.end, written, "actor", name, body.kind, owner.country)
    return NameMention(whole.start, noun.end, written, "actor", written.replace("'s ", " "), "body", owner.country)


def _single(text: str, sentence: Sentence, hit: Hit) -> NameMention | None:
    meaning = hit.meaning
    written = text[hit.start : hit.end]
    if meaning.people:
        return _person(text, hit.start, hit)
    place = _best(meaning)
    if meaning.actor is None and place is None:
        return None
    actor = meaning.actor
    located = bool(PLACE_BEFORE.search(text, max(sentence.start, hit.start - 30), hit.start))
    possessive = text.startswith("'", hit.end)
    reads_as = "place" if place is not None and (actor is None or located) else "actor"
    return NameMention(
        hit.start,
        hit.end,
        written,
        "place" if reads_as == "place" else "actor",
        actor.name if actor else None,
        actor.kind if actor else None,
        actor.country if actor else place.country if place else None,
        None,
        place,
        True,
        meaning.adjective or (possessive and actor is not None),
    )


def _best(meaning: Meaning) -> Place | None:
    order = {"UA": 0, "RU": 1}
    return min(meaning.places, key=lambda place: (order.get(place.country or "", 2), -place.population), default=None)
