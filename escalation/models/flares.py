"""flares: a slow level that now and then leaps, and short flares around it, filtered on a grid.

    count[t] ~ Poisson(reported[t] * exp(level[t] + flare[t]))
    level[t] = level[t-1] + sigma * normal - sigma^2 / 2      (the rate's mean stays put)
               and in a share of weeks a leap, + leap * normal: as likely to double as to halve
    flare[t] = rho * flare[t-1] + s * sqrt(1 - rho^2) * normal - its mean, s^2 / 2

The level says what the coming quarter is like; a flare raises the next week or two and dies out;
a leap is a war that breaks out or ends: no small step is quick enough for it. Level and flare live
on a grid (level: a birth-death chain and a bell for leaps; flare: Rouwenhorst's chain), so that
the filter is exact arithmetic with neither sampling nor an optimizer (Kitagawa 1987,
doi:10.1080/01621459.1987.10478534; Rouwenhorst's chain: Kopecky & Suen 2010,
doi:10.1016/j.red.2010.02.002). The forecast is the equal mixture over all ``steps`` x ``spreads``
x ``memories``: weights learned from the past, by likelihood or by stacking, were no better than
equal ones on the totals of Pakistan's weeks. The steps were chosen with those weeks in view
(benchmarks/ucdp_weekly.py), so its ratios there flatter a little. Series are independent.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np

from escalation.models.base import BRIEF, DRAWS, Gate, PathFit, seen, shares
from escalation.models.parts import LARGEST
from escalation.panel import Panel

_FLARES = 9  # points of the flare's grid
_LOWEST = 0.002  # incidents a period, one in ten years of weeks: the lowest level on the grid
_WEEKS_A_MONTH = 4.345


@dataclass(frozen=True)
class Flares:
    """Equal mixture over five kinds of weekly steps and three values each of a flare's settings.

    ``steps``: a step's usual sd on the log scale, the share of weeks with a leap, the leap's sd;
    ``spreads``: sd of the flare; ``memories``: share of a flare left after a week; ``past``:
    periods that are filtered.
    """

    steps: tuple[tuple[float, float, float], ...] = (
        (0.03, 0.0, 0.0),
        (0.06, 0.0, 0.0),
        (0.09, 0.0, 0.0),
        (0.045, 0.02, 0.5),
        (0.045, 0.01, 1.0),
    )
    spreads: tuple[float, ...] = (0.15, 0.3, 0.5)
    memories: tuple[float, ...] = (0.3, 0.6, 0.85)
    past: int = 208
    draws: int = DRAWS
    name: str = "flares"

    def fit(self, panel: Panel, *, seed: int, gate: Gate = BRIEF) -> PathFit:
        """Filter each series' last ``past`` periods; nothing is estimated."""
        counts, known = seen(panel, last=self.past), shares(panel, last=self.past)
        settings = self.settings(1.0 if panel.cadence == "weekly" else _WEEKS_A_MONTH)
        grids = [grid(settings, highest=8 * (np.nanmax(column) + 1)) for column in counts.T]
        states = [filtered(counts[:, k], known[:, k], each) for k, each in enumerate(grids)]

        def paths(horizon: int, rng: np.random.Generator) -> np.ndarray:
            pairs = zip(states, grids, strict=True)
            each = [_futures(state, grid, horizon, self.draws, rng) for state, grid in pairs]
            return np.stack(each, axis=2)

        return PathFit(self.name, panel, paths)

    def settings(self, weeks: float) -> np.ndarray:
        """All combinations for periods of so many weeks: sigma, share, leap, spread, memory."""
        rows = [
            (sigma * np.sqrt(weeks), 1 - (1 - share) ** weeks, leap, spread, memory**weeks)
            for (sigma, share, leap), spread, memory in product(
                self.steps, self.spreads, self.memories
            )
        ]
        return np.array(rows)


@dataclass(frozen=True)
class Grid:
    """Levels (n,), and for each of c settings: the chances that the level steps up or down,
    the flare's points (c, 9) and its transitions (c, 9, 9), from row to column. ``leaps`` are
    pairs: which settings have leaps of one sd, and where a leap from each level lands (n, n)."""

    settings: np.ndarray
    levels: np.ndarray
    up: np.ndarray
    down: np.ndarray
    flares: np.ndarray
    turns: np.ndarray
    leaps: list[tuple[np.ndarray, np.ndarray]]


def grid(settings: np.ndarray, *, highest: float) -> Grid:
    """Grid for settings (sigma, share, leap, spread, memory), one a row, and levels from 0.002 to
    ``highest`` incidents.

    A usual step of the chain has the mean ``-sigma^2 / 2`` and the variance ``sigma^2`` exactly.
    """
    table = np.asarray(settings, dtype=float)
    sigma, share, leap, spread, memory = table.T
    width = 1.12 * sigma.max()
    levels = np.arange(np.log(_LOWEST), np.log(highest) + width, width)
    square, mean = (sigma**2 + sigma**4 / 4) / width**2, -(sigma**2) / (2 * width)
    points = np.linspace(-1, 1, _FLARES) * np.sqrt(_FLARES - 1)
    return Grid(
        settings=table,
        levels=levels,
        up=(square + mean) / 2,
        down=(square - mean) / 2,
        flares=spread[:, None] * points - spread[:, None] ** 2 / 2,
        turns=np.stack([_rouwenhorst(rho, _FLARES) for rho in memory]),
        leaps=[
            (np.flatnonzero((leap == sd) & (share > 0)), _landing(levels, sd))
            for sd in np.unique(leap[share > 0])
        ],
    )


def filtered(counts: np.ndarray, known: np.ndarray, grid: Grid) -> np.ndarray:
    """What is known of level and flare before the first week ahead: shape (c, n, 9).

    ``counts`` is (weeks,), NaN where unobserved: then only time passes, so doubt grows. Each
    setting's probabilities sum to 1.
    """
    logs = (grid.levels[None, :, None] + grid.flares[:, None, :]).astype(np.float32)
    rates = np.exp(logs)
    rest = np.stack([np.linalg.matrix_power(turn, 500)[0] for turn in grid.turns])
    now = np.tile(rest[:, None, :] / len(grid.levels), (1, len(grid.levels), 1))
    now = now.astype(np.float32)
    for at, count in enumerate(counts):
        if np.isfinite(count):
            weight = np.float32(count) * logs - np.float32(known[at]) * rates
            now = now * np.exp(weight - weight.max())
            now /= now.sum(axis=(1, 2), keepdims=True)
        now = stepped(now, grid)
    return now


def stepped(now: np.ndarray, grid: Grid) -> np.ndarray:
    """A week passes: the level leaps, goes a step up or down, or stays; the flare turns."""
    up = grid.up[:, None, None].astype(np.float32)
    down = grid.down[:, None, None].astype(np.float32)
    after = now * (1 - up - down)
    after[:, 1:] += up * now[:, :-1]
    after[:, :-1] += down * now[:, 1:]
    after[:, -1:] += up * now[:, -1:]  # the ends hold what would leave the grid
    after[:, :1] += down * now[:, :1]
    for which, landing in grid.leaps:
        share = grid.settings[which, 1, None, None].astype(np.float32)
        after[which] = (1 - share) * after[which] + share * (landing.T @ now[which])
    return after @ grid.turns.astype(np.float32)


def _landing(levels: np.ndarray, sd: float) -> np.ndarray:
    """Chances of a leap from each level (row) to each (column), float32."""
    bell = np.exp(-(((levels - levels[:, None]) / sd) ** 2) / 2)
    return (bell / bell.sum(axis=1, keepdims=True)).astype(np.float32)


def _futures(
    state: np.ndarray, grid: Grid, horizon: int, draws: int, rng: np.random.Generator
) -> np.ndarray:
    """Counts of one series, (draws, horizon): settings in equal shares, then off the grid."""
    chance = state.astype(float).ravel()
    place = rng.choice(chance.size, size=draws, p=chance / chance.sum())
    setting, at, turn = np.unravel_index(place, state.shape)
    sigma, share, leap, spread, memory = grid.settings[setting].T
    width = grid.levels[1] - grid.levels[0]
    level = grid.levels[at] + width * rng.uniform(-0.5, 0.5, size=draws)
    flare = grid.flares[setting, turn] + spread**2 / 2
    counts = np.empty((draws, horizon))
    for step in range(horizon):
        if step:
            level += sigma * rng.normal(size=draws) - sigma**2 / 2
            level += np.where(rng.random(draws) < share, leap * rng.normal(size=draws), 0.0)
            flare = memory * flare + spread * np.sqrt(1 - memory**2) * rng.normal(size=draws)
        rate = np.exp(level + flare - spread**2 / 2)
        counts[:, step] = rng.poisson(np.minimum(rate, LARGEST))
    return counts


def _rouwenhorst(memory: float, size: int) -> np.ndarray:
    """Transitions of a chain with the autocorrelation ``memory`` and a binomial rest."""
    stay = (1 + memory) / 2
    chain = np.array([[stay, 1 - stay], [1 - stay, stay]])
    for n in range(3, size + 1):
        wide = np.zeros((n, n))
        wide[:-1, :-1] += stay * chain
        wide[:-1, 1:] += (1 - stay) * chain
        wide[1:, :-1] += (1 - stay) * chain
        wide[1:, 1:] += stay * chain
        wide[1:-1] /= 2
        chain = wide
    return chain
