"""The claims about one event: who says how many, drawn side by side on one axis, and how the count moved over time."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import words
from dashboard.charts import theme

ROW_HEIGHT = 50
OPEN_ABOVE, OPEN_BELOW = ("at_least", "more_than"), ("nearly",)
FADED = {"superseded": 0.38, "retracted": 0.3}
COLOURS = {"killed": theme.RED, "injured": theme.ORANGE, "launched": theme.BLUE, "intercepted": theme.TEAL}
LINE_COLOURS = (theme.BLUE, theme.ORANGE, theme.TEAL, theme.PURPLE, theme.RED, theme.OLIVE)


def claimant(row: dict[str, Any]) -> str:
    """Return who makes a claim: the named claimant, else the outlet, which names none.

    >>> claimant({"claimant": None, "source": "Example Wire", "title": "A strike"})
    'Example Wire, naming no source'
    """
    if words.known(row["claimant"]):
        return str(row["claimant"])
    return f"{row['source']}, naming no source" if words.known(row["source"]) else "An article, naming no source"


def gathered(claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row per claim as it was made, however many articles carry it: wholes first, then parts of the toll.

    Adds who (str, see `claimant`), made_on (the day it was said, else published) and articles (int, how many carry it).
    """
    if claims.empty:
        return claims.assign(who="", made_on=pd.NaT, articles=0)
    rows = claims.assign(
        who=[claimant(row) for row in claims.to_dict("records")],
        made_on=claims["said_on"].fillna(claims["published_on"]),
        counted=claims["counted"].where(claims["counted"].map(words.known), None),
        rank=claims["standing"].map({"current": 0, "superseded": 1, "repeat": 2}).fillna(3),
    )
    keys = ["measure", "who", "counted", "low", "high", "qualifier"]
    rows = rows.sort_values(["rank", "made_on"], kind="stable")
    rows["articles"] = rows.groupby(keys, dropna=False)["article_id"].transform("nunique")
    rows = rows.drop_duplicates(keys)
    rows["part"] = rows["standing"] == "subset"
    latest = rows.groupby("who")["made_on"].transform("max")
    return (
        rows.assign(latest=latest)
        .sort_values(["part", "high", "who", "made_on"], ascending=[True, False, True, False], kind="stable")
        .drop(columns=["rank", "latest"])
    )


def claims_by_claimant(claims: pd.DataFrame, toll: dict[str, Any] | None) -> go.Figure:
    """Draw the gathered claims of one measure: a row each with its claimant, low to high on one axis.

    An arrow says that the claimant left the number open ("at least", "more than", "nearly"); a revised claim is faded;
    a part of the toll has a diamond. `toll` is drawn as a band from low to high with a line at the best count.
    """
    drawn = theme.figure(len(claims) * ROW_HEIGHT + 78, margin={"l": 4, "r": 12, "t": 30, "b": 30})
    if claims.empty:
        return theme.say_empty(drawn, "Nobody gives a number.")
    highest = float(max(claims["high"].max(), toll["high"] if toll else 0)) or 1.0
    if toll:
        _draw_toll(drawn, toll, highest)
    for place, row in enumerate(claims.to_dict("records")):
        _draw_claim(drawn, place, row, highest)
    drawn.update_yaxes(range=[len(claims) - 0.5, -0.75], showticklabels=False, showgrid=False)
    return drawn.update_xaxes(
        range=[0, highest * 1.5],
        tickformat=",d",
        nticks=6,
        showgrid=True,
        gridcolor=theme.SHADE,
        fixedrange=True,
        ticks="",
    )


def _draw_toll(drawn: go.Figure, toll: dict[str, Any], highest: float) -> None:
    least = highest * 0.006  # a band of no width would not be seen
    drawn.add_vrect(x0=toll["low"] - least, x1=toll["high"] + least, fillcolor=theme.SHADE, line_width=0, layer="below")
    drawn.add_vline(x=toll["best"], line={"color": theme.GREY, "width": 1.5, "dash": "dot"})
    drawn.add_annotation(
        x=toll["best"], xanchor="center", y=1, yref="paper", yanchor="bottom", showarrow=False, font={"size": 12},
        text=f"best {words.number(toll['best'])}",
    )  # fmt: skip


def _draw_claim(drawn: go.Figure, place: int, row: dict[str, Any], highest: float) -> None:
    colour = theme.PURPLE if row["part"] else COLOURS.get(row["measure"], theme.BLUE)
    opacity = FADED.get(row["standing"], 1.0)
    href = f"/article/{row['article_id']}"
    if words.known(row["evidence_start"]):
        href += f"?at={int(row['evidence_start'])}-{int(row['evidence_end'])}"
    said = words.claim(row["low"], row["high"], row["qualifier"])
    counted = f" {row['counted']}" if words.known(row["counted"]) else ""
    standing = words.STANDINGS.get(row["standing"], row["standing"])
    drawn.add_scatter(
        x=[row["low"], row["high"]], y=[place, place], mode="lines+markers", opacity=opacity,
        line={"color": colour, "width": 5},
        marker={"size": 13, "color": colour, "symbol": "diamond" if row["part"] else "circle"},
        hovertext=f"<b>{theme.clip(row['who'])}</b><br>{said}{theme.plain(counted)}, {standing}<br>"
        f"“{theme.fold(row['evidence'] if words.known(row['evidence']) else row['title'])}”",
        hoverinfo="text", customdata=[href, href],
    )  # fmt: skip
    reach, shift = highest * 0.09, 12
    if row["qualifier"] in OPEN_ABOVE:
        _arrow(drawn, place, row["high"], row["high"] + reach, colour, opacity)
        shift += 4
    if row["qualifier"] in OPEN_BELOW:
        _arrow(drawn, place, row["low"], max(0, row["low"] - reach), colour, opacity)
    label = f"<b>{said}</b>{theme.clip(counted, 28)}"
    drawn.add_annotation(
        x=row["high"] + (reach if row["qualifier"] in OPEN_ABOVE else 0), y=place, xanchor="left", xshift=shift,
        showarrow=False, text=f"<s>{label}</s>" if row["standing"] == "retracted" else label, font={"size": 14},
    )  # fmt: skip
    notes = [words.day(row["made_on"])]
    if row["articles"] > 1:
        notes.append(f"in {words.count(row['articles'], 'article')}")
    if row["standing"] in ("superseded", "retracted", "subset"):
        notes.append(standing)
    drawn.add_annotation(
        x=0, xref="paper", xanchor="left", y=place - 0.42, yanchor="middle", showarrow=False, align="left", font={"size": 13},
        text=f"<b>{theme.clip(row['who'], 36)}</b>  " + ", ".join(note for note in notes if note),
    )  # fmt: skip


def _arrow(drawn: go.Figure, place: int, start: float, end: float, colour: str, opacity: float) -> None:
    drawn.add_annotation(
        x=end, y=place, ax=start, ay=place, xref="x", yref="y", axref="x", ayref="y", text="", showarrow=True,
        arrowhead=2, arrowsize=1.1, arrowwidth=2.5, arrowcolor=colour, opacity=opacity,
    )  # fmt: skip


def has_history(claims: pd.DataFrame) -> bool:
    """Tell whether the gathered claims of one measure moved: more than one number on more than one day."""
    wholes = claims[~claims["part"]] if "part" in claims else claims
    return bool(wholes["made_on"].nunique() > 1 and wholes["high"].nunique() > 1)


def claims_over_time(claims: pd.DataFrame) -> go.Figure:
    """Draw how the count moved: a stepped line per claimant through the numbers given on each day."""
    drawn = theme.figure(300, margin={"r": 24})
    wholes = claims[~claims["part"]].dropna(subset=["made_on"]) if len(claims) else claims
    if wholes.empty:
        return theme.say_empty(drawn, "No claim has a day.")
    people = list(dict.fromkeys(wholes["who"]))
    for place, who in enumerate(people):
        rows = wholes[wholes["who"] == who].sort_values("made_on", kind="stable")
        drawn.add_scatter(
            name=theme.clip(who, 34),
            x=[day.isoformat() for day in theme.days_of(rows, "made_on")],
            y=rows["high"].tolist(),
            mode="lines+markers",
            line={"shape": "hv", "width": 2, "color": LINE_COLOURS[place % len(LINE_COLOURS)]},
            marker={
                "size": 10,
                "symbol": ["triangle-up" if value in OPEN_ABOVE else "circle" for value in rows["qualifier"]],
            },
            hovertext=[
                f"<b>{theme.clip(who)}</b><br>{words.day(row['made_on'])}: "
                f"{words.claim(row['low'], row['high'], row['qualifier'])}"
                for row in rows.to_dict("records")
            ],
            hoverinfo="text",
        )
    theme.time_axis(drawn, theme.days_of(wholes, "made_on"), "day")
    drawn.update_yaxes(tickformat=",d", nticks=6)
    return theme.room_for_legend(drawn, len(people) + 3)
