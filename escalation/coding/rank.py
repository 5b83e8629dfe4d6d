"""Sectors by rank: one who was president, "General Karim", "an Exlandic commander"."""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.named import Named
from escalation.coding.roles import role_of
from escalation.coding.who import Who

_FORMER = frozenset({"former", "ex", "ousted", "deposed", "exiled", "late", "fugitive"})


def sector_of(head: Token, role: str) -> str:
    """The sector of a role, of one that is held no more: "former President Karimov"."""
    titles = [c for c in head.children if c.dep_ == "compound"]
    former = any(c.lower_ in _FORMER for t in (head, *titles) for c in t.children)
    return "ELI" if former and role in ("GOV", "MIL", "LEG") else role


def in_uniform(head: Token, beside: Named | None) -> bool:
    """ "An Exlandic sniper": a fighter with a nationality, not only with a place."""
    if head.lemma_.lower() not in ("sniper", "commander") or beside is None:
        return False
    armed = any(role_of(c) == "REB" for c in head.children)
    return beside.is_country and beside.end <= head.idx and not armed


def ranked(told: Who, name: Token) -> Who:
    """ "General Karim, the top man in Exland": a soldier by the rank before his name."""
    ranks = (role_of(c) for c in name.children if c.dep_ == "compound")
    rank = next((role for role in ranks if role is not None), None)
    own = rank in ("MIL", "COP") and told.code.count(".") == 1
    return replace(told, code=f"{told.country}.{rank}") if own else told
