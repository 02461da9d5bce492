"""A count of people with what stands around it in its clause, and what that comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from etl.extract.counts.clause import Clause
from etl.extract.counts.counted import Phrase
from etl.records import Measure

_UNDER_RUBBLE = 500  # people


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a count comes to; no measure where it counts nobody."""

    measure: Measure | None
    rule: str = ""


NOBODY = Verdict(None)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A count with the classes of the words left and right of it, the count before it in the sentence, and whether
    the article has told of wounded and of no dead.

    `left` ends at the count, without "the" and "another"; `shift` is where it starts in the clause.
    """

    clause: Clause
    phrase: Phrase
    left: str
    shift: int
    right: str
    last: tuple[Measure, int] | None
    wounded_only: bool = False

    @property
    def bare(self) -> bool:
        """Whether the count has no noun of its own."""
        return self.phrase.head == "none"

    def measure(self, index: int) -> Measure | None:
        """Return the measure of the verb or noun at a word of the clause; None where the clause is not real."""
        if self._unreal(index):
            return None
        word, letters = self.clause.words[index], self.clause.letters
        if word.text.lower().startswith("trapped") and (self.phrase.number.low or 0) > _UNDER_RUBBLE:
            return None  # "260,000 are trapped in the city"
        if word.text.lower().startswith("dead ") and letters[index + 1 : index + 2] in ("N", "a"):
            return "killed" if index >= self.phrase.end else "injured"  # "left one dead and injured three"
        return cast(Measure, word.meaning or "killed")

    def left_measure(self, match: re.Match[str]) -> Measure | None:
        """Return the measure of the word that a pattern left of the count calls its verb."""
        return self.measure(self.shift + match.start("verb"))

    def right_measure(self, match: re.Match[str]) -> Measure | None:
        """Return the measure of the word that a pattern right of the count calls its verb."""
        start = match.start("verb")
        return self.measure(self.phrase.end + (match.end() - 1 if start < 0 else start))

    def _unreal(self, verb: int) -> bool:
        """Return whether the clause denies, plans or only supposes what it says of the count."""
        letters = self.clause.letters
        first, last = sorted((verb, self.phrase.first))
        before = re.split(r"[;c]", letters[max(0, first - 6) : last])[-1]
        return "h" in before or "n" in before or (letters[verb] == "I" and letters[verb - 1 : verb] == "t")
