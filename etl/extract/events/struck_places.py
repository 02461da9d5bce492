"""Which places a clause says were struck: the objects of the strike, not where it came from or who governs them."""

from __future__ import annotations

import re
from itertools import pairwise

from etl import reference
from etl.extract.caseless import Caseless
from etl.extract.events.strikable_places import may_be_struck
from etl.extract.reading import NameMention, Place, Sentence, within

_IN_LAND = re.compile(r"\s+in\s+(?:the\s+)?(?:\w+ern\s+|occupied\s+)?")
_WELL_KNOWN = 500_000  # people
REACH = 400  # characters around a strike word in which its places stand
CLAUSE = re.compile(
    r"[;:“”\"]|\s[–—-]\s(?!(?:particularly|including|notably|especially|mainly|in|such\s+as|among)\b)|,\s+(?:and\s+(?=[\w\s]{0,40}\b(?:was|were|had|has|said)\b)|but|while|whereas|although|though|"
    r"after|before|when|which|who|whose|as(?!\s+well)|following|because|disrupting|forcing|prompting|causing|leaving|triggering|knocking|sending|saying|according|hours|days)\b|"
    r"\b(?:after|before|when|while(?!\s+(?:in|on|at|near|\w+ing)\b)|that|which|who|since|because|hours|follow(?:s|ed)?|to\s+avenge|and\s+(?:launched|began|vowed|warned|urged)|linked\s+to)\s|"
    r"\bas\s+(?=(?:the\s+)?[A-Z][\w’'-]+\s+(?:forces\s+|troops\s+|leaders\s+)?(?:\w+ed|was|were|has|had|began|met)\b)"
)
_MAIN_CLAUSE = re.compile(
    r"[;:“”\"]|\s[–—-]\s|,\s+(?:and|but|while|whereas|although|though|after|before|as(?!\s+well)|following|because|saying|according|"
    r"hours|days)\b|\b(?:after|before|while|since|because|follow(?:s|ed)?|said|says|told|reported|and\s+launched|linked\s+to)\s|"
    r"\bas\s+(?=[A-Z][\w’'-]+\s+(?:\w+ed|was|were|has|had|began|met)\b)"
)
_LISTED = re.compile(
    r"""
    ^(?:[\s,()—–-]|\b(?:and|or|as|well|in|near|of|the|an?|its|also|both|nearby|neighbou?ring|cit(?:y|ies)|towns?|villages?|
    settlements?|ports?|capitals?|regions?|oblasts?|provinces?|districts?|areas?|suburbs?|outskirts|cent(?:re|er)|parts?|
    particularly|including|notably|especially|mainly|central|north|south|east|west|\w+ern|industrial|border|front-?line|key|
    strategic|occupied|second-largest|third-largest|largest|regional|further|more|other|such|places|districts?|communities|
    state|county|governorate|territory|hromada|camp|refugee|\d+)\b|[A-Z][\w’'-]*|[’']s)*$
    """,
    re.VERBOSE,
)
_ANOTHER = re.compile(
    r"^[^.;:]{0,10}?(?:,|\band\b|\bas\s+well\s+as\b)\s+(?:as\s+well\s+as\s+)?(?:(?!(?:\w+ed|was|were|is|had|has|said|where|which|who)\b)[\w-]+\s+){0,6}"
    r"(?:in|on|of|near|at)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$|"
    r"^(?:,|\s+and)\s+(?:also\s+)?(?:hit|struck|kill\w*|wound\w*|injur\w*|damag\w*|destroy\w*)\s+(?:[\w-]+\s+){0,6}"
    r"(?:in|on|of|near|at)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$"
)
_OPENS = re.compile(r"^\W*(?:In(?!\s+addition)|At|Near|Across|Over|Around|Outside)\s+(?:[\w’'-]+\s+){0,6}$")
_REGIONS_OF = re.compile(r"\b(?:regions|oblasts|provinces)\s+of\s+(?:[A-Z][\w’'-]+(?:,\s+and\s+|,\s+|\s+and\s+))*$")
_REGIONS_FOLLOW = re.compile(
    r"^(?:,\s*[A-Z][\w’'-]*)*,?\s*(?:and|or)\s+(?:the\s+)?[A-Z][\w’'-]*\s+(?:regions|oblasts|provinces)\b"
)
_QUOTED = re.compile(r"“[^“”]{1,60}”|\"[^\"]{1,60}\"")
_NEW_CLAUSE = re.compile(
    r"^,\s+(?:[A-Z][a-z]|he\b|she\b|it\b|they\b|we\b|there\b)"
)  # "asked of the attack, Zelensky urged allies"
_ASIDE_ONLY = re.compile(
    r",\s+(?:which|where)\b[^,]{0,80},\s+(?:(?:has|have|had|was|were|also)\s+)*(?:endured|suffered|seen|faced|experienced|under)\b[^,]{0,40}"
)
_ASIDE = re.compile(r",\s+(?:which|who|where)\b[^,]{0,80},")
_DESCRIBES = re.compile(
    r"^,\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}(?:(?:settlement|village|town|city|port)(?!\s+of)|suburb|hub|community)\s+[^,]{0,50}\b"
    r"(?:of|near|from|to)\s+(?:the\s+)?$"
)
_CITY = re.compile(r"^(?:[’']s?)?\s+capital\b")
_SAME_PLACE = Caseless(
    r"\s+(?:of|on|in|against|at|across)\s+(?:the|that|this)\s+(?:same\s+)?(?:region|city|town|village|province|district|settlement|area)"
    r"(?!\s+(?:of|in)\b)",
    needs=("region", "city", "town", "village", "province", "district", "settlement", "area"),
)
_ACROSS_IT = re.compile(r"[^.;,]{0,80}?\bacross\s+the\s+(?:enclave|strip|territory)\b")  # that was told before
_INCLUDING = re.compile(r"\b(?:including|among\s+them)\b")
_INSIDE = re.compile(
    r"^[^.;:]{0,60}?(?:\s[–—-]|,|:)\s+in\s+$|^\s*(?:\s[–—-]|:)\s+$"
)  # "three refineries of the region – in Syzran and"
_IN_TOWN = re.compile(  # "the village of Lozova, also in Kharkiv": where that lies
    r"^(?:\s+(?:village|town|settlement|district|suburb|area|neighbou?rhood|camp))?,?\s+(?:also\s+)?in\s+(?:the\s+)?(?:\w+ern\s+)?$"
)
_TOWN_OF = re.compile(
    r",\s+(?:in\s+)?(?:the\s+)?|\s+in\s+(?:the\s+)?"
)  # "the village of Mykhailivka, Beryslav district"
_BESIDE = Caseless(r"\b(?:near|outside|close\s+to|not\s+far\s+from)\s+(?:the\s+)?(?:[\w-]+\s+)?$")
_MODIFIES = re.compile(r"^\s+(?:(?!(?:an?|the|its|their|\w+ed)\s)[\w-]+\s+){0,2}$")
_AIMED = re.compile(
    r"(?:^|\b(?:on|at|against|in|into|across|over|inside|of))\s+(?:the\s+|several\s+|key\s+|other\s+|many\s+|critical\s+|military\s+|civilian\s+|a\s+|an\s+)?$"
)
_LAND = Caseless(
    r"^(?:[’']s?)?(?:-(?:controlled|held|administered|run|occupied))?\s+"
    r"(?:(?!(?:shelling|strikes?|attacks?|drones?|missiles?|forces|troops|bombardment|fire|raids?)\b)[\w-]+\s+){0,3}?"
    r"(?:territory|soil|land|airspace|cit(?:y|ies)|towns?|villages?|ports?|infrastructure|civilians?|grid|energy|power|"
    r"facilit(?:y|ies)|refiner(?:y|ies)|targets?|sites?|regions?|positions?|communities|airfields?|airports?|bases?|homes|"
    r"residential|depots?)\b",
)
_SEVERAL = Caseless(
    r"\b(?:several|many|various|\d+|two|three|four|five|six|seven)\s+$"
)  # "several Ukrainian communities"
_PLURAL = re.compile(
    r"^\s+(?:[a-z-]+\s+){0,2}?(?!(?:troops|forces|soldiers|missiles|drones|rockets|tanks|officials|officers|strikes|attacks)\b)[a-z]+s\b"
)


def struck_places(sentence: Sentence, start: int, end: int, passive: bool = False, active: bool = False) -> list[Place]:
    """Return the places that the strike word at text[start:end] is told of, in the order of the text.

    A place that stands right before a noun ("the Sumy strike"), else the places after the word in its clause, else
    those before it; a passive verb has its place before it ("Kharkiv was hit"). "Chuhuiv in the Kharkiv region" is one
    place, "Kharkiv and Sumy regions" are two; "Ukrainian energy sites" are in Ukraine, where no other place is named.
    """
    text, last = sentence.text, max(0, end - sentence.start)
    if _SAME_PLACE.match(text, last, last + 60) or ("across" in text and _ACROSS_IT.match(text, last, last + 120)):
        return []
    near = within(sentence.names, start - REACH, end + REACH)
    mentions = [mention for mention in near if may_be_struck(mention, sentence)]
    if len(mentions) > 1:
        mentions = [one for one in mentions if not any(_describes(sentence, one, other) for other in mentions)]
    chosen = _chosen(sentence, mentions, start, end, passive, active)
    capital = _capital_aimed_at(sentence, end)
    if capital and (not chosen or "," in sentence.between(end, chosen[0].start)):
        return [capital]
    aimed = _land_aimed_at(sentence, end)
    if (
        aimed
        and chosen
        and all(one.end <= start and not _OPENS.match(sentence.before(one.start, REACH)) for one in chosen)
    ):
        return aimed  # "in addition to the dead in Kharkiv, attacks on Ukrainian territory killed three"
    named = [capital] if capital else []
    named += [_meant(one, one.place, sentence) for one in chosen if one.place]
    spread = any(_INCLUDING.search(sentence.between(one.end, other.start)) for one, other in pairwise(chosen))
    places = list(dict.fromkeys(named)) if spread else without_containers(named)
    return places or aimed


def _chosen(
    sentence: Sentence, mentions: list[NameMention], start: int, end: int, passive: bool, active: bool
) -> list[NameMention]:
    """Return those of the mentions that the strike word is told of."""
    before = [one for one in mentions if one.end <= start and not _apart(sentence, one.end, start)]
    if active:
        before = [one for one in before if not _has_attacker(one, sentence)]
    if before and not (passive or active) and _MODIFIES.match(sentence.between(before[-1].end, start)):
        return before[-1:]
    over = _NEW_CLAUSE.match(sentence.after(end, 20)) and not passive
    later = [one for one in mentions if one.start >= end and not over and not _apart(sentence, end, one.start)]
    listed = _list_from(sentence, later)
    if passive:  # "A and B, which …, were hit"
        far = [one for one in mentions if one.end <= start and not _far(sentence, one.end, start)]
        return before or far or listed
    if listed or before:
        return listed or before
    aside = [one for one in mentions if one.end <= start and _ASIDE_ONLY.fullmatch(sentence.between(one.end, start))]
    if aside:  # "Chernihiv, which lies north of Kyiv, has endured shelling"
        return aside[-1:]
    for one in mentions:  # "a school that was housing people near Khan Younis"; "In Kherson, …"
        gap = sentence.between(end, one.start)
        if one.start >= end and "," not in gap and _MAIN_CLAUSE.search(gap) is None:
            return [one]
        if one.end <= start and _OPENS.match(sentence.before(one.start, REACH)):
            return [one]
    return []


def _describes(sentence: Sentence, mention: NameMention, place: NameMention) -> bool:
    """Say whether a mention only describes a place: "Stepne, a settlement on the outskirts of Zaporizhzhia,"."""
    return place.end < mention.start and _DESCRIBES.match(sentence.between(place.end, mention.start)) is not None


def _meant(mention: NameMention, place: Place, sentence: Sentence) -> Place:
    """Return the region for the first of "the Kharkiv and Sumy regions", which alone would be the city."""
    listed = place.precision == "settlement" and place.region
    if not listed:
        return place
    follow = _REGIONS_FOLLOW.match(sentence.text[mention.end - sentence.start :])
    if not follow and not _REGIONS_OF.search(sentence.before(mention.start, 120)):
        return place
    return Place(place.region or place.name, place.country, None, None, None, "region")


def _capital_aimed_at(sentence: Sentence, end: int) -> Place | None:
    """Return the city of "on the Russian capital", right after the strike word."""
    for mention in within(sentence.names, end, end + 30):
        land = reference.countries().get(mention.country or "")
        if mention.place and mention.place.precision != "country":
            continue
        if land and _AIMED.search(sentence.between(end, mention.start)) and _CITY.match(sentence.after(mention.end)):
            return next(filter(None, map(reference.place_by_name, land.metonyms)), None)
    return None


def _land_aimed_at(sentence: Sentence, end: int) -> list[Place]:
    """Return the country of "on Ukrainian cities" or "into Pakistani-controlled territory" after `end`."""
    for mention in within(sentence.names, end, end + 60):
        if not mention.adjectival or _apart(sentence, end, mention.start):
            continue
        gap, after = (
            sentence.text[end - sentence.start : mention.start - sentence.start],
            sentence.text[mention.end - sentence.start : mention.end - sentence.start + 60],
        )
        held = mention.country == "RU" and after.startswith("-")  # what Russia holds or occupies is Ukraine's
        land = reference.countries().get("UA" if held else mention.country or "")
        if (
            land
            and len(gap) < 60
            and _AIMED.search(gap)
            and (_LAND.match(after) or (_SEVERAL.search(gap) and _PLURAL.match(after)))
        ):
            return [Place(land.name, land.iso2, None, None, None, "country")]
    return []


def without_containers(places: list[Place]) -> list[Place]:
    """Return the places that no other one of them lies in, each once.

    A region goes where one of its settlements is named, a country where anything in it is.
    """
    unique = list({place.name: place for place in places}.values())
    return [
        place for place in unique
        if not any(other is not place and _lies_in(other, place) for other in unique)
    ]  # fmt: skip


def _lies_in(inner: Place, outer: Place) -> bool:
    if outer.precision == "country":
        return inner.precision != "country" and inner.country == outer.country
    return outer.precision in ("region", "district") and inner.region == outer.name


def _list_from(sentence: Sentence, mentions: list[NameMention]) -> list[NameMention]:
    """Keep the mentions that go on as a list from the first one, with the regions that these lie in."""
    kept = mentions[:1]
    for mention in mentions[1:]:
        gap = sentence.text[kept[-1].end - sentence.start : mention.start - sentence.start]
        if _is_abroad(mention, kept[0], sentence):
            continue
        inside = kept[-1].place and mention.place and _lies_in(mention.place, kept[-1].place)
        if len(gap) > 120 or not (_LISTED.match(gap) or _ANOTHER.match(gap) or (inside and _INSIDE.search(gap))):
            break
        around = mention.place is not None and mention.place.precision == "district" and _TOWN_OF.fullmatch(gap)
        lies_in = _IN_TOWN.match(gap) and not _lies_elsewhere(kept[-1], mention)
        if not (around or _BESIDE.search(gap) or lies_in):
            kept.append(mention)
    return kept


def _lies_elsewhere(listed: NameMention, around: NameMention) -> bool:
    """Say whether a region is not that of the place listed before it: "in Kharkiv, in the Zhytomyr region"."""
    if listed.place is None or around.place is None or around.place.precision != "region":
        return False
    return listed.place.region not in (None, around.place.name)


def _has_attacker(mention: NameMention, sentence: Sentence) -> bool:
    """Say whether a place before the verb is where its subject is: "Houthis in Yemen have hit a ship"."""
    return any(
        one.reads_as == "actor" and not one.adjectival and _IN_LAND.fullmatch(sentence.between(one.end, mention.start))
        for one in sentence.names
        if one.end < mention.start
    )


def _is_abroad(mention: NameMention, first: NameMention, sentence: Sentence) -> bool:
    """Say whether a town listed with another lies in a land that nothing names: a namesake of the one that is meant."""
    if mention.place is None or mention.place.precision != "settlement" or mention.place.population > _WELL_KNOWN:
        return False
    lands = {one.country for one in sentence.names if one is not mention}
    return mention.country != first.country and mention.country not in lands


def _far(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether another main clause begins between the two offsets."""
    return _MAIN_CLAUSE.search(_ASIDE.sub(" ", sentence.between(start, end))) is not None


def _apart(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether another clause begins between the two offsets; a few words in quotation marks are none."""
    gap = sentence.between(start, end)
    if "“" in gap or '"' in gap:
        return CLAUSE.search(_QUOTED.sub("quoted", gap)) is not None
    return CLAUSE.search(sentence.text, start - sentence.start, end - sentence.start) is not None
