"""Seconds and memory that resolving takes on synthetic news with known truth.

    python -m benchmarks.resolution [--mentions 100000] [--events 100000]

First, mentions of strikes and calls are resolved in one go, and compared with the truth. Then one article is added to
many events and resolved (benchmarks.loading times the load around it). All of it is made up: the towns are real,
nothing happened there on those days.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import time
from collections import defaultdict
from collections.abc import Iterator

import duckdb

from etl import reference
from etl.records import Actor, Article, Event, Extraction, Figure
from etl.resolve.resolution import Resolution
from etl.resolve.resolver import resolve
from etl.warehouse.editions import schema
from etl.warehouse.load import changed_articles, store
from etl.warehouse.reference_rows import sync_reference
from etl.warehouse.versions import Scope, sync

FIRST_DAY = dt.date(2022, 2, 24)
DAYS = 1500
MENTIONS_AN_ARTICLE = 4
SIDES = (Actor("Russia", "attacker"), Actor("Ukraine", "target"))
PARTIES = ("Russia", "Ukraine", "United States", "Turkey", "France", "Germany", "Poland", "China", "India", "Italy")


def synthetic_events(count: int, chance: random.Random) -> list[Event]:
    """Return events that no two of are alike: nine in ten strikes, the others calls between two of ten states."""
    towns = sorted({place.name for place, _ in reference.settlements() if place.country == "UA"})
    strikes: dict[tuple[str, int], Event] = {}
    while len(strikes) < count * 9 // 10:
        town, day = towns[min(int(chance.expovariate(1 / 300)), len(towns) - 1)], chance.randrange(DAYS)
        date = FIRST_DAY + dt.timedelta(days=day)
        strikes[town, day] = Event(article="synthetic", kind="strike", start=date, end=date, place=town, actors=SIDES)
    calls: dict[tuple[str, str, int], Event] = {}
    while len(calls) < min(count - len(strikes), DAYS * 20):
        one, other = sorted(chance.sample(PARTIES, 2))
        day = chance.randrange(DAYS)
        date = FIRST_DAY + dt.timedelta(days=day)
        parties = (Actor(one, "participant"), Actor(other, "participant"))
        calls[one, other, day] = Event(article="synthetic", kind="call", start=date, end=date, actors=parties)
    return [*strikes.values(), *calls.values()]


def synthetic_articles(
    events: list[Event], mentions: int, chance: random.Random
) -> Iterator[tuple[Extraction, list[int]]]:
    """Yield articles of four mentions each, with the numbers of the events that they tell; every event is told once."""
    told = [*range(len(events)), *(chance.randrange(len(events)) for _ in range(mentions - len(events)))]
    told.sort(key=lambda number: (events[number].start or FIRST_DAY).toordinal() + chance.uniform(0, 10))
    for start in range(0, len(told), MENTIONS_AN_ARTICLE):
        numbers = sorted(set(told[start : start + MENTIONS_AN_ARTICLE]))
        published = max(day for number in numbers if (day := events[number].start)) + dt.timedelta(days=1)
        name = f"synthetic {start}"
        records: list[Event | Figure] = []
        for position, number in enumerate(numbers):
            event, here = events[number], {"evidence_start": 200 * position, "evidence_end": 200 * position + 150}
            records.append(Event(article=name, kind=event.kind, start=event.start, end=event.end, place=event.place,
                                 actors=event.actors, **here))  # fmt: skip
            if event.kind == "strike":
                dead = chance.randrange(1, 40)
                records.append(Figure(article=name, measure="killed", low=dead, high=dead, place=event.place,
                                      start=event.start, end=event.end, **here))  # fmt: skip
        yield Extraction(Article(article=name, published=published), tuple(records))


def resolved_at_once(mentions: int) -> str:
    """Return what resolving so many mentions of a fourth as many events takes, and how right it is."""
    chance = random.Random(1)
    connection = _stored(list(synthetic_articles(synthetic_events(mentions // 4, chance), mentions, chance)))
    started = time.perf_counter()
    resolution = resolve(connection, 1, None)
    seconds = time.perf_counter() - started
    connection.register("resolved", resolution.tables["mention_events"].frame)
    found = connection.execute(
        """
        select event_id, kind, place, started_on, list_sort(list_transform(actors, lambda actor: actor.name))
        from resolved join mentions using (mention_id)
        """
    ).fetchall()
    ids: dict[str, set[str]] = defaultdict(set)
    told_by: dict[str, set[str]] = defaultdict(set)
    for event_id, *truth in found:
        ids[str(truth)].add(event_id)
        told_by[event_id].add(str(truth))
    split = sum(len(event_ids) > 1 for event_ids in ids.values())
    merged = sum(len(truths) > 1 for truths in told_by.values())
    return (
        f"{len(found):,} mentions of {len(ids):,} events in {seconds:.1f} s; {split} events split, {merged} merged; "
        f"peak {_peak_mb():,.0f} MB"
    )


def one_more_article(events: int) -> str:
    """Return what resolving one article beside so many events takes."""
    chance = random.Random(2)
    connection = _stored(list(synthetic_articles(synthetic_events(events, chance), events, chance)))
    _keep(connection, resolve(connection, 1, None), 1)
    day = FIRST_DAY + dt.timedelta(days=DAYS // 2)
    name = "synthetic, one more"
    strike = Event(article=name, kind="strike", start=day, end=day, place="Sumy", actors=SIDES)
    call = Event(article=name, kind="call", start=day, end=day, actors=(Actor("Russia", "participant"),
                                                                        Actor("Turkey", "participant")))  # fmt: skip
    dead = Figure(article=name, measure="killed", low=7, high=7, place="Sumy", start=day, end=day)
    store(connection, [Extraction(Article(article=name, published=day), (strike, call, dead))], 2)
    sync_reference(connection, 2, everything=False)
    started = time.perf_counter()
    resolution = resolve(connection, 2, changed_articles(connection, 2))
    seconds = time.perf_counter() - started
    _keep(connection, resolution, 2)
    [(known,)] = connection.execute("select count(*) from events where gone is null").fetchall()
    return f"one article beside {known:,} events in {seconds:.2f} s; peak {_peak_mb():,.0f} MB"


def _stored(extractions: list[Extraction]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(schema())
    connection.execute("set threads to 2")
    store(connection, extractions, 1)
    sync_reference(connection, 1, everything=True)
    return connection


def _keep(connection: duckdb.DuckDBPyConnection, resolution: Resolution, edition: int) -> None:
    for table, derived in resolution.tables.items():
        scope = None if derived.scope is None else Scope(derived.key, sorted(derived.scope))
        sync(connection, table, derived.frame, edition, scope)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=100_000)
    arguments = parser.parse_args()
    print(resolved_at_once(arguments.mentions))
    print(one_more_article(arguments.events))
