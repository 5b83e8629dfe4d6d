"""The two sides of a deed, from whose hands it may be and who suffered.

A state's forces do not fight their own; militants killed in an attack on others attacked; a raid on
militants is by the forces of wherever it is; a clash has two sides, between whom it is told.
"""

import itertools
from dataclasses import replace

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.deed import Deed
from escalation.coding.attacks.eventive import engaged_in
from escalation.coding.attacks.violence import Violence
from escalation.coding.sentence.clause import agents, patients, prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.fallen import (
    fallen_among,
    forces_and_outlaws,
    rebel_aimed_at,
    rebel_among,
)
from escalation.coding.sides.fire_between import (
    borderers,
    fire_between,
    struck_back,
    told_beside,
    told_between,
)
from escalation.coding.sides.foes import Pair, foe, foes_of, marched, opposed, own_post
from escalation.coding.sides.loses import with_own_losses

_OF_FORCES = frozenset({"force.operation", "force.raid", "force.airstrike", "force.clash"})
_STATES = word_set("countries neighbours neighbors nations states armies")
_STATES_OWN = word_set(
    "security military police army anti counter counterinsurgency counterterrorism"
    " counter-terrorism counter-insurgency clearance cordon"
)


def sides_of(
    deed: Deed, kind: str, hands: list[Who], victims: list[Who], speaker: Who | None, cast: Cast
) -> Pair:
    """Initiator and target of a deed of some kind."""
    victims = with_own_losses(victims, deed, cast)
    initiator, target = foes_of(kind, hands, victims)
    if (both := fire_between(deed, victims, cast)) is not None:
        initiator, target = both
    if kind == "force.clash":
        initiator, target = _in_a_clash(deed, (initiator, target), hands, victims, cast)
    if initiator is None and kind.startswith("attack") and target is not None:
        foes = [v for v in victims if v.sector in ("MIL", "COP", "GOV")]
        if target.sector == "REB" and foes:  # "13 insurgents and four soldiers", in an attack
            target = foes[0]
        initiator = _fallen(victims, target)
    target = cast.there(target, cast.only_country(deed.anchor.sent))
    own = target is not None and target.is_force  # who fell in their own operation
    if initiator is None and any(map(_of_forces, deed.words)) and not own:
        initiator = cast.forces(deed.anchor, speaker)
    if initiator is None and kind in _OF_FORCES and not _rival(deed):
        target = next((v for v in victims if v.sector == "REB"), target)
        if target is not None and target.sector == "REB":
            initiator = cast.forces(deed.anchor, speaker)
    if initiator is None and target is not None:
        initiator = struck_back(deed, target, speaker)
    if kind.startswith("force"):
        target = rebel_among(deed, target, cast) or target
    if kind == "force.operation" and initiator is None and target is not None and own:
        initiator, target = target, cast.rebels(deed.anchor)  # those who fell in it, of two sides
    if kind == "force.operation" and target is None:
        target = rebel_aimed_at(deed, cast)
    if kind == "force.capture" and initiator and target and own_post(initiator, target):
        return initiator, None  # "the army retakes a prison": from whom is not told
    return initiator, _of_their_group(target, victims)


def _in_a_clash(deed: Deed, sides: Pair, hands: list[Who], victims: list[Who], cast: Cast) -> Pair:
    """The two sides of a clash, whoever of them is told, and as what."""
    initiator, target = (
        _two_countries(deed, cast) or _the_two(deed, cast) or told_between(deed, cast) or sides
    )
    if initiator is not None:
        faced = [cast.who(t) for word in deed.words for t in _opposite(word.token)]
        foes = [
            who
            for who in (*faced, *victims, *hands)
            if who is not None and (foe(initiator, who) or marched(who, initiator))
        ]
        foes.sort(key=lambda who: who.role == "SITE")  # "A and B guards fought at a post"
        known = target is not None and target.role != "SITE" and foe(initiator, target)
        if foes and not known:
            target = foes[0]
    else:
        victims = [*victims, *fallen_among(deed, cast)]
        armed = [v for v in victims if v.is_armed]
        if any(opposed(armed[0], other) for other in armed[1:]):
            target = armed[0]  # "two civilians, three soldiers and a rebel", in a clash
        initiator, target = _sides(deed, cast, target)
        if initiator is None and (both := forces_and_outlaws(armed)) is not None:
            initiator, target = both
        if initiator is None and target is not None:
            people = [v for v in victims if "SITE" not in (v.role, target.role)]
            foes = [v for v in people if opposed(v, target) or marched(v, target)]
            initiator, target = (target, foes[0]) if foes else (None, target)
        if initiator is None:
            initiator, target = _armies(deed.anchor.sent, cast) or (None, target)
        if initiator is None and (fighters := told_beside(deed, cast)):
            initiator, target = fighters[0], next(iter(fighters[1:]), target)
    return initiator, initiator if target is None and _rival(deed) else target


def _of_their_group(target: Who | None, victims: list[Who]) -> Who | None:
    """ "A raid on a hideout of the TTP kills nine militants": they are of the TTP.

    So are the soldiers who fall at a base of a country's army of that army.
    """
    if target is None or target.code not in ("UNK.REB", "UNK.MIL", "UNK.COP"):
        return target
    same = (v for v in victims if v.sector == target.sector and v.country not in ("UNK", "IGO"))
    group = next(same, None)
    return replace(target, code=group.code) if group is not None else target


def _fallen(victims: list[Who], target: Who) -> Who | None:
    """Militants killed in an attack on others are those who attacked."""
    if target.sector in ("MIL", "COP", "GOV", "CVL"):
        return next((v for v in victims if v.sector == "REB" and v.role != "SITE"), None)
    return None


def _sides(deed: Deed, cast: Cast, target: Who | None) -> Pair:
    """The two sides of a clash: "between A and B", "A clash with B"."""
    for word in deed.words:
        if word.kind != "force.clash":
            continue
        both = _between(word.token)
        both += agents(word.token) if word.is_verb else []
        both += _engaged(word.token)
        both += _opposite(word.token)
        both += _faced(word.token)
        both += [t for t in _fought(word.token) if _armed(t, cast)] if not both else []
        both += borderers(word.token) if not both else []
        sides = [w for t in both for w in cast.each(t) if w.role != "SITE"]
        if len(sides) >= 2:
            return sides[0], sides[1]
        if len(sides) == 1 and _rival(deed):
            return sides[0], sides[0]
        if len(sides) != 1 or target is None:
            continue
        if opposed(sides[0], target) or marched(target, sides[0]):
            return sides[0], target
    return None, target


def _between(word: Token) -> list[Token]:
    """ "Clashes between A and B", "fighting goes on in Exford between A and B"."""
    told = word.head if word.dep_ == "nsubj" and word.head.pos_ == "VERB" else word
    pits = [c for c in (word.head, *word.children) if c.lemma_ == "pit" and c.pos_ == "VERB"]
    hosts = [t for c in pits for t in patients(c)]
    foes = [t for part in (*pits, *hosts) for t in prepositional(part, "against")]
    pitted = [*hosts, *foes] if foes else []
    return pitted or prepositional(word, "between") or prepositional(told, "between")


def _engaged(noun: Token) -> list[Token]:
    """ "Troops engaged in a battle with rebels", "were locked in" one: the first of the two."""
    verb = engaged_in(noun)
    return [] if verb is None else agents(verb) or patients(verb)


def _opposite(word: Token) -> list[Token]:
    """Whom a clash is with: "exchange gunfire with rebels"."""
    objects = [c for c in word.children if c.dep_ == "dobj"]
    return [t for part in (word, *objects) for t in prepositional(part, "with", "against")]


def _armies(words: Span, cast: Cast) -> tuple[Who, Who] | None:
    """The armies of the only two states that a clash's sentence, or the text so far, names."""
    armies = cast.armies(words)
    return (armies[0], armies[1]) if len(armies) == 2 else None


def _the_two(deed: Deed, cast: Cast) -> tuple[Who, Who] | None:
    """ "Troops of the two countries": of the only two that the text has named."""
    sentence = deed.anchor.sent
    words = [t.lower_ for t in sentence]
    pairs = itertools.pairwise(words)
    if not any(one in ("two", "both") and other in _STATES for one, other in pairs):
        return None
    return _armies(cast.doc[: sentence.end], cast)


def _two_countries(deed: Deed, cast: Cast) -> tuple[Who, Who] | None:
    """The two countries that a clash is told of, before its noun: "A and B exchange fire"."""
    for word in deed.words:
        for child in word.token.children if word.kind == "force.clash" else ():
            both = [child, *(c for c in child.children if c.dep_ == "conj")]
            names = {t.i: name for t in both if (name := cast.named(t)) is not None}
            lands = [i for i, name in names.items() if name.is_country]
            if len(lands) == 2 and child.dep_ in ("nmod", "compound", "amod", "poss", "nsubj"):
                first, second = (cast.plain(cast.doc[i], "MIL") for i in lands)
                return first, second
    return None


def _faced(noun: Token) -> list[Token]:
    """Whom the verb above a clash's noun says it was with: "killed in a shootout with rebels"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during", "after", "following"):
        return []
    return prepositional(noun.head.head, "with", "against")


def _fought(noun: Token) -> list[Token]:
    """ "Troops captured a rebel after a firefight": those who did and suffered what it led to."""
    after = noun.dep_ == "pobj" and noun.head.lower_ in ("after", "following", "in", "during")
    verb = noun.head.head
    did, suffered = (agents(verb), patients(verb)) if after and verb.pos_ == "VERB" else ([], [])
    return [*did, *suffered] if did and suffered else []


def _armed(token: Token, cast: Cast) -> bool:
    who = cast.who(token)
    return who is not None and who.role != "SITE" and (who.is_armed or who.is_outlaw)


def _of_forces(word: Violence) -> bool:
    """ "A security operation", "an anti-insurgent sweep": by the forces of wherever it is."""
    said = {c.lower_ for c in word.token.children if c.i < word.token.i}
    return word.kind == "force.operation" and not said.isdisjoint(_STATES_OWN)


def _rival(deed: Deed) -> bool:
    """Is it told of groups that fight each other?"""
    return any(t.lower_ in ("rival", "rivals", "infighting") for t in deed.anchor.sent)
