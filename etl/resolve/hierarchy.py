"""Which events are part of a wider one, and which tolls a sum may take so that nobody is counted twice.

A strike on a town is part of that day's wave over its region or country by the same side. Both may have a toll; the
wave's holds the towns' dead, so a sum takes either the wave's or its parts'.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_RANK = {"region": 1, "country": 2}


@dataclass(frozen=True, slots=True)
class Node:
    """An event, as far as waves and their parts are concerned; `level` is settlement, region or country."""

    event_id: str
    level: str
    key: str
    block: str
    country: str | None
    last: int
    attackers: frozenset[str]


def wider_events(nodes: Iterable[Node]) -> dict[str, str]:
    """Return the event that each event is part of; those that are part of none are left out.

    A town's strike goes to its region's before its country's; of two that fit, to the first by id.
    """
    wide: dict[tuple[str, str, int], list[Node]] = defaultdict(list)
    nodes = sorted(nodes, key=lambda node: node.event_id)
    for node in nodes:
        if node.level == "region":
            wide["region", node.key, node.last].append(node)
        elif node.level == "country" and node.country:
            wide["country", node.country, node.last].append(node)
    found = {}
    for node in nodes:
        around = []
        if node.level == "settlement":
            around += wide.get(("region", node.block, node.last), [])
        if node.level != "country" and node.country:
            around += wide.get(("country", node.country, node.last), [])
        whole = next((wave for wave in around if _same_side(node, wave)), None)
        if whole is not None:
            found[node.event_id] = whole.event_id
    return found


def _same_side(one: Node, other: Node) -> bool:
    return not one.attackers or not other.attackers or bool(one.attackers & other.attackers)


def counted(part_of: Mapping[str, str], tolls: Sequence[tuple[str, tuple[str | None, ...], float]]) -> list[bool]:
    """Return for each toll (event, what it counts, best) whether a sum takes it.

    Of a wave and its parts the sum takes the wave's toll where it is at least what the parts come to, else the parts'.

    >>> counted({"town": "wave"}, [("wave", ("killed",), 5.0), ("town", ("killed",), 3.0)])
    [True, False]
    """
    parts: dict[str, list[str]] = defaultdict(list)
    for part, whole in part_of.items():
        parts[whole].append(part)
    best = {(event_id, about): value for event_id, about, value in tolls}
    takes: set[tuple[str, tuple[str | None, ...]]] = set()

    def take(event_id: str, about: tuple[str | None, ...]) -> None:
        if (event_id, about) in best and best[event_id, about] >= below(event_id, about):
            takes.add((event_id, about))
        else:
            for part in parts[event_id]:
                take(part, about)

    def below(event_id: str, about: tuple[str | None, ...]) -> float:
        return sum(max(best.get((part, about), 0.0), below(part, about)) for part in parts[event_id])

    for about in {about for _, about, _ in tolls}:
        for event_id in {event_id for event_id, _, _ in tolls} | set(part_of.values()):
            if event_id not in part_of:
                take(event_id, about)
    return [(event_id, about) in takes for event_id, about, _ in tolls]
