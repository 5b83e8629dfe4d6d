"""Sides that an act names together: "A and B agree", "talks between A and B", "a deal with C"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.dealings.parties import party
from escalation.coding.sentence.clause import agents, coordinated, prepositional
from escalation.coding.sentence.noun_phrase import QUALIFIERS, before_hyphen
from escalation.coding.sentence.phrases import word_set

MUTUAL = ("talks", "agree", "cooperate", "support")
"""Roots of what two sides do together."""
TO_A_THIRD = word_set("offer pledge promise vow volunteer")
"""Verbs of what two may do together for a third."""
_OF_NO_LAND = ("IGO", "NGO", "IMG")
_CHAIR = word_set("chair chairing mediating presiding attendance")


def partners(
    anchor: Token,
    noun: Token | None,
    cast: Cast,
    *,
    mutual: bool,
    mediated: bool = False,
    suffered: bool = False,
) -> list[Who]:
    """The sides of an act, each once: of its verb, "between" two, of its noun ("A's visit")."""
    found: list[Who] = []
    if mutual:
        sides = _between(anchor, cast)
        if len({w.code for w in sides}) > 1:
            found += sides
        doers = [own for t in agents(anchor) for own in _who_say_so(t, anchor)]
        found += [w for t in doers for w in _each(t, cast)]
        agent = party(doers, cast)  # "officials of A and B"
        found += named_together(agent, cast) if agent is not None else []
    for word in (anchor, noun):
        if word is None:
            continue
        there = word.head if any(c.dep_ == "expl" for c in word.head.children) else word
        beside = _between(there, cast) if mutual or mediated else []
        if not beside and mutual and word.dep_ == "nsubj":  # "a truce takes hold between A and B"
            beside = _between(word.head, cast)
        found += beside
    if noun is not None and not found:
        found += _of_a_noun(noun, cast, suffered=suffered)
    if mediated and (third := go_between(anchor, found, cast)) is not None:
        found.insert(0, third)
    unique: dict[str, Who] = {}
    for who in found:
        unique.setdefault(who.code, who)
    return list(unique.values())


def _of_a_noun(noun: Token, cast: Cast, *, suffered: bool) -> list[Who]:
    """Sides beside a noun: "A-B talks", "a round of A-B talks", "the visit of A"."""
    whole = [t for t in prepositional(noun, "of") if t.tag_ == "NNS"]
    beside = [c for t in (noun, *whole) for c in t.children if c.dep_ in QUALIFIERS]
    told = [t for child in beside for t in (*before_hyphen(child), *coordinated(child))]
    told += prepositional(noun, "by", *(() if suffered else ("of",)))
    return [who for t in told if (who := cast.actor(t)) is not None]


def faced(anchor: Token, noun: Token | None, sides: Iterable[Who | None], cast: Cast) -> Who | None:
    """ "A, B and other states sign a deal with C": all of them with C, not A with B."""
    words = [anchor, *(c for c in anchor.children if c.dep_ == "dobj")]
    words += [noun] if noun is not None and noun not in words else []
    withs = [c for w in words for c in w.children if c.lower_ == "with" and c.dep_ == "prep"]
    tokens = [t for c in withs if c.nbor(-1).text != "," for t in c.children if t.dep_ == "pobj"]
    who = party((t for t in tokens if _CHAIR.isdisjoint(s.lower_ for s in t.subtree)), cast)
    lands = {"UNK", *(side.country for side in sides if side is not None)}
    return who if who is not None and who.country not in lands else None


def between_two(word: Token, cast: Cast) -> tuple[Who, Who] | None:
    """The two sides that stand "between A and B" below a word."""
    sides = {w.code: w for w in _between(word, cast)}
    if len(sides) != 2:
        return None
    one, other = sides.values()
    return one, other


def go_between(anchor: Token, sides: Iterable[Who], cast: Cast) -> Who | None:
    """ "A Finnish diplomat is mediating between A and B": a third, also by an unlisted noun."""
    tokens = agents(anchor) or agents(anchor.sent.root)
    codes = {side.code for side in sides}
    third = (cast.actor(t) or cast.someone(t) for t in tokens)
    return next((w for w in third if w and w.country != "UNK" and w.code not in codes), None)


def _who_say_so(doer: Token, verb: Token) -> list[Token]:
    """ "A and B say they have agreed": these two, whoever of them "they" is taken for."""
    above = agents(verb.head) if doer.lower_ == "they" and verb.dep_ == "ccomp" else []
    return above if len(above) > 1 else [doer]


def _each(token: Token, cast: Cast) -> list[Who]:
    several = cast.each(token, anybody=True)
    if len(several) > 1:
        return several
    who = cast.actor(token)
    return [who] if who is not None else []


def apart_from(one: Who, others: Iterable[Who | None], cast: Cast) -> Who | None:
    """ "A and B pledge aid to C", "offer to mediate between C and D": neither A nor B."""
    together = {one.code, *(who.code for who in named_together(one, cast))}
    return next((who for who in others if who is not None and who.code not in together), None)


def named_together(who: Who, cast: Cast) -> list[Who]:
    """Whom a phrase names beside its first: "Rome and Bern", "leaders of Rome and Bern"."""
    head = cast.doc[who.head]
    lands = [one for t in prepositional(head, "of", "from") if (one := cast.actor(t)) is not None]
    if len({one.country for one in lands}) < 2 or who.country in _OF_NO_LAND:
        lands = []  # or "UN experts from Rome and Bern"
    office = f".{who.sector}" if who.sector else ""
    of_lands = [
        replace(one, code=one.country + office) if one.code == one.country else one for one in lands
    ]
    beside = [one for t in coordinated(head)[1:] if (one := cast.actor(t)) is not None]
    pair = who.country == "UNK" or any(c.lower_ in ("both", "two") for c in head.children)
    each = [] if pair else cast.each(head)  # "both sides" are found by what was told before
    told = [*each, *of_lands, *beside]
    return [one for one in told if one.country not in ("UNK", who.country)]


def _between(word: Token, cast: Cast) -> list[Who]:
    """The sides that stand "between A and B", "between the ministers of A and B" below a word."""
    found: list[Who] = []
    for token in _stand_between(word):
        if len(both := cast.each(token)) == 2:  # "between the two nations"
            found += both
        elif (who := cast.actor(token)) is not None:
            found += [who, *(w for w in named_together(who, cast) if token.dep_ == "pobj")]
    unique = {who.code: who for who in reversed(found)}
    return [who for who in unique.values()][::-1]


def _stand_between(word: Token) -> Iterator[Token]:
    for token in word.subtree:
        if token.lower_ in ("between", "among") and token.dep_ == "prep":
            for inner in token.children:
                if inner.dep_ == "pobj":
                    yield from coordinated(inner)
