"""Records that no edition may show, kept as issues before they reach it: one bad number costs only itself.

The warehouse's checks hold the same lines for all that is published; what is met here would stop the whole load there.
"""

from __future__ import annotations

from dataclasses import replace

from etl.records import CASUALTY_MEASURES, MUNITION_MEASURES, Extraction, Figure, Issue, Record

MANKIND = 8.3e9  # people alive; checks/numbers_are_in_their_range.sql
_COUNTS = CASUALTY_MEASURES | MUNITION_MEASURES | {"displaced"}


def vetted(extraction: Extraction) -> Extraction:
    """Return what was read, records that cannot be right turned into issues with the reason."""
    faults = [(record, fault) for record in extraction.records if (fault := _fault(record, extraction.article.text))]
    if not faults:
        return extraction
    wrong = {id(record) for record, _ in faults}
    return replace(
        extraction,
        records=tuple(record for record in extraction.records if id(record) not in wrong),
        issues=(*extraction.issues, *(_issue(record, fault) for record, fault in faults)),
    )


def _fault(record: Record, text: str) -> str | None:
    if isinstance(record, Figure):
        if record.measure in _COUNTS and (record.low < 0 or record.high > MANKIND):
            return f"{record.measure} {record.low:g} to {record.high:g} is no count of people or things"
        if record.best is not None and not record.low <= record.best <= record.high:
            return f"best={record.best:g} is not between low={record.low:g} and high={record.high:g}"
    start, end = record.evidence_start, record.evidence_end
    if text and start is not None and end is not None and not _stands(record.evidence, text, start, end):
        return f"the evidence does not stand at {start} to {end} of the text"
    return None


def _stands(evidence: str | None, text: str, start: int, end: int) -> bool:
    return start >= 0 and end <= len(text) and evidence == text[start:end]


def _issue(record: Record, fault: str) -> Issue:
    words = record.evidence or (f"{record.dataset}, row {record.row}" if record.dataset else "a ready-made record")
    return Issue(record.article, "vetting", words, fault, record.evidence_start, record.evidence_end)
