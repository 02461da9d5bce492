"""What is told of one event: its claims gathered into numbers, each with everybody who gives it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard import frames, words
from dashboard.frames import Row

STANDING = ("current", "repeat")  # what somebody stands by; the rest is revised, retracted or a part of a toll
KEYS = ["measure", "side", "counted", "low", "high", "qualifier"]


def claimant(row: Row) -> str:
    """Return who makes a claim: the named claimant, else the outlet or article that gives it as its own.

    >>> claimant({"claimant": None, "source": "Example Wire", "title": "A strike"})
    'Example Wire, unattributed'
    """
    if row["claimant"]:
        return str(row["claimant"])[:1].upper() + str(row["claimant"])[1:]
    return f"{row['source'] or '“' + words.clip(row['title'], 26) + '”'}, unattributed"


def gathered(claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row per number told, however many accounts and articles give it, highest first.

    A repeat goes with the claim that it repeats. The columns are those of `queries.event_claims`, of the first who
    gave the number, and: who (str, all who give it), made_on (the day it was first given, else published) and
    articles (int, how many carry it).
    """
    rows = frames.records(claims)
    for row in rows:
        row["made_on"] = words.as_day(row["said_on"] or row["published_on"])
    standing = {_key(row) for row in rows if row["standing"] == "current"}
    revised = {_key(row) for row in rows if row["standing"] == "superseded"}
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        place = row["standing"]
        if place == "repeat":
            place = "superseded" if _key(row) in revised - standing else "current"
        groups.setdefault((place, *_key(row)), []).append(row)
    told = [_number(standing_now, group) for (standing_now, *_), group in groups.items()]
    told.sort(key=lambda row: (-row["high"], row["who"]))
    return pd.DataFrame(told, columns=[*claims.columns, "made_on", "who", "articles"]).astype({"made_on": object})


def _key(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in KEYS)


def _number(standing: str, group: list[Row]) -> Row:
    """Return what a group of claims with one number comes to."""
    in_time = sorted(group, key=lambda row: (row["made_on"] is None, row["made_on"] or 0))
    names = [claimant(row) for row in sorted(in_time, key=lambda row: row["claimant"] is None)]
    articles = len({row["article_id"] for row in group})
    return in_time[0] | {"standing": standing, "who": accounts(list(dict.fromkeys(names))), "articles": articles}


def accounts(names: list[str]) -> str:
    """Return who gives a number, at most two of them by name.

    >>> accounts(["A"]), accounts(["A", "B"]), accounts(["A", "B", "C"])
    ('A', 'A and B', 'A and 2 more')
    """
    return words.listing(names) if len(names) < 3 else f"{names[0]} and {len(names) - 1} more"


def of_toll(told: pd.DataFrame, tolls: pd.DataFrame, measure: str, side: str | None) -> pd.DataFrame:
    """Return the numbers told that a toll stands on: those of its measure and side.

    A number whose side nobody tells goes with the toll of the measure that has most claims.
    """
    of_measure = tolls[tolls["measure"] == measure].sort_values("claims", ascending=False, kind="stable")
    leading = bool(len(of_measure)) and (frames.records(of_measure)[0]["side"] == side)
    known_sides = {row["side"] for row in frames.records(of_measure)}
    mine = [
        row["measure"] == measure and (row["side"] == side or (leading and row["side"] not in known_sides))
        for row in frames.records(told)
    ]
    return told[pd.Series(mine, index=told.index, dtype=bool)]


def sentence(row: Row) -> str:
    """Return a number with what is counted and who gives it: "more than 60 soldiers (Ministry of Defence)"."""
    number = words.claim(row["low"], row["high"], row["qualifier"])
    counted = words.things(row["low"], row["high"], row["counted"])
    return f"{number} {counted} ({row['who']})" if counted else f"{number} ({row['who']})"
