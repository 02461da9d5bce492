"""How many people a sentence says were killed, injured, captured, displaced or are missing.

Each count is settled by what stands left and right of it in the sentence's string of word classes (clause.py): the
first shape that fits tells the measure. Where the people were, when, and who says so is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from etl.extract import vocabulary
from etl.extract.caseless import Caseless
from etl.extract.counts import casualty_shapes as shapes
from etl.extract.counts.clause import Clause
from etl.extract.counts.counted import Count, Phrase, group_of, phrases, rate
from etl.extract.counts.surroundings import NOBODY, Surroundings, Verdict
from etl.records import Measure

_EVERY_SO_OFTEN = Caseless(
    r"\bevery\s+(?:\d+|few|\w+)\s+(?:sec|min|hour)\w*[^.;]{0,40}\b(?:is|are|dies|die|gets?)\b", needs=("every",)
)  # "every ten minutes a woman is killed" counts nobody

_HOSTAGE = 3  # words after a count in which "hostage" can stand
_WINDOW = 28  # words left and right of a count in which its verb can stand


def counts(clause: Clause, before: Measure | None = None, *, wounded_only: bool = False) -> Iterator[Count]:
    """Read the people that a clause counts, in the order of the text; of "dozens" the number is vague.

    `wounded_only` says that the article has told of wounded and of no dead: then they are its "victims".
    `before` is the measure of the first count of the sentence before, which "among them" goes on with.

    >>> from etl.extract.counts.clause import tagged
    >>> from etl.extract.reading import Sentence
    >>> text = "The strike killed 12 people and wounded 30 others."
    >>> sentence = Sentence(0, 0, len(text), text, "body", 0, 0, None)
    >>> [(count.measure, count.number.low) for count in counts(tagged(sentence))]
    [('killed', 12.0), ('injured', 30.0)]
    """
    if _EVERY_SO_OFTEN.search(clause.sentence.text):
        return
    last = (before, -_WINDOW) if before and clause.letters.startswith("u") else None
    for phrase in phrases(clause):
        start = max(0, phrase.first - _WINDOW)
        left = clause.letters[start : phrase.first].rstrip("so")
        right = clause.letters[phrase.end : phrase.end + _WINDOW]
        verdict = _verdict(Surroundings(clause, phrase, left, start, right, last, wounded_only))
        if verdict.measure is None:
            continue
        last = (verdict.measure, phrase.end)
        group = phrase.group or (_group_of_noun(clause, phrase) if verdict.rule == "noun" else None)
        first, end = clause.words[phrase.first].start, clause.words[phrase.end - 1].end
        per = rate(clause, phrase.end, phrase.first)
        yield Count(verdict.measure, phrase.number, first, end, verdict.rule, group, phrase.nation, per)


def _group_of_noun(clause: Clause, phrase: Phrase) -> str | None:
    return group_of(clause.words[phrase.end : phrase.end + 2])  # "12 civilian deaths"


def _verdict(around: Surroundings) -> Verdict:
    """Return what the first shape that fits says of a count."""
    shapes_in_order = (
        _part, _subset, _toll, _sought, _of_bodies, _taken, _by_right, _by_left, _struck, _of_fighters, _of_lives,
        _continued,
    )  # fmt: skip
    for shape in shapes_in_order:
        verdict = shape(around)
        if verdict is not None:
            return verdict
    return NOBODY


def _part(around: Surroundings) -> Verdict | None:
    """Read the parts of a count: "three of them children", "two of the wounded were children", "18 of them badly"."""
    if around.phrase.head == "part":
        return Verdict(around.last[0] if around.last else _measure_of_whole(around), "subset")
    ends_so = around.clause.letters[around.phrase.end - 1] == "u" and re.match(r"[xB]{1,2}(?:[c;)&]|$)", around.right)
    return Verdict(around.last[0], "subset") if around.last and ends_so else None


def _measure_of_whole(around: Surroundings) -> Measure:
    words = around.clause.words[around.phrase.first : around.phrase.end]
    return "injured" if any("wounded" in word.text or "injured" in word.text for word in words) else "killed"


def _subset(around: Surroundings) -> Verdict | None:
    """Read what "including" and "among the dead were" single out."""
    if not around.bare and (among := shapes.AMONG_THEM.search(around.left)):
        return Verdict(around.left_measure(among), "among")
    if around.bare and around.left.endswith(("Sf", "S")):
        return NOBODY  # "a girl of 14", "a man around 45"
    if not shapes.SUBSET.search(around.left):
        return None
    own = _right_shape(around)
    if own and (measure := around.right_measure(own[1])):
        return Verdict(measure, "subset")
    placed = not around.bare or re.match(r"[il]", around.right)  # "including 51 in the past day"
    return Verdict(around.last[0], "subset") if around.last and placed else NOBODY


def _toll(around: Surroundings) -> Verdict | None:
    """Read a running count: "the death toll rose to 41". Of "from nine to 12" the new number counts."""
    toll = shapes.TOLL.search(around.left)
    if toll is None or (toll["way"] and not shapes.TOLL_LINK.search(toll["way"])):
        return None
    if "victims" in around.clause.words[around.shift + toll.start("verb")].text.lower() and around.wounded_only:
        return Verdict("injured", "toll")
    if around.bare and around.phrase.number.low == 1 and around.right.startswith("x"):
        return None  # "the deadliest attack in one place"
    if around.clause.letters[around.phrase.first - 1] == "r" and re.match(r"[^;N]{0,3}tN", around.right):
        return NOBODY
    return Verdict(cast(Measure, around.clause.words[around.shift + toll.start("verb")].meaning), "toll")


def _sought(around: Surroundings) -> Verdict | None:
    """Read "searching for 22 missing people"."""
    words = around.clause.words[around.phrase.first : around.phrase.end]
    missing = any(word.letter == "A" and word.text.lower() == "missing" for word in words)
    return Verdict("missing", "sought") if missing and not around.bare else None


def _by_right(around: Surroundings) -> Verdict | None:
    """Read what the words after a count say befell it."""
    found = _right_shape(around)
    if found is None:
        return None
    rule, match = found
    if rule == "lives":
        claimed = shapes.CLAIMED.search(around.left) or re.match(r"L B{1,2} [xXK]", around.right, re.VERBOSE)
        return Verdict("killed", rule) if claimed and "h" not in around.left[-6:] else None
    if rule in ("bodies", "suffered"):
        return Verdict("killed" if rule == "bodies" else "injured", rule)
    measure = around.right_measure(match)
    if rule == "noun" and measure in ("captured", "displaced"):
        return NOBODY  # "200 prisoners of war"
    return Verdict(measure, rule) if measure else None


def _right_shape(around: Surroundings) -> tuple[str, re.Match[str]] | None:
    """Return the first shape that the words after a count have, with its name."""
    apart = around.bare and re.match(r"[c(fi] | xB[mu]", around.right, re.VERBOSE)  # "Olena, 55, was killed"
    for rule, pattern in shapes.RIGHT:
        if rule in ("noun", "lives", "bodies") and not around.bare:
            continue
        if (rule == "reduced" and around.phrase.head in ("person", "name")) or (
            rule in ("passive", "died", "among") and apart
        ):
            continue
        if rule == "reduced" and shapes.NOMINAL.search(around.left):
            continue  # "the deaths of 700 people reported missing"
        if (rule == "listed" or around.right.startswith("&")) and _is_told(around):
            continue
        match = pattern.match(around.right)
        if match and (rule != "received" or _received(around, match)):
            return rule, match
    return None


def _received(around: Surroundings, match: re.Match[str]) -> bool:
    """Return whether a participle that needs no auxiliary follows: "received shrapnel wounds"."""
    return around.clause.words[around.phrase.end + match.start("verb")].text.lower().startswith(shapes.RECEIVING)


def _is_told(around: Surroundings) -> bool:
    """Return whether the words before a count say what befell it: "killed two people and three children were hurt"."""
    return around.left.endswith("u") or any(pattern.search(around.left) for _, pattern in shapes.LEFT)


def _by_left(around: Surroundings) -> Verdict | None:
    """Read what the words before a count say befell it: "killing 12", "the deaths of 12"."""
    if around.bare and not _may_be_people(around):
        return None
    for rule, pattern in shapes.LEFT:
        match = pattern.search(around.left)
        if match is None or (rule == "nominal" and around.phrase.head == "name"):
            continue
        measure = around.left_measure(match)
        if measure and (measure != "missing" or _fate_unknown(around)):
            return Verdict(measure, rule)
    return None


def _may_be_people(around: Surroundings) -> bool:
    """Return whether a number may count people: "killing three in Dnipro", "killed five shoppers", not "ten cows"."""
    if around.phrase.end >= len(around.clause.words):
        return True
    word = around.clause.words[around.phrase.end]
    if word.letter == "x":
        return re.fullmatch(r"[a-z]{4,}s", word.text) is not None and word.text not in _not_people()
    return word.letter not in "OWv$"


@cache
def _not_people() -> frozenset[str]:
    return frozenset(vocabulary.load("clauses", dict[str, dict[str, tuple[str, ...]]])["words"]["not_people"])


def _fate_unknown(around: Surroundings) -> bool:
    text = around.clause.sentence.text.lower()
    return any(word in text for word in ("unknown", "unclear", "not known"))


def _struck(around: Surroundings) -> Verdict | None:
    """Read "the attack hit a total of 14 people"."""
    if around.phrase.head != "people" or not around.left.endswith("H"):
        return None
    verb = around.clause.words[around.shift + len(around.left) - 1].text.lower()
    return Verdict("casualties", "struck") if verb in ("hit", "struck", "hits") else None


def _of_fighters(around: Surroundings) -> Verdict | None:
    """Read what is said of fighters alone: that they were eliminated, or that their side lost them."""
    if around.phrase.group not in shapes.UNDER_ARMS:
        return None
    words = around.clause.words
    if match := shapes.LOST.search(around.left):
        verb = words[around.shift + match.start("verb")]
        if verb.meaning == "casualties" or verb.text.lower() in shapes.LOSING:
            return Verdict("casualties", "fighters")
    for found, offset in (
        (shapes.ELIMINATE.search(around.left), around.shift),
        (shapes.ELIMINATED.match(around.right), around.phrase.end),
    ):
        if found and words[offset + found.start("verb")].text.lower().startswith(shapes.ELIMINATING):
            return Verdict("killed", "fighters")
    return None


def _of_lives(around: Surroundings) -> Verdict | None:
    """Read "claimed the lives of 12"."""
    return Verdict("killed", "lives") if shapes.OF_LIVES.search(around.left) else None


def _of_bodies(around: Surroundings) -> Verdict | None:
    """Read "the bodies of 12 people were found", "recovered the bodies of 12", "recovered 12 bodies"."""
    if around.bare and around.right.startswith("b"):
        return Verdict("killed", "bodies") if shapes.FOUND_BEFORE.search(around.left) else None
    of_bodies = shapes.OF_BODIES.search(around.left)
    if of_bodies is None:
        return None
    found = re.match(r"[^;c]{0,8}F", around.right) or re.search(r"F[^;c]{0,4}$", around.left[: of_bodies.start()])
    return Verdict("killed", "bodies") if found else None


def _taken(around: Surroundings) -> Verdict | None:
    """Read "took 250 others hostage", "taking 12 soldiers prisoner"."""
    words, first = around.clause.words, around.phrase.first
    before = words[first - 1].text.lower() if first else ""
    after = {word.text.lower() for word in words[first + 1 : around.phrase.end + _HOSTAGE]}
    taken = before in ("took", "taking", "take", "takes") and after & {"hostage", "hostages", "prisoner", "captive"}
    return Verdict("captured", "taken") if taken else None


def _continued(around: Surroundings) -> Verdict | None:
    """Read what goes on with the count before: "killed four soldiers and two civilians", "and five from shelling"."""
    if around.last is None:
        return None
    measure, end = around.last
    has_noun = around.phrase.head in ("people", "person", "others")
    if (
        has_noun
        and around.phrase.first - end <= 3
        and shapes.COORDINATED.search(around.left)
        and shapes.NO_VERB.match(around.right)
    ):
        return Verdict(measure, "coordinated")
    if around.left.endswith("&") and re.match(r"[irkl]", around.right):
        return Verdict(measure, "elliptic")
    return None
