"""Whether a verb hangs on a condition: an if-clause, or "provided that", "as long as"."""

import itertools

from spacy.tokens import Token

from escalation.coding.sentence.once import forms, sentence_of
from escalation.coding.sentence.phrases import word_set

CONDITION = word_set("if unless should provided lest")
_PROVISOS = frozenset(
    {("provided", "that"), ("providing", "that"), ("condition", "that"), ("only", "if")}
)
_PROVIDING = frozenset({"provided", "long", *(first for first, _ in _PROVISOS)})


def proviso(verb: Token) -> bool:
    """ "... provided that", "on condition that", "as long as": after the verb, however parsed."""
    sentence = sentence_of(verb)
    after = forms(sentence)[verb.i + 1 - sentence.start :]
    if _PROVIDING.isdisjoint(after):
        return False
    pairs = set(itertools.pairwise(after))
    long = any(pair == ("as", "long") or pair == ("so", "long") for pair in pairs)
    bare = (",", "provided") in pairs  # ", provided the data stay secret"
    return bare or bool(pairs & _PROVISOS) or (long and ("long", "as") in pairs)


def conditional(clause: Token) -> bool:
    """Is a clause, or one beneath it, an if-clause?"""
    if clause.dep_ == "advcl":
        marks = (m.dep_ == "mark" and m.lower_ in CONDITION for m in clause.children)
        return turned(clause) or any(marks)
    return any(conditional(c) for c in clause.children if c.dep_ in ("advcl", "xcomp", "ccomp"))


def turned(clause: Token) -> bool:
    """ "Should Rome agree, ...", "Had it gone off, ...": a condition by its order of words."""
    first = clause.left_edge
    ahead = first.lower_ in ("should", "had", "were") and first.head.i == clause.i
    return ahead and first.dep_ in ("aux", "auxpass") and first.i < clause.i - 1


def commanded(verb: Token) -> bool:
    """ "Leave or be arrested", it told them."""
    if verb.tag_ != "VBN" or verb.dep_ != "conj" or verb.head.tag_ != "VB":
        return False
    be = any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.children)
    return be and not any(c.dep_ == "aux" for v in (verb, verb.head) for c in v.children)
