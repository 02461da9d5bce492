"""Statements over time: a row per speaker, a dot per interval in which they spoke, as large as they said much."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from dashboard import frames, words
from dashboard.charts import theme
from dashboard.filters import Interval
from dashboard.frames import Row

MOST_SPEAKERS = 12
ROW_HEIGHT = 50  # holds a name and, under it, the largest dot
LARGEST_DOT = 22.0


def statements_over_time(frame: pd.DataFrame, interval: Interval) -> go.Figure:
    """Draw `queries.statements_over_time` for the speakers with most statements, most first.

    A dot for one statement leads to it; a dot for several chooses its speaker and interval.
    """
    dated = frame.dropna(subset=["bucket"])
    totals = dated.groupby("speaker")["statements"].sum().sort_values(ascending=False, kind="stable")
    speakers = totals.head(MOST_SPEAKERS)
    drawn = theme.figure(max(160, len(speakers) * ROW_HEIGHT + 48), margin={"l": 10, "r": 14, "t": 4})
    if dated.empty:
        return theme.say_empty(drawn)
    notes = theme.Notes()
    for place, (speaker, total) in enumerate(speakers.items()):
        said = dated[dated["speaker"] == speaker]
        buckets = theme.days_of(said)
        records = frames.records(said)
        drawn.add_scatter(
            x=[theme.middle(first, interval) for first in buckets],
            y=[place] * len(buckets),
            mode="markers",
            marker={
                "color": theme.BLUE,
                "opacity": 0.85,
                "size": [min(LARGEST_DOT, 6 + 2.2 * math.sqrt(many)) for many in said["statements"]],
                "symbol": ["circle" if row["dated"] else "circle-open" for row in records],
                "line": {"width": 2, "color": theme.BLUE},
            },
            hovertext=[_hover(record, interval) for record in records],
            hoverinfo="text",
            customdata=[_target(record, interval) for record in records],
        )
        notes.name(place - 0.46, f"{theme.clip(speaker, 44)} <b>{words.number(total)}</b>")
    notes.laid_on(drawn)
    drawn.update_yaxes(
        range=[len(speakers) - 0.5, -0.8], showticklabels=False, tickvals=list(range(len(speakers))), showgrid=True
    )
    return theme.time_axis(drawn, theme.days_of(dated), interval)


def _hover(row: Row, interval: Interval) -> str:
    first = words.as_day(row["bucket"])
    when = theme.interval_name(first, interval) if first else ""
    when += "" if row["dated"] else " (published)"
    more = (
        "" if row["statements"] == 1 else f"<br>and {words.count(row['statements'] - 1, 'other')}; click to list them"
    )
    return f"<b>{theme.clip(row['speaker'], 50)}</b>, {when}<br>“{theme.fold(row['words'])}”{more}"


def _target(row: Row, interval: Interval) -> str:
    first = words.as_day(row["bucket"])
    if first is None or (row["statements"] == 1 and row["evidence_start"] is not None):
        return f"/article/{row['article_id']}?at={int(row['evidence_start'])}-{int(row['evidence_end'])}"
    return f"{first.isoformat()}/{theme.interval_end(first, interval).isoformat()}/{row['speaker']}"
