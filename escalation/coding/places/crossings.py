"""Border crossings by name: who shuts one shuts out the country on the other side."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from escalation.coding.actors.who import Who
from escalation.coding.sentence.phrases import word_set
from escalation.shipped import shipped

OF_GATES = ("sanction.border", "sanction.trade", "concede.reopening")
"""Kinds of acts that shut or open what two lands share."""
_GATES = word_set(
    "crossing border gate checkpost terminal frontier post point route trade goods cargo truck"
    " traffic movement pedestrian"
)


def beyond(anchor: Token, kind: str, initiator: Who | None) -> Who | None:
    """ "Rome shuts the crossing at Chiasso": the state that lies beyond it."""
    if kind not in OF_GATES or initiator is None:
        return None
    words = list(anchor.subtree)
    if kind == "sanction.trade" and not any(t.lemma_.lower() in _GATES for t in words):
        return None
    for token, lands in _named(words):
        if initiator.country in lands:
            return _at(next(land for land in lands if land != initiator.country), token)
    return None


def is_gate(anchor: Token) -> bool:
    """Is a crossing named in the clause of a verb?"""
    return any(True for _ in _named(anchor.subtree))


def joined(anchor: Token) -> tuple[Who, Who] | None:
    """ "Chiasso reopens": the two states that the crossing joins, where nobody is said to do it."""
    for token, (one, other) in _named(anchor.subtree):
        return _at(one, token), _at(other, token)
    return None


def _named(words: Iterable[Token]) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """Crossings that words name, each with the two states that it joins."""
    return ((t, lands) for t in words if (lands := _crossings().get(t.lower_)) is not None)


def _at(land: str, crossing: Token) -> Who:
    end = crossing.idx + len(crossing)
    return Who(land, crossing.text, crossing.idx, end, crossing.i)


@cache
def _crossings() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(shipped("crossings.toml").read_text(encoding="utf-8"))
    return {name: tuple(two.split()) for two, names in table.items() for name in names.split("|")}
