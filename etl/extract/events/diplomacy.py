"""Meetings, calls and rounds of talks: who met whom, where, on which day.

Each rule reads one form of telling it and yields an `Encounter`; `encounters.py` says which tellings are of one. What
is only planned, asked for or thought possible is marked `planned`; what was refused, cancelled or denied, and what is
told of as a habit, is no event.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from etl.extract.caseless import Caseless, names_any
from etl.extract.events.antecedents import Antecedents
from etl.extract.events.attendance import attends
from etl.extract.events.encounter_nouns import nouns
from etl.extract.events.encounter_records import recorded
from etl.extract.events.encounter_verbs import discusses, hosts, meets, phones, received, speaks
from etl.extract.events.encounters import Encounter
from etl.extract.events.occasion import Opening
from etl.extract.reading import Reading, Sentence
from etl.records import Event, Issue

STEMS = frozenset({
    " met", "meet", "spoke", "speak", "talk", "discuss", "exchanged", "compared", "reviewed", " rang ", "negotiat",
    "summit", "forum", " call", "phone", "conversation", "consultation", " host", "receiv", "welcom",
    "convene", "gather", " present", "joined", "took part",
    "participa", "includ", "accompan", "delegation", "dial", " line", "attend", " sat ", " sits ", "sitting", "video",
    "encounter", "confer", "audience", "huddle",
})  # fmt: skip
_LOOKS_BACK = Caseless(
    r"\b(?:recent(?:ly)?|last|earlier|previous(?:ly)?|ago|since|first|will|would|who|recall|during\s+(?:his|her|their)\s+(?:visit|trip|tour|stay)\s+(?:to|in))\b"
)
Rule = Callable[[Sentence, Antecedents], Iterator[Encounter]]
# Each rule with stems of which every form that it reads has one.
RULES: dict[Rule, frozenset[str]] = {
    meets: frozenset({"met", "meet", "sat", "sit", "conferred", "huddled", "convened", "gathered", "assembled"}),
    speaks: frozenset({"spoke", "speak", "talk", "phone", "line", "call"}),
    phones: frozenset({"phone", "rang", "called", "dial", "told", "informed", "assured", "briefed", "congratulated"}),
    discusses: frozenset({"discuss", "exchanged", "compared", "reviewed"}),
    hosts: frozenset({"host", "receiv", "welcom"}),
    received: frozenset({"received", "hosted", "welcomed"}),
    nouns: frozenset(
        {
            "call", "phon", "video", "conference", "conversation", "meeting", "encounter", "audience", "working",
            "sit-down", "talks", "negotiation", "discussion", "dialogue", "consultation", "summit", "gathering",
            "forum",
        }
    ),
    attends: frozenset(
        {
            "attend", "part", "joined", "joining", "sat", "present", "guests", "dial", "called", "accompan", "flanked",
            "delegation",
        }
    ),
}  # fmt: skip


def extract(reading: Reading) -> Iterator[Event | Issue]:
    """Yield one event for each meeting, call or round of talks that the article tells of."""
    found: list[Encounter] = []
    antecedents = Antecedents(reading.voices, reading.sentences)
    opening = Opening()
    for sentence in reading.sentences:
        antecedents.read(sentence)
        first = opening.read(sentence)
        if not names_any(sentence.text, STEMS):
            continue
        opens = first and not _LOOKS_BACK.search(sentence.text)
        for rule, stems in RULES.items():
            if names_any(sentence.text, stems):
                found.extend(one._replace(opens=one.opens and opens) for one in rule(sentence, antecedents))
    yield from recorded(reading.article.article, found, opening.days)
