"""ets: exponential smoothing in state space form, on the root of the counts.

    sqrt(count[t] + 3/8) = level[t-1] + error[t],    error ~ Normal(0, variance)
    level[t] = level[t-1] + a * error[t]

The ETS(A, N, N) of Hyndman et al. 2008 (doi:10.1007/978-3-540-71918-2), estimated by maximum
likelihood in statsmodels, unobserved weeks being missing data of its filter. Futures are
simulated: a drawn count moves the level before the next is drawn. Counts are divided by the share
known. Series are independent; one with fewer than 20 incidents gets a steady rate (``roots.py``).
"""

import warnings
from dataclasses import dataclass
from functools import partial

import numpy as np

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit
from escalation.models.roots import Futures, draw_rooted, fit_apart, root
from escalation.panel import Panel


@dataclass(frozen=True)
class Ets:
    """Exponential smoothing of the last ``past`` periods."""

    past: int = 520
    draws: int = DRAWS
    name: str = "ets"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Estimate each series' smoothing.

        Raises
        ------
        RuntimeError
            If the likelihood's maximum was not found for a series.
        """
        return fit_apart(panel, self.name, _smoothing, past=self.past, draws=self.draws)


def _smoothing(counts: np.ndarray, name: str) -> Futures:
    """Estimate a series' last level, a, and error variance: its futures."""
    from statsmodels.tsa.statespace.exponential_smoothing import ExponentialSmoothing

    first = int(np.isfinite(counts).argmax())  # the first level is sought near the first count
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # steps past a boundary on the way are no news
        fit = ExponentialSmoothing(root(counts[first:])).fit(disp=False, maxiter=200)
    if not fit.mle_retvals["converged"] or not np.isfinite(fit.scale):
        raise RuntimeError(f"ets found no best smoothing for series '{name}'")
    # State: error, level before the last observation's correction reaches the next week.
    level = float(fit.predicted_state[1, -1])
    return partial(_futures, (level, float(fit.params[0]), float(fit.scale)))


def _futures(
    state: tuple[float, float, float], draws: int, horizon: int, rng: np.random.Generator
) -> np.ndarray:
    last, weight, variance = state
    level = np.full(draws, last)
    counts = np.empty((draws, horizon))
    for step in range(horizon):
        counts[:, step] = draw_rooted(level, variance, rng)
        level = level + weight * (root(counts[:, step]) - level)
    return counts
