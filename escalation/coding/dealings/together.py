"""Acts and sides that are told together: "A, B and C meet" are three acts, one of each two."""

import itertools
from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.parties import party
from escalation.coding.dealings.partners import between_two, named_together
from escalation.coding.places.crossings import joined
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.noun_phrase import before_hyphen
from escalation.coding.story.act import Act

_SEVERAL = frozenset({"accuse", "threat", "sanction", "demand", "talks"})
_HOSTILE = ("sanction", "reject", "accuse")
_OF_EACH = (
    "accuse", "threat", "demand", "reject", "mobilize", "retreat.withdrawal", "sanction", "aid",
    "coerce.expulsion", "coerce.deportation",
)  # fmt: skip
_DRILLS = frozenset({"game", "drill", "exercise", "maneuver", "manoeuvre", "wargame"})
_SPOKEN = ("accuse", "threat", "demand", "reject")
_HELP = ("aid", "cooperate", "agree")


def each_target(act: Act, cast: Cast) -> list[Act]:
    """One act for each state or group that is named together as its target."""
    if act.target is None or not (act.kind.split(".")[0] in _SEVERAL or _between_them(act, cast)):
        return [act]
    codes, acts = {act.target.code, act.initiator.code if act.initiator else ""}, [act]
    own = act.initiator.country if act.initiator and act.kind.startswith("sanction") else None
    for who in named_together(act.target, cast):
        if who.code not in codes and who.country != own:  # a border town is its own on one side
            codes.add(who.code)
            acts.append(replace(act, target=who))
    return acts


def _between_them(act: Act, cast: Cast) -> bool:
    """ "Offers to mediate between A and B": to both."""
    if act.target is None or act.kind != "agree.offer":
        return False
    return cast.doc[act.target.head] in [
        t for word in act.anchor.subtree for t in prepositional(word, "between", "among")
    ]


def each_doer(act: Act, cast: Cast) -> list[Act]:
    """ "A and B condemn it", "A and B mass troops": by each, unless it is at one another."""
    alone = act.kind in ("support", "talks.mediation") or _between_them(act, cast)
    if act.initiator is None or not (act.kind.startswith(_OF_EACH) or alone):
        return [act]
    if passive(act.anchor) and not act.kind.startswith(_SPOKEN):
        return [act]
    if act.kind.startswith("mobilize") and any(t.lemma_ in _DRILLS for t in act.anchor.subtree):
        return [act]  # held together
    target = act.target.country if act.target is not None else ""
    found = named_together(act.initiator, cast)
    if act.initiator.country == "UNK":
        return [act]  # "members of parliament from Exland": of there
    others = {who.country: who for who in found if who.country != target}
    return [act, *(replace(act, initiator=who) for who in others.values())]


def uncharged(acts: list[Act]) -> list[Act]:
    """ "Says that Rome gives the rebels shelter": a charge, and no help that is told beside it."""
    charges = [act.anchor for act in acts if act.kind == "accuse.harbouring"]
    cleared = [act.anchor for act in acts if act.rule.startswith("clears:")]
    return [
        act
        for act in acts
        if not (act.kind.startswith(_HELP) and any(c.is_ancestor(act.anchor) for c in charges))
        and not any(c.is_ancestor(act.anchor) and not _apart(c, act.anchor) for c in cleared)
        and not (act.rule == "verb:vow" and any(_is_vowed(act, other) for other in acts))
        and not (act.kind == "agree.offer" and any(_is_warned(act, other) for other in acts))
    ]


def _apart(one: Token, other: Token) -> bool:
    """ "Iran says that Bern did it; Bern says that it did not": each in a part of its own."""
    first, last = sorted((one.i, other.i))
    return any(t.text == ";" for t in one.doc[first:last])


def _is_warned(offer: Act, warning: Act) -> bool:
    """ "Warns Rome that it will defend its soil": no offer to anybody."""
    said = (offer.mood.saying, offer.mood.operator_at)
    return warning.rule == "verb:warn" and warning.anchor in said


def _is_vowed(vow: Act, other: Act) -> bool:
    """ "They will not yield, a spokesman vowed": the act is what is vowed."""
    return other is not vow and vow.kind == "threat" and other.anchor.head.i == vow.anchor.i


def aimed(acts: list[Act]) -> list[Act]:
    """ "Closes the border with B, suspends a treaty and expels its envoys": all against B."""
    against: dict[str, dict[str, Who]] = {}
    for act in acts:
        if act.initiator is None or act.target is None or not act.kind.startswith(_HOSTILE):
            continue
        own = act.target.country == act.initiator.country and act.initiator.sector is None
        if not own and not (act.target.country == "UNK" and act.kind.startswith("accuse")):
            against.setdefault(act.initiator.code, {})[act.target.country] = act.target
    for them in against.values():
        if len(them) > 1:
            them.pop("UNK", None)
    one = {code: next(iter(them.values())) for code, them in against.items() if len(them) == 1}
    return [_at_them(act, one) for act in acts]


def _at_them(act: Act, against: dict[str, Who]) -> Act:
    other = against.get(act.initiator.code) if act.initiator is not None else None
    if other is None or act.initiator is None or act.kind == "reject.accusation":
        return act
    sent_off = act.rule == "verb:order" and act.kind == "retreat"
    if sent_off and act.anchor.dep_ == "conj":  # "cuts ties and orders its diplomats to leave"
        return replace(act, kind="sanction.diplomatic", target=other)
    land = act.target.country if act.target is not None else "UNK"
    if act.kind.startswith(("demand", "threat")) and act.anchor.dep_ == "conj":
        nobody = land == "UNK"  # "accuses Rome and vows to respond"
    elif act.kind.startswith(("sanction", "reject", "accuse.complaint")):
        nobody = act.target is None or land in (act.initiator.country, "UNK")
    else:
        nobody = _of_them(act)
    return replace(act, target=other) if nobody else act


def _of_them(act: Act) -> bool:
    """ "Expels two officials of Rome, accusing them of spying"."""
    objects = [t for t in patients(act.anchor) if t.pos_ == "PRON"]
    return act.kind.startswith("accuse") and act.anchor.dep_ == "advcl" and bool(objects)


def at_once(acts: list[Act]) -> list[Act]:
    """One act of two words: "rally, demanding ...", "warned that it would strike"."""
    kept = list(acts)
    for outer, inner in itertools.permutations(acts, 2):
        one, other = outer.kind.split(".")[0], inner.kind.split(".")[0]
        if not _same_doer(outer, inner) or not outer.anchor.is_ancestor(inner.anchor):
            continue
        if outer.kind == inner.kind and inner in kept and _nobody(inner):
            kept = [act for act in kept if act is not inner]  # "leave Mali, ending their mission"
        elif one == "protest" and other == "demand":
            kept = [act for act in kept if act is not inner]
            outer.target = outer.target or inner.target
        elif (
            one == other and one in ("threat", "accuse") and inner in kept and _of_one(outer, inner)
        ):
            kept = [act for act in kept if act is not inner]
            outer.target = outer.target or inner.target
            if inner.kind.count(".") >= outer.kind.count("."):
                outer.kind = inner.kind
    return kept


def _of_one(outer: Act, inner: Act) -> bool:
    """ "Warned that it would strike"; not "summons the envoy and condemns the raid"."""
    if not outer.kind.startswith(("threat", "accuse")):
        return False
    return inner.anchor.dep_ != "conj" or "." not in outer.kind or "." not in inner.kind


def _nobody(act: Act) -> bool:
    return act.target is None or act.target.country == "UNK"


def _same_doer(one: Act, other: Act) -> bool:
    if one.initiator is None or other.initiator is None:
        return False
    sides = (one.initiator, other.initiator)
    of_state = one.kind.startswith("threat") and all(w.sector in (None, "GOV") for w in sides)
    alike = of_state and sides[0].country == sides[1].country  # "Rome will strike, Rossi warned"
    return alike or sides[0].code == sides[1].code


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


def as_host(word: Cue, host: Who | None, target: Who | None, cast: Cast) -> tuple[str, Who | None]:
    """ "Rome hosted talks with Bern", "a meeting of Rome, Bern and Oslo": it is one of them."""
    if host is None or word.anchor.lemma_.lower() not in ("host", "convene", "chair"):
        return "talks.mediation", target
    with_it = [t for o in patients(word.anchor) for t in prepositional(o, "with")]
    if with_it and (other := party(with_it, cast)) is not None:
        return "talks", other
    of = [t for o in patients(word.anchor) for t in prepositional(o, "of", "between", "among")]
    of = [t for one in of for t in prepositional(one, "of", "from")] or of
    sides = [who for t in of if (who := cast.actor(t)) is not None and who.country != "UNK"]
    others = [who for who in sides if who.country != host.country]
    if others and len(others) < len(sides):
        return "talks.meeting", others[0]
    return "talks.mediation", target


def both_sides(
    word: Cue, initiator: Who | None, target: Who | None, cast: Cast
) -> tuple[Who | None, Who | None]:
    """ "The border between A and B reopens", "the A-B border is shut": of both, by nobody told.

    So too where a crossing is named, which joins two states.
    """
    two = between_two(word.anchor, cast) or _hyphened(word.anchor, cast) or joined(word.anchor)
    if two is None or (target is not None and target.country != "UNK"):
        return initiator, target
    here = cast.place_of(cast.doc[two[1].head])  # of the side where it lies
    one, other = two[::-1] if here == two[1].country else two
    return cast.state(one), cast.state(other)


def _hyphened(verb: Token, cast: Cast) -> tuple[Who, Who] | None:
    """ "The Italian-Swiss border"."""
    for name in (c for t in (*agents(verb), *patients(verb)) for c in t.children):
        found = [cast.actor(t) for t in (*before_hyphen(name), name)]
        lands = [who for who in found if who is not None and who.country != "UNK"]
        if len(lands) == 2 and lands[0].country != lands[1].country:
            return lands[0], lands[1]
    return None


def of_two(word: Cue, cast: Cast) -> bool:
    """ "A and B declare a truce", "a truce between A and B": by neither alone."""
    doers = {w.country for t in agents(word.anchor) for w in cast.each(t)}
    return len(doers) > 1 or between_two(word.anchor, cast) is not None
