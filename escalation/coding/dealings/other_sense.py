"""Verbs in another sense: what a frame of the lexicon fits, and the sentence does not mean."""

from spacy.tokens import Token

from escalation.coding.attacks.violence import noun_kind
from escalation.coding.sentence.clause import for_to
from escalation.coding.sentence.phrases import word_set

_POLLS = frozenset({"election", "by-election", "byelection", "poll", "vote", "referendum"})

_PAPERS = word_set(
    "report letter statement study resolution document dossier audit review petition note"
    " declaration communique"
)
_PUBLISHES = word_set("publish release issue present submit unveil adopt pass send write sign file")
_HELD = word_set("talk meeting negotiation meet summit dialogue round negotiate")
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
    if kind.startswith(("aid", "concede", "sanction", "agree")) and _publishes(verb, kind):
        return True
    if kind == "reject" and _talked(verb):
        return True
    if kind.startswith("aid") and (_is_of_a_mission(verb) or _builds(verb)):
        return True
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


def in_writing(verb: Token) -> bool:
    """ "Published a report that accuses Rome", "a letter urging Bern to yield": said by these."""
    paper = verb.head
    present = verb.tag_ == ("VBG" if verb.dep_ == "acl" else "VBZ")
    said = present and verb.dep_ in ("acl", "relcl") and paper.lemma_.lower() in _PAPERS
    return said and paper.dep_ == "dobj" and paper.head.lemma_.lower() in _PUBLISHES


def _publishes(verb: Token, kind: str) -> bool:
    """ "Releases a report on millions that were wasted", "adopts a resolution urging Rome to ...".

    No money is given, and nothing agreed but what is urged.
    """
    if verb.lemma_.lower() not in _PUBLISHES:
        return False
    papers = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _PAPERS]
    says = any(in_writing(clause) for paper in papers for clause in paper.children)
    return says if kind.startswith("agree") else bool(papers)


def _talked(verb: Token) -> bool:
    """ "Held talks but failed to reach a deal": they were held, and nobody refused anything."""
    above = verb.head if verb.dep_ == "conj" else verb
    held = {t.lemma_.lower() for t in above.sent if t.i < verb.i}
    return verb.lemma_ == "fail" and not _HELD.isdisjoint(held)


def _is_of_a_mission(verb: Token) -> bool:
    """ "A train, advise and assist mission": what it is called."""
    return verb.i + 1 < len(verb.doc) and verb.nbor().lemma_ in ("mission", "role", "programme")


def _builds(verb: Token) -> bool:
    """ "Approves the construction of a $10 million base": no money is given to it."""
    things = (c for c in verb.children if c.dep_ == "dobj")
    return verb.lemma_ == "approve" and any(
        t.lemma_ in ("construction", "building") for t in things
    )


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
