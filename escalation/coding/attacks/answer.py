"""Fire that is answered: "the army retaliated, causing heavy casualties", "troops returned fire".

At whom it is fired was told before (``replies.py`` of the story).
"""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.phrases import word_set

_ANSWERS = word_set("retaliate respond")
_HITS = word_set("hit strike fire shoot")
_COMPLEMENTS = word_set("prep advcl agent dobj xcomp ccomp prt")


def strikes_back(verb: Token) -> bool:
    """Is fire answered with fire, though no word says so by itself?"""
    lemma = verb.lemma_.lower()
    if lemma == "return":
        return any(c.dep_ == "dobj" and c.lower_ == "fire" for c in verb.children)
    if lemma not in _ANSWERS or verb.pos_ != "VERB":
        return False
    harm = words().harm
    if any(c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in harm for c in verb.children):
        return True
    if any(c.dep_ in _COMPLEMENTS for c in verb.children):
        return False  # "retaliated with tariffs", "responded to the call"
    return any(c.dep_ == "nsubj" and role_of(c) in ("MIL", "REB") for c in verb.children)


def hits_back(word: Token) -> bool:
    """ "Retaliated", "hit back with artillery": a deed of its own, of those who were hit."""
    verb = word if word.pos_ == "VERB" else word.head.head if word.dep_ == "pobj" else word.head
    back = verb.lemma_.lower() in _HITS and any(c.lower_ == "back" for c in verb.children)
    return back or verb.lemma_.lower() in _ANSWERS


def answers_fire(word: Token) -> bool:
    """Is it told of a deed, by its verb, that it came back at somebody?"""
    return hits_back(word) or strikes_back(word)
