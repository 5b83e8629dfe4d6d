"""The two states that "both countries" or "the two armies" stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import agents, governors
from escalation.coding.sentence.phrases import word_set

if TYPE_CHECKING:
    from escalation.coding.actors.scene import Scene

_SIDES = word_set("country side nation government army military neighbor neighbour party state")


def two_states(head: Token, scene: Scene) -> list[Who]:
    """ "Both countries", "the two sides": the two states named last before, who speaks apart."""
    two = any(c.lower_ in ("both", "two", "each") for c in head.children)
    two = (two and head.lemma_.lower() in _SIDES) or _each_other(head)
    if not two or scene.named(head):
        return []
    verb = next((t for t in governors(head) if t.pos_ == "VERB"), head)
    speaker = {t.i for agent in agents(verb) if agent.i != head.i for t in agent.subtree}
    told = (t for t in reversed(scene.doc[: head.i]) if t.i not in speaker)
    before = _states(told, scene)
    if len(before) < 2:
        return []
    armed = head.lemma_.lower() in ("army", "military")
    sides = [scene.plain(t, "MIL" if armed else None) for t in before[1::-1]]
    sides = sides if armed else [scene.state(side) for side in sides]
    return [replace(side, name=head.text, head=head.i) for side in sides]


def _each_other(head: Token) -> bool:
    """ "Each accused the other"."""
    alone = head.lower_ == "each" and head.dep_ == "nsubj"
    return alone and any(t.lower_ == "other" and t.dep_ == "dobj" for t in head.head.children)


def _states(tokens: Iterable[Token], scene: Scene) -> list[Token]:
    """One token for each state that is named, in the order of the tokens."""
    found: dict[str, Token] = {}
    for token in tokens:
        name = scene.named(token)
        if name is not None and name.country not in NO_COUNTRIES:
            found.setdefault(name.country, token)
    return list(found.values())
