"""Words that the parse took for nouns, or for parts of one, and that are verbs."""

from spacy.tokens import Token

from escalation.coding.clause import PARTS
from escalation.coding.phrases import word_set
from escalation.coding.verb_forms import TOLD_PLAINLY, forms

# Present tense, third person, of verbs of word and deed that are nouns as well.
_EITHER = word_set(
    "orders rejects issues summons sentences pledges demands calls vows warns bans postpones"
    " delays nominates awards visits releases arrests protests states tweets claims"
    " urges offers plans approves"
)
# Of force: only after a name, for "roadside bombs target convoy" is rightly a noun.
_OF_FORCE = word_set("bombs shells raids attacks ambushes")
_SUSPECT = _EITHER | _OF_FORCE
_SHOTS = word_set("fire gunfire shots mortars blows")
_IN_THE_STREET = word_set("march rally protest")
_FIRED = word_set("shots mortars rockets missiles artillery shells ballistic warning tear")
_NO_NOUNS = word_set("detonate explode abduct behead assassinate overrun kidnap")
MANY = word_set("police thousands hundreds dozens people men women troops forces")
"""Nouns in the plural, or for many, that may be the subject of a verb."""


def is_misread(token: Token) -> bool:
    """Is a word a verb, whatever the parse took it for?"""
    return _is_misplaced(token) or _does_as_a_noun(token)


def _is_misplaced(token: Token) -> bool:
    """Does a noun stand where the verb should: after a name, in a sentence without a verb?"""
    if token.lower_ == "trade" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        return token.nbor().lower_ in _SHOTS  # "A and B trade fire"
    if token.lower_ in _IN_THE_STREET and token.pos_ == "NOUN" and token.i > token.sent.start:
        return token.nbor(-1).lower_ in MANY  # "Thousands march, demanding ..."
    if token.lower_ == "fires" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        named = token.i > 0 and token.nbor(-1).pos_ == "PROPN"
        return named and token.nbor().lower_ in _FIRED  # "Exland fires shots at ..."
    if token.lower_ in TOLD_PLAINLY:
        return token.pos_ != "VERB"
    if token.lower_ not in _SUSPECT or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if not token.i or (token.lower_ in _OF_FORCE and token.nbor(-1).pos_ != "PROPN"):
        return False
    sentence, before = token.sent, token.nbor(-1)
    finite = sentence.root.pos_ in ("VERB", "AUX") and sentence.root.tag_ != "VBG"
    if token.i + 1 >= sentence.end or finite:
        return False
    follows = token.nbor().pos_ not in ("PUNCT", "ADP", "VERB", "AUX", "CCONJ")
    heads = token.dep_ == "compound" or token.i == sentence.root.i
    return token.i > sentence.start and before.pos_ in ("NOUN", "PROPN") and heads and follows


def _does_as_a_noun(token: Token) -> bool:
    """Does a word that we know as a verb do what no noun does?

    It takes an object ("raiders storm the hall"), stands between its subject and an article ("the
    army retake a jail"), is said to be dead ("men shoot dead a judge"), or is read as a verb and
    yet put before a noun ("the rebels enter Rome").
    """
    if token.lower_ not in forms():
        return False
    if token.i in (token.sent.start, token.sent.end - 1) or token.nbor(-1).pos_ == "DET":
        return False
    if token.pos_ in ("VERB", "AUX"):
        within = token.dep_ in PARTS and token.head.i > token.i and token.tag_ in ("VBZ", "VBP")
        named = token.tag_ == "VBP" and token.nbor().tag_ == "NNP"  # "the advocate John Doe"
        after_noun = token.nbor(-1).pos_ in ("NOUN", "PROPN")
        return within and after_noun and not named
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lower_ in _NO_NOUNS:
        return True
    if token.lower_ == "results":  # "a gunfight in Exford results in two deaths"
        verbless = token.sent.root.pos_ in ("NOUN", "PROPN")
        return verbless and token.nbor().lower_ == "in"
    takes = any(c.dep_ == "dobj" for c in token.children)
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]]
    article = token.dep_ == "ROOT" and (after[0] in ("a", "an", "the") or after == ["to", "have"])
    return takes or article or (token.lemma_ == "shoot" and token.nbor().lower_ == "dead")
