"""Who did it, behind a place or a thing: "was stoned outside a courthouse by relatives".

The parse hangs "by" on the noun before it, where no courthouse is anybody's doing.
"""

from spacy.tokens import Doc, Token

from escalation.coding.actors.roles import role_of
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.sentence.clause import VERBS
from escalation.coding.sentence.phrases import word_set

_WHERE = word_set("outside in at near along on from inside with behind to across around beside")
_HELD = word_set(
    "rally protest march demonstration gathering meeting procession ceremony speech visit concert"
    " conference event funeral vigil"
)
_DEPTH = 4  # nouns between the verb and "by": "on the outskirts of the town of Exford"


def done_by(doc: Doc) -> None:
    """Hang such doers on the verb in the passive, or the attack, whose doers they are."""
    for by in doc:
        if by.lower_ != "by" or by.dep_ != "prep" or by.head.pos_ in VERBS:
            continue
        if any(_is_somebody(c) for c in by.children) and (done := _done(by.head)) is not None:
            by.head, by.dep_ = done, "agent" if done.pos_ in VERBS else "prep"


def _is_somebody(noun: Token) -> bool:
    if noun.dep_ != "pobj":
        return False
    titled = any(role_of(c) not in (None, "SITE") for c in noun.children if c.dep_ == "compound")
    return titled or role_of(noun) not in (None, "SITE")


def _done(noun: Token) -> Token | None:
    """What is done where, or with what, a noun tells: a verb that lacks its doer, or an attack."""
    for _ in range(_DEPTH):
        link = noun.head
        theirs = noun.lemma_.lower() in _HELD and link.lower_ == "at"  # "at a rally by students"
        if noun.dep_ != "pobj" or theirs or noun_kind(noun) or link.lower_ not in _WHERE | {"of"}:
            return None
        if link.head.pos_ in VERBS:
            return link.head if link.lower_ in _WHERE and _lacks_a_doer(link.head) else None
        noun = link.head
        if link.lower_ in _WHERE and (noun_kind(noun) or "").startswith(("attack", "force")):
            return noun  # "a raid on a village by rebels"
    return None


def _lacks_a_doer(verb: Token) -> bool:
    deps = {c.dep_ for c in verb.children}
    return verb.tag_ == "VBN" and bool(deps & {"auxpass", "nsubjpass"}) and "agent" not in deps
