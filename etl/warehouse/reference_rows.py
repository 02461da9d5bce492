"""Who is who and what lies where, as rows beside the records: from the reference data, for the names that rows use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import duckdb
import pandas as pd

from etl import reference
from etl.extract.reading import Place
from etl.warehouse.versions import sync


def sync_reference(connection: duckdb.DuckDBPyConnection, edition: int) -> None:
    """Make actors, actor_members and places what the reference data says of the names that the draft's rows use.

    All known actors have rows, because a filter offers them; a name that only an article introduces has one as well,
    being its own and only member.
    """
    known = reference.actors()
    strangers = [name for name in _actor_names(connection) if name not in known]
    actors = [(actor.name, actor.kind, actor.country) for actor in known.values()]
    members = [*reference.members(), *((name, name) for name in strangers)]
    sync(
        connection,
        "actors",
        _frame(("name", "kind", "country"), [*actors, *((n, None, None) for n in strangers)]),
        edition,
    )
    sync(connection, "actor_members", _frame(("actor", "member"), members), edition)
    columns = ("place", "region", "country", "lat", "lon", "precision")
    sync(connection, "places", _frame(columns, [_place_row(*named) for named in _place_names(connection)]), edition)


def _frame(columns: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns), dtype="object")


def _actor_names(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute(
        """
        select speaker from quotes where gone is null and speaker is not null
        union
        select claimed_by from figures where gone is null and claimed_by is not null
        union
        select unnest(actors).name from mentions where gone is null
        order by all
        """
    )
    return [name for (name,) in found.fetchall()]


def _place_names(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str | None]]:
    """Return each place that rows name, with its country where a mention says it."""
    return connection.execute(
        """
        select place, mode(country)
        from (
            select place, country from mentions where gone is null
            union all
            select place, null from figures where gone is null
        )
        where place is not null
        group by place
        order by place
        """
    ).fetchall()


def _place_row(name: str, country: str | None) -> tuple[object, ...]:
    candidates = _places().get(name, ())
    fitting = [place for place in candidates if country in (None, place.country)]
    place = max(fitting, key=lambda each: each.population, default=Place(name, country, None, None, None, "point"))
    precision = place.precision if fitting else None
    return name, place.region, place.country, place.lat, place.lon, precision


@cache
def _places() -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    states = (Place(land.name, land.iso2, None, None, None, "country") for land in reference.countries().values())
    regions = (Place(unit.name, unit.country, None, None, None, "region") for unit in reference.regions().values())
    for place in (*states, *regions, *(place for place, _ in reference.settlements())):
        found[place.name] = (*found.get(place.name, ()), place)
    return found
