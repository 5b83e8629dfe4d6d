"""Worlds with a known truth: what the models are tested on.

Each function draws a history and its future from one model's own equations, with parameters that
the caller can look up afterwards. A :class:`World` gives the panel as of the end of its past, and
keeps what came after.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from escalation.models.parts import annual, draw_counts
from escalation.panel import Panel
from escalation.periods import last_day
from escalation.schema import ContractError

_FIRST = pd.Timestamp("2010-01-04")


@dataclass(frozen=True)
class World:
    """``counts`` (weeks + ahead, series), the first ``weeks`` of them past; ``truth`` by name."""

    counts: np.ndarray
    weeks: int
    truth: dict[str, Any]

    @property
    def periods(self) -> pd.DatetimeIndex:
        """Monday of every week, past and future."""
        return pd.date_range(_FIRST, periods=len(self.counts), freq="W-MON", unit="us")

    @property
    def future(self) -> np.ndarray:
        """What came after the past: (ahead, series)."""
        return self.counts[self.weeks :]

    def panel(self, *, weeks: int | None = None, dark: slice | None = None) -> Panel:
        """The panel at the end of the past (or after ``weeks``), with ``dark`` weeks unobserved.

        It is built from the whole history: leaving out what came later is the panel's own work.
        """
        table = pd.DataFrame(self.counts, index=self.periods, columns=self.series).rename_axis(
            "week"
        )
        tidy = table.reset_index().melt("week", var_name="series", value_name="count")
        if dark is not None:
            tidy["observed"] = ~tidy["week"].isin(self.periods[dark])
        end = self.periods[(weeks or self.weeks) - 1]
        return Panel.of_table(tidy, as_of=last_day(end), name="world")

    @property
    def series(self) -> list[str]:
        """Names of the series."""
        return [f"series-{number + 1}" for number in range(self.counts.shape[1])]


def wandering(
    *, weeks: int = 208, ahead: int = 12, series: int = 2, step: float = 0.06, seed: int
) -> World:
    """Log rates that walk by ``step`` a week around 2 to 5 incidents, with a mild season."""
    rng = np.random.default_rng(seed)
    size = weeks + ahead
    usual = np.log(np.linspace(2.0, 5.0, series))
    walk = np.zeros((size, series))
    for week in range(1, size):
        shock = step * rng.standard_normal(series)
        walk[week] = np.exp(-1 / 150) * walk[week - 1] + shock
    periods = pd.date_range(_FIRST, periods=size, freq="W-MON", unit="us")
    season = annual(periods) @ np.full((2, series), 0.1)
    rate = np.exp(usual + walk + season)
    counts = draw_counts(rate, np.full(series, 6.0), rng)
    return World(counts, weeks, {"rate": rate, "step": step, "size": 6.0})


def excited(
    phi: np.ndarray,
    base: np.ndarray,
    *,
    weeks: int = 312,
    ahead: int = 12,
    half_life: float = 2.0,
    size: float = 6.0,
    seed: int,
) -> World:
    """Steady rates ``base`` (series) and echoes: ``phi`` [excited, exciting], see excitation.py.

    Raises
    ------
    ContractError
        If the escalation number is 1 or more: such a world explodes.
    """
    number = float(np.abs(np.linalg.eigvals(phi)).max())
    if number >= 1:
        raise ContractError(f"the escalation number must be below 1; got {number:.2f}")
    rng = np.random.default_rng(seed)
    keep, past = 0.5 ** (1 / half_life), np.linalg.solve(np.eye(len(base)) - phi, base)
    counts = np.empty((weeks + ahead, len(base)))
    for week in range(weeks + ahead):
        counts[week] = draw_counts(base + phi @ past, np.full(len(base), size), rng)
        past = keep * past + (1 - keep) * counts[week]
    return World(counts, weeks, {"phi": phi, "base": base, "escalation_number": number})


def changing(
    rates: np.ndarray,
    *,
    stay: float = 26.0,
    weeks: int = 312,
    ahead: int = 12,
    size: float = 8.0,
    seed: int,
) -> World:
    """A hidden state, ``stay`` weeks on average, with ``rates`` (state, series) and no echo."""
    rng = np.random.default_rng(seed)
    states = np.empty(weeks + ahead, dtype=int)
    states[0] = rng.integers(len(rates))
    for week in range(1, weeks + ahead):
        moves = rng.random() < 1 / stay
        others = [state for state in range(len(rates)) if state != states[week - 1]]
        states[week] = rng.choice(others) if moves else states[week - 1]
    counts = draw_counts(rates[states], np.full(rates.shape[1], size), rng)
    return World(counts, weeks, {"states": states, "rates": rates})


def watched(
    shares: np.ndarray,
    *,
    weeks: int = 312,
    ahead: int = 12,
    rate: float = 10.0,
    move: float = 0.08,
    wander: float = 0.02,
    size: float = 8.0,
    seed: int,
) -> World:
    """One intensity, walking by ``move`` a week, seen by sources that count these shares of it.

    Each source's share wanders by ``wander`` a week. The truth holds ``expected`` counts, of
    shape (weeks + ahead, sources).
    """
    rng = np.random.default_rng(seed)
    keep, length = np.exp(-1 / 260), weeks + ahead
    level, own = np.zeros(length), np.zeros((length, len(shares)))
    for week in range(1, length):
        level[week] = keep * level[week - 1] + move * rng.standard_normal()
        own[week] = keep * own[week - 1] + wander * rng.standard_normal(len(shares))
    expected = rate * shares * np.exp(level[:, None] + own)
    counts = draw_counts(expected, np.full(len(shares), size), rng)
    return World(counts, weeks, {"expected": expected, "level": level})
