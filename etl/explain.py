"""What was read in an article, beside the words that it was read from: one self-contained page, or coloured text.

The page has no scripts and asks for nothing from anywhere; all that comes from the article is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Literal

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from etl.records import Event, Extraction, Figure, Issue, Quote, Record, to_json

NoteKind = Literal["quote", "figure", "event", "issue"]
STYLES: dict[NoteKind, str] = {
    "quote": "black on bright_cyan",
    "figure": "black on bright_yellow",
    "event": "black on bright_red",
    "issue": "underline",
}
_LONG = 700  # characters of a paragraph; a longer one is parted, so that records stay beside their words
_SAID_ELSEWHERE = frozenset({"record", "article", "evidence", "evidence_start", "evidence_end", "rule", "text"})


@dataclass(frozen=True, slots=True)
class Note:
    """A record or an issue, numbered, with the stretch of the text that it was read from."""

    number: int
    kind: NoteKind
    start: int | None
    end: int | None
    headline: str
    details: tuple[tuple[str, str], ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text under the same notes; `begins` are those whose evidence starts here."""

    text: str
    notes: tuple[Note, ...]
    begins: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a part of a long one, and the notes that start in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def notes(extraction: Extraction) -> list[Note]:
    """Return the records and issues as numbered notes, in the order of the text; those without a place last."""
    found = [*map(_of_record, extraction.records), *map(_of_issue, extraction.issues)]
    found.sort(key=lambda note: (note.start is None, note.start or 0, note.end or 0))
    return [replace(note, number=number) for number, note in enumerate(found, start=1)]


def blocks(text: str, found: Sequence[Note]) -> list[Block]:
    """Return the text cut into paragraphs and pieces, each with its notes; the pieces add up to the text."""
    placed = [note for note in found if note.start is not None and note.end is not None]
    cuts = _block_cuts(text, placed)
    return [_block(text, start, end, placed) for start, end in pairwise(cuts)]


def html_page(extraction: Extraction) -> str:
    """Return one self-contained page: the article with its evidence marked, and each record beside it."""
    article, found = extraction.article, notes(extraction)
    about = [article.source, article.published and article.published.isoformat(), article.url]
    rows = "\n".join(_row(block) for block in blocks(article.text, found))
    loose = "".join(_card(note) for note in found if note.start is None)
    return _PAGE.format(
        title=escape(article.title or article.article),
        about=escape(" · ".join(str(part) for part in about if part)),
        summary=escape(_summary(found)),
        style=_style(),
        rows=rows,
        loose=f'<section class="loose"><h2>Without a place in the text</h2>{loose}</section>' if loose else "",
    )


def terminal_text(extraction: Extraction) -> Group:
    """Return the article for a terminal: each paragraph with its evidence coloured, then what was read in it."""
    parts: list[Text | Padding] = [Text(extraction.article.title or extraction.article.article, style="bold"), Text()]
    found = notes(extraction)
    for block in blocks(extraction.article.text, found):
        parts.append(_coloured(block))
        parts.extend(Padding(_told(note), (0, 0, 0, 4)) for note in block.notes)
    parts.extend(Padding(_told(note), (0, 0, 0, 4)) for note in found if note.start is None)
    return Group(*parts, Text(_summary(found), style="dim"))


def _of_record(record: Record) -> Note:
    details = tuple((name, str(value)) for name, value in _fields(record))
    rule = record.rule or (f"{record.dataset} {record.release or ''}, row {record.row}" if record.dataset else "")
    return Note(0, _kind(record), record.evidence_start, record.evidence_end, _headline(record), details, rule)


def _of_issue(issue: Issue) -> Note:
    return Note(0, "issue", issue.start, issue.end, f"{issue.text}: {issue.reason}", (), issue.stage)


def _kind(record: Record) -> NoteKind:
    return "quote" if isinstance(record, Quote) else "figure" if isinstance(record, Figure) else "event"


def _fields(record: Record) -> Iterator[tuple[str, object]]:
    for name, value in to_json(record).items():
        if name in _SAID_ELSEWHERE or value in (None, False, []):
            continue
        if name == "actors":
            yield name, ", ".join(f"{actor['name']} ({actor['role']})" for actor in value)
        else:
            yield name, ", ".join(value) if isinstance(value, list) else value


def _headline(record: Record) -> str:
    match record:
        case Quote():
            return f"{record.speaker or 'Somebody'}: “{record.text}”"
        case Figure():
            number = f"{record.low:g}" if record.low == record.high else f"{record.low:g} to {record.high:g}"
            return " ".join(filter(None, (record.measure, number, record.group, record.place and f"in {record.place}")))
        case Event():
            planned = "planned " if record.planned else ""
            day = record.start.isoformat() if record.start else None
            return " ".join(filter(None, (f"{planned}{record.kind}", record.place, day)))


def _block_cuts(text: str, placed: Sequence[Note]) -> list[int]:
    """Return where blocks begin and end: at line ends, and in long lines where evidence starts outside of other."""
    starts: list[int] = []
    reach = 0
    for note in placed:
        if note.start is not None and note.end is not None:
            if note.start >= reach:
                starts.append(note.start)
            reach = max(reach, note.end)
    cuts, position = [0], 0
    for line in text.splitlines(keepends=True):
        end = position + len(line)
        if len(line) > _LONG:
            cuts.extend(start for start in starts if cuts[-1] < start < end)
        if end > cuts[-1]:
            cuts.append(end)
        position = end
    return sorted(set(cuts))


def _block(text: str, start: int, end: int, placed: Sequence[Note]) -> Block:
    touching = [note for note in placed if (note.start or 0) < end and (note.end or 0) > start]
    edges = {start, end}
    for note in touching:
        edges |= {max(note.start or 0, start), min(note.end or 0, end)}
    cuts = sorted(edges)
    pieces = tuple(
        Piece(
            text[first:last],
            tuple(note for note in touching if (note.start or 0) <= first and last <= (note.end or 0)),
            tuple(note for note in touching if note.start == first),
        )
        for first, last in pairwise(cuts)
    )
    return Block(pieces, tuple(note for note in touching if start <= (note.start or 0) < end))


def _narrowest(over: Sequence[Note]) -> Note:
    """Return the note whose colour a piece under several notes gets."""
    return min(over, key=lambda note: ((note.end or 0) - (note.start or 0), note.number))


def _summary(found: Sequence[Note]) -> str:
    counted = {kind: sum(note.kind == kind for note in found) for kind in STYLES}
    return ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counted.items())


def _row(block: Block) -> str:
    marked = "".join(_marked(piece) for piece in block.pieces)
    if not marked.strip() and not block.notes:
        return ""
    return f'<div class="text">{marked}</div><div class="notes">{"".join(map(_card, block.notes))}</div>'


def _marked(piece: Piece) -> str:
    badges = "".join(f'<a class="badge {n.kind}" href="#n{n.number}">{n.number}</a>' for n in piece.begins)
    if not piece.notes:
        return badges + escape(piece.text)
    numbers = ", ".join(str(note.number) for note in piece.notes)
    return f'{badges}<mark class="{_narrowest(piece.notes).kind}" title="{numbers}">{escape(piece.text)}</mark>'


def _card(note: Note) -> str:
    details = "".join(f"<div><dt>{escape(name)}</dt> <dd>{escape(value)}</dd></div>" for name, value in note.details)
    return (
        f'<article class="{note.kind}" id="n{note.number}"><p><span class="badge {note.kind}">{note.number}</span> '
        f"{escape(note.headline)}</p>"
        + (f"<dl>{details}</dl>" if details else "")
        + f'<p class="rule">{note.kind} · {escape(note.rule or "no rule named")}</p></article>'
    )


def _coloured(block: Block) -> Text:
    line = Text()
    for piece in block.pieces:
        for note in piece.begins:
            line.append(f"[{note.number}]", style="bold")
        line.append(piece.text, style=STYLES[_narrowest(piece.notes).kind] if piece.notes else "")
    line.rstrip()
    return line


def _told(note: Note) -> Text:
    told = Text(f"[{note.number}] ", style="bold").append(note.kind, style=STYLES[note.kind])
    told.append(f" {note.headline}", style="not bold")
    told.append("".join(f"  {name}={value}" for name, value in note.details), style="dim not bold")
    return told.append(f"  ({note.rule})" if note.rule else "", style="italic not bold")


def _style() -> str:
    return Path(__file__).with_name("explain.css").read_text(encoding="utf-8")


_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
<header>
<h1>{title}</h1>
<p>{about}</p>
<p>{summary}. Marked: <mark class="quote">quote</mark> <mark class="figure">figure</mark>
<mark class="event">event</mark> <mark class="issue">met, not settled</mark></p>
</header>
<main>
{rows}
</main>
{loose}
</html>
"""
