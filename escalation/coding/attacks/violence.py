"""Words of violence in a sentence: verbs that hurt, verbs and nouns that attack, and their kinds.

"Kill" hurts; "bomb", "ambush" and "air strike" attack. Which of them tell one act, of whose hands
and on whom, is read in ``deed.py``.
"""

from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.answer import strikes_back
from escalation.coding.attacks.arson import is_arson
from escalation.coding.attacks.bloodshed import is_bloodshed
from escalation.coding.attacks.by_the_armed import does_violence
from escalation.coding.attacks.carried_off import carried_off
from escalation.coding.attacks.eventive import comes_under
from escalation.coding.attacks.figurative import is_figure_noun, is_figure_verb
from escalation.coding.attacks.found_dead import found_killed, of_the_killed
from escalation.coding.attacks.ground import ground_of
from escalation.coding.attacks.rammed import carries_a_charge, driven_at, treads_on_a_mine
from escalation.coding.attacks.tame import is_harmless, is_plague, is_tame, is_test
from escalation.coding.attacks.tame_nouns import (
    boils_over,
    is_colliery,
    is_container,
    is_industrial,
    is_of_a_truce,
    is_relic,
    is_tame_noun,
)
from escalation.coding.attacks.violence_words import RANK, words
from escalation.coding.sentence.clause import PARTS, governors, patients, prepositional
from escalation.coding.sentence.complement import complement
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import wards_off
from escalation.coding.tolls.last_breath import bereft, falls_in_battle

_SHOWS = frozenset({"show", "film", "capture", "catch", "see"})
_SELVES = word_set("himself herself themselves")
_MACHINES = word_set("tank jet warplane aircraft gunship drone helicopter plane chopper uav")
_STORED = word_set("mine landmine bomb ied explosive device grenade shell mortar rocket missile")
_FORCES = word_set("troop soldier force army rebel fighter militant insurgent militia unit")
_FRONTIERS = word_set("border frontier loc line boundary")
_BRINGS_DOWN = word_set("hit strike target destroy shoot down bring attack ambush")
OF_A_PLACE = word_set("blast explosion violence unrest riot rioting")
"""Nouns whose adjective tells where they were, and never by whom: "an Exlandish blast"."""
WIELDED = word_set(
    "drone jet warplane plane aircraft helicopter gunship bomber tank artillery warship gunboat"
    " predator uav mortar rocket shell missile battery"
)
"""Weapons: "a drone of the army" is whose it is, "the shelling of a camp" whom it hits."""


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


@lru_cache(maxsize=4)  # asked for what was done, and again for what was said
def violent_words(sentence: Span) -> tuple[Violence, ...]:
    """All words of violence of a sentence, verbs with what completes them, nouns by their pair."""
    found = []
    for token in sentence:
        kind = _verb(token) if token.pos_ == "VERB" else noun_kind(token)
        if kind == "harm" and _hurts_nobody(token):
            continue
        tried = token.dep_ in ("dobj", "nsubjpass") and is_test(token.head)
        if kind == "attack.beating" and _is_sentence(token):
            continue
        if kind == "attack.abduction" and token.dep_ == "acl" and token.head.lower_ == "those":
            continue  # "two of those abducted": of whom it was told before
        if kind is not None and not (tried or _habit(token) or _is_hit(token)):
            found.append(Violence(token, kind, sum(1 for _ in governors(token))))
    return tuple(found)


def _hurts_nobody(verb: Token) -> bool:
    """ "No one was hurt when a shell landed": the shell is what is told."""
    who = [c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")]
    no = any(t.lower_ in ("no", "nobody", "none") for c in who for t in (c, *c.children))
    return no and any(c.dep_ == "advcl" for c in verb.children)


def _is_sentence(word: Token) -> bool:
    """ "Sentenced to ten years and flogging": what is still to be done."""
    return any(t.lemma_.lower() in ("sentence", "condemn") for t in governors(word))


def _from_the_air(verb: Token) -> bool:
    """ "Shot down a jet", or "it"; "gunned down a clerk" is told by the bare verb."""
    hit = (t.lemma_.lower() for t in patients(verb))
    return any(lemma in _MACHINES or lemma == "it" for lemma in hit)


def _is_hit(noun: Token) -> bool:
    """ "A bomb planted on a tank", "shot down a drone": what was hit, not what was fired."""
    if noun.dep_ == "conj" and noun.head.lemma_.lower() in _MACHINES | _STORED:
        return _is_hit(noun.head)  # "shot down drones and missiles"
    hit = noun.dep_ == "pobj" and noun.head.lower_ in ("on", "into", "against", "near", "beneath")
    machine = noun.lemma_.lower() in _MACHINES
    if noun.pos_ != "VERB" and noun.lemma_.lower() in _STORED and _aboard_a_drone(noun):
        return True  # "a drone laden with explosives": the drone tells what came of it
    brought = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in _BRINGS_DOWN
    stored = noun.lemma_.lower() in _STORED and noun.head.lemma_ in ("destroy", "clear", "remove")
    if stored and noun.dep_ in ("dobj", "nsubjpass"):
        return True  # "ten mines are destroyed"
    return machine and (hit or (brought and noun.head.pos_ == "VERB"))


def _aboard_a_drone(charge: Token) -> bool:
    before = charge.doc[max(charge.sent.start, charge.i - 4) : charge.i + 4]
    return any(t.i != charge.i and carries_a_charge(t) for t in before)


def _habit(verb: Token) -> bool:
    """ "Groups targeting the state", "banned": what somebody is known for, not what was done."""
    if verb.pos_ != "VERB":
        return False
    if verb.dep_ in ("amod", "compound"):
        return True
    filmed = verb.head.dep_ == "dobj" and verb.head.head.lemma_ in _SHOWS and patients(verb)
    return (
        verb.dep_ == "acl"
        and verb.tag_ == "VBG"
        and not filmed  # "a video showing rebels beheading a guard"
        and noun_kind(verb.head) is None
        and verb.head.lemma_.lower() not in words().means
    )


def _verb(token: Token) -> str | None:
    lemma = token.lemma_.lower()
    if is_plague(token) or is_test(token):
        return None
    if lemma == "storm" and any(c.lower_ in ("out", "off") for c in token.children):
        return None  # "stormed out of parliament"
    if (driven := driven_at(token)) is not None:
        return driven
    if lemma in ("explode", "blow") and boils_over(token):
        return None
    if treads_on_a_mine(token):
        return "attack.bombing"
    if lemma in ("beat", "fight") and wards_off(token):  # "an assault", or those who led it
        armed = any(role_of(t) or t.lemma_.lower() in _FORCES for t in patients(token))
        return "force.clash" if armed else None
    if lemma in ("result", "end") and _in_death(token, lemma):
        return "harm"
    ways = words().verbs.get(lemma, ())
    if ground_of(token):
        return "force.capture"
    inside = complement(token) if any(second for second, _ in ways) else None
    for second, kind in ways:
        if not second and lemma not in words().harm:
            return None if is_tame(token) or is_figure_verb(token, lemma) else kind
        if second and inside is not None and _is_meant(token, lemma, second, inside):
            return kind
    if (told := _by_what_stands_beside(token, lemma)) is not None:
        return told
    for second in words().harm.get(lemma, ()):
        if not second or second in (inside if inside is not None else complement(token)):
            return "harm"
    return None


def _is_meant(verb: Token, lemma: str, second: str, inside: Container[str]) -> bool:
    """Does a verb that is one of violence with a second word stand with it, and mean it?"""
    if not _all_in(second, inside):
        return False
    if lemma == "turn" and any(word in inside for word in _SELVES):
        return False  # "turned the gun on himself"
    if lemma == "go" and not _bursts(verb):
        return False  # a station that goes off air
    if is_figure_verb(verb, lemma):
        return False  # "stormed into the final"
    return not is_harmless(verb, inside) and (second != "down" or _from_the_air(verb))


def _by_what_stands_beside(verb: Token, lemma: str) -> str | None:
    """The kind of a verb that is violent only by what stands beside it."""
    if strikes_back(verb):
        return "attack.shooting" if lemma == "return" else "attack"
    if is_arson(verb) or found_killed(verb) or does_violence(verb, lemma):
        return "attack"
    if carried_off(verb):
        return "attack.abduction"
    return "harm" if bereft(verb) or falls_in_battle(verb) else None


def _all_in(phrase: str, inside: Container[str]) -> bool:
    """ "Set off explosives": each word of what completes the verb."""
    return phrase in inside or (" " in phrase and all(word in inside for word in phrase.split(" ")))


def _in_death(verb: Token, lemma: str) -> bool:
    """ "Resulted in nine guards dead", "ends with nine guards dead"."""
    dead = (c for c in verb.children if c.lower_ == "dead")
    return any(lemma == "result" or c.dep_ in ("advcl", "dep") for c in dead)


def _bursts(verb: Token) -> bool:
    """Is what goes off something that explodes, as far as is told?"""
    return all(
        c.pos_ == "PRON"
        or noun_kind(c)
        or c.lemma_.lower() in words().means
        or any(t.lemma_.lower() == "explosive" for t in c.subtree)
        for c in verb.children
        if c.dep_ == "nsubj"
    )


def noun_kind(token: Token) -> str | None:
    """Kind that a noun names, by itself or with the word before it."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    if token.text[0].isupper() and _in_the_name(token):
        return None
    nouns, lemma = words().nouns, token.lemma_.lower()
    best = _with_the_word_before(token, lemma)
    own = nouns.get(lemma) or nouns.get(token.lower_)
    if lemma == "fire" and comes_under(token) is not None:
        own = "attack.shooting"
    if lemma == "fire" and best is None and _over_a_border(token):
        own = "force.shelling"
    # "A fire swept through a school" is none that somebody opened.
    bare = lemma != "fire" or not any(c.dep_ == "det" for c in token.children)
    if own is None and bare and token.dep_ == "ROOT":  # "explodes" taken for a noun
        own = next((kind for second, kind in words().verbs.get(lemma, ()) if not second), None)
    if lemma == "attempt" and any(t.lemma_ == "life" for t in prepositional(token, "on")):
        own = "attack.assassination"
    if lemma in ("body", "corpse") and of_the_killed(token):
        own = "attack"
    if own is None and is_bloodshed(token):
        own = "attack"
    if lemma in ("violation", "breach") and is_of_a_truce(token):
        own = "force.violation"
    if best is None and own is None:
        return None
    if lemma == "mine" and is_colliery(token):
        return best
    if is_tame_noun(token, lemma, alone=best is None) or is_figure_noun(token, lemma):
        return None
    kind = min(filter(None, (best, own)), key=RANK.__getitem__, default=None)
    if kind == "force.shelling" and is_relic(token):
        return "attack.bombing"
    return None if kind == "attack.bombing" and is_industrial(token, lemma) else kind


def _in_the_name(word: Token) -> bool:
    """ "Operation Strike of the Sword": what it is called."""
    before = word.doc[max(word.sent.start, word.i - 2) : word.i]
    return any(t.text == "Operation" for t in before) and before[-1].text[0].isupper()


def _over_a_border(fire: Token) -> bool:
    """ "Cross-border fire", "fire across the frontier": shots, and nothing that burns."""
    if any(c.lower_ in ("border", "cross") and c.i < fire.i for c in fire.children):
        return "cross" in {t.lower_ for t in fire.doc[max(0, fire.i - 4) : fire.i]}
    if fire.dep_ == "dobj" and fire.head.lemma_ in ("exchange", "trade", "swap"):
        return False  # both fire: the verb tells it
    over = prepositional(fire, "across", "along", "over")
    return any(t.lower_ in _FRONTIERS for t in over)


def _with_the_word_before(noun: Token, lemma: str) -> str | None:
    """Kind of a noun with a word before it, "suicide attack": the most telling of several."""
    nouns, best = words().nouns, None
    if lemma not in nouns and lemma not in words().heads:
        return None
    first = (noun.head,) if noun.dep_ == "conj" and noun.head.i + 3 >= noun.i else ()
    lefts = [*noun.lefts]
    lefts += [t for c in lefts for t in c.children if t.dep_ == "conj" and t.i < noun.i]
    for child in (*first, *lefts):  # "suicide and gun attack", "gun and suicide attack"
        part = child.dep_ in PARTS or child.dep_ == "conj" or child.i == noun.head.i
        if not part or is_container(child, noun):
            continue
        if child.text == "Tank" and not child.is_sent_start:
            continue  # "the Tank ambush": a district
        kind = nouns.get(f"{child.lemma_.lower()} {lemma}") or (
            nouns.get(child.lemma_.lower()) if lemma in nouns else None
        )
        if kind and (best is None or RANK[kind] < RANK[best]):
            best = kind
    return best
