"""What a confidence means: the share of events read in the same way that are right.

    logit(confidence) = at[family] + slope[family] * logit(stated)
                        + pair * (both parties are known)
                        + unnamed * (violence to a known target by a hand that nobody names)
                        + told * (in a report, not by itself)

``stated`` is what the rule or the classifier says of itself; an event is right if its PLOVER root
and both its parties are: "an unknown hand" is right where the sentence names none.
``data/confidence.json`` holds the numbers; they were fitted with a
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
    unnamed: float
    told: float

    def right(
        self, stated: float, family: str, *, pair: bool, unnamed: bool = False, told: bool
    ) -> float:
        """The chance that an event is right; between 0.01 and 0.99."""
        score = self.at[family] + self.slope[family] * logit(stated)
        score += self.pair * pair + self.unnamed * unnamed + self.told * told
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
    parties = [who.code if who is not None else None for who in (act.initiator, act.target)]
    way = family(act.rule)
    pair, unnamed = who_is_known(way, *parties)
    return calibration().right(act.confidence, way, pair=pair, unnamed=unnamed, told=told)


def who_is_known(way: str, initiator: object, target: object) -> tuple[bool, bool]:
    """Are both parties known; is it violence to a known target by a hand that nobody names?"""
    doer, victim = (isinstance(c, str) and not c.startswith("UNK") for c in (initiator, target))
    victim = victim or (way == "violence" and target == "UNK.REB")  # militants of no named group
    return doer and victim, way == "violence" and victim and not doer


def logit(share: float) -> float:
    """Log odds, bounded."""
    bounded = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))
