"""Lines headed with a land: "Chad: Police free ten", "Sudan war: Army retakes port".

The land says where, and whose police; it does nothing itself. A capital before a colon speaks.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from escalation.coding.actors.named import NO_COUNTRIES, Named
from escalation.coding.sentence.once import text_of

_LINE = re.compile(r"[^\n]+")
HEADED = re.compile(r"(?: [a-z]+)?: ")
"""What follows the name of a land that a line is headed with."""
_FULL_STOP = re.compile(r"[.!?][\"'”’]?\s*$")


class Heading(NamedTuple):
    """A line, by its characters, and the country (ISO alpha-3) that it is headed with."""

    start: int
    end: int
    country: str


def headings(doc: Doc, named: list[Named], places: dict[int, str]) -> list[Heading]:
    """The lines that are headed with a land; a town heads a headline, but it dates prose."""
    text = text_of(doc)
    if ":" not in text:
        return []
    lands = {name.start: (name.end, name.country) for name in named if _is_land(name)}
    capitals = {name.start for name in named if name.how == "capital"}
    towns = {doc[i].idx: (doc[i].idx + len(doc[i]), land) for i, land in places.items()}
    towns = {start: town for start, town in towns.items() if start not in capitals}
    return [*_headed(text, lands, towns), *_spoken(text, named)]


def _spoken(text: str, named: list[Named]) -> Iterator[Heading]:
    """ "Two soldiers killed in clash: Rome": a state speaks of its own, where no land is told."""
    for name in named:
        last = text[name.end : name.end + 1] in ("", "\n")
        if last and text[: name.start].endswith(": ") and _is_state(name):
            yield Heading(text.rfind("\n", 0, name.start) + 1, name.start, name.country)


def _headed(
    text: str, lands: dict[int, tuple[int, str]], towns: dict[int, tuple[int, str]]
) -> Iterator[Heading]:
    for line in _LINE.finditer(text):
        headline = not _FULL_STOP.search(line.group())
        known = lands | towns if headline else lands
        end, land = known.get(line.start(), (-1, ""))
        if end > 0 and HEADED.match(text, end):
            yield Heading(line.start(), line.end(), land)


def _is_state(name: Named) -> bool:
    return name.is_country and name.country not in NO_COUNTRIES


def _is_land(name: Named) -> bool:
    return _is_state(name) and name.how != "capital"
