"""What a cluster of mentions comes to as an event: its title, days, place, who took part and with what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.resolve.clusters import Cluster
from etl.resolve.mentions import LOCATED_FAMILIES, Mention, date_of

_TITLES = {"strike": "Strike", "ground_action": "Ground action", "other_violence": "Violence", "meeting": "Meeting",
           "call": "Call", "talks": "Talks", "agreement": "Agreement", "sanction": "Sanctions", "exchange": "Exchange",
           "legal": "Legal step"}  # fmt: skip
_UNKNOWN_POSITION = 10**6


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What the places table says of the places that mentions name."""

    places: Mapping[str, tuple[str | None, str | None, float | None, float | None, str | None]]

    def of(self, place: str | None) -> tuple[str | None, str | None, float | None, float | None, str | None]:
        """Return region, country, latitude, longitude and precision of a place; all None where it is not known."""
        return self.places.get(place or "", (None, None, None, None, None))


def event_row(event_id: str, cluster: Cluster, gazetteer: Gazetteer) -> dict[str, Any]:
    """Return the event's row of schema.sql but for part_of."""
    mentions = sorted(cluster.mentions, key=lambda mention: mention.order)
    kind = _most_common(mention.kind for mention in mentions)
    place = _place(mentions)
    region, country, lat, lon, precision = gazetteer.of(place)
    own = next((mention for mention in mentions if mention.place == place and mention.lat is not None), None)
    if own is not None:
        lat, lon, precision = own.lat, own.lon, own.place_precision or precision
    first, last = cluster.first, cluster.last
    held = [mention for mention in mentions if not mention.planned]
    return {
        "event_id": event_id,
        "kind": kind,
        "title": title_of(cluster),
        "started_on": None if first is None else date_of(first),
        "ended_on": None if last is None else date_of(last),
        "date_precision": _date_precision(cluster),
        "place": place,
        "region": region,
        "country": country or next((mention.country for mention in mentions if mention.country), None),
        "lat": lat,
        "lon": lon,
        "place_precision": precision,
        "actors": _actors(mentions),
        "weapons": sorted({weapon for mention in mentions for weapon in mention.weapons}),
        "status": _status(kind, mentions, held),
        "planned": not held,
        "mentions": len(mentions),
        "articles": len({mention.article_id for mention in mentions}),
        "stories": len({mention.story_id for mention in mentions}),
    }


def _most_common(values: Iterable[str]) -> str:
    counted = Counter(values)
    if len(counted) == 1:
        return next(iter(counted))
    return min(counted, key=lambda value: (-counted[value], value))


def _place(mentions: Sequence[Mention]) -> str | None:
    """Return the place as most mentions name it, a town before its region, a region before its country."""
    rank = {"settlement": 0, "region": 1, "country": 2}
    named = [mention for mention in mentions if mention.place]
    if not named:
        return None
    finest = min(rank[mention.level] for mention in named)
    return _most_common(mention.place for mention in named if mention.place and rank[mention.level] == finest)


def _actors(mentions: Sequence[Mention]) -> list[dict[str, str]]:
    """Return who took part in any report, each name with the role that most reports give it."""
    if len({mention.who.actors for mention in mentions}) == 1:
        return [{"name": name, "role": role} for name, role in sorted(dict(mentions[0].who.actors).items())]
    roles: dict[str, Counter[str]] = {}
    for mention in mentions:
        for name, role in mention.who.actors:
            roles.setdefault(name, Counter())[role] += 1
    return [{"name": name, "role": _most_common(roles[name].elements())} for name in sorted(roles)]


def title_of(cluster: Cluster) -> str:
    """Return what an event is called: its kind, and its place or who took part."""
    mentions = sorted(cluster.mentions, key=lambda mention: mention.order)
    kind, place = _most_common(mention.kind for mention in mentions), _place(mentions)
    name = _TITLES.get(kind, kind)
    if kind in LOCATED_FAMILIES:
        joint = "on" if kind == "strike" else "in"
        return f"{name} {joint} {place}" if place else f"{name}, place unknown"
    who = ", ".join(sorted({party.name for mention in mentions for party in mention.parties}))
    return f"{name}: {who}" if who else f"{name} in {place}" if place else name


def _date_precision(cluster: Cluster) -> str | None:
    if cluster.first is None:
        return None
    return cluster.members[0].mention.date_precision or ("day" if cluster.first == cluster.last else None)


def _status(kind: str, mentions: Sequence[Mention], held: Sequence[Mention]) -> str | None:
    """Return what became of it: for diplomacy planned, held or called off; else what the latest report says."""
    if kind in ("meeting", "call", "talks", "exchange"):
        if held:
            return "held"
        return "called off" if any(mention.called_off for mention in mentions) else "planned"
    said = [mention for mention in mentions if mention.status]
    latest = max(said, key=lambda m: (m.published or 0, m.position, m.mention_id), default=None)
    return latest.status if latest else None
