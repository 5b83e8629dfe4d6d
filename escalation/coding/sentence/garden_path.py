"""Participles that the parse took for the verb of a sentence, or of its first clause.

"Nine men held over a riot are released", "two women held hostage by rebels are set free", "officers
found guilty of theft are jailed": who they are, and then what is told of them.
"""

from spacy.tokens import Doc, Token

from escalation.coding.sentence.clause import SUBJECTS, TENSED
from escalation.coding.sentence.phrases import word_set

_IRREGULAR = word_set("held found wanted caught brought shot hit taken sent sought")
_SAID_TO_BE = frozenset({"thought", "said", "known"})
_AS_WHAT = word_set("hostage captive prisoner guilty hostages prisoners captives")
_BELOW = ("conj", "ccomp")
_ABOVE = ("ccomp", "csubj", "csubjpass")
_AUXILIARIES = ("aux", "auxpass")


def garden_path(doc: Doc) -> None:
    """Mend a parsed document in place."""
    for sentence in list(doc.sents):
        root = sentence.root
        _as_hostage(root)
        pairs = [(root, c) for c in root.children if c.dep_ in _BELOW and c.i > root.i]
        pairs += [(c, root) for c in root.children if c.dep_ in _ABOVE and c.i < root.i]
        for participle, told in pairs:
            subject = next((c for c in participle.children if _is_subject(c)), None)
            _as_attribute(participle, told)
            if subject is not None and _is_one(participle, subject) and _is_told(told, participle):
                _mend(participle, told, subject)
                break


def _to_be(verb: Token) -> Token | None:
    """ "Men thought to be spies"."""
    return next((c for c in verb.children if c.dep_ == "xcomp" and c.lower_ == "be"), None)


def _as_attribute(participle: Token, told: Token) -> None:
    """ "Nine men believed to be foreigners are killed": what they were, and not who was killed."""
    be = _to_be(participle)
    own = next((c for c in told.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if be is None or own is None or own.left_edge.i != be.i + 1 or told.i < be.i:
        return
    if not any(c.dep_ in ("attr", "acomp") for c in be.children):
        own.head, own.dep_ = be, "attr"


def _is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") and token.i < token.head.i


def _is_one(verb: Token, subject: Token) -> bool:
    """May it be a participle of its subject, by its form and by what it takes?"""
    form = verb.lower_.endswith("ed") or verb.lower_ in _IRREGULAR
    form = form or (verb.lower_ in _SAID_TO_BE and _to_be(verb) is not None)
    takes = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ not in _AS_WHAT]
    takes = [c for c in takes if not _off(c)]
    aided = any(c.dep_ in _AUXILIARIES and c.i < verb.i for c in verb.children)
    beside = subject.i < verb.i and subject.right_edge.i + 1 == verb.i
    return verb.tag_ in ("VBD", "VBN") and form and beside and not (takes or aided)


def _is_told(verb: Token, participle: Token) -> bool:
    """Is it a verb with a finite auxiliary, and no subject of its own nor any conjunction?"""
    finite = [c for c in verb.children if c.dep_ in _AUXILIARIES and c.tag_ in TENSED]
    own = any(c.dep_ in (*SUBJECTS, "nsubjpass", "mark", "expl", "cc") for c in verb.children)
    joined = any(c.dep_ == "cc" for c in participle.children)
    if not finite or own or joined or verb.pos_ != "VERB":
        return False
    between = verb.doc[participle.i : finite[0].i]
    return not any(t.text in (",", ";", ":") or t.is_quote for t in between)


def _mend(participle: Token, told: Token, subject: Token) -> None:
    above, dep = participle.head, participle.dep_
    if dep == "ROOT":
        told.head, told.dep_ = told, dep
        for child in [c for c in participle.children if c.i > told.i]:
            child.head = told
    elif above.i != told.i:
        told.head, told.dep_ = above, dep
    for child in [c for c in participle.children if c.i < subject.left_edge.i]:
        child.head = told  # "in Chad, men held over a riot are released"
    passive = any(c.dep_ == "auxpass" for c in told.children)
    subject.head, subject.dep_ = told, "nsubjpass" if passive else "nsubj"
    participle.head, participle.dep_, participle.tag_ = subject, "acl", "VBN"
    for child in participle.children:
        if child.lower_ == "by" and child.dep_ == "prep":
            child.dep_ = "agent"
        elif child.dep_ == "dobj":
            off = _off(child)
            child.head, child.dep_ = (off[0], "pobj") if off else (participle, "oprd")
            for token in off:
                token.dep_, token.pos_ = "prep", "ADP"


def _off(noun: Token) -> list[Token]:
    """ "Sailors hijacked off Somalia": where, and not what was hijacked."""
    return [c for c in noun.head.children if c.dep_ == "prt" and c.i + 1 == noun.left_edge.i]


def _as_hostage(told: Token) -> None:
    """ "An engineer held hostage by rebels is freed": he is, and no hostage beside him."""
    what = next((c for c in told.children if c.dep_ == "nsubjpass"), None)
    if what is None or what.lower_ not in _AS_WHAT:
        return
    held = next((c for c in what.children if c.dep_ == "amod" and c.tag_ == "VBN"), None)
    subject = next((c for c in held.children if c.dep_ == "nsubj"), None) if held else None
    if held is None or subject is None or held.i + 1 != what.i:
        return
    subject.head, subject.dep_ = told, "nsubjpass"
    held.head, held.dep_, held.pos_ = subject, "acl", "VERB"
    for child in [c for c in what.children if c.i > what.i]:
        child.head = held
        child.dep_ = "agent" if child.lower_ == "by" else child.dep_
    what.head, what.dep_ = held, "oprd"
