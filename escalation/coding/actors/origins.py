"""Countries that a text names, but not as where it is: whence somebody came, what lies beside."""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.places.leads import tied
from escalation.coding.sentence.phrases import word_set

_BORDERING = word_set("bordering neighbouring neighboring adjoining")
_FRONTIERS = word_set("border borders frontier frontiers")


def is_origin(name: Token) -> bool:
    """ "Killed rebels from Exland", "a network affiliated to Exland": whose they are, not where."""
    while name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head
    if name.dep_ != "pobj" or name.i == 0:
        return False
    if tied(name):
        return True
    led = name.head
    return led.lower_ == "from" and led.i > 0 and role_of(led.nbor(-1)) == "REB"


def is_beside(token: Token) -> bool:
    """ "A valley bordering Exland", "near the Exland border": is what lies beside it meant?"""
    first = token.left_edge
    if first.i > 0 and first.nbor(-1).lower_ in _BORDERING:
        return True
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    led = token.head.head.lower_ if token.dep_ == "pobj" else ""
    return after.lower_ in _FRONTIERS or (led in _FRONTIERS and token.head.lower_ == "with")
