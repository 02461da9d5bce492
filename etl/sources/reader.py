"""Paths in, articles out: `read_paths` is what the commands call.

    .txt             the text; title, source, url, published from a sidecar NAME.json
    .md              the same, with YAML front matter as well
    .html, .htm      a saved page (pages.py)
    .jsonl           articles, or ready-made records, one a line (lines.py)
    a folder         all of these in it and below, in the order of their names; sidecars and other files are passed over
    -                standard input, as one of the four

An article's day of publication: its own metadata (sidecar, front matter, JSON-LD, page tags) first, then a stamp in the
text, then the caller's `published` for those without; never today, never the file's own date.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import yaml
from pydantic import ValidationError

from etl.errors import SourceError
from etl.records import Article, Extraction
from etl.sources import decoding, lines, metadata, pages, publishers, stamps
from etl.sources.metadata import Metadata

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl")
NO_ARTICLES = frozenset({"readme", "license", "licence", "changelog", "contributing", "notice", "attribution"})
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
STDIN = "-"


@dataclass(frozen=True, slots=True)
class SourceFault:
    """An input, or one line of it, that could not be read."""

    path: str
    reason: str  # what was found and what was expected
    line: int | None = None

    def __str__(self) -> str:
        """Return the one line that a person reads."""
        return f"{self.path}, line {self.line}: {self.reason}" if self.line else f"{self.path}: {self.reason}"


Found = Article | Extraction | SourceFault


@dataclass(slots=True)
class _Seen:
    """The identities that this read has given away, and to which input."""

    paths: set[Path] = field(default_factory=set)
    articles: dict[str, str] = field(default_factory=dict)


def read_paths(
    paths: Iterable[str | Path], *, published: dt.date | None = None, stdin: BinaryIO | None = None
) -> Iterator[Found]:
    """Yield what the paths hold: articles to be read, ready-made records by article, and what could not be read.

    A fault never ends the reading. The same file twice is read once; two inputs with the same identity (the url, else
    the name) are a fault, because one would replace the other.
    """
    seen = _Seen()
    for path in paths:
        if str(path) == STDIN:
            yield from _checked(_read_stdin(stdin or sys.stdin.buffer), "standard input", published, seen)
            continue
        for file in _files(Path(path)):
            if isinstance(file, SourceFault):
                yield file
            elif (resolved := file.resolve()) not in seen.paths:
                seen.paths.add(resolved)
                yield from _checked(_read_file(file), str(file), published, seen)


def count_files(paths: Iterable[str | Path]) -> int:
    """Return how many inputs `read_paths` will meet, for a progress bar."""
    return sum(1 if str(path) == STDIN else sum(1 for _ in _files(Path(path))) for path in paths)


def _files(path: Path) -> Iterator[Path | SourceFault]:
    try:
        if path.is_dir():
            found = sorted(file for file in path.rglob("*") if _is_input(file, path))
            if not found:
                yield SourceFault(str(path), f"has no article; expected files that end in {', '.join(SUFFIXES)}")
            yield from found
        elif not path.exists():
            yield SourceFault(str(path), "is not there; expected a file or folder of articles")
        elif path.suffix.lower() not in SUFFIXES:
            yield SourceFault(str(path), f"is no input; expected a file that ends in {', '.join(SUFFIXES)}")
        else:
            yield path
    except OSError as error:
        yield SourceFault(str(path), f"cannot be read ({error.strerror or error})")


def _is_input(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    documentation = file.suffix.lower() == ".md" and file.stem.lower() in NO_ARTICLES
    return file.suffix.lower() in SUFFIXES and not hidden and not documentation and file.is_file()


def _read_file(file: Path) -> Iterator[Found]:
    try:
        if file.suffix.lower() == ".jsonl":
            with file.open("rb") as stream:
                yield from _from_lines(_lines(stream), file.stem, str(file))
        else:
            yield _from_bytes(_bytes(file), file.suffix.lower(), file.stem, _sidecar(file))
    except SourceError as error:
        yield SourceFault(str(file), str(error))
    except ValidationError as error:
        yield SourceFault(str(file), f"is no article: {error.errors()[0]['msg']}")
    except OSError as error:
        yield SourceFault(str(file), f"cannot be read ({error.strerror or error})")


def _bytes(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(decoding.LARGEST + 1)  # so much that the limit shows, and no more


def _read_stdin(stream: BinaryIO) -> Iterator[Found]:
    first = stream.readline(lines.LONGEST + 1)
    head = first.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    try:
        if head.startswith(b"{"):
            yield from _from_lines(chain([first], _lines(stream)), "stdin", "standard input")
        else:
            suffix = ".html" if head.startswith((b"<!doctype html", b"<html")) else ".md"
            yield _from_bytes(first + stream.read(decoding.LARGEST + 1), suffix, "stdin", Metadata())
    except SourceError as error:
        yield SourceFault("standard input", str(error))


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; of one that is too long only as much as shows it."""
    while line := stream.readline(lines.LONGEST + 1):
        yield line
        rest = line
        while len(rest) > 0 and not rest.endswith(b"\n"):
            rest = stream.readline(1 << 20)


def _from_lines(stream: Iterable[bytes], stem: str, path: str) -> Iterator[Found]:
    found = False
    for each in lines.read(stream, stem):
        found = True
        yield SourceFault(path, each.reason, each.line) if isinstance(each, lines.LineFault) else each
    if not found:
        raise SourceError("is empty; expected JSON objects, one a line")


def _from_bytes(data: bytes, suffix: str, name: str, known: Metadata) -> Article:
    """Make an article of one file; the text is the file decoded, except for pages, whose text is what they show."""
    if suffix in (".html", ".htm"):
        if not data.strip():
            raise SourceError("is empty; expected a page")
        if len(data) > decoding.LARGEST:
            raise SourceError(f"has more than {decoding.LARGEST // 1_000_000} MB; expected one page")
        page = pages.read(data)
        text, posts, known = page.text, page.posts, known.or_else(page.metadata)
    else:
        text, posts = decoding.decode(data), ()
        if suffix == ".md" and (front := FRONT_MATTER.match(text)):
            known = _front_matter(front[1]).or_else(known)
    return Article(name, text, known.title, known.source, known.url, known.published, posts)


def _sidecar(file: Path) -> Metadata:
    sidecar = file.with_suffix(".json")
    if not sidecar.is_file():
        return Metadata()
    try:
        fields = json.loads(sidecar.read_bytes().decode("utf-8-sig"))
    except ValueError as error:
        raise SourceError(f"has a sidecar {sidecar.name} that is not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise SourceError(f"has a sidecar {sidecar.name} that is {type(fields).__name__}; expected a JSON object")
    return metadata.from_mapping(fields)


def _front_matter(block: str) -> Metadata:
    try:
        fields = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError) as error:
        raise SourceError(f"has front matter that is not YAML: {str(error).splitlines()[0]}") from error
    return metadata.from_mapping(fields) if isinstance(fields, dict) else Metadata()


def _checked(found: Iterator[Found], path: str, published: dt.date | None, seen: _Seen) -> Iterator[Found]:
    """Fill in what is still missing, and refuse a second input with the identity of an earlier one."""
    for each in found:
        if isinstance(each, SourceFault):
            yield each
            continue
        article = each.article if isinstance(each, Extraction) else _completed(each, published)
        first = seen.articles.get(article.article_id)
        if first is not None:
            yield SourceFault(path, _same(article, first))
        else:
            seen.articles[article.article_id] = path
            yield replace(each, article=article) if isinstance(each, Extraction) else article


def _completed(article: Article, published: dt.date | None) -> Article:
    publisher = publishers.of_url(article.url)
    return replace(
        article,
        source=article.source or (publisher.name if publisher else None),
        published=article.published or stamps.published(article.text) or published,
    )


def _same(article: Article, first: str) -> str:
    if article.url:
        return f"has the url of {first} ({article.url}); expected one input for an article"
    return f"is called {article.article!r} like {first}, and neither has a url; rename one or give it its url"
