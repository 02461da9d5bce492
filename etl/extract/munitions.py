"""How many munitions a sentence says were launched, intercepted or produced, and how many things on the ground were hit.

As in casualties.py, each count is settled by what stands left and right of it in the sentence's string of word classes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.counted import ONE, Count, rate
from etl.extract.clause import Clause, Word
from etl.extract.weapons import plural
from etl.records import Measure

_WINDOW = 16

_COUNTED = re.compile(
    r"""
    (?P<one> [as] [xjyo]{0,3} [Wv]+ (?![WvHJ&xcT]) )              # a cruise missile, the plane; not "a missile attack"
  | [NV] [os]{0,2} (?:
        (?P<arms> (?:x?fs?N?)? (?:[xjoyHJ]{0,4} | [xj]{0,3}c[xj]{1,2}&[xjcW]{1,4}) [Wv]+ )    # 112 of the 215 Shahed drones
      | (?P<things> [xjoyYHR]{0,3} O+ )                # at least seven energy sites
      | (?P<them> u )                                         # 110 of which
      | (?P<bare> )
    )
    """,
    re.VERBOSE,
)

_BETWEEN = r"(?: c [uNf] [^;XYRH]{0,10}? c | \( [^)]{0,14} \) | [ifrlk][^;:cNVXYRH&w]{1,6} | w )?"
_SHOT_DOWN = re.compile(rf"{_BETWEEN} [Bxs]{{0,5}}? (?P<verb>X)", re.VERBOSE)
_DESTROYED = re.compile(rf"{_BETWEEN} B{{1,4}} x? (?P<verb>Y)", re.VERBOSE)
_LAUNCHED = re.compile(rf"{_BETWEEN} B{{1,4}} x? (?P<verb>R)", re.VERBOSE)
_FIRED_BY = re.compile(r"(?P<verb>R) [lrUt]")  # missiles fired at Kyiv, drones launched by Russia
_STRUCK = re.compile(rf"{_BETWEEN} [Bxs]{{0,2}} (?P<verb>H)(?!O?f) | J(?=[psx])", re.VERBOSE)
_WAS_HIT = re.compile(rf"{_BETWEEN} B{{1,4}} x{{0,2}} (?P<verb>[HY])", re.VERBOSE)

_LINK = r"[^;:NXYRHK]{0,5}?"
_SHOOT_DOWN = re.compile(rf"X (?:&[XY])? {_LINK} $", re.VERBOSE)
_ACTIVE = re.compile(r"[XYRM] [sxjo&]{0,3} $", re.VERBOSE)
_DESTROY = re.compile(r"Y (?:&[XYH])? [sxj&o]{0,3} $", re.VERBOSE)
_LAUNCH = re.compile(rf"R (?:&[RH])? {_LINK} $", re.VERBOSE)
_ATTACK_WITH = re.compile(r"[HJR] [^;:N]{0,13}? k [sxao]{0,2} $", re.VERBOSE)
_ATTACK_OF = re.compile(r"[HJ] (?: [^;:N]{0,6}? [uRfl] | ;? ) [sxao]{0,2} $", re.VERBOSE)
_INTERCEPTION_OF = re.compile(r"Z f s? $", re.VERBOSE)
_HIT_THINGS = re.compile(r"(?P<verb>[HY]) (?:&[HY])? [sxjoW]{0,2} (?:[pxs]{0,2}i[so]{0,2})? $", re.VERBOSE)
_RECORDED_IN = re.compile(r"[HxYJ] [Bx]{1,4} i s? $", re.VERBOSE)  # damage was recorded in 50 locations
_PRODUCE = re.compile(r"M [^;:N]{0,3} $", re.VERBOSE)
_PRODUCED = re.compile(r"B{1,3} x? M")
_SUBSET = re.compile(r"u [sBxo(]{0,2} $", re.VERBOSE)
_COORDINATED = re.compile(r"(?:c|&|c&) $", re.VERBOSE)


def counts(clause: Clause) -> Iterator[Count]:
    """Read the munitions and the things hit that a clause counts, in the order of the text.

    >>> from etl.extract.clause import tagged
    >>> from etl.extract.reading import Sentence
    >>> text = "Air defences shot down 30 of the 41 drones."
    >>> sentence = Sentence(0, 0, len(text), text, "body", 0, 0, None)
    >>> [(count.measure, count.number.low, count.group) for count in counts(tagged(sentence))]
    [('intercepted', 30.0, 'drones')]
    """
    last: tuple[Measure, int, str | None] | None = None
    for match in _COUNTED.finditer(clause.letters):
        kind = match.lastgroup
        number = (
            ONE if kind == "one" and _singular(clause.words[match.end() - 1]) else clause.words[match.start()].number
        )
        if kind == "arms" and number is not None and number.low != 1 and _singular(clause.words[match.end() - 1]):
            continue  # "two missile strikes"
        if number is None or (number.year_like and kind == "bare"):
            continue
        words = clause.words[match.start() : match.end()]
        group = _group(words)
        end = match.end() if kind != "bare" else match.start() + 1
        found = _settle(clause, match.start(), end, kind or "bare", group, last)
        if found is None:
            continue
        measure, rule, subset = found
        group = group or (last[2] if last and kind in ("them", "bare") else None)
        last = (measure, end, group)
        if number.vague or group is None:
            continue
        nation = next((word.name for word in words if word.name and word.letter in "jy"), None)
        per = rate(clause, end)
        yield Count(measure, number, words[0].start, clause.words[end - 1].end, rule, group, nation, per)
        if measure == "intercepted" and (whole := next((word.number for word in words[1:] if word.number), None)):
            start, last_end = whole.start, clause.words[end - 1].end  # "24 of 26 drones": those launched
            yield Count("launched", whole, start + clause.sentence.start, last_end, "of_launched", group, nation, per)


def _singular(word: Word) -> bool:
    text = word.text
    return text.islower() and plural(text) != text and not text.endswith("s")  # "5 Iskander-M" are five


def _group(words: tuple[Word, ...]) -> str | None:
    nouns = [word for word in words if word.letter in "WvO"]
    if not nouns:
        return None
    kinds = [word.meaning for word in nouns]
    if kinds[-1] != "missiles":
        return kinds[-1]
    return next(
        (kind for kind in kinds if kind in ("ballistic missiles", "cruise missiles")), kinds[-1]
    )  # "Kh-22 missiles"


def _settle(
    clause: Clause, first: int, end: int, kind: str, group: str | None, last: tuple[Measure, int, str | None] | None
) -> tuple[Measure, str, bool] | None:
    letters = clause.letters
    left = letters[max(0, first - _WINDOW) : first].rstrip("so")
    right = letters[end : end + _WINDOW]
    if "h" in re.split(r"[;c]", left)[-1][-7:] or "n" in left[-3:] or re.search(r"h[^;c]{0,3}[XRYM]", right[:5]):
        return None
    if kind == "things":
        return _things(left, right, last, end, first)
    if kind == "one":
        return _one(clause, first, left, right, group)
    if kind == "them" and last and re.match(r"B{0,2}x?H", right):
        return "hit", "passive", True
    if kind == "bare" and last and left.endswith(("&", "c&")) and right[:1] in "il" and first - last[1] <= 9:
        return last[0], "elliptic", False
    if kind == "bare" and (last is None or right[:1] in ("x", "O", "P")):
        return _bare(left, right, last)
    if left.endswith("r"):
        return None  # debris from one downed drone
    if _SUBSET.search(left) and last:
        return _by_right(right, group) or last[0], "subset", True
    if kind == "them" or right.startswith("B") or not _ACTIVE.search(left):
        if measure := _by_right(right, group):
            return measure, "passive", kind == "them"
    for pattern, measure in (
        (_SHOOT_DOWN, "intercepted"), (_INTERCEPTION_OF, "intercepted"), (_PRODUCE, "produced"), (_LAUNCH, "launched"),
        (_ATTACK_WITH, "launched"), (_ATTACK_OF, "launched"),
    ):  # fmt: skip
        if pattern.search(left) and kind != "bare" and not (measure == "launched" and group in _CARRIERS):
            return measure, "active", False  # type: ignore[return-value]
    if _DESTROY.search(left) and kind != "bare":
        return ("intercepted" if _flies(group) else "hit"), "active", False
    if last and _COORDINATED.search(left) and first - last[1] <= 3:
        return last[0], "coordinated", False
    return None


def _one(clause: Clause, first: int, left: str, right: str, group: str | None) -> tuple[Measure, str, bool] | None:
    """Settle a single munition: only what was surely launched or shot down; "a drone hit a house" counts houses."""
    verb = clause.words[len(clause.letters[:first].rstrip("x")) - 1].text.lower() if first else ""
    if re.search(r"Xx?$", left) or re.match(r"B{1,3}x?X", right):
        return "intercepted", "one", False
    if group in _STRIKING and clause.letters[first] == "a" and verb in _FIRING:
        return "launched", "one", False
    return None


def _bare(left: str, right: str, last: tuple[Measure, int, str | None] | None) -> tuple[Measure, str, bool] | None:
    """Settle a number without a noun, which stands for the munitions counted before."""
    if last is None or last[0] == "hit":
        return None
    if match := re.match(r"B{0,4}x?(X|Y)", right):
        return ("intercepted" if match else last[0]), "bare", True
    if re.search(r"X[sxB]{0,1}$", left) and not right.startswith(("x", "O", "P")):
        return "intercepted", "bare", True
    return None


def _by_right(right: str, group: str | None) -> Measure | None:
    if _SHOT_DOWN.match(right):
        return "intercepted"
    if _DESTROYED.match(right):
        return "intercepted" if _flies(group) else "hit"
    if (_LAUNCHED.match(right) or _FIRED_BY.match(right)) and group not in _CARRIERS:
        return "launched"
    if _PRODUCED.match(right):
        return "produced"
    if group in _STRIKING and _STRUCK.match(right):
        return "launched"
    return None


_FIRING = frozenset(["fired", "fires", "firing", "launched", "launches", "launching", "lobbed", "dropped"])
_STRIKING = frozenset(("drones", "missiles", "ballistic missiles", "cruise missiles", "rockets", "glide bombs", "bombs", "artillery", "cluster munitions"))  # fmt: skip
_CARRIERS = frozenset(("aircraft", "fighter jets", "helicopters"))
_FLYING = _STRIKING | _CARRIERS | {"targets"}


def _flies(group: str | None) -> bool:
    return group is None or (group in _FLYING and group != "artillery" and group != "rockets")


def _things(
    left: str, right: str, last: tuple[Measure, int, str | None] | None, end: int, first: int
) -> tuple[Measure, str, bool] | None:
    if _WAS_HIT.match(right):
        return "hit", "passive", False
    if _HIT_THINGS.search(left) or _RECORDED_IN.search(left):
        return "hit", "active", False
    if last and last[0] == "hit" and _COORDINATED.search(left) and first - last[1] <= 3:
        return "hit", "coordinated", False
    return None
