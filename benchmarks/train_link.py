"""Fit the weights by which reports of one happening are linked, and say how well they do.

``python benchmarks/train_link.py`` reads the pairs judged by eye (data/training/link-pairs.csv:
which events, the verdict, what was measured of the pair), writes data/link.json and prints
pairwise precision, recall and F1 out of sample: ten-fold cross-validation over reports, so that
no report stands on both sides of a fold.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize

from escalation.coding.pairs import FEATURES

ROOT = Path(__file__).resolve().parent.parent
_WITHOUT = (
    ("words_shared", 0.0),
    ("told_apart", 0.0),
    ("raises_toll", 0.0),
    ("words_unknown", 1.0),
)
RIDGE = 0.3
FOLDS = 10
# The sign that each feature must have if it is to mean what its name says.
SIGNS = {
    "same_kind": 1, "other_means": -1, "days_shared": 1, "days_apart": -1, "refers_back": 1,
    "same_place": 1, "same_district": 1, "same_province": 1, "other_district": -1,
    "other_province": -1, "here_and_then": 1, "told_apart": -1,
    "same_initiator": 1, "other_word": -1, "same_report_day": 1,
    "other_initiator": -1, "other_speaker": -1, "raises_toll": 1, "same_target": 1,
    "other_target": -1, "same_toll": 1, "toll_ratio": -1, "toll_falls": -1, "same_sentence": 1,
    "same_document": 1, "words_shared": 1,
}  # fmt: skip


def fit(features: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Logistic regression with a ridge on all but the intercept and the signs above."""

    def loss(weights):
        score = features @ weights
        losses = np.logaddexp(0, score) - same * score
        slope = features.T @ (1 / (1 + np.exp(-score)) - same) + 2 * RIDGE * (weights * (free > 0))
        return losses.sum() + RIDGE * ((weights * free) ** 2).sum(), slope

    free = np.array([name != "always" for name in FEATURES], dtype=float)
    bounds = [
        (0, None) if SIGNS.get(name) == 1 else (None, 0) if SIGNS.get(name) == -1 else (None, None)
        for name in FEATURES
    ]
    start = np.zeros(features.shape[1])
    return minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x


def with_and_without_words(features: np.ndarray, same: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every pair twice: as it is, and as if no texts were at hand."""
    bare = features.copy()
    for name, value in _WITHOUT:
        bare[:, FEATURES.index(name)] = value
    return np.vstack([features, bare]), np.concatenate([same, same])


def folds(pairs: pd.DataFrame) -> np.ndarray:
    """Fold of each pair by its connected reports."""
    home: dict[str, str] = {}

    def root(name: str) -> str:
        while home.setdefault(name, name) != name:
            name = home[name]
        return name

    for one, other in zip(pairs["one_report"], pairs["other_report"], strict=True):
        home[root(one)] = root(other)
    names = pairs["one_report"].map(root)
    sizes = names.value_counts()
    load, fold = np.zeros(FOLDS), {}
    for name, size in sizes.items():
        fold[name] = int(load.argmin())
        load[fold[name]] += size
    return names.map(fold).to_numpy()


def scores(same: np.ndarray, chance: np.ndarray) -> tuple[float, float, float]:
    """Precision, recall and F1 of joining at one half."""
    told = chance >= 0.5
    right = (told & (same == 1)).sum()
    precision, recall = right / max(told.sum(), 1), right / max((same == 1).sum(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    pairs = pd.read_csv(ROOT / "data" / "training" / "link-pairs.csv")
    features, same = pairs[list(FEATURES)].to_numpy(dtype=float), pairs["same"].to_numpy()
    fold = folds(pairs)
    chance = np.zeros(len(pairs))
    for number in range(FOLDS):
        held = fold == number
        if held.any():
            weights = fit(*with_and_without_words(features[~held], same[~held]))
            chance[held] = 1 / (1 + np.exp(-features[held] @ weights))
    across = pairs["same_document"].to_numpy() == 0
    for name, chosen in (("all pairs", across | ~across), ("across reports", across)):
        precision, recall, f1 = scores(same[chosen], chance[chosen])
        print(
            f"{name}: {chosen.sum()} pairs, {same[chosen].sum()} of one happening; out of sample "
            f"precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.2f}"
        )
    weights = fit(*with_and_without_words(features, same))
    table = {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=True)}
    path = ROOT / "data" / "link.json"
    path.write_text(json.dumps({"weights": table}, indent=1) + "\n", encoding="utf-8")
    for name, weight in table.items():
        print(f"  {name:16s} {weight:7.2f}")
    wrong = pairs.assign(chance=chance.round(2))[(chance >= 0.5) != (same == 1)]
    columns = ["one_report", "one_kind", "other_report", "other_kind", "same", "chance"]
    print(wrong[columns].to_string(index=False))


if __name__ == "__main__":
    main()
