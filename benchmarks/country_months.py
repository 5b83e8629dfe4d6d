"""Country-months of deaths by the VIEWS protocol: windows 2018-21, and the war that ended.

Data to October of the year before, forecasts of January to December (3 to 14 months ahead),
1,000 draws, 191 countries. The history is state-based deaths from November 2016 on: the twelve
months to October 2017 stand in the challenge's benchmark file, the rest in the table by type.

    python benchmarks/country_months.py --models pooled last-year
"""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
from ratios import shared

from escalation.models import model as named_model
from escalation.verify import scores, views_scores
from escalation.verify.submission import history_panel, submit
from escalation.verify.views import challenge_table, months_of_window, read_actuals, read_submission

WINDOWS = (2018, 2019, 2020, 2021)
COUNTRIES = {"Pakistan": 136, "Afghanistan": 133, "India": 223}
FIRST_MONTH = 443  # November 2016


def history(data: Path) -> pd.DataFrame:
    """State-based deaths: month_id, country_id, ged_sb, from November 2016 on."""
    later = pd.read_csv(data / "views" / "ged-by-type-country-month.csv")
    early = pd.read_csv(data / "views" / "bm_conflictology_2018.csv")
    early = early[early["month_id"] == early["month_id"].min()]
    early = early.assign(month_id=FIRST_MONTH + early["draw"], ged_sb=early["outcome"])
    columns = ["month_id", "country_id", "ged_sb"]
    return pd.concat([early[columns], later[columns]], ignore_index=True)


def windows_table(data: Path, models: list[str], seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The challenge's table of every window, and the scores of each country, by model."""
    past, tables, each = history(data), [], []
    units = {"all": sorted(past["country_id"].unique())}
    units |= {name: [number] for name, number in COUNTRIES.items()}
    with TemporaryDirectory() as folder:
        for window in WINDOWS:
            actuals = read_actuals(data / "views" / f"cm_actuals_{window}.parquet")
            files = {
                name: submit(past, window=window, model=name, out=folder, seed=seed)
                for name in models
            }
            files["conflictology"] = data / "views" / f"bm_conflictology_{window}.csv"
            files["Bodentien-Rueter"] = (
                data / "views" / f"sub_bodentien_rueter_nbinom_{window}.parquet"
            )
            draws = {name: read_submission(path) for name, path in files.items()}
            tables.append(challenge_table(actuals, draws, window=window, units=units))
            for name, wide in draws.items():
                values, truth = wide.loc[actuals.index].to_numpy(), actuals.to_numpy()
                pair = {
                    "crps": scores.crps(values, truth),
                    "ign": views_scores.ignorance(values, truth),
                }
                by_country = pd.DataFrame(pair, index=actuals.index).groupby("country_id").mean()
                each.append(by_country.assign(model=name, window=window).reset_index())
    return pd.concat(tables, ignore_index=True), pd.concat(each, ignore_index=True)


def with_interval(each: pd.DataFrame, metric: str, *, seed: int, draws: int = 2000) -> pd.Series:
    """Mean over countries and windows by model, with a 90% bootstrap over countries."""
    wide = each.pivot_table(index="country_id", columns="model", values=metric)
    rng = np.random.default_rng(seed)
    chosen = rng.integers(len(wide), size=(draws, len(wide)))
    low, high = np.quantile(wide.to_numpy()[chosen].mean(axis=1), [0.05, 0.95], axis=0)
    cells = zip(wide.mean(), low, high, strict=True)
    return pd.Series(["{:.3f} [{:.3f}, {:.3f}]".format(*cell) for cell in cells], wide.columns)


def after_the_war(data: Path, models: list[str], seed: int) -> pd.DataFrame:
    """Mean CRPS of Afghanistan's months of 2022 as of October 2021, by truth: all deaths, and
    state-based ones (what the history is of)."""
    wide = pd.read_csv(data / "ucdp" / "country-month-deaths-wide.csv")
    every = wide[wide["month_end"].str.startswith("2022")]["Afghanistan"].to_numpy(dtype=float)
    past = history(data)
    mine = past[past["country_id"] == COUNTRIES["Afghanistan"]].set_index("month_id")["ged_sb"]
    truths = {"all deaths": every, "state-based": mine.loc[months_of_window(2022)].to_numpy()}
    panel = history_panel(past, window=2022)
    found = {name: {} for name in truths}
    for name in models:
        forecast = named_model(name).fit(panel, seed=seed).forecast(14, seed=seed)
        draws = forecast.samples.sel(series=str(COUNTRIES["Afghanistan"])).values[:, 2:].T
        for kind, truth in truths.items():
            found[kind][name] = scores.crps(draws, truth).mean()
    last = panel["counts"].sel(series=str(COUNTRIES["Afghanistan"])).values[-12:]
    for name, draws in {"conflictology": last, "zero": [0.0], "last observed": last[-1:]}.items():
        for kind, truth in truths.items():
            found[kind][name] = scores.crps(np.tile(draws, (12, 1)), truth).mean()
    return pd.DataFrame(found).round(1)


def main() -> None:
    """Print the tables."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--models", nargs="+", default=["pooled"])
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    data = shared()
    table, each = windows_table(data, told.models, told.seed)
    for unit in ["all", *COUNTRIES]:
        part = table[table["unit"] == unit]
        wide = part.pivot_table(
            index="model",
            columns="window",
            values=["crps", "ign", "cov90"],
            margins=True,
            margins_name="mean",
        )
        print(f"\n{unit}\n{wide.drop(index='mean').round(3).to_string()}")
    for metric in ("ign", "crps"):
        print(f"\nmean {metric} over windows and countries [90% over countries]")
        print(with_interval(each, metric, seed=told.seed).to_string())
    print("\nAfghanistan's months of 2022, as of October 2021: CRPS")
    print(after_the_war(data, told.models, told.seed).to_string())


if __name__ == "__main__":
    main()
