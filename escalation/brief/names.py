"""Readable names: actors by the theatre's names, places with their province, countries in full."""

import pandas as pd

from escalation.coding.places.gazetteer import countries
from escalation.theatre import Theatre

_NOT_STATED = "–"
_SECTORS = {
    "GOV": "government",
    "MIL": "armed forces",
    "REB": "militants",
    "COP": "police",
    "CVL": "civilians",
    "JUD": "courts",
    "LEG": "parliament",
    "OPP": "opposition",
    "IGO": "international body",
    "NGO": "aid organisation",
    "MED": "media",
    "BUS": "business",
    "CRM": "criminals",
    "SPY": "intelligence service",
}


def actor(code: object, name: object, theatre: Theatre) -> str:
    """A readable name of an actor.

    The theatre's name for the code; else the text's own words, with the country if they do not
    say it; else the code in words; a dash where nothing is known.
    """
    known = {one.code: one.name for one in theatre.actors}
    if isinstance(code, str) and code in known:
        return known[code]
    country, _, rest = code.partition(".") if isinstance(code, str) else ("", "", "")
    land = _countries_by_iso3().get(country, "")
    if isinstance(name, str) and name:
        told = name[0].upper() + name[1:]
        return told if not land or land in name else f"{told} ({land})"
    group = _SECTORS.get(rest.partition(".")[0], "")
    if not country:
        return _NOT_STATED
    if country == "UNK":
        return f"Unidentified {group}".strip()
    if not group:
        return land or country
    return f"{group[0].upper()}{group[1:]} of {land or country}"


def where(event: pd.Series) -> str:
    """The finest place that is known, then its province or country; a dash if none is."""
    country = country_name(event["country"]) if isinstance(event["country"], str) else None
    parts = [event["place"], event["admin2"], event["admin1"], country]
    named = list(dict.fromkeys(part for part in parts if isinstance(part, str) and part))
    if not named:
        return _NOT_STATED
    return named[0] if len(named) == 1 else f"{named[0]}, {_wider(named)}"


def _wider(named: list[str]) -> str:
    # a district and its country tell a reader less than a district and its province
    return named[-2] if len(named) > 2 else named[-1]


def country_name(iso2: str) -> str:
    """Short English name of a country by its two letters; the letters where it is unknown."""
    record = countries().get(iso2)
    return record.names[0] if record else iso2


def _countries_by_iso3() -> dict[str, str]:
    return {record.iso3: record.names[0] for record in countries().values()}
