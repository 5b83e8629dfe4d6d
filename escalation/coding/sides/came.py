"""Whose deed it was where a clause tells who came: "abducted when gunmen stormed a village"."""

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
