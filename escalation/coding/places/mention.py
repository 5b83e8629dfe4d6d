"""A place name in a text, and what it means."""

from typing import NamedTuple


class Mention(NamedTuple):
    """A place name in a text, from character ``start`` to ``end``.

    ``country`` is ISO 3166 alpha-2; ``precision`` is ``exact``, ``district``, ``province`` or
    ``country`` as in UCDP; coordinates are decimal degrees. All are None where the name could
    not be resolved, and ``reason`` says why.
    """

    start: int
    end: int
    name: str
    country: str | None
    admin1: str | None
    admin2: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None
    reason: str | None
