"""Colours, fonts and axes that all charts share.

A figure is drawn once and must be readable on light and dark pages alike: marks have a contrast of at least 3:1 against
both, backgrounds are transparent, and the colour of text and grid is set by the page (assets/40-charts.css).
"""

from __future__ import annotations

import calendar
import datetime as dt
import html
from collections.abc import Iterable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import words
from dashboard.filters import Interval

FONT = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
LIGHT_PAGE, DARK_PAGE = "#ffffff", "#14191f"

BLUE, ORANGE, PURPLE, RED, TEAL, OLIVE, GREY = (
    "#3a78c2", "#c4650f", "#9159b5", "#c8434f", "#1b8a7a", "#8c7a1b", "#7d8590",
)  # fmt: skip
WEAPON_COLOURS = {
    "Drones": BLUE,
    "Missiles": ORANGE,
    "Drones and missiles": PURPLE,
    "Bombs": RED,
    "Shells and rockets": TEAL,
    "Other": OLIVE,
    "Not named": GREY,
}
KIND_COLOURS = {"meeting": BLUE, "call": ORANGE, "talks": TEAL}
MEASURE_COLOURS = {"killed": RED, "injured": ORANGE}
BAND = "rgba(125, 133, 144, 0.55)"  # low–high, where it is not drawn in the mark's own colour
SHADE = "rgba(125, 133, 144, 0.16)"

EMPTY_HEIGHT = 160
DAY_MS = 86_400_000
LEAST_DAYS = {"day": 14, "week": 84, "month": 365}  # an axis is never shorter, so that one column is not a wall
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "showSendToCloud": False,  # plotly.js 4 would offer to post the data to its maker
    "displaylogo": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": "autosize",
    "topojsonURL": "/assets/",  # nothing is fetched from elsewhere, even by mistake
}


def plain(text: object) -> str:
    """Return text as Plotly shows it letter for letter: it would read <b> and <a href> as marks."""
    return html.escape(str(text), quote=False).replace("\n", " ")


def clip(text: object, longest: int = 60) -> str:
    """Return text for a label: on one line, cut where it is too long, safe for Plotly."""
    return plain(words.clip(str(text), longest))


def fold(text: object, width: int = 56, lines: int = 5) -> str:
    """Return text for a hover label: folded into lines of about `width` characters, safe for Plotly."""
    folded, line = [], ""
    for word in str(text).split():
        word = word[:width]
        if line and len(line) + len(word) >= width:
            folded.append(line)
            line = ""
        line = f"{line} {word}".strip()
    folded.append(line)
    kept = folded[:lines]
    if len(folded) > lines:
        kept[-1] += " …"
    return "<br>".join(map(plain, kept))


def figure(height: int, **layout: Any) -> go.Figure:
    """Return an empty figure in the house style; `layout` is laid over it."""
    return go.Figure(
        layout={
            "height": height,
            "margin": {"l": 44, "r": 16, "t": 12, "b": 44},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": 13, "color": GREY},
            "hoverlabel": {
                "bgcolor": "#20262e", "bordercolor": "#20262e", "align": "left",
                "font": {"family": FONT, "size": 13, "color": "#ffffff"},
            },
            "legend": {
                "orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom",
                "traceorder": "normal",
            },
            "hovermode": "closest",
            "dragmode": "zoom",
            "bargap": 0.12,
            "showlegend": False,
            "xaxis": {"showgrid": False, "zeroline": False, "fixedrange": False, "ticks": "outside", "ticklen": 4},
            "yaxis": {"gridcolor": SHADE, "zeroline": False, "fixedrange": True, "rangemode": "tozero"},
            "template": "none",
        }
    ).update_layout(**layout)  # fmt: skip


def say_empty(drawn: go.Figure, text: str = "Nothing in the ledger matches this choice.") -> go.Figure:
    """Return the figure with a sentence in the place of marks, on empty axes, and no higher than that needs."""
    drawn.update_layout(height=min(EMPTY_HEIGHT, drawn.layout.height))
    drawn.add_annotation(text=text, showarrow=False, xref="paper", yref="paper", x=0.5, y=0.5, font={"size": 14})
    return drawn.update_xaxes(showticklabels=False, ticks="").update_yaxes(showticklabels=False, showgrid=False)


def interval_end(first: dt.date, interval: Interval) -> dt.date:
    """Return the last day of the interval that starts on this day."""
    if interval == "month":
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first + dt.timedelta(days=6 if interval == "week" else 0)


def interval_name(first: dt.date, interval: Interval) -> str:
    """Return an interval as a reader says it: "13 Apr 2025", "7–13 Apr 2025", "April 2025"."""
    return words.days(first, interval_end(first, interval))


def slots(buckets: Iterable[dt.date], interval: Interval) -> dict[str, list[float]]:
    """Return the offset and width of columns in milliseconds: a column covers the days that it counts.

    A day's column stands over its tick, a week's or month's from its first day on.
    """
    widths = [(interval_end(first, interval) - first).days + 1 for first in buckets]
    if interval == "day":
        return {"offset": [-0.42 * DAY_MS for _ in widths], "width": [0.84 * DAY_MS for _ in widths]}
    return {"offset": [0.06 * days * DAY_MS for days in widths], "width": [0.88 * days * DAY_MS for days in widths]}


def middle(first: dt.date, interval: Interval) -> str:
    """Return the moment at which the mark of an interval stands: in the middle of its column, see `slots`."""
    if interval == "day":
        return first.isoformat()
    length = interval_end(first, interval) - first + dt.timedelta(days=1)
    return (dt.datetime.combine(first, dt.time()) + length / 2).isoformat()


def days_of(frame: pd.DataFrame, column: str = "bucket") -> list[dt.date]:
    """Return a column of days without its nulls."""
    return [found for value in frame[column] if (found := words.as_day(value)) is not None]


def time_axis(drawn: go.Figure, buckets: list[dt.date], interval: Interval) -> go.Figure:
    """Set the time axis to the days drawn, never so short that one column fills it."""
    if not buckets:
        return drawn
    first, last = min(buckets), interval_end(max(buckets), interval)
    missing = max(0, LEAST_DAYS[interval] - (last - first).days)
    pad = dt.timedelta(days=max(1, round((last - first).days * 0.015)))
    first, last = first - dt.timedelta(days=missing // 2) - pad, last + dt.timedelta(days=missing - missing // 2) + pad
    return drawn.update_xaxes(
        type="date",
        # Not `range`: an axis that no longer ranges itself has been zoomed by the reader, see `redraw`.
        autorange=True,
        autorangeoptions={"include": [first.isoformat(), last.isoformat()]},
        tickformatstops=[
            {"dtickrange": [None, 86_400_000 * 27], "value": "%-d %b\n%Y"},
            {"dtickrange": [86_400_000 * 27, "M11"], "value": "%b\n%Y"},
            {"dtickrange": ["M11", None], "value": "%Y"},
        ],
        nticks=6,
        tickangle=0,
    )


def whole_ticks(drawn: go.Figure, highest: float) -> go.Figure:
    """Keep an axis of counts from showing halves."""
    step = {"dtick": 1} if highest <= 5 else {"nticks": 6}
    return drawn.update_yaxes(tickformat=",d", **step)


class Notes:
    """Texts and lines to be laid on a figure in one go: Plotly checks all it has again at each one added."""

    def __init__(self) -> None:
        self._texts: list[dict[str, Any]] = []
        self._lines: list[dict[str, Any]] = []

    def text(self, text: str, **where: Any) -> None:
        """Note a text; `where` are attributes of a Plotly annotation."""
        self._texts.append({"text": text, "showarrow": False, "font": {"size": 13}} | where)

    def arrow(self, place: float, start: float, end: float, colour: str, opacity: float) -> None:
        """Note an arrow along a row."""
        along = {"x": end, "ax": start, "y": place, "ay": place, "xref": "x", "yref": "y", "axref": "x", "ayref": "y"}
        head = {"showarrow": True, "arrowhead": 2, "arrowsize": 1.1, "arrowwidth": 2.5, "arrowcolor": colour}
        self._texts.append({"text": "", "opacity": opacity} | along | head)

    def name(self, place: float, text: str, size: int = 13) -> None:
        """Note the name of a row, at the left edge."""
        self.text(text, x=0, xref="paper", xanchor="left", y=place, yanchor="middle", align="left", font={"size": size})

    def line(self, width: float = 2, **where: Any) -> None:
        """Note a faint line; `where` are attributes of a Plotly shape."""
        self._lines.append({"type": "line", "line": {"color": SHADE, "width": width}, "layer": "below"} | where)

    def stem(self, place: float, end: float) -> None:
        """Note the faint line that leads from the axis to the mark of a row."""
        self.line(x0=0, x1=end, y0=place, y1=place)

    def laid_on(self, drawn: go.Figure) -> go.Figure:
        """Return the figure with all that was noted."""
        return drawn.update_layout(annotations=self._texts, shapes=self._lines)
