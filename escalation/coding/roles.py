"""Sectors of nouns that name a role: "police", "gunmen", "the cabinet"."""

import tomllib
from functools import cache

from spacy.tokens import Token

from escalation.shipped import shipped


def role_of(token: Token) -> str | None:
    """Sector of the role that a noun names, with the word before it if that makes another."""
    roles = _roles()
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PRON"):
        return None
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.i < token.i:
            pair = roles.get(f"{child.lower_} {lemma}") or roles.get(
                f"{child.lower_} {token.lower_}"
            )
            if pair:
                return pair
    role = roles.get(lemma) or roles.get(token.lower_)
    # "major", "general", "local", "national" are soldiers and people only as nouns.
    return None if token.pos_ == "ADJ" and role not in ("REB", "OPP", "COP") else role


@cache
def _roles() -> dict[str, str]:
    table = tomllib.loads(shipped("roles.toml").read_text(encoding="utf-8"))
    return {noun: sector for sector, line in table.items() for noun in line.split("|")}
