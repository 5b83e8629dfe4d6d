"""The fan: what a series had, and what the forecast gives, with what was not observed in grey.

Two panes: incidents a year, and the last year with the periods ahead. A weekly series that had
fewer than one incident a week is drawn in sums of four weeks, where a week would show only zeros
and ones. Compute, then draw.
"""

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from escalation.brief import style, words
from escalation.brief.outlook import observed_counts
from escalation.brief.spans import Spans
from escalation.forecast import Forecast
from escalation.panel import Panel
from escalation.periods import shift
from escalation.theatre import Theatre


@dataclass(frozen=True)
class Fan:
    """What a fan chart shows of one series.

    ``past`` holds ``count`` and ``seen`` (share observed) by bar, named by its first day; ``ahead``
    the 5, 25, 75 and 95% quantiles and the ``mean`` by bar; ``step`` periods make a bar; ``dark``
    are the periods not observed; ``yearly`` is as ``past``, by year; ``current`` is the first day
    of the period in progress, None if the last one had just ended.
    """

    past: pd.DataFrame
    ahead: pd.DataFrame
    step: int
    dark: pd.DatetimeIndex
    yearly: pd.DataFrame
    current: pd.Timestamp | None
    spans: Spans


def fan_of(forecast: Forecast, panel: Panel, series: str, spans: Spans) -> Fan:
    """Compute the fan of one series: the last year by bars, all years, and what is ahead."""
    counts = observed_counts(panel, series)
    recent = counts.iloc[-spans.year :]
    sparse = spans.cadence == "weekly" and not recent.mean() >= 1
    step = spans.short if sparse and forecast.horizon >= spans.short else 1
    whole = recent.iloc[len(recent) % step :]
    bars = np.arange(len(whole)) // step
    first = forecast.weeks[0]
    return Fan(
        past=_summed(whole, bars).set_axis(whole.index[::step]),
        ahead=_ahead(forecast, series, step),
        step=step,
        dark=pd.DatetimeIndex(whole.index[whole.isna()]),
        yearly=_summed(counts, panel.weeks.year.to_numpy()),
        current=first if first <= forecast.as_of else None,
        spans=spans,
    )


def _summed(counts: pd.Series, bars: np.ndarray) -> pd.DataFrame:
    grouped = counts.groupby(bars)
    return pd.DataFrame({"count": grouped.sum(), "seen": grouped.count() / grouped.size()})


def _ahead(forecast: Forecast, series: str, step: int) -> pd.DataFrame:
    samples = forecast.samples.sel(series=series).values
    bars = samples.shape[1] // step
    totals = samples[:, : bars * step].reshape(len(samples), bars, step).sum(axis=2)
    levels = [0.05, 0.25, 0.75, 0.95]
    bands = np.quantile(totals, levels, axis=0, method="inverted_cdf")
    weeks = forecast.weeks[: bars * step : step]
    return pd.DataFrame(bands.T, index=weeks, columns=levels).assign(mean=totals.mean(axis=0))


def draw_fan(fan: Fan, recent: Axes, years: Axes | None = None) -> None:
    """Draw a fan on ``recent`` and, if given, the years before on ``years``."""
    _draw_past(fan, recent)
    _draw_ahead(fan, recent)
    recent.set_ylim(0, _top(fan) * 1.08)
    recent.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    recent.yaxis.set_major_formatter(_short)
    locator = AutoDateLocator(minticks=4, maxticks=7)
    recent.xaxis.set_major_locator(locator)
    recent.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))
    recent.margins(x=0.01)
    if years is not None:
        _draw_years(fan, years)


def _short(value: float, _: float = 0.0) -> str:
    """A number for a narrow margin: ``12k`` for twelve thousand."""
    return f"{value / 1000:g}k" if value >= 1000 else f"{value:g}"


def _top(fan: Fan) -> float:
    return max(1.2, float(fan.past["count"].max()), float(fan.ahead[0.95].max()))


def _end(day: pd.Timestamp, periods: int, spans: Spans) -> float:
    return date2num(shift(day, periods, cadence=spans.cadence))


def _draw_past(fan: Fan, ax: Axes) -> None:
    starts = date2num(fan.past.index)
    ends = np.array([_end(day, fan.step, fan.spans) for day in fan.past.index])
    whole = np.asarray(fan.past["seen"] == 1)
    ax.bar(
        starts,
        fan.past["count"].to_numpy(),
        width=0.86 * (ends - starts),
        align="edge",
        color=np.where(whole, style.INK, style.GREY),
        linewidth=0,
    )
    for day in fan.dark:
        ax.axvspan(date2num(day), _end(day, 1, fan.spans), color=style.PALE, lw=0, zorder=0)
    ax.xaxis_date()


def _draw_ahead(fan: Fan, ax: Axes) -> None:
    edges = [*date2num(fan.ahead.index), _end(fan.ahead.index[-1], fan.step, fan.spans)]
    rows = pd.concat([fan.ahead, fan.ahead.iloc[[-1]]])
    # A little room, so that a band from 0 to 0 is seen as a forecast of none.
    room = 0.012 * _top(fan)
    for low, high, colour in ((0.05, 0.95, style.BAND90), (0.25, 0.75, style.BAND50)):
        ax.fill_between(
            edges, rows[low] - room, rows[high] + room, step="post", color=colour, linewidth=0
        )
    ax.step(edges, rows["mean"], where="post", color=style.VERMILION, linewidth=1.1)
    if fan.current is not None:
        ax.axvspan(
            date2num(fan.current),
            _end(fan.current, 1, fan.spans),
            facecolor="none",
            edgecolor=style.ORANGE,
            linewidth=0.8,
            zorder=5,
        )


def _draw_years(fan: Fan, ax: Axes) -> None:
    colours = np.where(fan.yearly["seen"] == 1, style.INK, style.GREY)
    ax.bar(fan.yearly.index, fan.yearly["count"], color=colours, width=0.8, linewidth=0)
    ax.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    ax.yaxis.set_major_formatter(_short)
    ax.xaxis.set_major_locator(MaxNLocator(3, integer=True))
    ax.set_ylim(0, max(1.2, float(fan.yearly["count"].max()) * 1.08))


def fan_svg(fan: Fan, *, width: float = 3.4, height: float = 1.05) -> bytes:
    """The fan as SVG, ``width`` by ``height`` inches, text as outlines; same fan, same bytes."""
    with style.house_style():
        figure = Figure(figsize=(width, height))
        if _has_years(fan):
            years, recent = figure.subplots(1, 2, width_ratios=(1, 2.4))
            draw_fan(fan, recent, years)
        else:
            draw_fan(fan, figure.subplots())
        room = max(0.22, _beside(figure.axes[0], figure.dpi) + 0.02)
        figure.subplots_adjust(
            left=room / width,
            right=1 - 0.02 / width,
            bottom=0.16 / height,
            top=1 - 0.03 / height,
            wspace=(0.4 if _top(fan) < 1000 else 0.64) / width,  # "1.5k" is wider than "15"
        )
        return to_svg(figure)


def _beside(ax: Axes, dpi: float) -> float:
    """Inches that the numbers beside an axis take."""
    box = ax.yaxis.get_tightbbox()
    return 0.0 if box is None else float(ax.bbox.x0 - box.x0) / dpi


def _has_years(fan: Fan) -> bool:
    """Are there enough years for a pane of their own?"""
    return len(fan.yearly) > 2


def to_svg(figure: Figure) -> bytes:
    """A figure's SVG without the day it was made on."""
    return drawn(figure, "svg")


def drawn(figure: Figure, form: str) -> bytes:
    """A figure as ``pdf``, ``png`` or ``svg``: the same bytes each time."""
    day = {"svg": "Date", "pdf": "CreationDate"}
    metadata = {day[form]: None, "Creator": None} if form in day else None
    buffer = io.BytesIO()
    figure.savefig(buffer, format=form, metadata=metadata, transparent=form == "svg", dpi=200)
    return buffer.getvalue()


@dataclass(frozen=True)
class Picture:
    """A fan as SVG with its caption: ``file``, ``title``, ``note``, ``alt`` and, of a fan, how many
    ``panes`` it has."""

    svg: bytes
    caption: dict[str, Any]


def figures(forecast: Forecast, panel: Panel, theatre: Theatre, *, headline: str) -> list[Picture]:
    """A wide fan of the headline series, then one of every other in the theatre's order."""
    spans = Spans.of(panel.cadence, forecast.horizon)
    others = [name for name in theatre.names if name in forecast.series and name != headline]
    pictures = []
    for at, name in enumerate([headline, *others]):
        fan = fan_of(forecast, panel, name, spans)
        caption = {
            "file": f"fan-{at}.svg",
            "title": theatre[name].title.partition(":")[0],
            "note": _note(fan),
            "alt": _alt(fan, theatre[name].title, theatre[name].noun),
            "panes": 2 if _has_years(fan) else 1,
        }
        svg = fan_svg(fan) if at else fan_svg(fan, width=7.0, height=1.25)
        pictures.append(Picture(svg, caption))
    return pictures


def _alt(fan: Fan, title: str, noun: str) -> str:
    unit, bar = fan.spans.unit, fan.spans.words(fan.step)
    counts = fan.past["count"]
    first, last = fan.ahead.iloc[0], fan.ahead.iloc[-1]
    return (
        f"{title}, by {bar}: {words.plural(counts.sum(), noun)} in the last {len(counts)} bars, "
        f"at most {counts.max():.0f} in one; {fan.spans.words(len(fan.dark))} not observed. "
        f"Expected, with 90% interval: {first['mean']:.1f} ({first[0.05]:.0f} to "
        f"{first[0.95]:.0f}) in the first bar ahead, {last['mean']:.1f} ({last[0.05]:.0f} to "
        f"{last[0.95]:.0f}) in the last. Bars in which a {unit} was not observed are grey."
    )


def _note(fan: Fan) -> str:
    return f"by {fan.spans.unit if fan.step == 1 else fan.spans.words(fan.step)}"
