"""Which place a name means, and whether a name that is both a place and a government is read as the one or the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from etl.extract.gazetteer import Hit
from etl.extract.reading import Place

BORDER = frozenset(
    {"Belgorod Oblast", "Kursk Oblast", "Bryansk Oblast", "Rostov Oblast", "Voronezh Oblast", "Krasnodar Krai"}
)
CAPITALS = frozenset({"Kyiv", "Moscow", "Kharkiv", "Odesa", "Dnipro"})  # whose districts are parts of the city
NEAR = 300  # characters, within which a region tells which of its namesakes a settlement is
CLEARLY = 3.0  # times the weight of the next candidate, to be the one that is meant
OLD_NAME = 0.2  # the weight of a place that this name is a former or rarer name of

PLACE_NOUN = r"(?:cit(?:y|ies)|towns?|villages?|settlements?|hamlet|suburbs?|port|regions?|districts?|areas?|capital)"
PART = (
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|parts?|centre|center|outskirts|edge"
    r"|suburbs?|streets?|skies|residents|people|territory|territories|territorial\ integrity|half|swathes|coast|rest"
    r"|fall|capture|seizure|liberation|occupation|siege|battle|annexation|invasion|bombing|bombardment|shelling"
    r"|destruction|reconstruction|map|bulk|kilomet(?:er|re)s|km|miles|occupied\ areas)"
)
ATTACK = (
    r"(?:struck|hit(?:s|ting)?|strik(?:e|es|ing)|attack(?:s|ed|ing)?|shell(?:s|ed|ing)|bomb(?:s|ed|ing)|bombard(?:s|ed|ing)?"
    r"|target(?:s|ed|ing)?|pound(?:s|ed|ing)?|pummel(?:s|led|ling|ed|ing)?|batter(?:s|ed|ing)?|rock(?:s|ed|ing)?"
    r"|invad(?:e|es|ed|ing)|captur(?:e|es|ed|ing)|seiz(?:e|es|ed|ing)|occup(?:y|ies|ied|ying)|liberat(?:e|es|ed|ing)"
    r"|recaptur(?:e|ed|ing)|retak(?:e|en|ing)|retook|encircl(?:e|ed|ing)|besieg(?:e|ed|ing)|storm(?:ed|ing)"
    r"|le(?:ave|aves|aving|ft)|enter(?:s|ed|ing)?|reach(?:es|ed|ing)?|visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|flee(?:ing|s)?"
    r"|fled|evacuat(?:e|ed|ing)|cross(?:ed|ing)|overfl(?:ew|ying)|shak(?:e|es|ing)|shook|blast(?:s|ed)?|raid(?:s|ed)?"
    r"|devastat(?:e|es|ed|ing)|destroy(?:s|ed|ing)?|engulf(?:s|ed|ing)?|plung(?:e|es|ed|ing))"
)
SIDE = (
    r"(?:central|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|downtown"
    r"|greater|upper|lower|mainland|occupied|Russian-occupied|annexed|nearby|neighbou?ring|besieged|war-torn|inner)"
)
MOVED = (
    r"(?:travel(?:s|led|ed|ling|ing)?|fl(?:y|ies|ew|own|ying)|go(?:es|ing)?|went|gone|visits?|trips?|return(?:s|ed|ing)?"
    r"|head(?:s|ed|ing)?|com(?:e|es|ing)|came|mov(?:e|es|ed|ing)|driv(?:e|en|ing)|fle[ed]|deport(?:ed|ing|ation)?"
    r"|transfer(?:red|ring)?|br(?:ing|ought)|way|journey|close|next|arriv(?:e|ed|al)|adjacent|invit(?:e|ed|ation)"
    r"|back|taken|took|rushed|sent|evacuated|withdr(?:aw|ew|awn)|retreat(?:ed)?|deliver(?:ed|y|ies)?|deploy(?:ed|ment)?"
    r"|tour|route|train|road|highway|pilgrimage|relocat(?:e|ed|ing)|spread|dispatch(?:ed)?|damage|closer|down)"
)
LOCATED = re.compile(
    rf"""(?:
      \b(?:in|near|over|into|around|outside|across|above|through|throughout|within|inside|towards?|at|beyond|via|off|under)
    | \b{PLACE_NOUN}\ of | \b{PART}\ of | \b(?:attacks?|strikes?|raids?|assault|war|aggression|offensive)\ against
    | \b{MOVED}(?:\ \w+){{0,2}}\ to | \b{ATTACK} | \b{SIDE} | \b{PLACE_NOUN}
    )\ (?:(?:the|all|most|much|parts|central|downtown|all\ of|parts\ of|much\ of|most\ of)\ )?$""",
    re.VERBOSE | re.IGNORECASE,
)
ON = re.compile(r"\b(?:on|upon)\ (?:the\ )?$", re.IGNORECASE)
BORNE = re.compile(  # what is on, upon or against a government rather than a town
    r"\b(?:pressur\w+|sanctions?|tariffs?|impos\w+|blam\w+|view\w*|polic\w+|stance|positions?|focus\w*|call(?:s|ed|ing)?"
    r"|agree\w*|terms|rel(?:y|ies|iance|ied|ying)|depend\w*|depends|leverage|tough(?:er)?|soft|hard|restrictions?|duties"
    r"|demands?|conditions?|trust\w*|count(?:s|ed|ing)?|reports?|talks?|statement|summit|up)"
    r"(?:\ [\w-]+){0,2}\ (?:on|upon)\ (?:the\ )?$",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\ (?:the\ )?$", re.IGNORECASE)
GIVEN = re.compile(  # what comes from a government rather than from a town
    r"\b(?:pressure|demands?|support|aid|help|assistance|guarantees?|statements?|words?|comments?|assurances?|response"
    r"|reply|answers?|reaction|signals?|messages?|threats?|criticism|condemnation|approval|permission|weapons|arms"
    r"|backing|concessions|commitments?|proposals?|weaponry|officials|independence|gas|oil|imports?|protection|calls|blame"
    r"|attention|envoys?|delegations?|delegates|representatives?|negotiators?|leaders?|ministers?|diplomats?|teams?"
    r"|presidents?|counterparts?|away|apart|shift\w*|distanc\w+|order|orders|instructions?|funding|money|loans?)"
    r"(?:\ [\w-]+){0,2}\ from\ (?:the\ )?$",
    re.IGNORECASE,
)
STRUCK_AFTER = re.compile(
    r"\ (?:(?:(?:was|were|is|are|being|has\ been|had\ been|have\ been|came|comes|once\ again|again)\ )+(?:(?:also|heavily"
    r"|again|repeatedly)\ )?(?:hit|struck|rocked|shaken|pounded|shelled|bombed|attacked|targeted|battered|captured|under)\b"
    r"|(?:hit|struck|rocked|shaken|pounded|shelled|bombed|attacked|targeted|battered)\ (?:by|in|overnight)\b"
    r"|under\ (?:attack|fire|massive|russian|missile|drone|siege))",
    re.IGNORECASE,
)
LOCAL_AFTER = re.compile(
    r"(?:'s)?\ (?:[\w-]+\ )?(?:suburbs?|outskirts|residents?|metro|subway|airports?|streets?|skyline|skies|cent(?:re|er)"
    r"|districts?|hospitals?|region|apartment|neighbou?rhoods?|railway|train\ station|hotels?|mayor|time\b|city\ council"
    r"|talks|summit|meetings?|conference|negotiations|theatre|blasts?|explosions?|bombing|power\ plant|thermal|university|school|square|cathedral)\b",
    re.IGNORECASE,
)
THE_BEFORE = re.compile(r"\b(?:the|this|that|\w+day's|latest|deadly|after|of)\ $", re.IGNORECASE)
ATTACK_AFTER = re.compile(r"\ (?:attack|strike|assault|raid|shelling)\b")
NAMED_FOR = re.compile(
    r"\ (?:Conventions?|Accords?|Protocols?|Agreements?|agreements?|Memorandum|Declaration|Process|process)\b"
)
IN_NAME = re.compile(r"\b(?:College|University|Institute|School|Imperial|Club|of\ War|FC|pro-|anti-)\ ?$")
UNIT_AFTER = re.compile(
    r"[\"”'»]\ (?:operational|tactical|group|brigade|battalion|unit|troop|special|regiment|detachment)"
)
PART_AFTER = re.compile(
    r"'s\ (?:north|south|east|west|far|second|third|fourth|largest|capital|main|biggest|territory|airspace)"
)
DATELINE_AFTER = re.compile(
    r"(?:,\ [A-Z][\w.]+){0,2}(?:,\ \w+\.?\ \d{1,2})?\ (?:\([\w/ -]+\)\ )?[-–—]{1,2}\ |\ \([A-Z][\w/ -]+\)"
)
SAID_AFTER = re.compile(
    r",?\ (?:has\ |had\ |also\ |later\ |officially\ |\w+ly\ )?(?:said|says|say|told|claim(?:s|ed)?|accus(?:es|ed)|den(?:ies|ied)"
    r"|insist(?:s|ed)?|announc(?:es|ed)|warn(?:s|ed)|want(?:s|ed)?|reject(?:s|ed)|agree[sd]?|demand(?:s|ed)|confirm(?:s|ed)"
    r"|report(?:s|ed)|call(?:s|ed)|propos(?:es|ed)|condemn(?:s|ed)|believ(?:es|ed)|see[sk]s?|vow(?:s|ed)|refus(?:es|ed))\b"
)
COORDINATED = re.compile(
    r"(?:,|,?\ and|,?\ or|\ as\ well\ as|,?\ &)\ (?:the\ )?(?:[a-z]+ern\ )?(?:city\ of\ |nearby\ )?$"
)
WEAK_BEFORE = re.compile(
    rf"\b(?:(?:in|near|outside|around|from|to|at)|(?:the\ )?(?:{PLACE_NOUN}|hamlet|community|port|station)(?:\ of)?"
    r"|(?:captured|seized|liberated|shelled|struck))\ (?:the\ )?$"
)
WEAK_AFTER = re.compile(
    r"(?:,? in |, )(?:the )?[A-Z][\w-]+(?:'s)?\b(?: (?:oblast|region|province|krai))?|\ (?:oblast|village|town|district|community)\b"
)


def located(text: str, start: int, sentence_start: int) -> bool:
    """Tell whether the words before a name say that it is a place: “in”, “struck”, “strikes on”, “the city of”."""
    since = max(sentence_start, start - 60)
    before = text[since:start]
    if LOCATED.search(before):
        return True
    if ON.search(before):
        return not BORNE.search(before)
    return bool(FROM.search(before)) and not GIVEN.search(before)


def is_place(text: str, hit: Hit, sentence_start: int, previous: tuple[int, bool] | None) -> bool:
    """Tell whether a name that is both a government and a place is read as the place.

    `previous` is where the name before it ends and whether that was read as a place: names in a list are read alike.
    """
    start, end = hit.start, hit.end
    if text.startswith("-", end) or text[start - 1 : start] == "-":
        return False
    precisions = {place.precision for place in hit.meaning.places}
    if text.startswith("'", end) and "settlement" not in precisions:
        return located(text, start, sentence_start) and bool(PART_AFTER.match(text, end))
    if "point" in precisions:
        return bool(LOCATED.search(text[max(sentence_start, start - 60) : start]))
    if located(text, start, sentence_start) or STRUCK_AFTER.match(text, end):
        return True
    if SAID_AFTER.match(text, end):
        return False
    if start == sentence_start and DATELINE_AFTER.match(text, end):
        return True
    if previous is not None and COORDINATED.fullmatch(text, previous[0], start):
        return previous[1]
    if precisions != {"settlement"}:
        return False
    if LOCAL_AFTER.match(text, end):
        return True
    return bool(ATTACK_AFTER.match(text, end)) and bool(THE_BEFORE.search(text[max(0, start - 12) : start]))


def is_part_of_a_name(text: str, hit: Hit) -> bool:
    """Tell whether a place's name is only part of another: “Geneva Conventions”, “King's College London”, “the ‘Siversk’ group”."""
    if NAMED_FOR.match(text, hit.end) or UNIT_AFTER.match(text, hit.end):
        return True
    return IN_NAME.search(text[max(0, hit.start - 14) : hit.start]) is not None


def weakly_supported(text: str, hit: Hit, sentence_start: int) -> bool:
    """Tell whether the words around say that a word or given name is a place here: “in Bar”, “the town of Chop”."""
    if text[hit.end : hit.end + 1] == "'":
        return False
    follows = text[hit.end + 1 : hit.end + 2]
    if text[hit.end : hit.end + 1] == " " and follows.isupper():
        return False
    before = text[max(sentence_start, hit.start - 30) : hit.start]
    return bool(WEAK_BEFORE.search(before))


class Neighbourhood:
    """What an article says of where it is: the countries and regions that it names, by how often."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self.countries: Counter[str] = Counter()
        self.regions: Counter[str] = Counter()
        self._named: list[tuple[int, str]] = []  # where a region is named, in the order of the text
        for hit in hits:
            meaning = hit.meaning
            if meaning.actor is not None and meaning.actor.country:
                self.countries[meaning.actor.country] += 1
            if len(meaning.places) == 1 and not meaning.weak:
                [place] = meaning.places
                if place.country:
                    self.countries[place.country] += 1
                if place.precision == "region":
                    self.regions[place.name] += 1
                    self._named.append((hit.start, place.name))

    def _near(self, at: int) -> list[str]:
        """Return the regions named within some sentences of this point of the text, the nearest first."""
        since = bisect_left(self._named, (at - NEAR, ""))
        until = bisect_left(self._named, (at + NEAR, ""))
        return [name for _, name in sorted(self._named[since:until], key=lambda one: abs(one[0] - at))]

    def chosen(self, name: str, candidates: Sequence[Place], at: int) -> Place:
        """Return the place that a name at this point of the text means.

        Where nothing settles it, the name is kept without region and coordinates: an honest unknown.
        """
        if len(candidates) == 1:
            return candidates[0]
        for region in self._near(at):
            inside = [place for place in candidates if place.region == region]
            if inside:
                return max(inside, key=lambda place: place.population)
        weighed = sorted(((self._weight(name, place), place) for place in candidates), key=lambda pair: -pair[0])
        (first, best), (second, other) = weighed[:2]
        if first >= CLEARLY * second or (best.name == other.name and best.region == other.region):
            return best
        rivals = [place for weight, place in weighed if weight * CLEARLY > first]
        country = best.country if all(place.country == best.country for place in rivals) else None
        canonical = best.name if all(place.name == best.name for place in rivals) else name
        return Place(canonical, country, None, None, None, "settlement")

    def _weight(self, name: str, place: Place) -> float:
        weight = float(max(place.population, 300))
        if place.name != name:
            weight *= OLD_NAME
        if place.region in BORDER:
            weight *= 2
        elif place.country == "UA":
            weight *= 4
        if place.region in self.regions:
            weight *= 10
        share = self.countries[place.country or ""] / max(1, self.countries.total())
        return weight * (1 + 9 * share)
