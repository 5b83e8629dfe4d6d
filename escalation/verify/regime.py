"""Calm, rising, war, after: what a series was in when a forecast was made.

The rule reads the series' own past and nothing else, so it is the same on the day and later.
With r the mean of the last 8 observed weeks (3 months on a monthly panel):

    war      r is above the 90th percentile that r had over the four years before (as much of
             them as there is, a year at least), and makes 4 incidents or more
    after    not war, but it was within the last 26 weeks
    rising   neither, and r is 1.5 times the mean of the 52 weeks before those 8, or more, and
             at least 2 incidents above it
    calm     else
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from escalation.panel import Panel

REGIMES = ("calm", "rising", "war", "after")
"""In the order of the numbers by which a score table's metric ``regime`` names them."""


@dataclass(frozen=True)
class _Spans:
    recent: int
    year: int


_SPANS = {"weekly": _Spans(8, 52), "monthly": _Spans(3, 12)}


def regimes(panel: Panel) -> dict[str, str]:
    """Regime of every series of a panel at its end."""
    spans = _SPANS[panel.cadence]
    counts, observed = panel["counts"].values, panel["observed"].values
    return {
        name: _regime(pd.Series(counts[observed[:, at], at], dtype=float), spans)
        for at, name in enumerate(panel.series)
    }


def _regime(counts: pd.Series, spans: _Spans) -> str:
    level = counts.rolling(spans.recent).mean()
    bar = level.rolling(4 * spans.year, min_periods=spans.year).quantile(0.9).shift(1)
    war = (level > bar) & (level * spans.recent >= 4)
    if not len(war):
        return "calm"
    if war.iloc[-1]:
        return "war"
    if war.iloc[-spans.year // 2 :].any():
        return "after"
    before = counts.iloc[: -spans.recent].tail(spans.year).mean()
    extra = (level.iloc[-1] - before) * spans.recent
    if np.isfinite(extra) and level.iloc[-1] >= 1.5 * before and extra >= 2:
        return "rising"
    return "calm"
