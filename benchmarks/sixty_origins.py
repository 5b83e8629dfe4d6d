"""What sixty past forecasts of the region cost: the default model alone, on two processes.

The same origins and truths as ``make backtest``, with nothing kept. Prints the wall clock from
opened store to table of scores; compiling is in it.

    python benchmarks/sixty_origins.py --workers 2
"""

import argparse
import time

from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre
from escalation.verify.backtest import backtest


def main() -> None:
    """Backtest and print."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--model", default="local-level")
    ask.add_argument("--origins", type=int, default=60)
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    start = time.perf_counter()
    scores = backtest(
        [told.model],
        EventStore.open(shipped("history", "pak-afg")),
        Theatre.read("pak-afg"),
        origins=told.origins,
        every=4,
        seed=told.seed,
        workers=told.workers,
    )
    wall = time.perf_counter() - start
    print(f"{told.model}, {told.origins} origins, {told.workers} processes: {wall:.0f} s")
    print(f"{len(scores):,} scores; units without a forecast: {len(scores.attrs['failures'])}")


if __name__ == "__main__":
    main()
