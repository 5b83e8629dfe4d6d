"""Places that only tell where another lies: the ends of a road, whose district it is."""

import re

from escalation.coding.places.mention import Mention
from escalation.coding.places.surroundings import OWNS

_ROAD = r" (?:national |main |super )?(?:highway|road|motorway|route|railway|rail|track|section)\b"
_AFTER = re.compile(_ROAD, re.IGNORECASE)
_AHEAD = re.compile(rf"[-–][A-Z]\w+(?: [A-Z]\w+)?(?:[-–]\w+)?{_ROAD}", re.IGNORECASE)


def narrowed(mentions: list[Mention], text: str) -> list[Mention]:
    """Places of a sentence without those that others make plain, if any is left."""
    here = [m for m in mentions if not _names_a_road(m, text)] or mentions
    return [m for m in here if not any(_owns(m, other, text) for other in here)]


def _names_a_road(mention: Mention, text: str) -> bool:
    """ "On the Exford-Wyford road near Zedford": in the last of them."""
    if text[mention.end : mention.end + 1] in ("-", "–"):
        return _AHEAD.match(text, mention.end) is not None
    dashed = text[max(mention.start - 1, 0)] in ("-", "–")
    return dashed and _AFTER.match(text, mention.end) is not None


def _owns(mention: Mention, other: Mention, text: str) -> bool:
    """ "Exshire's Wyford district": Exshire is the province, though a town is called so too."""
    between = text[mention.end : other.start]
    inside = mention.admin1 is not None and mention.admin1 == other.admin1
    return inside and between in OWNS and other.precision == "district"
