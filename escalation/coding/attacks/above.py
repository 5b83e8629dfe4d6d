"""Which word of violence a word of violence hangs on: "killed" on "raid", "raid" on "stormed"."""

from collections.abc import Iterable

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.eventive import (
    ANSWERS,
    LIGHT,
    MANY,
    OCCUR,
    comes_under,
    happens_in,
    ruined_by,
)
from escalation.coding.attacks.street import grieved_by
from escalation.coding.attacks.violence import WIELDED, Violence
from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.clause import TENSED, agents, governors, passive, prepositional
from escalation.coding.tolls.raised import counts_dead, raises_toll

_RESULTS = frozenset({"result", "end", "lead", "culminate"})
_COMES_DOWN = frozenset({"crash", "sink", "overturn", "derail", "capsize"})


def told_above(word: Violence, by_token: dict[int, Violence]) -> Token | None:
    """The next word of violence above; a noun is not joined through another verb's clause."""
    if earlier := aimed_there(word, by_token.values()):
        return max(earlier, key=lambda w: w.token.i).token
    if (cause := _which(word, by_token)) is not None:
        return cause
    if (crowd := grieved_by(word.token)) is not None:  # "killed in a march against the killing"
        found = _by_governors(word, by_token)
        return found if found is not None and crowd.is_ancestor(found) else None
    if role_of(word.token) == "REB" and word.token.head.lower_ == "for":
        return None  # "a school for suicide bombers"
    if (came := comes_under(word.token)) is not None:  # "three killed as a post comes under fire"
        joined = came.dep_ == "advcl" or (came.dep_ == "ccomp" and came.i < came.head.i)
        return came.head if joined and came.head.i in by_token else None
    if word.kind == "harm" and _goes_on(word.token):
        for token in agents(word.token):
            if token.i in by_token and not by_token[token.i].is_verb and not role_of(token):
                return token  # "a blast among those who gathered to pray kills two"
    return _by_governors(word, by_token)


def _by_governors(word: Violence, by_token: dict[int, Violence]) -> Token | None:
    """The word of violence above by the tree alone, or beside one of those above."""
    for token in governors(word.token):
        if token.i in by_token:
            return token
        told = [c.i for c in token.children if c.dep_ == "acl" and c.i < word.token.i]
        beside = next((i for i in told if i in by_token and by_token[i].is_verb), None)
        if beside is not None and beside != word.token.i:
            return by_token[beside].token  # "two killed, three hurt in an attack"
        lemma = token.lemma_.lower()
        if lemma in _COMES_DOWN and (hit := _after_being_hit(token, by_token)) is not None:
            return hit
        if (
            what := _made(word, token, by_token) or _said_to_have(word, token, by_token)
        ) is not None:
            return what
        under = [w.token for w in by_token.values() if undergone(w.token) == token]
        if under and (word.token.tag_ == "VBG" or not word.is_verb):
            return under[0]  # "came under attack, leaving two dead"
        so = word.token.tag_ == "VBG" or lemma in ("occur", "happen")
        if word.is_verb and word.token.dep_ == "advcl" and so:
            subjects = (c for c in token.children if c.dep_ == "nsubj" and c.i in by_token)
            what = next(subjects, None)
            if what is not None and (not role_of(what) or what.lemma_.lower() in WIELDED):
                return what  # "an explosion occurred when a car hit a mine", "..., killing two"
        if (
            word.is_verb
            or _as_it_happens(word.token, token)
            or _shared(word.token, token, by_token)
        ):
            continue
        if raises_toll(token) or counts_dead(token):
            continue  # "a third soldier died, raising the toll of the ambush to three"
        another = token.pos_ == "VERB" and token.dep_ != "prep" and lemma not in LIGHT | OCCUR
        if another or lemma in words().spoken:
            return None
    return None


def _which(word: Violence, by_token: dict[int, Violence]) -> Token | None:
    """ "An air strike on a van in Exford, which killed two": by the parse Exford, or the van."""
    verb = word.token
    which = verb.dep_ == "relcl" and any(c.lower_ in ("which", "that") for c in verb.children)
    people = role_of(verb.head) and not any(c.lower_ == "which" for c in verb.children)
    if not which or word.kind != "harm" or people:
        return None
    before = verb.doc[verb.sent.start : verb.head.i + 1]
    near = next((t for t in reversed(before) if t.i in by_token or t.tag_ in TENSED), None)
    return near if near is not None and near.tag_ not in TENSED and not role_of(near) else None


def undergone(noun: Token) -> Token | None:
    """The verb whose subject an attack befell: "came under attack", "was damaged by a blast"."""
    return comes_under(noun) or ruined_by(noun)


def _after_being_hit(verb: Token, by_token: dict[int, Violence]) -> Token | None:
    """ "A helicopter crashed after being shot down, killing nine": of what brought it down."""
    after = (p for p in verb.children if p.lower_ in ("after", "when"))
    return next((c for p in after for c in p.children if c.i in by_token and passive(c)), None)


def _goes_on(verb: Token) -> bool:
    """ "... and kills two": a second verb of the same subject."""
    own = any(c.dep_ in ("nsubj", "nsubjpass", "agent") for c in verb.children)
    return verb.dep_ == "conj" and not (own or passive(verb))


def _made(word: Violence, verb: Token, by_token: dict[int, Violence]) -> Token | None:
    """ "Launched an attack, killing two", "staged a raid and killed two": of the attack."""
    below = _resulting(word.token) or word.token
    goes_on = below.dep_ == "conj" or (below.dep_ == "advcl" and below.tag_ == "VBG")
    made_so = word.is_verb and goes_on and below.head.i == verb.i and verb.lemma_ in LIGHT | {"use"}
    if not made_so or any(c.dep_ in ("nsubj", "nsubjpass") for c in below.children):
        return None
    made = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < below.i]
    made += prepositional(verb, "with") if verb.lemma_ in ANSWERS else []
    made += [t for c in made if c.lemma_ in MANY for t in prepositional(c, "of")]
    return next((c for c in made if c.i in by_token), None)


def _resulting(verb: Token) -> Token | None:
    """ "Launched a raid, resulting in nine guards killed": the clause of what came of it."""
    led = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "pobj" else None
    result = led.head if led is not None and led.lower_ in ("in", "with", "to") else None
    ends = result is not None and result.tag_ == "VBG" and result.lemma_ in _RESULTS
    return result if ends else None


def _said_to_have(word: Violence, verb: Token, by_token: dict[int, Violence]) -> Token | None:
    """ "Two raids are reported to have killed nine": by these."""
    if word.token.dep_ != "xcomp" or word.token.head.i != verb.i or not passive(verb):
        return None
    subjects = (c for c in verb.children if c.dep_ == "nsubjpass" and c.i in by_token)
    return next((c for c in subjects if not role_of(c)), None)


def aimed_there(word: Violence, found: Iterable[Violence]) -> list[Violence]:
    """ "Launched air strikes, targeting the army's posts": what was aimed there, if a noun says."""
    if word.token.lower_ != "targeting" or word.token.dep_ != "advcl":
        return []
    return [w for w in found if w.token.i < word.token.i and not w.is_verb]


def _shared(noun: Token, verb: Token, by_token: dict[int, Violence]) -> bool:
    """ "Killed four and arrested nine in a raid": it is of both verbs."""
    harm = by_token.get(verb.head.i) if verb.dep_ == "conj" else None
    return harm is not None and harm.kind == "harm" and happens_in(noun) == verb


def _as_it_happens(attacker: Token, verb: Token) -> bool:
    """ "Ten are killed when a suicide bomber drives a car into ...": his clause tells how."""
    subject = attacker.dep_ == "nsubj" and attacker.head.i == verb.i
    return subject and any(c.lower_ in ("when", "as", "after") for c in verb.children)
