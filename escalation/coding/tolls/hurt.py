"""Injuries told without a verb of injury: "suffered burns", "survived with wounds"."""

from spacy.tokens import Token

from escalation.coding.sentence.phrases import word_set

_HURTS = word_set("injury injuries wound wounds burn burns")
SEVERAL = word_set("injuries wounds burns")
"""Nouns of injuries, of several at that."""
_SUFFER = frozenset({"suffer", "sustain", "receive"})
SUFFERS = _SUFFER | {"treat", "hospitalize", "hospitalise"}
"""Verbs that tell of an injury if what they take does."""
_FAR = 3  # words from "with" to the injuries


def takes_injury(verb: Token) -> bool:
    """ "Suffered minor injuries"."""
    if verb.lemma_.lower() not in _SUFFER:
        return False
    return any(c.lemma_.lower() in _HURTS for c in verb.children if c.dep_ == "dobj")


def is_treated(verb: Token) -> bool:
    """ "Were treated for wounds", "with 40 more hospitalised"."""
    lemma = verb.lemma_.lower()
    if lemma != "treat" or verb.tag_ not in ("VBN", "VBD", "VBG"):
        return lemma in ("hospitalize", "hospitalise") and verb.tag_ == "VBN"
    hurts = (t.lemma_.lower() for c in verb.children if c.lower_ == "for" for t in c.children)
    return any(hurt in _HURTS for hurt in hurts)


def injuries_to(noun: Token) -> bool:
    """ "Injuries to nine shoppers"."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    return noun.lower_ in SEVERAL and after is not None and after.lower_ == "to"


def led_by_with(noun: Token) -> int:
    """How many words before it "with severe wounds" begins; 0 where it does not."""
    if noun.lower_ not in SEVERAL:
        return 0
    for back in range(1, min(_FAR, noun.i) + 1):
        before = noun.nbor(-back)
        if before.lower_ == "with":
            return back
        if before.tag_ not in ("JJ", "NN", "RB"):  # "with serious gunshot wounds"
            return 0
    return 0


def borne_by(noun: Token) -> list[Token]:
    """Who "survived with injuries", and whom a blast "left with injuries"."""
    verb = noun.head.head
    if noun.head.lower_ != "with" or verb.pos_ not in ("VERB", "AUX"):
        return []
    left = [c for c in verb.children if c.dep_ == "dobj"]
    return left or [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
