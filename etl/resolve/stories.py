"""Which articles carry one agency's text: they share a story, and count as one source.

Two articles do where at least half of the shorter one's eight-word runs stand in the other as well. What decides is
containment, not likeness of the whole, because an outlet puts newer news on top of the agency's text. The pairs worth
counting are found in DuckDB through a sample of the runs (one in eight, by hash); the count itself is exact.

Measured against this and not taken: MinHash libraries estimate the likeness of two texts as wholes (Jaccard), which is
0.44 for two copies of one report that share 0.71 of the shorter one; datasketch brings scipy besides (143 MB).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import duckdb
import pandas as pd

from etl.records import digest
from etl.resolve.resolution import Derived
from etl.resolve.tables import keys, query

RUN_WORDS = 8
COPY_SHARE = 0.5
_ENDING_WORDS = 200  # what two articles of one publisher end with, up to so many words, is its standing paragraphs
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Text:
    """An article as far as copies are concerned."""

    article_id: str
    source: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stories:
    """The story of each article that a load can have changed it of, and the articles whose story did change."""

    of: dict[str, str]
    changed: frozenset[str]
    everything: bool
    gone: frozenset[str]  # articles of this load that are not there any more

    def derived(self) -> Derived:
        """Return the rows of the table stories."""
        rows = sorted(self.of.items())
        frame = pd.DataFrame(rows, columns=["article_id", "story_id"], dtype="object")
        return Derived(frame, "article_id", None if self.everything else frozenset(self.of) | self.gone)


def stories_of(connection: duckdb.DuckDBPyConnection, changed_articles: Sequence[str] | None) -> Stories:
    """Return the stories of all articles, or only of those whose story the changed articles can have changed."""
    if changed_articles is None:
        found = connection.execute("select article_id from articles where gone is null").fetchall()
        articles = {article_id for (article_id,) in found}
    else:
        articles = _with_companions(connection, changed_articles)
        near = {article_id for pair in _copies(connection, _likely_pairs(connection, articles)) for article_id in pair}
        articles = _with_companions(connection, {*articles, *near})
    everything = changed_articles is None
    pairs = _likely_pairs(connection, None if everything else articles, within=True)
    now = _named(_joined(articles, _copies(connection, pairs)))
    held = _held(connection, articles)
    changed = frozenset(article_id for article_id, story in now.items() if held.get(article_id) != story)
    return Stories(now, changed, everything, frozenset(changed_articles or ()) - articles)


def share(one: Text, other: Text) -> float:
    """Return the share of the shorter text's eight-word runs that the other has too, standing endings left out.

    >>> words = tuple("abcdefghijklmnop")
    >>> share(Text("1", "A", words), Text("2", "B", ("x", *words)))
    1.0
    """
    ours, theirs = one.words, other.words
    if one.source is not None and one.source == other.source:
        ending = _common_ending(ours, theirs)
        if 0 < ending <= _ENDING_WORDS:
            ours, theirs = ours[:-ending], theirs[:-ending]
    runs, other_runs = _runs(ours), _runs(theirs)
    shorter = min(len(runs), len(other_runs))
    return len(runs & other_runs) / shorter if shorter else 0.0


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[start : start + RUN_WORDS] for start in range(len(words) - RUN_WORDS + 1)}


def _common_ending(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    length = 0
    for one, other in zip(reversed(ours), reversed(theirs), strict=False):
        if one != other:
            break
        length += 1
    return length


def _likely_pairs(
    connection: duckdb.DuckDBPyConnection, focus: Collection[str] | None, *, within: bool = False
) -> list[tuple[str, str]]:
    """Return the pairs of articles of about one day that share sampled runs; all, or those with one in `focus`."""
    with keys(connection, focus or ()):
        return connection.execute(query("likely_copies"), {"everything": focus is None, "within": within}).fetchall()


def _copies(connection: duckdb.DuckDBPyConnection, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    texts = _texts(connection, {article_id for pair in pairs for article_id in pair})
    return [(one, other) for one, other in pairs if share(texts[one], texts[other]) >= COPY_SHARE]


def _texts(connection: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, Text]:
    with keys(connection, article_ids):
        found = connection.execute(
            """
            select article_id, source, text from articles
            where gone is null and article_id in (select key from resolve_keys)
            """
        ).fetchall()
    return {key: Text(key, source, tuple(_WORD.findall(text.casefold()))) for key, source, text in found}


def _with_companions(connection: duckdb.DuckDBPyConnection, article_ids: Iterable[str]) -> set[str]:
    """Return those of the articles that are there, and the others of their stories as they were held."""
    with keys(connection, set(article_ids)):
        found = connection.execute(
            """
            select article_id from articles where gone is null and article_id in (
                select key from resolve_keys
                union
                select companion.article_id
                from stories own join stories companion on companion.story_id = own.story_id and companion.gone is null
                where own.gone is null and own.article_id in (select key from resolve_keys))
            """
        ).fetchall()
    return {article_id for (article_id,) in found}


def _joined(article_ids: Iterable[str], copies: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the articles in groups that copies link, directly or through others."""
    leader = {article_id: article_id for article_id in article_ids}

    def find(article_id: str) -> str:
        while leader[article_id] != article_id:
            leader[article_id] = leader[leader[article_id]]
            article_id = leader[article_id]
        return article_id

    for one, other in copies:
        if one in leader and other in leader:
            leader[find(one)] = find(other)
    groups: dict[str, list[str]] = {}
    for article_id in sorted(leader):
        groups.setdefault(find(article_id), []).append(article_id)
    return list(groups.values())


def _named(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Name each story for its first article by id."""
    return {article_id: "s" + digest(min(group)) for group in groups for article_id in group}


def _held(connection: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, str]:
    with keys(connection, article_ids):
        return dict(
            connection.execute(
                """
                select article_id, story_id from stories
                where gone is null and article_id in (select key from resolve_keys)
                """
            ).fetchall()
        )
