"""How right is a coder? Its events beside hand-coded sentences.

For each sentence the coder's surest event is its answer. Precision, recall and F1 by PLOVER root
count answers; ``false_per_hundred`` counts all events of a wrong root for a hundred sentences
that were answered rightly. Actors, place, days and deaths are judged where the gold tells them.
Intervals are 90% bootstrap intervals over sentences (Efron 1979, doi:10.1214/aos/1176344552).

Recall and precision go to the models as Beta distributions: with r of n right, Beta(r + 1,
n - r + 1), the posterior of a uniform prior.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from escalation.coding import Coder, code
from escalation.coding.auditing.answers import NONE, answered
from escalation.coding.auditing.confidence import reliability
from escalation.ontology import ontology
from escalation.schema import ContractError
from escalation.theatre import Theatre

_MEASURES = (
    "initiator", "target", "both", "place", "days", "deaths", "status", "mention", "not_counted",
)  # fmt: skip
_DRAWS = 500


@dataclass(frozen=True)
class Audit:
    """What an audit found.

    ``summary``: measure, right, of, share, low, high (the share with its 90% interval).
    ``roots``: root, support, precision, recall, f1, low, high.
    ``confusions``: gold, coded, sentences; worst first.
    ``reliability``: confidence (mean of the bin), right (share), events.
    ``answers``: one row a sentence with the gold and the coder's answer.
    """

    coder: str
    summary: pd.DataFrame
    roots: pd.DataFrame
    confusions: pd.DataFrame
    reliability: pd.DataFrame
    answers: pd.DataFrame

    def save_rules(self, path: str | Path) -> None:
        """Write recall and precision by kind as Beta parameters, for the models to read."""
        answers = self.answers[self.answers["root"].notna()]
        rows = {root: _posteriors(answers, root) for root in sorted(set(answers["root"]) - {NONE})}
        kinds = {
            kind.name: rows[kind.plover]
            for kind in ontology().kinds.values()
            if "." not in kind.name and kind.plover in rows
        }
        table = {"coder": self.coder, "sentences": len(answers), "roots": rows, "kinds": kinds}
        file = Path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def audit(
    coder: str | Coder, gold: pd.DataFrame, *, theatre: Theatre | None = None, seed: int = 7
) -> Audit:
    """Code the gold sentences and compare.

    Parameters
    ----------
    coder
        Name of a coder, or one.
    gold
        Table from :func:`escalation.coding.auditing.gold.read_gold`.
    theatre
        Whose actors and places are meant; None for sentences of anywhere.
    seed
        Of the bootstrap.
    """
    if gold.empty:
        raise ContractError("there is no gold sentence to audit with")
    documents = pd.DataFrame(
        {
            "document": gold["sentence"],
            "text": gold["text"],
            "published": gold["published"],
            "known_at": gold["published"],
            "source": "gold",
        }
    )
    events = code(documents, theatre, coder=coder)
    answers = answered(gold, events)
    name = coder if isinstance(coder, str) else coder.name
    rng = np.random.default_rng(seed)
    return Audit(
        name,
        _summary(answers, rng),
        _by_root(answers, rng),
        _confusions(answers),
        _reliability(answers),
        answers,
    )


def _summary(answers: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    rows = []
    for measure in _MEASURES:
        told = answers[measure].dropna().astype(float).to_numpy()
        if len(told):
            rows.append(_share(measure, told, rng))
    if answers["root"].notna().any():
        labelled = answers[answers["root"].notna()]
        rows.append(_macro(labelled, rng))
        right = labelled["found"].sum()
        per = 100 * labelled["wrong_events"].sum() / max(right, 1)
        rows.append({"measure": "false_per_hundred", "right": int(right), "share": per})
    return pd.DataFrame(rows, columns=["measure", "right", "of", "share", "low", "high"])


def _share(measure: str, told: np.ndarray, rng: np.random.Generator) -> dict[str, Any]:
    draws = rng.choice(told, size=(_DRAWS, len(told))).mean(axis=1)
    low, high = np.quantile(draws, [0.05, 0.95])
    right, of = int(told.sum()), len(told)
    return {"measure": measure, "right": right, "of": of, "share": right / of, "low": low,
            "high": high}  # fmt: skip


def _macro(answers: pd.DataFrame, rng: np.random.Generator) -> dict[str, Any]:
    roots = sorted(set(answers["root"]) - {NONE})
    scores = _f1(answers, roots, np.arange(len(answers)))
    picks = rng.integers(0, len(answers), size=(_DRAWS, len(answers)))
    draws = [_mean(_f1(answers, roots, pick)) for pick in picks]
    low, high = np.quantile(draws, [0.05, 0.95])
    right = int((answers["root"] == answers["coded"]).sum())
    return {"measure": "macro_f1", "right": right, "of": len(answers),
            "share": _mean(scores), "low": low, "high": high}  # fmt: skip


def _f1(answers: pd.DataFrame, roots: list[str], pick: np.ndarray) -> np.ndarray:
    """F1 of each root over the picked sentences; NaN for a root that none of them has."""
    gold, coded = answers["root"].to_numpy()[pick], answers["coded"].to_numpy()[pick]
    scores = []
    for root in roots:
        support, told = (gold == root).sum(), (coded == root).sum()
        right = ((gold == root) & (coded == root)).sum()
        scores.append(2 * right / (support + told) if support else np.nan)
    return np.array(scores)


def _mean(scores: np.ndarray) -> float:
    """Mean over the roots that occur; 0 where a draw has none."""
    known = scores[~np.isnan(scores)]
    return float(known.mean()) if len(known) else 0.0


def _by_root(answers: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    labelled = answers[answers["root"].notna()]
    roots = sorted(set(labelled["root"]) - {NONE})
    picks = rng.integers(0, max(len(labelled), 1), size=(_DRAWS, len(labelled)))
    draws = np.array([_f1(labelled, roots, pick) for pick in picks])
    rows = []
    for at, root in enumerate(roots):
        gold, coded = labelled["root"] == root, labelled["coded"] == root
        right = int((gold & coded).sum())
        known = draws[:, at][~np.isnan(draws[:, at])]
        low, high = np.quantile(known, [0.05, 0.95]) if len(known) else (np.nan, np.nan)
        rows.append(
            {
                "root": root,
                "support": int(gold.sum()),
                "precision": right / max(int(coded.sum()), 1),
                "recall": right / max(int(gold.sum()), 1),
                "f1": 2 * right / max(int(gold.sum() + coded.sum()), 1),
                "low": low,
                "high": high,
            }
        )
    columns = ["root", "support", "precision", "recall", "f1", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def _confusions(answers: pd.DataFrame) -> pd.DataFrame:
    wrong = answers[answers["root"].notna() & (answers["root"] != answers["coded"])]
    counted = wrong.groupby(["root", "coded"]).size().rename("sentences").reset_index()
    counted = counted.rename(columns={"root": "gold"})
    return counted.sort_values("sentences", ascending=False, kind="stable").reset_index(drop=True)


def _reliability(answers: pd.DataFrame) -> pd.DataFrame:
    told = answers[answers["confidence"].notna() & answers["root"].notna()]
    right = (told["root"] == told["coded"]) & (told["both"].fillna(True).astype(bool))
    return reliability(told["confidence"], right)


def _posteriors(answers: pd.DataFrame, root: str) -> dict[str, list[int]]:
    gold, coded = answers["root"] == root, answers["coded"] == root
    right = int((gold & coded).sum())
    return {
        "recall": [right + 1, int(gold.sum()) - right + 1],
        "precision": [right + 1, int(coded.sum()) - right + 1],
    }
