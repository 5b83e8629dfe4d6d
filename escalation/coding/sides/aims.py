"""At whom an attack was aimed, where a later sentence says it: "the target was an army post"."""

from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.sentence.clause import agents, passive, patients
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sides.victims import aboard
from escalation.coding.story.act import Act

_ANYBODY = word_set("people person persons others man men woman women civilian civilians")


def aim_told(sentence: Span, cast: Cast) -> Who | None:
    """At whom the attack was that the document has told before; None where nothing is said."""
    tokens = (t for word in sentence for t in _aims(word))
    known = (cast.who(aboard(t)) for t in tokens)
    return next((who for who in known if who is not None and not cast.is_place(who)), None)


def _aims(word: Token) -> list[Token]:
    verb = word.head
    if word.lemma_.lower() != "target":
        return []
    if word.dep_ == "nsubj" and verb.lemma_ == "be" and not _negated(verb):
        return [c for c in verb.children if c.dep_ == "attr"]
    said_of_it = word.pos_ == "VERB" and word.dep_ in ("ccomp", "xcomp") and not passive(word)
    of_them = any(t.pos_ == "PRON" for t in agents(word))
    return patients(word) if said_of_it and of_them and not _negated(word) else []


def _negated(verb: Token) -> bool:
    return any(
        c.dep_ in ("neg", "aux") and c.lower_ not in ("had", "has", "have") for c in verb.children
    )


def only_people(act: Act) -> bool:
    """Does an attack, so far, tell only that people were there?"""
    target = act.target
    words = target.name.lower().split() if target is not None else []
    told = not words or (target is not None and target.sector == "CVL" and words[-1] in _ANYBODY)
    return act.is_violent and act.status in ("happened", "claimed") and told
