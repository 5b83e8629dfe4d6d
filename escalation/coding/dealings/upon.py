"""Whom it is done upon: marchers dispersed, those marched against, who asked, who is handed a post.

They go before whoever else is named beside.
"""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import coordinated, patients, prepositional
from escalation.coding.sentence.phrases import word_set

ASKED = word_set("demand request call offer proposal ultimatum condition pressure plea")
"""Nouns for what somebody asks for."""
_CROWDS = word_set(
    "rally protest demonstration march crowd gathering procession vigil sit-in picket meeting"
    " protester protestor demonstrator marcher"
)
_NOBODYS = frozenset({"GOV", "MIL", "COP"})
_UPON_PEOPLE = ("coerce", "coerce.expulsion", "coerce.deportation", "coerce.restriction")
_HANDS_OVER = word_set("hand transfer cede surrender relinquish turn give return yield pass")
_PEOPLE = frozenset({"CVL", "OPP", "MED", "EDU", "LAB", "REF", "REL", "NGO", "PTY"})
_DONE_FOR = word_set("release free pardon extradite protect punish spare return try prosecute hang")
_THINGS = ("dobj", "pobj", "conj")
_MORE = word_set("more additional extra further fresh")
_MARCHED_AGAINST = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


def dispersed(verb: Token, by: Who, cast: Cast) -> Who | None:
    """Those in the crowd that a verb takes; somebody of the land, where nothing tells who."""
    ends = [c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"]
    for crowd in (t for word in (verb, *ends) for t in patients(word)):
        if crowd.lemma_.lower() not in _CROWDS:
            continue
        who = cast.who(crowd)
        inside = [who, *map(cast.who, prepositional(crowd, "of", "by"))]
        told = next((w for w in inside if w is not None and w.sector not in _NOBODYS), None)
        people = Who(f"{by.country}.CVL", crowd.text, crowd.idx, crowd.idx, crowd.i, "CVL")
        return people if told is None else replace(told, head=crowd.i)
    return None


def upon_people(verb: Token, kind: str, cast: Cast) -> Who | None:
    """ "Break up a crowd of teachers who marched on the court": the teachers, not the court."""
    if kind not in _UPON_PEOPLE:
        return None
    verbs = [verb, *(c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VB")]
    for of in verbs:
        for token in patients(of):
            who = cast.actor(token)
            if who is not None and who.role != "SITE" and who.sector in _PEOPLE:
                return who
    return None


def marched_against(verb: Token, kind: str, cast: Cast) -> Who | None:
    """ "Turned the burial of a cleric into a march against the council": the council."""
    if not kind.startswith("protest"):
        return None
    below = [t for t in verb.subtree if t.dep_ == "pobj"]
    against = [t for t in below if t.head.lower_ == "against"]
    fought = [t for t in below if t.head.lower_ in ("with", "between") and kind == "protest.riot"]
    faced = [w for f in fought for t in coordinated(f) if (w := cast.actor(t)) and w.is_force]
    told = (w for t in against if (w := cast.actor(t)) and w.sector in _MARCHED_AGAINST)
    return next(iter((*faced, *told)), None)


def who_asked(verb: Token) -> list[Token]:
    """ "Bows to opposition demands", "to the rebels' demand": who made them."""
    asked = [t for t in prepositional(verb, "to") if t.lemma_.lower() in ASKED]
    beside = [c for t in asked for c in t.children if c.dep_ in ("compound", "poss", "amod")]
    return beside + [t for a in asked for t in prepositional(a, "of", "by", "from")]


def handed_to(verb: Token) -> list[Token]:
    """ "Transfers control of a base to the army", "surrendered a post to rebels": who has it."""
    if verb.lemma_.lower() not in _HANDS_OVER or not patients(verb):
        return []
    to = [t for t in verb.subtree if t.dep_ == "pobj" and t.head.lower_ == "to"]
    return to[-1:]  # "the road to the coast to the rebels"


def is_asked_for(token: Token, who: Who) -> bool:
    """ "Requests more troops", "asks that a clerk be freed": what is asked, and nobody who is."""
    if token.dep_ == "nsubjpass" and token.head.dep_ in ("ccomp", "xcomp"):
        return token.head.lemma_.lower() in _DONE_FOR and who.sector not in ("GOV", None)
    if token.lower_ == "justice":
        return True
    if who.country != "UNK" or who.sector not in ("MIL", "COP") or token.dep_ not in _THINGS:
        return False
    return any(c.lower_ in _MORE for c in token.children)
