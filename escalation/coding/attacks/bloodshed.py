"""Violence by its bare name: "killed in violence in Exford", "two days of unrest left nine dead".

"Violence", "unrest" and "arson" are spoken of far more than they are told; they tell of a deed
where somebody died or was hurt in them.
"""

from spacy.tokens import Token

from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.phrases import word_set

_NAMES = word_set("violence unrest bloodshed arson feud vendetta")
_INCIDENTS = word_set("incident attack case fire")
_AT_HOME = word_set("domestic gender family sexual marital dowry")
_SPELLS = word_set("day night week hour spate wave bout round outbreak incident act")


def is_bloodshed(noun: Token) -> bool:
    """Is it violence by its bare name, in which somebody fell?"""
    if noun.lemma_.lower() not in _NAMES or any(c.lower_ in _AT_HOME for c in noun.children):
        return False
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _SPELLS:
        noun = noun.head.head  # "days of violence"
    if noun.dep_ == "compound" and noun.head.lemma_.lower() in _INCIDENTS:
        noun = noun.head  # "arson incidents"
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in ("in", "during", "amid", "by"):
        verb = verb.head
    elif noun.dep_ != "nsubj":
        return False
    return verb.lemma_.lower() in words().harm or verb.lower_ == "dead"
