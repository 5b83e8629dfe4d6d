"""What came so many days before the news: "three days after a bombing in the city killed two"."""

import pandas as pd
from spacy.tokens import Token

from escalation.coding.days.calendar import AMOUNT_WORDS, amount_of, back
from escalation.coding.days.dates import Days
from escalation.coding.sentence.clause import governors
from escalation.coding.sentence.once import forms, sentence_of

_UNITS = frozenset({"hour", "day", "week", "month"})
_HALF_A_DAY = 12  # "hours after"


def days_after(anchor: Token) -> tuple[int, int, str] | None:
    """Least and most of how many days, weeks ... before the news a deed was; None if untold."""
    sentence = sentence_of(anchor)
    if "after" not in forms(sentence):
        return None
    for token in (anchor, *governors(anchor)):
        edge = token.left_edge.i
        for after in token.doc[max(edge - 1, sentence.start) : edge + 4]:
            unit = after.nbor(-1) if after.i > sentence.start + 1 else after
            above = {after.i, after.head.i, after.head.head.i if after.head.i == unit.i else -1}
            within = after.i < edge or token.i in above
            if after.lower_ != "after" or not within or unit.lemma_ not in _UNITS:
                continue
            if unit.lower_ == "hours" and not unit.nbor(-1).like_num:
                return 1, _HALF_A_DAY, "hour"
            count = unit.nbor(-1).lower_
            if count in AMOUNT_WORDS or count.isdigit():
                return *amount_of(count), unit.lemma_
    return None


def earlier_by(least: int, most: int, unit: str, since: Days) -> Days:
    """The days that lie so far before those of the news."""
    if pd.isna(since.first) or pd.isna(since.last):
        return since
    spans = [back(day, least, most, unit) for day in (since.first, since.last)]
    ends = [span for span in spans if not isinstance(span, str)]
    return Days(min(first for first, _ in ends), max(last for _, last in ends), None, "before")
