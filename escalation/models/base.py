"""What a model is: something that is fitted to a panel and then forecasts it.

A model's settings are the fields of its class; ``fit`` gives a :class:`Fit`, which forecasts.
Every fit carries its :class:`Diagnostics`, so that an exact baseline and a sampled posterior
read alike. A :class:`Gate` says when sampling is good enough: for a brief, or for one of the
many refits of a backtest.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from escalation.forecast import Forecast
from escalation.models.wholes import within_wholes
from escalation.panel import Panel
from escalation.periods import last_ended
from escalation.schema import ContractError

DRAWS = 2000
"""Number of sampled futures in a forecast, unless a model says otherwise."""

LEAST_KNOWN = 0.2
"""A period of which less is known than this share tells a model nothing."""


@dataclass(frozen=True)
class Gate:
    """The least that a sampled posterior must reach: worst over all parameters.

    ``rhat`` and ``ess`` as in Vehtari et al. 2021 (doi:10.1214/20-BA1221); ``divergences`` is a
    share of the draws; ``energy`` the E-BFMI of Betancourt 2016 (arXiv:1604.00695). ``sampler``
    is one of ``SAMPLERS``: the same demands, whatever computes.
    """

    name: str
    rhat: float
    ess: float
    divergences: float
    energy: float = 0.2
    sampler: str = "nutpie"


SAMPLERS = ("nutpie", "numpyro")
"""nutpie compiles once and fits many; numpyro runs on JAX, so on a GPU where one is at hand."""


@dataclass(frozen=True)
class Effort:
    """How much to sample: chains, warm-up and kept draws a chain, and NUTS's target."""

    chains: int
    tune: int
    draws: int
    target: float
    cores: int


BRIEF = Gate("brief", rhat=1.01, ess=400.0, divergences=0.001, energy=0.3)
REFIT = Gate("refit", rhat=1.05, ess=100.0, divergences=1.0)
GATES = {gate.name: gate for gate in (BRIEF, REFIT)}


@dataclass(frozen=True)
class Diagnostics:
    """How well a fit was computed. A fit without sampling passes with the defaults.

    ``rhat`` is the largest, ``ess_bulk`` and ``ess_tail`` the smallest over parameters;
    ``divergences`` a share of draws; ``energy`` the smallest E-BFMI over chains; ``seconds`` the
    time that sampling took; ``marks`` the lines that a reader of anything made from it must see.
    """

    rhat: float = 1.0
    ess_bulk: float = np.inf
    ess_tail: float = np.inf
    divergences: float = 0.0
    energy: float = np.inf
    seconds: float = 0.0
    passed: bool = True
    marks: tuple[str, ...] = ()


EXACT = Diagnostics()
"""Of a fit that samples nothing."""


class Fit(Protocol):
    """A fitted model."""

    @property
    def diagnostics(self) -> Diagnostics:
        """How well it was computed."""
        ...

    def forecast(self, horizon: int, *, seed: int) -> Forecast:
        """Samples of the ``horizon`` periods that had not ended by the panel's ``as_of``."""
        ...


class Model(Protocol):
    """A way to forecast a panel."""

    @property
    def name(self) -> str:
        """The word by which ``MODELS`` knows it."""
        ...

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> Fit:
        """Fit to a panel; only a model that samples uses ``seed`` and ``gate``."""
        ...


@dataclass(frozen=True)
class PathFit:
    """A fit that forecasts by drawing paths of counts.

    ``paths(horizon, rng)`` gives counts of shape (sample, horizon, series), the first period
    being the one after the panel's last; one sample is one joint future. ``posterior`` holds the
    draws of each parameter, (draw, ...); it is empty for a model that samples nothing.
    """

    model: str
    panel: Panel
    paths: Callable[[int, np.random.Generator], np.ndarray]
    diagnostics: Diagnostics = EXACT
    posterior: dict[str, np.ndarray] = field(default_factory=dict)

    def forecast(self, horizon: int, *, seed: int) -> Forecast:
        """Draw paths, no part above its whole; the same seed gives the same draws."""
        if horizon < 1:
            raise ContractError(f"a horizon is 1 or more periods; got {horizon}")
        panel, rng = self.panel, np.random.default_rng(seed)
        return Forecast.of_samples(
            within_wholes(self.paths(horizon, rng), panel, rng),
            series=panel.series,
            model=self.model,
            theatre=panel.data.attrs["theatre"],
            as_of=panel.as_of,
            vintage=panel.vintage,
            seed=seed,
            cadence=panel.cadence,
            marks=self.diagnostics.marks,
        )


def seen(panel: Panel, *, last: int | None = None, at_least: int = 8) -> np.ndarray:
    """Counts as floats with NaN where unobserved: shape (weeks, series), the latest at the end.

    Parameters
    ----------
    panel
        Counts as known on a day.
    last
        Keep only this many periods.
    at_least
        The fewest observed periods that each series must have among them.

    Raises
    ------
    ContractError
        If the panel ends before the last period that had ended by its ``as_of`` (then there is
        a hole before the forecast), or a series has too few observed periods.
    """
    ended = last_ended(panel.as_of, cadence=panel.cadence)
    if not len(panel.weeks) or panel.weeks[-1] != ended:
        raise ContractError(
            f"a panel as of {panel.as_of.date()} must reach the period of {ended.date()}; "
            "stand on an earlier day (--as-of), or add rows, unobserved where nothing was seen"
        )
    usable = panel["observed"].values & (panel["reported"].values >= LEAST_KNOWN)
    counts = np.where(usable, panel["counts"].values.astype(float), np.nan)
    counts = counts[-(last or len(counts)) :]
    few = np.isfinite(counts).sum(axis=0) < at_least
    if few.any():
        name = panel.series[int(np.flatnonzero(few)[0])]
        number = int(np.isfinite(counts).sum(axis=0)[few][0])
        raise ContractError(
            f"series '{name}' has {number} observed periods; a fit needs {at_least} or more"
            + ("" if number else " (sources that are all 'steady = false' observe none)")
        )
    return counts


def shares(panel: Panel, *, last: int | None = None) -> np.ndarray:
    """Share of what happened that is known by ``as_of``: shape (weeks, series), in (0, 1]."""
    known = panel["reported"].values.astype(float)
    return known[-(last or len(known)) :]
