"""Clusters: the mentions that tell one event, each with why it was put there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from etl.resolve.mentions import LOCATED_FAMILIES, Mention, date_of

# A mention without its day leads to the one event that stands out where several would fit: told by at least so many
# articles, and by so many times as many as the next.
_PROMINENT_ARTICLES = 3
_PROMINENT_RATIO = 3

RECENT_DAYS = 45  # an undated mention tells something of the weeks before its article
SOON_DAYS = 31  # an undated plan is for the weeks after it
LONGEST_SPAN = 31  # a longer span is a campaign, not the date of an event


@dataclass(frozen=True, slots=True)
class Member:
    """A mention of the cluster's event; `inferred` where its day is the cluster's, not its article's."""

    mention: Mention
    reason: str
    inferred: bool = False


@dataclass(slots=True)
class Cluster:
    """Mentions of one event. `members[0]` founded it; `first`..`last` are its days, None where no mention fixes them."""

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


def the_one_that_fits(candidates: Sequence[tuple[Cluster, int]]) -> Cluster | None:
    """Return the only candidate, or the one that far more articles tell than any other; None where neither is so.

    Each candidate comes with the number of articles that tell it by its day.
    """
    if len(candidates) <= 1:
        return candidates[0][0] if candidates else None
    (best, told), (_, next_told) = sorted(candidates, key=lambda candidate: -candidate[1])[:2]
    return best if told >= max(_PROMINENT_ARTICLES, _PROMINENT_RATIO * next_told) else None


def attach_vague(
    mentions: Iterable[Mention],
    clusters: Sequence[Cluster],
    fits: Callable[[Mention, Cluster], bool],
    index: Callable[[Mention | Cluster], Iterable[str]],
) -> list[Cluster]:
    """Add each mention whose day is vague to the dated event that it tells, and return clusters of those left over.

    `fits` says whether a mention may tell a cluster's event, days aside; `index` names what both must share one of.
    What the mentions are weighed against are the dated events as they stood before any of them was added, so that their
    order has no say. Left-over copies of one agency text stay together.
    """
    by_key: dict[str, list[int]] = {}
    for number, cluster in enumerate(clusters):
        for key in index(cluster):
            by_key.setdefault(key, []).append(number)
    told = [len(cluster.articles) for cluster in clusters]
    articles = [cluster.articles for cluster in clusters]

    chosen: dict[tuple[str, int], list[Mention]] = {}
    left: list[Mention] = []
    for mention in mentions:
        near = sorted({number for key in index(mention) for number in by_key.get(key, ())})
        fitting = [n for n in near if mention.article_id not in articles[n] and fits(mention, clusters[n])]
        number = _choose(mention, [(n, clusters[n], told[n]) for n in fitting])
        if number is None:
            left.append(mention)
        else:
            chosen.setdefault((mention.article_id, number), []).append(mention)
    for (_, number), rivals in chosen.items():
        # Two mentions of one article are two events: the better dated one it is, or neither.
        rivals.sort(key=lambda mention: (mention.first is None, _length(mention)))
        sure = len(rivals) == 1 or _dating(rivals[0]) < _dating(rivals[1])
        if sure:
            clusters[number].add(rivals[0], _vague_reason(rivals[0], clusters[number]), inferred=True)
        left.extend(rivals[1:] if sure else rivals)
    left.sort(key=lambda mention: mention.order)
    return _copies_together(left)


def _choose(mention: Mention, candidates: Sequence[tuple[int, Cluster, int]]) -> int | None:
    for window in _windows(mention):
        inside = [(n, cluster, told) for n, cluster, told in candidates if _overlaps(cluster, *window)]
        best = the_one_that_fits([(cluster, told) for _, cluster, told in inside])
        if best is not None:
            return next(n for n, cluster, _ in inside if cluster is best)
        if inside:
            return None
    if mention.first is None and mention.family in LOCATED_FAMILIES and mention.published is not None:
        known = [(n, cluster, told) for n, cluster, told in candidates
                 if cluster.first is not None and cluster.first <= mention.published + 1
                 and told >= _PROMINENT_ARTICLES]  # fmt: skip
        best = the_one_that_fits([(cluster, told) for _, cluster, told in known])
        return next((n for n, cluster, _ in known if cluster is best), None) if best is not None else None
    return None


def _windows(mention: Mention) -> list[tuple[int, int]]:
    """Return the days in which a vaguely dated mention's event may lie, the likeliest window first."""
    if mention.first is not None:
        last = mention.last if mention.last is not None else mention.first
        return [(mention.first, last)] if last - mention.first <= LONGEST_SPAN else []
    if mention.published is None:
        return [(-(10**6), 10**6)] if mention.family in LOCATED_FAMILIES else []
    if mention.planned:
        return [(mention.published, mention.published + SOON_DAYS)]
    return [(mention.published - RECENT_DAYS, mention.published + 1)]


def _overlaps(cluster: Cluster, first: int, last: int) -> bool:
    if cluster.first is None or cluster.last is None:
        return False
    return cluster.first <= last and cluster.last >= first


def _dating(mention: Mention) -> tuple[bool, int]:
    return mention.first is None, _length(mention)


def _length(mention: Mention) -> int:
    return (mention.last or 0) - (mention.first or 0)


def _vague_reason(mention: Mention, cluster: Cluster) -> str:
    days = span_text(cluster.first, cluster.last)
    if mention.first is None:
        return f"gives no day; the event of {days} is the one that fits"
    return f"gives only {span_text(mention.first, mention.last)}; the event of {days} is the one that fits"


def _copies_together(mentions: Sequence[Mention]) -> list[Cluster]:
    found: dict[tuple[object, ...], Cluster] = {}
    for mention in mentions:
        said = (mention.story_id, mention.family, mention.key, mention.first, mention.last, mention.parties)
        cluster = found.get(said)
        if cluster is not None and mention.article_id not in cluster.articles:
            cluster.add(mention, "a copy of one agency text tells it in the same words")
        else:
            found[said if cluster is None else (*said, mention.mention_id)] = alone(
                mention, "no other report tells surely the same"
            )
    return list(found.values())
