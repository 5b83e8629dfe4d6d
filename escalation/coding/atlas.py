"""Every meaning of every place name: a theatre's own places first, then the gazetteer's.

A theatre's countries are taken whole (districts and villages); elsewhere countries, provinces
and towns. A theatre place of precision ``province`` also gives the province its house name:
with ``name = "Paktia"``, ``aliases = ["Paktiya"]`` every town of Paktiya lies in Paktia.
"""

import re
from collections import defaultdict
from statistics import median
from typing import NamedTuple

from escalation.coding.gazetteer import (
    Settlement,
    Subdivision,
    countries,
    settlements,
    subdivisions,
)
from escalation.coding.phrases import Phrases, fold, plain, words_of
from escalation.theatre import Theatre

_TOWN_ELSEWHERE = 15_000
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿʻʼ’‘' .()-]+")
TYPE_WORDS = {
    "province": ("province", "state", "region", "governorate", "oblast", "emirate"),
    "district": ("district", "agency", "county", "tehsil", "division", "subdivision", "department"),
    "exact": ("city", "town", "village", "area", "neighbourhood", "neighborhood", "bazaar"),
}
_SUFFIX = re.compile(
    r"\s+(?:district|agency|province|protected area|state|region|governorate|county|department|"
    r"prefecture|oblast)$",
    re.IGNORECASE,
)


class Candidate(NamedTuple):
    """One meaning of a place name. ``population`` is 0 but for settlements."""

    name: str
    country: str
    admin1: str | None
    admin2: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    population: int
    own: bool


def atlas(theatre: Theatre | None) -> Phrases[Candidate]:
    """All place names with their meanings. Takes one or two seconds."""
    known: Phrases[Candidate] = Phrases()
    renamed = {} if theatre is None else _add_own(known, theatre)
    deep = frozenset(theatre.countries) if theatre else frozenset()
    towns = settlements(only=deep, others_above=_TOWN_ELSEWHERE)
    divisions = subdivisions()
    centres = _centres(towns)
    for town in towns:
        _add_town(known, town, divisions, renamed)
    for division in divisions.values():
        if division.level == 1 or division.country in deep:
            _add_division(known, division, divisions, renamed, centres)
    for record in countries().values():
        for name in record.names:
            known.add(
                name, Candidate(record.names[0], record.iso2, *[None] * 4, "country", 0, False)
            )
    return known


def _add_own(known: Phrases[Candidate], theatre: Theatre) -> dict[tuple[str, str], str]:
    renamed = {}
    for place in theatre.places:
        province = place.precision == "province"
        admin1 = place.admin1 or (place.name if province else None)
        here = (place.latitude, place.longitude)
        meaning = Candidate(
            place.name, place.country, admin1, place.admin2, *here, place.precision, 0, True
        )
        for name in (place.name, *place.aliases):
            known.add(name, meaning)
            if province and admin1 is not None:
                renamed[place.country, fold(name)] = admin1
    return renamed


def _add_town(
    known: Phrases[Candidate],
    town: Settlement,
    divisions: dict[int, Subdivision],
    renamed: dict[tuple[str, str], str],
) -> None:
    inside = [divisions[number] for number in town.subdivisions]
    admin1 = next((_house_name(d, renamed) for d in inside if d.level == 1), None)
    admin2 = next((_bare(d.name) for d in inside if d.level == 2), None)
    here = (town.latitude, town.longitude)
    meaning = Candidate(
        plain(town.name), town.country, admin1, admin2, *here, "exact", town.population, False
    )
    known.add(town.name, meaning)
    parts = words_of(town.name)
    if len(parts) == 2 and min(len(part.folded) for part in parts) > 2:
        # "Lashkar Gah" is written "Lashkargah" too.
        known.add("".join(part.folded for part in parts), meaning)


def _add_division(
    known: Phrases[Candidate],
    division: Subdivision,
    divisions: dict[int, Subdivision],
    renamed: dict[tuple[str, str], str],
    centres: dict[int, tuple[float, float]],
) -> None:
    here = centres.get(division.id, (None, None))
    if division.level == 1:
        name = _house_name(division, renamed)
        meaning = Candidate(name, division.country, name, None, *here, "province", 0, False)
    else:
        above = divisions.get(division.parent or 0)
        admin1 = _house_name(above, renamed) if above else None
        name = _bare(division.name)
        meaning = Candidate(name, division.country, admin1, name, *here, "district", 0, False)
    names = {division.name, *(a for a in division.aliases if _LATIN.fullmatch(a))}
    for spelling in {_bare(name) for name in names} | {plain(name) for name in names}:
        known.add(spelling, meaning)


def _house_name(division: Subdivision, renamed: dict[tuple[str, str], str]) -> str:
    name = _bare(division.name)
    for spelling in (division.name, *division.aliases):
        if (division.country, fold(_bare(spelling))) in renamed:
            return renamed[division.country, fold(_bare(spelling))]
    return name


def _bare(name: str) -> str:
    return _SUFFIX.sub("", plain(name)) or plain(name)


def _centres(towns: list[Settlement]) -> dict[int, tuple[float, float]]:
    """Middle of each subdivision: the median of its settlements' coordinates, in degrees."""
    inside: dict[int, list[Settlement]] = defaultdict(list)
    for town in towns:
        for number in town.subdivisions:
            inside[number].append(town)
    return {
        number: (
            round(median(town.latitude for town in group), 4),
            round(median(town.longitude for town in group), 4),
        )
        for number, group in inside.items()
    }
