"""Bombs that are driven: "rams a truck laden with explosives into a post" is a suicide attack."""

from spacy.tokens import Token

from escalation.coding.sentence.clause import coordinated, prepositional
from escalation.coding.sentence.phrases import word_set

_DRIVES = word_set("drive ram plough plow crash steer slam smash")
_VEHICLES = word_set(
    "car truck vehicle van lorry bus minibus motorcycle motorbike rickshaw tanker pickup suv humvee"
    " ambulance boat bicycle jeep taxi automobile"
)
_LADEN = word_set("laden pack load fill rig stuff lade")
_CHARGE = word_set("bomb explosive explosives ied dynamite")
_TREADS = word_set("step tread stand drive run roll ride walk travel trip stumble")
_LAID = word_set("mine landmine ied minefield bomb")
_INTO = ("into", "through", "at", "against")


def drives_a_bomb(verb: Token) -> bool:
    """Is a vehicle with a bomb in it driven into somebody or something?"""
    if verb.lemma_.lower() not in _DRIVES or verb.pos_ != "VERB":
        return False
    bomb = any(map(_is_a_bomb, verb.children)) or _by_a_bomber(verb)
    return bomb and bool(rammed(verb))


def treads_on_a_mine(verb: Token) -> bool:
    """ "A van drove over a landmine", "he stepped on a mine": it went off beneath them."""
    if verb.lemma_.lower() not in _TREADS or verb.pos_ != "VERB":
        return False
    on = prepositional(verb, "on", "onto", "over", "across", "into")
    return any(t.lemma_.lower() in _LAID or _explosive(t) for t in on)


def _explosive(noun: Token) -> bool:
    return noun.lemma_ == "device" and any(c.lower_ == "explosive" for c in noun.children)


def _by_a_bomber(verb: Token) -> bool:
    """ "A suicide bomber rammed his car into a gate", "rams a police van"."""
    drivers = (c for c in verb.children if c.dep_ == "nsubj")
    return any(c.lower_ == "suicide" for driver in drivers for c in driver.children)


def rammed(verb: Token) -> list[Token]:
    """What a driven bomb hits: "into a post", and what the bomb itself rams."""
    driven = [c for c in verb.children if _is_a_bomb(c)]
    laden = [c for vehicle in driven for c in vehicle.children if c.dep_ == "acl"]
    hit = [t for part in (verb, *laden) for t in prepositional(part, *_INTO)]
    objects = [c for c in verb.children if c.dep_ == "dobj" and c not in driven]
    return hit or [t for c in objects for t in coordinated(c)]


def _is_a_bomb(noun: Token) -> bool:
    """ "A car bomb", "a truck packed with explosives", "an explosives-laden van"."""
    if noun.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return False
    beside = {t.lemma_.lower() for c in noun.children for t in (c, *c.children) if c.i < noun.i}
    if noun.lemma_.lower() == "bomb":
        return bool(beside & _VEHICLES)
    said = {t.lemma_.lower() for t in noun.subtree}
    laden = bool(said & _LADEN) or "laden" in {t.lower_ for t in noun.subtree}
    return noun.lemma_.lower() in _VEHICLES and laden and bool(said & _CHARGE)
