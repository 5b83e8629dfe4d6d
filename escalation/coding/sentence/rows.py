"""Verbs in a row, and names of two halves, that the parse tears apart.

"Chad shuts a road, halts trade and expels envoys"   three deeds of Chad
"Rome accuses Bern of a raid and demands that ..."    Rome demands
"will strike back should Rome attack"                 a condition by its order of words
"The Jammu and Kashmir Police arrest ..."             one police
"""

from spacy.tokens import Doc, Token

from escalation.coding.sentence.clause import SUBJECTS, TENSED, WRITINGS
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sentence.verb_forms import base_of, forms
from escalation.coding.status.operators import SAY

_NO_VERBS = word_set(
    "arms sanctions sports goods talks troops works relations ties rights forces raids attacks"
    " strikes clashes protests claims reports aids plans calls visits"
)
_DENIES = frozenset({"deny", "reject", "dismiss", "refute", "dispute"})
_CHARGES = frozenset({"charge", "claim", "allegation", "accusation", "assertion"})
_HALVES = {
    "jammu": "kashmir", "bosnia": "herzegovina", "trinidad": "tobago", "antigua": "barbuda",
    "sistan": "baluchestan",
}  # fmt: skip


def in_rows(doc: Doc) -> None:
    """Mend them in place."""
    for sentence in list(doc.sents):
        if sentence.root.tag_ in TENSED:
            _run_on(sentence.root)
            _opening(sentence.root)
            _charge(sentence.root)
    for token in doc[1:-1]:
        word = token.lower_
        if word == "and" and token.nbor(-1).lower_ in _HALVES:
            _two_halves(token.nbor(-1), token.nbor())
        elif word == "should" and token.dep_ == "aux":
            _should(token)
        elif token.dep_ in ("conj", "compound") and word in forms() and _after_and(token):
            _and_does(token)
        elif token.tag_ == "VBG" and token.dep_ == "amod" and token.i > 1:
            _writing(token, token.nbor(-1))


def _run_on(root: Token) -> None:
    """ "Chad shuts a road, halts trade and expels envoys": the first is no part of the second."""
    first = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), None)
    if first is None or first.tag_ != root.tag_ or root.lemma_.lower() in SAY:
        return
    own = any(c.dep_ in SUBJECTS | {"nsubjpass", "mark", "aux", "expl"} for c in root.children)
    subject = next((c for c in first.children if c.dep_ == "nsubj"), None)
    if own or subject is None or root.nbor(-1).text != ",":
        return
    first.head, first.dep_ = first, "ROOT"
    for child in [c for c in root.children if c.i < root.i or c.text == "."]:
        child.head = first
    root.head, root.dep_ = first, "conj"


def _charge(root: Token) -> None:
    """ "Rome blames Bern for the raid, a charge Bern denies": Rome blames it, and that is told."""
    first = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), None)
    if first is None or root.lemma_ not in _DENIES or first.tag_ not in TENSED:
        return
    charge = next((c for c in root.children if c.dep_ == "dobj"), None)
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if charge is None or subject is None or charge.lemma_ not in _CHARGES:
        return
    if not first.i < charge.left_edge.i < charge.i < subject.i < root.i:
        return
    first.head, first.dep_ = first, "ROOT"
    for child in [c for c in root.children if c.i < charge.i or c.text == "."]:
        child.head = first
    charge.head, charge.dep_ = first, "npadvmod"
    root.head, root.dep_ = charge, "relcl"


def _opening(root: Token) -> None:
    """ "After talks in Oslo, Rome and Bern agree": they do; the parse has three names in a row."""
    if any(c.dep_ in SUBJECTS | {"nsubjpass", "expl", "agent"} for c in root.children):
        return
    opening = next((c for c in root.children if c.dep_ == "prep" and c.i < root.i), None)
    if opening is None or opening.i != root.sent.start:
        return
    for comma in root.doc[opening.i + 1 : root.i]:
        place = comma.nbor(-1)
        if comma.text != "," or place.dep_ != "pobj":
            continue
        doers = [c for c in place.children if c.dep_ in ("conj", "appos") and c.i > comma.i]
        if doers and doers[0].left_edge.i == comma.i + 1 and _up_to(doers[0], root):
            doers[0].head = root
            doers[0].dep_ = "nsubjpass" if _is_passive(root) else "nsubj"
            return


def _up_to(doer: Token, root: Token) -> bool:
    """Does nothing stand between the last of the doers and the verb but what belongs to it?"""
    last = max(t.i for t in doer.subtree)
    between = root.doc[last + 1 : root.i]
    both = any(c.dep_ == "conj" for c in doer.children)
    return both and all(
        t.head.i == root.i and t.dep_ in ("aux", "auxpass", "advmod") for t in between
    )


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _after_and(word: Token) -> bool:
    """Is it a noun in the plural, or taken for one, that may be the next verb of a row?"""
    noun = word.tag_ == "NNS" or (word.tag_ == "VBZ" and word.dep_ == "compound")
    return noun and word.nbor(-1).lower_ == "and" and word.lower_ not in _NO_VERBS


def _and_does(word: Token) -> None:
    """ "... and expels envoys", "... and demands that they leave": a verb of the same subject."""
    root, after = word.sent.root, word.nbor()
    if root.tag_ != "VBZ" or not root.i < word.i:
        return
    if word.dep_ == "compound":
        found = _taken(word, word.head)
    elif after.lower_ == "that":
        found = base_of(word.lower_) in SAY | _ASKS and _told(word, after)
    else:
        opens = after.tag_ in ("DT", "PRP$", "CD")
        wholes = (t for t in word.sent if t.left_edge.i == after.i and t.tag_.startswith("N"))
        found = opens and any(_taken(word, whole) for whole in wholes)
    if found:
        word.head, word.dep_ = root, "conj"
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBZ", base_of(word.lower_)


def _taken(verb: Token, whole: Token) -> bool:
    """Hang on the verb what it takes, if the parse had that beside an object."""
    above = whole.head
    beside = whole.dep_ == "conj" and (above.dep_ in ("dobj", "pobj") or above.tag_ == "VBZ")
    if not (beside or (verb.dep_ == "conj" and whole.dep_ in ("appos", "dobj"))):
        return False
    for child in [c for c in whole.children if c.i < verb.i and c.i != verb.i]:
        child.head = verb
    whole.head, whole.dep_ = verb, "dobj"
    return True


def _told(verb: Token, that: Token) -> bool:
    """Hang on the verb the clause that it opens with "that"."""
    clause = next((t for t in that.ancestors if t.i > that.i and t.pos_ == "VERB"), None)
    if clause is None:
        return False
    clause.head, clause.dep_ = verb, "ccomp"
    that.head, that.dep_ = clause, "mark"
    return True


_ASKS = word_set("demand insist vow warn claim urge request")


def _should(should: Token) -> None:
    """ "Will strike back should Rome attack", "threatens it with sanctions should it ..."."""
    verb = should.head
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or not should.i < subject.left_edge.i or verb.tag_ not in ("VB", "VBP"):
        return
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < should.i), None)
    if verb.dep_ == "ROOT" and told is not None:
        told.head, told.dep_ = told, "ROOT"
        for child in [c for c in verb.children if c.i < should.i or c.text == "."]:
            child.head = told
        verb.head, verb.dep_ = told, "advcl"
    elif verb.dep_ == "ccomp" and verb.head.i < should.i and verb.left_edge.i == should.i:
        verb.dep_ = "advcl"


def _two_halves(first: Token, second: Token) -> None:
    """ "The Jammu and Kashmir Police arrest ten": the police of a land whose name has an "and"."""
    whole = second.head
    if second.lower_ != _HALVES[first.lower_] or second.dep_ != "compound":
        return
    if whole.dep_ != "conj" or whole.head.i != first.i or whole.i != second.i + 1:
        return
    above, dep = first.head, first.dep_
    whole.head, whole.dep_ = (whole, "ROOT") if dep == "ROOT" else (above, dep)
    for child in [c for c in first.children if c.i < first.i]:
        child.head = whole
    first.head, first.dep_ = second, "compound"


def _writing(verb: Token, before: Token) -> None:
    """ "Put out a message threatening raids": what the message does, not which raids."""
    thing = verb.head
    beside = before.dep_ in ("nmod", "compound") and before.head.i == thing.i
    if not beside or before.lemma_.lower() not in WRITINGS or thing.i < verb.i:
        return
    before.head, before.dep_ = thing.head, thing.dep_
    for child in [c for c in thing.children if c.i < before.i]:
        child.head = before
    verb.head, verb.dep_, verb.pos_ = before, "acl", "VERB"
    thing.head, thing.dep_ = verb, "dobj"
