"""Whom a pronoun means: the persons and states that a post has named so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.events.parties import DELEGATES, Party, as_named, heads_a_state, party
from etl.extract.reading import NameMention, Sentence, Voice

_OWNS = re.compile(rf"[’']s\s+(?!(?:[\w-]+\s+){{0,3}}?{DELEGATES}\b)")
_SAYS = Caseless(r"^,?\s+(?:\w+ly\s+)?(?:said|told|says|wrote|added|announced)\b")
_SAID = Caseless(r"\b(?:said|says|according\s+to|added)\s+(?:(?!that\b|he\b|she\b)[\w’'.-]+\s+){0,5}$")
_PAIRED = Caseless(r"^\s+and\s+(?:[\w’'.-]+\s+){0,5}$")
_PAIR = Caseless(r"\bthe\s+(?:pair|duo)\b[^.;:,]{0,60}$")
_ALL_OF_THEM = Caseless(
    r"\bthe\s+(?:(?:three|four|five|six|seven|european)\s+)?(?:leaders|presidents|ministers)\s*(?:\b\w+\s+){0,2}$"
)
_LEADERS = Caseless(r"\b(?:two|both)\s+(?:leaders|presidents|heads\s+of\s+state)\b")


class Antecedents:
    """The persons and states named so far in a post, for pronouns; fed sentence by sentence.

    `article` are all its sentences: they say which two states it is about.
    """

    def __init__(self, voices: Sequence[Voice] = (), article: Sequence[Sentence] = ()) -> None:
        self._voices = [voice for voice in voices if voice.direct and voice.speaker]
        self._article = article
        self._post: int | None = None
        self._unread: list[Sentence] = []
        self._saying: set[int] = set()  # where those are named who only say something
        self._owners: list[tuple[int, NameMention, Party]] = []  # "B's trip": whom a pronoun may mean
        self._named: list[tuple[int, NameMention, Party]] = []
        self._pair: tuple[int, list[Party]] | None = None  # the last two persons joined by "and", and their sentence

    def read(self, sentence: Sentence) -> None:
        """Take in the names of the next sentence."""
        if sentence.post != self._post:
            self._post, self._unread, self._named, self._pair = sentence.post, [], [], None
        self._unread.append(sentence)

    def _last_named(self) -> list[tuple[int, NameMention, Party]]:
        """Return the last names of the post with the number of their sentence; they are read when a pronoun asks."""
        for sentence in self._unread:
            for mention in sentence.names:
                found = party(mention, sentence)
                if found is None and mention.actor_kind == "person" and _OWNS.match(sentence.after(mention.end, 60)):
                    self._owners.append((sentence.index, mention, as_named(mention)))
                if not mention.adjectival and found:
                    says = _SAYS.match(sentence.after(mention.end, 30)) or _SAID.search(sentence.before(mention.start))
                    if says and not reference.offices_of(found.name):
                        self._saying.add(found.start)
                    self._named.append((sentence.index, mention, found))
                    self._take_pair(sentence)
        self._unread = []
        del self._named[:-40], self._owners[:-8]
        return self._named

    def _take_pair(self, sentence: Sentence) -> None:
        """Keep the last two persons named if "and" joins them, and no other pair of the sentence came before."""
        (index, _, first), (_, _, second) = self._named[-2:] if len(self._named) > 1 else [self._named[-1]] * 2
        if not (first.person and second.person) or index != sentence.index or first.name == second.name:
            return
        if self._pair and self._pair[0] == index:
            return
        if _PAIRED.match(sentence.between(first.end, second.start)):
            self._pair = index, [first, second]

    @cached_property
    def main_pair(self) -> tuple[Party, ...]:
        """Return the two states that the text names most, or nobody where it names fewer or a third as often."""
        states = Counter(
            mention.country
            for sentence in self._article
            for mention in sentence.names
            if mention.country and mention.actor_kind != "media"
        )
        ranked = [(land, count) for code, count in states.most_common(3) if (land := reference.countries().get(code))]
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] == ranked[1][1]):
            return ()
        return tuple(Party(land.name, land.iso2, False, 0, 0) for land, _ in ranked[:2])

    def one(self, pronoun: str, sentence: Sentence, offset: int, besides: Iterable[str] = ()) -> Party | None:
        """Return whom "he" or "she" at `offset` means: the first person of that gender in the nearest sentence."""
        gender, taken = ("m" if pronoun == "he" else "f"), set(besides)
        named = [
            (index, one) for index, mention, one in self._last_named()
            if one.person and one.end <= offset and one.name not in taken and mention.gender in (gender, None)
            and sentence.index - index <= 3
        ]  # fmt: skip
        nearest = max((index for index, _ in named), default=-1)
        if nearest < sentence.index:
            for index, mention, owner in self._owners:
                here = index == sentence.index and owner.end <= offset
                if here and owner.name not in taken and mention.gender in (gender, None):
                    return owner
        return next((one for index, one in named if index == nearest), None)

    def speaker(self, sentence: Sentence, offset: int) -> Party | None:
        """Return whom "I" at `offset` means: who says the quotation that it stands in."""
        index = bisect_right(self._voices, offset, key=lambda voice: voice.start) - 1
        if index < 0 or self._voices[index].end <= offset:
            return None
        name = self._voices[index].speaker
        known = [one for _, _, one in self._last_named() if one.name == name]
        return known[-1] if known else None

    def _nearest(self, sentence: Sentence) -> list[Party]:
        """Return all persons of the nearest sentence before this one that names any."""
        named = [(index, one) for index, _, one in self._last_named() if one.person and index < sentence.index]
        nearest = max((index for index, _ in named), default=-1)
        if sentence.index - nearest > 2:
            return []
        return list({one.name: one for index, one in named if index == nearest}.values())

    def two(self, sentence: Sentence, offset: int, persons: bool = True) -> list[Party]:
        """Return whom "they" or "the two leaders" at `offset` means: the last two persons (or states) named."""
        named = self._last_named()
        pair = _PAIR.search(sentence.before(offset, 80))
        if pair and self._pair and sentence.index - self._pair[0] <= 3:
            return self._pair[1]
        if persons and _ALL_OF_THEM.search(sentence.before(offset, 60)) and len(many := self._nearest(sentence)) > 2:
            return many
        found: list[Party] = []
        leaders = _LEADERS.search(sentence.text[max(0, offset - sentence.start - 30) : offset - sentence.start + 60])
        for index, _, one in reversed(named):
            far = sentence.index - index > 3 and not (leaders and found)
            if one.end > offset or far or one.start in self._saying or (leaders and not heads_a_state(one)):
                continue
            if one.person == persons and one.name not in {other.name for other in found}:
                found.append(one)
            if len(found) == 2:
                return found[::-1]
        return []
