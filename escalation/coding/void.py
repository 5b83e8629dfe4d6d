"""Words of an act that tell of none: what came to nothing, is asked, or guards against nature."""

from spacy.tokens import Token

from escalation.coding.cue import Cue
from escalation.coding.phrases import word_set

_FAILED = word_set("collapse fail end expire falter stall break")
_PRECAUTIONS = frozenset({"coerce.restriction", "sanction", "sanction.trade", "sanction.border"})
_CALAMITY = word_set(
    "flood flooding earthquake quake cyclone hurricane typhoon storm wildfire drought landslide"
    " avalanche dam heatwave smog covid covid-19 coronavirus pandemic epidemic virus outbreak"
    " infection variant polio snow snowfall rain monsoon pollution"
)


def is_void(word: Cue) -> bool:
    """Is it an open question, or a noun that is denied or failed?"""
    if _open_question(word.anchor) or _of_a_charge(word.anchor):
        return True
    return word.noun is not None and (_came_to_nothing(word) or _no(word))


def is_precaution(word: Cue, kind: str) -> bool:
    """Is a limit over a flood, a virus: no coercion?"""
    return bool(_PRECAUTIONS & {kind, word.kind}) and _of_nature(word.anchor)


def _open_question(verb: Token) -> bool:
    """ "Did not say if it would discuss the plan", not "says that if talks fail it will strike"."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    asked = verb.dep_ == "ccomp" and "that" not in marks and marks & {"if", "whether"}
    return bool(asked) and any(c.dep_ == "neg" for c in verb.head.children)


def _no(word: Cue) -> bool:
    """ "No talks were held"."""
    return word.noun is not None and any(c.lower_ == "no" for c in word.noun.children)


def _came_to_nothing(word: Cue) -> bool:
    """ "The ceasefire collapsed"; but talks that failed were held."""
    noun = word.noun
    failed = noun is not None and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _FAILED
    return failed and not word.kind.startswith("talks")


def _of_a_charge(verb: Token) -> bool:
    """ "Is charged with fraud and aiding rebels": what the charge is, however it is parsed."""
    charged = verb.dep_ == "conj" and verb.head.lemma_.lower() in ("charge", "convict", "accuse")
    return charged and verb.tag_ == "VBG" and verb.head.tag_ == "VBN"


def _of_nature(measure: Token) -> bool:
    """A state of emergency over a flood, a lockdown over a virus: no coercion.

    What it is over may stand in the sentence before or after.
    """
    sentence, doc = measure.sent, measure.doc
    first = doc[sentence.start - 1].sent.start if sentence.start else 0
    last = doc[sentence.end].sent.end if sentence.end < len(doc) else len(doc)
    words = {form for t in doc[first:last] for form in (t.lower_, t.lemma_.lower())}
    return bool(words & _CALAMITY) or {"heat", "wave"} <= words
