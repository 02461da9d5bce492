"""The claims on an event's page: what they come to, who is at odds with whom, and every number with who gives it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd
from dash import html

from dashboard import aria, cells, frames, queries, sections, tables, told, words
from dashboard.charts import claims as drawing
from dashboard.frames import Row
from dashboard.tables import Column
from dashboard.visits import Visit

HOW_TO_READ = (
    "Each row is a number and those who give it; a dot opens the sentence. An arrow: the claimant left it open. The "
    "grey band runs from low to high, the dotted line is the best count."
)
DRAWN = ("killed", "injured", "casualties")  # the heart of an event; what else is counted is a table
MEASURE_ORDER = tuple(words.MEASURES)


def verdict(claims: pd.DataFrame, tolls: pd.DataFrame) -> list[Any]:
    """Return the best counts of people with their low to high, and, where they are contested, between whom."""
    people = [toll for toll in frames.records(tolls) if toll["measure"] in queries.PEOPLE]
    if not people:
        return []
    numbers = told.gathered(claims)
    disputes = [_dispute(toll, people, numbers, tolls) for toll in people if toll["contested"]]
    best = [_best(toll, people, told.of_toll(numbers, tolls, toll["measure"], toll["side"])) for toll in people]
    return [html.Div(best, className="verdict"), *disputes]


def _called(toll: Row, people: list[Row]) -> str:
    """Return what a toll counts, with its side where several sides have one: "killed, Ukraine"."""
    name = words.MEASURES[toll["measure"]].lower()
    several = sum(other["measure"] == toll["measure"] for other in people) > 1
    return f"{name}, {toll['side'] or 'side not told'}" if several else name


def _best(toll: Row, people: list[Row], numbers: pd.DataFrame) -> html.Div:
    spread = words.span(toll["low"], toll["high"])
    if toll["contested"]:
        standing = html.Span(f"low to high {spread}, contested", className="below")
    elif toll["high"] > toll["low"]:
        standing = html.Span(f"low to high {spread}", className="below")
    else:
        standing = html.Span("not contested", className="definition")
    basis = f"{words.count(toll['claims'], 'claim')}, {words.count(toll['sources'], 'source')}"
    return html.Div(
        [
            html.Span([*_left_open(toll, numbers), words.number(toll["best"])], className="value"),
            html.Span(_called(toll, people), className="label"),
            standing,
            html.Span(basis, className="definition"),
        ],
        className="key-number",
    )


def _left_open(toll: Row, numbers: pd.DataFrame) -> list[Any]:
    """Return the sign for "more than" or the like where nobody gives the best count as an exact number."""
    qualifiers = [
        row["qualifier"]
        for row in frames.records(numbers)
        if row["standing"] in told.STANDING and row["low"] == row["high"] == toll["best"]
    ]
    if not qualifiers or not all(qualifier in words.SYMBOLS for qualifier in qualifiers):
        return []
    spoken = words.QUALIFIERS[qualifiers[0]]
    sign = html.Span(words.SYMBOLS[qualifiers[0]], title=spoken.strip(), **aria.HIDDEN)
    return [sign, html.Span(spoken, className="visually-hidden")]


def _dispute(toll: Row, people: list[Row], numbers: pd.DataFrame, tolls: pd.DataFrame) -> html.P:
    mine = told.of_toll(numbers, tolls, toll["measure"], toll["side"])
    standing = [row for row in frames.records(mine) if row["standing"] in told.STANDING]
    standing.sort(key=lambda row: (row["high"], row["low"]))
    camps = [" and ".join(map(told.sentence, camp)) for _, camp in groupby(standing, key=lambda row: row["high"])]
    said = ", against ".join(camps)
    return html.P([html.Strong(f"Contested, {_called(toll, people)}: "), f"{said}."], className="dispute")


def section(claims: pd.DataFrame, tolls: pd.DataFrame, visit: Visit) -> html.Section:
    """Return the section "Who claims what": a chart per disputed or moving toll of people, the rest in a table."""
    if claims.empty:
        return sections.rows("Claims", html.P("No report gives a number for this event.", className="empty"))
    numbers = told.gathered(claims)
    charts, left = _charts(numbers, tolls)
    return html.Section(
        [
            html.H2("Who claims what", id="claims"),
            html.P(HOW_TO_READ, className="definition") if charts else None,
            *charts,
            sections.part("claim-table", [_also_counted(left, bool(charts), visit), _all_claims(claims, visit)]),
        ],
        className="card-section",
        **aria.labelled_by("claims"),
    )


def _charts(numbers: pd.DataFrame, tolls: pd.DataFrame) -> tuple[list[Any], pd.DataFrame]:
    """Return the charts of tolls for which more than one number was told, and the numbers that no chart shows."""
    charts: list[Any] = []
    drawn: set[int] = set()
    people = [toll for toll in frames.records(tolls) if toll["measure"] in DRAWN]
    for toll in people:
        mine = told.of_toll(numbers, tolls, toll["measure"], toll["side"])
        wholes = mine[mine["standing"] != "subset"]
        if len(wholes) > 1:
            charts += _toll_charts(_called(toll, people), toll, wholes)
            drawn |= set(wholes.index)
    return charts, numbers[~numbers.index.isin(drawn) & (numbers["standing"] != "superseded")]


def _toll_charts(name: str, toll: Row, wholes: pd.DataFrame) -> list[Any]:
    label = name[:1].upper() + name[1:]
    slug = "-".join(name.replace(",", "").split())
    drawn = drawing.claims_by_claimant(wholes, {column: float(toll[column]) for column in ("low", "best", "high")})
    sides = [html.Div([html.H3(label), sections.plot(f"claims-{slug}", drawn, f"{label}: {_aloud(wholes)}")])]
    if not toll["contested"] and drawing.has_history(wholes):  # a line through both camps would tell of neither
        spoken = f"{label}: the claims by the day on which they were made. {_aloud(wholes.sort_values('made_on'))}"
        history = sections.plot(f"history-{slug}", drawing.claims_over_time(wholes), spoken)
        note = html.P("The line follows the highest count given so far.", className="note")
        sides.append(html.Div([html.H3(f"{label}: how the count moved"), history, note]))
    return [html.Div(sides, className="claim-charts")]


def _aloud(numbers: pd.DataFrame) -> str:
    return "; ".join(told.sentence(row) for row in frames.records(numbers)) + "."


def _also_counted(numbers: pd.DataFrame, besides: bool, visit: Visit) -> html.Div | None:
    if numbers.empty:
        return None
    ranks = {measure: rank for rank, measure in enumerate(MEASURE_ORDER)}
    ordered = numbers.assign(rank=numbers["measure"].map(ranks), part=numbers["standing"] == "subset").sort_values(
        ["rank", "part", "side", "high"], ascending=[True, True, True, False]
    )
    several = ordered.groupby("measure")["side"].nunique() > 1
    columns = (
        Column("What", lambda row: _what(row, bool(several[row["measure"]]))),
        Column("Number", _number),
        Column("Said by", lambda row: row["who"]),
        Column("Day", lambda row: words.day(row["made_on"]), minor=True),
        Column("Evidence", lambda row: _evidence(row, visit)),
    )
    table = tables.table(ordered, columns, visit.filters, caption="Also counted", paged=False)
    return html.Div([html.H3("Also counted") if besides else None, table])


def _what(row: Row, with_side: bool) -> str:
    label = words.MEASURES.get(row["measure"], str(row["measure"]))
    if row["standing"] == "subset":
        return f"{label}, part of the toll"
    return f"{label}, {row['side']}" if with_side and row["side"] else label


def _number(row: Row) -> html.Span:
    number = html.Strong(words.claim(row["low"], row["high"], row["qualifier"]))
    retracted = " (retracted)" if row["standing"] == "retracted" else ""
    return html.Span([number, f" {words.things(row['low'], row['high'], row['counted'])}{retracted}"])


def _evidence(row: Row, visit: Visit) -> Any:
    link = cells.evidence(row, visit.filters, words.clip(str(row["source"] or row["title"]), 40))
    others = int(row["articles"]) - 1
    return html.Span([link, f" and {words.count(others, 'more article')}"]) if others else link


def _all_claims(claims: pd.DataFrame, visit: Visit) -> html.Details:
    columns = (
        Column("Day", lambda row: words.day(row["said_on"] or row["published_on"])),
        Column("Claimant", told.claimant),
        Column("Measure", lambda row: words.MEASURES.get(row["measure"], row["measure"])),
        Column("Number", lambda row: words.claim(row["low"], row["high"], row["qualifier"]), numeric=True),
        Column("Counted", lambda row: row["counted"] or "", minor=True),
        Column("Standing", lambda row: words.STANDINGS.get(row["standing"], row["standing"])),
        Column("Why", lambda row: words.with_days(row["reason"]), minor=True),
        Column("Evidence", lambda row: cells.evidence(row, visit.filters)),
    )
    table = tables.table(claims, columns, visit.filters, caption="Claims about this event", paged=False)
    many = words.count(len(claims), "claim")
    return html.Details([html.Summary(f"{many}, one by one, and why each counts or does not"), table])
