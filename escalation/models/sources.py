"""sources: several sources see one latent intensity, each in its own way; its series are sources.

    count[t, s] ~ NegativeBinomial(mean = reported[t, s] * rate[t, s], size = size[s])
    log rate[t, s] = detection[s] + gain[s] * x[t] + drift[s] * wander[t, s]
    x[t] = sd * level[t] + season[t] @ beta,    the gains have a geometric mean of 1
    level, wander[., s]: processes of unit variance and a memory of ``memory`` weeks (levels.py),
                         each less its mean over the weeks that source s observed

A source counts in its own unit (incidents, events of a data set, news items), so detection[s] is
the log of its usual count; only weeks that it observed enter its likelihood. Where one is missing
for years the others carry the level, and how far each has wandered from it in the past says how
far it may have meanwhile. A data set whose making changed is two sources, one before and one after.

Priors, in an analyst's words: over years the intensity moves by a factor of 1.6 to 3.5 around its
mean (sd, as in local-level); a doubling looks to one source like one and a half times, to another
like three times as much (gain); over years a source's attention wanders by a fifth to two thirds
(drift, median 0.3); size 1 to 15. One memory for all: attention changes as slowly as the war.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit, seen, shares
from escalation.models.levels import Modes
from escalation.models.likelihood import counted, negative_binomial, shared
from escalation.models.parts import LARGEST, annual, draw_counts
from escalation.models.sampling import Data, sample
from escalation.panel import Panel
from escalation.periods import ahead
from escalation.schema import ContractError


@dataclass(frozen=True)
class Sources:
    """Memory and window in weeks; modes that hold the level, and each source's wandering."""

    memory: float = 260.0
    modes: int = 60
    own_modes: int = 16
    window: int = 1040
    draws: int = DRAWS
    name: str = "sources"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Sample the posterior; ``rate`` of its posterior is (draw, weeks of the panel, source)."""
        data = self.data(panel)
        structure: dict[str, Any] = {
            "modes": self.modes,
            "own_modes": self.own_modes,
            "series": len(panel.series),
        }
        posterior = sample(build, data, seed=seed, gate=gate, **structure)
        p = posterior.thinned(self.draws).draws
        level, wander = (np.einsum("tm,dms->dts", data[b], p[w]) for b, w in _BASES)
        draws = {**p, "rate": _rate(p, data, level, wander, data["season"])}

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            season = annual(ahead(panel.as_of, horizon, cadence=panel.cadence))
            return self.paths(p, data, season, rng)

        return PathFit(self.name, panel, paths, posterior.diagnostics, draws)

    def data(self, panel: Panel) -> Data:
        """What :func:`build` is fitted to."""
        counts = seen(panel, last=self.window, at_least=26)
        weeks, known = len(counts), shares(panel, last=self.window)
        basis, own = (
            Modes.of(self.memory, weeks=weeks, modes=modes).basis
            for modes in (self.modes, self.own_modes)
        )
        looked = np.isfinite(counts) / np.isfinite(counts).sum(axis=0)
        return {
            **counted(counts, known),
            "usual": np.log(np.maximum(np.nanmean(counts / known, axis=0), 0.02)),
            "season": annual(panel.weeks[-weeks:]),
            "basis": basis,
            "own_basis": own,
            "centre": looked.T @ basis,
            "own_centre": looked.T @ own,
        }

    def paths(
        self, p: Data, data: Data, season: np.ndarray, rng: np.random.Generator
    ) -> np.ndarray:
        """Counts (draw, horizon, source); one level ahead for all of them."""
        weeks = len(data["basis"])
        level, wander = (
            Modes.of(self.memory, weeks=weeks, modes=modes, horizon=len(season)).ahead(p[w], rng)
            for modes, w in ((self.modes, "w"), (self.own_modes, "v"))
        )
        return draw_counts(_rate(p, data, level, wander, season), p["size"][:, None], rng)


_BASES = (("basis", "w"), ("own_basis", "v"))


def build(data: Data, *, modes: int, own_modes: int, series: int) -> Any:
    """The PyMC model."""
    import pymc as pm
    import pytensor.tensor as pt

    with pm.Model() as model:
        given = shared(data)
        detection = pm.Normal("detection", given["usual"], 1.0, shape=series)
        sees = pm.Normal("sees", 0.0, 0.4, shape=series)
        gain = pm.Deterministic("gain", pt.exp(sees - sees.mean()))
        drift = pm.LogNormal("drift", np.log(0.3), 0.6, shape=series)
        size = pm.LogNormal("size", np.log(4.0), 0.7, shape=series)
        sd = pm.LogNormal("sd", np.log(0.8), 0.25)
        beta = pm.Normal("beta", 0.0, 0.15, shape=2)
        w = pm.Normal("w", shape=(modes, 1))
        v = pm.Normal("v", shape=(own_modes, series))
        level = given["basis"] @ w - (given["centre"] @ w)[:, 0]
        wander = given["own_basis"] @ v - (given["own_centre"] * v.T).sum(axis=1)
        x = sd * level + (given["season"] @ beta)[:, None]
        log_rate = detection + gain * x + drift * wander
        pm.Potential("counts", negative_binomial(given, log_rate, size))
    return model


def _rate(
    p: Data, data: Data, level: np.ndarray, wander: np.ndarray, season: np.ndarray
) -> np.ndarray:
    """Rates (draw, weeks, source) of a level (draw, weeks, 1) and wanderings of the sources."""
    level = level - np.einsum("sm,dm->ds", data["centre"], p["w"][:, :, 0])[:, None]
    wander = wander - np.einsum("sm,dms->ds", data["own_centre"], p["v"])[:, None]
    x = p["sd"][:, None, None] * level + (p["beta"] @ season.T)[:, :, None]
    logs = p["detection"][:, None] + p["gain"][:, None] * x + p["drift"][:, None] * wander
    return np.exp(np.minimum(logs, np.log(LARGEST)))


def recovered(fit: PathFit, source: str, *, seed: int) -> pd.DataFrame:
    """Draws of what a source counted or, where it was not looking, would have counted.

    Parameters
    ----------
    fit
        Of ``sources``.
    source
        A series of its panel.
    seed
        Same seed, same draws.

    Returns
    -------
    DataFrame
        Index: the weeks of the fit; a column a draw. Observed weeks hold the count itself.

    Raises
    ------
    ContractError
        If the fit is not one of ``sources``, or has no such source.
    """
    if "rate" not in fit.posterior:
        raise ContractError(f"'{fit.model}' does not join sources; fit 'sources'")
    if source not in fit.panel.series:
        raise ContractError(f"no source '{source}'; there are: {', '.join(fit.panel.series)}")
    at = fit.panel.series.index(source)
    rate, size = fit.posterior["rate"][:, :, at], fit.posterior["size"][:, at, None]
    drawn = draw_counts(rate, size, np.random.default_rng(seed))
    weeks = drawn.shape[1]
    observed = fit.panel["observed"].values[-weeks:, at]
    drawn[:, observed] = fit.panel["counts"].values[-weeks:, at][observed]
    return pd.DataFrame(drawn.T, index=fit.panel.weeks[-weeks:])
