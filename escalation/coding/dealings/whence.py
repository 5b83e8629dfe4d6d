"""Where attackers are said to have come from, or an attack to have been planned: a charge.

"says that the attackers crossed from Chad"     a charge against Chad, and no attack there
"the bombing was planned in Chad"               the same
"""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import passive, patients, prepositional, spoken_of_before
from escalation.coding.sentence.noun_phrase import QUALIFIERS
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import GROUND, mood_of

_BESIDE = word_set("neighbour neighbor")
WHENCE = "whence"
_COME = word_set("come cross enter infiltrate originate emanate arrive stem sneak intrude")
MADE = word_set(
    "plan plot orchestrate direct coordinate hatch mastermind organize organise conceive"
)
_FIRED = word_set("fire launch")
_GROUND = GROUND | word_set("side area")
_OFFICIAL = frozenset({None, "GOV", "MIL", "COP", "SPY", "LEG"})


def whence(verb: Token) -> Cue | None:
    """The cue of a verb that says so of attackers or of an attack, by the word of somebody."""
    subjects = _subjects(verb)
    if not subjects or not _lands(verb) or any(c.dep_ == "neg" for c in verb.children):
        return None
    armed = any(noun_kind(t) or role_of(t) == "REB" for t in subjects)
    return Cue(verb, "accuse", WHENCE) if armed and mood_of(verb).real else None


def who_let_them(word: Cue, speaker: Who | None, cast: Cast) -> tuple[Who | None, Who | None]:
    """Who says it, and the state whose land it is, if it is not his own."""
    lands = [who for t in _lands(word.anchor) if (who := cast.actor(t)) is not None]
    state = next((w for w in lands if w.country != "UNK" and w.sector in _OFFICIAL), None)
    if state is None and any(t.lemma_.lower() in _BESIDE for t in _lands(word.anchor)):
        state = cast.neighbour(speaker)
    if speaker is None or state is None or speaker.sector not in _OFFICIAL:
        return None, None
    return (speaker, cast.state(state)) if state.country != speaker.country else (None, None)


def only_came(deed: Token) -> bool:
    """ "Gunmen came from Chad", "the attack was planned in Chad": nothing that was done there."""
    if deed.pos_ == "VERB":  # "the shots were fired from Chad"
        return any(map(spoken_of_before, _subjects(deed))) and whence(deed) is not None
    verb = deed.head
    if verb.pos_ != "VERB" or deed not in _subjects(verb):
        return False
    if role_of(deed) == "REB":
        return bool(prepositional(verb, "from"))
    return spoken_of_before(deed) and whence(verb) is not None


def _subjects(verb: Token) -> list[Token]:
    lemma = verb.lemma_.lower()
    if lemma in _COME:
        return [c for c in verb.children if c.dep_ == "nsubj"]
    return patients(verb) if lemma in MADE | _FIRED and passive(verb) else []


def _lands(verb: Token) -> list[Token]:
    """ "From Chad", "inside Chad", "from Chadian territory"."""
    links = ("from", "in", "inside", "across") if verb.lemma_.lower() in MADE else ("from",)
    joined = [verb, *(c for c in verb.children if c.dep_ == "conj")]
    near = [t for v in joined for t in prepositional(v, *links)]
    own = [
        c for t in near if t.lemma_.lower() in _GROUND for c in t.children if c.dep_ in QUALIFIERS
    ]
    return [t for t in (*near, *own) if t.text[0].isupper() or t.lemma_.lower() in _BESIDE]
