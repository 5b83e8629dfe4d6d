"""Sentences that begin with a place, and two verbs of those who fell before one clause.

"In Exford, a blast in a bus hurt eight": the parse takes the blast for another name of the town,
and finds nobody who did it but whoever tells. "Nine were killed and four hurt when rebels mined a
road": it hangs the mine on those who were hurt alone.
"""

from spacy.tokens import Doc, Token

from escalation.coding.sentence.clause import SUBJECTS
from escalation.coding.sentence.phrases import word_set

_HARM = word_set("kill wound injure hurt martyr die")
_OF_ALL = frozenset({"advcl", "prep", "npadvmod"})


def place_first(doc: Doc) -> None:
    """Mend a parsed document in place."""
    for sentence in list(doc.sents):
        if sentence[0].lower_ in ("in", "at", "near", "outside") and sentence[0].dep_ == "prep":
            _own_subject(sentence[0])
    for token in doc:
        if token.dep_ == "conj" and token.tag_ in ("VBN", "VBD") and token.lemma_ in _HARM:
            _of_both(token)


def _own_subject(first: Token) -> None:
    verb = first.head
    town = next((c for c in first.children if c.dep_ == "pobj"), None)
    subjects = SUBJECTS | {"nsubjpass"}
    if town is None or verb.pos_ != "VERB" or any(c.dep_ in subjects for c in verb.children):
        return
    apart = any(c.text == "," for c in town.children)
    what = next((c for c in town.children if c.dep_ == "appos" and c.i < verb.i), None)
    if what is None or not apart or what.pos_ != "NOUN":
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    what.head, what.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _of_both(second: Token) -> None:
    first = second.head
    fell = first.lemma_ in _HARM and any(c.dep_ == "nsubjpass" for c in first.children)
    counted = any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "NUM" for c in second.children)
    if not fell or not counted:
        return
    for child in list(second.children):
        if child.dep_ in _OF_ALL and child.i > second.i:
            child.head = first
