"""Which words of a sentence tell an act of their own: those that no other word governs."""

from spacy.tokens import Token

from escalation.coding.dealings.cue import Cue
from escalation.coding.dealings.reaction import retorted
from escalation.coding.sentence.clause import for_to, governors
from escalation.coding.sentence.phrases import word_set
from escalation.coding.status.operators import SAY

_TELLS = word_set("announce declare confirm report reveal disclose")


def outermost(words: list[Cue]) -> list[Cue]:
    """Words that no other word governs; coordinated ones and separate clauses stand beside."""
    anchors = {word.anchor.i: word for word in words}
    kept = []
    for word in words:
        below, absorbed = word.anchor, False
        for above in () if word.is_beside else governors(word.anchor):
            if below.dep_ in ("conj", "parataxis") or _own_clause(below, above):
                break
            now = below.tag_ in ("VBZ", "VBP") or word.kind == "reject.accusation"
            if below.dep_ == "relcl" and (now or retorted(below)):
                break  # "accuses Rome of a raid, which Rome denied"
            if below.dep_ == "prep" and below.lower_ in ("after", "following"):
                break
            if above.i in anchors:
                absorbed = True
                break
            below = above
        if not absorbed:
            kept.append(word)
    return [word for word in kept if not _announced_twice(word, kept)]


def _announced_twice(word: Cue, words: list[Cue]) -> bool:
    """ "Announced that it would ban ...", read both from the announcement and from what it says.

    What was done is told by its own verb; what is still to come only by the announcement.
    """
    for other in words:
        same = other.kind == word.kind
        plain = same or word.anchor.lemma_.lower() in _TELLS
        if plain and _announces(word.anchor, other.anchor) and not _is_ahead(other.anchor):
            return True
        if same and _announces(other.anchor, word.anchor) and _is_ahead(word.anchor):
            return True
    return False


def _announces(outer: Token, inner: Token) -> bool:
    """Does one verb say what the other tells, also by "will continue to"?"""
    while inner.dep_ == "xcomp":
        inner = inner.head
    said = inner.dep_ == "ccomp" and inner.head.i == outer.i
    return said and outer.lemma_.lower() in SAY


def _is_ahead(verb: Token) -> bool:
    while verb.dep_ == "xcomp":
        verb = verb.head
    return any(c.dep_ == "aux" and c.lower_ in ("will", "would") for c in verb.children)


def _own_clause(below: Token, above: Token) -> bool:
    if below.dep_ == "ccomp" and above.lemma_.lower() in SAY:
        return True
    if below.dep_ == "ccomp" and any(c.tag_ == "WDT" and c.dep_ == "dobj" for c in below.children):
        return True  # "accuses Rome of a raid, which Rome denied"
    if below.dep_ == "ccomp" and any(t.text == ";" for t in above.doc[below.i : above.i]):
        return True  # "Rome condemns the raid; Vienna and Bern abstain"
    if below.dep_ == "advcl" and for_to(below):
        return False
    if below.dep_ == "advcl":
        return below.tag_ == "VBG" or any(c.dep_ in ("nsubj", "nsubjpass") for c in below.children)
    return False
