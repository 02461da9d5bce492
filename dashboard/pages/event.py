"""One event: what, when, where, who; every claim by its claimant; every report with its sentence; how to cite it."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dash import dcc, html

from dashboard import aria, cells, frames, links, queries, sections, tables, words
from dashboard.charts import claims as drawing
from dashboard.charts import maps
from dashboard.errors import NotInLedgerError
from dashboard.frames import Row
from dashboard.tables import Column
from dashboard.visits import Visit

HOW_TO_READ = (
    "Each row is what one claimant said. An arrow: the claimant left the number open. Faded: since revised. The "
    "grey band runs from low to high, the dotted line is the best count."
)
MEASURE_ORDER = tuple(words.MEASURES)
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
    return [
        html.P(_back(event, visit), className="back"),
        html.P("Two records turned out to be one event; this is it.", className="notice")
        if event["redirected"]
        else None,
        sections.part("head", [html.H1(event["title"]), html.P(_lede(event, tolls), className="lede")]),
        html.Div(
            [sections.part("facts", _facts(event, queries.event_family(cursor, edition, known), visit)), _map(event)],
            className="event-head",
        ),
        *_claim_sections(claims, tolls, visit),
        sections.rows(
            "Reports", html.Div([html.P(_how_many(event), className="definition"), _reports(reports, visit)])
        ),
        _corrections(queries.event_corrections(cursor, edition, known)),
        _citation(event, visit),
    ]


def _back(event: Row, visit: Visit) -> dcc.Link:
    path, label = {"strike": ("/strikes", "All strikes")}.get(event["kind"], ("/", "Overview"))
    if event["kind"] in queries.DIPLOMACY:
        path, label = "/diplomacy", "All contacts"
    return dcc.Link(f"← {label}", href=path + visit.filters.for_links())


def _lede(event: Row, tolls: pd.DataFrame) -> str:
    said = []
    for measure in queries.SUMMABLE:
        rows = tolls[tolls["measure"] == measure]
        if len(rows):
            low, best, high = (float(rows[column].sum()) for column in ("low", "best", "high"))
            spread = f" ({words.span(low, high)})" if high > low else ""
            said.append(f"{words.number(best)} {measure}{spread}")
    contested = ", contested" if len(tolls) and bool(tolls["contested"].any()) else ""
    when = words.days(event["started_on"], event["ended_on"]) or "Day not known"
    return f"{when}. {', '.join(said)}{contested}." if said else f"{when}."


def _facts(event: Row, family: pd.DataFrame, visit: Visit) -> html.Dl:
    facts: list[tuple[str, Any]] = [("What", words.KINDS.get(event["kind"], event["kind"]))]
    when = words.days(event["started_on"], event["ended_on"]) or "not known"
    coarse = event["date_precision"] if words.known(event["date_precision"]) else "day"
    facts.append(("When", when if coarse == "day" else f"{when} (known to the {coarse})"))
    where = ", ".join(dict.fromkeys(str(event[key]) for key in ("place", "region") if words.known(event[key])))
    facts.append(("Where", where or "not known"))
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


def _claim_sections(claims: pd.DataFrame, tolls: pd.DataFrame, visit: Visit) -> list[Any]:
    if claims.empty:
        return [sections.rows("Who claims what", html.P("No report gives a number for this event.", className="empty"))]
    gathered = drawing.gathered(claims)
    present = set(gathered["measure"])
    parts = [
        part
        for measure in MEASURE_ORDER
        if measure in present
        for part in _measure(measure, gathered[gathered["measure"] == measure], _toll(tolls, measure))
    ]
    return [
        html.Section(
            [
                html.H2("Who claims what", id="claims"),
                html.P(HOW_TO_READ, className="definition"),
                *parts,
                sections.part("claim-table", _claim_table(claims, visit)),
            ],
            className="card-section",
            **aria.labelled_by("claims"),
        )
    ]


def _toll(tolls: pd.DataFrame, measure: str) -> dict[str, float] | None:
    """Return what the claims of a measure come to; None where several kinds are counted, which have no common toll."""
    found = tolls[tolls["measure"] == measure]
    if found.empty or found["counted"].nunique(dropna=False) > 1:
        return None
    return {column: float(found[column].sum()) for column in ("low", "best", "high")}


def _measure(measure: str, claims: pd.DataFrame, toll: dict[str, float] | None) -> list[Any]:
    label = words.MEASURES[measure]
    wholes, parts = claims[~claims["part"]], claims[claims["part"]]
    shown: list[Any] = [html.H3(label)]
    if len(wholes):
        drawn = drawing.claims_by_claimant(wholes, toll)
        shown.append(sections.plot(f"claims-{measure}", drawn, f"{label}: {_aloud(wholes)}"))
    if drawing.has_history(claims):
        spoken = f"{label}: the claims by the day on which they were made. {_aloud(wholes.sort_values('made_on'))}"
        shown.append(html.H4(f"{label}: how the count moved"))
        shown.append(html.P("The line follows the highest count given so far.", className="note"))
        history = drawing.claims_over_time(claims)
        shown.append(sections.plot(f"history-{measure}", history, spoken))
    if len(parts):
        drawn = drawing.claims_by_claimant(parts, None)
        shown.append(html.H4(f"{label}: parts of the toll, not added to it"))
        shown.append(sections.plot(f"parts-{measure}", drawn, f"{label}, parts: {_aloud(parts)}"))
    return shown


def _aloud(claims: pd.DataFrame) -> str:
    said = [
        f"{row['who']} {words.claim(row['low'], row['high'], row['qualifier'])} {row['counted'] or ''}".strip()
        for row in frames.records(claims)
    ]
    return "; ".join(said) + "."


def _claim_table(claims: pd.DataFrame, visit: Visit) -> html.Details:
    columns = (
        Column("Day", lambda row: words.day(row["said_on"] or row["published_on"])),
        Column("Claimant", drawing.claimant),
        Column("Measure", lambda row: words.MEASURES.get(row["measure"], row["measure"])),
        Column("Number", lambda row: words.claim(row["low"], row["high"], row["qualifier"]), numeric=True),
        Column("Counted", lambda row: row["counted"] or ""),
        Column("Standing", lambda row: words.STANDINGS.get(row["standing"], row["standing"])),
        Column("Why", lambda row: row["reason"]),
        Column("Evidence", lambda row: cells.evidence(row, visit.filters)),
    )
    table = tables.table(claims, columns, visit.filters, caption="Claims about this event", paged=False)
    return html.Details(
        [html.Summary(f"All {words.count(len(claims), 'claim')} as a table"), table], open=len(claims) < 8
    )


def _reports(reports: pd.DataFrame, visit: Visit) -> Any:
    if reports.empty:
        return html.P("No report is joined to this event.", className="empty")
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
                    html.P(f"Joined: {row['reason']}.{inferred}".replace("..", "."), className="note"),
                ]
            )
        )
    return html.Ol(items, className="reports")


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
