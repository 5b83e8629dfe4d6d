"""Does GDELT's tone or score of Pakistan and Afghanistan rise before cross-border force?

Of every measure: its mean of four weeks, as standard deviations from its own last year. The area
under the curve is the chance that a week with force in the four weeks after it stands above one
without; 0.5 says nothing. Beside it what chance gives: the same measure shifted in time around a
circle, which keeps how both cluster (5th to 95th percentile of 1,000 shifts). "Out of quiet" asks
only weeks without force in the eight before. Force is counted with hindsight, from the shipped
history; a measure that fails here would fail a forecast, one that passes still had to be tried.

    python benchmarks/media_tension.py FOLDER    (with GDELT's dyad scores and country-week panel)
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import mannwhitneyu

from escalation.panel import count
from escalation.shipped import shipped
from escalation.store import EventStore
from escalation.theatre import Theatre

SERIES = "cross-border-force"
AHEAD, BEHIND, YEAR = 4, 8, 52
DYADS = "gdelt_daily_dyad_score_2018_2024.csv"
COUNTRIES = "gdelt_countryweek_panel_2015_2025_19countries.csv"
HOSTILE = {"material_conflict_share": 1, "mean_goldstein": -1, "mean_tone": -1, "total_mentions": 1}
"""Columns of the country-week panel, with the sign that makes more of it worse."""
SHIFTS, SEED = 1000, 7


def force() -> pd.Series:
    """Incidents by week, by the shipped history as it is known at its end."""
    store = EventStore.open(shipped("history", "pak-afg"))
    through = store.loaded_through
    assert through is not None, "the shipped history is loaded"
    table = count(store.as_of(through), Theatre.read("pak-afg")).table()
    return table[table["series"] == SERIES].set_index("week")["count"].astype(float)


def measures(folder: Path) -> dict[str, pd.Series]:
    """Weekly measures by name, more being worse; weeks are named by their Monday."""
    daily = pd.read_csv(folder / DYADS, parse_dates=["date"]).set_index("date")["PAK_AFG"]
    pair = daily.resample("W-MON", closed="left", label="left").sum()
    found = {"score of the pair, hostile": -pair}
    panel = pd.read_csv(folder / COUNTRIES, parse_dates=["week"])
    panel = panel[panel["week"] >= "2015-01-01"]  # earlier days are errors of its dates
    for country in ("Afghanistan", "Pakistan"):
        own = panel[panel["country"] == country].set_index("week").sort_index()
        for column, sign in HOSTILE.items():
            found[f"{country}: {column}"] = sign * own[column].astype(float)
    return found


def risen(measure: pd.Series) -> pd.Series:
    """How far the last four weeks stand above the last year, in its standard deviations."""
    year = measure.rolling(YEAR, min_periods=YEAR // 2)
    return ((measure.rolling(AHEAD).mean() - year.mean()) / year.std()).dropna()


def area(values: np.ndarray, came: np.ndarray) -> float:
    """The area under the curve: chance that a value with ``came`` is above one without."""
    above = mannwhitneyu(values[came], values[~came], method="asymptotic").statistic
    return float(above / (came.sum() * (~came).sum()))


def row(name: str, measure: pd.Series, weeks: pd.Series, rng: np.random.Generator) -> dict:
    """One line of the table: the area, what chance gives, and the area out of quiet."""
    height = risen(measure)
    height = height[height.index.isin(weeks.index)]
    any_of = (weeks > 0).astype(float)
    after = any_of[::-1].rolling(AHEAD).max()[::-1].shift(-1).reindex(height.index) > 0
    quiet = ~(any_of.rolling(BEHIND, min_periods=1).max().reindex(height.index) > 0).to_numpy()
    came, values = after.to_numpy(), height.to_numpy()
    shifts = rng.integers(YEAR // 2, len(values) - YEAR // 2, SHIFTS)
    chance = [area(np.roll(values, shift), came) for shift in shifts]
    low, high = np.percentile(chance, [5, 95])
    return {
        "measure": name,
        "weeks": len(values),
        "before force": int(came.sum()),
        "area": area(values, came),
        "chance gives": f"{low:.2f} to {high:.2f}",
        "out of quiet": area(values[quiet], came[quiet]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    rng, weeks = np.random.default_rng(SEED), force()
    rows = [row(name, measure, weeks, rng) for name, measure in measures(folder).items()]
    print(pd.DataFrame(rows).round(2).to_string(index=False))


if __name__ == "__main__":
    main()
