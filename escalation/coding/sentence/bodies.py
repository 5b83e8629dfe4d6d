"""Bodies of people by their name, that headlines tell of in the plural: "PKK storm post".

A name of letters before a word that is a noun as well may also tell whose the noun is: "PKK attack
plot". So the word is read as a verb only where what follows can be what it takes.
"""

from spacy.tokens import Span, Token

from escalation.coding.attacks.ground import TAKES
from escalation.coding.attacks.violence_words import words
from escalation.coding.dealings.lexicon import lexicon
from escalation.coding.sentence.phrases import word_set

_BODIES = word_set("taliban haram shabaab hamas hezbollah hizbullah fatah peshmerga mai-mai wagner")
_NO_BODIES = word_set("ied vbied suv atm usa uae uk dna")
_FEWEST = 3  # letters of a name
# What stands behind "attack", "bomb", "strike" as the head of a noun: no object of theirs.
_OF_AN_ATTACK = word_set(
    "plot plan victim survivor squad helicopter jet plane aircraft drone suspect fear threat"
    " warning aftermath alert scene site toll probe inquiry trial case claim call cache team force"
    " deal talk bid report chief capability damage footage video photo image wreckage group"
    " response"
    " attack strike raid blast explosion bombing ambush shelling campaign wave death injury range"
    " accusation charge convict mastermind anniversary memorial shelter scare hoax maker factory"
)


def is_body(name: Token) -> bool:
    """Is a name one of letters ("FARC", "M23"), or of a body of fighters?"""
    letters = len(name) >= _FEWEST and name.text.isupper() and name.text.isalnum()
    known = name.lower_ in _BODIES and name.text[0].isupper()
    return known or (letters and name.lower_ not in _NO_BODIES)


def takes_as_verb(form: Token, sentence: Span) -> bool:
    """Can what follows be the object of a word that may be a noun too?"""
    lemma, after = form.lower_, form.nbor()
    if lemma in TAKES or not _is_noun(lemma):
        return True
    if lemma not in words().verbs:
        return after.tag_ in ("NNP", "CD")
    head = after
    while head.i + 1 < sentence.end and head.nbor().tag_ in ("NN", "NNS", "NNP"):
        head = head.nbor()
    return head.lemma_.lower() not in _OF_AN_ATTACK and head.lower_ not in _OF_AN_ATTACK


def _is_noun(lemma: str) -> bool:
    """Does a word name an act, or a thing, as well?"""
    return lemma in lexicon().nouns or lemma in words().nouns or lemma in _ALSO


_ALSO = word_set(
    "aid support trade report force fight plan order lead hold lift back call move visit watch"
    " cut drop hit fire shell bomb raid ambush claim deal return fear pledge offer request vow"
    " share sanction promise question press talk post guard patrol work help"
)
