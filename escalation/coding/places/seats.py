"""Towns that are told by what they are of their country: "the Exlandish capital"."""

import re

from escalation.coding.places.atlas import Candidate
from escalation.coding.places.countries import CountryMention, capitals
from escalation.coding.sentence.phrases import Phrases

# Named beside it ("the Exlandish capital, Wyford") it is found by its name; money is no town.
_CAPITAL = re.compile(
    r"(?:['’]s)? capital\b(?! city,? [A-Z]|,? (?:of )?[A-Z]| (?:controls?|flows?|gains?|goods"
    r"|markets?|punishments?|offen[cs]es?|crimes?|murders?|expenditures?|investments?)\b)"
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
        behind = _CAPITAL.match(text, country.end)
        seat = _seat(country.iso2, known) if behind and country.how in ("name", "demonym") else None
        if behind is not None and seat is not None:
            told.append((country.start, behind.end(), seat))
    return told


def _seat(iso2: str, known: Phrases[Candidate]) -> Candidate | None:
    names = [name for name, land in capitals().items() if land == iso2]
    for name in names:
        towns = [m for m in known.meanings(name) if m.country == iso2 and m.point is not None]
        if towns:
            return max(towns, key=lambda m: (m.own, m.population))
    return None
