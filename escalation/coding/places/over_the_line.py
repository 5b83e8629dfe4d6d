"""From beyond which border something came: "cross-border fire", "shells from across the Line"."""

import re

_THE_LINE = re.compile(
    r"(?:across|over|other side of) the (?:line of control\b|loc\b|de facto border)"
)
_BEYOND_IT = {"IND": "PAK", "PAK": "IND"}


def came_from(text: str, country: str, others: set[str], *, fired: bool) -> str | None:
    """ISO alpha-3 of the land beyond the border of ``country``, by what a sentence tells.

    ``others`` are the other countries that it names. What only was ``fired`` may be anybody's, but
    over a line that two armies hold.
    """
    text = text.lower()
    line = country in _BEYOND_IT and _THE_LINE.search(text) is not None
    border = "cross-border" in text or "across the border" in text
    if not country or not (line or (border and not fired)):
        return None
    if line and not others:
        return _BEYOND_IT[country]
    return min(others) if len(others) == 1 else None
