"""Nouns of violence that tell none where they stand: a coal mine, a strike for higher pay."""

import re

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.eventive import GROWS
from escalation.coding.attacks.tame import is_peaceful
from escalation.coding.attacks.violence_words import words
from escalation.coding.days.calendar import WEEKDAY
from escalation.coding.sentence.clause import PARTS, agents, prepositional
from escalation.coding.sentence.phrases import word_set

_DISARMS = word_set(
    "clearer clearance clearing detector detection sweeper removal awareness remover disposal squad"
    " shelter scare hoax threat"
)
_STORED_IN = frozenset({"gas", "fuel", "water", "oil", "septic", "storage", "propane", "think"})
_WORKS = word_set(
    "factory refinery depot warehouse workshop boiler plant fireworks kitchen gas fuel colliery"
    " pipeline cylinder firecracker manufacturing mill silo transformer stove compressor tanker"
    " fertilizer fertiliser generator furnace laboratory foundry chemical petrol substation kiln"
    " munition munitions ammunition arsenal armoury armory smelter cng lpg steelworks steelmaker"
)
_BOILS = word_set(
    "boiler cylinder transformer tanker stove furnace compressor generator refinery battery"
    " gas fuel kiln heater geyser airliner airplane aeroplane boeing airbus"
)
_RELIC = word_set("old unexploded leftover abandoned rusty buried discarded undetonated")
_DUG = word_set(
    "coal gold copper salt marble gem gemstone chromite iron silver lead zinc diamond ore lithium"
    " emerald illegal private uranium tin cobalt nickel open"
)
_NO_ARMS = word_set("hunger general lightning bird teacher nurse doctor worker labour labor")
_STRIKERS = word_set("air military precision retaliatory cross border surgical aerial coalition")
_FLOWN = word_set("aircraft jet warplane plane helicopter gunship chopper")
_MEETS = word_set("such chance brief friendly informal diplomatic close public rare cordial")
_ENDS_OF_CAPTIVES = frozenset({"execute", "behead", "murder", "shoot", "slay", "hang"})
_KEPT_AT = frozenset({"operate", "station", "base", "deploy", "control"})
_RUINS = word_set("destroy flatten level demolish damage gut hit")


def is_tame_noun(noun: Token, lemma: str, *, alone: bool) -> bool:
    """Is a noun of violence none where it stands: a stock exchange, a strike for higher pay?

    ``alone`` says that no word before it makes it one of violence.
    """
    if lemma in ("mine", "landmine", "bomb") and noun.dep_ in PARTS:
        return noun.head.lemma_.lower() in _DISARMS
    if lemma in _FLOWN and noun.dep_ == "nsubj" and noun.head.lemma_.lower() == "crash":
        return True  # "killed after their aircraft crashes": it struck nobody
    if lemma in ("drone", "uav"):
        return any(c.dep_ == "acl" and c.lemma_.lower() in _KEPT_AT for c in noun.children)
    if lemma == "hostage":
        return noun.dep_ in ("nsubjpass", "nsubj", "dobj") and _falls(noun.head)
    if lemma == "fight":
        return noun.head.lemma_.lower() in GROWS or any(
            c.dep_ == "acl" and c.lemma_.lower() in GROWS for c in noun.children
        )
    if lemma == "exchange":
        return alone and not _of_fire(noun)
    if lemma in ("crackdown", "clampdown"):
        return _policing(noun)
    if lemma == "operation":
        return is_peaceful(noun)
    if lemma == "encounter":
        return any(c.lower_ in _MEETS for c in noun.children)
    if lemma == "tank":
        return any(c.lower_ in _STORED_IN for c in noun.children)
    return lemma == "strike" and alone and not _armed_strike(noun)


def _falls(verb: Token) -> bool:
    """ "Two hostages were killed": how they fared, not that they were taken."""
    lemma = verb.lemma_.lower()
    return verb.pos_ == "VERB" and (lemma in words().harm or lemma in _ENDS_OF_CAPTIVES)


def is_container(word: Token, noun: Token) -> bool:
    """ "A gas tank explosion", "septic tank blast": the tank is no weapon."""
    beside = (*noun.children, *word.children)
    return word.lemma_ == "tank" and any(c.lower_ in _STORED_IN for c in beside)


def is_industrial(noun: Token, lemma: str) -> bool:
    """An explosion in a factory is an accident until somebody says otherwise."""
    if lemma not in ("explosion", "blast"):
        return False
    return any(
        t.lemma_.lower() in _WORKS or (t.lemma_ == "mine" and is_colliery(t)) for t in noun.sent
    )


def boils_over(verb: Token) -> bool:
    """ "A boiler exploded", "a transformer blew up": nobody set it off."""
    things = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    named = [(t, *(c for c in t.children if c.dep_ == "appos")) for t in things]
    return bool(things) and all(
        any(t.lemma_.lower() in _BOILS for t in words_of) for words_of in named
    )


def is_relic(shell: Token) -> bool:
    """ "An old mortar shell", "a shell that children had found": left from a war, not fired."""
    said = {c.lower_ for c in shell.children} | {c.lower_ for c in shell.head.children}
    played = {t.lemma_.lower() for t in shell.sent}
    return not _RELIC.isdisjoint(said) or ("play" in played and "child" in played)


def is_of_a_truce(noun: Token) -> bool:
    """ "A violation of the ceasefire"."""
    return any(t.lemma_.lower() in ("ceasefire", "truce") for t in prepositional(noun, "of"))


def _of_fire(noun: Token) -> bool:
    return any(c.lower_ in ("of", "between") for c in noun.children)


def _policing(noun: Token) -> bool:
    """A crackdown on smuggling or dissent: a policy, not a fight."""
    objects = prepositional(noun, "on", "against")
    return any(role_of(token) is None and token.pos_ == "NOUN" for token in objects)


def is_colliery(noun: Token) -> bool:
    """A mine where people work, not one that they step on."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("at", "in", "inside"):
        return True
    return any(c.lower_ in _DUG for c in noun.children) or any(
        t.lemma_.lower() in ("miner", "mineworker") for t in noun.sent
    )


def _armed_strike(noun: Token) -> bool:
    """A strike on somebody, not one for higher pay."""
    beside = {c.lower_ for c in noun.children}
    if any(t.lower_ == "protest" for t in prepositional(noun, "in")):
        return False
    if noun.head.lemma_ in ("conduct", "carry", "launch") and not beside & {"hunger", "general"}:
        return True
    if not beside & _NO_ARMS and (_does_harm(noun) or _resumed_on(noun)):
        return True
    return bool(beside & _STRIKERS) or bool(
        beside & {"on", "against", "near"} and not beside & {"hunger", "general", "going"}
    )


def _resumed_on(strike: Token) -> bool:
    """ "Resumes strikes on Exland", where the parse hangs "on" on the verb; not "on Monday"."""
    if strike.dep_ != "dobj" or strike.head.lemma_ not in ("resume", "renew", "restart", "begin"):
        return False
    by = agents(strike.head)
    armed = any(t.pos_ == "PROPN" or role_of(t) in ("MIL", "REB") for t in by)
    upon = [t for t in prepositional(strike.head, "on", "against") if t.i > strike.i]
    days = [t for t in upon if re.fullmatch(WEEKDAY, t.text) or any(c.like_num for c in t.children)]
    return armed and len(upon) > len(days)


def _does_harm(strike: Token) -> bool:
    """ "A strike kills nine", "nine are killed in a strike"."""
    led = strike.dep_ == "pobj" and strike.head.lower_ in ("in", "by")
    verb = strike.head.head if led else strike.head
    ruins = strike.dep_ == "nsubj" and verb.lemma_.lower() in _RUINS and _of_a_people(strike)
    return ruins or ((led or strike.dep_ == "nsubj") and verb.lemma_.lower() in words().harm)


def _of_a_people(strike: Token) -> bool:
    """ "An Israeli strike destroyed a clinic"."""
    before = (c for c in strike.children if c.i < strike.i and c.dep_ in ("amod", "compound"))
    return any(c.text[0].isupper() for c in before)
