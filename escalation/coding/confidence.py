"""What a confidence means: the share of events read in the same way that are right.

    logit(confidence) = at[family] + slope[family] * logit(stated)
                        + pair * (both parties are known) + told * (in a report, not by itself)

``stated`` is what the rule or the classifier says of itself; an event is right if its PLOVER root
and both its parties are. ``data/confidence.json`` holds the numbers; they were fitted with a
ridge by ``benchmarks/train_confidence.py`` to labelled sentences that the classifier never saw
(logistic calibration: Platt 1999).
"""

import json
import math
from dataclasses import dataclass
from functools import cache

from escalation.coding.act import Act
from escalation.shipped import shipped

FAMILIES = ("violence", "words", "retold", "heard")
_EDGE = 0.01


@dataclass(frozen=True)
class Calibration:
    """The numbers of the formula above, one ``at`` and ``slope`` a family."""

    at: dict[str, float]
    slope: dict[str, float]
    pair: float
    told: float

    def right(self, stated: float, family: str, *, pair: bool, told: bool) -> float:
        """The chance that an event is right; between 0.01 and 0.99."""
        score = self.at[family] + self.slope[family] * logit(stated)
        score += self.pair * pair + self.told * told
        return min(max(1 / (1 + math.exp(-score)), _EDGE), 1 - _EDGE)


@cache
def calibration() -> Calibration:
    """The shipped numbers, read once."""
    return Calibration(**json.loads(shipped("confidence.json").read_text(encoding="utf-8")))


def family(rule: str) -> str:
    """How an event was read: by words of violence, by other words, or with the classifier."""
    if rule.startswith("classifier"):
        return "heard"
    if "+classifier" in rule:
        return "retold"
    return "violence" if rule.startswith("violence") else "words"


def calibrated(act: Act, *, told: bool) -> float:
    """The confidence of an act; ``told`` where it stands in a report, not in a lone sentence."""
    known = [who is not None and who.country != "UNK" for who in (act.initiator, act.target)]
    return calibration().right(act.confidence, family(act.rule), pair=all(known), told=told)


def logit(share: float) -> float:
    """Log odds, bounded."""
    bounded = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))
