"""What is driven at somebody: a bomb on wheels, a drone with a charge, a car into a crowd.

"Rams a truck laden with explosives into a post" is a suicide attack, "flew a drone with a bomb
into a camp" one by a drone; "drives his van into worshippers" an attack, "a van skids" is none.
"""

from spacy.tokens import Token

from escalation.coding.sentence.clause import coordinated, prepositional
from escalation.coding.sentence.phrases import word_set

_DRIVES = word_set("drive ram plough plow crash steer slam smash")
_FLIES = _DRIVES | word_set("fly send pilot guide direct launch dispatch")
_MEANT = word_set("drive ram plough plow steer")
_ON_PURPOSE = word_set("deliberately intentionally purposely")
_DRUNK = word_set("drunk drunken elderly inebriated distracted")
_DRONES = word_set("drone quadcopter uav copter aircraft")
_VEHICLES = word_set(
    "car truck vehicle van lorry bus minibus motorcycle motorbike rickshaw tanker pickup suv humvee"
    " ambulance boat bicycle jeep taxi automobile"
)
_LADEN = word_set("laden pack load fill rig stuff lade")
_CHARGE = word_set("bomb explosive explosives ied dynamite")
_CHARGES = _CHARGE | {"grenade", "munition", "warhead"}
_TREADS = word_set("step tread stand drive run roll ride walk travel trip stumble")
_LAID = word_set("mine landmine ied minefield bomb")
_INTO = ("into", "through", "at", "against")
_CROWDS = word_set(
    "crowd pedestrian worshipper family passer-by passerby bystander shopper marcher protester"
    " demonstrator parade procession rally vigil queue cyclist worker student child people person"
    " man woman group gathering policeman soldier officer fundraiser market pilgrim tourist"
    " commuter mourner picket"
)


def driven_at(verb: Token) -> str | None:
    """The kind of attack where something is driven, or flown, into somebody or something."""
    if verb.lemma_.lower() in ("hit", "strike") and verb.pos_ == "VERB":
        laden = any(_is_a_bomb(c) for c in verb.children if c.dep_ == "nsubj")
        return "attack.suicide" if laden and any(c.dep_ == "dobj" for c in verb.children) else None
    if verb.lemma_.lower() not in _FLIES or verb.pos_ != "VERB":
        return None
    if verb.lemma_.lower() in _DRIVES:
        bomb = any(map(_is_a_bomb, verb.children)) or _by_a_bomber(verb)
        if bomb and rammed(verb):
            return "attack.suicide"
        if _into_a_crowd(verb):
            return "attack"
    return "force.drone" if any(map(_is_a_drone, verb.children)) and rammed(verb) else None


def _into_a_crowd(verb: Token) -> bool:
    """ "A man drives his van into worshippers", "a car was driven into a crowd": no mishap."""
    said = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    if not (verb.lemma_.lower() in _MEANT or said & _ON_PURPOSE):
        return False
    driven = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    if not any(c.lemma_.lower() in _VEHICLES for c in driven):
        return False
    drivers = [c for c in verb.children if c.dep_ == "nsubj"]
    drunk = {c.lower_ for driver in drivers for c in driver.children} & _DRUNK
    return not drunk and any(t.lemma_.lower() in _CROWDS for t in prepositional(verb, *_INTO))


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
    driven = [c for c in verb.children if _is_a_bomb(c) or _is_a_drone(c)]
    laden = [c for vehicle in driven for c in vehicle.children if c.dep_ in ("acl", "amod")]
    hit = [t for part in (verb, *laden) for t in prepositional(part, *_INTO)]
    objects = [c for c in verb.children if c.dep_ == "dobj" and c not in driven]
    if driven and all(map(_is_a_drone, driven)):
        return hit  # "sent a drone"
    return hit or [t for c in objects for t in coordinated(c)]


def _is_a_drone(noun: Token) -> bool:
    """ "Drones laden with bombs", "a quadcopter carrying explosives", "bomb-laden drones"."""
    return noun.dep_ in ("dobj", "nsubjpass") and carries_a_charge(noun)


def carries_a_charge(drone: Token) -> bool:
    """Is it a drone, with a charge told right beside it?"""
    if drone.lemma_.lower() not in _DRONES:
        return False
    beside = drone.doc[max(drone.sent.start, drone.i - 4) : drone.i + 5]
    return any(t.lemma_.lower() in _CHARGES for t in beside)


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
