"""A sentence as a string of word classes, one letter a word, that the rules of figures match patterns on.

    At least 12 people were killed and 30 others wounded
    N           P      B    K      &   N  o      K

A phrase that acts as one word is one letter ("lost their lives"); `words[i]` is what stands behind letter i.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from etl.extract import vocabulary
from etl.extract.caseless import folded
from etl.extract.counts import numbers
from etl.extract.events.weapons import Weapon, plural, weapon_words
from etl.extract.reading import NameMention, Sentence

# What other steps have read, and the small words.
NUMBER, VAGUE, AMOUNT = "N", "V", "$"  # 12; dozens; 12 percent
DAY, PLACE, PERSON, NAME, NATION = "d", "p", "z", "y", "j"  # "j" is an adjective: Russian, Ukraine's
WEAPON, CARRIER = "W", "v"  # drones; aircraft
OTHER = "x"
_SMALL_WORDS = {"of": "f", "to": "t", "from": "r", "by": "l", "with": "k"}
_PUNCTUATION = dict.fromkeys((",", "–", "—", "-", "--", "…"), "c") | {";": ";", ":": ";"}
_PUNCTUATION |= {"(": "(", "[": "(", ")": ")", "]": ")"}

# The lists of clauses.toml and arms.toml and their letters. A word of several lists is of the first of them: "wounded"
# is a participle before it is a state.
LETTERS = {
    "rate": "q", "tolls": "Q", "suffer": "e", "targets": "W",
    "participles": "K", "gerunds": "G", "intransitives": "D",
    "launch": "R", "intercept": "X", "destroy": "Y", "hit": "H", "produce": "M",
    "presents": "I", "states": "A", "people": "P", "person": "S", "sites": "O",
    "include": "u", "claim": "C", "leave": "E", "lives": "L", "bodies": "b", "found": "F", "nouns": "T",
    "assault": "J", "interception": "Z", "negation": "n", "unreal": "h", "be": "B", "other": "o", "among": "m",
    "rise": "U", "conjunction": "&", "relative": "w", "article": "a", "hurts": "g", "preposition": "i", "skip": "s",
    "total": "s",
}  # fmt: skip
_TOKEN = re.compile(r"[^\W_][\w’'.-]*[\w’']|[^\W_]|--|[,;:()\[\]–—…&-]")


class Word(NamedTuple):
    """A word or phrase at start..end of the article's text: its class, and what it means there.

    `meaning` is the measure of a verb of harm, the group of a noun for people, the type of a weapon, the `Number`, the
    `NameMention`; else "".
    """

    letter: str
    start: int
    end: int
    text: str
    meaning: str = ""
    number: numbers.Number | None = None
    name: NameMention | None = None


class Clause(NamedTuple):
    """The words of a sentence and the string of their classes, which has the same length."""

    sentence: Sentence
    words: tuple[Word, ...]
    letters: str


def tagged(sentence: Sentence) -> Clause:
    """Return the sentence as a string of word classes. Linear in its length."""
    base, text = sentence.start, sentence.text
    plain = folded(text).replace("’", "'")
    fixed = sorted(_fixed(sentence), key=lambda word: (word.start, -word.end))
    words: list[Word] = []
    position = 0
    for word in fixed:
        if word.start - base < position:
            continue
        words += _plain(sentence, plain, position, word.start - base)
        words.append(word)
        position = word.end - base
    words += _plain(sentence, plain, position, len(text))
    return Clause(sentence, tuple(words), "".join(word.letter for word in words))


def _fixed(sentence: Sentence) -> list[Word]:
    """Return the words that other steps have read: days, numbers, names; a day wins over a number in it."""
    base, text = sentence.start, sentence.text
    words = [
        Word(DAY, day.start, day.end, text[day.start - base : day.end - base])
        for day in sentence.dates
    ]  # fmt: skip
    days = [(word.start, word.end) for word in words]
    for number in numbers.find(text):
        start, end = number.start + base, number.end + base
        if any(start < last and first < end for first, last in days):
            continue
        letter = VAGUE if number.vague else AMOUNT if number.unit else NUMBER
        words.append(Word(letter, start, end, text[number.start : number.end], number=number))
    for name in sentence.names:
        words.append(_named(name))
    return words


def _named(name: NameMention) -> Word:
    last = name.text.rsplit(" ", 1)[-1].lower()
    people = None if name.adjectival else lexicon().get((last,))
    if people and people[0] in "PS" and name.actor_kind != "person":
        return Word(people[0], name.start, name.end, name.text, people[1], name=name)
    if name.adjectival:
        letter = NATION
    elif name.reads_as == "place":
        letter = PLACE
    else:
        letter = PERSON if name.actor_kind == "person" else NAME
    return Word(letter, name.start, name.end, name.text, name=name)


def _plain(sentence: Sentence, plain: str, start: int, end: int) -> list[Word]:
    """Return the words of a stretch without names, numbers and days, phrases joined; `plain` is all in lower case."""
    base, text = sentence.start, sentence.text
    single, longer, unknown = _single_words(), _phrases(), (OTHER, "")
    lowered = _TOKEN.findall(plain, start, end)
    words: list[Word] = []
    index, last = 0, start
    while index < len(lowered):
        word = lowered[index]
        index += 1
        first = plain.index(word, last)  # cheaper than a match of every word
        last = first + len(word)
        letter, meaning = single.get(word, unknown)
        for rest, known in longer.get(word, ()):
            if lowered[index : index + len(rest)] == rest:
                letter, meaning = known
                index += len(rest)
                for further in rest:
                    last = plain.index(further, last) + len(further)
                break
        words.append(Word(letter, first + base, last + base, text[first:last], meaning))
    return words


@cache
def lexicon() -> dict[tuple[str, ...], tuple[str, str]]:
    """Return every known word or phrase (lower case, as a tuple) with its letter and meaning."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for word, letter in _SMALL_WORDS.items():
        found[(word,)] = (letter, "")
    sections: dict[str, dict[str, tuple[str, ...]]] = {}
    for file in ("clauses", "arms"):
        lists = vocabulary.load(file, dict[str, dict[str, tuple[str, ...]]])
        for name, content in lists.items():
            if name in ("words", "verbs"):
                sections |= {key: {"": words} for key, words in content.items()}
            else:
                sections[name] = content
    for name, letter in LETTERS.items():
        for meaning, words in sections[name].items():
            for word in words:
                found.setdefault(_key(word), (letter, meaning))
    for word, weapon in weapon_words().items():
        found.setdefault(_key(word), (_weapon_letter(weapon), plural(weapon.type)))
    return found


def _weapon_letter(weapon: Weapon) -> str:
    return WEAPON if weapon.kind == "munition" else CARRIER


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(match.group() for match in _TOKEN.finditer(phrase)) or (phrase,)


@cache
def _single_words() -> dict[str, tuple[str, str]]:
    """Return the known words and marks that mean something by themselves."""
    words = {phrase[0]: known for phrase, known in lexicon().items() if len(phrase) == 1}
    return {mark: (letter, "") for mark, letter in _PUNCTUATION.items()} | words


@cache
def _phrases() -> dict[str, list[tuple[list[str], tuple[str, str]]]]:
    """Return by their first word the further words of all phrases, the longest first, and what they mean."""
    found: dict[str, list[tuple[list[str], tuple[str, str]]]] = {}
    for (first, *rest), known in sorted(lexicon().items(), key=lambda entry: -len(entry[0])):
        if rest:
            found.setdefault(first, []).append((rest, known))
    return found
