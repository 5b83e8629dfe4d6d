"""Deeds that a group says were its own: known, whoever did them."""

from spacy.tokens import Token


def owned_up(noun: Token, lemma: str) -> bool:
    """ "Claimed the killing of a judge": a known deed, and a group that says it was its own.

    So too "claims to be responsible for".
    """
    the = any(c.lower_ in ("the", "this") for c in noun.children)
    owns = any(c.dep_ == "acomp" and c.lower_ == "responsible" for c in noun.children)
    return lemma == "claim" and ((noun.dep_ == "dobj" and the) or owns)
