"""Attacks that were tried: fought for all the same, where the attackers or others fell."""

from dataclasses import replace

from escalation.coding.attacks.violence_words import words
from escalation.coding.status.operators import wards_off
from escalation.coding.story.act import Act

_BY_MANY = frozenset({"attack", "attack.raid", "attack.shooting", "attack.ambush"})
_IN_PERSON = _BY_MANY | {"attack.suicide"}


def as_fought(acts: list[Act]) -> list[Act]:
    """Acts of a sentence, with those that were only tried as they came out.

    "Six gunmen die as they try to storm a base", "try to storm it, killing two": it was fought for,
    though not taken, and who fell there is told once. What is foiled never came to a fight; a bomb
    that did not burst is no attack.
    """
    fought = [
        act if not _fell_in_it(act, acts) else replace(act, status="happened") for act in acts
    ]
    for at, act in enumerate(fought):
        cost = next((other for other in fought if _costs(act, other)), None)
        if cost is not None:
            whole = [*act.tokens, *cost.tokens]
            fought[at] = replace(act, status="happened", tokens=whole, target=cost.target)
            return [one for one in fought if one is not cost]
        if act.mood.operator == "attempt" and act.status == "failed" and _cost_lives(act):
            fought[at] = replace(act, status="happened")
    return fought


def _fell_in_it(act: Act, acts: list[Act]) -> bool:
    at, own = act.mood.operator_at, act.initiator
    tried = act.mood.operator == "attempt" or (at is not None and wards_off(at))
    if act.status != "failed" or not tried or act.kind not in _BY_MANY or own is None:
        return False
    return any(
        other.status == "happened"
        and other.target is not None
        and own.sector == other.target.sector == "REB"
        for other in acts
    )


def _costs(act: Act, other: Act) -> bool:
    """ "Tried to storm a base, killing two": by those who tried."""
    tried = act.status == "failed" and act.mood.operator == "attempt" and act.kind in _IN_PERSON
    harm = other.anchor.lemma_ in words().harm and other.anchor.tag_ == "VBG"
    of_it = other.anchor.dep_ == "advcl" and other.anchor.head == act.mood.operator_at
    return tried and harm and of_it and other.status == "happened" and other.target is not None


def _cost_lives(act: Act) -> bool:
    """ "Tried to enter a bank and opened fire, killing a guard"."""
    fell = (t for t in act.tokens if t.tag_ == "VBG" and t.dep_ == "advcl")
    return act.kind in _IN_PERSON and any(t.lemma_ in words().harm for t in fell)
