"""Protests that nobody is named for are people's: "a rally was held", "hundreds march"."""

from spacy.tokens import Token

from escalation.coding.attacks.street import STREET
from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.reaction import drew
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.phrases import word_set

HELD = STREET | word_set("strike walkout shutdown hartal blockade vigil procession sit-in")
MANY = word_set("hundred thousand dozen score million many")
_SUBJECTS = ("nsubj", "pobj", "nsubjpass", "attr")


def by_people(word: Cue, kind: str) -> bool:
    """Is a protest told as what people do, by a noun, as held, or by how many they are?"""
    noun = word.noun is not None and (word.noun.dep_ in _SUBJECTS or drew(word.noun) is not None)
    if (noun or word.is_beside) and kind in ("protest", "protest.riot"):
        return True
    held = passive(word.anchor) and not HELD.isdisjoint(acted_on(word.anchor))
    return held or not MANY.isdisjoint(t.lemma_.lower() for t in agents(word.anchor))


def acted_on(verb: Token) -> set[str]:
    """Words of what a verb is done to, and of what that is of."""
    return {t.lemma_.lower() for one in patients(verb) for t in (one, *prepositional(one, "of"))}
