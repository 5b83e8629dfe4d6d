"""The country of an act whose text names no place: where those who act, or are hit, are at home.

Police arrest in their own land, rebels ambush the soldiers of theirs, a president resigns at home.
Only the country follows, and the event says so as its reason. What may as well have been
abroad stays empty: words between states, strikes from the air, soldiers of lands that fight abroad.
"""

from functools import cache

from spacy.tokens import Span

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.places.countries import find
from escalation.coding.places.gazetteer import countries
from escalation.coding.places.mention import Mention
from escalation.coding.story.act import Act

REASON = "no place is told; the country is that of those who acted or were hit"
_AT_HOME = (
    "coerce.arrest", "coerce.restriction", "coerce.seizure", "coerce.execution",
    "coerce.expulsion", "coerce.deportation", "concede.release", "concede.easing",
    "accuse.charge", "investigate", "mobilize", "retreat.resignation", "protest",
)  # fmt: skip
_HOSTS = ("talks.visit", "retreat.withdrawal")  # "visits Exland", "the last troops leave Exland"
_STATE = frozenset({None, "GOV", "MIL", "COP", "JUD", "LEG"})
_OFFICERS = frozenset({"MIL", "COP", "GOV", "JUD", "LEG"})
FROM_AFAR = ("force.airstrike", "force.drone", "force.shelling", "force.violation")
_AGAINST = frozenset({"on", "against", "at"})
_SITES = frozenset({None, "SITE"})
_DONE = frozenset({"happened", "claimed"})
_AT_SEA = frozenset(
    ["ship", "tanker", "vessel", "boat", "trawler", "freighter", "dhow", "aboard", "warship", "sea",
     "gulf", "ocean", "strait", "navy", "naval", "submarine", "frigate"]
)  # fmt: skip
# Lands whose soldiers fight on others' ground as often as on their own.
_FIGHT_ABROAD = frozenset(
    ["USA", "GBR", "FRA", "RUS", "TUR", "ISR", "SAU", "ARE", "IRN", "RWA", "UGA", "KEN", "AUS",
     "CAN", "DEU", "POL"]
)  # fmt: skip


def own_land(act: Act) -> Mention | None:
    """The country that an act without a place was in, by who acted and on whom; None if open."""
    force = act.is_violent or act.kind == "coerce.seizure"
    if force and any(t.lemma_.lower() in _AT_SEA for t in act.anchor.sent):
        return None
    land = _violence(act) if act.is_violent else _deed(act)
    if land is None or (record := _record(land)) is None:
        return None
    start, end = act.anchor.idx, act.anchor.idx + len(act.anchor)
    name, country = record
    return Mention(start, end, name, country, None, None, None, None, "country", REASON)


@cache
def _record(land: str) -> tuple[str, str] | None:
    found = (r for r in countries().values() if r.iso3 == land)
    return next(((r.names[0], r.iso2) for r in found), None)


def _land(who: Who | None) -> str | None:
    return who.country if who is not None and who.country not in NO_COUNTRIES else None


def _violence(act: Act) -> str | None:
    doer, hit = act.initiator, act.target
    own, other = _land(doer), _land(hit)
    if act.kind in FROM_AFAR:  # falls on others, be it at home or far from it
        if own is None:
            return None
        if hit is not None and _at_home(hit) and own != other:
            return other
        return _land_struck(act, own)
    if own is not None and own == other:
        return own
    if doer is None or doer.country == "UNK":
        return other if hit is not None and _at_home(hit) else None
    if own is None:
        return None
    if hit is None:
        return own if doer.is_force and _at_home(doer) else None
    if doer.sector != "REB" and not _at_home(doer):
        # "Exland troops shoot a man of Wyland": those who fight abroad are there
        group = hit.sector == "CVL" or hit.code.count(".") > 1
        return other if doer.is_force and group else None
    if other is None:  # on nobody that is told to be of another land
        fought = hit.sector == "COP" and not act.kind.startswith("attack")
        return own if doer.sector in _STATE or not fought else None
    abroad = hit.is_force and (other in _FIGHT_ABROAD or hit.country == "IGO")
    if abroad:
        return own
    return other if doer.sector == "REB" and hit.sector in _OFFICERS else None


def _land_struck(act: Act, own: str) -> str | None:
    """ "A strike on an Exland port": whose it is that was struck."""
    near = [c for t in act.tokens for c in t.children]
    struck = [c for c in near if c.dep_ == "dobj"]
    struck += [c for p in near if p.lower_ in _AGAINST for c in p.children if c.dep_ == "pobj"]
    starts = {c.idx for noun in struck if role_of(noun) in _SITES for c in noun.lefts}
    found = {m.iso3 for m in find(act.anchor.doc) if m.start in starts} - {own}
    return found.pop() if len(found) == 1 else None


def _at_home(who: Who) -> bool:
    """Are officers of a state in their own land: police always, most lands' soldiers?"""
    return who.sector == "COP" or (
        who.sector in _OFFICERS | {None} and who.country not in _FIGHT_ABROAD
    )


def _deed(act: Act) -> str | None:
    doer = act.initiator
    if act.status not in _DONE:
        return None
    if act.kind.startswith(_HOSTS):
        host = act.target if act.target is not None and act.target.sector in (None, "GOV") else None
        return _land(host) if _land(host) != _land(doer) else None
    if doer is None or not act.kind.startswith(_AT_HOME):
        return None
    if act.kind.startswith("protest"):
        return _land(doer) if act.target is None or _land(act.target) == _land(doer) else None
    return _land(doer) if doer.sector in _STATE else None


def land_of_rebels(act: Act, sentence: Span, cast: Cast) -> str | None:
    """ "Rebels kill nine while talks go on in Oslo": at home, where no place is told of it."""
    by = act.initiator if act.is_violent else None
    if by is None or by.sector != "REB" or by.country in NO_COUNTRIES:
        return None
    lands = {n.country for n in map(cast.named, sentence) if n and n.how != "capital"}
    return by.country if lands - NO_COUNTRIES <= {by.country} else None
