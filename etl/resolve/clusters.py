"""Clusters: the mentions that tell one event, each with why it was put there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.resolve.mentions import Mention, date_of

# Where several events would fit, one stands out that at least so many articles tell, so many times as many as the next.
PROMINENT_ARTICLES = 3
_PROMINENT_RATIO = 3


@dataclass(frozen=True, slots=True)
class Member:
    """A mention of the cluster's event; `inferred` where its day is the cluster's, not its article's."""

    mention: Mention
    reason: str
    inferred: bool = False


@dataclass(slots=True)
class Cluster:
    """Mentions of one event; `first`..`last` are its days, None where no mention fixes them."""

    members: list[Member] = field(default_factory=list)
    first: int | None = None
    last: int | None = None

    @property
    def mentions(self) -> list[Mention]:
        """The mentions of the event."""
        return [member.mention for member in self.members]

    @property
    def articles(self) -> set[str]:
        """The ids of the articles that tell it."""
        return {member.mention.article_id for member in self.members}

    def add(self, mention: Mention, reason: str, *, inferred: bool = False) -> None:
        """Put a mention into the cluster."""
        self.members.append(Member(mention, reason, inferred))

    def absorb(self, other: Cluster, reason: str) -> None:
        """Take over the members of another cluster."""
        self.members.extend(Member(member.mention, reason, member.inferred) for member in other.members)


@dataclass(frozen=True, slots=True)
class Known:
    """A dated event as it stood before vaguer mentions were added, so that their order has no say."""

    cluster: Cluster
    articles: frozenset[str]
    attackers: frozenset[str]
    weapons: frozenset[str]

    def overlaps(self, first: int, last: int) -> bool:
        """Tell whether any of these days is one of the event's."""
        mine = self.cluster
        return mine.first is not None and mine.last is not None and mine.first <= last and mine.last >= first


def known(cluster: Cluster) -> Known:
    """Return a cluster as it stands."""
    return Known(
        cluster,
        frozenset(cluster.articles),
        frozenset().union(*(mention.attackers for mention in cluster.mentions)),
        frozenset().union(*(mention.weapons for mention in cluster.mentions)),
    )


def founded(mentions: Sequence[Mention], first: int | None, last: int | None, reason: str) -> Cluster:
    """Return a cluster of these mentions, which its days and reason hold for."""
    return Cluster([Member(mention, reason) for mention in mentions], first, last)


def alone(mention: Mention, reason: str) -> Cluster:
    """Return a cluster of one mention, with the days that it gives."""
    return Cluster([Member(mention, reason)], mention.first, mention.last)


def span_text(first: int | None, last: int | None) -> str:
    """Write days for people: "2025-04-13", "2025-01-23 to 2025-01-24", "an unknown day".

    >>> span_text(0, 1)
    '1970-01-01 to 1970-01-02'
    """
    if first is None:
        return "an unknown day"
    if last is None or last == first:
        return date_of(first).isoformat()
    return f"{date_of(first)} to {date_of(last)}"


def the_one_that_fits(candidates: Sequence[Known]) -> Known | None:
    """Return the only candidate, or the one that far more articles tell than any other; None where neither is so."""
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    best, next_best = sorted(candidates, key=lambda known: -len(known.articles))[:2]
    stands_out = len(best.articles) >= max(PROMINENT_ARTICLES, _PROMINENT_RATIO * len(next_best.articles))
    return best if stands_out else None
