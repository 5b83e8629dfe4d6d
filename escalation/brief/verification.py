"""Pictures of how well forecasts did: each draws one table on one ``ax``, and computes nothing.

The tables are those of ``escalation.verify``: ``compare.compare`` and ``compare.summary``,
``calibration.reliability``, ``pit_histogram`` and ``coverage``, ``decisions.value_curve``; the fan
has its own, :func:`past_fan`.
Models keep their colour and mark in every picture of one report, by the order of ``models``.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.ticker import MaxNLocator

from escalation.brief import style
from escalation.forecast import Forecast
from escalation.schema import ContractError

_MARKS = ("o", "s", "^", "D", "v", "P", "X")


def draw_by_horizon(table: pd.DataFrame, ax: Axes, *, score: str = "crps") -> None:
    """Draw a score by horizon, a line a model.

    Parameters
    ----------
    table
        Columns ``model``, ``horizon`` (periods), ``score`` and, for a band, ``low``, ``high``.
    ax
        Where to draw.
    score
        Name of the column that holds the score.
    """
    _needs(table, "model", "horizon", score)
    for (model, rows), look in zip(table.groupby("model", sort=False), _looks(), strict=False):
        line = rows.sort_values("horizon")
        if {"low", "high"} <= set(line):
            ax.fill_between(
                line["horizon"], line["low"], line["high"], color=look["color"], alpha=0.15, lw=0
            )
        ax.plot(line["horizon"], line[score], label=str(model), markersize=3, **look)
    ax.set_xlabel("horizon")
    ax.set_ylabel(score)
    ax.set_ylim(bottom=0)
    ax.legend()


def draw_reliability(table: pd.DataFrame, ax: Axes) -> None:
    """Draw a reliability diagram: how often it came, by the chance that was given.

    Parameters
    ----------
    table
        Columns ``chance``, ``happened`` (recalibrated share), ``low``, ``high`` (consistency
        band: where the share would lie if the chances were right) and ``n`` (forecasts).
    ax
        Where to draw.
    """
    _needs(table, "chance", "happened", "low", "high", "n")
    rows = table.sort_values("chance")
    ax.plot([0, 1], [0, 1], color=style.GREY, linewidth=0.6, linestyle=(0, (4, 3)))
    ax.fill_between(rows["chance"], rows["low"], rows["high"], color=style.PALE, linewidth=0)
    ax.plot(rows["chance"], rows["happened"], color=style.BLUE)
    ax.scatter(
        rows["chance"], rows["happened"], s=4 + 26 * rows["n"] / rows["n"].max(), color=style.BLUE
    )
    ax.set(xlim=(0, 1), ylim=(0, 1), xlabel="chance given", ylabel="share that came")
    ax.set_aspect("equal")


def draw_pit(table: pd.DataFrame, ax: Axes) -> None:
    """Draw a PIT histogram; flat is calibrated, a U too narrow, a hump too wide.

    Parameters
    ----------
    table
        Columns ``left``, ``right`` (edges in 0 to 1), ``share``, and ``low``, ``high``: where the
        share of a calibrated forecast would stay.
    ax
        Where to draw.
    """
    _needs(table, "left", "right", "share", "low", "high")
    width = table["right"] - table["left"]
    ax.axhspan(table["low"].min(), table["high"].max(), color=style.PALE, zorder=0, lw=0)
    ax.bar(table["left"], table["share"], width=0.94 * width, align="edge", color=style.SKY, lw=0)
    ax.hlines(width, table["left"], table["right"], color=style.INK, linewidth=0.6)
    ax.set(xlim=(0, 1), xlabel="probability integral transform", ylabel="share of outcomes")


def draw_coverage(table: pd.DataFrame, ax: Axes) -> None:
    """Draw the share of outcomes inside central intervals by year, beside what was promised:
    the level, dashed, and as a bar the share of the forecasts' own draws inside, where told.

    Parameters
    ----------
    table
        Of one model: ``year``; ``covered50`` and ``covered90``, each with ``_low`` and ``_high``;
        ``claimed50`` and ``claimed90`` if there.
    ax
        Where to draw.
    """
    _needs(table, "year", *(f"covered{n}{end}" for n in (50, 90) for end in ("", "_low", "_high")))
    for percent, colour, mark, beside in (
        (50, style.BLUE, "o", -0.1),
        (90, style.VERMILION, "s", 0.1),
    ):
        name = f"covered{percent}"
        years = table["year"] + beside
        ax.axhline(percent / 100, color=colour, linewidth=0.7, linestyle=(0, (4, 3)))
        ax.vlines(years, table[f"{name}_low"], table[f"{name}_high"], color=colour, linewidth=0.8)
        ax.scatter(years, table[name], s=12, color=colour, marker=mark, label=f"{percent}%")
        if f"claimed{percent}" in table:
            share = table[f"claimed{percent}"]
            ax.hlines(share, years - 0.18, years + 0.18, color=colour, linewidth=1.1)
    ax.set(ylim=(0, 1.02), xlabel="year", ylabel="share inside")
    ax.set_xlim(table["year"].min() - 0.6, table["year"].max() + 0.6)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.legend(loc="best")


def draw_skill(table: pd.DataFrame, ax: Axes) -> None:
    """Draw scores as ratios to a baseline with their intervals; left of 1 is better.

    Parameters
    ----------
    table
        Columns ``series``, ``horizon``, ``model``, ``ratio``, ``low``, ``high``.
    ax
        Where to draw; the first row comes on top.
    """
    _needs(table, "series", "horizon", "model", "ratio", "low", "high")
    places = np.arange(len(table))[::-1]
    models = table["model"].to_numpy()
    ax.axvline(1, color=style.GREY, linewidth=0.7)
    for model, look in zip(dict.fromkeys(models), _looks(), strict=False):
        mine = models == model
        rows = table[mine]
        ax.hlines(places[mine], rows["low"], rows["high"], color=look["color"], linewidth=1.2)
        ax.plot(rows["ratio"], places[mine], ls="", markersize=4, label=str(model), **look)
    labels = [f"{series}, {h}" for series, h in zip(table["series"], table["horizon"], strict=True)]
    ax.set_yticks(places, labels)
    ax.set(ylim=(-0.6, len(table) - 0.4), xlabel="ratio to the baseline's score")
    ax.legend()


def draw_value(table: pd.DataFrame, ax: Axes) -> None:
    """Draw what acting on the forecast is worth, by the cost of acting over the loss averted.

    Parameters
    ----------
    table
        Columns ``model``, ``ratio`` (cost over loss, 0 to 1) and ``value`` (1 for foreknowledge,
        0 for the better of always and never acting).
    ax
        Where to draw.
    """
    _needs(table, "model", "ratio", "value")
    for (model, rows), look in zip(table.groupby("model", sort=False), _looks(), strict=False):
        line = rows.sort_values("ratio")
        ax.plot(line["ratio"], line["value"], color=look["color"], label=str(model))
    ax.axhline(0, color=style.GREY, linewidth=0.6)
    ax.set(xlim=(0, 1), ylim=(-0.25, 1), xlabel="cost / loss", ylabel="relative value")
    ax.legend()


def past_fan(
    forecasts: Sequence[Forecast], came: pd.Series, *, series: str, horizon: int = 1
) -> pd.DataFrame:
    """Quantiles that past forecasts gave for a week, ``horizon`` periods ahead, and what came.

    Parameters
    ----------
    forecasts
        Forecasts of one model at several origins.
    came
        Counts by week, NaN where not observed.
    series, horizon
        Which series, and how far ahead.

    Returns
    -------
    DataFrame
        ``week``, ``low90``, ``low50``, ``median``, ``high50``, ``high90``, ``came``; a row a
        forecast, by week.
    """
    rows = []
    for forecast in forecasts:
        week = forecast.weeks[horizon - 1]
        bands = forecast.quantiles(series).loc[week]
        names = ("low90", "low50", "median", "high50", "high90")
        rows.append({"week": week, **dict(zip(names, bands, strict=True))})
    table = pd.DataFrame(rows).sort_values("week").reset_index(drop=True)
    return table.assign(came=came.reindex(pd.DatetimeIndex(table["week"])).to_numpy())


def draw_past_fan(table: pd.DataFrame, ax: Axes) -> None:
    """Draw the fan of past forecasts with what came as points; hollow where it fell outside 90%.

    Parameters
    ----------
    table
        What :func:`past_fan` gives.
    ax
        Where to draw.
    """
    _needs(table, "week", "low90", "low50", "median", "high50", "high90", "came")
    weeks = table["week"].to_numpy()
    for low, high, colour in (("low90", "high90", style.BAND90), ("low50", "high50", style.BAND50)):
        ax.fill_between(weeks, table[low], table[high], step="mid", color=colour, linewidth=0)
    ax.step(weeks, table["median"], where="mid", color=style.VERMILION, linewidth=0.9)
    inside = table["came"].between(table["low90"], table["high90"])
    ax.scatter(weeks[inside], table["came"][inside], s=6, color=style.INK, zorder=3)
    missed = ~inside & table["came"].notna()
    ax.scatter(
        weeks[missed],
        table["came"][missed],
        s=12,
        facecolor="white",
        edgecolor=style.VERMILION,
        zorder=3,
    )
    locator = AutoDateLocator(minticks=4, maxticks=9)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))
    ax.set_ylim(bottom=-0.2)
    ax.set_ylabel("incidents")


def _looks() -> list[dict[str, Any]]:
    return [
        {"color": colour, "marker": mark} for colour, mark in zip(style.CYCLE, _MARKS, strict=True)
    ]


def _needs(table: pd.DataFrame, *columns: str) -> None:
    missing = [name for name in columns if name not in table]
    if missing:
        raise ContractError(
            f"this picture needs the columns {', '.join(columns)}; the table lacks "
            f"{', '.join(missing)} and has {', '.join(map(str, table.columns))}"
        )
    if table.empty:
        raise ContractError("this picture has nothing to show: the table is empty")
