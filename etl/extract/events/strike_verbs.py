"""Strikes told by a verb: "two missiles struck Sumy", "a drone crashed into a house", "the port came under fire"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.caseless import Caseless
from etl.extract.events.attackers import own_army
from etl.extract.events.matching import matches
from etl.extract.events.strike_clauses import telling_of
from etl.extract.events.strike_nouns import NOUN
from etl.extract.events.strike_tellings import Telling
from etl.extract.events.strike_weapons import is_subject, types_between, weapons_in
from etl.extract.reading import Sentence

_VERBS = (
    r"struck|hit|hits|strikes?|shelled|shells|shelling|bombed|bombing|bombarded|bombarding|pounded|pounds|pounding|pummel+ed|pummel+ing|"
    r"targeted|targets|targeting|attacked|attacks|attacking|striking|hitting|blasted|peppered|raided|rained\s+(?:hell|death|terror|fire)\s+(?:down\s+)?on|"
    r"(?<=\bto\s)(?:shell|strike|bomb|pound|bombard|attack|hit|target|pummel)"
)
_IMPACTS = (
    r"slam(?:med|s)?\s+into|crash(?:ed|es)?\s+(?:into|in|on)|plough(?:ed)?\s+into|tore\s+(?:into|through|a\s+hole\s+in)|"
    r"rain(?:ed|ing)?\s+(?:down\s+)?on|ripped\s+(?:into|through)|fell\s+(?:on|in|into|near)|landed\s+(?:in|on|near)|smash(?:ed|es)?\s+into|blew\s+up|levell?ed|flattened|obliterated|wrecked|gutted|"
    r"explod(?:ed|es)\s+(?:in|over|near|at|outside|above)|damaged|destroyed|set\s+(?:ablaze|alight|fire\s+to)|killed|wounded|injured|"
    r"sparked|caused|ignited|reached|flew\s+into"
)
ACTIVE = re.compile(
    rf"\b(?P<verb>{_VERBS})\b(?!\s+(?:out|back|a\s+(?:deal|balance|record|chord|compromise)|the\s+(?:headlines|road))\b)"
)
_OBJECT = Caseless(r"\b(?:against|on|at|of|struck|hit|bombed|attacked|several|many|\d+)\s+(?:the\s+)?[\w-]+\s+$")
_STRIKES_THAT = Caseless(  # "the strikes, which hit", "overnight attacks also hit"
    r"\b(?:air)?(?:strikes?|attacks?|barrage|bombardment|shelling|raids?|salvo|assault)(?:,?\s+(?:which|that))?\s+(?:had\s+|has\s+|have\s+|also\s+|then\s+|\w+ly\s+){0,2}$"
)
_ARMY = Caseless(r"\bthe\s+(?:military|army|air\s+force|government\s+forces)\s+(?:(?:had|has|also|then)\s+)*$")
_NOUN_TOO = re.compile(r"strikes?|attacks?|hits|targets?|shells?|shelling|bombs?|raids?|bombing")
HARMS = Caseless(
    r"\b(?:forces|troops|army|military|invaders|occupiers|russians)\s+(?:also\s+|have\s+|had\s+)?(?P<verb>killed|wounded|injured|damaged|destroyed)\b",
)
_PASSIVE_BEFORE = re.compile(
    r"\b(?:was|were|been|being|is|are|got|be)\s+(?:\w+ly\s+|also\s+|again\s+|both\s+|all\s+|first\s+)*$"
)
_CONTINUED = re.compile(r"\b(?:continu\w+\s+to|have\s+been|has\s+been|kept)\s+$")
_UNNAMED = Caseless(
    r"\b(?:enemy|occupiers|invaders|aggressor|army|military|troops|forces|rebels|insurgents|militia|paramilitaries|air\s+force|navy|gunners)\s+"
    r"(?:(?:have|has|had|also|again|then|\w+ly)\s+){0,2}$",
)
IMPACT = re.compile(rf"\b(?P<verb>{_IMPACTS})\b")
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|got)\s+(?:\w+ly\s+|also\s+|again\s+|both\s+|all\s+|first\s+|once\s+again\s+)*"
    r"(?P<verb>hit|struck(?!\s+down)|shelled|bombed|bombarded|pounded|targeted|attacked|damaged|destroyed|rocked|shaken|blown\s+up|"
    r"set\s+(?:ablaze|alight|on\s+fire))\b|"
    r"\b[Aa]mong\s+(?:the\s+)?(?:[\w-]+\s+)?(?:targets|places|sites|cities|towns|areas|buildings)\s+(?P<among>hit|struck|targeted|attacked)\b|"
    r"\b(?:came|come|comes|coming)\s+under\s+(?:\w+\s+){0,3}(?P<under>fire|attack|shelling|bombardment|assault|strikes?)\b|"
    r"\b(?:was|were|been)\s+(?:[“\"]?\s*)subjected\s+to\s+(?:[\w-]+\s+){0,4}(?P<subject>attacks?|shelling|bombardment|strikes?|barrage)\b"
)
_HIT_OTHERWISE = re.compile(  # "hit by sanctions", "struck by a lorry"
    r"\s+(?:hard\s+|badly\s+)?by\s+(?:[\w-]+\s+){0,3}?(?:sanctions|tariffs|inflation|cris[ie]s|shortages|storms?|hurricanes?|"
    r"earthquakes?|floods?|flooding|lightning|tornado(?:es)?|recession|virus|pandemic|cyber\w*|hackers?|scandals?|lorry|truck|car|"
    r"train|bus|vehicle|heatwave|drought)\b(?!\s+bomb)"
)
_BY = re.compile(r"^[^.;]{0,60}?\b(?:by|in|with|during)\s+(?P<rest>[^.;]{0,80})")


def active(sentence: Sentence) -> Iterator[Telling]:
    """Read "two missiles struck Sumy", "Russian forces shelled Nikopol", "Israel bombed the port"."""
    for match in matches(ACTIVE, sentence.text):
        before = sentence.text[max(0, match.start() - 80) : match.start()]
        if _PASSIVE_BEFORE.search(before):
            continue
        if _NOUN_TOO.fullmatch(match["verb"]) and not _follows_subject(sentence, match.start(), match.end()):
            continue
        armed = is_subject(sentence.text, match.start()) or bool(_STRIKES_THAT.search(before))
        telling = telling_of(sentence, match.start(), match.end(), "strikes.active", strong=armed, active=not armed)
        if telling and telling.first is None and _CONTINUED.search(sentence.text[: match.start()]):
            telling = telling.of_series()
        if (
            telling
            and telling.attacker is None
            and telling.places
            and _ARMY.search(sentence.text, max(0, match.start() - 60), match.start())
        ):
            telling = telling.by(own_army(telling.places[0]))
        if telling and (armed or telling.attacker or _UNNAMED.search(sentence.text[: match.start()])):
            yield telling.stronger() if telling.places or armed else telling


def harms(sentence: Sentence) -> Iterator[Telling]:
    """Read "Russian forces killed two people in Kherson", with the weapon or without."""
    for match in matches(HARMS, sentence.text):
        telling = telling_of(
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
            telling = telling_of(sentence, match.start(), match.end(), "strikes.impact", strong=True)
            if telling:
                yield telling


def _follows_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Say whether "strikes" or "attack" at text[start:end] is a verb: after a state, a force, a weapon or "to"."""
    before, form = sentence.text[:start], sentence.text[start:end]
    if _OBJECT.search(before[-60:]):  # "strikes on Houthi targets"
        return False
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
        if _HIT_OTHERWISE.match(sentence.text, match.end()):
            continue
        by = _BY.match(sentence.text[match.end() :])
        means = (match.end() + by.start("rest"), match.end() + by.end("rest")) if by else (0, 0)
        armed = bool(
            match["under"]
            or match["subject"]
            or types_between(sentence.text, *means)
            or (by and NOUN.search(by["rest"]))
        )
        verb = (match["verb"] or match["among"] or "attack").split()[0]
        strong = armed or verb in ("shelled", "bombed", "bombarded")
        telling = telling_of(sentence, match.start(), match.end(), "strikes.passive", strong=strong, passive=True)
        if telling:
            yield telling.stronger() if verb == "pounded" and telling.places else telling
