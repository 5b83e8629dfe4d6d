"""Lands told without their names: "elsewhere in the country", "nationwide"."""

import re

from escalation.coding.places.countries import CountryMention
from escalation.coding.places.gazetteer import countries as records
from escalation.coding.places.mention import Mention
from escalation.coding.places.surroundings import LOCATIVE

_TOLD = re.compile(
    r"\b(?:in|across|throughout|around|within|inside|from|of|leave|leaves|left|over)"
    r" (?P<land>(?:(?:various|many|different|several|other|most|large) )?(?:parts of )?"
    r"(?:the|this) (?:whole |entire |rest of the )?(?:country|nation))\b(?![’'-])"
    r"|\b(?P<all>nationwide|countrywide|nation-wide|country-wide)\b",
    re.IGNORECASE,
)


def lands_told(
    text: str, mentions: list[Mention], named: tuple[CountryMention, ...]
) -> list[Mention]:
    """Where a text tells of "the country" it has spoken of, and which one that is.

    It is the one that what was told before is in; where none is, the only one that it named.
    """
    told = []
    for found in _TOLD.finditer(text):
        sort = "land" if found["land"] else "all"
        start, end = found.span(sort)
        land = _land(text, [m for m in mentions if m.end <= start], named, start)
        if land is not None:
            name = records()[land].names[0]
            told.append(Mention(start, end, name, land, None, None, None, None, "country", None))
    return told


def _land(
    text: str, before: list[Mention], named: tuple[CountryMention, ...], at: int
) -> str | None:
    inside = {m.country for m in before if m.precision != "country" or _led(text, m)} - {None}
    if not inside:
        inside = {m.iso2 for m in named if m.end <= at}
    return inside.pop() if len(inside) == 1 else None


def _led(text: str, mention: Mention) -> bool:
    lead = text[max(0, mention.start - 24) : mention.start]
    return LOCATIVE.search(lead) is not None
