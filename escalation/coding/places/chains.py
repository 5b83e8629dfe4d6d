"""Places told in a chain, "in Bannu, Khyber Pakhtunkhwa": the finest, and what is one ground."""

import re

from escalation.coding.places.mention import Mention


def innermost(mentions: list[Mention], at: int, text: str) -> Mention | None:
    """The place of something told at character ``at``: the finest one of the nearest chain.

    "in Bannu, Khyber Pakhtunkhwa, Pakistan" is one chain; Bannu is its finest. A chain that
    follows is nearer than one that stands equally far before. None if nothing is resolved.
    """
    resolved = [m for m in mentions if m.country is not None]
    resolved = [m for m in resolved if not any(_within(m, inner, text) for inner in resolved)]
    if not resolved:
        return None
    nearest = min(resolved, key=lambda m: (m.start - at) if m.start >= at else 1.5 * (at - m.end))
    chain = [m for m in resolved if abs(m.start - nearest.start) < 80 and compatible(m, nearest)]
    if nearest.precision == "country" and len({m.country for m in resolved}) == 1:
        # "In northwestern Exland ..., outside the city of Wyford": the only province told.
        told = {m.admin1 for m in resolved if m.admin1 is not None}
        chain = resolved if len(told) == 1 else chain
    order = ("exact", "district", "province", "country")
    return min(chain, key=lambda m: order.index(m.precision or "country"))


def _within(outer: Mention, inner: Mention, text: str) -> bool:
    """ "Nahrin District, Baghlan": what follows a district is around it, whatever its name."""
    gap = text[inner.end : outer.start]
    return inner.precision == "district" and bool(re.fullmatch(r"(?: \w+)?, ", gap))


def compatible(one: Mention, other: Mention) -> bool:
    """May two places be the same ground: one in the other, or alike?"""
    same_province = one.admin1 is None or other.admin1 is None or one.admin1 == other.admin1
    return one.country == other.country and same_province


def around_or_in(mention: Mention, place: Mention) -> bool:
    """Is it the place that an act hangs on, or what that lies in, or what lies in that?"""
    fine = ("exact", "district")
    if mention.precision not in fine or place.precision not in fine or mention == place:
        return compatible(mention, place)
    return mention.admin2 is not None and mention.admin2 == place.admin2
