""" "Condemned what it called a raid", "in what he described as an answer": the raid, the answer.

The parse hangs what something is called on the calling, and that on the verb or the preposition;
read the other way round, the raid is what was condemned, and the calling only tells of it.
"""

from spacy.tokens import Doc, Token

from escalation.coding.sentence.phrases import word_set

_CALLS = word_set(
    "call term describe label dub brand characterize characterise style consider deem regard"
    " portray denounce depict see view"
)
_SAYS = word_set("say claim allege insist")
_ROLES = {"ccomp": "dobj", "dobj": "dobj", "pcomp": "pobj"}
_NAMED = frozenset({"oprd", "dobj"})


def so_called(doc: Doc) -> None:
    """Mend a parsed document in place."""
    for token in doc[1:-2]:
        if token.lower_ != "what" or token.tag_ != "WP" or token.head.i <= token.i:
            continue
        calling = token.head if token.dep_ == "dobj" else token.head.head
        thing = _called(token, calling) if calling.dep_ in _ROLES else None
        if thing is not None and calling.head.i < token.i:
            _turn(thing, calling)


def _called(what: Token, calling: Token) -> Token | None:
    """What something is called, described as, or said to be."""
    lemma = calling.lemma_.lower()
    if what.dep_ == "nsubj" and lemma in _SAYS and what.head.lemma_ == "be":
        return next((c for c in what.head.children if c.dep_ == "attr"), None)
    if what.dep_ != "dobj" or lemma not in _CALLS:
        return None
    names = [c for c in calling.children if c.dep_ in _NAMED and c.i > calling.i]
    as_what = (c for c in calling.children if c.lower_ == "as" and c.i > calling.i)
    names += [t for c in as_what for t in c.children if t.dep_ == "pobj"]
    return next((t for t in names if t.pos_ in ("NOUN", "PROPN")), None)


def _turn(thing: Token, calling: Token) -> None:
    role, above, end = _ROLES[calling.dep_], calling.head, thing.right_edge.i + 1
    thing.head, thing.dep_ = above, role
    calling.head, calling.dep_ = thing, "relcl"
    for child in list(calling.children):  # "what it called claims by Rome": Rome's
        if child.dep_ in ("prep", "agent") and child.i == end:
            child.head, child.dep_ = thing, "prep"
