"""Sides of a conflict, as UCDP names them, as actor codes; and its names of countries.

``Government of Pakistan`` is ``PAK.GOV``; ``Civilians`` are those of the country where it
happened; ``XXX770`` is someone whom UCDP does not know yet; a group is the theatre's actor of
that name or alias, else ``PAK.REB``, by the country where it happened.
"""

import re
import tomllib
from functools import cache

from escalation.coding.places.gazetteer import countries
from escalation.shipped import shipped
from escalation.theatre import Theatre

_GOVERNMENT = re.compile(r"Government of ([^,]+)")
_UNKNOWN = re.compile(r"XXX\d*")
_IN_PARENTHESES = re.compile(r"\s*\(([^()]*)\)")
_UCDP_NAMES = {
    "antigua & barbuda": "AG",
    "bosnia-herzegovina": "BA",
    "cambodia": "KH",
    "congo": "CG",
    "dr congo": "CD",
    "ivory coast": "CI",
    "kingdom of eswatini": "SZ",
    "madagascar": "MG",
    "russia": "RU",
    "yemen": "YE",
}


class Sides:
    """Looks sides up among a theatre's actors and the world's countries."""

    def __init__(self, theatre: Theatre | None = None) -> None:
        actors = theatre.actors if theatre else ()
        self._named = {
            name.casefold(): actor.code
            for actor in actors
            for name in (actor.name, *actor.aliases)
            if ".REB" in actor.code
        }

    def country(self, name: str) -> str:
        """ISO 3166 alpha-2 code of a country by UCDP's name for it.

        Raises
        ------
        ValueError
            If there is no such country.
        """
        plain = _IN_PARENTHESES.sub("", name).strip().casefold()
        code = _UCDP_NAMES.get(plain) or _by_name().get(plain)
        if code is None:
            raise ValueError(f"no country is named {name!r}")
        return code

    def actor(self, side: str, country: str) -> str:
        """Actor code of a side in an event that happened in ``country`` (alpha-2)."""
        where = countries()[country].iso3
        government = _GOVERNMENT.match(side)
        if government:
            return f"{countries()[self.country(government[1])].iso3}.GOV"
        if side.strip().casefold() == "civilians":
            return f"{where}.CVL"
        if not side.strip() or _UNKNOWN.fullmatch(side.strip()):
            return "UNK"
        return self._named.get(side.strip().casefold(), f"{where}.REB")


@cache
def _by_name() -> dict[str, str]:
    known = {name.casefold(): iso2 for iso2, record in countries().items() for name in record.names}
    further = tomllib.loads(shipped("demonyms.toml").read_text(encoding="utf-8"))["countries"]
    for iso2, entry in further.items():
        known |= {name.casefold(): iso2 for name in entry.get("name", ())}
    return known
