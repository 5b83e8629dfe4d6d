"""Who is hit where a verb of violence takes somebody: those aboard, a named person, a machine's."""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import WIELDED
from escalation.coding.sides.aboard import aboard
from escalation.coding.sides.fallen import made_up_of, one_among
from escalation.coding.tolls.people import is_person

_TRADES = frozenset({"CVL", "MED", "BUS", "LAB", "EDU", "NGO", "REL"})


def hit(token: Token, cast: Cast) -> Who | None:
    """Who is hit: those aboard, or the forces whose machine it was ("an Exland drone")."""
    within = made_up_of(aboard(token))
    who = cast.who(within)
    if who is None and (some := one_among(token)):
        return next((w for t in some if (w := cast.who(t)) is not None), None)
    if within.pos_ == "PRON":  # "his car": the one who is meant, where he is named
        named = cast.doc.char_span(who.start, who.end) if who is not None else None
        who = replace(who, head=named.root.i) if who and named else cast.who(token)
    if who is not None and token.lemma_ == "motorcyclist" and who.sector == "REB":
        return replace(who, code=f"{who.country}.CVL")  # who is shot rode by
    if who is not None or token.lemma_.lower() not in WIELDED:
        return who or _person(token, cast)
    names = ((c, cast.named(c)) for c in token.children if c.i < token.i)
    whose = (c for c, name in names if name is not None and name.is_country)
    return next((cast.plain(c, "MIL") for c in whose), None)


def _person(name: Token, cast: Cast) -> Who | None:
    """ "Polish engineer Tomas Rilke": one of his trade, of the land that stands before it."""
    if name.tag_ != "NNP":
        return None
    before = (c for c in name.children if c.dep_ == "compound" and c.text.islower())
    trade = next((c for c in before if is_person(c)), None)
    who = cast.someone(name) if trade is not None else None
    if who is None or trade is None or who.sector != "CVL":
        return who
    role = role_of(trade)
    return replace(who, code=f"{who.country}.{role if role in _TRADES else 'CVL'}", role="CVL")
