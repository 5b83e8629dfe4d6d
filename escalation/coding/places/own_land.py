"""The country of an act whose text names no place: where those who act, or are hit, are at home.

Police arrest in their own land, rebels ambush the soldiers of theirs, a president resigns at home.
Only the country follows, and the event says so as its reason. What may as well have been
abroad stays empty: words between states, strikes from the air, soldiers of lands that fight abroad.
"""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import OF_A_PLACE
from escalation.coding.places.borders import AT_BORDER
from escalation.coding.places.countries import find
from escalation.coding.places.gazetteer import countries
from escalation.coding.places.mention import Mention
from escalation.coding.sentence.clause import agents
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act

REASON = "no place is told; the country is that of those who acted or were hit"
_AT_HOME = (
    "coerce.arrest", "coerce.restriction", "coerce.seizure", "coerce.execution",
    "coerce.expulsion", "coerce.deportation", "concede.release", "concede.easing",
    "accuse.charge", "investigate", "mobilize", "retreat.resignation", "protest",
)  # fmt: skip
_HOSTS = ("talks.visit", "retreat.withdrawal")  # "visits Exland", "the last troops leave Exland"
_RECEIVES = word_set("welcome receive host greet")
_STATE = frozenset({None, "GOV", "MIL", "COP", "JUD", "LEG"})
_OFFICERS = frozenset({"MIL", "COP", "GOV", "JUD", "LEG"})
FROM_AFAR = ("force.airstrike", "force.drone", "force.shelling", "force.violation")
_RESIDES = re.compile(
    r"\b(?:civilians?|people|villagers?|residents?|child(?:ren)?|women|families|family"
    r"|persons?|journalists?)$",
    re.I,
)
_GUARDS = ("border guard", "border force", "border police", "frontier")
_DONE = frozenset({"happened", "claimed"})
_AT_SEA = frozenset(
    ["ship", "tanker", "vessel", "boat", "trawler", "freighter", "dhow", "aboard", "warship", "sea",
     "gulf", "ocean", "strait", "navy", "naval", "submarine", "frigate"]
)  # fmt: skip
# Lands whose soldiers fight on others' ground as often as on their own, or there alone.
FIGHT_ABROAD = word_set(
    "USA GBR FRA RUS TUR ISR SAU ARE IRN RWA UGA KEN AUS CAN DEU POL ITA ESP PRT NLD BEL DNK"
    " NOR SWE FIN ISL IRL LUX AUT CHE CZE SVK HUN SVN HRV ROU BGR GRC ALB MKD MNE EST LVA LTU"
    " GEO NZL FJI JPN"
)
# They stand on others' ground by what they are, or move about.
_AWAY = word_set("embassy consulate consular diplomat mission peacekeeper")
_MOVES = word_set(
    "vehicle car van truck convoy airliner plane tanker motorcycle boat"
    " ship pickup lorry suv jeep wagon coach motorcade cavalcade caravan ferry trawler home house"
    " position target camp"
)
_STANDS = word_set(
    "prison jail cell barracks court courtroom parliament airbase airfield refinery reactor"
    " cathedral synagogue monastery gurdwara imambargah clinic stadium cinema nightclub bar border"
)
_THERE = word_set("in at near inside outside on against around from within to")


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
    return _by_the_sides(act) or _by_the_ground(act)


def _by_the_sides(act: Act) -> str | None:
    doer, hit = act.initiator, act.target
    own, other = _land(doer), _land(hit)
    if act.kind in FROM_AFAR:  # falls on others, be it at home or far from it
        at_home = hit is not None and (_at_home(hit) or _falls_on_people(act))
        return other if at_home and own != other else None
    if own is not None and own == other:
        return own
    if act.status == "failed" and doer is None and hit is None:
        return _of_those_who_foil(act)
    if hit is not None and hit.is_force and None not in (own, other) and _over_a_border(act):
        return other
    if other not in (None, own) and _falls_on_people(act):
        return other
    if doer is None or doer.country == "UNK":
        return other if hit is not None and _at_home(hit) else None
    if own is None:
        return None
    if doer.sector == "COP" and not (hit is not None and hit.is_force):
        return own  # "Exland's police shoot a man of Wyland"
    if hit is None:
        return own if doer.is_force and _at_home(doer) else None
    if doer.sector != "REB" and not _at_home(doer):
        # "Exland troops shoot a man of Wyland": those who fight abroad are there
        group = hit.sector == "CVL" or hit.code.count(".") > 1
        return other if doer.is_force and group else None
    if other is None:  # on nobody that is told to be of another land
        fought = hit.sector == "COP" and not act.kind.startswith("attack")
        return own if doer.sector in _STATE or not fought else None
    abroad = hit.is_force and (other in FIGHT_ABROAD or hit.country == "IGO")
    if abroad or any(word in hit.name.lower() for word in _AWAY):  # "an Exland consular convoy"
        return own
    return other if doer.sector == "REB" and hit.sector in _OFFICERS else None


def _of_those_who_foil(act: Act) -> str | None:
    """ "Exland's police defuse a bomb": at home, as they are at work there."""
    verb = act.anchor if act.anchor.pos_ == "VERB" else act.anchor.head
    police = [t for t in agents(verb) if role_of(t) in ("COP", "MIL")]
    starts = {c.idx for noun in police for c in noun.lefts}
    found = {m.iso3 for m in find(act.anchor.doc) if m.start in starts}
    return found.pop() if len(found) == 1 and not found & FIGHT_ABROAD else None


def _falls_on_people(act: Act) -> bool:
    """ "Exland's strikes killed ten Wyland villagers": soldiers come to those who live there."""
    doer, hit = act.initiator, act.target
    if hit is None or hit.sector not in ("CVL", "MED") or not act.kind.startswith("force"):
        return False
    by_state = doer is None or doer.sector in (None, "GOV", "MIL")
    return by_state and (not hit.name or _RESIDES.search(hit.name) is not None)


def _over_a_border(act: Act) -> bool:
    """ "Exland's troops fired at a Wyland post across the border": who was hit was at home."""
    return AT_BORDER.search(act.anchor.sent.text) is not None and act.kind != "force.clash"


def _by_the_ground(act: Act) -> str | None:
    """ "A strike on an Exland port", "a bomb at an Exland mosque": whose it is, it stands there."""
    own = {act.anchor, *act.tokens}
    own |= {t.head for t in own if t.dep_ == "conj"}  # "stormed an Exland church and took ten"
    below = {t for word in own for t in _below(word)}
    sites = [t for t in below if t.dep_ in ("dobj", "nsubjpass")]
    sites += [t for t in below if t.dep_ == "pobj" and t.head.lower_ in _THERE]
    sites += [t for t in own if t.lemma_.lower() in OF_A_PLACE]
    starts = {c.idx for noun in sites if _stands(noun, act) for c in noun.lefts}
    starts -= {act.initiator.start} if act.initiator is not None else set()
    found = {m.iso3 for m in find(act.anchor.doc) if m.start in starts} if starts else set()
    return found.pop() if len(found) == 1 else None


def _below(word: Token) -> Iterator[Token]:
    """All that hangs on a word, without what other clauses tell."""
    for child in word.children:
        if child.dep_ not in ("relcl", "advcl", "ccomp", "conj"):
            yield child
            yield from _below(child)


def _stands(noun: Token, act: Act) -> bool:
    """Does a noun name what stands on its own land; of a state that strikes anything may be hit?"""
    lemma = noun.lemma_.lower()
    if lemma in _AWAY | _MOVES or any(t.lower_ in _AWAY for t in noun.subtree):
        return False
    role = role_of(noun)
    return (
        role == "SITE" or lemma in _STANDS | OF_A_PLACE or (role is None and act.kind in FROM_AFAR)
    )


def _at_home(who: Who) -> bool:
    """Are officers of a state in their own land: police always, most lands' soldiers?"""
    name = who.name.lower()
    if any(word in name for word in _AWAY):
        return False
    if who.sector == "COP" or any(guards in name for guards in _GUARDS):
        return True
    return who.sector in _OFFICERS | {None} and who.country not in FIGHT_ABROAD


def _deed(act: Act) -> str | None:
    doer = act.initiator
    if act.status not in _DONE:
        return None
    if act.kind.startswith(_HOSTS):
        host = act.target if act.target is not None and act.target.sector in (None, "GOV") else None
        if act.anchor.lemma_ in _RECEIVES:
            return _land(doer) if _land(host) != _land(doer) else None
        return _land(host) if _land(host) != _land(doer) else None
    if doer is None or not act.kind.startswith(_AT_HOME):
        return None
    if act.kind.startswith("protest"):
        if _land(doer) is None and act.target is not None and act.target.sector == "COP":
            return _land(act.target)  # "clashes between Exland's police and marchers"
        return _land(doer) if act.target is None or _land(act.target) == _land(doer) else None
    return _land(doer) if doer.sector in _STATE else None


def land_of_rebels(act: Act, sentence: Span, cast: Cast) -> str | None:
    """ "Rebels kill nine while talks go on in Oslo": at home, where no place is told of it."""
    by = act.initiator if act.is_violent else None
    if by is None or by.sector != "REB" or by.country in NO_COUNTRIES:
        return None
    lands = {n.country for n in map(cast.named, sentence) if n and n.how != "capital"}
    return by.country if lands - NO_COUNTRIES <= {by.country} else None


def sent_after(act: Act) -> bool:
    """ "Jets bombed rebels after an attack in Exford": soldiers strike where those are."""
    led = (c for t in act.tokens for c in t.children if c.lower_ in ("after", "following"))
    if any(c.dep_ == "pcomp" for prep in led for c in prep.children):
        return False  # "rebels are killed after storming Exford": there
    return act.kind in FROM_AFAR or act.kind == "force.operation"


def abroad(act: Act) -> bool:
    """ "Rome kills a leader of the Taliban": a land that strikes those of another is not there."""
    doer, hit = act.initiator, act.target
    if doer is None or hit is None or doer.sector in ("REB", "CRM"):
        return False
    return doer.known and "UNK" not in (doer.country, hit.country) and doer.country != hit.country
