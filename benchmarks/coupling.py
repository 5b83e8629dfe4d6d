"""Does rhetoric, and do talks, help to forecast? CRPS with and without, at the same past origins.

Excitation whole, with each series left to itself (``excitation-alone``), and with no talks in the
exponent (``excitation-no-talks``); the ensemble of ewma and flares, and the same with excitation
as a third member. Origins half a year apart, on what the store knew at each; the truth is the count
as known at the end. An ensemble learns its weights at earlier such dates. Ratios of the next week,
of 4 and of 12 weeks, with 90% intervals by paired block bootstrap over origins: below 1 the first
of a pair is better. Over all series each one counts alike: its scores are divided by its mean.

    python benchmarks/coupling.py
"""

import argparse
import time

import pandas as pd
from ratios import asked, ratios

from escalation.models.ensemble import Ensemble
from escalation.models.excitation import Alone, Excitation
from escalation.periods import origins
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre
from escalation.verify.backtest import backtest

FIRST, LAST = "2015-06-01", "2026-01-04"
MEMBERS = ("ewma", "flares")
PAIRS = {
    "coupling: excitation over excitation-alone": ("excitation", "excitation-alone"),
    "talks: excitation over excitation-no-talks": ("excitation", "excitation-no-talks"),
    "ensemble with excitation over without": ("ensemble-with", "ensemble-without"),
}


def models(every: int) -> list[Excitation | Ensemble]:
    """What is compared; the ensembles look back at most 13 of their past dates."""
    pool = {"every": every, "origins": 13}
    return [
        Excitation(),
        Alone(),
        Excitation(damping=(), name="excitation-no-talks"),
        Ensemble(members=MEMBERS, name="ensemble-without", **pool),
        Ensemble(members=(*MEMBERS, "excitation"), name="ensemble-with", **pool),
    ]


def alike(scores: pd.DataFrame, reference: str) -> pd.DataFrame:
    """CRPS in units of the reference's mean of the same series and target."""
    rows = asked(scores[scores["metric"] == "crps"])
    keys = ["series", "target", "horizon"]
    own = rows[rows["model"] == reference].groupby(keys)["value"].mean()
    unit = own.reindex(pd.MultiIndex.from_frame(rows[keys])).to_numpy()
    return rows.assign(value=rows["value"] / unit)


def compared(scores: pd.DataFrame, one: str, other: str, seed: int) -> pd.DataFrame:
    """A row a series and one over all, a column a target: ratio and interval."""
    rows = scores[scores["model"].isin([one, other]) & (scores["metric"] == "crps")]
    settings = {"against": other, "seed": seed}
    each = ratios(rows, **settings)
    overall = ratios(alike(rows, other), by=(), **settings).assign(series="all series")
    table = pd.concat([overall, each])
    return table.pivot_table(
        index="series", columns="ahead", values=one, aggfunc="first", sort=False, observed=True
    )


def options(doc: str, *, every: int) -> argparse.Namespace:
    """What the command line says of a comparison at past origins."""
    ask = argparse.ArgumentParser(description=doc.splitlines()[0])
    ask.add_argument("--every", type=int, default=every, help="weeks between origins")
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--folder", help="keep units here and go on where a run stopped")
    return ask.parse_args()


def main() -> None:
    """Backtest once, print a table a pair."""
    told = options(__doc__, every=26)
    store, theatre = EventStore.open(shipped("history", "pak-afg")), Theatre.read("pak-afg")
    days = origins(FIRST, LAST, every=told.every)
    start = time.process_time()
    scores = backtest(
        models(told.every),
        store,
        theatre,
        origins=days,
        horizon=12,
        seed=told.seed,
        truth="latest",
        folder=told.folder,
    )
    print(f"{len(days)} origins, {days[0].date()} to {days[-1].date()}")
    for title, pair in PAIRS.items():
        print(f"\n{title} [90%]")
        print(compared(scores, *pair, seed=told.seed).to_string())
    for failure in scores.attrs["failures"]:
        print(f"failed: {failure}")
    print(f"\n{time.process_time() - start:.0f} s of processor time")


if __name__ == "__main__":
    main()
