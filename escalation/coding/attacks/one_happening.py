"""One happening that a sentence tells in two ways: its noise, its label, what it appears to be.

"Explosions are heard where police fight gunmen" tells of the fight; "Air strikes in Exland: jets
killed nine" of one strike; "killed two in what appears to be an attack on traders" of one attack.
"""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.eventive import ensued, is_noise
from escalation.coding.sentence.clause import governors, spoken_of_before
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act

_ORDINALS = word_set("first second third fourth fifth sixth seventh latest")
_BEGINS = frozenset({"erupt", "break", "start", "begin", "flare", "ensue"})
_OUTCOMES = word_set("continue repel repulse foil thwart fail last end unfold rage subside beat")
LOOSE = ("attack", "force", "force.operation")
"""Kinds that tell of some violence and not of which."""
_VICTIMS = word_set("victim dead deceased")


def told_once(acts: list[Act]) -> list[Act]:
    """Acts of a sentence without those that are another of them in other words."""
    if len(acts) < 2:
        return acts
    kept = list(acts)
    for act in acts:
        others = [o for o in kept if o is not act and o.rule == "violence" and not o.is_mention]
        if not others or act.is_mention or act.rule != "violence":
            continue
        again = _is_label(act, others) or _seems(act.anchor) or _says_which(act, others)
        if again or all(map(_came_of_it, act.tokens)):
            kept.remove(act)
        elif (fight := _sparked(act, others)) is not None:
            kept[kept.index(fight)] = replace(
                fight,
                initiator=fight.initiator or act.initiator,
                target=fight.target or act.target,
            )
            kept.remove(act)
        elif (fell := _killed_in(act, others)) is not None:
            kept[kept.index(fell)] = replace(fell, kind=act.kind)
            kept.remove(act)
        elif (first := _retold(act, others)) is not None:
            kept.remove(act)
            at = kept.index(first)
            kept[at] = replace(first, kind=act.kind if first.kind in LOOSE else first.kind)
    return kept


def _came_of_it(word: Token) -> bool:
    """What an attack sounded like, or the gunfight that it sparked."""
    return is_noise(word) or ensued(word)


def _is_label(act: Act, others: list[Act]) -> bool:
    """ "Strikes in Exland: jets killed nine": no verb before the colon, and the tale behind it."""
    sentence = act.anchor.sent
    colon = next((t for t in sentence if t.text == ":"), None)
    if colon is None or any(t.i > colon.i for t in act.tokens):
        return False
    behind = any(other.anchor.i > colon.i for other in others)
    return behind and all(t.pos_ != "VERB" for t in sentence.doc[sentence.start : colon.i])


def _says_which(act: Act, others: list[Act]) -> bool:
    """ "Survives a raid, the third attempt on his life", "as the attack goes on": of that one.

    So is "both attacks are repelled", behind them.
    """
    first = min(t.i for t in act.tokens)
    if not any(other.anchor.i < first for other in others):
        return False
    for token in act.tokens:
        noun = token.head if token.dep_ == "acl" else token
        if noun.pos_ != "NOUN" or role_of(noun):
            continue
        of_its_kind = noun.dep_ == "attr" and any(c.lower_ == "of" for c in noun.children)
        which = noun.dep_ == "appos" or of_its_kind
        if which and any(c.lower_ in _ORDINALS for c in noun.children):
            return True
        verb = noun.head
        outcome = noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in _OUTCOMES
        if outcome and spoken_of_before(noun):
            return True
    return False


def _sparked(act: Act, others: list[Act]) -> Act | None:
    """ "A battle erupts as rebels attack a base": the fight that the attack led to."""
    if act.kind not in LOOSE or act.anchor.pos_ != "VERB":
        return None
    return next((o for o in others if o.kind == "force.clash" and _breaks_out(o, act)), None)


def _breaks_out(fight: Act, attack: Act) -> bool:
    noun, verb = fight.anchor, fight.anchor.head
    begins = noun.dep_ == "nsubj" and verb.lemma_ in _BEGINS and verb.is_ancestor(attack.anchor)
    near = (*verb.children, *attack.anchor.children)
    return begins and any(t.lower_ in ("as", "when") for t in near)


def _killed_in(act: Act, others: list[Act]) -> Act | None:
    """ "Nine die following a blast, with a convoy targeted by rebels": in that blast."""
    noun = act.anchor
    led = noun.dep_ == "pobj" and noun.head.lower_ in ("following", "after", "in")
    if not led or act.initiator is not None or len(act.tokens) > 1:
        return None
    fell = noun.head.head
    return next((o for o in others if o.kind == "attack" and _fell_with(o, fell)), None)


def _fell_with(act: Act, fell: Token) -> bool:
    """Do the words of an act tell who fell, and besides in a clause of its own who was aimed at?"""
    aimed = any(t.dep_ == "acl" and t.head.head.lower_ == "with" for t in act.tokens)
    return aimed and fell in act.tokens


def _seems(noun: Token) -> bool:
    """ "In what appears to be an attack on traders": what the deed told before is taken for."""
    for above in (noun, *governors(noun)):
        if above.dep_ == "pcomp" and above.head.lower_ == "in":
            return any(c.tag_ == "WP" for c in above.children)
    return False


def _retold(act: Act, others: list[Act]) -> Act | None:
    """ "Killed four after stopping their car and shooting the victims": those who were killed."""
    by, hit = act.initiator, act.target
    if by is None or hit is None or act.anchor.doc[hit.head].lemma_.lower() not in _VICTIMS:
        return None
    return next((o for o in others if o.initiator and o.initiator.code == by.code), None)
