"""Simulation-based calibration: are a model's posteriors as wide as they should be?

Parameters are drawn from the prior, data from the model, and the model is fitted to them; the rank
of each true parameter among its posterior draws is then uniform (Talts et al. 2018,
arXiv:1804.06788). Prints, for each parameter, the mean rank (should be 0.5), the share of truths
inside the central 50% and 90%, and the p-value of a chi-square test of ten equal bins. The ranks
are written beside the results as a table.

    python benchmarks/sbc.py --model local-level --simulations 100
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats

from escalation.models import excitation, hidden, local_level, regime
from escalation.models.base import REFIT
from escalation.models.levels import Modes
from escalation.models.likelihood import counted
from escalation.models.parts import annual, draw_counts
from escalation.models.sampling import Data, Posterior, prior_draws, sample

RESULTS = Path(__file__).parent / "results"
BINS, WEEKS, USUAL, MODES, KEEP = 10, 156, 4.0, 24, 0.5**0.5
RANKED = {
    "local-level": ("intercept", "sd", "size", "beta"),
    "excitation": ("intercept", "sd", "size", "self", "phi"),
    "regime": ("calm", "rise", "self", "size", "moves"),
}


def frame(series: int, memory: float) -> Data:
    """What a simulated world does not draw: the modes, the season, the usual rate."""
    basis = Modes.of(memory, weeks=WEEKS, modes=MODES).basis
    return {
        "usual": np.full(series, np.log(USUAL)),
        "season": annual(pd.date_range("2010-01-04", periods=WEEKS, freq="W-MON")),
        "basis": basis,
        "centre": basis.mean(axis=0),
    }


def local_level_world(number: int, seed: int) -> Iterator[tuple[Data, Posterior]]:
    """Truths and posteriors of local-level, one series."""
    model = local_level.LocalLevel()
    fixed, structure = frame(1, model.memory), {"modes": MODES, "series": 1}
    blank = {**counted(np.zeros((WEEKS, 1)), np.ones((WEEKS, 1))), **fixed}
    prior = prior_draws(local_level.build, blank, number, seed=seed, **structure)
    rng = np.random.default_rng(seed)
    for at in range(number):
        true = {name: draws[at] for name, draws in prior.items()}
        level = (fixed["basis"] - fixed["centre"]) @ true["w"]
        log_rate = true["intercept"] + true["sd"] * level + fixed["season"] @ true["beta"]
        counts = draw_counts(np.exp(log_rate), true["size"], rng)
        data = {**counted(counts, np.ones(counts.shape)), **fixed}
        yield true, sample(local_level.build, data, seed=at, gate=REFIT, **structure)


def excitation_world(number: int, seed: int) -> Iterator[tuple[Data, Posterior]]:
    """Truths and posteriors of excitation, two series that may excite each other."""
    fixed = frame(2, excitation.Excitation().memory)
    fixed |= {"scale": 0.05 * (1 - np.eye(2)), "calm": np.zeros((2, 0))}
    structure = {"modes": MODES, "series": 2, "calming": 0, "audited": False}
    blank = {**counted(np.zeros((WEEKS, 2)), np.ones((WEEKS, 2))), **fixed}
    blank["past"] = np.full((WEEKS + 1, 2), USUAL)
    prior = prior_draws(excitation.build, blank, number, seed=seed, **structure)
    rng = np.random.default_rng(seed)
    for at in range(number):
        true = {name: draws[at] for name, draws in prior.items()}
        level = (fixed["basis"] - fixed["centre"]) @ true["w"]
        logs = true["intercept"] + true["sd"] * level + fixed["season"] @ true["beta"]
        counts, past = echoed(np.exp(logs), true["phi"], true["size"], rng)
        data = {**counted(counts, np.ones(counts.shape)), **fixed, "past": past}
        yield true, sample(excitation.build, data, seed=at, gate=REFIT, **structure)


def regime_world(number: int, seed: int) -> Iterator[tuple[Data, Posterior]]:
    """Truths and posteriors of regime, two series with one state."""
    shape, rng = hidden.Shape(2), np.random.default_rng(seed)
    usual = np.full(2, np.log(USUAL))
    for at in range(number):
        flat = rng.standard_normal(shape.length)
        for name, part in shape.split(flat).items():
            mean, spread = hidden.PRIORS[name]
            part *= spread
            part += mean + (usual if name == "calm" else 0.0)
        true = hidden.natural(shape.split(flat))
        base = np.exp(regime.log_base({name: value[None] for name, value in true.items()})[0])
        chance, states = np.full(3, 1 / 3), np.empty(WEEKS, dtype=int)
        for week in range(WEEKS):
            states[week] = rng.choice(3, p=chance @ true["moves"])
            chance = np.eye(3)[states[week]]
        counts, past = echoed(base[states], np.diag(true["self"]), true["size"], rng)
        data = {**counted(counts, np.ones(counts.shape)), "usual": usual}
        data |= {"past": past[:-1], "last": past[-1]}
        yield true, sample(regime.build, data, seed=at, gate=REFIT, series=2)


def echoed(
    base: np.ndarray, phi: np.ndarray, size: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Counts (weeks, series) of ``base + phi @ past``, and the pasts (weeks + 1, series)."""
    past = np.full((WEEKS + 1, base.shape[1]), USUAL)
    counts = np.empty(base.shape)
    for week in range(WEEKS):
        counts[week] = draw_counts(base[week] + phi @ past[week], size, rng)
        past[week + 1] = KEEP * past[week] + (1 - KEEP) * counts[week]
    return counts, past


SIMULATORS = {
    "local-level": local_level_world,
    "excitation": excitation_world,
    "regime": regime_world,
}


def ranks(model: str, simulations: int, seed: int) -> pd.DataFrame:
    """Rank (0 to 1) of each true parameter among its posterior draws: a row a simulation."""
    rows = []
    for number, (truth, posterior) in enumerate(SIMULATORS[model](simulations, seed)):
        row: dict[str, float] = {"simulation": number, "passed": posterior.diagnostics.passed}
        for name in RANKED[model]:
            draws = posterior[name].reshape(len(posterior[name]), -1)
            below = (draws < np.ravel(truth[name])).mean(axis=0)
            row |= {f"{name}[{at}]": share for at, share in enumerate(below)}
        rows.append(row)
        print(f"\r{number + 1} of {simulations}", end="", flush=True)
    print()
    return pd.DataFrame(rows)


def summary(table: pd.DataFrame) -> pd.DataFrame:
    """Mean rank, shares inside, and the chi-square p-value, by parameter."""
    rows = []
    for name in table.columns.drop(["simulation", "passed"]):
        rank = table[name].to_numpy()
        bins = np.histogram(rank, bins=BINS, range=(0, 1))[0]
        rows.append(
            {
                "parameter": name,
                "mean": rank.mean(),
                "inside 50%": ((rank > 0.25) & (rank < 0.75)).mean(),
                "inside 90%": ((rank > 0.05) & (rank < 0.95)).mean(),
                "p": stats.chisquare(bins).pvalue,
            }
        )
    return pd.DataFrame(rows)


def main() -> None:
    """Simulate, fit, print and keep."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--model", choices=sorted(SIMULATORS), required=True)
    ask.add_argument("--simulations", type=int, default=100)
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    table = ranks(told.model, told.simulations, told.seed)
    RESULTS.mkdir(exist_ok=True)
    table.round(4).to_csv(RESULTS / f"sbc-{told.model}.csv", index=False)
    print(f"{told.model}: {len(table)} simulations, {int((~table['passed']).sum())} not converged")
    print(summary(table).round(3).to_string(index=False))


if __name__ == "__main__":
    main()
