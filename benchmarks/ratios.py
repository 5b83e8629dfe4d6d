"""What the benchmarks share: where the data lies, and ratios to a baseline laid out to be read."""

import os
from pathlib import Path

import pandas as pd

from escalation.verify.compare import compare

TARGETS = {("week", 1): "next week", ("total", 4): "4 weeks", ("total", 12): "12 weeks"}


def shared() -> Path:
    """Folder of the development data."""
    told = os.environ.get("ESCALATION_SHARED_DATA")
    folder = Path(told) if told else Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        raise SystemExit("the development data is not here; set ESCALATION_SHARED_DATA")
    return folder


def asked(scores: pd.DataFrame) -> pd.DataFrame:
    """Rows of the next week and of the totals of 4 and 12 weeks."""
    pairs = pd.MultiIndex.from_frame(scores[["target", "horizon"]])
    return scores[pairs.isin(list(TARGETS))]


def ratios(scores: pd.DataFrame, *, against: str, seed: int, metric: str = "crps") -> pd.DataFrame:
    """A row a series and target, a column a model: ``ratio [90% interval]``, and the origins."""
    found = compare(asked(scores), against=against, metric=metric, seed=seed)
    pairs = zip(found["target"], found["horizon"], strict=True)
    found["ahead"] = pd.Categorical([TARGETS[pair] for pair in pairs], list(TARGETS.values()))
    cells = zip(found["ratio"], found["low"], found["high"], strict=True)
    found["cell"] = ["{:.3f} [{:.2f}, {:.2f}]".format(*cell) for cell in cells]
    keys = ["series", "ahead", "origins"]
    return found.pivot(index=keys, columns="model", values="cell").reset_index()
