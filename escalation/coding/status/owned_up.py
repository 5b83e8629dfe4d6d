"""Claims: of deeds that are known, and of deeds that only the one who claims them tells."""

from spacy.tokens import Token

from escalation.coding.sentence.phrases import word_set

_CLAIMS = word_set("claim allegation assertion boast rumour rumor")


def owned_up(noun: Token, lemma: str) -> bool:
    """ "Claimed the killing of a judge": a known deed, and a group that says it was its own.

    So too "claims to be responsible for".
    """
    the = any(c.lower_ in ("the", "this") for c in noun.children)
    owns = any(c.dep_ == "acomp" and c.lower_ == "responsible" for c in noun.children)
    return lemma == "claim" and ((noun.dep_ == "dobj" and the) or owns)


def claims_it(below: Token, noun: str) -> bool:
    """ "Its claim of having taken the town", "that it has": what nobody else tells."""
    if noun not in _CLAIMS:
        return False
    finite = below.dep_ == "acl" and any(c.lower_ == "that" for c in below.children)
    return finite or any(c.dep_ == "pcomp" for c in below.children)
