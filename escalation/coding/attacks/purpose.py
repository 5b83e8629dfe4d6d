"""Violence that people are hired, trained or sent for, or come for: not yet done.

"Crossed the river to bomb a post", "tactics used to fight the old rulers". What an army crosses a
line for it does; what fighters come for is told to say why they came.
"""

from spacy.tokens import Token

from escalation.coding.actors.roles import role_of
from escalation.coding.sentence.clause import agents, passive
from escalation.coding.sentence.phrases import word_set

_ENGAGES = word_set(
    "recruit hire enlist train pay arm appeal offer join enrol enroll pledge volunteer travel"
    " form found prepare equip fund lure summon"
)
_REWARDS = word_set("bounty reward money cash sum mercenary volunteer recruit")
_SAID_SO = word_set("allegedly reportedly apparently supposedly presumably")
_COMES = word_set(
    "cross enter infiltrate slip sneak come arrive move drive walk set head hide smuggle creep"
    " steal"
)
_SENDS = word_set("send dispatch order task assign instruct")
_LENDS = frozenset({"deploy", "contribute", "provide", "commit", "offer"})
_FORCES = ("MIL", "COP", "GOV")


def is_purpose(verb: Token) -> bool:
    """Is a verb of violence only what somebody was hired, or came, or was on the way, for?"""
    if verb.tag_ != "VB":
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "help" and verb.head.dep_ == "advcl":
        sent = verb.head.head.lemma_.lower()  # "will send troops to help fight the rebels"
        return verb.head.tag_ == "VB" and sent in _SENDS | _LENDS
    if verb.dep_ == "conj" and verb.head.tag_ == "VB":
        return is_purpose(verb.head)
    lefts = {c.lower_ for c in verb.lefts}
    if "to" not in lefts or verb.dep_ not in ("advcl", "acl", "xcomp"):
        return False
    above = verb.head
    if above.lower_ == "order" and above.head.lower_ == "in":
        above = above.head.head
    lemma = above.lemma_.lower()
    if lemma in _ENGAGES | _REWARDS | {"way"} or not lefts.isdisjoint(_SAID_SO):
        return True
    if lemma == "use":
        return above.tag_ == "VBN" and above.dep_ in ("acl", "relcl")
    came = lemma in _COMES or (lemma in _SENDS and passive(above))
    return came and not any(role_of(t) in _FORCES for t in agents(verb))
