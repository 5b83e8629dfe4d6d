"""Whom "both sides", "the two countries" and "the parties" are: two that a report tells of.

They are those that last fought or threatened each other, as the report told it before; who speaks
to them is neither. Where it told of no two, they stay unknown: no side is guessed.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import patients, prepositional
from escalation.coding.sentence.complement import clause_subjects
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.coding.story.told import Told

_STATES = word_set(
    "country nation neighbour neighbor state government capital army military power republic"
    " premier president minister leader"
)
_SIDES = _STATES | word_set("side party rival foe enemy belligerent combatant faction force")
_PARTIES = word_set("side party belligerent combatant neighbour neighbor rival foe")
_TWO = frozenset({"both", "two", "either", "each"})
_ALL = frozenset({"all", "everyone", "everybody"})
_FIGHTS = 3  # words that a fight between two outweighs
_ARMIES = frozenset({"army", "military"})
_SPOKEN_TO = ("on", "upon", "to", "with", "between", "among", "of", "from", "by")
_KINDS = ("demand", "agree.offer", "talks", "accuse", "support", "threat", "sanction")
_AT_ODDS = ("force", "attack", "threat", "sanction", "accuse", "reject", "coerce", "mobilize")


def to_both(act: Act, told: list[Told], cast: Cast) -> list[Act]:
    """An act, or one for each of the two at whom it is.

    "Called on both neighbours to stop", "offered to mediate between the two".
    """
    if act.is_violent or act.initiator is None or not act.kind.startswith(_KINDS):
        return [act]
    if act.target is not None and act.target.country not in ("UNK", act.initiator.country):
        return [act]
    phrase = next((t for t in _complement(act.anchor) if _is_two(t, cast)), None)
    if phrase is None:
        return [act]
    if _is_all(phrase):
        return [replace(act, target=None)]
    sides = _rivals(act.initiator, told, phrase.lemma_.lower() in _STATES)
    if not sides:
        sides = [who for who in cast.each(phrase) if who.country not in _nobody(act.initiator)]
        return [replace(act, target=who) for who in sides] or [replace(act, target=None)]
    armed = phrase.lemma_.lower() in _ARMIES
    return [replace(act, target=_as_side(who, phrase, cast, armed=armed)) for who in sides]


def _nobody(speaker: Who) -> frozenset[str]:
    """Whose sides are none: the speaker's own, and those that are not told."""
    return NO_COUNTRIES | {speaker.country, "UNK"}


def _complement(verb: Token, depth: int = 0) -> Iterator[Token]:
    """Whom or what an act of word is at: "both sides", "between the two", "that both must ..."."""
    nouns = [*patients(verb), *prepositional(verb, *_SPOKEN_TO)]
    yield from nouns
    yield from clause_subjects(verb)
    for noun in nouns:
        yield from prepositional(noun, *_SPOKEN_TO)
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and depth < 2:  # "offered to mediate between"
            yield from _complement(child, depth + 1)


def _is_two(noun: Token, cast: Cast) -> bool:
    """ "Both sides", "the two", "the warring parties", "all sides"; no "two countries"."""
    if cast.named(noun) is not None:
        return False
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if noun.lower_ in ("both", "two"):
        return noun.lower_ == "both" or "the" in before
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in _SIDES:
        return noun.lower_ in _ALL
    known = "both" in before or ("two" in before and bool(before & {"the", "these"}))
    parties = noun.lemma_.lower() in _PARTIES and bool(before & {"the", "all"})
    named = any(c.text[0].isupper() for c in noun.children if c.i < noun.i)
    told_of = any(c.dep_ in ("prep", "relcl", "acl") and c.lower_ != "to" for c in noun.children)
    return not named and (known or (parties and not told_of))


def _is_all(noun: Token) -> bool:
    return noun.lower_ in _ALL or any(c.lower_ in _ALL for c in noun.children)


def _rivals(speaker: Who, told: list[Told], states: bool) -> list[Who]:
    """The two most often told at odds, without the speaker; the other one, if he is one of them.

    Of pairs as often told, the last.
    """
    pairs: dict[frozenset[str], list[Who]] = {}
    counts: Counter[frozenset[str]] = Counter()
    for one in reversed(told):
        pair = [who for who in (one.act.initiator, one.act.target) if who is not None]
        if len(pair) < 2 or not one.act.kind.startswith(_AT_ODDS):
            continue
        if any(who.country in NO_COUNTRIES for who in pair) or not _are_two(pair, states):
            continue
        key = frozenset(_side(who) for who in pair)
        counts[key] += _FIGHTS if one.act.is_violent else 1
        pairs.setdefault(key, pair)
    own = _side(speaker)
    ranked = sorted(pairs, key=lambda key: -counts[key])
    both = next((pairs[key] for key in ranked if own not in key), [])
    mine = next((pairs[key] for key in ranked if own in key), [])
    return both or [who for who in mine if _side(who) != own]


def _side(who: Who) -> str:
    return who.code if who.sector == "REB" else who.country


def _are_two(pair: list[Who], states: bool) -> bool:
    """Two lands; or, where "sides" may be any, a state and those who fight it."""
    one, other = pair
    if one.country != other.country:
        return not states or "REB" not in (one.sector, other.sector)
    return not states and (one.sector == "REB") != (other.sector == "REB") and one.is_armed


def _as_side(who: Who, phrase: Token, cast: Cast, *, armed: bool) -> Who:
    """A side as one that is spoken to: a state, its army, or the group."""
    whole = who if who.sector == "REB" else cast.state(who)
    whole = replace(whole, code=f"{who.country}.MIL") if armed else whole
    end = phrase.idx + len(phrase)
    return replace(whole, name=phrase.text, start=phrase.idx, end=end, head=phrase.i, role=None)
