"""An actor as a text names it: its code, its words, where they stand."""

from dataclasses import dataclass, replace

from escalation.coding.actors.named import Named
from escalation.coding.sentence.phrases import word_set

# Sectors that belong to a country even where the phrase does not name it.
_LOCAL = word_set("GOV MIL COP SPY JUD LEG OPP PTY CVL MED BUS LAB EDU ELI REF REL CRM")
POLITICAL = frozenset({"GOV", "MIL", "COP", "REB", "LEG", "JUD", "OPP", "PTY", "SPY", "ELI"})
"""Sectors that hold power, or fight for it."""
OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
"""Sectors that rule a state and bear its arms."""
_FROM_ABROAD = word_set(
    "foreign foreigner foreigners western westerner westerners european expatriate"
)
_REGIONS = word_set("european western gulf arab african asian latin scandinavian baltic nordic")
_MISSIONS = word_set("embassy embassies consulate consulates diplomat diplomats ambassador")
# Lands that have no army of their own: bare "soldiers" there are those of who holds them.
_HELD_BY = {"PSE": "ISR"}


@dataclass(frozen=True, slots=True)
class Who:
    """An actor in a text: code, the words, where they stand, and the head's token index."""

    code: str
    name: str
    start: int
    end: int
    head: int
    role: str | None = None

    @property
    def country(self) -> str:
        """First part of the code: ISO alpha-3, or IGO, NGO, IMG, UNK."""
        return self.code.split(".")[0]

    @property
    def sector(self) -> str | None:
        """Second part of the code, if any."""
        parts = self.code.split(".")
        return parts[1] if len(parts) > 1 else None

    @property
    def is_force(self) -> bool:
        """Army or police: whoever bears arms for a state."""
        return self.sector in ("MIL", "COP")

    @property
    def is_armed(self) -> bool:
        """A state's forces, or rebels."""
        return self.is_force or self.sector == "REB"

    @property
    def is_outlaw(self) -> bool:
        """Rebels or a gang: whoever bears arms for no state."""
        return self.sector in ("REB", "CRM")

    @property
    def known(self) -> bool:
        """Is there more to it than "somebody"?"""
        return self.code != "UNK"


def localized(who: Who | None, country: str | None) -> Who | None:
    """An actor whose phrase names no country, given that of the place of the event."""
    if who is None or country is None or who.country != "UNK":
        return who
    words = set(who.name.lower().split())
    abroad = who.sector in ("MIL", "CVL", "MED", "NGO") and words & _FROM_ABROAD
    if abroad or (who.sector == "GOV" and words & _MISSIONS):
        return who  # "foreign troops", "an embassy" are of another land, which is not told
    if who.sector in ("GOV", "MIL") and words & _REGIONS:
        return who
    if who.sector == "MIL":
        country = _HELD_BY.get(country, country)
    return replace(who, code=f"{country}.{who.sector}") if who.sector in _LOCAL else who


def combined(name: Named | None, sector: str) -> str:
    """Code of a sector beside a name: a country's, or the group's own."""
    if name is not None and name.code.endswith(".ELI") and sector in ("MIL", "REB"):
        return f"{name.country}.REB"  # "forces loyal to the former president"
    if name is None:
        return f"UNK.{sector}"
    country, *rest = name.code.split(".")
    if name.is_country or not rest:
        if country in ("IGO", "NGO", "IMG"):
            return name.code if sector in ("GOV", "REB", country) else f"{country}.{sector}"
        return f"{country}.{'GOV' if sector == 'IGO' else sector}"  # "Exland's mediators"
    if rest[0] == "GOV" and sector in ("MIL", "COP", "SPY", "JUD"):
        return f"{country}.{sector}"
    if rest[0] == "GOV" and sector == "OPP":  # "opponents of the president", or his supporters
        return f"{country}.OPP"
    if rest[0] == "GOV" and sector == "REB":  # the fighters of a group that governs
        return f"{country}.MIL"
    return name.code


def of_one_side(one: Who, other: Who) -> bool:
    """Are two of one land, and not one of them its rebels?"""
    return one.country == other.country and (one.sector == "REB") == (other.sector == "REB")


def how_of(who: Who) -> str:
    """How an actor is named, as of a :class:`Named`: a state as one, or somebody else."""
    return "name" if who.sector in (None, "GOV") and who.role is None else "actor"
