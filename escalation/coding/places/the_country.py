"""Lands told without their names: "elsewhere in the country", "nationwide"."""

import re

from spacy.tokens import Doc

from escalation.coding.places.countries import CountryMention
from escalation.coding.places.gazetteer import countries as records
from escalation.coding.places.leads import hangs_on
from escalation.coding.places.mention import Mention
from escalation.coding.places.surroundings import LOCATIVE
from escalation.coding.sentence.clause import governors
from escalation.coding.sentence.once import root_at, text_of
from escalation.coding.story.act import Act

_TOLD = re.compile(
    r"\b(?:in|across|throughout|around|within|inside|from|of|leave|leaves|left|over)"
    r" (?P<land>(?:(?:various|many|different|several|other|most|large) )?(?:parts of )?"
    r"(?:the|this) (?:whole |entire |rest of the )?(?:country|nation))\b(?![’'-])"
    r"|\b(?P<all>nationwide|countrywide|nation-wide|country-wide)\b",
    re.IGNORECASE,
)
_ALL_OVER = re.compile(r"\b(?:across|throughout|elsewhere in|all over) $")
_ROW = ("and elsewhere in ", "and elsewhere in the ", "and elsewhere across ")
_PARTLY = re.compile(r"\bof (?:them|those|which|whom|these)(?: [a-z]+)? (?:in|from) (?:the )?$")
_PART = re.compile(r"['’]s |[’'] |[- ](?:[a-z]+[- ])?(?:border|frontier)")


def all_over(mentions: list[Mention], act: Act, doc: Doc) -> Mention | None:
    """ "Across the country, most of them in Exford": everywhere, whatever is told of a part."""
    text = text_of(doc)
    lands = [m for m in mentions if m.precision == "country" and _is_whole(text, m)]
    own = {token.i for token in (act.anchor, *act.tokens)}
    for land in lands:
        if _is_elsewhere(text, land):
            return land
        told = [m for m in mentions if not _is_of_a_part(text, m)]
        roots = ((m, root_at(doc, m.start, m.end)) for m in told)
        direct = [m for m, name in roots if name is not None and hangs_on(name, own)]
        name = root_at(doc, land.start, land.end)
        if name is not None and name.pos_ == "ADV" and own & {t.i for t in governors(name)}:
            return land  # "bans women from working nationwide"
        if land in direct and all(m.precision == "country" for m in direct):
            return land
    return None


def _is_whole(text: str, land: Mention) -> bool:
    """ "Across Exland", "nationwide", "in Exford and elsewhere in the country": in no one place."""
    told = text[land.start : land.end].lower()
    if told.startswith(("nation", "country")):
        return True
    led = _is_elsewhere(text, land)
    led = led or _ALL_OVER.search(text, max(0, land.start - 14), land.start) is not None
    return led and _PART.match(text, land.end) is None


def _is_elsewhere(text: str, land: Mention) -> bool:
    """ "In Exford and elsewhere in the country": a row with the place before it."""
    return text[: land.start].endswith(_ROW)


def _is_of_a_part(text: str, place: Mention) -> bool:
    """ "... , most of them in Exford": where some of what is told of was."""
    return _PARTLY.search(text, max(0, place.start - 40), place.start) is not None


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
        if land is None and sort == "all":
            lands = {m.country for m in mentions} | {m.iso2 for m in named}
            land = lands.pop() if len(lands) == 1 else None
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
