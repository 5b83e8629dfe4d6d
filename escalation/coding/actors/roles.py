"""Sectors of nouns that name a role: "police", "gunmen", "the cabinet"."""

import tomllib
from functools import cache

from spacy.tokens import Token

from escalation.coding.sentence.clause import PARTS
from escalation.coding.sentence.phrases import word_set
from escalation.shipped import shipped

_OF_A_BODY = word_set(
    "commander chief head leader recruit cadet trainee member personnel unit boss instructor"
    " reinforcement spokesman spokeswoman spokesperson colonel major captain lieutenant general"
    " brigadier sergeant corporal inspector convoy vehicle patrol post checkpoint base camp"
)
_AS_A_NOUN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_GROUPS = word_set("group organisation organization body alliance forum coalition network")
_IN_GROUPS = frozenset({"CVL", "OPP", "LAB", "REL", "MED", "EDU", "REB"})
_BODIES = ("MIL", "COP", "SPY", "GOV", "JUD", "LEG", "LAB")
_STAFFS = word_set("army air naval navy defence defense general armed")
_IN_CHARGE = word_set("chief head director chairman chairwoman chairperson deputy")


def is_of_people(token: Token) -> bool:
    """Does a noun name a role of people, and no site?"""
    return role_of(token) not in (None, "SITE")


def role_of(token: Token) -> str | None:
    """Sector of the role that a noun names, with the word before it if that makes another."""
    roles = _roles()
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PRON"):
        return None
    lemma, form = token.lemma_.lower(), token.lower_
    forms = [lemma, form]
    # "Armed Forces": a name keeps its plural; so does a word that only begins a sentence
    if token.tag_ == "NNPS" or (token.tag_ == "NNP" and token.is_sent_start):
        forms.append(form.removesuffix("s"))
    if token.i > 1 and token.nbor(-1).text == "-":  # a secretary-general is no general
        whole = roles.get(f"{token.nbor(-2).lower_}-{form}")
        if whole:
            return whole
    for child in token.children:
        if child.dep_ in PARTS and child.i < token.i:
            pairs = (roles.get(f"{child.lower_} {one}") for one in forms)
            pair = next(filter(None, pairs), None)
            if pair:
                return pair
    role = next(filter(None, (roles.get(one) for one in forms)), None)
    if form in ("chief", "staff") and _heads_a_staff(token):
        return "MIL"
    if lemma in _OF_A_BODY:
        role = _body(token) or role
    if role is None and lemma in _GROUPS:
        role = _of_a_group(token)
    if role is None and lemma in _IN_CHARGE:
        role = _in_charge(token)
    # "major", "general", "local", "national" are soldiers and people only as nouns: "an Exland
    # national kills two".
    adjective = token.pos_ == "ADJ" and token.dep_ not in _AS_A_NOUN
    return None if adjective and role not in ("REB", "OPP", "COP") else role


def _body(token: Token) -> str | None:
    """The armed body before a word for one of it: "police recruits", "an army commander"."""
    before = [c for c in token.children if c.dep_ in ("compound", "amod") and c.i < token.i]
    roles = (role_of(c) for c in reversed(before))
    return next((role for role in roles if role in ("MIL", "COP", "SPY", "REB", "CRM")), None)


def _of_a_group(token: Token) -> str | None:
    """ "Shia groups", "trader bodies", "student organisations": as those who are in them."""
    roles = _roles()
    before = (c.lemma_.lower() for c in token.children if c.dep_ in PARTS and c.i < token.i)
    return next((r for lemma in before if (r := roles.get(lemma)) in _IN_GROUPS), None)


def _heads_a_staff(token: Token) -> bool:
    """ "The Chief of Army Staff": by its words, which the parse often tears apart."""
    first = token.i if token.lower_ == "chief" else token.i - 3
    said = [t.lower_ for t in token.doc[max(0, first) : first + 4]]
    return len(said) == 4 and said[::3] == ["chief", "staff"] and said[2] in _STAFFS


def _in_charge(token: Token) -> str | None:
    """Who is at the head of a body is of it: "the director of the customs department"."""
    of = [c for c in token.children if c.dep_ == "prep" and c.lower_ == "of" and c.i > token.i]
    bodies = (t for c in of for t in c.children if t.dep_ == "pobj")
    # "the Council of Imams" governs nobody
    states = (
        b for b in bodies if not any(c.lower_ == "of" for c in b.children if b.lemma_ == "Council")
    )
    roles = (role_of(body) for body in states)
    return next((r for r in roles if r in _BODIES), None)


@cache
def role_nouns() -> frozenset[str]:
    """Nouns that name a role, a body or what one has."""
    return frozenset(_roles())


@cache
def _roles() -> dict[str, str]:
    table = tomllib.loads(shipped("roles.toml").read_text(encoding="utf-8"))
    return {noun: sector for sector, line in table.items() for noun in line.split("|")}
