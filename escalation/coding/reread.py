"""Headlines whose verb the parser took for a noun are read once more, with the verb in the past.

"Pakistan rejects accusations by ..." is parsed as one long noun: "rejects" may be a plural. In the
past tense it cannot be, so such a text is parsed with "rejected", and the parse is laid over the
words as they were written.
"""

from typing import Any

from spacy import attrs
from spacy.language import Language
from spacy.tokens import Doc, Token

from escalation.coding.phrases import word_set

# Present tense, third person, of verbs of word and deed that are nouns as well.
_EITHER = word_set(
    "orders rejects issues summons sentences pledges demands calls vows warns bans postpones"
    " delays nominates awards visits releases arrests protests states tweets claims"
    " urges offers plans approves"
)
# Of force: only after a name, for "roadside bombs target convoy" is rightly a noun.
_OF_FORCE = word_set("bombs shells raids attacks ambushes")
_SHOTS = word_set("fire gunfire shots mortars blows")
_LAID_OVER = [attrs.HEAD, attrs.DEP, attrs.POS, attrs.TAG, attrs.LEMMA, attrs.SENT_START]


def reread(doc: Doc, model: Language) -> Doc:
    """A parsed document, parsed again where a verb was misread; else the same."""
    misread = {token.i for sentence in doc.sents for token in sentence if _is_misread(token)}
    if not misread:
        return doc
    words = [_past(token.text) if token.i in misread else token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    again = Doc(doc.vocab, words=words, spaces=spaces)
    for token in doc:
        again[token.i].is_sent_start = token.is_sent_start
    for _, component in model.pipeline:
        again = component(again)
    laid = Doc(doc.vocab, words=[token.text for token in doc], spaces=spaces)
    parse: Any = again.to_array(_LAID_OVER)
    laid.from_array(_LAID_OVER, parse)
    for i in misread:  # told in the present, as it was written
        if laid[i].tag_ == "VBD":
            laid[i].tag_ = "VBZ"
    return laid


def _is_misread(token: Token) -> bool:
    """Does a noun stand where the verb should: after a name, in a sentence without a verb?"""
    if token.lower_ == "trade" and token.pos_ == "NOUN" and token.i + 1 < token.sent.end:
        return token.nbor().lower_ in _SHOTS  # "A and B trade fire"
    if token.lower_ not in _EITHER | _OF_FORCE or token.pos_ not in ("NOUN", "PROPN"):
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


def _past(verb: str) -> str:
    base = verb.removesuffix("s")
    return base + ("d" if base.endswith("e") else "ed")
