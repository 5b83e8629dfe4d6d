"""UCDP events in Pakistan by week: CRPS of the next week, 4 and 12 weeks against last-year.

Weeks from 2004-01-05; an event counts in the week of its first day; origins every 4 weeks from
week 208 on, so long as 12 weeks follow. Each model sees the weeks before its origin only.

    python benchmarks/ucdp_weekly.py --models ewma flares
"""

import argparse
from pathlib import Path

import pandas as pd
from ratios import ratios, shared

from escalation.verify.backtest import backtest_panel

FIRST, LAST, WARM, EVERY, HORIZON = "2004-01-05", "2021-12-27", 208, 4, 12


def events_by_week(path: Path) -> pd.DataFrame:
    """Table of week, series, count from an event-level file of UCDP GED (tag row skipped)."""
    days = pd.read_csv(path, skiprows=[1], usecols=["date_start"], parse_dates=["date_start"])
    days = days["date_start"].dt.normalize()
    mondays = days - pd.to_timedelta(days.dt.day_of_week, unit="D")
    weeks = pd.date_range(FIRST, LAST, freq="W-MON")
    counts = mondays.value_counts().reindex(weeks, fill_value=0)
    return pd.DataFrame({"week": weeks, "series": "events in Pakistan", "count": counts.to_numpy()})


def origins(weeks: pd.Series) -> list[pd.Timestamp]:
    """Sundays before week 208, 212, ... (counted from 0)."""
    last = len(weeks) - HORIZON + 1
    return [weeks.iloc[at] - pd.Timedelta(days=1) for at in range(WARM, last, EVERY)]


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--models", nargs="+", default=["ewma", "flares", "ensemble"])
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--workers", type=int, default=1)
    ask.add_argument("--folder", help="keep units here and go on where a run stopped")
    told = ask.parse_args()
    counts = events_by_week(shared() / "ucdp" / "ged221-pakistan.csv")
    days = origins(counts["week"])
    scores = backtest_panel(
        ["last-year", *told.models],
        counts,
        origins=days,
        horizon=HORIZON,
        seed=told.seed,
        name="ucdp-pakistan",
        workers=told.workers,
        folder=told.folder,
    )
    print(f"{len(days)} origins, {days[0].date()} to {days[-1].date()}; CRPS / last-year [90%]")
    print(ratios(scores, against="last-year", seed=told.seed).to_string(index=False))
    inside = scores[scores["metric"].isin(["covered50", "covered90"])]
    print("\nshare of truths inside the 50% and 90% intervals (weeks 1-12)")
    print(inside.pivot_table(index="model", columns="metric", values="value").round(2).to_string())
    for failure in scores.attrs["failures"]:
        print(f"failed: {failure}")


if __name__ == "__main__":
    main()
