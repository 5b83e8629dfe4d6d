"""Do gunmen who attack storm a place: a school, an airport, an embassy?

"Gunmen" tells of firearms, but an attack of theirs on a building is a raid; on a bus or on people
it is a shooting.
"""

from spacy.tokens import Token

from escalation.coding.attacks.deed import Deed
from escalation.coding.attacks.eventive import LIGHT
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.sentence.clause import agents, patients, prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.victims import ON

_GUNMEN = frozenset({"gunman", "gunmen"})
_ATTACKS = word_set("attack assault hit strike target")
_BUILDINGS = word_set(
    "academy airport airbase airfield assembly bank barracks base bureau cafe camp campus centre"
    " center church cinema clinic college complex compound consulate court courthouse embassy"
    " facility factory fort garrison guesthouse gurdwara headquarters hospital hostel hotel house"
    " home imambargah installation institute jail library madrasa madrassa mall ministry"
    " monastery mosque museum office outpost palace parliament plant port post prison residence"
    " restaurant school seminary shrine stadium station studio supermarket synagogue temple theatre"
    " theater university villa ward warehouse workshop building checkpoint mine"
)


def is_storming(deed: Deed) -> bool:
    """Is it an attack by gunmen, told of firearms by their name alone, and on a building?"""
    if deed.kind not in ("attack", "attack.shooting"):
        return False
    if any(w.kind == "attack.shooting" and not _is_gunman(w.token) for w in deed.words):
        return False
    return any(t.lemma_.lower() in _BUILDINGS for w in deed.words for t in _attacked(w.token))


def _attacked(word: Token) -> list[Token]:
    """What gunmen attack: "gunmen attack a school", "gunmen launch an attack on a school"."""
    if word.pos_ == "VERB" and word.lemma_.lower() in _ATTACKS:
        return patients(word) if any(map(_is_gunman, agents(word))) else []
    made = word.dep_ == "dobj" and word.head.lemma_.lower() in LIGHT
    by_them = made and any(map(_is_gunman, agents(word.head)))
    return prepositional(word, *ON) if by_them and noun_kind(word) == "attack" else []


def _is_gunman(noun: Token) -> bool:
    armed = any(c.lower_ == "armed" for c in noun.children)
    return noun.lemma_.lower() in _GUNMEN or (armed and noun.lower_ in ("men", "man"))
