"""Rows with their name above the mark, so that long names need no margin: rankings and disputed counts."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard import frames, words
from dashboard.charts import theme
from dashboard.frames import Row

ROW_HEIGHT = 46
NAME_ABOVE = 0.44  # of a row, from its mark
MOST_ROWS = 10


def top_places(frame: pd.DataFrame) -> go.Figure:
    """Draw `queries.strike_places`: the places struck most often, a bar each."""
    shown = frame.head(MOST_ROWS)
    labels = [_place(row) for row in frames.records(shown)]
    return _ranking(labels, {"Strikes": (theme.BLUE, shown["events"].tolist())})


def top_pairs(frame: pd.DataFrame) -> go.Figure:
    """Draw `queries.diplomacy_pairs`: who dealt with whom most often, a bar each, stacked by kind."""
    shown = frame.head(MOST_ROWS)
    labels = [f"{row['first_name']} and {row['second_name']}" for row in frames.records(shown)]
    kinds = {
        words.PLURALS[kind]: (theme.KIND_COLOURS[kind], shown[column].tolist())
        for kind, column in (("meeting", "meetings"), ("call", "calls"), ("talks", "talks"))
        if shown[column].sum()
    }
    return _ranking(labels, kinds)


def most_contested(frame: pd.DataFrame) -> go.Figure:
    """Draw `queries.most_contested`: per disputed count a line from low to high with the best estimate as a dot."""
    shown = frame.head(MOST_ROWS)
    drawn = _rows(len(shown))
    if shown.empty:
        return theme.say_empty(drawn, "No count in this choice is contested.")
    notes = theme.Notes()
    for place, row in enumerate(frames.records(shown)):
        colour = theme.MEASURE_COLOURS[row["measure"]]
        href = f"/event/{row['event_id']}"
        when = words.days(row["started_on"], row["ended_on"]) or "day not known"
        hover = (
            f"{theme.clip(row['title'])}<br>{when}<br>{row['measure']}: best <b>{words.number(row['best'])}</b>, "
            f"low to high {words.span(row['low'], row['high'])}<br>{words.count(row['claims'], 'claim')}"
        )
        notes.stem(place, row["low"])
        drawn.add_scatter(
            x=[row["low"], row["high"]], y=[place, place], mode="lines+markers",
            line={"color": colour, "width": 7}, marker={"size": 7, "color": colour}, opacity=0.45,
            hovertext=hover, hoverinfo="text", customdata=[href, href],
        )  # fmt: skip
        drawn.add_scatter(
            x=[row["best"]], y=[place], mode="markers", marker={"size": 14, "color": colour},
            hovertext=hover, hoverinfo="text", customdata=[href],
        )  # fmt: skip
        said = f"<b>{words.span(row['low'], row['high'])}</b> {row['measure']}"
        notes.text(said, x=row["high"], y=place, xanchor="left", xshift=12)
        notes.name(place - NAME_ABOVE, f"{theme.clip(row['title'], 34)}, {when}")
    highest = float(shown["high"].max())
    return notes.laid_on(drawn).update_xaxes(range=[-highest * 0.02, highest * 1.6], tickformat=",d", nticks=5)


def _place(row: Row) -> str:
    inside = row["region"] and row["region"] != row["place"]
    return f"{row['place']}, {row['region']}" if inside else str(row["place"])


def _rows(many: int) -> go.Figure:
    drawn = theme.figure(max(140, many * ROW_HEIGHT + 44), margin={"l": 4, "r": 12, "t": 6, "b": 30})
    drawn.update_yaxes(range=[many - 0.5, -0.72], showticklabels=False, showgrid=False)
    return drawn.update_xaxes(showgrid=True, gridcolor=theme.SHADE, fixedrange=True, ticks="")


def _ranking(labels: Sequence[str], stacks: dict[str, tuple[str, list[float]]]) -> go.Figure:
    drawn = _rows(len(labels)).update_layout(barmode="stack")
    if not labels:
        return theme.say_empty(drawn)
    totals = [sum(counts[place] for _, counts in stacks.values()) for place in range(len(labels))]
    for name, (colour, counts) in stacks.items():
        drawn.add_bar(
            name=name, x=counts, y=list(range(len(labels))), orientation="h", width=0.34, marker={"color": colour},
            hovertext=[
                f"{theme.clip(label, 70)}<br>{name}: <b>{words.number(many)}</b>"
                for label, many in zip(labels, counts, strict=True)
            ],
            hoverinfo="text",
        )  # fmt: skip
    notes = theme.Notes()
    for place, (label, total) in enumerate(zip(labels, totals, strict=True)):
        notes.text(f"<b>{words.number(total)}</b>", x=total, y=place, xanchor="left", xshift=6)
        notes.name(place - NAME_ABOVE, theme.clip(label, 50))
    notes.laid_on(drawn)
    drawn.update_xaxes(range=[0, max(totals) * 1.12], showticklabels=False, showgrid=False)
    drawn.update_layout(margin={"b": 8}, hoverlabel={"namelength": -1})
    if len(stacks) > 1:
        drawn.update_layout(showlegend=True)
    return drawn
