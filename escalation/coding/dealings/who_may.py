"""Who may be the one who does an act of word or deed: a river threatens nobody."""

from escalation.coding.actors.who import POLITICAL, Who

_PEOPLE = frozenset(
    {"protest", "demand", "accuse", "reject", "threat", "coerce", "aid", "investigate"}
)
_OF_STATES = ("coerce.expulsion", "coerce.deportation", "coerce.arrest", "coerce.restriction")
_OF_NO_STATE = frozenset({"CVL", "REF", "MED", "EDU", "LAB", "BUS"})


def may(who: Who, kind: str) -> bool:
    """May somebody of this sector be the one who does such a thing?"""
    sector = who.sector
    if sector in _OF_NO_STATE and kind.startswith(_OF_STATES):
        return False
    if sector == "BUS" and kind.startswith("sanction"):
        return False  # an airline that stops flying
    if who.role == "SITE" and kind.split(".")[0] in ("aid", "threat", "demand", "accuse"):
        return False  # a river that threatens a town
    if sector is None:
        return who.known
    if sector in POLITICAL or sector == "IGO" or who.country in ("IGO", "NGO", "IMG"):
        return kind.split(".")[0] != "protest" or sector not in ("GOV", "MIL", "COP")
    return kind.split(".")[0] in _PEOPLE or sector in ("NGO", "LAB", "MED", "EDU", "BUS", "REL")
