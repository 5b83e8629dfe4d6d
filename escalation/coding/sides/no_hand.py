"""Subjects of a verb of violence, by the parse, that did nothing: the scene, what was hit."""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.origins import is_beside
from escalation.coding.attacks.deed import Deed
from escalation.coding.attacks.eventive import comes_under
from escalation.coding.attacks.rammed import treads_on_a_mine
from escalation.coding.attacks.violence import Violence
from escalation.coding.sentence.clause import governors, passive, patients, prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.premises import POSTS, VEHICLES

_LAID = word_set("mine landmine ied bomb device")
_UPON = word_set("on upon against at near in into inside outside towards")


def is_of_no_hand(word: Violence, deed: Deed, cast: Cast) -> bool:
    """Is the subject of a verb whoever was hit, or where, by the parse alone?"""
    verb = word.token
    if any(comes_under(other.token) == verb.head for other in deed.words):
        return True  # "a post came under fire, killing two"
    if _which_is_a_place(verb, cast) or _by_what(verb) or _of_what_was_hit(word, deed):
        return True
    return _runs_over(_first(verb))


def _by_what(verb: Token) -> bool:
    """ "Two were killed by shelling", "in shelling by the army": no shelling by the two."""
    if verb.dep_ != "pcomp":
        return False
    by = verb.head.dep_ == "agent" or bool(prepositional(verb, "by"))
    return by or (verb.head.lower_ in ("in", "during") and passive(verb.head.head))


def _runs_over(verb: Token) -> bool:
    """ "A police van struck a mine, killing two": it is they who were hit."""
    above = verb.head if verb.dep_ == "advcl" else verb
    if treads_on_a_mine(above):
        return True
    hit = above.lemma_.lower() in ("hit", "strike")
    return hit and any(t.lemma_.lower() in _LAID for t in patients(above))


def _which_is_a_place(verb: Token, cast: Cast) -> bool:
    """ "The raid in Exland, which killed two": by the parse Exland, in truth the raid."""
    which = verb.dep_ == "relcl" and any(c.lower_ in ("which", "that") for c in verb.children)
    return which and bool(cast.land(verb.head))


def _of_what_was_hit(word: Violence, deed: Deed) -> bool:
    """ "A raid hit a UN car killing two": by the parse the car killed them, in truth the raid."""
    verb = _first(word.token)
    others = {w.token.i for w in deed.words if w.token.i < verb.i}
    if verb.dep_ == "relcl" and any(c.lower_ in ("which", "that") for c in verb.children):
        thing = next((t for t in (verb.head, *governors(verb.head)) if t.head.i in others), None)
        stands = verb.head.lemma_.lower() in POSTS | VEHICLES
        return stands and thing is not None and thing.lower_ in _UPON
    if verb.tag_ != "VBG" or verb.dep_ != "acl":
        return False
    upon = verb.head.dep_ == "pobj" and verb.head.head.lower_ in _UPON
    above = verb.head.head.head if upon else verb.head.head
    return above.i in others and (upon or verb.head.dep_ == "dobj")


def is_scene(verb: Token, subject: Token, cast: Cast) -> bool:
    """ "Explodes in the capital Rome killing one": by the parse Rome killed him."""
    if not cast.land(subject):
        return False
    if is_beside(subject) or _behind_a_town(subject, cast):
        return True
    participle = _first(verb)
    bare = participle.tag_ == "VBG" and not any(c.dep_ == "aux" for c in participle.children)
    if bare and participle.dep_ == "acl" and subject.dep_ in ("dobj", "pobj"):
        return True  # "blasts rock Rome, killing two"
    return bare and subject.dep_ == "nsubj" and participle.dep_ in ("ccomp", "advcl", "dep")


def _behind_a_town(land: Token, cast: Cast) -> bool:
    """ "A gunfight in Exford, Exland left two dead": where it was, and no subject."""
    if land.i < 2 or land.nbor(-1).text != ",":
        return False
    return cast.place_of(land.nbor(-2)) == cast.land(land)


def _first(verb: Token) -> Token:
    """The first of verbs that are joined: "killing two and wounding six"."""
    while verb.dep_ == "conj" and verb.head.tag_ == verb.tag_:
        verb = verb.head
    return verb
