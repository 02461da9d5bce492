"""A chart as a page of its own, to be framed elsewhere: no callbacks, no cookies, nothing fetched but script and style.

Such a page works in a sandboxed frame of an opaque origin, where a Dash page stays blank.
"""

from __future__ import annotations

import plotly.io
from flask import Blueprint, Response, render_template, request

from dashboard import catalogue, queries, visits, words
from dashboard.charts import theme
from dashboard.database import warehouse
from dashboard.errors import DashboardError

blueprint = Blueprint("embeds", __name__, url_prefix="/embed", template_folder="templates")


@blueprint.get("/<slug>")
def embed(slug: str) -> tuple[str, int] | Response:
    """Return a chart's own page for the same query string as its page in the dashboard; 404 for an unknown chart."""
    chart = catalogue.CHARTS.get(slug)
    if chart is None:
        return render_template("embed_missing.html", reason="There is no such chart."), 404
    try:
        with warehouse().cursor() as cursor:
            filters, problems = visits.read_against(cursor, request.query_string.decode("utf-8", "replace"))
            question = queries.settle(cursor, filters)
            frame = chart.ask(cursor, question)
            facts = queries.edition_facts(cursor, question.edition)
    except DashboardError as error:
        return render_template("embed_missing.html", reason=str(error)), 503
    drawn = chart.draw(frame, question.interval)
    page = render_template(
        "embed.html",
        chart=chart,
        problems=problems,
        choice=filters.sentence(),
        edition=question.edition,
        published=words.day(facts.get("published_at")),
        spoken=chart.sentence(frame),
        left_out=catalogue.not_drawn(frame, question.interval),
        figure=plotly.io.to_json(drawn, validate=False).replace("<", "\\u003c"),
        config=theme.CONFIG,
        height=drawn.layout.height,
        home=f"{chart.page}{filters.for_links()}",
    )
    return page, 200
