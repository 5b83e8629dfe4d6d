"""Words about oneself: one's own plans are no offer, orders to one's own army no demand.

"Says that it will form a cabinet" offers nothing to anybody; "orders the army to keep the truce"
asks nothing of another side.
"""

from escalation.coding.actors.who import OF_STATE, Who
from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import Mood

_PROMISES = word_set("promise pledge vow")
_ORDERS = word_set("order direct instruct command summon convene call")
_ADVISES = word_set("tell advise urge warn ask recommend call order")
_OF_LAW = word_set("legal disciplinary court judicial criminal industrial lawsuit sue")


def is_of_oneself(
    word: Cue, kind: str, mood: Mood, initiator: Who | None, target: Who | None
) -> bool:
    """Is it a plan of one's own, or an order to one's own?"""
    plan = _is_own_plan(word, kind, mood, initiator, target)
    advice = _is_travel_advice(word, kind, initiator, target)
    return plan or advice or _is_own_order(word, kind, initiator, target)


def _is_own_plan(
    word: Cue, kind: str, mood: Mood, initiator: Who | None, target: Who | None
) -> bool:
    """ "Announces that it will form a new cabinet": no offer, where nobody else is named."""
    if kind == "agree" and initiator is not None and word.anchor.lemma_ in _PROMISES:
        goes = any(c.dep_ == "xcomp" and c.lemma_ == "return" for c in word.anchor.children)
        home = target is None or target.country == initiator.country
        return goes and home  # "promises to return to Exland", by one of it
    plan = kind == "agree.offer" != word.kind and mood.modal == "will" and mood.operator is None
    if not plan or initiator is None or initiator.country == "IGO":
        return False
    if initiator.sector not in ("GOV", None):
        return False
    own = target is not None and target.country in ("UNK", initiator.country)
    return target is None or (own and target is not None and target.sector in ("GOV", None))


def _is_travel_advice(word: Cue, kind: str, initiator: Who | None, target: Who | None) -> bool:
    """ "Told its citizens to leave Exland while they could": nobody is driven out."""
    if initiator is None or target is None or target.code != f"{initiator.country}.CVL":
        return False
    its = any(c.tag_ == "PRP$" for t in patients(word.anchor) for c in t.children)
    return kind == "coerce.expulsion" and its and word.anchor.lemma_ in _ADVISES


def _is_own_order(word: Cue, kind: str, initiator: Who | None, target: Who | None) -> bool:
    """ "The president orders the army to keep the truce", "calls for a meeting of his cabinet"."""
    if not kind.startswith("demand") or initiator is None:
        return False
    if target is None:  # "orders the Pentagon to resume tests"
        own = initiator.sector == "GOV" and word.anchor.lemma_ == "order" and word.noun is None
        return own and any(t.tag_ == "NNP" for t in patients(word.anchor))
    if word.rule == "verb:must" and initiator.country == target.country != "UNK":
        return initiator.sector == "GOV" and target.sector == "MIL"  # its troops must be ready
    one = target.country in ("UNK", initiator.country) and initiator.country != "IGO"
    ruled = initiator.sector == "GOV" and target.sector in OF_STATE
    return one and ruled and word.anchor.lemma_.lower() in _ORDERS


def threat_of_law(word: Cue, kind: str) -> str:
    """ "Threatened legal action": by no arms."""
    if kind != "threat.military":
        return kind
    return kind if _OF_LAW.isdisjoint(t.lemma_.lower() for t in word.anchor.subtree) else "threat"
