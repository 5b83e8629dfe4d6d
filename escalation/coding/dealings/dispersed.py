"""Who is driven apart: "police break up a rally of teachers against the mayor": the teachers."""

from dataclasses import replace

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import patients, prepositional
from escalation.coding.sentence.phrases import word_set

_CROWDS = word_set(
    "rally protest demonstration march crowd gathering procession vigil sit-in picket meeting"
    " protester protestor demonstrator marcher"
)
_NOBODYS = frozenset({"GOV", "MIL", "COP"})


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
