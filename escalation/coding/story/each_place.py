"""An act that is told of several places together: one for each, with its own toll where told."""

from dataclasses import replace

from spacy.tokens import Span

from escalation.coding.places.several import places_named_together
from escalation.coding.story.told import Told
from escalation.coding.tolls.in_turn import one_each, tolls_by_place, tolls_in_turn


def each_place(told: Told, sentence: Span) -> list[Told]:
    """One act for each of the places named together, the first last: what follows is of it."""
    if told.place is None or not told.act.is_violent or told.act.status == "recalled":
        return [told]
    places = places_named_together(told.act, told.place, sentence, told.setting.mentions)
    others = [replace(told, place=place, toll={}) for place in places[1:]]
    told.place = places[0]
    each: list[dict[str, float | None]] = []
    if others:
        each = (
            tolls_in_turn(sentence, told.toll, len(places))
            or tolls_by_place(sentence, told.toll, places)
            or one_each(told.toll, len(places))
        )
    if each:
        told.toll, *rest = each
        for one, toll in zip(others, rest, strict=True):
            one.toll = toll
    elif others and told.toll:
        told.place = told.place._replace(reason=f"the toll is of {len(places)} places together")
    return [*others, told]
