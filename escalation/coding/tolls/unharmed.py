"""That nobody fell, told as such: "no casualties were reported", "no one was hurt"."""

import re

from escalation.coding.tolls.quantities import exactly

_LOSSES = r"(?:casualties|casualty|injuries|injury)"
_DEATHS = r"(?:deaths?|fatalities|loss of life|loss of lives)"
_OTHERS = r"(?:(?:were |are |have been )?reported )?(?:among|on|of|from|for)|in|to"
_ONLY = rf"(?! (?:{_OTHERS})\b)"  # "no casualties among the troops": what of the others?
_NOBODY = r"(?:no[ -]?one|nobody)(?: else)? (?:was|were|is|has been|had been|got)(?: reported)?"
_UNHURT = re.compile(
    rf"\b(?:no (?:deaths? or )?{_LOSSES}{_ONLY}"
    rf"|(?:without|not) (?:cause |causing |claiming |inflicting )?(?:any )?{_LOSSES}{_ONLY}"
    rf"|neither side (?:has )?(?:reported|suffered)(?: any)? {_LOSSES}"
    rf"|{_NOBODY} (?:killed or )?(?:hurt|injured|wounded|harmed))\b",
    re.IGNORECASE,
)
_UNKILLED = re.compile(
    rf"\b(?:no {_DEATHS}{_ONLY}|{_NOBODY} killed|without (?:any )?{_DEATHS})\b", re.IGNORECASE
)
_LOOK = re.compile(r"\bno\b|no-?one|nobody|without|neither|\bnot\b", re.IGNORECASE)


def nobody_fell(text: str) -> dict[str, float | None]:
    """Tolls of none that a sentence tells: of dead and injured, or of the dead alone."""
    if not _LOOK.search(text):
        return {}
    unhurt = _UNHURT.search(text) is not None
    if not unhurt and _UNKILLED.search(text) is None:
        return {}
    return exactly("deaths", 0.0) | (exactly("injured", 0.0) if unhurt else {})
