"""Who lets captives go, where nobody is said to: those who had seized or held them.

"was freed after being held for a year by rebels"    these rebels
"two of the men held hostage by rebels are freed"    the same
"a doctor kidnapped in May has been released"        kidnappers without a name
"nine hostages are released"                         the same
"""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.dealings.parties import party
from escalation.coding.sentence.clause import agents, passive, patients, prepositional
from escalation.coding.sentence.phrases import word_set

_HOLDS = word_set("hold detain arrest jail imprison capture kidnap abduct seize take keep hijack")
_KIDNAPS = word_set("kidnap abduct hijack")
_HOSTAGES = word_set("hostage captive abductee")
_HELD = word_set("hostage captive captivity hostages")
_BY_FORCE = word_set("rescue retrieve save recover")


def captors(verb: Token, cast: Cast) -> Who | None:
    """Who had held those that a verb says were let go; None where nobody has."""
    freed = _freed(verb)
    after = [c for p in verb.children if p.lower_ == "after" for c in p.children]
    after += [c for c in verb.children if c.dep_ == "advcl"]
    after += [c for t in freed for c in t.children if c.dep_ in ("acl", "relcl")]
    held = [c for c in after if c.lemma_.lower() in _HOLDS and passive(c)]
    if (who := next((w for v in held if (w := party(agents(v), cast))), None)) is not None:
        return who
    if verb.lemma_.lower() in _BY_FORCE or not passive(verb):
        return None
    kidnapped = any(map(_is_kidnapping, held))
    if not verb.sent.start:  # later it may be by who stormed the building
        kidnapped = kidnapped or any(t.lemma_.lower() in _HOSTAGES for t in freed)
    return Who("UNK.REB", "", verb.idx, verb.idx, verb.i, "REB") if kidnapped else None


def _freed(verb: Token) -> list[Token]:
    """ "Two of the nine hostages were freed": the two, and of whom they are."""
    freed = patients(verb)
    return [*freed, *(t for one in freed for t in prepositional(one, "of"))]


def _is_kidnapping(verb: Token) -> bool:
    as_what = (c for c in verb.children if c.dep_ in ("oprd", "acomp", "dobj", "attr"))
    return verb.lemma_.lower() in _KIDNAPS or any(c.lower_ in _HELD for c in as_what)
