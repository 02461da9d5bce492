"""JSON Lines: articles with their text, or records that are ready-made; a broken line costs only itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from etl.errors import RecordError, SourceError
from etl.records import Article, Extraction, Record, from_json
from etl.sources import metadata, publishers

TEXT_KEYS = ("text", "body", "content", "article_text", "articleBody")
NAME_KEYS = ("article", "id", "name", "slug")
LONGEST = 20_000_000  # bytes of one line


@dataclass(frozen=True, slots=True)
class LineFault:
    """A line that could not be read, and why."""

    line: int
    reason: str


@dataclass(slots=True)
class _ReadyMade:
    article: Article
    records: list[Record] = field(default_factory=list)


def read(lines: Iterable[bytes], stem: str) -> Iterator[Article | Extraction | LineFault]:
    """Yield the articles in the order of their lines, then what the records of each article make up.

    An article record (records.md) goes with its records; one that has a text and no records is an article to be read.
    """
    ready: dict[str, _ReadyMade] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            fields = _object(line, first=number == 1)
            if "record" in fields:
                _keep(from_json(fields), ready)
            else:
                yield _article(fields, stem, number)
        except (SourceError, RecordError) as error:
            yield LineFault(number, str(error))
        except ValidationError as error:
            yield LineFault(number, f"is no article: {error.errors()[0]['msg']}")
    for found in ready.values():
        if found.article.text and not found.records:
            yield found.article
        else:
            yield Extraction(found.article, tuple(found.records))


def _object(line: bytes, *, first: bool) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise SourceError(f"has more than {LONGEST // 1_000_000} MB; expected one JSON object")
    try:
        fields = json.loads(line.decode("utf-8-sig" if first else "utf-8"))
    except UnicodeDecodeError as error:
        raise SourceError(f"is not UTF-8 (byte {error.start})") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"is not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise SourceError(f"is {type(fields).__name__}; expected a JSON object")
    return fields


def _keep(record: Article | Record, ready: dict[str, _ReadyMade]) -> None:
    if isinstance(record, Article):
        known = ready.setdefault(record.article, _ReadyMade(record))
        known.article = record
    else:
        ready.setdefault(record.article, _ReadyMade(Article(record.article))).records.append(record)


def _article(fields: dict[str, Any], stem: str, number: int) -> Article:
    text = next((fields[key] for key in TEXT_KEYS if fields.get(key)), None)
    if not isinstance(text, str) or not text.strip():
        raise SourceError(f"has no text; expected one of the keys {', '.join(TEXT_KEYS)}, or record")
    known = metadata.from_mapping(fields)
    publisher = publishers.of_url(known.url)
    name = next((str(fields[key]) for key in NAME_KEYS if isinstance(fields.get(key), str | int)), "")
    return Article(
        article=name.strip()[:500] or f"{stem}-{number}",
        text=text,
        title=known.title,
        source=known.source or (publisher.name if publisher else None),
        url=known.url,
        published=known.published,
    )
