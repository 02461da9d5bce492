"""Attacks from a distance: which place was struck, on which day, by whom and with what.

Each rule finds the words that tell of a strike in one form; place, day, attacker and weapons come from the clause
around them, else from what was told before (`strike_records.py`). Plans, threats and denials are no strikes, nor are
strikes of workers, deals that are struck, targets that are met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from etl.extract.caseless import names_any
from etl.extract.events.strike_effects import casualties, effects
from etl.extract.events.strike_launches import intercepted, launched
from etl.extract.events.strike_nouns import nominal
from etl.extract.events.strike_records import recorded
from etl.extract.events.strike_tellings import Telling
from etl.extract.events.strike_verbs import active, harms, impacts, passive
from etl.extract.reading import Reading, Sentence
from etl.records import Event, Issue

STEMS = frozenset({
    "strike", "struck", "attack", "shell", "bomb", "missile", "drone", "rocket", "explosi", "blast", " hit", "raid",
    "barrage", "target", "pound", "fire", "launch", "debris", "assault", "damage", "destruct", "destroy", "pummel",
    "slam", "uav", "blitz", "rained", "artillery", "operation", "ablaze", "alight",
})  # fmt: skip
HARM_STEMS = frozenset({"killed", "wounded", "injured", "deaths", "died"})


def extract(reading: Reading) -> Iterator[Event | Issue]:
    """Yield one event for each place and day that the article says was struck from a distance."""
    tellings: list[Telling] = []
    for sentence in reading.sentences:
        if names_any(sentence.text, STEMS):
            for rule, stems in RULES.items():
                if names_any(sentence.text, stems):
                    tellings.extend(rule(sentence))
        if names_any(sentence.text, HARM_STEMS):
            tellings.extend(casualties(sentence))
    tellings.sort(key=lambda telling: (telling.sentence.index, telling.start))
    yield from recorded(reading, tellings)


# Each rule with stems of which every form that it reads has one.
RULES: dict[Callable[[Sentence], Iterator[Telling]], frozenset[str]] = {
    nominal: frozenset(
        {
            "strike", "raid", "shelling", "bombardment", "bombing", "barrage", "salvo", "volley", "attack", "assault",
            "onslaught", "fire", "operation", "blitz", "artillery",
        }
    ),
    active: frozenset(
        {
            "struck", "hit", "strik", "shell", "bomb", "pound", "pummel", "target", "attack", "blast", "peppered",
            "rained", "raid",
        }
    ),
    harms: frozenset({"killed", "wounded", "injured", "damaged", "destroyed"}),
    impacts: frozenset(
        {
            "slam", "crash", "plough", "tore", "rain", "ripped", "fell", "landed", "explod", "damaged", "destroyed",
            "ablaze", "alight", "fire", "killed", "wounded", "injured", "sparked", "caused", "ignited", "reached",
            "flew", "smash", "blew", "levelled", "leveled", "flattened", "obliterated", "wrecked", "gutted",
        }
    ),
    passive: frozenset(
        {
            "hit", "struck", "shelled", "bombed", "bombarded", "pounded", "targeted", "attack", "damaged", "destroyed",
            "rocked", "shaken", "blown", "ablaze", "alight", "fire", "under", "subjected",
        }
    ),
    launched: frozenset({"launch", "fir", "unleash", "drop", "lobbed", "rained", "sent", "used", "using", "shot"}),
    intercepted: frozenset(
        {
            "shot", "shoot", "downed", "downing", "intercept", "destroy", "neutrali", "suppressed", "jammed",
            "repelled", "thwarted",
        }
    ),
    effects: frozenset(
        {
            "explosion", "blast", "damage", "destruction", "fire", "casualties", "impact", "debris", "fragment",
            "wreckage", "shrapnel", "building", "houses", "hits",
        }
    ),
}  # fmt: skip
