"""Who says which stretch of the text, in quotation marks or as reported speech."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.extract import attribution, narrative, scare
from etl.extract.attribution import Cue
from etl.extract.narrative import Passage, Token
from etl.extract.reading import Sentence, Voice
from etl.extract.speakers import Bearer, Memory
from etl.extract.subjects import DETERMINERS, PREPOSITIONS, after, may_be_noun


def mark(text: str, sentences: Sequence[Sentence]) -> tuple[Voice, ...]:
    """Return the voices in the order of the text. Linear in its length; raises nothing."""
    reader = _Reader(text)
    for passage in narrative.passages(text, sentences):
        reader.read(passage)
    return tuple(sorted(reader.voices, key=lambda voice: (voice.start, -voice.end)))


@dataclass(slots=True)
class _Said:
    """The latest statement: what a quotation without a cue of its own may go on from."""

    statement: int
    bearer: Bearer | None
    said_on: dt.date | None
    open: bool  # nothing but its attribution has come since


@dataclass(slots=True)
class _Reader:
    text: str
    voices: list[Voice] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    said: _Said | None = None
    statements: int = 0
    days: dict[str, dt.date | None] = field(default_factory=dict)
    last_speaker: str | None = None

    def read(self, passage: Passage) -> None:
        """Add the voices of a passage."""
        if passage.heading or passage.post != self.memory.post:
            self.memory.enter(passage.post)
            self.said = None
            self.days.clear()
        tokens = narrative.tokenise(self.text, passage)
        cues = attribution.cues(self.text, tokens)
        self.memory.learn(tokens)
        main = self._main_subject(tokens)
        if main is not None:
            self.memory.speak(main)
        bearers = self._bearers(cues, main)
        self._direct(passage, tokens, cues, bearers, main)
        self._indirect(tokens, cues, bearers)
        if passage.heading:
            self.memory.enter(passage.post)
            self.said = None

    def _bearers(self, cues: Sequence[Cue], main: Bearer | None) -> list[Bearer | None]:
        bearers: list[Bearer | None] = []
        for cue in cues:
            if cue.subject.kind == "elided":
                previous = next((bearer for bearer in reversed(bearers) if bearer is not None), None)
                bearer = previous or main
            else:
                bearer = self.memory.resolve(cue.subject)
            if bearer is not None and (cue.place != "source" or not (bearer.person or bearer.media)):
                self.memory.speak(bearer)
            bearers.append(bearer)
        return bearers

    def _main_subject(self, tokens: Sequence[Token]) -> Bearer | None:
        """Return the subject of a passage's main clause, as far as word order tells."""
        for index, token in enumerate(tokens[:60]):
            if token.kind == "word" and token.lower in ("he", "she", "it", "they"):
                return self.memory.latest(token.lower)
            opens = (
                index == 0 or tokens[index - 1].kind in ("mark", "quote", "date") or not may_be_noun(tokens[index - 1])
            )
            if not opens or (index and tokens[index - 1].lower in PREPOSITIONS):
                continue
            if index > 1 and tokens[index - 1].lower in DETERMINERS and tokens[index - 2].lower in PREPOSITIONS:
                continue
            phrase = after(self.text, tokens, index)
            if (
                phrase is None
                or phrase.kind == "unknown"
                or (phrase.kind == "role" and tokens[index].kind == "word" and index > 1)
            ):
                continue
            bearer = self.memory.resolve(phrase)
            if bearer is not None:
                return bearer
        return None

    def _direct(
        self,
        passage: Passage,
        tokens: Sequence[Token],
        cues: Sequence[Cue],
        bearers: Sequence[Bearer | None],
        main: Bearer | None,
    ) -> None:
        previous: tuple[int, int, int] | None = None  # cue, statement, token of the quotation before in this passage
        for index, token in enumerate(tokens):
            quotation = token.quotation
            if quotation is None:
                continue
            chosen = _cue_for(tokens, index, cues)
            verdict = scare.judge(
                self.text, tokens, index, cues[chosen] if chosen is not None else None, passage.heading
            )
            if not verdict.speech:
                self._add(quotation.start, quotation.end, True, None, None, self._next(), scare=True, rule=verdict.rule)
                continue
            if chosen is None:
                self._continue(passage, tokens, index, main, verdict.rule)
                previous = None
                continue
            cue, bearer = cues[chosen], bearers[chosen]
            day = self._day(cue, bearer)
            if previous is not None and previous[0] == chosen and _resumes(tokens, previous[2], index, cue):
                statement = previous[1]
            else:
                statement = self._next()
            self._add(quotation.start, quotation.end, True, bearer, day, statement, rule=f"quote_{cue.place}")
            previous = (chosen, statement, index)
            full = (
                cue.place in ("tail", "inner")
                and _begins_sentence(tokens, index)
                or cue.place == "head"
                and _ends_passage(tokens, index)
            )
            self.said = _Said(statement, bearer, day, open=full)
        if not passage.quotations and self.said is not None:
            self.said.open = False

    def _continue(self, passage: Passage, tokens: Sequence[Token], index: int, main: Bearer | None, rule: str) -> None:
        """Add a quotation that has no cue of its own."""
        quotation = tokens[index].quotation
        assert quotation is not None
        alone = _begins_sentence(tokens, index)
        if alone and self.said is not None and self.said.open:
            self._add(
                quotation.start,
                quotation.end,
                True,
                self.said.bearer,
                self.said.said_on,
                self.said.statement,
                rule="quote_continued",
            )
            return
        if alone and main is None:
            bearer = self.memory.recent[-1] if self.memory.recent else None
        else:
            bearer = main
        statement = self._next()
        day = self.days.get(bearer.name) if bearer is not None and bearer.name == self.last_speaker else None
        self._add(quotation.start, quotation.end, True, bearer, day, statement, rule=rule)
        self.said = _Said(statement, bearer, day, open=_ends_passage(tokens, index))

    def _indirect(self, tokens: Sequence[Token], cues: Sequence[Cue], bearers: Sequence[Bearer | None]) -> None:
        for cue, bearer in zip(cues, bearers, strict=True):
            day = self._day(cue, bearer)
            statement = self._next()
            for first, last in cue.reach:
                while first < last and tokens[first].kind == "mark":
                    first += 1
                while last > first and tokens[last - 1].kind == "mark":
                    last -= 1
                if last - first < 2 or all(token.kind in ("quote", "mark") for token in tokens[first:last]):
                    continue
                self._add(
                    tokens[first].start,
                    tokens[last - 1].end,
                    False,
                    bearer,
                    day,
                    statement,
                    rule=f"reported_{cue.place}",
                )

    def _day(self, cue: Cue, bearer: Bearer | None) -> dt.date | None:
        """Return the day that the cue gives, else the day of what the same speaker has just said."""
        given = [date for date in cue.dates if date.first is not None]
        name = bearer.name if bearer is not None else None
        day: dt.date | None = None
        if given:
            day = given[0].first if given[0].first == given[0].last else None
        elif not cue.dates and name is not None and name == self.last_speaker:
            day = self.days.get(name)
        if name is not None:
            self.days[name] = day
            self.last_speaker = name
        return day

    def _next(self) -> int:
        self.statements += 1
        return self.statements

    def _add(
        self,
        start: int,
        end: int,
        direct: bool,
        bearer: Bearer | None,
        day: dt.date | None,
        statement: int,
        *,
        scare: bool = False,
        rule: str,
    ) -> None:
        self.voices.append(Voice(start, end, direct, bearer.name if bearer else None, day, statement, scare, rule))


def _cue_for(tokens: Sequence[Token], index: int, cues: Sequence[Cue]) -> int | None:
    """Return which cue gives tokens[index], a quotation, to its speaker: the one directly behind, before, around it."""
    behind: int | None = None
    around: int | None = None
    source: int | None = None
    for number, cue in enumerate(cues):
        if not any(first <= index < last for first, last in cue.reach):
            continue
        if cue.place == "source":
            source = number
        elif cue.place == "head":
            behind = number
        else:
            adjacent = cue.first - index == 1 or (cue.first - index == 2 and tokens[index + 1].lower in (",", "—", "–"))
            if adjacent and (behind is None or not _passes_on(cue)):
                return number
            if around is None or cue.first > index:
                around = number if around is None else around
    if behind is not None:
        return behind
    return around if around is not None else source


def _passes_on(cue: Cue) -> bool:
    name = cue.subject.name
    return (name is not None and name.actor_kind == "media") or "news" in cue.subject.words.lower()


def _resumes(tokens: Sequence[Token], before: int, index: int, cue: Cue) -> bool:
    """Whether a quotation goes on behind its attribution: "A," he said, "B"."""
    return (
        before < cue.first < index
        and index - cue.last <= 1
        or (cue.last <= index and tokens[index - 1].lower in (",", ":", "that") and before < cue.first)
    )


def _begins_sentence(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].lower in (".", "!", "?") or tokens[index - 1].kind == "quote"


def _ends_passage(tokens: Sequence[Token], index: int) -> bool:
    return all(token.kind == "mark" for token in tokens[index + 1 :])
