"""One event: what, when, where, who; every claim by its claimant; every report with its sentence; how to cite it."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dash import dcc, html

from dashboard import aria, cells, frames, links, queries, sections, words
from dashboard.charts import maps
from dashboard.errors import NotInLedgerError
from dashboard.frames import Row
from dashboard.pages import event_claims
from dashboard.visits import Visit

VIOLENT = ("strike", "ground_action", "other_violence")  # of these a page without a number says so
FIRST_REPORTS = 5  # shown at once; the rest unfolds
ROLES = {
    "attacker": "Attacker",
    "target": "Target",
    "participant": "Taking part",
    "mediator": "Mediating",
    "host": "Host",
    "signatory": "Signing",
}


def body(visit: Visit, event_id: str) -> list[Any]:
    """Return the event's page; an id that was merged into another shows that one and says so.

    Raises:
        NotInLedgerError: the edition does not have the event.
    """
    edition, cursor = visit.question.edition, visit.cursor
    event = queries.event(cursor, edition, event_id)
    if not event:
        raise NotInLedgerError("This edition has no such event. It may have come with a later one.")
    known = str(event["event_id"])
    claims = queries.event_claims(cursor, edition, known)
    reports = queries.event_reports(cursor, edition, known)
    tolls = queries.event_tolls(cursor, edition, known)
    counted = len(claims) > 0 or event["kind"] in VIOLENT
    return [
        html.P(_back(event, visit), className="back"),
        html.P("Two records turned out to be one event; this is it.", className="notice")
        if event["redirected"]
        else None,
        html.Div(
            [
                sections.part(
                    "head",
                    [
                        html.H1(event["title"]),
                        html.P(_lede(event), className="lede"),
                        *event_claims.verdict(claims, tolls),
                        _facts(event, queries.event_family(cursor, edition, known), visit),
                        _jumps(event, counted),
                    ],
                ),
                _map(event),
            ],
            className="event-head",
        ),
        event_claims.section(claims, tolls, visit) if counted else None,
        sections.rows(
            "Reports", html.Div([html.P(_how_many(event), className="definition"), *_reports(reports, visit)])
        ),
        _corrections(queries.event_corrections(cursor, edition, known)),
        _citation(event, visit),
    ]


def _back(event: Row, visit: Visit) -> dcc.Link:
    path, label = {"strike": ("/strikes", "All strikes")}.get(event["kind"], ("/", "Overview"))
    if event["kind"] in queries.DIPLOMACY:
        path, label = "/diplomacy", "All contacts"
    return dcc.Link(f"← {label}", href=path + visit.filters.for_links())


def _lede(event: Row) -> str:
    """Return what, when and where: "Strike, 14 Jul 2022, Northtown, North Oblast"."""
    when = words.days(event["started_on"], event["ended_on"]) or "day not known"
    precision = event["date_precision"] if words.known(event["date_precision"]) else "day"
    if precision != "day":
        when += f" (known to the {precision})"
    where = cells.place({name: event[name] if words.known(event[name]) else None for name in ("place", "region")})
    return ", ".join((words.KINDS.get(event["kind"], str(event["kind"])), when, where or "place not known"))


def _jumps(event: Row, counted: bool) -> html.P:
    reports = words.count(event["mentions"], "report")
    return html.P(
        [
            html.A("Claims", href="#claims") if counted else None,
            html.A(reports[:1].upper() + reports[1:], href="#reports"),
            html.A("Cite", href="#cite-this-event"),
        ],
        className="tools",
    )


def _facts(event: Row, family: pd.DataFrame, visit: Visit) -> html.Dl:
    facts: list[tuple[str, Any]] = []
    for role, label in ROLES.items():
        names = [actor["name"] for actor in event["actors"] if actor["role"] == role]
        if names:
            facts.append((label, words.listing(names)))
    if len(event["weapons"]):
        facts.append(("With", words.listing([str(weapon) for weapon in event["weapons"]])))
    if words.known(event["status"]):
        facts.append(("Status", str(event["status"])))
    elif event["planned"]:
        facts.append(("Status", "planned"))
    for label, is_part in (("Part of", False), ("Parts", True)):
        relatives = frames.records(family[family["is_part"] == is_part])
        if relatives:
            facts.append((label, [html.Div(cells.event_title(row, visit.filters)) for row in relatives]))
    return html.Dl([part for label, fact in facts for part in (html.Dt(label), html.Dd(fact))], className="facts")


def _map(event: Row) -> html.Figure | None:
    if not (words.known(event["lat"]) and words.known(event["lon"])):
        return None
    spoken = f"Map: {event['title']} near {event['lat']:.2f}° north, {event['lon']:.2f}° east."
    return html.Figure(
        [
            sections.plot("event-map", maps.event_map(event), spoken),
            html.Figcaption(maps.SOURCE, className="note"),
        ],
        className="event-map",
    )


def _reports(reports: pd.DataFrame, visit: Visit) -> list[Any]:
    if reports.empty:
        return [html.P("No report is joined to this event.", className="empty")]
    items = []
    for row in frames.records(reports):
        said = (
            f"{row['evidence']}"
            if row["evidence"]
            else f"{row['dataset']}, release {row['release']}, row {row['dataset_row']}"
        )
        inferred = f" The day, {words.day(row['inferred_on'])}, is inferred." if row["inferred_on"] else ""
        items.append(
            html.Li(
                [
                    html.P([cells.evidence(row, visit.filters), html.Span(f" {cells.source(row)}", className="note")]),
                    html.Blockquote(said),
                    html.P(f"Joined: {words.with_days(row['reason'])}.{inferred}".replace("..", "."), className="note"),
                ]
            )
        )
    shown, more = items[:FIRST_REPORTS], items[FIRST_REPORTS:]
    if not more:
        return [html.Ol(shown, className="reports")]
    rest = html.Ol(more, className="reports", start=str(FIRST_REPORTS + 1))
    return [
        html.Ol(shown, className="reports"),
        html.Details([html.Summary(words.count(len(more), "more report")), rest]),
    ]


def _how_many(event: Row) -> str:
    articles = words.count(event["articles"], "article")
    if event["stories"] == event["articles"]:
        return f"{articles}."
    return f"{articles}, {words.number(event['stories'])} independent: copies of one agency text count once."


def _corrections(corrections: pd.DataFrame) -> html.Section | None:
    if corrections.empty:
        return None
    items = []
    for row in frames.records(corrections):
        change = ""
        if words.known(row["field"]):
            expected = row["expected"] if words.known(row["expected"]) else "nothing"
            change = f" {row['field']}: {expected} → {row['value'] if words.known(row['value']) else 'nothing'}."
        outcome = "" if row["outcome"] == "applied" else f" Not applied: {row['outcome']}"
        items.append(
            html.Li(
                [
                    html.Strong(str(row["action"]).capitalize()),
                    f".{change} {row['reason']} ({row['author']}, {words.day(row['decided_on'])}){outcome}",
                ]
            )
        )
    return sections.rows("Corrections", html.Ul(items), "Made by hand, applied at each load.")


def _citation(event: Row, visit: Visit) -> html.Section:
    edition = visit.question.edition
    published = words.day(visit.facts["published_at"])
    when = words.days(event["started_on"], event["ended_on"]) or "day not known"
    text = (
        f"Conflict Ledger, “{event['title']}”, {when}, "
        f"event {event['event_id']}, edition {edition} ({published}), "
        f"from {words.count(event['articles'], 'article')}."
    )
    link = links.event(str(event["event_id"]), visit.filters.model_copy(update={"edition": edition}))
    cited = [
        html.P(text, id="citation", className="citation", **aria.data("link", link)),
        html.Button("Copy citation", className="btn btn-sm btn-outline-secondary", **aria.data("copy", "citation")),
    ]
    return sections.rows("Cite this event", html.Div(cited))
