"""Who says which stretch of the text, in quotation marks or as reported speech."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.extract import attribution, narrative, scare
from etl.extract.attribution import Cue
from etl.extract.narrative import Passage, Token
from etl.extract.quotation_marks import Quotation
from etl.extract.reading import Sentence, Voice
from etl.extract.saying_days import SayingDays
from etl.extract.speakers import Bearer, Memory, people_of
from etl.extract.subjects import media_nouns


def mark(text: str, sentences: Sequence[Sentence]) -> tuple[Voice, ...]:
    """Return the voices in the order of the text. Linear in its length; raises nothing."""
    reader = _Reader(text, Memory(people_of(sentences)))
    for passage in narrative.passages(text, sentences):
        reader.read(passage)
    return tuple(sorted(reader.voices, key=lambda voice: (voice.start, -voice.end)))

_LONG_QUOTATION = 60  # characters from which a quotation can report what others say
_LONGEST_GAP = 2  # sentences between two reports of one speaker that are taken for the speaker's too


@dataclass(frozen=True, slots=True)
class _Saying:
    """A cue with whom it makes speak, and when."""

    cue: Cue
    bearer: Bearer | None
    day: dt.date | None


@dataclass(slots=True)
class _Statement:
    """The latest quotation: what one without a cue of its own may go on from."""

    number: int
    bearer: Bearer | None
    day: dt.date | None
    token: int
    cue: Cue | None
    open: bool = False  # nothing but its attribution has come since


@dataclass(slots=True)
class _Reader:
    text: str
    memory: Memory
    voices: list[Voice] = field(default_factory=list)
    days: SayingDays = field(default_factory=SayingDays)
    latest: _Statement | None = None
    statements: int = 0
    before: tuple[Bearer | None, int] = (None, -1)  # who had the word last in narrative, and in which paragraph
    between: list[Passage] = field(default_factory=list)  # passages since then that nobody is said to say

    def read(self, passage: Passage) -> None:
        """Add the voices of a passage."""
        if passage.heading or passage.post != self.memory.post:
            self._enter(passage)
        tokens = narrative.tokenise(self.text, passage)
        cues = attribution.cues(self.text, tokens)
        self.memory.learn(tokens)
        main, named = self.memory.main_subject(self.text, tokens)
        if main is not None:
            self.memory.speak(main)
        sayings = self._sayings(cues, tokens, main, named=named)
        if not passage.quotations and self.latest is not None:
            self.latest.open = False
        for index, token in enumerate(tokens):
            if token.quotation is not None:
                self._direct(token.quotation, tokens, index, sayings, main, passage.heading)
                self._cited(token.quotation, passage)
        for saying in sayings:
            self._indirect(saying, tokens)
        self._fill(passage, tokens, sayings)
        if passage.heading:
            self._enter(passage)

    def _enter(self, passage: Passage) -> None:
        self.memory.enter(passage.post, passage.sentences[0].reference)
        self.days.clear()
        self.latest = None
        self.before = (None, -1)

    def _fill(self, passage: Passage, tokens: Sequence[Token], sayings: Sequence[_Saying]) -> None:
        """Give what stands between two reports of one speaker in a paragraph to that speaker."""
        paragraph = passage.sentences[0].paragraph
        if not sayings and not passage.quotations and paragraph == self.before[1]:
            self.between.append(passage)
            return
        bearer = sayings[0].bearer if sayings and sayings[0].cue.place != "head" else None
        if bearer is not None and (bearer, paragraph) == self.before and len(self.between) <= _LONGEST_GAP:
            for gap in self.between:
                self._add(gap.start, gap.end, False, bearer, sayings[0].day, self._next(), rule="reported_between")
        self.between.clear()
        last = sayings[-1] if sayings else None
        if last is None or last.bearer is None or not (last.cue.place != "head" or last.cue.subject.kind == "pronoun"):
            self.before = (None, -1)
        else:
            self.before = (last.bearer, paragraph)

    def _sayings(
        self, cues: Sequence[Cue], tokens: Sequence[Token], main: Bearer | None, *, named: bool
    ) -> list[_Saying]:
        """Return the cues of a passage with their speakers and days."""
        lead = attribution.lead_dates(tokens)
        if main is not None and lead and not any(cue.place in ("head", "tail") for cue in cues):
            self.days.of(lead, main)
        sayings: list[_Saying] = []
        covered = 0
        for cue in cues:
            if cue.subject.kind == "elided":
                bearer = next((saying.bearer for saying in reversed(sayings) if saying.bearer is not None), main)
            else:
                named_first = main if named and cue.place in ("tail", "inner") else None
                bearer = self.memory.resolve(cue.subject, besides=named_first)
            nested = cue.last < covered and cue.subject.kind != "elided"
            dates = cue.dates or (lead if cue.subject.kind == "elided" and not sayings else ())
            sayings.append(_Saying(cue, bearer, self.days.of(dates, bearer, nested=nested or cue.place == "source")))
            if bearer is not None and (cue.place != "source" or not (bearer.person or bearer.media)):
                self.memory.speak(bearer)
            if cue.place == "head":
                covered = max(covered, cue.reach[0][1])
        return sayings

    def _direct(
        self,
        quotation: Quotation,
        tokens: Sequence[Token],
        index: int,
        sayings: Sequence[_Saying],
        main: Bearer | None,
        heading: bool,
    ) -> None:
        """Add a quotation, or mark it as no speech."""
        chosen = _cue_for(tokens, index, [saying.cue for saying in sayings])
        saying = sayings[chosen] if chosen is not None else None
        verdict = scare.judge(self.text, tokens, index, saying.cue if saying else None, heading)
        if not verdict.speech:
            self._add(quotation.start, quotation.end, True, None, None, self._next(), scare=True, rule=verdict.rule)
            return
        before = self.latest
        if saying is None:
            self.latest = self._without_cue(tokens, index, main)
            rule = "quote_continued" if before is not None and self.latest.number == before.number else verdict.rule
        else:
            resumes = (
                before is not None and before.cue is saying.cue and _resumes(tokens, before.token, index, saying.cue)
            )
            number = before.number if resumes and before is not None else self._next()
            self.latest = _Statement(number, saying.bearer, saying.day, index, saying.cue)
            whole = _begins_sentence(tokens, index) if saying.cue.place != "head" else _ends_passage(tokens, index)
            self.latest.open = whole or resumes
            rule = f"quote_{saying.cue.place}"
        said = self.latest
        self._add(quotation.start, quotation.end, True, said.bearer, said.day, said.number, rule=rule)

    def _without_cue(self, tokens: Sequence[Token], index: int, main: Bearer | None) -> _Statement:
        """Return the statement of a quotation that has no cue of its own: it goes on, or the last subject says it."""
        alone = _begins_sentence(tokens, index) and _closes_sentence(self.text, tokens, index)
        if alone and self.latest is not None and self.latest.open:
            return _Statement(self.latest.number, self.latest.bearer, self.latest.day, index, None, open=True)
        bearer = main
        if alone and main is None and self.memory.recent:
            bearer = self.memory.recent[-1]
        dates = attribution.dates_between(tokens, max(0, index - 6), index)
        return _Statement(
            self._next(), bearer, self.days.of(dates, bearer), index, None, open=_ends_passage(tokens, index)
        )

    def _indirect(self, saying: _Saying, tokens: Sequence[Token]) -> None:
        """Add what a cue reports, quoted or not."""
        statement = self._next()
        for first, last in saying.cue.reach:
            while first < last and tokens[first].kind == "mark":
                first += 1
            while last > first and tokens[last - 1].kind == "mark":
                last -= 1
            if last - first < 2 or all(token.kind in ("quote", "mark") for token in tokens[first:last]):
                continue
            start, end = tokens[first].start, tokens[last - 1].end
            self._add(start, end, False, saying.bearer, saying.day, statement, rule=f"reported_{saying.cue.place}")

    def _cited(self, quotation: Quotation, passage: Passage) -> None:
        """Add what somebody else is said to say within a quotation: "Officials estimate that …"."""
        if quotation.end - quotation.start < _LONG_QUOTATION:
            return
        inner = Passage(quotation.start, quotation.end, passage.sentences, (), opens_paragraph=False)
        tokens = narrative.tokenise(self.text, inner)
        for cue in attribution.cues(self.text, tokens):
            if cue.subject.kind in ("name", "role"):
                self._indirect(_Saying(cue, self.memory.resolve(cue.subject), None), tokens)

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
    """Whether the cue's subject is one of the media, or a name in capitals as agencies have."""
    subject = cue.subject
    if subject.name is not None:
        return subject.name.actor_kind == "media"
    words = subject.words.lower().split()
    return bool(words) and (
        words[-1] in media_nouns() or "news" in words or (subject.kind == "unknown" and subject.words.isupper())
    )


def _resumes(tokens: Sequence[Token], before: int, index: int, cue: Cue) -> bool:
    """Whether a quotation goes on behind its attribution: "A," he said, "B"."""
    return (
        before < cue.first < index
        and index - cue.last <= 1
        or (cue.last <= index and tokens[index - 1].lower in (",", ":", "that") and before < cue.first)
    )


def _begins_sentence(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].lower in (".", "!", "?") or tokens[index - 1].kind == "quote"


def _closes_sentence(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing of its sentence follows a quotation, which a comma before the closing mark would announce."""
    quotation = tokens[index].quotation
    return quotation is not None and text[quotation.end - 1] != ","


def _ends_passage(tokens: Sequence[Token], index: int) -> bool:
    return all(token.kind == "mark" for token in tokens[index + 1 :])
