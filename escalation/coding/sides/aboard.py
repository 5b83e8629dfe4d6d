"""Whom a bomb meets: those aboard what it hits, who pass where it goes off, what it tears through.

"A van carrying policemen", "a truck of the army", "a bus full of pilgrims" stand for whom they
carry or belong to.
"""

from spacy.tokens import Token

from escalation.coding.attacks.violence import Violence
from escalation.coding.sentence.clause import agents, patients, prepositional, spoken_of_before
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.premises import EDGES, POSTS, VEHICLES

_HOLDS = word_set(
    "carry contain transport house host accommodate ferry take bring fly drive bus shuttle"
)
_FULL = word_set("full pack cram fill crowd load")
_RIDES = word_set("travel ride rid sit move journey commute be")
_TEARS = word_set("tear rip cut slam smash crash plough plow rain shower burst blaze fall land")
_WRECKS = word_set("destroy damage wreck demolish shatter gut overturn devastate mangle raze")
_THROUGH = ("through", "into", "onto", "on", "in")
_PASSES = word_set("pass drive travel approach arrive cross walk move enter patrol proceed head")
_HIS = frozenset({"his", "her"})
_BURSTS = frozenset({"explode", "detonate", "go", "blow"})


def aboard(vehicle: Token) -> Token:
    """Whom a vehicle or base carries or belongs to, where that is said; else the thing itself."""
    places = [t for t in prepositional(vehicle, "in", "at", "near") if t.pos_ == "PROPN"]
    lemma = vehicle.lemma_.lower()
    if lemma in EDGES and (inside := prepositional(vehicle, "of", "to")):
        return inside[0]  # "the gate of the barracks"
    if lemma not in VEHICLES | POSTS:
        return vehicle
    for clause in (c for part in (vehicle, *places) for c in part.children):
        if (people := _carried(clause)) is not None:
            return people
    if lemma not in VEHICLES:
        return vehicle
    aboard = [t for t in prepositional(vehicle, "of") if t.lemma_.lower() not in VEHICLES]
    aboard += [c for c in vehicle.children if c.dep_ == "poss"]
    named = bool(aboard) and (aboard[0].pos_ in ("NOUN", "PROPN") or aboard[0].lower_ in _HIS)
    return aboard[0] if named else vehicle


def _carried(clause: Token) -> Token | None:
    """Who is in it: "carrying guards", "full of guards", "in which a judge was travelling"."""
    lemma = clause.lemma_.lower()
    if clause.dep_ in ("acl", "relcl") and lemma in _HOLDS:
        return next(iter(patients(clause)), None)
    if clause.dep_ in ("acl", "amod", "acomp") and lemma in _FULL:
        return next(iter(prepositional(clause, "of", "with")), None)
    if clause.dep_ == "relcl" and lemma in _RIDES:
        within = (c for c in clause.children if c.lower_ in ("in", "aboard", "on"))
        which = any(t.lower_ == "which" for c in within for t in c.children)
        return next(iter(agents(clause)), None) if which else None
    return None


def carried_by(verb: Token) -> list[Token]:
    """ "The van was carrying guards": whom a vehicle carried that was told before."""
    if verb.lemma_.lower() not in _HOLDS or verb.pos_ != "VERB":
        return []
    known = [t for t in agents(verb) if t.lemma_.lower() in VEHICLES and spoken_of_before(t)]
    return patients(verb) if known else []


def met(word: Violence) -> list[Token]:
    """Who or what a bomb meets by its verb: "tore through a van", "goes off as a patrol passes"."""
    token = word.token
    verb = token if word.is_verb else token.head
    if not word.is_verb and (token.dep_ != "nsubj" or verb.pos_ != "VERB"):
        return []
    lemma = verb.lemma_.lower()
    if lemma in _WRECKS and not word.is_verb:
        return patients(verb)
    if lemma in _TEARS and not word.is_verb:
        down = [c for c in verb.children if c.dep_ in ("advmod", "prt")]  # "rained down on"
        return [t for part in (verb, *down) for t in prepositional(part, *_THROUGH)]
    if lemma not in _BURSTS or not word.kind.startswith("attack"):
        return []
    clauses = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_.lower() in _PASSES]
    near = [c for c in clauses if any(m.lower_ in ("as", "when", "while") for m in c.children)]
    return [t for clause in near for t in agents(clause)]
