"""Counts through their square root, for models that take normal errors.

    x = sqrt(count + 3/8)    (Anscombe 1948, doi:10.1093/biomet/35.3-4.246)

has variance near 1/4 if counts are Poisson, whatever their rate; what a model's error variance
exceeds 1/4 by is variation of the rate. So a future count is drawn as Poisson with the rate
``(m + sd * normal)^2 - 1/8``, sd^2 = variance - 1/4; where the variance v is below 1/4, as in
sparse series, with ``m^2 + v - 3/8``. Either has the mean that x stands for.
"""

import numpy as np

from escalation.models.parts import LARGEST

FEWEST = 20
"""Incidents below which a series is not fitted: ``draw_sparse``."""


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
