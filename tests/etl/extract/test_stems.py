"""Stems are asked for before patterns are searched: every text that a pattern matches must have one of them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from re import _parser  # type: ignore[attr-defined]  # the tree of a pattern; there is no public way to it

import pytest

import etl.extract
from etl.extract import vocabulary
from etl.extract.caseless import Caseless, names_any
from etl.extract.events import (
    attendance,
    diplomacy,
    encounter_nouns,
    encounter_verbs,
    other_events,
    strike_effects,
    strike_launches,
    strike_nouns,
    strike_verbs,
    strikes,
)
from etl.extract.scenes.scene_cues import cues

ANYTHING, LONGEST = "\0", 24

# What each rule searches for before anything else, and the stems that it is listed with.
SEARCHED = [
    (strikes.RULES[strike_nouns.nominal], strike_nouns.NOUN),
    (strikes.RULES[strike_verbs.active], strike_verbs.ACTIVE),
    (strikes.RULES[strike_verbs.harms], strike_verbs.HARMS),
    (strikes.RULES[strike_verbs.impacts], strike_verbs.IMPACT),
    (strikes.RULES[strike_verbs.passive], strike_verbs.PASSIVE),
    (strikes.RULES[strike_launches.launched], strike_launches.LAUNCH),
    (strikes.RULES[strike_launches.intercepted], strike_launches.INTERCEPT),
    (strikes.RULES[strike_effects.effects], strike_effects.EFFECT),
    (diplomacy.RULES[diplomacy.meets], encounter_verbs.MEETS),
    (diplomacy.RULES[diplomacy.speaks], encounter_verbs.SPEAKS),
    (diplomacy.RULES[diplomacy.phones], encounter_verbs.PHONES),
    (diplomacy.RULES[diplomacy.discusses], encounter_verbs.DISCUSSES),
    (diplomacy.RULES[diplomacy.hosts], encounter_verbs.HOSTS),
    (diplomacy.RULES[diplomacy.received], encounter_verbs.RECEIVED),
    (diplomacy.RULES[diplomacy.nouns], encounter_nouns.NOUN),
    (diplomacy.RULES[diplomacy.attends], attendance.ATTENDED),
    (diplomacy.RULES[diplomacy.attends], attendance.WITH),
    (other_events.RULES[other_events.exchanges], other_events.EXCHANGE),
    (other_events.RULES[other_events.sanctions], other_events.SANCTION),
    (other_events.RULES[other_events.legal_steps], other_events.LEGAL),
    (other_events.RULES[other_events.violence], other_events.VIOLENCE),
]

WITH_NEEDS = {
    f"{module.__name__}.{name}": value
    for found in pkgutil.walk_packages(etl.extract.__path__, "etl.extract.")
    for module in [importlib.import_module(found.name)]
    for name, value in vars(module).items()
    if isinstance(value, Caseless) and value.needs
} | {f"cues.{name}": value for name, value in cues().items() if isinstance(value, Caseless)}


def without_stem(pattern: re.Pattern[str] | Caseless, stems: frozenset[str]) -> set[str]:
    """Return endings of texts that a pattern may match and that have none of the stems."""
    tree = _parser.parse(pattern.pattern, pattern.flags & re.VERBOSE)
    return _without(tree, {""}, stems)


def _without(nodes, texts: set[str], stems: frozenset[str]) -> set[str]:
    for kind, value in nodes:
        match str(kind):
            case "LITERAL":
                texts = {text + chr(value).lower() for text in texts}
            case "IN" if all(str(one) == "LITERAL" for one, _ in value):
                texts = {text + chr(letter) for text in texts for _, letter in value}
            case "BRANCH":
                texts = set().union(*(_without(branch, texts, stems) for branch in value[1]))
            case "SUBPATTERN":
                texts = _without(value[-1], texts, stems)
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, inner = value
                once = _without(inner, texts, stems)
                more = {text + ANYTHING for text in once} if most > 1 else set()
                texts = once | more | (texts if least == 0 else set())
            case "AT" | "ASSERT" | "ASSERT_NOT":
                continue
            case _:
                texts = {text + ANYTHING for text in texts}
        texts = {text[-LONGEST:] for text in texts if not any(stem in text for stem in stems)}
    return texts


@pytest.mark.parametrize(("stems", "pattern"), SEARCHED)
def test_a_rule_is_asked_wherever_its_pattern_matches(stems, pattern):
    assert without_stem(pattern, stems) == set()


@pytest.mark.parametrize("pattern", WITH_NEEDS.values(), ids=WITH_NEEDS)
def test_a_pattern_needs_only_what_all_its_matches_have(pattern):
    assert without_stem(pattern, pattern.needs) == set()


def test_every_agreement_has_a_stem():
    things = vocabulary.load("agreements", dict[str, tuple[str, ...] | dict[str, tuple[str, ...]]])["things"]
    stems = other_events.RULES[other_events.agreements]
    assert [thing for thing in things if not names_any(thing, stems)] == []


def test_a_stem_that_is_missing_is_noticed():
    assert without_stem(re.compile(r"\b(?:hit|struck)\b"), frozenset({"hit"})) == {"struck"}


def test_a_list_is_looked_for_from_its_first_text_on() -> None:
    assert names_any("A quokka rested.", frozenset({"quokka"}))
