"""Words that the parse took for nouns, or for parts of one, and that are verbs."""

from functools import cache

from spacy.tokens import Token

from escalation.coding.sentence.clause import FINITE, OPENING, PARTS
from escalation.coding.sentence.phrases import word_set
from escalation.coding.sentence.verb_forms import TOLD_PLAINLY, forms

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
_FIRED = word_set(
    "shots mortars rockets missiles artillery shells ballistic warning tear teargas rubber live"
)
_NO_NOUNS = word_set(
    "detonate explode abduct behead assassinate overrun kidnap detonates explodes abducts beheads"
    " assassinates overruns kidnaps"
)
_DOES = word_set("storm raid attack ambush bomb kill clash besiege arrest detain fire seize shoot")
_LODGES = word_set("lodges files registers hands issues voices submits records conveys")
_THROWN = frozenset({"lob", "lobs", "hurl", "hurls"})
_HITS = word_set("targets attacks strikes raids hits storms kills wounds injures ambushes rams")
_RIPS = frozenset({"rips", "tears"})
_ROCKED_BY = word_set("explosions blasts clashes bombings attacks airstrikes")
_THROUGH = frozenset({"through", "apart", "at", "in", "near", "outside", "inside", "into"})
_ONE = word_set(
    "bomber gunman militant insurgent attacker assailant rebel drone bomb blast explosion mob"
)
_OVER = word_set("across along over in near at on from inside outside")
_DISPUTES = word_set("disputes dispute rejects reject contests contest")
_NO_FINITE = frozenset({"NN", "NNS", "NNP", "NNPS", "VBN"})
_CLAIMS = word_set("claims reports charges allegations accusations suggestions rumours rumors")
MANY = word_set("police thousands hundreds dozens people men women troops forces")
"""Nouns in the plural, or for many, that may be the subject of a verb."""


def is_misread(token: Token) -> bool:
    """Is a word a verb, whatever the parse took it for?"""
    if token.lower_ not in _suspects():
        return False
    if token.dep_ == "pobj" and token.tag_ == "VBZ" and token.head.lower_ in _OVER:
        return token.lower_ in forms()  # "fire across border kills driver"
    if token.lower_ in ("gun", "guns") and token.i + 2 < len(token.doc):
        takes = any(c.dep_ == "dobj" for c in token.children)
        return token.nbor().lower_ == "down" and (token.pos_ != "VERB" or not takes)
    if token.lower_ == "kills" and token.dep_ in PARTS and token.i + 1 < token.sent.end:
        return token.pos_ == "NOUN" and token.nbor().tag_ in OPENING
    if token.lower_ == "rock" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        return token.i > token.sent.start and token.nbor(-1).lower_ in _ROCKED_BY
    if token.lower_ == "open" and token.pos_ == "ADJ" and token.i + 1 < token.sent.end:
        fire = token.i > token.sent.start and token.nbor().lower_ == "fire"
        return fire and token.nbor(-1).pos_ not in ("DET", "ADP")  # "and open fire", "over an open"
    if token.lower_ in _THROWN:
        return token.pos_ not in ("VERB", "PUNCT") and token.i + 1 < token.sent.end
    if token.lower_ in _RIPS and token.tag_ == "NNS" and token.i + 1 < token.sent.end:
        return token.nbor(-1).lower_ in _ONE and token.nbor().lower_ in _THROUGH
    if token.lower_ in _HITS and token.tag_ == "NNS" and (_of_one(token) or _and_kills(token)):
        return True
    if token.lower_ in _DISPUTES:
        return _of_claims(token) or _is_misplaced(token) or _does_as_a_noun(token)
    return _lodges(token) or _is_misplaced(token) or _in_a_clause(token) or _does_as_a_noun(token)


def _of_claims(token: Token) -> bool:
    """ "The army disputes claims that ...": taken for disputes, which claim something."""
    if token.i in (token.sent.start, token.sent.end - 1):
        return False
    after = [t for t in token.doc[token.i + 1 : token.i + 3] if t.lower_ in _CLAIMS]
    if after and after[0].dep_ == "ROOT" and after[0].tag_ in ("VBZ", "VBP"):
        return after[0].is_ancestor(token)  # "Exland rejects claims": what claims something?
    if token.tag_ not in _NO_FINITE:
        return False
    return token.nbor().lower_ in _CLAIMS and token.nbor(-1).pos_ in ("NOUN", "PROPN")


def _and_kills(token: Token) -> bool:
    """ "A man in uniform attacks and kills two", "a bomber on a bike rams a van": what one does."""
    if token.i == token.sent.start or token.i + 2 >= token.sent.end:
        return False
    if token.lower_ == "rams":
        return token.nbor().tag_ in ("DT", "NN", "PRP$")
    verb = token.nbor(2)
    return token.nbor().lower_ == "and" and verb.tag_ == "VBZ" and verb.lower_ in _HITS


def _lodges(token: Token) -> bool:
    """ "Exland lodges protest with ...": what it lodges is taken for a verb."""
    if token.tag_ != "NNS" or token.dep_ != "nsubj" or token.i + 1 >= token.sent.end:
        return False
    after = token.nbor()
    lodged = after.i == token.head.i and after.lower_ == "protest"
    return lodged and token.lower_ in _LODGES and token.nbor(-1).text[0].isupper()


@cache
def _suspects() -> frozenset[str]:
    """The words that are ever taken for a verb; all others are passed over at once."""
    lists = (
        _SUSPECT,
        _DISPUTES,
        _IN_THE_STREET,
        _DOES,
        _THROWN,
        _HITS,
        _RIPS,
        _NO_NOUNS,
        TOLD_PLAINLY,
    )
    return forms().union(*lists, word_set("gun guns kills trade fires results rock open"))


def _is_misplaced(token: Token) -> bool:
    """Does a noun stand where the verb should: after a name, in a sentence without a verb?"""
    if token.lower_ == "trade" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        return token.nbor().lower_ in _SHOTS  # "A and B trade fire"
    if token.lower_ in _IN_THE_STREET and token.pos_ == "NOUN" and token.i > token.sent.start:
        return token.nbor(-1).lower_ in MANY  # "Thousands march, demanding ..."
    if token.lower_ == "fires" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        named = token.i > 0 and token.nbor(-1).pos_ == "PROPN"
        return named and token.nbor().lower_ in _FIRED  # "Exland fires shots at ..."
    if token.lower_ == "fire" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        before = token.nbor(-1) if token.i > token.sent.start else token
        many = before.lower_ in MANY or before.tag_ == "NNS"
        return many and token.nbor().lower_ in _FIRED  # "police fire tear gas"
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


def _of_one(token: Token) -> bool:
    """ "Suicide bomber targets officer", "gunman attacks church": one, and what he does."""
    if token.i == token.sent.start or token.nbor(-1).lower_ not in _ONE:
        return False
    if token.i + 1 >= token.sent.end or token.nbor().tag_ not in OPENING:
        return False
    if token.sent[-1].text in (".", "?", "!"):
        return False
    root = token.sent.root
    return not (root.pos_ in ("VERB", "AUX") and root.tag_ in FINITE)


def _in_a_clause(token: Token) -> bool:
    """ "... as police storm party office": many, and what they do, after what opens a clause."""
    if token.lower_ not in _DOES or token.dep_ not in PARTS or token.i < 2:
        return False
    who, mark = token.nbor(-1), token.nbor(-2)
    while mark.tag_ in ("JJ", "NNP", "NN") and mark.i > token.sent.start and token.i - mark.i < 4:
        mark = mark.nbor(-1)
    many = who.tag_ == "NNS" or who.lower_ in MANY
    return many and mark.lower_ in ("as", "when", "after") and mark.dep_ == "prep"


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
