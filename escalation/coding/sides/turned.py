"""Soldiers and police who turn on their own or their allies: an attack, no army's use of force.

Nor are those an army's who only wear its uniform.
"""

from spacy.tokens import Token

from escalation.coding.sentence.once import forms, sentence_of
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act

_CLOTHES = word_set("uniform fatigues clothes clothing attire garb")
_WORN = word_set("wear don dress disguise clothe pose")
_BORDER = word_set("border frontier line crossing")


def has_turned(act: Act) -> bool:
    """An "insider attack", a guard who shoots a minister of his own land, a man in uniform."""
    initiator, target = act.initiator, act.target
    if initiator is None:
        return False
    sentence = sentence_of(act.anchor)
    words = set(forms(sentence))
    # The group that claims it in another sentence stands elsewhere.
    told_here = sentence.start <= initiator.head < sentence.end
    doer = sentence.doc[initiator.head] if told_here else None
    if doer is not None and _in_uniform(doer):
        return True
    if not initiator.is_force:
        return False
    if words & {"insider", "rogue", "renegade"}:
        return True
    if target is None:
        return False
    own = target.country == initiator.country != "UNK"
    if own:
        return target.sector in ("MIL", "COP", "GOV")
    alone = doer is not None and _alone(doer)
    return target.is_force and alone and not words & _BORDER


def _in_uniform(doer: Token) -> bool:
    """ "A man in army uniform", "someone wearing a police uniform", "men dressed as soldiers"."""
    told = [t for t in doer.subtree if t.i > doer.i]
    worn = any(t.lemma_.lower() in _WORN and t.head.i == doer.i for t in told)
    clothes = any(t.lemma_.lower() in _CLOTHES for t in told)
    dressed = any(t.lower_ in ("dressed", "disguised", "posing") and worn for t in told)
    put_in = any(c.lower_ == "in" and c.dep_ == "prep" for c in doer.children)
    return dressed or (clothes and (worn or put_in))


def _alone(doer: Token) -> bool:
    """ "An Exlandish soldier kills four allies": one man, and no sniper of a line of fire."""
    one = any(c.lower_ in ("a", "an", "one") for c in doer.children)
    return one and doer.tag_ in ("NN", "NNP") and doer.lemma_.lower() != "sniper"
