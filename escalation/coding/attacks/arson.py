"""Arson and sabotage that are attacks: by the armed; of a school, a shrine, by unknown hands."""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.sentence.clause import agents, passive, patients
from escalation.coding.sentence.complement import complement
from escalation.coding.sentence.phrases import word_set

_BURNS = word_set("torch burn set damage sabotage")
_BY_HANDS = word_set("torch set")  # what burns, or is damaged, may be so by a mishap
_LOOTS = word_set("loot plunder pillage ransack")
_ABLAZE = word_set("ablaze alight afire fire")
_KEPT = word_set(
    "school mosque church temple shrine synagogue seminary madrasa madrassa monastery clinic"
    " hospital library post checkpoint station court tanker convoy bridge tower depot embassy"
    " consulate warehouse pipeline gurdwara imambargah"
)
_CROWD = word_set("protester protest demonstrator demonstration riot rioter mob supporter crowd")


def is_arson(verb: Token) -> bool:
    """ "Militants torched three trucks", "a school was set ablaze": no fire that broke out."""
    lemma = verb.lemma_.lower()
    if lemma not in _BURNS or (lemma == "set" and _ABLAZE.isdisjoint(complement(verb))):
        return False
    if verb.dep_ == "conj" and verb.head.lemma_.lower() in _LOOTS:
        return False  # "looted and burned homes": what was taken comes first
    burned, doers = patients(verb), agents(verb)
    if not burned and verb.tag_ == "VBN" and verb.dep_ == "advcl":
        burned = patients(verb.head)  # "post ransacked, set ablaze by gunmen"
    if not doers:
        return lemma in _BY_HANDS and passive(verb) and _of_what_is_kept(burned)
    return bool(burned) and any(
        role_of(t) == "REB" or any(c.lower_ in ("armed", "masked") for c in t.children)
        for t in doers
    )


def _of_what_is_kept(burned: list[Token]) -> bool:
    """ "A mosque was set on fire", where no crowd is told that may have done it."""
    kept = any(t.lemma_.lower() in _KEPT for t in burned)
    return kept and not any(t.lemma_.lower() in _CROWD for t in burned[0].sent)
