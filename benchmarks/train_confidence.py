"""Fit what a confidence means (data/confidence.json) and print the reliability out of sample.

``python benchmarks/train_confidence.py`` fits the formula of
``escalation/coding/auditing/confidence.py`` with a ridge, twice: to labelled sentences that the
classifier never saw (the test split of data/training/sentences.jsonl and data/audit/fresh-*.jsonl),
each by itself, and to the events of judged reports that no rule was mended by (the held-out split
of data/audit/reports.jsonl; their texts are in the development data): what was mended by is right
more often than what is to come. Both tables are of ten-fold cross-validation.
"""

import json
import os
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy.optimize import minimize

from escalation.coding.auditing.confidence import FAMILIES, family, logit, reliability, traits
from escalation.coding.auditing.gold import read_gold
from escalation.coding.auditing.judged import read_judged, sides_right
from escalation.coding.coder import Reader
from escalation.coding.status.standing import MENTIONS
from escalation.event import new_events
from escalation.ontology import ontology
from escalation.sources.current_events import read
from escalation.text.merge import merge
from escalation.theatre import Theatre

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ESCALATION_SHARED_DATA", ROOT.parent / "shared" / "data"))
KINDS = sorted({name.split(".")[0] for name in ontology().kinds})
RIDGE, FOLDS, SEED = 1.0, 10, 7


def main() -> None:
    alone, told = sentences(), reports()
    by_itself = fit(alone)
    print(f"sentences by themselves\n{shown(left_out(alone), alone['right'])}")
    print(f"held-out reports\n{shown(left_out(told, towards=by_itself), told['right'])}")
    table = {"alone": named(by_itself), "told": named(fit(told, towards=by_itself))}
    (ROOT / "data" / "confidence.json").write_text(json.dumps(table, indent=1) + "\n")


def left_out(events: pd.DataFrame, *, towards: np.ndarray | None = None) -> np.ndarray:
    """The chance of each event by a fit to the documents of nine other folds."""
    places, documents = events["document"].factorize()
    fold = np.random.default_rng(SEED).integers(0, FOLDS, len(documents))[places]
    said = np.empty(len(events))
    for held in range(FOLDS):
        weights = fit(events[fold != held], towards=towards)
        said[fold == held] = chance(events[fold == held], weights)
    return said


def sentences() -> pd.DataFrame:
    """Events of labelled sentences, as the rules state them, and whether they are ``right``."""
    own = read_gold(ROOT / "data" / "training" / "sentences.jsonl", split="test")
    fresh = [read_gold(path) for path in sorted((ROOT / "data" / "audit").glob("fresh-*.jsonl"))]
    gold = pd.concat([own, *fresh], ignore_index=True)
    rows = gold[["text", "published"]].assign(
        document=gold["sentence"], known_at=gold["published"], source="gold"
    )
    found = new_events(Reader(None, told=False, stated=True).read(rows.to_dict("records")))
    found = found[~found["status"].isin(MENTIONS)]
    events = found.merge(gold, left_on="document", right_on="sentence")
    return events.assign(right=[is_right(event) for _, event in events.iterrows()])


def reports() -> pd.DataFrame:
    """Events of held-out reports, as the rules state them, and whether they are ``right``."""
    judged = read_judged(ROOT / "data" / "audit" / "reports.jsonl", split="held-out")
    texts = merge(read(SHARED / "reports" / "region-reports.jsonl").reports)
    texts = texts[texts["document"].isin([one["document"] for one in judged])]
    reader = Reader(Theatre.read("pak-afg"), stated=True)
    found = new_events(reader.read(texts.to_dict("records")))
    found = found.assign(right=sides_right(judged, found))
    return found[~found["status"].isin(MENTIONS)].reset_index(drop=True)


def is_right(event: Any) -> bool:
    """Are root and parties right? Militants of no named group are of no country, by our codes."""
    if ontology()[event["kind"]].plover != event["root"]:
        return False
    if event["target"] == "UNK.REB":
        event = event.to_dict() | {"targets": ()}
    parties = (event["initiator"], event["target"])
    return all(
        not wanted or (isinstance(actor, str) and any(fnmatchcase(actor, p) for p in wanted))
        for actor, wanted in zip(parties, (event["initiators"], event["targets"]), strict=True)
    )


def features(events: pd.DataFrame) -> np.ndarray:
    """Shape (events, 2 * families + 3 + kinds), in the order of :func:`named`."""
    rows = []
    for event in events.to_dict("records"):
        at = [float(family(event["rule"]) == name) for name in FAMILIES]
        slope = [one * logit(event["confidence"]) for one in at]
        kind = [float(event["kind"].split(".")[0] == name) for name in KINDS]
        rows.append([*at, *slope, *map(float, traits(event)), *kind])
    return np.array(rows)


def fit(events: pd.DataFrame, *, towards: np.ndarray | None = None) -> np.ndarray:
    """Weights of the logistic formula, pulled to others: else slopes to one half, the rest to zero.

    What reports have too little of, such as events that only the classifier heard, so keeps the
    weights of sentences.
    """
    given, right = features(events), events["right"].to_numpy(float)
    if towards is None:
        towards = np.zeros(given.shape[1])
        towards[len(FAMILIES) : 2 * len(FAMILIES)] = 0.5

    def loss(weights: np.ndarray) -> float:
        score = given @ weights
        misses = np.logaddexp(0, score) - right * score
        return misses.sum() + RIDGE * ((weights - towards) ** 2).sum()

    return minimize(loss, towards, method="L-BFGS-B").x


def chance(events: pd.DataFrame, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-features(events) @ weights))


def shown(said: np.ndarray, right: pd.Series) -> str:
    table = reliability(pd.Series(said, right.index), right).round(3)
    brier = ((said - right) ** 2).mean()
    return f"{table.to_string(index=False)}\nBrier score {brier:.3f}"


def named(weights: np.ndarray) -> dict[str, Any]:
    count = len(FAMILIES)
    rounded = [round(float(weight), 3) for weight in weights]
    traits_at, kinds_at = 2 * count, 2 * count + 3
    return {
        "at": dict(zip(FAMILIES, rounded[:count], strict=True)),
        "slope": dict(zip(FAMILIES, rounded[count:traits_at], strict=True)),
        "kind": dict(zip(KINDS, rounded[kinds_at:], strict=True)),
        **dict(zip(("pair", "unnamed", "toll"), rounded[traits_at:kinds_at], strict=True)),
    }


if __name__ == "__main__":
    main()
