"""Deeds that only tell who somebody is, or what has been mended since: of before, and no news.

"The widow of a man shot in Exford has moved", "a hospital hit by a shell has reopened", "paid for
every person killed": where no day of its own is told, the deed was known before.
"""

import re

from spacy.tokens import Token

from escalation.coding.days.calendar import WEEKDAY
from escalation.coding.sentence.clause import governors, prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.afterwards import SPANS

_KIN = word_set("widow widower wife husband son daughter brother sister mother father orphan")
_BEREAVED = _KIN | word_set("relative family kin parent")
_TURNED_TO = word_set(
    "meet visit console comfort pay compensate thank honour honor support invite receive help"
)
_MENDED = word_set(
    "resume reopen repair rebuild restore reconstruct inaugurate renovate transplant rebuilt"
)
_SURVIVES = frozenset({"survive", "escape"})
_PAID = frozenset({"compensation", "reparation", "damages", "restitution"})
_DO = frozenset({"claim", "carry", "launch", "commit", "stage", "conduct", "plan"})
_FOUND = word_set("body corpse remains find discover recover")
_WHOEVER = word_set("person anyone anybody whoever those somebody someone everyone")
_OCCURS = frozenset({"occur", "happen"})
_DAY = re.compile(f"{WEEKDAY}|[Yy]esterday|[Tt]oday|[Tt]onight")


def tells_who_it_was(word: Token) -> bool:
    """Does a deed stand only beside somebody or something of which other news is told?"""
    clause = _clause(word)
    if clause is None or _has_a_day(clause):
        return False
    whom = clause.head
    if clause.dep_ == "acl" and _speaks(whom):
        return True
    if clause.dep_ == "relcl" and any(_is_paid_for(t) for t in governors(clause)):
        return True
    if clause.lemma_ in ("fight", "serve") and prepositional(clause, "for", "alongside"):
        return True  # "a man who fought for the king against Exland"
    if clause.dep_ == "relcl" and (_before_that(clause) or _at_large(clause)):
        return True
    if clause.lemma_ in _SURVIVES or any(c.lower_ in ("every", "each") for c in whom.children):
        return clause.dep_ == "relcl" or clause.lemma_ not in _SURVIVES
    where = any(c.lower_ == "where" for c in clause.children)
    if where and clause.lemma_ in _OCCURS:
        return any(c.lower_ == "the" for c in word.children)
    return _of_the_bereaved(whom) or _is_mended(whom)


def _speaks(whom: Token) -> bool:
    """ "The singer, shot in the head, says that ...": told of him who lives and speaks."""
    says = whom.dep_ == "nsubj" and whom.head.lemma_ in ("say", "tell", "recall", "remember")
    return says and whom.tag_ in ("NN", "NNP") and whom.i < whom.head.i


def _is_paid_for(verb: Token) -> bool:
    """ "Offers compensation to the families of those it killed"."""
    return any(c.dep_ == "dobj" and c.lemma_.lower() in _PAID for c in verb.children)


def _clause(word: Token) -> Token | None:
    """The clause beside a noun that a deed is told in, as of "who survived two bombings"."""
    for above in (word, *governors(word)):
        if above.dep_ in ("acl", "relcl"):
            return above
        if above.pos_ == "VERB" and above.dep_ not in ("conj", "xcomp"):
            return None
    return None


def _before_that(clause: Token) -> bool:
    """ "Three men who had attacked a post were hanged"; but found are the bodies of the shot."""
    whom = clause.head
    above = whom.head.head if whom.dep_ == "pobj" else whom.head
    if above.lemma_.lower() in _FOUND:
        return False
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in clause.children)


def _at_large(clause: Token) -> bool:
    """ "Bans groups that claim attacks", "militants who carry out raids": of no one day."""
    first = clause.left_edge
    who = {clause.head.tag_, first.nbor(-1).tag_ if first.i else ""}
    many = clause.tag_ == "VBP" and not who.isdisjoint(("NNS", "NNPS"))
    if clause.tag_ in ("VBZ", "VBP") and clause.head.lemma_.lower() in _WHOEVER:
        return True  # "a bounty for the person who kills him"
    return many and clause.lemma_ in _DO and not any(c.dep_ == "aux" for c in clause.children)


def _has_a_day(clause: Token) -> bool:
    """ "Killed last week", "shot on Monday"."""
    return any(_DAY.fullmatch(t.text) or t.lemma_.lower() in SPANS for t in clause.subtree)


def _of_the_bereaved(whom: Token) -> bool:
    """ "The son of a man killed", "met the families of guards killed"."""
    if whom.dep_ != "pobj" or whom.head.lower_ != "of":
        return False
    kin = whom.head.head
    if kin.lemma_.lower() not in _BEREAVED:
        return False
    if kin.lemma_.lower() in _KIN and kin.tag_ == "NN":
        return True
    verb = kin.head.head if kin.dep_ == "pobj" else kin.head
    return kin.dep_ in ("dobj", "pobj") and verb.lemma_.lower() in _TURNED_TO


def _is_mended(thing: Token) -> bool:
    """ "A hospital hit by a shell has resumed work"."""
    verb = thing.head.head if thing.dep_ == "pobj" else thing.head
    takes = thing.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    return takes and verb.lemma_.lower() in _MENDED
