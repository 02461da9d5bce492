"""The data behind each chart, at a stable address with the same query string: /api/<chart>.csv and .json."""

from __future__ import annotations

import json
from typing import Any

import duckdb
from flask import Blueprint, Response, jsonify, request

from dashboard import catalogue, queries, visits
from dashboard.database import warehouse
from dashboard.errors import DashboardError, FilterError, NotInLedgerError, WarehouseError

blueprint = Blueprint("api", __name__, url_prefix="/api")
STATUS: dict[type[DashboardError], int] = {FilterError: 400, NotInLedgerError: 404, WarehouseError: 503}


@blueprint.errorhandler(DashboardError)
def say(error: DashboardError) -> tuple[Response, int]:
    """Return an error in the API's one shape."""
    status = STATUS.get(type(error), 500)
    return jsonify(error=str(error), status=status), status


@blueprint.get("/")
def index() -> Response:
    """Return what there is: each chart with its definition and addresses."""
    return jsonify(
        charts=[
            {
                "chart": chart.slug,
                "title": chart.title,
                "definition": chart.definition,
                "csv": f"/api/{chart.slug}.csv",
                "json": f"/api/{chart.slug}.json",
                "embed": f"/embed/{chart.slug}",
            }
            for chart in catalogue.CHARTS.values()
        ]
    )


@blueprint.get("/<slug>.<any(csv, json):form>")
def data(slug: str, form: str) -> Response:
    """Return a chart's rows. CSV has the rows alone; JSON says also what was asked, of which edition, what is counted.

    Raises:
        NotInLedgerError: there is no such chart.
        FilterError: the query string asks for something that it cannot mean.
    """
    chart = catalogue.CHARTS.get(slug)
    if chart is None:
        raise NotInLedgerError(f"{slug[:60]} is not a chart; /api/ lists them")
    with warehouse().cursor() as cursor:
        filters, problems = visits.read_against(cursor, request.query_string.decode("utf-8", "replace"))
        if problems:
            raise FilterError(" ".join(problems))
        question = queries.settle(cursor, filters)
        try:
            frame = chart.ask(cursor, question)
        except duckdb.Error as error:
            raise WarehouseError("The warehouse could not answer.") from error
    if form == "csv":
        response = Response(frame.to_csv(index=False, date_format="%Y-%m-%d"), mimetype="text/csv")
        response.headers["Content-Disposition"] = f"attachment; filename={slug}-edition-{question.edition}.csv"
    else:
        about: dict[str, Any] = {
            "chart": slug,
            "title": chart.title,
            "definition": chart.definition,
            "edition": question.edition,
            "choice": filters.sentence(),
            "interval": question.interval,
            "rows": json.loads(frame.to_json(orient="records", date_format="iso")),
        }
        response = jsonify(about)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
