"""What came, went and changed between two editions: articles and events, with their claims and tolls, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import duckdb

from etl.warehouse.queries import Row, rows
from etl.warehouse.versions import Change, versioned_tables

Kind = Literal["came", "went", "changed"]


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that came, went or changed: its id, what it is called, and what happened to it in words."""

    change: Kind
    id: str
    title: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All that parts two editions; `rows` counts the rows of each table that came and are gone."""

    before: int
    after: int
    articles: tuple[Moved, ...]
    events: tuple[Moved, ...]
    rows: Mapping[str, Change]


def difference(connection: duckdb.DuckDBPyConnection, before: int, after: int) -> Difference:
    """Return what came, went and changed from one edition to a later one; events in the order of their days."""
    editions = {"before": before, "after": after}
    details: defaultdict[str, list[str]] = defaultdict(list)
    for event_id, words in (*_claims(connection, editions), *_tolls(connection, editions)):
        details[event_id].append(words)
    return Difference(
        before,
        after,
        tuple(_articles(connection, editions)),
        tuple(_events(connection, editions, details)),
        _row_counts(connection, editions),
    )


def _moved(
    connection: duckdb.DuckDBPyConnection, table: str, key: Sequence[str], editions: Mapping[str, int]
) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield (row before, row after) for each key whose row differs; None where there was or is none."""
    old = _without_history(connection, f"from {table}_at($before) where gone <= $after", editions)
    new = _without_history(connection, f"from {table}_at($after) where came > $before", editions)
    was = {tuple(row[name] for name in key): row for row in old}
    now = {tuple(row[name] for name in key): row for row in new}
    for found in dict.fromkeys([*was, *now]):
        if was.get(found) != now.get(found):
            yield was.get(found), now.get(found)


def _without_history(connection: duckdb.DuckDBPyConnection, query: str, editions: Mapping[str, int]) -> list[Row]:
    wanted = {name: value for name, value in editions.items() if f"${name}" in query}
    return rows(connection, f"select * exclude (came, gone) from ({query})", wanted)


def _articles(connection: duckdb.DuckDBPyConnection, editions: Mapping[str, int]) -> Iterator[Moved]:
    for was, now in _moved(connection, "articles", ["article_id"], editions):
        row = now or was or {}
        shown = {"text": "the text", "text_hash": "", "words": ""}
        fields = () if not (was and now) else tuple(_field_changes(was, now, shown))
        yield Moved(_kind(was, now), row["article_id"], row["title"] or row["article"], fields)


def _events(
    connection: duckdb.DuckDBPyConnection, editions: Mapping[str, int], details: Mapping[str, list[str]]
) -> list[Moved]:
    redirects = dict(
        connection.execute(
            "select old_event_id, event_id from redirects_at($after)", {"after": editions["after"]}
        ).fetchall()
    )
    moved, days = [], {}
    for was, now in _moved(connection, "events", ["event_id"], editions):
        row = now or was or {}
        event_id = row["event_id"]
        words = list(_field_changes(was, now, {})) if was and now else []
        if now is None and event_id in redirects:
            words.append(f"is now part of {redirects[event_id]}")
        moved.append(Moved(_kind(was, now), event_id, _title(row), (*words, *details.get(event_id, ()))))
        days[event_id] = str(row["started_on"] or "9999")
    touched = [event_id for event_id in details if event_id not in days]
    for row in _events_by_id(connection, touched, editions):
        moved.append(Moved("changed", row["event_id"], _title(row), tuple(details[row["event_id"]])))
        days[row["event_id"]] = str(row["started_on"] or "9999")
    return sorted(moved, key=lambda each: (days[each.id], each.id))


def _events_by_id(connection: duckdb.DuckDBPyConnection, ids: Sequence[str], editions: Mapping[str, int]) -> list[Row]:
    return rows(
        connection,
        "select event_id, title, started_on from events_at($after) where list_contains($ids, event_id)",
        {"after": editions["after"], "ids": list(ids)},
    )


def _claims(connection: duckdb.DuckDBPyConnection, editions: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield (event, what happened to one of its claims)."""
    for was, now in _moved(connection, "claims", ["figure_id"], editions):
        for row, other, verb in ((was, now, "no longer claims"), (now, was, "claims")):
            if row is None or row["event_id"] is None:
                continue
            if other is None or other["event_id"] != row["event_id"]:
                yield row["event_id"], f"{_claimant(row)} {verb} {_number(row)} {_counted(row)}"
            elif row is now:
                changes = "; ".join(_field_changes(other, row, {"reason": ""}))
                if changes:
                    yield row["event_id"], f"{_claimant(row)}'s {_number(row)} {_counted(row)}: {changes}"


def _tolls(connection: duckdb.DuckDBPyConnection, editions: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield (event, what its toll came to)."""
    for was, now in _moved(connection, "tolls", ["event_id", "measure", "side", "counted"], editions):
        row = now or was or {}
        about = ", ".join(filter(None, (row["counted"], row["side"])))
        what = f"{row['measure']} ({about})" if about else row["measure"]
        yield row["event_id"], f"{what}: {_range(now)}" + (f", was {_range(was)}" if was else "")


def _row_counts(connection: duckdb.DuckDBPyConnection, editions: Mapping[str, int]) -> dict[str, Change]:
    counts = {}
    for table in versioned_tables(connection):
        [(came, gone)] = connection.execute(
            f"""
            select
                count(*) filter (came > $before and came <= $after and (gone is null or gone > $after)),
                count(*) filter (came <= $before and gone > $before and gone <= $after)
            from "{table}"
            """,
            dict(editions),
        ).fetchall()
        if came or gone:
            counts[table] = Change(came, gone)
    return counts


def _kind(was: Row | None, now: Row | None) -> Kind:
    return "came" if was is None else "went" if now is None else "changed"


def _field_changes(was: Row, now: Row, shown: Mapping[str, str]) -> Iterator[str]:
    """Yield what changed in each field; a field that `shown` names is told by those words alone, or not at all."""
    for name, value in now.items():
        if was[name] == value:
            continue
        if name not in shown:
            yield f"{name} {_value(was[name])} → {_value(value)}"
        elif shown[name]:
            yield f"{shown[name]} changed"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(each["name"] if isinstance(each, dict) else str(each) for each in value) or "none"
    return "unknown" if value is None else str(value)


def _title(row: Row) -> str:
    return f"{row['title']} ({row['started_on'] or 'undated'})"


def _claimant(row: Row) -> str:
    return str(row["claimant"] or "an article")


def _counted(row: Row) -> str:
    return f"{row['measure']} ({row['counted']})" if row["counted"] else str(row["measure"])


def _number(row: Row) -> str:
    qualifier = "" if row["qualifier"] == "exact" else row["qualifier"].replace("_", " ") + " "
    return (
        f"{qualifier}{row['low']:g}" if row["low"] == row["high"] else f"{qualifier}{row['low']:g} to {row['high']:g}"
    )


def _range(row: Row | None) -> str:
    if row is None:
        return "no claim left"
    contested = ", contested" if row["contested"] else ""
    if row["low"] == row["high"]:
        return f"{row['best']:g}{contested}"
    return f"{row['low']:g} to {row['high']:g}, best {row['best']:g}{contested}"
