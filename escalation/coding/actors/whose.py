"""Whose a building is, of whom "others" are, and against whom "anti-Exland forces" stand."""

from spacy.tokens import Token

from escalation.coding.actors.named import Named
from escalation.coding.actors.roles import role_of
from escalation.coding.sentence.clause import agents, patients, prepositional
from escalation.coding.sentence.noun_phrase import QUALIFIERS, whole_of
from escalation.coding.sentence.phrases import word_set

_OWNERS = frozenset({"REB", "MIL", "COP", "GOV", "SPY", "JUD", "LEG", "PTY", "OPP", "MED", "NGO"})
_OF_OWNERS = {
    "military": "MIL",
    "paramilitary": "MIL",
    "naval": "MIL",
    "security": "MIL",
    "presidential": "GOV",
    "parliamentary": "LEG",
    "judicial": "JUD",
}
_TRAINED = word_set("police gendarmerie commando constable ranger officers infantry artillery")
_DRILLED = frozenset({"training", "police", "military", "army", "cadet"})
_PARTS = word_set(
    "wing arm secretariat committee subcommittee directorate bureau branch panel board"
)
_SERVANTS = word_set("employee worker staff staffer servant clerk")
_EVERYBODYS = word_set(
    "school hospital college university mosque church temple shrine market bazaar village town city"
    " district area street square seminary madrassa madrasa capital neighbourhood neighborhood"
)
_GARRISONS = word_set("cantonment garrison barracks barrack airbase")
_LAIRS = word_set("hideout lair den")
_AIRFIELDS = word_set("airfield")
_STATES = word_set("government regime state army military")
_ARMED = tuple(
    word_set(
        "army brigade fighter front jaish jaysh jihad jund lashkar liberation militia mujahid"
        " resistance sipah ansar harakat guerrilla"
    )
)
_MOVEMENTS = word_set("front army movement force forces brigade brigades battalions fighters")
_FREES = ("liberation", "resistance", "mujahid", "jihad", "guerrilla", "revolutionary", "martyrs")
_ABROAD_BY_OFFICE = word_set(
    "ministry minister office officer secretary department service affair policy spokesman"
    " spokeswoman spokesperson official committee adviser advisor"
)
_HELD = word_set("hostage captive abductee kidnappee")
_CAUSES = word_set("terrorism terrorist narcotics drug corruption piracy")


def owner_of(site: Token) -> str | None:
    """Sector of those whose a building or vehicle is: "a police training centre", "rebel camps"."""
    if is_of_arms(site):
        return "MIL"
    if site.lemma_.lower() in _LAIRS:
        return "REB"
    if is_everybodys(site):
        return "REB" if any(role_of(c) == "REB" for c in site.children) else None
    whose = [c for c in site.children if c.dep_ in QUALIFIERS]
    before = [t for c in whose if c.i < site.i for t in (c, *(i for i in c.children if i.i < c.i))]
    belongs = [c for c in site.children if c.dep_ == "acl" and c.lemma_.lower() == "belong"]
    after = [t for part in (site, *belongs) for t in prepositional(part, "of", "to")]
    roles = (role_of(t) or _OF_OWNERS.get(t.lower_) for t in (*before, *after))
    return next((role for role in roles if role in _OWNERS), None)


def is_of_arms(site: Token) -> bool:
    """ "The garrison", "Kohat Cantonment", "Bagram Airfield", "Camp Bastion": soldiers hold it."""
    if site.tag_ != "NNP":
        return site.lemma_.lower() in _GARRISONS
    first = site.doc[site.left_edge.i if site.left_edge.lower_ != "the" else site.left_edge.i + 1]
    camp = first.text == "Camp" and first.i < site.i
    return site.lower_ in _GARRISONS | _AIRFIELDS or camp


def is_everybodys(site: Token) -> bool:
    """Is it open to all, whoever runs it: a school, an army hospital, but no police college?"""
    lemma = site.lemma_.lower()
    lemma = lemma.removesuffix("s") if site.tag_ == "NNPS" else lemma
    taught = _DRILLED if lemma == "college" else _TRAINED  # an army's school may teach anybody
    drilled = any(c.lower_ in taught for c in site.children)
    return lemma in _EVERYBODYS and not (drilled and lemma in ("college", "school"))


def body_of_part(head: Token) -> Token | None:
    """What a committee, a secretariat or a board is of: "the parliament's security committee"."""
    if head.lemma_.lower() not in _PARTS:
        return None
    owners = [c for c in head.children if c.dep_ in ("poss", "compound")]
    owners.sort(key=lambda c: (c.dep_ != "poss", -c.i))  # "the army's media wing"
    of = (*prepositional(head, "of"), *owners)
    return next((t for t in of if role_of(t) in _OWNERS), None)


def in_service_of(head: Token) -> str | None:
    """Sector of the body that employees are of: "government employees", "staff of the court"."""
    if head.lemma_.lower() not in _SERVANTS:
        return None
    before = [c for c in head.children if c.dep_ in ("compound", "poss", "amod")]
    roles = (role_of(t) for t in (*before, *prepositional(head, "of", "from", "for", "at")))
    return next((role for role in roles if role in ("GOV", "JUD", "LEG", "SPY")), None)


def others_of(head: Token) -> Token | None:
    """ "Killed nine policemen and abducted ten others", "and abducted ten": ten of the same.

    So "a bomber killed five while the other killed two": another bomber.
    """
    verb = head.head
    if head.lower_ == "other" and head.dep_ == "nsubj" and verb.dep_ in ("advcl", "conj"):
        return next((t for t in agents(verb.head) if t.i < head.i), None)
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return None
    if head.lower_ != "others" and not _so_many(head):
        return None
    if head.dep_ not in ("dobj", "nsubjpass"):
        return None
    return next((t for t in patients(verb.head) if t.i < head.i), None)


def _so_many(head: Token) -> bool:
    """ "Abducted ten", "took three more captive": a number, and of whom was told before."""
    if head.pos_ == "NUM":
        return all(c.dep_ in ("advmod", "quantmod", "amod") for c in head.children)
    counted = any(c.dep_ == "nummod" and c.lower_ not in ("one", "1") for c in head.children)
    return counted and head.lemma_.lower() in _HELD and head.tag_ in ("NN", "JJ")


def against_the_state(head: Token) -> bool:
    """ "Anti-government forces", "anti-Exland fighters": no army of the state that they name."""
    words = [c for c in head.children if c.i < head.i]
    if not any(c.lower_ == "anti" for c in words) or any(c.lower_ in _CAUSES for c in words):
        return False
    named = (c for c in words if c.lower_ != "anti")
    return any(c.lemma_.lower() in _STATES or c.text[0].isupper() for c in named)


def movement_led(head: Token) -> str | None:
    """Sector of the leader of a movement that no list knows: no government's.

    "An Example Brotherhood leader", "Khan, leader of the Example Liberation Front".
    """
    beside = (c for c in head.children if c.dep_ in ("compound", "appos"))
    leader = next((t for t in (head, *beside) if t.lemma_.lower() == "leader"), None)
    if leader is None:
        return None
    before = (c for t in {head, leader} for c in t.children if c.dep_ in ("compound", "nmod"))
    led = [c for c in before if c.i < leader.i]
    led += prepositional(leader, "of")
    names = [t for name in led if name.tag_ in ("NNP", "NNPS") for t in name.subtree]
    if not names:
        return None
    armed = any(t.lower_.startswith(_ARMED) for t in names)
    return "REB" if armed else "OPP"


def is_armed_movement(head: Token) -> bool:
    """ "The Exland Liberation Front", "the Example Resistance Army": rebels whom no list knows."""
    if head.tag_ not in ("NNP", "NNPS") or head.lower_ not in _MOVEMENTS:
        return False
    before = (c for c in head.children if c.i < head.i and c.tag_ in ("NNP", "NNPS"))
    return any(c.lower_.startswith(_FREES) for c in before)


def some_of(head: Token, name: Named) -> bool:
    """ "3,000 Afghans", "Shiite Pakistanis", "thousands of Afghans": people, not their state."""
    one = any(c.lower_ in ("a", "an", "another") for c in head.children)
    many = head.tag_ in ("NNS", "NNPS") or name.how == "people" or one
    beside = any(c.dep_ in ("nummod", "amod", "compound") for c in head.children)
    return many and (one or beside or whole_of(head) is not None)


def is_of_abroad(head: Token) -> bool:
    """ "A foreign convoy", "a convoy of foreign troops", "a foreign forces convoy"."""
    parts = [head, *(c for c in head.children if c.dep_ in QUALIFIERS and c.i < head.i)]
    if head.lemma_.lower() in _ABROAD_BY_OFFICE:
        return False  # "the foreign ministry in Rome"
    return any(c.lower_ == "foreign" for part in parts for c in part.children)


def is_held(head: Token) -> bool:
    """ "A hostage of the rebels", "former rebel hostage Rossi"."""
    titles = (c for c in head.children if c.dep_ == "compound")
    return any(t.lemma_.lower() in _HELD for t in (head, *titles))
