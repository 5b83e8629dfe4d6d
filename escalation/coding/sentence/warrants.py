"""A court that "issues arrest warrants", where the parse sees issues that arrest somebody."""

from spacy.tokens import Doc, Token

_ISSUES = {
    "issues": "issue", "issue": "issue", "seeks": "seek", "seek": "seek", "requests": "request",
    "request": "request",
}  # fmt: skip


def warrants(doc: Doc) -> None:
    """Mend "issues arrest warrants against two men" in place."""
    for arrest in doc[1:-1]:
        papers = arrest.nbor()
        named = arrest.lower_ == "arrest" and papers.lower_ in ("warrant", "warrants")
        if named and arrest.pos_ == "VERB" and papers.head.i == arrest.i:
            _issued(arrest.nbor(-1), arrest, papers)


def _issued(verb: Token, arrest: Token, papers: Token) -> None:
    court = next((c for c in verb.children if c.dep_ == "compound" and c.i + 1 == verb.i), None)
    if verb.lower_ not in _ISSUES or verb.head.i != arrest.i or court is None:
        return
    is_root = arrest.head.i == arrest.i
    verb.head, verb.dep_ = (verb, "ROOT") if is_root else (arrest.head, arrest.dep_)
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", _ISSUES[verb.lower_]
    for child in list(verb.children):
        if child.i < court.i:
            child.head = court
    court.dep_ = "nsubj"
    for child in list(arrest.children):
        child.head = verb
    papers.dep_ = "dobj"
    arrest.head, arrest.dep_, arrest.pos_, arrest.tag_ = papers, "compound", "NOUN", "NN"
    arrest.lemma_ = "arrest"
