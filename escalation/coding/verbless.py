"""Mends of news whose first verb the parse takes for a noun: "Exland expels envoy John Doe"."""

from spacy.tokens import Span, Token

_VERBS = {
    "accuses": "accuse",
    "arrests": "arrest",
    "claims": "claim",
    "condemns": "condemn",
    "denies": "deny",
    "deports": "deport",
    "detains": "detain",
    "expels": "expel",
    "orders": "order",
    "recalls": "recall",
    "rejects": "reject",
    "sentences": "sentence",
    "summons": "summon",
    "suspends": "suspend",
    "urges": "urge",
}
_NAMES = frozenset({"NNP", "NNPS", "JJ", "DT", "HYPH"})
_TAKEN = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CD", "PRP$"})
_FIRST = 5  # words that a name at the head of a sentence may have, and the verb after it


def mend_first_verb(sentence: Span) -> None:
    """Mend, in place, a sentence that is parsed as one noun phrase."""
    root = sentence.root
    to_do = root.tag_ == "VB" and any(c.tag_ == "TO" for c in root.children)
    alone = root.pos_ in ("NOUN", "PROPN") or to_do  # "Exland orders shops to close"
    verb = _taken_for_a_noun(sentence) if alone else None
    if verb is None:
        return
    before = [t for t in sentence if t.i < verb.i]
    after = [t for t in sentence if t.i > verb.i]
    subject = before[-1]
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", _VERBS[verb.lower_]
    verb.head, verb.dep_ = verb, "ROOT"
    for token in before:
        if token.head not in before:
            token.head, token.dep_ = (verb, "nsubj") if token is subject else (subject, token.dep_)
    subject.head, subject.dep_ = verb, "nsubj"
    whole = root if root.i != verb.i else next((t for t in after if t.dep_ == "appos"), None)
    if to_do:
        root.head, root.dep_ = verb, "xcomp"
        whole = next((t for t in root.children if t.dep_ == "nsubj" and t.i > verb.i), None)
    if whole is None:
        return
    whole.head, whole.dep_ = verb, "dobj"
    for token in after:
        if token is not whole and token.head.i <= verb.i and token.i < whole.i:
            token.head = whole
        told_to = token.tag_ == "VB" and token.dep_ in ("relcl", "acl", "advcl")
        if told_to and any(c.tag_ == "TO" for c in token.children):
            token.head, token.dep_ = verb, "xcomp"  # "orders guests to leave"


def _taken_for_a_noun(sentence: Span) -> Token | None:
    """The first noun that follows a name alone and can but be a verb before its object."""
    for at, token in enumerate(sentence[:_FIRST]):
        if at and token.lower_ in _VERBS and token.tag_ == "NNS" and at + 1 < len(sentence):
            named = sentence[at - 1].text[0].isupper() and sentence[at + 1].tag_ in _TAKEN
            return token if named and sentence[0].tag_ != "PRP$" else None
        if token.tag_ not in _NAMES:
            return None
    return None
