"""Whose somebody is, by a name that stands beside: "Roman police", "rebels of the front"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from escalation.coding.actors.named import Named
from escalation.coding.actors.reference import REFERRING
from escalation.coding.actors.retinue import code_of_owned, has_whom
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import how_of
from escalation.coding.actors.whose import is_held, is_of_abroad
from escalation.coding.sentence.noun_phrase import ADHERENTS, backed, ethnic, modifiers
from escalation.coding.sentence.once import text_of

if TYPE_CHECKING:
    from escalation.coding.actors.actors import Cast

_STATIONED = frozenset({"station", "base", "deploy", "serve", "post"})
_STATES = (".GOV", ".MIL", ".SPY")  # "a CIA-trained militia" is none of the CIA


def name_beside(head: Token, cast: Cast, depth: int) -> Named | None:
    """The name that says whose: the group before the country, the nearest before the far."""
    found: list[Named] = []
    backers: list[Named] = []
    text = text_of(head.doc)
    for token in modifiers(head):
        if token.i < head.i and ethnic(head):
            continue
        name, place = cast.named(token), cast.place_of(token)
        if token.i > head.i and cast.land(token) and is_of_abroad(head):
            continue  # "a foreign tank in Exland"
        if name is not None and (
            _of_another(token, name, head) or _stands_there(token, name, head)
        ):
            continue
        if name is not None and ".REB" in name.code and is_held(head):
            continue  # "hostages of the front" are none of it
        if name is not None and backed(text, name.start, name.end):
            backers += [name] if text[name.start - 1] != "-" else []
            continue
        theirs = token.pos_ == "PRON" and has_whom(head, token) and not _of_a_people(head, cast)
        theirs = theirs or (token.lemma_.lower() in REFERRING and head.lemma_ in ADHERENTS)
        if theirs:
            whose = cast.who(token, depth + 1)
            if whose is not None and (code := code_of_owned(head, whose)):
                found.append(Named(code, whose.start, whose.end, how_of(whose)))
        if name is not None and name not in found:
            found.append(name)
        elif name is None and place is not None:
            found.append(Named(place, token.idx, token.idx, "name"))
    groups = [name for name in found if not name.is_country]
    behind = [b for b in backers if not (b.is_country or b.code.endswith(_STATES))]
    return next(iter(groups or found or behind), None)


def _of_another(token: Token, name: Named, head: Token) -> bool:
    """ "Munir Shakir": another man, who has the name of a known one before his own."""
    if name.is_country or head.tag_ != "NNP" or token.dep_ != "compound" or role_of(head):
        return False
    person = name.code.endswith((".GOV", ".MIL", ".ELI", ".OPP", ".LEG"))
    return person and name.end - name.start == len(token) and token.nbor().tag_ == "NNP"


def _stands_there(token: Token, name: Named, head: Token) -> bool:
    """ "Soldiers stationed in Exland": an army that a land's name is told for is another's."""
    if name.how != "name" or token.dep_ != "pobj" or token.head.lower_ != "in":
        return False
    clause = token.head.head
    return clause.lemma_ in _STATIONED and clause.head == head and role_of(head) == "MIL"


def _of_a_people(head: Token, cast: Cast) -> bool:
    """ "His Chilean counterpart": Chile's, whoever he is."""
    told = (cast.named(c) for c in head.children if c.dep_ == "amod")
    return any(name is not None and name.is_country for name in told)


def two_beside(name: Token, cast: Cast) -> tuple[Named, Named] | None:
    """ "Exland and Exish Front leaders": a country and a group that share a noun."""
    lands = [c for c in name.children if c.i < name.i and cast.land(c) and cast.named(c)]
    if not lands or all(t.lower_ != "and" for t in name.doc[lands[0].i : name.i]):
        return None
    land, group = cast.named(lands[0]), cast.named(name)
    if land is None or group is None or group.is_country or group.country == land.country:
        return None
    return land, group
