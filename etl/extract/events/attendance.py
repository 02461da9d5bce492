"""Who else took part in an encounter that the text tells of: "X also attended", "with Y part of the call"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.caseless import Caseless
from etl.extract.events.antecedents import Antecedents
from etl.extract.events.encounter_tellings import told
from etl.extract.events.encounters import Encounter
from etl.extract.events.matching import matches
from etl.extract.events.parties import Party, party
from etl.extract.events.party_lists import parties_after
from etl.extract.events.subjects import parties_before
from etl.extract.reading import Sentence

_HERE = (
    r"(?:the\s+(?:[\w-]+\s+){0,2}(?:talks|meetings?|summit|call|conversation|discussions?|negotiations?|dinner|lunch|"
    r"session|gathering))"
)
ATTENDED = Caseless(
    rf"\b(?P<verb>(?:attended|took\s+part|participated|joined|sat\s+in|dial{{1,2}}ed\s+in(?:to)?|called\s+in(?:to)?)(?=\s*(?:[.;,]|$|(?:in|on|at|to)?\s*{_HERE}))|"
    r"(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance|among\s+(?:those|the)\s+(?:attending|present|participants|attendees|"
    r"guests|leaders\s+present|leaders\s+attending|taking\s+part)))(?=\b|\W|$)",
    needs=("attend", "part", "joined", "sat", "present", "guests", "dial", "called"),
)
ACCOMPANIED = Caseless(
    r"\b(?:was|were|is)\s+(?:also\s+)?(?:accompanied|joined|flanked)\s+by\s", needs=("accompanied", "joined", "flanked")
)
DELEGATION = Caseless(
    r"\bdelegations?\b[^.;]{0,90}?\b(?:included|includes|comprised|consisted\s+of|(?:was|were)\s+(?:led|headed)\s+by)\b",
    needs=("delegation",),
)
WITH = Caseless(
    rf"\bwith\s(?P<who>(?:(?!\bwith\b)[^.;]){{3,120}}?)\s(?:also\s+)?"
    rf"(?:part\s+of|joining|attending|taking\s+part\s+in|participating\s+in)\s+{_HERE}",
    needs=("part", "joining", "attending"),
)


def attends(sentence: Sentence, antecedents: Antecedents) -> Iterator[Encounter]:
    """Read "X and Y also attended (the talks)", "Z was among those present", "with W part of the 30-minute call"."""
    for match in matches(ATTENDED, sentence.text):
        parties = [one for one in parties_before(sentence, sentence.start + match.start()) if one.person or one.members]
        yield from _joining(sentence, match, parties)
    for match in matches(ACCOMPANIED, sentence.text):
        beside = parties_after(sentence, sentence.start + match.end())
        yield from _joining(sentence, match, [one for one in beside if one.person])
    for match in matches(DELEGATION, sentence.text):
        listed = [found for name in sentence.names if (found := party(name, sentence)) and found.person]
        yield from _joining(sentence, match, listed)
    for match in matches(WITH, sentence.text):
        who = parties_after(sentence, sentence.start + match.start("who"))
        yield from _joining(
            sentence, match, [one for one in who if one.person and one.end <= sentence.start + match.end("who")]
        )


def _joining(sentence: Sentence, match: re.Match[str], parties: list[Party]) -> Iterator[Encounter]:
    for one in told(sentence, match.start(), match.end(), "talks", parties, "attends") if parties else ():
        yield one._replace(joins=True)
