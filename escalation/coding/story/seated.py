""" "In Oslo, a spokesman for the ministry rejected the charge": Norway's, and no charge of Oslo's.

Newspapers tell by its town of which land a bare official is. The town stands first, and it is where
the words were said: neither a side of theirs nor their place.
"""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import localized
from escalation.coding.story.act import Act
from escalation.ontology import ontology

_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP"})
_SPOKEN = frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST", "AGREE", "SUPPORT", "SANCTION"})


def at_their_seat(act: Act, cast: Cast) -> None:
    """Give a bare official the land of the town that his sentence begins with."""
    who = act.initiator
    if act.is_violent or who is None or ontology()[act.kind].plover not in _SPOKEN:
        return
    town = _seat(act.anchor)
    if town is None or (land := _land(town, cast)) is None:
        return
    if who.country == "UNK" and who.sector in _OFFICIAL and who.head > town.i:
        act.initiator = localized(who, land)
    if act.target is not None and town.left_edge.i <= act.target.head <= town.right_edge.i:
        act.target = None


def _seat(verb: Token) -> Token | None:
    """The town of "In Oslo, ..." at the head of a sentence, where the sentence is of the verb."""
    first = verb.sent[0]
    if first.lower_ not in ("in", "at") or first.dep_ != "prep":
        return None
    above = first.head
    if above.i != verb.i and not above.is_ancestor(verb):
        return None
    return next((c for c in first.children if c.dep_ == "pobj"), None)


def _land(town: Token, cast: Cast) -> str | None:
    """The land of a town or a capital by name."""
    name = cast.named(town)
    if name is not None and name.how == "capital":
        return name.country
    return cast.place_of(town)
