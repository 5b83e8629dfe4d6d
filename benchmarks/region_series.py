"""The coded series of the region against the better of two plain models, and honest coverage.

Reads the shipped table of past forecasts (all models, 60 origins), or another backtest's folder.
Ratios to one reference with their intervals are `escalation verify scores`; chances of at least
one are benchmarks/at_least_one.py.

    python benchmarks/region_series.py
"""

import argparse
from pathlib import Path

import pandas as pd
from ratios import asked

from escalation.shipped import shipped
from escalation.verify.table import of_truth
from escalation.verify.units import load_scores

KEYS = ["series", "target", "horizon"]
PLAIN = ["last-year", "ewma"]


def against_better(scores: pd.DataFrame) -> pd.DataFrame:
    """Ratio of every model's mean CRPS to that of the better plain model, and which that is.

    Both means are of the origins at which the model gave a forecast: failures choose no targets.
    """
    rows = asked(scores[scores["metric"] == "crps"])
    wide = rows.pivot(index=[*KEYS, "origin"], columns="model", values="value")
    better = wide[PLAIN].groupby(KEYS).mean().idxmin(axis=1)
    here = better.reindex(wide.index.droplevel("origin")).to_numpy()
    bar = wide["ewma"].where(here == "ewma", wide["last-year"])
    bars = pd.DataFrame({name: bar.where(wide[name].notna()) for name in wide})
    ratios = wide.groupby(KEYS).mean() / bars.groupby(KEYS).mean()
    return ratios.round(3).assign(baseline=better)


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
    keys = {"index": KEYS, "columns": "model", "values": "value"}
    tables = {name: rows.pivot_table(**keys, aggfunc="mean") for name, rows in inside.items()}
    return pd.concat(tables, axis=1).round(2)


def main() -> None:
    """Print the tables."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("folder", nargs="?", type=Path, help="of a backtest; the shipped one if none")
    told = ask.parse_args()
    scores = of_truth(load_scores(told.folder or shipped("backtests", "pak-afg")))
    days = sorted(scores["origin"].unique())
    print(f"{len(days)} origins, {days[0].date()} to {days[-1].date()}; {scores['truth'].iloc[0]}")
    print("\nmean CRPS / that of the better of last-year and ewma, on a model's own origins")
    print(against_better(scores).to_string())
    print("\ncoverage from 2021 on, randomized")
    print(coverage(scores).to_string())
    failed = scores[scores["metric"] == "failed"].groupby("model")["origin"].nunique()
    print(f"\norigins without a forecast: {failed.to_dict()}")


if __name__ == "__main__":
    main()
