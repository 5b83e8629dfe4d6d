"""The full scorecard of a kept backtest: never one global mean.

    python benchmarks/scorecard.py [FOLDER] [--against last-year] [--series cross-border-force]

FOLDER is a backtest's (`escalation backtest ... --folder FOLDER`), the shipped one if none.
Prints ratios with intervals by series and target, by year and by regime; coverage; the Brier
score's parts, the calibration tests, alarms and ranks.
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

from escalation.verify import calibration, calibration_test, decisions, units
from escalation.verify.compare import compare, summary

ALARM = 0.5
SEED = 7


def shown(title: str, table: pd.DataFrame) -> None:
    print(f"\n## {title}\n")
    print(table.round(3).to_string(index=False))


def ratios(table: pd.DataFrame, against: str) -> None:
    columns = ["series", "target", "horizon", "model", "origins", "reference", "ratio", "low"]
    columns += ["high", "p", "failures"]
    found = compare(table, against=against, seed=SEED)
    asked = (found["target"] == "total") | (found["horizon"] == 1)
    shown(f"CRPS as a ratio to {against}, 90% intervals", found.loc[asked, columns])
    totals = table[(table["target"] == "total") | (table["metric"] == "failed")]
    for group in ("year", "regime"):
        by = ("series", "horizon", group)
        found = compare(totals, against=against, by=by, seed=SEED)
        columns = [*by, "model", "origins", "reference", "ratio", "low", "high"]
        shown(f"totals by {group}", found[columns])


def chances_of(table: pd.DataFrame, series: str) -> None:
    """Chances of at least one in the next four weeks."""
    parts, alarms = [], []
    for model in table["model"].unique():
        given = calibration.chances(table, model=model, series=series, target="total", horizon=4)
        own = calibration.brier_parts(given["chance"], given["happened"])
        parts.append({"model": model} | vars(own))
        # The first week after each origin says whether it happened in that step.
        week = calibration.chances(table, model=model, series=series, target="week", horizon=1)
        happened = week.set_index("origin")["happened"]
        chance = given.set_index("origin")["chance"]
        record = decisions.alarm_record(
            chance, happened.reindex(chance.index), threshold=ALARM, within=4
        )
        alarms.append({"model": model} | vars(record))
    shown(f"{series}: at least one in four weeks, Brier score and its parts", pd.DataFrame(parts))
    step = pd.Series(table["origin"].unique()).sort_values().diff().median()
    if step == pd.Timedelta(weeks=1):
        shown(f"{series}: an alarm at {ALARM:.0%}", pd.DataFrame(alarms))


def tests(folder: Path, table: pd.DataFrame) -> None:
    """Wei-Held tests of the next week, from the kept samples."""
    came = table[(table["metric"] == "observed") & (table["target"] == "week")]
    came = came[came["horizon"] == 1].set_index(["model", "series", "origin"])["value"]
    rows = []
    for model in table["model"].unique():
        forecasts = units.saved_forecasts(folder, model=model)
        for series in forecasts[0].series:
            pairs = [
                (made.samples.sel(series=series).values[:500, 0], came[model, series, made.as_of])
                for made in forecasts
                if (model, series, made.as_of) in came.index
            ]
            draws, truth = (np.array(part) for part in zip(*pairs, strict=True))
            found = calibration_test.of_samples(draws, truth, score="crps")
            rows.append({"model": model, "series": series} | vars(found))
    shown("calibration of the next week (Wei and Held, CRPS)", pd.DataFrame(rows))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", nargs="?", type=Path, default=Path("data/backtests/pak-afg"))
    asked.add_argument("--against", default="last-year")
    asked.add_argument("--series", default="cross-border-force")
    told = asked.parse_args()
    table = units.load_scores(told.folder)
    settings = table.attrs["settings"]
    origins = settings["origins"]
    print(f"{len(origins)} origins, {origins[0]} to {origins[-1]}; truth {settings['truth']}")
    print(f"models: {', '.join(settings['models'])}; units that failed: {table.attrs['failures']}")
    ratios(table, told.against)
    shown("coverage", calibration.coverage(table, by=("model", "target", "year")))
    metrics = ("crps", "crps_log", "logs", "brier", "dss", "wis", "width90")
    shown("means", summary(table, by=("model", "series", "target"), metrics=metrics))
    chances_of(table, told.series)
    if (told.folder / "units").is_dir():
        tests(told.folder, table)
    totals = table[table["target"] == "total"]
    shown("ranks by series, totals", decisions.ranks(totals).reset_index())


if __name__ == "__main__":
    main()
