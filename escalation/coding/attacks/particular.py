"""Nouns of violence that say of themselves whom a deed hit, where, or at what cost.

"After the killing of a student leader", "condemned the murder of four deminers in Exford", "an
attack on a prison in Exford let inmates escape": whoever brings in a victim, or names the place,
tells of a deed that was done. "Condemned the killing of civilians" only speaks of such deeds.
"""

import re

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence_words import words
from escalation.coding.days.calendar import CALENDAR
from escalation.coding.sentence.clause import DEPLORES, TENSED, prepositional
from escalation.coding.sentence.phrases import word_set

_ACTS = word_set(
    "attack assault killing massacre murder slaughter slaying beheading execution assassination"
    " bombing blast explosion detonation ambush shooting firing abduction kidnapping hijacking"
    " storming lynching stabbing airstrike strike raid bombardment shelling clash gunfight battle"
    " firefight skirmish shootout offensive incursion"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NEW = word_set("a an another two three several")
_UPON = ("of", "on", "against", "at", "upon")
_WHERE = word_set("in near at outside inside around along across off")
_INSIDE = word_set("det amod compound nummod poss case prep pobj quantmod advmod nmod")
_REGRETS = DEPLORES | word_set("apologize apologise regret")
_STANDS = word_set("be remain seem appear look become")
_OUTRAGE = word_set("protest anger outrage fury shock grief mourning uproar outcry condolence")
_FOLLOWS = "follow"


def is_particular(noun: Token) -> bool:
    """Does it bring in a victim, name its place, or tell its dead?"""
    if noun.lemma_.lower() not in _ACTS:
        return False  # "jets on a base in Exford"
    return _hits_somebody_new(noun) or is_placed(noun) or _has_cost(noun) or _is_latest(noun)


def deplored(noun: Token, verb: Token | None) -> bool:
    """ "Condemns the murder of four deminers", "apologised for a strike that killed nine"."""
    if verb is None or verb.lemma_.lower() not in _REGRETS or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    # "Condemns the bombing in Exford" may come weeks later: only a victim makes it news
    told = is_particular(noun) and (not is_placed(noun) or bool(prepositional(noun, *_UPON)))
    return role_of(noun) is None and told


def followed(noun: Token) -> bool:
    """ "Riots followed the killing of a cleric", "following the attack on a bus in Exford"."""
    told = noun.dep_ == "dobj" and noun.head.lemma_.lower() == _FOLLOWS
    return told and is_particular(noun)


def protested_at(noun: Token) -> bool:
    """ "In protest at the killing of two clerks", "anger over a raid on a mosque in Exford"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in ("at", "over", "against") or not link.i:
        return False
    moved = {link.head.lemma_.lower(), link.nbor(-1).lemma_.lower()}
    return not moved.isdisjoint(_OUTRAGE) and is_particular(noun)


def does_something(noun: Token) -> bool:
    """ "A rebel attack on a prison in Exford allowed 90 men to flee": whatever it did, it was."""
    verb = noun.head
    has = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    finite = has or verb.tag_ in TENSED
    if noun.dep_ != "nsubj" or noun.lemma_.lower() not in _ACTS or not finite:
        return False
    if verb.lemma_.lower() in _STANDS or any(
        c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children
    ):
        return False
    return (_is_new(noun) or _hits_somebody_new(noun)) and is_placed(noun)


def is_placed(noun: Token) -> bool:
    """Does a name of a place follow, through whatever stands between: "on a bus in Exford"?"""
    preposition = None
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.dep_ not in _INSIDE:
            return False
        if token.dep_ == "prep":
            preposition = token.lower_
        elif token.pos_ == "PROPN" and preposition in _WHERE:
            return token.lower_ not in CALENDAR  # "in March" is no place
    return False


def _hits_somebody_new(noun: Token) -> bool:
    return any(map(_is_new, prepositional(noun, *_UPON)))


def _is_new(noun: Token) -> bool:
    """ "A guard", "four guards", "another raid"; not "the guard", "guards"."""
    return any(
        c.lower_ in _NEW or (c.dep_ == "nummod" and not _YEAR.fullmatch(c.text))
        for c in noun.children
    )


def _is_latest(noun: Token) -> bool:
    return any(c.lower_ == "latest" for c in noun.children)


def _has_cost(noun: Token) -> bool:
    """ "A strike that killed three": counted."""
    clauses = (t for t in noun.subtree if t.dep_ == "relcl" and t.tag_ == "VBD")
    return any(
        t.lemma_.lower() in words().harm
        and any(c.like_num for d in t.children for c in (d, *d.children))
        for t in clauses
    )
