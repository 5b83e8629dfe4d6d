"""The same PyMC model sampled by NumPyro on JAX: on a processor, or on a GPU where one is at hand.

It needs NumPyro (``pip install numpyro``, the extra ``jax``) and compiles anew for every fit, so
nutpie stays the sampler of a backtest. A posterior is the same within Monte Carlo error whichever
computes it. It samples local-level, excitation and sources, not regime.
"""

import warnings
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from escalation.models.base import Effort
from escalation.schema import ContractError


def on_jax(
    build: Callable[..., Any], data: dict[str, Any], structure: dict[str, Any]
) -> Callable[[Effort, int], Any]:
    """What samples ``build(data, **structure)`` by an effort and a seed, as a tree of draws.

    Raises
    ------
    ContractError
        If the model is not one of PyMC, or JAX or NumPyro is not installed.
    """
    import pymc as pm

    model = build(data, **structure)
    # Asked first: nobody should install JAX for a model that it cannot sample.
    if not isinstance(model, pm.Model):
        raise ContractError(
            f"{build.__module__} writes its density by hand, for nutpie; use the sampler nutpie"
        )
    lacking = [name for name in ("jax", "numpyro") if find_spec(name) is None]
    if lacking:
        raise ContractError(
            f"the sampler numpyro needs {' and '.join(lacking)}, not installed here; "
            "run pip install numpyro, or use the sampler nutpie"
        )

    def run(effort: Effort, seed: int) -> Any:
        from pymc.sampling.jax import sample_numpyro_nuts

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on devices and chains, which are as asked
            return sample_numpyro_nuts(
                draws=effort.draws,
                tune=effort.tune,
                chains=effort.chains,
                target_accept=effort.target,
                random_seed=seed,
                model=model,
                progressbar=False,
                chain_method="vectorized",
                compute_convergence_checks=False,
            )

    return run
