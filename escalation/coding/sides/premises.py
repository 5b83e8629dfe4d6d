"""What a body has stands for it: an attack on its offices, posts or vehicles is on the body."""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.actors.whose import is_everybodys, is_of_arms
from escalation.coding.attacks.violence import Violence
from escalation.coding.sentence.clause import patients, prepositional
from escalation.coding.sentence.phrases import word_set

VEHICLES = word_set(
    "bus minibus van vehicle convoy train boat truck car coach motorcade ambulance plane aircraft"
    " helicopter ship jeep rickshaw wagon ferry caravan pickup lorry suv mobile motorbike"
    " motorcycle cavalcade taxi"
)
POSTS = word_set(
    "checkpoint checkpost post outpost base airbase airfield camp barracks garrison headquarters"
    " headquarter convoy patrol station booth picket bunker fort cantonment kiosk"
)
_HOUSES = word_set(
    "office compound complex centre center facility academy college school building premise"
    " installation depot bureau institute directorate secretariat prison jail ministry palace"
    " parliament assembly court courthouse embassy consulate"
)
_BODIES = frozenset({"MIL", "COP", "SPY", "GOV", "JUD", "LEG", "PTY", "OPP"})
_BY = tuple(word_set("near outside beside behind opposite under beneath underneath inside within"))
EDGES = word_set("gate entrance wall perimeter front doorstep vicinity outskirts")


def is_of_a_body(who: Who, cast: Cast) -> bool:
    """Is it a house, post or vehicle of a state, its forces or a party?"""
    head = cast.doc[who.head]
    if any(c.lower_ in ("their", "our") for c in head.children):
        return False  # "shells hit their bus, officials say": not that of the officials
    if any(t.lemma_.lower() in VEHICLES for t in prepositional(head, "of")):
        return False  # "a convoy of three vehicles": of whomever
    named = cast.is_place(who) and not is_of_arms(head)
    return who.sector in _BODIES and not is_everybodys(head) and not named


def bodies_beside(word: Violence, cast: Cast) -> list[Token]:
    """ "A bombing near an army truck", "outside the party's office": they were meant."""
    if not word.kind.startswith("attack"):
        return []
    token = word.token
    verb = token.head if not word.is_verb and token.dep_ in ("nsubj", "dobj") else token
    then = [c for c in token.children if c.dep_ == "acl" and c.lemma_ == "follow"]
    then += [t for c in then for t in prepositional(c, "by")]  # "followed by gunfire at a camp"
    hurt = patients(verb) if verb is not token else []
    beside = [
        t for part in (*dict.fromkeys((token, verb)), *hurt) for t in prepositional(part, *_BY)
    ]
    beside += [t for fire in then for t in prepositional(fire, *_BY, "at", "in", "on")]
    edges = [t for part in {token, verb} for t in prepositional(part, "at", "in", "into")]
    beside += [t for e in edges if e.lemma_.lower() in EDGES for t in prepositional(e, "of", "to")]
    things = VEHICLES | POSTS | _HOUSES
    told = [t for t in beside if t.lemma_.lower() in things]
    return [t for t in told if (w := cast.who(t)) is not None and is_of_a_body(w, cast)]
