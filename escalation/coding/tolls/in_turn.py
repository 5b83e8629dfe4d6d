"""Tolls told in a row for places in a row.

"Three and two people died in blasts in Exford and Wyford"
"Bombs killed three people in Exford and two in Wyford"
"""

import itertools
from collections.abc import Iterator

from spacy.tokens import Span

from escalation.coding.places.mention import Mention
from escalation.coding.tolls.casualty import words_of_harm
from escalation.coding.tolls.groups import Group, groups_of
from escalation.coding.tolls.quantities import exactly
from escalation.coding.tolls.tolls import tolls

_NEAR = 3  # words from a count to its place: "four dead in", "two in the"
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


def tolls_by_place(
    sentence: Span, toll: dict[str, float | None], places: list[Mention]
) -> list[dict[str, float | None]]:
    """ "Killed four guards in Exford and two in Wyford": of each place; empty where untold."""
    counted = {t.start: t for t in tolls(sentence)}
    fell = min((token.i for token, _ in words_of_harm(sentence)), default=sentence.end)
    measure = "deaths" if toll.get("deaths_best") is not None else "injured"
    rest, each = toll, []
    for before, place in itertools.pairwise(places):
        span = sentence.doc.char_span(before.end, place.start, alignment_mode="contract")
        group = None if span is None else next(_before_place(span, sentence), None)
        if group is None:
            return []
        told = counted.get(sentence[group.start].idx)
        if told is None and sentence.start + group.start < fell:
            return []  # "two bombings in Exford and two in Wyford killed nine"
        of = told.measure if told is not None else measure
        own = {f"{of}_low": group.low, f"{of}_best": group.best, f"{of}_high": group.high}
        rest = _without(rest, own) if told is not None else rest
        each.append(own)
    return [rest, *each]


def _before_place(span: Span, sentence: Span) -> Iterator[Group]:
    """The group that ends right before "in Exford"."""
    for group in groups_of(sentence):
        first, last = sentence.start + group.start, sentence.start + group.end
        if span.start <= first and span.end - _NEAR <= last <= span.end and group.rule in _PLAIN:
            yield group


def _without(
    whole: dict[str, float | None], part: dict[str, float | None]
) -> dict[str, float | None]:
    """What is left; nothing of a measure of which nobody is."""
    kept = {n: c if c is None else c - (part.get(n) or 0) for n, c in whole.items()}
    gone = {n.split("_")[0] for n, c in kept.items() if c is not None and c <= 0}
    return {n: c for n, c in kept.items() if n.split("_")[0] not in gone or n not in part}


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
