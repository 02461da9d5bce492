"""Events in the shapes of the trade: ACLED's and UCDP's columns, and GeoJSON.

Every column of ACLED's and UCDP's files is there, so that what reads those reads these; what we do not know stays
empty: no interaction codes, no guess at civilians. Each row carries its sources and the edition that it was true in.

Definitions: ACLED's codebook (time_precision 1 day, 2 week, 3 month; geo_precision 1 town, 2 area, 3 region; its
fatalities are the most conservative count) and the UCDP Georeferenced Event Dataset's (date_prec 1 day … 5 longer than
a month; where_prec 1 place, 3 district, 4 first-level unit, 6 country; best, low and high; at least one death).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd

from etl import reference
from etl.export.codes import code_of
from etl.warehouse.queries import Row, rows

CODES = ("plover_event", "plover_mode", "plover_context", "cameo")
ACLED_CODES = ("acled_disorder_type", "acled_event_type", "acled_sub_event_type")
_TIME_PRECISION = {"day": 1, "week": 2, "month": 3, "year": 3}
_GEO_PRECISION = {"point": 1, "settlement": 1, "district": 2, "region": 3, "country": 3}
_DATE_PREC = {"week": 3, "month": 4, "year": 5}
_WHERE_PREC = {"point": 1, "settlement": 1, "district": 3, "region": 4, "country": 6}
_VIOLENCE = ("strike", "ground_action", "other_violence")


def events_query() -> str:
    """Return the query of events.sql, which asks for $edition."""
    return Path(__file__).with_name("events.sql").read_text(encoding="utf-8")


def coded_events(connection: duckdb.DuckDBPyConnection, edition: int) -> list[Row]:
    """Return the events of an edition, oldest first: the columns of events.sql, their codes, and the edition."""
    return [_coded(event, edition) for event in rows(connection, events_query(), {"edition": edition})]


def acled(events: list[Row]) -> pd.DataFrame:
    """Return the events that ACLED would have a row for, under its column names; fatalities are the low of our toll."""
    told = [
        _acled(event) for event in events if event["acled_event_type"] and not event["planned"] and event["started_on"]
    ]
    return pd.DataFrame(told, columns=list(ACLED_COLUMNS), dtype="object")


def ucdp(events: list[Row]) -> pd.DataFrame:
    """Return the events of violence with at least one death, under UCDP GED's column names."""
    fatal = (event for event in events if event["kind"] in _VIOLENCE and not event["planned"] and event["killed_high"])
    told = [_ucdp(event) for event in fatal if event["started_on"]]
    return pd.DataFrame(told, columns=list(UCDP_COLUMNS), dtype="object")


def geojson(events: list[Row]) -> Row:
    """Return all events as a GeoJSON FeatureCollection (RFC 7946); geometry is null where no coordinates are known."""
    return {"type": "FeatureCollection", "features": [_feature(event) for event in events]}


def _coded(event: Row, edition: int) -> Row:
    code = code_of(event["kind"], event["weapons"], event["planned"], event["status"])
    named = {name: getattr(code, name) if code else None for name in (*CODES, *ACLED_CODES)}
    return {**event, **named, "edition": edition}


def _acled(event: Row) -> Row:
    attackers, targets = _roles(event, "attacker"), _roles(event, "target")
    if not attackers and not targets:
        attackers = _roles(event, None)
    return {
        "event_id_cnty": event["event_id"],
        "event_date": event["started_on"].isoformat(),
        "year": event["started_on"].year,
        "time_precision": _TIME_PRECISION.get(event["date_precision"] or "day"),
        "disorder_type": event["acled_disorder_type"],
        "event_type": event["acled_event_type"],
        "sub_event_type": event["acled_sub_event_type"],
        "actor1": _first(attackers),
        "assoc_actor_1": "; ".join(attackers[1:]),
        "actor2": _first(targets),
        "assoc_actor_2": "; ".join(targets[1:]),
        "country": _country(event),
        "admin1": event["region"],
        "location": event["place"],
        "latitude": event["lat"],
        "longitude": event["lon"],
        "geo_precision": _GEO_PRECISION.get(event["place_precision"]),
        "source": _joined(event["sources"]),
        "notes": _notes(event),
        "fatalities": _whole(event["killed_low"]),
        **_provenance(event),
    }


def _ucdp(event: Row) -> Row:
    attackers, targets = _roles(event, "attacker"), _roles(event, "target")
    of_side = {each["side"]: each["best"] for each in event["sides_killed"] or ()}
    deaths_a, deaths_b = _of_any(of_side, attackers), _of_any(of_side, targets)
    return {
        "id": event["event_id"],
        "year": event["started_on"].year,
        "side_a": _joined(attackers),
        "side_b": _joined(targets),
        "source_article": _joined(event["urls"] or event["sources"]),
        "number_of_sources": event["stories"],
        "source_office": _joined(event["sources"]),
        "source_date": event["last_published_on"],
        "source_headline": event["headline"],
        "where_coordinates": event["place"],
        "where_prec": _WHERE_PREC.get(event["place_precision"]),
        "adm_1": event["region"],
        "latitude": event["lat"],
        "longitude": event["lon"],
        "geom_wkt": None if event["lon"] is None else f"POINT ({event['lon']} {event['lat']})",
        "country": _country(event),
        "date_prec": _date_prec(event),
        "date_start": event["started_on"],
        "date_end": event["ended_on"],
        "deaths_a": _whole(deaths_a),
        "deaths_b": _whole(deaths_b),
        "deaths_unknown": _whole(event["killed_best"] - (deaths_a or 0) - (deaths_b or 0)),
        "best": _whole(event["killed_best"]),
        "high": _whole(event["killed_high"]),
        "low": _whole(event["killed_low"]),
        **_provenance(event),
    }


def _feature(event: Row) -> Row:
    located = event["lat"] is not None and event["lon"] is not None
    return {
        "type": "Feature",
        "id": event["event_id"],
        "geometry": {"type": "Point", "coordinates": [event["lon"], event["lat"]]} if located else None,
        "properties": {name: value for name, value in event.items() if name not in ("event_id", "lat", "lon")},
    }


def _provenance(event: Row) -> Row:
    sources = {"sources": _joined(event["sources"]), "urls": _joined(event["urls"])}
    return (
        {name: event[name] for name in (*CODES, "part_of", "killed_counts", "articles", "stories")}
        | sources
        | {"edition": event["edition"]}
    )


def _date_prec(event: Row) -> int:
    """Return UCDP's date precision: from the words of the source, else from the length of the span."""
    if event["date_precision"] in _DATE_PREC:
        return _DATE_PREC[event["date_precision"]]
    days: int = ((event["ended_on"] or event["started_on"]) - event["started_on"]).days + 1
    return 1 + sum(days > longest for longest in (1, 6, 7, 31))


def _roles(event: Row, role: str | None) -> list[str]:
    return [actor["name"] for actor in event["actors"] if role in (None, actor["role"])]


def _country(event: Row) -> str | None:
    return reference.country_name(event["country"]) if event["country"] else None


def _notes(event: Row) -> str:
    if event["killed_best"] is None:
        return f"{event['title']}."
    low, high = _whole(event["killed_low"]), _whole(event["killed_high"])
    toll = f"{low}" if low == high else f"{low} to {high}, best {_whole(event['killed_best'])}"
    disputed = "; contested" if event["killed_contested"] else ""
    return f"{event['title']}. Killed: {toll} ({_whole(event['killed_claims'])} claims{disputed})."


def _of_any(numbers: Mapping[str, float], names: list[str]) -> float | None:
    return next((numbers[name] for name in names if name in numbers), None)


def _first(names: list[str]) -> str:
    return names[0] if names else ""


def _joined(texts: list[str] | None) -> str:
    return "; ".join(texts or ())


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)


_PROVENANCE: Mapping[str, str] = {
    "plover_event": "PLOVER event",
    "plover_mode": "PLOVER mode",
    "plover_context": "PLOVER context",
    "cameo": "CAMEO code",
    "part_of": "the wider event, such as a night's wave over a country, that the event is part of",
    "killed_counts": "whether a sum over rows takes this row's dead: of a wave and its parts only one does",
    "articles": "articles that tell of the event",
    "stories": "independent sources: articles that do not share one agency's text",
    "sources": "outlets, parted by semicolons",
    "urls": "addresses of the articles, where known",
    "edition": "the edition of the warehouse that the row was true in",
}
_EMPTY = "left empty"
ACLED_COLUMNS: Mapping[str, str] = {
    "event_id_cnty": "our event id; ACLED's are others",
    "event_date": "first local day",
    "year": "its year",
    "time_precision": "1 day, 2 week, 3 month or coarser",
    "disorder_type": "ACLED's disorder type",
    "event_type": "ACLED's event type",
    "sub_event_type": "ACLED's sub-event type",
    "actor1": "the attacker; else the first who took part",
    "assoc_actor_1": "further attackers",
    "inter1": _EMPTY,
    "actor2": "the target",
    "assoc_actor_2": "further targets",
    "inter2": _EMPTY,
    "interaction": _EMPTY,
    "civilian_targeting": _EMPTY,
    "iso": _EMPTY,
    "region": _EMPTY,
    "country": "common English name",
    "admin1": "first-level unit",
    "admin2": _EMPTY,
    "admin3": _EMPTY,
    "location": "place as named",
    "latitude": "degrees",
    "longitude": "degrees",
    "geo_precision": "1 town, 2 district, 3 region or country",
    "source": "outlets, parted by semicolons",
    "source_scale": _EMPTY,
    "notes": "title and toll in words",
    "fatalities": "the lowest claim that stands, as ACLED counts; empty where nobody gives a number",
    "tags": _EMPTY,
    "timestamp": _EMPTY,
    **_PROVENANCE,
}
UCDP_COLUMNS: Mapping[str, str] = {
    "id": "our event id; UCDP's are others",
    "relid": _EMPTY,
    "year": "year of the first day",
    "active_year": _EMPTY,
    "code_status": _EMPTY,
    "type_of_violence": _EMPTY,
    "conflict_dset_id": _EMPTY,
    "conflict_new_id": _EMPTY,
    "conflict_name": _EMPTY,
    "dyad_dset_id": _EMPTY,
    "dyad_new_id": _EMPTY,
    "dyad_name": _EMPTY,
    "side_a_dset_id": _EMPTY,
    "side_a_new_id": _EMPTY,
    "side_a": "attackers (UCDP's side A of a war is its government, whoever attacks)",
    "side_b_dset_id": _EMPTY,
    "side_b_new_id": _EMPTY,
    "side_b": "targets",
    "number_of_sources": "independent sources",
    "source_article": "addresses of the articles, else outlets",
    "source_office": "outlets",
    "source_date": "day of the latest report",
    "source_headline": "title of the earliest report",
    "source_original": _EMPTY,
    "where_prec": "1 place, 3 district, 4 first-level unit, 6 country",
    "where_coordinates": "place as named",
    "where_description": _EMPTY,
    "adm_1": "first-level unit",
    "adm_2": _EMPTY,
    "latitude": "degrees",
    "longitude": "degrees",
    "geom_wkt": "the point as well-known text",
    "priogrid_gid": _EMPTY,
    "country": "common English name",
    "country_id": _EMPTY,
    "region": _EMPTY,
    "event_clarity": _EMPTY,
    "date_prec": "1 day, 2 two to six days, 3 week, 4 up to a month, 5 longer",
    "date_start": "first local day",
    "date_end": "last local day",
    "deaths_a": "best count of side A's dead, where told",
    "deaths_b": "best count of side B's dead, where told",
    "deaths_civilians": _EMPTY,
    "deaths_unknown": "the dead whose side is not told: best less deaths_a and deaths_b",
    "best": "our best count of all dead",
    "high": "highest claim that stands",
    "low": "lowest claim that stands",
    "gwnoa": _EMPTY,
    "gwnob": _EMPTY,
    **_PROVENANCE,
}
