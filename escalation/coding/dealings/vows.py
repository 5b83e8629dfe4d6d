"""What somebody says he will do to others, and what he vows not to do."""

from collections.abc import Container

from spacy.tokens import Token

from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.cautions import PROVOKES
from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import patients, prepositional
from escalation.coding.sentence.phrases import word_set

WILL = word_set("will would shall 'll")
_MAY = word_set("may might could can")
_CAN = word_set("can ca could")
_RAISES = word_set("increase step intensify escalate expand widen resume extend")
_VIOLENCE = word_set("violence attack strike operation offensive raid airstrike war fighting")
_STRUGGLES = word_set("resistance struggle jihad fight war insurgency uprising")
_SELF = word_set("it they we he")
_AVENGE = word_set("answer respond punish avenge repel crush confront counter thwart")
RAISED, MET, BORNE = "vow:raise", "vow:met", "vow:borne"
_BACK = word_set("hit strike fight fire shoot lash")
_FORCE = word_set("force forcefully militarily fire kind missile strike arms")
_DRAW = word_set("meet draw invite provoke face elicit trigger get receive answer see")
_ANSWERS = word_set("response retaliation reply reprisal force answer reaction blow")
_BEAR = word_set("tolerate accept allow permit brook stand")
_BRING = word_set("have bring carry")
_OUTCOMES = word_set("consequence repercussion war conflict bloodshed retaliation")
_STEPS = word_set(
    "decision move step action plan policy deployment support participation involvement presence"
    " drill exercise wargame refusal failure execution raid strike"
)
_VOWS = word_set("vow pledge swear promise undertake agree commit")
_ARMED = word_set("attack strike raid invade bomb shell fight target kill harm retaliate fire hit")


def vowed(verb: Token, violent: Container[int]) -> Cue | None:
    """The cue of a vow: "will retaliate", "will hit back", and "vows not to attack"."""
    lemma = verb.lemma_.lower()
    if lemma in _VOWS and any(_spared(c, violent) for c in verb.children):
        return Cue(verb, "agree.offer", f"verb:{lemma}")
    ahead = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if not ahead.isdisjoint(WILL) and (_answers(verb, lemma) or _fights_on(verb, lemma)):
        return Cue(verb, "threat.military", "verb:retaliate")
    if lemma == "regret" and not ahead.isdisjoint(WILL):
        return Cue(verb, "threat", "verb:face")  # "it will regret it": whoever says so
    if not ahead.isdisjoint(WILL | _MAY) and _steps_up(verb, lemma):
        return Cue(verb, "threat.military", RAISED)
    if _will_be_met(verb, lemma):
        return Cue(verb, "threat.military", MET)
    if not ahead.isdisjoint(WILL | _MAY) and _brings_war(verb, lemma):
        return Cue(verb, "threat", MET)
    if lemma in _BEAR and not ahead.isdisjoint(WILL | _CAN) and _unborne(verb):
        return Cue(verb, "threat", BORNE)
    return None


def _brings_war(verb: Token, lemma: str) -> bool:
    """ "(Warns that) the Roman decision will have consequences": a step of others, no flood."""
    doing = [c for c in verb.children if c.dep_ == "nsubj" and _is_a_step(c)]
    things = [c for c in verb.children if c.dep_ == "dobj"] if lemma in _BRING else []
    things += prepositional(verb, "to", "in") if lemma in ("lead", "result") else []
    return bool(doing) and any(t.lemma_.lower() in _OUTCOMES for t in things)


def _is_a_step(noun: Token) -> bool:
    return noun.lemma_.lower() in _STEPS | PROVOKES


def _unborne(verb: Token) -> bool:
    """ "Will not tolerate raids", "attacks that cannot be accepted": said of others' deeds."""
    no = any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
    no = no or any(c.lower_ == "longer" for c in verb.children)
    return no and any(t.lemma_.lower() in PROVOKES or noun_kind(t) for t in patients(verb))


def _fights_on(verb: Token, lemma: str) -> bool:
    """ "The resistance will continue", "it will be open war": whoever says so."""
    doing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if doing is None:
        return False
    if lemma == "be":
        it = doing.lower_ in ("it", "there", "this")
        return it and any(c.dep_ == "attr" and c.lemma_.lower() == "war" for c in verb.children)
    on = any(c.lower_ == "on" for c in doing.children)  # "the war on polio"
    return lemma in ("continue", "go") and doing.lemma_.lower() in _STRUGGLES and not on


def _steps_up(verb: Token, lemma: str) -> bool:
    """ "(Announces that) it could increase violence against the army": itself."""
    if lemma == "go" and any(t.lemma_.lower() == "war" for t in prepositional(verb, "to")):
        return True  # "could go to war with Rome"
    if lemma not in _RAISES or not any(c.lower_ in _SELF for c in verb.children):
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "prt", "prep")]
    return any(t.lemma_.lower() in _VIOLENCE for c in things for t in (c, *c.children))


def _will_be_met(verb: Token, lemma: str) -> bool:
    """ "Any attack will meet a crushing response", "will be met with force": whoever says so."""
    if not any(c.lower_ in WILL for c in verb.children):
        return False
    if lemma in _AVENGE and any(t.lemma_.lower() in PROVOKES for t in patients(verb)):
        return True
    if lemma not in _DRAW:
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
