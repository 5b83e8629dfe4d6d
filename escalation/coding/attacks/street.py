"""Protests that are told beside another deed: "killed in protests", "disperse a rally".

What a sentence foremost tells is the dead, the arrests or the tear gas; that people were in the
street stands in a phrase or a clause of its own, and happened all the same.
"""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import agents, governors, passive
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import SAY

STREET = word_set("protest demonstration riot rioting unrest rally march sit-in")
MARCHERS = word_set("protester protestor demonstrator marcher")
_THEN = frozenset({"following", "after"})
_CAUSE = frozenset({"against", "over", "about", "at", "following", "after"})
_SPELLS = word_set("day night week hour wave spate series string")
_FELL = word_set("kill die wound injure hurt shoot slay")
_COST = word_set("lead result leave claim cost")
_TOLLS = word_set("death dead life fatality injury casualty")
_HELD = word_set("arrest detain clash charge hold")
_AGAINST = word_set("disperse quell suppress attack break crush quash stop clear charge storm")
_UPON_THEM = word_set(
    "disperse arrest detain beat shoot kill wound injure attack hit fire open chase whip flog"
    " charge assault gas clear round"
)
_ROUGH = word_set("violence violent deadly riot rioting unrest deadliest")
_OCCURS = word_set("occur take continue erupt begin enter see follow pass")
_NO_MARCH = SAY | word_set("die flee leave return disperse end go agree meet remain be have fall")


def is_beside(noun: Token) -> bool:
    """Is it a protest in which people fell, or are held, or which is broken up?"""
    said = {c.lower_ for c in noun.children}
    if noun.lemma_.lower() not in STREET or said == {"the"}:  # "the protest", told before
        return False
    spell = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    of_days = spell is not None and spell.lemma_.lower() in _SPELLS
    what = spell if of_days and spell is not None else noun
    role, above = what.dep_, what.head
    if of_days and role == "nsubj" and above.lemma_.lower() in _OCCURS:
        return True
    if role == "nsubj" and _costs(above):
        return True
    following = role == "dobj" and above.lower_ == "following" and above.dep_ == "prep"
    if role == "dobj" and not following:
        return above.lemma_.lower() in _AGAINST and above.pos_ == "VERB"
    if role != "pobj" and not following:
        return False
    verb = above.head.lemma_.lower()
    if above.lower_ == "during":
        return above.head.pos_ == "VERB"
    if verb == "toll":
        return above.lower_ in ("from", "in", "of")
    if above.lower_ in ("after", "following", "amid"):
        dead = any(c.lower_ == "dead" for c in above.head.children)
        return verb in ("die", "kill") or (verb in ("be", "leave") and dead)
    if above.lower_ in ("in", "on"):
        return verb in _FELL or (verb in _HELD and above.lower_ == "in")
    return above.lower_ == "at" and verb in _HELD


def _costs(verb: Token) -> bool:
    """ "(Riots) led to nine deaths", "left nine dead", "claimed nine lives"."""
    inside = (c for c in verb.children if c.dep_ in ("dobj", "prep", "ccomp", "oprd", "advcl"))
    return verb.lemma_.lower() in _COST and any(
        t.lemma_.lower() in _TOLLS for c in inside for t in c.subtree
    )


def is_rough(noun: Token) -> bool:
    """ "Violent protests", "violence breaks out during a protest": a riot."""
    above = next((t for t in governors(noun) if t.pos_ == "VERB"), None)
    subjects = agents(above) if above is not None and above.lemma_ in ("break", "erupt") else []
    return any(t.lemma_.lower() in _ROUGH for t in (*noun.children, *subjects))


def marched_then(verb: Token) -> bool:
    """ "Police beat women who were protesting": those who suffer it were in the street."""
    if verb.dep_ not in ("acl", "relcl"):
        return False
    above = next((t for t in governors(verb.head) if t.pos_ == "VERB"), None)
    who = verb.head if verb.head.dep_ != "pobj" else verb.head.head.head
    suffer = who.dep_ in ("dobj", "nsubjpass") or verb.head.dep_ == "pobj"
    return suffer and above is not None and above.lemma_.lower() in _UPON_THEM


def grieved_by(word: Token) -> Token | None:
    """ "A march against the killing of two", "rioting follows the killing": whose cause it is.

    The word that what a crowd is in the street for hangs on; None where it is for nothing told.
    """
    for token in (word, *governors(word)):
        link = token.head
        if token.dep_ == "pobj" and link.lower_ in _CAUSE and _is_crowd(link.head):
            return link.head
        if token.dep_ == "pobj" and link.lower_ in _CAUSE & _THEN and _in_the_street(link.head):
            return link
        if token.dep_ == "dobj" and link.lemma_ == "follow" and any(map(_is_crowd, agents(link))):
            return link
        if token.dep_ == "dobj" and link.lemma_ == "protest" and link.pos_ == "VERB":
            return link
    return None


def _in_the_street(verb: Token) -> bool:
    """ "Nine died in riots in Exford following ...", by the parse the verb's."""
    where = (t for c in verb.children if c.lower_ in ("in", "during") for t in c.children)
    return verb.pos_ == "VERB" and any(map(_is_crowd, where))


def _is_crowd(word: Token) -> bool:
    return word.lemma_.lower() in STREET


def as_marcher(who: Who) -> Who:
    """ "Protests by Islamists": no armed ones, as far as is told."""
    return replace(who, code=f"{who.country}.OPP") if who.code == "UNK.REB" else who


def marches(verb: Token) -> bool:
    """ "Protesters wave shoes at the palace": whatever it is, they do it as protesters."""
    doers = agents(verb) if verb.dep_ == "ROOT" and not passive(verb) else []
    return verb.lemma_.lower() not in _NO_MARCH and any(t.lemma_.lower() in MARCHERS for t in doers)
