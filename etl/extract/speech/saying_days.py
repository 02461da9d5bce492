"""On which day somebody said what an article quotes.

In this order: the date beside the verb; the day of the meeting at which, or after which, it was said; the day on which
the same speaker spoke just before; the day of the report, for what officials say of a happening of that very day, since
it lies between the happening and the printing; the day on which the speaker spoke further up. Else nothing fixes it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from etl.extract.caseless import names_any
from etl.extract.reading import DateMention, Sentence
from etl.extract.speech.bearers import Bearer
from etl.extract.speech.cue import Cue
from etl.extract.speech.narrative import Passage, Token
from etl.extract.speech.occasions import Occasion, occasion_of, saying_words, tells_encounter

_CLAUSE = re.compile(r"[,;:—–]\s")
_RELATIVE = re.compile(r"\b(?:where|which|whose|who)\b[^,;]*$")
_AHEAD = re.compile(r"\b(?:[Bb]efore|[Aa]head\s+of|until|prior\s+to)\b[^,;]{0,30}$")
_LONGEST_CLAUSE = 160
_OPENING = 12  # characters before a date that opens its sentence
_LEAD = 6  # tokens
_FROM_TODAY = frozenset({"today", "yesterday", "tonight", "this morning", "this afternoon", "this evening"})
_REPLIED = frozenset({"replied", "replies", "responded", "responds", "answered", "answers", "retorted", "countered"})
_DAY = dt.timedelta(days=1)
_NEWS = 3 * _DAY  # what was said in these days before the report is news; what is older, a recollection
_SOON = 2  # passages: what people say so soon after it is told that they met, they say at the meeting
_HELD = 2  # passages for which another day than the main one is told of


@dataclass(slots=True)
class _Told:
    """A day that the text tells of, and in which passage."""

    day: dt.date
    passage: int
    names: frozenset[str] = frozenset()


@dataclass(slots=True)
class SayingDays:
    """The days on which the speakers of a post spoke, as far as it tells.

    A day holds for what the same speaker says next, if it is one of the last days also after others had the word; and
    for somebody who speaks for the same country or body right after ("Russian officials said on Friday … Lavrov told
    state media"). `roles` are the words by which the article introduces people, by canonical name.
    """

    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    days: dict[str, dt.date] = field(default_factory=dict)
    latest: Bearer | None = None
    reference: dt.date | None = None
    main: dt.date | None = None  # the first day on which the post tells that something happened
    news: _Told | None = None  # the day told of last
    encounter: _Told | None = None  # the day of the latest meeting, call or address, and who is named with it
    round: Bearer | None = None  # who gave several interviews on the day that is told
    told: set[dt.date] = field(default_factory=set)  # the days that the post itself tells of
    passage: int = 0

    def enter(self, reference: dt.date | None) -> None:
        """Forget all days: a new post begins, whose dates count from `reference`."""
        self.days.clear()
        self.told.clear()
        self.latest = self.news = self.encounter = self.round = None
        if reference != self.reference:
            self.reference, self.main = reference, None

    def read(self, passage: Passage, tokens: Sequence[Token], cues: Sequence[Cue]) -> None:
        """Note which day a passage tells of, apart from the dates of what is said."""
        self.passage += 1
        dated = [sentence for sentence in passage.sentences if sentence.dates]
        if not dated:
            return
        said = {date for cue in cues for date in cue.dates}
        reported = _spans(tokens, cues)
        met = tells_encounter(tokens)
        for sentence in dated:
            for date in sentence.dates:
                day = _single(date)
                if day is None or _is_background(sentence, date):
                    continue
                if date in said:  # "said on Friday after the talks"
                    if met and self.encounter is None and self._is_news(day):
                        self.encounter = _Told(day, self.passage)
                    continue
                self.news = _Told(day, self.passage)
                if not any(quotation.opened < date.start < quotation.closed for quotation in passage.quotations):
                    self.told.add(day)
                if self.main is None and _dates_happening(sentence, date):
                    self.main = day
                if met and not (_within(date, reported) or _is_ahead(sentence, date)) and self._is_news(day):
                    names = frozenset(name.actor for name in sentence.names if name.actor is not None)
                    self.encounter = _Told(day, self.passage, names)

    def of(self, dates: Sequence[DateMention], bearer: Bearer | None, *, nested: bool = False) -> dt.date | None:
        """Return the day of a saying: the one that its own dates give, else the one carried over; None for a span."""
        if dates:
            day = None if dates[0].overnight else _single(dates[0])
        else:
            day = self._just_before(bearer) or self._further_up(bearer)
        if bearer is not None and not nested:
            self._set(bearer, day)
        return day

    def of_cue(
        self,
        cue: Cue,
        tokens: Sequence[Token],
        passage: Passage,
        bearer: Bearer | None,
        dates: Sequence[DateMention],
        lead: Sequence[DateMention],
    ) -> dt.date | None:
        """Return the day of what a cue reports; `dates` belong to the saying, `lead` set the scene of its passage."""
        if dates:
            if not saying_words().rounds.isdisjoint([token.lower for token in tokens[: cue.last]]):
                self.round = bearer
            return self.of(dates, bearer)
        if any(_is_span(date) and date.start - passage.start < _OPENING for date in lead):
            return None  # "Last October the two met in Baku, where he said …"
        occasion = occasion_of(tokens, cue, others=self.encounter is None or not self._took_part(bearer))
        if occasion == "indefinite" or bearer is None:
            return None
        if occasion == "encounter" and self.encounter is None:
            occasion = None
        if occasion == "another" and self.round == bearer:
            occasion = None
        day = self._inferred(occasion, passage, bearer) or self._of_reply(cue, tokens)
        self._set(bearer, day)
        return day

    def of_main(self, tokens: Sequence[Token], main: Bearer, lead: Sequence[DateMention]) -> None:
        """Keep the day of a main subject that no cue makes speak: "On Monday, …", "On the eve of the talks, …"."""
        if lead:
            self.of(lead, main)
        elif self.encounter is not None and any(token.lower == "eve" for token in tokens[:_LEAD]):
            self._set(main, self.encounter.day - _DAY)

    def _inferred(self, occasion: Occasion | None, passage: Passage, bearer: Bearer) -> dt.date | None:
        if occasion in ("encounter", "eve") and self.encounter is not None:
            return self.encounter.day - _DAY if occasion == "eve" else self.encounter.day
        if occasion is None and (day := self._just_before(bearer)) is not None:
            return day
        if self._is_of_today(passage, bearer) or self._says_today(passage):
            return self.reference
        if occasion is None:
            return self._further_up(bearer) or self._at_encounter(bearer)
        return None

    def _of_reply(self, cue: Cue, tokens: Sequence[Token]) -> dt.date | None:
        """Return the day of what somebody replies to."""
        if self.latest is None or _REPLIED.isdisjoint([token.lower for token in tokens[cue.first : cue.last]]):
            return None
        return self.days.get(self.latest.name)

    def _just_before(self, bearer: Bearer | None) -> dt.date | None:
        """Return the day of what was said last, by the same voice."""
        if bearer is None or self.latest is None or not self._same_voice(self.latest, bearer):
            return None
        return self.days.get(self.latest.name)

    def _further_up(self, bearer: Bearer | None) -> dt.date | None:
        """Return the day on which this speaker spoke in the last days, others having had the word since."""
        day = self.days.get(bearer.name) if bearer is not None else None
        return day if day is not None and self._is_news(day) else None

    def _is_news(self, day: dt.date) -> bool:
        return self.reference is not None and self.reference - _NEWS <= day <= self.reference

    def _at_encounter(self, bearer: Bearer) -> dt.date | None:
        """Return the day of a meeting just told, for those who took part."""
        told = self.encounter
        return told.day if told and self._took_part(bearer) and self.passage - told.passage <= _SOON else None

    def _took_part(self, bearer: Bearer | None) -> bool:
        return self.encounter is not None and bearer is not None and bearer.name in self.encounter.names

    def _is_of_today(self, passage: Passage, bearer: Bearer) -> bool:
        """Whether an official says something of what happened on the day of the report."""
        if self.reference is None or not self._is_official(bearer):
            return False
        if not any(_tells_happening(sentence) for sentence in passage.sentences):
            return False
        if dates := [date for sentence in passage.sentences for date in sentence.dates]:
            return any(_single(date) == self.reference for date in dates)
        told = self.news
        day = told.day if told is not None and self.passage - told.passage < _HELD else self.main
        return day == self.reference

    def _says_today(self, passage: Passage) -> bool:
        """Whether a quotation calls a day "today" or "yesterday" that the report calls so too."""
        return any(
            _single(date) in self.told and sentence.between(date.start, date.end).lower() in _FROM_TODAY
            for quotation in passage.quotations
            for sentence in passage.sentences
            for date in sentence.dates
            if quotation.opened < date.start < quotation.closed
        )

    def _is_official(self, bearer: Bearer) -> bool:
        """Whether somebody speaks for an office or a body, and is not just one who lived through it."""
        if not bearer.person:
            return not bearer.media and (not bearer.plural or _is_office(bearer.name))
        return bearer.known or _is_office(bearer.name) or not saying_words().officials.isdisjoint(self._role(bearer))

    def _role(self, bearer: Bearer) -> frozenset[str]:
        return self.roles.get(bearer.name, frozenset())

    def _set(self, bearer: Bearer, day: dt.date | None) -> None:
        """Keep the day for what this speaker says next."""
        self.latest = bearer
        if day is None:
            self.days.pop(bearer.name, None)
        else:
            self.days[bearer.name] = day

    def _same_voice(self, before: Bearer, now: Bearer) -> bool:
        """Whether one speaks for the other: the same bearer, officials and a minister, the EU and its spokesman."""
        if before.name == now.name:
            return True
        speaks_for = not before.person or " " not in before.name or not before.name[:1].isupper()
        if not speaks_for:
            return False
        if not now.state and now.country is not None and before.country == now.country:
            return True
        initials = "".join(word[0] for word in before.name.lower().split())
        return not before.person and len(initials) > 1 and initials in self._role(now)


def introduced_as(introductions: Iterable[tuple[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """Return the words of all the introductions of each person."""
    words: dict[str, frozenset[str]] = {}
    for name, role in introductions:
        words[name] = words.get(name, frozenset()) | role
    return words


def _is_office(role: str) -> bool:
    return not saying_words().officials.isdisjoint(role.lower().split())


def _tells_happening(sentence: Sentence) -> bool:
    return names_any(sentence.text, saying_words().happening)


def _dates_happening(sentence: Sentence, date: DateMention) -> bool:
    """Whether a date stands in one clause with a happening, or opens its sentence."""
    if not _tells_happening(sentence):
        return False
    before = sentence.before(date.start, _LONGEST_CLAUSE)
    after = _CLAUSE.split(sentence.after(date.end, _LONGEST_CLAUSE))
    follows = after[1] if len(before) <= _OPENING and len(after) > 1 else ""
    return names_any(" ".join((_CLAUSE.split(before)[-1], after[0], follows)), saying_words().happening)


def _is_background(sentence: Sentence, date: DateMention) -> bool:
    """Whether a date only tells more of something: "the district where a missile a week ago …"."""
    return _RELATIVE.search(sentence.before(date.start, _LONGEST_CLAUSE)) is not None


def _is_ahead(sentence: Sentence, date: DateMention) -> bool:
    """Whether a sentence tells of what comes before a day: "ahead of Tuesday's talks"."""
    return _AHEAD.search(sentence.before(date.start, _LONGEST_CLAUSE)) is not None


def _spans(tokens: Sequence[Token], cues: Iterable[Cue]) -> list[tuple[int, int]]:
    """Return where the text stands that cues report."""
    return [(tokens[first].start, tokens[last - 1].end) for cue in cues for first, last in cue.reach if first < last]


def _within(date: DateMention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= date.start < end for start, end in spans)


def _is_span(date: DateMention) -> bool:
    return date.first != date.last or date.first is None


def _single(date: DateMention) -> dt.date | None:
    """Return the one past day that a date means; None for a span, or what is yet to come."""
    return date.first if date.first == date.last and not date.future else None
