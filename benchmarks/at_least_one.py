"""At least one act of cross-border force in four weeks: is any chance better than the plain ones?

Reads a kept backtest: the shipped one, from 2021 on, or the folder of benchmarks/longer_record.py.
By period (a target belongs to the one that it ends in), against the better of last-year and ewma
(the lower mean score, chosen with hindsight, so the bar is a little high): the ratio of Brier
score, log score and CRPS with its 90% interval by block bootstrap over origins; the parts of the
Brier score; what came of low, middle and high chances, with Wilson intervals. Events are few.

    python benchmarks/at_least_one.py
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.shipped import shipped
from escalation.verify.calibration import brier_parts, chances, wilson
from escalation.verify.compare import compare, summary
from escalation.verify.table import of_truth
from escalation.verify.units import load_scores

PLAIN = ["last-year", "ewma"]
TARGET = 0.93
EDGES = (0.0, 0.05, 0.1, 0.25, 0.5, 1.0)
PERIODS = ((2015, 2020), (2021, 2026))
ASKED = (("brier", 4), ("log", 4), ("crps", 4), ("crps", 12))
LEAST = 0.01
"""The log score takes lower chances as this one: a sample without any would cost without end."""


def with_log_score(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, and the log score of every chance of at least one as the metric ``log``."""
    keys = [name for name in rows.columns if name not in ("metric", "value")]
    pair = rows[rows["metric"].isin(["chance", "observed"])]
    wide = pair.pivot(index=keys, columns="metric", values="value").dropna().reset_index()
    chance = wide["chance"].clip(LEAST, 1 - LEAST)
    value = -np.log(np.where(wide["observed"] >= 1, chance, 1 - chance))
    return pd.concat([rows, wide[keys].assign(metric="log", value=value)], ignore_index=True)


def against_better(rows: pd.DataFrame, metric: str, *, seed: int) -> tuple[str, pd.DataFrame]:
    """The better plain model, and a row for each other one: ratio to it, and its interval.

    Each on the origins that it shares with it: a model that failed takes none from the others.
    """
    plain = rows[rows["model"].isin(PLAIN)]
    means = summary(plain, by=("model",), metrics=(metric,)).set_index("model")[metric]
    better = str(means.idxmin())
    pairs = [
        compare(
            rows[rows["model"].isin([name, better])],
            against=better,
            by=("target",),
            metric=metric,
            seed=seed,
        )
        for name in rows["model"].unique()
        if name != better
    ]
    return better, pd.concat(pairs).set_index("model")


def ratios(rows: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """A row a model, a column a score: its ratio to the better plain model [90%]."""
    columns = {}
    for metric, horizon in ASKED:
        better, found = against_better(rows[rows["horizon"] == horizon], metric, seed=seed)
        told = {
            name: f"{row.ratio:.2f} [{row.low:.2f}, {row.high:.2f}]"
            for name, row in found.iterrows()
        }
        columns[f"{metric} {horizon}w"] = {better: f"({found['reference'].iloc[0]:.4f})"} | told
    return pd.DataFrame(columns)


def came_of(given: pd.DataFrame) -> pd.DataFrame:
    """By range of the chance: how often given, its mean, the share that came, its interval."""
    ranges = pd.cut(given["chance"], EDGES, include_lowest=True)
    grouped = given.groupby(ranges, observed=True)
    table = grouped.agg(n=("chance", "size"), chance=("chance", "mean"), came=("happened", "mean"))
    low, high = wilson(table["came"].to_numpy(), table["n"].to_numpy(), level=0.9)
    return table.assign(low=low, high=high)


def report(rows: pd.DataFrame, shown: list[str], *, seed: int) -> None:
    """Print one period's tables; ``shown`` are the models whose chances are looked at closely."""
    month = rows[rows["horizon"] == 4]
    given = {name: chances(month, model=name, target="total") for name in rows["model"].unique()}
    first = given[PLAIN[0]]
    print(f"it came at {first['happened'].sum():.0f} of {len(first)} origins")
    print("\nratio to the better plain model, whose mean stands in brackets [90%]")
    print(ratios(rows, seed=seed).to_string())
    parts = {m: vars(brier_parts(g["chance"], g["happened"])) for m, g in given.items()}
    print("\nBrier score = miscalibration - discrimination + uncertainty, on a model's own origins")
    print("(uncertainty is the score of one chance for all, the best with hindsight)")
    print(pd.DataFrame(parts).T.astype({"n": int}).round(4).to_string())
    for name in [name for name in shown if name in given]:
        print(f"\n{name}, by chance given [90%]")
        print(came_of(given[name]).round(3).to_string())
    _, found = against_better(month, "brier", seed=seed)
    ratio = found.loc[~found.index.isin(PLAIN), "ratio"].min()
    print(f"\ntarget {TARGET}: {'met' if ratio <= TARGET else 'missed'}, the lowest is {ratio:.3f}")


def main() -> None:
    """Print the tables, a period after the other, then all."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("folder", nargs="?", type=Path, help="of a backtest; the shipped one if none")
    ask.add_argument("--series", default="cross-border-force")
    ask.add_argument("--closely", nargs="*", default=["last-year", "decade", "local-level"])
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    table = of_truth(load_scores(told.folder or shipped("backtests", "pak-afg")))
    rows = table[(table["series"] == told.series) & (table["target"] == "total")]
    rows = with_log_score(rows)
    years = rows["week"].dt.year
    spans = [(f"{a}-{b}", rows[years.between(a, b)]) for a, b in PERIODS]
    there = [(name, part) for name, part in spans if len(part)]
    for name, part in [*there, *([("all", rows)] if len(there) > 1 else [])]:
        print(f"\n\n## {told.series}, {name}")
        report(part, told.closely, seed=told.seed)


if __name__ == "__main__":
    main()
