"""ensemble: a linear pool of models, its weights learned by stacking on past origins.

    forecast = sum_i w_i * forecast of model i,    w_i >= 0, sum_i w_i = 1
    w = argmin  mean CRPS(w) over past origins, series and totals  +  shrink / m * |w - 1/m|^2

The CRPS of a pool is quadratic in its weights (with x_i drawn from model i and y what came):

    CRPS(w) = sum_i w_i E|x_i - y| - 1/2 sum_ij w_i w_j E|x_i - x_j|

so the best weights are one small quadratic programme. Losses are of the totals of the next 1, 4
and 12 periods, each divided by its mean over models and origins, so that no series or horizon
rules; one set of weights serves all series. At a past origin a model sees the panel's earlier
periods only, as counted today, and the target must have ended before the present origin. What a
member says of a past origin depends on those counts and that origin alone (its seed too), so a
backtest makes it once and remembers it while the counts stand. Below eight past origins the
weights are equal. Stacking of predictive distributions: Yao et al. 2018, doi:10.1214/17-BA1091; by
CRPS: Gneiting & Raftery 2007, doi:10.1198/016214506000001437.
"""

import hashlib
from dataclasses import dataclass, is_dataclass, replace

import numpy as np
import pandas as pd

from escalation.models import model as named_model
from escalation.models.base import BRIEF, DRAWS, Diagnostics, Gate, Model, PathFit
from escalation.panel import Panel
from escalation.periods import last_day
from escalation.schema import ContractError

TOTALS = (1, 4, 12)
_FEWEST = 8  # past origins below which all weights stay equal
_KEPT = 500  # draws of a past forecast that are kept
_PAST: dict[str, np.ndarray] = {}
"""Past forecasts' totals by digest of what they were made from: a backtest makes each once."""


@dataclass(frozen=True)
class EnsembleFit(PathFit):
    """A fitted pool; ``weights`` are pairs of a member's name and its weight."""

    weights: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Ensemble:
    """Pool of ``members``; weights from up to ``origins`` past origins, ``every`` periods apart.

    ``shrink`` is the strength of the pull towards equal weights, in units of the mean loss.
    """

    members: tuple[str, ...] = ("ewma", "flares")
    origins: int = 26
    every: int = 4
    shrink: float = 0.1
    draws: int = DRAWS
    name: str = "ensemble"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> EnsembleFit:
        """Learn the weights, then fit every member to the whole panel."""
        if len(set(self.members)) < len(self.members) or not self.members:
            raise ContractError(f"an ensemble has members, each once; got {self.members}")
        members = [named_model(name) for name in self.members]  # a slip is told before any work
        weights = self.weights(panel, gate=gate)
        fits = [member.fit(panel, seed=seed, gate=gate) for member in members]
        marks = tuple(mark for fit in fits for mark in fit.diagnostics.marks)
        passed = all(fit.diagnostics.passed for fit in fits)

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            numbers = shared_out(self.draws, weights)
            parts = []
            for fit, number in zip(fits, numbers, strict=True):
                samples = fit.forecast(horizon, seed=int(rng.integers(2**31))).samples.values
                parts.append(samples[rng.choice(len(samples), number, number > len(samples))])
            return rng.permutation(np.concatenate(parts), axis=0)

        diagnostics = Diagnostics(passed=passed, marks=marks)
        learned = tuple(zip(self.members, weights.tolist(), strict=True))
        return EnsembleFit(self.name, panel, paths, diagnostics=diagnostics, weights=learned)

    def weights(self, panel: Panel, *, gate: Gate = BRIEF) -> np.ndarray:
        """Weights learned from the panel's own past, shape (members,)."""
        equal = np.full(len(self.members), 1 / len(self.members))
        truth = np.where(panel["observed"].values, panel["counts"].values, np.nan)
        losses, spreads = [], []
        for end in self._past_origins(panel):
            past = _upto(panel, end)
            try:
                totals = [_totals(named_model(n), past, gate) for n in self.members]
            except (ContractError, RuntimeError):
                continue  # too short a past for a member
            came = np.stack([truth[end : end + h].sum(axis=0) for h in TOTALS])
            loss, spread = energy(np.stack(totals), came)
            losses.append(loss)
            spreads.append(spread)
        if len(losses) < _FEWEST or len(self.members) == 1:
            return equal
        return stacked(np.stack(losses), np.stack(spreads), shrink=self.shrink)

    def _past_origins(self, panel: Panel) -> list[int]:
        """Numbers of periods known at past origins; they stand on one calendar for all panels."""
        last = len(panel.weeks) - max(TOTALS)
        number = [period.toordinal() // 7 for period in panel.weeks]
        if panel.cadence == "monthly":
            number = [period.year * 12 + period.month for period in panel.weeks]
        ends = [end for end in range(1, last + 1) if number[end - 1] % self.every == 0]
        return ends[-self.origins :]


def energy(totals: np.ndarray, came: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean distances that make the CRPS of any pool.

    Parameters
    ----------
    totals
        Draws, shape (model, sample, length, series).
    came
        Shape (length, series), NaN where unobserved.

    Returns
    -------
    (loss, spread)
        ``E|x_i - y|`` of shape (model, length, series) and ``E|x_i - x_j|`` of shape (model,
        model, length, series); NaN where unobserved.
    """
    loss = np.abs(totals - came).mean(axis=1)
    models, size = totals.shape[:2]
    spread = np.empty((models, models, *came.shape))
    for i in range(models):
        for j in range(i, models):
            both = np.sort(np.concatenate([totals[i], totals[j]]), axis=0)
            ranks = 2 * np.arange(1, 2 * size + 1) - 2 * size - 1
            whole = 2 * (ranks[:, None, None] * both).sum(axis=0) / (2 * size) ** 2
            spread[i, j] = spread[j, i] = whole
    own = np.einsum("iils->ils", spread).copy()
    # E|z - z'| of the even mixture is (own_i + own_j + 2 between) / 4.
    between = (4 * spread - own[:, None] - own[None, :]) / 2
    between[np.arange(models), np.arange(models)] = own
    return loss, np.where(np.isfinite(came), between, np.nan)


def stacked(losses: np.ndarray, spreads: np.ndarray, *, shrink: float) -> np.ndarray:
    """Weights of the pool with the lowest mean CRPS, pulled towards equal ones.

    ``losses`` is (origin, model, length, series), ``spreads`` (origin, model, model, length,
    series), as :func:`energy` gives them.
    """
    from scipy.optimize import minimize

    scale = np.nanmean(losses, axis=(0, 1))
    scale = np.where(scale > 0, scale, np.nan)
    linear = np.nanmean(losses / scale, axis=(0, 2, 3))
    square = np.nanmean(spreads / scale, axis=(0, 3, 4))
    number = len(linear)
    equal = np.full(number, 1 / number)

    def value(w: np.ndarray) -> float:
        pull = shrink / number * ((w - equal) ** 2).sum()
        return float(w @ linear - w @ square @ w / 2 + pull)

    best = minimize(
        value,
        equal,
        method="SLSQP",
        bounds=[(0.0, 1.0)] * number,
        constraints={"type": "eq", "fun": lambda w: w.sum() - 1},
    )
    weights = np.clip(best.x, 0.0, None) if np.isfinite(best.x).all() else equal
    return weights / weights.sum()


def shared_out(draws: int, weights: np.ndarray) -> np.ndarray:
    """Whole numbers that sum to ``draws``, in proportion to the weights (largest remainders)."""
    exact = draws * weights
    numbers = np.floor(exact).astype(int)
    short = draws - numbers.sum()
    numbers[np.argsort(numbers - exact, kind="stable")[:short]] += 1
    return numbers


def _upto(panel: Panel, periods: int) -> Panel:
    """The panel's first periods, with shares known to a hundredth.

    Otherwise whatever is learned of delays later would change, by a hair, every past panel, and
    nothing could be remembered.
    """
    data = panel.data.isel(week=slice(0, periods))
    end = last_day(pd.Timestamp(data["week"].values[-1]), cadence=panel.cadence)
    known = data["reported"].round(2).clip(min=0.01)
    return Panel(data.assign(reported=known).assign_attrs(as_of=str(end.date())))


def _totals(member: Model, panel: Panel, gate: Gate) -> np.ndarray:
    """A past forecast's totals, shape (sample, length, series)."""
    seed = panel.as_of.toordinal()
    digest = hashlib.sha256(f"{member!r} {gate} {panel.as_of} {panel.series}".encode())
    for part in ("counts", "observed", "reported"):
        digest.update(np.ascontiguousarray(panel[part].values).tobytes())
    key = digest.hexdigest()
    if key not in _PAST:
        small = member
        if is_dataclass(member) and hasattr(member, "draws"):
            small = replace(member, draws=_KEPT)
        samples = small.fit(panel, seed=seed, gate=gate).forecast(max(TOTALS), seed=seed)
        values = samples.samples.values[:_KEPT]
        _PAST[key] = np.stack([values[:, :h].sum(axis=1) for h in TOTALS], axis=1)
    return _PAST[key]
