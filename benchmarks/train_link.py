"""Fit the weights by which reports of one happening are linked, and say how well they do.

``python benchmarks/train_link.py`` reads the judged pairs (data/training/link-pairs.csv, made by
``link_pairs.py``), fits on the years outside 2017 to 2021, writes data/link.json and prints, for
the years held out, pairwise precision, recall and F1 with 95% intervals (pairs drawn again,
2,000 times), beside the rule "one a day" on the same pairs: one happening if kind family, a day
and the district (the province, where no district is told) agree. Then how often pairs are of one
happening that are said to be so with a probability of 0.1, 0.3 and so on.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize

from escalation.coding.pairs import FEATURES

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = (2017, 2021)
RIDGE = 0.3
FOLDS = 6
DRAWS, SEED = 2000, 7
EDGES = (0, 0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1)
# What is not known of a pair without its texts.
_WITHOUT = {
    "words_shared": 0, "words_rare": 0, "same_numbers": 0, "other_numbers": 0, "retold": 0,
    "told_apart": 0, "raises_toll": 0, "words_unknown": 1,
}  # fmt: skip
# The sign that each feature must have if it is to mean what its name says.
SIGNS = {
    "same_kind": 1, "same_means": 1, "other_means": -1, "other_word": -1, "days_shared": 1,
    "days_apart": -1, "refers_back": 1, "other_day_named": -1, "same_report_day": 1,
    "same_place": 1, "same_district": 1, "same_province": 1, "other_district": -1,
    "other_province": -1, "far": -1, "here_and_then": 1, "same_initiator": 1,
    "other_initiator": -1, "other_speaker": -1, "same_target": 1, "other_target": -1,
    "other_side_fell": -1, "same_toll": 1, "toll_ratio": -1, "toll_falls": -1, "raises_toll": 1,
    "same_numbers": 1, "other_numbers": -1, "same_sentence": 1, "same_document": 1,
    "told_apart": -1, "told_twice": -1, "retold": 1, "words_shared": 1, "words_rare": 1,
}  # fmt: skip


def fit(pairs: pd.DataFrame) -> np.ndarray:
    """Logistic regression with a ridge on all but the intercept, and the signs above."""
    features, same = pairs[list(FEATURES)].to_numpy(dtype=float), pairs["same"].to_numpy()
    weight = pairs["weight"].to_numpy(dtype=float)
    free = np.array([name != "always" for name in FEATURES], dtype=float)

    def loss(weights):
        score = features @ weights
        losses = weight * (np.logaddexp(0, score) - same * score)
        slope = features.T @ (weight * (1 / (1 + np.exp(-score)) - same))
        return losses.sum() + RIDGE * (
            (weights * free) ** 2
        ).sum(), slope + 2 * RIDGE * weights * free

    bounds = [
        (0, None) if SIGNS.get(name) == 1 else (None, 0) if SIGNS.get(name) == -1 else (None, None)
        for name in FEATURES
    ]
    start = np.zeros(features.shape[1])
    return minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x


def chances(pairs: pd.DataFrame, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-pairs[list(FEATURES)].to_numpy(dtype=float) @ weights))


def across_years(pairs: pd.DataFrame) -> np.ndarray:
    """Out of sample on the years of training: every sixth year from the others."""
    chance = np.zeros(len(pairs))
    for number in range(FOLDS):
        held = (pairs["year"] % FOLDS == number).to_numpy()
        chance[held] = chances(pairs[held], fit(pairs[~held]))
    return chance


def one_a_day(pairs: pd.DataFrame) -> np.ndarray:
    """One happening of a kind family a day and district; a province where no district is told."""
    here = (pairs["same_district"] > 0) | (pairs["same_place"] > 0)
    here |= (pairs["same_province"] > 0) & (pairs["other_district"] == 0)
    return ((pairs["days_shared"] > 0) & here).to_numpy()


def scores(same: np.ndarray, told: np.ndarray, weight: np.ndarray) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    right = (weight * (told & (same == 1))).sum()
    precision = right / max((weight * told).sum(), 1)
    recall = right / max((weight * (same == 1)).sum(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def say(name: str, pairs: pd.DataFrame, told: np.ndarray) -> None:
    same, weight = pairs["same"].to_numpy(), pairs["weight"].to_numpy()
    found = scores(same, told, weight)
    rng = np.random.default_rng(SEED)
    again = (rng.integers(0, len(pairs), len(pairs)) for _ in range(DRAWS))
    drawn = np.array([scores(same[at], told[at], weight[at]) for at in again])
    low, high = np.quantile(drawn, [0.025, 0.975], axis=0)
    words = (
        f"{what} {value:.2f} ({a:.2f}-{b:.2f})"
        for what, value, a, b in zip(("precision", "recall", "F1"), found, low, high, strict=True)
    )
    print(f"  {name:12s} {', '.join(words)}")


def compare(name: str, pairs: pd.DataFrame, chance: np.ndarray) -> None:
    """The fit beside the rule, on the same pairs."""
    print(f"{name}: {len(pairs)} pairs, {pairs['same'].sum()} of one happening")
    say("fit", pairs, chance >= 0.5)
    say("one a day", pairs, one_a_day(pairs))


def reliability(pairs: pd.DataFrame, chance: np.ndarray) -> pd.DataFrame:
    """Said and found share of one happening, by what is said."""
    weight = pairs["weight"].to_numpy(dtype=float)
    rows = pd.DataFrame(
        {"pairs": 1, "weight": weight, "said": chance * weight, "found": pairs["same"] * weight}
    )
    grouped = rows.groupby(pd.cut(chance, EDGES, include_lowest=True), observed=True).sum()
    shares = grouped[["said", "found"]].div(grouped["weight"], axis=0).round(3)
    return grouped[["pairs"]].join(shares)


def without_texts(pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs as if no texts were at hand."""
    return pairs.assign(**_WITHOUT)


def main() -> None:
    pairs = pd.read_csv(ROOT / "data" / "training" / "link-pairs.csv")
    is_held = pairs["year"].between(*HELD_OUT)
    dev, held = pairs[~is_held], pairs[is_held]
    chance = across_years(dev)
    for drawn in ("eye", "earlier", "headlines"):
        chosen = (dev["drawn"] == drawn).to_numpy()
        compare(f"other years, {drawn}, out of sample", dev[chosen], chance[chosen])
    weights, bare = fit(dev), fit(without_texts(dev))
    chance = chances(held, weights)
    for drawn in ("eye", "earlier", "headlines"):
        chosen = (held["drawn"] == drawn).to_numpy()
        compare(f"held out, {drawn}", held[chosen], chance[chosen])
        say("without text", held[chosen], chances(without_texts(held[chosen]), bare) >= 0.5)
    for name, chosen in (
        ("reports", (held["drawn"] != "headlines").to_numpy()),
        ("headlines", (held["drawn"] == "headlines").to_numpy()),
    ):
        print(f"held out, {name}: said and found")
        print(reliability(held[chosen], chance[chosen]).to_string())
    path = ROOT / "data" / "link.json"
    fitted = json.loads(path.read_text(encoding="utf-8"))
    for name, values in (("weights", weights), ("without_texts", bare)):
        fitted[name] = {f: round(float(w), 3) for f, w in zip(FEATURES, values, strict=True)}
    path.write_text(json.dumps(fitted, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
