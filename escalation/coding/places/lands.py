"""Of which land the sides of an act are, and on whom it falls, where its sentence does not say."""

from dataclasses import replace

from spacy.tokens import Span

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who, localized
from escalation.coding.attacks.assassination import is_assassination
from escalation.coding.attacks.capture import AGAIN
from escalation.coding.attacks.one_happening import LOOSE
from escalation.coding.dealings.addressee import to_his_own
from escalation.coding.places.countries import iso3_of
from escalation.coding.places.grieved import grieved
from escalation.coding.places.mention import Mention
from escalation.coding.places.news_names import facing
from escalation.coding.places.own_land import FIGHT_ABROAD, FROM_AFAR
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.force import kind_by_hands
from escalation.coding.story.act import Act

_MANY_STATES = frozenset({"countries", "nations", "states", "governments", "powers"})
_BINDS = ("agree.ceasefire", "agree.deal", "concede.release", "coerce.arrest", "coerce.execution")
_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_HOME_GROWN = word_set(
    "separatist separatists insurgent insurgents rebel rebels guerrilla guerrillas guerilla"
    " guerillas secessionist secessionists insurgency rebellion"
)
_MILITANTS = frozenset({"militant", "militants"})
_FROM_AFAR = frozenset({"USA", "GBR", "FRA", "DEU", "AUS", "ISR"})
_FROM_ELSEWHERE = word_set("foreign unknown unidentified")
_CITIZENS = frozenset({"JUD", "LEG", "OPP", "PTY", "CVL", "LAB", "BUS", "REL", "EDU", "MED"})


_OFFENSIVES = word_set("offensive campaign operation")
_HIT = word_set(
    "kill wound injure hurt die dead death casualty toll victim fatality martyr body civilian"
    " clinic home house building"
)
_TO_THE_STATE = ("threat", "demand", "agree.ceasefire", "agree.offer", "reject.proposal")


def settle(
    act: Act, sentence: Span, place: Mention | None, country: str | None, cast: Cast
) -> None:
    """Give the sides of an act their lands, and to violence the kind that it has by its hands."""
    if act.is_violent:
        country = (grieved(act, cast) if place is None else None) or country
        act.initiator = localized(act.initiator, country)
        if place is not None or not _of_the_hitter(act, country):
            own = grieved(act, cast) if _on_its_own(act, country) else None
            act.target = localized(act.target, own or country)
    else:
        _localize(act, cast.home(sentence), country, cast)
    marchers = act.initiator if act.kind.startswith("protest") else None
    if marchers is not None and act.target is not None and act.target.code == marchers.code:
        act.target = None  # "women march against the closure of schools"
    _aim(act, place, country, cast)
    fired = act.kind in ("attack.shooting", "attack.shelling")
    if (fired or act.kind.startswith("force")) and act.initiator is None and place is not None:
        act.initiator = cast.across(sentence, iso3_of(place.country or ""), fired=fired)
    if act.is_violent:
        act.initiator = cast.there(act.initiator, country or _own_land(act.target))
        act.target = cast.there(act.target, country or _own_land(act.initiator))
        if act.target is not None and place is not None and cast.is_capital(act.target):
            act.target = _of_the_town(act.target, act.initiator)
        act.kind = kind_by_hands(act)
        if is_assassination(act):
            act.kind = "attack.assassination"
    elif (land := _where_it_binds(act, sentence, place, cast)) is not None:
        act.initiator, act.target = cast.there(act.initiator, land), cast.there(act.target, land)


def _where_it_binds(act: Act, sentence: Span, place: Mention | None, cast: Cast) -> str | None:
    """Where a truce, an arrest or a release holds, whose rebels are those of that land."""
    if not act.kind.startswith(_BINDS):
        return None
    if place is not None and place.country:
        return iso3_of(place.country)
    land = cast.only_country(sentence)
    states = (w for w in (act.initiator, act.target) if w is not None and w.country == land)
    return land if any(w.sector in (None, *_STATE) for w in states) else None


def rebels_at_home(act: Act, country: str | None) -> None:
    """Give rebels without a name the land that they rise in, by their word or by who fights them.

    "Separatists" and "insurgents" fight the state that they are of, and so do militants on its
    ground, and whoever is hit there, arrested or hanged as one; gunmen and bombers who attack may
    be anybody's, unless that state's own forces are who fight them.
    """
    if act.kind.startswith((*_BINDS, "agree", "talks")):
        sides = (w for w in (act.initiator, act.target) if w is not None)
        state = next((w.country for w in sides if w.sector in (None, *_STATE)), None)
        abroad = state in FIGHT_ABROAD and not act.kind.startswith("coerce")
        country = country if abroad else state
    by = act.initiator
    at_war = by is not None and by.country == country and by.sector in (None, "MIL")
    if country is None or country in NO_COUNTRIES or (at_war and country in _FROM_AFAR):
        return  # an army that fights far from home
    deal = act.kind.startswith(("agree", "talks"))
    militants = deal or (by is not None and not _MILITANTS.isdisjoint(by.name.lower().split()))
    by = act.initiator = _at_war_with_it(by, country, all_of_them=militants)
    own = by is not None and by.country == country and by.sector in _STATE
    # a neighbour's jets may hit its own rebels who fled there; those from afar hit the land's
    next_door = by is not None and frozenset((by.country, country)) in facing()
    next_door = next_door and by is not None and by.country not in _FROM_AFAR
    hit = not act.kind.startswith("attack") and (by is None or by.sector != "REB") and not next_door
    act.target = _at_war_with_it(act.target, country, all_of_them=own or hit)


def _at_war_with_it(who: Who | None, country: str, *, all_of_them: bool = False) -> Who | None:
    if who is None or who.code != "UNK.REB":
        return who
    words = frozenset(who.name.lower().split())
    risen = (all_of_them or not _HOME_GROWN.isdisjoint(words)) and _FROM_ELSEWHERE.isdisjoint(words)
    return replace(who, code=f"{country}.REB") if risen else who


def _on_its_own(act: Act, country: str | None) -> bool:
    """Would soldiers of no land that is told, hit by a state's forces, be its own by the place?"""
    by, hurt = act.initiator, act.target
    return by is not None and by.country == country and hurt is not None and hurt.is_force


def _of_the_hitter(act: Act, country: str | None) -> bool:
    """ "A Roman drone hit a bus": of which land its people are, Rome's name does not tell."""
    by, hurt = act.initiator, act.target
    if by is None or by.country != country or hurt is None or hurt.sector != "CVL":
        return False
    abroad = by.sector == "MIL" and country in FIGHT_ABROAD and act.kind.startswith("force")
    return abroad or act.kind in FROM_AFAR


def _localize(act: Act, home: str | None, country: str | None, cast: Cast) -> None:
    """Give the sides of an act of word the country they are of, where their phrases name none."""
    met = None if act.kind.startswith("talks") else country  # often on others' ground
    home = home or met
    if not cast.is_foreign(act.initiator, act.target, act.kind):
        own = home if cast.is_local(act.initiator) else met
        own = cast.own_land(act.initiator, act.target, act.kind, own)
        act.initiator = localized(act.initiator, own)
    act.target = localized(act.target, _of_critics(act))
    if act.kind == "coerce.deportation" and act.target is not None and act.initiator is not None:
        other = cast.neighbour(act.initiator)  # whom a state sends away are seldom its own
        act.target = localized(act.target, other.country if other is not None else None)
        return
    if act.kind == "aid.economic" and act.target is not None and act.target.role == "SITE":
        act.target = cast.state(act.target)  # "lends 90 million for a dam in Exford"
    if act.target is not None and cast.doc[act.target.head].lower_ in _MANY_STATES:
        return
    act.target = localized(act.target, home if cast.is_local(act.target) else met)
    act.initiator = localized(act.initiator, _by_whom_it_meets(act, cast))
    act.initiator = localized(act.initiator, _land_of_rebels(act.initiator, act.target))
    act.target = localized(act.target, _land_of_rebels(act.target, act.initiator))


def _by_whom_it_meets(act: Act, cast: Cast) -> str | None:
    """ "Rome cheers as the premier visits Oslo": of the other land; soldiers have own courts."""
    doer, other = act.initiator, act.target
    if doer is None or other is None or doer.country != "UNK":
        return None
    if doer.sector == "JUD" and other.sector == "MIL":
        return other.country
    visits = act.kind == "talks.visit" and doer.sector == "GOV" and cast.is_local(doer)
    host = cast.neighbour(other) if visits else None
    return host.country if host is not None else None


def _of_critics(act: Act) -> str | None:
    """ "The party criticised the army over its policy towards Exland": the army of its own land."""
    critic, other = act.initiator, act.target
    if critic is None or other is None or other.sector not in _STATE:
        return None
    at_home = critic.sector in _CITIZENS and critic.country not in NO_COUNTRIES
    return critic.country if at_home and act.kind.startswith(("accuse", "demand")) else None


def _land_of_rebels(state: Who | None, other: Who | None) -> str | None:
    """ "The government and the FARC": the government of their own country."""
    if state is None or state.code not in ("UNK.GOV", "UNK.MIL") or other is None:
        return None
    return (
        other.country
        if other.sector in ("REB", "OPP", "PTY") and other.country not in ("UNK", "IMG")
        else None
    )


def _aim(act: Act, place: Mention | None, country: str | None, cast: Cast) -> None:
    """Give an act that names nobody the target that goes without saying."""
    if act.target is None and act.initiator is not None:
        act.target = _at_home(act, act.initiator, cast)
    if act.target is None and act.initiator is not None and act.kind.startswith("aid"):
        lands = {land for t in act.anchor.sent if (land := cast.land(t))} - {act.initiator.country}
        act.target = cast.people_of(lands.pop(), act.anchor) if len(lands) == 1 else None
    if act.kind == "force.clash":  # with whom, a place does not tell
        if act.target and act.target.role == "SITE" and act.target.sector == "CVL":
            act.target = None
    elif act.target is None and act.is_violent and place and country and not _for_ground(act):
        if act.kind == "force.capture":
            act.target = cast.holder_of(country, act.initiator, act.anchor)
        else:
            people = cast.people_of(country, act.anchor)
            act.target = replace(people, code=country) if _on_a_land(act, country) else people


def _on_a_land(act: Act, country: str) -> bool:
    """Does another state fire on a land, and nobody is said to be hit: "strikes in Kunar"?"""
    by = act.initiator
    if by is None or by.country in NO_COUNTRIES or by.country == country:
        return False
    if by.sector not in (None, "GOV", "MIL") or not act.kind.startswith("force"):
        return False
    return not any(t.lemma_.lower() in _HIT or role_of(t) == "SITE" for t in act.anchor.sent)


def _for_ground(act: Act) -> bool:
    """ "Launches an offensive in a district", "starts to retake it": from whom is not told."""
    if act.kind not in LOOSE:
        return False
    retaken = any(t.lemma_.lower() in AGAIN for t in act.anchor.subtree)
    return retaken or any(t.lemma_.lower() in _OFFENSIVES for t in act.tokens)


def _at_home(act: Act, doer: Who, cast: Cast) -> Who | None:
    """What names nobody: restrictions fall on the people of a land, protests on its state."""
    if doer.country in NO_COUNTRIES:
        return None
    people = cast.people_of(doer.country, act.anchor)
    if act.kind == "coerce.restriction":
        return people
    if doer.sector == "REB" and act.is_violent:
        return cast.state(people) if _for_ground(act) else None
    if doer.sector == "REB":  # what rebels say to nobody is said to the state that they fight
        to_it = act.kind.startswith(_TO_THE_STATE) and not to_his_own(act.anchor)
        return cast.state(people) if to_it else None
    asks = act.kind.startswith("demand") and doer.sector in _CITIZENS
    return cast.state(people) if asks or act.kind.split(".")[0] == "protest" else None


def _own_land(who: Who | None) -> str | None:
    """Where soldiers and police act, if it is not told: in their own land."""
    return who.country if who is not None and who.is_force else None


def _of_the_town(target: Who, initiator: Who | None) -> Who:
    """ "Rebels attacked Kabul": the people there; what a state strikes is the other state."""
    known = initiator is not None and initiator.known
    if known and initiator is not None and initiator.sector not in ("REB", "CRM"):
        return target
    return replace(target, code=f"{target.country}.CVL")
