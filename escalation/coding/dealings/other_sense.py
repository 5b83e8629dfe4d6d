"""Verbs in another sense: what a frame of the lexicon fits, and the sentence does not mean."""

from spacy.tokens import Token

from escalation.coding.attacks.violence import noun_kind
from escalation.coding.sentence.clause import for_to

_POLLS = frozenset({"election", "by-election", "byelection", "poll", "vote", "referendum"})

_PHONES = frozenset({"phone", "telephone", "video", "conference"})


def is_by_phone(noun: Token) -> bool:
    """ "A phone call", "a call between two leaders": no call for anything."""
    if noun.lemma_.lower() != "call":
        return False
    return any(c.lower_ in _PHONES or c.lower_ == "between" for c in noun.children)


def tells_another(verb: Token, kind: str) -> bool:
    """ "Announced that it would review the deal", "that it would not extend the truce".

    No deal and no truce is announced by these.
    """
    if verb.lemma_.lower() not in ("announce", "declare") or not kind.startswith("agree"):
        return False
    told = any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    negated = any(c.dep_ == "neg" for clause in clauses for c in clause.children)
    return not told and (kind == "agree.deal" or negated)


def at_war(verb: Token, violent: dict[int, str]) -> bool:
    """ "Launches strikes on a camp": nobody stops work."""
    return any(c.i in violent for c in verb.children if c.dep_ == "dobj")


def asks(verb: Token) -> bool:
    """ "Called on leaders to lift the ban": no visit."""
    infinitives = (t for t in verb.subtree if t.lower_ == "to" and t.tag_ == "TO")
    return verb.lemma_.lower() == "call" and any(t.dep_ == "aux" for t in infinitives)


def is_offered(verb: Token, kind: str) -> bool:
    """ "Offers to help rebuild the port", "pledged to supply power": help still to come."""
    if verb.lemma_.lower() not in ("offer", "pledge", "promise") or not kind.startswith("aid"):
        return False
    roles = {c.dep_ for c in verb.children}
    return "xcomp" in roles and "dobj" not in roles


def its_own_deed(verb: Token) -> bool:
    """ "Defends the air strikes as lawful": answers a charge; not "defends Oslo's air strikes"."""
    deeds = [c for c in verb.children if c.dep_ == "dobj" and noun_kind(c)]
    named = [c for t in deeds for c in t.children if c.dep_ == "poss" or c.text[0].isupper()]
    return bool(deeds) and all(c.lower_ in ("its", "his", "her", "their") for c in named)


def only_named(verb: Token, kind: str) -> bool:
    """ "Called the meeting historic": no call for a meeting."""
    if verb.lemma_.lower() != "call" or not kind.startswith(("demand", "threat")):
        return False
    if any(for_to(c) for c in verb.children):
        return False
    asked = {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "dative")}
    polls = any(
        c.lemma_.lower() in _POLLS for c in verb.children if c.dep_ in ("dobj", "nsubjpass")
    )
    if polls:
        return True  # "called an election"
    things = [c for c in verb.children if c.dep_ == "dobj"]
    named = any(c.dep_ in ("oprd", "ccomp") for c in verb.children)
    it = any(t.lower_ == "it" and t.dep_ in ("nsubj", "dobj") for t in verb.subtree)
    if named and it and verb.tag_ == "VBG":
        return True  # "calling it an answer to the raids"
    return asked.isdisjoint(("for", "on", "upon", "to")) and (named or not things)


def for_itself(verb: Token, kind: str) -> bool:
    """ "Wanted to go to Greece", "seeks to build a dam": no demand, unless others are to do it.

    Nor is what one tells another by "told" behind it.
    """
    wish = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp")]
    lemma = verb.lemma_.lower()
    if lemma == "tell" and any(c.dep_ == "ccomp" and c.i < verb.i for c in wish):
        return True  # "it will come to war, he told Rome"
    return (
        (lemma == "want" or (lemma == "seek" and kind == "demand"))
        and bool(wish)
        and not any(c.dep_ in ("nsubj", "nsubjpass") for w in wish for c in w.children)
        and not any(c.dep_ == "dobj" for c in verb.children)
    )
