"""Warnings: which are threats, which tell of a danger that others are in.

"warned Rome of consequences"            a threat
"warned that it would strike"            a threat
"warned tourists of attacks by rebels"   no threat
"warns that millions will starve"        no threat
"""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import passive, patients, prepositional
from escalation.coding.sentence.phrases import word_set

_CONSEQUENCES = word_set(
    "consequence retaliation reprisal response action price repercussion war bloodshed strike"
    " offensive"
)
_BEAR = word_set("face suffer pay bear regret cost draw invite trigger provoke receive lead")
_SELF = word_set("it they he we i she its their his our")
PROVOKES = word_set(
    "aggression interference violation violations incursion incursions intrusion move provocation"
    " misadventure adventurism attack attacks strikes encroachment"
)
"""What is said to be answered, with force."""
_RISKS = word_set(
    "risk danger threat possibility likelihood potential possible imminent heightened plot scam"
    " flood rain storm heat outbreak shortage famine hunger crisis disease"
)
_PEOPLE = word_set(
    "staff citizen national people resident public traveller traveler tourist driver commuter"
    " employee personnel visitor pilgrim passenger expatriate"
)
_ALERTS = frozenset({"warning", "alert", "advisory"})
_WARNS = frozenset({"verb:warn", "verb:caution", "noun:warning"})
_HELPERS = frozenset({"NGO", "MED", "EDU"})
_UNARMED = frozenset({"OPP", "CVL", "REL", "ELI", "PTY", "LAB"})
_THREATS = word_set("sanction consequence action suspend halt cut withdraw response")


def warning(verb: Token) -> Cue | None:
    """To warn somebody, or that one will do something, is a threat; to warn of things is not."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if any(c.lower_ in ("must", "should") for clause in clauses for c in clause.children):
        return Cue(verb, "demand", "verb:warn")
    objects = any(c.dep_ == "dobj" for c in verb.children)
    warned_of = prepositional(verb, "of")
    harm = any(t.lemma_.lower() in _CONSEQUENCES or noun_kind(t) for t in warned_of)
    if harm or objects or any(_to_be_feared(c, verb) for c in clauses):
        return Cue(verb, "threat", "verb:warn")
    return None


def is_caution(word: Cue, initiator: Who, target: Who | None, cast: Cast) -> bool:
    """Is a danger told by one who does not make it: "warned citizens of attacks"?"""
    warned = [t for t in patients(word.anchor) if t.lemma_.lower() in _ALERTS]
    if (word.rule not in _WARNS and not warned) or initiator.sector == "REB":
        return False
    said = [t for t in word.anchor.subtree if t.i != word.anchor.i]
    words = {t.lemma_.lower() for t in said}
    if _advises(word.anchor, initiator, cast):
        return words.isdisjoint(_THREATS | _CONSEQUENCES)
    if initiator.country in ("IGO", "NGO") or initiator.sector in _HELPERS:
        return words.isdisjoint(_THREATS)
    if initiator.sector in _UNARMED and words.isdisjoint(_THREATS | _CONSEQUENCES | _SELF):
        clauses = [c for c in word.anchor.children if c.dep_ == "ccomp"]
        if clauses and not any(t.lower_ in _SELF for c in clauses for t in c.subtree):
            return True  # an activist who warns of what others will do
    near = [word.noun or word.anchor, *patients(word.anchor)]
    of = [t for one in near for t in prepositional(one, "of", "about", "against", "over")]
    feared = {t.lemma_.lower() for thing in of for t in (thing, *thing.children)}
    people = any(t.lemma_.lower() in _PEOPLE for t in patients(word.anchor))
    own = target is None or target.country in ("UNK", initiator.country)
    away = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in word.anchor.children)
    if own and (away or (people and any(prepositional(one, "against") for one in near))):
        return True  # "warns its staff against travel", "warns Romans to leave"
    if not of or not feared.isdisjoint(_CONSEQUENCES):
        return False
    if not feared.isdisjoint(_RISKS):
        return True
    deeds = any(noun_kind(t) is not None for t in of)
    return deeds and (own or (target is not None and target.sector == "CVL"))


def _advises(verb: Token, initiator: Who, cast: Cast) -> bool:
    """ "The embassy warned its nationals to stay indoors": what they had better do."""
    if not any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" for c in verb.children):
        return False
    warned = [who for t in patients(verb) if (who := cast.actor(t)) is not None]
    own = any(who.country == initiator.country != "UNK" for who in warned)
    return own and all(who.sector in ("CVL", None) for who in warned)


def _to_be_feared(told: Token, warns: Token) -> bool:
    """ "(Warned) that it will strike", "that spies will be shot", "that Rome will pay"."""
    ahead = any(c.lower_ in ("will", "would", "'ll") for c in told.children)
    if not ahead:
        return False
    negated = any(c.dep_ == "neg" for c in told.children)
    if told.i < warns.i or ((passive(told) or told.lemma_.lower() in _BEAR) and not negated):
        return True
    heads = [c for c in told.children if c.dep_ == "nsubj"]
    if any(noun_kind(t) or t.lemma_.lower() in PROVOKES for t in heads):
        return True  # "that further raids will bring war"
    subjects = [t for head in heads for t in head.subtree]
    speakers = {c.lower_ for c in warns.children if c.dep_ == "nsubj"}
    return any(t.lower_ in _SELF or t.lower_ in speakers for t in subjects)
