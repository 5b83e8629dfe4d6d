"""The challenge's scores, to the published decimals, for each model whose forecasts are there.

    python benchmarks/score_parity.py FOLDER

FOLDER holds the VIEWS files named in data/SOURCES.md and published-forecast-scores.csv, which
was made against the late truth where it says so.
"""

import sys
from pathlib import Path

import pandas as pd

from escalation.verify.views import read_actuals, views_table

NAMES = {"bm_conflictology": "conflictology12", "sub_bodentien_rueter_nbinom": "BR_NegBin"}
UNITS = {"Pakistan": [136], "Afghanistan": [133], "India": [223]}


def main(folder: Path) -> int:
    actuals = read_actuals(next(iter(sorted(folder.glob("cm_actuals_*.parquet")))))
    everyone = sorted(set(actuals.index.get_level_values("country_id")))
    found = views_table(folder, units=UNITS | {"all191": everyone})
    found = found[found["model"].isin(NAMES)].assign(model=lambda t: t["model"].map(NAMES))
    keys = ["unit", "model", "window"]
    found = found.set_index(keys).sort_index()
    published = pd.read_csv(folder / "published-forecast-scores.csv")
    published = published[published["truth_vintage"] == "late"].set_index(keys)
    theirs = published.loc[found.index, found.columns]
    print(found.round(4).to_string())
    worst = (found - theirs).abs().max()
    print("\nlargest difference from the published file, by score")
    print(worst.to_string())
    equal = bool((worst < 0.0005).all())
    print(f"\n{len(found)} rows, equal to three decimals: {equal}")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
