"""last-year: the last twelve months of the same series, used as the distribution.

    total of the next k weeks = total of k successive weeks among the last 52 observed

The field's benchmark ("conflictology", the benchmark of the prediction challenge of Hegre et
al. 2025, doi:10.1177/00223433241300862). One draw u ~ Uniform(0, 1) makes a whole path: after k
weeks it has used the window of k weeks that starts at ``floor((53 - k) u)``. Each window holds
the one before it, so week k+1 is the week by which the window grew, and the total of the next k
weeks has, for every k, exactly the distribution of last year's sliding totals over k weeks. All
series are read from the same places (the same weeks, unless one of them was not observed in some).
A window grows for a quarter of a year, then a new one starts.
"""

from dataclasses import dataclass

import numpy as np

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit, seen
from escalation.panel import Panel


@dataclass(frozen=True)
class LastYear:
    """The last ``weeks`` observed weeks (or ``months`` months) as the distribution."""

    weeks: int = 52
    months: int = 12
    draws: int = DRAWS
    name: str = "last-year"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Take the last observed periods of each series; nothing is estimated."""
        counts = seen(panel, at_least=1)
        wanted = self.weeks if panel.cadence == "weekly" else self.months
        past = last_observed(counts, wanted)

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            longest = max(1, len(past) // 4)
            lengths = [min(longest, horizon - done) for done in range(0, horizon, longest)]
            order = [growing_windows(len(past), length, self.draws, rng) for length in lengths]
            return past[np.concatenate(order, axis=1)]

        return PathFit(self.name, panel, paths)


def last_observed(counts: np.ndarray, wanted: int) -> np.ndarray:
    """Each series' latest observed counts, (weeks, series), as many weeks as all series have.

    At most ``wanted``; NaN in ``counts`` (weeks, series) is unobserved.
    """
    columns = [column[np.isfinite(column)][-wanted:] for column in counts.T]
    shortest = min(len(column) for column in columns)
    return np.column_stack([column[-shortest:] for column in columns])


def growing_windows(size: int, length: int, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Orders of reading ``size`` weeks such that each first k read are successive weeks.

    Returns
    -------
    ndarray of int, (draws, length)
        The set of the first k entries of a row is a window of k successive weeks whose start is
        uniform over the ``size - k + 1`` there are, for every k.
    """
    at = (np.arange(draws) + rng.random(draws)) / draws  # stratified: less noise, still uniform
    k = np.arange(1, length + 1)
    starts = np.floor(rng.permutation(at)[:, None] * (size - k + 1)).astype(int)
    grew_left = np.diff(starts, axis=1) < 0
    added = np.where(grew_left, starts[:, 1:], starts[:, 1:] + k[1:] - 1)
    return np.concatenate([starts[:, :1], added], axis=1)
