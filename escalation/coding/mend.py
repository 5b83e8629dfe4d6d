"""Mends of the parse where the words of violence are often misread, in headlines above all."""

from spacy.tokens import Doc, Token

_DEEDS = frozenset({"firing", "shelling", "bombing", "killing", "shooting", "bombardment"})


def mend(doc: Doc) -> None:
    """Mend a parsed document in place."""
    for token in doc[:-1]:
        after = token.nbor()
        if token.lower_ == "drone" and token.pos_ == "VERB":
            _make_noun(token, after)
        if token.is_sent_start and token.dep_ == "amod" and token.head.tag_ == "VBZ":
            token.dep_ = "nsubj"  # "Pakistan conducts ...", taken for an adjective
        if token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ == "VERB":
            _subject(token)
        if token.lower_ in ("gun", "guns", "gunned", "gunning") and after.lower_ == "down":
            token.pos_, token.lemma_ = "VERB", "gun"
            after.dep_ = "prt"
        if token.lower_ in ("as", "when") and token.dep_ == "prep":
            _clause(token)
        if after.lower_ in _DEEDS and after.tag_ == "VBG":
            _deed(token, after)


def _subject(verb: Token) -> None:
    """ "A Roman sniper shot dead ...": a verb in the past has no parts, but a subject."""
    parts = [c for c in verb.children if c.dep_ == "compound" and c.i < verb.i]
    others = any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "auxpass") for c in verb.children)
    if not parts or others or parts[-1].i + 1 != verb.i:
        return
    subject = parts.pop()
    subject.dep_ = "nsubj"
    for token in [*parts, *(c for c in verb.children if c.dep_ in ("det", "amod", "poss"))]:
        if token.i < subject.i:
            token.head = subject


def _clause(mark: Token) -> None:
    """ "Ten died as a bomb exploded": a clause, not "as a bomb"."""
    subject = next((c for c in mark.children if c.dep_ == "pobj"), None)
    if subject is None or subject.right_edge.i + 1 >= len(mark.doc):
        return
    verb = subject.right_edge.nbor()
    told = verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ in ("advcl", "conj", "ccomp")
    if not told or any(c.dep_ in ("csubj", "aux", "auxpass") for c in verb.children):
        return
    above = mark.head
    for wrong in [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]:
        if above.dep_ != "acl" or above.head.i != wrong.i:
            return  # it has a subject of its own
        wrong.head, wrong.dep_ = verb.head, "conj"
        above.pos_ = "VERB"
    subject.head, subject.dep_ = verb, "nsubj"
    verb.head, verb.dep_ = above, "advcl"
    mark.head, mark.dep_ = verb, "mark"


def _deed(before: Token, deed: Token) -> None:
    """ "Indian shelling kills ...": a noun with its owner, not a clause."""
    owned = before.tag_ in ("JJ", "NNP", "NNPS", "POS")
    if owned and deed.dep_ == "acl" and deed.head.i == before.i and before.dep_ == "nsubj":
        deed.head, deed.dep_, deed.pos_ = before.head, "nsubj", "NOUN"
        before.head, before.dep_ = deed, "amod"
    elif owned and deed.dep_ in ("nsubj", "pobj", "dobj") and before.head.i == deed.i:
        deed.pos_ = "NOUN"


def _make_noun(token: Token, noun: Token) -> None:
    """Mend "conducts drone strikes": no verb "to drone" stands before its own object here."""
    if noun.pos_ != "NOUN" or noun.head.i != token.i:
        return
    token.pos_, above, role = "NOUN", token.head, token.dep_
    others = [child for child in token.children if child.i != noun.i]
    is_root = above.i == token.i
    noun.head, noun.dep_ = (
        (noun, "ROOT") if is_root else (above, "dobj" if role == "xcomp" else role)
    )
    token.head, token.dep_ = noun, "compound"
    for child in others:
        child.head = noun if is_root else above
