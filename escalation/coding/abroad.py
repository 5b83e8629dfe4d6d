"""Whether those who strike are at home: a state's missiles fall on another's ground."""

from escalation.coding.act import Act
from escalation.coding.countries import iso3_of
from escalation.coding.places import Mention

_STRIKES = frozenset({"force.airstrike", "force.drone", "force.shelling", "force"})


def strikes_abroad(act: Act) -> bool:
    """ "Rome kills a leader of the Taliban": a land that strikes those of another is not there."""
    doer, hit = act.initiator, act.target
    if doer is None or hit is None or doer.sector in ("REB", "CRM"):
        return False
    return doer.known and "UNK" not in (doer.country, hit.country) and doer.country != hit.country


def is_own_land(mention: Mention, act: Act) -> bool:
    """ "Rome fired 40 drones": Rome's own land is not where they fell."""
    doer = act.initiator
    if act.kind not in _STRIKES or doer is None or doer.sector not in (None, "GOV", "MIL"):
        return False
    land = iso3_of(mention.country) if mention.country else ""
    return mention.precision == "country" and doer.known and land == doer.country


def is_land_of(mention: Mention, place: Mention) -> bool:
    """Is a mention the country that a place is in?"""
    return mention.precision == "country" and mention.country == place.country
