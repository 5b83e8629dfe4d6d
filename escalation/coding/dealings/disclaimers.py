"""Words by which somebody says that he had no part in a deed, or that there will be no talks.

"had nothing to do with it"              "has found no evidence of it"
"insists that no rebels use its soil"    "says that it was not behind the raid"
"""

from spacy.tokens import Token

from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import VERBS, agents
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import SAY

_DENIED = word_set("evidence proof basis truth sign indication")
_CHARGES = word_set("accusation allegation charge claim assertion contention")
_REJECTED = word_set("reject deny dismiss refute dispute rebut repudiate contest")
_DIALOGUE = word_set("talk negotiation dialogue peace ceasefire truce deal meeting settlement")
_NONE = word_set("no none neither nobody never not n't nor")
_PART = word_set("role part hand link involvement knowledge connection responsibility")
_HAS = word_set("have play take bear know")
_GUILTY = word_set("involved behind responsible complicit")
_ABETS = word_set("harbour harbor shelter sponsor fund finance arm train back support abet host")
_GROUND = word_set("soil territory sanctuary haven camp")
_SELF = word_set("it they he she we i its their his her our my")


def denial(verb: Token) -> Cue | None:
    """The cue of a verb that says so, whatever frame the verb has."""
    lemma = verb.lemma_.lower()
    for thing in verb.children:
        if thing.dep_ not in ("dobj", "attr"):
            continue
        no = any(c.lower_ == "no" for c in thing.children)
        aside = thing.lower_ == "nothing" and any(c.lemma_ == "do" for c in thing.children)
        unproved = no and thing.lemma_.lower() in _DENIED and lemma in ("find", "see", "have", "be")
        if unproved or (aside and lemma == "have"):
            return Cue(verb, "reject.accusation", "none:" + lemma)
        will = any(c.lower_ == "will" for c in verb.children)
        there = any(c.dep_ == "expl" for c in verb.children)
        if no and will and there and thing.lemma_.lower() in _DIALOGUE:
            return Cue(verb, "reject.proposal", "none:" + lemma)
    if _charge_denied(verb):
        return Cue(verb, "reject.accusation", f"verb:{lemma}")
    if lemma in SAY and any(_clears(c, verb) for c in verb.children if c.dep_ == "ccomp"):
        return Cue(verb, "reject.accusation", "clears:" + lemma)
    return None


def is_plain_denial(word: Cue) -> bool:
    """ "Denies that its jets bombed the port": nobody is told to have charged it."""
    clauses = (c for c in word.anchor.children if c.dep_ in ("ccomp", "dobj"))
    return word.rule == "verb:deny" and any(c.pos_ in VERBS for c in clauses)


def _charge_denied(verb: Token) -> bool:
    """ "An accusation that Rome rejects": what is rejected stands before it."""
    beside = verb.dep_ in ("relcl", "acl") and verb.head.lemma_.lower() in _CHARGES
    own = any(c.dep_ == "nsubj" for c in verb.children)
    return beside and own and verb.lemma_.lower() in _REJECTED


def _clears(told: Token, says: Token) -> bool:
    """ "(Insists) that it was not involved", "that no rebels use its soil": of itself."""
    near = [c for c in told.children if c.dep_ != "ccomp"]
    inside = [t for c in near for t in (c, *c.children)]
    negated = any(t.lower_ in _NONE for t in inside)
    if not negated or any(t.dep_ == "aux" and t.tag_ == "MD" for t in near):
        return False
    whole = {t.lower_ for t in told.subtree}
    speakers = {t.lower_ for t in agents(says)}
    if whole.isdisjoint(_SELF) and whole.isdisjoint(speakers):
        return False
    lemma, words = told.lemma_.lower(), {t.lemma_.lower() for t in inside}
    guilty = lemma in _GUILTY or not words.isdisjoint(_GUILTY)
    took_part = lemma in _HAS and not words.isdisjoint(_PART)
    abets = lemma in _ABETS and any(c.dep_ == "neg" for c in near)
    on_its_ground = lemma in ("be", "operate", "exist", "use", "remain", "live") and not (
        _GROUND.isdisjoint(t.lemma_.lower() for t in told.subtree)
    )
    return (guilty and lemma in ("be", *_GUILTY)) or took_part or abets or on_its_ground
