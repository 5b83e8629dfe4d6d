"""Past chances and what came: what an adviser would have been told, and whether it was so."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure

from escalation.brief import style, words
from escalation.brief.of_counts import Counted
from escalation.brief.plots import Picture, to_svg
from escalation.brief.spans import Spans
from escalation.forecast import Forecast
from escalation.periods import last_ended
from escalation.theatre import Series
from escalation.verify.calibration import chances
from escalation.verify.table import of_truth

_FEWEST = 8


def draw_chances(table: pd.DataFrame, ax: Axes) -> None:
    """Draw chances by origin as a line, what came as filled marks on top, the rest hollow.

    Parameters
    ----------
    table
        What ``escalation.verify.calibration.chances`` gives for one series and target.
    ax
        Where to draw.
    """
    came = table["happened"].to_numpy() == 1
    origins = table["origin"].to_numpy()
    ax.step(origins, table["chance"], where="post", color=style.BLUE, linewidth=1.1)
    ax.scatter(origins[came], np.full(came.sum(), 1.06), s=7, color=style.VERMILION)
    ax.scatter(
        origins[~came],
        np.full((~came).sum(), -0.06),
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

    None where fewer than eight had ended by the forecast's day, for a table of counts, whose
    backtest knew of no alarm, and where the theatre's alarm is another one since.
    """
    alarms = (scores.attrs.get("settings") or {}).get("alarms") or {}
    if isinstance(series, Counted) or alarms.get(series.name, series.alarm) != series.alarm:
        return None
    spans = Spans.of(forecast.data.attrs["cadence"], forecast.horizon)
    table = of_truth(scores)
    mine = table[
        (table["week"] <= last_ended(forecast.as_of, cadence=spans.cadence))
        & (table["model"] == forecast.model)
        & (table["series"] == series.name)
        & (table["target"] == "total")
        & (table["horizon"] == spans.short)
    ]
    alarm = series.alarm > 1
    if mine["origin"].nunique() < _FEWEST or (alarm and "reached" not in set(mine["metric"])):
        return None
    given = chances(mine, model=forecast.model, target="total", alarm=alarm)
    what = (
        f"at least {words.plural(series.alarm, series.noun)} of “{series.title}” within "
        f"{spans.words(spans.short)}"
    )
    return Picture(_svg(given), {"file": "past.svg", "title": what, "alt": _alt(given, what)})


def _svg(table: pd.DataFrame) -> bytes:
    width, height = 7.0, 1.15
    with style.house_style():
        figure = Figure(figsize=(width, height))
        draw_chances(table, figure.subplots())
        figure.subplots_adjust(
            # room on the right for a year that is written under the last day
            left=0.32 / width,
            right=1 - 0.2 / width,
            bottom=0.16 / height,
            top=1 - 0.03 / height,
        )
        return to_svg(figure)


def _alt(table: pd.DataFrame, what: str) -> str:
    happened = table["happened"] == 1
    return (
        f"Past chances of {what} at {len(table)} origins, and what came: it came after "
        f"{happened.sum()}, whose mean chance was {_mean(table['chance'][happened])}; it did not "
        f"after {(~happened).sum()}, whose mean chance was {_mean(table['chance'][~happened])}."
    )


def _mean(chances: pd.Series) -> str:
    return f"{chances.mean():.0%}" if len(chances) else "not known"
