"""How many people a sentence says were killed, injured, captured, displaced or are missing.

Each count is settled by what stands left and right of it in the sentence's string of word classes (clause.py): the
first pattern that fits says the measure. Where the people were, when, and who says so is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.extract import numbers
from etl.extract.clause import Clause, Word
from etl.extract.reading import NameMention
from etl.records import Measure

ONE = numbers.Number(0, 0, 1.0, 1.0)
_WINDOW = 28  # words left and right of a count in which its verb can stand


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a sentence with what it counts; start..end are its words in the article's text."""

    measure: Measure
    number: numbers.Number
    start: int
    end: int
    rule: str
    group: str | None = None
    nation: NameMention | None = None  # "Ukrainian" in "60 Ukrainian servicemen"
    per: str | None = None
    subset: bool = False
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A count with its noun: the words first..end of a clause."""

    first: int
    end: int
    number: numbers.Number
    head: str  # letter of the noun: P people, S one person, z a named one, o others, x any noun, "" none
    group: str | None
    nation: NameMention | None


# A count and its noun. The adjectives between them may be anything that is no verb, number or punctuation.
_COUNTED = re.compile(
    r"""
    (?P<number>[NV]) [os]*? (?:
        (?P<people> (?:f[s]?)?[xjoyYpWvOJA]{0,4} [PS]+ )      # 12 people, 60 Ukrainian servicemen, 40 of the passengers
      | (?P<part> u [xB]{0,2} P+ )                       # three of them children
      | (?P<others> o (?![bT]) )                                 # 12 others
      | (?P<them> u )                                   # 60 of them
      | (?P<any> [xj]{1,3} )                            # five shoppers
      | (?P<bare> )
    )
  | (?P<one> (?:a o? | o) [xjyYPpWv]{0,5} S+ )                  # a 54-year-old man
  | (?P<named> z )
    """,
    re.VERBOSE,
)

# What may stand between the noun and its verb: "(, including two children,)", "in the city of Sumy", "who had fled".
_BETWEEN = r"""
    (?: c [uNa] [^;KDGc]{0,10} c | u [^;KDGBcV]{1,6} | c [^;NcKDA]{1,10} c | \( [^)]{0,14} \) | [ifrlk][^;:cNVKDGIHXRw&]{1,7} | [ifrlk]s?N[xj]{0,2}[PSx] | &a[xj]{0,3}S | &N[xjo]{0,3}P
      | w[^;:NKDGIcV]{0,9} | x )?
"""
_PASSIVE = re.compile(rf"{_BETWEEN} B{{1,4}} [xBs]{{0,2}}? (?P<verb>[KA])", re.VERBOSE)
_REDUCED = re.compile(r"[xBo]{0,2}? (?P<verb>[KA]) (?! [sx]? [Nas] [xjo]{0,3} [PS] (?![KA]))", re.VERBOSE)
_DIED = re.compile(rf"{_BETWEEN} B{{0,3}} [xB]{{0,2}}? (?P<verb>D)", re.VERBOSE)
_DEAD_NOUN = re.compile(r"[xjoPS]{0,3}? (?P<verb>T)", re.VERBOSE)
_LIVES = re.compile(r"[xjo]{0,3}? L", re.VERBOSE)
_SUFFERED = re.compile(rf"{_BETWEEN} B{{0,2}} e [xasfc&oV]{{0,6}} (?P<verb>[gTI])", re.VERBOSE)
_AMONG = re.compile(
    rf"{_BETWEEN} [xi]{{0,3}} B{{1,3}} x? [mu] [so]{{0,2}} (?:N[xj]{{0,2}}P?)? (?P<verb>[KAP])", re.VERBOSE
)
_BODIES = re.compile(r"o? b [^;cN]{0,8}? B{0,3} F", re.VERBOSE)

_ACTIVE = re.compile(r"(?P<verb>[KGI]) (?:[&c]?[KGI])? (?:[xsB] | c [^;cN]{1,8} c | tt?)? $", re.VERBOSE)
_OF_DEATHS = re.compile(r"(?P<verb>[TGI]) f s? $ | (?P<to>T) t s? $", re.VERBOSE)
_ELIMINATE = re.compile(r"(?P<verb>[XY]) $", re.VERBOSE)
_ELIMINATED = re.compile(rf"{_BETWEEN} B{{1,4}} x? (?P<verb>[XY])", re.VERBOSE)
_LOST = re.compile(r"(?P<verb> X$ | T [^;N]{0,8}? U{1,2} t? $)", re.VERBOSE)  # lost 40 soldiers, losses amount to 40
_OF_LIVES = re.compile(r"C s? L f s? $", re.VERBOSE)
_CLAIMED = re.compile(r"Cs?$")
_OF_BODIES = re.compile(r"bfs?$")
_TOLL = re.compile(r"(?P<verb>Q) K? (?P<way>(?:[^;QNKADGI]{0,8}rN[^;QN]{0,2}t|[^;QNKADGI]{0,24})s?) $", re.VERBOSE)
_TOLL_LINK = re.compile(r"(?:[^;NKGDI]{0,9}? (?:[UtfBH;]|tB|i)+ s? | [(c:]? ) $", re.VERBOSE)
_TOLL_AFTER = re.compile(r"(?:[xs]{0,2}|i s?|B s?)Q")
_SUBSET = re.compile(r"u [sBxo(]{0,2} $", re.VERBOSE)
_AMONG_THEM = re.compile(r"m [so]{0,2} (?P<verb>[KAP]) (?:i[^;N]{0,9}|x)? B s? $", re.VERBOSE)  # among the dead were four women
_NO_VERB = re.compile(r"[c;)&iflkwqu(dtpx]|$")
_COORDINATED = re.compile(r"(?: c | &| c&) $", re.VERBOSE)


def counts(clause: Clause, before: Measure | None = None) -> Iterator[Count]:
    """Read the people that a clause counts, in the order of the text.

    `before` is the measure of the last count of the sentence before, which "among them" goes on with.

    >>> from etl.extract.clause import tagged
    >>> from etl.extract.reading import Sentence
    >>> text = "The strike killed 12 people and wounded 30 others."
    >>> sentence = Sentence(0, 0, len(text), text, "body", 0, 0, None)
    >>> [(count.measure, count.number.low) for count in counts(tagged(sentence))]
    [('killed', 12.0), ('injured', 30.0)]
    """
    last: tuple[Measure, int] | None = None  # the measure and the end of the count before
    if before and clause.letters.startswith("u"):
        last = (before, -_WINDOW)
    for phrase in _phrases(clause):
        found = _settle(clause, phrase, last)
        if found is None:
            continue
        measure, rule, subset = found
        last = (measure, phrase.end)
        if phrase.number.vague:
            continue
        yield Count(
            measure,
            phrase.number,
            clause.words[phrase.first].start,
            clause.words[phrase.end - 1].end,
            rule,
            phrase.group or (_group(clause.words[phrase.end : phrase.end + 2]) if rule == "noun" else None),
            phrase.nation,
            rate(clause, phrase.end),
            subset,
        )


def _phrases(clause: Clause) -> Iterator[Phrase]:
    for match in _COUNTED.finditer(clause.letters):
        words = clause.words[match.start() : match.end()]
        first = words[0]
        nation = next((word.name for word in words if word.name and word.letter in "jyPS"), None)
        kind = match.lastgroup
        number = first.number if kind not in ("one", "named") and first.number else ONE
        if kind == "one" and first.letter == "o" and first.text.lower() != "another":
            continue
        if kind == "named":
            if first.name is None or first.name.known:
                continue
            yield Phrase(match.start(), match.end(), ONE, "z", None, None)
            continue
        if number.year_like and kind in ("bare", "any"):
            continue
        people = kind in ("people", "part") and (number.low == 1 or any(word.letter == "P" for word in words))
        if kind == "part":
            yield Phrase(match.start(), match.end(), number, "u", _group(words), nation)
        elif people or kind == "one":
            yield Phrase(match.start(), match.end(), number, "P" if people else "S", _group(words), nation)
        elif kind in ("others", "them"):
            yield Phrase(match.start(), match.end(), number, "o" if kind == "others" else "", None, nation)
        else:  # its noun, if any, is settled by the verb after it
            yield Phrase(match.start(), match.end("number"), number, "", None, nation)


def _group(words: tuple[Word, ...]) -> str | None:
    """Return the group of the last noun for people, or of one before it where that says more."""
    nouns = [word for word in words if word.letter in "PS"]
    for word in reversed(nouns):
        if word.meaning and word.meaning != "nation":
            return word.meaning
    if any(word.text.lower() == "civilian" for word in words):
        return "civilians"
    return None


def _settle(clause: Clause, phrase: Phrase, last: tuple[Measure, int] | None) -> tuple[Measure, str, bool] | None:
    """Return the measure of a count, the rule that told it, and whether it is a part of the count before."""
    letters = clause.letters
    left = letters[max(0, phrase.first - _WINDOW) : phrase.first].rstrip("so")
    shift = phrase.first - len(letters[max(0, phrase.first - _WINDOW) : phrase.first])
    right = letters[phrase.end : phrase.end + _WINDOW]

    def measure_of(match: re.Match[str], offset: int) -> Measure | None:
        index = match.start("verb" if match["verb"] else "to") + offset  # deaths of, injuries to
        if _unreal(letters, index, phrase):
            return None
        meaning = clause.words[index].meaning or "killed"
        if clause.words[index].text.lower().startswith("dead ") and letters[index + 1 : index + 2] in ("N", "a"):
            return "killed" if index >= phrase.end else "injured"  # "left one dead and injured three"
        return meaning  # type: ignore[return-value]

    if (among := _AMONG_THEM.search(left)) and phrase.head:
        return clause.words[shift + among.start("verb")].meaning or "killed", "among", True  # type: ignore[return-value]
    if not phrase.head and left.endswith("Sf"):
        return None  # "a girl of 14"
    if phrase.head == "u":
        return (last[0] if last else _measure_told(clause, phrase), "subset", True)
    if last and letters[phrase.end - 1] == "u" and re.match(r"[xB]{1,2}(?:[c;)&]|$)", right):
        return last[0], "subset", True  # "three of them seriously"
    if _SUBSET.search(left):
        own = None if phrase.head == "u" else _by_right(phrase, right)
        if own and (measure := measure_of(own[0], phrase.end)):
            return measure, "subset", True
        return (last[0], "subset", True) if last and phrase.head else None
    if toll := _TOLL.search(left):
        way = toll["way"]
        if not way or _TOLL_LINK.search(way):
            if letters[phrase.first - 1 : phrase.first] == "r" and re.match(r"[^;N]{0,3}tN", right):
                return None  # "rose from 9 to 12"
            return clause.words[shift + toll.start("verb")].meaning, "toll", False  # type: ignore[return-value]
    if own := _by_right(phrase, right):
        match, rule = own
        if rule == "lives":
            if "h" not in left[-6:] and (_CLAIMED.search(left) or re.match(r"LB{1,2}[xXK]", right)):
                return "killed", rule, False
        elif rule == "bodies":
            return "killed", rule, False
        elif rule == "suffered":
            return "injured", rule, False
        elif measure := measure_of(match, phrase.end):
            if rule == "noun" and measure in ("captured", "displaced"):
                return None
            return measure, rule, False
    for pattern, rule in ((_ACTIVE, "active"), (_OF_DEATHS, "nominal")):
        if (match := pattern.search(left)) and (phrase.head or _bare_object(clause, phrase.end)):
            if phrase.head == "z" and rule == "nominal":
                continue
            measure = measure_of(match, shift)
            if measure and (measure != "missing" or _unknown(clause)):
                return measure, rule, False
    if phrase.group in UNDER_ARMS and (fighting := _of_fighters(clause, phrase, left, shift, right)):
        return fighting, "fighters", False
    if _OF_LIVES.search(left):
        return "killed", "lives", False
    if _OF_BODIES.search(left) and re.match(r"[^;c]{0,8}F", right):
        return "killed", "bodies", False
    if last and _COORDINATED.search(left) and phrase.first - last[1] <= 2 + (len(left) and 1):
        if phrase.head in ("P", "S", "o") and _NO_VERB.match(right):
            return last[0], "coordinated", False
    if last and left.endswith("&") and re.match(r"[irkl]", right):
        return last[0], "elliptic", False
    return None


def _of_fighters(clause: Clause, phrase: Phrase, left: str, shift: int, right: str) -> Measure | None:
    """Return what armies say of fighters alone: that they were eliminated, or that a side lost them."""
    if match := _LOST.search(left):
        verb = clause.words[shift + match.start("verb")]
        if verb.meaning == "casualties" or verb.text.lower() in LOST:
            return "casualties"
    for match, offset in ((_ELIMINATE.search(left), shift), (_ELIMINATED.match(right), phrase.end)):
        if match and clause.words[offset + match.start("verb")].text.lower() in ELIMINATED:
            return "killed"
    return None


def _measure_told(clause: Clause, phrase: Phrase) -> Measure:
    """Return the measure of "two of the wounded were children": that of the wounded."""
    words = " ".join(word.text.lower() for word in clause.words[phrase.first : phrase.end])
    return "injured" if "wounded" in words or "injured" in words else "killed"


def _by_right(phrase: Phrase, right: str) -> tuple[re.Match[str], str] | None:
    """Return the pattern that the words after a count fit, and its name."""
    named = phrase.head == "z"
    for pattern, rule in (
        (_AMONG, "among"), (_SUFFERED, "suffered"), (_PASSIVE, "passive"), (_DIED, "died"), (_REDUCED, "reduced"), (_DEAD_NOUN, "noun"), (_LIVES, "lives"),
        (_BODIES, "bodies"),
    ):  # fmt: skip
        if rule in ("noun", "lives", "bodies") and (named or phrase.head):
            continue
        if rule == "reduced" and phrase.head in ("S", "z"):
            continue
        match = pattern.match(right)
        if match is None:
            continue
        if not phrase.head and _APART.match(right) and rule in ("passive", "died", "among"):
            continue  # a bare number with something between: "Olena, 55, was killed", "from one family were killed"
        return match, rule
    return None


def _unknown(clause: Clause) -> bool:
    """Return whether a sentence says that a fate or whereabouts are not known."""
    return any(word in clause.sentence.text.lower() for word in ("unknown", "unclear", "not known"))


def _bare_object(clause: Clause, end: int) -> bool:
    """Return whether a number without a known noun may count people: "killing three in Dnipro", "killed five shoppers"."""
    if end >= len(clause.words):
        return True
    word = clause.words[end]
    if word.letter in "xOWv":
        return word.letter == "x" and re.fullmatch(r"[a-z]{4,}s", word.text) is not None and word.text not in NOT_PEOPLE
    return word.letter != "$"


_APART = re.compile(r"[c(fi]|xB[mu]")
LOST = frozenset({"lost", "loses", "losing", "lose"})
ELIMINATED = frozenset(
    ["eliminated", "eliminating", "eliminate", "eliminates", "neutralised", "neutralized", "neutralising", "neutralizing", "destroyed", "destroying"]
)
UNDER_ARMS = frozenset({"soldiers", "fighters", "militants", "officers", "crew"})
NOT_PEOPLE = frozenset(
    ["kilometres", "kilometers", "miles", "metres", "meters", "minutes", "hours", "days", "weeks", "months", "years", "times", "percent", "tonnes", "tons", "horses", "cows", "animals", "dogs", "birds", "cattle", "sheep", "pigs", "seconds", "dollars", "euros", "rubles", "roubles", "hryvnias", "points", "goals", "degrees", "cents", "pounds", "hectares", "acres", "jobs", "plans", "deals", "bills", "trees", "crops", "chances"]
)


def _unreal(letters: str, verb: int, phrase: Phrase) -> bool:
    """Return whether the clause denies, plans or only supposes what it says of the count."""
    first = min(verb, phrase.first)
    before = letters[max(0, first - 6) : max(verb, phrase.first)]
    before = re.split(r"[;c]", before[: max(0, len(before))])[-1]
    if "h" in before or "n" in before:
        return True
    return letters[verb] == "I" and letters[verb - 1 : verb] == "t"


def rate(clause: Clause, end: int) -> str | None:
    """Return the span of a rate told after a count: "every day"."""
    index = clause.letters.find("q", end, end + 10)
    if index < 0 or "N" in clause.letters[end:index] or clause.letters[index - 1] == "i":
        return None
    text = clause.words[index].text.lower()
    return next(
        (
            per
            for per in ("day", "week", "month", "year")
            if per in text or text == {"day": "daily", "year": "annually"}.get(per)
        ),
        None,
    )
