"""Whether a place that a sentence names can be what was struck: not where it came from, nor whose official speaks."""

from __future__ import annotations

import re

from etl.extract.caseless import Caseless
from etl.extract.events.local_voices import owners_place
from etl.extract.reading import NameMention, Sentence

_NOT_STRUCK = Caseless(
    r"""
    (?:\b(?:from|of\s+origin|off|via|towards?\s+the\s+border\s+with|border(?:s|ing)|borders?\s+with|
        (?:kilomet(?:er|re)s?|miles?|km)\s+(?:from|to)|(?:[\w-]*(?:south|north|east|west)\w*)\s+of|far\s+from|close\s+to\s+the\s+border\s+with|
        told\s+\w+\s+in|reporters\s+in|said\s+in|
        speaking\s+(?:to\s+[\w’' ]{2,50}\s+)?(?:in|from)|visit(?:ed|ing|s)?|
        left|leaving|travel\w*\s+to|arriv\w+\s+in|returned\s+to|
        trip\s+to|fl(?:ew|own)\s+to|talks\s+in|meeting\s+in|summit\s+in|met\s+in|based\s+in|exile\s+in|
        bridges?\s+to|roads?\s+to|link\w*\s+(?:to|with)|support\s+(?:for|to)|aid\s+(?:for|to)|weapons\s+(?:for|to)|supply(?:ing)?|supplied\s+to|delivered\s+to|ambassador\s+to|
        embassy\s+in|war\s+in|conflict\s+in|invasion\s+of|operation\s+in|fighting\s+in|annexation\s+of|occupation\s+of|
        residents?\s+of|native\s+of|mayor\s+of|governor\s+of|head\s+of|leader\s+of|president\s+of|capital\s+of|(?<!central\s)(?<!ern\s)part\s+of|
        authorities\s+in|officials\s+in|officials\s+of|administration\s+of|government\s+of|over|route\s+to|way\s+to|
        between|between\s+[\w’'-]+(?:\s+[\w’'-]+)?\s+and|ties\s+with|relations\s+with|sanctions\s+(?:on|against)|supplied\s+by|backed\s+by|condemned\s+by|including\s+by)
    \s+(?:the\s+|a\s+|its\s+|both\s+)?(?:[\w’'-]+[’']s\s+)?(?:[\w-]+-(?:held|controlled|run|occupied)\s+)?(?:(?:port\s+)?(?:city|town|region|village|territory|peninsula)\s+of\s+)?(?:(?:north|south|east|west)\w*\s+|central\s+|neighbou?ring\s+|occupied\s+)?)$
    """,
    re.VERBOSE,
)
_FIRED_FROM = Caseless(
    r"\bfrom\s+(?:[\w’'-]+\s+){0,3}(?:ships?|submarines?|vessels?|boats?|aircraft|bombers?|warships?|planes?|base|airfields?|"
    r"positions|territory|launchers?|frigates?)\s+(?:in|on|near|off|over|of)\s+(?:the\s+)?$",
    needs=(
        "ship", "submarine", "vessel", "boat", "aircraft", "bomber", "plane", "base", "airfield", "position",
        "territory", "launcher", "frigate",
    ),
)  # fmt: skip
_OWNED = Caseless(
    r"(?:[’']s?)?\s+(?:(?:regional|city|district|state|military|oblast|health|local|defen[cs]e|interior|foreign|energy|emergency|"
    r"prosecutor[’']s|general|national|armed|air|civil|mayor[’']s)\s+)*"
    r"(?:governor|mayor|administration|authorit(?:y|ies)|officials?|council|prosecutors?|police|resident|residents|head|chief|"
    r"ministry|military|government|president|leader|army|forces?|troops|parliament|office|service|embassy|spokes\w+|"
    r"ambassador|minister|said|says|told|announced|claimed(?!\s+(?:the\s+|\w+\s+)?lives)|reported|has\s+said|confirmed|denied|accused)\b",
)
_DATELINE = re.compile(
    r"^\s*[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,2}(?:,\s*[A-Z][\w’'. -]{1,25})?\s*(?:\([^)]{1,30}\)\s*)?(?:—|–|--?)\s"
)
_SOMEWHERE_IN = Caseless(
    r"\b(?:an?|one|another|two|three)\s+(?:[\w-]+\s+){0,3}(?:cit(?:y|ies)|towns?|villages?|settlements?|ports?)\s+(?:\w+\s+)?"
    r"(?:in|of|across)\s+(?:\w+\s+)?$",
)
_AT_COUNTRY = Caseless(
    r"\b(?:on|in|at|against|into|across|over|inside|throughout|towards?|(?:shelling|bombardment|bombing|parts|most|much|all|"
    r"infrastructure|cities|regions|areas)\s+of|hits?|struck|strik\w+|attack\w*|target\w*|bomb\w*|shell\w*|pound\w*|and|or|,)\s+"
    r"(?:the\s+)?(?:[\w-]*(?:ern|ral)\s+|much\s+of\s+|parts\s+of\s+|central\s+)?$",
)
_CAPITAL = Caseless(
    r"\bcapital(?:\s+city)?,?\s+(?:of\s+)?$|\b(?:airport|port|station|outskirts|suburbs?|cent(?:re|er)|districts?|parts)\s+of\s+$"
)
_TOO_WIDE = frozenset({"Middle East", "Europe", "Asia", "Africa", "Baltic", "Balkans", "Caucasus", "Siberia"})
_LIES_ON = re.compile(r"\s+(?:port\s+)?(?:cit(?:y|ies)|towns?|ports?|coasts?)\b")  # "Port Sudan, the Red Sea city"
_CAPITAL_ITSELF = re.compile(r"capital\s+of\s+$")  # "the capital of Kyiv"; "the capital of Syria" is another place
_ADJOINS = re.compile(
    r"^(?:[’']s?\s+(?!(?:[\w-]+\s+){0,2}(?:cent(?:re|er)|outskirts|district|suburbs?|port|airport|station|centre|neighbou?rhood|quarter)\b)|"
    r"\s+(?:ports?|coasts?|shores?|[Ff]leet|coastal|resort|island|border(?!\s+(?:areas?|regions?|districts?|cit|towns?|villages?))|front|peninsula’s)\b)",
)
_PORT = re.compile(r"\s+port\b")  # "the Feodosia port", unlike "a Black Sea port"
_ACTS = re.compile(
    r"\s+(?:has|have|had|launched|fired|struck|carried|conducted|vowed|warned|began)\b"
)  # "…, Israel has"
_LIST = 160  # characters in which "oblasts" ends a list
_NAMESAKE = re.compile(
    r"^\s+(?:Medical\s+Cent|(?:[A-Z][\w’']+\s+)?(?:University|School|Academy)\b|(?:Street|Avenue)\b)"
)  # need not be where its name is
_OBLASTS_FOLLOW = re.compile(  # "in Kirovohradska, Kyivska and Vinnytska oblasts"
    r"(?:,\s*(?:and\s+)?[A-Z][\w’'-]*|\s+and\s+[A-Z][\w’'-]*)*\s+(?:oblasts?|regions?)\b"
)
_QUARTER = Caseless(r"\s+(?:district|neighbou?rhood|street|avenue|square|quarter|metro|metropolitan)\b")
_OF_THE_CITY = re.compile(r"\s+(?:district|neighbou?rhood|suburb|area)\s+of\s+the\s+(?:city|capital|town)\b")


def may_be_struck(mention: NameMention, sentence: Sentence) -> bool:
    """Say whether a mention is of a place in which something can have been struck, as the words around it tell.

    Not so "the governor of Sumy", "fired from Kursk", "70 miles from Odesa", the dateline, a land only named.
    """
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if mention.place is None or (mention.adjectival and not _OBLASTS_FOLLOW.match(sentence.text, end, end + _LIST)):
        return False
    if mention.reads_as != "place" and not _CAPITAL.search(sentence.text, max(0, start - 30), start):
        return False
    own_port = mention.place.precision == "settlement" and _PORT.match(sentence.text, end)
    if _NAMESAKE.match(sentence.text[end : end + 30]):
        return False
    if _ADJOINS.match(sentence.text[end : end + 30]) and not own_port:
        return False
    since, until = max(0, start - 80), start
    if mention.place.precision == "settlement" and (itself := _CAPITAL_ITSELF.search(sentence.text, since, start)):
        until = itself.start()
    if _FIRED_FROM.search(sentence.text, since, until) or _OWNED.match(sentence.text, end, end + 60):
        return False
    if _NOT_STRUCK.search(sentence.text, since, until):
        return False
    if mention.place.name in _TOO_WIDE or (mention.place.country is None and _LIES_ON.match(sentence.text, end)):
        return False
    if mention.place.precision == "country":
        somewhere = _SOMEWHERE_IN.search(sentence.text, since, start)
        if somewhere or not _AT_COUNTRY.search(sentence.text, since, start) or _ACTS.match(sentence.text, end):
            return False
    if mention.place.precision == "settlement" and _OF_THE_CITY.match(sentence.text, end):
        return False
    quarter = mention.place.precision == "district" or _QUARTER.match(sentence.text, end, end + 40)
    if mention.place.precision == "district" and (owner := owners_place(sentence)) and owner.precision == "settlement":
        return False
    if quarter and re.search(r"[’']s\s+(?:[\w-]+\s+){0,2}$", sentence.text[:start]):
        return False
    dateline = _DATELINE.match(sentence.text[:80])
    return dateline is None or end > dateline.end()
