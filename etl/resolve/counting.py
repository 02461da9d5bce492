"""The rows of claims and tolls for the events that changed, and how they nest in wider events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import duckdb
import pandas as pd

from etl.resolve.amendments import Amendments
from etl.resolve.attachment import Attached, Figure
from etl.resolve.claims import Fronts, attach_all, claim_row, read_figures, weigh_event
from etl.resolve.clusters import PROMINENT_ARTICLES, Cluster
from etl.resolve.hierarchy import Node, counted, wider_events
from etl.resolve.ledger import Entered
from etl.resolve.mentions import Mention, Sides, read_mentions
from etl.resolve.resolution import Derived, derived
from etl.resolve.tables import keys, query, rows_of

Rows = list[dict[str, Any]]


def claims_and_tolls(
    connection: duckdb.DuckDBPyConnection,
    edition: int,
    entered: Entered,
    sides: Sides,
    stories: Mapping[str, str],
    touched: Collection[str] | None,
    amended: Amendments,
    weighed: Sequence[Mention],
) -> tuple[Derived, Rows]:
    """Return the table claims, and the rows of tolls of the events that changed."""
    articles = {article for cluster in entered.events.values() for article in cluster.articles} | set(touched or ())
    if touched is None:
        everywhere = connection.execute("select distinct article_id from figures where gone is null").fetchall()
        articles |= {article for (article,) in everywhere}
    mentions = weighed
    if touched is not None:  # the articles' other mentions were not weighed, but their figures may be about them
        with keys(connection, articles):
            mentions = read_mentions(
                connection, edition, sides, stories, "article_id in (select key from resolve_keys)"
            )
    event_of = _held(connection, articles) | entered.event_of
    figures = amended.amend_figures(read_figures(connection, articles, stories))
    retracted = amended.retracted_figures(figures)
    attached = attach_all(figures, mentions)

    about: dict[str, list[tuple[Figure, Attached]]] = defaultdict(list)
    rows: Rows = []
    for figure in figures:
        found = attached[figure.figure_id]
        why_not = amended.retracted_mentions.get(found.mention.mention_id) if found.mention is not None else None
        if why_not is not None:
            rows.append(claim_row(figure, None, figure.side, found.scope, "retracted", why_not))
        elif found.mention is not None:
            about[event_of.get(found.mention.mention_id, "")].append((figure, found))
        elif touched is None or figure.article_id in touched:
            rows.append(claim_row(figure, None, figure.side, found.scope, "background", found.reason))
    tolls: Rows = []
    for event_id, cluster in entered.events.items():
        if event_id in about:
            claim_rows, toll_rows = weigh_event(event_id, _fronts(cluster, sides), about[event_id], sides, retracted)
            rows += claim_rows
            tolls += toll_rows
    amended.place_claims(rows)
    if touched is None:
        return derived("claims", rows, None), tolls
    replaced = _claims_before(connection, touched, {*entered.events, *entered.gone})
    return derived("claims", rows, replaced | {row["figure_id"] for row in rows}), tolls


def events_and_tolls(
    connection: duckdb.DuckDBPyConnection, entered: Entered, tolls: Rows, sides: Sides, *, everything: bool
) -> dict[str, Derived]:
    """Return the tables events and tolls, with what is part of what; a day that changed is told with all its events."""
    events, others = list(entered.event_rows), list(tolls)
    replaced = {*entered.events, *entered.gone}
    if not everything:
        same_days, their_tolls = _around(connection, entered, replaced)
        events += same_days
        others += their_tolls
    part_of = wider_events(_nodes(connection, events, sides))
    for event in events:
        event["part_of"] = part_of.get(event["event_id"])
    about = [(toll["event_id"], (toll["measure"], toll["side"], toll["counted"]), toll["best"]) for toll in others]
    for toll, counts in zip(others, counted(part_of, about), strict=True):
        toll["counts"] = counts
    scope = None if everything else frozenset(replaced | {event["event_id"] for event in events})
    return {"events": derived("events", events, scope), "tolls": derived("tolls", others, scope)}


def _fronts(cluster: Cluster, sides: Sides) -> Fronts:
    attackers = _mostly(side for mention in cluster.mentions for side in mention.attackers)
    targets = _mostly(side for mention in cluster.mentions for side in mention.targets)
    if not targets:
        lands = {sides.of_country(mention.country) for mention in cluster.mentions}
        targets = frozenset(land for land in lands if land is not None and land not in attackers)
    return Fronts(attackers, targets)


def _mostly(sides: Iterable[str]) -> frozenset[str]:
    """Return the sides without those that only a lone report names against three others (located.py)."""
    told = Counter(sides)
    most = max(told.values(), default=0)
    return frozenset(side for side, times in told.items() if times > 1 or most < PROMINENT_ARTICLES)


def _held(connection: duckdb.DuckDBPyConnection, article_ids: Collection[str]) -> dict[str, str]:
    with keys(connection, article_ids):
        return dict(
            connection.execute(
                """
                select mention_id, event_id from mention_events where gone is null and mention_id in (
                    select mention_id from mentions where gone is null and article_id in (select key from resolve_keys))
                """
            ).fetchall()
        )


def _claims_before(
    connection: duckdb.DuckDBPyConnection, article_ids: Collection[str], event_ids: Collection[str]
) -> frozenset[str]:
    with keys(connection, article_ids), keys(connection, event_ids, "resolve_events"):
        found = connection.execute(
            """
            select figure_id from claims where gone is null and (
                article_id in (select key from resolve_keys) or event_id in (select key from resolve_events))
            """
        ).fetchall()
    return frozenset(figure_id for (figure_id,) in found)


def _around(connection: duckdb.DuckDBPyConnection, entered: Entered, replaced: Collection[str]) -> tuple[Rows, Rows]:
    """Return the other strikes in the countries and on the days of what changed, before and now, and their tolls."""
    now = {
        (row["country"], row["ended_on"]) for row in entered.event_rows if row["kind"] == "strike" and row["ended_on"]
    }
    days = pd.DataFrame(sorted((c or "", d) for c, d in now), columns=["country", "day"])
    connection.register("resolve_days", days)
    try:
        with keys(connection, replaced):
            events = connection.execute(
                """
                with days as (
                    select country, day::date as day from resolve_days
                    union
                    select country, ended_on from events
                    where gone is null and kind = 'strike' and event_id in (select key from resolve_keys)
                )
                select events.* exclude (came, gone) from events
                where gone is null and kind = 'strike' and (country, ended_on) in (select country, day from days)
                  and event_id not in (select key from resolve_keys)
                """
            )
            rows = rows_of(events)
    finally:
        connection.unregister("resolve_days")
    with keys(connection, [row["event_id"] for row in rows]):
        tolls = connection.execute(
            "select * exclude (came, gone) from tolls where gone is null and event_id in (select key from resolve_keys)"
        )
        return rows, rows_of(tolls)


def _nodes(connection: duckdb.DuckDBPyConnection, events: Rows, sides: Sides) -> list[Node]:
    strikes = [event for event in events if event["kind"] == "strike" and event["ended_on"] and not event["planned"]]
    columns = ("event_id", "place", "place_precision", "region")
    frame = pd.DataFrame({c: pd.Series([event[c] for event in strikes], dtype="str") for c in columns})
    connection.register("resolve_places", frame)
    try:
        spelt = connection.execute(query("event_places")).fetchall()
    finally:
        connection.unregister("resolve_places")
    places = {event_id: (level, key, block) for event_id, level, key, block in spelt}
    nodes = []
    for event in strikes:
        level, key, block = places[event["event_id"]]
        attackers = frozenset(sides.of(actor["name"]) for actor in event["actors"] if actor["role"] == "attacker")
        day = event["ended_on"].toordinal()
        nodes.append(Node(event["event_id"], level, key, block, event["country"], day, attackers))
    return nodes
