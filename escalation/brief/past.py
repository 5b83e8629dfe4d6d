"""Past chances and what came: what an adviser would have been told, and whether it was so."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure

from escalation.brief import style, words
from escalation.brief.plots import Picture, to_svg
from escalation.brief.spans import Spans
from escalation.forecast import Forecast
from escalation.periods import last_ended
from escalation.theatre import Series


def past_chances(
    scores: pd.DataFrame, *, model: str, series: str, horizon: int, alarm: bool = False
) -> pd.DataFrame:
    """Chances of at least one incident in the total of ``horizon`` periods, and what came.

    Parameters
    ----------
    scores
        Table of the SCORES contract with the metrics ``chance`` and ``observed``.
    model, series, horizon
        Whose chances, of which series, over how many periods.
    alarm
        Of at least the alarm threshold (metric ``chance_alarm``) in place of at least one.

    Returns
    -------
    DataFrame
        ``origin``, ``chance``, ``count``, ``brier``; a row an origin, in order.
    """
    chance, brier = ("chance_alarm", "brier_alarm") if alarm else ("chance", "brier")
    mine = scores[
        (scores["model"] == model)
        & (scores["series"] == series)
        & (scores["target"] == "total")
        & (scores["horizon"] == horizon)
        & scores["metric"].isin([chance, brier, "observed"])
    ]
    latest = mine[mine["truth"] == mine["truth"].max()]
    wide = latest.pivot_table(index="origin", columns="metric", values="value")
    if not {chance, brier, "observed"} <= set(wide.columns):
        return pd.DataFrame(columns=["origin", "chance", "count", "brier"], dtype=float)
    names = {chance: "chance", brier: "brier", "observed": "count"}
    return wide.rename(columns=names).reset_index()[["origin", *names.values()]]


def came(table: pd.DataFrame) -> pd.Series:
    """Whether it came, read off the Brier score: the outcome that is nearer to its chance.

    With chance p the Brier score is (1 - p)^2 if it came and p^2 if not.
    """
    chance = table["chance"]
    told = (table["brier"] - (1 - chance) ** 2).abs() < (table["brier"] - chance**2).abs()
    # at an even chance both are the same; then the count decides
    return told.where(~np.isclose(chance, 0.5), table["count"] > 0)


def draw_chances(table: pd.DataFrame, ax: Axes) -> None:
    """Draw chances by origin as a line, what came as filled marks on top, the rest hollow."""
    happened = came(table)
    origins = table["origin"].to_numpy()
    ax.step(origins, table["chance"], where="post", color=style.BLUE, linewidth=1.1)
    ax.scatter(origins[happened], np.full(happened.sum(), 1.06), s=7, color=style.VERMILION)
    ax.scatter(
        origins[~happened],
        np.full((~happened).sum(), -0.06),
        s=7,
        facecolor="white",
        edgecolor=style.GREY,
        linewidth=0.6,
    )
    ax.set_ylim(-0.14, 1.14)
    ax.set_yticks([0, 0.5, 1], ["0%", "50%", "100%"])
    locator = AutoDateLocator(minticks=4, maxticks=9)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))
    ax.margins(x=0.01)


def past_of(scores: pd.DataFrame, forecast: Forecast, series: Series) -> Picture | None:
    """Past chances of an alarm of a series, by the forecast's model, that had come to pass.

    None where fewer than eight were scored and had ended by the forecast's day.
    """
    spans = Spans.of(forecast.data.attrs["cadence"], forecast.horizon)
    ended = scores[scores["week"] <= last_ended(forecast.as_of, cadence=spans.cadence)]
    table = past_chances(
        ended, model=forecast.model, series=series.name, horizon=spans.short, alarm=True
    )
    if len(table) < 8:
        return None
    what = (
        f"at least {words.plural(series.alarm, 'incident')} of “{series.title}” within "
        f"{spans.words(spans.short)}"
    )
    return Picture(_svg(table), {"file": "past.svg", "title": what, "alt": _alt(table, what)})


def _svg(table: pd.DataFrame) -> bytes:
    width, height = 7.0, 1.15
    with style.house_style():
        figure = Figure(figsize=(width, height))
        draw_chances(table, figure.subplots())
        figure.subplots_adjust(
            left=0.32 / width, right=1 - 0.02 / width, bottom=0.16 / height, top=1 - 0.03 / height
        )
        return to_svg(figure)


def _alt(table: pd.DataFrame, what: str) -> str:
    happened = came(table)
    return (
        f"Past chances of {what} at {len(table)} origins, and what came: it came after "
        f"{happened.sum()}, whose mean chance was {_mean(table['chance'][happened])}; it did not "
        f"after {(~happened).sum()}, whose mean chance was {_mean(table['chance'][~happened])}."
    )


def _mean(chances: pd.Series) -> str:
    return f"{chances.mean():.0%}" if len(chances) else "not known"
