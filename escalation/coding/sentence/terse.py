"""What headlines leave out: "and", "is" and "was" are not written, and are read all the same.

    "Rome, Vienna agree to talk"               Rome and Vienna agree
    "Rome to expel envoys"                     Rome is to expel envoys
    "Clerk jailed in Oslo"                     a clerk was jailed

The parse takes the first of two names for a time or an aside, and what was done to somebody for a
description of him.
"""

from spacy.tokens import Doc, Span, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence_words import words
from escalation.coding.days.calendar import CALENDAR
from escalation.coding.sentence.clause import FINITE
from escalation.coding.sentence.phrases import word_set

_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_PLURAL = frozenset({"VBP", "VBD", "VB"})
_DONE_TO = word_set(
    "arrest detain jail imprison hold free release sentence deport expel extradite charge indict"
    " convict acquit ban suspend summon recall impose lift cancel execute hang deploy seize block"
    " close shut reopen postpone declare sack oust rescue sign extend ratify"
    " neutralize neutralise eliminate halt"
)
"""Verbs of which a headline without an object says what was done to its subject."""
_STRUCK = word_set(
    "attack ambush torch storm bomb shell target kidnap abduct assassinate behead raid loot ransack"
)
_THINGS = word_set(
    "train bus van convoy vehicle truck car school mosque church temple shrine station post"
    " checkpoint checkpost base camp house home office hospital clinic market hotel bank bridge"
    " pipeline tower ship tanker vessel village town city team embassy consulate court prison"
)
_UNARMED = frozenset({"MED", "JUD", "NGO", "REL", "BUS", "LAB", "LEG", "OPP", "CVL", "ELI"})
_BY_A_STATE = word_set(
    "arrest detain jail imprison deport expel extradite summon impose evict suspend ban seize"
)
_OCCUR = word_set("stall resume collapse restart start end begin open close falter loom erupt fail")


def complete(doc: Doc) -> None:
    """Mend a parsed document in place, where headlines leave words out."""
    for sentence in list(doc.sents):
        _to_come(sentence)
        _done_to(sentence)
        _goes_on(sentence.root)
    for token in doc[:-2]:
        if token.dep_ in ("npadvmod", "nsubj") and token.pos_ == "PROPN":
            _pair(token)


def _pair(name: Token) -> None:
    """ "Rome, Vienna agree", "Rome, Bern, Vienna agree": all act, not one of them at a time."""
    verb, comma = name.head, name.nbor()
    if comma.text != "," or verb.tag_ not in _PLURAL or name.lower_ in CALENDAR:
        return
    others = [c for c in verb.children if c.dep_ == "nsubj" and c.i > comma.i]
    first = name.left_edge.i == name.sent.start or name.left_edge.nbor(-1).text == ":"
    if not others or not first:
        return
    other, between = others[0], [c for c in name.children if c.dep_ == "appos"]
    last = between[-1].i + 1 if between else comma.i
    if other.left_edge.i != last + 1 or name.doc[last].text != ",":
        return
    for named in between:
        named.dep_ = "conj"
    name.dep_ = "nsubj"
    other.head, other.dep_ = name, "conj"
    comma.head = name


def _to_come(sentence: Span) -> None:
    """ "Rome to expel envoys", taken for Rome with something to do: what it will do."""
    root = sentence.root
    verb = next((c for c in root.children if c.dep_ in ("relcl", "acl") and c.tag_ == "VB"), None)
    if verb is None or root.pos_ not in _NOUNS or root.left_edge.i != sentence.start:
        return
    if root.i + 2 != verb.i or root.nbor().tag_ != "TO":
        return
    _head(root, verb, "nsubj")


def _done_to(sentence: Span) -> None:
    """ "Clerk jailed in Oslo", "Clerk freed in Oslo": what was done to him."""
    root = _said_of(sentence.root)
    for struck in (root, *(c for c in root.children if c.dep_ == "ccomp" and c.i < root.i)):
        if struck.tag_ in ("VBD", "VBN") and struck.lemma_ in _STRUCK:
            _struck(struck)
    prose = sentence[-1].text in (".", "?", "!")
    if prose and not (root.tag_ == "VBN" or root.lemma_ in _BY_A_STATE or root.dep_ == "ccomp"):
        return
    past = root.tag_ in ("VBD", "VBN") or (root.tag_ == "VBZ" and root.lower_.endswith("ed"))
    if past and root.lemma_ in _DONE_TO:
        subject = [c for c in root.children if c.dep_ == "nsubj"]
        takes = any(
            c.dep_ in ("dobj", "xcomp") or (c.dep_ == "ccomp" and c.i > root.i)
            for c in root.children
        )
        if subject and not takes:
            root.tag_, subject[0].dep_ = "VBN", "nsubjpass"
        return
    if prose:
        return
    verb = next((c for c in root.children if c.dep_ == "acl" and c.i > root.i), None)
    if verb is None or root.pos_ not in _NOUNS or any(t.tag_ in FINITE - {"VBD"} for t in sentence):
        return
    told = verb.tag_ in ("VBN", "VBD") and verb.lemma_ in _DONE_TO
    if (
        told
        and verb.lemma_ not in words().verbs
        and not any(c.dep_ == "dobj" for c in verb.children)
    ):
        verb.tag_ = "VBN"
        _head(root, verb, "nsubjpass")


def _struck(verb: Token) -> None:
    """ "Train attacked in Exford", "school torched": it was; "rebels attacked in Exford" did."""
    subject = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    takes = any(
        c.dep_ in ("dobj", "xcomp", "ccomp", "prt", "dative", "aux", "auxpass")
        for c in verb.children
        if c.i > verb.i or c.dep_.startswith("aux")
    )
    if len(subject) == 1 and not takes and _may_be_struck(subject[0]):
        verb.tag_, subject[0].dep_ = "VBN", "nsubjpass"


def _may_be_struck(noun: Token) -> bool:
    """Is it a thing or a person that strikes nobody, as far as is told?"""
    if noun.pos_ == "PRON" or noun.lemma_.lower() in words().means | words().nouns.keys():
        return False
    return noun.lemma_.lower() in _THINGS or role_of(noun) in _UNARMED


def _said_of(root: Token) -> Token:
    """ "Truce extended, say rebels": what is said to be done, where who says so follows."""
    if root.lemma_ != "say" or not any(c.dep_ == "nsubj" and c.i > root.i for c in root.children):
        return root
    told = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), None)
    if told is not None:
        return told
    # "Two rebels arrested in Rome, say police": they do not say it
    for noun in [c for c in root.children if c.dep_ == "nsubj" and c.i < root.i]:
        done = next((c for c in noun.children if c.dep_ == "acl" and c.lemma_ in _DONE_TO), None)
        if done is not None and done.tag_ in ("VBN", "VBD"):
            done.head, done.dep_, done.pos_, done.tag_ = root, "ccomp", "VERB", "VBN"
            noun.head, noun.dep_ = done, "nsubjpass"
            return done
    return root


def _goes_on(root: Token) -> None:
    """ "Peace talks stall", "talks resume in Rome": what goes on or ends is told in the plural.

    "A-B talks collapse" is no collapse that A and B talk.
    """
    told = next((c for c in root.children if c.dep_ == "dobj" and c.lower_ in _OCCUR), None)
    if root.lower_ == "talks" and root.tag_ == "VBZ" and told is not None:
        for child in [c for c in told.children if c.i > told.i]:
            child.head = told
        for child in root.children:
            child.dep_ = "compound" if child.dep_ == "nsubj" else child.dep_
        root.pos_, root.tag_, root.lemma_ = "NOUN", "NNS", "talk"
        told.head, told.dep_, told.pos_, told.tag_ = told, "ROOT", "VERB", "VBP"
        told.lemma_, root.head, root.dep_ = told.lower_, told, "nsubj"
        return
    before = root.nbor(-1) if root.i > root.sent.start else None
    if before is None or root.lower_ not in _OCCUR or root.tag_ not in ("NN", "NNP"):
        return
    if before.tag_ != "NNS" or before.dep_ != "compound" or before.head.i != root.i:
        return
    for child in [c for c in root.children if c.i < before.i]:
        child.head = before
    before.dep_, before.pos_ = "nsubj", "NOUN"
    root.pos_, root.tag_, root.lemma_ = "VERB", "VBP", root.lower_


def _head(noun: Token, verb: Token, role: str) -> None:
    """Make a verb that hangs on the first noun of a sentence its head."""
    after = [c for c in noun.children if c.i > verb.i]
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    noun.head, noun.dep_ = verb, role
    for child in after:
        child.head = verb
