"""Attacks from a distance: which place was struck, on which day, by whom and with what.

Each rule finds the words that tell of a strike in one form; place, day, attacker and weapons come from the clause
around them, else from what was told before (`strike_records.py`). Plans, threats and denials are no strikes, nor are
strikes of workers, deals that are struck, targets that are met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from etl import reference
from etl.extract.caseless import Caseless, names_any
from etl.extract.events.attackers import ENEMIES, attacker_of
from etl.extract.events.matching import matches
from etl.extract.events.occasion import days_of
from etl.extract.events.realis import realis
from etl.extract.events.strike_records import recorded
from etl.extract.events.strike_tellings import Telling
from etl.extract.events.strike_weapons import first_after, is_subject, types_between, weapons_in
from etl.extract.events.struck_places import CLAUSE, struck_places
from etl.extract.reading import Place, Reading, Sentence
from etl.records import Event, Issue

STEMS = (
    "strike", "struck", "attack", "shell", "bomb", "missile", "drone", "rocket", "explosi", "blast", " hit", "raid",
    "barrage", "target", "pound", "fire", "launch", "debris", "assault", "damage", "destruct", "destroy", "pummel",
    "slam", "uav",
)  # fmt: skip
HARM_STEMS = ("killed", "wounded", "injured", "deaths", "died")
NOUN = Caseless(
    r"\b(?P<word>air[\s-]?strikes?|air\s+raids?|shelling|bombardments?|bombings?|barrages?|salvos?|volleys?|strikes?|attacks?|"
    r"assaults?|onslaught|raids?|(?:artillery|rocket|mortar|missile|enemy|hostile)\s+fire)\b"
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
_FALLEN = Caseless(r"\b(?:drone|missile|rocket|uav)\s+(?:debris|fragments?|wreckage)")
_AIR_ATTACK = Caseless(r"\b(?:air[\s-]defen[cs]es?|air\s+raid|drones?|missiles?|shelling|sirens?)\b")
_ANY_ATTACK = Caseless(r"attack|assault|raid|onslaught")
_MEANS = re.compile(r"^\s+(?:by|with|using|involving)\s+[^.;,]{0,40}")
_SO_FAR = Caseless(r"\bsince\b|\bin\s+recent\s+(?:weeks|months|days)\b|\bsteady\s+stream\b|\bcampaign\s+of\b")
_SUPERLATIVE = Caseless(  # "one of the deadliest attacks this year" dates none of them
    r"\b(?:(?:one\s+of|among)\s+[\w’'-]+|the|\w+[’']s)\s+(?:\w+est|worst|most\s+\w+)\s+(?:[\w-]+\s+){0,4}$",
)
_LABOUR = Caseless(
    r"\b(?:unions?|wages?|walkout|(?:workers|drivers|teachers|nurses|miners|doctors|employees|staff|pilots)[’'])\s[^.;]{0,60}\bstrikes?\b|"
    r"\bstrikes?\b[^.;]{0,40}\b(?:unions?|wages?|pay|walkout|picket)\b|\bstrikes?\s+by\s+[\w\s]{0,20}(?:workers|drivers|staff|nurses)\b",
    needs=(
        "union", "wage", "walkout", "pay", "picket", "workers", "drivers", "teachers", "nurses", "miners", "doctors",
        "employees", "staff", "pilots",
    ),
)  # fmt: skip
_CARRIED_OUT = re.compile(
    r"\b(?:carried\s+out|carrying\s+out|conducted|conducting|mounted|staged|resumed|delivered|inflicted|made|launched|launching|unleashed)"
    r"\s+(?:[\w’'-]+,?\s+){0,7}$"
)
_ON = re.compile(r"^\s+(?:(?:of|late|early|overnight|yesterday|\d+|[A-Z]\w+|\w+day)\s+){0,3}on\s")
_BY_HAND = Caseless(r"\b(?:militants?|gunm[ae]n|terror\w*|knife|shooting|stabb\w*|bomber|shooter|mob|crowd|massacre)\b")
_STRONG_NOUN = Caseless(r"^(?:air|shelling|bombard|bombing|barrage|salvo|volley|artillery|rocket|mortar|missile)")
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
_VERBS = (
    r"struck|hit|hits|strikes?|shelled|shells|shelling|bombed|bombing|bombarded|bombarding|pounded|pounds|pounding|pummel+ed|pummel+ing|"
    r"targeted|targets|targeting|attacked|attacks|attacking|striking|hitting|blasted|peppered|"
    r"(?<=\bto\s)(?:shell|strike|bomb|pound|bombard|attack|hit|target|pummel)"
)
_IMPACTS = (
    r"slam(?:med|s)?\s+into|crash(?:ed|es)?\s+(?:into|in|on)|plough(?:ed)?\s+into|tore\s+(?:into|through|a\s+hole\s+in)|"
    r"rain(?:ed|ing)?\s+(?:down\s+)?on|ripped\s+(?:into|through)|fell\s+(?:on|in|into|near)|landed\s+(?:in|on|near)|"
    r"explod(?:ed|es)\s+(?:in|over|near|at|outside|above)|damaged|destroyed|set\s+(?:ablaze|alight|fire\s+to)|killed|wounded|injured|"
    r"sparked|caused|ignited|reached|flew\s+into"
)
ACTIVE = re.compile(
    rf"\b(?P<verb>{_VERBS})\b(?!\s+(?:out|back|a\s+(?:deal|balance|record|chord|compromise)|the\s+(?:headlines|road))\b)"
)
_NOUN_TOO = re.compile(r"strikes?|attacks?|hits|targets?|shells?|shelling|bombs?|raids?|bombing")
HARMS = Caseless(
    r"\b(?:forces|troops|army|military|invaders|occupiers|russians)\s+(?:also\s+|have\s+|had\s+)?(?P<verb>killed|wounded|injured|damaged|destroyed)\b",
)
_REACH = 120  # characters before a strike word in which what changes its meaning can begin
_AUXILIARY = re.compile(
    r"\b(?:was|were|been|being|is|are|got|be)\s+(?:\w+ly\s+|also\s+|again\s+|both\s+|all\s+|first\s+)*$"
)
_CONTINUED = re.compile(r"\b(?:continu\w+\s+to|have\s+been|has\s+been|kept)\s+$")
_UNNAMED = Caseless(
    r"\b(?:enemy|occupiers|invaders|aggressor|army|military|troops|forces|rebels|insurgents|militia|paramilitaries|air\s+force|navy|gunners)\s+"
    r"(?:(?:have|has|had|also|again|then|\w+ly)\s+){0,2}$",
)
IMPACT = re.compile(rf"\b(?P<verb>{_IMPACTS})\b")
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|got)\s+(?:\w+ly\s+|also\s+|again\s+|both\s+|all\s+|first\s+)*"
    r"(?P<verb>hit|struck|shelled|bombed|bombarded|pounded|targeted|attacked|damaged|destroyed|rocked|shaken|blown\s+up|"
    r"set\s+(?:ablaze|alight|on\s+fire))\b|"
    r"\b[Aa]mong\s+(?:the\s+)?(?:[\w-]+\s+)?(?:targets|places|sites|cities|towns|areas|buildings)\s+(?P<among>hit|struck|targeted|attacked)\b|"
    r"\b(?:came|come|comes|coming)\s+under\s+(?:\w+\s+){0,3}(?P<under>fire|attack|shelling|bombardment|assault|strikes?)\b"
)
LAUNCH = re.compile(
    r"(?<!-)\b(?P<verb>launch(?:ed|es|ing)?|fir(?:ed|es|ing)|unleash(?:ed|es|ing)|drop(?:ped|ping|s)|lobbed|rained|sent|used|using|shot(?!\s+down))\b"
)
_AT_ONE = re.compile(r"^[^.;]{0,30}?\b(?:at|on|onto|into|towards?)\s+(?:an?|the|its|their)\s")
_AMBIGUOUS = ("sent", "used", "using", "shot")
_DIGIT = re.compile(r"\d")
_BY = re.compile(r"^[^.;]{0,60}?\b(?:by|in|with|during)\s+(?P<rest>[^.;]{0,80})")
_AIMED = re.compile(r"^[^.;]{0,120}?\b(?:at|on|onto|against|towards?|into|over|across)\s")
_PURPOSE = Caseless(
    r"^[^.;]{0,120}?\b(?:to|in\s+(?:a|an|the|its|their))\s+(?:[\w-]+\s+){0,3}?(?:strike|hit|attack|target|bomb|shell)",
)
INTERCEPT = re.compile(
    r"\b(?P<verb>shot\s+down|shoot(?:ing)?\s+down|downed|downing|intercepted|intercepting|destroyed|destroying|neutrali[sz]ed|suppressed|jammed|repelled|thwarted)\b"
)
_NIGHT = re.compile(
    r"\b(?:overnight|last\s+night|that\s+night|during\s+the\s+night|past\s+(?:day|24\s+hours)|late\s+\w+day|early\s+\w+day|on\s+\w+day|\w+day\s+night|yesterday|today)\b"
)
EFFECT = Caseless(
    r"\b(?P<what>explosions?|blasts?|damage|destruction|fires?|casualties|impacts?|debris|fragments?|wreckage|shrapnel|buildings?|houses)\b"
    r"[^.;]{0,60}?\b(?:reported|recorded|registered|heard|rocked|shook|broke\s+out|rang\s+out|echoed|thundered|fell|falling|landed|hit|damaged|caused|felt)\b"
    r"|\b(?:reported|recorded|registered|heard|suffered|sustained)\s+(?:[\w-]+\s+){0,3}(?:damage|explosions?|blasts?|destruction|hits|impacts?)\b"
    r"|\b[Ff]alling\s+debris\b|\b(?:drone|missile|rocket)\s+(?:debris|fragments?|wreckage)\b",
)
_HARMED = re.compile(r"\b(?:killed|wounded|injured|died|dead|hurt|damaged|destroyed|casualties|injur(?:y|ies))\b")
CASUALTY = re.compile(
    r"\b(?:(?:was|were|been)\s+(?:also\s+)?(?:killed|wounded|injured|hurt)(?:\s+on\s+the\s+spot)?|deaths\s+(?:were|occurred)|died)\s+"
    r"(?=(?:and\s+[\w\s,-]{0,80}?)?(?:in|near)\s)"
)
_NOT_BY_STRIKE = Caseless(
    r"\b(?:crash\w*|accident|gunm[ae]n|clash\w*|fighting|battles?|landmines?|mines?|shooting|shot|stabb\w*|hypothermia|custody|captivity|"
    r"combat|war|since|soldiers?|troops|servicemen|protest\w*)\b",
)
AT_WAR_ABROAD = ("Russia", "Israel", "Iran", "United States", "India", "Pakistan")  # strike no land of their own
IMPLIED = {"shell": "artillery", "bombing": "bomb", "bombed": "bomb"}
_INDEFINITE = Caseless(r"\b(?:an?|another)\s+(?:(?!of\b|in\b|on\b)[\w’'-]+\s+){0,4}$")
_ANAPHOR = Caseless(
    r"\b(?:the|that|this|same)\s+(?:same\s+)?(?:city|town|village|region|capital|settlement|port|camp|hospital|area|district)\b",
)


def extract(reading: Reading) -> Iterator[Event | Issue]:
    """Yield one event for each place and day that the article says was struck from a distance."""
    tellings: list[Telling] = []
    for sentence in reading.sentences:
        if names_any(sentence.text, STEMS):
            for rule, stems in RULES.items():
                if names_any(sentence.text, stems):
                    tellings.extend(rule(sentence))
        if names_any(sentence.text, HARM_STEMS):
            tellings.extend(casualties(sentence))
    tellings.sort(key=lambda telling: (telling.sentence.index, telling.start))
    yield from recorded(reading, tellings)


def nominal(sentence: Sentence) -> Iterator[Telling]:
    """Read "the missile strike on Sumy", "Russian shelling of Nikopol", "yesterday's attack"."""
    for match in matches(NOUN, sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if _OTHER_ATTACK.search(before[-40:]) or _is_infinitive(before, match["word"]):
            continue
        armed = types_between(sentence.text, match.start() - 45, match.start())
        means = _MEANS.match(after)
        armed = armed or (types_between(sentence.text, match.end(), match.end() + means.end()) if means else ())
        strong = bool(_STRONG_NOUN.match(match["word"]) or armed)
        if not armed and _LABOUR.search(sentence.text):
            continue
        rule = "strikes.attack" if _ANY_ATTACK.match(match["word"]) else "strikes.nominal"
        telling = _telling(sentence, match.start(), match.end(), rule, strong=strong)
        if telling is None or (telling.date_precision in ("month", "year") and _SUPERLATIVE.search(before[-80:])):
            continue
        if telling.attacker is None and (carried := _CARRIED_OUT.search(before)):
            telling = telling.by(attacker_of(sentence, sentence.start + carried.start(), telling.start, active=True))
        if not strong and (
            telling.attacker or (match["word"].lower().startswith("strike") and _COMPLEMENT.match(after))
        ):
            telling = telling.stronger()
        yield telling.of_series() if _is_series(sentence, match, telling) else telling


def _is_infinitive(before: str, word: str) -> bool:
    """Say whether "strike" or "attack" is a verb: "used missiles to strike a depot"."""
    return before.endswith(" to ") and word.lower() in ("strike", "attack", "assault", "raid")


def _is_series(sentence: Sentence, match: re.Match[str], telling: Telling) -> bool:
    """Say whether the noun is a plural that no day, no number and no harm makes one night's strikes."""
    before, after = sentence.text[: match.start()], sentence.text[match.end() :]
    if not match["word"].endswith("s") or telling.date_precision == "day" or _COUNTED.search(before[-60:]):
        return False
    return not (_HARM.match(after[:140]) or _HARMED_IN.search(before[-80:]))


def active(sentence: Sentence) -> Iterator[Telling]:
    """Read "two missiles struck Sumy", "Russian forces shelled Nikopol", "Israel bombed the port"."""
    for match in matches(ACTIVE, sentence.text):
        before = max(0, match.start() - _REACH), match.start()
        if _AUXILIARY.search(sentence.text, *before):
            continue
        if _NOUN_TOO.fullmatch(match["verb"]) and not _follows_subject(sentence, match.start(), match.end()):
            continue
        armed = is_subject(sentence.text, match.start())
        telling = _telling(sentence, match.start(), match.end(), "strikes.active", strong=armed, active=not armed)
        if telling and telling.first is None and _CONTINUED.search(sentence.text, *before):
            telling = telling.of_series()
        if telling and (armed or telling.attacker or _UNNAMED.search(sentence.text, *before)):
            yield telling.stronger() if telling.places or armed else telling


def harms(sentence: Sentence) -> Iterator[Telling]:
    """Read "Russian forces killed two people in Kherson", with the weapon or without."""
    for match in matches(HARMS, sentence.text):
        telling = _telling(
            sentence,
            match.start("verb"),
            match.end(),
            "strikes.harm",
            strong=bool(weapons_in(sentence.text)),
            active=True,
        )
        if telling and telling.attacker and telling.places:
            yield telling


def impacts(sentence: Sentence) -> Iterator[Telling]:
    """Read "a drone crashed into a house in Sumy", "missiles rained on Kyiv"."""
    for match in matches(IMPACT, sentence.text):
        if is_subject(sentence.text, match.start()):
            telling = _telling(sentence, match.start(), match.end(), "strikes.impact", strong=True)
            if telling:
                yield telling


def _follows_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether "strikes" or "attack" at text[start:end] is a verb: after a state, a force, a weapon or "to"."""
    before, form = sentence.text[:start], sentence.text[start:end]
    for weapon in weapons_in(sentence.text):
        if start - 1 <= weapon.end <= start:  # "missiles strike", "missile hits"; "missile strikes" is a noun
            return form in ("hits", "targets") or (not form.endswith("s") and weapon.plural)
    if not form.endswith("s") and before.endswith("to "):
        return True
    return any(
        sentence.start + start - 2 <= mention.end < sentence.start + start and not mention.adjectival and mention.actor
        for mention in sentence.names
    )


def passive(sentence: Sentence) -> Iterator[Telling]:
    """Read "Kharkiv was hit by drones", "the port came under fire"."""
    for match in matches(PASSIVE, sentence.text):
        by = _BY.match(sentence.text[match.end() :])
        means = (match.end() + by.start("rest"), match.end() + by.end("rest")) if by else (0, 0)
        armed = bool(match["under"] or types_between(sentence.text, *means) or (by and NOUN.search(by["rest"])))
        verb = (match["verb"] or match["among"] or "attack").split()[0]
        strong = armed or verb in ("shelled", "bombed", "bombarded", "pounded")
        telling = _telling(sentence, match.start(), match.end(), "strikes.passive", strong=strong, passive=True)
        if telling:
            yield telling


def launched(sentence: Sentence) -> Iterator[Telling]:
    """Read "Russia launched 138 drones at Ukraine overnight", "fired missiles into Israel"."""
    if not weapons_in(sentence.text):
        return
    for match in matches(LAUNCH, sentence.text):
        weapon = first_after(sentence.text, match.end(), 110)
        if not weapon or CLAUSE.search(sentence.text, match.end(), weapon.start):
            continue
        rest = sentence.text[weapon.end :]
        if match["verb"] in _AMBIGUOUS and not (_AIMED.match(rest) or _PURPOSE.match(rest)):
            continue
        telling = _telling(sentence, match.start(), weapon.end, "strikes.launched", strong=True, active=True)
        if telling and telling.first is None and _SO_FAR.search(sentence.text):
            telling = telling.of_series()
        if telling:
            yield telling.launched(night=bool(_NIGHT.search(sentence.text)) and not _AT_ONE.match(rest))


def intercepted(sentence: Sentence) -> Iterator[Telling]:
    """Read "air defences downed 40 Ukrainian drones overnight": an attack on the country, if on no place of it."""
    if not weapons_in(sentence.text):
        return
    for match in matches(INTERCEPT, sentence.text):
        weapon = first_after(sentence.text, match.end(), 60)
        if not weapon or not _NIGHT.search(sentence.text) or CLAUSE.search(sentence.text, match.end(), weapon.start):
            continue
        telling = _telling(sentence, match.start(), weapon.end, "strikes.intercepted", strong=True)
        if telling and _DIGIT.search(sentence.text, match.end(), weapon.end):
            yield telling.by(telling.attacker or _enemy_over(sentence)).wide()


def _enemy_over(sentence: Sentence) -> str | None:
    """Return whose drones are shot down over a place that a sentence names, in the war of Russia and Ukraine."""
    for mention in sentence.names:
        if mention.place and mention.place.precision != "country" and mention.place.country in ENEMIES:
            return reference.countries()[ENEMIES[mention.place.country]].name
    return None


def effects(sentence: Sentence) -> Iterator[Telling]:
    """Read "explosions were heard in Odesa", "damage was reported in Kharkiv", if the article tells of a strike."""
    for match in matches(EFFECT, sentence.text):
        strong = bool(_FALLEN.search(match[0]) or _AIR_ATTACK.search(sentence.text))
        telling = _telling(sentence, match.start(), match.end(), "strikes.effects", strong=strong)
        if telling and telling.places:
            yield telling


def _is_of(place: Place, state: str) -> bool:
    """Say whether a place lies in a state."""
    land = reference.countries().get(place.country or "")
    return land is not None and land.name == state


def _implied(word: str) -> tuple[str, ...]:
    """Return the weapon that the strike word itself means: shelling is artillery's."""
    return next(((weapon,) for stem, weapon in IMPLIED.items() if word.lower().startswith(stem)), ())


def casualties(sentence: Sentence) -> Iterator[Telling]:
    """Read "a man was killed in the village of Lvove" in an article on strikes: one more place of the same attacks."""
    if _NOT_BY_STRIKE.search(sentence.text):
        return
    for match in matches(CASUALTY, sentence.text):
        telling = _telling(sentence, match.start(), match.end(), "strikes.casualties", strong=False)
        if telling and telling.places and all(place.precision == "settlement" for place in telling.places):
            yield telling


# Each rule with stems of which every form that it reads has one.
RULES: dict[Callable[[Sentence], Iterator[Telling]], frozenset[str]] = {
    nominal: frozenset(
        {
            "strike", "raid", "shelling", "bombardment", "bombing", "barrage", "salvo", "volley", "attack", "assault",
            "onslaught", "fire",
        }
    ),
    active: frozenset(
        {
            "struck", "hit", "strik", "shell", "bomb", "pound", "pummel", "target", "attack", "blast", "peppered",
        }
    ),
    harms: frozenset({"killed", "wounded", "injured", "damaged", "destroyed"}),
    impacts: frozenset(
        {
            "slam", "crash", "plough", "tore", "rain", "ripped", "fell", "landed", "explod", "damaged", "destroyed",
            "ablaze", "alight", "fire", "killed", "wounded", "injured", "sparked", "caused", "ignited", "reached",
            "flew",
        }
    ),
    passive: frozenset(
        {
            "hit", "struck", "shelled", "bombed", "bombarded", "pounded", "targeted", "attack", "damaged", "destroyed",
            "rocked", "shaken", "blown", "ablaze", "alight", "fire", "under",
        }
    ),
    launched: frozenset({"launch", "fir", "unleash", "drop", "lobbed", "rained", "sent", "used", "using", "shot"}),
    intercepted: frozenset(
        {
            "shot", "shoot", "downed", "downing", "intercept", "destroy", "neutrali", "suppressed", "jammed",
            "repelled", "thwarted",
        }
    ),
    effects: frozenset(
        {
            "explosion", "blast", "damage", "destruction", "fire", "casualties", "impact", "debris", "fragment",
            "wreckage", "shrapnel", "building", "houses", "hits",
        }
    ),
}  # fmt: skip


def _telling(
    sentence: Sentence, start: int, end: int, rule: str, *, strong: bool, active: bool = False, passive: bool = False
) -> Telling | None:
    """Return what the clause around text[start:end] tells of a strike, or None where none happened."""
    if realis(sentence.text, start, end) != "happened":
        return None
    first, last = sentence.start + start, sentence.start + end
    days = days_of(sentence, first, last)
    places = struck_places(sentence, first, last, passive)
    if harm := _HARMED.search(sentence.text):  # "three people died on Friday in Kherson after shelling"
        harmed = sentence.start + harm.start(), sentence.start + harm.end()
        days = days if days.first else days_of(sentence, *harmed)
        places = places or struck_places(sentence, *harmed)
    attacker = attacker_of(sentence, first, last, active)
    if attacker in AT_WAR_ABROAD and all(_is_of(place, attacker) for place in places):
        places = []
    return Telling(
        sentence=sentence,
        start=first,
        places=tuple(places),
        first=days.first,
        last=days.last,
        date_precision=days.precision,
        attacker=attacker,
        weapons=types_between(sentence.text, start - 70, end + 70) or _implied(sentence.text[start:end]),
        strong=strong,
        rule=rule,
        indefinite=bool(_INDEFINITE.search(sentence.text, max(0, start - _REACH), start))
        and not _ANAPHOR.search(sentence.text),
    )
