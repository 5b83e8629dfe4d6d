"""From beyond which border something came: "cross-border fire", "shells from across the Line"."""

import re
from functools import cache

from escalation.coding.places.countries import iso3_of
from escalation.coding.places.news_names import halves

_THE_LINE = re.compile(
    r"(?:across|over|other side of) the (?:line of control\b|loc\b|de facto border)"
)


def came_from(text: str, country: str, others: set[str], *, fired: bool) -> str | None:
    """ISO alpha-3 of the land beyond the border of ``country``, by what a sentence tells.

    ``others`` are the other countries that it names. What only was ``fired`` may be anybody's, but
    over a line that two armies hold.
    """
    text = text.lower()
    line = country in _beyond() and _THE_LINE.search(text) is not None
    border = "cross-border" in text or "across the border" in text
    if not country or not (line or (border and not fired)):
        return None
    if line and not others:
        return _beyond()[country]
    return min(others) if len(others) == 1 else None


@cache
def _beyond() -> dict[str, str]:
    """By each of two lands that a line divides (ISO alpha-3), the other."""
    pairs = [[iso3_of(land) for land in sides] for sides in halves().values()]
    return {one: other for a, b in pairs for one, other in ((a, b), (b, a))}
