"""The status of an act of violence by the mood it is told in.

    told as                                            status
    a fact                                             happened
    a fact, by one who "claims" or "alleges" it        claimed
    what somebody is accused of                        claimed
    "denied", or "said that it did not"                denied
    foiled, or tried                                   failed
    what somebody plans, or a plot is for              planned
    what somebody is told to do                        demanded
    what would happen if                               conditional
    remembered, on trial, or long ago                  recalled
    counted over weeks (``sums.py``)                   recalled

Only what happened counts as an attack; the others say who is said to have done what.
"""

import pandas as pd
from spacy.tokens import Token

from escalation.coding.days.dates import Days
from escalation.coding.sentence.clause import VERBS, agents
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import Mood

MENTIONS = frozenset({"denied", "planned", "demanded", "conditional", "recalled"})
"""Statuses of violence that a sentence speaks of without telling it."""

_BY_OPERATOR = {
    "foil": "failed", "attempt": "failed", "deny": "denied", "demand": "demanded",
    "intend": "planned",
}  # fmt: skip
_ACCUSING = word_set("accuse blame charge suspect allege implicate fault indict investigate link")
_REMEMBERING = word_set(
    "commemorate mourn mark remember honor honour convict sentence jail imprison extradite execute"
    " hang try acquit want deplore"
)
LONG_AGO = pd.Timedelta(days=45)
_STUDIES = word_set("study survey research tally database census")
_CLIMB = 4  # words up to the verb that has a tense
_WEEK = pd.Timedelta(days=7)


def standing(mood: Mood, *, is_verb: bool) -> str | None:
    """The status of a deed in a mood; None where the words tell no act at all."""
    if mood.operator == "attempt" and mood.modal is not None:
        return None  # "will try to kill him"
    if mood.operator in ("foil", "attempt"):
        return "failed"
    if mood.real and not mood.recalled:
        return "claimed" if mood.claimed else "happened"
    if mood.recalled and not (mood.negated or mood.modal):
        return "recalled"
    if not is_verb:
        return None
    if mood.negated:
        said = mood.saying is not None and mood.operator is None and mood.modal is None
        return "denied" if said else None
    if mood.hypothetical:
        return "conditional" if mood.supposed and mood.operator is None else None
    if mood.operator == "blame" and mood.operator_at is not None:
        return _blamed(mood.operator_at.lemma_.lower())
    return _BY_OPERATOR.get(mood.operator or "")


def _blamed(lemma: str) -> str | None:
    if lemma in _ACCUSING:
        return "claimed"
    return "recalled" if lemma in _REMEMBERING else None


def told_now(word: Token) -> bool:
    """Is an act told in the present or the perfect, and so none of a year long gone?

    "A court charges him with theft in 2007": the theft is of 2007.
    """
    verb = word
    for _ in range(_CLIMB):
        forms = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
        tags = {form.tag_ for form in forms if form.pos_ in VERBS}
        if tags & {"VBZ", "VBP", "MD"}:
            return True
        if "VBD" in tags or verb.head.i == verb.i:
            return False
        verb = verb.head
    return False


def is_past(days: Days, mood: Mood, published: pd.Timestamp, status: str = "happened") -> bool:
    """Is an act told from the past: long ago, or a week ago as the background of something?

    One that is laid to somebody is so where that is said in passing, and it is long ago.
    """
    if mood.saying is not None and any(t.lemma_.lower() in _STUDIES for t in agents(mood.saying)):
        return True
    if pd.isna(days.last):
        return status == "happened" and days.rule not in ("background", "fresh") and mood.background
    gap = published - days.last
    if status == "claimed":  # "arrest the leader of a group blamed for the 2008 attacks"
        laid = mood.operator_at if mood.operator == "blame" else None
        return laid is not None and laid.dep_ in ("relcl", "acl") and gap > LONG_AGO
    behind = mood.background or mood.pluperfect
    last_month = mood.background and days.rule == "calendar" and gap > pd.Timedelta(0)
    return gap > LONG_AGO or (behind and gap > _WEEK) or last_month
