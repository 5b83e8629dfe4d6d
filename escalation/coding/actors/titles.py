"""Titles beside a name, and offices that were held: "President Karimov", "the former general"."""

from spacy.tokens import Token

from escalation.coding.actors.allegiance import allegiance_of
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import POLITICAL
from escalation.coding.actors.whose import against_the_state
from escalation.coding.sentence.clause import PARTS
from escalation.coding.sentence.phrases import word_set

_PERSONAL = POLITICAL | {"REL", "MED"}
_RANK_AND_FILE = word_set(
    "soldier troop marine serviceman sailor airman commando paratrooper conscript"
)
_SPEAKERS = word_set("spokesman spokeswoman spokesperson official source")
_SPOKEN_FOR = {"military": "MIL", "army": "MIL", "naval": "MIL", "police": "COP"}
_FORMER = frozenset({"former", "ex", "ousted", "deposed", "exiled", "late", "fugitive"})


def sector_of(head: Token, role: str) -> str:
    """Sector of the holder of a role: who held an office is one of the elite."""
    role = allegiance_of(head, role)
    titles = [c for c in head.children if c.dep_ == "compound"]  # "former President Karimov"
    former = any(c.lower_ in _FORMER for t in (head, *titles) for c in t.children)
    if role == "MIL" and against_the_state(head):
        return "REB"
    if former and role == "MIL" and head.lemma_.lower() in _RANK_AND_FILE:
        return role  # "a former soldier" was no man of power
    if role == "GOV" and head.lemma_.lower() in _SPEAKERS:
        role = next((_SPOKEN_FOR[c.lower_] for c in head.children if c.lower_ in _SPOKEN_FOR), role)
    return "ELI" if former and role in ("GOV", "MIL", "LEG") else role


def titled(head: Token) -> str | None:
    """Sector by the title before a name: "President Karimov"."""
    for child in head.children:
        if child.dep_ in ("compound", "amod", "nmod", "appos"):
            # "Chadian general and police chief John Doe": of two titles either
            beside = (c for c in child.children if c.dep_ == "conj" and c.i < head.i)
            role = next(filter(None, map(role_of, (child, *beside))), None)
            if role in _PERSONAL and not (role == "MED" and child.dep_ == "appos"):
                return sector_of(head, role)
    return None


def title_before(head: Token) -> bool:
    """Does a title stand before the name: "President Karimov"?"""
    titles = (c for c in head.children if c.dep_ in PARTS)
    return any(role_of(c) in _PERSONAL for c in titles)
