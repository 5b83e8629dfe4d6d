"""What a headline has one tell another to do: "Free our sailors, Rome tells Bern"."""

from spacy.tokens import Token

from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sentence.verb_forms import verbs

COMMAND = "verb:command"
_TELLS = word_set("tell warn urge ask")
_ELSE = word_set("face risk war else will expect suffer")
_QUOTES = frozenset({'"', "'", "“", "‘", "``"})


def command(verb: Token) -> Cue | None:
    """The cue of a verb of telling behind what it tells another to do, or else."""
    if verb.lemma_.lower() not in _TELLS or verb.dep_ != "ROOT" or not verb.i:
        return None
    told = _told_first(verb)
    if told is None or not any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children):
        return None
    ordered = [t.lower_ for t in verb.doc[told.i : verb.i]]
    threat = "or" in ordered and not _ELSE.isdisjoint(ordered[ordered.index("or") :])
    return Cue(verb, "threat.ultimatum" if threat else "demand", COMMAND)


def _told_first(verb: Token) -> Token | None:
    """The first word of the sentence, where it is a verb in the imperative below that verb."""
    opening = (t for t in verb.sent if t.text not in _QUOTES)
    first = next(opening, verb)
    plain = first.tag_ == "VB" or (first.lower_ in verbs() and first.tag_ in ("VBP", "NN"))
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if not plain or subject is None or not first.i < subject.left_edge.i or subject.i > verb.i:
        return None
    comma = subject.left_edge.nbor(-1)
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in first.children)
    return first if not own and (comma.text == "," or comma.text in ("”", "''", '"')) else None


def is_commanded(token: Token, words: list[Cue]) -> bool:
    """Is a word part of what is only told another to do?"""
    return any(w.rule == COMMAND and token.i < w.anchor.i for w in words)
