"""What somebody says he will do to others, and what he vows not to do."""

from collections.abc import Container

from spacy.tokens import Token

from escalation.coding.dealings.cautions import PROVOKES
from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import prepositional
from escalation.coding.sentence.phrases import word_set

_WILL = word_set("will would shall 'll")
_BACK = word_set("hit strike fight fire shoot lash")
_FORCE = word_set("force forcefully militarily fire kind missile strike arms")
_DRAW = word_set("meet draw invite provoke face elicit trigger get receive answer see")
_ANSWERS = word_set("response retaliation reply reprisal force answer reaction blow")
_VOWS = word_set("vow pledge swear promise undertake agree commit")
_ARMED = word_set("attack strike raid invade bomb shell fight target kill harm retaliate fire hit")


def vowed(verb: Token, violent: Container[int]) -> Cue | None:
    """The cue of a vow: "will retaliate", "will hit back", and "vows not to attack"."""
    lemma = verb.lemma_.lower()
    if lemma in _VOWS and any(_spared(c, violent) for c in verb.children):
        return Cue(verb, "agree.offer", f"verb:{lemma}")
    if any(c.dep_ == "aux" and c.lower_ in _WILL for c in verb.children) and _answers(verb, lemma):
        return Cue(verb, "threat.military", "verb:retaliate")
    if _will_be_met(verb, lemma):
        return Cue(verb, "threat.military", "verb:retaliate")
    return None


def _will_be_met(verb: Token, lemma: str) -> bool:
    """ "Any attack will meet a crushing response", "will be met with force": whoever says so."""
    if lemma not in _DRAW or not any(c.lower_ in _WILL for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ == "dobj"]
    things += prepositional(verb, "with", "by") if lemma in ("meet", "answer", "respond") else []
    return any(t.lemma_.lower() in _ANSWERS for t in things)


def _spared(clause: Token, violent: Container[int]) -> bool:
    """ "(Vows) not to attack schools"."""
    harm = clause.i in violent or clause.lemma_.lower() in _ARMED
    return clause.dep_ == "xcomp" and harm and any(c.dep_ == "neg" for c in clause.children)


def _answers(verb: Token, lemma: str) -> bool:
    if lemma == "retaliate":
        return True
    near = {c.lower_ for c in verb.children}
    if lemma in ("go", "come") and "after" in near:
        return any(t.pos_ != "NUM" for t in prepositional(verb, "after"))
    if lemma in ("hunt", "crush", "annihilate"):
        return True
    if lemma in _BACK:
        return "back" in near
    if lemma in ("take", "exact", "seek"):
        return bool(near & {"revenge", "vengeance"})
    inside = {t.lower_ for c in verb.children if c.dep_ in ("prep", "advmod") for t in c.subtree}
    inside |= {t.lower_ for c in verb.children if c.dep_ == "dobj" for t in c.subtree}
    return lemma in ("respond", "reply", "answer", "react") and bool(inside & (_FORCE | PROVOKES))
