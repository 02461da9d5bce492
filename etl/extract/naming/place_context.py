"""Whether a name is read as a place: “in Kyiv” and “struck Kyiv” against “Kyiv said” and “pressure on Kyiv”."""

from __future__ import annotations

import re

from etl.extract.naming.gazetteer import Hit

PLACE_NOUN = r"(?:cit(?:y|ies)|towns?|villages?|settlements?|hamlet|suburbs?|port|regions?|districts?|areas?|capital)"
PART = r"""(?:
    north|south|east|west|north-?east|north-?west|south-?east|south-?west|parts?|centre|center|outskirts|edge|suburbs?
    |streets?|skies|residents|people|territory|territories|territorial\ integrity|half|swathes|coast|rest|fall|capture
    |seizure|liberation|occupation|siege|battle|annexation|invasion|bombing|bombardment|shelling|destruction
    |reconstruction|map|bulk|kilomet(?:er|re)s|km|miles|occupied\ areas
)"""
ATTACK = r"""(?:
    struck|hit(?:s|ting)?|strik(?:e|es|ing)|attack(?:s|ed|ing)?|shell(?:s|ed|ing)|bomb(?:s|ed|ing)
    |bombard(?:s|ed|ing)?|target(?:s|ed|ing)?|pound(?:s|ed|ing)?|pummel(?:s|led|ling|ed|ing)?|batter(?:s|ed|ing)?
    |rock(?:s|ed|ing)?|invad(?:e|es|ed|ing)|captur(?:e|es|ed|ing)|seiz(?:e|es|ed|ing)|occup(?:y|ies|ied|ying)
    |liberat(?:e|es|ed|ing)|recaptur(?:e|ed|ing)|retak(?:e|en|ing)|retook|encircl(?:e|ed|ing)|besieg(?:e|ed|ing)
    |storm(?:ed|ing)|le(?:ave|aves|aving|ft)|enter(?:s|ed|ing)?|reach(?:es|ed|ing)?|visit(?:s|ed|ing)?
    |tour(?:s|ed|ing)?|flee(?:ing|s)?|fled|evacuat(?:e|ed|ing)|cross(?:ed|ing)|overfl(?:ew|ying)|shak(?:e|es|ing)|shook
    |blast(?:s|ed)?|raid(?:s|ed)?|devastat(?:e|es|ed|ing)|destroy(?:s|ed|ing)?|engulf(?:s|ed|ing)?|plung(?:e|es|ed|ing)
)"""
SIDE = r"""(?:
    north|south|east|west|central|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern
    |south-?western|downtown|suburban|greater|upper|lower|mainland|occupied|russian-occupied|annexed|nearby|neighbou?ring
    |besieged|war-torn|inner
)"""
MOVED = r"""(?:
    travel(?:s|led|ed|ling|ing)?|fl(?:y|ies|ew|own|ying)|go(?:es|ing)?|went|gone|visits?|trips?|return(?:s|ed|ing)?
    |head(?:s|ed|ing)?|com(?:e|es|ing)|came|mov(?:e|es|ed|ing)|driv(?:e|en|ing)|fle[ed]|deport(?:ed|ing|ation)?
    |transfer(?:red|ring)?|br(?:ing|ought)|way|journey|close|next|arriv(?:e|ed|al)|adjacent|invit(?:e|ed|ation)|back
    |taken|took|rushed|sent|evacuated|withdr(?:aw|ew|awn)|retreat(?:ed)?|deliver(?:ed|y|ies)?|deploy(?:ed|ment)?|tour
    |route|train|road|highway|pilgrimage|relocat(?:e|ed|ing)|spread|dispatch(?:ed)?|damage|closer|down
)"""
LOCATED = re.compile(
    rf"""(?:
      \b(?:in|near|over|into|around|outside|across|above|through|throughout|within|inside|towards?|at|beyond|via|off|under)
    | \b{PLACE_NOUN}\ of | \b{PART}\ of | \b(?:attacks?|strikes?|raids?|assault|war|aggression|offensive)\ against
    | \b{MOVED}(?:\ \w+){{0,2}}\ to | \b(?:bound|left|departed|heading|headed)\ for | \bcapital,
    | \b{ATTACK} | \b{SIDE} | \b{PLACE_NOUN}
    )\ (?:(?:the|all|most|much|parts|central|downtown|all\ of|parts\ of|much\ of|most\ of|\w+'s)\ )?$""",
    re.VERBOSE,
)
ON = re.compile(r"\b(?:on|upon)\ (?:the\ )?$")
BORNE = re.compile(  # what is on, upon or against a government rather than a town
    r"""\b(?:
    pressur\w+|sanctions?|tariffs?|impos\w+|blam\w+|view\w*|polic\w+|stance|positions?|focus\w*|call(?:s|ed|ing)?
    |agree\w*|terms|rel(?:y|ies|iance|ied|ying)|depend\w*|leverage|tough(?:er)?|soft|hard|restrictions?|duties|demands?
    |conditions?|trust\w*|count(?:s|ed|ing)?|reports?|talks?|statement|summit|up
    )(?:\ [\w-]+){0,2}\ (?:on|upon)\ (?:the\ )?$""",
    re.VERBOSE,
)
FROM = re.compile(r"\bfrom\ (?:the\ )?$")
GIVEN = re.compile(  # what comes from a government rather than from a town
    r"""\b(?:
    pressure|demands?|support|aid|help|assistance|guarantees?|statements?|words?|comments?|assurances?|response|reply
    |answers?|reaction|signals?|messages?|threats?|criticism|condemnation|approval|permission|weapons|arms|backing
    |concessions|commitments?|proposals?|weaponry|officials|independence|gas|oil|imports?|protection|calls|blame
    |attention|envoys?|delegations?|delegates|representatives?|negotiators?|leaders?|ministers?|diplomats?|teams?
    |presidents?|counterparts?|away|apart|shift\w*|distanc\w+|orders?|instructions?|funding|money|loans?
    )(?:\ [\w-]+){0,2}\ from\ (?:the\ )?$""",
    re.VERBOSE,
)
STRUCK_AFTER = re.compile(
    r"""\ (?:
    (?:(?:was|were|is|are|being|has\ been|had\ been|have\ been|came|comes|once\ again|again)\ )+
      (?:(?:also|heavily|again|repeatedly)\ )?
      (?:hit|struck|rocked|shaken|pounded|shelled|bombed|attacked|targeted|battered|captured|under)\b
    | (?:hit|struck|rocked|shaken|pounded|shelled|bombed|attacked|targeted|battered)\ (?:by|in|overnight)\b
    | under\ (?:attack|fire|massive|russian|missile|drone|siege)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
LOCAL_AFTER = re.compile(
    r"""(?:'s)?\ (?:[\w-]+\ )?(?:
    suburbs?|outskirts|residents?|metro|subway|airports?|streets?|skyline|skies|cent(?:re|er)|districts?|hospitals?
    |region|apartment|neighbou?rhoods?|railway|train\ station|hotels?|mayor|time|city\ council|talks|summit|meetings?
    |conference|negotiations|theatre|blasts?|explosions?|bombing|power\ plant|thermal|university|school|square|cathedral
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
THE_BEFORE = re.compile(r"\b(?:the|this|that|\w+day's|latest|deadly|after|of)\ $", re.IGNORECASE)
ATTACK_AFTER = re.compile(r"\ (?:attack|strike|assault|raid|shelling)\b")
NAMED_FOR = re.compile(r"\ (?:Convention|Accord|Protocol|[Aa]greement|Memorandum|Declaration|[Pp]rocess)s?\b")
IN_NAME = re.compile(r"\b(?:College|University|Institute|School|Imperial|Club|Free|of\ War|FC|pro-|anti-)\ ?$")
SHIP_BEFORE = re.compile(
    r"\b(?:ships?|vessels?|frigates?|cruisers?|corvettes?|submarines?|destroyers?|boats?|tankers?|carriers?|flagships?"
    r"|minesweepers?|ferry|ferries|warships?|trawlers?)[ ,]{1,3}(?:the )?[\"“'‘«]?$"
)
SHIP_AFTER = re.compile(  # “the Novocherkassk was hit”, unlike “the Kyiv region”
    r"(?:\ (?:was|is|has|had|sank|were|are|will|when|while|gone)\b|,\ (?:an?|the|which)\b|\ [-–—(]|[.;:)]|$)"
)
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
    r""",?\ (?:has\ |had\ |also\ |later\ |\w+ly\ )?(?:
    said|says|say|told|claim(?:s|ed)?|accus(?:es|ed)|den(?:ies|ied)|insist(?:s|ed)?|announc(?:es|ed)|warn(?:s|ed)
    |want(?:s|ed)?|reject(?:s|ed)|agree[sd]?|demand(?:s|ed)|confirm(?:s|ed)|report(?:s|ed)|call(?:s|ed)|propos(?:es|ed)
    |condemn(?:s|ed)|believ(?:es|ed)|see[sk]s?|vow(?:s|ed)|refus(?:es|ed)
    )\b""",
    re.VERBOSE,
)
COORDINATED = re.compile(
    r"(?:,|,?\ and|,?\ or|\ as\ well\ as|,?\ &)\ (?:the\ )?(?:[a-z]+ern\ )?(?:city\ of\ |nearby\ )?$"
)
WEAK_BEFORE = re.compile(
    rf"""\b(?:
    in|near|outside|around|from|to|at|(?:the\ )?(?:{PLACE_NOUN}|hamlet|community|port|station)(?:\ of)?
    |captured|seized|liberated|shelled|struck
    )\ (?:the\ )?$""",
    re.VERBOSE,
)
RIVER = re.compile(
    r"(?:[,.;:)]|$|\ (?:and|or|in|to|is|was|has|as|at|from|where|which|that|since)\b|'s\ (?:left|right|east|west))"
)
BEFORE = 60  # characters that are looked at before a name
NEAR = 30  # … for a single word that locates it, with “the” or “parts of” between
LINK = re.compile(r"\b(?:of|to|for|against)\ ")  # in what locates a name by more than a word


def located(text: str, start: int, sentence_start: int) -> bool:
    """Tell whether the words before a name say that it is a place: “in”, “struck”, “strikes on”, “the city of”."""
    before = _before(text, start, sentence_start)
    if not before[-2:-1].isalpha() and not before.endswith("capital, "):
        return False  # nothing, or a mark: the patterns below all end in a word
    near = max(0, len(before) - NEAR)
    if LOCATED.search(before, 0 if LINK.search(before, near) else near):
        return True
    if ON.search(before):
        return not BORNE.search(before)
    return bool(FROM.search(before)) and not GIVEN.search(before)


def _before(text: str, start: int, sentence_start: int) -> str:
    """Return what stands before a name, in lower case: patterns that ignore case take four times as long."""
    return text[max(sentence_start, start - BEFORE) : start].lower()


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
        return bool(LOCATED.search(_before(text, start, sentence_start)))
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
    """Tell whether a place's name is only part of another: “Geneva Conventions”, “King's College London”.

    A city's own district, “Dniprovskyi district”, is one as well: the city is the place.
    """
    if NAMED_FOR.match(text, hit.end) or UNIT_AFTER.match(text, hit.end):
        return True
    if (
        text.endswith(("skyi", "skiy", "sky"), hit.start, hit.end)
        and text[hit.end : hit.end + 9].lower() == " district"
    ):
        return True
    if text.startswith("city's ", hit.start - 7) and text[hit.end : hit.end + 9].lower() == " district":
        return True
    if _is_of_a_ship(text, hit):
        return True
    if text.startswith("the Dnipro", hit.start - 4) and RIVER.match(text, hit.end):
        return True
    return IN_NAME.search(text[max(0, hit.start - 14) : hit.start]) is not None


def _is_of_a_ship(text: str, hit: Hit) -> bool:
    """Tell whether a town's name is a ship's: “the landing ship Novocherkassk”, “the Novocherkassk was hit”."""
    if SHIP_BEFORE.search(text, max(0, hit.start - 24), hit.start):
        return True
    written = text[hit.start : hit.end]
    if " " in written or hit.meaning.actor is not None or text[max(0, hit.start - 4) : hit.start].lower() != "the ":
        return False
    towns = all(place.precision == "settlement" and place.name[:2] == written[:2] for place in hit.meaning.places)
    return towns and SHIP_AFTER.match(text, hit.end) is not None  # not “the Dahiyeh”, a part of Beirut


def weakly_supported(text: str, hit: Hit, sentence_start: int) -> bool:
    """Tell whether the words around say that a word or given name is a place here: “in Bar”, “the town of Chop”."""
    if text[hit.end : hit.end + 1] == "'":
        return False
    follows = text[hit.end + 1 : hit.end + 2]
    if text[hit.end : hit.end + 1] == " " and follows.isupper():
        return False
    before = text[max(sentence_start, hit.start - 30) : hit.start]
    return bool(WEAK_BEFORE.search(before))
