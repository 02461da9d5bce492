"""Whether what a sentence tells of has happened, or is planned, supposed, denied, demanded or a habit.

The cues are looked for in the clause of the word that names the event, not in the whole sentence: "Putin met Witkoff,
and will meet Trump" tells of one meeting held and one planned. Verb phrases and modifiers decide; tense alone does not,
since headlines tell the past in the present.
"""

from __future__ import annotations

import re
from typing import Literal

from etl.extract.caseless import Caseless, names_any

Realis = Literal["happened", "planned", "hypothetical", "denied", "demanded", "historical"]

REACH = 150  # characters before the word: no clause of news prose carries its cue from further away
AFTER = 110

_BREAK = re.compile(
    r"""
    [;:—“”"]|\s[–-]\s|
    ,\s+(?:and|but|while|whereas|although|though|after|as|before|when|where|which|who|whose|because|since|with|saying|
           adding|despite|following|prompting|including)\b|
    \b(?:after|when|while|whereas|because|although|though|since|as|but|following|amid|despite|until)\s
    """,
    re.VERBOSE,
)
_THAT = re.compile(r"\b(?:that|who|which|where|whom)\s|,\s")

_INTENDING = (
    r"schedul\w+|set|due|expect\w*|plan(?:s|ned|ning)?|going|agree[ds]?|agreeing|willing(?:ness)?|ready|readiness|"
    r"prepar\w+|want(?:s|ed|ing)?|wish\w*|hop(?:e|es|ed|ing)|seek\w*|sought|intend\w*|intention|decid\w+|decision|"
    r"offer\w*|propos\w+|invit\w+|like|likely|unlikely|aim(?:s|ed|ing)?|about|vow\w*|promis\w+|pledg\w+|try\w*|tries|"
    r"tried|attempt\w*|threat\w+|slated|scheduled|poised|hoping|consider\w*|allow\w*|enabl\w+|order\w*|"
    r"authori[sz]\w+|permi\w+|able|capable|capability|opportunity|chance|keen|eager|open|prompt\w*|return"
)
_ASKING = (
    r"urg\w+|call(?:s|ed|ing)?\s(?:on|for)|demand\w*|ask(?:s|ed|ing)?|insist\w*|appeal\w*|press(?:es|ed|ing)?|"
    r"push(?:es|ed|ing)?|encourag\w+|request\w*|need(?:s|ed)?|must|should|ought|has\sto|have\sto|beg(?:s|ged)?|"
    r"advocat\w+|suggest\w*|advis(?:e[sd]?|ing)"
)
_INFINITIVE = (
    r"[^,;]{0,70}?\bto\s(?:\w+ly\s)?(?:(?:hold|have|host|attend|join|begin|start|open|resume|restart|continue|conduct|convene|"
    r"arrange|organi[sz]e|set\sup|schedule|lead|enter|participate\sin|take\spart\sin|return\sto|come\sto|sit\sdown\sfor|launch|"
    r"(?:meet|travel|fly|go|come|gather|return|sit\sdown)\s(?:[\w’'-]+\s){0,6}for|carry\sout|stage|mount|intensify|step\sup|order|stop|halt|end|avoid|prevent|be|agree\sto|agree\son|go\sto|use|restore|renew|pursue|maintain|keep)\s"
    r"(?:[\w’'-]+\s){0,6})?$"
)

_DENIED = Caseless(
    r"""
    (?:\b(?:not|never|cannot|neither|nor)|n['’]t)\s+(?:yet\s+|even\s+|(?!only)\w+ly\s+)?
        (?:(?!only\b|just\b|far\b|long\b)[\w’'-]+\s+){0,5}$|
    \bno\s+(?:(?!longer|progress|result|end|sign\b)[\w-]+\s+){0,2}$|
    \b(?:without|avoid\w*|instead\sof|rather\sthan)\s+(?:\w+\s+){0,2}$|
    \b(?:refus|declin|fail|unwilling|unable)\w*\s+to\s+(?:\w+\s+){0,4}$|
    \b(?:(?:cancel|postpon|scrapp|abandon|suspend|thwart|foil|prevent|avert|halt)\w*|block(?:ed|ing))\s+(?:[\w’'-]+\s+){0,4}$|
    \b(?:call(?:s|ed|ing)?\soff|rul(?:e[sd]?|ing)\sout|stopp(?:ed|ing)|ceas(?:e[sd]?|ing)\b(?!-)|end(?:ed|ing)?\s(?:its|their|all))\s+
        (?:[\w’'-]+\s+){0,4}$
    """,
    re.VERBOSE,
)
_NOT_EXCLUDED = Caseless(
    r"(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+)?(?:rul\w+\s+out|exclud\w+|preclud\w+)\b",
    needs=("rul", "exclud", "preclud"),
)
_DENYING = Caseless(
    r"""
    \b(?:den(?:y|ies|ied|ying)|dismiss\w*|refut\w+|no\s(?:indication|evidence|sign|confirmation|proof)|
        reject\w*\s(?:\w+\s){0,2}(?:claim|report|accusation|allegation|suggestion)s?)\b[^,;]*$
    """,
    re.VERBOSE,
    needs=("deny", "denie", "dismiss", "refut", "indication", "evidence", "sign", "confirmation", "proof", "reject"),
)
_HYPOTHETICAL = Caseless(
    r"""
    \b(?:if|unless|whether|could|might|would\s(?:\w+\s)?have|were\sto|in\s(?:the\s)?(?:case|event)\sof)\b[^,;]*$|
    \b(?:possible|potential|hypothetical|supposed|alleged\splans?)\s+(?:[\w’'-]+\s+){0,3}$|
    \b(?:possibility|prospects?|likelihood|chances?|risks?|threats?|fears?|danger|idea|option|talk|necessity|importance|topic|timing|wave\sof\sfear|
        warn(?:s|ed|ing|ings)?)\s+
        (?:of|for|about|against)\s+(?:[\w’'-]+\s+){0,5}$|
    \b(?:capable|ability|capability|capacity|means|right)\s+(?:of|to|for)\s+(?:[\w’'-]+\s+){0,4}$|
    \b(?:protect\w*|defen[dcs]\w*|shield\w*|guard\w*)\s+(?:[\w-]+\s+){0,4}?(?:against|from)\s+(?:[\w’'-]+\s+){0,4}$|
    \b(?:against|from|deter|withstand|repel)\s+(?:any|further|future|potential|possible|new|renewed|such)\s+(?:[\w-]+\s+){0,3}$
    """,
    re.VERBOSE,
)
_MAY = re.compile(r"\bmay\b[^,;]*$")  # not the month
_PLANNED = Caseless(
    rf"""
    \b(?:will|shall|would|['’]ll|(?<!believed\s)(?<!thought\s)(?<!reported\s)(?<!suspected\s)(?<!appeared\s)(?<!appears\s)(?<!said\s)to\sbe|gonna)\b(?!\s+of\b)[^,;]{{0,60}}$|
    \b(?:{_INTENDING})\b{_INFINITIVE}|
    \b(?:plan(?:s|ned|ning)?|hop(?:e|es|ed|ing)|prepar(?:e|es|ed|ing|ations?)|agree(?:d|s|ment)?|schedul\w+|expect\w*|
        push\w*|invit\w+|offer\w*|propos\w+|look(?:s|ed|ing)?\sforward|date|venue|agenda|conditions?|roadmap|need|open)\s+(?!said\b|says\b|(?:(?:to|on|upon)\s+)?(?:during|at)\b|after\b|following\b)
        (?:(?:for|on|of|to|in)\s+)?(?:a|an|another|further|new|the\snext|more|fresh|direct|his|her|their|its)?\s*
        (?:[\w’'-]+\s+){{0,3}}$|
    \b(?:ready|readiness|willing(?:ness)?|prepared|keen|eager)\s+(?:for|on)\s+(?:[\w’'-]+\s+){{0,5}}$|
    \bfor\s(?:the\s|a\s)?(?:resumption|restart|revival|renewal)\s+of\s+(?:[\w’'-]+\s+){{0,4}}$|
    \b(?:leading|heading|sending|travell?ing|en\sroute)\b[^,;]{{0,110}}\bfor\s(?:[\w-]+\s){{0,5}}$|
    \b(?:will|would|to)\s(?:travel|fly|go|send|dispatch|visit|return|head|come|arrive|leave)\b[^,;]{{0,110}}\bfor\s(?:[\w-]+\s){{0,5}}$|
    \bpreparations?\b[^,;]{{0,40}}\bfor\s(?:[\w’'-]+\s){{0,5}}$|
    \bannounc\w+\s+(?:an?|another|further|new|more|fresh|his|her)\s+(?:[\w’'-]+\s+){{0,3}}$|
    \b(?:planned|upcoming|future|forthcoming|proposed|prospective|expected|scheduled|eventual|next|further|looming|
        long-awaited|anticipated|would-be|impending|imminent|intended|prepared)\s+(?:[\w’'-]+\s+){{0,4}}$|
    \b(?:ahead\sof|before|in\sadvance\sof|prior\sto|in\sthe\srun-up\sto)\s+(?:[\w’'-]+\s+){{0,4}}$
    """,
    re.VERBOSE,
)
_DEMANDED = Caseless(
    rf"""
    \b(?:{_ASKING})\b{_INFINITIVE}|
    \b(?:call(?:s|ed|ing)?\sfor|demand\w*|insist\w*\son|request\w*|urg\w+|appeal\w*\sfor|must|should|needs?|ha(?:s|ve)\sto|
        advis(?:e[sd]?|ing)|promot(?:e|es|ing)|encourag(?:e|es|ing)|facilitat(?:e|ing)|reviv(?:e|ing)|restart(?:ing)?)\s+
        (?:[\w’'-]+\s+){{0,6}}$|
    \bonly\sway\b[^;]*$
    """,
    re.VERBOSE,
)
_HISTORICAL = Caseless(
    r"""
    \banniversary\sof\b[^,;]*$|\b(?:areas?|regions?|cities|towns|villages|territor\w+)\sunder\s(?:[\w-]+\s){0,2}$|
    \b(?:previous|past|earlier|former|prior|repeated|regular|frequent|occasional|numerous|countless|series\sof|
        rounds\sof|history\sof|pattern\sof|campaign\sof|continued(?!\s(?:its|their|his|to|with|on|overnight|in)\b)|continuing|ongoing|constant|relentless|incessant|dozens\sof|hundreds\sof|thousands\sof)\s+(?:[\w’'-]+\s+){0,4}$|
    \b(?:repeatedly|regularly|frequently|often|routinely|usually|constantly|always|sometimes|habitually|
        almost\sdaily|every\s(?:day|night|week|month))\s+(?:[\w’'-]+\s+){0,3}$
    """,
    re.VERBOSE,
    needs=(
        "anniversary", "under", "previous", "past", "earlier", "former", "prior", "repeated", "regular", "frequent",
        "occasional", "numerous", "countless", "series", "rounds", "history", "pattern", "campaign", "continu",
        "ongoing", "constant", "relentless", "incessant", "dozens", "hundreds", "thousands", "often", "routinely",
        "usually", "always", "sometimes", "habitually", "almost", "every",
    ),
)  # fmt: skip
_TIMES = re.compile(
    r"^[^,;]{0,60}?\b(?:(?:several|many|multiple|numerous)\s+times(?!\s+(?:in|over|during)\s+the\s+(?:past|last)\s+(?:day|24))|"
    r"(?:two|three|four|five|six|\d+)\s+times\s+since|repeatedly|regularly|often|"
    r"every\s(?:day|night|week|month)|on\sa\s(?:daily|regular|weekly)\sbasis)\b"
)
_HABITS = frozenset({"times", "repeatedly", "regularly", "often", "every", "basis"})
_DENIALS = frozenset({"not", "n't", "n’t", "never", "cancel", "postponed", "called", "scrapped", "shelved", "ruled"})
_AFTER_DENIED = re.compile(
    r"^[^,;“”\"]{0,40}?\b(?:(?:did|does|has|have|had|was|were|will)\s(?:not|never)|didn['’]t|never)\s"
    r"(?:happen|happened|take|taken|taking|occur|occurred|be\sheld|been\sheld|materiali[sz]e)|"
    r"^(?:[^,;“”\"]{0,60},\s(?:scheduled|planned|set|due|expected|slated)[^,;“”\"]{2,50},)?[^,;“”\"]{0,30}?\b(?:cancelled|canceled|postponed|called\soff|scrapped|shelved|ruled\sout)\b"
)
_AFTER_PLANNED = re.compile(
    r"[^,;“”\"]{0,80}?\b(?:(?:is|are|was|were|be|been|being|\'s)\s(?:(?:\w+ly|also|now|still|already)\s)?(?:schedul\w+|planned|expected|due|set|"
    r"(?:un)?likely|(?:im)?possible|premature|out\sof\sthe\squestion|off\sthe\stable|anticipated|slated|to\sbe|to\stake|arranged|discussed|on\sthe\sagenda|necessary|needed)|"
    r"later\s(?:today|(?:on\s)?\w+day|in\sthe\sday)\b|schedul\w+\s(?:for|to|in)|planned\sfor|(?:will|would|could|might|may|should)\s(?:be|take|happen|occur|start|begin|"
    r"resume|continue|cover|focus|come|go|follow|address|include|last|bring|discuss)\b)"
)
_AFTER_HELD = re.compile(
    r"^(?:(?!\b(?:after|before|until|till|once|when|if|will|would|could|may|might|should|to|that|who)\b)"
    r"(?:[^.,;:“”\"]|,\s(?=[A-Z]|and\s[A-Z]))){0,80}?"
    r"\b(?:(?:has|have|had)\s(?:now\s|already\s|just\s)?(?:concluded|ended|begun|started|opened|closed|finished|taken\splace|wrapped\sup|yielded|produced)|"
    r"(?:concluded|ended|took\splace|(?:kicked|wrapped)\s(?:off|up)|got\sunder\s?way|broke\sup|lasted|was\sheld|were\sheld)\b)"
)
_ARRIVED = re.compile(
    r"\b(?:travel\w+|flew|flown|arriv\w+|went|came|visit\w*|gather(?:s|ed)?|(?:are|were)\sgathering|land(?:ed|s)|convened?|returned|invited)\b"
    r"[^;]{0,80}?\bto\s(?:\w+\s){0,2}?$"
)
_SET_TO = re.compile(
    r"\b(?:set|due|expected|scheduled|slated|poised|plan\w*|hop(?:e|es|ed|ing)|wants?|wanted|likely|ready|about)\sto\s(?:\w+\s){0,2}?$"
)
_INFINITIVE_NEXT = re.compile(r"\bto\s(?:\w+\s){0,2}?$")
_GOING = re.compile(
    r"\b(?:will|would|to|plan\w*|is|are|be|was|were)\s(?:be\s|expected\sto\s|set\sto\s|due\sto\s|also\s)?$"
)
_USING = re.compile(
    r"\b(?:us(?:ed|es|ing)|launch(?:ed|es|ing)|sen[dt]s?|sending|continu(?:e|es|ed|ing))\b[^,;]{0,60}?\bto\s$"
)


def realis(text: str, start: int, end: int) -> Realis:
    """Say whether the event that text[start:end] names has happened.

    `text` is one sentence. Headlines in the present tense ("Russia strikes Kyiv") have happened. `denied` takes in what
    was refused, cancelled or prevented; `hypothetical` what may be or might have been; `demanded` what somebody asks
    for; `historical` what is told of as a habit or a series, without being any one event.

    >>> text = "Putin, who met Witkoff on Friday, has not agreed to meet Zelensky."
    >>> realis(text, 11, 14), realis(text, 52, 56)
    ('happened', 'denied')
    >>> realis("The envoy is due to meet Putin on Friday.", 20, 24)
    'planned'
    """
    wide = _last_break(text, max(0, start - REACH), start)
    clause = _last_that(text, wide, start)
    if _NOT_EXCLUDED.search(text, clause, start):
        return "hypothetical"
    after = text[end : end + AFTER]
    if names_any(text, _DENIALS) and _AFTER_DENIED.search(after):
        return "denied"
    if _DENIED.search(text, clause, start) or _DENYING.search(text, wide, start):
        return "denied"
    if _is_done(text, wide, clause, start):
        return "happened"
    if _HYPOTHETICAL.search(text, clause, start) or ("may" in text and _MAY.search(text, clause, start)):
        return "hypothetical"
    if _DEMANDED.search(text, clause, start):
        return "demanded"
    planned = _PLANNED.search(text, clause, start)
    if (planned and not _AFTER_HELD.match(after)) or _AFTER_PLANNED.match(after):
        return "planned"
    if _HISTORICAL.search(text, clause, start) or (names_any(text, _HABITS) and _TIMES.search(after)):
        return "historical"
    return "happened"


def _is_done(text: str, wide: int, clause: int, start: int) -> bool:
    """Say whether an infinitive tells what was done: "used drones to attack", "flew to Geneva to meet"."""
    if not _INFINITIVE_NEXT.search(text, max(0, start - 60), start):
        return False
    if _SET_TO.search(text, max(0, start - 60), start):
        return False
    if _USING.search(text, clause, start):
        return True
    arrived = _ARRIVED.search(text, wide, start)
    return arrived is not None and not _GOING.search(text, wide, arrived.start())


def _last_break(text: str, start: int, end: int) -> int:
    """Return where the last clause of text[start:end] begins."""
    last = start
    for match in _BREAK.finditer(text, start, end):
        last = match.start() if match[0][0].isalpha() else match.end()
    return last


def _last_that(text: str, start: int, end: int) -> int:
    """Return where the innermost clause of text[start:end] begins."""
    last = start
    for match in _THAT.finditer(text, start, end):
        last = match.end()
    return last
