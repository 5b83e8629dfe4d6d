"""Threats without a deed: patience that runs out, and what would be taken for an act of war.

And what is feared of another state, which is a charge: "says that a Roman attack is imminent".
"""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import POLITICAL, Who
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.grievance import hand_of
from escalation.coding.dealings.parties import party
from escalation.coding.dealings.vows import WILL
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.phrases import word_set

_SPANS = word_set("minute hour day week fortnight month year")
_ENVOYS = word_set("envoy ambassador diplomat consul attache attaché adviser commissioner")
_YIELDS = word_set(
    "leave go get quit depart vacate evacuate withdraw pull move clear disband disarm demobilize"
    " demobilise dismantle dissolve surrender hand give turn lay free release let lift stop halt"
    " end cease comply accept agree obey return close shut open reopen expel arrest pay submit"
    " sign join renounce break decide meet dismiss remove reinstate"
)
WEARY, WAR, FEARED = "forbears:weary", "forbears:war", "forbears:feared"
_RUNS_OUT = {
    "run": word_set("out short"),
    "wear": word_set("thin out"),
    "grow": word_set("thin short"),
    "have": word_set("limit"),
    "be": word_set("exhausted limited finite unlimited infinite endless limitless over end limit"),
    "reach": word_set("limit end"),
    "come": word_set("end"),
    "end": frozenset(),
    "expire": frozenset(),
    "snap": frozenset(),
}
_BOUNDLESS = word_set("unlimited infinite endless limitless")
_LOSES = word_set("lose exhaust")
_TAKES = word_set("treat consider regard see view deem interpret count take constitute amount mean")


def forbearing(verb: Token) -> Cue | None:
    """The cue of "its patience is running out", "is losing patience", "will be an act of war"."""
    lemma = verb.lemma_.lower()
    if lemma in _RUNS_OUT or lemma in _LOSES:
        patience = _patience(verb, lemma)
        if patience is not None and _ends(verb, lemma):
            return Cue(verb, "threat", WEARY)
    if lemma == "give" and _has_time(verb):
        return Cue(verb, "threat.ultimatum", "verb:give")
    if lemma == "be" and _feared(verb) is not None:
        return Cue(verb, "accuse", FEARED)
    if lemma in _TAKES or lemma == "be":
        ahead = any(c.dep_ == "aux" and c.lower_ in WILL for c in verb.children)
        if ahead and _of_war(verb):
            return Cue(verb, "threat.military", WAR)
    return None


def forbearing_sides(
    word: Cue, speaker: Who | None, cast: Cast
) -> tuple[Who | None, Who | None] | None:
    """Whose patience ends, or who calls it war, and whom he means; None of any other cue."""
    if word.rule == WAR:
        verb = word.anchor
        deeds = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
        own = None if passive(verb) or not patients(verb) else party(agents(verb), cast)
        doer = own or speaker
        return doer, hand_of(patients(verb) if own is not None else deeds, doer, cast)
    verb = word.anchor
    if word.rule == FEARED and (deed := _feared(verb)) is not None:
        foe = hand_of([deed], speaker, cast)
        state = foe is not None and foe.country != "UNK" and foe.sector in (None, "GOV", "MIL")
        return (speaker, foe) if state else (None, None)
    if word.rule != WEARY:
        return None
    patience = _patience(verb, verb.lemma_.lower())
    assert patience is not None  # else there were no such cue
    whose = [c for c in patience.children if c.dep_ == "poss"]
    whose = whose if patience.dep_ != "dobj" else agents(verb)
    doer = party(whose, cast) or speaker
    if doer is None or (doer.sector is not None and doer.sector not in POLITICAL):
        return None, None
    others = [t for w in (patience, verb) for t in prepositional(w, "with", "towards", "toward")]
    told = patients(verb.head) if verb.dep_ == "ccomp" else []  # "..., he warned Rome"
    return doer, party([*others, *told], cast)


def _has_time(gives: Token) -> bool:
    """ "Gives the militias two months to disband", "the envoys 48 hours to leave"."""
    near = [gives, *(c for t in gives.children for c in t.children if c.dep_ == "acl")]
    spans = [
        c
        for verb in near
        for c in verb.children
        if c.dep_ in ("dobj", "npadvmod", "nsubjpass") and c.lemma_.lower() in _SPANS
    ]
    if any(c.lemma_.lower() in _ENVOYS for c in gives.children):
        return False  # who is expelled
    if not any(t.dep_ == "nummod" or t.lower_ == "a" for span in spans for t in span.children):
        return False
    asked = (c for t in (*near, *spans) for c in t.children if c.tag_ == "VB")
    return any(
        c.lemma_.lower() in _YIELDS and any(t.tag_ == "TO" for t in c.children) for c in asked
    )


def _feared(verb: Token) -> Token | None:
    """The attack that is said to be imminent."""
    soon = any(c.dep_ == "acomp" and c.lower_ in ("imminent", "near") for c in verb.children)
    deeds = (c for c in verb.children if c.dep_ == "nsubj" and noun_kind(c) is not None)
    return next(deeds, None) if soon else None


def _patience(verb: Token, lemma: str) -> Token | None:
    role = ("dobj", "nsubjpass") if lemma in _LOSES else ("nsubj", "nsubjpass")
    found = (c for c in verb.children if c.dep_ in role and c.lemma_.lower() == "patience")
    return next(found, None)


def _ends(verb: Token, lemma: str) -> bool:
    """Does the verb, with what stands by it, say that patience has an end?"""
    if lemma in _LOSES or not (told := _RUNS_OUT[lemma]):
        return True
    near = [t for c in verb.children for t in (c, *c.children) if c.dep_ not in ("nsubj", "ccomp")]
    near += [t for t in prepositional(verb, "at", "to", "beyond")]
    said = {form for t in near for form in (t.lower_, t.lemma_.lower())} & told
    negated = any(c.dep_ == "neg" for c in verb.children)
    return bool(said) and negated == bool(said & _BOUNDLESS)


def _of_war(verb: Token) -> bool:
    """ "As an act of war", "to a declaration of war", "(be) open war"."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd")]
    things += [t for word in (verb, *things) for t in prepositional(word, "as", "to")]
    acts = [t for t in things if t.lemma_.lower() in ("act", "declaration")]
    return any(o.lower_ == "war" for t in acts for o in prepositional(t, "of"))
