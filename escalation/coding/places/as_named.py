"""The name of a place that no list knows, where the text says in what land or province it is.

"In Exford village, Wyshire": Exford is where it was, and Wyshire is as finely as it can be put on
a map. The event is named by the one and has precision and point of the other.
"""

import re
from calendar import day_name, month_name

from escalation.coding.places.countries import names_of
from escalation.coding.places.mention import Mention
from escalation.coding.places.surroundings import OWNS
from escalation.coding.sentence.phrases import word_set, words_of

_REACH = 90  # characters before the place that is known
_WORD = r"[A-ZÀ-ÖØ-ÞŀĀ-Ž][\w'’-]+"
NAME = (
    rf"(?P<name>{_WORD}(?:[ -](?:{_WORD}|(?:e|i|al|el|de|da|do|dos|ul|la|del|sur|upon)\b)){{0,3}})"
)
SORT = (
    r"(?:[Vv]illages?|[Tt]owns?|city|areas?|[Dd]istricts?|[Cc]ounty|[Tt]ehsil|sector|locality"
    r"|[Ss]ubdivision|neighbou?rhood|suburb|hamlet|settlement|municipality|township)"
)
_LAND = (
    r"(?:[Vv]alleys?|[Mm]ountains?|[Hh]ills?|[Pp]ass|[Ii]slands?|[Ff]orest|[Dd]esert|[Pp]lains?)"
)
_LEAD = (
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Oo]f|[Oo]ver"
    r"|(?:attack|storm|raid|target|captur|seiz|tak|retak|recaptur|shell|bomb|hit|strik)"
    r"(?:e?s|ed|ing|en|e)?|took|retook|struck) (?:the )?"
)
_AROUND = (
    rf"(?:the |{_WORD}['’]s )?(?:[a-z]+ern |central )?"
    r"(?:(?:province|state|region|district|county) of )?"
)
# "in Exford, Wyshire", "in the town of Exford in Wyshire", "in the Exford valley of Wyshire"
_TOLD = re.compile(
    rf"{_LEAD}(?:[a-z]+ )?(?:{SORT} of )?{NAME}(?: {SORT}| {_LAND})?"
    rf"(?:, {_WORD}(?: {_WORD}){{0,2}})?, (?:in )?{_AROUND}$"
    rf"|{_LEAD}(?:[A-Za-z]+ )?{SORT} of {NAME.replace('name', 'of')} in {_AROUND}$"
    rf"|{_LEAD}{NAME.replace('name', 'sort')} (?:{SORT}|(?P<land>{_LAND}))(?: in| of) {_AROUND}$"
)
# "Exshire's Wyford district"
_INSIDE = re.compile(rf"(?: [Pp]rovince| [Dd]istrict| [Ss]tate)?['’]s {NAME} {SORT}\b")
_NO_TOWN = word_set(
    "ministry court university mosque hospital party army forces force police congress parliament"
    " assembly operation battle war church college school hotel government senate council committee"
    " agency association federation movement front group company bank embassy consulate office"
    " headquarters minister president sunday christmas easter ramadan eid section act prime palace"
    " house department union organization organisation temple shrine cathedral stadium museum"
    " street road avenue highway square"
) | {name.lower() for name in (*month_name, *day_name) if name}


def as_named(place: Mention, mentions: list[Mention], text: str) -> str:
    """What the text calls the place of an event: a name that no list knows, or the known one."""
    told = any(m.start == place.start and m.name == place.name for m in mentions)
    listed = place.precision != "country" or place.name in names_of(place.country or "")
    if place.precision == "exact" or not (told and listed):
        return place.name
    first = max(0, place.start - _REACH)
    ends = (m.end for m in mentions if first < m.end <= place.start)
    ends = (end for end in ends if text[end : place.start] not in OWNS)  # "in Exland's Wyshire"
    before = max(ends, default=first)
    inside = _INSIDE.match(text, place.end)
    if inside and not any(m.start == inside.start("name") for m in mentions):
        return inside["name"]
    found = _TOLD.search(text, before, place.start)
    if found is None:
        return place.name
    name = found["name"] or found["of"] or found["sort"]
    if not may_be_town(name):
        return place.name
    return f"{name} {found['land']}" if found["land"] else name


def may_be_town(name: str) -> bool:
    """No "Ministry of Works", "Kabul's Great Mosque": may a name be that of a town?"""
    words = {word.folded for word in words_of(name)}
    return not (words & _NO_TOWN or "'s" in name or "’s" in name)
