"""Assaults, advances, captures and withdrawals on the ground: who, where, on which day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from etl.extract.caseless import Caseless, names_any
from etl.extract.events.attackers import attacker_of, side, target_of
from etl.extract.events.matching import matches
from etl.extract.events.occasion import days_of
from etl.extract.events.realis import Realis, realis
from etl.extract.events.struck_places import struck_places
from etl.extract.reading import NameMention, Place, Reading, Sentence
from etl.records import Actor, Event, RoleName

STEMS = frozenset({
    "captur", "seiz", "liberat", "retook", "retak", "reclaim", "control", "overr", "occupied", "taken over",
    "took over", "storm", "invad", "invasion", "incursion", "offensive", "operation", "advanc", "withdr", "retreat",
    "pulled", "have left", "crossed", "pushed", "entered", "rolled into", "moved into", "fell to", "fallen to",
})  # fmt: skip
TAKES = Caseless(
    r"\b(?P<verb>(?:captured|seized|liberated|recaptured)(?!\s+(?:in|near|during|while|by|on|after|alive|at)\b)|retook|"
    r"retaken(?!\s+by)|overran|stormed|invaded|reclaimed|took\s+over|"
    r"(?:took|taken|seized|gained|regained|retaken|claimed)\s+(?:full\s+|complete\s+)?control\s+(?:of|over)|"
    r"crossed\s+(?:the\s+border\s+)?into|advanced\s+(?:into|towards?|on|near|in)|pushed\s+(?:into|towards?)|"
    r"entered|rolled\s+into|moved\s+into|"
    r"launched\s+(?:an?|its|their)\s+(?:[\w-]+\s+){0,3}(?:offensive|counter-?offensive|incursion|invasion|assault|ground\s+operation))\b",
    needs=(
        "captured", "seized", "liberated", "retook", "retaken", "overran", "stormed", "invaded", "reclaimed", "took",
        "control", "crossed", "advanced", "pushed", "entered", "rolled", "moved", "launched",
    ),
)  # fmt: skip
TAKEN = Caseless(
    r"\b(?:was|were|been)\s+(?P<verb>captured|seized|liberated|recaptured|retaken|taken\s+over|overrun|occupied|stormed)(?=\s+by\b)",
    needs=("captured", "seized", "liberated", "retaken", "taken", "overrun", "occupied", "stormed"),
)
FALLS = Caseless(r"\b(?:fell|fallen)\s+to\s+(?:the\s+)?$", needs=("fell", "fallen"))
LEAVES = Caseless(
    r"\b(?P<verb>withdrew|retreated|pulled\s+(?:out|back)|withdrawn|have\s+left)\s+(?:(?:its|their)\s+)?(?:\w+\s+){0,2}?(?:from|of)\b",
    needs=("withdr", "retreated", "pulled", "left"),
)
INVASION = Caseless(
    r"\b(?:full-scale|ground|land|cross-border)\s+(?P<verb>invasion|offensive|incursion|assault)\s+(?=(?:of|in|into|on)\s)",
    needs=("invasion", "offensive", "incursion", "assault"),
)
_ENTERS = re.compile(r"entered|rolled|moved")
_DIRECTLY = re.compile(
    r"\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?(?:(?:city|town|village|region|outskirts|suburbs|cent(?:re|er))\s+of\s+)?"
)
_INDIRECTLY = re.compile(r"\b(?:in|on|with|for|at|war|talks|force|race|phase)\b")
_THERE = Caseless(r"\b(?:that|this|the\s+same)\s+(?:\w+\s+)?(?P<what>region|city|town|village|province)\b")
_REFERS = Caseless(r"\b(?:it|which|that)\s+$")
_THAT_THEY = Caseless(r"\b(?:city|town|village|region|capital|area)\s+(?:that|which)\s+(?:[\w’'-]+\s+){1,5}$")
_VILLAGE = re.compile(r"\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:villages?|settlements?|towns?)\s+of\s+[A-Z]")
_OF_REGION = re.compile(r"\s+(?:province|region|oblast|area)\b")
_NAMES = 40  # a sentence that names more is a list or a hostile text
_BACK = 3  # sentences in which "that region" is named


class _Action(NamedTuple):
    """One telling of a movement on the ground: places taken, entered or left, and by whom."""

    start: int
    end: int
    side: str | None
    places: Sequence[Place]
    rule: str
    leaves: bool = False


Rule = Callable[[Sentence, Sequence[Sentence]], Iterator[_Action]]


def extract(reading: Reading) -> Iterator[Event]:
    """Yield one event for each place that is taken, entered or left, and each day of it."""
    told: set[tuple[str, object, bool]] = set()
    for index, sentence in enumerate(reading.sentences):
        if not names_any(sentence.text, STEMS):
            continue
        before = reading.sentences[max(0, index - _BACK) : index]
        for event in _told(reading.article.article, sentence, before):
            key = (event.place or "", event.start, event.planned)
            if key not in told and (event.place or "", None, event.planned) not in told:
                told.add(key)
                yield event


def takes(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[_Action]:
    """Read "Russian forces captured Toretsk", "launched an offensive in that region"."""
    for match in matches(TAKES, sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        places = struck_places(sentence, start, end) or _named_before(sentence, before)
        if _ENTERS.match(match["verb"]):
            places = [
                mention.place for mention in sentence.names if _is_object(sentence, end, mention) and mention.place
            ][:1]
        yield _Action(match.start(), match.end(), attacker_of(sentence, start, end, active=True), places, "takes")


def taken(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[_Action]:
    """Read "the town was captured by Russian troops"; "Sudzha, …, after it was taken over by" tells of Sudzha."""
    for match in matches(TAKEN, sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        places = struck_places(sentence, start, end, passive=True)
        if _REFERS.search(sentence.text, max(0, match.start() - 20), match.start()):
            towns = [one.place for one in sentence.names if one.end <= start and one.place and not one.adjectival]
            places = towns[:1]
        yield _Action(match.start(), match.end(), attacker_of(sentence, start, end, active=False), places, "taken")


def falls(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[_Action]:
    """Read "the village of Zelene fell to Russian troops"."""
    for mention in sentence.names[:_NAMES]:
        offset = mention.start - sentence.start
        match = FALLS.search(sentence.text, max(0, offset - 20), offset)
        name = side(mention) if match else None
        if match and name:
            named = [
                one.place
                for one in sentence.names
                if one.end <= mention.start
                and one.reads_as == "place"
                and not _OF_REGION.match(sentence.after(one.end, 12))
            ]
            towns = [place for place in named if place and place.precision == "settlement"]
            yield _Action(match.start(), match.end(), name, towns[-1:], "falls")


def leaves(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[_Action]:
    """Read "Ukraine withdrew from Avdiivka", "the city that Russian soldiers retreated from"."""
    for match in matches(LEAVES, sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        towns = [one for one in sentence.names if one.place and not one.adjectival]
        left = [one.place for one in towns if 0 <= one.start - end < 40]
        if _THAT_THEY.search(sentence.text, max(0, match.start() - 80), match.start()):
            left = [one.place for one in towns if one.end <= start][-1:]
        places = [place for place in left[:1] if place]
        yield _Action(
            match.start(), match.end(), attacker_of(sentence, start, end, active=True), places, "leaves", True
        )


def invasions(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[_Action]:
    """Read "Moscow's full-scale invasion of Ukraine in February 2022", where the text says when that was."""
    for match in matches(INVASION, sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if days_of(sentence, start, end).first:
            invader = attacker_of(sentence, start, end, active=False) or _owner(sentence, start)
            places = [one.place for one in sentence.names if one.place and 0 <= one.start - end < 30][:1]
            yield _Action(match.start(), match.end(), invader, places, "invasions")


RULES: tuple[Rule, ...] = (takes, taken, falls, leaves, invasions)


def _told(article: str, sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Event]:
    for rule in RULES:
        for action in rule(sentence, before):
            held = "happened" if action.rule == "invasions" else realis(sentence.text, action.start, action.end)
            if action.side is None or held in ("denied", "historical", "hypothetical"):
                continue
            wide = all(place.precision in ("region", "country") for place in action.places)
            if _is_vague(sentence, action):
                continue
            if not (wide and _VILLAGE.match(sentence.text, action.end)):  # "took the village of Nowhere in Sumy region"
                yield from (_event(article, sentence, action, place, held) for place in action.places)


def _is_vague(sentence: Sentence, action: _Action) -> bool:
    """Say whether an offensive is launched in a whole country on no day: the war itself, not an event of it."""
    if not sentence.text[action.start : action.end].startswith("launched"):
        return False
    wide = all(place.precision == "country" for place in action.places)
    return wide and not days_of(sentence, sentence.start + action.start, sentence.start + action.end).first


def _event(article: str, sentence: Sentence, action: _Action, place: Place, held: Realis) -> Event:
    days = days_of(sentence, sentence.start + action.start, sentence.start + action.end, planned=held != "happened")
    target = None if action.leaves else target_of(place, action.side)
    role: RoleName = "participant" if action.leaves else "attacker"
    return Event(
        article=article,
        evidence=sentence.text,
        evidence_start=sentence.start,
        evidence_end=sentence.end,
        rule=f"ground_actions.{action.rule}",
        kind="ground_action",
        start=days.first,
        end=days.last,
        place=place.name,
        country=place.country,
        actors=(Actor(action.side or "", role), *((Actor(target, "target"),) if target else ())),
        planned=held != "happened" or days.future,
        date_precision=days.precision if days.precision != "day" else None,
        place_precision=place.precision if place.precision in ("country", "region", "district") else None,
    )


def _is_object(sentence: Sentence, end: int, mention: NameMention) -> bool:
    """Say whether a place stands right after "entered": "entered the war in Sudan" names none that was entered."""
    gap = sentence.between(end, mention.start)
    return mention.start >= end and _DIRECTLY.fullmatch(gap) is not None and _INDIRECTLY.search(gap) is None


def _named_before(sentence: Sentence, before: Sequence[Sentence]) -> list[Place]:
    """Return what "that region" or "this town" is: the last of its kind that the sentences before name."""
    there = _THERE.search(sentence.text)
    if there is None:
        return []
    named = [one.place for other in before for one in other.names if one.place and one.place.precision != "country"]
    if not named:
        return []
    last = named[-1]
    if there["what"] in ("region", "province") and last.region:  # "Kursk", of which "that region" speaks
        return [Place(last.region, last.country, None, None, None, "region")]
    return [last]


def _owner(sentence: Sentence, start: int) -> str | None:
    """Return whose invasion it is: "Russia's" or "the Russian" right before it."""
    owners = [one for one in sentence.names if one.end <= start and one.adjectival and start - one.end < 30]
    return side(owners[-1]) if owners else None
