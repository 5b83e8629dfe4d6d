"""Nouns of deeds that are known to have been done: of a past time, of a day, as a title."""

import re

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence_words import words
from escalation.coding.days.calendar import WEEKDAY
from escalation.coding.sentence.clause import DEPLORES
from escalation.coding.status.afterwards import SPANS

_PAST = frozenset({"recent", "previous", "earlier", "past", "prior"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DAY = re.compile(f"{WEEKDAY}|[Yy]esterday|[Tt]oday")


def is_dated(noun: Token) -> bool:
    """Is a noun of the past by its own words: "last month's bombing", "the 1998 attack"?"""
    if noun.pos_ not in ("NOUN", "PROPN") or is_title(noun):
        return False
    beside = [c for c in noun.children if c.dep_ in ("poss", "nummod", "amod", "compound", "nmod")]
    beside += [t for c in noun.children if c.lower_ in ("in", "of") for t in c.children]
    return any(c.lemma_.lower() in SPANS or _YEAR.fullmatch(c.text) for c in beside)


def of_a_year(noun: Token) -> bool:
    """ "Blamed for the 2008 attacks": of a year that is named, and so not of today."""
    return any(_YEAR.fullmatch(t.text) for t in noun.doc[noun.left_edge.i : noun.i])


def of_a_day(noun: Token) -> bool:
    """ "Monday's air strikes", "the bombing on Sunday": known to have happened, by its day."""
    if noun.pos_ not in ("NOUN", "PROPN") or role_of(noun):
        return False
    owners = [c for c in noun.children if c.dep_ == "poss"]
    the = any(c.lower_ == "the" for c in noun.children)
    on = [t for c in noun.children if c.lower_ == "on" for t in c.children] if the else []
    return any(_DAY.fullmatch(t.text) for t in (*owners, *on))


def answered_for(noun: Token) -> bool:
    """ "Is suspected of being responsible for an explosion": whoever is, it happened.

    Not so "jailed the man responsible for a bombing", which tells who he is.
    """
    told = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    being = noun.head.head.head if told and noun.head.head.lower_ == "responsible" else None
    if being is None or being.lemma_ != "be":
        return False
    above = being.head.head if being.dep_ == "pcomp" else being.head
    return above.dep_ == "ROOT"


def has_cost(verb: Token, deplored: Token | None) -> bool:
    """ "Condemns firing that killed seven": whatever is said of it, it is known to have cost them.

    Not so "accuses Rome of firing that killed seven", which only one side says.
    """
    told = verb.dep_ == "relcl" and verb.tag_ == "VBD"
    return told and deplored is not None and deplored.lemma_.lower() in DEPLORES


def is_title(noun: Token) -> bool:
    """ "2024 Lima bombing: A man blows himself up": the title of what is told."""
    if noun.i + 1 == len(noun.doc) or noun.nbor().text != ":":
        return False
    first = noun.sent[0]
    return bool(_YEAR.fullmatch(first.text)) and first.head.i == noun.i


def is_earlier(noun: Token) -> bool:
    """ "Who led recent attacks": what came before the deed that is told, and no part of it."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "by"):
        return False  # "killed in recent clashes": by these
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in words().harm:
        return False  # "a recent raid killed nine"
    before = {c.lower_ for c in noun.children if c.dep_ == "amod"}
    return noun.pos_ == "NOUN" and not before.isdisjoint(_PAST)
