"""Two workers on two cores take at most 0.6 of one's time.

    python benchmarks/two_workers.py [--origins 24] [--seconds 2]

A unit here is a fit that keeps one thread busy for a given time (it sorts: no library shares that
out to more threads), so that what is measured is the engine: what starting workers, sending panels
and bringing back samples costs. Both runs start cold, the cluster's start included. It needs two
cores that nothing else uses: the load before each run is printed.
"""

import argparse
import os
import time
from dataclasses import dataclass

import numpy as np
import pandas as pd

from escalation.models.base import BRIEF, Gate, PathFit
from escalation.panel import Panel
from escalation.verify.backtest import backtest_panel


@dataclass(frozen=True)
class Busy:
    """A model that computes for a fixed time of one thread, then draws Poisson counts."""

    seconds: float
    name: str = "busy"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        rng = np.random.default_rng(seed)
        until = time.thread_time() + self.seconds
        while time.thread_time() < until:
            np.sort(rng.random(20_000))
        rate = panel["counts"].values[-52:].mean(axis=0)
        return PathFit(
            self.name, panel, lambda horizon, rng: rng.poisson(rate, (2000, horizon, len(rate)))
        )


def weekly_counts() -> pd.DataFrame:
    rng = np.random.default_rng(1)
    weeks = pd.date_range("2007-01-01", periods=1000, freq="W-MON", unit="us")
    parts = [
        pd.DataFrame({"week": weeks, "series": f"series-{k}", "count": rng.poisson(2, 1000)})
        for k in range(8)
    ]
    return pd.concat(parts)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--origins", type=int, default=24)
    asked.add_argument("--seconds", type=float, default=2.0)
    told = asked.parse_args()
    counts = weekly_counts()
    models = [Busy(told.seconds)]
    # Libraries are loaded before the clock starts.
    backtest_panel([Busy(0.0)], counts, origins=1, seed=1)
    took, tables = {}, {}
    for workers in (1, 2):
        print(f"load before {workers}: {os.getloadavg()[0]:.2f}")
        began = time.perf_counter()
        tables[workers] = backtest_panel(
            models, counts, origins=told.origins, seed=1, workers=workers
        )
        took[workers] = time.perf_counter() - began
    pd.testing.assert_frame_equal(tables[1], tables[2])
    print(f"{told.origins} units of {told.seconds} s: one {took[1]:.1f} s, two {took[2]:.1f} s")
    print(f"ratio {took[2] / took[1]:.2f} (target: at most 0.60); same table")


if __name__ == "__main__":
    main()
