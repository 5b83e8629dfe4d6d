"""Towns and villages that no list knows, where the text says what and in which land they are.

"The Exlandish town of Wyford", "the village of Wyford" in a text that speaks of one land alone: the
land is sure and the name is told, so the event has both; where on the map it is stays empty.
"""

import itertools
import re

from escalation.coding.places.as_named import NAME, SORT, may_be_town
from escalation.coding.places.countries import CountryMention, capitals
from escalation.coding.places.mention import Mention

_TOWN = re.compile(rf"\b(?:{SORT}|port|island)(?: of)? {NAME}")
_BEFORE_SORT = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) (?:the )?{NAME}"
    r" (?:[Vv]illage|[Tt]own|[Dd]istrict|[Tt]ownship|[Cc]ounty)\b"
)
_OF_LAND = re.compile(r"(?:['’]s)?(?: [a-z]+(?:-[a-z]+)?){0,2} $")
_BEARING = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) (?:the )?{NAME},?"
    r"(?: (?:about|some|around|roughly|just))?(?: [\d.]+ [a-z]+)?(?: to the)?"
    r" (?:north|south|east|west)[a-z-]* of (?:the )?(?:[a-z]+ )*$"
)
_REACH = 90  # characters


def towns_told(
    text: str, mentions: list[Mention], named: tuple[CountryMention, ...]
) -> list[Mention]:
    """Towns by what the text calls them, in the land that it names beside them or alone."""
    told = []
    lands = {m.iso2 for m in named} | {m.country for m in mentions if m.country}
    for found in itertools.chain(_TOWN.finditer(text), _BEFORE_SORT.finditer(text)):
        start, end = found.span("name")
        if not may_be_town(found["name"]) or any(m.start < end and start < m.end for m in mentions):
            continue
        if any(m.start < end and start < m.end for m in named):
            continue
        if any(_lies_in(text, end, m) for m in mentions):
            continue
        beside = [m for m in named if _OF_LAND.fullmatch(text[m.end : found.start()])]
        land = beside[-1].iso2 if beside else next(iter(lands)) if len(lands) == 1 else None
        if land is not None:
            where = (land, None, None, None, None, "country", None)
            told.append(Mention(start, end, found["name"], *where))
    return told


def _lies_in(text: str, end: int, mention: Mention) -> bool:
    """ "The village of Wyford in Exshire": it is told where that is."""
    gap = text[end : mention.start] if end <= mention.start <= end + _REACH else "."
    return mention.precision != "country" and "." not in gap


def by_bearing(place: Mention, mentions: list[Mention], text: str) -> Mention:
    """ "In Wyford, north of Exford": in its province, or in the land if Exford is a capital."""
    found = _BEARING.search(text, max(0, place.start - _REACH), place.start)
    if place.precision != "exact" or found is None or not may_be_town(found["name"]):
        return place
    if any(m.start < found.end("name") and found.start("name") < m.end for m in mentions):
        return place
    outer = place._replace(name=found["name"], admin2=None, latitude=None, longitude=None)
    if place.name in capitals():
        return outer._replace(admin1=None, precision="country")
    return outer._replace(precision="province")
