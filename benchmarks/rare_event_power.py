"""How many past dates does it take to show that a chance is better? A simulated world tells.

A calm of three years on average, then a war of sixteen weeks; acts come at 0.65 a year in calm and
18 a year in war, so that 4-week spans with an act are about as common as those with cross-border
force since 2021. Against last-year, the share of its windows of four weeks with an act:

    filter   knows how calm and war go and sees the acts: the best that counts alone allow
    state    sees whether it is war as well, which nobody can

A world is a table of so many dates, four weeks apart, with three spans or more in which an act
came. Printed: the ratio of Brier scores and its spread over worlds, and how often a table shows
the gain (ratio at or below the target; 90% interval by blocks of five dates below 1).

    python benchmarks/rare_event_power.py
"""

import argparse

import numpy as np
import pandas as pd

from escalation.verify.compare import ratio_interval

RATE = np.array([0.0125, 0.35])  # acts a week in calm and war
LEAVE = np.array([1 / 156, 1 / 16])  # a week's chance that calm, or war, ends
STEP = np.array([[1 - LEAVE[0], LEAVE[0]], [LEAVE[1], 1 - LEAVE[1]]])
SPAN, YEAR, WARM = 4, 52, 156
TARGET, FEWEST = 0.93, 3


def world(weeks: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """State (0 calm, 1 war) and acts by week, each (weeks,)."""
    chances = rng.random(weeks)
    state = np.zeros(weeks, dtype=int)
    for t in range(1, weeks):
        leaves = chances[t] < LEAVE[state[t - 1]]
        state[t] = 1 - state[t - 1] if leaves else state[t - 1]
    return state, rng.poisson(RATE[state])


def believed(acts: np.ndarray) -> np.ndarray:
    """Chances of calm and war after each week, given the acts up to it: (weeks, 2)."""
    belief, kept = np.array([0.9, 0.1]), []
    for act in acts:
        belief = belief @ STEP * np.exp(-RATE) * RATE**act
        belief = belief / belief.sum()
        kept.append(belief)
    return np.array(kept)


def chance_ahead() -> np.ndarray:
    """Chance of an act within a span, by the state before it: (2,)."""
    none = np.ones(2)
    for _ in range(SPAN):
        none = STEP @ (np.exp(-RATE) * none)
    return 1 - none


def brier_scores(dates: int, rng: np.random.Generator) -> tuple[int, dict[str, np.ndarray]]:
    """Number of spans with an act, and each forecaster's Brier score by date."""
    state, acts = world(WARM + SPAN * dates, rng)
    starts = WARM + SPAN * np.arange(dates)
    came = np.convolve(acts, np.ones(SPAN), "valid") > 0  # by the week that a span starts in
    windows = np.stack([came[t - YEAR : t - SPAN + 1] for t in starts])
    ahead = chance_ahead()
    given = {
        "last-year": windows.mean(axis=1),
        "filter": believed(acts)[starts - 1] @ ahead,
        "state": ahead[state[starts - 1]],
    }
    return int(came[starts].sum()), {n: (c - came[starts]) ** 2 for n, c in given.items()}


def main() -> None:
    """Print a row a number of dates and forecaster."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--dates", type=int, nargs="*", default=[57, 145, 400])
    ask.add_argument("--worlds", type=int, default=300)
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    found = []
    for dates in told.dates:
        rng = np.random.default_rng(told.seed)
        for _ in range(told.worlds):
            events, scores = brier_scores(dates, rng)
            if events < FEWEST:
                continue
            plain = scores["last-year"]
            for name in ("filter", "state"):
                ratio = scores[name].mean() / plain.mean()
                about = {"block": 5, "level": 0.9, "draws": 300, "seed": told.seed}
                shown = ratio_interval(scores[name], plain, **about)[1] < 1
                found.append((dates, name, events, ratio, ratio <= TARGET, shown))
    columns = ["dates", "forecaster", "events", "ratio", "at target", "shown"]
    table = pd.DataFrame(found, columns=columns).groupby(columns[:2])
    spread = (
        table["ratio"].quantile(np.array([0.05, 0.95])).unstack().set_axis(["5%", "95%"], axis=1)
    )
    print("mean over worlds; ratio of Brier scores to last-year")
    print(table.mean().join(spread).round(2).to_string())


if __name__ == "__main__":
    main()
