"""What a pronoun or "the group" stands for: the nearest fitting actor told before.

The subject of the verb of saying comes first ("the rebels said they would ..."), then subjects
before the pronoun, nearest first, then other phrases of the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Token

from escalation.coding.actors.named import NO_COUNTRIES
from escalation.coding.actors.who import POLITICAL
from escalation.coding.attacks.violence import WIELDED
from escalation.coding.sentence.clause import SUBJECTS, agents, governors
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import SAY
from escalation.coding.tolls.people import KIN, is_person

if TYPE_CHECKING:
    from escalation.coding.actors.actors import Cast
    from escalation.coding.actors.who import Who

_LANDS = frozenset({"country", "nation", "kingdom"})
_GROUPS = frozenset({"group", "organization", "organisation", "movement", "outfit", "network"})
_ARMED = frozenset(
    {"armed", "militant", "jihadist", "islamist", "insurgent", "rebel", "extremist", "terrorist"}
)
REFERRING = _GROUPS | _LANDS
_ONE = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "who"})
_SPEAKERS = frozenset({"we", "us", "our", "i", "me", "my", "ourselves"})
_MANY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_ATTACKS = word_set(
    "attack storm target hit kill fire open shoot ambush bomb raid torch burn destroy demolish"
    " shell pound strike overrun besiege surround assault"
)
_BODIES = word_set(
    "court tribunal parliament senate assembly congress government cabinet ministry army military"
    " navy police commission committee council party group movement"
)
_CAUSES = frozenset({"make", "let"})
_ARMS = WIELDED | word_set("gun rifle weapon vest explosive bomb grenade pistol")
_REACH = 90


def referent(token: Token, cast: Cast) -> Who | None:
    """The actor that a pronoun or a referring noun stands for; None if none fits."""
    word = token.lower_
    if word in _SPEAKERS:
        return _speaker(token, cast)
    if word not in _ONE | _MANY | _IT and token.lemma_.lower() not in REFERRING:
        return None
    if token.lemma_.lower() in REFERRING and not _definite(token):
        return None
    if token.lemma_.lower() in _LANDS:
        return _state(token, cast)
    if (owner := _own_clause(token, cast)) is not None:
        return owner
    if _is_judged(token):
        return None
    own = _own_subjects(token)
    for verb in governors(token):
        if verb.lemma_.lower() in SAY and verb.i != token.head.i and word in _MANY | _IT:
            said = next((w for t in agents(verb) if (w := cast.who(t)) is not None), None)
            if said is not None and said.head not in {token.i, *own} and _may_be(token, said, cast):
                return said
    if word in _ONE and _said_by_a_stranger(token, cast):
        return None
    for candidate in _before(token):
        who = cast.who(candidate) if candidate.i not in own else None
        if who is not None and who.head != token.i and _fits(word, candidate, who, cast):
            return who
    return None


def _is_judged(token: Token) -> bool:
    """ "Condemned the raid, calling it a crime": the deed, and nobody."""
    called = [c for c in token.head.children if c.dep_ == "oprd"] if token.lower_ == "it" else []
    return token.dep_ == "dobj" and any(c.lemma_.lower() not in _LANDS for c in called)


def _own_clause(token: Token, cast: Cast) -> Who | None:
    """ "Oslo says that Rome closed its borders": those of the one who closed them."""
    verb = next((t for t in governors(token) if t.pos_ == "VERB"), None)
    if token.tag_ != "PRP$" or verb is None or verb.dep_ != "ccomp" or _is_hit(token, verb):
        return None
    subjects = [t for t in verb.children if t.dep_ == "nsubj" and t.right_edge.i < token.i]
    owners = (who for t in subjects if (who := cast.who(t)) is not None)
    return next((w for w in owners if _fits(token.lower_, cast.doc[w.head], w, cast)), None)


def _said_by_a_stranger(token: Token, cast: Cast) -> bool:
    """ "Smith, who served under the president, claims that he ...": he is nobody we know."""
    verb = next((v for v in governors(token) if v.lemma_.lower() in SAY), None)
    said = [t for t in agents(verb) if t.i < token.i] if verb is not None else []
    return any(t.pos_ == "PROPN" and cast.who(t) is None for t in said)


def _own_subjects(token: Token) -> set[int]:
    """Who accuses "it" is somebody else: an object is not the subject of its own verb."""
    verb = next((t for t in governors(token) if t.pos_ == "VERB"), token)
    objects = token.dep_ in ("dobj", "pobj") and not token.lower_.endswith(("self", "selves"))
    if token.dep_ == "nsubj" and token.head.dep_ == "ccomp" and token.head.head.lemma_ in _CAUSES:
        objects, verb = True, token.head.head  # "vowed to make it pay"
    objects = objects or _is_hit(token, verb)
    return {agent.i for agent in agents(verb)} if objects and verb.pos_ == "VERB" else set()


def _is_hit(their: Token, verb: Token) -> bool:
    """ "Rebels stormed their post": not the rebels' own, as their weapons are."""
    thing = their.head
    if their.tag_ != "PRP$" or verb.lemma_.lower() not in _ATTACKS or thing.lemma_ in _ARMS | KIN:
        return False
    own = any(c.lower_ == "own" for c in thing.children)
    at = thing.dep_ == "pobj" and thing.head.lower_ in ("at", "on", "upon", "into")
    return (
        (at or thing.dep_ in ("dobj", "nsubjpass"))
        and thing.head in (verb, *verb.children)
        and not own
    )


def _may_be(they: Token, said: Who, cast: Cast) -> bool:
    """ "The ministry claims they attacked a base": no ministry that is told as one.

    Nor is it the mayor in "they burned houses, the mayor said".
    """
    one = said.sector in ("GOV", "JUD", "LEG") and cast.doc[said.head].tag_ in ("NN", "NNP")
    charges = they.head.head.lemma_ in ("claim", "allege") or said.head > they.i
    return not (they.lower_ == "they" and one and charges and they.head.lemma_ in _ATTACKS)


def _definite(noun: Token) -> bool:
    """ "The group", bare: not "a group", not "the rights group"."""
    before = [c for c in noun.children if c.i < noun.i and c.lower_ not in _ARMED]
    return (
        len(before) == 1
        and before[0].lower_ in ("the", "this", "that")
        and not any(c.dep_ in ("prep", "acl", "appos") for c in noun.children)
    )


def _speaker(token: Token, cast: Cast) -> Who | None:
    for verb in governors(token):
        if verb.lemma_.lower() in SAY:
            for agent in agents(verb):
                if agent.i != token.i and (who := cast.who(agent)) is not None:
                    return who
    return next((w for c in _before(token) if (w := cast.who(c)) is not None), None)


def _state(token: Token, cast: Cast) -> Who | None:
    """ "The country": that of whoever speaks of it, or acts before it."""
    for candidate in _before(token):
        who = cast.who(candidate) if candidate.i != token.i else None
        if who is not None and len(who.country) == 3 and who.country not in NO_COUNTRIES:
            return cast.state(who)
    return None


def _before(token: Token) -> Iterator[Token]:
    for verb in governors(token):
        if verb.lemma_.lower() in SAY and verb.i != token.head.i:
            yield from (t for t in agents(verb) if t.pos_ != "PRON")
    doc = token.doc
    first = max(0, token.i - _REACH)
    earlier = [doc[i] for i in range(token.i - 1, first - 1, -1)]
    subjects = [t for t in earlier if t.dep_ in SUBJECTS | {"nsubjpass"} and t.pos_ != "PRON"]
    says = any(verb.lemma_.lower() in SAY for verb in governors(token))
    tails = [] if says else [t for t in subjects if _only_tells(t)]
    yield from (t for t in subjects if t not in tails)
    yield from tails
    yield from (t for t in earlier if t.dep_ in ("pobj", "dobj") and t.pos_ in ("NOUN", "PROPN"))


def _only_tells(subject: Token) -> bool:
    """ "Gunmen killed nine, the police said. They fled ...": not the police, who only tell it."""
    verb = subject.head
    if verb.lemma_.lower() not in SAY or verb.dep_ != "ROOT":
        return False
    told = (c for c in verb.children if c.dep_ == "ccomp")
    return any(c.i < subject.i and any(t.dep_ in SUBJECTS for t in c.children) for c in told)


def _with_article(name: Token) -> bool:
    return any(c.lower_ == "the" and c.i == name.i - 1 for c in name.children)


def _fits(word: str, candidate: Token, who: Who, cast: Cast) -> bool:
    plural = candidate.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in candidate.children)
    if word in _ONE:
        thing = who.role in ("COP", "MIL") and candidate.pos_ == "NOUN" and not is_person(candidate)
        if thing or candidate.lemma_.lower() in _BODIES:
            return False  # a court, a police station
        if cast.is_place(who) or (candidate.pos_ == "PROPN" and _with_article(candidate)):
            return False  # "the Taliban" is no "he"
        return (candidate.tag_ in ("NN", "NNP") and who.role in POLITICAL | {"CVL", "MED"}) or (
            candidate.tag_ == "NNP" and who.role is None and who.sector in POLITICAL
        )
    if word in _IT:
        return not plural and who.role not in ("CVL", "MED") and who.known
    if word in _MANY:
        body = who.country in ("IGO", "NGO", "IMG")  # "NATO withdraws their troops"
        return plural or body or who.role in ("COP", "MIL", "REB") or who.sector == "REB"
    return who.sector in ("REB", "OPP", "NGO", "PTY") or who.country in ("IGO", "IMG", "NGO")
