"""Says which mentions are one event, which figures are claims about it, and what they come to (docs/method.md)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import groupby

import duckdb

from etl.resolve import located, parties
from etl.resolve.amendments import amendments, articles_touched
from etl.resolve.clusters import Cluster
from etl.resolve.corrections import Correction
from etl.resolve.counting import claims_and_tolls, events_and_tolls
from etl.resolve.ledger import enter, mention_events, redirects
from etl.resolve.mentions import LOCATED_FAMILIES, Mention, Sides, read_mentions
from etl.resolve.resolution import Resolution
from etl.resolve.scope import Scope, scope_of
from etl.resolve.stories import stories_of
from etl.resolve.tables import keys, query


def resolve(
    connection: duckdb.DuckDBPyConnection,
    edition: int,
    changed_articles: Sequence[str] | None,
    corrections: Sequence[Correction] = (),
) -> Resolution:
    """Return the derived tables of the draft that `connection` has open, as they hold at `edition`.

    Only reads: the current rows (`gone is null`) of articles, mentions, figures, actors and places, and the derived
    rows of the edition before. `changed_articles` are the ids of the articles that came, went or changed since then;
    None resolves everything anew, with the same result.
    """
    connection.execute(query("macros"))
    stories = stories_of(connection, changed_articles)
    amended = amendments(connection, corrections)
    touched = None
    if changed_articles is not None:
        touched = {
            *changed_articles,
            *stories.changed,
            *_moved(connection, edition),
            *articles_touched(connection, amended),
        }
    sides = Sides(connection)
    mentions, scope = _mentions_to_weigh(connection, edition, touched, sides, stories.of)
    clusters = [cluster for cluster in cluster_mentions(mentions) if scope is None or scope.touches(cluster)]
    everything = touched is None
    entered = enter(connection, amended.regroup(clusters), touched, amended.retracted_mentions)
    redirected = redirects(connection, entered)
    amended.amend_events(entered.event_rows, entered.redirects)
    claims, tolls = claims_and_tolls(connection, edition, entered, sides, stories.of, touched, amended, mentions)
    quotes = amended.quotes(connection)
    tables = {
        "stories": stories.derived(),
        "mention_events": mention_events(entered, everything=everything),
        "claims": claims,
        "redirects": redirected,
        "corrections": amended.rows(),
        **({} if quotes is None else {"quotes": quotes}),
        **events_and_tolls(connection, entered, tolls, sides, everything=everything),
    }
    return Resolution(tables)


def cluster_mentions(mentions: Iterable[Mention]) -> list[Cluster]:
    """Return the events that the mentions tell."""

    def unit(mention: Mention) -> tuple[str, str]:
        return mention.family, mention.block if mention.family in LOCATED_FAMILIES else ""

    clusters: list[Cluster] = []
    for (family, _), told in groupby(sorted(mentions, key=lambda m: (unit(m), m.order)), key=unit):
        rule: Callable[[Sequence[Mention]], list[Cluster]] = (
            located.cluster if family in LOCATED_FAMILIES else parties.cluster
        )
        clusters += rule(list(told))
    return clusters


def _mentions_to_weigh(
    connection: duckdb.DuckDBPyConnection,
    edition: int,
    touched: Collection[str] | None,
    sides: Sides,
    stories: Mapping[str, str],
) -> tuple[list[Mention], Scope | None]:
    """Return all mentions, or those whose events a load's articles can have changed, with the scope of that."""
    if touched is None:
        return read_mentions(connection, edition, sides, stories), None
    scope = scope_of(connection, edition, touched)
    with keys(connection, scope.blocks):
        return read_mentions(connection, edition, sides, stories, scope.where()), scope


def _moved(connection: duckdb.DuckDBPyConnection, edition: int) -> set[str]:
    """Return the articles with a place that the gazetteer says something else of since this edition.

    Or with a building whose town came to be named, or is named no more: it lies where its town does (macros.sql).
    """
    found = connection.execute(
        """
        with moved as (
            select place from places where came = $edition or gone = $edition
        ), named as (
            select place from mentions where came = $edition or gone = $edition
            union
            select place from figures where came = $edition or gone = $edition
            union
            from moved
        ), theirs as (
            from moved
            union
            select place from places
            where gone is null and precision is null and place_key(place) in (select spelt_place(place) from named)
        )
        select article_id from mentions where gone is null and place in (from theirs)
        union
        select article_id from figures where gone is null and place in (from theirs)
        """,
        {"edition": edition},
    ).fetchall()
    return {article_id for (article_id,) in found}
