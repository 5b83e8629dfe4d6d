"""How fast does the default weekly model sample, against a naive random walk, in the same run?

Six series, 520 weeks, simulated. The measure is the worst effective sample size over all
parameters, bulk and tail, by second of processor time, so that a busy machine does not change it.
The naive model is the textbook's: a Gaussian random walk by cumulative sum for each series'
log rate, and PyMC's own negative binomial.

    python benchmarks/sampling.py
"""

import argparse
import time
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from escalation.models import sampling
from escalation.models.base import REFIT, Effort
from escalation.models.excitation import Excitation
from escalation.models.likelihood import counted
from escalation.models.local_level import LocalLevel
from escalation.models.sampling import Data
from escalation.models.simulate import wandering

SERIES, WEEKS = 6, 520


def naive(data: Data, *, series: int) -> Any:
    """Log rate of each series: a random walk of free innovations, summed up."""
    import pymc as pm

    counts = data["count"]
    with pm.Model() as model:
        observed = pm.Data("count", counts)
        sigma = pm.HalfNormal("sigma", 0.3, shape=series)
        size = pm.LogNormal("size", np.log(4.0), 0.7, shape=series)
        start = pm.Normal("start", 0.0, 2.0, shape=series)
        shocks = pm.Normal("shocks", shape=counts.shape)
        log_rate = start + sigma * shocks.cumsum(axis=0)
        pm.NegativeBinomial("counts", mu=pm.math.exp(log_rate), alpha=size, observed=observed)
    return model


def measured(name: str, build: Any, data: Data, effort: Effort, **structure: Any) -> dict[str, Any]:
    """Compile, sample once, and give the worst ESS by second of processor time."""
    start = time.process_time()
    compiled = sampling._compile(build, data, structure)
    ready = time.process_time()
    run = partial(sampling._run, compiled)
    found = sampling._posterior(run, effort, 1, REFIT).diagnostics
    seconds = time.process_time() - ready
    return {
        "model": name,
        "draws": effort.chains * effort.draws,
        "compile s": round(ready - start, 1),
        "sample s": round(seconds, 1),
        "bulk ESS/s": round(found.ess_bulk / seconds, 2),
        "tail ESS/s": round(found.ess_tail / seconds, 2),
        "R-hat": round(found.rhat, 3),
        "divergences": found.divergences,
    }


def main() -> None:
    """Print a row a model."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--draws", type=int, default=500, help="kept draws a chain of our models")
    ask.add_argument("--naive-draws", type=int, default=200)
    told = ask.parse_args()
    world = wandering(weeks=WEEKS, series=SERIES, seed=1)
    panel = world.panel()
    ours, theirs = Effort(2, 400, told.draws, 0.8, 1), Effort(2, 200, told.naive_draws, 0.8, 1)
    rows = []
    for name, model, module in (
        ("excitation", Excitation(window=WEEKS), "excitation"),
        ("local-level", LocalLevel(window=WEEKS), "local_level"),
    ):
        build = __import__(f"escalation.models.{module}", fromlist=["build"]).build
        data = model.data(panel)
        more = {"calming": 0, "audited": False} if name == "excitation" else {}
        structure = {"modes": model.modes, "series": SERIES, **more}
        rows.append(measured(name, build, data, ours, **structure))
        print(rows[-1], flush=True)
    plain = {"count": counted(world.counts[:WEEKS], np.ones((WEEKS, SERIES)))["count"]}
    rows.append(measured("naive walk", naive, plain, theirs, series=SERIES))
    table = pd.DataFrame(rows)
    worst = table[["bulk ESS/s", "tail ESS/s"]].min(axis=1)
    table["times naive"] = (worst / worst.iloc[-1]).round(1)
    print(f"{SERIES} series, {WEEKS} weeks; seconds of processor time")
    print(table.to_string(index=False))


if __name__ == "__main__":
    main()
