"""At whom an attack was aimed, and who fell in it, where a later sentence says it.

"The target was an army post", "among the dead were six policemen", "the van was carrying guards":
more than that people, a vehicle or a street were hit.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import (
    agents,
    passive,
    patients,
    prepositional,
    spoken_of_before,
)
from escalation.coding.sentence.once import vocabulary
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.aboard import carried_by
from escalation.coding.sides.premises import POSTS, VEHICLES
from escalation.coding.sides.victims import aboard
from escalation.coding.story.act import Act
from escalation.coding.tolls.quantities import quantity_at

_ANYBODY = word_set("people person persons others man men woman women civilian civilians")
_FALLEN = word_set("dead victim fatality casualty slain deceased")
_FELL = word_set("killed dead slain martyred wounded injured")
_ALL_OF_THEM = word_set("all most majority both mostly")
_WORDS = (
    _FALLEN | _FELL | word_set("victims target targets targeted targeting carry carrying transport")
)


@dataclass(frozen=True, slots=True)
class Met:
    """Who was hit, by a later sentence; ``count`` of the fallen, all of them where it is None."""

    who: Who
    count: float | None = None


def met_told(sentence: Span, cast: Cast) -> Met | None:
    """Whom the attack met that the document has told before; None where nothing is said."""
    if _WORDS.isdisjoint(vocabulary(sentence)):
        return None
    for word in sentence:
        tokens = _aims(word)
        for token in tokens or _fallen(word):
            who = cast.who(aboard(token))
            if who is not None and not cast.is_place(who):
                return Met(who, None if tokens or not _counts(word) else _number(token))
    return None


def _aims(word: Token) -> list[Token]:
    if word.lemma_.lower() != "target":
        return [t for t in carried_by(word) if word.dep_ in ("ROOT", "ccomp", "conj")]
    verb = word.head
    if word.dep_ == "nsubj" and verb.lemma_ == "be" and not _negated(verb):
        return [c for c in verb.children if c.dep_ == "attr"]
    the = any(c.lower_ == "the" for c in word.children)
    if word.dep_ == "attr" and the and not prepositional(word, "of") and not _negated(verb):
        return agents(verb)  # "a police van was the target"
    said_of_it = word.pos_ == "VERB" and word.dep_ in ("ccomp", "xcomp") and not passive(word)
    of_them = any(t.pos_ == "PRON" or spoken_of_before(t) for t in agents(word))
    return patients(word) if said_of_it and of_them and not _negated(word) else []


def _fallen(verb: Token) -> list[Token]:
    """ "Among the dead were six guards", "the dead were guards", "were identified as guards"."""
    if verb.lemma_ == "identify" and verb.pos_ == "VERB":
        return prepositional(verb, "as") if any(map(_are_dead, patients(verb))) else []
    if verb.lemma_ != "be" or _negated(verb):
        return []
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    told = [c for c in verb.children if c.dep_ == "attr"]
    if any(map(_are_dead, prepositional(verb, "among"))):
        return subjects or told
    return told if any(map(_are_dead, subjects)) else []


def _are_dead(noun: Token) -> bool:
    """ "The dead", "five of the victims", "the two men killed", "those killed"."""
    parts = [noun, *prepositional(noun, "of")]
    if any(t.lemma_.lower() in _FALLEN for t in parts):
        return True
    return any(c.lower_ in _FELL and c.dep_ == "acl" for t in parts for c in t.children)


def _counts(verb: Token) -> bool:
    """Is it told of some of the fallen only?"""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    some = any(
        t.pos_ == "NUM" and _ALL_OF_THEM.isdisjoint(c.lower_ for c in t.children)
        for t in subjects
        if prepositional(t, "of")
    )
    return some or bool(prepositional(verb, "among"))


def _number(noun: Token) -> float:
    """How many of the fallen a phrase, or the subject of its verb, tells of."""
    of_them = [c for c in noun.head.children if c.dep_ == "nsubj" and c.pos_ == "NUM"]
    counted = [*(c for c in noun.children if c.dep_ == "nummod"), *of_them]
    found = quantity_at([counted[-1].lower_], 0) if counted else None
    return found.best if found is not None and found.best else 1.0


def _negated(verb: Token) -> bool:
    return any(
        c.lower_ in ("whether", "if")
        or (c.dep_ in ("neg", "aux") and c.lower_ not in ("had", "has", "have", "was", "were"))
        for c in verb.children
    )


def takes(act: Act, toll: Mapping[str, float | None], met: Met) -> bool:
    """May those whom a later sentence tells stand for whom an act has hit so far?

    For people, if they are all or half of those who fell; for a thing or the ground in any case.
    """
    if not (act.is_violent and act.status in ("happened", "claimed")):
        return False
    by = act.initiator
    if met.who.sector in ("CVL", None) or (by is not None and met.who.code == by.code):
        return only_people(act) and met.who.sector is not None and met.count is None
    if act.kind.startswith("attack") and met.who.sector == "REB":
        return False  # those who attacked
    dead = toll.get("deaths_best")
    many = met.count is None or (dead is not None and 2 * met.count >= dead)
    return is_thing(act) or (many and only_people(act)) or (dead is None and _nobody(act))


def only_people(act: Act) -> bool:
    """Does an attack, so far, tell only that people were there?"""
    target = act.target
    words = target.name.lower().split() if target is not None else []
    told = not words or (target is not None and target.sector == "CVL" and words[-1] in _ANYBODY)
    return act.is_violent and act.status in ("happened", "claimed") and told


def is_thing(act: Act) -> bool:
    """Does it tell only of a vehicle or a post that was hit, and not whose, or of a town?"""
    if act.target is None or not act.target.name:
        return False
    head = act.word_of(act.target)
    if head is None:
        return False
    whose = any(c.dep_ not in ("det", "nummod", "prep", "amod", "acl") for c in head.children)
    thing = head.lemma_.lower() in VEHICLES | POSTS and not whose
    return thing or (head.pos_ == "PROPN" and act.target.role == "SITE")


def _nobody(act: Act) -> bool:
    return act.target is None or not act.target.name
