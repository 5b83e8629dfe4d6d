"""Ground that changes hands: who takes a town, a post, a road or a piece of country.

"Rebels seize two districts", "gain control of a road", "enter Exford"; "Exford falls to them". If a
name is that of a place, and who is armed, only a document's names tell (``capture.py``).
"""

from spacy.tokens import Token

from escalation.coding.sentence.clause import agents, patients, prepositional
from escalation.coding.sentence.phrases import word_set

_LAND = word_set(
    "city town district village province territory ground region valley hill hilltop ridge peak"
    " island port airport airfield crossing highway road route suburb neighborhood neighbourhood"
    " capital runway terminal building stronghold enclave area subdistrict section swath stretch"
    " pocket centre center locality county municipality border"
)
_POSTS = word_set(
    "base post checkpoint checkpost outpost camp garrison headquarters headquarter fort fortress"
    " prison jail position installation complex cave barracks bunker palace dam station runway"
    " airstrip airbase terminal bridge compound depot refinery oilfield trench fortification mosque"
    " shrine seminary madrassa madrasa monastery"
)
_PARTS = word_set(
    "whole entirety most much part half bulk rest third dozens hundreds scores number several all"
)
_TAKE = word_set("capture seize retake recapture conquer reconquer occupy liberate wrest")
TAKES = _TAKE | {"enter", "overrun", "gain"}
_HELD = frozenset({"harm", "force.capture", "attack.raid"})  # "storms a post and holds it": one
_SAYS = word_set("say claim announce declare insist")
_WHOLLY = word_set("now fully completely entirely full complete total")
_WHOLE = word_set("all whole entirety rest")
_OUSTS = word_set("drive push force expel chase oust flush dislodge eject")
_FLEES = word_set("retreat withdraw flee abandon leave vacate")
_WIN = word_set("gain take seize regain retake wrest wrestle win assume establish recover")


def ground_of(verb: Token) -> list[Token]:
    """The ground, or a name that may be of a place, that a verb says is taken; empty if none."""
    lemma = {"retook": "retake", "overran": "overrun"}.get(verb.lower_, verb.lemma_.lower())
    over = any(c.lower_ == "over" and c.dep_ == "prt" for c in verb.children)
    if lemma in ("win", "take", "claw") and any(c.lower_ == "back" for c in verb.children):
        return _grounds(patients(verb))
    if lemma in _WIN and (held := _control(verb)):
        return _grounds([t for part in (*held, verb) for t in prepositional(part, "of", "over")])
    if lemma in _TAKE or (lemma == "take" and over):
        return _grounds(patients(verb))
    if lemma == "gain":
        return [t for t in patients(verb) if t.lemma_.lower() in ("territory", "ground")]
    if lemma == "take":
        return [t for t in _grounds(patients(verb)) if t.lemma_.lower() not in ("road", "route")]
    if lemma in ("overrun", "enter"):
        land = _grounds(patients(verb))
        return [t for t in land if t.text[:1].isupper() or t.lemma_.lower() in _LAND - {"area"}]
    if lemma == "fall" and taken_by(verb):
        return _grounds([c for c in verb.children if c.dep_ == "nsubj"])
    if lemma in ("control", "hold", "have", "be"):
        return _held_now(verb, lemma)
    if lemma == "lose" and taken_by(verb):
        return _grounds(_lost(verb))
    return _grounds(_driven_from(verb)) if lemma in _OUSTS else []


def _held_now(verb: Token, lemma: str) -> list[Token]:
    """ "Said that it now controls the valley", "are in full control of it": it has been taken."""
    if lemma in ("have", "be"):
        held = _control(verb) if lemma == "have" else prepositional(verb, "in")
        held = [t for t in held if t.lemma_.lower() == "control"]
        words = (c.lower_ for t in (verb, *held) for c in t.children)
        ground = [t for part in held for t in prepositional(part, "of", "over")]
        return _grounds(ground) if not _WHOLLY.isdisjoint(words) else []
    if verb.dep_ not in ("ccomp", "xcomp") or verb.head.lemma_.lower() not in _SAYS:
        return []
    land = patients(verb)
    wholly = any(c.lower_ in _WHOLLY for c in verb.children)
    return _grounds(land) if wholly or any(t.lemma_.lower() in _WHOLE for t in land) else []


def _lost(verb: Token) -> list[Token]:
    """ "Lost Exford to the rebels", "lost control of Exford"."""
    lost = [c for c in verb.children if c.dep_ == "dobj"]
    held = [t for c in lost if c.lemma_ == "control" for t in prepositional(c, "of", "over")]
    return held or lost


def _driven_from(verb: Token) -> list[Token]:
    """ "Drove the army out of Exford": out of what those who held it were driven."""
    if not patients(verb):
        return []
    out = [t for c in verb.children if c.lower_ == "out" for t in prepositional(c, "of")]
    flees = (c for c in verb.children if c.dep_ == "xcomp" and c.lemma_ in _FLEES)
    if (flight := next(flees, None)) is not None:  # "forced troops to retreat from a post"
        return prepositional(flight, "from") + [c for c in flight.children if c.dep_ == "dobj"]
    return out or prepositional(verb, "from")


def driven_out(verb: Token) -> list[Token]:
    """Who held the ground: "drove the army out of Exford", "the army lost Exford to them"."""
    lemma = verb.lemma_.lower()
    if lemma == "lose":
        return agents(verb)
    return patients(verb) if lemma in _OUSTS else []


def taken_by(verb: Token) -> list[Token]:
    """Into whose hands ground falls: "falls to the rebels", "into the hands of the rebels"."""
    if verb.lemma_.lower() == "lose" and _grounds(_lost(verb)):
        return prepositional(verb, "to")
    if verb.lemma_.lower() != "fall":
        return agents(verb)
    to = prepositional(verb, "to", "into", "under", "in")
    hands = [t for t in to if t.lemma_.lower() in ("hand", "control")]
    return [t for hand in hands for t in prepositional(hand, "of")] or prepositional(verb, "to")


def taken_besides(verb: Token, kind: str) -> bool:
    """ "Attacked a convoy and seized a town", "a town that they held": an attack, ground taken."""
    goes_on = verb.dep_ in ("conj", "advcl", "acl") and kind not in _HELD
    return goes_on or verb.dep_ == "relcl"


def _control(verb: Token) -> list[Token]:
    return [t for t in patients(verb) if t.lemma_.lower() == "control"]


def _grounds(taken: list[Token]) -> list[Token]:
    """Which of the things taken are ground: by their noun, what they are part of, or their name."""
    found = []
    for token in taken:
        lemma = token.lemma_.lower()
        called = [c for c in token.children if c.dep_ == "appos"]  # "Camp X, a base"
        if lemma in _PARTS:
            found += _grounds(prepositional(token, "of"))
        elif lemma in _LAND | _POSTS or token.pos_ == "PROPN" or token.text[:1].isupper():
            found.append(token)
        found += [c for c in called if c.lemma_.lower() in _LAND | _POSTS]
    return found
