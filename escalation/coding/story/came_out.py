"""Attempts, and how they came out: one attack, told first as tried and then as it went."""

from spacy.tokens import Token

from escalation.coding.sentence.clause import patients, spoken_of_before
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.alike import alike, together
from escalation.coding.story.retold import named_again
from escalation.coding.story.told import Told

_FIRED = word_set("missile drone rocket shell projectile uav")
_OF_THEM = word_set("all most the those these many")


def came_of_it(one: Told, other: Told) -> bool:
    """ "He survived an attempt. The attack killed a guard": of the attempt that failed."""
    a, b = one.act, other.act
    missed = a.is_violent and a.status == "failed" and b.status == "happened"
    if not missed or not b.is_violent:
        return False
    if b.kind == "attack.suicide" and a.kind == "attack.raid" and together(one.days, other.days):
        return b.initiator is None or alike(a.initiator, b.initiator)
    return other.toll.get("deaths_best") is not None and any(map(named_again, b.tokens))


def tried_too(one: Told, other: Told) -> bool:
    """ "Bombers attacked a camp; other attackers tried to storm the compound": one attack."""
    a, b = one.act, other.act
    failed = a.is_violent and a.status == "happened" and b.status == "failed"
    if failed and b.initiator is None and any(map(_all_of_them, b.tokens)):
        return together(one.days, other.days)
    if not failed or b.kind not in ("attack", "attack.raid") or not a.kind.startswith("attack"):
        return False
    alone = {who.sector for who in (a.initiator, b.initiator) if who is not None} <= {"REB"}
    there = any(map(spoken_of_before, patients(b.anchor)))
    return alone and there and alike(a.initiator, b.initiator) and together(one.days, other.days)


def _all_of_them(fired: Token) -> bool:
    """ "All missiles were intercepted", "most of the drones": those that were told of before."""
    if fired.lemma_.lower() not in _FIRED:
        return False
    of_them = [fired, fired.head.head] if fired.head.lower_ == "of" else [fired]
    said = (c.lower_ for t in of_them for c in (t, *t.children))
    return not _OF_THEM.isdisjoint(said)
