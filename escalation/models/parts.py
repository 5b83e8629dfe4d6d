"""Parts that models share: the year's season, smoothed pasts, and counts drawn from rates.

Everything here is numpy. What needs PyMC stands in ``likelihood.py``.
"""

import numpy as np
import pandas as pd

LARGEST = 1e4
"""No simulated rate exceeds this many incidents a period: a guard, far above any count."""


def annual(periods: pd.DatetimeIndex, harmonics: int = 1) -> np.ndarray:
    """Sine and cosine of the time of year: shape (periods, 2 x harmonics)."""
    turn = 2 * np.pi * periods.dayofyear.to_numpy() / 365.25
    waves = [wave(step * turn) for step in range(1, harmonics + 1) for wave in (np.sin, np.cos)]
    return np.column_stack(waves)


def smoothed_past(counts: np.ndarray, half_life: float) -> np.ndarray:
    """Exponentially weighted mean of what lay before each period, and after the last.

    Parameters
    ----------
    counts
        Shape (weeks, series), NaN where unobserved: then the mean stays as it was.
    half_life
        Periods after which a count weighs half.

    Returns
    -------
    ndarray, (weeks + 1, series)
        Row t is the mean before week t; the last row is the mean before the first week ahead.
        Before the first count it is the mean of the first 26 observed counts.
    """
    keep = 0.5 ** (1 / half_life)
    means = np.empty((len(counts) + 1, counts.shape[1]))
    means[0] = [column[np.isfinite(column)][:26].mean() for column in counts.T]
    for at, row in enumerate(counts):
        means[at + 1] = np.where(np.isfinite(row), keep * means[at] + (1 - keep) * row, means[at])
    return means


def draw_counts(rate: np.ndarray, size: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Negative binomial counts of mean ``rate`` and variance ``rate + rate^2 / size``."""
    mean = np.clip(rate, 1e-12, LARGEST)
    shape = np.broadcast_to(size, mean.shape)
    return rng.poisson(rng.gamma(shape, mean / shape)).astype(float)
