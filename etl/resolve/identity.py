"""Ids of events that last: a cluster keeps the id that most of its mentions had; the oldest id survives a merge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from etl.records import digest
from etl.resolve.clusters import Cluster


@dataclass(frozen=True, slots=True)
class Identified:
    """The ids of clusters, in their order, and where ids that are no longer used lead."""

    event_ids: list[str]
    redirects: dict[str, str]


def identify(
    clusters: Sequence[Cluster], held: Mapping[str, str], came: Mapping[str, int], used: Collection[str]
) -> Identified:
    """Return an id for each cluster.

    `held` is the event that each mention had, `came` the edition that each of those events came with, `used` all ids
    that were ever given out. An old id goes to the cluster that most of its mentions are now in (of two, to the one
    whose mention is first by id); of several old ids of one cluster the oldest survives and the others lead to it. A
    new id is made from the cluster's first mention, by id, so that loading the same articles elsewhere gives the same.
    """
    heirs: dict[str, Counter[int]] = defaultdict(Counter)
    first_mention = [min(mention.mention_id for mention in cluster.mentions) for cluster in clusters]
    for number, cluster in enumerate(clusters):
        for mention in cluster.mentions:
            if mention.mention_id in held:
                heirs[held[mention.mention_id]][number] += 1
    inherited: dict[int, list[str]] = defaultdict(list)
    for old_id, numbers in heirs.items():
        heir = min(numbers, key=lambda number: (-numbers[number], first_mention[number]))
        inherited[heir].append(old_id)

    event_ids: list[str] = []
    redirects: dict[str, str] = {}
    given = set(used) | set(heirs)
    for number, first in enumerate(first_mention):
        old_ids = sorted(inherited.get(number, ()), key=lambda old_id: (came.get(old_id, 0), old_id))
        if old_ids:
            event_ids.append(old_ids[0])
            redirects.update(dict.fromkeys(old_ids[1:], old_ids[0]))
        else:
            event_ids.append(_new_id(first, given))
            given.add(event_ids[-1])
    return Identified(event_ids, redirects)


def _new_id(mention_id: str, given: Collection[str]) -> str:
    """Return an id made from a mention's; the plain one unless a split has left it with another event."""
    event_id, attempt = "e" + digest(mention_id), 1
    while event_id in given:
        attempt += 1
        event_id = "e" + digest(mention_id, attempt)
    return event_id
