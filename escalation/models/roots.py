"""Counts through their square root, for models that take normal errors.

    x = sqrt(count + 3/8)    (Anscombe 1948, doi:10.1093/biomet/35.3-4.246)

has variance near 1/4 if counts are Poisson, whatever their rate; what a model's error variance
exceeds 1/4 by is variation of the rate. So a future count is drawn as Poisson with the rate
``(m + sd * normal)^2 - 1/8``, sd^2 = variance - 1/4; where the variance v is below 1/4, as in
sparse series, with ``m^2 + v - 3/8``. Either has the mean that x stands for.
"""

from collections.abc import Callable
from functools import partial

import numpy as np

from escalation.models.base import PathFit, seen, shares
from escalation.models.parts import LARGEST
from escalation.panel import Panel

FEWEST = 20
"""Incidents below which a series is not fitted: ``draw_sparse``."""

Futures = Callable[[int, int, np.random.Generator], np.ndarray]
"""Draws of one series: (draws, horizon, rng) to counts (draws, horizon)."""


def fit_apart(
    panel: Panel,
    name: str,
    estimate: Callable[[np.ndarray, str], Futures],
    *,
    past: int,
    draws: int,
) -> PathFit:
    """Fit each series of the last ``past`` periods alone; a sparse one gets ``draw_sparse``.

    Parameters
    ----------
    panel
        Counts as known on a day.
    name
        The model's word.
    estimate
        Gives a series' futures from its counts (weeks,), NaN where unobserved, and its name.
    past
        Number of the latest periods that are used.
    draws
        Number of futures in a forecast.
    """
    counts = seen(panel, last=past, at_least=26) / shares(panel, last=past)
    series = [
        partial(draw_sparse, column) if np.nansum(column) < FEWEST else estimate(column, own)
        for column, own in zip(counts.T, panel.series, strict=True)
    ]

    def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
        return np.stack([futures(draws, horizon, rng) for futures in series], axis=2)

    return PathFit(name, panel, paths)


def root(counts: np.ndarray) -> np.ndarray:
    """Square root of counts that has a steady variance; NaN stays NaN."""
    return np.sqrt(counts + 0.375)


def draw_rooted(mean: np.ndarray, variance: float, rng: np.random.Generator) -> np.ndarray:
    """Counts whose root has about that mean and variance, of the shape of ``mean``."""
    extra = np.sqrt(max(variance - 0.25, 0.0))
    rate = (mean + extra * rng.normal(size=mean.shape)) ** 2 + min(variance, 0.25) - 0.375
    return rng.poisson(np.clip(rate, 0.0, LARGEST)).astype(float)


def draw_sparse(
    counts: np.ndarray, draws: int, horizon: int, rng: np.random.Generator
) -> np.ndarray:
    """Futures (draws, horizon) of a series too sparse to fit: rate ~ Gamma(n + 1/2, periods)."""
    observed = counts[np.isfinite(counts)]
    rate = rng.gamma(observed.sum() + 0.5, 1 / len(observed), size=draws)
    return rng.poisson(np.tile(rate[:, None], horizon)).astype(float)
