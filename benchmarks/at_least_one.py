"""At least one act of cross-border force in four weeks: is any chance better than the plain ones?

Reads a kept backtest. Against the better of last-year and ewma (the lower mean Brier score, chosen
with hindsight, so the bar is a little high): the ratio with its interval by block bootstrap over
origins, the Brier score's parts, and for the best of the others what came of low, middle and high
chances. The targets overlap little (origins four weeks apart); events are few.

    python benchmarks/at_least_one.py
"""

import argparse
from pathlib import Path

import pandas as pd

from escalation.shipped import shipped
from escalation.verify.calibration import brier_parts, chances
from escalation.verify.compare import compare, summary
from escalation.verify.units import load_scores

PLAIN = ["last-year", "ewma"]
TARGET = 0.93
EDGES = (0.0, 0.1, 0.25, 0.5, 1.0)


def against_better(rows: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """A row a model, the best first: ratio to the better of the plain models, and its interval.

    Each on the origins that it shares with it: a model that failed takes none from the others.
    """
    plain = rows[rows["model"].isin(PLAIN)]
    means = summary(plain, by=("model",), metrics=("brier",)).set_index("model")["brier"]
    better = means.idxmin()
    print(f"the better of {' and '.join(PLAIN)}: {better}, Brier {means[better]:.4f}")
    pairs = [
        compare(
            rows[rows["model"].isin([name, better])],
            against=better,
            by=("target",),
            metric="brier",
            seed=seed,
        )
        for name in rows["model"].unique()
        if name != better
    ]
    kept = pd.concat(pairs)[["model", "origins", "mean", "reference", "ratio", "low", "high"]]
    return kept.sort_values("ratio").reset_index(drop=True)


def came_of(given: pd.DataFrame) -> pd.DataFrame:
    """By range of the chance: how often it was given, its mean, and the share that came."""
    ranges = pd.cut(given["chance"], EDGES, include_lowest=True)
    grouped = given.groupby(ranges, observed=True)
    return grouped.agg(n=("chance", "size"), chance=("chance", "mean"), came=("happened", "mean"))


def main() -> None:
    """Print the tables."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("folder", nargs="?", type=Path, help="of a backtest; the shipped one if none")
    ask.add_argument("--series", default="cross-border-force")
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    table = load_scores(told.folder or shipped("backtests", "pak-afg"))
    mine = (table["series"] == told.series) & (table["target"] == "total")
    rows = table[mine & (table["horizon"] == 4)]
    print(f"at least one in {told.series} in four weeks")
    found = against_better(rows, seed=told.seed)
    given = {name: chances(rows, model=name, target="total") for name in rows["model"].unique()}
    print("ratio to it, with its 90% interval, on the origins at which both gave a chance")
    print(found.round(3).to_string(index=False))
    parts = {m: vars(brier_parts(g["chance"], g["happened"])) for m, g in given.items()}
    print("\nBrier score = miscalibration - discrimination + uncertainty, on a model's own origins")
    print(pd.DataFrame(parts).T.astype({"n": int}).round(4).to_string())
    best = next(name for name in found["model"] if name not in PLAIN)
    came = given[best]["happened"]
    print(f"\n{best}, by chance given; it came at {came.sum():.0f} of {len(came)} origins")
    print(came_of(given[best]).round(3).to_string())
    ratio = found.loc[~found["model"].isin(PLAIN), "ratio"].min()
    print(f"\ntarget {TARGET}: {'met' if ratio <= TARGET else 'missed'}, the lowest is {ratio:.3f}")


if __name__ == "__main__":
    main()
