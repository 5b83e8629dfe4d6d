"""Is a posterior the same whichever sampler computes it? nutpie against NumPyro on JAX.

A simulated world is fitted by both. For every parameter, the difference of the two means and of
the two standard deviations is divided by its Monte Carlo error; if the posteriors are the same,
these are standard normal: 5% lie beyond 1.96, and the largest of m near sqrt(2 log m).

    pip install numpyro
    python benchmarks/samplers.py --models local-level excitation
    python benchmarks/samplers.py --models excitation --weeks 80 --gate refit
"""

import argparse
import time

import numpy as np
import pandas as pd
from arviz_stats.base import array_stats

from escalation.models import fit
from escalation.models.base import GATES, SAMPLERS
from escalation.models.sampling import EFFORTS
from escalation.models.simulate import wandering


def standard_errors(draws: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Monte Carlo errors of mean and standard deviation; draws are (chain, draw, parameter)."""
    axes = {"chain_axis": 0, "draw_axis": 1}
    return tuple(array_stats.mcse(draws, method=what, **axes) for what in ("mean", "sd"))


def apart(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Differences of means and of standard deviations, in their Monte Carlo errors."""
    errors = [standard_errors(draws) for draws in (one, other)]
    flat = [draws.reshape(-1, draws.shape[2]) for draws in (one, other)]
    told = []
    for at, measure in enumerate((np.mean, np.std)):
        difference = measure(flat[0], axis=0) - measure(flat[1], axis=0)
        told.append(difference / np.hypot(errors[0][at], errors[1][at]))
    return told[0], told[1]


def chains(posterior: dict[str, np.ndarray], number: int) -> np.ndarray:
    """Draws (chain, draw, parameter) of a fit's joined chains; what does not vary left out."""
    flat = np.concatenate([v.reshape(len(v), -1) for v in posterior.values() if v.size], axis=1)
    return flat.reshape(number, -1, flat.shape[1])


def main() -> None:
    """Print a row a model and sampler, and how far apart they are."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--models", nargs="+", default=["local-level"])
    ask.add_argument("--weeks", type=int, default=160)
    ask.add_argument("--gate", choices=sorted(GATES), default="brief")
    told = ask.parse_args()
    panel = wandering(weeks=told.weeks, seed=11).panel()
    for name in told.models:
        found = {}
        for sampler in SAMPLERS:
            start = time.process_time()
            fitted = fit(name, panel, seed=1, gate=told.gate, sampler=sampler)
            seconds = time.process_time() - start
            found[sampler] = dict(sorted(fitted.posterior.items()))
            d = fitted.diagnostics
            print(
                f"{name}, {sampler}: {seconds:.0f} s of processor time, R-hat {d.rhat:.3f}, worst "
                f"ESS {min(d.ess_bulk, d.ess_tail):.0f}, passed {d.passed}",
                flush=True,
            )
        sets = [chains(found[sampler], EFFORTS[told.gate][0].chains) for sampler in SAMPLERS]
        varies = sets[0].std(axis=(0, 1)) > 0
        means, spreads = apart(*(draws[:, :, varies] for draws in sets))
        rows = {"means": means, "standard deviations": spreads}
        table = pd.DataFrame(
            {
                "parameters": [len(z) for z in rows.values()],
                "beyond 1.96": [(np.abs(z) > 1.96).mean().round(3) for z in rows.values()],
                "largest": [np.abs(z).max().round(2) for z in rows.values()],
                "expected": [np.sqrt(2 * np.log(len(z))).round(2) for z in rows.values()],
            },
            index=list(rows),
        )
        print(table.to_string(), flush=True)


if __name__ == "__main__":
    main()
