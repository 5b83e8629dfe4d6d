"""Borders: a land that is told only with one, and what was at one."""

import re

from escalation.coding.places.countries import find
from escalation.coding.places.gazetteer import countries
from escalation.coding.places.leads import hangs_on
from escalation.coding.places.mention import Mention
from escalation.coding.sentence.once import text_of
from escalation.coding.story.act import Act

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
_BESIDE = 24  # "at the Exford crossing on the Wyland side"
_REACH = 60  # characters before a name that may tell of its border


def on_the_side(found: Mention | None, act: Act) -> Mention | None:
    """ "At Exford, on the Wyland side": over the line from where the gate lies by its name."""
    sentence, doc = act.anchor.sent, act.anchor.doc
    text = text_of(doc)
    own = {token.i for token in (act.anchor, *act.tokens)}
    side = next((t for t in sentence if t.lower_ == "side"), None)
    if side is None or (found is not None and found.precision == "province"):
        return found
    for land in find(doc):
        if not sentence.start_char <= land.start < sentence.end_char:
            continue
        beside = found is not None and 0 <= land.start - found.end < _BESIDE
        if not (beside or hangs_on(side, own)):
            continue
        led = text[: land.start].endswith("on the ") and text.startswith(" side", land.end)
        if led and (found is None or found.country != land.iso2):
            name = found.name if found is not None else countries()[land.iso2].names[0]
            where = (land.iso2, None, None, None, None, "country", None)
            return Mention(land.start, land.end, name, *where)
    return found


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
