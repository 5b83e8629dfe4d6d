"""What a fit costs, model by model: the cost column of docs/models.md.

The region's panel of the specimen brief, fitted for a brief and as a refit of a backtest, each
with a forecast of twelve weeks. Processor seconds, so that a busy machine changes little: of a
fit whose model is compiled already, and what compiling took on top, once a process. ``pooled``
reads country-months (benchmarks/country_months.py) and ``sources`` several sources
(benchmarks/several_sources.py).

    python benchmarks/costs.py
"""

import argparse
import time

from escalation.models import MODELS, fit
from escalation.panel import Panel, count
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre

OTHER_DATA = ("pooled", "sources")
WEEKLY = [name for name in MODELS if name not in OTHER_DATA]


def seconds(name: str, panel: Panel, gate: str) -> float:
    """Processor seconds of a fit and its forecast."""
    start = time.process_time()
    fit(name, panel, seed=7, gate=gate).forecast(12, seed=7)
    return time.process_time() - start


def main() -> None:
    """Print a row a model."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--models", nargs="+", choices=WEEKLY, default=WEEKLY)
    ask.add_argument("--as-of", default="2026-02-19")
    told = ask.parse_args()
    store = EventStore.open(shipped("history", "pak-afg"))
    panel = count(store.as_of(told.as_of), Theatre.read("pak-afg"))
    print(f"{len(panel.series)} series, {len(panel.weeks)} weeks; seconds of processor time")
    print(f"{'model':<18}{'compiling':>10}{'refit':>8}{'brief':>8}")
    for name in told.models:
        first, refit = (seconds(name, panel, "refit") for _ in range(2))
        brief = seconds(name, panel, "brief")
        print(f"{name:<18}{max(first - refit, 0):>10.1f}{refit:>8.1f}{brief:>8.1f}", flush=True)


if __name__ == "__main__":
    main()
