"""Simulation-based calibration: are a model's posteriors as wide as they should be?

Parameters are drawn from the prior, data from the model, and the model is fitted to them; the rank
of each true parameter among its posterior draws is then uniform (Talts et al. 2018,
arXiv:1804.06788). Prints, for each parameter, the mean rank (should be 0.5), the share of truths
inside the central 50% and 90%, the p-value of a chi-square test of ten equal bins, and a verdict
over all parameters (Holm 1979). The ranks are kept after every simulation, so a run that was
stopped goes on where it stood; each simulation has a seed of its own. A fit samples as a refit of a
backtest does; how, is kept with the ranks, and ranks of another setting are not added to.

    python benchmarks/sbc.py --model local-level --simulations 100 --at-most 20
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from escalation.models import excitation, hidden, local_level, regime
from escalation.models.base import REFIT
from escalation.models.levels import Modes
from escalation.models.likelihood import counted
from escalation.models.parts import annual, draw_counts
from escalation.models.sampling import EFFORTS, SMOOTH, Data, Posterior, prior_draws, sample

RESULTS = Path(__file__).parent / "results"
BINS, WEEKS, USUAL, MODES, KEEP = 10, 156, 4.0, 24, 0.5**0.5
RANKED = {
    "local-level": ("intercept", "sd", "size", "beta"),
    "excitation": ("total", "intercept", "sd", "size", "self", "phi"),
    "regime": ("calm", "rise", "self", "size", "moves"),
}

SHORTER = ("local-level", "excitation")
"""Models whose first try of a refit is that of ``SMOOTH``."""


def refit(model: str, seed: int) -> dict[str, Any]:
    """How a backtest samples the model."""
    return {"seed": seed, "gate": REFIT, "smooth": model in SHORTER}


def setting(model: str) -> str:
    """The same in words: chains, warm-up and kept draws, and target of the first try."""
    first = SMOOTH[REFIT.name] if model in SHORTER else EFFORTS[REFIT.name][0]
    return f"{first.chains} x ({first.tune} + {first.draws}) at {first.target}"


def frame(series: int, memory: float) -> Data:
    """What a simulated world does not draw: the modes, the season, the usual rate."""
    basis = Modes.of(memory, weeks=WEEKS, modes=MODES).basis
    return {
        "usual": np.full(series, np.log(USUAL)),
        "season": annual(pd.date_range("2010-01-04", periods=WEEKS, freq="W-MON")),
        "basis": basis,
        "centre": basis.mean(axis=0),
    }


def local_level_world(wanted: Sequence[int], seed: int) -> Iterator[tuple[Data, Posterior]]:
    """Truths and posteriors of local-level, one series."""
    model = local_level.LocalLevel()
    fixed, structure = frame(1, model.memory), {"modes": MODES, "series": 1}
    blank = {**counted(np.zeros((WEEKS, 1)), np.ones((WEEKS, 1))), **fixed}
    # Drawn one after another, so the first ones stay the same when more are asked for.
    prior = prior_draws(local_level.build, blank, max(wanted) + 1, seed=seed, **structure)
    for at in wanted:
        rng = np.random.default_rng([seed, at])
        true = {name: draws[at] for name, draws in prior.items()}
        level = (fixed["basis"] - fixed["centre"]) @ true["w"]
        log_rate = true["intercept"] + true["sd"] * level + fixed["season"] @ true["beta"]
        counts = draw_counts(np.exp(log_rate), true["size"], rng)
        data = {**counted(counts, np.ones(counts.shape)), **fixed}
        yield true, sample(local_level.build, data, **refit("local-level", at), **structure)


def excitation_world(wanted: Sequence[int], seed: int) -> Iterator[tuple[Data, Posterior]]:
    """Truths and posteriors of excitation, two series that may excite each other."""
    fixed = frame(2, excitation.Excitation().memory)
    fixed |= {"scale": 0.05 * (1 - np.eye(2)), "calm": np.zeros((2, 0))}
    fixed["known"] = np.ones((WEEKS, 2))
    structure = {"modes": MODES, "series": 2, "calming": 0, "audited": False}
    blank = {**counted(np.zeros((WEEKS, 2)), np.ones((WEEKS, 2))), **fixed}
    blank["past"] = np.full((WEEKS + 1, 2), USUAL)
    # Drawn one after another, so the first ones stay the same when more are asked for.
    prior = prior_draws(excitation.build, blank, max(wanted) + 1, seed=seed, **structure)
    for at in wanted:
        rng = np.random.default_rng([seed, at])
        true = {name: draws[at] for name, draws in prior.items()}
        level = (fixed["basis"] - fixed["centre"]) @ true["w"]
        logs = true["intercept"] + true["sd"] * level + fixed["season"] @ true["beta"]
        counts, past = echoed(np.exp(logs), true["phi"], true["size"], rng)
        data = {**counted(counts, np.ones(counts.shape)), **fixed, "past": past}
        yield true, sample(excitation.build, data, **refit("excitation", at), **structure)


def regime_world(wanted: Sequence[int], seed: int) -> Iterator[tuple[Data, Posterior]]:
    """Truths and posteriors of regime, two series with one state."""
    shape, usual = hidden.Shape(2), np.full(2, np.log(USUAL))
    for at in wanted:
        rng = np.random.default_rng([seed, at])
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
        yield true, sample(regime.build, data, **refit("regime", at), series=2)


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


def ranks(model: str, wanted: Sequence[int], seed: int) -> Iterator[dict[str, Any]]:
    """Rank (0 to 1) of each true parameter among its posterior draws: a row a simulation."""
    worlds = SIMULATORS[model](wanted, seed)
    for number, (truth, posterior) in zip(wanted, worlds, strict=True):
        row = {"seed": seed, "setting": setting(model), "simulation": number}
        row["passed"] = posterior.diagnostics.passed
        for name in RANKED[model]:
            draws = posterior[name].reshape(len(posterior[name]), -1)
            below = (draws < np.ravel(truth[name])).mean(axis=0)
            row |= {f"{name}[{at}]": round(share, 4) for at, share in enumerate(below)}
        yield row


def kept(path: Path, **asked: Any) -> list[dict[str, Any]]:
    """Rows of earlier runs with this seed and setting."""
    if not path.exists():
        return []
    table = pd.read_csv(path)
    for name, value in asked.items():
        held = set(table[name]) if name in table else {"none"}
        if held != {value}:
            told = ", ".join(map(str, held))
            raise SystemExit(
                f"{path.name} holds {name} {told}, not {value}; remove it to start anew"
            )
    return table.to_dict("records")


def summary(table: pd.DataFrame) -> pd.DataFrame:
    """Mean rank, shares inside, and the chi-square p-value, by parameter."""
    rows = []
    for name in table.columns.drop(["seed", "setting", "simulation", "passed"]):
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


def verdict(told: pd.DataFrame) -> str:
    """One line: does any parameter's p-value stand out among so many (Holm, 5%)?"""
    ordered = told.sort_values("p")
    bar = 0.05 / np.arange(len(ordered), 0, -1)
    fails = np.cumprod(ordered["p"].to_numpy() < bar).astype(bool)
    if not fails.any():
        return f"ranks uniform: smallest p {ordered['p'].iloc[0]:.3f} of {len(ordered)}"
    return f"ranks not uniform: {', '.join(ordered['parameter'][fails])}"


def main() -> None:
    """Simulate, fit, keep and print."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--model", choices=sorted(SIMULATORS), required=True)
    ask.add_argument("--simulations", type=int, default=100, help="how many in all")
    ask.add_argument("--at-most", type=int, default=1000, help="how many more in this run")
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"sbc-{told.model}.csv"
    rows = kept(path, seed=told.seed, setting=setting(told.model))
    missing = range(len(rows), min(told.simulations, len(rows) + told.at_most))
    for row in ranks(told.model, missing, told.seed) if missing else ():
        rows.append(row)
        pd.DataFrame(rows).to_csv(path, index=False)
        print(f"\r{len(rows)} of {told.simulations}", end="", flush=True)
    table, found = pd.DataFrame(rows), summary(pd.DataFrame(rows))
    converged = int((table["passed"]).sum())
    print(f"\n{told.model}: {len(table)} simulations, {len(table) - converged} not converged")
    print(f"a fit: {setting(told.model)}")
    print(found.round(3).to_string(index=False))
    print(verdict(found))


if __name__ == "__main__":
    main()
