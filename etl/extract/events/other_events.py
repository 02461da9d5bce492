"""Agreements, exchanges of prisoners, sanctions, legal steps and violence at close quarters.

Each rule looks for the words that name its kind of event and takes day, place and realis from their clause. Sentences
that tell the same, of the same parties on days that can be the same, make one record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from etl import reference
from etl.extract.caseless import Caseless, names_any
from etl.extract.events import ground_actions
from etl.extract.events.agreements import agreements
from etl.extract.events.found_events import Found, event, found, retells
from etl.extract.events.matching import matches
from etl.extract.events.party_lists import parties_after
from etl.extract.events.realis import realis
from etl.extract.events.subjects import clause_subject, parties_before
from etl.extract.events.venue import place_of
from etl.extract.reading import Reading, Sentence
from etl.records import Event, Issue, RoleName

STEMS = frozenset({
    "ceasefire", "cease-fire", "truce", "armistice", "deal", "agreement", "treaty", "plan", "proposal", "accord",
    "memorandum", "statement", "pact", "swap", "exchang", "prisoner", "captive", "bodies", "sanction", "warrant",
    "charged", "indict", "sentenc", "convict", "guilty", "trial", "jailed", "arrest", "extradit", "shot dead",
    "gunned", "assassin", "stabb", "gunm", "sabotage", "car bomb", "shooting", "suicide bomb", "fire on", "fire at",
    "bomb hidden", "bomb planted", "bomb placed", "explosive device", "was shot",
})  # fmt: skip
EXCHANGE = Caseless(
    r"\b(?P<what>(?:prisoners?|prisoners?[\s-]of[\s-]war|pows?|captives?|hostages?|bod(?:y|ies))[\s-]+(?:swaps?|exchanges?)|"
    r"(?:swaps?|exchanges?|swapp\w+|exchang\w+)\s+(?:of\s+)?(?:[\w,-]+\s+){0,4}?(?:prisoners?|pows?|captives|soldiers|bodies|servicemen|detainees|"
    r"hostages)|returned\s+the\s+bodies\s+of|in\s+exchange\s+for\s+(?:[\w-]+\s+){0,5}?(?:citizen|prisoners?|soldiers|hostages|detainees|bodies))\b",
)
SANCTION = Caseless(
    r"\b(?P<verb>impos\w+|announc\w+|adopt\w+|approv\w+|introduc\w+|slapp\w+|unveil\w+|extend\w+|plan\w*|prepar\w+|threat\w+|"
    r"lift\w*|eas(?:ed|es|ing)|hit)\b[^.;:“”]{0,70}?\bsanctions\b|\b(?P<sanctioned>sanctioned)\b",
)
_NO_SIDE = Caseless(
    r"\b(?:war|conflict|fighting|peace|invasion|crisis)\s+(?:in|on|over|against|of)\s+(?:the\s+)?$|\baccording\s+to\s+(?:the\s+)?$"
)
_WITH_SANCTIONS = re.compile(r"\bwith\s(?:[\w-]+\s){0,3}sanctions$")
_AGAINST = re.compile(r"^[^.;:“”]{0,40}?\b(?:on|against|targeting)\s")
LEGAL = re.compile(
    r"\b(?P<step>(?:issued|issues|issuing)\s+(?:an?\s+|two\s+)?(?:international\s+)?(?:arrest\s+)?warrants?|"
    r"(?:was|were|been|is|being)\s+(?:charged|indicted|sentenced|convicted|found\s+guilty|jailed|arrested|extradited|put\s+on\s+trial)|"
    r"(?:charged|indicted|sentenced|convicted|jailed)(?=\s+(?:[A-Z]|a\s+former|him|her)))\b"
)
_WARRANT_FOR = re.compile(r"^\s+(?:for|against)\s")
VIOLENCE = Caseless(
    r"\b(?P<what>shot\s+dead|gunned\s+down|assassinated|stabbed\s+to\s+death|stabbed|(?:opened|opens)\s+fire\s+(?:on|at)|car\s+bomb(?:ing)?|"
    r"suicide\s+bomb(?:ing|er)|mass\s+shooting|assassination\s+of|killed\s+by\s+(?:an?\s+)?(?:[\w-]+\s+)?gunm[ae]n|gunmen\s+(?:attacked|stormed|raided|killed|ambushed)|act\s+of\s+sabotage|"
    r"bomb\s+(?:hidden|planted|placed)|explosive\s+device\s+(?:exploded|detonated|went\s+off|hidden|planted)|was\s+shot(?=\s+(?:in|outside|at|near)\s))\b",
)


Rule = Callable[[Sentence], Iterator[Found]]


def extract(reading: Reading) -> Iterator[Event | Issue]:
    """Yield one event for each agreement, exchange, sanction, legal step, ground action and act of violence told."""
    yield from ground_actions.extract(reading)
    told: list[Found] = []
    for sentence in reading.sentences:
        if names_any(sentence.text, STEMS):
            for rule, stems in RULES.items():
                for one in rule(sentence) if names_any(sentence.text, stems) else ():
                    if not any(retells(one, other) for other in told):
                        told.append(one)
    for one in told:
        yield event(reading.article.article, one)


def exchanges(sentence: Sentence) -> Iterator[Found]:
    """Read "a prisoner swap", "exchanged 50 soldiers": between the states that the sentence names."""
    for match in matches(EXCHANGE, sentence.text):
        held = realis(sentence.text, match.start(), match.end())
        sides = _states(sentence)
        if len(sides) >= 2 and held not in ("denied", "historical", "hypothetical"):
            yield found("exchange", sentence, match, [(name, "participant") for name in sides[:2]], held, "exchanges")
            return


def sanctions(sentence: Sentence) -> Iterator[Found]:
    """Read "the EU imposed sanctions on Russia": who imposes them, and on whom."""
    for match in matches(SANCTION, sentence.text):
        end = sentence.start + match.end()
        verb = match.start("verb") if match["verb"] else match.start("sanctioned")
        imposing = parties_before(sentence, sentence.start + verb) or clause_subject(sentence, sentence.start + verb)
        against = _AGAINST.match(sentence.after(end, 60)) if match["verb"] else None
        objects = end + against.end() if against else end
        targets = parties_after(sentence, objects) if against or match["sanctioned"] else []
        if not targets and match["verb"] and _WITH_SANCTIONS.search(match[0]):  # "threatened B with sanctions"
            targets = parties_after(sentence, sentence.start + match.end("verb"))
        held = realis(sentence.text, verb, verb + 1)
        if (match["verb"] or "").lower().startswith(("plan", "prepar", "threat")):
            held = "planned"
        if imposing and targets and held not in ("denied", "historical"):
            actors: list[tuple[str, RoleName]] = [(one.name, "participant") for one in imposing]
            actors += [(one.name, "target") for one in targets if one.name not in {name for name, _ in actors}]
            yield found("sanction", sentence, match, actors, held, "sanctions")


def legal_steps(sentence: Sentence) -> Iterator[Found]:
    """Read "the court issued a warrant for X", "X was sentenced": by whom, against which person."""
    for match in matches(LEGAL, sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        held = realis(sentence.text, match.start(), match.end())
        subject = parties_before(sentence, start) or clause_subject(sentence, start)
        step = match["step"].lower()
        if step.startswith("issu"):
            against = _WARRANT_FOR.match(sentence.after(end, 12))
            targets, courts = parties_after(sentence, end + against.end()) if against else [], subject
        elif step.split()[0] in ("was", "were", "been", "is", "being"):
            targets, courts = subject, []
        else:
            targets, courts = parties_after(sentence, end), subject
        if not any(one.person for one in targets) or held != "happened":
            continue
        actors: list[tuple[str, RoleName]] = [(one.name, "participant") for one in courts if not one.person]
        actors += [(one.name, "target") for one in targets if one.person]
        yield found("legal", sentence, match, actors, held, "legal_steps")


def violence(sentence: Sentence) -> Iterator[Found]:
    """Read "shot dead", "assassinated", "a car bomb": with the place, and the victim where the text names one."""
    for match in matches(VIOLENCE, sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        held = realis(sentence.text, match.start(), match.end())
        found_place = place_of(sentence, start, end)
        victims = [one for one in (parties_before(sentence, start) or parties_after(sentence, end)) if one.person]
        if held == "happened" and (found_place or victims):
            yield found("other_violence", sentence, match, [(one.name, "target") for one in victims], held, "violence")


# Each rule with stems of which every form that it reads has one.
RULES: dict[Rule, frozenset[str]] = {
    agreements: frozenset(
        {
            "ceasefire", "cease-fire", "truce", "armistice", "deal", "agreement", "treaty", "plan", "proposal",
            "accord", "memorandum", "statement", "pact",
        }
    ),
    exchanges: frozenset({"swap", "exchang", "returned"}),
    sanctions: frozenset({"sanction"}),
    legal_steps: frozenset(
        {"warrant", "charged", "indicted", "sentenced", "convicted", "guilty", "jail", "arrest", "extradit", "trial"}
    ),
    violence: frozenset(
        {"shot", "device", "gunned", "assassinat", "stabbed", "fire", "bomb", "mass", "gunm", "sabotage"}
    ),
}  # fmt: skip


def _states(sentence: Sentence) -> list[str]:
    """Return the states that a sentence names, adjectives among them, each once."""
    found: dict[str, None] = {}
    for mention in sentence.names:
        land = reference.countries().get(mention.country or "")
        if _NO_SIDE.search(sentence.before(mention.start, 40)) and not mention.adjectival:
            continue
        if land and mention.actor_kind in ("state", "government", "ministry", "armed_force"):
            found[land.name] = None
    return list(found)
