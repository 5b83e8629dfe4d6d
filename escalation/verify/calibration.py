"""Does 30% mean 30%? Reliability of chances, uniformity of PIT values, coverage of intervals.

    CORP: recalibrate the chances by isotonic regression (pool adjacent violators), then
        Brier score = miscalibration - discrimination + uncertainty
        miscalibration  Brier(chances) - Brier(recalibrated)
        discrimination  Brier(base rate) - Brier(recalibrated)
        uncertainty     Brier(base rate) = rate * (1 - rate)

Source: Dimitriadis, Gneiting & Jordan 2021, doi:10.1073/pnas.2016191118.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats
from scipy.optimize import isotonic_regression

from escalation.schema import ContractError
from escalation.verify.compare import summary
from escalation.verify.table import of_truth

CLAIMED = ("claimed50", "claimed90")
MIDDLES = {"pit50": (0.25, 0.75), "pit90": (0.05, 0.95)}


@dataclass(frozen=True)
class BrierParts:
    """A mean Brier score and its parts: score = miscalibration - discrimination + uncertainty."""

    score: float
    miscalibration: float
    discrimination: float
    uncertainty: float
    n: int


def chances(
    table: pd.DataFrame,
    *,
    model: str,
    series: str | None = None,
    target: str = "week",
    horizon: int | None = None,
    alarm: bool = False,
    truth: str | None = None,
) -> pd.DataFrame:
    """Chances that a model gave and what happened, from a score table.

    Parameters
    ----------
    table
        By the SCORES contract.
    model, series, target, horizon
        Which targets; every series or horizon if None.
    alarm
        Of reaching the series' alarm threshold instead of at least one.
    truth
        Which, where the table has several; the lagged one if None.

    Returns
    -------
    DataFrame
        ``series, origin, week, horizon, chance, happened`` (0 or 1), in the order of origins.
    """
    rows = of_truth(table, truth)
    kept = (rows["model"] == model) & (rows["target"] == target)
    kept &= (rows["series"] == series) if series is not None else True
    kept &= (rows["horizon"] == horizon) if horizon is not None else True
    rows = rows[kept]
    if rows.empty:
        known = ", ".join(sorted(table["model"].unique()))
        raise ContractError(f"no {target} of '{model}' in the table; models: {known}")
    keys = ["series", "origin", "week", "horizon"]
    wide = rows.pivot(index=keys, columns="metric", values="value").reset_index()
    happened = wide["reached"] if alarm else wide["observed"] >= 1
    chance = wide["chance_alarm" if alarm else "chance"]
    found = wide[keys].assign(chance=chance, happened=happened.astype(float))
    return found.dropna().sort_values(["origin", *keys]).reset_index(drop=True)


def recalibrated(chance: ArrayLike, happened: ArrayLike) -> np.ndarray:
    """Chances as they should have been: the isotonic regression of what happened, shape (n,).

    Equal chances get equal answers.
    """
    given, came = _pair(chance, happened)
    _, place, number = np.unique(given, return_inverse=True, return_counts=True)
    rate = np.bincount(place, weights=came) / number
    return isotonic_regression(rate, weights=number).x[place]


def brier_parts(chance: ArrayLike, happened: ArrayLike) -> BrierParts:
    """Decompose a mean Brier score; ``chance`` and ``happened`` (0 or 1) have shape (n,)."""
    given, came = _pair(chance, happened)
    score = float(((given - came) ** 2).mean())
    best = float(((recalibrated(given, came) - came) ** 2).mean())
    base = float(came.mean() * (1 - came.mean()))
    return BrierParts(score, score - best, base - best, base, len(came))


def reliability(
    chance: ArrayLike,
    happened: ArrayLike,
    *,
    level: float = 0.9,
    draws: int = 1000,
    seed: int,
) -> pd.DataFrame:
    """CORP reliability diagram with consistency bands.

    Parameters
    ----------
    chance, happened
        Shape (n,); ``happened`` is 0 or 1.
    level, draws, seed
        The band holds ``level`` of the curves that perfectly calibrated chances would give, by
        simulation.

    Returns
    -------
    DataFrame
        A row a distinct chance, in order: ``chance, happened`` (recalibrated), ``n, low, high``.
    """
    given, came = _pair(chance, happened)
    values, first, number = np.unique(given, return_index=True, return_counts=True)
    rng = np.random.default_rng(seed)
    simulated = np.empty((draws, len(values)))
    for at in range(draws):
        rate = rng.binomial(number, values) / number
        simulated[at] = isotonic_regression(rate, weights=number).x
    low, high = np.quantile(simulated, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return pd.DataFrame(
        {
            "chance": values,
            "happened": recalibrated(given, came)[first],
            "n": number,
            "low": low,
            "high": high,
        }
    )


def pit_histogram(values: ArrayLike, *, bins: int = 10, level: float = 0.9) -> pd.DataFrame:
    """Shares of PIT values by bin, with the interval that a uniform sample's share would keep.

    Returns
    -------
    DataFrame
        ``left, right, share, low, high, n``; the interval is for one bin, and for values that
        do not depend on each other.
    """
    pit = np.asarray(values, dtype=float)
    if not len(pit) or (pit < 0).any() or (pit > 1).any():
        raise ContractError("PIT values lie between 0 and 1, and there is one at least")
    number, edges = np.histogram(pit, bins=bins, range=(0, 1))
    low, high = stats.binom.interval(level, len(pit), 1 / bins)
    return pd.DataFrame(
        {
            "left": edges[:-1],
            "right": edges[1:],
            "share": number / len(pit),
            "low": low / len(pit),
            "high": high / len(pit),
            "n": number,
        }
    )


def coverage(
    table: pd.DataFrame,
    *,
    by: Sequence[str] = ("model", "target", "year"),
    level: float = 0.9,
    truth: str | None = None,
) -> pd.DataFrame:
    """Share of targets inside the 50% and 90% intervals, by group, beside the share they claim.

    Of counts that are mostly zero the 50% interval [0, 0] may claim 85%: calibrated means that
    ``covered`` is near ``claimed``, not near the level. Above it a forecast is too cautious,
    below it too sure. The share of PIT values in the middle 50% and 90% has no such trouble: of a
    calibrated forecast it is 0.5 and 0.9, however sparse the counts (the PIT is randomized).

    ``truth`` says which, where the table has several; the lagged one if None.

    Returns
    -------
    DataFrame
        The groups, ``n, covered50, covered90``; ``claimed50, claimed90``, the mean share of the
        forecasts' own draws inside, and ``pit50, pit90`` (each absent where the table has no such
        scores); and the Wilson interval of each share covered (as if targets did not depend on
        each other: with overlapping totals it is too narrow).
    """
    table = with_middles(table)
    there = set(table["metric"])
    metrics = ["covered50", "covered90", *(n for n in (*CLAIMED, *MIDDLES) if n in there)]
    found = summary(table, by=by, metrics=metrics, truth=truth)
    for name in ("covered50", "covered90"):
        low, high = wilson(found[name].to_numpy(), found["n"].to_numpy(), level=level)
        found[f"{name}_low"], found[f"{name}_high"] = low, high
    return found


def with_middles(table: pd.DataFrame) -> pd.DataFrame:
    """The score table and, as scores of their own, whether each PIT lies in the middle.

    Source: Czado, Gneiting & Held 2009, doi:10.1111/j.1541-0420.2009.01191.x, for counts.
    """
    drawn = table[table["metric"] == "pit"]
    inside = [
        drawn.assign(metric=name, value=drawn["value"].between(*ends).astype(float))
        for name, ends in MIDDLES.items()
    ]
    return pd.concat([table, *inside], ignore_index=True) if len(drawn) else table


def wilson(share: ArrayLike, n: ArrayLike, *, level: float) -> tuple[np.ndarray, np.ndarray]:
    """Interval of a share of n trials (Wilson 1927, doi:10.1080/01621459.1927.10502953)."""
    p, size = np.asarray(share, dtype=float), np.asarray(n, dtype=float)
    z = stats.norm.ppf((1 + level) / 2)
    centre = (p + z**2 / (2 * size)) / (1 + z**2 / size)
    half = z / (1 + z**2 / size) * np.sqrt(p * (1 - p) / size + z**2 / (4 * size**2))
    return centre - half, centre + half


def _pair(chance: ArrayLike, happened: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    given, came = np.asarray(chance, dtype=float), np.asarray(happened, dtype=float)
    if given.ndim != 1 or given.shape != came.shape or not len(given):
        raise ContractError(f"chances and outcomes are (n,); got {given.shape} and {came.shape}")
    if not ((given >= 0) & (given <= 1)).all() or not np.isin(came, (0.0, 1.0)).all():
        raise ContractError("chances lie between 0 and 1, and outcomes are 0 or 1")
    return given, came
