"""excitation: incidents raise the chance of further ones, of their own kind and of others.

    count[t, k] ~ NegativeBinomial(mean = reported[t, k] * rate[t, k], size = size[k])
    rate[t, k] = exp(intercept[k] + sd[k] * level[t, k] + season[t] @ beta[k]
                     + sum_d calm[k, d] * log(1 + past[t, d]))
                 + sum_j phi[k, j] * past[t, j]
    past[t, j] = sum_{l >= 1} lag[l] * count[t - l, j] / reported[t - l, j]
                 lag[l] halves every two weeks, sums to 1; unobserved weeks are passed over
    level[., k]: as in local_level.py

``phi[k, j]`` is how many incidents of k follow directly upon one of j. Its largest eigenvalue is
the **escalation number**: at 1 and above violence feeds itself without end (the branching ratio
of a Hawkes process; Mohler et al. 2011, doi:10.1198/jasa.2011.ap09546; the endemic-epidemic form
is Held, Hoehle & Hofmann 2005, doi:10.1191/1471082X05st098oa). ``calm`` is what dampens: talks
and ceasefires enter the exponent, with either sign allowed.

Sampled is not the intercept but ``total``, the log of the usual rate with its echoes, which the
data tell almost exactly: were level and past at their usual,

    exp(intercept[k]) = exp(total[k]) * (1 - phi[k, k]) - sum_{j != k} phi[k, j] * usual[j]

and ``intercept`` is this to first order in the last sum. That makes a fit twice as fast.

Priors, in an analyst's words: the usual rate lies within a factor of 2.7 of the window's mean; of
ten incidents three are followed directly by one more of their kind (self, Beta(3, 7)); that one
series raises another is the exception (exponential with a mean of one in twenty, less where k is
rarer than j); the level, which carries what is neither echo nor season, moves by about 7% a week
and half in a year (sd 0.85 over a memory of five years); as talks double, a rate moves by a third
at most (calm, sd 0.2); season and size as in local-level. Only the last ``window`` weeks are used.
Where one series holds another (both directions of a border, and one of them) they share incidents,
so neither may excite the other.

What it gains: nothing shown. At 22 past dates of the region the coupling made forecasts of all
series worse, of rare ones most; on cross-border force it was within chance of a gain, and talks did
not help (benchmarks/coupling.py, docs/models.md). Read ``phi`` as a description; forecast with
others.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit, seen, shares
from escalation.models.coding_error import coding_error, heard
from escalation.models.levels import Modes
from escalation.models.likelihood import counted, negative_binomial_of_rate, shared
from escalation.models.parts import LARGEST, annual, draw_counts, smoothed_past
from escalation.models.sampling import Data, Posterior, sample
from escalation.panel import Panel
from escalation.periods import ahead
from escalation.schema import ContractError


@dataclass(frozen=True)
class Excitation:
    """``coupling`` off leaves each series to itself; ``damping`` names series that may calm.

    With ``happened`` a forecast is of what happens, not of what will be coded: it needs a panel
    that knows its coder (``coding_error.py``).
    """

    coupling: bool = True
    happened: bool = False
    damping: tuple[str, ...] = ("diplomacy",)
    half_life: float = 2.0
    memory: float = 260.0
    modes: int = 40
    window: int = 312
    draws: int = DRAWS
    name: str = "excitation"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Sample the posterior; futures are simulated week by week in numpy."""
        data = self.data(panel)
        audited = "recall_beta" in data
        if self.happened and not audited:
            raise ContractError("what happened needs the coder's error: use with_coding_error")
        structure = {
            "audited": audited,
            "modes": self.modes,
            "series": len(panel.series),
            "calming": data["calm"].shape[1],
        }
        posterior = sample(build, data, seed=seed, gate=gate, smooth=True, **structure)

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            periods = ahead(panel.as_of, horizon, cadence=panel.cadence)
            return self.paths(posterior, data, annual(periods), rng)

        return PathFit(self.name, panel, paths, posterior.diagnostics, posterior.draws)

    def data(self, panel: Panel) -> Data:
        """What :func:`build` is fitted to; ``past`` has one row more, for the first week ahead."""
        everything, known = seen(panel, at_least=26), shares(panel)
        past = smoothed_past(everything / known, self.half_life)[-self.window - 1 :]
        counts, known = everything[-self.window :], known[-self.window :]
        usual = np.maximum(np.nanmean(counts / known, axis=0), 0.02)
        basis = self._modes(len(counts)).basis
        calming = [at for at, name in enumerate(panel.series) if name in self.damping]
        allowed = may_excite(counts) if self.coupling else np.zeros((len(usual),) * 2)
        return {
            **counted(counts, known),
            "known": known,
            **{f"{what}_beta": beta for what, beta in coding_error(panel).items()},
            "usual": np.log(usual),
            "season": annual(panel.weeks[-len(counts) :]),
            "basis": basis,
            "centre": basis.mean(axis=0),
            "past": past,
            "scale": allowed * 0.05 * np.minimum(1.0, usual[:, None] / usual),
            "calm": np.eye(len(usual))[:, calming] * float(self.coupling),
        }

    def paths(
        self, posterior: Posterior, data: Data, season: np.ndarray, rng: np.random.Generator
    ) -> np.ndarray:
        """Counts (draw, horizon, series): each week's draws feed the next week's past."""
        p = posterior.thinned(self.draws)
        level = self._modes(len(data["basis"]), horizon=len(season)).ahead(p["w"], rng)
        level = level - np.einsum("m,dms->ds", data["centre"], p["w"])[:, None]
        logs = p["intercept"][:, None] + p["sd"][:, None] * level
        logs = logs + np.einsum("hc,dcs->dhs", season, p["beta"])
        keep, past = 0.5 ** (1 / self.half_life), np.tile(data["past"][-1], (self.draws, 1))
        counts = np.empty_like(logs)
        for step in range(len(season)):
            calmed = np.einsum("dck,dc->dk", p["calming"], np.log1p(past) @ data["calm"])
            base = np.exp(np.minimum(logs[:, step] + calmed, np.log(LARGEST)))
            rate = base + np.einsum("dkj,dj->dk", p["phi"], past)
            if "recall_beta" in data:
                false = (1 - p["precision"]) * np.exp(data["usual"])
                happened, coded = heard(rate, p["size"], p["recall"], false, rng)
            else:
                happened = coded = draw_counts(rate, p["size"], rng)
            past = keep * past + (1 - keep) * coded
            counts[:, step] = happened if self.happened else coded
        return counts

    def _modes(self, weeks: int, horizon: int = 0) -> Modes:
        return Modes.of(self.memory, weeks=weeks, modes=self.modes, horizon=horizon)


@dataclass(frozen=True)
class Alone(Excitation):
    """Excitation with each series left to itself: what coupling is measured against."""

    coupling: bool = False
    name: str = "excitation-alone"


def build(data: Data, *, modes: int, series: int, calming: int, audited: bool) -> Any:
    """The PyMC model; the last row of ``past`` belongs to the week ahead and is not used."""
    import pymc as pm
    import pytensor.tensor as pt

    with pm.Model() as model:
        given = shared(data)
        total = pm.Normal("total", given["usual"] - 0.1, 0.5, shape=series)
        beta = pm.Normal("beta", 0.0, 0.15, shape=(2, series))
        size = pm.LogNormal("size", np.log(4.0), 0.7, shape=series)
        sd = pm.LogNormal("sd", np.log(0.85), 0.25, shape=series)
        w = pm.Normal("w", shape=(modes, series))
        own = pm.Beta("self", 3.0, 7.0, shape=series)
        other = pm.Exponential("other", 1.0, shape=(series, series))
        across = given["scale"] * other
        phi = pm.Deterministic("phi", pt.diag(own) + across)
        echo = across @ pt.exp(given["usual"]) / pt.exp(given["usual"]) / (1 - own)
        intercept = pm.Deterministic("intercept", total + pt.log1p(-own) - echo)
        calm = pm.Normal("calming", 0.0, 0.2, shape=(calming, series))
        past = given["past"][:-1]
        level = given["basis"] @ w - given["centre"] @ w
        logs = intercept + sd * level + given["season"] @ beta
        logs += pt.log1p(past @ given["calm"]) @ calm
        rate = pt.exp(logs) + past @ phi.T
        if audited:
            recall = pm.Beta("recall", *_ab(given["recall_beta"]), shape=series)
            precision = pm.Beta("precision", *_ab(given["precision_beta"]), shape=series)
            rate = recall * rate + (1 - precision) * pt.exp(given["usual"])
        pm.Potential("counts", negative_binomial_of_rate(given, rate, size))
    return model


def _ab(beta: Any) -> tuple[Any, Any]:
    return beta[0], beta[1]


def may_excite(counts: np.ndarray) -> np.ndarray:
    """Which series may excite which other: 1 or 0 at [excited, exciting], 0 on the diagonal.

    Not where one holds the other, that is, has at least as many incidents in every week seen.
    """
    filled = np.nan_to_num(counts)
    holds = (filled[:, :, None] >= filled[:, None, :]).all(axis=0) & (filled.sum(axis=0) > 0)
    return (~(holds | holds.T | np.eye(counts.shape[1], dtype=bool))).astype(float)


def escalation_number(fit: PathFit) -> np.ndarray:
    """Posterior draws of the largest eigenvalue of ``phi``; above 1 violence feeds itself."""
    return np.abs(np.linalg.eigvals(_phi(fit))).max(axis=1)


def effects(fit: PathFit) -> pd.DataFrame:
    """For every pair, how many incidents follow one: directly, and with all that comes after.

    Returns
    -------
    DataFrame
        ``cause, effect, direct, low, high, total``: posterior mean and 90% interval of the
        direct number, and the mean of the total ``(I - phi)^-1 phi`` over draws below 1.
    """
    phi, names = _phi(fit), fit.panel.series
    below = phi[escalation_number(fit) < 1]
    total = np.linalg.inv(np.eye(len(names)) - below) - np.eye(len(names))
    low, high = np.quantile(phi, [0.05, 0.95], axis=0)
    return pd.DataFrame(
        {
            "cause": cause,
            "effect": effect,
            "direct": phi[:, k, j].mean(),
            "low": low[k, j],
            "high": high[k, j],
            "total": total[:, k, j].mean() if len(total) else np.inf,
        }
        for j, cause in enumerate(names)
        for k, effect in enumerate(names)
    )


def _phi(fit: PathFit) -> np.ndarray:
    if "phi" not in fit.posterior:
        raise ContractError(f"'{fit.model}' has no escalation number; fit 'excitation'")
    return fit.posterior["phi"]
