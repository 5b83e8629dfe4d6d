"""Killings told by who is found: "a kidnapped doctor was found dead", bodies with shot wounds."""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.sentence.clause import patients, prepositional
from escalation.coding.sentence.phrases import word_set

_FINDS = word_set("find recover discover retrieve")
_CAPTIVE = word_set(
    "abducted kidnapped beheaded executed tortured murdered slain captured decapitated"
)
_TAKEN = word_set("abduct kidnap behead execute torture murder slay capture shoot seize decapitate")
_HURT = word_set("throat gunshot bullet stab torture")
_FORCES = frozenset({"MIL", "COP"})


def found_killed(verb: Token) -> bool:
    """ "Was found dead": killed, where he had been taken, bears wounds, or was a soldier."""
    if verb.lemma_.lower() not in _FINDS or verb.pos_ != "VERB":
        return False
    if not any(c.lower_ == "dead" and c.dep_ in ("oprd", "acomp", "dobj") for c in verb.children):
        return False
    if any(t.lemma_.lower() in _HURT for t in verb.subtree if t.i > verb.i):
        return True
    return any(_was_taken(t) or role_of(t) in _FORCES for t in patients(verb))


def _was_taken(person: Token) -> bool:
    """ "A kidnapped doctor", "men abducted last week", "two who had been shot"."""
    said = (c for c in person.children if c.dep_ in ("amod", "acl", "relcl"))
    return any(
        c.lower_ in _CAPTIVE if c.dep_ == "amod" else c.lemma_.lower() in _TAKEN for c in said
    )


def of_the_killed(body: Token) -> bool:
    """ "The bodies of four abducted policemen", "five bodies with gunshot wounds"."""
    if any(_was_taken(t) for t in prepositional(body, "of")):
        return True
    marks = prepositional(body, "with", "bearing")
    return any(t.lemma_.lower() in _HURT for mark in marks for t in (mark, *mark.children))
