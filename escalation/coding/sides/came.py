"""Whose deed it was where the sentence tells who came, or who speaks of the enemy's dead.

"Abducted when gunmen stormed a village"; "Exland says 20 Whyland soldiers were killed".
"""

from dataclasses import replace

from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act

_WHEN = word_set("when after as while")


def as_others_came(act: Act, acts: list[Act]) -> Act:
    """ "Nine were abducted when gunmen stormed a village": by these."""
    if act.initiator is not None or not act.kind.startswith("attack"):
        return act
    for other in acts:
        by, clause = other.initiator, other.anchor
        told = clause.dep_ == "advcl" and clause.head.i == act.anchor.i
        if (
            by is not None
            and told
            and other.status == act.status
            and any(c.lower_ in _WHEN for c in clause.children)
        ):
            own = act.target is not None and act.target.code == by.code
            return act if own or by.sector not in ("REB", "CRM") else replace(act, initiator=by)
    return act


def as_the_enemy_says(act: Act, acts: list[Act]) -> Act:
    """ "Exland says it killed nine; Whyland says 20 Exland soldiers were killed": by Whyland's."""
    by, hit = act.speaker, act.target
    if act.initiator is not None or by is None or hit is None or not act.kind.startswith("attack"):
        return act
    apart = "UNK" not in (by.country, hit.country) and by.country != hit.country
    if not apart or hit.sector != "MIL" or by.sector not in ("GOV", "MIL", None):
        return act
    others = (other.initiator for other in acts if other is not act)
    fought = any(
        w and w.country == hit.country and w.sector in ("GOV", "MIL", None) for w in others
    )
    if not fought or by.country in ("IGO", "NGO", "IMG"):
        return act
    return replace(act, initiator=replace(by, code=f"{by.country}.MIL", role="MIL"))
