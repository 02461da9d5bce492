"""Columns over time: stacked by a category, or one plain row of them for the overview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard import words
from dashboard.charts import theme
from dashboard.filters import Interval


def strikes_over_time(frame: pd.DataFrame, interval: Interval) -> go.Figure:
    """Draw `queries.strikes_over_time`: a column per interval, stacked by weapon."""
    return _stacked(frame, interval, "weapon", theme.WEAPON_COLOURS, "strike")


def diplomacy_over_time(frame: pd.DataFrame, interval: Interval) -> go.Figure:
    """Draw `queries.diplomacy_over_time`: a column per interval, stacked by kind."""
    return _stacked(frame, interval, "kind", theme.KIND_COLOURS, "event")


def plain_columns(
    frame: pd.DataFrame, interval: Interval, value: str, colour: str, days: Sequence[dt.date] = ()
) -> go.Figure:
    """Draw one column per interval, the sum of `value`: small, for the overview.

    The axis takes in `days` too, so that charts side by side share one.
    """
    drawn = theme.figure(156, margin={"l": 34, "r": 6, "t": 8, "b": 40})
    summed = frame.dropna(subset=["bucket"])[["bucket", value]].groupby("bucket", as_index=False).sum()
    buckets = theme.days_of(summed)
    if not buckets:
        return theme.say_empty(drawn, "Nothing here for this choice.")
    drawn.add_bar(
        x=[first.isoformat() for first in buckets],
        y=summed[value].tolist(),
        marker={"color": colour},
        hovertext=[
            f"{theme.interval_name(first, interval)}<br><b>{words.number(many)}</b>"
            for first, many in zip(buckets, summed[value], strict=True)
        ],
        hoverinfo="text",
        customdata=_intervals(buckets, interval),
        **theme.slots(buckets, interval),
    )
    theme.time_axis(drawn, [*buckets, *days], interval).update_xaxes(nticks=4)
    return theme.whole_ticks(drawn, float(summed[value].max())).update_yaxes(nticks=4)


def _stacked(frame: pd.DataFrame, interval: Interval, category: str, colours: dict[str, str], noun: str) -> go.Figure:
    drawn = theme.figure(360, barmode="stack")
    dated = frame.dropna(subset=["bucket"])
    if dated.empty:
        return theme.say_empty(drawn)
    present = [name for name in colours if name in set(dated[category])]
    for name in present:
        rows = dated[dated[category] == name]
        buckets = theme.days_of(rows)
        label = words.PLURALS.get(name, name)
        drawn.add_bar(
            name=theme.plain(label),
            x=[first.isoformat() for first in buckets],
            y=rows["events"].tolist(),
            marker={"color": colours[name], "line": {"width": 0}},
            hovertext=[
                f"{theme.interval_name(first, interval)}<br>{theme.plain(label)}: <b>{words.count(many, noun)}</b>"
                for first, many in zip(buckets, rows["events"], strict=True)
            ],
            hoverinfo="text",
            customdata=_intervals(buckets, interval),
            **theme.slots(buckets, interval),
        )
    theme.time_axis(drawn, theme.days_of(dated), interval)
    theme.whole_ticks(drawn, float(dated.groupby("bucket")["events"].sum().max()))
    return drawn.update_layout(showlegend=True)


def _intervals(buckets: list[dt.date], interval: Interval) -> list[str]:
    """Return what a click on each column chooses: its first and last day."""
    return [f"{first.isoformat()}/{theme.interval_end(first, interval).isoformat()}" for first in buckets]
