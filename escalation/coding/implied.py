"""What goes without saying in an act of word or deed: its doer, and that it has several sides.

"Protests erupt" are people's, "a curfew is declared" is the state's; "A, B and C meet" are three
acts, one of each two.
"""

import itertools
from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.act import Act
from escalation.coding.actors import Cast
from escalation.coding.clause import agents, coordinated, passive, patients, prepositional
from escalation.coding.cues import Cue
from escalation.coding.named import NO_COUNTRIES
from escalation.coding.noun_phrase import QUALIFIERS
from escalation.coding.parties import JAILS, between_two, party
from escalation.coding.phrases import word_set
from escalation.coding.violence import noun_kind
from escalation.coding.who import Who

_SEVERAL = frozenset({"accuse", "threat", "sanction", "demand", "talks"})
_DECLARED = word_set("emergency curfew martial")
_OWN_WORD = word_set("promise vow pledge threaten offer swear undertake agree")
_BANNED = word_set(
    "gathering assembly internet mobile network broadcast newspaper channel website media party"
    " movement organization organisation group rally protest march procession demonstration"
)
_MANY = word_set("hundred thousand dozen score million many")
_COURTS = ("coerce.arrest", "coerce.execution", "accuse.charge")
_JUDGED = word_set("sentence convict indict try charge")
_NOTED = word_set("GOV MIL COP REB LEG JUD OPP PTY SPY ELI MED NGO REL LAB")
_JAILED = ("REB", "OPP", "PTY", "ELI")  # by the state, as hostages are not
_VICTIMS = frozenset({"MIL", "REB", "LEG", "OPP", "PTY", "SPY", "MED"})
_POLITICAL = (
    "terror", "militan", "extremis", "jihad", "insurg", "separatis", "secession", "rebel",
    "sedition", "treason", "espionage", "spy", "blasphem", "apostasy", "coup", "plot", "conspir",
    "assassin", "bomb", "massacre", "protest", "rally", "demonstration", "riot", "unrest",
    "dissent", "uprising", "mutiny", "incit", "subver", "lynch", "genocide", "hijack", "attack",
)  # fmt: skip
_CONVICTS = word_set(
    "convict conviction sentence guilty court prison row inmate drug murder treason espionage"
    " crime genocide trafficking"
)
_CULPRITS = word_set(
    "suspect gunman gunmen attacker assailant perpetrator shooter bomber accomplice assassin"
)
_CAPTIVES = word_set("hostage captive body corpse captor kidnap kidnapper")
_TERROR = ("terror", "militan", "extremis", "insurgen", "separatis", "proxy", "rebel")


def each_target(act: Act, cast: Cast) -> list[Act]:
    """One act for each state or group that is named together as its target."""
    if act.target is None or act.kind.split(".")[0] not in _SEVERAL:
        return [act]
    head = cast.doc[act.target.head]
    others = [cast.actor(t) for t in coordinated(head)[1:]]
    codes, acts = {act.target.code, act.initiator.code if act.initiator else ""}, [act]
    for who in others:
        if who is not None and who.country != "UNK" and who.code not in codes:
            codes.add(who.code)
            acts.append(replace(act, target=who))
    return acts


def aimed(acts: list[Act]) -> list[Act]:
    """ "Closes the border with B, suspends a treaty and expels its envoys": all against B."""
    hostile = [act for act in acts if act.kind.startswith(("sanction", "reject"))]
    against: dict[str, Who] = {
        act.initiator.code: act.target
        for act in hostile
        if act.initiator is not None and act.target is not None
    }
    return [
        replace(act, target=against.get(act.initiator.code))
        if act in hostile and act.initiator is not None and act.target is None
        else act
        for act in acts
    ]


def at_once(acts: list[Act]) -> list[Act]:
    """One act of two words: "rally, demanding ...", "warned that it would strike"."""
    kept = list(acts)
    for outer, inner in itertools.permutations(acts, 2):
        one, other = outer.kind.split(".")[0], inner.kind.split(".")[0]
        if not _same_doer(outer, inner) or not outer.anchor.is_ancestor(inner.anchor):
            continue
        if one == "protest" and other == "demand":
            kept = [act for act in kept if act is not inner]
            outer.target = outer.target or inner.target
        elif one == other == "threat" and inner in kept:
            kept = [act for act in kept if act is not inner]
            if inner.kind.count(".") >= outer.kind.count("."):
                outer.kind = inner.kind
    return kept


def _same_doer(one: Act, other: Act) -> bool:
    if one.initiator is None or other.initiator is None:
        return False
    return one.initiator.code == other.initiator.code


def each_pair(act: Act, cast: Cast) -> list[Act]:
    """ "Officials of A, B and C meet": one act for each two of them."""
    if not act.kind.startswith(("talks", "agree")) or act.kind == "talks.mediation":
        return [act]
    heads = agents(act.anchor)
    heads = [own for t in heads for own in (t, *prepositional(t, "of", "from"))]
    sides = {who.country: who for t in heads for who in cast.each(t) if who.country != "UNK"}
    if len(sides) < 3:
        return [act]
    pairs = itertools.combinations(sides.values(), 2)
    return [replace(act, initiator=one, target=other) for one, other in pairs]


def unsaid(word: Cue, kind: str, target: Who | None, cast: Cast) -> Who | None:
    """Who goes without saying: people, where protests erupt; the state that declares a curfew."""
    at = word.anchor
    doer = None
    noun = word.noun is not None and word.noun.dep_ in ("nsubj", "pobj")
    if kind in ("protest", "protest.riot") and noun:
        doer = "UNK.CVL"
    elif kind.startswith("protest") and {t.lemma_.lower() for t in agents(at)} & _MANY:
        doer = "UNK.CVL"  # "hundreds rally"
    elif kind == "coerce.restriction" and passive(at):
        heads = patients(at)
        declared = {t.lemma_.lower() for head in heads for t in head.subtree} & _DECLARED
        near = [t for head in heads for t in (head, *head.children) if t.dep_ != "prep"]
        doer = "UNK.GOV" if declared or {t.lemma_.lower() for t in near} & _BANNED else None
    elif kind == "sanction.border" and passive(at):
        doer = "UNK.GOV"
    elif kind == "concede.release" and target is not None and target.sector in _JAILED:
        doer = f"{_held_by(at, target, cast)}.GOV" if passive(at) else None
    elif kind in _COURTS and of_note(word, kind, target, cast):
        sector = "JUD" if at.lemma_.lower() in _JUDGED else "GOV"
        doer = f"{_held_by(at, target, cast)}.{sector}"
    elif kind == "concede.release" and _from_prison(at) and target is not None:
        noted = target.sector in _NOTED  # a party's leader, not a thief
        doer = f"{_held_by(at, target, cast)}.GOV" if noted else None
    return Who(doer, "", at.idx, at.idx, at.i, doer.split(".")[1]) if doer is not None else None


def spoken_for(word: Cue, kind: str, doer: Who | None, cast: Cast) -> Who | None:
    """ "Rome will reopen the bridge, a minister promised": he speaks for Rome."""
    if doer is None or doer.country != "UNK" or not kind.startswith(("agree", "threat")):
        return None
    verb = word.anchor
    own = verb.lemma_.lower() in _OWN_WORD  # one warns of others' deeds, too
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and (own or c.i < verb.i)]
    who = party((t for c in clauses if not passive(c) for t in agents(c)), cast)
    return who if who is not None and who.country != "UNK" else None


def _from_prison(verb: Token) -> bool:
    """ "Was released from jail", "on bail": by a state, not by kidnappers."""
    return passive(verb) and any(t.lemma_.lower() in JAILS for t in verb.subtree)


def _held_by(verb: Token, target: Who | None, cast: Cast) -> str:
    """The country whose state arrests: where it is told to be, else that of the one arrested."""
    near = prepositional(verb, "in", "at", "near", "outside")
    near += [t for thing in prepositional(verb, "with", "at") for t in prepositional(thing, "in")]
    # "in a New York court"
    near = [own for t in near for own in (t, *(c for c in t.children if c.dep_ in QUALIFIERS))]
    country = next(filter(None, (cast.land(t) for t in near)), None)
    own = target.country if target is not None and target.country not in NO_COUNTRIES else None
    return country or own or "UNK"


def of_note(word: Cue, kind: str, target: Who | None, cast: Cast) -> bool:
    """Is an arrest that nobody is said to make one of politics, by whom it is of or what for?

    "A party leader was arrested", "five men are held over a bombing", not "a thief is arrested".
    """
    if not passive(word.anchor) or word.anchor.dep_ in ("acl", "relcl", "advcl"):
        return False  # or told of somebody as known
    if kind == "coerce.execution":
        words = {t.lemma_.lower() for t in word.anchor.sent}
        return bool(words & _CONVICTS) and not words & _CAPTIVES
    heads = patients(word.anchor)
    held = {token.i for token in heads}
    before = word.anchor.doc[: word.anchor.sent.start]
    if {t.lemma_.lower() for t in heads} & _CULPRITS and any(noun_kind(t) for t in before):
        return True  # "... . A suspect is arrested", after an attack was told
    if target is not None and target.head in held and target.sector in _NOTED:
        known = target.country != "UNK" or cast.only_country(word.anchor.sent) is not None
        return known or target.sector != "REB"
    told = [t for t in word.anchor.subtree if t.i not in held]
    return any(
        t.lemma_.lower().startswith(_POLITICAL)
        or ((who := cast.who(t)) is not None and who.sector in _VICTIMS and who.known)
        for t in told
    )


def told_by_the_threatened(speaker: Who | None, initiator: Who | None, target: Who | None) -> bool:
    """ "Rome says that Athens means to strike it"."""
    if speaker is None or initiator is None or target is None:
        return False
    return "UNK" != speaker.country == target.country != initiator.country != "UNK"


def of_armed_groups(word: Cue, target: Who | None, cast: Cast) -> bool:
    """Is somebody charged with helping armed men: a state, or others than these themselves?

    "Accused the ministry of hiding names", "the rebels use houses as hideouts" are other charges.
    """
    if target is not None and target.sector == "REB":
        return False
    told = (t for t in word.anchor.sent if not (target is not None and t.i == target.head))
    return any(
        t.lemma_.lower().startswith(_TERROR)
        or ((who := cast.who(t)) is not None and who.sector in ("REB", "CRM"))
        for t in told
    )


def of_two(word: Cue, cast: Cast) -> bool:
    """ "A and B declare a truce", "a truce between A and B": by neither alone."""
    doers = {w.country for t in agents(word.anchor) for w in cast.each(t)}
    return len(doers) > 1 or between_two(word.anchor, cast) is not None
