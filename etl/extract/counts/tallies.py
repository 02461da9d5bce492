"""Who keeps a count that a sentence tells by a verb that is no saying: "The ministry put the toll at 30"."""

from __future__ import annotations

import re

from etl.extract.caseless import Caseless
from etl.extract.reading import Sentence
from etl.extract.speech.function_words import function_words
from etl.extract.speech.speaker_nouns import noun_kind

_TALLIES = Caseless(
    r"\s(?:has\s+|have\s+|had\s+)?(?:puts?|raise[sd]?|revise[sd]?|updated?|lowered|increased|brought|gave|gives|placed|set|counts|counted)\s+"
    r"(?:the|its|their|a|his|her)\s+(?:[\w-]+\s+){0,4}?(?:toll|tally|number|count|figure|total|estimate)\b[^.;]*$",
    needs=("toll", "tally", "number", "count", "figure", "total", "estimate"),
)
_WORD = re.compile(r"[\w’'-]+")
_LONGEST = 6  # words of the subject


def tallied_by(sentence: Sentence, offset: int) -> str | None:
    """Return the person or body, canonical or as written, that opens a sentence and sets the count at an offset."""
    told = _TALLIES.search(sentence.text, 0, offset - sentence.start)
    if told is None:
        return None
    small = function_words()
    words = list(_WORD.finditer(sentence.text[: told.start()]))
    while words and (words[-1][0].lower() in small.adverbs or words[-1][0].lower() in small.adjunct_adverbs):
        words.pop()
    if not words or len(words) > _LONGEST:
        return None
    subject = [word[0] for word in words]
    end = sentence.start + words[-1].end()
    name = next(
        (one for one in sentence.names if one.end == end and one.actor is not None and not one.adjectival), None
    )
    before = _WORD.findall(sentence.text[: name.start - sentence.start]) if name is not None else subject
    if any(word.lower() in small.prepositions for word in before):
        return None  # "The rescue of Olena Kovalchuk raised the number of …"
    if name is not None:
        return name.actor
    if noun_kind(subject[-1].lower()) not in ("body", "people", "person"):
        return None
    return " ".join(subject[1:] if subject[0] == "The" else subject)
