"""Fit what a confidence means (data/confidence.json) and print the reliability out of sample.

``python benchmarks/train_confidence.py`` codes labelled sentences that the classifier never saw
(the test split of data/training/sentences.jsonl and data/audit/fresh-1 to -8), each by itself and
as a report would be read, and fits the formula of ``escalation/coding/confidence.py`` with a ridge
towards stated confidences. The table printed is of ten-fold cross-validation over sentences.
"""

import json
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy.optimize import minimize

from escalation.coding.coder import Reader
from escalation.coding.confidence import FAMILIES, family, logit, who_is_known
from escalation.coding.gold import read_gold
from escalation.coding.standing import MENTIONS
from escalation.event import new_events
from escalation.ontology import ontology

ROOT = Path(__file__).resolve().parent.parent
RIDGE, FOLDS, SEED = 0.3, 10, 7  # of 3, 1, 0.3 by log loss out of sample


def main() -> None:
    own = read_gold(ROOT / "data" / "training" / "sentences.jsonl", split="test")
    fresh = [read_gold(ROOT / "data" / "audit" / f"fresh-{n}.jsonl") for n in range(1, 9)]
    gold = pd.concat([own, *fresh], ignore_index=True)
    events = pd.concat([coded(gold, told=told) for told in (False, True)], ignore_index=True)
    features, right = measured(events)
    folds = np.random.default_rng(SEED).integers(0, FOLDS, len(gold))
    fold = events["document"].map(dict(zip(gold["sentence"], folds, strict=True))).to_numpy()
    said = np.empty(len(events))
    for held in range(FOLDS):
        weights = fit(features[fold != held], right[fold != held])
        said[fold == held] = chance(features[fold == held], weights)
    print(reliability(said, right).round(3).to_string(index=False))
    write(fit(features, right))


def coded(gold: pd.DataFrame, *, told: bool) -> pd.DataFrame:
    """Events with what the rules state of themselves and whether they are right."""
    rows = gold[["text", "published"]].assign(
        document=gold["sentence"], known_at=gold["published"], source="gold"
    )
    reader = Reader(None, told=told, stated=True)
    found = new_events(reader.read(rows.to_dict("records")))
    found = found[~found["status"].isin(MENTIONS)]
    return found.merge(gold, left_on="document", right_on="sentence").assign(told=told)


def measured(events: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Features (events, 2 * families + 3) and whether each event is right."""
    rows, right = [], []
    for _, event in events.iterrows():
        way = family(event["rule"])
        at = [float(way == name) for name in FAMILIES]
        known = [float(flag) for flag in who_is_known(way, *parties(event))]
        slope = [one * logit(event["confidence"]) for one in at]
        rows.append([*at, *slope, *known, float(event["told"])])
        right.append(is_right(event))
    return np.array(rows), np.array(right, dtype=float)


def parties(event: Any) -> tuple[object, object]:
    return event["initiator"], event["target"]


def is_right(event: Any) -> bool:
    """Are root and parties right? Militants of no named group are of no country, by our codes."""
    if ontology()[event["kind"]].plover != event["root"]:
        return False
    if event["target"] == "UNK.REB":
        event = event.to_dict() | {"targets": ()}
    return all(
        not wanted or (isinstance(actor, str) and any(fnmatchcase(actor, p) for p in wanted))
        for actor, wanted in zip(
            parties(event), (event["initiators"], event["targets"]), strict=True
        )
    )


def fit(features: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of the logistic formula; the ridge pulls slopes to one half, the rest to zero."""
    towards = np.zeros(features.shape[1])
    towards[len(FAMILIES) : 2 * len(FAMILIES)] = 0.5

    def loss(weights: np.ndarray) -> float:
        score = features @ weights
        misses = np.logaddexp(0, score) - right * score
        return misses.sum() + RIDGE * ((weights - towards) ** 2).sum()

    return minimize(loss, towards, method="L-BFGS-B").x


def chance(features: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-features @ weights))


def reliability(said: np.ndarray, right: np.ndarray) -> pd.DataFrame:
    table = pd.DataFrame({"confidence": said, "right": right})
    grouped = table.groupby(np.minimum((said * 10).astype(int), 9))
    return grouped.mean().assign(events=grouped.size())


def write(weights: np.ndarray) -> None:
    count = len(FAMILIES)
    rounded = [round(float(weight), 3) for weight in weights]
    table = {
        "at": dict(zip(FAMILIES, rounded[:count], strict=True)),
        "slope": dict(zip(FAMILIES, rounded[count : 2 * count], strict=True)),
        "pair": rounded[-3],
        "unnamed": rounded[-2],
        "told": rounded[-1],
    }
    (ROOT / "data" / "confidence.json").write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
