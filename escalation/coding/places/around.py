"""What a text tells around a place: "Exford, Exshire", "Exford, the capital of Exshire"."""

import re

from escalation.coding.places.atlas import Candidate
from escalation.coding.places.surroundings import Surroundings
from escalation.coding.sentence.phrases import Found, fold, word_set, words_of

_INNER = word_set(
    "in of the s district agency province region area state capital provincial city town largest"
)
_AROUND = re.compile(r"(?: \w+)?, (?:in )?(?:the )?")
_ROW_GOES_ON = re.compile(r"(?: \w+)?(?:,? (?:and|or|as well as) |, (?=[A-Z]))")


def follows(text: str, place: Found[Candidate], after: Found[Candidate] | None) -> bool:
    """Does a name stand behind another to say where that is?"""
    if after is None:
        return False
    gap = text[place.end : after.start]
    words = [word.folded for word in words_of(gap)]
    return len(gap) < 40 and all(w in _INNER or w.endswith("ern") for w in words) and "." not in gap


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Does one meaning lie in the other?"""
    if outer.country != inner.country:
        return False
    if outer.precision == "country":
        return inner.precision != "country"
    if outer.precision == "province":
        return inner.precision in ("exact", "district") and inner.admin1 == outer.admin1
    return outer.precision == "district" and inner.admin2 == outer.admin2


def as_told(
    scene: Surroundings, place: Found[Candidate], around: Found[Candidate] | None, *, large: int
) -> tuple[Candidate, ...]:
    """The meanings of a name that fit the province told behind it.

    "Gizab, Uruzgan": borders are moved and towns have namesakes, so a small place lies in the
    province that the text tells, and is none of another country. Of more than ``large``
    inhabitants a town is better known than its province.
    """
    if around is None or not _is_around(scene, place, around):
        return place.meanings
    told = [m for m in around.meanings if m.precision == "province"]
    if not told or any(contains(m, inner) for m in around.meanings for inner in place.meanings):
        return place.meanings
    kept = []
    for inner in place.meanings:
        small = inner.precision in ("exact", "district") and inner.population < large
        # Kotli, (Azad Jammu and) Kashmir
        if not small or fold(around.text) in fold(inner.admin1 or ""):
            kept.append(inner)
        elif (outer := next((m for m in told if m.country == inner.country), None)) is not None:
            kept.append(inner._replace(admin1=outer.admin1))
    return tuple(kept)


def _is_around(scene: Surroundings, place: Found[Candidate], around: Found[Candidate]) -> bool:
    """ "Exford, Exshire"; in a row of provinces, "A, B and C", none is around the other."""
    gap = scene.text[place.end : around.start]
    on = _ROW_GOES_ON.match(scene.text, around.end)
    row = on is not None and not scene.country_at(on.end())
    return _AROUND.fullmatch(gap) is not None and not row
