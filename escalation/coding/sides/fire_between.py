"""The two sides of fire that goes both ways: "shelling between A and B", "an artillery duel"."""

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.deed import Deed
from escalation.coding.sentence.clause import prepositional

_FIRE = ("attack.shelling", "attack.shooting", "force.shelling", "force.shooting")


def fire_between(
    deed: Deed, victims: list[Who], cast: Cast
) -> tuple[Who | None, Who | None] | None:
    """Who fired at whom; those who are hit are of the one side, and the other hit them."""
    for word in deed.words:
        if word.kind not in _FIRE:
            continue
        sides = [
            w for t in prepositional(word.token, "between") for w in cast.each(t, anybody=True)
        ]
        lands = {w.code: w for w in sides if w.role != "SITE"}
        if len(lands) != 2:
            continue
        one, other = lands.values()
        hit = next((v for v in victims if v.country in (one.country, other.country)), None)
        if hit is None or one.country == other.country:
            return one, other
        return (other if hit.country == one.country else one), hit
    return None
