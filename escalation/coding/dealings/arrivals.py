"""Who comes, and who sent what comes: visitors, marines, and trucks with flour."""

from spacy.tokens import Span

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.parties import party
from escalation.coding.sentence.clause import (
    FINITE,
    NOUNS,
    VERBS,
    agents,
    passive,
    patients,
    prepositional,
)
from escalation.coding.sentence.noun_phrase import QUALIFIERS
from escalation.coding.sentence.phrases import word_set

_VESSELS = word_set("aircraft plane airplane jet flight helicopter ship boat vessel bus train")
_SENT = word_set("delegation envoy emissary delegate negotiator")
_WHY = word_set("talk visit meeting summit consultation negotiation dialogue")
_VISITS = frozenset({None, "GOV", "MIL", "LEG", "REB", "SPY"})
_RULES = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "IGO", "REB"})
_AWAY = word_set("exile abroad self-exile banishment asylum")
_SENDS = word_set("send dispatch deploy ship fly provide offer lend")
_LINES = frozenset({"border", "frontier"})
_RELIEF = word_set(
    "relief rescue flood quake earthquake cyclone tsunami disaster survivor victim stranded"
    " avalanche landslide evacuee hurricane typhoon"
)
THERE = "there:in"
_COMES = word_set("arrive land reach come pour dock roll enter touch cross")


def is_there(sentence: Span) -> Cue | None:
    """ "Roman envoy in Bern for talks": a headline's visit, without a verb."""
    root = sentence.root
    if root.pos_ not in NOUNS or any(t.tag_ in FINITE for t in sentence):
        return None
    places = prepositional(root, "in")
    near = [root, *places]
    why = {t.lemma_.lower() for thing in near for t in prepositional(thing, "for", "on")}
    sent = root.lemma_.lower() in _SENT and root.left_edge.i == sentence.start
    if not places or not places[0].text[0].isupper() or not (sent or not why.isdisjoint(_WHY)):
        return None
    return Cue(root, "talks.visit", THERE)


def visitor_and_host(word: Cue, cast: Cast) -> tuple[Who | None, Who | None]:
    """Who is there, and the state that he is in, if it is not his own."""
    who = cast.actor(word.anchor)
    lands = ((t, land) for t in prepositional(word.anchor, "in") if (land := cast.land(t)))
    at, host = next(lands, (None, None))
    if who is None or at is None or host is None or who.sector not in _VISITS:
        return None, None
    if host == who.country:
        return None, None
    return who, cast.state(Who(host, at.text, at.idx, at.idx + len(at), at.i))


def arrival(word: Cue, who: Who, cast: Cast) -> str | None:
    """What it is to arrive: "marines arrive" are sent, others visit; rebels and ships do neither.

    The army's chief is no army.
    """
    if who.sector in ("MIL", "REB") and cast.doc[who.head].tag_ in ("NNS", "NNPS"):
        return "mobilize.troops" if who.sector == "MIL" else None
    if _comes_home(word, who, cast):
        return None
    ships = any(t.lemma_.lower() in _VESSELS for t in agents(word.anchor))
    return None if ships else "talks.visit"


def _comes_home(word: Cue, who: Who, cast: Cast) -> bool:
    """ "Arrives in Exland after nine years in exile", by an Exlandish opponent: no visit."""
    if who.sector in _RULES:
        return False
    since = [t for lead in prepositional(word.anchor, "after", "from") for t in lead.subtree]
    if any(t.lower_ in _AWAY for t in since):
        return True
    ends = [t for end in prepositional(word.anchor, "in", "at", "to") for t in end.subtree]
    lands = {cast.land(t) or cast.place_of(t) for t in ends} - {None}
    return who.country in lands


def sent_for(word: Cue, kind: str, who: Who, target: Who | None) -> str:
    """What it is to send arms: tanks that an army sends move, and helicopters rescue people."""
    if kind not in ("aid.military", "mobilize.troops") or word.anchor.lemma_ not in _SENDS:
        return kind
    ends = ("xcomp", "advcl", "relcl")
    why = [c for c in word.anchor.children if c.dep_ in ends and c.tag_ == "VB"]
    why += [c for c in word.anchor.children if c.dep_ == "prep" and c.lower_ == "for"]
    why += [c for t in patients(word.anchor) for c in t.children if c.dep_ in ("acl", "relcl")]
    if any(t.lemma_.lower() in _RELIEF for clause in why for t in clause.subtree):
        return "aid.humanitarian"
    if who.sector != "NGO" and any(t.lower_ in _LINES for t in word.anchor.subtree):
        return "mobilize.troops"  # "sends tanks to the border"
    own = target is None or not target.is_force or target.country == who.country
    return "mobilize.troops" if kind == "aid.military" and who.sector == "MIL" and own else kind


def is_delivered(word: Cue, kind: str) -> bool:
    """Is help told by its arrival: "flour from Rome reaches Oslo"?"""
    verb = word.anchor
    comes = verb.lemma_.lower() in _COMES and verb.pos_ in VERBS
    return comes and kind.startswith("aid") and word.rule.startswith("verb:") and not passive(verb)


def delivery(word: Cue, cast: Cast) -> tuple[Who | None, Who | None]:
    """Who sent what arrives, and to whom: "a Roman plane", "flour from Rome", "sent by Rome"."""
    things = agents(word.anchor)
    parts = [t for thing in things for t in (thing, *prepositional(thing, "of", "with"))]
    whose = [c for part in parts for c in part.children if c.dep_ in QUALIFIERS]
    sent = [c for part in parts for c in part.children if c.dep_ in ("acl", "relcl")]
    senders = [t for v in (*parts, *sent, word.anchor) for t in prepositional(v, "from", "by")]
    loads = [c for verb in sent for c in verb.children if c.dep_ == "dobj"]
    loads += [t for verb in sent for t in prepositional(verb, "with")]
    whose += [c for load in loads for c in load.children if c.dep_ in QUALIFIERS]
    senders += [t for verb in sent for t in agents(verb) if t not in things]
    named = [t for t in (*senders, *whose) if cast.named(t) is not None]
    where = [c for c in word.anchor.children if c.dep_ == "dobj"]
    where += prepositional(word.anchor, "in", "at", "to", "into", "for", "on")
    giver = party([*named, *senders], cast)
    lands = [t for t in where if cast.land(t) is not None or cast.who(t) is not None]
    taker = party(lands, cast)
    return giver, taker if giver is None or taker is None or taker.code != giver.code else None
