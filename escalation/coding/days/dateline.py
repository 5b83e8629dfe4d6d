"""Datelines: "EXFORD, Wyland, Nov 3 (Agency) - ", before an agency's first sentence.

They say where and when it was written. Set apart as a sentence of their own, their town is no
party and no place of what follows where that names its own, and their dash begins no speaker.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from escalation.coding.days.calendar import MONTH
from escalation.coding.places.countries import capitals, find
from escalation.coding.sentence.once import text_of

_TOWNS = r"[A-Z][A-Z.'’]+(?:[-/ ]+[A-Z][A-Z.'’]+)*"
_LAND = r"(?:, (?:[A-Z][\w.'’]+)(?: [A-Z][\w.'’]+){0,2})"
_DAY = rf"(?:(?:{MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{MONTH})\.?)(?:, \d{{4}})?"
_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_SIGNED = rf"(?:,? {_DAY})?(?: {_AGENCY})"
_BARE = r"[A-Z]{4,}(?:[/ ][A-Z]{3,}){0,2}"  # a capital, with no day and no agency
_LONGEST = 20  # tokens
_DATELINE = re.compile(
    rf"^(?:{_TOWNS}(?:{_LAND}?{_SIGNED}|{_LAND}?,? {_DAY}|{_LAND})|{_DAY} {_AGENCY}"
    rf"|(?P<bare>{_BARE})(?= \S+ \S+ [a-z]| \S+ [A-Z][a-z]+ [a-z]))"
    r" (?:--|[-–—]) (?=\S)",
    re.MULTILINE,
)


def datelines(text: str) -> Iterator[tuple[int, int]]:
    """Where datelines begin and end in a text, the dash and the space after it within."""
    if any(dash in text for dash in (" - ", " – ", " — ", " -- ")):
        for match in _DATELINE.finditer(text):
            if match["bare"] is None or _is_seat(match["bare"]):
                yield match.span()


def _is_seat(towns: str) -> bool:
    """ "KABUL - Nine were hurt" is a dateline; "ISPR - Nine were hurt" tells who says so."""
    return towns.split("/")[0].title() in capitals()


def is_dateline(sentence: Span) -> bool:
    """Is a sentence nothing but a dateline?"""
    if not 0 < len(sentence) <= _LONGEST or sentence[-1].text not in ("-", "–", "—", "--"):
        return False
    match = _DATELINE.match(sentence.text + " A b")
    return match is not None and (match["bare"] is None or _is_seat(match["bare"]))


def only_written(at: int, country: str | None, doc: Doc) -> bool:
    """Is a place of a dateline (character ``at``) no place of the news, which is of other lands?

    "EXFORD (Agency) - Wyland's army ...": written in Exford, and nothing says that it was there.
    """
    end = next((end for start, end in datelines(text_of(doc)) if start <= at < end), None)
    if end is None:
        return False
    lands = {told.iso2 for told in find(doc) if told.start >= end}
    return bool(lands) and country not in lands
