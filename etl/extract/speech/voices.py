"""Who says which stretch of the text, in quotation marks or as reported speech.

The steps, each in its module: quotation_marks (pairs of marks), narrative (passages and their tokens), attribution
(cues with their subjects), speakers (whom a subject stands for), scare (what is quoted but not said), saying_days
(when it was said).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from etl.extract.reading import DateMention, Sentence, Voice
from etl.extract.speech import narrative, scare
from etl.extract.speech.attribution import cues
from etl.extract.speech.back_references import referred_to, refers_back, signs
from etl.extract.speech.bearers import Bearer, introductions_of, people_of
from etl.extract.speech.cue_dates import dates_between, lead_dates
from etl.extract.speech.labels import QUOTES, source_of
from etl.extract.speech.narrative import Passage, Token
from etl.extract.speech.quotation_marks import Quotation
from etl.extract.speech.quote_cues import begins_sentence, cue_of, ends_passage, follows_quotation, only_quotes, resumes
from etl.extract.speech.reporting_verbs import forms
from etl.extract.speech.saying_days import SayingDays, introduced_as
from etl.extract.speech.speakers import Memory
from etl.extract.speech.statements import Block, Saying, Statement

_LONGEST_PART = 400  # tokens read as one: keeps a sentence of 10,000 words linear
_LONG_QUOTATION = 9  # words from which a quotation can report what others say
_LONGEST_GAP = 2  # sentences between two reports of one speaker that are taken for the speaker's too
_LONGEST_BLOCK = 400  # characters of a block quotation in which its first person is looked for
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]m|I['’]ve|[Ww]e|[Ww]e['’](?:re|ve|ll)|[Oo]ur|[Uu]s|[Mm]y)\b(?!\.)")
_ISSUED = frozenset({"issued", "issues", "released", "releases", "published", "publishes"})
_NEARBY = 6  # tokens before a quotation without a cue in which its date may stand


def mark(text: str, sentences: Sequence[Sentence]) -> tuple[Voice, ...]:
    """Return the voices in the order of the text. Linear in its length; raises nothing."""
    plain = narrative.plainly(text)
    passages = [(passage, narrative.tokenise(text, plain, passage)) for passage in narrative.passages(text, sentences)]
    introductions = introductions_of((passage.post, tokens) for passage, tokens in passages)
    roles = introduced_as((found.bearer.name, found.words) for found in introductions)
    reader = _Reader(text, plain, Memory(people_of(sentences), introductions), SayingDays(roles))
    for passage, tokens in passages:
        reader.read(passage, tokens)
    return tuple(sorted(reader.voices, key=lambda voice: (voice.start, -voice.end)))


@dataclass(slots=True)
class _Reader:
    """Reads passages in order, and remembers what the next one may refer to."""

    text: str
    plain: str  # the text as tokens have it
    memory: Memory
    days: SayingDays
    voices: list[Voice] = field(default_factory=list)
    latest: Statement | None = None
    statements: int = 0
    before: tuple[Bearer | None, int] = (None, -1)  # who had the word last in narrative, and in which paragraph
    block: Block | None = None
    gap: list[Passage] = field(default_factory=list)  # passages since then that nobody is said to say
    unsaid: list[Passage] = field(default_factory=list)  # those directly before, whatever their paragraph

    def read(self, passage: Passage, tokens: list[Token]) -> None:
        """Add the voices of a passage."""
        if passage.heading or passage.post != self.memory.post:
            self._enter(passage)
        if self._in_block(passage):
            return
        if not passage.quotations and self.latest is not None:
            self.latest.open = False
        self.memory.passage += 1
        sayings: list[Saying] = []
        for part in _parts(tokens):
            sayings = self._read_part(passage, part)
            self._give_back(passage, part, sayings)
        self._announce(passage, tokens, sayings[-1] if sayings else None)
        if passage.heading:
            self._enter(passage)

    def _announce(self, passage: Passage, tokens: Sequence[Token], saying: Saying | None) -> None:
        """Expect a block quotation, set off without marks, behind a paragraph that ends with "She said:"."""
        self.block = None
        if saying is not None and saying.cue.place == "head" and tokens and tokens[-1].lower == ":":
            said = Statement(self._next(), saying.bearer, saying.day)
            self.block = Block(said, passage.sentences[-1].paragraph + 1)

    def _in_block(self, passage: Passage) -> bool:
        """Add a passage of the block quotation that is expected, and tell whether it is one: it says "we" or "I"."""
        block = self.block
        if block is None or passage.sentences[0].paragraph != block.paragraph or passage.quotations:
            return False
        if not block.begun and _FIRST_PERSON.search(self.text, passage.start, passage.start + _LONGEST_BLOCK) is None:
            self.block = None
            return False
        block.begun = True
        self._add(passage.start, passage.end, block.said, direct=True, rule="quote_block")
        return True

    def _enter(self, passage: Passage) -> None:
        """Forget what a new post, or the text under a heading, does not refer to."""
        if passage.post != self.memory.post:
            self.days.enter(passage.sentences[0].reference)
        self.memory.enter(passage.post, passage.sentences[0].reference)
        self.latest = None
        self.before = (None, -1)
        self.gap.clear()
        self.unsaid.clear()

    def _read_part(self, passage: Passage, tokens: Sequence[Token]) -> list[Saying]:
        self.memory.learn(tokens)
        if (source := source_of(self.text, tokens, self.memory.resolve)) is not None:
            self.memory.speak(source, says=True)
        main, named = self.memory.main_subject(self.text, tokens)
        if main is not None:
            self.memory.speak(main, says=False)
        lead = lead_dates(tokens) if any(sentence.dates for sentence in passage.sentences) else ()
        sayings = list(self._sayings(passage, tokens, main, lead, named=named))
        for index, token in enumerate(tokens if passage.quotations else ()):
            if token.quotation is not None:
                self._direct(token.quotation, tokens, index, sayings, main)
                self._cited(token.quotation, passage)
        for saying in sayings:
            self._indirect(saying, tokens)
        self._fill(passage, sayings)
        return sayings

    def _sayings(
        self,
        passage: Passage,
        tokens: Sequence[Token],
        main: Bearer | None,
        lead: tuple[DateMention, ...],
        *,
        named: bool,
    ) -> Iterator[Saying]:
        """Yield the cues of a passage with their speakers and days; `lead` are the dates that set its scene."""
        found = list(cues(self.text, tokens))
        self.days.read(passage, tokens, found)
        if main is not None and not any(cue.place in ("head", "tail") for cue in found):
            self.days.of_main(tokens, main, lead)
            if not _ISSUED.isdisjoint([token.lower for token in tokens]):
                self.memory.write(tokens, main)
        previous: Bearer | None = None
        covered = 0
        for cue in found:
            elided = cue.subject.kind == "elided"
            if elided:
                labelled = self.memory.speaker if tokens[cue.first].lower in QUOTES else None
                bearer = labelled or previous or main
            else:
                inside = named and not follows_quotation(tokens, cue)  # "Putin is losing, he said"
                said_before = main if inside and cue.place in ("tail", "inner") else None
                bearer = self.memory.resolve(cue.subject, besides=said_before)
            nested = cue.place == "source" or (cue.last < covered and not elided)
            dates = lead if elided and previous is None and not cue.dates else cue.dates
            if nested:
                yield Saying(cue, bearer, self.days.of(dates, bearer, nested=True))
            else:
                yield Saying(cue, bearer, self.days.of_cue(cue, tokens, passage, bearer, dates, lead))
            if bearer is not None and (cue.place != "source" or bearer.single_body or bearer.person):
                self.memory.speak(bearer, says=not nested or cue.place == "source")
            if not nested and not elided:
                self.memory.outlet = bearer if bearer is not None and bearer.media and cue.place == "head" else None
            if cue.place == "head":
                covered = max(covered, cue.reach[0][1])
            previous = bearer or previous
            if bearer is not None and cue.subject.kind != "pronoun":
                self.memory.write(tokens[cue.first : max(cue.last, cue.reach[0][0])], bearer)

    def _direct(
        self, quotation: Quotation, tokens: Sequence[Token], index: int, sayings: Sequence[Saying], main: Bearer | None
    ) -> None:
        """Add a quotation, or mark it as no speech."""
        number = cue_of(tokens, index, [saying.cue for saying in sayings])
        saying = sayings[number] if number is not None else None
        verdict = scare.judge(self.text, tokens, index, saying.cue if saying else None)
        if not verdict.speech:
            self.voices.append(
                Voice(quotation.start, quotation.end, True, None, None, self._next(), scare=True, rule=verdict.rule)
            )
            return
        before = self.latest
        if saying is None:
            if verdict.rule == "quote_fragment" and (main is None or not main.person):
                main = self.memory.speaker or main
            said = self._without_cue(tokens, index, main)
            goes_on = before is not None and said.number == before.number
            rule = "quote_continued" if goes_on else verdict.rule
        else:
            said = self._with_cue(tokens, index, saying)
            rule = f"quote_{saying.cue.place}"
        said.unclosed = not quotation.closed_by_mark and "”" not in self.text[quotation.start : quotation.end]
        self.latest = said
        self._add(quotation.start, quotation.end, said, direct=True, rule=rule)

    def _with_cue(self, tokens: Sequence[Token], index: int, saying: Saying) -> Statement:
        """Return the statement of a quotation that a cue gives to its speaker."""
        before, cue = self.latest, saying.cue
        resumed = before is not None and before.cue is cue and resumes(tokens, before.token, index, cue)
        if before is not None and (resumed or (index == 0 and before.may_go_on(saying))):
            return Statement(before.number, before.bearer, before.day, index, cue, open=True)
        directly = cue.first - index in (1, 2)  # '… they should "go ahead," Putin said. "But …"'
        whole = self._is_whole(tokens, index) if cue.place == "head" else directly or begins_sentence(tokens, index)
        return Statement(self._next(), saying.bearer, saying.day, index, cue, open=whole)

    def _is_whole(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a quotation behind its cue is a statement of its own, which may go on, and no part of a sentence."""
        quotation = tokens[index].quotation
        return quotation is not None and ends_passage(tokens, index) and not self.text[quotation.start].islower()

    def _without_cue(self, tokens: Sequence[Token], index: int, main: Bearer | None) -> Statement:
        """Return the statement of a quotation that has no cue of its own: it goes on, or the last subject says it."""
        quotation = tokens[index].quotation
        # by words that no rule could read, if there are any
        attributed = quotation is not None and self.text[quotation.end - 1] == "," and not only_quotes(tokens, index)
        alone = begins_sentence(tokens, index) and not attributed
        if alone and self.latest is not None and self.latest.open:
            return Statement(self.latest.number, self.latest.bearer, self.latest.day, index, open=True)
        bearer = main
        if alone and main is None and self.memory.recent:
            bearer = self.memory.recent[-1]
        day = self.days.of(dates_between(tokens, max(0, index - _NEARBY), index), bearer)
        whole = ends_passage(tokens, index) or (attributed and begins_sentence(tokens, index))
        return Statement(self._next(), bearer, day, index, open=whole)

    def _indirect(self, saying: Saying, tokens: Sequence[Token]) -> None:
        """Add what a cue reports, quoted or not."""
        said = Statement(self._next(), saying.bearer, saying.day)
        for first, last in saying.cue.reach:
            while first < last and tokens[first].kind == "mark":
                first += 1
            while last > first and tokens[last - 1].kind == "mark":
                last -= 1
            if last - first >= 2 and not all(token.kind in ("quote", "mark") for token in tokens[first:last]):
                start, end = tokens[first].start, tokens[last - 1].end
                self._add(start, end, said, direct=False, rule=f"reported_{saying.cue.place}")

    def _cited(self, quotation: Quotation, passage: Passage) -> None:
        """Add what somebody else is said to say within a quotation: "Officials estimate that …"."""
        said = self.plain[quotation.start : quotation.end].split()
        if len(said) < _LONG_QUOTATION or (forms().isdisjoint(said) and "according" not in said):
            return
        inner = Passage(quotation.start, quotation.end, passage.sentences, ())
        for tokens in _parts(narrative.tokenise(self.text, self.plain, inner)):
            for cue in cues(self.text, tokens):
                if cue.subject.kind in ("name", "role"):
                    self._indirect(Saying(cue, self.memory.resolve(cue.subject), None), tokens)

    def _give_back(self, passage: Passage, tokens: Sequence[Token], sayings: Sequence[Saying]) -> None:
        """Give what stands before a report that points back to its speaker: "The governor said this on Telegram"."""
        saying = next(
            (one for one in sayings if refers_back(tokens, one.cue) or signs(self.text, passage, tokens, one.cue)), None
        )
        if saying is not None and saying.bearer is not None:
            signed = signs(self.text, passage, tokens, saying.cue)
            said = Statement(self._next(), saying.bearer, saying.day)
            for before in referred_to(self.unsaid, passage):
                rule = "quote_signed" if signed else "reported_back"
                self._add(before.start, before.end, said, direct=signed, rule=rule)
        if sayings or passage.quotations:
            self.unsaid.clear()
        else:
            self.unsaid.append(passage)

    def _fill(self, passage: Passage, sayings: Sequence[Saying]) -> None:
        """Give what stands between two reports of one speaker in a paragraph to that speaker."""
        paragraph = passage.sentences[0].paragraph
        if not sayings and not passage.quotations and paragraph == self.before[1]:
            self.gap.append(passage)
            return
        first = sayings[0] if sayings and sayings[0].cue.place != "head" else None
        if first is not None and (first.bearer, paragraph) == self.before and len(self.gap) <= _LONGEST_GAP:
            for between in self.gap:
                said = Statement(self._next(), first.bearer, first.day)
                self._add(between.start, between.end, said, direct=False, rule="reported_between")
        self.gap.clear()
        last = sayings[-1] if sayings else None
        if (
            last is not None
            and last.bearer is not None
            and (last.cue.place != "head" or last.cue.subject.kind == "pronoun")
        ):
            self.before = (last.bearer, paragraph)
        else:
            self.before = (None, -1)

    def _next(self) -> int:
        self.statements += 1
        return self.statements

    def _add(self, start: int, end: int, said: Statement, *, direct: bool, rule: str) -> None:
        speaker = said.bearer.name if said.bearer else None
        unnamed = said.bearer is not None and said.bearer.unnamed
        self.voices.append(Voice(start, end, direct, speaker, said.day, said.number, rule=rule, unnamed=unnamed))


def _parts(tokens: list[Token]) -> Iterator[list[Token]]:
    for first in range(0, len(tokens), _LONGEST_PART):
        yield tokens[first : first + _LONGEST_PART]
