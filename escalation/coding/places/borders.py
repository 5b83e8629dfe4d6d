"""Borders: a land that is told only with one, and what was at one."""

import re

from escalation.coding.places.mention import Mention

BORDERING = re.compile(
    r"(?:(?:border|frontier|crossing)s?\s+(?:with|between|of|into)|bordering|adjoining)\s+"
    r"(?:[\w ]+ and )?$"
)
_CROSSES = re.compile(r"\bcross(?:es|ed|ing)? the (?:[\w–-]+ ){0,3}(?:border|frontier) into $")
AT_BORDER = re.compile(
    r"\b(?:at|along|near|on|across|over) (?:the|their) (?:[\w–-]+ ){0,3}"
    r"(?:border|frontier|boundary|Line of|LoC|Durand Line)"
)
_BORDER_AFTER = re.compile(r"(?:\s*[-–—]\s*\w+|\s+and\s+\w+)?(?:'s)?\s+(?:border|frontier)\b")
_REACH = 60  # characters before a name that may tell of its border


def of_border(text: str, mention: Mention) -> bool:
    """ "The border with Afghanistan", "the Afghan border": no place inside the country.

    What is told of somebody who was crossing it into a country may have been inside.
    """
    if mention.precision != "country":
        return False
    before = text[max(0, mention.start - _REACH) : mention.start].lower()
    after = text[mention.end : mention.end + 30].lower()
    if _CROSSES.search(before):
        return False
    return bool(BORDERING.search(before[-40:]) or _BORDER_AFTER.match(after))
