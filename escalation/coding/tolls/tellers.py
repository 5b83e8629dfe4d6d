"""One toll that two tell differently: "police say that six died; doctors say ten".

The first that is told counts, and the second is not added to it.
"""

from spacy.tokens import Doc, Token

from escalation.coding.sentence.clause import governors
from escalation.coding.sentence.once import root_at
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.casualty import WHOLES, Toll

_CLAIMS = word_set("claim say report state assert insist")
_TELLS = _CLAIMS | word_set("put tell confirm estimate announce maintain count")
_ANYBODY = WHOLES | {"lives", "more", "them", "all"}


def others_claim(verb: Token) -> bool:
    """ "..., while the rebels claim to have killed nine": what another side says of itself."""
    if verb.dep_ != "advcl" or verb.lemma_.lower() not in _CLAIMS:
        return False
    while_ = any(c.lower_ in ("while", "whereas") and c.dep_ == "mark" for c in verb.children)
    return while_ and _has_subject(verb)


def told_first(fell: list[Toll], anchor: Token) -> list[Toll]:
    """Tolls of one measure without those that another tells of the same people.

    "A raid killed dozens; a doctor says that 31 died": of a vague word and a count, the count.
    """
    if len(fell) < 2:
        return fell
    by = _teller(anchor)
    others = [t for t in fell if _told_by_another(t, anchor.doc, by)]
    own = [t for t in fell if t not in others]
    if not own:
        return fell
    if all(t.best is None for t in own):
        counted = [t for t in others if t.best is not None and t.best >= (own[0].low or 0)]
        return counted[:1] if len(own) == 1 and own[0].rule == "word" and counted else fell
    return [t for t in fell if t in own or not any(_same_people(t, one) for one in own)]


def _told_by_another(toll: Toll, doc: Doc, by: Token | None) -> bool:
    head = root_at(doc, toll.start, toll.end)
    teller = None if head is None else _teller(head)
    return teller is not None and (by is None or by.i != teller.i)


def _teller(token: Token) -> Token | None:
    """The nearest verb above by which somebody who is named tells it."""
    for verb in governors(token):
        if verb.lemma_.lower() in _TELLS and verb.pos_ == "VERB" and _has_subject(verb):
            apart = token.i < verb.i and any(t.text == ";" for t in token.doc[token.i : verb.i])
            return None if apart else verb  # "killed scores; an aide says that 108 died"
    return None


def _has_subject(verb: Token) -> bool:
    if any(c.dep_ == "dobj" and c.lemma_ == "life" for c in verb.children):
        return False  # "the blast claimed six lives"
    return any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in verb.children)


def _same_people(one: Toll, other: Toll) -> bool:
    a, b = (set(t.victims.lower().split()) for t in (one, other))
    return a <= _ANYBODY or b <= _ANYBODY or not a.isdisjoint(b)
