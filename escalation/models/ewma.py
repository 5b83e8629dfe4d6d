"""ewma: an exponentially weighted mean that drifts, with negative binomial counts.

    mean[t]    = weighted mean of count / reported up to t, a weight halved every ``half_life``
    log rate[t+h] = log mean[t] + sum of h - 1 steps of sd ``drift`` (the rate's mean stays put)
    count[t+h] ~ NegativeBinomial(rate, variance = rate + dispersion * rate^2)

What a careful analyst would run before believing anybody. Half-life, drift and dispersion are
chosen series by series on past origins only: of a small grid, the values with the lowest CRPS of
the totals of the next 1, 4 and 12 periods. For the choice alone a total is taken as normal with

    mean      h m
    variance  h m + (h m)^2 (dispersion / h + drift^2 (h - 1)(2h - 1) / (6 h))

so that its CRPS is closed (Gneiting et al. 2005, doi:10.1175/MWR2904.1), and is measured in units
of sqrt(h m), so that loud years do not decide alone. The futures themselves are simulated paths.
The log score chose worse: a few early surprises made every dispersion too wide.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.special import ndtr

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit, seen, shares
from escalation.models.parts import draw_counts, smoothed_past
from escalation.panel import Panel

_TOTALS = (1, 4, 12)
_LEAST = 0.002  # incidents a period, one in ten years of weeks: the lowest mean believed
_WARM = 26  # periods before the first past origin


@dataclass(frozen=True)
class Ewma:
    """The grids of half-lives (periods), drifts (log scale, a period) and dispersions.

    A grid of one value fixes it: ``half_lives=(4.0,)``.
    """

    half_lives: tuple[float, ...] = (2.0, 4.0, 8.0, 13.0, 26.0, 52.0)
    drifts: tuple[float, ...] = (0.0, 0.05, 0.1, 0.15, 0.2)
    dispersions: tuple[float, ...] = (0.01, 0.1, 0.25, 0.5, 1.0, 2.0)
    draws: int = DRAWS
    name: str = "ewma"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Choose each series' settings by its past origins."""
        counts = seen(panel)
        counts = counts / shares(panel)
        columns = range(counts.shape[1])
        chosen = [self.choose(counts[:, k]) for k in columns]
        lives = [life for life, _, _ in chosen]
        last = np.array([smoothed_past(counts[:, [k]], lives[k])[-1, 0] for k in columns])
        drift, dispersion = np.array([pair[1:] for pair in chosen]).T

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            steps = rng.normal(size=(self.draws, horizon, len(last))) * drift - drift**2 / 2
            steps[:, 0] = 0.0
            rate = np.maximum(last, _LEAST) * np.exp(steps.cumsum(axis=1))
            return draw_counts(rate, 1 / dispersion, rng)

        return PathFit(self.name, panel, paths)

    def choose(self, counts: np.ndarray) -> tuple[float, float, float]:
        """Half-life, drift and dispersion with the lowest loss in the past, for counts (weeks,)."""
        past = counts[np.isfinite(counts)]
        grid = list(product(self.half_lives, self.drifts, self.dispersions))
        means = {life: smoothed_past(past[:, None], life)[:-1, 0] for life in self.half_lives}
        losses = np.array([_losses(past, means[life], *rest) for life, *rest in grid])
        return grid[int(np.argmin((losses / losses.min(axis=0)).sum(axis=1)))]


def _losses(past: np.ndarray, means: np.ndarray, drift: float, dispersion: float) -> list[float]:
    """Mean loss over past origins, one number a length of total."""
    losses = []
    for h in [h for h in _TOTALS if len(past) > h + _WARM] or [1]:
        totals = np.convolve(past, np.ones(h), "valid")[min(_WARM, len(past) // 2) :]
        mean = np.maximum(means[len(past) - len(totals) - h + 1 :][: len(totals)], _LEAST) * h
        spread = dispersion / h + drift**2 * (h - 1) * (2 * h - 1) / (6 * h)
        loss = normal_crps(totals, mean, np.sqrt(mean + mean**2 * spread))
        losses.append(float((loss / np.sqrt(mean)).mean()))
    return losses


def normal_crps(observed: np.ndarray, mean: np.ndarray, sd: np.ndarray) -> np.ndarray:
    """CRPS of normal forecasts, elementwise (Gneiting et al. 2005, doi:10.1175/MWR2904.1)."""
    z = (observed - mean) / sd
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return sd * (z * (2 * ndtr(z) - 1) + 2 * density - 1 / np.sqrt(np.pi))
