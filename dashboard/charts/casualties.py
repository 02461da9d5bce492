"""People killed and injured over time: the best count as a column, low to high as a whisker on it."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard import frames, words
from dashboard.charts import theme
from dashboard.filters import Interval
from dashboard.frames import Row

PANELS = (("killed", "y", "Killed"), ("injured", "y2", "Injured"))


def casualties_over_time(frame: pd.DataFrame, interval: Interval) -> go.Figure:
    """Draw `queries.casualties_over_time`: two panels on one time axis, killed above injured."""
    drawn = theme.figure(470, margin={"t": 28})
    dated = frame.dropna(subset=["bucket"])
    if dated.empty:
        return theme.say_empty(drawn)
    axis = {
        "zeroline": False, "fixedrange": True, "rangemode": "tozero", "tickformat": ",d", "nticks": 5,
        "gridcolor": theme.SHADE, "ticks": "",
    }  # fmt: skip
    drawn.update_layout(yaxis={**axis, "domain": [0.56, 1]}, yaxis2={**axis, "domain": [0, 0.43], "anchor": "x"})
    drawn.update_xaxes(anchor="y2")
    for measure, panel, label in PANELS:
        rows = dated[dated["measure"] == measure]
        buckets = theme.days_of(rows)
        drawn.add_annotation(
            text=f"<b>{label}</b>", x=0, y=1.005 if panel == "y" else 0.435, xref="paper", yref="paper",
            xanchor="left", yanchor="bottom", showarrow=False, font={"size": 13},
        )  # fmt: skip
        drawn.add_bar(
            x=[first.isoformat() for first in buckets],
            y=rows["best"].tolist(),
            yaxis=panel,
            marker={"color": theme.MEASURE_COLOURS[measure]},
            hovertext=[_hover(row, label, interval) for row in frames.records(rows)],
            hoverinfo="text",
            customdata=[f"{first.isoformat()}/{theme.interval_end(first, interval).isoformat()}" for first in buckets],
            **theme.slots(buckets, interval),
        )
        spread = rows[rows["high"] > rows["low"]]
        middles = [theme.middle(first, interval) for first in theme.days_of(spread)]
        drawn.add_scatter(
            x=middles,
            y=spread["best"].tolist(),
            yaxis=panel,
            mode="markers",
            marker={"size": 1, "color": theme.GREY},
            error_y={
                "type": "data", "symmetric": False, "color": theme.GREY, "thickness": 2, "width": 5,
                "array": (spread["high"] - spread["best"]).tolist(),
                "arrayminus": (spread["best"] - spread["low"]).tolist(),
            },
            hoverinfo="skip",
        )  # fmt: skip
    return theme.time_axis(drawn, theme.days_of(dated), interval)


def _hover(row: Row, label: str, interval: Interval) -> str:
    first = words.as_day(row["bucket"])
    lines = [theme.interval_name(first, interval)] if first else []
    lines.append(f"{label}: <b>{words.number(row['best'])}</b>")
    if row["high"] > row["low"]:
        lines.append(f"low to high: {words.span(row['low'], row['high'])}")
    lines.append(f"in {words.count(row['events'], 'event')}")
    if row["contested"]:
        lines.append(f"{words.number(row['contested'])} contested")
    return "<br>".join(lines)
