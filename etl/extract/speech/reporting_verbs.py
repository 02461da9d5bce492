"""The verbs by which news puts words into a mouth, by the way in which they take what is said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.extract import vocabulary


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    """Lower-case forms: `say` introduces, `tell` names the addressee first, `judge` and `act` take an object.

    `ambiguous` forms are as often nouns or adjectives, so that they count only with their subject directly before them;
    `clausal` forms report only with "that", a colon or a quotation behind them. `nouns` do so when they are owned.
    """

    say: frozenset[str]
    tell: frozenset[str]
    judge: frozenset[str]
    act: frozenset[str]
    ambiguous: frozenset[str]
    clausal: frozenset[str]
    nouns: frozenset[str]


@cache
def reporting_verbs() -> ReportingVerbs:
    """Return the verbs of vocabulary/reporting_verbs.toml."""
    return vocabulary.load("reporting_verbs", ReportingVerbs)


@cache
def forms() -> frozenset[str]:
    """Return the forms of all reporting verbs."""
    verbs = reporting_verbs()
    return verbs.say | verbs.tell | verbs.judge | verbs.act


def is_base(verb: str) -> bool:
    """Whether a form is the plain present or infinitive, which only a plural subject has.

    >>> is_base("claim"), is_base("deny"), is_base("said")
    (True, True, False)
    """
    return verb != "read" and (
        verb + "s" in forms() or verb + "es" in forms() or verb.removesuffix("y") + "ies" in forms()
    )


@cache
def certain_forms() -> frozenset[str]:
    """Return the forms that are verbs wherever they stand."""
    verbs = reporting_verbs()
    return (verbs.say | verbs.tell) - verbs.ambiguous
