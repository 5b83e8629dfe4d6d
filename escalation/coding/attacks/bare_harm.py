"""Harm without a word of an attack: when "killed" by itself tells of violence.

It does so by somebody's hand, to the armed, to the prominent, and to civilians of whose death
nothing else is said: civilians is what a report of a conflict calls them.
"""

from spacy.tokens import Token

from escalation.coding.actors.who import Who
from escalation.coding.attacks.deed import Deed
from escalation.coding.attacks.violence import violent_words
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.hands import HANDS
from escalation.coding.sides.victims import suffering

_PROMINENT = frozenset({"GOV", "LEG", "JUD", "OPP", "PTY", "ELI", "MED", "REL", "NGO"})
_HELPERS = word_set("polio anti-polio vaccinator deminer clearer hostage")
_MISHAPS_OF_ALL = word_set("run fall crush trample drown cling plunge")


def is_violence(deed: Deed, hands: list[Who], victims: list[Who]) -> bool:
    """Is bare harm violence: by somebody, to the armed, or a killing of the prominent?"""
    if hands:
        return hands[0].sector in HANDS or hands[0].role == "REB" or hands[0].known
    lemmas = {word.token.lemma_.lower() for word in deed.words}
    if lemmas <= {"die", "perish"} and any(_one_rebel(t, victims) for t in _fallen(deed)):
        return False  # of what the founder of a group died is not told
    killed = bool(lemmas & {"kill", "slay", "gun"}) and foremost(deed)
    if killed and any(t.lemma_.lower() in _HELPERS for v in victims for t in _words(v, deed)):
        return True  # "polio worker killed"
    if killed and _civilians_alone(deed, victims):
        return True
    return any(
        v.is_armed or (killed and v.sector in _PROMINENT and v.role != "SITE") for v in victims
    )


def _civilians_alone(deed: Deed, victims: list[Who]) -> bool:
    """ "Nine civilians are killed in Exford": in a report of it, and of nothing else."""
    sentence = deed.anchor.sent
    if sentence.start or not any(t.lemma_ == "civilian" for v in victims for t in _words(v, deed)):
        return False
    if not _MISHAPS_OF_ALL.isdisjoint(t.lemma_.lower() for t in sentence):
        return False
    return all(word.kind == "harm" for word in violent_words(sentence))


def _one_rebel(dead: Token, victims: list[Who]) -> bool:
    one = dead.tag_ in ("NN", "NNP")
    return one and any(v.head == dead.i and v.sector == "REB" for v in victims)


def _fallen(deed: Deed) -> list[Token]:
    return [t for word in deed.words for t in suffering(word)]


def _words(who: Who, deed: Deed) -> list[Token]:
    head = deed.anchor.doc[who.head]
    return [head, *(c for c in head.children if c.dep_ in ("compound", "amod"))]


def foremost(deed: Deed) -> bool:
    """Is it what the sentence tells, not a word in passing ("footage of targeting tanks")?"""
    anchor = deed.anchor
    under_root = anchor.dep_ in ("acl", "conj", "ccomp") and anchor.head.dep_ == "ROOT"
    return anchor.dep_ == "ROOT" or under_root or anchor.head.dep_ == "nsubj"
