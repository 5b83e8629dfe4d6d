"""Sampling: compile a model's structure once, then fit it to any data of that structure.

Compiling takes 10 to 30 s, swapping data in less than a millisecond (nutpie's ``with_data``), so
the rolling refits of a backtest share one compilation: lengths may change from fit to fit, latents
are not dimensioned by time. PyTensor keeps compiled pieces in its ``base_compiledir`` between
runs. A fit that misses its gate is tried again with more careful settings; if it misses again it
is marked, and everything made from it carries the mark.

A gate whose sampler is ``numpyro`` gives the same PyMC model to JAX instead (``on_jax.py``).
"""

import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from escalation.models.base import Diagnostics, Effort, Gate
from escalation.models.convergence import convergence
from escalation.models.on_jax import on_jax

Data = dict[str, np.ndarray]


EFFORTS = {
    "brief": (Effort(4, 800, 1000, 0.9, 2), Effort(4, 2000, 2500, 0.97, 2)),
    "refit": (Effort(2, 400, 700, 0.8, 1), Effort(2, 800, 1500, 0.9, 1)),
}
"""By gate: the first try, and the more careful one."""

SMOOTH = {"refit": Effort(2, 300, 700, 0.7, 1)}
"""By gate: the first try where a posterior is nearly Gaussian in many dimensions, as of levels held
by modes. Shorter paths then give as many effective draws; regime's come out too few by it."""

_COMPILED: dict[tuple[Any, ...], Any] = {}


@dataclass(frozen=True)
class Posterior:
    """Draws of each parameter, chains joined: name to array of shape (draw, ...)."""

    draws: dict[str, np.ndarray]
    diagnostics: Diagnostics

    def __getitem__(self, name: str) -> np.ndarray:
        return self.draws[name]

    def thinned(self, number: int) -> "Posterior":
        """``number`` draws, evenly spaced; repeated in turn if there are fewer."""
        size = len(next(iter(self.draws.values())))
        at = np.linspace(0, size, number, endpoint=False).astype(int)
        return Posterior({k: v[at] for k, v in self.draws.items()}, self.diagnostics)


def sample(
    build: Callable[..., Any],
    data: Data,
    *,
    seed: int,
    gate: Gate,
    smooth: bool = False,
    **structure: Any,
) -> Posterior:
    """Fit ``build(data, **structure)``, a PyMC model or a ready nutpie one, to data.

    Parameters
    ----------
    build
        Makes the model; every array of ``data`` stands in it as ``pm.Data`` of the same name.
    data
        Arrays whose rank, but not whose length, is part of the structure.
    seed
        Same seed, same draws (on the same machine and versions).
    gate
        What the fit must reach; its name also says how much is sampled.
    smooth
        Is the first try that of ``SMOOTH``, where it has one for the gate?
    **structure
        Hashable settings that need a compilation of their own, such as the number of series.
    """
    if gate.sampler == "numpyro":
        run = on_jax(build, data, structure)
    else:
        run = partial(_run, _compile(build, data, structure))
    posterior = None
    first, second = EFFORTS[gate.name]
    for effort in (SMOOTH.get(gate.name, first) if smooth else first, second):
        posterior = _posterior(run, effort, seed, gate)
        if posterior.diagnostics.passed:
            break
    assert posterior is not None
    return posterior


def prior_draws(
    build: Callable[..., Any], data: Data, number: int, *, seed: int, **structure: Any
) -> Data:
    """Draw ``number`` times from the priors of a PyMC model: name to array (number, ...)."""
    import pymc as pm

    model = build(data, **structure)
    wanted = [*model.free_RVs, *model.deterministics]
    drawn = pm.draw(wanted, draws=number, random_seed=seed)
    return {variable.name: np.asarray(v) for variable, v in zip(wanted, drawn, strict=True)}


def _compile(build: Callable[..., Any], data: Data, structure: dict[str, Any]) -> Any:
    import nutpie
    import nutpie.compiled_pyfunc
    import pymc as pm

    key = (build.__module__, build.__qualname__, *sorted(structure.items()))
    if key not in _COMPILED:
        built = build(data, **structure)
        if isinstance(built, nutpie.compiled_pyfunc.PyFuncModel):
            return built
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # numba's notes on what it cannot cache
            _COMPILED[key] = built, nutpie.compile_pymc_model(built)
    model, compiled = _COMPILED[key]
    # Starting points are read from the model: they must not stay those of the first data.
    pm.set_data(data, model=model)
    return compiled.with_data(**data)


def _run(compiled: Any, effort: Effort, seed: int) -> Any:
    """A tree with ``posterior`` and ``sample_stats``, by nutpie."""
    import nutpie

    return nutpie.sample(
        compiled,
        draws=effort.draws,
        tune=effort.tune,
        chains=effort.chains,
        cores=effort.cores,
        target_accept=effort.target,
        seed=seed,
        progress_bar=False,
        save_warmup=False,
    )


def _posterior(run: Callable[..., Any], effort: Effort, seed: int, gate: Gate) -> Posterior:
    start = time.perf_counter()
    tree = run(effort, seed)
    seconds = time.perf_counter() - start
    chains = {str(name): array.values for name, array in tree["posterior"].data_vars.items()}
    stats = tree["sample_stats"]
    return Posterior(
        {name: np.concatenate(list(array)) for name, array in chains.items()},
        _diagnose(chains, stats["diverging"].values, stats["energy"].values, seconds, gate),
    )


def _diagnose(
    chains: dict[str, np.ndarray],
    diverging: np.ndarray,
    energy: np.ndarray,
    seconds: float,
    gate: Gate,
) -> Diagnostics:
    """Worst figures over all parameters; arrays are (chain, draw, ...)."""
    flat = np.concatenate([a.reshape(*a.shape[:2], -1) for a in chains.values() if a.size], axis=2)
    varies = flat.reshape(-1, flat.shape[2]).std(axis=0) > 0
    found = convergence(flat[:, :, varies])
    rhat, bulk, tail = found.rhat.max(), found.ess_bulk.min(), found.ess_tail.min()
    share = float(diverging.mean())
    bfmi = float(np.min((np.diff(energy, axis=1) ** 2).mean(axis=1) / energy.var(axis=1)))
    faults = [
        text
        for failed, text in (
            (not rhat <= gate.rhat, f"R-hat {rhat:.3f} is above {gate.rhat}"),
            (not min(bulk, tail) >= gate.ess, f"ESS {min(bulk, tail):.0f} is below {gate.ess:.0f}"),
            (share > gate.divergences, f"{share:.1%} of draws diverged"),
            (not bfmi >= gate.energy, f"energy's E-BFMI {bfmi:.2f} is below {gate.energy}"),
        )
        if failed
    ]
    marks = (f"the fit did not converge: {'; '.join(faults)}",) if faults else ()
    return Diagnostics(
        float(rhat), float(bulk), float(tail), share, bfmi, seconds, not faults, marks
    )
