"""Clusters as rows: events with lasting ids and their mentions, and which old rows they replace."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from etl.resolve.clusters import Cluster, Member
from etl.resolve.description import Gazetteer, event_row
from etl.resolve.identity import identify
from etl.resolve.mentions import date_of
from etl.resolve.resolution import Derived, derived
from etl.resolve.tables import keys

_INHERITED = """
    with last_held as (
        select mention_id, arg_max(event_id, coalesce(gone, 1000000000)) as event_id, max(gone is null) as holds
        from mention_events
        where mention_id in (select key from resolve_keys)
        group by mention_id
    )
    select last_held.mention_id, coalesce(redirects.event_id, last_held.event_id)
    from last_held
    left join redirects on redirects.old_event_id = last_held.event_id and redirects.gone is null and not holds
"""
_HELD = """
    select mention_id, event_id, inferred_on, inferred_from, reason
    from mention_events
    where gone is null and event_id in (
        select event_id from mention_events where gone is null and mention_id in (select key from resolve_keys))
"""


@dataclass(frozen=True, slots=True)
class Entered:
    """The events of a resolution that are new, changed or gone.

    `events` are the clusters by id; `event_rows` and `mention_rows` their rows; `gone` the ids of events that are no
    more. `event_of` is the event of each mention that was weighed, changed or not.
    """

    events: dict[str, Cluster]
    event_rows: list[dict[str, Any]]
    mention_rows: list[dict[str, Any]]
    gone: frozenset[str]
    replaced_mentions: frozenset[str]
    redirects: dict[str, str]
    event_of: dict[str, str]


def enter(
    connection: duckdb.DuckDBPyConnection,
    clusters: Sequence[Cluster],
    touched: Collection[str] | None,
    retracted: Collection[str],
) -> Entered:
    """Return what the clusters come to as events; of those that did not change (`touched` None: all did) nothing.

    `retracted` are mentions that tell no event any more.
    """
    mention_ids = [mention.mention_id for cluster in clusters for mention in cluster.mentions]
    with keys(connection, mention_ids):
        inherited = dict(connection.execute(_INHERITED).fetchall())
        held = {row[0]: row[1:] for row in connection.execute(_HELD).fetchall()}
    lost = _lost_mentions(connection, touched, retracted)
    identified = identify(clusters, inherited, _came(connection, inherited.values()), _used(connection))
    rows = [
        [_mention_row(member, event_id, cluster) for member in cluster.members]
        for event_id, cluster in zip(identified.event_ids, clusters, strict=True)
    ]
    sizes: dict[str, int] = {}
    for event_id, *_ in held.values():
        sizes[event_id] = sizes.get(event_id, 0) + 1
    changed = [
        number
        for number, told in enumerate(rows)
        if touched is None
        or sizes.get(identified.event_ids[number]) != len(told)
        or any(mention.article_id in touched for mention in clusters[number].mentions)
        or any(held.get(row["mention_id"]) != _values(row) for row in told)
    ]
    events = {identified.event_ids[number]: clusters[number] for number in changed}
    alive = set(identified.event_ids)
    members = {row["mention_id"] for number in changed for row in rows[number]}
    before = {held[mention_id][0] for mention_id in members if mention_id in held} | set(lost.values())
    return Entered(
        events=events,
        event_rows=_event_rows(connection, events),
        mention_rows=[row for number in changed for row in rows[number]],
        gone=frozenset(before - alive),
        replaced_mentions=frozenset(members | set(lost)),
        redirects={old: new for old, new in identified.redirects.items() if new in events},
        event_of={
            mention.mention_id: event_id
            for event_id, cluster in zip(identified.event_ids, clusters, strict=True)
            for mention in cluster.mentions
        },
    )


def mention_events(entered: Entered, *, everything: bool) -> Derived:
    """Return the rows of the table mention_events."""
    scope = None if everything else entered.replaced_mentions
    return derived("mention_events", entered.mention_rows, scope)


def redirects(connection: duckdb.DuckDBPyConnection, entered: Entered) -> Derived:
    """Return the rows of the table redirects: the new ones, and the old ones that led to an id which now leads on."""
    stored = dict(connection.execute("select old_event_id, event_id from redirects where gone is null").fetchall())
    rows = {old: entered.redirects[event_id] for old, event_id in stored.items() if event_id in entered.redirects}
    rows |= entered.redirects
    frame = [{"old_event_id": old, "event_id": event_id} for old, event_id in sorted(rows.items())]
    return derived("redirects", frame, frozenset(rows))


def _mention_row(member: Member, event_id: str, cluster: Cluster) -> dict[str, Any]:
    inferred = member.inferred and cluster.last is not None
    return {
        "mention_id": member.mention.mention_id,
        "event_id": event_id,
        "inferred_on": date_of(cluster.last) if inferred and cluster.last is not None else None,
        "inferred_from": event_id if inferred else None,
        "reason": member.reason,
    }


def _values(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("event_id", "inferred_on", "inferred_from", "reason"))


def _event_rows(connection: duckdb.DuckDBPyConnection, events: Mapping[str, Cluster]) -> list[dict[str, Any]]:
    with keys(connection, {m.place for cluster in events.values() for m in cluster.mentions if m.place}):
        places = connection.execute(
            """
            select place, region, country, lat, lon, precision from places
            where gone is null and place in (select key from resolve_keys)
            """
        ).fetchall()
    gazetteer = Gazetteer({place: tuple(values) for place, *values in places})
    return [event_row(event_id, cluster, gazetteer) for event_id, cluster in events.items()]


def _lost_mentions(
    connection: duckdb.DuckDBPyConnection, touched: Collection[str] | None, retracted: Collection[str]
) -> dict[str, str]:
    """Return the event that each mention had which the touched articles no longer make, or which is retracted."""
    with keys(connection, touched or ()), keys(connection, retracted, "resolve_retracted"):
        found = connection.execute(
            """
            select mention_events.mention_id, event_id
            from mention_events
            where gone is null
              and ($everything or mention_id in (
                  select mention_id from mentions where article_id in (select key from resolve_keys)))
              and (mention_id in (select key from resolve_retracted) or not exists (
                  select 1 from mentions
                  where mentions.gone is null and mentions.mention_id = mention_events.mention_id))
            """,
            {"everything": touched is None},
        ).fetchall()
    return dict(found)


def _came(connection: duckdb.DuckDBPyConnection, event_ids: Collection[str]) -> dict[str, int]:
    """Return the edition that each event came with first."""
    with keys(connection, set(event_ids)):
        found = connection.execute(
            """
            select event_id, min(came) from mention_events
            where event_id in (select key from resolve_keys) group by event_id
            """
        ).fetchall()
    return dict(found)


def _used(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return every id that an event ever had."""
    return {event_id for (event_id,) in connection.execute("select distinct event_id from mention_events").fetchall()}
