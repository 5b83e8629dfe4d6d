"""Fit the weights by which reports of one happening are linked, and say how well they do.

``python benchmarks/train_link.py`` reads the judged pairs (data/training/link-pairs.csv, made by
``link_pairs.py``). It fits on the years outside 2017 to 2021 and prints, for the years held out
(then for the held-out half of the pairs near the decision, fitted on all other pairs), pairwise
precision, recall and F1 with 95% intervals (pairs drawn again, 2,000 times), beside the rule "one
a day" on the same pairs: one happening if kind family, a day and the district (the province,
where no district is told) agree. Then how often pairs are of one happening that are said to be
so with a probability of 0.1, 0.3 and so on. Last it fits on all years and writes data/link.json:
those weights have seen the pairs held out, the figures printed have not.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize

from escalation.coding.incidents.pairs import FEATURES
from escalation.coding.link import JOIN, TELLINGS, chances

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = (2017, 2021)
# Chosen across the years outside 2017 to 2021, by the loss of the probabilities.
RIDGE, BRIEF_RIDGE = 0.1, 3.0
FOLDS = 6
DRAWS, SEED = 2000, 7
EDGES = (0, 0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1)
# What is not known of a pair without its texts.
_WITHOUT = {
    "words_shared": 0, "sentence_shared": 0, "same_thing": 0, "thing_told": 0,
    "other_thing": 0, "same_numbers": 0, "retold": 0, "in_passing": 0, "passing_apart": 0,
    "definite": 0, "goes_on": 0, "told_apart": 0, "raises_toll": 0, "brief": 0, "words_unknown": 1,
}  # fmt: skip
_NAMES = ["one_report", "one_kind", "one_span", "other_report", "other_kind", "other_span"]
# The sign that each feature must have if it is to mean what its name says.
SIGNS = {
    "same_kind": 1, "same_means": 1, "other_means": -1, "other_word": -1, "days_shared": 1,
    "days_apart": -1, "refers_back": 1, "same_report_day": 1, "known_apart": -1, "same_place": 1,
    "same_district": 1, "same_province": 1, "other_district": -1, "other_province": -1, "far": -1,
    "other_initiator": -1, "other_speaker": -1, "same_target": 1, "other_target": -1,
    "other_side_fell": -1, "struck_back": -1, "same_toll": 1, "toll_ratio": -1, "toll_falls": -1,
    "raises_toll": 1, "same_numbers": 1, "same_sentence": 1, "same_document": 1, "told_apart": -1,
    "retold": 1, "in_passing": 1, "passing_apart": 1, "definite": 1, "goes_on": 1,
    "words_shared": 1, "sentence_shared": 1, "same_thing": 1, "thing_told": 1,
    "other_thing": -1,
}  # fmt: skip


def fit(pairs: pd.DataFrame) -> np.ndarray:
    """Weights (``TELLINGS``, ``FEATURES``) of a logistic regression with a ridge.

    Headlines differ from texts by deviations that the ridge holds small, so that each learns
    from the other; the fit to coded facts alone takes all pairs as if no text were at hand.
    """
    features = pairs[list(FEATURES)].to_numpy(dtype=float)
    both = np.hstack([features, features * features[:, [FEATURES.index("brief")]]])
    fitted = _logistic(both, pairs)
    texts, deviation = fitted[: len(FEATURES)], fitted[len(FEATURES) :]
    blank = pairs.assign(**_WITHOUT)
    facts = _logistic(blank[list(FEATURES)].to_numpy(dtype=float), blank)
    return np.array([texts, texts + deviation, facts])


def _logistic(features: np.ndarray, pairs: pd.DataFrame) -> np.ndarray:
    """A ridge on all but the intercept, a strong one on what headlines have apart; every feature
    has the sign that its name says."""
    same, weight = pairs["same"].to_numpy(), pairs["weight"].to_numpy(dtype=float)
    ridge = np.full(features.shape[1], BRIEF_RIDGE)
    ridge[: len(FEATURES)] = RIDGE
    ridge[0] = 0.0

    def loss(weights):
        score = features @ weights
        losses = weight * (np.logaddexp(0, score) - same * score)
        slope = features.T @ (weight * (1 / (1 + np.exp(-score)) - same))
        return losses.sum() + (ridge * weights**2).sum(), slope + 2 * ridge * weights

    signed = [SIGNS.get(name, 0) for name in FEATURES]
    bounds = [(0 if sign > 0 else None, 0 if sign < 0 else None) for sign in signed]
    bounds += [(None, None)] * (features.shape[1] - len(FEATURES))
    start = np.zeros(features.shape[1])
    return minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x


def chance_of(pairs: pd.DataFrame, weights: np.ndarray) -> np.ndarray:
    return chances(pairs[list(FEATURES)].to_numpy(dtype=float), weights)


def across_years(pairs: pd.DataFrame, trained: pd.DataFrame) -> np.ndarray:
    """Out of sample: every sixth year from the others, as they stand in ``trained``."""
    chance = np.zeros(len(pairs))
    for number in range(FOLDS):
        held = (pairs["year"] % FOLDS == number).to_numpy()
        chance[held] = chance_of(pairs[held], fit(trained[~held]))
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
    say("fit", pairs, chance >= JOIN)
    say("one a day", pairs, one_a_day(pairs))


def whole(pairs: pd.DataFrame, chance: np.ndarray) -> None:
    """Every judged pair of texts once: two reports' events, then two of one report; and how well
    a second reader agrees with the first on the pairs that both judged."""
    texts = pairs["drawn"].ne("headlines")
    once = pairs.assign(chance=chance)[texts].drop_duplicates(_NAMES)
    across = once["one_report"] != once["other_report"]
    for name, chosen in (("two reports", once[across]), ("one report", once[~across])):
        print(f"every judged pair, {name}: {len(chosen)}, {chosen['same'].sum()} of one happening")
        say("fit", chosen, (chosen["chance"] >= JOIN).to_numpy())
        say("one a day", chosen, one_a_day(chosen))
        twice = chosen.dropna(subset=["second"])
        if len(twice):
            print(f"  of which two readers judged {len(twice)}:")
            say("fit", twice, (twice["chance"] >= JOIN).to_numpy())
            say("second reader", twice, twice["second"].eq(1).to_numpy())


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


def report(pairs: pd.DataFrame, chance: np.ndarray, bare: np.ndarray) -> None:
    """Figures of all pairs and of every sort, and the reliability of what is said of them."""
    whole(pairs, chance)
    for drawn in pairs["drawn"].unique():
        chosen = (pairs["drawn"] == drawn).to_numpy()
        compare(drawn, pairs[chosen], chance[chosen])
        say("without text", pairs[chosen], bare[chosen] >= JOIN)
    headline = (pairs["drawn"] == "headlines").to_numpy()
    for name, chosen in (("reports", ~headline), ("headlines", headline)):
        if not chosen.any():
            continue
        print(f"{name}: said and found")
        print(reliability(pairs[chosen], chance[chosen]).to_string())


def main() -> None:
    pairs = pd.read_csv(ROOT / "data" / "training" / "link-pairs.csv")
    blank = without_texts(pairs)
    near = pairs["drawn"].eq("near-held")
    held = pairs["year"].between(*HELD_OUT) & ~near
    print("2017 to 2021, fitted on the other years")
    weights = fit(pairs[~held & ~near])
    report(pairs[held], chance_of(pairs[held], weights), chance_of(blank[held], weights))
    print("near the decision, the half held out, fitted on all other pairs")
    weights = fit(pairs[~near])
    report(pairs[near], chance_of(pairs[near], weights), chance_of(blank[near], weights))
    print("all years, every sixth from the others")
    report(pairs, across_years(pairs, pairs), across_years(blank, pairs))
    path = ROOT / "data" / "link.json"
    counted = json.loads(path.read_text(encoding="utf-8"))
    fitted = {name: counted[name] for name in ("reports", "told_in")}
    for telling, values in zip(TELLINGS, fit(pairs), strict=True):
        fitted[telling] = {f: round(float(w), 3) for f, w in zip(FEATURES, values, strict=True)}
    path.write_text(json.dumps(fitted, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
