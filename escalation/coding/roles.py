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
    forms = [token.lemma_.lower(), token.lower_]
    if token.tag_ == "NNPS":  # "Armed Forces": a name keeps its plural
        forms.append(token.lower_.removesuffix("s"))
    if token.i > 1 and token.nbor(-1).text == "-":  # a secretary-general is no general
        whole = roles.get(f"{token.nbor(-2).lower_}-{token.lower_}")
        if whole:
            return whole
    for child in token.children:
        if child.dep_ in ("compound", "amod", "nmod") and child.i < token.i:
            pairs = (roles.get(f"{child.lower_} {form}") for form in forms)
            pair = next(filter(None, pairs), None)
            if pair:
                return pair
    role = next(filter(None, (roles.get(form) for form in forms)), None)
    # "major", "general", "local", "national" are soldiers and people only as nouns.
    return None if token.pos_ == "ADJ" and role not in ("REB", "OPP", "COP") else role


@cache
def _roles() -> dict[str, str]:
    table = tomllib.loads(shipped("roles.toml").read_text(encoding="utf-8"))
    return {noun: sector for sector, line in table.items() for noun in line.split("|")}
