"""Verbs in another sense: what a frame of the lexicon fits, and the sentence does not mean."""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.figurative import TIMES
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.sentence.clause import for_to, prepositional
from escalation.coding.sentence.phrases import word_set

_POLLS = frozenset({"election", "by-election", "byelection", "poll", "vote", "referendum"})

_PAPERS = word_set(
    "report letter statement study resolution document dossier audit review petition note"
    " declaration communique"
)
_PUBLISHES = word_set("publish release issue present submit unveil adopt pass send write sign file")
_SHOWN = word_set(
    "photograph photo picture image footage video tape film recording audio clip transcript sketch"
    " statement report account name list detail figure number data document letter message copy"
    " map identity evidence information"
)
_HELD = word_set("talk meeting negotiation meet summit dialogue round negotiate")
_ASKS = frozenset({"must", "should", "to"})
_NO_FORCES = word_set("suicide wedding festival concert carnival match tournament")
_DECLARED = word_set("war jihad offensive revenge retaliation campaign operation intifada")
_PHONES = frozenset({"phone", "telephone", "video", "conference"})


def is_by_phone(noun: Token) -> bool:
    """ "A phone call", "a call between two leaders": no call for anything."""
    if noun.lemma_.lower() != "call":
        return False
    return any(c.lower_ in _PHONES or c.lower_ == "between" for c in noun.children)


def says_who(verb: Token) -> bool:
    """ "A man wanted for murder", "the party, opposed to the war": who it is, and no act."""
    if verb.tag_ != "VBN" or verb.i == verb.sent.start:
        return False
    wanted = verb.lemma_ == "want" and verb.dep_ == "acl"
    return wanted or (verb.lemma_ == "oppose" and verb.dep_ in ("acl", "advcl"))


def tells_another(verb: Token, kind: str) -> bool:
    """ "Announced that it would review the deal", "that it would not extend the truce".

    No deal and no truce is announced by these; nor is what other words of the frame suggest.
    """
    if any(means_another(verb, kind) for means_another in _OTHERS):
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
    if not kind.startswith(("aid", "concede", "sanction", "agree")):
        return False
    papers = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _PAPERS]
    says = any(in_writing(clause) for paper in papers for clause in paper.children)
    return says if kind.startswith("agree") else bool(papers)


def _talked(verb: Token, kind: str) -> bool:
    """ "Held talks but failed to reach a deal": they were held, and nobody refused anything."""
    if kind != "reject":
        return False
    above = verb.head if verb.dep_ == "conj" else verb
    held = {t.lemma_.lower() for t in above.sent if t.i < verb.i}
    return verb.lemma_ == "fail" and not _HELD.isdisjoint(held)


def _shows(verb: Token, kind: str) -> bool:
    """ "Released photographs of the gunmen", "the names of nine soldiers": nobody goes free."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    shown = bool(things) and all(t.lemma_.lower() in _SHOWN for t in things)
    return kind == "concede.release" and shown


def _asserts(verb: Token, kind: str) -> bool:
    """ "Insists that it is to inquire", "accepts that mistakes were made": says that it is so.

    "Insists that Rome yield", or that it must, asks for something.
    """
    if (verb.lemma_, kind) not in (("insist", "demand"), ("accept", "agree")):
        return False
    told = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if told is None or any(c.dep_ == "dobj" for c in verb.children):
        return False
    forms = [told, *(c for c in told.children if c.dep_ in ("aux", "auxpass"))]
    asks = any(t.lower_ in ("must", "should", "be") for t in forms)
    plain = verb.lemma_ == "accept" or any(
        t.tag_ in ("VBZ", "VBD", "MD") or t.lower_ in ("are", "have") for t in forms
    )
    return plain and not asks


def _informs(tells: Token, kind: str) -> bool:
    """ "Told a paper that eyes were turned to it": asks for nothing."""
    if tells.lemma_ != "tell" or kind != "demand":
        return False
    told = [c for c in tells.children if c.dep_ in ("ccomp", "xcomp")]
    return bool(told) and all(
        any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
        and clause.tag_ in ("VBD", "VBZ", "VBN")
        and not any(c.dep_ == "aux" and c.lower_ in _ASKS for c in clause.children)
        for clause in told
    )


def _hits_again(verb: Token, kind: str) -> bool:
    """ "Attacks a camp for the third time": no words over something."""
    if verb.lemma_ != "attack" or kind != "accuse.condemn":
        return False
    why = [t.lemma_.lower() for t in prepositional(verb, "for", "over")]
    return bool(why) and TIMES.issuperset(why)


def is_of_duty(noun: Token) -> bool:
    """ "Their tour of duty", "extends the tour of a regiment": soldiers serve, and visit nobody."""
    of = prepositional(noun, "of", "for") if noun.lemma_ == "tour" else []
    return any(t.lemma_.lower() in ("duty", "combat") or role_of(t) == "MIL" for t in of)


def _is_of_a_mission(verb: Token, kind: str) -> bool:
    """ "A train, advise and assist mission": what it is called."""
    after = verb.nbor().lemma_ if verb.i + 1 < len(verb.doc) else ""
    return kind.startswith("aid") and after in ("mission", "role", "programme")


def _builds(verb: Token, kind: str) -> bool:
    """ "Approves the construction of a $10 million base": no money is given to it."""
    things = (c for c in verb.children if c.dep_ == "dobj")
    return (
        kind.startswith("aid")
        and verb.lemma_ == "approve"
        and any(t.lemma_ in ("construction", "building") for t in things)
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


def _serves(verb: Token, kind: str) -> bool:
    """ "Extends their tour of duty": no visit."""
    return kind == "talks.visit" and any(map(is_of_duty, verb.children))


def _is_isolated(verb: Token, kind: str) -> bool:
    """ "Thousands are cut off from relief": by nature, and nobody stopped it."""
    off = verb.lemma_ == "cut" and any(c.lower_ == "off" for c in verb.children)
    return kind == "sanction.aid" and off and bool(prepositional(verb, "from"))


def _moves_no_forces(verb: Token, kind: str) -> bool:
    """ "Sent a boy as a suicide bomber", "soldiers set fire to it", "on alert for a wedding"."""
    if not kind.startswith("mobilize"):
        return False
    if verb.lemma_ == "call":  # "called on states not to help the army in trials"
        return not any(c.dep_ == "prt" for c in verb.children)
    set_fire = verb.lemma_ == "set" and any(
        c.dep_ == "dobj" and c.lemma_ == "fire" for c in verb.children
    )
    return set_fire or any(t.lemma_.lower() in _NO_FORCES for t in verb.subtree)


def _of_the_dead(verb: Token, kind: str) -> bool:
    """ "Bodies were pulled from the rubble": from no body of states."""
    pulled = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    return kind == "sanction.diplomatic" and any(t.lemma_ in ("body", "corpse") for t in pulled)


def _declares_something(verb: Token, kind: str) -> bool:
    """ "Declared it the front in a war": no war is declared."""
    if verb.lemma_ != "declare" or kind != "threat.military":
        return False
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp")]
    near = [c for word in (verb, *clauses) for c in word.children]
    things = [c for c in near if c.dep_ in ("dobj", "nsubjpass")]
    things += [c for clause in clauses for c in clause.children if c.dep_ == "nsubj"]
    return bool(things) and not any(noun_kind(t) or t.lemma_.lower() in _DECLARED for t in things)


def _pays_its_own(verb: Token, kind: str) -> bool:
    """ "Provides money for more troops": of its own, and no aid."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    ends = [t for word in (verb, *things) for t in prepositional(word, "for")]
    own = any(c.lemma_.lower() in ("troop", "force") for t in ends for c in t.children)
    grows = any(t.lemma_.lower() in ("increase", "surge", "buildup", "build-up") for t in ends)
    return kind.startswith("aid") and own and grows


_OTHERS = (
    _publishes,
    _talked,
    _is_of_a_mission,
    _builds,
    _shows,
    _asserts,
    _hits_again,
    _informs,
    _serves,
    _is_isolated,
    _moves_no_forces,
    _of_the_dead,
    _declares_something,
    _pays_its_own,
)
