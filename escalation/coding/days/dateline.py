"""Datelines: "EXFORD, Wyland, Nov 3 (Agency) - ", before an agency's first sentence.

They say where and when it was written. Set apart as a sentence of their own, their town is no
party and no place of what follows where that names its own, and their dash begins no speaker.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from escalation.coding.days.calendar import MONTH
from escalation.coding.places.countries import find
from escalation.coding.sentence.once import text_of

_TOWNS = r"[A-Z][A-Z.'’]+(?:[-/ ]+[A-Z][A-Z.'’]+)*"
_LAND = r"(?:, (?:[A-Z][\w.'’]+)(?: [A-Z][\w.'’]+){0,2})"
_DAY = rf"(?:(?:{MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{MONTH})\.?)(?:, \d{{4}})?"
_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_SIGNED = rf"(?:,? {_DAY})?(?: {_AGENCY})"
_LONGEST = 20  # tokens
_DATELINE = re.compile(
    rf"^(?:{_TOWNS}(?:{_LAND}?{_SIGNED}|{_LAND}?,? {_DAY}|{_LAND})|{_DAY} {_AGENCY})"
    r" (?:--|[-–—]) (?=\S)",
    re.MULTILINE,
)


def datelines(text: str) -> Iterator[tuple[int, int]]:
    """Where datelines begin and end in a text, the dash and the space after it within."""
    if any(dash in text for dash in (" - ", " – ", " — ", " -- ")):
        yield from (match.span() for match in _DATELINE.finditer(text))


def is_dateline(sentence: Span) -> bool:
    """Is a sentence nothing but a dateline?"""
    if not 0 < len(sentence) <= _LONGEST or sentence[-1].text not in ("-", "–", "—", "--"):
        return False
    return _DATELINE.match(sentence.text + " .") is not None


def only_written(at: int, country: str | None, doc: Doc) -> bool:
    """Is a place of a dateline (character ``at``) no place of the news, which is of other lands?

    "EXFORD (Agency) - Wyland's army ...": written in Exford, and nothing says that it was there.
    """
    end = next((end for start, end in datelines(text_of(doc)) if start <= at < end), None)
    if end is None:
        return False
    lands = {told.iso2 for told in find(doc) if told.start >= end}
    return bool(lands) and country not in lands
