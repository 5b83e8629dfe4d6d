"""Where an act of word was done, which is not where that happened of which it speaks.

"Rome condemned the bombing in Exford" was said nowhere that is told; "in Exford, the minister
warned ..." and "officials in Exford asked ..." were said there.
"""

from spacy.tokens import Doc, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.places.mention import Mention
from escalation.coding.sentence.clause import VERBS, agents, governors
from escalation.coding.sentence.once import root_at
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act

_OF_WORD = ("accuse", "reject", "support", "demand", "agree.offer", "threat")
_EXACTLY = frozenset({"agree", "sanction"})
_OF_MATTERS = ("talks", "sanction.diplomatic", "agree.deal")
_MATTERS = word_set(
    "violence war conflict peace crisis situation reduction dispute hostility tension unrest"
    " election future reconstruction insurgency fighting terrorism bloodshed stability security"
)
_OF_DEED = ("accuse.charge", "support.diplomatic", "demand.change")
_OCCASIONS = frozenset({"during", "at"})
_HERE = frozenset({"in", "at", "near", "outside", "inside", "on"})


def is_of_the_matter(act: Act, place: Mention, doc: Doc) -> bool:
    """Does a place only tell where that was of which an act of word speaks?"""
    if act.kind.startswith(_OF_MATTERS) and _hangs_on_a_matter(act, place, doc):
        return True
    spoken = act.kind.startswith(_OF_WORD) or act.kind in _EXACTLY
    by = act.initiator
    heard = act.kind.startswith("investigate") and by is not None and by.country == "IGO"
    if not (spoken or heard) or act.kind.startswith(_OF_DEED):
        return False
    name = root_at(doc, place.start, place.end)
    return name is not None and not _said_there(name, act)


def _hangs_on_a_matter(act: Act, place: Mention, doc: Doc) -> bool:
    """ "A plan for less violence in Exland", "over an attack in Exford": what was talked of."""
    name = root_at(doc, place.start, place.end)
    own = {token.i for token in (act.anchor, *act.tokens)}
    for token in governors(name) if name is not None else ():
        if token.i in own or token.pos_ in VERBS:
            return False
        matter = noun_kind(token) is not None and role_of(token) is None
        if matter or token.lemma_.lower() in _MATTERS:
            return True
    return False


def _said_there(name: Token, act: Act) -> bool:
    if act.rule.startswith("vow:"):
        return False  # "Roman drills in Exland will lead to war": of the drills
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
