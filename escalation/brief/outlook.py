"""What is to come, beside what was: chances and expected counts by series.

The past is told in the same terms as the forecast: over all runs of as many consecutive
observed periods within the last year, the share with at least n incidents, and the mean.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from escalation.brief.spans import Spans
from escalation.forecast import Forecast
from escalation.panel import Panel
from escalation.theatre import Series, Theatre


@dataclass(frozen=True)
class Ahead:
    """The next ``within`` periods of one series, and runs of as many in the last year.

    ``any`` and ``alarm`` are chances of at least one incident and at least the series' alarm
    threshold; ``mean``, ``low``, ``high`` the expected count and its 90% interval. Those with
    ``was_`` tell of the last year; NaN where no such run was observed whole.
    """

    within: int
    any: float
    alarm: float
    mean: float
    low: float
    high: float
    was_any: float
    was_alarm: float
    was_mean: float


@dataclass(frozen=True)
class Peak:
    """The most incidents that a short span of a past calendar year had, and the chance of more."""

    year: int
    most: float
    more: float


@dataclass(frozen=True)
class Outlook:
    """One series: what the last periods and the last year had, and what is ahead.

    ``recent`` is the count of the latest observed periods, ``recent_seen`` of them, and ``before``
    that of as many before; ``more`` and ``fewer`` are chances against ``recent``; ``peaks`` set the
    next short span against the fullest one of each of the last two calendar years.
    """

    series: Series
    recent: float
    recent_seen: int
    before: float
    year: float
    year_seen: int
    more: float
    fewer: float
    ahead: tuple[Ahead, ...]
    peaks: tuple[Peak, ...]

    @property
    def level(self) -> float:
        """Expected count of the short span over last year's mean; NaN if nothing was seen.

        Half an incident is added to both, so that a quiet year does not make any chance of an
        incident look like a surge without bound.
        """
        return (self.ahead[0].mean + 0.5) / (self.ahead[0].was_mean + 0.5)


def outlook(forecast: Forecast, panel: Panel, theatre: Theatre, spans: Spans) -> list[Outlook]:
    """Outlook of every series of the forecast, in the theatre's order."""
    names = [name for name in theatre.names if name in forecast.series]
    return [_one(theatre[name], forecast, panel, spans) for name in names]


def _one(series: Series, forecast: Forecast, panel: Panel, spans: Spans) -> Outlook:
    past = observed_counts(panel, series.name)
    seen = past.dropna()
    recent, before = seen.iloc[-spans.short :], seen.iloc[-2 * spans.short : -spans.short]
    year = past.iloc[-spans.year :]
    total = forecast.total(series.name, within=spans.short)
    known = recent.sum() if len(recent) else np.nan
    return Outlook(
        series=series,
        recent=float(known),
        recent_seen=len(recent),
        before=float(before.sum()) if len(before) else np.nan,
        year=float(year.sum()),
        year_seen=int(year.notna().sum()),
        more=float((total > known).mean()) if len(recent) else np.nan,
        fewer=float((total < known).mean()) if len(recent) else np.nan,
        ahead=tuple(_ahead(series, forecast, year, within) for within in spans.ahead),
        peaks=_peaks(past, total, spans, last=forecast.as_of.year - 1),
    )


def _peaks(past: pd.Series, total: np.ndarray, spans: Spans, *, last: int) -> tuple[Peak, ...]:
    """Of the years ``last`` and before it; a year not observed for three quarters is left out."""
    found = []
    for year in (last, last - 1):
        inside = past[pd.DatetimeIndex(past.index).year == year]
        most = inside.rolling(spans.short).sum().max()
        if inside.notna().sum() >= 0.75 * spans.year and pd.notna(most):
            found.append(Peak(year, float(most), float((total > most).mean())))
    return tuple(found)


def _ahead(series: Series, forecast: Forecast, year: pd.Series, within: int) -> Ahead:
    total = forecast.total(series.name, within=within)
    low, high = np.quantile(total, [0.05, 0.95], method="inverted_cdf")
    runs = year.rolling(within).sum().dropna()
    return Ahead(
        within=within,
        any=float((total >= 1).mean()),
        alarm=float((total >= series.alarm).mean()),
        mean=float(total.mean()),
        low=float(low),
        high=float(high),
        was_any=float((runs >= 1).mean()),
        was_alarm=float((runs >= series.alarm).mean()),
        was_mean=float(runs.mean()),
    )


def observed_counts(panel: Panel, series: str) -> pd.Series:
    """Counts of one series by period, NaN where it was not observed."""
    counts = panel["counts"].sel(series=series).values
    seen = panel["observed"].sel(series=series).values
    return pd.Series(np.where(seen, counts, np.nan), index=panel.weeks, name=series)
