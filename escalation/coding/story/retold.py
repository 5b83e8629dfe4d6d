"""What a sentence adds to an attack told before: its noise, whose it may be, how its dead fell.

"Gunfire was heard in the city", "the group is accused of opening fire", "the soldiers were beaten
to death" after a fight, a shooting, a clash with its dead: no attack beside these.
"""

import pandas as pd
from spacy.tokens import Span, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.eventive import is_noise
from escalation.coding.attacks.one_happening import LOOSE
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.sentence.clause import spoken_of_before
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.alike import alike, near, of_one_state, together
from escalation.coding.story.told import Told
from escalation.coding.tolls.people import is_person

_A_DAY_OR_TWO = pd.Timedelta(days=2)
_OTHER = word_set("another separate separately second elsewhere third meanwhile")


def is_retold(one: Told, other: Told, sentence: Span) -> bool:
    """Does a sentence add to an attack only its noise, whose it may be, or how its dead fell?"""
    a, b = one.act, other.act
    if a.status != "happened" or a.anchor.sent == sentence or not together(one.days, other.days):
        return False
    if any(tells_another(t) for t in sentence):
        return False
    if b.status == "claimed":
        again = any(map(named_again, b.tokens))
        alike_told = a.kind.split(".")[-1] == b.kind.split(".")[-1]
        more = other.toll.get("deaths_best") is not None
        return b.mood.operator == "blame" and (again or (alike_told and not more))
    if b.status != "happened":
        return False
    return all(map(is_noise, b.tokens)) or all(map(is_noise, a.tokens)) or _same_dead(one, other)


def _same_dead(one: Told, other: Told) -> bool:
    """ "Nine soldiers died in a clash. The soldiers were beaten to death": as they died."""
    a, b = one.act, other.act
    told = any(name.startswith("deaths") and n for name, n in one.toll.items())
    if b.target is None or not told or other.toll.get("deaths_best"):
        return False
    if b.initiator is not None and not (b.initiator.is_force and alike(a.initiator, b.initiator)):
        return False
    fell = (a.target, a.initiator) if a.kind == "force.clash" else (a.target,)
    dead = b.word_of(b.target)
    if dead is None or not (spoken_of_before(dead) or dead.lemma_ == "victim"):
        return False
    return any(who is not None and alike(who, b.target) for who in fell)


def borne_out(one: Told, other: Told) -> bool:
    """ "Kabul accuses Rome of killing nine in raids", and then "Roman jets dropped bombs there".

    What was first told as a charge is told as a fact: one deed, and no charge any more. The day of
    the charge may be that on which it was made.
    """
    a, b = one.act, other.act
    charged = a.is_violent and a.status == "claimed" and a.mood.operator == "blame"
    if not charged or b.status != "happened" or a.initiator is None or b.initiator is None:
        return False
    kinds = a.kind == b.kind or a.kind in LOOSE or b.kind in LOOSE
    by = a.initiator.country != "UNK" and (
        alike(a.initiator, b.initiator) or of_one_state(a.initiator, b.initiator)
    )
    days = one.days._replace(first=one.days.first - _A_DAY_OR_TWO)
    return kinds and by and near(one.place, other.place) and together(days, other.days)


def named_again(noun: Token) -> bool:
    """ "Were killed in the blast", "that bomb killed two": what was told; "the rebels" are not."""
    return spoken_of_before(noun) and role_of(noun) is None and bool(noun_kind(noun))


def tells_another(word: Token) -> bool:
    """ "In another raid", "separately", "a second town"; another soldier is of the same attack."""
    if word.lower_ not in _OTHER or _more_people(word):
        return False
    if word.dep_ == "appos":
        return False  # "the attack, the second in two days, ...": which it was
    what = word.head
    beside = word.dep_ in ("det", "amod", "nummod") and what.i > word.i
    return not beside or bool(noun_kind(what)) or not is_person(what)


def _more_people(word: Token) -> bool:
    """ "Killing two and wounding another nine": more people, of one attack."""
    after = next((t for t in word.sent if t.i > word.i and t.pos_ not in ("NUM", "ADV")), None)
    counted = after is not None and after.i > word.i + 1
    return word.lower_ == "another" and counted and not (after and noun_kind(after))
