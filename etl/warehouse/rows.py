"""What was read in articles, as rows of the tables that a load writes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from etl.records import Article, Event, Extraction, Figure, Issue, Quote, Record, digest, record_id

_ORIGIN = ("evidence", "evidence_start", "evidence_end", "rule", "dataset", "release", "dataset_row")
COLUMNS: dict[str, tuple[str, ...]] = {
    "articles": (
        "article_id", "article", "title", "source", "url", "published_on", "text", "text_hash", "words", "dataset",
        "release",
    ),
    "quotes": ("quote_id", "article_id", "speaker", "text", "form", "said_on", *_ORIGIN),
    "figures": (
        "figure_id", "article_id", "measure", "low", "high", "best", "qualifier", "counted", "side", "place",
        "started_on", "ended_on", "per", "cumulative", "unit", "claimed_by", "said_on", *_ORIGIN,
    ),
    "mentions": (
        "mention_id", "article_id", "kind", "started_on", "ended_on", "date_precision", "place", "country", "lat",
        "lon", "place_precision", "actors", "weapons", "status", "planned", *_ORIGIN,
    ),
    "issues": ("issue_id", "article_id", "stage", "text", "reason", "text_start", "text_end"),
}  # fmt: skip


def frames(extractions: Iterable[Extraction]) -> dict[str, pd.DataFrame]:
    """Return the rows of articles, quotes, figures, mentions and issues, by table.

    Where two records of an article would have one id, the later ones in the text get an ordinal ("…-2"). The last of
    two readings of one article is the one that counts.
    """
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
    for extraction in {each.article.article_id: each for each in extractions}.values():
        article = extraction.article
        rows["articles"].append(_article(article, extraction.records))
        ids = _Ids()
        for record in extraction.records:
            table, row = _record(record, ids.unique(record_id(record, article.article_id)), article.article_id)
            rows[table].append(row)
        rows["issues"].extend(_issue(issue, ids, article.article_id) for issue in extraction.issues)
    return {table: pd.DataFrame(rows[table], columns=list(COLUMNS[table]), dtype="object") for table in COLUMNS}


class _Ids:
    """Gives out the ids of one article's rows, each once."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def unique(self, wanted: str) -> str:
        self._seen[wanted] += 1
        return wanted if self._seen[wanted] == 1 else f"{wanted}-{self._seen[wanted]}"


def _article(article: Article, records: Sequence[Record]) -> tuple[Any, ...]:
    dataset = next((record for record in records if record.dataset), None)
    return (
        article.article_id, article.article, article.title, article.source, article.url, article.published,
        article.text, hashlib.blake2b(article.text.encode(), digest_size=16).hexdigest(), len(article.text.split()),
        dataset and dataset.dataset, dataset and dataset.release,
    )  # fmt: skip


def _record(record: Record, row_id: str, article_id: str) -> tuple[str, tuple[Any, ...]]:
    origin = (
        record.evidence, record.evidence_start, record.evidence_end, record.rule, record.dataset, record.release,
        record.row,
    )  # fmt: skip
    match record:
        case Quote():
            return "quotes", (row_id, article_id, record.speaker, record.text, record.form, record.said_on, *origin)
        case Figure():
            return "figures", (
                row_id, article_id, record.measure, record.low, record.high, record.best, record.qualifier,
                record.group, record.side, record.place, record.start, record.end, record.per, record.cumulative,
                record.unit, record.claimed_by, record.said_on, *origin,
            )  # fmt: skip
        case Event():
            actors = [{"name": actor.name, "role": actor.role} for actor in record.actors]
            return "mentions", (
                row_id, article_id, record.kind, record.start, record.end, record.date_precision, record.place,
                record.country, record.lat, record.lon, record.place_precision, actors, list(record.weapons),
                record.status, record.planned, *origin,
            )  # fmt: skip


def _issue(issue: Issue, ids: _Ids, article_id: str) -> tuple[Any, ...]:
    issue_id = "i" + digest(article_id, issue.stage, issue.start, issue.end, issue.text, issue.reason)
    return ids.unique(issue_id), article_id, issue.stage, issue.text, issue.reason, issue.start, issue.end
