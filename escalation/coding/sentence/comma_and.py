"""A comma that stands for "and" in headlines: "Gunmen storm hall, seize clerks".

The parse takes one of the two verbs for a noun, or the second for an aside, so that one of the two
deeds, or who did it, is lost. The words are parsed again with "and", and both verbs in the past.
"""

from spacy.tokens import Span, Token

from escalation.coding.sentence.clause import OPENING
from escalation.coding.sentence.verb_forms import forms

_FIRST = 7  # words before which the first verb stands
_TAKEN = OPENING | {"VBN", "VBG"}
_LINKS = frozenset({"with", "on", "for", "at", "to", "in", "off", "out", "down"})
_ENDS = frozenset({".", "?", "!"})


def two_verbs(sentence: Span) -> tuple[Token, Token, Token] | None:
    """The first verb, the comma and the second verb of a headline that tells two deeds so."""
    if sentence[-1].text in _ENDS:
        return None
    for comma in sentence[2:-2]:
        second = comma.nbor()
        if comma.text != "," or not _may_be_verb(second):
            continue
        plural = not second.lower_.endswith("s")
        for first in sentence[1:_FIRST]:
            if first.i >= comma.i - 1:
                break
            fits = _may_be_verb(first) and plural == (not first.lower_.endswith("s"))
            if fits and not _is_told(first, second):
                return first, comma, second
    return None


def _may_be_verb(word: Token) -> bool:
    """A form of a verb that we know, before what it may take."""
    if word.lower_ not in forms() or not word.text.islower():
        return False
    after = word.nbor()
    takes = after.tag_ in _TAKEN or after.lower_ in _LINKS
    return takes and after.lower_ not in ("said", "say", "says")


def _is_told(first: Token, second: Token) -> bool:
    """Are both read as verbs already, the second beside the first?"""
    beside = second.dep_ == "conj" and second.head.i == first.i
    return beside and first.pos_ == second.pos_ == "VERB"
