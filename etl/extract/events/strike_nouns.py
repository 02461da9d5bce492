"""Strikes told by a noun: "the missile strike on Sumy", "Russian shelling of Nikopol", "yesterday's attack"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from etl.extract.caseless import Caseless
from etl.extract.events.attackers import attacker_of, own_army
from etl.extract.events.matching import matches
from etl.extract.events.strike_clauses import telling_of
from etl.extract.events.strike_tellings import Telling
from etl.extract.events.strike_weapons import types_between
from etl.extract.reading import Sentence

NOUN = Caseless(
    r"\b(?P<word>air[\s-]?strikes?|air\s+raids?|shelling|bombardments?|bombings?|barrages?|salvos?|volleys?|strikes?|attacks?|"
    r"assaults?|onslaught|blitz|raids?|operations?(?=\s+(?:on|against|targeting)\s)|(?:artillery|rocket|mortar|missile|tank|enemy|hostile)\s+fire|artillery\s+(?:exchanges?|duels?))\b"
    r"(?!\s+(?:drones?|aircraft|helicopters?|jets?|capabilit\w+|weapons?|groups?|force|submarines?|systems?|uavs?|deal|deals|"
    r"teams?|units?|zone|vehicles?|a\s+(?:deal|balance|chord|blow|tone|compromise|bargain)|vote|ballot|action|range|down\b|dogs?|"
    r"siren|sirens|alert|alerts|warning|warnings)\b)",
)
_OTHER_ATTACK = Caseless(
    r"(?:\b(?:cyber|hacker|hacking|terror(?:ist)?|knife|stabbing|heart|panic|ground|infantry|shooting|gun|militant|personal|"
    r"verbal|sexual|acid|arson|suicide|car|truck|labou?r|general|hunger|rail|train|transport|counter|frontal|political|"
    r"legal|surprise|cross-border|sabotage|poison|chemical|gas|ddos|phishing|landslide|assault\s+of|lightning|pre-emptive\s+legal|"
    r"october\s+7|7\s+october|oct\.\s+7|9/11|first|three-strike)[\s-]+(?:style\s+)?|cyber-?|counter-?)$",
)
_ANY_ATTACK = ("attack", "assault", "raid", "onslaught", "blitz", "operation")
_BY_ARMY = Caseless(
    r"\b(?:army|military|government|regime|junta)\s+(?:air\s+)?$",
    needs=("army", "military", "government", "regime", "junta"),
)
_REPELLED = Caseless(r"\b(?:repel|repuls)\w+\s+(?:[\w’'-]+\s+){0,4}$", needs=("repel", "repuls"))
_TARGETS = Caseless(r"\b(?:targets?|drones?|missiles?|rockets?)\b")
_MEANS = re.compile(r"^(?:\s+by\s+[^.;,]{1,40},)?\s+(?:by|with|using|involving)\s+[^.;,]{0,40}")
_SUPERLATIVE = Caseless(  # "one of the deadliest attacks this year" dates none of them
    r"\b(?:(?:one\s+of|among)\s+[\w’'-]+|the|\w+[’']s)\s+(?:\w+est|worst|most\s+\w+)\s+(?:[\w-]+\s+){0,4}$",
)
_LABOUR = Caseless(
    r"\b(?:unions?|wages?|walkout|(?:workers|drivers|teachers|nurses|miners|doctors|employees|staff|pilots)[’'])\s[^.;]{0,60}\bstrikes?\b|"
    r"\bstrikes?\b[^.;]{0,40}\b(?:unions?|wages?|pay|walkout|picket)\b|\bstrikes?\s+by\s+[\w\s]{0,20}(?:workers|drivers|staff|nurses)\b|"
    r"\b(?:workers|drivers|teachers|nurses|miners|doctors|employees|staff|pilots)\s[^.;]{0,40}\bstrikes?\b|\b\d+-(?:hour|day)\s+strikes?\b",
    needs=(
        "union", "wage", "walkout", "pay", "picket", "workers", "drivers", "teachers", "nurses", "miners", "doctors",
        "employees", "staff", "pilots", "-hour", "-day",
    ),
)  # fmt: skip
_NATIONWIDE = Caseless(r"\s+(?:across|throughout|around|all\s+over)\s+the\s+(?:entire\s+|whole\s+)?country\b")
_NTH = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|\w+th|\d+(?:th|rd|nd))\s+(?:[\w-]+\s+){0,2}$")
_IN_DAYS = re.compile(
    r"^[^.;]{0,60}?\bin\s+(?:(?:the|as)\s+)?(?:last|past|many)?\s*(?:\w+\s+)?(?:days|weeks|nights|months)\b"
)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?(?:start|beginning|[A-Z]|early|late|last|\d)")
_LATELY = re.compile(r"^[^.;]{0,60}?\bin\s+recent\s+(?:weeks|months|days)\b")
_GROWS = Caseless(r"\s+(?:intensif|escalat)\w+\b")
_GOES_ON = Caseless(r"\s+(?:continue|persist|resume|go(?:es)?\s+on|went\s+on)\w*\b")
_CARRIED_OUT = re.compile(
    r"\b(?:carried\s+out|carrying\s+out|conducted|conducting|mounted|staged|resumed|renewed|continued|intensified|stepped\s+up|escalated|"
    r"claimed|delivered|inflicted|made|launched|launching|unleashed)"
    r"\s+(?:[\w’'-]+,?\s+){0,7}$"
)
_OCTOBER_7 = dt.date(2023, 10, 7)
_STRONG_NOUNS = (
    "air", "shelling", "bombard", "bombing", "barrage", "salvo", "volley", "artillery", "rocket", "mortar", "missile",
    "tank",
)  # fmt: skip
_COMPLEMENT = re.compile(
    r"^\s+(?:(?:late|early|overnight|yesterday|today|\w+day|this|last|morning|night|week|on)\s+){0,3}(?:on|against|in|at|near|across|over)\s"
)
_COUNTED = Caseless(
    r"\b(?:the|these|those|two|three|four|five|six|seven|both|overnight|latest|new|fresh|\w+day[’']s)\s+(?:[\w-]+\s+){0,4}$",
)
_HARM = Caseless(
    r"^[^.;]{0,120}?\b(?:kill|wound|injur|hit|struck|damag|destroy|left|set|caus|target|overnight|claimed)\w*",
)
_HARMED_IN = Caseless(r"\b(?:kill|wound|injur|dead|die|hurt|damag|casualt)\w*[^.;]{0,50}$")


def nominal(sentence: Sentence) -> Iterator[Telling]:
    """Read "the missile strike on Sumy", "Russian shelling of Nikopol", "yesterday's attack"."""
    for match in matches(NOUN, sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if _OTHER_ATTACK.search(before[-40:]) or _is_infinitive(before, match["word"]):
            continue
        word = match["word"]  # in lower case, as the pattern is
        if word.startswith("operation") and not _TARGETS.search(sentence.text):
            continue
        armed = types_between(sentence.text, match.start() - 45, match.start())
        means = _MEANS.match(after)
        armed = armed or (types_between(sentence.text, match.end(), match.end() + means.end()) if means else ())
        claimed = word.startswith("operation") and _CARRIED_OUT.search(before[-80:])
        strong = bool(word.startswith(_STRONG_NOUNS) or armed or claimed)
        if not strong and _REPELLED.search(sentence.text, max(0, match.start() - 60), match.start()):
            continue  # an assault on the ground
        if not armed and (_LABOUR.search(sentence.text) or _is_of_october_7(sentence, match["word"])):
            continue
        rule = "strikes.attack" if word.startswith(_ANY_ATTACK) else "strikes.nominal"
        telling = telling_of(sentence, match.start(), match.end(), rule, strong=strong)
        if telling and telling.first is None and _LATELY.match(after[:80]):
            telling = telling.of_series()
        harmful = telling is not None and telling.places and _HARM.match(after)
        if telling and (_GROWS.match(after) or (telling.first is None and not harmful and _GOES_ON.match(after))):
            telling = telling.of_series()
        if telling and telling.attacker and not telling.places and _NATIONWIDE.match(after):
            telling = telling.wide()
        if telling is None or (telling.date_precision in ("month", "year") and _SUPERLATIVE.search(before[-80:])):
            continue
        if telling.attacker is None and (carried := _CARRIED_OUT.search(before)):
            telling = telling.by(attacker_of(sentence, sentence.start + carried.start(), telling.start, active=True))
        if (
            telling.attacker is None
            and telling.places
            and _BY_ARMY.search(sentence.text, max(0, match.start() - 30), match.start())
        ):
            telling = telling.by(own_army(telling.places[0]))
        if not strong and (
            telling.attacker or (match["word"].lower().startswith("strike") and _COMPLEMENT.match(after))
        ):
            telling = telling.stronger()
        yield telling.of_series() if _is_series(sentence, match, telling) else telling


def _is_of_october_7(sentence: Sentence, word: str) -> bool:
    """Say whether an "attack" may be the one on Israel of 7 October 2023, which was an assault on the ground."""
    return word.startswith(("attack", "assault")) and any(mention.first == _OCTOBER_7 for mention in sentence.dates)


def _is_infinitive(before: str, word: str) -> bool:
    """Say whether "strike" or "attack" is a verb: "used missiles to strike a depot"."""
    return before.endswith(" to ") and word.lower() in ("strike", "attack", "assault", "raid")


def _is_series(sentence: Sentence, match: re.Match[str], telling: Telling) -> bool:
    """Say whether the noun is a plural that no day, no number and no harm makes one night's strikes."""
    before, after = sentence.text[: match.start()], sentence.text[match.end() :]
    if _NTH.search(before[-40:]) and _IN_DAYS.match(after[:80]):
        return True
    if not match["word"].endswith("s") or telling.date_precision == "day":
        return False
    if _SINCE.search(after[:160]):
        return True
    if _COUNTED.search(before[-60:]):
        return False
    return not (_HARM.match(after[:140]) or _HARMED_IN.search(before[-80:]))
