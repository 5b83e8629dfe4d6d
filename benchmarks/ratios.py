"""Ratios of mean scores to a baseline, with paired block-bootstrap intervals."""

import os
from pathlib import Path

import numpy as np
import pandas as pd

_TARGETS = {("week", 1): "next week", ("total", 4): "4 weeks", ("total", 12): "12 weeks"}


def shared() -> Path:
    """Folder of the development data."""
    told = os.environ.get("ESCALATION_SHARED_DATA")
    folder = Path(told) if told else Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        raise SystemExit("the development data is not here; set ESCALATION_SHARED_DATA")
    return folder


def by_origin(scores: pd.DataFrame, metric: str = "crps") -> pd.DataFrame:
    """Scores of the three targets: index (series, target, origin), a column a model."""
    chosen = scores[scores["metric"] == metric].copy()
    pairs = zip(chosen["target"], chosen["horizon"], strict=True)
    chosen["what"] = [_TARGETS.get(pair) for pair in pairs]
    chosen = chosen.dropna(subset=["what"])
    return chosen.pivot_table(index=["series", "what", "origin"], columns="model", values="value")


def ratio(
    model: np.ndarray, baseline: np.ndarray, *, block: int, seed: int, draws: int = 2000
) -> tuple[float, float, float]:
    """Ratio of means and its 90% interval; origins are resampled in circular blocks.

    ``model`` and ``baseline`` are (origins,), paired and in order; a block of ``block`` origins
    keeps what neighbouring, overlapping targets share (Politis & Romano 1992).
    """
    rng = np.random.default_rng(seed)
    size = len(model)
    starts = rng.integers(size, size=(draws, -(-size // block)))
    at = (starts[:, :, None] + np.arange(block)).reshape(draws, -1)[:, :size] % size
    ratios = model[at].mean(axis=1) / baseline[at].mean(axis=1)
    low, high = np.quantile(ratios, [0.05, 0.95])
    return float(model.mean() / baseline.mean()), float(low), float(high)


def table(scores: pd.DataFrame, *, baseline: str, block: int, seed: int) -> pd.DataFrame:
    """A row a series and target, a column a model: ``ratio [low, high]`` to the baseline.

    Origins at which any model gave no forecast are left out, and counted in the last column.
    """
    wide = by_origin(scores)
    rows = []
    for (series, what), part in wide.groupby(level=["series", "what"], sort=False):
        whole = part.dropna()
        row = {"series": series, "target": what}
        for name in whole.columns.drop(baseline):
            values = whole[name].to_numpy(), whole[baseline].to_numpy()
            row[name] = "{:.3f} [{:.2f}, {:.2f}]".format(*ratio(*values, block=block, seed=seed))
        rows.append({**row, "origins": len(whole), "left out": len(part) - len(whole)})
    order = {what: at for at, what in enumerate(_TARGETS.values())}
    return pd.DataFrame(rows).sort_values(
        ["series", "target"], key=lambda column: column.map(order).fillna(0), kind="stable"
    )
