"""The second voice: what the trained classifier hears in a sentence, beside the rules.

Rules know who did what to whom; the classifier knows more verbs. It speaks in three cases:

    rules say nothing, it is sure of a root      an act of that root, by the clause's own parties
    rules say another root, it is sure           the act, with the root's plainest kind
    it is sure that there is no event            acts of word and deed are dropped
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span, Token

from escalation.coding.act import Act
from escalation.coding.actors import Cast, Who
from escalation.coding.classifier import NONE, ROOTS, classifier
from escalation.coding.clause import VERBS, agents
from escalation.coding.kinds import may
from escalation.coding.parties import partners, party, target_of
from escalation.coding.status import SAY, mood_of
from escalation.ontology import ontology

_ADDS, _CORRECTS, _VETOES = 0.5, 0.8, 0.8
_DOUBT = 0.1
_STRANGERS = 0.7  # from here on a subject that no list knows will do
_VIOLENT = frozenset({"ASSAULT", "FIGHT"})
_CARRIERS = SAY | frozenset({"begin", "start", "continue", "try", "decide", "appear", "seem"})

Chances = NDArray[np.float64]


def heard(sentences: Sequence[Span]) -> Chances:
    """Chance of each of ``ROOTS`` for each sentence; (sentences, 19)."""
    return classifier().chances(sentences)


def second_voice(
    sentence: Span, acts: list[Act], chances: Chances, cast: Cast, *, wary: bool
) -> list[Act]:
    """The acts of a sentence after the classifier has spoken.

    ``wary`` lets it only veto: in a feed, where most sentences tell no event, what it adds of its
    own is mostly wrong (measured on the region reports: 4 of 40 right).
    """
    best = int(np.argmax(chances))
    root, chance = ROOTS[best], float(chances[best])
    violent = [act for act in acts if act.is_violent]
    spoken = [act for act in acts if not act.is_violent]
    if root == NONE:
        return violent if chance >= _VETOES else acts
    if wary:
        return acts
    if not acts:
        found = None if chance < _ADDS else _new(sentence, root, chance, cast)
        return [found] if found is not None else []
    if violent or chance < _CORRECTS or any(_root(act) == root for act in spoken):
        return acts
    first, *others = spoken
    doubted = float(chances[ROOTS.index(_root(first))]) < _DOUBT
    if not doubted or root in _VIOLENT:
        return acts
    corrected = replace(first, kind=_plainest()[root], rule=f"{first.rule}+classifier")
    return [corrected, *others]


def _root(act: Act) -> str:
    return ontology()[act.kind].plover


@cache
def _plainest() -> dict[str, str]:
    """The kind nearest to the top of the tree for each root."""
    kinds = sorted(ontology().kinds.values(), key=lambda kind: kind.name.count("."), reverse=True)
    return {kind.plover: kind.name for kind in kinds}


def _new(sentence: Span, root: str, chance: float, cast: Cast) -> Act | None:
    anchor = _deed(sentence)
    if anchor is None:
        return None
    kind = _plainest()[root]
    mood = mood_of(anchor)
    speaker = party(agents(mood.saying), cast) if mood.saying is not None else None
    initiator = party(agents(anchor), cast) or speaker
    if initiator is None and chance >= _STRANGERS:
        initiator = next((w for t in agents(anchor) if (w := cast.someone(t)) is not None), None)
    elif initiator is not None and not may(initiator, kind):
        return None
    target = _target(anchor, kind, initiator, cast)
    if initiator is None or mood.hypothetical:
        return None
    if root in _VIOLENT and target is None and chance < _STRANGERS:
        return None
    rule = f"classifier:{anchor.lemma_.lower()}"
    confidence = chance * (1.0 if target is not None else 0.8)
    return Act(
        kind, anchor, initiator, target, "happened", rule, confidence, mood, [anchor], speaker
    )


def _target(anchor: Token, kind: str, initiator: Who | None, cast: Cast) -> Who | None:
    sides = partners(anchor, None, cast, mutual=kind in ("talks", "agree", "cooperate", "support"))
    for side in sides:
        if initiator is not None and side.code != initiator.code:
            return side
    return target_of(anchor, None, kind, initiator, cast)


def _deed(sentence: Span) -> Token | None:
    """The verb that carries the sentence: below verbs of saying and beginning."""
    verb = sentence.root
    for _ in range(4):
        below = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ in VERBS]
        if verb.lemma_.lower() not in _CARRIERS or not below:
            break
        verb = below[0]
    return verb if verb.pos_ in VERBS else None
