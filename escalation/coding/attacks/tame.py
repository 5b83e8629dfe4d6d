"""Words of force that tell of none: of policy, of business, of games.

"Strike a deal", "fight corruption", "a blackout strikes", "Peru beat Chile".
"""

import re
from collections.abc import Container
from functools import lru_cache

from spacy.tokens import Span, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence_words import words
from escalation.coding.sentence.clause import PARTS, agents, patients, prepositional
from escalation.coding.sentence.complement import complement
from escalation.coding.sentence.once import vocabulary
from escalation.coding.sentence.phrases import word_set

_PLAGUES = word_set(
    "blackout outage shortage crisis recession swarm locust scandal controversy protest shutdown"
    " inflation unrest wave default news loss tragedy"
)
_HARMLESS = frozenset({"gas", "teargas", "cannon", "warning"})
_HURT = word_set("die kill wound injure hurt dead death casualty")
_VEHICLES = word_set(
    "bus minibus van truck lorry car train tanker motorcycle trailer wagon coach rickshaw tractor"
)
_HEAVY = word_set("vehicle jeep ambulance boat tree boulder rock crane wall lift elevator")
_ARMS = word_set(
    "mine landmine ied ambush blast explosion"
    " bomb bomber suicide explosive attack attacker militant insurgent rebel terrorist gunman"
)
_TAME_OBJECTS = word_set(
    "deal agreement balance note tone blow record goal target height low high snag film video"
    " movie picture scene down back worker employee minister coach official cause right"
    " corruption poverty disease election battle fire inflation case charge photograph"
    " ash lava smoke steam"
    " fungus virus pest locust blaze flame wildfire drought cancer malaria hunger inequality"
    " pollution odds water oil gold addiction relegation appeal lawsuit extradition climate jam"
    " challenge spread outbreak epidemic cholera flu polio dengue"
    " plan proposal bill motion idea militancy terrorism extremism crime radicalism drug pandemic"
)
_ARMED = frozenset({"MIL", "REB", "COP"})
_OF_WAR = word_set(
    "military militant terrorist terror insurgent rebel army naval ground air nuclear strategic"
    " civilian energy infrastructure enemy militia missile hostile"
)
_SET_GOALS = frozenset({"IMF", "EU", "UN", "OPEC", "NATO", "FATF", "Paris"})  # "IMF targets"
_GROUND = ("in", "inside", "across", "near", "around", "within", "throughout", "along")
_NO_MEN = word_set(
    "threat danger need risk tariff subsidy tax barrier discrimination violence sanctuary"
    " aid assistance funding help budget post job stockpile programme program weapon virus malaria"
    " deficit debt waste duty fee visa rule"
)
_SPORT = word_set(
    "cricket football soccer championship innings wicket olympic olympics semi-final semifinal"
    " quarterfinal batsman bowler trophy test-match rugby hockey tennis marathon chess midfielder"
    " goalkeeper playoff hat-trick fifa uefa basketball volleyball badminton boxing grandmaster"
    " squash golf snooker wimbledon umpire referee jockey touchdown quarterback inning"
    " equaliser equalizer goalless nba nfl ipl psl mlb nhl ufc bundesliga laliga supercup"
    " five-set straight-sets midfield bowling wrestling athletics swimmer sprinter gymnast"
)
# Words of games and of much else ("Arab League", "bomb squad", "the goal of the talks"): two tell.
_PLAYED = word_set(
    "match tournament medal league goal final squad coach stadium striker keeper champion title"
    " beat win lose score draw play defeat team cup fan crown halftime penalty qualifier"
)
_SCORED = word_set("century goal six ball penalty hundred half-century fifty boundary shot")
_STAFF = word_set("worker employee minister coach official")
_LABOUR = word_set(
    "worker teacher doctor nurse driver trucker trader employee staff union lawyer student miner"
    " shopkeeper farmer physician docker baker servant postman railwayman pharmacist lecturer"
)
_DECIDED = word_set("beat win lose draw defeat rout thrash hammer trounce outclass whitewash")
_OF_GAMES = _SPORT | _PLAYED | _DECIDED
_SCORE = re.compile(r"(?<![\d/])\d{1,2}[-–]\d{1,2}(?![\d/%-]|[ -](?:hour|day|year|month|vote))")
_ATTACKS = word_set("bombing bomber bomb attack attacker blast shooting massacre")
_PEACEFUL = word_set(
    "rescue relief aid humanitarian evacuation salvage recovery mining business drilling cleanup"
    " maintenance peacekeeping surgical heart medical bank banking"
)
_CAPTIVES = word_set("hostage captive")
_BLOWS = word_set("strike airstrike rocket missile shell shelling raid artillery drone fire")
_KEPT = word_set("seize confiscate impound store stockpile recover keep")
_KEPT_AS = frozenset({"seized", "confiscated", "impounded", "stored", "stockpiled", "recovered"})
_STORES = word_set("explosive ammunition munition ordnance arms weapon bomb grenade shell")
_PILES = word_set("cache stockpile stock pile haul consignment stash store load batch quantity")
_COLLIDES = frozenset({"hit", "strike", "ram", "crash"})
_FALLS = word_set("fall roll tumble slip plummet flip")
MISHAPS = _COLLIDES | _FALLS | _STORES
"""Base forms without which nothing collides, falls or goes off where it was kept."""


def is_plague(verb: Token) -> bool:
    """ "A blackout strikes the city": what befalls people is nobody's deed."""
    return verb.lemma_.lower() in ("hit", "strike") and any(
        c.dep_ == "nsubj" and c.lemma_.lower() in _PLAGUES for c in verb.children
    )


def is_test(verb: Token) -> bool:
    """ "Test-fires a missile", "fires a missile in a test": at nobody."""
    if verb.lemma_.lower() not in ("fire", "launch", "detonate", "explode"):
        return False
    if any(t.lemma_.lower() in ("sea", "ocean") for t in prepositional(verb, "into")):
        return True  # "fires a missile into the sea"
    hyphened = verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ == "test"
    return hyphened or any(
        c.lemma_.lower() == "test" and c.dep_ in ("npadvmod", "pobj", "dobj", "advmod")
        for c in (*verb.children, *prepositional(verb, "in", "during", "as"))
    )


_BARBS = word_set(
    "accusation allegation blame barb charge insult threat warning recrimination word"
)


def is_harmless(verb: Token, inside: Container[str]) -> bool:
    """Tear gas, or shots in the air, until somebody dies of it; ``inside`` are what it takes.

    Nor do those who "trade blame over border fire" fire at one another.
    """
    if verb.lemma_.lower() in ("trade", "exchange", "swap"):
        return any(c.dep_ == "dobj" and c.lemma_.lower() in _BARBS for c in verb.children)
    fired = verb.lemma_.lower() == "fire" and any(word in inside for word in _HARMLESS)
    return fired and not any(t.lemma_.lower() in _HURT for t in verb.sent)


def is_peaceful(operation: Token) -> bool:
    """ "A rescue operation", "a heart operation": none of an army against anybody."""
    aims = (c for c in operation.head.children if c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB")
    helps = (c for c in aims if c.lemma_.lower() in _PEACEFUL and operation.dep_ == "dobj")
    if any(t.lemma_.lower() not in _CAPTIVES for aim in helps for t in patients(aim)):
        return True  # "began an operation to rescue sailors"
    return any(c.lemma_.lower() in _PEACEFUL for c in operation.children)


def collides(verb: Token) -> bool:
    """ "A lorry rams a van on the coast road": no attack on it."""
    if verb.lemma_.lower() not in _COLLIDES:
        return False
    ends = [t.lemma_.lower() for t in (*patients(verb), *prepositional(verb, "into", "with"))]
    doers = [c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"]
    if _VEHICLES.isdisjoint(doers) or _VEHICLES.isdisjoint(ends):
        return False
    return _ARMS.isdisjoint(t.lemma_.lower() for t in verb.sent)


def falls(verb: Token) -> bool:
    """ "A van falls into a canal", "a tree fell on them": no attack."""
    if verb.lemma_.lower() not in _FALLS:
        return False
    doers = {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"}
    fallen = not doers.isdisjoint(_VEHICLES | _HEAVY)
    return fallen and _ARMS.isdisjoint(t.lemma_.lower() for t in verb.sent)


def is_tame(token: Token) -> bool:
    """ "Strike a deal", "fire a minister", "fight corruption": verbs of force with tame objects."""
    lemma = token.lemma_.lower()
    objects = {c.lemma_.lower() for c in token.children if c.dep_ in ("dobj", "prt", "nsubjpass")}
    if lemma in ("gun", "fire") and not objects & {"down", "shot", "weapon", "gun", "bullet"}:
        return True
    if lemma in ("eliminate", "neutralize", "neutralise"):
        return bool(objects & (_TAME_OBJECTS | _NO_MEN))
    if lemma == "bomb" and "office" in complement(token) and "box" in complement(token):
        return True
    if lemma == "strike" and not objects and _stop_work(token):
        return True
    if lemma == "shoot" and objects == {"up"}:
        return True  # "prices shot up"
    if lemma == "hit" and _in_words(token):
        return True
    if lemma == "beat" and (_contest(token) or _is_to_win(token)):
        return True
    if lemma == "blast" and objects & _SCORED:
        return True
    if lemma in ("shoot", "beat") or (lemma != "fire" and objects & _STAFF and _by_arms(token)):
        objects -= _STAFF  # "shot a minister", whom another verb would sack
    if lemma in ("hit", "strike", "target", "fire", "fight", "shoot", "battle", "beat"):
        if objects & {"target"} and _is_aimed_at(token):
            objects -= {"target"}  # "struck targets in Exford", "struck rebel targets"
        return bool(objects & _TAME_OBJECTS)
    return False


def _is_aimed_at(verb: Token) -> bool:
    """Are the targets that are hit on some ground or of some side, and no figures to be reached?"""
    for target in (c for c in verb.children if c.lemma_.lower() == "target"):
        before = [c for c in target.lefts if c.dep_ in PARTS or c.dep_ == "poss"]
        if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in before):
            continue  # "hit its target in March"
        if any(c.text in _SET_GOALS for c in before):
            continue
        if any(c.text[:1].isupper() or role_of(c) in _ARMED for c in before):
            return True
        if any(c.lemma_.lower() in _OF_WAR for c in before):
            return True
        ground = [c for led in (verb, target) for c in prepositional(led, *_GROUND)]
        ground = [c for c in ground if c.ent_type_ != "DATE"]
        if not before and any(c.pos_ == "PROPN" or role_of(c) == "SITE" for c in ground):
            return True
    return False


def _by_arms(verb: Token) -> bool:
    """ "A worker was hit by gunfire", "gunmen target an official": no prices that hit him."""
    doers = [c for c in verb.children if c.dep_ == "nsubj"] + prepositional(verb, "by", "in")
    return any(role_of(t) == "REB" or t.lemma_.lower() in words().means for t in doers)


def _stop_work(verb: Token) -> bool:
    """ "Teachers struck for a second day"."""
    doers = {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"}
    why = any(c.lower_ in ("for", "over", "against", "since", "in") for c in verb.children)
    return why and not doers.isdisjoint(_LABOUR)


def _contest(verb: Token) -> bool:
    """ "Peru beat Chile": names beat names in games; people are beaten up, or with sticks."""
    beaten = any(c.lower_ in ("up", "with", "to") and c.tag_ != "TO" for c in verb.children)
    sides = [c for c in verb.children if c.dep_ in ("nsubj", "dobj")]
    if len(sides) == 1 and sides[0].dep_ == "dobj":  # "fought back to beat Ahn"
        sides = [*agents(verb), *sides]
    named = [c.pos_ == "PROPN" for c in sides]
    return not beaten and len(named) > 1 and all(named)


def _is_to_win(verb: Token) -> bool:
    """ "Battled back from two sets down to beat Ahn": by whom, the parse does not see."""
    beaten = [c for c in verb.children if c.dep_ == "dobj"]
    infinitive = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)
    return infinitive and not agents(verb) and all(c.pos_ == "PROPN" for c in beaten)


@lru_cache(maxsize=4)  # asked of every voice that reads a sentence
def is_sport(sentence: Span) -> bool:
    """Do the words tell of a game?"""
    if _OF_GAMES.isdisjoint(vocabulary(sentence)):
        return False
    lemmas = {t.lemma_.lower() for t in sentence if not _of_an_attack(t)}
    played = {t.lemma_.lower() for t in sentence if t.pos_ in ("NOUN", "VERB")} & _PLAYED
    decided = not _DECIDED.isdisjoint(lemmas)
    if decided and "vote" not in lemmas and _SCORE.search(sentence.text):
        return True
    if lemmas & _SPORT or len(played) > 1:
        return True
    return any(t.lemma_ == "beat" and t.pos_ == "VERB" and _contest(t) for t in sentence)


def _in_words(verb: Token) -> bool:
    """ "Hit back at Rome over the remarks", by no arms."""
    back = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] in (["back", "at"], ["out", "at"])
    told = {t.lemma_.lower() for t in verb.subtree}
    return back and told.isdisjoint(_ARMS | _ATTACKS | _HURT | _BLOWS)


def _of_an_attack(token: Token) -> bool:
    """ "The marathon bombing"."""
    return token.dep_ == "compound" and token.head.lemma_.lower() in _ATTACKS


def was_kept(token: Token) -> bool:
    """ "Seized explosives blow up in a police station": nobody set them off."""
    if token.lemma_.lower() not in _STORES:
        return False
    verbs = [token.head] if token.dep_ == "nsubj" else []
    if token.dep_ == "pobj" and token.head.head.lemma_ in _PILES:  # "a cache of seized explosives"
        verbs.append(token.head.head.head)
    verbs += [c for c in token.children if c.dep_ == "acl"]
    bursts = any(verb.lemma_ in ("explode", "detonate", "blow", "go") for verb in verbs)
    burst = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    bursts = bursts or burst.lemma_ in ("detonation", "explosion", "blast")
    said = [c for c in token.children if c.dep_ in ("amod", "acl", "relcl", "compound")]
    kept = any(c.lemma_.lower() in _KEPT or c.lower_ in _KEPT_AS for c in said)
    return bursts and kept
