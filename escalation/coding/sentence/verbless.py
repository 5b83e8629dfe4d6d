"""News whose first verb the parse takes for a noun, which ``reread`` then reads as a verb.

"Exland expels envoy John Doe" is parsed as one noun phrase, "Exland orders shops to close" as one
with something to do.
"""

from spacy.tokens import Span, Token

from escalation.coding.sentence.clause import OPENING
from escalation.coding.sentence.phrases import word_set

_VERBS = word_set(
    "accuses arrests claims condemns denies deports detains expels orders recalls rejects sentences"
    " summons suspends urges"
)
_NAMES = frozenset({"NNP", "NNPS", "JJ", "DT", "HYPH"})
_FIRST = 5  # words that a name at the head of a sentence may have, and the verb after it


def first_verb(sentence: Span) -> Token | None:
    """The first noun that follows a name alone and can but be a verb before its object."""
    if not _is_phrase(sentence.root):
        return None
    for at, token in enumerate(sentence[:_FIRST]):
        if at and token.lower_ in _VERBS and token.tag_ == "NNS" and at + 1 < len(sentence):
            named = sentence[at - 1].text[0].isupper() and sentence[at + 1].tag_ in OPENING
            return token if named and sentence[0].tag_ != "PRP$" else None
        if token.tag_ not in _NAMES:
            return None
    return None


def _is_phrase(root: Token) -> bool:
    """Is a sentence parsed without a verb of its own, but for one that is to be done?"""
    to_do = root.tag_ == "VB" and any(c.tag_ == "TO" for c in root.children)
    return to_do or root.pos_ in ("NOUN", "PROPN")
