"""What another sentence adds to a place and a toll that were told before."""

from spacy.tokens import Span

from escalation.coding.act import Act
from escalation.coding.places import Mention


def more_fell(sentence: Span, act: Act) -> bool:
    """ "Two civilians were also killed": besides those told before.

    Who "also condemned the attack" adds nobody to the dead.
    """
    verbs = {t.i for t in act.tokens}
    return any(
        t.lower_ in ("additional", "additionally") or (t.lower_ == "also" and t.head.i in verbs)
        for t in sentence
    )


def with_more(
    toll: dict[str, float | None], other: dict[str, float | None], *, more: bool
) -> dict[str, float | None]:
    """A toll with what another sentence tells: what is lacking, or, if more fell, the sum."""
    if not more:
        return {**other, **toll}
    both = {
        name: None if None in (count, toll[name]) else (count or 0) + (toll[name] or 0)
        for name, count in other.items()
        if name in toll
    }
    return {**other, **toll, **both}


def finer(place: Mention | None, other: Mention | None) -> Mention | None:
    """Where both tell a place, the one that tells the province; else the first told."""
    if place is None or (place.admin1 is None and other is not None and other.admin1 is not None):
        return other
    return place
