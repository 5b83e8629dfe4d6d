"""Deeds that a sentence only names: what others are hired for, and since when something is so."""

import re

from spacy.tokens import Token

from escalation.coding.attacks.deed import Deed
from escalation.coding.attacks.eventive import LIGHT
from escalation.coding.attacks.purpose import is_purpose
from escalation.coding.sentence.clause import governors, prepositional
from escalation.coding.sentence.phrases import word_set


def in_passing(deed: Deed) -> bool:
    """Is it no act that the sentence tells, but what others are for, or a point of time?"""
    verbs = [word.token for word in deed.words if word.is_verb]
    verbs = verbs or [_carrier(word.token) for word in deed.words]
    if verbs and all(_is_habit(verb) for verb in verbs):
        return True
    if verbs and all(map(_cost_of_a_war, verbs)):
        return True
    return _since(deed.anchor) or all(map(is_purpose, verbs))


def _carrier(noun: Token) -> Token:
    """ "Routinely carry out raids": the verb; a noun of another place stands for itself."""
    return noun.head if noun.dep_ == "dobj" and noun.head.lemma_.lower() in LIGHT else noun


_YEAR = re.compile(r"(?:19|20)\d\d")
_USUALLY = word_set("often regularly frequently routinely usually occasionally sometimes")


def _is_habit(verb: Token) -> bool:
    """ "Often attacks posts", "has long been hit", "has for years been hit": no one day's act."""
    said = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    spells = {c.lower_ for t in verb.children if t.lower_ == "for" for c in t.children}
    years = [c for t in verb.children if t.lower_ == "since" for c in t.children]
    ever_since = verb.tag_ == "VBG" and any(_YEAR.fullmatch(c.text) for c in years)
    long = "long" in said or bool(spells & _LONG) or ever_since
    return bool(said & _USUALLY) or (perfect and long)


_LONG = word_set("years decades months")


def _cost_of_a_war(verb: Token) -> bool:
    """ "The number of soldiers killed in the conflict stands at 24": of all its years."""
    if verb.dep_ not in ("acl", "relcl") or verb.tag_ not in ("VBN", "VBD"):
        return False
    counted = any(t.lemma_.lower() in _COUNTS for t in governors(verb))
    return counted and any(t.lemma_.lower() in _WARS for t in prepositional(verb, "in", "during"))


_COUNTS = word_set("number total toll tally count")
_WARS = word_set("war conflict insurgency campaign")


def _since(word: Token) -> bool:
    """ "The first such visit since the rebels took the city": it is told to say since when."""
    for below in (word, *governors(word)):
        marked = any(c.dep_ == "mark" and c.lower_ == "since" for c in below.children)
        if marked or (below.dep_ in ("pobj", "pcomp") and below.head.lower_ == "since"):
            return True
        if below.dep_ in ("conj", "ccomp", "ROOT"):
            return False
    return False
