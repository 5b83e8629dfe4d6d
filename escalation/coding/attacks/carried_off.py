"""People carried off: "rebels captured 20 soldiers", "took three guards prisoner", "whisked away".

By rebels or armed men (``capture.py``) it is an abduction; police who do so arrest somebody.
"""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.sentence.clause import passive, patients, prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.people import is_person

_OFF = word_set("off away up")
_VESSELS = word_set("tanker ship vessel boat freighter trawler yacht ferry airliner plane bus")
_WAYS = word_set("seize board capture take pick whisk carry lead haul drag bundle")
_FROM = word_set(
    "home house hostel village bus car vehicle school office shop mosque hotel camp site farm"
)
_DOZENS = word_set("dozen dozens hundred hundreds score scores number group member")
_CAPTIVE = word_set("prisoner captive prisoners")


def carried_off(verb: Token) -> list[Token]:
    """Heads of the people whom a verb says were carried off; empty if none."""
    lemma = verb.lemma_.lower()
    if lemma not in _WAYS or verb.pos_ != "VERB":
        return []
    taken = patients(verb)
    taken += [t for c in taken if c.lemma_ in _DOZENS for t in prepositional(c, "of")]
    by = verb.dep_ != "pcomp" and any(c.dep_ == "agent" for c in verb.children)
    if lemma in ("seize", "board"):  # "pirates seized a tanker", "clerks seized by rebels"
        people = [t for t in taken if by and (is_person(t) or role_of(t))]
        return people or [t for t in taken if t.lemma_.lower() in _VESSELS]
    prisoners = [t for t in taken if t.lower_ in _CAPTIVE]
    people = [t for t in taken if is_person(t) and t not in prisoners]
    if lemma == "take" and prisoners:  # "took 30 policemen prisoner", the policemen's by the parse
        return people or [c for t in prisoners for c in t.children if is_person(c)]
    if lemma == "capture" or any(c.lower_ in _OFF for c in verb.children):
        return people
    prisoner = any(c.lower_ in _CAPTIVE for c in verb.children)
    out = any(c.lower_ == "out" for c in verb.children)
    prisoner = prisoner or (not out and by)  # "taken by bandits"
    away = any(t.lemma_.lower() in _FROM for t in prepositional(verb, "from"))
    return people if lemma == "take" and (prisoner or away) else []


def at_gunpoint(verb: Token) -> bool:
    """ "Was taken captive", "at gunpoint": by nobody who could do so by right."""
    said = {c.lower_ for c in verb.children} | {t.lower_ for t in prepositional(verb, "at")}
    return verb.lemma_ == "take" and passive(verb) and bool(said & {"captive", "gunpoint"})
