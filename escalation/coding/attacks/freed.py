"""Captives whom forces free from their captors: an operation against these, and no new abduction.

"Commandos rescued two hostages who had been seized by rebels" tells of an operation; that they
were seized only says who they are.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.afterwards import SPANS
from escalation.coding.status.mood import mood_of
from escalation.coding.status.standing import standing
from escalation.coding.story.act import Act

_FREES = word_set("rescue free liberate recover retrieve save")
_LETS_GO = word_set("free release return hand set liberate come let")
_SEIZED = word_set("kidnap abduct hijack seize hold capture take")
_CAPTIVES = word_set("hostage captive abductee kidnap abduct captor kidnapper abductor kidnapping")
_JAILS = word_set("prison jail prisoner inmate detainee jailbreak lockup detention")
_RELEASE = "concede.release"
_FORCES = ("MIL", "COP", "SPY")
_OPERATIONS = word_set("operation raid swoop mission assault")


def with_rescues(sentence: Span, acts: list[Act], cast: Cast) -> list[Act]:
    """Acts of violence of a sentence, with captives freed by force."""
    acts = _killed_in_captivity([act for act in acts if not _lets_go(act)])
    rescues = list(_rescues(sentence, cast))
    by_force = [act for act in acts if act.kind.startswith("force") or _of_an_army(act)]
    if not rescues or by_force:  # "freed in a raid": the raid is told by itself
        for raid in by_force[:1] if rescues else ():
            raid.tokens += [token for act in rescues for token in act.tokens]
            if raid.target is None or raid.target.role == "SITE":
                raid.target = rescues[0].target  # "stormed a bank and freed those held by rebels"
        return acts
    # who they are, not what was done: "rescued two who were kidnapped in May"
    told = [act for act in acts if act.kind != "attack.abduction" or _when_taken(act.anchor)]
    seized = [act.anchor for act in acts if act.kind == "attack.abduction"]
    seized = [verb for verb in seized if not _has_a_day(verb)]  # where it was, and not when
    return [*told, *(replace(act, tokens=[*act.tokens, *seized]) for act in rescues)]


def _of_an_army(act: Act) -> bool:
    return act.initiator is not None and act.initiator.is_force


def _lets_go(act: Act) -> bool:
    """ "Rebels freed two men abducted in Exford": who these are, not a new deed."""
    verb = act.anchor
    whom = verb.head
    while whom.dep_ in ("pobj", "prep", "appos"):
        whom = whom.head  # "eight of the nine men held hostage", "Li, a clerk with X who was held"
    seized = act.kind == "attack.abduction" or verb.lemma_.lower() in _SEIZED
    taken = seized and verb.dep_ in ("acl", "relcl")
    let_go = whom.dep_ in ("dobj", "nsubjpass", "nsubj") and whom.head.lemma_ in _LETS_GO | _FREES
    return taken and let_go and not _has_a_day(verb)


def _killed_in_captivity(acts: list[Act]) -> list[Act]:
    """ "A clerk held hostage by rebels is shot": by these, and he is not taken once more."""
    for act in acts:
        held = act.anchor if act.kind == "attack.abduction" and not _has_a_day(act.anchor) else None
        told = held is not None and held.dep_ in ("acl", "relcl") and passive(held)
        whom = held.head if held is not None and told else None
        for other in acts if whom is not None else ():
            if other is not act and other.is_violent and whom in patients(other.anchor):
                other.initiator = other.initiator or act.initiator
                return [each for each in acts if each is not act]
    return acts


def without_jailbreaks(spoken: list[Act], violent: list[Act]) -> list[Act]:
    """ "Stormed a prison, freeing 300 inmates": part of the raid, and no step towards anybody."""
    by_rebels = [
        act
        for act in violent
        if act.kind.startswith("attack") and not (act.initiator and act.initiator.is_force)
    ]
    if not by_rebels:
        return [act for act in spoken if not (act.kind == _RELEASE and _in_a_break(act.anchor))]
    stormed = any(
        act.kind == "attack.raid" or (act.initiator and act.initiator.is_outlaw)
        for act in by_rebels
    )
    return [
        act for act in spoken if not (act.kind == _RELEASE and _breaks_out(act.anchor, stormed))
    ]


def _in_a_break(verb: Token) -> bool:
    """ "Nine inmates are freed in a prison break": by nobody's leave."""
    return any(
        t.lower_ in ("jailbreak", "jailbreaks")
        or (t.lemma_ == "break" and t.i and t.nbor(-1).lower_ in ("prison", "jail"))
        for t in verb.sent
    )


def seized_by_who_frees(spoken: list[Act], violent: list[Act]) -> None:
    """ "Freed by the rebels, a day after they were kidnapped": it was these who seized them."""
    captors = [act.initiator for act in spoken if act.kind == _RELEASE and act.initiator]
    for act in violent if captors else ():
        if act.kind == "attack.abduction" and act.initiator is None and captors[0].is_outlaw:
            act.initiator = captors[0]


def _breaks_out(verb: Token, stormed: bool) -> bool:
    """Does a verb of freeing go on from another, in a sentence that tells of a prison?"""
    goes_on = verb.dep_ in ("conj", "advcl", "acl", "xcomp") or (
        stormed and passive(verb) and not agents(verb)  # "were freed after rebels stormed the jail"
    )
    goes_on = goes_on and verb.lemma_.lower() in _LETS_GO
    return goes_on and any(t.lemma_.lower() in _JAILS for t in verb.sent)


def _rescues(sentence: Span, cast: Cast) -> Iterator[Act]:
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in _FREES:
            continue
        freed = patients(verb)
        hands = [w for t in _doers(verb) if (w := cast.who(t)) is not None and _of_forces(w)]
        if not freed or not hands or not _are_captives(verb, freed):
            continue
        mood = mood_of(verb)
        status = standing(mood, is_verb=True)
        if status is not None:
            captors = _captors(cast) or Who("UNK.REB", "", verb.idx, verb.idx, verb.i, "REB")
            yield Act(
                "force.operation", verb, hands[0], captors, status, "violence", 0.8, mood, [verb]
            )


def _has_a_day(verb: Token) -> bool:
    """ "Kidnapped on May 22", "seized last month"."""
    own = [t for c in verb.children if c.dep_ in ("prep", "npadvmod", "advmod") for t in c.subtree]
    return any(t.like_num or t.lemma_.lower() in SPANS for t in own)


def _when_taken(verb: Token) -> bool:
    """ "Kidnapped by rebels on May 22": told with its day and its doers, beside the rescue."""
    on = [t for t in prepositional(verb, "on") if t.like_num or t.pos_ == "PROPN"]
    return bool(on) and bool(agents(verb))


def _of_forces(who: Who) -> bool:
    return who.sector in _FORCES or who.code.startswith("IGO.MIL")


def _doers(verb: Token) -> list[Token]:
    """Who frees them: "by troops", "in an operation by the army"."""
    during = [t for t in prepositional(verb, "in", "during") if t.lemma_.lower() in _OPERATIONS]
    return [*agents(verb), *(t for noun in during for t in prepositional(noun, "by", "of"))]


def _are_captives(verb: Token, freed: list[Token]) -> bool:
    """Are they held by somebody, and not in want of help: hostages, or who was kidnapped?"""
    near = {t.lemma_.lower() for token in freed for t in token.subtree}
    if near & _CAPTIVES or any(t.lemma_.lower() in _CAPTIVES for t in verb.subtree):
        return True
    text = (t for t in verb.doc[verb.sent.end :] if t.pos_ == "VERB")
    later = any(t.lemma_.lower() in ("kidnap", "abduct") and passive(t) for t in text)
    return verb.lemma_.lower() == "rescue" and later


def _captors(cast: Cast) -> Who | None:
    """By whom the document says that they were taken."""
    verbs = (t for t in cast.doc if t.pos_ == "VERB" and t.lemma_.lower() in _SEIZED)
    taken = (t for v in verbs if passive(v) or v.dep_ in ("acl", "relcl") for t in agents(v))
    held = (t for noun in cast.doc if noun.lemma_ == "hostage" for t in prepositional(noun, "of"))
    found = (cast.who(t) for t in (*taken, *held))
    return next((w for w in found if w is not None and w.sector in ("REB", "CRM")), None)
