"""A crowd that attacks, burns or clashes with police riots: it is not one of two armed sides."""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import Who
from escalation.coding.attacks.street import MARCHERS
from escalation.coding.sentence.clause import prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.coding.story.alike import near
from escalation.coding.story.told import Told

_CROWDS = ("OPP", "CVL", "LAB", "EDU")
_RIOTERS = MARCHERS | word_set("rioter mob crowd")
_UNARMED = word_set("refugee migrant student pupil fan supporter worker inmate prisoner detainee")
_RUNS_RIOT = ("attack", "attack.raid", "coerce.seizure")
_KILLED = word_set("kill murder execute slaughter massacre slay target")


def as_riot(act: Act, cast: Cast | None) -> None:
    """Tell what a crowd does, not armed men, as the riot that it is."""
    if _runs_riot(act):
        act.kind, act.status = "protest.riot", "happened"
        return
    sides = [who for who in (act.initiator, act.target) if who is not None]
    crowd = next((w for w in sides if w.sector in _CROWDS), None)
    if not sides and act.kind == "force.clash" and _between_unarmed(act):
        act.kind = "protest.riot"
        return
    guards = next((w for w in sides if w.is_force), None)
    clash = act.kind == "force.clash" and (
        any(t.lemma_.lower() == "clash" for t in act.tokens)
        or (crowd is not None and (_is_crowd(crowd, act) or _of_police(guards, crowd)))
    )
    armed = any(w.sector in ("REB", "CRM") or "militant" in w.name for w in sides)
    hit = guards is not None and crowd is act.target  # by those who shot at them
    hit = hit and not any(prepositional(t, "between") or _both(t) for t in act.tokens)
    if crowd is None or armed or hit or not clash:
        return
    at_home = guards is not None and guards.country == crowd.country and crowd.role != "SITE"
    if crowd.sector == "OPP" or at_home or (guards is None and _of(crowd, act, _UNARMED)):
        act.kind, act.initiator, act.target = "protest.riot", crowd, guards
        if guards is None and cast is not None and crowd.country not in NO_COUNTRIES:
            act.target = cast.state(cast.people_of(crowd.country, act.anchor))


def _between_unarmed(act: Act) -> bool:
    """ "Clashes break out between refugees of two lands"."""
    near = [t for token in act.tokens for t in (token, token.head)]
    of = [t for token in near for t in prepositional(token, "between", "among", "with")]
    return bool(of) and all(t.lemma_.lower() in _UNARMED for t in of)


def _of_police(guards: Who | None, crowd: Who) -> bool:
    return guards is not None and guards.sector == "COP" and guards.country == crowd.country


def _both(verb: Token) -> bool:
    """ "Police and protesters clashed"."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj" and verb.lemma_ == "clash")
    return any(c.dep_ == "conj" for subject in subjects for c in subject.children)


def only_once(told: list[Told]) -> list[Told]:
    """ "Protesters pelted police with stones, injuring six": one riot, though two words tell it."""
    kept: list[Told] = []
    for one in told:
        riots = (o for o in kept if one.act.kind == o.act.kind == "protest.riot")
        same = next((o for o in riots if o.act.anchor.sent == one.act.anchor.sent), None)
        if same is None or not near(same.place, one.place):
            kept.append(one)
        elif one.toll and not same.toll:
            same.toll = one.toll
    return kept


def _runs_riot(act: Act) -> bool:
    """ "Protesters attack a base", "tried to storm a consulate", "a mob burns a police station"."""
    mobbed = act.kind == "attack.beating" and act.target is not None and _stands(act.target)
    if not (mobbed or act.kind in _RUNS_RIOT) or act.status not in ("happened", "failed"):
        return False
    killed = any(t.lemma_.lower() in _KILLED for t in act.tokens)
    return not killed and act.initiator is not None and _is_crowd(act.initiator, act)


def _stands(target: Who) -> bool:
    """ "A mob attacks a police station": nobody is beaten there."""
    return target.role == "SITE" or target.is_force


def _is_crowd(who: Who, act: Act) -> bool:
    return _of(who, act, _RIOTERS)


def _of(who: Who, act: Act, nouns: frozenset[str]) -> bool:
    head = act.anchor.doc[who.head]
    parts = [head, *prepositional(head, "of")]  # "hundreds of protesters"
    return any(t.lemma_.lower() in nouns for t in parts)


def without_manner(spoken: list[Act], violent: list[Act]) -> list[Act]:
    """ "Dispersed a rally by beating the marchers": how it was done, and one deed."""
    how = [act.anchor for act in violent if act.anchor.tag_ == "VBG"]
    return [
        act
        for act in spoken
        if act.kind != "coerce" or not any(_by_which(verb, act.anchor) for verb in how)
    ]


def _by_which(verb: Token, deed: Token) -> bool:
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        verb = verb.head
    return verb.dep_ == "pcomp" and verb.head.lower_ == "by" and verb.head.head.i == deed.i
