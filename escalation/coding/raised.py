"""Tolls told as tolls: "the death toll from the blast rises to 32"."""

from spacy.tokens import Span, Token

from escalation.coding.groups import Group
from escalation.coding.phrases import word_set

_RISES = word_set("rise climb reach increase stand jump go bring put pass now revise update")
_TO_NUMBER = word_set(
    "of all about the up down also reportedly : seriously critically both another further a "
    "additional at least more than over"
)
_FAR = 14  # words from a toll to its number


def count_of_toll(sentence: Span, groups: list[Group], at: int) -> int | None:
    """The group that the word "toll" at ``at`` counts, by its index."""
    starts = {group.start: n for n, group in enumerate(groups)}
    for there in range(at + 1, min(at + _FAR, len(sentence))):
        n = starts.get(there)
        if n is not None and groups[n].rule not in ("one", "plural"):
            return n
    return _risen_to(sentence[at], sentence, groups, starts)


def rises(sentence: Span, at: int) -> bool:
    """Is the toll at ``at`` a new one of what was told before?"""
    near = [*sentence[max(0, at - 6) : at + 8], sentence[at].head]
    return any(token.lemma_.lower() in _RISES for token in near)


def _risen_to(
    toll: Token, sentence: Span, groups: list[Group], starts: dict[int, int]
) -> int | None:
    """ "The toll from a blast in a town by the lake rises to 32": however far away."""
    verb = toll.head
    if verb.lemma_.lower() not in _RISES or verb.i < toll.i:
        return None
    to = next((c for c in verb.children if c.lower_ == "to" and c.i > verb.i), verb)
    for there in range(to.i + 1 - sentence.start, len(sentence)):
        n = starts.get(there)
        if n is not None:
            return n if groups[n].rule not in ("one", "plural") else None
        if sentence[there].lower_ not in _TO_NUMBER:
            return None
    return None
