"""Acts of violence in a sentence: who hurt or attacked whom, and by what kind of attack.

Verbs that hurt ("kill") and verbs and nouns that attack ("bomb", "ambush", "air strike") of one
sentence tell one act, unless they stand in clauses with other hands and other victims. Its kind is
that of the most telling word; its family depends on the hand: what soldiers do is ``force``, what
militants or unknown people do is ``attack``.
"""

import tomllib
from dataclasses import dataclass, field
from functools import cache, lru_cache

from spacy.tokens import Span, Token

from escalation.coding.clause import governors, patients, prepositional
from escalation.coding.complement import complement
from escalation.coding.eventive import comes_under
from escalation.coding.ground import ground_of
from escalation.coding.phrases import word_set
from escalation.coding.rammed import drives_a_bomb
from escalation.coding.roles import role_of
from escalation.coding.tame import is_harmless, is_peaceful, is_plague, is_tame, is_test
from escalation.shipped import shipped

# The most telling first: a suicide bombing is not just a bombing, and a raid with gunfire a raid.
_TELLING = (
    "attack.suicide",
    "force.drone",
    "attack.sexual",
    "force.airstrike",
    "force.shelling",
    "attack.abduction",
    "attack.ambush",
    "attack.assassination",
    "attack.bombing",
    "force.violation",
    "force.capture",
    "attack.raid",
    "force.raid",
    "attack.torture",
    "force.clash",
    "force.operation",
    "attack.beating",
    "attack.shooting",
    "attack",
    "harm",
)
RANK = {kind: rank for rank, kind in enumerate(_TELLING)}


@dataclass(frozen=True, slots=True)
class Violence:
    """A word of violence where it stands: its kind, or ``harm``; how many tokens govern it."""

    token: Token
    kind: str
    depth: int

    @property
    def is_verb(self) -> bool:
        """Does a verb say it?"""
        return self.token.pos_ in ("VERB", "AUX")


@dataclass(frozen=True)
class Words:
    """The words of ``data/violence.toml``."""

    harm: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[tuple[str, str], ...]]
    nouns: dict[str, str]
    means: frozenset[str]
    accident: frozenset[str]
    spoken: frozenset[str]
    all: frozenset[str] = field(default=frozenset())


@cache
def words() -> Words:
    """The shipped words, read once."""
    table = tomllib.loads(shipped("violence.toml").read_text(encoding="utf-8"))
    harm: dict[str, tuple[str, ...]] = {}
    for phrase in table["harm"].split("|"):
        verb, _, second = phrase.partition(" ")
        harm[verb] = (*harm.get(verb, ()), second)
    verbs: dict[str, list[tuple[str, str]]] = {}
    for kind, line in table["verbs"].items():
        for phrase in line.split("|"):
            verb, _, second = phrase.partition(" ")
            verbs.setdefault(verb, []).append((second, kind))
    ranked = {v: tuple(sorted(ways, key=_first)) for v, ways in verbs.items()}
    nouns = {noun: kind for kind, line in table["nouns"].items() for noun in line.split("|")}
    lists = {name: frozenset(line.split("|")) for name, line in table["words"].items()}
    return Words(harm, ranked, nouns, **lists)


def _first(way: tuple[str, str]) -> tuple[bool, int]:
    """What a second word tells before a bare verb, "blow themselves" before "blow up"."""
    second, kind = way
    return not second, RANK[kind] if second else 0


@lru_cache(maxsize=4)  # asked for what was done, and again for what was said
def violent_words(sentence: Span) -> tuple[Violence, ...]:
    """All words of violence of a sentence, verbs with what completes them, nouns by their pair."""
    found = []
    for token in sentence:
        kind = _verb(token) if token.pos_ == "VERB" else noun_kind(token)
        tried = token.dep_ in ("dobj", "nsubjpass") and is_test(token.head)
        if kind is not None and not (tried or _habit(token) or _is_hit(token)):
            found.append(Violence(token, kind, sum(1 for _ in governors(token))))
    return tuple(found)


def _from_the_air(verb: Token) -> bool:
    """ "Shot down a jet", or "it"; "gunned down a clerk" is told by the bare verb."""
    return any(t.lemma_.lower() in _MACHINES or t.lower_ == "it" for t in patients(verb))


def _is_hit(noun: Token) -> bool:
    """ "A bomb planted on a tank", "shot down a drone": what was hit, not what was fired."""
    hit = noun.dep_ == "pobj" and noun.head.lower_ in ("on", "into", "against", "near", "beneath")
    machine = noun.lemma_.lower() in _MACHINES
    brought = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in _BRINGS_DOWN
    stored = noun.lemma_.lower() in _STORED and noun.head.lemma_ in ("destroy", "clear", "remove")
    if stored and noun.dep_ in ("dobj", "nsubjpass"):
        return True  # "ten mines are destroyed"
    return machine and (hit or (brought and noun.head.pos_ == "VERB"))


_MACHINES = word_set("tank jet warplane aircraft gunship drone helicopter plane chopper uav")
_STORED = word_set("mine landmine bomb ied explosive device grenade shell mortar rocket missile")
_BRINGS_DOWN = word_set("hit strike target destroy shoot down bring attack ambush")


def _habit(verb: Token) -> bool:
    """ "Groups targeting the state", "banned": what somebody is known for, not what was done."""
    if verb.pos_ != "VERB":
        return False
    if verb.dep_ in ("amod", "compound"):
        return True
    return (
        verb.dep_ == "acl"
        and verb.tag_ == "VBG"
        and noun_kind(verb.head) is None
        and verb.head.lemma_.lower() not in words().means
    )


def _verb(token: Token) -> str | None:
    lemma = token.lemma_.lower()
    if is_plague(token) or is_test(token):
        return None
    if drives_a_bomb(token):
        return "attack.suicide"
    if lemma == "result" and any(c.lower_ == "dead" for c in token.children):
        return "harm"  # "resulted in nine guards dead"
    ways = words().verbs.get(lemma, ())
    if ground_of(token):
        return "force.capture"
    inside = None
    for second, kind in ways:
        if second and inside is None:
            inside = complement(token)
        if not second and lemma not in words().harm:
            return None if is_tame(token) else kind
        if second and inside is not None and second in inside:
            if lemma == "go" and not _bursts(token):
                continue  # a station that goes off air
            if is_harmless(token, inside) or (second == "down" and not _from_the_air(token)):
                continue
            return kind
    for second in words().harm.get(lemma, ()):
        if not second or second in (inside if inside is not None else complement(token)):
            return "harm"
    return None


WIELDED = word_set(
    "drone jet warplane plane aircraft helicopter gunship bomber tank artillery warship gunboat"
    " predator uav mortar rocket shell missile battery"
)
"""Weapons: "a drone of the army" is whose it is, "the shelling of a camp" whom it hits."""


def _bursts(verb: Token) -> bool:
    """Is what goes off something that explodes, as far as is told?"""
    return all(
        c.pos_ == "PRON" or noun_kind(c) or c.lemma_.lower() in words().means
        for c in verb.children
        if c.dep_ == "nsubj"
    )


def noun_kind(token: Token) -> str | None:
    """Kind that a noun names, by itself or with the word before it."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    nouns, lemma = words().nouns, token.lemma_.lower()
    best = None
    for child in token.lefts:
        if child.dep_ not in ("compound", "amod", "nmod"):
            continue
        vessel = child.lemma_ == "tank" and any(
            c.lower_ in _VESSELS for c in (*token.children, *child.children)
        )
        if not vessel:
            kind = nouns.get(f"{child.lemma_.lower()} {lemma}") or (
                nouns.get(child.lemma_.lower()) if lemma in nouns else None
            )
            if kind and (best is None or RANK[kind] < RANK[best]):
                best = kind
    own = nouns.get(lemma) or nouns.get(token.lower_)
    if lemma == "fire" and comes_under(token) is not None:
        own = "attack.shooting"
    if own is None and token.dep_ == "ROOT":  # "explodes" taken for a noun
        own = next((kind for second, kind in words().verbs.get(lemma, ()) if not second), None)
    if lemma in ("violation", "breach") and _of_a_truce(token):
        own = "force.violation"
    if lemma == "exchange" and best is None and not _of_fire(token):
        return None  # a stock exchange
    if lemma == "mine" and _colliery(token):
        return best
    if lemma in ("crackdown", "clampdown") and _policing(token):
        return None
    if lemma == "operation" and is_peaceful(token):
        return None
    if lemma == "tank" and any(c.lower_ in _VESSELS for c in token.children):
        return None
    if lemma == "strike" and best is None and not _armed_strike(token):
        return None
    kind = min(filter(None, (best, own)), key=RANK.__getitem__, default=None)
    return None if kind == "attack.bombing" and _industrial(token, lemma) else kind


_WORKS = word_set(
    "factory refinery depot warehouse workshop boiler plant fireworks kitchen gas fuel colliery"
    " pipeline cylinder firecracker manufacturing mill silo transformer stove compressor tanker"
    " fertilizer generator furnace laboratory foundry"
)


def _industrial(noun: Token, lemma: str) -> bool:
    """An explosion in a factory is an accident until somebody says otherwise."""
    if lemma not in ("explosion", "blast"):
        return False
    return any(
        t.lemma_.lower() in _WORKS
        or (t.lemma_ == "mine" and t.head.lower_ in ("at", "in", "inside"))
        for t in noun.sent
    )


def _of_a_truce(noun: Token) -> bool:
    return any(t.lemma_.lower() in ("ceasefire", "truce") for t in prepositional(noun, "of"))


def _of_fire(noun: Token) -> bool:
    return any(c.lower_ in ("of", "between") for c in noun.children)


def _policing(noun: Token) -> bool:
    """A crackdown on smuggling or dissent: a policy, not a fight."""
    objects = prepositional(noun, "on", "against")
    return any(role_of(token) is None and token.pos_ == "NOUN" for token in objects)


_DUG = word_set(
    "coal gold copper salt marble gem gemstone chromite iron silver lead zinc diamond ore lithium"
    " emerald illegal private uranium tin cobalt nickel open"
)


def _colliery(noun: Token) -> bool:
    """A mine where people work, not one that they step on."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("at", "in", "inside"):
        return True
    return any(c.lower_ in _DUG for c in noun.children) or any(
        t.lemma_.lower() in ("miner", "mineworker") for t in noun.sent
    )


_VESSELS = frozenset({"gas", "fuel", "water", "oil", "septic", "storage", "propane", "think"})
_NO_ARMS = word_set("hunger general lightning bird teacher nurse doctor worker labour labor")
_STRIKERS = word_set("air military precision retaliatory cross border surgical aerial coalition")


def _does_harm(strike: Token) -> bool:
    """ "A strike kills nine", "nine are killed in a strike"."""
    led = strike.dep_ == "pobj" and strike.head.lower_ in ("in", "by")
    verb = strike.head.head if led else strike.head
    return (led or strike.dep_ == "nsubj") and verb.lemma_.lower() in words().harm


def _armed_strike(noun: Token) -> bool:
    """A strike on somebody, not one for higher pay."""
    words = {c.lower_ for c in noun.children}
    if noun.head.lemma_ in ("conduct", "carry", "launch") and not words & {"hunger", "general"}:
        return True
    if not words & _NO_ARMS and _does_harm(noun):
        return True
    return bool(words & _STRIKERS) or bool(
        words & {"on", "against", "near"} and not words & {"hunger", "general", "going"}
    )
