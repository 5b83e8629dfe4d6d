"""ets: exponential smoothing in state space form, on the root of the counts.

    sqrt(count[t] + 3/8) = level[t-1] + error[t],    error ~ Normal(0, variance)
    level[t] = level[t-1] + a * error[t]

The ETS(A, N, N) of Hyndman et al. 2008 (doi:10.1007/978-3-540-71918-2), estimated by maximum
likelihood in statsmodels, unobserved weeks being missing data of its filter. Futures are
simulated: a drawn count moves the level before the next is drawn. Series are independent.
"""

import warnings
from dataclasses import dataclass

import numpy as np

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit, seen, shares
from escalation.models.roots import FEWEST, draw_rooted, draw_sparse, root
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
        counts = seen(panel, last=self.past, at_least=26) / shares(panel, last=self.past)
        pairs = zip(counts.T, panel.series, strict=True)
        states = [_smoothing(column, name) for column, name in pairs]

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            each = [
                draw_sparse(column, self.draws, horizon, rng)
                if state is None
                else _futures(state, self.draws, horizon, rng)
                for column, state in zip(counts.T, states, strict=True)
            ]
            return np.stack(each, axis=2)

        return PathFit(self.name, panel, paths)


def _smoothing(counts: np.ndarray, name: str) -> tuple[float, float, float] | None:
    """Last level, a, and error variance; None for a series too sparse to fit."""
    from statsmodels.tsa.statespace.exponential_smoothing import ExponentialSmoothing

    if np.nansum(counts) < FEWEST:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # steps past a boundary on the way are no news
        fit = ExponentialSmoothing(root(counts)).fit(disp=False, maxiter=200)
    if not fit.mle_retvals["converged"] or not np.isfinite(fit.scale):
        raise RuntimeError(f"ets found no best smoothing for series '{name}'")
    # State: error, level before the last observation's correction reaches the next week.
    level = float(fit.predicted_state[1, -1])
    return level, float(fit.params[0]), float(fit.scale)


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
