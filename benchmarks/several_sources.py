"""Events in Pakistan recovered where UCDP is missing, from coded reports and GDELT's volume.

Sources, by week from 2012 on (2015 for GDELT): incidents of the shipped history, UCDP GED (to
2021), UCDP candidate events (from 2025: made otherwise, so a source of its own), GDELT's count of
material conflict, in twenties (it is far more uneven than Poisson, so nothing is lost). UCDP GED
is hidden for half a year, twelve times over 2016-21, and for three years, twice; what ``sources``
recovers, by month, is scored by CRPS beside two ways to fill: a straight line between the half
years on both sides, and the months of the two years around as a distribution. Then all is fitted,
and the years without UCDP are printed.

    python benchmarks/several_sources.py
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd
from ratios import shared

from escalation.models import fit
from escalation.models.base import PathFit
from escalation.models.parts import draw_counts
from escalation.models.sources import recovered
from escalation.panel import Panel, count
from escalation.shipped import shipped
from escalation.sources import gdelt, ucdp_counts
from escalation.store import EventStore
from escalation.theatre import Theatre
from escalation.verify.scores import crps

SINCE, LAST, UNIT = "2012-01-02", "2026-04-20", 20.0
GED, CANDIDATE = "ucdp-ged", "ucdp-candidate"
HALF_YEARS = [(f"{year}-{month}", 26) for year in range(2016, 2022) for month in ("01", "07")]
YEARS = [("2016-01", 156), ("2019-01", 156)]


def sources(folder: Path) -> pd.DataFrame:
    """Week, series, count, observed: a series a source."""
    theatre = Theatre.read("pak-afg")
    coded = count(EventStore.open(shipped("history", "pak-afg")), theatre).table()
    coded = coded[coded["series"] == "attacks-pakistan"].assign(series="reports")
    coded = coded[coded["week"] >= SINCE]
    known = coded[["week", "series", "count", "observed"]]
    files = folder / "ucdp"
    old = ucdp_counts.weekly_counts(files / "ged221-pakistan.csv", first=SINCE, last="2021-12-31")
    new = [
        ucdp_counts.weekly_counts(files / "candidate-2025-slim.csv", last="2025-12-28"),
        ucdp_counts.weekly_counts(files / "candidate-26.01.26.03-region.csv", first="2026-01-05"),
        ucdp_counts.weekly_counts(files / "candidate-26.0.4-region.csv", last=LAST),
    ]
    late = pd.concat(new).query("series == 'pakistan'")
    late = late.groupby("week", as_index=False).agg(
        count=("count", "sum"), observed=("observed", "all")
    )
    media = gdelt.weekly_counts(
        folder / "gdelt" / "gdelt_countryweek_panel_2015_2025_19countries.csv",
        countries={"Pakistan": "gdelt"},
    )
    media["count"] = (media["count"] / UNIT).round()
    told = [known, old.assign(series=GED), late.assign(series=CANDIDATE), media]
    return pd.concat(told, ignore_index=True)


def fitted(table: pd.DataFrame, hidden: pd.DatetimeIndex, seed: int, gate: str) -> PathFit:
    """Fit with UCDP GED unobserved in the hidden weeks."""
    gone = (table["series"] == GED) & table["week"].isin(hidden)
    shown = table.assign(observed=table["observed"] & ~gone)
    return fit("sources", Panel.of_table(shown, as_of="2026-04-26"), seed=seed, gate=gate)


def by_month(weeks: pd.DataFrame) -> pd.DataFrame:
    """Totals of the weeks that begin in a month; a column a draw."""
    return weeks.groupby(weeks.index.to_period("M")).sum()


def line(ged: pd.Series, hidden: pd.DatetimeIndex, rng: np.random.Generator) -> pd.DataFrame:
    """Weeks drawn around a straight line between the half years on both sides."""
    start, end = ged.index.get_loc(hidden[0]), ged.index.get_loc(hidden[-1])
    before, after = ged.iloc[start - 26 : start], ged.iloc[end + 1 : end + 27]
    after = after if len(after) == 26 else before
    mean = np.interp(np.arange(len(hidden)), [-13, len(hidden) + 12], [before.mean(), after.mean()])
    usual, spread = np.mean([[one.mean(), one.var()] for one in (before, after)], axis=0)
    size = usual**2 / max(spread - usual, 1e-3)
    drawn = draw_counts(np.tile(mean[:, None], 2000), np.asarray(size), rng)
    return pd.DataFrame(drawn, index=hidden)


def around(ged: pd.Series, hidden: pd.DatetimeIndex, rng: np.random.Generator) -> pd.DataFrame:
    """Every hidden month as one of the twelve before or the twelve after."""
    months = by_month(ged.to_frame())[GED]
    gone = hidden.to_period("M")
    near = pd.concat([months[months.index < gone[0]][-12:], months[months.index > gone[-1]][:12]])
    index = gone.unique()
    drawn = rng.choice(near.to_numpy(), size=(len(index), 2000))
    return pd.DataFrame(drawn, index=index)


def held_out(table: pd.DataFrame, first: str, number: int, seed: int) -> pd.DataFrame:
    """A row a month and a way: CRPS, and whether the 90% interval holds."""
    rng = np.random.default_rng(seed)
    ged = table[table["series"] == GED].set_index("week")["count"].rename(GED)
    start = int(np.searchsorted(ged.index, pd.Timestamp(f"{first}-01")))
    hidden = pd.DatetimeIndex(ged.index[start : start + number])
    truth = by_month(ged[hidden].to_frame())[GED].to_numpy()
    fit_to_rest = fitted(table, hidden, seed, "refit")
    ways = {
        "sources": by_month(recovered(fit_to_rest, GED, seed=seed).loc[hidden]),
        "line": by_month(line(ged, hidden, rng)),
        "around": around(ged, hidden, rng),
    }
    rows = []
    for way, drawn in ways.items():
        samples = drawn.to_numpy().T
        low, high = np.quantile(samples, [0.05, 0.95], axis=0)
        told = {"crps": crps(samples.T, truth), "held": (low <= truth) & (truth <= high)}
        rows.append(pd.DataFrame(told).assign(way=way, hidden=first, weeks=number))
    return pd.concat(rows, ignore_index=True)


def ratio(scores: pd.DataFrame, way: str, seed: int) -> str:
    """CRPS of ``sources`` by that of a way to fill, with a 90% interval over hidden stretches."""
    sums = scores.pivot_table(index="hidden", columns="way", values="crps", aggfunc="sum")
    picks = np.random.default_rng(seed).integers(len(sums), size=(4000, len(sums)))
    ours, theirs = sums["sources"].to_numpy(), sums[way].to_numpy()
    drawn = ours[picks].sum(axis=1) / theirs[picks].sum(axis=1)
    low, high = np.quantile(drawn, [0.05, 0.95])
    return f"{ours.sum() / theirs.sum():.2f} [{low:.2f}, {high:.2f}]"


def main() -> None:
    """Print both tables."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    table = sources(shared())
    for stretches in (HALF_YEARS, YEARS):
        scores = pd.concat([held_out(table, *one, told.seed) for one in stretches])
        means = scores.pivot_table(index="hidden", columns="way", values="crps").round(1)
        print(f"\nUCDP GED hidden for {stretches[0][1]} weeks: mean CRPS of a month, {GED}")
        print(means.to_string())
        print("inside 90%:", scores.groupby("way")["held"].mean().round(2).to_dict())
        for way in ("line", "around"):
            print(f"sources / {way} [90%]: {ratio(scores, way, told.seed)}")
    whole = fitted(table, pd.DatetimeIndex([]), told.seed, "refit")
    print(f"\nconverged: {whole.diagnostics.passed}; {'; '.join(whole.diagnostics.marks)}")
    for name in ("gain", "drift", "size"):
        means = whole.posterior[name].mean(axis=0).round(2)
        print(name, dict(zip(whole.panel.series, means, strict=True)))
    for source in (GED, CANDIDATE):
        weeks = recovered(whole, source, seed=told.seed)
        years = weeks.groupby(weeks.index.year).sum().T.quantile([0.05, 0.5, 0.95]).T.astype(int)
        looked = whole.panel["observed"].sel(series=source).to_series()
        years["weeks observed"] = looked.groupby(looked.index.year).sum()
        print(f"\n{source}, events a year (5%, 50%, 95%)")
        print(years.loc[2017:].to_string())
    monthly(whole, shared(), told.seed)


def monthly(whole: PathFit, folder: Path, seed: int) -> None:
    """How the months of 2022-24, recovered, go with UCDP's deaths in them, which were not used."""
    table = pd.read_csv(folder / "ucdp" / "country-month-deaths-wide.csv")
    months = pd.PeriodIndex(pd.to_datetime(table["month_end"]), freq="M")
    deaths = table["Pakistan"].set_axis(months)["2022":"2024"]
    print("\n2022-24 by month, rank correlation with UCDP's deaths:")
    reports = whole.panel.data.sel(series="reports")["counts"].to_series()
    volume = whole.panel.data.sel(series="gdelt")["counts"].to_series()
    told = {"reports": by_month(reports), "gdelt": by_month(volume)}
    told[f"recovered {GED}"] = by_month(recovered(whole, GED, seed=seed)).mean(axis=1)
    for name, values in told.items():
        print(f"  {name}: {values[deaths.index].corr(deaths, method='spearman'):.2f}")


if __name__ == "__main__":
    main()
