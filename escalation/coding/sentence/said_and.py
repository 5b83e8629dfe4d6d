"""Who "said that X had failed and urged Y": who said it urges, not X.

The parse hangs the second verb on the clause of what was said.
"""

from spacy.tokens import Doc, Token

from escalation.coding.sentence.clause import SUBJECTS
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import SAY

_SPOKEN = word_set(
    "urge vow pledge warn call appeal demand reiterate express condemn thank praise ask promise"
    " stress reaffirm renew invite criticize criticise denounce hail welcome advise caution"
)
_OFTEN = word_set("accuse threaten blame offer announce reject deny refuse rule order")
_PAST = frozenset({"VBD", "VBN"})
_STATES = frozenset({"be", "have", "remain", "become"})


def said_and(doc: Doc) -> None:
    """Hang such verbs on the verb of saying."""
    for verb in doc:
        if verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.lemma_.lower() in _SPOKEN | _OFTEN:
            saying = _saying(verb)
            if saying is not None:
                verb.head = saying


def _saying(verb: Token) -> Token | None:
    told = verb.head
    while told.dep_ == "conj" and told.head.pos_ in ("VERB", "AUX"):
        told = told.head
    saying = told.head
    if told.dep_ == "acl" and saying.dep_ == "dobj" and _apart(verb, told):
        return saying.head if saying.head.tag_ == verb.tag_ else None
    if told.dep_ != "ccomp" or saying.lemma_.lower() not in SAY or told.i < saying.i:
        return None
    own = any(c.dep_ in SUBJECTS | {"nsubjpass", "aux", "auxpass", "mark"} for c in verb.children)
    past = {saying.tag_, verb.tag_} <= _PAST
    if own or not (past or saying.tag_ == verb.tag_):
        return None
    if not any(c.dep_ == "nsubj" for c in saying.children):
        return None
    apart = told.lemma_ in _STATES or any(c.dep_ in ("aux", "auxpass") for c in told.children)
    return saying if apart or verb.lemma_.lower() in _SPOKEN else None


def _apart(verb: Token, told: Token) -> bool:
    """ "Rejects the claim that jets were shot down and instead blames Rome": who rejects it."""
    own = any(c.dep_ in SUBJECTS | {"nsubjpass", "aux", "auxpass", "mark"} for c in verb.children)
    instead = any(c.lower_ in ("instead", "then", "also") for c in verb.children)
    return not own and (instead or told.tag_ != verb.tag_)
