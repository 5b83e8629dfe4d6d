"""Strikes told by what they did: "a strike by lawyers brings the courts to a standstill"."""

from spacy.tokens import Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.dealings.parties import party
from escalation.coding.sentence.clause import agents, passive, prepositional
from escalation.coding.sentence.phrases import word_set

_STRIKES = word_set("strike walkout shutdown hartal stoppage")


def strikers(verb: Token, cast: Cast) -> Who | None:
    """Whose strike it is, by "by lawyers", "led by separatists"; people's where nobody's is told.

    None where no strike does it.
    """
    strikes = [t for t in agents(verb) if t.lemma_.lower() in _STRIKES] if not passive(verb) else []
    if not strikes:
        return None
    called = [c for strike in strikes for c in strike.children if c.dep_ == "acl"]
    whose = [t for strike in strikes for t in prepositional(strike, "by", "of")]
    whose += [t for clause in called for t in agents(clause)]
    return party(whose, cast) or Who("UNK.CVL", "", verb.idx, verb.idx, verb.i, "CVL")
