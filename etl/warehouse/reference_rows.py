"""Who is who and what lies where, as rows beside the records: from the reference data, for the names that rows use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import pandas as pd

from etl import reference
from etl.warehouse.versions import Scope, sync

_PLACE_COLUMNS = ("place", "region", "country", "lat", "lon", "precision")


def sync_reference(connection: duckdb.DuckDBPyConnection, edition: int, *, everything: bool) -> None:
    """Make actors, actor_members and places what the reference data says of the names that the draft's rows use.

    All known actors have rows, because a filter offers them; a name that only an article introduces has one as well,
    being its own and only member. Unless `everything` is told anew, only names that came with this edition are looked
    up, and names that no row uses any more keep their rows.
    """
    since = 0 if everything else edition
    _sync_actors(connection, edition, _actor_names(connection, since), everything=everything)
    named = _place_names(connection, since)
    scope = None if everything else Scope("place", [name for name, _ in named])
    sync(connection, "places", _frame(_PLACE_COLUMNS, [_place_row(*each) for each in named]), edition, scope)


def _sync_actors(
    connection: duckdb.DuckDBPyConnection, edition: int, names: Sequence[str], *, everything: bool
) -> None:
    known = reference.actors()
    strangers = [name for name in names if name not in known]
    actors: list[tuple[Any, ...]] = [(name, None, None) for name in strangers]
    members = [(name, name) for name in strangers]
    if everything:
        actors += [(actor.name, actor.kind, actor.country) for actor in known.values()]
        members += reference.members()
    told = (
        ("actors", "name", ("name", "kind", "country"), actors),
        ("actor_members", "actor", ("actor", "member"), members),
    )
    for table, key, columns, rows in told:
        sync(connection, table, _frame(columns, rows), edition, None if everything else Scope(key, strangers))


def _frame(columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns), dtype="object")


def _actor_names(connection: duckdb.DuckDBPyConnection, since: int) -> list[str]:
    """Return the names of those who speak, claim or take part, in rows that came with edition `since` or later."""
    found = connection.execute(
        """
        select speaker from quotes where gone is null and came >= $since and speaker is not null
        union
        select claimed_by from figures where gone is null and came >= $since and claimed_by is not null
        union
        select unnest(actors).name from mentions where gone is null and came >= $since
        order by all
        """,
        {"since": since},
    )
    return [name for (name,) in found.fetchall()]


def _place_names(connection: duckdb.DuckDBPyConnection, since: int) -> list[tuple[str, str | None]]:
    """Return the places of rows that came with edition `since` or later, and the country that mentions give each."""
    return connection.execute(
        """
        with named as (
            select place from mentions where gone is null and came >= $since
            union
            select place from figures where gone is null and came >= $since
        )
        select place, mode(country)
        from named
        left join (select place, country from mentions where gone is null) using (place)
        where place is not null
        group by place
        order by place
        """,
        {"since": since},
    ).fetchall()


def _place_row(name: str, country: str | None) -> tuple[Any, ...]:
    candidates = reference.places().get(name, ())
    fitting = [place for place in candidates if country in (None, place.country)]
    if not fitting:
        return name, None, country, None, None, None
    place = max(fitting, key=lambda each: each.population)
    return name, place.region, place.country, place.lat, place.lon, place.precision
