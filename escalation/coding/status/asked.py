"""Clauses of what is asked for, and not of what is so: "renewed its call that Rome free them"."""

from spacy.tokens import Token

from escalation.coding.sentence.phrases import word_set

_ASKED = word_set("demand call appeal request plea insistence")


def asked(clause: Token, verb: Token) -> bool:
    """ "Renewed its call on Friday that Rome free them": what is called for, not what was said."""
    asks = any(c.dep_ == "dobj" and c.lemma_.lower() in _ASKED for c in verb.children)
    bare = clause.text == clause.lemma_  # "that Rome free", whatever the parse takes it for
    return asks and clause.i > verb.i and (bare or not finite(clause))


def finite(verb: Token) -> bool:
    """ "Advises that it has left": told; not so "advises that it leave"."""
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass"))}
    return bool(tags & {"VBD", "VBZ"}) and "MD" not in tags
