"""Is pooled's width right? Coverage over all countries at past origins, by level of violence.

Two pasts: all deaths in windows 1996-2017, with 24 months of history as the first windows of the
challenge have them; state-based deaths since November 2016, forecast from every month whose target
had come by October 2021. A truth is inside where its randomized PIT value, exact on the grid,
lies in the middle 50% or 90%. Pakistan's four windows hold all their 48 months in the 90%
interval: one country that happened to be steady, where all countries at its level are held as
they should be. So nothing is narrowed.

    python benchmarks/country_months_coverage.py
"""

import numpy as np
import pandas as pd
from country_months import history
from country_months_learn import FINE, fine_masses
from ratios import shared

from escalation.models.pooled import LEARNED, State, World, filtered, laid_out, stepped

EDGES = [-1, 0, 1, 5, 25, 100, 400, np.inf]
HISTORY, LEADS = 24, range(3, 15)


def ranks(state: State, came: np.ndarray, world: World, fine: np.ndarray) -> np.ndarray:
    """Randomized PIT values, (lead, country), of what came in the months 1 to 14 ahead."""
    rng, now, found = np.random.default_rng(7), state.now, []
    width = np.append(np.diff(FINE), 1.0)
    for truth, lead in zip(came, range(1, 15), strict=False):
        now = stepped(now, state.landing, world)
        if lead not in LEADS:
            continue
        chance = np.einsum("ctl,tlb->cb", now, fine, optimize=True)
        place = np.searchsorted(FINE, truth, side="right") - 1
        mine = np.take_along_axis(chance, place[:, None], axis=1)[:, 0]
        below = np.take_along_axis(chance.cumsum(axis=1), place[:, None], axis=1)[:, 0] - mine
        inside = (truth - FINE[place] + rng.random(len(truth))) / width[place]
        found.append(below + mine * np.clip(inside, 0, 1))
    return np.array(found)


def coverage(deaths: np.ndarray, origins: list[int], reach: int | None, world: World) -> str:
    """Table of shares inside by mean deaths of the last 12 months; ``deaths`` (month, country)."""
    fine, rows = fine_masses(world), []
    for at in origins:
        past = deaths[0 if reach is None else at + 1 - reach : at + 1]
        state = filtered(past, world)[len(past) - 1]
        pit = ranks(state, deaths[at + 1 : at + 15], world, fine)
        level = np.broadcast_to(past[-12:].mean(axis=0), pit.shape)
        rows.append(pd.DataFrame({"level": level.ravel(), "pit": pit.ravel()}))
    table = pd.concat(rows)
    inside = {f"in {width:.0%}": (table["pit"] - 0.5).abs() < width / 2 for width in (0.5, 0.9)}
    sides = {"below": table["pit"] < 0.05, "above": table["pit"] > 0.95}
    groups = pd.cut(table["level"], EDGES).rename("deaths a month")
    shares = pd.DataFrame(inside | sides).groupby(groups, observed=True)
    return shares.mean().round(3).assign(n=shares.size()).to_string()


def main() -> None:
    """Print both tables."""
    world, data = laid_out(LEARNED), shared()
    wide = pd.read_csv(data / "ucdp" / "country-month-deaths-wide.csv")
    months = pd.PeriodIndex(pd.to_datetime(wide.pop("month_end")), freq="M")
    ends = [int(np.flatnonzero(months == f"{year - 1}-10")[0]) for year in range(1996, 2018)]
    print("all deaths, windows 1996-2017")
    print(coverage(wide.fillna(0).to_numpy(dtype=float), ends, HISTORY, world))
    late = history(data).pivot_table(index="month_id", columns="country_id", values="ged_sb")
    late = late[late.index <= 502].dropna(axis=1)  # October 2021
    every = list(range(11, len(late) - 3, 3))
    print("\nstate-based deaths, every third month from October 2017")
    print(coverage(late.to_numpy(dtype=float), every, None, world))


if __name__ == "__main__":
    main()
