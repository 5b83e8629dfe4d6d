"""Towns that are told by what they are, or hold, of their country.

"The Exlandish capital"; "stormed the Exlandish parliament", "near Exland's supreme court".
"""

import re

from escalation.coding.places.atlas import Candidate
from escalation.coding.places.countries import CountryMention, capitals
from escalation.coding.sentence.phrases import Phrases

# Named beside it ("the Exlandish capital, Wyford") it is found by its name; money is no town.
_CAPITAL = re.compile(
    r"(?:['’]s)? capital\b(?! city,? [A-Z]|,? (?:of )?[A-Z]| (?:controls?|flows?|gains?|goods"
    r"|markets?|punishments?|offen[cs]es?|crimes?|murders?|expenditures?|investments?)\b)"
)
# What a state has one of, in its capital; only where it is a building: "the parliament votes".
_BODY = re.compile(
    r"(?:['’]s)? (?:(?:federal|national|main) )?(?:parliament|supreme court|national assembly"
    r"|presidential palace|president['’]s palace|central bank"
    r"|(?:foreign|interior|defen[cs]e|finance|justice|information|education|health) ministry"
    r"|ministry of (?:the )?(?:interior|defen[cs]e|finance|justice|foreign affairs))"
    r"(?: (?:building|compound|complex|headquarters))?\b",
    re.IGNORECASE,
)
_AT_BODY = re.compile(
    r"\b(?:at|near|outside|inside|front of|into|on|(?:storm|attack|bomb|target|shell)(?:s|ed|ing)?"
    r"|hits?|hitting|strikes?|struck|shook|shakes|enters?|entered) (?:the )?$",
    re.IGNORECASE,
)
_BODY_HIT = re.compile(
    r" (?:is|was|has been|had been|comes|came) (?:under (?:attack|fire)|attacked|stormed|hit"
    r"|bombed|shelled|targeted|struck|damaged|seized|overrun)\b"
)


def seats_told(
    text: str, countries: tuple[CountryMention, ...], known: Phrases[Candidate]
) -> list[tuple[int, int, Candidate]]:
    """Where a text tells of a capital without its name, and which town it is.

    Parameters
    ----------
    text
        A document.
    countries
        The countries that it names, by name or by what their people are called.
    known
        All names of places with their meanings.
    """
    told = []
    for country in countries:
        behind = _CAPITAL.match(text, country.end) or _body(text, country)
        seat = _seat(country.iso2, known) if behind and country.how in ("name", "demonym") else None
        if behind is not None and seat is not None:
            told.append((country.start, behind.end(), seat))
    return told


def _body(text: str, country: CountryMention) -> re.Match[str] | None:
    """ "Outside Exland's parliament": where what a country has one of stands."""
    found = _BODY.match(text, country.end)
    if found is None:
        return None
    led = _AT_BODY.search(text, max(0, country.start - 24), country.start)
    return found if led or _BODY_HIT.match(text, found.end()) else None


def _seat(iso2: str, known: Phrases[Candidate]) -> Candidate | None:
    names = [name for name, land in capitals().items() if land == iso2]
    for name in names:
        towns = [m for m in known.meanings(name) if m.country == iso2 and m.point is not None]
        if towns:
            return max(towns, key=lambda m: (m.own, m.population))
    return None
