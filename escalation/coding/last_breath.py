"""Deaths told without a word of death: "lost their lives", "embraced martyrdom", "succumbed"."""

from spacy.tokens import Token

from escalation.coding.people import is_person
from escalation.coding.phrases import word_set

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


def removes(verb: Token) -> bool:
    """ "Troops eliminated six militants", "the army lost six men": people, and no bomb."""
    if verb.lemma_.lower() not in _REMOVES or verb.pos_ != "VERB":
        return False
    return any(is_person(c) for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
