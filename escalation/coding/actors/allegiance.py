"""Whose armed men are: "a government-backed militia" is of the state, "resistance forces" are not.

Sailors are of a navy only where one is told of; those of a fishing boat are civilians.
"""

from spacy.tokens import Token

from escalation.coding.actors.roles import is_of_people, role_of
from escalation.coding.sentence.clause import PARTS, agents, governors, patients, prepositional
from escalation.coding.sentence.phrases import word_set

_THE_STATE = word_set("government state army military regime authorities")
_FOR_IT = word_set(
    "back affiliate ally align fund arm pay run support sponsor train finance linked link"
)
_ITS_OWN = word_set("backed affiliated allied aligned funded armed paid run supported sponsored")
_AGAINST = word_set("resistance rebel insurgent opposition guerrilla jihadist militant separatist")
_BODIES = word_set("force troop army fighter militia unit")
_COMRADES = word_set("colleague comrade")
_UNIFORMED = word_set(
    "soldier policeman officer constable guard trooper guardsman policemen soldiers paramilitary"
    " recruit cadet commando ranger fighter militant insurgent"
)
_GATHERED = word_set(
    "council jirga assembly alliance delegation body coalition association union panel federation"
    " committee network grouping"
)
_MET = word_set("gathering meeting convoy column batch cluster concentration hideout nest")
_GUISES = word_set(
    "clothes clothe clothing mask balaclava uniform fatigue fatigues camouflage disguise gear"
    " motorcycle motorbike bike scooter plainclothes hood veil burqa helmet gun rifle weapon"
    " firearm kalashnikov"
)
OFFSHOOTS = word_set("splinter offshoot breakaway affiliate")
"""What a group is called that broke from another, or stands by it."""
_OUTFITS = word_set("group outfit faction cell wing offshoot affiliate network band squad unit")
_NOT_KNOWN = word_set("unknown unidentified unnamed")
_ANYBODY = word_set("man men attacker assailant perpetrator kidnapper abductor")
_GUNMEN = word_set("gunman gunmen group outfit sniper bomber")
_SEAMEN = word_set("sailor seaman seamen crewman crewmen mariner seafarer")
_CIVIL = word_set(
    "boat fish fishing cargo merchant tanker dhow trawler freighter ferry container commercial"
)
_CAUGHT = word_set("free release rescue repatriate detain arrest kidnap abduct stranded pirate")
_NAVAL = word_set(
    "navy naval warship frigate destroyer submarine gunboat military marine coast coastguard army"
)


def allegiance_of(head: Token, role: str) -> str:
    """Sector of armed men or sailors by the words beside them, ``role`` where none says more."""
    if role == "REB" and _for_the_state(head):
        return "MIL"
    if role == "MIL" and head.lemma_.lower() in _BODIES and _against_it(head):
        return "REB"
    if role == "MIL" and (_at_sea_for_work(head) or _trades(head)):
        return "CVL"
    if role == "CVL" and head.lower_ in ("man", "men") and _disguised(head):
        return "REB"
    return role


def is_outfit(head: Token) -> bool:
    """ "A group", "a faction": as those with whom it is allied."""
    return head.lemma_.lower() in _OUTFITS


def is_offshoot(head: Token) -> bool:
    """ "A splinter group", "an offshoot": none of those from whom it broke."""
    parted = any(c.lower_ in OFFSHOOTS for c in head.children) and is_outfit(head)
    return parted or head.lemma_.lower() in ("offshoot", "splinter")


def unknown_hand(head: Token) -> str | None:
    """Code of "unidentified gunmen", "unknown persons": of no land, whatever town stands beside."""
    if not any(c.lower_ in _NOT_KNOWN and c.i < head.i for c in head.children):
        return None
    if head.lemma_.lower() in _ANYBODY or role_of(head) == "CVL":
        return "UNK"
    return "UNK.REB" if head.lemma_.lower() in _GUNMEN else None


def _disguised(man: Token) -> bool:
    """ "Men in masks", "on motorcycles", "wearing police uniforms": nobody knows who."""
    worn = [t for c in man.children if c.lemma_ in ("wear", "don", "ride") for t in patients(c)]
    worn += prepositional(man, "in", "on", "with")
    worn += [
        t
        for c in man.children
        if c.lemma_ in ("dress", "clothe")
        for t in prepositional(c, "in", "as")
    ]
    return any(t.lemma_.lower() in _GUISES for t in worn)


def _before(head: Token) -> list[Token]:
    parts = [c for c in head.children if c.i < head.i and c.dep_ != "det"]
    return [t for part in parts for t in part.subtree if t.i < head.i]


def _for_the_state(head: Token) -> bool:
    """ "A pro-government militia", "government-affiliated fighters", "a militia allied to it"."""
    # "members of a pro-government militia" come here as the militia
    words = _before(head)
    for word in words:
        if word.lemma_.lower() not in _THE_STATE or word.i == 0:
            continue
        hyphened = word.nbor(-1).text == "-" and word.i > 1
        if hyphened and word.nbor(-2).lower_ == "pro":
            return True
        if word.nbor(-1).lower_ == "pro":
            return True
        after = [t.lower_ for t in head.doc[word.i + 1 : word.i + 3]]
        if any(t in _ITS_OWN for t in after):
            return True
    clauses = (c for c in head.children if c.dep_ == "acl" and c.lemma_.lower() in _FOR_IT)
    return any(
        t.dep_ == "pobj" and t.lemma_.lower() in _THE_STATE and not _abroad(t)
        for clause in clauses
        for prep in clause.children
        if prep.dep_ in ("prep", "agent")
        for t in prep.children
    )


def _abroad(state: Token) -> bool:
    """ "Fighters backed by the Exland government": of that land's hand, not of its army."""
    return any(c.dep_ in ("amod", "poss", "compound") for c in state.children)


def _against_it(head: Token) -> bool:
    near = [c for c in head.children if c.i < head.i and c.dep_ in PARTS]
    return any(c.lemma_.lower() in _AGAINST for c in near)


def _at_sea_for_work(head: Token) -> bool:
    """ "A boat carrying six sailors", "the crew members of a cargo ship": no navy is told of."""
    crew = head.lemma_.lower() == "member" and any(c.lower_ == "crew" for c in head.children)
    if not crew and head.lemma_.lower() not in _SEAMEN:
        return False
    near = {t.lemma_.lower() for t in head.sent if not _shore(t)}
    return bool(near & (_CIVIL | _CAUGHT)) and not near & _NAVAL


def _trades(vessel: Token) -> bool:
    """ "A fishing vessel", "a merchant vessel"."""
    beside = {c.lemma_.lower() for c in vessel.children if c.dep_ in PARTS}
    return vessel.lemma_.lower() == "vessel" and bool(beside & _CIVIL)


def _shore(word: Token) -> bool:
    """ "Off the coast of Yemen": no coast guard."""
    after = word.doc[word.i + 1 : word.i + 2].text.lower()
    return word.lower_ == "coast" and not after.startswith("guard")


def fellows_of(head: Token) -> Token | None:
    """Of whom somebody is one, or a gathering is made up."""
    return _gathered(head) or _comrades_of(head)


def _comrades_of(head: Token) -> Token | None:
    """ "A soldier kills five colleagues", "was shot by a fellow soldier": soldiers as he is."""
    fellow = any(c.lower_ == "fellow" for c in head.children)
    if not fellow and head.lemma_.lower() not in _COMRADES:
        return None
    verbs = (t for t in governors(head) if t.pos_ == "VERB")
    others = (t for verb in verbs for t in (*agents(verb), *patients(verb)) if t.i != head.i)
    known = _UNIFORMED | {"member"} if fellow else _UNIFORMED
    return next((t for t in others if t.lemma_.lower() in known), None)


def _gathered(head: Token) -> Token | None:
    """ "A council of elders", "an association of traders": those who make it up."""
    if head.lemma_.lower() not in _GATHERED | _MET or head.pos_ != "NOUN":
        return None
    of = (t for t in prepositional(head, "of") if t.tag_ == "NNS")
    if head.lemma_.lower() in _MET:
        return next((t for t in of if role_of(t) in ("REB", "MIL", "COP")), None)
    return next((t for t in of if is_of_people(t)), None)
