"""Every meaning of every place name: a theatre's own places first, then the gazetteer's.

A theatre's countries are taken whole (districts and villages); elsewhere countries, provinces
and towns. A theatre place of precision ``province`` also gives the province its house name:
with ``name = "Paktia"``, ``aliases = ["Paktiya"]`` every town of Paktiya lies in Paktia.
"""

import gc
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from escalation.coding.places import news_names
from escalation.coding.places.countries import names_of
from escalation.coding.places.gazetteer import (
    Settlement,
    Subdivision,
    countries,
    settlements,
    subdivisions,
)
from escalation.coding.sentence.phrases import Phrases, fold, plain, word_set
from escalation.theatre import Place, Theatre

_TOWN_ELSEWHERE = 15_000
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿʻʼ’‘' .()-]+")
TYPE_WORDS = {
    "province": ("province", "state", "region", "governorate", "oblast", "emirate"),
    "district": word_set(
        "district agency county tehsil division subdivision department territory township commune "
        "cercle canton municipality raion rayon woreda locality upazila taluk parish zone valley"
    ),
    "exact": ("city", "town", "village", "area", "neighbourhood", "neighborhood", "bazaar"),
}
_SUFFIX = re.compile(
    r"\s+(?:district|agency|province|protected area|state|region|governorate|county|department|"
    r"prefecture|oblast|territory|municipality|raion|rayon|zone|township|commune)$",
    re.IGNORECASE,
)


# Provinces that are named by a direction: "the North-West" is none of them.
_DIRECTION = re.compile(
    r"(?:(?:north|south|east|west|centr)+(?:ern|al|e)?[- ]?)+"
    r"(?:region|province)?|federal|capital|coast|islands?|lake",
    re.IGNORECASE,
)


Point = tuple[float, float]


class Candidate(NamedTuple):
    """One meaning of a place name; ``point`` is latitude and longitude in degrees.

    ``population`` is 0 but for settlements; ``own`` marks what the theatre's file says.
    """

    name: str
    country: str
    admin1: str | None
    admin2: str | None
    point: Point | None
    precision: str
    population: int = 0
    own: bool = False


@contextmanager
def _uncollected() -> Iterator[None]:
    """A million small tuples that all stay: looking for garbage among them takes as long again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@lru_cache(maxsize=4)
@_uncollected()
def atlas(theatre: Theatre | None) -> Phrases[Candidate]:
    """All place names with their meanings. Takes about a second, once a theatre."""
    known: Phrases[Candidate] = Phrases()
    deep = frozenset(theatre.countries) if theatre else frozenset()
    towns = settlements(only=deep, others_above=_TOWN_ELSEWHERE)
    divisions = subdivisions()
    centres = _centres(towns)
    names = _house_names(towns, divisions, _renamed(theatre.places if theatre else ()))
    if theatre is not None:
        _add_own(known, theatre.places, _provinces(deep, divisions, names))
    for town in towns:
        _add_town(known, town, divisions, names)
    for division in divisions.values():
        if division.level == 1 or division.country in deep:
            _add_division(known, division, names, centres)
    for record in countries().values():
        meaning = Candidate(record.names[0], record.iso2, None, None, None, "country")
        for name in names_of(record.iso2):
            part = any(m.country == record.iso2 for m in known.meanings(name))
            if name in record.names or not part:  # "Gaza", "England" are finer than a country
                known.add(name, meaning)
    _add_of_the_news(known)
    return known


def _renamed(places: tuple[Place, ...]) -> dict[tuple[str, str], str]:
    """House names of provinces that a theatre names, by country and folded spelling."""
    return {
        (place.country, fold(name)): place.admin1 or place.name
        for place in places
        if place.precision == "province"
        for name in (place.name, *place.aliases)
    }


def _provinces(
    deep: frozenset[str], divisions: dict[int, Subdivision], names: dict[int, str]
) -> dict[tuple[str, str], str]:
    """What each spelling of a province of some countries is called here: one name a province."""
    return {
        (division.country, fold(_bare(spelling))): names[number]
        for number, division in divisions.items()
        if division.level == 1 and division.country in deep
        for spelling in (*division.aliases, division.name)
    }


def _add_own(
    known: Phrases[Candidate], places: tuple[Place, ...], provinces: dict[tuple[str, str], str]
) -> None:
    """A theatre's own places: in "North Kivu" where the gazetteer says "Nord-Kivu", in one."""
    for place in places:
        admin1 = place.admin1 or (place.name if place.precision == "province" else None)
        if admin1 is not None:
            admin1 = provinces.get((place.country, fold(_bare(admin1))), admin1)
        here = (place.latitude, place.longitude)
        meaning = Candidate(
            place.name, place.country, admin1, place.admin2, here, place.precision, own=True
        )
        for name in (place.name, *place.aliases):
            known.add(name, meaning)


def _add_town(
    known: Phrases[Candidate],
    town: Settlement,
    divisions: dict[int, Subdivision],
    names: dict[int, str],
) -> None:
    levels = {divisions[number].level: names[number] for number in town.subdivisions}
    here = (town.latitude, town.longitude)
    name, country = plain(town.name), town.country
    meaning = Candidate(name, country, levels.get(1), levels.get(2), here, "exact", town.population)
    known.add(name, meaning)
    parts = name.split(" ")
    if len(parts) == 2 and min(map(len, parts)) > 2:
        # "Lashkar Gah" is written "Lashkargah" too.
        known.add("".join(parts), meaning)


def _add_division(
    known: Phrases[Candidate],
    division: Subdivision,
    names: dict[int, str],
    centres: dict[int, Point],
) -> None:
    name, here = (
        names.get(division.id, _bare(division.name)),
        centres.get(division.id),
    )
    if division.level == 1:
        meaning = Candidate(name, division.country, name, None, here, "province")
    else:
        above = names.get(division.parent or 0)
        meaning = Candidate(name, division.country, above, name, here, "district")
    latin = (alias for alias in division.aliases if _LATIN.fullmatch(alias))
    for spelling in {_bare(one) for one in (division.name, *latin)} | {plain(division.name)}:
        if not _DIRECTION.fullmatch(spelling):
            known.add(spelling, meaning)
    if division.level == 1:
        for spelling in news_names.of_province(division.country, division.name):
            known.add(spelling, meaning)


def _add_of_the_news(known: Phrases[Candidate]) -> None:
    """Regions wider than a province, and bases, under the names of ``data/places.toml``."""
    for country, name in news_names.regions():
        known.add(name, Candidate(name, country, name, None, None, "province"))
    for site in news_names.sites():
        if any(m.country == site.country for m in known.meanings(site.names[0])):
            continue  # a theatre has it as its own
        where = (site.country, site.admin1, None, site.point, "exact")
        for name in site.names:
            known.add(name, Candidate(site.names[0], *where, own=True))


def _house_names(
    towns: list[Settlement],
    divisions: dict[int, Subdivision],
    renamed: dict[tuple[str, str], str],
) -> dict[int, str]:
    """Name of every province and of the districts that some town lies in, by id."""
    wanted = {number for town in towns for number in town.subdivisions}
    names = {}
    for number, division in divisions.items():
        if number in wanted or division.level == 1:
            told = news_names.of_province(division.country, division.name)
            names[number] = told[0] if told and division.level == 1 else _bare(division.name)
            spellings = (division.name, *division.aliases) if renamed else ()
            for spelling in spellings:
                house = renamed.get((division.country, fold(_bare(spelling))))
                names[number] = house or names[number]
    return names


def _bare(name: str) -> str:
    return _SUFFIX.sub("", plain(name)).rstrip(" ,") or plain(name)


def _centres(towns: list[Settlement]) -> dict[int, Point]:
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
