"""Border crossings by name: who shuts one shuts out the country on the other side."""

import tomllib
from functools import cache

from spacy.tokens import Token

from escalation.coding.actors.who import Who
from escalation.coding.sentence.phrases import word_set
from escalation.shipped import shipped

_OF_BORDERS = ("sanction.border", "sanction.trade", "concede.reopening")
_GATES = word_set(
    "crossing border gate checkpost terminal frontier post point route trade goods cargo truck"
    " traffic movement pedestrian"
)


def beyond(anchor: Token, kind: str, initiator: Who | None) -> Who | None:
    """ "Rome shuts the crossing at Chiasso": the state that lies beyond it."""
    if kind not in _OF_BORDERS or initiator is None:
        return None
    words = list(anchor.subtree)
    if kind == "sanction.trade" and not any(t.lemma_.lower() in _GATES for t in words):
        return None
    for token in words:
        lands = _crossings().get(token.lower_, ())
        if initiator.country in lands:
            other = next(land for land in lands if land != initiator.country)
            end = token.idx + len(token)
            return Who(other, token.text, token.idx, end, token.i)
    return None


def is_gate(anchor: Token) -> bool:
    """Is a crossing named in the clause of a verb?"""
    return any(t.lower_ in _crossings() for t in anchor.subtree)


def joined(anchor: Token) -> tuple[Who, Who] | None:
    """ "Chiasso reopens": the two states that the crossing joins, where nobody is said to do it."""
    for token in anchor.subtree:
        if (lands := _crossings().get(token.lower_)) is not None:
            end = token.idx + len(token)
            one, other = (Who(land, token.text, token.idx, end, token.i) for land in lands)
            return one, other
    return None


@cache
def _crossings() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(shipped("crossings.toml").read_text(encoding="utf-8"))
    return {name: tuple(two.split()) for two, names in table.items() for name in names.split("|")}
