"""Which mentions of strikes and other violence tell the same event: by place with its region, night or day, and side.

Numbers are never part of the key. `cluster` is given one family in one block (mentions.py) and depends on nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from etl.resolve.clusters import Cluster, Known, founded, known, span_text, the_one_that_fits
from etl.resolve.mentions import Mention, distance_km
from etl.resolve.vague import attach_vague

# So many reports are right against a lone one: on who attacked, and on a day that its own sentence does not give.
_MANY_REPORTS = 3
_WEEK = 7
_SITE_KM = 10  # a power station, a dam or an air base and the town it belongs to


def cluster(mentions: Sequence[Mention]) -> list[Cluster]:
    """Return the events that the mentions of one family and block tell, in the order of their content."""
    dated = [mention for mention in mentions if not _is_vague(mention)]
    vague = [mention for mention in mentions if _is_vague(mention)]
    events = _into_cities(
        [event for (_, day), told in _nights(dated).items() for event in _one_place_and_day(told, day)]
    )
    events = _carried_days(events)
    return events + attach_vague(vague, events, _fits, _places)


def _is_vague(mention: Mention) -> bool:
    """Tell whether the text leaves the day open (none at all, or a span longer than a night), or the place."""
    if not mention.key or mention.first is None or mention.last is None or mention.coarse:
        return True
    return mention.last - mention.first > 1


def _nights(mentions: Iterable[Mention]) -> dict[tuple[str, int], list[Mention]]:
    """Return the mentions by place and day, a night being dated by its morning.

    A span of two days is the night between them: it is put with the reports of the second day, or else of the first.
    Reports of an evening are put with the next day's where those tell of the night.
    """
    by_day: dict[tuple[str, int], list[Mention]] = {}
    spans: dict[tuple[str, int], list[Mention]] = {}
    for mention in mentions:
        (by_day if mention.first == mention.last else spans).setdefault((mention.key, mention.last or 0), []).append(
            mention
        )
    evenings = {key: by_day.pop(key) for key in list(by_day) if all(mention.evening for mention in by_day[key])}
    found = {key: list(told) for key, told in by_day.items()}
    for (place, day), told in spans.items():
        only_first_day = (place, day) not in by_day and (place, day - 1) in by_day
        found.setdefault((place, day - 1 if only_first_day else day), []).extend(told)
    for (place, day), told in evenings.items():
        morning = (place, day + 1)
        night_follows = morning in spans or any(mention.night for mention in by_day.get(morning, ()))
        found.setdefault(morning if night_follows else (place, day), []).extend(told)
    return {key: sorted(told, key=lambda mention: mention.order) for key, told in sorted(found.items())}


def _one_place_and_day(mentions: Sequence[Mention], day: int) -> list[Cluster]:
    """Divide what is told of one place on one day: by attacker, then into a first and a second strike."""
    events = []
    for told, disputed in _by_attacker(mentions):
        for part, second in _by_strike(told):
            place = part[0].place or "an unnamed place"
            reason = f"same place and day: {place}, {span_text(day, day)}"
            if disputed:
                reason += "; reports name different attackers"
            if second:
                reason += "; the text tells it as another strike on that day"
            first = min((mention.first if mention.first is not None else day for mention in part), default=day)
            events.append(founded(part, first if all(m.first == first for m in part) else day, day, reason))
    return events


def _by_attacker(mentions: Sequence[Mention]) -> list[tuple[list[Mention], bool]]:
    """Return the mentions by attacking side, and whether reports of one event name different ones.

    Who names no attacker goes with the side that most articles name. Different attackers of one town on one day are one
    event where the text says that they blame each other, or where one lone report stands against many.
    """
    named: dict[frozenset[str], list[Mention]] = {}
    for mention in mentions:
        if mention.attackers:
            named.setdefault(mention.attackers, []).append(mention)
    if len(named) <= 1:
        return [(list(mentions), False)]
    ranked = sorted(named.items(), key=lambda item: (-len({m.article_id for m in item[1]}), sorted(item[0])))
    unnamed = [mention for mention in mentions if not mention.attackers]
    main = [*ranked[0][1], *unnamed]
    found: list[tuple[list[Mention], bool]] = []
    disputed = False
    for attackers, told in ranked[1:]:
        articles = {mention.article_id for mention in told}
        shared = attackers & ranked[0][0]
        one_event = bool(shared) or (
            told[0].level == "settlement"
            and articles.isdisjoint({mention.article_id for mention in main})
            and (
                any(mention.disputed for mention in told)
                or (len(articles) == 1 and len({mention.article_id for mention in ranked[0][1]}) >= _MANY_REPORTS)
            )
        )
        if one_event:
            main.extend(told)
            disputed = disputed or not shared
        else:
            found.append((told, False))
    main.sort(key=lambda mention: mention.order)
    return [(main, disputed), *found]


def _by_strike(mentions: Sequence[Mention]) -> list[tuple[list[Mention], bool]]:
    """Return the mentions of a first strike and of a second one, which there is only where an article tells both so."""
    per_article = Counter(mention.article_id for mention in mentions)
    tells_both = any(mention.again and per_article[mention.article_id] > 1 for mention in mentions) and any(
        not mention.again for mention in mentions
    )
    if not tells_both:
        return [(list(mentions), False)]
    first = [mention for mention in mentions if not mention.again]
    second = [mention for mention in mentions if mention.again]
    return [(first, False), (second, True)]


def _into_cities(events: Sequence[Cluster]) -> list[Cluster]:
    """Join what is told of a region, or of a site, with the only strike on a town in or at it on that day.

    Or with the one that stands out. Not where an article tells both: then they are two. Not where weapons or attackers
    differ.
    """
    kept: list[Cluster] = []
    by_day = sorted(events, key=lambda event: (event.last or 0, event.members[0].mention.order))
    for _, same_day in groupby(by_day, key=lambda event: event.last):
        alike = list(same_day)
        if len(alike) == 1 or all(_is_only_a_town(event.members[0].mention) for event in alike):
            kept += alike
            continue
        told = [known(event) for event in alike]
        cities = [event for event in told if _is_town(event.cluster.members[0].mention)]
        for event in told:
            city = the_one_that_fits(_cities_at(event.cluster.members[0].mention, cities))
            if city is not None and _same_attack(event, city):
                names = (event.cluster.members[0].mention.place, city.cluster.members[0].mention.place)
                city.cluster.absorb(event.cluster, "the strike known at {} on that day is the one on {}".format(*names))
            else:
                kept.append(event.cluster)
    return kept


def _is_town(mention: Mention) -> bool:
    return mention.level == "settlement" and mention.place_precision != "point"


def _is_only_a_town(mention: Mention) -> bool:
    """Tell whether a mention names neither a region nor a site, so that it lies at no other place."""
    return mention.level != "region" and mention.place_precision != "point"


def _cities_at(wider: Mention, cities: Sequence[Known]) -> list[Known]:
    """Return the strikes on towns in the region, or by the site, that a mention names; for a town none."""
    if _is_only_a_town(wider):
        return []
    if wider.level == "region":
        return list(cities)  # all that are compared lie in one region
    distances = [(city, distance_km(wider, city.cluster.members[0].mention)) for city in cities]
    return [city for city, distance in distances if distance is not None and distance <= _SITE_KM]


def _carried_days(events: Sequence[Cluster]) -> list[Cluster]:
    """Join what one article dates by another sentence with what many tell of the day before or after.

    A report that goes on from Friday's strike to "the strike on Vinnytsia" need not mean that it was on Friday.
    """
    if all(len(event.members) < _MANY_REPORTS for event in events):
        return list(events)
    by_place: dict[str, list[Known]] = {}
    widely_told: dict[tuple[str, int], list[Known]] = {}
    for event in map(known, events):
        place, day = event.cluster.members[0].mention.key, event.cluster.last or 0
        by_place.setdefault(place, []).append(event)
        if len(event.articles) >= _MANY_REPORTS:
            widely_told.setdefault((place, day), []).append(event)
    kept: list[Cluster] = []
    for event in (event for told in by_place.values() for event in told):
        place, day = event.cluster.members[0].mention.key, event.cluster.last or 0
        rivals = [
            other
            for near in (day - 1, day + 1)
            for other in widely_told.get((place, near), ())
            if event.articles.isdisjoint(other.articles)
        ]
        carried = len(event.articles) == 1 and all(told.day_elsewhere for told in event.cluster.mentions)
        if carried and len(rivals) == 1:
            other = rivals[0].cluster
            for mention in event.cluster.mentions:
                days = span_text(other.first, other.last)
                other.add(
                    mention, f"its sentence gives no day; the event of {days} is the one widely told", inferred=True
                )
        else:
            kept.append(event.cluster)
    return kept


def _same_attack(region: Known, city: Known) -> bool:
    return (
        region.articles.isdisjoint(city.articles)
        and _compatible(region.attackers, city.attackers)
        and _compatible(region.weapons, city.weapons)
    )


def _compatible(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _fits(mention: Mention, event: Known) -> bool:
    if mention.level == "country" or not _compatible(mention.attackers, event.attackers):
        return False
    if any(told.key == mention.key for told in event.cluster.mentions):
        return True
    # A region's mention may mean one of its towns, where it says at least the week.
    return mention.first is not None and (mention.last or mention.first) - mention.first < _WEEK


def _places(told: Mention | Cluster) -> set[str]:
    """Return what a mention and an event must share: the place, or the region that the mention names and it lies in."""
    if isinstance(told, Mention):
        return {told.key} if told.key else set()
    return {place for mention in told.mentions for place in (mention.key, mention.block) if place}
