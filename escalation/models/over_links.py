"""A model fitted over links: once to each drawn panel, the futures pooled.

    futures = union over draws d of the futures of the model fitted to linked_counts[d]

``count(..., links=6, seed=7)`` draws again, six times, which reports tell of one incident
(``escalation/links.py``). Each draw is a panel of incidents as they may have been; the model is
fitted to each, and each gives as many samples. What comes out is a forecast of incidents, as wide
as doubt about the links makes it; a plain fit forecasts what the linker will count, and takes
its past for exact.
"""

from dataclasses import dataclass

import numpy as np

from escalation.models.base import BRIEF, Diagnostics, Gate, Model, PathFit
from escalation.panel import Panel
from escalation.schema import ContractError


@dataclass(frozen=True)
class OverLinks:
    """Fits ``model`` to every drawn panel; its name is the model's."""

    model: Model

    @property
    def name(self) -> str:
        """Name of the model that is fitted."""
        return self.model.name

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """One fit a draw; raises ContractError if the panel holds no draws of its links."""
        fits = [self.model.fit(one, seed=seed, gate=gate) for one in over_links(panel)]

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            parts = []
            for fitted in fits:
                samples = fitted.forecast(horizon, seed=int(rng.integers(2**31))).samples.values
                share = -(-len(samples) // len(fits))
                parts.append(samples[rng.choice(len(samples), share, replace=False)])
            return np.concatenate(parts)

        return PathFit(self.name, panel, paths, _worst([fitted.diagnostics for fitted in fits]))


def over_links(panel: Panel) -> list[Panel]:
    """The panels that were drawn, each with its counts and deaths.

    Raises
    ------
    ContractError
        If the panel holds no draws.
    """
    if "linked_counts" not in panel.data:
        raise ContractError("this panel holds no draws of its links; use count(..., links=6)")
    counts, deaths = panel["linked_counts"], panel["linked_deaths"]
    plain = panel.data.drop_vars(["linked_counts", "linked_deaths"])
    return [
        Panel(plain.assign(counts=counts.isel(draw=at), deaths=deaths.isel(draw=at)))
        for at in range(counts.sizes["draw"])
    ]


def _worst(told: list[Diagnostics]) -> Diagnostics:
    """What holds for all fits: the worst figure of each, and every mark once."""
    return Diagnostics(
        rhat=max(one.rhat for one in told),
        ess_bulk=min(one.ess_bulk for one in told),
        ess_tail=min(one.ess_tail for one in told),
        divergences=max(one.divergences for one in told),
        energy=min(one.energy for one in told),
        seconds=sum(one.seconds for one in told),
        passed=all(one.passed for one in told),
        marks=tuple(dict.fromkeys(mark for one in told for mark in one.marks)),
    )
