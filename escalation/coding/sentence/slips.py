"""Slips of the parse in headlines: a name that is none, who exchanged fire, who fell."""

from spacy.tokens import Doc, Token

from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.phrases import word_set

_FIRE = frozenset({"gunfire", "fire", "shots"})
_FELL = word_set("kill wound injure hurt martyr shoot abduct kidnap arrest ambush gun slay")


def mend_slips(doc: Doc) -> None:
    """Mend them in place."""
    for sentence in doc.sents:
        if sentence[0].tag_ == "NNPS":
            _no_name(sentence[0])
        if sentence.root.lemma_ in ("trade", "exchange"):
            _exchanged(sentence.root)
    for token in doc:
        if token.tag_ == "VBN" and token.dep_ == "acl" and token.lemma_ in _FELL:
            _of_the_first(token)


def _no_name(first: Token) -> None:
    """ "Rockets hit a town": a noun of violence that opens a sentence is nobody's name."""
    one = first.lower_.removesuffix("s")
    if one in words().nouns:
        first.pos_, first.tag_, first.lemma_ = "NOUN", "NNS", one


def _of_the_first(verb: Token) -> None:
    """ "Two officers guarding nurses killed in a raid": in a headline, the officers."""
    guarding = verb.head.head
    whole = guarding.head
    beside = verb.head.dep_ == "dobj" and guarding.tag_ == "VBG" and guarding.dep_ == "acl"
    if beside and whole.dep_ == "ROOT" and whole.pos_ in ("NOUN", "PROPN"):
        verb.head = whole


def _exchanged(verb: Token) -> None:
    """ "Gunfire exchanged between guards and rebels": nobody's but theirs, in the passive."""
    between = any(c.lower_ == "between" for c in verb.children)
    for child in verb.children if between else ():
        if child.dep_ == "nsubj" and child.lower_ in _FIRE:
            child.dep_, verb.tag_ = "nsubjpass", "VBN"
