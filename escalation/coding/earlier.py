"""What an act has from those told before it: whom it answers, whose deed it condemns, where."""

from spacy.tokens import Span

from escalation.coding.act import Act
from escalation.coding.actors import Cast
from escalation.coding.circumstances import Setting
from escalation.coding.clause import patients, spoken_of_before
from escalation.coding.laid import as_attackers
from escalation.coding.places import Mention
from escalation.coding.reaction import retorted
from escalation.coding.told import Told
from escalation.coding.violence import noun_kind
from escalation.coding.who import Who, of_one_side


def last_violent(told: list[Told]) -> Told | None:
    """The last act of violence that was told."""
    return next((t for t in reversed(told) if t.act.is_violent), None)


def complete(act: Act, told: list[Told], cast: Cast) -> None:
    """Give an act of word the target that the document has told before."""
    unsaid = act.target is None or act.target.code == "UNK.GOV"
    last = last_violent(told)
    act.initiator = as_attackers(act.initiator, last.act if last is not None else None)
    if act.kind in ("sanction.border", "concede.reopening") and unsaid:
        act.target = cast.neighbour(act.initiator) or act.target
    if act.kind == "reject.accusation" and (act.target is None or act.target.country == "UNK"):
        act.target = _accuser(act, told)
    if act.kind == "reject.accusation" and act.target and act.target.sector == "REB":
        act.target = _accuser(act, told)  # "denies helping the rebels"
    if act.target is None and (act.kind == "accuse.condemn" or _turned(act)):
        act.target = _doer(act, told)


def scene(told: list[Told]) -> str | None:
    """Where the document's last violent act was: "the attacker was arrested by police"."""
    last = last_violent(told)
    return last.setting.country(last.place) if last is not None else None


def taken_on_the_spot(
    sentence: Span, act: Act, setting: Setting, told: list[Told]
) -> Mention | None:
    """ "Police arrested one of the attackers": where the attack was, told just before."""
    last = told[-1] if told else None
    fresh = last is not None and last.act.is_violent and last.act.status == "happened"
    named = any(sentence.start_char <= m.start < sentence.end_char for m in setting.mentions)
    if last is None or not fresh or named or act.kind != "coerce.arrest":
        return None
    return last.place


def _turned(act: Act) -> bool:
    """ "..., a move that Rome denounced": at whoever made it."""
    return act.kind == "accuse" and retorted(act.anchor)


def _doer(act: Act, told: list[Told]) -> Who | None:
    """Whose deed is condemned that was told before: "Rome condemned the attack"."""
    beside = retorted(act.anchor) and told and told[-1].act.anchor.sent == act.anchor.sent
    last = told[-1] if beside else last_violent(told)
    doer = last.act.initiator if last is not None else None
    same = beside or any(spoken_of_before(t) and noun_kind(t) for t in patients(act.anchor))
    if not same or doer is None or doer.country == "UNK":
        return None
    return doer if act.initiator and doer.country != act.initiator.country else None


def _accuser(act: Act, told: list[Told]) -> Who | None:
    """Who charged the one who now denies."""
    for one in reversed(told):
        accused, accuser = one.act.target, one.act.initiator
        if not (accuser and act.initiator) or of_one_side(accuser, act.initiator):
            continue
        of_him = accused is not None and of_one_side(accused, act.initiator)
        charge = one.act.kind.startswith("accuse") and of_him
        if charge or (one.act.status == "claimed" and accuser.country != act.initiator.country):
            return accuser  # also "rejects the claim"
    return None
