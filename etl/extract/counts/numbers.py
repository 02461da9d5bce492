"""Numbers as news writes them, with their qualifiers: "at least 1,200", "two and a half million", "between 10 and 12".

What is written like a number and counts nothing is left out here: ages, model names (Shahed-136), ordinals, clock
times, fractions, day and article numbers. Years and days are for the caller, who knows where the dates stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from etl.extract.caseless import Caseless, folded
from etl.records import Qualifier

_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        start=1,
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
_SETS = {"trio": 3, "pair": 2, "couple": 2, "both": 2}

_UNIT = "|".join(_UNITS)
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(list(_UNITS)[:9])})\b)?|{_UNIT})"
_SCALE = r"(?:dozen|hundred|thousand|million|billion|trillion)\b"

_NUMBER = r"""
    (?!0\d) (?> \d{1,3}(?:[,\u00a0\u202f]\d{3})+ | \d+ ) (?:\.\d+)?+  # 1,200 or 41 or 2.5; no part of one: "000"
        (?: (?:bn|mn|tn|k|m)\b | \s+(?:dozen|hundred|thousand|million|billion|trillion)\b )?
  | half\s+an?\s+{scale}                                          # half a million
  | (?:{small}\s+and\s+a\s+half | an? | {small}) (?:[-\s]+{scale})+ (?: (?:\s+and)? \s+ {small}\b (?:\s+{scale})* )*
  | {small}
  | a\s+(?:trio|pair|couple)\s+of
  | both(?=\s+(?!sides|countries|parties|leaders|nations)[\w-]*s\b)  # both missiles
""".replace("{scale}", _SCALE).replace("{small}", _SMALL)

_VAGUE = r"""
    (?:(?:many|several|some|a\s+few|few|(?:a\s+)?couple(?:\s+of)?)\s+)?
        (?:dozens|hundreds|thousands|millions|scores|tens)\b (?:\s+(?:of|and|upon)\s+(?:thousands|millions|hundreds)\b)?
  | (?:several|a\s+few|few|many|(?:a\s+)?couple(?:\s+of)?)\s+(?:dozen|hundred|thousand|million)\b
  | several\b | a\s+number\s+of\b | a\s+handful\s+of\b | multiple\b | numerous\b
"""

_EXPRESSION = Caseless(
    rf"""
    (?<![\w.,/-])(?<!\d[:\u2013]) (?P<currency>[$£€₴₽]|us\$|c\$|a\$)?
    (?: (?P<vague>{_VAGUE})
      | (?P<between>(?:between|from)\s+)? (?P<low>{_NUMBER})
        (?: (?P<join>\s+and\s+|\s+to\s+|\s*[-\u2013\u2014]\s*|\s+or\s+) (?P<high>{_NUMBER}) )?
        (?P<after>\s*\+|-plus\b|\s+plus\b|\s+or\s+(?:more|so)\b)? )
    (?P<percent>\s?%|\s+per\s?cent\b|[-\s]percent\b)?
    (?![\w/] | [-\u2013](?=[\w]) | [:.,]\d | (?:st|nd|rd|th)\b )
    """,
    re.VERBOSE,
)

_WORD = re.compile(r"[a-z]+|\d+|[$£€₴₽]")
_OPENING = frozenset(
    {*_UNITS, *_TENS, *_SCALES, "a", "an", "half", "both", "between", "from", "us", "c"}
    | {"many", "several", "some", "few", "couple", "multiple", "numerous"}
    | {"dozens", "hundreds", "thousands", "millions", "scores", "tens"}
)  # what a number can begin with

_QUALIFIERS: dict[str, Qualifier] = {
    r"at\s+least|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|a\s+minimum\s+of": "at_least",
    r"more\s+than|over|in\s+excess\s+of|upwards?\s+of|above|exceeding|exceeds?|exceeded|well\s+over": "more_than",
    r"nearly|almost|up\s+to|as\s+many\s+as|close\s+to|just\s+under|under|fewer\s+than|less\s+than": "nearly",
    r"about|around|approximately|roughly|some|an\s+estimated|circa|~|estimated": "about",
}
_QUALIFIED = Caseless(
    "(?:" + "|".join(rf"(?P<q{i}>{words})" for i, words in enumerate(_QUALIFIERS)) + r")"
    r"\s+(?:(?:another|an\s+additional|a\s+further|a\s+total\s+of|additional|the|other|some|an\s+estimated)\s+)?[\"“”‘']?$",
)
_LARGEST = 1e15  # what is larger is no count of anything
_BEFORE = 48  # characters in which a qualifier can stand before its number

_PRONOUN = Caseless(r"\b(?:no|any|some|each|this|every)\s+$")
_NO_COUNT_BEFORE = Caseless(
    r"(?:\b(?:one\s+in|(?:younger|older)\s+than|under\s+the\s+age\s+of|between\s+the\s+ages\s+of|day|article|articles|resolution|flight|route|unit|channel|section|chapter|age|aged|ages|page|no\.|"
    r"number|grade|class|type|group|world\s+war|phase|stage|level|apollo|brexit|boeing|airbus|gate|room|point|article\s+no\.)\s+|[#№]\s?)$",
)
_NO_COUNT_AFTER = Caseless(
    r"\s+(?:in\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d)\b(?!,)|another\b|-?year-old|years?[-\s]old|o[’']clock|[ap]\.?m\b"
    r"|(?:gmt|utc|cet|eet|est|edt)\b|(?:local|moscow|kyiv|kiev)\s+time\b)",
)  # one in five, one another, 10 a.m., 1710 GMT
_NAMES_LAUNCHER = re.compile(r"\s+(?:launch|rocket)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Number(NamedTuple):
    """A number at start..end of a text, its qualifier included; `low` is None for "dozens" and its like.

    `unit` is "percent" or the sign of a currency where one is written on it.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    qualifier: Qualifier = "exact"
    unit: str | None = None
    year_like: bool = False  # four bare digits that may be a year

    @property
    def vague(self) -> bool:
        """Whether it says that there are many, not how many."""
        return self.low is None


def find(text: str) -> Iterator[Number]:
    """Read the numbers of a text from left to right.

    >>> [(n.low, n.high, n.qualifier) for n in find("At least 1,200 of two and a half million")]
    [(1200.0, 1200.0, 'at_least'), (2500000.0, 2500000.0, 'exact')]
    >>> list(find("no one saw the Shahed-136 of the 95th brigade"))
    []
    """
    for match in _expressions(text):
        if match["vague"]:
            if _NAMES_LAUNCHER.match(text, match.end()):
                continue  # "252 multiple launch rocket systems"
            yield Number(match.start(), match.end(), None, None)
            continue
        if _NO_COUNT_BEFORE.search(text, max(0, match.start() - 16), match.start()) or _NO_COUNT_AFTER.match(
            text, match.end()
        ):
            continue
        if match["low"].lower() == "one" and _PRONOUN.search(text, max(0, match.start() - 8), match.start()):
            continue  # "no one", "this one"
        yield from _read(match, text)


def _expressions(text: str) -> Iterator[re.Match[str]]:
    """Yield what is written like a number, looked for only where a word or a digit begins that can open one."""
    end = 0
    for word in _WORD.finditer(folded(text)):
        written = word[0]
        if written.isalpha() and written not in _OPENING:
            continue  # as most
        if word.start() >= end and (match := _EXPRESSION.match(text, word.start())):
            end = match.end()
            yield match


def _read(match: re.Match[str], text: str) -> Iterator[Number]:
    low, high = value(match["low"]), value(match["high"]) if match["high"] else None
    if max(low, high or 0.0) > _LARGEST:
        return
    unit = "percent" if match["percent"] else text[slice(*match.span("currency"))] if match["currency"] else None
    joined = high is not None and _is_range(match, low, high)
    start = match.start() if joined or not match["between"] else match.start("low")
    start, qualifier = _qualifier(text, start)
    if match["after"]:
        qualifier = (
            "about" if match["after"].endswith("so") else "at_least" if "more" in match["after"] else "more_than"
        )
    if joined and high is not None:
        if high >= 1000 > low and (scale := _shared_scale(match["high"])):
            low *= scale  # "two to three million"
        yield Number(start, match.end(), min(low, high), max(low, high), qualifier, unit)
        return
    first_end = match.end("low") if match["high"] else match.end()
    year_like = bool(_YEAR.fullmatch(match["low"])) and not match["after"]
    yield Number(start, first_end, low, low, qualifier, None if match["high"] else unit, year_like)
    if match["high"]:
        yield Number(match.start("high"), match.end(), value(match["high"]), value(match["high"]), "exact", unit)


def _is_range(match: re.Match[str], low: float, high: float) -> bool:
    join = match["join"].strip().lower()
    between = (match["between"] or "").strip().lower()
    if join == "and":
        return between == "between"
    if join == "to":
        return low < high and between != "from" and not _YEAR.fullmatch(match["low"])
    if join == "or":
        return low < high <= 3 * low
    return low < high and not _YEAR.fullmatch(match["low"])


def _shared_scale(high: str) -> float | None:
    last = re.split(r"[\s-]+", high.lower())[-1]
    return _SCALES.get(last)


def _qualifier(text: str, start: int) -> tuple[int, Qualifier]:
    before = max(0, start - _BEFORE)
    match = _QUALIFIED.search(text, before, start)
    if match is None or (match.start() > before and text[match.start() - 1].isalnum()):
        return start, "exact"
    index = next(i for i in range(len(_QUALIFIERS)) if match[f"q{i}"])
    return match.start(), list(_QUALIFIERS.values())[index]


def value(words: str) -> float:
    """Return what a number expression comes to.

    >>> value("1,200"), value("thirty-four"), value("half a dozen"), value("two and a half million")
    (1200.0, 34.0, 6.0, 2500000.0)
    """
    total, current = 0.0, 0.0
    for word in re.findall(r"[\d,\u00a0\u202f]*\d(?:\.\d+)?|[a-z]+", words.lower()):
        if word[0].isdigit():
            current += float(re.sub(r"[,\u00a0\u202f]", "", word))
        elif word in _UNITS or word in _TENS:
            current += _UNITS.get(word) or _TENS[word]
        elif word in _SETS:
            current += _SETS[word]
        elif word == "half":
            current += 0.5
        elif word in ("hundred", "dozen"):
            current = (current or 1) * _SCALES[word]
        elif word in _SCALES:
            total, current = total + (current or 1) * _SCALES[word], 0.0
    return total + current
