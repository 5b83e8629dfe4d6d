"""regime: calm, tense, open conflict; one hidden state over all series at once.

    state[t] ~ Markov chain, moves[from, to]
    count[t, k] ~ NegativeBinomial(mean = reported[t, k] * rate[t, k], size = size[k])
    rate[t, k] = exp(calm[k] + sum of rise[s, k] for s <= state[t]) + self[k] * past[t, k]

``past`` is the smoothed past of excitation.py (half-life of two weeks). Before the window's first
week every state is as likely. The states are summed out (``hidden.py``); a forecast is a mixture
over the state now and the states to come, so the end of a war is in it (Hamilton 1989,
doi:10.2307/1912559).

Priors, in an analyst's words: a state lasts about half a year (26 weeks); when calm the rate lies
between a thirtieth of the window's mean and 1.6 times it (calm); each step up multiplies it by 2.2,
nine times in ten by 1.4 to 6 (rise), whatever is counted: talks, too, are more frequent in tense
times; of ten incidents four are echoed by one more (self); size 1 to 15.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from escalation.models.base import BRIEF, DRAWS, Diagnostics, Gate, PathFit, seen, shares
from escalation.models.hidden import STATES, Shape, density, natural
from escalation.models.likelihood import counted
from escalation.models.parts import draw_counts, smoothed_past
from escalation.models.sampling import Data, sample
from escalation.panel import Panel
from escalation.periods import ahead
from escalation.schema import ContractError


@dataclass(frozen=True)
class Regime:
    """``half_life`` of an echo and ``window``, the number of last weeks used."""

    half_life: float = 2.0
    window: int = 312
    draws: int = DRAWS
    name: str = "regime"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Sample the posterior; states and counts ahead are simulated in numpy."""
        data = self.data(panel)
        fitted = sample(build, data, seed=seed, gate=gate, series=len(panel.series))
        draws = fitted.thinned(self.draws).draws
        return self.fitted(panel, data, draws, fitted.diagnostics)

    def fitted(
        self, panel: Panel, data: Data, draws: dict[str, np.ndarray], found: Diagnostics
    ) -> PathFit:
        """The fit that these posterior draws make of a panel and its ``data``."""
        draws = {**draws, "now": filtered(draws, data)[0]}

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            return self.paths(draws, data["last"], horizon, rng)

        return PathFit(self.name, panel, paths, found, draws)

    def data(self, panel: Panel) -> Data:
        """What :func:`build` is fitted to; ``last`` is the past before the first week ahead."""
        everything, known = seen(panel, at_least=26), shares(panel)
        past = smoothed_past(everything / known, self.half_life)
        counts, known = everything[-self.window :], known[-self.window :]
        usual = np.maximum(np.nanmean(counts / known, axis=0), 0.02)
        return {
            **counted(counts, known),
            "usual": np.log(usual),
            "past": past[-len(counts) - 1 : -1],
            "last": past[-1],
        }

    def paths(
        self, draws: Data, last: np.ndarray, horizon: int, rng: np.random.Generator
    ) -> np.ndarray:
        """Counts (draw, horizon, series) from the draws' chances of the state ``now``."""
        every, keep = np.arange(self.draws), 0.5 ** (1 / self.half_life)
        base = np.exp(log_base(draws))
        past = np.tile(last, (self.draws, 1))
        state = _choose(draws["now"], rng)
        counts = np.empty((self.draws, horizon, len(last)))
        for step in range(horizon):
            state = _choose(draws["moves"][every, state], rng)
            rate = base[every, state] + draws["self"] * past
            counts[:, step] = draw_counts(rate, draws["size"], rng)
            past = keep * past + (1 - keep) * counts[:, step]
        return counts


def build(data: Data, *, series: int) -> Any:
    """The density of ``hidden.py`` as a model that nutpie samples; nothing to compile."""
    from nutpie.compiled_pyfunc import from_pyfunc

    shape = Shape(series)

    def logp(flat: np.ndarray, last: np.ndarray, **given: np.ndarray) -> tuple[float, np.ndarray]:
        return density(flat, shape=shape, **given)

    def expand(flat: np.ndarray, **given: np.ndarray) -> dict[str, np.ndarray]:
        return natural(shape.split(flat))

    states = len(STATES)
    shapes = {**shape.blocks, "moves": (states, states)}
    return from_pyfunc(
        shape.length,
        lambda: logp,
        lambda *seeds: expand,
        [np.dtype("float64")] * len(shapes),
        list(shapes.values()),
        list(shapes),
        shared_data=dict(data),
        make_initial_point_fn=lambda seed: _start(shape, data, seed),
    )


def _start(shape: Shape, data: Data, seed: Any) -> np.ndarray:
    flat = 0.1 * np.random.default_rng(seed).standard_normal(shape.length)
    parts = shape.split(flat)
    parts["calm"] += data["usual"] - 1.0
    parts["moves"] -= 3.5
    parts["size"] += 1.0
    return flat


def log_base(draws: dict[str, np.ndarray]) -> np.ndarray:
    """Log rate of each state without echo: shape (draw, state, series)."""
    steps = np.cumsum(draws["rise"], axis=1)
    return draws["calm"][:, None] + np.concatenate([0 * steps[:, :1], steps], axis=1)


def filtered(draws: dict[str, np.ndarray], data: Data) -> tuple[np.ndarray, np.ndarray]:
    """Chance of each state in the last week given all counts, and the counts' log likelihood.

    Returns
    -------
    (chances (draw, state), log likelihood (draw,))
        For each draw of the parameters; the likelihood is up to the counts' factorials.
    """
    base, size = np.exp(log_base(draws)), draws["size"][:, None]
    chance = np.full(base.shape[:2], 1 / len(STATES))
    steps = np.arange(len(data["exceed"]))[:, None]
    total = (data["exceed"] * np.log(size + steps)).sum(axis=(1, 2))
    for week, count in enumerate(data["count"]):
        rate = base + (draws["self"] * data["past"][week])[:, None]
        ratio = rate * np.exp(data["log_known"][week]) / size
        cells = count * np.log(ratio) - (count + size) * np.log1p(ratio)
        logs = (cells * data["seen"][week]).sum(axis=2)
        peak = logs.max(axis=1, keepdims=True)
        chance = np.einsum("ds,dst->dt", chance, draws["moves"]) * np.exp(logs - peak)
        mass = chance.sum(axis=1, keepdims=True)
        chance, total = chance / mass, total + peak[:, 0] + np.log(mass[:, 0])
    return chance, total


def states(fit: PathFit, horizon: int = 12) -> pd.DataFrame:
    """Chance of each state in the last week seen and in the coming ones: a row a week.

    Raises
    ------
    ContractError
        If the fit is not one of ``regime``.
    """
    if "now" not in fit.posterior:
        raise ContractError(f"'{fit.model}' knows no states; fit 'regime'")
    chances = [fit.posterior["now"]]
    for _ in range(horizon):
        chances.append(np.einsum("ds,dst->dt", chances[-1], fit.posterior["moves"]))
    coming = ahead(fit.panel.as_of, horizon, cadence=fit.panel.cadence)
    weeks = fit.panel.weeks[-1:].append(coming)
    return pd.DataFrame([c.mean(axis=0) for c in chances], index=weeks, columns=list(STATES))


def _choose(chances: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """One state a row, by the row's chances."""
    heights = np.cumsum(chances, axis=1)
    return (rng.random((len(chances), 1)) > heights[:, :-1]).sum(axis=1)
