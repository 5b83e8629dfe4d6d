"""switching: each series moves between three levels of its own, by a Markov chain.

    sqrt(count[t] + 3/8) ~ Normal(level of state[t], variance)
    state[t] ~ Markov chain

Hamilton's Markov-switching regression (1989, doi:10.2307/1912559) in statsmodels, by maximum
likelihood, started from an EM run (a longer one where the first leads nowhere). Futures start from
the filtered chance of each state now. Unobserved weeks are passed over, as if the chain had stood
still. Counts are divided by the share known. Where no climb ends (a level met exactly by many equal
counts has a likelihood without a bound), counts are spread over their unit: count + u, with
u ~ Uniform(-1/2, 1/2). Spread everywhere, low counts would be forecast worse. Series are
independent; one with fewer than 20 incidents gets a steady rate (``roots.py``).
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any

import numpy as np

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit
from escalation.models.roots import Futures, draw_rooted, fit_apart, root
from escalation.panel import Panel

_STARTS = (10, 50, 250)  # EM steps before the climb


@dataclass(frozen=True)
class Switching:
    """Levels of the last ``past`` periods, ``states`` of them."""

    states: int = 3
    past: int = 520
    draws: int = DRAWS
    name: str = "switching"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Estimate each series' levels and chain.

        Raises
        ------
        RuntimeError
            If the likelihood's maximum was not found for a series.
        """
        chain = partial(self._chain, rng=np.random.default_rng(seed))
        return fit_apart(panel, self.name, chain, past=self.past, draws=self.draws)

    def _chain(self, counts: np.ndarray, name: str, *, rng: np.random.Generator) -> Futures:
        """Estimate one series' chain: its futures."""
        from statsmodels.tsa.regime_switching.markov_regression import MarkovRegression

        seen = counts[np.isfinite(counts)]
        spread = np.maximum(seen + rng.uniform(-0.5, 0.5, len(seen)), 0.0)
        models = [MarkovRegression(root(c), k_regimes=self.states) for c in (seen, spread)]
        fit = _climbed(models, f"switching found no best levels for series '{name}'")
        *levels, variance = fit.params[-self.states - 1 :]
        now = np.clip(fit.filtered_marginal_probabilities[-1], 0.0, None)
        turns = np.clip(fit.regime_transition[:, :, 0].T, 0.0, None)
        chain = Chain(
            levels=np.asarray(levels),
            variance=float(variance),
            now=now / now.sum(),
            turns=turns / turns.sum(axis=1, keepdims=True),
        )
        return chain.futures


def _climbed(models: Sequence[Any], failure: str) -> Any:
    """The best fit of the first statsmodels regression, from the first start that leads to one."""
    reason = None
    for model, start in product(models, _STARTS):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # checked below
            try:
                fit = model.fit(disp=False, em_iter=start, maxiter=500)
            except (np.linalg.LinAlgError, ValueError) as error:
                reason = error
                continue
        if fit.mle_retvals["converged"] and np.isfinite(fit.params).all():
            return fit
    raise RuntimeError(f"{failure}: {reason}" if reason else failure) from reason


@dataclass(frozen=True)
class Chain:
    """Levels (states,) on the root scale, the chance of each state now, and ``turns``, the
    transitions (states, states) from row to column."""

    levels: np.ndarray
    variance: float
    now: np.ndarray
    turns: np.ndarray

    def futures(self, draws: int, horizon: int, rng: np.random.Generator) -> np.ndarray:
        """Counts, (draws, horizon)."""
        reach = self.turns.cumsum(axis=1)
        state = rng.choice(len(self.now), size=draws, p=self.now)
        counts = np.empty((draws, horizon))
        for step in range(horizon):
            state = (rng.random(draws)[:, None] > reach[state]).sum(axis=1)
            state = np.minimum(state, len(self.now) - 1)  # a sum of chances may fall short of 1
            counts[:, step] = draw_rooted(self.levels[state], self.variance, rng)
        return counts
