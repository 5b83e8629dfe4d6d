"""Tolls told in a row for places in a row: "three and two people died in blasts in A and B"."""

from collections.abc import Iterator

from spacy.tokens import Span

from escalation.coding.tolls.groups import Group, groups_of
from escalation.coding.tolls.quantities import exactly

_JOINTS = frozenset({",", "and"})
_PLAIN = ("number", "one", "at-least")


def tolls_in_turn(
    sentence: Span, toll: dict[str, float | None], places: int
) -> list[dict[str, float | None]]:
    """The dead of each of several places, in their order; empty where they are told together."""
    if toll.get("deaths_best") is None:
        return []
    words = [token.lower_ for token in sentence]
    for row in _rows(groups_of(sentence), words, places):
        if all(group.rule in _PLAIN for group in row):
            return [
                {"deaths_low": g.low, "deaths_best": g.best, "deaths_high": g.high} for g in row
            ]
    return []


def one_each(toll: dict[str, float | None], places: int) -> list[dict[str, float | None]]:
    """ "Two teachers were killed in Exford and Wyford": one in each, as so many were in so many."""
    if not 1 < places == toll.get("deaths_best") or toll.get("injured_low") is not None:
        return []
    return [exactly("deaths", 1.0) for _ in range(places)]


def _rows(groups: list[Group], words: list[str], size: int) -> Iterator[list[Group]]:
    """Rows of exactly so many numbers before one noun ("three, two and five people")."""
    row: list[Group] = []
    for group in groups:
        between = words[row[-1].end : group.start] if row else []
        joined = bool(between) and _JOINTS.issuperset(between) and not row[-1].victims
        row = [*row, group] if joined else [group]
        if group.victims and len(row) == size > 1:
            yield row
