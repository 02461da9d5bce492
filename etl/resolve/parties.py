"""Which mentions of diplomacy and other dealings tell the same event: by kind, by who took part, and by day.

A state and its president are one side; two ministers of one side are two people. `cluster` is given one family
(meetings and talks are one, calls another) and compares only mentions whose days are near.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from etl.resolve.clusters import Cluster, Known, Member, alone, span_text
from etl.resolve.mentions import Mention, date_of, distance_km
from etl.resolve.vague import attach_vague

_LONGEST_TALKS = 4  # days; "from Monday to Thursday" may be one round of talks, more is a period in which it lay
_MOST = 0.5
_TOWN_KM = 30  # a palace, an air base or a residence counts as its town


def cluster(mentions: Sequence[Mention]) -> list[Cluster]:
    """Return the events that the mentions of one family tell, in the order of their content."""
    dated = [mention for mention in mentions if not _is_vague(mention)]
    vague = [mention for mention in mentions if _is_vague(mention)]
    events = _by_day(dated)
    return _plans_together(events, attach_vague(vague, events, _fits, _pairs))


def _is_vague(mention: Mention) -> bool:
    if mention.first is None or mention.last is None or mention.coarse:
        return True
    longest = 1 if mention.kind in ("meeting", "call") else _LONGEST_TALKS
    return mention.last - mention.first >= longest


def _by_day(mentions: Iterable[Mention]) -> list[Cluster]:
    """Join the mentions whose days meet and whose parties agree.

    Those that say most come first (many days, then many parties), so that a round of talks over two days is there
    before what is told of one of them, and a summit before one pair at it.
    """
    ranked = sorted(
        mentions,
        key=lambda m: (-((m.last or 0) - (m.first or 0)), -len(m.sides), -len(m.parties), not m.key, m.order),
    )
    events: list[Cluster] = []
    by_day: dict[int, list[Cluster]] = {}
    for mention in ranked:
        first, last = mention.first or 0, mention.last or 0
        near = [event for day in range(first, last + 1) for event in by_day.get(day, ())]
        scored = [(score, event) for event in _distinct(near) if (score := _agreement(mention, event)) > 0]
        best = max((score for score, _ in scored), default=0.0)
        event = next((event for score, event in scored if score == best), None)
        if event is None:
            event = alone(mention, _reason(mention))
            events.append(event)
            new_days: Iterable[int] = range(first, last + 1)
        else:
            event.add(mention, _reason(mention))
            known = range(event.first or 0, (event.last or 0) + 1)
            new_days = [day for day in range(first, last + 1) if day not in known]
            event.first, event.last = min(event.first or 0, first), max(event.last or 0, last)
        for day in new_days:
            by_day.setdefault(day, []).append(event)
    for event in events:
        event.members.sort(key=lambda member: member.mention.order)
    return sorted(events, key=lambda event: event.members[0].mention.order)


def _distinct(events: Iterable[Cluster]) -> list[Cluster]:
    return list({id(event): event for event in events}.values())


def _reason(mention: Mention) -> str:
    sides = ", ".join(sorted(mention.sides)) or mention.place or "parties unnamed"
    plan = "announced for" if mention.planned else "on"
    return f"same parties and day: {sides}, {plan} {span_text(mention.first, mention.last)}"


def _agreement(mention: Mention, event: Cluster) -> float:
    """Return how well a mention agrees with all that is told of an event: 0 where it does not, else 1 and more."""
    scores = []
    for told in event.mentions:
        if told.article_id == mention.article_id and not _clearly_same(mention, told):
            return 0
        if _places_conflict(mention, told):
            return 0
        scores.append(_parties_agree(mention, told))
    # A mention that names few parties may agree with none of those that name few others; one that agrees is enough.
    return max(scores) if min(scores) >= 0 else 0


def _clearly_same(one: Mention, other: Mention) -> bool:
    return one.parties == other.parties and one.key == other.key and one.kind == other.kind


def _parties_agree(one: Mention, other: Mention) -> float:
    """Return 1 and more where two mentions name the same parties, 0 where they may or may not, -1 where they do not.

    Two sides that both name are enough, or the same single side at the same place. Not where each names a side that the
    other lacks, unless most are common, and two of them more than hosts. On no side may they name two different people,
    unless both tell of talks at one place, where delegations are many.
    """
    common = one.sides & other.sides
    same_place = bool(one.key) and one.key == other.key
    if not one.sides or not other.sides:
        return 1.0 if same_place else 0.0
    delegations = same_place and one.kind == other.kind == "talks"
    if not common or (not delegations and any(_people_differ(one, other, side) for side in common)):
        return -1.0
    alike = len(common) / len(one.sides | other.sides)
    each_has_others = bool(one.sides - other.sides) and bool(other.sides - one.sides)
    if each_has_others and (len(common & one.principals & other.principals) < 2 or alike < _MOST):
        return -1.0
    single = min(len(one.sides), len(other.sides)) == 1
    enough = len(common) >= 2 or (single and (same_place or _alike_alone(one, other)))
    return 1 + alike + same_place if enough else 0.0


def _alike_alone(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions of a single side, which at most one of them places, are of one kind."""
    return one.sides == other.sides and one.kind == other.kind and not (one.key and other.key)


def _people_differ(one: Mention, other: Mention, side: str) -> bool:
    ours = {party.name for party in one.parties if party.side == side and not party.stands_for_side}
    theirs = {party.name for party in other.parties if party.side == side and not party.stands_for_side}
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _places_conflict(one: Mention, other: Mention) -> bool:
    """Tell whether two places cannot be the same: two towns, or a town and a region or country that it is not in.

    A place that no gazetteer knows ("White House") may be a building in any town of its country.
    """
    if not one.key or not other.key or one.key == other.key:
        return False
    known_apart = one.country is not None and other.country is not None and one.country != other.country
    if known_apart or "country" in (one.level, other.level):
        return known_apart
    if one.level == other.level == "settlement":
        distance = distance_km(one, other)
        return one.mapped and other.mapped and (distance is None or distance > _TOWN_KM)
    return one.mapped and other.mapped and one.block != other.block


def _fits(mention: Mention, event: Known) -> bool:
    told = event.cluster.mentions
    if any(_places_conflict(mention, other) for other in told):
        return False
    if any(mention.sides - other.sides and other.sides - mention.sides for other in told):
        return False
    scores = [_parties_agree(mention, other) for other in told]
    return min(scores) >= 0 and max(scores) >= 1 and any(len(mention.sides & other.sides) >= 2 for other in told)


def _pairs(told: Mention | Cluster) -> set[str]:
    """Return the pairs of sides that took part, which a mention and an event must share one of."""
    sides = told.sides if isinstance(told, Mention) else frozenset().union(*(m.sides for m in told.mentions))
    return {f"{one}|{other}" for one, other in combinations(sorted(sides), 2)}


def _plans_together(events: list[Cluster], left: Sequence[Cluster]) -> list[Cluster]:
    """Join the plans without a day that name the same parties and were told in one month: they are one plan."""
    plans: dict[tuple[object, ...], Cluster] = {}
    found = list(events)
    for event in left:
        mention = event.members[0].mention
        if not mention.planned or mention.first is not None or mention.published is None or not mention.sides:
            found.append(event)
            continue
        month = date_of(mention.published).isoformat()[:7]
        plan = plans.get((mention.sides, month))
        reason = f"a plan without a day, of the same parties, told in {month}"
        if plan is None:
            event.members = [Member(member.mention, reason) for member in event.members]
            plans[mention.sides, month] = event
            found.append(event)
        elif plan.articles.isdisjoint(event.articles):
            plan.absorb(event, reason)
        else:
            found.append(event)
    return found
