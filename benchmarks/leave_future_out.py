"""What reweighting an earlier fit saves against fitting again at every origin, and what it costs.

A simulated world of three hidden states; regime, whose latents are summed out, at origins a few
weeks apart. Exact refits are made twice, by two seeds: their difference from each other is the
Monte Carlo noise that the difference of the reweighted ones is to be read against.

    python benchmarks/leave_future_out.py
"""

import argparse
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd

from escalation.models.base import REFIT, PathFit
from escalation.models.hidden import Shape, density
from escalation.models.leave_future_out import rolling
from escalation.models.regime import Regime
from escalation.models.simulate import World, changing
from escalation.panel import Panel
from escalation.verify.scorecard import score

HORIZON = 4
GATE = replace(REFIT, rhat=1.1, ess=40.0)  # no fit is made twice: what is timed is one try each
RATES = np.array([[1.0], [4.0], [14.0]])


def crps(fits: Iterable[PathFit], world: World) -> pd.Series:
    """CRPS of each week and total ahead, by origin, horizon and target."""
    came = pd.DataFrame(world.counts, index=world.periods, columns=world.series)
    keys = ["origin", "horizon", "target"]
    tables = [
        score(fit.forecast(HORIZON, seed=at), came, truth="world", seed=1)
        for at, fit in enumerate(fits)
    ]
    rows = pd.concat(tables)
    return rows[rows["metric"] == "crps"].set_index(keys)["value"].sort_index()


def compiled(panel: Panel) -> None:
    """Compile the density, before any clock starts."""
    data, shape = Regime().data(panel), Shape(len(panel.series))
    density(np.zeros(shape.length), shape=shape, **{k: v for k, v in data.items() if k != "last"})


def timed(fits: Iterator[PathFit]) -> tuple[list[PathFit], float]:
    """All of them, and the processor seconds that they took."""
    start = time.process_time()
    return list(fits), time.process_time() - start


def main() -> None:
    """Fit, reweight, score and print."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--origins", type=int, default=6)
    ask.add_argument("--every", type=int, default=2, help="weeks between origins")
    ask.add_argument("--weeks", type=int, default=104, help="weeks seen at the first origin")
    ask.add_argument("--seed", type=int, default=8)
    told = ask.parse_args()
    ends = [told.weeks + told.every * at for at in range(told.origins)]
    world = changing(RATES, weeks=ends[-1], ahead=HORIZON, seed=told.seed)
    panels = [world.panel(weeks=end) for end in ends]
    compiled(panels[0])
    shapes = []

    def reweighted() -> Iterator[PathFit]:
        for fit, shape in rolling(panels, seed=1, gate=GATE):
            shapes.append(shape)
            yield fit

    ours, ours_took = timed(reweighted())
    print(f"reweighted: {ours_took:.1f} s of processor time", flush=True)
    exact, took = timed(Regime().fit(panel, seed=2, gate=GATE) for panel in panels)
    print(f"exact refits: {took:.1f} s of processor time", flush=True)
    again, _ = timed(Regime().fit(panel, seed=3, gate=GATE) for panel in panels)
    scores = {name: crps(fits, world) for name, fits in (("o", ours), ("e", exact), ("a", again))}
    share = np.mean([shape != 0.0 for shape in shapes])
    base = scores["e"].mean()
    print(f"regime, {told.origins} origins {told.every} weeks apart, from week {told.weeks} on")
    print(f"origins reweighted: {share:.0%}; largest k-hat kept {max(shapes):.2f}")
    print(f"mean CRPS of exact refits {base:.4f}; differences, mean and standard deviation:")
    for name, what in (("o", "reweighted"), ("a", "exact, another seed")):
        gap = scores[name] - scores["e"]
        print(f"  {what:20} {gap.mean():+.4f} ({gap.mean() / base:+.1%}), {gap.std(ddof=0):.4f}")


if __name__ == "__main__":
    main()
