"""The fan: what a series had, and what the forecast gives, with what was not observed in grey.

Two panes: incidents a year, and the last year with the weeks ahead. Compute, then draw.
"""

import io
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from escalation.brief import style
from escalation.brief.outlook import observed_counts
from escalation.brief.spans import Spans
from escalation.forecast import Forecast
from escalation.panel import Panel
from escalation.periods import last_day, shift
from escalation.theatre import Theatre


@dataclass(frozen=True)
class Fan:
    """What a fan chart shows of one series.

    ``past`` holds counts by period, NaN where not observed; ``bands`` the 5, 25, 50, 75 and 95%
    quantiles ahead; ``yearly`` incidents by year, with the share of periods observed; ``current``
    is the first day of the period in progress, None if the last one had just ended.
    """

    past: pd.Series
    bands: pd.DataFrame
    yearly: pd.DataFrame
    current: pd.Timestamp | None
    spans: Spans


def fan_of(forecast: Forecast, panel: Panel, series: str, spans: Spans) -> Fan:
    """Compute the fan of one series: the last year, by period, and all years before."""
    past = observed_counts(panel, series)
    by_year = past.groupby(panel.weeks.year)
    yearly = pd.DataFrame({"count": by_year.sum(), "seen": by_year.count() / by_year.size()})
    first = forecast.weeks[0]
    return Fan(
        past=past.iloc[-spans.year :],
        bands=forecast.quantiles(series),
        yearly=yearly,
        current=first if first <= forecast.as_of else None,
        spans=spans,
    )


def draw_fan(fan: Fan, recent: Axes, years: Axes | None = None) -> None:
    """Draw a fan on ``recent`` and, if given, the years before on ``years``."""
    _draw_past(fan, recent)
    _draw_ahead(fan, recent)
    recent.set_ylim(0, max(1.2, _top(fan) * 1.08))
    recent.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    locator = AutoDateLocator(minticks=4, maxticks=7)
    recent.xaxis.set_major_locator(locator)
    recent.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))
    recent.margins(x=0.01)
    if years is not None:
        _draw_years(fan, years)


def _top(fan: Fan) -> float:
    return float(np.nanmax([*fan.past.to_numpy(), *fan.bands[0.95].to_numpy(), 0.0]))


def _ends(weeks: pd.Index, spans: Spans) -> pd.DatetimeIndex:
    return pd.DatetimeIndex([shift(week, 1, cadence=spans.cadence) for week in weeks])


def _draw_past(fan: Fan, ax: Axes) -> None:
    weeks = pd.DatetimeIndex(fan.past.index)
    ends = _ends(weeks, fan.spans)
    days = np.asarray((ends - weeks) / pd.Timedelta(days=1))
    ax.bar(
        weeks.to_numpy(),
        fan.past.fillna(0.0).to_numpy(),
        width=0.82 * days,
        align="edge",
        color=style.INK,
        linewidth=0,
    )
    for first, last in zip(weeks[fan.past.isna()], ends[fan.past.isna()], strict=True):
        ax.axvspan(date2num(first), date2num(last), facecolor=style.PALE, linewidth=0, zorder=0)


def _draw_ahead(fan: Fan, ax: Axes) -> None:
    edges = fan.bands.index.append(_ends(fan.bands.index[-1:], fan.spans))
    bands = pd.concat([fan.bands, fan.bands.iloc[[-1]]]).set_axis(edges)
    # Half a count of room, so that a band from 0 to 0 is seen as a forecast of none.
    room = 0.012 * max(1.2, _top(fan))
    for low, high, colour in ((0.05, 0.95, "#bcdcf0"), (0.25, 0.75, "#5fa9d6")):
        ax.fill_between(
            edges, bands[low] - room, bands[high] + room, step="post", color=colour, linewidth=0
        )
    ax.step(edges, bands[0.5], where="post", color=style.VERMILION, linewidth=1.1)
    if fan.current is not None:
        end = last_day(fan.current, cadence=fan.spans.cadence) + pd.Timedelta(days=1)
        ax.axvspan(
            date2num(fan.current),
            date2num(end),
            facecolor="none",
            edgecolor=style.ORANGE,
            linewidth=0.8,
            zorder=5,
        )


def _draw_years(fan: Fan, ax: Axes) -> None:
    whole = fan.yearly["seen"] >= 0.95
    colours = np.where(whole, style.GREY, style.PALE)
    ax.bar(fan.yearly.index, fan.yearly["count"], color=colours, width=0.8, linewidth=0)
    ax.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    ax.xaxis.set_major_locator(MaxNLocator(3, integer=True))
    ax.set_ylim(0, max(1.2, float(fan.yearly["count"].max()) * 1.08))


def fan_svg(fan: Fan, *, width: float = 3.4, height: float = 1.05) -> bytes:
    """The fan as SVG, ``width`` by ``height`` inches, text as outlines; same fan, same bytes."""
    with style.house_style():
        figure = Figure(figsize=(width, height))
        if len(fan.yearly) > 2:
            years, recent = figure.subplots(1, 2, width_ratios=(1, 2.4))
            draw_fan(fan, recent, years)
        else:
            draw_fan(fan, figure.subplots())
        figure.subplots_adjust(
            left=0.22 / width,
            right=1 - 0.02 / width,
            bottom=0.16 / height,
            top=1 - 0.03 / height,
            wspace=0.4 / width,
        )
        return to_svg(figure)


def to_svg(figure: Figure) -> bytes:
    """A figure's SVG without the day it was made on."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    return buffer.getvalue()


@dataclass(frozen=True)
class Picture:
    """A fan as SVG with its caption: ``file``, ``title``, ``note``, ``alt``."""

    svg: bytes
    caption: dict[str, str]


def figures(forecast: Forecast, panel: Panel, theatre: Theatre, *, headline: str) -> list[Picture]:
    """A wide fan of the headline series, then one of every other in the theatre's order."""
    spans = Spans.of(panel.cadence, forecast.horizon)
    others = [name for name in theatre.names if name in forecast.series and name != headline]
    pictures = []
    for at, name in enumerate([headline, *others]):
        fan = fan_of(forecast, panel, name, spans)
        caption = {
            "file": f"fan-{at}.svg",
            "title": theatre[name].title,
            "alt": _alt(fan, theatre[name].title),
        }
        svg = fan_svg(fan) if at else fan_svg(fan, width=7.0, height=1.25)
        pictures.append(Picture(svg, caption))
    return pictures


def _alt(fan: Fan, title: str) -> str:
    seen, unseen = fan.past.dropna(), int(fan.past.isna().sum())
    first, last = fan.bands.iloc[0], fan.bands.iloc[-1]
    unit = fan.spans.unit
    return (
        f"{title}: {seen.sum():.0f} incidents in {fan.spans.words(len(seen))} observed, at most "
        f"{seen.max() if len(seen) else 0:.0f} in one {unit}; {fan.spans.words(unseen)} not "
        f"observed. Forecast, median and 90% interval: {first[0.5]:.0f} ({first[0.05]:.0f} to "
        f"{first[0.95]:.0f}) in the first {unit}, {last[0.5]:.0f} ({last[0.05]:.0f} to "
        f"{last[0.95]:.0f}) in {unit} {len(fan.bands)}."
    )
