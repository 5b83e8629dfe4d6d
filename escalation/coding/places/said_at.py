"""Where an act of word was done, which is not where that happened of which it speaks.

"Rome condemned the bombing in Exford" was said nowhere that is told; "in Exford, the minister
warned ..." and "officials in Exford asked ..." were said there.
"""

from spacy.tokens import Doc, Token

from escalation.coding.places.places import Mention
from escalation.coding.sentence.clause import VERBS, agents, governors
from escalation.coding.story.act import Act

_OF_WORD = ("accuse", "reject", "support", "demand", "agree.offer")
_EXACTLY = frozenset({"agree", "sanction"})
_OF_DEED = ("accuse.charge", "support.diplomatic", "demand.change")
_OCCASIONS = frozenset({"during", "at"})
_HERE = frozenset({"in", "at", "near", "outside", "inside", "on"})


def is_of_the_matter(act: Act, place: Mention, doc: Doc) -> bool:
    """Does a place only tell where that was of which an act of word speaks?"""
    spoken = act.kind.startswith(_OF_WORD) or act.kind in _EXACTLY
    by = act.initiator
    heard = act.kind.startswith("investigate") and by is not None and by.country == "IGO"
    if not (spoken or heard) or act.kind.startswith(_OF_DEED):
        return False
    span = doc.char_span(place.start, place.end, alignment_mode="expand")
    return span is not None and not _said_there(span.root, act)


def _said_there(name: Token, act: Act) -> bool:
    speakers = {t.i for t in agents(act.anchor)}
    below = name
    for token in governors(name):
        if token.i in speakers:
            return True
        if token.i == act.anchor.i:
            led = below.lower_
            return led in _OCCASIONS or (led in _HERE and below.i < token.i)
        if token.pos_ in VERBS:
            return False
        below = token
    return False
