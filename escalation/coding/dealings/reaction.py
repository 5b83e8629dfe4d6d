"""Words that a deed draws: "the raid drew condemnation from Rome", "met with praise by Bern".

The noun alone says what is done; who does it stands behind "from" or "by", at whom it is aimed is
told with the deed, before the verb.
"""

from spacy.tokens import Token

from escalation.coding.dealings.cue import Cue
from escalation.coding.sentence.clause import prepositional
from escalation.coding.sentence.phrases import word_set

_DREW = word_set(
    "draw spark prompt provoke elicit trigger attract bring earn win receive evoke cause face"
    " arouse invite garner encounter"
)
_MET = word_set("meet greet")
_CAME = word_set("pour flood stream come roll fly arrive")
_BESIDE = frozenset({"appos", "npadvmod", "conj", "dobj", "attr", "ccomp"})
_COMMAS = frozenset({",", "-", "–", "—"})
_WHO = frozenset({"WP", "WDT"})


def drew(noun: Token) -> Token | None:
    """The verb of "the raid drew condemnation", "was met with condemnation"; None if none is."""
    while noun.dep_ == "conj":
        noun = noun.head
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in _DREW:
        return verb
    if noun.dep_ == "nsubj" and verb.lemma_.lower() in _CAME:
        return verb  # "condemnation poured in from Rome"
    with_it = noun.dep_ == "pobj" and verb.lower_ == "with" and verb.head.lemma_.lower() in _MET
    return verb.head if with_it else None


def reacting(noun: Token) -> list[Token]:
    """Whose the words are that a deed drew: "from Rome", "by Rome", "among Romans"."""
    verb = drew(noun)
    if verb is None:
        return []
    links = ("from", "by")
    return prepositional(noun, *links) or prepositional(verb, *links)


def answered(noun: Token) -> list[Token]:
    """What drew them: the subject."""
    verb = drew(noun)
    if verb is None:
        return []
    if noun.dep_ == "nsubj":
        return prepositional(noun, "of", "over", "for")
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]


def retorted(verb: Token) -> bool:
    """ "..., a charge that Rome dismissed": what another said to what the sentence tells.

    Not so of a definite noun: "the charge that Rome dismissed in May" only says which.
    """
    what = verb.head
    if verb.dep_ != "relcl" or what.dep_ not in _BESIDE or what.i > verb.i:
        return False
    first = what.left_edge
    new = first.lower_ in ("a", "an") and first.i > 0 and first.nbor(-1).text in _COMMAS
    return new and any(c.dep_ == "nsubj" and c.tag_ not in _WHO for c in verb.children)


def named_beside(word: Cue) -> list[Token]:
    """Whose an act is that a noun alone tells: "threats by Rome", "Rome's threats"."""
    if word.noun is None or word.noun.i != word.anchor.i:
        return []
    whose = [c for c in word.noun.children if c.dep_ == "poss"]
    return reacting(word.noun) or prepositional(word.noun, "by") or whose
