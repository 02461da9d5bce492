"""Quotes: what the voices of an article say, one record a statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from etl.extract.reading import Reading, Sentence, Voice
from etl.records import Issue, Quote, Record

_MARKS_BEHIND = 3  # marks that close a sentence behind its last word


def extract(reading: Reading) -> Iterator[Record | Issue]:
    """Yield a Quote for each statement, and an Issue for each quotation whose speaker the article leaves open."""
    starts = [sentence.start for sentence in reading.sentences]
    spoken = sorted(
        (voice for voice in reading.voices if not voice.scare), key=lambda voice: (voice.statement, voice.start)
    )
    for _, parts in groupby(spoken, key=lambda voice: (voice.statement, voice.direct)):
        statement = list(parts)
        first = _sentence_at(reading.sentences, starts, statement[0].start)
        last = _sentence_at(reading.sentences, starts, statement[-1].end - 1)
        if first is None or last is None or first.role == "heading":
            continue
        yield _quote(reading, statement, first, last)
        if statement[0].speaker is None and statement[0].direct:
            start, end = statement[0].start, statement[-1].end
            text = reading.text[start:end]
            yield Issue(reading.article.article, "quotes", text, "nobody in reach could have said it", start, end)


def _quote(reading: Reading, statement: Sequence[Voice], first: Sentence, last: Sentence) -> Quote:
    begin = first.start
    if statement[0].rule == "quote_carried" and first.index > 0:
        before = reading.sentences[first.index - 1]
        if before.post == first.post and before.role == first.role:
            begin = before.start
    end = max(last.end, statement[-1].end)
    if statement[-1].rule == "quote_tail" and last.end <= statement[-1].end + _MARKS_BEHIND:
        following = reading.sentences[last.index + 1 : last.index + 2]  # '"Why?" Kovalchuk asked.' was split in two
        end = following[0].end if following and following[0].paragraph == last.paragraph else end
    voice = statement[0]
    return Quote(
        article=reading.article.article,
        text=" ".join(_words(reading.text, part) for part in statement),
        speaker=None if voice.unnamed else voice.speaker,
        form="direct" if voice.direct else "indirect",
        said_on=voice.said_on,
        evidence=reading.text[begin:end],
        evidence_start=begin,
        evidence_end=end,
        rule=voice.rule,
    )


def _words(text: str, voice: Voice) -> str:
    return " ".join(text[voice.start : voice.end].split())


def _sentence_at(sentences: Sequence[Sentence], starts: Sequence[int], position: int) -> Sentence | None:
    index = bisect_right(starts, position) - 1
    return sentences[index] if index >= 0 else None
