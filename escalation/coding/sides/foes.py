"""Who is whose foe: of other lands, or outlaws and not; and who of a hand and a victim is none."""

from escalation.coding.actors.who import Who
from escalation.coding.sentence.phrases import word_set

Pair = tuple[Who | None, Who | None]

_BOTH_WAYS = word_set("force.clash force.shelling force.shooting attack.shooting attack.shelling")


def foes_of(kind: str, hands: list[Who], victims: list[Who]) -> Pair:
    """The first hand and the first victim who is somebody else, and not of its own army.

    Of two hands that share a noun the one is the other's foe only where they fire at each other:
    "A and B forces raid a camp" are on one side.
    """
    initiator = hands[0] if hands else None
    others = [v for v in victims if initiator is None or v.head != initiator.head]
    # Of "nine officers and three attackers", dead in an attack, the officers were attacked.
    attacked = [v for v in others if not (initiator is not None and _one_of(v, initiator))]
    target = next(iter(attacked or others), None)
    if initiator is None:
        return None, target
    if target is not None and (initiator.name == target.name or _all_of(target, initiator)):
        target = None
    if target is not None and _own_side(initiator, target):
        others = [h for h in hands if h.country != target.country]
        initiator = others[0] if others else initiator
    if kind not in _BOTH_WAYS or (target is not None and foe(initiator, target)):
        return initiator, target
    # "both armies shelled each other", "A and B guards"
    paired = [h for h in hands if h.head == initiator.head and h.country != initiator.country]
    return initiator, paired[0] if paired else target


def _one_of(fallen: Who, attackers: Who) -> bool:
    """Are dead militants of those who attacked, as far as is told?

    So is "the shooter" who fell after a man had killed three.
    """
    if attackers.sector == "CVL" and fallen.code == "UNK.REB":
        return fallen.name.lower().startswith("the ")
    return attackers.sector == "REB" == fallen.sector and fallen.code in ("UNK.REB", attackers.code)


def _all_of(fallen: Who, attackers: Who) -> bool:
    """ "A siege by rebels, killing all five insurgents": these are not whom they besieged."""
    said = fallen.name.lower().startswith(("all ", "the "))
    return said and attackers.sector == "REB" and fallen.code == "UNK.REB"


def _own_side(one: Who, other: Who) -> bool:
    """Would a state's forces have hit their own?"""
    same = one.country == other.country and one.country != "UNK"
    return same and one.sector in ("MIL", "GOV") and other.sector in ("MIL", "GOV")


def own_post(one: Who, other: Who) -> bool:
    """Is ground taken from those who hold it for the same state?"""
    state = ("MIL", "COP", "GOV")
    same = one.country == other.country or "UNK" in (one.country, other.country)
    return same and one.sector in state and other.sector in state


def opposed(one: Who, other: Who) -> bool:
    """Are two of the dead on different sides: other countries, or outlaws and not?"""
    return one.country != other.country or one.is_outlaw != other.is_outlaw


def marched(one: Who, target: Who) -> bool:
    """Protesters who fell in a clash with police or soldiers."""
    return one.sector == "OPP" and target.is_force


def foe(one: Who, other: Who) -> bool:
    """Are they surely on different sides, whose country is not always told?"""
    known = "UNK" not in (one.country, other.country)
    return opposed(one, other) and (known or one.is_outlaw != other.is_outlaw)
