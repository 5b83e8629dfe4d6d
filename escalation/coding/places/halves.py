"""Ground that a line divides: "in Kashmir", "across the Line of Control", on whose side it was.

A name that both states use for the whole says not where it was; soldiers and villagers who were hit
from the other side were on their own.
"""

import re
from functools import cache

from escalation.coding.places.countries import iso3_of
from escalation.coding.places.mention import Mention
from escalation.coding.places.news_names import halves
from escalation.coding.story.act import Act


def on_its_side(act: Act, place: Mention | None, text: str) -> Mention | None:
    """The half that an act was in, by whom it hit; the place itself where no line is meant."""
    doer, hit = act.initiator, act.target
    if doer is None or hit is None or not act.is_violent or act.kind == "force.clash":
        return place
    for name, provinces in _halves():
        if {doer.country, hit.country} != set(provinces):
            continue
        home, province = provinces[hit.country]
        if place is None:
            named = name.search(act.anchor.sent.text)
            start, end = act.anchor.idx, act.anchor.idx + len(act.anchor)
        else:
            whole = place.precision == "province" and place.country != home
            named = name.match(text, place.start) if whole else None
            start, end = place.start, place.end
        if named is not None:
            return Mention(start, end, province, home, province, None, None, None, "province", None)
    return place


@cache
def _halves() -> tuple[tuple[re.Pattern[str], dict[str, tuple[str, str]]], ...]:
    return tuple(
        (
            re.compile(rf"(?<![\w-])(?:{names})\b"),
            {iso3_of(land): (land, province) for land, province in sides.items()},
        )
        for names, sides in halves().items()
    )
