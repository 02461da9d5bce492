"""How fast a load is: many articles at once, and one article into a warehouse that is already large.

    python -m benchmarks.loading [--events N]

The articles are synthetic and named so: each is a ready-made record of one strike and its toll, on a day and at a place
of its own, so that N articles are about N events. Nothing of them is news.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from etl import pipeline, reference
from etl.records import Actor, Article, Event, Extraction, Figure
from etl.settings import Settings
from etl.warehouse.editions import current_file, opened

FIRST_DAY = dt.date(2022, 2, 24)
BATCH = 1_000


def synthetic(first: int, count: int) -> Iterator[Extraction]:
    """Yield synthetic articles, each about one strike of its own."""
    places = [place for place, _ in reference.settlements() if place.country == "UA"]
    for number in range(first, first + count):
        place = places[number % len(places)]
        day = FIRST_DAY + dt.timedelta(days=3 * (number // len(places)))
        name = f"synthetic-{number}"
        text = f"Synthetic: a drone hit {place.name} on {day}, killing {number % 9 + 1}."
        killed = number % 9 + 1
        told: dict[str, Any] = {"article": name, "start": day, "end": day, "place": place.name}
        told |= {"evidence": text, "evidence_start": 0, "evidence_end": len(text)}
        yield Extraction(
            Article(article=name, text=text, published=day + dt.timedelta(days=1)),
            (
                Event(kind="strike", country="UA", actors=(Actor("Russia", "attacker"),), weapons=("drone",), **told),
                Figure(measure="killed", low=killed, high=killed, **told),
            ),
        )


class Took(NamedTuple):
    """Seconds on the clock, and of all processors: the second says more where others use the machine too."""

    clock: float
    processors: float

    def __str__(self) -> str:
        return f"{self.clock:8.2f} s ({self.processors:.2f} s of processors)"


def load(settings: Settings, first: int, count: int) -> Took:
    """Load so many synthetic articles and return how long it took."""
    extractions = list(synthetic(first, count))
    clock, processors = time.perf_counter(), time.process_time()
    pipeline.load(extractions, settings)
    return Took(time.perf_counter() - clock, time.process_time() - processors)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000, help="events in the large warehouse")
    wanted = parser.parse_args().events
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(warehouse=Path(folder) / "warehouse", corrections=Path(folder) / "none")
        alone = load(settings, 0, 1)
        batch = load(settings, 1, BATCH)
        large = load(settings, 1 + BATCH, wanted - BATCH - 1)
        one = load(settings, wanted, 1)
        again = load(settings, wanted, 1)
        with opened(settings.warehouse) as connection:
            [(events,)] = connection.execute("select count(*) from events where gone is null").fetchall()
        file = current_file(settings.warehouse)
        megabytes = file.stat().st_size / 1e6 if file else 0
    rest, faster = wanted - BATCH - 1, alone.clock * BATCH / batch.clock
    print(f"warehouse: {events:,} events, {megabytes:,.0f} MB")
    print(f"one article into an empty one   {alone}")
    print(f"{BATCH:,} articles at once         {batch}  {faster:,.0f} times as fast as one by one")
    print(f"{rest:,} articles at once       {large}  {rest / large.clock:,.0f} articles/s")
    print(f"one article into the large one  {one}  {one.clock / alone.clock:.1f} times an empty one (target: 2 s)")
    print(f"the same article again          {again}")


if __name__ == "__main__":
    main()
