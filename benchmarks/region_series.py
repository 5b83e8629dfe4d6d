"""The coded series of the region: ratios at 1, 4 and 12 weeks, coverage, and cross-border chances.

Origins every ``--every`` weeks from 2015 on, with what the store knew at each; the truth is the
count as known 8 weeks later. ``--latest`` takes counts and truth as known at the last load, which
needs one counting in place of hundreds.

    python benchmarks/region_series.py --models ewma flares ensemble --every 8
"""

import argparse

import pandas as pd
from ratios import asked, ratios

from escalation.panel import count
from escalation.periods import origins
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre
from escalation.verify.backtest import backtest, backtest_panel

FIRST, LAST = "2015-01-01", "2026-01-04"
CROSS_BORDER = "cross-border-force"


def better_baseline(scores: pd.DataFrame) -> pd.DataFrame:
    """Mean CRPS by series and target: the lower of last-year's and ewma's, and which it is."""
    rows = asked(scores[scores["metric"] == "crps"])
    baselines = rows[rows["model"].isin(["last-year", "ewma"])]
    keys = ["series", "target", "horizon"]
    means = baselines.pivot_table(index=keys, columns="model", values="value")
    return pd.DataFrame({"mean": means.min(axis=1), "baseline": means.idxmin(axis=1)})


def against_better(scores: pd.DataFrame) -> pd.DataFrame:
    """Ratio of every model's mean CRPS to that of the better baseline."""
    rows = asked(scores[scores["metric"] == "crps"])
    keys = ["series", "target", "horizon"]
    means = rows.pivot_table(index=keys, columns="model", values="value")
    best = better_baseline(scores)
    return means.div(best["mean"], axis=0).round(3).assign(baseline=best["baseline"])


def coverage(scores: pd.DataFrame) -> pd.DataFrame:
    """Share of truths in the middle 50% and 90%, from 2021 on, by series, target and model.

    Randomized: a count counts as inside where its randomized PIT value lies between 0.25 and 0.75
    (0.05 and 0.95). Of counts that are mostly zero the plain interval holds nearly all.
    """
    late = asked(scores[(scores["week"] >= "2021-01-01") & (scores["metric"] == "pit")])
    inside = {
        f"{level:.0%}": late.assign(value=(late["value"] - 0.5).abs() < level / 2)
        for level in (0.5, 0.9)
    }
    keys = {"index": ["series", "target", "horizon"], "columns": "model", "values": "value"}
    tables = {name: rows.pivot_table(**keys, aggfunc="mean") for name, rows in inside.items()}
    return pd.concat(tables, axis=1).round(2)


def scored(models: list[str], days: list[pd.Timestamp], told: argparse.Namespace) -> pd.DataFrame:
    """The backtest, on what was known at each origin or on the latest counts."""
    store, theatre = EventStore.open(shipped("history", "pak-afg")), Theatre.read("pak-afg")
    rest = {"origins": days, "horizon": 12, "seed": told.seed, "folder": told.folder}
    if not told.latest:
        return backtest(models, store, theatre, truth="lagged", workers=told.workers, **rest)
    counts = count(store, theatre).table()[["week", "series", "count", "observed"]]
    return backtest_panel(models, counts, name=theatre.name, workers=told.workers, **rest)


def main() -> None:
    """Print the tables."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--models", nargs="+", default=["ewma", "flares", "ensemble"])
    ask.add_argument("--every", type=int, default=8)
    ask.add_argument("--latest", action="store_true", help="latest counts at every origin")
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--workers", type=int, default=1)
    ask.add_argument("--folder", help="keep units here and go on where a run stopped")
    told = ask.parse_args()
    models = list(dict.fromkeys(["last-year", "ewma", *told.models]))
    days = origins(FIRST, LAST, every=told.every)
    scores = scored(models, days, told)
    truth = scores["truth"].iloc[0]
    print(f"{len(days)} origins, {days[0].date()} to {days[-1].date()}; truth: {truth}")
    print("\nCRPS / last-year [90%]")
    print(ratios(scores, against="last-year", seed=told.seed).to_string(index=False))
    print("\nCRPS / the better of last-year and ewma")
    print(against_better(scores).to_string())
    print("\ncoverage 2021-26, randomized")
    print(coverage(scores).to_string())
    cross = scores[scores["series"] == CROSS_BORDER]
    print(f"\nBrier of at least one in {CROSS_BORDER} / last-year [90%]")
    told_by = ratios(cross, against="last-year", seed=told.seed, metric="brier")
    print(told_by.to_string(index=False))
    for failure in scores.attrs["failures"]:
        print(f"failed: {failure}")


if __name__ == "__main__":
    main()
