"""The small words of English by which the narrative around quotations is taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.extract import vocabulary
from etl.extract.speech.reporting_verbs import certain_forms

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """Lower-case words by what they do; vocabulary/function_words.toml says it of each list."""

    pronouns: Words
    objects: Words
    prepositions: Words
    determiners: Words
    indefinite: Words
    partitive: Words
    conjunctions: Words
    subordinators: Words
    auxiliaries: Words
    be: Words
    adverbs: Words
    denials: Words
    unsaying: Words
    no_names: Words
    short_states: Words
    scene_adverbs: Words
    scene_clauses: Words
    adjunct_adverbs: Words
    adjunct_openers: Words
    cue_continuers: Words
    clause_openers: Words
    phrase_openers: Words
    addressees: Words
    weekdays: Words
    occasions: Words


@cache
def function_words() -> FunctionWords:
    """Return the words of vocabulary/function_words.toml."""
    return vocabulary.load("function_words", FunctionWords)


@cache
def never_nouns() -> Words:
    """Return the words that no noun phrase holds: all function words and the certain forms of reporting verbs."""
    words = function_words()
    return frozenset().union(
        words.pronouns,
        words.objects,
        words.prepositions,
        words.determiners,
        words.conjunctions,
        words.subordinators,
        words.auxiliaries,
        words.adverbs,
        certain_forms(),
    )
