"""Many origins from few fits: Pareto-smoothed importance sampling, leaving the future out.

A fit at one origin serves a later one by weighting its draws with what the newly seen weeks say,

    weight[draw] = p(counts at the later origin | draw) / p(counts at the origin of the fit | draw)

(and likewise of the prior, where it is centred on what a window usually counts), smoothed by a
generalized Pareto tail. Its shape k-hat says when the draws are too far off: above 0.7 the model is
fitted again, exactly, and goes on from there (Buerkner, Gabry & Vehtari 2020,
doi:10.1080/00949655.2020.1783262). Only for a model whose latents are summed out: ``regime``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from escalation.models.base import REFIT, Gate, PathFit
from escalation.models.hidden import PRIORS
from escalation.models.regime import Regime, filtered
from escalation.models.sampling import Data
from escalation.panel import Panel
from escalation.schema import ContractError

BAD = 0.7


def rolling(
    panels: Sequence[Panel], *, seed: int, model: Regime | None = None, gate: Gate = REFIT
) -> Iterator[tuple[PathFit, float]]:
    """Fits at successive origins, and the k-hat of each (0 for an exact fit).

    Parameters
    ----------
    panels
        Panels of the same series, each made on a later day than the one before.
    seed
        Same seed, same draws.
    model
        Whose fits are wanted; regime with its own settings if not given.
    gate
        Of the exact fits.
    """
    days = [panel.as_of for panel in panels]
    if any(later <= earlier for earlier, later in pairwise(days)):
        raise ContractError("each origin must be later than the one before; sort the panels")
    wanted = model or Regime()
    rng = np.random.default_rng(seed)
    exact, before = None, np.zeros(0)
    for panel in panels:
        data = wanted.data(panel)
        if exact is not None:
            now = told_of(exact.posterior, data)
            weights, shape = smoothed(now - before)
            if shape <= BAD:
                yield _reweighted(wanted, exact, panel, weights, rng), shape
                continue
        exact = wanted.fit(panel, seed=seed, gate=gate)
        before = told_of(exact.posterior, data)
        yield exact, 0.0


def told_of(draws: Data, data: Data) -> np.ndarray:
    """Log of what data say of each draw: its likelihood, and the prior centred on them; (draw,)."""
    mean, spread = PRIORS["calm"]
    apart = (draws["calm"] - data["usual"] - mean) / spread
    return filtered(draws, data)[1] - (apart**2).sum(axis=1) / 2


def smoothed(log_ratios: np.ndarray) -> tuple[np.ndarray, float]:
    """Pareto-smoothed weights that sum to 1, and k-hat (Vehtari et al. 2024, JMLR 25(72))."""
    from arviz_stats.base import array_stats

    logs, shape = array_stats.psislw(-log_ratios, axis=-1)  # it negates: made for leaving out
    weights = np.exp(logs - np.max(logs))
    return weights / weights.sum(), float(shape)


def _reweighted(
    model: Regime, exact: PathFit, panel: Panel, weights: np.ndarray, rng: np.random.Generator
) -> PathFit:
    """The fit of a later panel: the exact one's draws, drawn again by their weights."""
    size = len(weights)
    heights = (np.arange(size) + rng.random()) / size  # systematic: as few repeats as can be
    chosen = np.searchsorted(np.cumsum(weights), heights).clip(max=size - 1)
    chosen = rng.permutation(chosen)
    draws = {name: values[chosen] for name, values in exact.posterior.items()}
    effective = float(1 / (weights**2).sum())
    found = replace(exact.diagnostics, ess_bulk=min(exact.diagnostics.ess_bulk, effective))
    return model.fitted(panel, model.data(panel), draws, found)
