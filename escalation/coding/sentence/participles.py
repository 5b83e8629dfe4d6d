"""Verbs in the past that the parse took for participles of the noun before them.

"Gunmen riding a motorcycle gunned down a clerk" is parsed as one long phrase, in which the
motorcycle was gunned down. A participle takes no object, and fire is opened by somebody, so the
words are read once more with a past that is no participle ("took").
"""

from spacy.tokens import Doc, Token

from escalation.coding.sentence.clause import OPENING
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sentence.verb_forms import past

PAST = "took"
_BASES = {
    past(verb): verb
    for verb in word_set(
        "open shoot gun spray kill attack fire stab abduct kidnap hurl lob ambush storm torch"
        " target assassinate raid behead wound injure martyr murder intercept throw set hit blow"
        " launch"
    )
}
_AFTER = word_set("dead down up")
_FIRES = frozenset({"fired", "launched"})
_SHOT = word_set("missile missiles rocket rockets shot shots mortars shells rounds grenades")
_CARRIERS = word_set(
    "riding travelling traveling driving on in aboard clad dressed disguised posing with"
)


def taken_for_participles(doc: Doc) -> list[Token]:
    """Verbs of violence that tell what was done, and were read as what somebody had suffered."""
    return [token for token in doc if token.lower_ in _BASES and _tells(token)]


def base(verb: Token) -> str:
    """The base form of one of these verbs."""
    return _BASES[verb.lower_]


def _tells(verb: Token) -> bool:
    if verb.i - verb.sent.start < 2 or verb.i + 2 >= verb.sent.end or verb.nbor(-1).pos_ == "AUX":
        return False
    after = verb.nbor(2) if verb.nbor().lower_ in _AFTER else verb.nbor()
    takes = after.tag_ in OPENING and after.i not in {c.i for c in verb.children if _when(c)}
    verbless = verb.sent.root.pos_ in ("NOUN", "PROPN")
    if verb.lower_ == "shot" and verb.dep_ in ("pobj", "dobj", "ROOT"):
        joined = verb.nbor().lower_ == "and" and verb.nbor(2).tag_ == "VBD"
        return joined or (verbless and takes)  # "on a motorbike shot and killed a clerk"
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    if verb.dep_ == "amod":
        fired = verbless and verb.lower_ in _FIRES and verb.head.lower_ in _SHOT
        fired = fired and verb.nbor(-1).pos_ in ("NOUN", "PROPN")  # "a drone fired missiles at"
        fired = fired or (verb.lower_ == "opened" and verb.head.lower_ == "fire")
        return fired and verb.head.i > verb.i
    return verb.dep_ == "acl" and takes and _carried(verb)


def _when(token: Token) -> bool:
    """ "Killed last week", "shot Monday"."""
    return token.dep_ in ("npadvmod", "agent", "prep")


def _carried(verb: Token) -> bool:
    """Does the noun before it tell what those who act ride in, or wear?"""
    above = verb.head.head
    return any(t.lower_ in _CARRIERS for t in (above, *above.children) if t.i < verb.i)
