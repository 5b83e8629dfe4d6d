"""Clauses that "as" opens and that the parse takes for a phrase: "as a bomb exploded"."""

from spacy.tokens import Token

from escalation.coding.sentence.clause import TENSED


def as_clause(mark: Token) -> None:
    """ "Ten died as a bomb exploded": a clause, not "as a bomb"."""
    subject = next((c for c in mark.children if c.dep_ == "pobj"), None)
    if subject is None or subject.right_edge.i + 1 >= len(mark.doc):
        return
    verb = _past_an_aside(subject.right_edge.nbor())
    told = verb.tag_ in TENSED and verb.dep_ in ("advcl", "conj", "ccomp")
    if not told or any(c.dep_ in ("csubj", "aux", "auxpass") for c in verb.children):
        return
    above = mark.head
    for wrong in [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]:
        if above.dep_ != "acl" or above.head.i != wrong.i:
            return  # it has a subject of its own
        wrong.head, wrong.dep_ = verb.head, "conj"
        above.pos_ = "VERB"
    if verb.i == above.i or verb.is_ancestor(above):
        return  # the clause would hang on itself
    subject.head, subject.dep_ = verb, "nsubj"
    verb.head, verb.dep_ = above, "advcl"
    mark.head, mark.dep_ = verb, "mark"


def _past_an_aside(comma: Token) -> Token:
    """ "As men, targeting pilgrims, open fire": the verb behind what stands between the commas."""
    aside = comma.text == "," and comma.i + 1 < len(comma.doc) and comma.nbor().tag_ == "VBG"
    after = comma.doc[comma.i + 2 : comma.i + 10] if aside else ()
    closes = next((t for t in after if t.text == ","), None)
    return closes.nbor() if closes is not None and closes.i + 1 < len(comma.doc) else comma
