"""A sum of several attacks told first, and then the attacks: what is told of them goes from it.

    "Two bombings kill nine. A bomber kills six in Bannu, the other kills three in Quetta."

The nine are the six and the three; counted beside them, fifteen would have died.
"""

from escalation.coding.attacks.violence import noun_kind
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.alike import near, together
from escalation.coding.story.told import Told
from escalation.coding.tolls.quantities import exactly

_APART = word_set("separately elsewhere meanwhile earlier also")
_MEASURES = ("deaths", "injured")


def without_parts(told: list[Told]) -> list[Told]:
    """Acts of a document; the sum of several without those that are told by themselves."""
    gone = []
    for whole in told:
        if not _of_several(whole):
            continue
        parts = [part for part in told if _is_part(part, whole)]
        if not parts:
            continue
        left = {m: _left(whole, parts, m) for m in _MEASURES}
        if left["deaths"] == 0 and len(parts) > 1:
            gone.append(whole)
        elif left["deaths"]:
            for measure, count in left.items():
                if count is not None:
                    whole.toll = whole.toll | exactly(measure, count)
    return [one for one in told if one not in gone]


def _of_several(one: Told) -> bool:
    """ "Twin bombings", "two attacks": told by a word for more than one, with their dead."""
    nouns = (t for t in one.act.tokens if noun_kind(t) is not None)
    several = any(t.tag_ in ("NNS", "NNPS") and t.dep_ != "compound" for t in nouns)
    return several and one.act.status == "happened" and bool(one.toll.get("deaths_best"))


def _is_part(one: Told, whole: Told) -> bool:
    """Is it told in a later sentence, of the same land and time, and with fewer dead?"""
    a, b = whole.act, one.act
    later = one.setting is whole.setting and b.anchor.sent.start > a.anchor.sent.start
    if not later or not b.is_violent or b.status != "happened":
        return False
    if a.kind.split(".")[0] != b.kind.split(".")[0] or one.toll.get("deaths_best") is None:
        return False
    words = {t.lower_ for t in b.anchor.sent}
    return _APART.isdisjoint(words) and _within(one, whole) and together(one.days, whole.days)


def _within(one: Told, whole: Told) -> bool:
    """Is it where the sum was told of, before another part gave its place to the sum?"""
    place, sentence = whole.place, whole.act.anchor.sent
    if place is not None and place.start >= sentence.end_char and one.place is not None:
        return place.country == one.place.country
    return near(place, one.place)


def _left(whole: Told, parts: list[Told], measure: str) -> float | None:
    """How many of the sum are left; None where that cannot be told."""
    total = whole.toll.get(f"{measure}_best")
    counts = [part.toll.get(f"{measure}_best") for part in parts]
    if total is None:
        return None
    left = total - sum(count or 0 for count in counts)
    return left if left >= 0 else None
