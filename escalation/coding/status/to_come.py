"""Verbs of what is still to come by their form alone, and what only stands beside a failure."""

from spacy.tokens import Token

from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.phrases import word_set

_SINGLED_OUT = word_set("first second third fourth fifth last latest only next youngest oldest")


def is_to_come(verb: Token) -> bool:
    """ "Rome to expel envoys": a headline's word for what is to be."""
    if verb.dep_ in ("relcl", "acl") and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN":
        return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)  # "A, B to meet"
    does = {c.dep_ for c in verb.children if c.i < verb.i and (c.tag_ == "TO" or c.dep_ != "aux")}
    return verb.dep_ == "ROOT" and verb.tag_ == "VB" and {"nsubj", "aux"} <= does


def still_to_be(verb: Token) -> bool:
    """ "A list of judges to be killed", not "the first judge to be killed"."""
    if verb.dep_ not in ("relcl", "acl") or verb.tag_ != "VBN":
        return False
    forms = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    which = {c.lower_ for t in (verb.head, *verb.head.children) for c in t.children}
    return {"to", "be"} <= forms and which.isdisjoint(_SINGLED_OUT)


def failed_beside(below: Token, above: Token) -> bool:
    """ "Failed to follow the rules in a raid": the raid was made, and what failed is another."""
    led = below.dep_ == "prep" and below.lower_ in ("in", "during")
    failed = above.dep_ == "xcomp" and above.head.lemma_ == "fail"
    lemma = above.lemma_.lower()
    return led and failed and not (lemma in words().verbs or lemma in words().harm)
