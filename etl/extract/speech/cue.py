"""A cue: the words by which a passage says that somebody says something."""

from __future__ import annotations

from typing import Literal, NamedTuple

from etl.extract.reading import DateMention
from etl.extract.speech.subject import Subject

CuePlace = Literal["head", "tail", "inner", "source"]


class Cue(NamedTuple):
    """A reporting verb, a noun like "his claim", or "according to", with its subject; tokens[first:last] are its words.

    `place` is where what is said stands: after the cue (`head`), before it (`tail`), around it (`inner`), or in the
    whole sentence (`source`, for "according to"). `reach` are the tokens that it covers, as (first, last) pairs.
    `dates` belong to the saying. `judges` marks verbs that quote a word about something ("called it …").
    """

    first: int
    last: int
    subject: Subject
    place: CuePlace
    reach: tuple[tuple[int, int], ...]
    dates: tuple[DateMention, ...] = ()
    judges: bool = False
