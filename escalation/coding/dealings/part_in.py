"""Whose work an attack is said to have been: a charge by whoever says so, against whoever it was.

"says that Chad planned the attack"         "hints that Chadian spies were involved in the raid"
"believes that Chad had a hand in it"       "concludes that Chad helped rebels in the bombing"
"""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.roles import role_of
from escalation.coding.actors.who import Who
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.parties import party
from escalation.coding.dealings.whence import MADE
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.mood import mood_of

PART_IN = "part in"
_MADE = MADE | word_set("engineer sponsor instigate commission finance fund co-ordinate")
_ABETS = word_set("aid help assist abet back support")
_HAS = word_set("have play take")
_PART = word_set("part hand role involvement share complicity")
_INVOLVED = word_set("involve implicate")
_COMPLICIT = word_set("complicit instrumental")
_IN_IT = ("in", "behind")


def part_in(verb: Token) -> Cue | None:
    """The cue of a verb by which somebody says so of another: "says that Chad planned the raid"."""
    if not any(map(_is_violent, _deeds(verb))) or any(c.dep_ == "neg" for c in verb.children):
        return None
    mood = mood_of(verb)
    told = mood.saying is not None and mood.real and not mood.negated
    return Cue(verb, "accuse", PART_IN) if told else None


def whose_part(word: Cue, speaker: Who | None, cast: Cast) -> tuple[Who | None, Who | None]:
    """Who says it, and of whom: another state, or an armed group that has a name."""
    verb = word.anchor
    of = patients(verb) if verb.lemma_.lower() in _INVOLVED and passive(verb) else agents(verb)
    other = party(of, cast)
    if speaker is None or other is None or other.country == "UNK" or not speaker.known:
        return None, None
    own = other.country == speaker.country and other.sector != "REB"
    return (None, None) if own or other.code == speaker.code else (speaker, other)


def _deeds(verb: Token) -> list[Token]:
    """What somebody is said to have had a part in, by the verb; nothing of any other verb."""
    lemma = verb.lemma_.lower()
    if lemma in _MADE and not passive(verb):
        return patients(verb)
    if lemma in _INVOLVED and passive(verb):
        return prepositional(verb, "in", "with")
    if lemma in _ABETS:  # not "helped it in the raid", which is an ally's
        armed = [t for t in patients(verb) if role_of(t) == "REB"]
        return [t for one in (verb, *armed) for t in prepositional(one, "in")] if armed else []
    if lemma in _HAS:
        parts = [t for t in patients(verb) if t.lemma_.lower() in _PART]
        return [t for one in (verb, *parts) for t in prepositional(one, *_IN_IT)] if parts else []
    if lemma == "be":
        parts = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _COMPLICIT]
        return [t for part in parts for t in prepositional(part, *_IN_IT)]
    return []


def _is_violent(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and noun_kind(noun) is not None
