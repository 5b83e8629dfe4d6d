"""Deaths told without a word of death: "lost their lives", "embraced martyrdom", "succumbed"."""

from spacy.tokens import Token

from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.people import is_person

# A verb with what it takes: who loses his life, lays it down, breathes his last.
_DIES = {
    "lose": word_set("life"),
    "lay": word_set("life"),
    "give": word_set("life"),
    "embrace": word_set("martyrdom shahadat death"),
    "attain": word_set("martyrdom shahadat"),
    "achieve": word_set("martyrdom"),
    "meet": word_set("death end"),
    "breathe": word_set("last"),
}
_BEREFT = word_set("lose suffer sustain")
_LOSSES = word_set("casualty fatality death")
_WOUNDS = word_set("injury wound burn")
_REMOVES = word_set("eliminate neutralise neutralize liquidate lose")


def dies(verb: Token) -> bool:
    """ "Nine lost their lives", "two succumbed to their wounds": of its subject."""
    lemma = verb.lemma_.lower()
    if lemma == "succumb":
        to = [t for c in verb.children if c.lower_ == "to" for t in c.children]
        return not to or any(t.lemma_.lower() in _WOUNDS for t in to)
    if verb.pos_ != "VERB" or lemma not in _DIES:
        return False
    ends = (c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "oprd", "advmod"))
    return any(end in _DIES[lemma] for end in ends)


def bereft(verb: Token) -> bool:
    """ "Troops lost three men in an ambush", "police suffered two fatalities": their own."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _BEREFT or not _in_battle(verb):
        return False
    counted = (c for c in verb.children if c.dep_ == "dobj" and _has_count(c))
    return any(is_person(c) or c.lemma_.lower() in _LOSSES for c in counted)


def _has_count(noun: Token) -> bool:
    return any(c.dep_ == "nummod" or c.lower_ in ("several", "dozens") for c in noun.children)


def falls_in_battle(verb: Token) -> bool:
    """ "Four soldiers fell in an ambush": they died there."""
    if verb.lemma_.lower() != "fall" or verb.pos_ != "VERB":
        return False
    if any(c.lemma_ == "victim" for c in verb.children):
        return False  # "fell victim to an ambush" says as much by itself
    fell = any(c.dep_ == "nsubj" and is_person(c) for c in verb.children)
    return fell and _in_battle(verb)


def _in_battle(verb: Token) -> bool:
    where = (t for c in verb.children if c.lower_ in ("in", "during", "to") for t in c.children)
    return any(t.lemma_.lower() in words().nouns and _is_one(t) for t in where)


def _is_one(noun: Token) -> bool:
    """ "In an ambush", "in a clash": no ranks that fall in battle, no demand that fell in ..."""
    return any(c.lower_ in ("a", "an", "the") for c in noun.children)


def removes(verb: Token) -> bool:
    """ "Troops eliminated six militants", "the army lost six men": people, and no bomb."""
    if verb.lemma_.lower() not in _REMOVES or verb.pos_ != "VERB":
        return False
    return any(is_person(c) for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
