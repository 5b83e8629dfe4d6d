"""Past forecasts at 145 dates, every four weeks, 2015 to 2026: a longer record of rare events.

The shipped table has 60 dates from 2021 on, at 7 of which cross-border force came. Beside the
models stands ``decade``, a pool with a long memory: a third of its draws are the last year as the
distribution, a third the last three years, a third the last ten. `at_least_one.py` reads what this
keeps. About two hours of processor time; a run that was stopped goes on.

    python benchmarks/longer_record.py FOLDER
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit
from escalation.models.last_year import LastYear
from escalation.panel import Panel
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre
from escalation.verify.backtest import backtest

MODELS = ["last-year", "ewma", "flares", "ensemble", "local-level", "excitation"]


@dataclass(frozen=True)
class Decade:
    """The last so many years as the distribution, in equal shares (see ``last_year``).

    What comes once in two years is seen in ten years and often not in one; a war that began last
    month is seen in one year and drowns in ten.
    """

    years: tuple[int, ...] = (1, 3, 10)
    draws: int = DRAWS
    name: str = "decade"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Take the last weeks of each length; nothing is estimated."""
        share = self.draws // len(self.years)
        spans = [LastYear(weeks=52 * years, draws=share) for years in self.years]
        fits = [span.fit(panel, seed=seed, gate=gate) for span in spans]

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            return np.concatenate([fit.paths(horizon, rng) for fit in fits])

        return PathFit(self.name, panel, paths)


def main() -> None:
    """Backtest and keep."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("folder", type=Path, help="where every unit and the table are kept")
    ask.add_argument("--models", nargs="*", default=MODELS, help="beside decade")
    ask.add_argument("--origins", type=int, default=145)
    ask.add_argument("--every", type=int, default=4, help="weeks between origins")
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--workers", type=int, default=1)
    told = ask.parse_args()
    table = backtest(
        [*told.models, Decade()],
        EventStore.open(shipped("history", "pak-afg")),
        Theatre.read("pak-afg"),
        origins=told.origins,
        every=told.every,
        seed=told.seed,
        truth="lagged",
        folder=told.folder,
        workers=told.workers,
    )
    days = sorted(table["origin"].unique())
    print(f"{len(days)} origins, {days[0].date()} to {days[-1].date()}, kept in {told.folder}")
    for failure in table.attrs["failures"]:
        print(f"failed: {failure}")


if __name__ == "__main__":
    main()
