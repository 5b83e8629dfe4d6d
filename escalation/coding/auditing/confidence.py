"""What a confidence means: the share of events read in the same way that are right.

    logit(confidence) = at[family] + slope[family] * logit(stated) + kind[first part of the kind]
                        + pair * (both parties are known)
                        + unnamed * (violence to a known target by a hand that nobody names)
                        + toll * (violence with the number of its dead)

``stated`` is what the rule or the classifier says of itself; an event is right if its PLOVER root
and both its parties are: "an unknown hand" is right where the text names none. The numbers stand
in ``data/confidence.json``, for sentences by themselves and for those of reports apart (a lone
sentence is mostly there because it tells an event). They were fitted with a ridge by
``benchmarks/train_confidence.py``, to labelled sentences that the classifier never saw and to
reports that people coded whole (logistic calibration: Platt 1999).
"""

import json
import math
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from escalation.coding.story.told import Told
from escalation.shipped import shipped

FAMILIES = ("violence", "words", "retold", "heard")
_EDGE = 0.01


@dataclass(frozen=True)
class Calibration:
    """The numbers of the formula above: ``at`` and ``slope`` by family, ``kind`` by first part."""

    at: dict[str, float]
    slope: dict[str, float]
    kind: dict[str, float]
    pair: float
    unnamed: float
    toll: float

    def right(self, event: dict[str, Any]) -> float:
        """The chance that an event is right; between 0.01 and 0.99.

        ``event`` has ``kind``, ``initiator``, ``target``, ``rule``, ``deaths_best`` and, as
        ``confidence``, what is stated.
        """
        way = family(event["rule"])
        pair, unnamed, toll = traits(event)
        score = self.at[way] + self.slope[way] * logit(event["confidence"])
        score += self.kind.get(event["kind"].split(".")[0], 0.0)
        score += self.pair * pair + self.unnamed * unnamed + self.toll * toll
        return min(max(1 / (1 + math.exp(-score)), _EDGE), 1 - _EDGE)


@cache
def calibrations() -> dict[str, Calibration]:
    """The shipped numbers, read once: ``alone`` and ``told`` (in a report)."""
    table = json.loads(shipped("confidence.json").read_text(encoding="utf-8"))
    return {name: Calibration(**numbers) for name, numbers in table.items()}


def family(rule: str) -> str:
    """How an event was read: by words of violence, by other words, or with the classifier."""
    if rule.startswith("classifier"):
        return "heard"
    if "+classifier" in rule:
        return "retold"
    return "violence" if rule.startswith("violence") else "words"


def calibrated(told: Told, *, in_report: bool) -> float:
    """The confidence of an event; ``in_report`` where it does not stand in a lone sentence."""
    act = told.act
    event = {
        "kind": act.kind,
        "initiator": act.initiator.code if act.initiator is not None else None,
        "target": act.target.code if act.target is not None else None,
        "rule": act.rule,
        "deaths_best": told.toll.get("deaths_best"),
        "confidence": act.confidence,
    }
    return calibrations()["told" if in_report else "alone"].right(event)


def traits(event: dict[str, Any]) -> tuple[bool, bool, bool]:
    """Are both parties known; is it violence by a hand that nobody names; are its dead counted?"""
    violent = family(event["rule"]) == "violence"
    parties = (event["initiator"], event["target"])
    doer, victim = (isinstance(c, str) and not c.startswith("UNK") for c in parties)
    victim = victim or (violent and event["target"] == "UNK.REB")  # militants of no named group
    counted = event["deaths_best"] is not None and not math.isnan(event["deaths_best"])
    return doer and victim, violent and victim and not doer, violent and counted


def reliability(confidence: pd.Series, right: pd.Series) -> pd.DataFrame:
    """Whether confidences hold what they say, in ten equal bins.

    Returns
    -------
    DataFrame
        ``confidence`` (mean of the bin), ``right`` (share of its events), ``events``.
    """
    bins = (confidence * 10).astype(int).clip(upper=9)  # one of exactly 1 belongs to the last
    table = pd.DataFrame({"confidence": confidence, "right": right.astype(float)})
    grouped = table.groupby(bins.to_numpy())
    return grouped.mean().assign(events=grouped.size()).reset_index(drop=True)


def logit(share: float) -> float:
    """Log odds, bounded."""
    bounded = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))
