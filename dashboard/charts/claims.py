"""The claims about one event: who says how many, drawn side by side on one axis, and how the count moved over time."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard import frames, words
from dashboard.charts import theme
from dashboard.frames import Row

ROW_HEIGHT = 58
OPEN_ABOVE, OPEN_BELOW = ("at_least", "more_than"), ("nearly",)
FADED = {"superseded": 0.38, "retracted": 0.3}
COLOURS = {"killed": theme.RED, "injured": theme.ORANGE, "launched": theme.BLUE, "intercepted": theme.TEAL}


def claims_by_claimant(told: pd.DataFrame, toll: dict[str, float] | None) -> go.Figure:
    """Draw the numbers told (`told.gathered`) of one toll: a row each with who gives it, low to high on one axis.

    An arrow says that the claimant left the number open ("at least", "more than", "nearly"). What was since revised
    shares one faded row at the foot. `toll` is drawn as a band from low to high with a line at the best count.
    """
    rows = frames.records(told)
    shown = [row for row in rows if row["standing"] != "superseded"]
    revised = sorted((row for row in rows if row["standing"] == "superseded"), key=_in_time)
    many = len(shown) + bool(revised)
    drawn = theme.figure(many * ROW_HEIGHT + 64, margin={"l": 4, "r": 12, "t": 26, "b": 30})
    if not rows:
        return theme.say_empty(drawn, "Nobody gives a number.")
    highest = float(max(told["high"].max(), toll["high"] if toll else 0)) or 1.0
    notes = theme.Notes()
    if toll:
        _note_toll(notes, toll, highest)
    for place, row in enumerate(shown):
        _draw_claim(drawn, notes, place, row, highest)
    if revised:
        _draw_revised(drawn, notes, len(shown), revised)
    notes.laid_on(drawn)
    drawn.update_yaxes(range=[many - 0.6, -0.85], showticklabels=False, showgrid=False)
    drawn.update_xaxes(range=[0, highest * 1.16], tickformat=",d", fixedrange=True, ticks="")
    drawn.update_xaxes(**({"dtick": 1} if highest <= 5 else {"nticks": 6}))
    return drawn.update_xaxes(showgrid=True, gridcolor=theme.SHADE)


def _in_time(row: Row) -> tuple[bool, Any, float]:
    return (row["made_on"] is None, row["made_on"] or 0, row["high"])


def _draw_revised(drawn: go.Figure, notes: theme.Notes, place: int, revised: list[Row]) -> None:
    """Draw what was since revised as faded dots on one row, told as a history: "12 → 17 → 20"."""
    drawn.add_scatter(
        x=[row["high"] for row in revised], y=[place] * len(revised), mode="markers", opacity=FADED["superseded"],
        marker={"size": 12, "color": COLOURS.get(revised[0]["measure"], theme.BLUE)},
        hovertext=[_hover(row) for row in revised], hoverinfo="text", customdata=[_address(row) for row in revised],
    )  # fmt: skip
    history = list(dict.fromkeys(words.number(row["high"]) for row in revised))
    notes.stem(place, max(row["high"] for row in revised))
    notes.name(place - 0.54, "<b>Earlier counts, since revised</b>")
    notes.name(place - 0.29, theme.clip(" → ".join(history), 56), size=12)


def _note_toll(notes: theme.Notes, toll: dict[str, float], highest: float) -> None:
    least = highest * 0.004  # a band of no width would not be seen
    whole: dict[str, Any] = {"yref": "paper", "y0": 0, "y1": 1}
    notes.line(type="rect", x0=toll["low"] - least, x1=toll["high"] + least, fillcolor=theme.SHADE, width=0, **whole)
    notes.line(x0=toll["best"], x1=toll["best"], line={"color": theme.GREY, "width": 1.5, "dash": "dot"}, **whole)
    best = f"best {words.number(toll['best'])}"
    notes.text(best, x=toll["best"], xanchor="center", y=1, yref="paper", yanchor="bottom", font={"size": 12})


def _draw_claim(drawn: go.Figure, notes: theme.Notes, place: int, row: Row, highest: float) -> None:
    colour = COLOURS.get(row["measure"], theme.BLUE)
    opacity = FADED.get(row["standing"], 1.0)
    href = _address(row)
    reach = highest * 0.07
    left, right = row["low"], row["high"]
    if row["qualifier"] in OPEN_ABOVE:
        right += reach
        notes.arrow(place, row["high"], right, colour, opacity)
    if row["qualifier"] in OPEN_BELOW:
        left = max(0.0, left - reach)
        notes.arrow(place, row["low"], left, colour, opacity)
    drawn.add_scatter(
        x=[row["low"], row["high"]], y=[place, place], mode="lines+markers", opacity=opacity,
        line={"color": colour, "width": 6},
        marker={"size": 14, "color": colour},
        hovertext=_hover(row), hoverinfo="text", customdata=[href, href],
    )  # fmt: skip
    _note_number(notes, place, row, left, right, highest)
    notes.line(width=1, xref="paper", x0=0, x1=1, y0=place + 0.3, y1=place + 0.3)
    notes.name(place - 0.54, f"<b>{theme.clip(row['who'], 42)}</b>")
    notes.name(place - 0.29, _circumstances(row), size=12)


def _note_number(notes: theme.Notes, place: int, row: Row, left: float, right: float, highest: float) -> None:
    """Write the number on that side of its mark where there is room for it."""
    said = f"<b>{words.claim(row['low'], row['high'], row['qualifier'])}</b>"
    counted = words.things(row["low"], row["high"], row["counted"])
    text = f"{said} {theme.clip(counted, 26)}" if counted else said
    text = f"<s>{text}</s>" if row["standing"] == "retracted" else text
    if right < highest * 0.55:
        notes.stem(place, left)
        notes.text(text, x=right, y=place, xanchor="left", xshift=12, font={"size": 14})
    else:
        notes.text(text, x=left, y=place, xanchor="right", xshift=-12, font={"size": 14})


def _circumstances(row: Row) -> str:
    notes = [words.day(row["made_on"])]
    if row["articles"] > 1:
        notes.append(f"in {words.count(row['articles'], 'article')}")
    if row["standing"] == "retracted":
        notes.append(words.STANDINGS["retracted"])
    return ", ".join(note for note in notes if note)


def _address(row: Row) -> str:
    """Return where a dot leads: the article at the evidence."""
    href = f"/article/{row['article_id']}"
    if row["evidence_start"] is None:
        return href
    return f"{href}?at={int(row['evidence_start'])}-{int(row['evidence_end'])}"


def _hover(row: Row) -> str:
    said = words.claim(row["low"], row["high"], row["qualifier"])
    counted = theme.clip(words.things(row["low"], row["high"], row["counted"]))
    standing = words.STANDINGS.get(row["standing"], row["standing"])
    sentence = theme.fold(row["evidence"] or row["title"])
    return f"<b>{theme.clip(row['who'])}</b><br>{f'{said} {counted}'.strip()}, {standing}<br>“{sentence}”"


def has_history(told: pd.DataFrame) -> bool:
    """Tell whether the numbers told of one toll moved: others on other days."""
    return bool(told["made_on"].nunique() > 1 and told["high"].nunique() > 1)


def claims_over_time(told: pd.DataFrame) -> go.Figure:
    """Draw how the count moved: a dot per number on its day; the stepped line follows the highest so far."""
    drawn = theme.figure(220, margin={"r": 30, "t": 10})
    wholes = told.dropna(subset=["made_on"]).sort_values(["made_on", "high"], kind="stable")
    if wholes.empty:
        return theme.say_empty(drawn, "No claim has a day.")
    days = theme.days_of(wholes, "made_on")
    rows = frames.records(wholes)
    highest = float(wholes["high"].max())
    colour = COLOURS.get(rows[0]["measure"], theme.BLUE)
    standing = wholes[wholes["standing"] != "retracted"]
    drawn.add_scatter(
        x=[day.isoformat() for day in theme.days_of(standing, "made_on")],
        y=standing["high"].cummax().tolist(),
        mode="lines",
        line={"shape": "hv", "width": 2, "color": theme.BAND},
        hoverinfo="skip",
    )
    drawn.add_scatter(
        x=[day.isoformat() for day in days],
        y=wholes["high"].tolist(),
        mode="markers+text",
        marker={
            "size": 12,
            "color": colour,
            "opacity": [FADED.get(row["standing"], 1.0) for row in rows],
            "symbol": ["triangle-up" if row["qualifier"] in OPEN_ABOVE else "circle" for row in rows],
        },
        text=_spread_labels(rows, highest * 0.075),
        textposition="middle right",
        hovertext=[f"{words.day(row['made_on'])}<br>{_hover(row)}" for row in rows],
        hoverinfo="text",
        customdata=[_address(row) for row in rows],
    )
    margin = pd.Timedelta(days=max(1, (max(days) - min(days)).days // 12))
    drawn.update_xaxes(type="date", range=[str(min(days) - margin), str(max(days) + margin)], nticks=5)
    return drawn.update_xaxes(tickformat="%-d %b\n%Y").update_yaxes(
        tickformat=",d", nticks=6, range=[0, highest * 1.18]
    )


def _spread_labels(rows: list[Row], gap: float) -> list[str]:
    """Return a label per claim, empty where it would meet that of a higher claim of the same day."""
    labels = [""] * len(rows)
    written: dict[object, float] = {}
    for place in sorted(range(len(rows)), key=lambda place: -rows[place]["high"]):
        row = rows[place]
        if written.get(row["made_on"], float("inf")) - row["high"] >= gap:
            written[row["made_on"]] = row["high"]
            labels[place] = words.number(row["high"])
    return labels
