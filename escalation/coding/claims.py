"""Who claims an attack: "the TTP claimed responsibility"."""

from spacy.tokens import Span

from escalation.coding.actors import Cast, Who
from escalation.coding.clause import agents, prepositional
from escalation.coding.status import mood_of


def claim_of(sentence: Span, cast: Cast) -> Who | None:
    """The actor who claims responsibility in a sentence; None where nobody does."""
    for token in sentence:
        if token.lemma_.lower() not in ("responsibility", "credit"):
            continue
        verb = token.head
        if verb.lemma_.lower() not in ("claim", "take", "accept", "assume", "admit"):
            continue
        mood = mood_of(verb)
        if mood.negated or mood.operator is not None:
            return None
        by = prepositional(verb, "by")
        return next((w for t in by or agents(verb) if (w := cast.who(t)) is not None), None)
    return None
