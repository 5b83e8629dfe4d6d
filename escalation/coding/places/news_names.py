"""What the news calls provinces, regions and bases of the world: ``data/places.toml``."""

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from escalation.shipped import shipped


class Site(NamedTuple):
    """A base, an airport or a town that the gazetteer lacks, with all its names."""

    names: tuple[str, ...]
    country: str
    admin1: str
    point: tuple[float, float]


def of_province(country: str, name: str) -> tuple[str, ...]:
    """Names in the news of a province, by country and the gazetteer's name; the first is ours."""
    line = _table()["provinces"].get(country, {}).get(name)
    return tuple(line.split("|")) if line else ()


def regions() -> Iterator[tuple[str, str]]:
    """Country and name of each region that is no province."""
    for country, line in _table()["regions"].items():
        yield from ((country, name) for name in line.split("|"))


def sites() -> Iterator[Site]:
    """Bases, airports and the like that the news names alone."""
    for country, provinces in _table()["sites"].items():
        for admin1, lines in provinces.items():
            for line in lines:
                *names, latitude, longitude = line.split("|")
                yield Site(tuple(names), country, admin1, (float(latitude), float(longitude)))


def halves() -> dict[str, dict[str, str]]:
    """Names of ground that a line divides, as a pattern; by country the province on its side."""
    return _table()["halves"]


@cache
def facing() -> frozenset[frozenset[str]]:
    """Pairs of states (ISO alpha-3) that strike at one another's ground."""
    return frozenset(frozenset(pair.split()) for pair in _table()["facing"]["pairs"])


@cache
def _table() -> dict:
    return tomllib.loads(shipped("places.toml").read_text(encoding="utf-8"))
