"""Verbs that tell of violence only by who does it, and to what.

"Rebels destroyed twelve trucks" is an attack, "the flood destroyed twelve trucks" none; "their
leader was taken out by a missile"; "80 schoolgirls were poisoned", and not by their meal.
"""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.tolls.people import is_person

_DESTROYS = word_set("destroy demolish wreck dynamite vandalise vandalize ransack")
_THINGS = word_set(
    "truck vehicle tanker convoy car bus van lorry train school mosque church temple shrine house"
    " home building office clinic hospital market shop bridge tower pylon pipeline dam station"
    " checkpoint post outpost base camp court library statue monument farm machinery equipment"
)
_FOOD = word_set(
    "food meal dinner lunch alcohol liquor moonshine mushroom water milk sweet gas monoxide lead"
    " pesticide fish cake ice-cream chemical air fume dish feast prasad drink wine beer methanol"
)


def does_violence(verb: Token, lemma: str) -> bool:
    """Is what the verb says violence, by the doers and by what it was done to?"""
    if lemma in _DESTROYS:
        ruined = any(t.lemma_.lower() in _THINGS for t in patients(verb))
        return ruined and any(role_of(t) == "REB" for t in agents(verb))
    if lemma == "take":
        return _takes_out(verb)
    return lemma == "poison" and _poisons(verb)


def _takes_out(verb: Token) -> bool:
    """ "A missile took out the group's leader", not "the family took out a loan"."""
    out = any(c.lower_ == "out" and c.dep_ == "prt" for c in verb.children)
    if not out or not any(is_person(t) or role_of(t) for t in patients(verb)):
        return False
    return any(role_of(t) in ("REB", "MIL") or _is_means(t) for t in agents(verb))


def _is_means(token: Token) -> bool:
    return token.lemma_.lower() in words().means


def _poisons(verb: Token) -> bool:
    """ "Eighty schoolgirls were poisoned", as far as is told by somebody."""
    if not _FOOD.isdisjoint(t.lemma_.lower() for t in verb.sent):
        return False
    whom = [n for t in patients(verb) for n in (t, *prepositional(t, "of"))]  # "dozens of girls"
    hurt = any(is_person(t) or role_of(t) for t in whom)
    return hurt and (passive(verb) or any(map(is_person, agents(verb))))
