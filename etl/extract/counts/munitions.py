"""How many munitions a sentence says were launched, intercepted or produced, and how many things were hit.

As in casualties.py, each count is settled by what stands left and right of it in the sentence's string of word classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from etl.extract.counts import munition_shapes as shapes
from etl.extract.counts.clause import Clause, Word
from etl.extract.counts.counted import ONE, Count, rate
from etl.extract.counts.numbers import Number
from etl.extract.events.weapons import plural
from etl.extract.reading import NameMention
from etl.records import Measure

_WINDOW = 16  # words left and right of a count in which its verb can stand
Noun = Literal["arms", "things", "one", "them", "bare"]

_COUNTED = re.compile(
    r"""
    (?P<one> [aso] [xjyo]{0,3} [Wv]+ (?![WvHJ&xcT]) )      # a missile, the plane; not "a missile attack"
  | [NV] [os]{0,2} (?:
        (?P<arms> (?: x? f [sa]? x? N? )?                 # 112 of the 215
                  (?: [xjoyHJ]{0,4}
                    | jc[Rhx] [xjyHJW]{0,3}               # Russian-launched
                    | [xjyHJ]{1,3} & [xjyHJ]{0,2}         # strike and decoy drones
                    | [xj]{0,3} c [xj]{1,2} & [xjcW]{1,4} # air, sea and ground-launched
                  ) [Wv]+ (?: &[xj]?[Wv]+ )? (?! O) )            # 200 missiles and drones
      | (?P<things> [xjoypYHRW]{0,4} O+ )                   # at least seven energy sites
      | (?P<them> u )                                     # 110 of which
      | (?P<bare> )
    )
    """,
    re.VERBOSE,
)

# What strikes by itself ("two missiles struck" were launched), and what flies ("destroyed" was intercepted).
STRIKING = frozenset(
    {
        "drones", "missiles", "ballistic missiles", "cruise missiles", "rockets", "glide bombs", "bombs", "artillery",
        "cluster munitions", "projectiles",
    }
)  # fmt: skip
CARRIERS = frozenset({"aircraft", "fighter jets", "helicopters"})
FLYING = (STRIKING | CARRIERS | {"targets"}) - {"artillery", "rockets"}
_GOING_ON = frozenset({"elliptic", "bare", "subset", "carried", "coordinated"})  # rules that go on with a count before
STRIKES = frozenset({"strike", "strikes", "barrage", "barrages", "bombardment", "bombardments", "raid", "raids"})
UNARMED = frozenset({"air strikes", "strikes"})  # no munitions, though "launched" too
MOST = frozenset({"most", "many", "some", "half", "majority", "several", "none", "part"})
BESIDE = frozenset({"outside", "near", "around", "beside", "behind", "between", "from"})
TIMES = frozenset(  # what is counted in "in three incidents drones struck": not the drones
    {"incidents", "cases", "instances", "occasions", "times", "waves", "attacks", "assaults", "nights", "days", "hours"}
)
FIRING = frozenset({"fired", "fires", "firing", "launched", "launches", "launching", "lobbed", "dropped"})
SENDING = frozenset({"sent", "sends", "send", "sending"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A count that is settled: its measure, the end of its words, its group, and the rule."""

    measure: Measure
    end: int
    group: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A count and its noun, the words first..end of a clause, and the classes of the words left and right of it."""

    clause: Clause
    first: int
    end: int
    noun: Noun
    number: Number
    group: str | None

    @property
    def left(self) -> str:
        """Return the classes before the count, without "the" and "another"."""
        return self.clause.letters[max(0, self.first - _WINDOW) : self.first].rstrip("so")

    @property
    def right(self) -> str:
        """Return the classes after the count and its noun."""
        return self.clause.letters[self.end : self.end + _WINDOW]

    @property
    def words(self) -> tuple[Word, ...]:
        """Return the words of the count and its noun."""
        return self.clause.words[self.first : self.end]

    @property
    def verb_before(self) -> str:
        """Return the last word before the count that is no adjective, lower case."""
        before = self.clause.letters[: self.first].rstrip("xso")
        return self.clause.words[len(before) - 1].text.lower() if before else ""


def counts(clause: Clause, before: Count | None = None) -> Iterator[Count]:
    """Read the munitions and the things hit that a clause counts, in the order of the text; "dozens" are vague.

    `before` is the last count of munitions shot down of the sentence before: "Ten fell in Kursk" goes on with it.

    >>> from etl.extract.counts.clause import tagged
    >>> from etl.extract.reading import Sentence
    >>> text = "Air defences shot down 30 of the 41 drones."
    >>> sentence = Sentence(0, 0, len(text), text, "body", 0, 0, None)
    >>> [(count.measure, count.number.low, count.group) for count in counts(tagged(sentence))]
    [('intercepted', 30.0, 'drones'), ('launched', 41.0, 'drones')]
    """
    nation = before.nation if before else None
    last = _Told(before.measure, -_WINDOW, before.group, before.rule) if before else None
    for phrase in _phrases(clause):
        told = _settle(phrase, last)
        if told is None:
            continue
        last = told
        if told.group is None or told.group in UNARMED:
            continue
        first, end, per = phrase.words[0].start, phrase.words[-1].end, rate(clause, phrase.end)
        nation = _nation(phrase) or (nation if told.rule in _GOING_ON else None)
        yield Count(told.measure, phrase.number, first, end, told.rule, told.group, nation, per)
        whole = next((word for word in phrase.words[1:] if word.number), None)
        if told.measure == "intercepted" and whole and whole.number:  # "24 of 26 drones": 26 were launched
            yield Count("launched", whole.number, whole.start, end, "of_launched", told.group, nation, per)


def _phrases(clause: Clause) -> Iterator[_Phrase]:
    for match in _COUNTED.finditer(clause.letters):
        noun: Noun = match.lastgroup or "bare"  # type: ignore[assignment]
        end = match.end() if noun != "bare" else match.start() + 1
        words = clause.words[match.start() : end]
        number = ONE if noun == "one" and _singular(words[-1]) else words[0].number
        if number is None or (number.year_like and noun == "bare"):
            continue
        if noun == "arms" and number.low != 1 and _singular(words[-1]):
            continue  # "two missile strikes"
        if noun == "arms" and any(word.text.lower() in TIMES for word in words):
            continue
        group = _group(words) if noun != "bare" else _group_before(clause, match.start())
        yield _Phrase(clause, match.start(), end, noun, number, group)


def _nation(phrase: _Phrase) -> NameMention | None:
    """Return whose the munitions are: "Russian" in "30 Russian drones"; not who made them: "Iranian-made"."""
    for word, follower in pairwise(phrase.words):
        if word.name and word.letter in "jy" and follower.text != "-":
            return word.name
    return None


def _group_before(clause: Clause, first: int) -> str | None:
    """Return the group of the munitions told uncounted before a bare number: "most drones fell, with 57 shot down"."""
    index = clause.letters.rfind("W", 0, first)
    return clause.words[index].meaning if index >= 0 else None


def _singular(word: Word) -> bool:
    text = word.text
    return text.islower() and plural(text) != text and not text.endswith("s")  # "5 Iskander-M" are five


def _group(words: tuple[Word, ...]) -> str | None:
    kinds = [word.meaning for word in words if word.letter in "WvO"]
    parted = next((index for index, word in enumerate(words) if word.letter == "&"), None)
    if parted is not None and words[parted - 1].letter in "Wv" and words[parted - 1].meaning != kinds[-1]:
        return f"{words[parted - 1].meaning} and {kinds[-1]}"
    if kinds and kinds[-1] == "missiles":  # "Kh-22 missiles" are cruise missiles
        return next((kind for kind in kinds if kind in ("ballistic missiles", "cruise missiles")), "missiles")
    return kinds[-1] if kinds else None


def _settle(phrase: _Phrase, last: _Told | None) -> _Told | None:
    """Return what befell the munitions or things of a count, or None where it is not told or not real."""
    left, right = phrase.left, phrase.right
    planned = "h" in re.split(r"[;c]", left)[-1][-7:] or re.search(r"h[^;c]{0,3}[XRYM]", right[:5])
    each = any(word.text.lower() == "each" for word in phrase.clause.words[max(0, phrase.first - 4) : phrase.first])
    if planned or each or "n" in left[-3:]:
        return None  # "each wave comprising 30 missiles"
    match phrase.noun:
        case "things":
            found = _things(phrase, last)
        case "one":
            found = _one(phrase)
        case "bare":
            found = _bare(phrase, last)
        case _:
            found = _arms(phrase, last)
    if found is None:
        return None
    group = (last.group if last else None) if phrase.noun == "bare" and last else phrase.group
    group = group or (last.group if last else None)
    return _Told(found[0], phrase.end, group, found[1])


def _arms(phrase: _Phrase, last: _Told | None) -> tuple[Measure, str] | None:
    left, right = phrase.left, phrase.right
    if phrase.noun == "them" and (last is None or re.match(r"B{0,2}x?H", right)):
        return ("hit", "passive") if last else None  # "21 of them hit targets"
    if left.endswith("r"):
        return None  # debris from one downed drone
    if left.endswith("f") and _is_share(phrase):
        downed = re.search(r"X[^;N]{0,3}$", left) or shapes.SHOT_DOWN.match(right)
        return ("launched", "of_launched") if downed else None  # "shot down most of the 40 rockets"
    if shapes.SUBSET.search(left) and (last is None or last.end < 0) and re.search(r"X[^;:RH]*$", left):
        return "intercepted", "subset"  # "intercepted a range of weapons, including one Kinzhal missile"
    if (
        last
        and last.measure == "intercepted"
        and shapes.COORDINATED.search(left)
        and re.match(r"w[yxs]{1,2}B?R|yB?R", right)
    ):
        return "intercepted", "coordinated"  # "and 15 drones that Russia launched"
    if shapes.SUBSET.search(left) and last:
        return _by_right(phrase) or last.measure, "subset"
    own_verb = phrase.noun == "them" or right.startswith("B") or not shapes.VERB_BEFORE.search(left)
    if own_verb and (measure := _by_right(phrase)):
        return measure, "passive"
    if measure := _by_left(phrase):
        return measure, "active"
    return _continued(phrase, last)


def _is_share(phrase: _Phrase) -> bool:
    """Return whether only a share of a count is told: "most of the 40", "90 per cent of the 74"."""
    of = len(phrase.clause.letters[: phrase.first].rstrip("so")) - 1
    before = phrase.clause.words[of - 1] if of > 0 else None
    return before is not None and (before.letter == "$" or before.text.lower() in MOST)


def _by_right(phrase: _Phrase) -> Measure | None:
    group, right = phrase.group, phrase.right
    if group in (*CARRIERS, "targets") and shapes.HIT_PASSIVE.match(right):
        return "hit"
    after = phrase.words[-1].end - phrase.clause.sentence.start
    if shapes.SHOT_DOWN.match(right) or (
        group in FLYING and shapes.BUT_DOWNED.match(phrase.clause.sentence.text, after)
    ):
        return "intercepted"
    if shapes.DESTROYED.match(right):
        return "intercepted" if group is None or group in FLYING else "hit"
    if group not in CARRIERS and shapes.LAUNCHED.match(right):
        return "launched"
    if shapes.PRODUCED.match(right):
        return "produced"
    # "one of the drones hit a roof", "34 drones struck 14 sites" say nothing of how many were sent
    through = phrase.number.high == 1 or re.match(r"H[so]{0,2}N[xjo]{0,2}O", right)
    return "launched" if group in STRIKING and not through and shapes.STRUCK.match(right) else None


def _by_left(phrase: _Phrase) -> Measure | None:
    left, group = phrase.left, phrase.group
    if left.endswith("ck"):
        return None  # "some were lost, with two crossing the border"
    if group in (*CARRIERS, "targets") and shapes.HIT_ON_GROUND.search(left):
        return "hit"
    if phrase.verb_before in SENDING and re.match(r"t(?![RHXYJM])", phrase.right):
        return None  # sent 600 missiles to Ukraine
    for pattern, measure in shapes.ACTIVE:
        if measure == "launched" and shapes.OF_ANOTHER.search(left):
            continue
        if not (measure == "launched" and group in CARRIERS) and pattern.search(left):
            return measure
    if shapes.DESTROY.search(left):
        return "intercepted" if group is None or group in FLYING else "hit"
    return None


def _continued(phrase: _Phrase, last: _Told | None) -> tuple[Measure, str] | None:
    if last is None or last.end < 0:
        return None
    if phrase.left.endswith(";") and phrase.clause.words[phrase.first - 1].text == ":" and phrase.first - last.end <= 3:
        return last.measure, "subset"  # "32 targets: 12 missiles and 20 drones"
    if not shapes.COORDINATED.search(phrase.left):
        return None
    between = phrase.clause.letters[last.end : phrase.first]
    near = len(between) <= 3 or re.fullmatch(r"[uxjyWvsohc&d(]{0,12}", between)  # no verb, and no other count
    return (last.measure, "coordinated") if near else None


def _one(phrase: _Phrase) -> tuple[Measure, str] | None:
    """Settle a single munition: only what was surely launched or shot down; "a drone hit a house" counts houses."""
    if re.search(r"Xx?$", phrase.left) or re.match(r"B{1,3}x?X", phrase.right):
        return "intercepted", "one"
    if phrase.group in STRIKING and phrase.clause.letters[phrase.first] == "a" and phrase.verb_before in FIRING:
        return "launched", "one"
    return None


def _bare(phrase: _Phrase, last: _Told | None) -> tuple[Measure, str] | None:
    """Settle a number without a noun, which stands for the munitions or things told before."""
    left, right = phrase.left, phrase.right
    if phrase.group in STRIKING and shapes.FIRED_AT.match(right):
        return "launched", "bare"
    if last is None or last.end < 0:
        if last and last.measure == "intercepted" and not left.strip("c&") and shapes.GOES_ON_OVER.match(right):
            return "intercepted", "carried"
        if last and re.fullmatch(r"[fsxcB&]*", left) and re.match(r"o?B{1,4}x?[XY]", right):
            return "intercepted", "carried"  # "Of those, 66 were shot down"
        if last and re.search(r"X[so]?$", left) and re.match(r"[c;.)&]|$", right):
            return "intercepted", "carried"  # "Troops shot down 25, he said"
        downed = phrase.group and re.match(r"B{0,4}x?X", right)
        return ("intercepted", "bare") if downed else None
    if last.measure == "hit" and re.search(r"[HY]$", left) and re.match(r"o?(?:[ic;)&]|$)", right):
        return "hit", "bare"  # "and damaged another 12"
    if left.endswith(("&", "c")) and shapes.OVER.match(right) and phrase.first - last.end <= 13:
        return last.measure, "elliptic"  # "34 over the region, six over the city and four over the sea"
    if last.measure == "hit" or right[:1] in ("x", "O", "P"):
        return None
    if re.match(r"o?B{0,4}x?[XY]", right) or re.search(r"X[sxB]?$", left):
        return "intercepted", "bare"
    return (last.measure, "subset") if shapes.SUBSET.search(left) else None


def _strikes(phrase: _Phrase) -> bool:
    """Return whether the noun before "on" is of fire from afar: "428 strikes on 14 settlements", not "an attack on"."""
    index = phrase.clause.letters.rindex("J", 0, phrase.first)
    return phrase.clause.words[index].text.lower() in STRIKES


def _things(phrase: _Phrase, last: _Told | None) -> tuple[Measure, str] | None:
    if shapes.WAS_HIT.match(phrase.right) or shapes.LISTED_WAS_HIT.match(phrase.clause.letters, phrase.end):
        return "hit", "passive"
    if phrase.verb_before in BESIDE:
        return None  # "struck tents outside two hospitals"
    strikes_on = shapes.STRIKES_ON.search(phrase.left)
    if strikes_on and phrase.verb_before == "on" and _strikes(phrase):
        return "hit", "active"
    if (
        shapes.DAMAGE_TO.search(phrase.left)
        or shapes.HIT_THINGS.search(phrase.left)
        or shapes.RECORDED_IN.search(phrase.left)
    ):
        return "hit", "active"
    if last is None or last.measure != "hit" or last.end < 0:
        return None
    between = phrase.clause.letters[last.end : phrase.first]
    if shapes.COORDINATED.search(phrase.left) and re.fullmatch(r"[xjyWvsoc&aNOSP]{0,14}", between):
        return "hit", "coordinated"  # "three tanks, one transporter and two cars"
    return _continued(phrase, last)
