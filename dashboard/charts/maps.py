"""Maps without a map service: outlines and dots on plain axes, so that nothing is fetched from anywhere.

Borders are those of the UN's geodata as plotly.js 4.1.1 carries it (borders.json: `near` at 1:50 million for Ukraine and
its neighbours, `world` at 1:110 million); Crimea, Donetsk, Kherson, Luhansk and Zaporizhzhia lie in Ukraine.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import words
from dashboard.charts import theme

Ring = list[list[float]]
Box = tuple[float, float, float, float]  # west, south, east, north

SOURCE = "Borders: UN Geospatial data, with Natural Earth."
NEAR: Box = (19.5, 43.0, 48.0, 60.0)  # where the finer outlines reach
CITIES = (  # for orientation only
    ("Kyiv", 50.45, 30.52), ("Kharkiv", 49.99, 36.23), ("Odesa", 46.48, 30.73), ("Dnipro", 48.46, 35.04),
    ("Lviv", 49.84, 24.03), ("Donetsk", 48.0, 37.8), ("Zaporizhzhia", 47.84, 35.14), ("Simferopol", 44.95, 34.1),
    ("Luhansk", 48.57, 39.31), ("Kherson", 46.64, 32.62), ("Sumy", 50.91, 34.8), ("Chernihiv", 51.5, 31.29),
    ("Vinnytsia", 49.23, 28.47), ("Moscow", 55.76, 37.62), ("Belgorod", 50.6, 36.59), ("Kursk", 51.73, 36.19),
    ("Bryansk", 53.24, 34.36), ("Voronezh", 51.66, 39.2), ("Rostov-on-Don", 47.23, 39.72), ("Minsk", 53.9, 27.57),
    ("Warsaw", 52.23, 21.01), ("Chisinau", 47.01, 28.86), ("Saint Petersburg", 59.94, 30.31), ("Volgograd", 48.71, 44.51),
    ("Bucharest", 44.43, 26.1), ("Istanbul", 41.01, 28.98), ("Ankara", 39.93, 32.86), ("Berlin", 52.52, 13.4),
    ("Paris", 48.86, 2.35), ("London", 51.51, -0.13), ("Rome", 41.9, 12.5), ("Geneva", 46.2, 6.15), ("Vienna", 48.21, 16.37),
    ("Riyadh", 24.71, 46.68), ("Doha", 25.29, 51.53), ("Abu Dhabi", 24.45, 54.38), ("Tehran", 35.69, 51.39),
    ("Jerusalem", 31.77, 35.21), ("Cairo", 30.04, 31.24), ("Khartoum", 15.5, 32.56), ("Sanaa", 15.37, 44.19),
    ("Washington", 38.9, -77.04), ("New York", 40.71, -74.01), ("Beijing", 39.9, 116.4), ("New Delhi", 28.61, 77.21),
    ("Islamabad", 33.68, 73.05), ("Tokyo", 35.68, 139.69), ("Seoul", 37.57, 126.98),
)  # fmt: skip


@cache
def _borders() -> dict[str, dict[str, list[Ring]]]:
    text = resources.files("dashboard.charts").joinpath("borders.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, list[Ring]]] = json.loads(text)
    return found


def event_map(event: dict[str, Any]) -> go.Figure:
    """Draw where one event was: a dot among outlines and the nearest cities; empty where it has no coordinates."""
    drawn = _blank(300)
    lat, lon = event.get("lat"), event.get("lon")
    if not (words.known(lat) and words.known(lon)) or lat is None or lon is None:
        return theme.say_empty(drawn, "The reports do not fix a place that can be drawn.")
    reach = {"country": 9.0, "region": 4.5}.get(str(event.get("place_precision")), 3.2)
    box = _box([float(lat)], [float(lon)], reach)
    _outlines(drawn, box)
    _cities(drawn, box, [(float(lat), float(lon))], most=6)
    name = event["place"] if words.known(event.get("place")) else event.get("region") or ""
    drawn.add_scatter(
        x=[lon], y=[lat], mode="markers+text", text=[f"<b>{theme.clip(name, 30)}</b>"], textposition="top center",
        marker={"size": 15, "color": theme.RED, "line": {"width": 5, "color": "rgba(200, 67, 79, 0.25)"}}, hoverinfo="skip",
        textfont={"size": 13}, cliponaxis=False,
    )  # fmt: skip
    return drawn


def strike_map(places: pd.DataFrame) -> go.Figure:
    """Draw `queries.strike_places`: a disc per place, its area as the number of strikes on it."""
    drawn = _blank(430)
    known = places.dropna(subset=["lat", "lon"])
    known = (
        known[known["lon"].between(NEAR[0], NEAR[2]) & known["lat"].between(NEAR[1], NEAR[3])] if len(known) else known
    )
    if known.empty:
        return theme.say_empty(drawn, "No strike in this choice has a place that can be drawn.")
    box = _box(known["lat"].tolist() + [50.0, 46.5], known["lon"].tolist() + [24.0, 38.0], 1.2)
    _outlines(drawn, box)
    spots = list(zip(known["lat"], known["lon"], strict=True))
    _cities(drawn, box, [], most=9)
    largest = max(float(known["events"].max()), 4.0)
    drawn.add_scatter(
        x=known["lon"].tolist(), y=known["lat"].tolist(), mode="markers",
        marker={
            "size": [9 + 22 * math.sqrt(many / largest) for many in known["events"]], "color": theme.RED, "opacity": 0.62,
            "line": {"width": 1, "color": theme.RED},
        },
        hovertext=[
            f"<b>{theme.clip(row['place'])}</b><br>{words.count(row['events'], 'strike')}" for row in known.to_dict("records")
        ],
        hoverinfo="text",
    )  # fmt: skip
    return drawn.update_layout(meta={"drawn": len(spots)})


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
    for code, rings in _borders()["near" if near else "world"].items():
        for ring in rings:
            lons, lats = [point[0] for point in ring], [point[1] for point in ring]
            if max(lons) < west - wide or min(lons) > east + wide or max(lats) < south - 3 or min(lats) > north + 3:
                continue
            drawn.add_scatter(
                x=lons, y=lats, mode="lines", line={"width": 1, "color": theme.BAND}, fill="toself",
                fillcolor="rgba(125, 133, 144, 0.20)" if code == "UKR" else "rgba(125, 133, 144, 0.08)", hoverinfo="skip",
            )  # fmt: skip
    middle = math.cos(math.radians((south + north) / 2))
    drawn.update_xaxes(range=[west, east]).update_yaxes(
        range=[south, north], scaleanchor="x", scaleratio=1 / max(0.2, middle)
    )


def _cities(drawn: go.Figure, box: Box, taken: list[tuple[float, float]], most: int) -> None:
    """Name cities in the box for orientation, not so close together that their names meet."""
    gap_lat, gap_lon = (box[3] - box[1]) * 0.1, (box[2] - box[0]) * 0.16
    kept: list[tuple[str, float, float]] = []
    for name, lat, lon in CITIES:
        spots = taken + [(other[1], other[2]) for other in kept]
        if _inside(box, lat, lon, -0.2) and all(
            abs(lat - there[0]) > gap_lat or abs(lon - there[1]) > gap_lon for there in spots
        ):
            kept.append((name, lat, lon))
    kept = kept[:most]
    if kept:
        drawn.add_scatter(
            x=[lon for _, _, lon in kept], y=[lat for _, lat, _ in kept], text=[name for name, _, _ in kept],
            mode="markers+text", textposition="bottom center", textfont={"size": 11}, hoverinfo="skip",
            marker={"size": 4, "color": theme.GREY},
        )  # fmt: skip
