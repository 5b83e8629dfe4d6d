"""Who claims an attack: "the TTP claimed responsibility"."""

from spacy.tokens import Span, Token

from escalation.coding.actors import Cast, Who
from escalation.coding.clause import agents, prepositional
from escalation.coding.status import mood_of


def claim_of(sentence: Span, cast: Cast) -> Who | None:
    """The actor who claims responsibility in a sentence; None where nobody does."""
    for token in sentence:
        if token.lemma_.lower() not in ("responsibility", "credit"):
            continue
        verb = token.head
        if (misread := _misread(token, cast)) is not None:
            return misread
        if verb.lemma_.lower() not in ("claim", "take", "accept", "assume", "admit"):
            continue
        mood = mood_of(verb)
        if mood.negated or mood.operator is not None:
            return None
        by = prepositional(verb, "by")
        return next((w for t in by or agents(verb) if (w := cast.who(t)) is not None), None)
    return None


def _misread(noun: Token, cast: Cast) -> Who | None:
    """ "ISIL claims responsibility", where the parse takes "claims" for a noun."""
    before = noun.doc[noun.i - 1] if noun.i > 0 else None
    if before is None or before.lower_ != "claims" or before.pos_ == "VERB":
        return None
    earlier = (noun.doc[i] for i in range(before.i - 1, max(-1, before.i - 6), -1))
    return next((who for t in earlier if (who := cast.who(t)) is not None), None)
