"""The cues of scenes (vocabulary/scene.toml) as patterns, and the dateline that tells where a report was written."""

from __future__ import annotations

import re
from functools import cache

from etl.extract import vocabulary
from etl.extract.caseless import Caseless

REACH = 50  # characters beside a mention that can change what it means

# KYIV, July 10 (Reuters) - ; CAPRI, Italy (AP) — ; Kyiv, Ukraine —
DATELINE = re.compile(
    r"""
    ^(?: [A-Z][A-Z’'.-]{2,} (?:[\ /][A-Z][A-Z’'.-]+)* (?:,[^–—(-]{1,30})? (?:\s*\([^)]{2,40}\))?
       | [^.–—-]{1,40} \([^)]{2,30}\)
       | [A-Z][\w’']+,\s[A-Z]\w+
    ) \s*(?:[–—]|-{1,2})\s
    """,
    re.VERBOSE,
)


@cache
def cues() -> dict[str, re.Pattern[str] | Caseless]:
    """Return a pattern for each list of cues; those that stand before a mention end where it begins."""
    words = vocabulary.load("scene", dict[str, tuple[str, ...]])
    patterns = {name: rf"\b(?:{vocabulary.alternation(listed)})" for name, listed in words.items()}
    patterns["said"] += r"(?:\s+[\w’'.-]+){0,2}?(?:,?\s+(?:on|late|early|in|at|to|by))*\s*$"
    patterns["elsewhere"] += r"\s+(?:the\s+)?(?:(?-i:[a-z]+)\s+){0,3}$"
    patterns["apart"] = rf"^\W*(?:{patterns['apart']})\b"
    patterns["official_after"] = rf"(?:['’]s)?\s+(?:\w+\s+){{0,2}}?{patterns['official_after']}\b"
    patterns["official_before"] = (
        rf"{patterns['official_before']}\b(?:\s+\w+){{0,2}}?\s+(?:of|in)\s+(?:the\s+)?(?:[\w’']+\s+){{0,2}}$"
    )
    patterns["part_of_town"] = rf"(?:['’]s)?\s+(?:[\w’'-]+\s+){{0,3}}?{patterns['part_of_town']}\b"
    elsewhere = re.compile(patterns.pop("elsewhere"), re.IGNORECASE)
    return {"elsewhere": elsewhere} | {
        name: Caseless(pattern, needs=tuple(sorted({cue.split()[0] for cue in words[name]})))
        for name, pattern in patterns.items()
    }
