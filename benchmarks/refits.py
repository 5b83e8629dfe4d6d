"""What a rolling backtest's refits cost, compiled once.

Six simulated series; at each of the last ``--origins`` weeks, four weeks apart, the model is
fitted to its window by the gate of a refit. Prints processor seconds a fit (the first one, which
compiles, apart), the worst bulk ESS, and how many fits failed their gate.

    python benchmarks/refits.py --model excitation --origins 12
"""

import argparse
import time

import numpy as np

from escalation.models import fit
from escalation.models.simulate import wandering

SERIES = 6


def main() -> None:
    """Fit at each origin and print."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--model", default="excitation")
    ask.add_argument("--origins", type=int, default=12)
    told = ask.parse_args()
    weeks = 320 + 4 * told.origins
    world = wandering(weeks=weeks, series=SERIES, seed=2)
    seconds, bulk, failed = [], [], 0
    wall = time.perf_counter()
    for origin in range(weeks - 4 * told.origins, weeks, 4):
        start = time.process_time()
        fitted = fit(told.model, world.panel(weeks=origin), seed=origin, gate="refit")
        fitted.forecast(12, seed=origin)
        seconds.append(time.process_time() - start)
        bulk.append(fitted.diagnostics.ess_bulk)
        failed += not fitted.diagnostics.passed
    later = np.array(seconds[1:])
    print(f"{told.model}, {SERIES} series, {told.origins} origins")
    print(f"first fit with compilation: {seconds[0]:.1f} s of processor time")
    print(f"later: median {np.median(later):.2f} s, slowest {later.max():.2f} s")
    print(f"bulk ESS: median of the worst parameter {np.median(bulk):.0f}, lowest {min(bulk):.0f}")
    print(f"failed their gate: {failed}; wall {time.perf_counter() - wall:.0f} s in all")


if __name__ == "__main__":
    main()
