"""Mentions whose day the text leaves open, and the dated event that each of them tells.

"Last week", "in January", or no day at all: such a mention leads to the only event that fits, or to the one that far
more articles tell than any other; else it stays alone. Its day is then inferred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from etl.resolve.clusters import PROMINENT_ARTICLES, Cluster, Known, alone, known, span_text, the_one_that_fits
from etl.resolve.mentions import LOCATED_FAMILIES, Mention

# An undated mention tells something of the week before its article, or else of the weeks before it.
_RECENT_DAYS = (7, 45)
_SOON_DAYS = 31  # an undated plan is for the weeks after its article
_LONGEST_SPAN = 31  # a longer span is a campaign, not the date of an event


def attach_vague(
    mentions: Iterable[Mention],
    clusters: Sequence[Cluster],
    fits: Callable[[Mention, Known], bool],
    index: Callable[[Mention | Cluster], Iterable[str]],
) -> list[Cluster]:
    """Add each mention to the dated event that it tells, and return clusters of those left over.

    `fits` says whether a mention may tell an event, days aside; `index` names what both must share one of. Left-over
    copies of one agency text stay together.
    """
    waiting = list(mentions)
    by_key: dict[str, list[Known]] = {}
    for cluster in clusters if waiting else ():
        event = known(cluster)
        for key in index(cluster):
            by_key.setdefault(key, []).append(event)

    chosen: dict[tuple[str, int], tuple[Known, list[Mention]]] = {}
    left: list[Mention] = []
    for mention in waiting:
        near = {id(event): event for key in index(mention) for event in by_key.get(key, ())}
        best = _choose(mention, list(near.values()), fits)
        if best is None:
            left.append(mention)
        else:
            chosen.setdefault((mention.article_id, id(best)), (best, []))[1].append(mention)
    for best, rivals in chosen.values():
        # Two mentions of one article are two events: it is the better dated one, or neither.
        rivals.sort(key=_dating)
        if len(rivals) == 1 or _dating(rivals[0]) < _dating(rivals[1]):
            sure = rivals.pop(0)
            best.cluster.add(sure, _reason(sure, best.cluster), inferred=True)
        left.extend(rivals)
    left.sort(key=lambda mention: mention.order)
    return _copies_together(left)


def _choose(mention: Mention, events: Sequence[Known], fits: Callable[[Mention, Known], bool]) -> Known | None:
    def may_be(event: Known) -> bool:
        return mention.article_id not in event.articles and fits(mention, event)

    for first, last in _windows(mention):
        inside = [event for event in events if event.overlaps(first, last) and may_be(event)]
        if inside:
            return the_one_that_fits(inside)
    if mention.first is not None or mention.published is None or mention.family not in LOCATED_FAMILIES:
        return None
    # Long past: only what was widely told is called to mind without its day.
    past = [
        event
        for event in events
        if len(event.articles) >= PROMINENT_ARTICLES and event.overlaps(-(10**6), mention.published) and may_be(event)
    ]
    return the_one_that_fits(past)


def _windows(mention: Mention) -> list[tuple[int, int]]:
    """Return the days in which the mention's event may lie, the likeliest window first."""
    if mention.first is not None:
        last = mention.last if mention.last is not None else mention.first
        return [(mention.first, last)] if last - mention.first <= _LONGEST_SPAN else []
    if mention.published is None:
        return [(-(10**6), 10**6)] if mention.family in LOCATED_FAMILIES else []
    if mention.planned:
        return [(mention.published, mention.published + _SOON_DAYS)]
    return [(mention.published - days, mention.published + 1) for days in _RECENT_DAYS]


def _dating(mention: Mention) -> tuple[bool, int]:
    return mention.first is None, (mention.last or 0) - (mention.first or 0)


def _reason(mention: Mention, cluster: Cluster) -> str:
    days = span_text(cluster.first, cluster.last)
    if mention.first is None:
        return f"gives no day; the event of {days} is the one that fits"
    return f"gives only {span_text(mention.first, mention.last)}; the event of {days} is the one that fits"


def _copies_together(mentions: Sequence[Mention]) -> list[Cluster]:
    copies: dict[tuple[object, ...], Cluster] = {}
    found: list[Cluster] = []
    for mention in mentions:
        said = (mention.story_id, mention.family, mention.key, mention.first, mention.last, mention.parties)
        cluster = copies.get(said)
        if cluster is not None and mention.article_id not in cluster.articles:
            cluster.add(mention, "a copy of one agency text tells it in the same words")
        else:
            copies.setdefault(said, alone(mention, "no other report tells surely the same"))
            found.append(copies[said] if cluster is None else alone(mention, "no other report tells surely the same"))
    return found
