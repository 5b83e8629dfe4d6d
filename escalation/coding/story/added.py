"""What another sentence adds to an act that was told before: sides, place, toll and days."""

import pandas as pd
from spacy.tokens import Span, Token

from escalation.coding.attacks.eventive import is_noise
from escalation.coding.attacks.one_happening import LOOSE
from escalation.coding.places.mention import Mention
from escalation.coding.sides.aims import is_thing
from escalation.coding.story.act import Act
from escalation.coding.story.alike import alike, is_guessed
from escalation.coding.story.circumstances import Setting
from escalation.coding.story.retold import borne_out
from escalation.coding.story.sameness import (
    attackers_fell,
    follows_headline,
    fought,
    is_of_a_bomber,
)
from escalation.coding.story.told import Told
from escalation.coding.tolls.groups import RANKS
from escalation.coding.tolls.people import is_person


def more_fell(sentence: Span, act: Act) -> bool:
    """ "Two civilians were also killed": besides those told before.

    Who "also condemned the attack" adds nobody to the dead.
    """
    verbs = {t.i for t in act.tokens}
    return any(
        t.lower_ in ("additional", "additionally")
        or (t.lower_ == "also" and t.head.i in verbs)
        or (t.dep_ in ("nsubj", "nsubjpass") and t.head.i in verbs and _more(t))
        for t in sentence
    )


def _more(fallen: Token) -> bool:
    """ "Two more succumbed", "another soldier died", "a fifth died in hospital"."""
    led = [fallen, *fallen.children]
    words = {t.lower_ for t in led}
    counted = any(t.like_num for t in led)
    someone = fallen.lower_ in RANKS or is_person(fallen)
    ranked = someone and "a" in words and not RANKS.isdisjoint(words)
    return "another" in words or ranked or (counted and "more" in words)


def with_more(
    toll: dict[str, float | None], other: dict[str, float | None], *, more: bool
) -> dict[str, float | None]:
    """A toll with what another sentence tells: what is lacking, or, if more fell, the sum."""
    if not more:
        return {**other, **toll, **_exact(toll, other)}
    both = {
        name: None if None in (count, toll[name]) else (count or 0) + (toll[name] or 0)
        for name, count in other.items()
        if name in toll
    }
    return {**other, **toll, **both}


def _exact(
    toll: dict[str, float | None], other: dict[str, float | None]
) -> dict[str, float | None]:
    """ "Strikes kill dozens", and then "killing at least 44": the count for the vague word.

    "A minister was hurt. Eight people were hurt in the blast": the eight for the one.
    """
    counted: dict[str, float | None] = {}
    for measure in ("deaths", "injured"):
        vague, count = toll.get(f"{measure}_low"), other.get(f"{measure}_best")
        if vague is None or toll.get(f"{measure}_best") not in (None, 1) or count is None:
            continue
        if count >= vague:
            counted |= {name: n for name, n in other.items() if name.startswith(measure)}
    return counted


def told_later(
    one: Told, toll: dict[str, float | None], setting: Setting, *, more: bool
) -> dict[str, float | None]:
    """The toll of an act with what a later sentence tells; of strung headlines the most.

    "Blast kills two;Bomber kills 25 at rally": 25, for each was written as more were found.
    """
    known = dict(one.toll)
    if not more and setting.is_strung and setting is not one.setting:
        for measure in ("deaths", "injured"):
            if (toll.get(f"{measure}_low") or 0) > (known.get(f"{measure}_low") or 0):
                known |= {name: n for name, n in toll.items() if name.startswith(measure)}
    return with_more(known, toll, more=more)


def _finer(place: Mention | None, other: Mention | None) -> Mention | None:
    """Where both tell a place, the one that tells the province, or a town in it; else the first."""
    if place is None or (place.admin1 is None and other is not None and other.admin1 is not None):
        return other
    inside = other is not None and other.admin1 == place.admin1 and other.latitude is not None
    return other if inside and place.precision == "province" else place


def _met(one: Told, b: Act) -> bool:
    """Does ``b`` tell whom an act met, of which only the place or a vehicle told it before?"""
    a = one.act
    if b.target is None or a.target is None or not b.target.name or b.target.role == "SITE":
        return False
    if a.target.name and not (is_thing(a) and one.toll.get("deaths_best") is None):
        return False
    armed = b.target.sector == "REB"
    known = b.target.sector not in (None, "CVL", "REB") or (armed and b.target.country != "UNK")
    return a.is_violent and known and not (armed and a.kind.startswith("attack"))


def _other_way(a: Act, b: Act) -> bool:
    """ "Soldiers die in gun battle with rebels", "Soldiers clash with rebels": who met whom."""
    return fought(a, b) and not alike(a.target, b.target)


def join(one: Told, other: Told, *, more: bool) -> None:
    """Add to an act what another sentence tells of it; ``more`` fell than were told before."""
    a, b = one.act, other.act
    fell = attackers_fell(a, b)
    if follows_headline(one, other) and fought(a, b):
        a.initiator, a.target = b.initiator, b.target
    if borne_out(one, other):
        a.status, one.days = b.status, other.days
    if a.is_violent and a.status == "failed":
        a.status = b.status  # it missed him, and killed others
        a.kind = b.kind if b.kind == "attack.suicide" else a.kind
    noise = all(map(is_noise, a.tokens))
    if is_of_a_bomber(a, b):
        a.kind = b.kind
    if a.initiator is None or a.initiator.code.startswith("UNK") or is_guessed(a.initiator):
        turned = a.kind.startswith("attack") and b.kind.startswith("force") and not noise
        laid = b.status == "claimed" != a.status  # of whom others accuse, less is sure
        by = b.target if fell or _other_way(a, b) else None if turned or laid else b.initiator
        a.initiator = a.initiator if by is None or by.code == "UNK.REB" else by
    if a.target is None or _met(one, b):
        a.target = b.target
    answered = fell and b.kind.startswith("force")  # "... died in the ensuing shootout"
    if a.is_violent and (noise or a.kind in LOOSE) and b.kind not in LOOSE and not answered:
        a.kind = b.kind
    if b.kind == "attack.assassination" and a.kind.startswith("attack"):
        a.kind = b.kind  # "gunmen kill ...; it is the second targeted killing"
    if follows_headline(one, other) and b.kind not in LOOSE:
        a.kind = b.kind
    one.place = _finer(one.place, other.place)
    one.toll = told_later(one, other.toll, other.setting, more=more and not fell)
    if one.days.rule == "fresh" and other.days.rule != "fresh" and not pd.isna(other.days.first):
        one.days = other.days
