"""Do wars end, and conflicts rise, as often as pooled forecasts? Windows 1995-2016 alone.

``end`` and ``rise`` were chosen from a grid, by log score and ignorance first. Windows 1995, 1997
.. 2015 ("odd") and 1996, 1998 .. 2016 ("even") agree on it; both were seen while the form of a rise
was decided on (how far up, from where on), so neither is held out from that. All deaths, every
country that had any, the history from 1989 or of 24 months.

Prints the scores of settings by half of the windows; the difference to the settings without a
rise, with a 90% bootstrap over countries; and how often deaths came to be a twentieth, a half,
twice .. of the mean of the last 12 months: forecast / came.

A chance of 1% that a war ends was once counted: that many months of war were followed by a year of
hardly any deaths. But jumps end wars too, so it told twice of the same ends.

    python benchmarks/country_months_moves.py
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from country_months_learn import FINE, fine_masses
from ratios import shared

from escalation.models.pooled import LEARNED, Settings, filtered, laid_out, stepped
from escalation.verify.views_scores import DRAWS, EDGES

YEARS = np.arange(1995, 2017)
LEVELS = {"1-5": (1, 5), "5-25": (5, 25), "25-100": (25, 100), "100 or more": (100, np.inf)}
TIMES = (1 / 20, 1 / 5, 1 / 2, 1, 2, 5, 15)
BEFORE = replace(LEARNED, end=0.01, rise=0.0)
GRID = {"1% end, none rise": BEFORE} | {
    f"end {end}, rise {rise}": replace(LEARNED, end=end, rise=rise)
    for end, rise in [(0.002, 0.0), (0.0, 0.006), (0.004, 0.006), (0.002, 0.003), (0.002, 0.012)]
}
GRID["as learned"] = LEARNED


class Past:
    """Deaths (month, country) to 2016 and what came in each window (window, country, month)."""

    def __init__(self, path: Path) -> None:
        wide = pd.read_csv(path)
        months = pd.PeriodIndex(pd.to_datetime(wide.pop("month_end")), freq="M")
        self.deaths = wide[months <= "2016-12"].fillna(0).to_numpy(dtype=float)
        self.origins = [int(np.flatnonzero(months == f"{year - 1}-10")[0]) for year in YEARS]
        self.came = np.stack([self.deaths[at + 3 : at + 15].T for at in self.origins])
        self.last = np.stack([self.deaths[at - 11 : at + 1].mean(axis=0) for at in self.origins])

    def chances(self, settings: Settings, reach: int | None = None) -> np.ndarray:
        """Chances (window, country, month, fine bin), from all history or ``reach`` months."""
        world, windows = laid_out(settings), []
        fine = fine_masses(world)
        for at in self.origins:
            past = self.deaths[0 if reach is None else at + 1 - reach : at + 1]
            state = filtered(past, world)[len(past) - 1]
            now, ahead = state.now, []
            for _ in range(14):
                now = stepped(now, state.landing, world)
                ahead.append(np.einsum("ctl,tlb->cb", now, fine, optimize=True))
            windows.append(np.stack(ahead[2:], axis=1))
        return np.stack(windows)


def scored(chance: np.ndarray, came: np.ndarray) -> dict[str, np.ndarray]:
    """Log score of fine bins and ignorance (bits), and CRPS: (window, country, month) each."""
    place = np.searchsorted(FINE, came, side="right") - 1
    mine = np.take_along_axis(chance, place[..., None], axis=-1)[..., 0]
    same = np.searchsorted(EDGES, FINE) == np.searchsorted(EDGES, came)[..., None]
    width = np.append(np.diff(FINE), 0.0)
    below = chance.cumsum(axis=-1) - 0.5 * chance * (width > 1)
    above = np.clip((FINE + width - came[..., None]) / np.maximum(width, 1e-9), 0, 1)
    return {
        "log": -np.log2(mine + 1e-6),
        "ign": -np.log2((DRAWS * (chance * same).sum(axis=-1) + 1) / (DRAWS + len(EDGES) + 1)),
        "crps": (width * (above * (below - 1) ** 2 + (1 - above) * below**2)).sum(axis=-1),
    }


def shares(chance: np.ndarray, past: Past) -> pd.DataFrame:
    """Forecast / came: deaths at or below (to 1/2) or above (from 1) so many times the last."""
    table = {}
    for name, (low, high) in LEVELS.items():
        mine = (past.last >= low) & (past.last < high)
        row = {}
        for times in TIMES:
            # Both counted by whole fine bins.
            bins = np.searchsorted(FINE, np.floor(past.last[mine] * times), side="right")
            within = np.arange(len(FINE)) < bins[:, None, None]
            told = (chance[mine] * within).sum(axis=-1).mean()
            came = (np.searchsorted(FINE, past.came[mine], side="right") <= bins[:, None]).mean()
            if times >= 1:
                told, came = 1 - told, 1 - came
            row[f"{'above' if times >= 1 else 'to'} {times:g}"] = f"{told:.3f}/{came:.3f}"
        table[name] = row
    return pd.DataFrame(table).T


def difference(scores: np.ndarray, before: np.ndarray) -> str:
    """Mean of a score less that of before [90% over countries]."""
    each = (scores - before).mean(axis=(0, 2))
    chosen = np.random.default_rng(7).integers(len(each), size=(2000, len(each)))
    low, high = np.quantile(each[chosen].mean(axis=1), [0.05, 0.95])
    return f"{each.mean():+.4f} [{low:+.4f}, {high:+.4f}]"


def main() -> None:
    """Print the tables."""
    past, half = Past(shared() / "ucdp" / "country-month-deaths-wide.csv"), YEARS % 2 == 1
    for reach in (None, 24):
        rows, kept = {}, {}
        for name, settings in GRID.items():
            chance = past.chances(settings, reach)
            kept[name] = scored(chance, past.came)
            halves = {"odd": half, "even": ~half}
            rows[name] = {
                f"{score} {which}": values[windows].mean()
                for score, values in kept[name].items()
                for which, windows in halves.items()
            }
            if settings in (BEFORE, LEARNED) and reach is None:
                print(f"\n{name}: forecast/came\n{shares(chance, past).to_string()}")
        print(f"\nhistory: {'all' if reach is None else f'{reach} months'}")
        print(pd.DataFrame(rows).T.round(4).to_string())
        for score, before in kept["1% end, none rise"].items():
            print(
                f"{score}, as learned less before: {difference(kept['as learned'][score], before)}"
            )


if __name__ == "__main__":
    main()
