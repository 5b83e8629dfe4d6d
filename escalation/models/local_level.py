"""local-level: each series' log rate wanders, and slowly forgets.

    count[t, k] ~ NegativeBinomial(mean = reported[t, k] * rate[t, k], size = size[k])
    log rate[t, k] = intercept[k] + sd[k] * level[t, k] + season[t] @ beta[k]
    level[., k]: a process of unit variance with a memory of ``memory`` weeks (see levels.py), less
                 its mean over the window

Priors, in an analyst's words: the usual rate lies within a factor of seven of the window's mean
(intercept, sd 1); over years a rate moves by a factor of 1.6 to 3.5 around its mean
(sd, median 0.8 over a memory of five years: 7% from week to week, half in a year); the season moves
it by a sixth; size 1 to 15 (2 is very uneven weeks, 15 nearly Poisson). The step is held tightly:
left free it fits next week's jumps and spreads the coming quarter too widely. Only the last
``window`` weeks are used, six years: what came before says little of the next twelve weeks, and a
fit stays within seconds.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit, seen, shares
from escalation.models.levels import Modes
from escalation.models.likelihood import counted, negative_binomial, shared
from escalation.models.parts import LARGEST, annual, draw_counts
from escalation.models.sampling import Data, Posterior, sample
from escalation.panel import Panel
from escalation.periods import ahead


@dataclass(frozen=True)
class LocalLevel:
    """Memory and window in weeks, and the number of modes that hold the level."""

    memory: float = 260.0
    modes: int = 60
    window: int = 312
    draws: int = DRAWS
    name: str = "local-level"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Sample the posterior; futures are drawn from it in numpy."""
        data = self.data(panel)
        posterior = sample(
            build,
            data,
            seed=seed,
            gate=gate,
            smooth=True,
            modes=self.modes,
            series=len(panel.series),
        )

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            periods = ahead(panel.as_of, horizon, cadence=panel.cadence)
            return self.paths(posterior, data, annual(periods), rng)

        return PathFit(self.name, panel, paths, posterior.diagnostics, posterior.draws)

    def data(self, panel: Panel) -> Data:
        """What :func:`build` is fitted to."""
        counts = seen(panel, last=self.window, at_least=26)
        weeks = len(counts)
        basis = self._modes(weeks).basis
        known = shares(panel, last=weeks)
        return {
            **counted(counts, known),
            "usual": np.log(np.maximum(np.nanmean(counts / known, axis=0), 0.02)),
            "season": annual(panel.weeks[-weeks:]),
            "basis": basis,
            "centre": basis.mean(axis=0),
        }

    def paths(
        self, posterior: Posterior, data: Data, season: np.ndarray, rng: np.random.Generator
    ) -> np.ndarray:
        """Counts (draw, horizon, series); ``season`` is :func:`annual` of the periods ahead."""
        size = posterior.thinned(self.draws)["size"]
        return draw_counts(self.rates(posterior, data, season, rng), size[:, None], rng)

    def rates(
        self, posterior: Posterior, data: Data, season: np.ndarray, rng: np.random.Generator
    ) -> np.ndarray:
        """Rates of the same shape."""
        p = posterior.thinned(self.draws)
        modes = self._modes(len(data["basis"]), horizon=len(season))
        centre = np.einsum("m,dms->ds", data["centre"], p["w"])
        log_rate = (
            p["intercept"][:, None]
            + p["sd"][:, None] * (modes.ahead(p["w"], rng) - centre[:, None])
            + np.einsum("hc,dcs->dhs", season, p["beta"])
        )
        return np.exp(np.minimum(log_rate, np.log(LARGEST)))

    def _modes(self, weeks: int, horizon: int = 0) -> Modes:
        return Modes.of(self.memory, weeks=weeks, modes=self.modes, horizon=horizon)


def rate_of(given: Any, *, modes: int, series: int) -> tuple[Any, Any]:
    """The log rate and the size, inside a PyMC model.

    The level is centred, so that the intercept is the window's usual rate.
    """
    import pymc as pm

    intercept = pm.Normal("intercept", given["usual"], 1.0, shape=series)
    beta = pm.Normal("beta", 0.0, 0.15, shape=(2, series))
    size = pm.LogNormal("size", np.log(4.0), 0.7, shape=series)
    sd = pm.LogNormal("sd", np.log(0.8), 0.25, shape=series)
    w = pm.Normal("w", shape=(modes, series))
    level = (given["basis"] - given["centre"]) @ w
    return intercept + sd * level + given["season"] @ beta, size


def build(data: Data, *, modes: int, series: int) -> Any:
    """The PyMC model."""
    import pymc as pm

    with pm.Model() as model:
        given = shared(data)
        log_rate, size = rate_of(given, modes=modes, series=series)
        pm.Potential("counts", negative_binomial(given, log_rate, size))
    return model
