"""Maps without a map service: outlines and dots on plain axes, so that nothing is fetched from anywhere.

Borders are those of the UN's geodata as plotly.js 4.1.1 carries it (borders.json: `near` at 1:50 million for Ukraine
and its neighbours, `world` at 1:110 million); Crimea, Donetsk, Kherson, Luhansk and Zaporizhzhia lie in Ukraine.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources

import pandas as pd
import plotly.graph_objects as go

from dashboard import frames, words
from dashboard.charts import theme
from dashboard.frames import Row

Ring = list[list[float]]
Box = tuple[float, float, float, float]  # west, south, east, north

SOURCE = "Borders: UN Geospatial data, with Natural Earth."
MOST_NAMES = 7
FRAME = ((51.8, 44.6), (24.0, 39.5))  # latitudes and longitudes that the map of strikes always shows: Ukraine
NEAR: Box = (19.5, 43.0, 48.0, 60.0)  # where the finer outlines reach
CITIES = (  # for orientation only
    ("Kyiv", 50.45, 30.52), ("Kharkiv", 49.99, 36.23), ("Odesa", 46.48, 30.73), ("Dnipro", 48.46, 35.04),
    ("Lviv", 49.84, 24.03), ("Donetsk", 48.0, 37.8), ("Zaporizhzhia", 47.84, 35.14),
    ("Simferopol", 44.95, 34.1), ("Luhansk", 48.57, 39.31), ("Kherson", 46.64, 32.62), ("Sumy", 50.91, 34.8),
    ("Chernihiv", 51.5, 31.29), ("Vinnytsia", 49.23, 28.47), ("Moscow", 55.76, 37.62),
    ("Belgorod", 50.6, 36.59), ("Kursk", 51.73, 36.19), ("Bryansk", 53.24, 34.36), ("Voronezh", 51.66, 39.2),
    ("Rostov-on-Don", 47.23, 39.72), ("Minsk", 53.9, 27.57), ("Warsaw", 52.23, 21.01),
    ("Chisinau", 47.01, 28.86), ("Saint Petersburg", 59.94, 30.31), ("Volgograd", 48.71, 44.51),
    ("Bucharest", 44.43, 26.1), ("Istanbul", 41.01, 28.98), ("Ankara", 39.93, 32.86), ("Berlin", 52.52, 13.4),
    ("Paris", 48.86, 2.35), ("London", 51.51, -0.13), ("Rome", 41.9, 12.5), ("Geneva", 46.2, 6.15),
    ("Vienna", 48.21, 16.37), ("Riyadh", 24.71, 46.68), ("Doha", 25.29, 51.53), ("Abu Dhabi", 24.45, 54.38),
    ("Tehran", 35.69, 51.39), ("Jerusalem", 31.77, 35.21), ("Cairo", 30.04, 31.24), ("Khartoum", 15.5, 32.56),
    ("Sanaa", 15.37, 44.19), ("Washington", 38.9, -77.04), ("New York", 40.71, -74.01),
    ("Beijing", 39.9, 116.4), ("New Delhi", 28.61, 77.21), ("Islamabad", 33.68, 73.05),
    ("Tokyo", 35.68, 139.69), ("Seoul", 37.57, 126.98),
)  # fmt: skip


@cache
def _borders() -> dict[str, dict[str, list[Ring]]]:
    text = resources.files("dashboard.charts").joinpath("borders.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, list[Ring]]] = json.loads(text)
    return found


def event_map(event: Row) -> go.Figure:
    """Draw where one event was: a dot among outlines and the nearest cities; empty where it has no coordinates."""
    drawn = _blank(300)
    lat, lon = event["lat"], event["lon"]
    if lat is None or lon is None:
        return theme.say_empty(drawn, "The reports do not fix a place that can be drawn.")
    reach = {"country": 9.0, "region": 4.5}.get(str(event["place_precision"]), 3.2)
    box = _box([float(lat)], [float(lon)], reach)
    _outlines(drawn, box)
    _cities(drawn, box, [(float(lat), float(lon))], most=6)
    drawn.add_scatter(
        x=[lon],
        y=[lat],
        mode="markers+text",
        text=[f"<b>{theme.clip(event['place'] or event['region'] or '', 30)}</b>"],
        textposition="top center",
        textfont={"size": 13},
        marker={"size": 15, "color": theme.RED, "line": {"width": 5, "color": "rgba(200, 67, 79, 0.25)"}},
        hoverinfo="skip",
        cliponaxis=False,
    )
    return drawn


def strike_map(places: pd.DataFrame) -> go.Figure:
    """Draw `queries.strike_places`: a disc per place, its area as the number of strikes on it.

    Places outside `NEAR` and strikes told only by country are left out.
    """
    drawn = _blank(430)
    placed = places.dropna(subset=["lat", "lon"])
    placed = placed[placed["lon"].between(NEAR[0], NEAR[2]) & placed["lat"].between(NEAR[1], NEAR[3])]
    placed = placed[placed["precision"] != "country"]
    if placed.empty:
        return theme.say_empty(drawn, "No strike in this choice has a place that can be drawn.")
    lats, lons = placed["lat"].tolist(), placed["lon"].tolist()
    box = _box([*lats, *FRAME[0]], [*lons, *FRAME[1]], 0.7)
    _outlines(drawn, box)
    rows = frames.records(placed)
    named = _apart(box, [(str(row["place"]), row["lat"], row["lon"]) for row in rows], [], MOST_NAMES)
    _cities(drawn, box, [(lat, lon) for _, lat, lon in named], MOST_NAMES)
    largest = max(float(placed["events"].max()), 4.0)
    written = {name for name, _, _ in named}
    drawn.add_scatter(
        x=lons,
        y=lats,
        mode="markers+text",
        marker={
            "size": [8 + 22 * math.sqrt(row["events"] / largest) for row in rows],
            "color": theme.RED,
            "opacity": 0.66,
            "line": {"width": 1, "color": theme.RED},
        },
        text=[f"<b>{theme.clip(row['place'], 24)}</b>" if row["place"] in written else "" for row in rows],
        textposition="top center",
        textfont={"size": 12},
        hovertext=[f"<b>{theme.clip(row['place'])}</b><br>{words.count(row['events'], 'strike')}" for row in rows],
        hoverinfo="text",
    )
    return drawn


def _blank(height: int) -> go.Figure:
    drawn = theme.figure(height, margin={"l": 0, "r": 0, "t": 0, "b": 0}, dragmode=False)
    axis = {"visible": False, "showgrid": False, "zeroline": False, "fixedrange": True, "rangemode": "normal"}
    return drawn.update_xaxes(**axis).update_yaxes(**axis)


def _box(lats: list[float], lons: list[float], reach: float) -> Box:
    middle = math.radians((min(lats) + max(lats)) / 2)
    wide = reach / max(0.2, math.cos(middle))
    return min(lons) - wide, min(lats) - reach, max(lons) + wide, max(lats) + reach


def _inside(box: Box, lat: float, lon: float, slack: float = 0.0) -> bool:
    west, south, east, north = box
    return west - slack <= lon <= east + slack and south - slack <= lat <= north + slack


def _outlines(drawn: go.Figure, box: Box) -> None:
    """Draw the countries that reach into the box (three times as wide, since a wide screen shows more) and frame it."""
    west, south, east, north = box
    wide = (east - west) * 1.5
    near = _inside(NEAR, south, west) and _inside(NEAR, north, east)
    lines: dict[bool, tuple[list[float | None], list[float | None]]] = {False: ([], []), True: ([], [])}
    for code, rings in _borders()["near" if near else "world"].items():
        for ring in rings:
            lons, lats = [point[0] for point in ring], [point[1] for point in ring]
            if max(lons) < west - wide or min(lons) > east + wide or max(lats) < south - 3 or min(lats) > north + 3:
                continue
            for line, values in zip(lines[code == "UKR"], (lons, lats), strict=True):
                line += [*values, None]  # None lifts the pen: one trace for all is far quicker than one each
    for in_ukraine, (lons_, lats_) in lines.items():
        drawn.add_scatter(
            x=lons_,
            y=lats_,
            mode="lines",
            line={"width": 1, "color": theme.BAND},
            fill="toself",
            fillcolor="rgba(125, 133, 144, 0.20)" if in_ukraine else "rgba(125, 133, 144, 0.08)",
            hoverinfo="skip",
        )
    middle = math.cos(math.radians((south + north) / 2))
    drawn.update_xaxes(range=[west, east]).update_yaxes(
        range=[south, north], scaleanchor="x", scaleratio=1 / max(0.2, middle)
    )


def _apart(
    box: Box, spots: list[tuple[str, float, float]], taken: list[tuple[float, float]], most: int
) -> list[tuple[str, float, float]]:
    """Return the first named spots inside the box whose names do not meet each other or those already written."""
    gap_lat, gap_lon = (box[3] - box[1]) * 0.09, (box[2] - box[0]) * 0.17
    kept: list[tuple[str, float, float]] = []
    for name, lat, lon in spots:
        written = taken + [(other[1], other[2]) for other in kept]
        clear = all(abs(lat - there[0]) > gap_lat or abs(lon - there[1]) > gap_lon for there in written)
        if clear and _inside(box, lat, lon, -(box[3] - box[1]) * 0.05):
            kept.append((name, lat, lon))
    return kept[:most]


def _cities(drawn: go.Figure, box: Box, taken: list[tuple[float, float]], most: int) -> None:
    """Name cities in the box for orientation, small, where there is room."""
    kept = _apart(box, list(CITIES), taken, most)
    drawn.add_scatter(
        x=[lon for _, _, lon in kept], y=[lat for _, lat, _ in kept], text=[name for name, _, _ in kept],
        mode="markers+text", textposition="bottom center", textfont={"size": 11}, hoverinfo="skip", opacity=0.75,
        marker={"size": 4, "color": theme.GREY},
    )  # fmt: skip
