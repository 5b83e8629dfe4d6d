"""Whose deed a reply is to that names it alone: "Exland condemned the expulsion", "welcomed it".

The deed was told before, by its verb; the reply's noun says again which it was.
"""

from spacy.tokens import Token

from escalation.coding.actors.who import Who, of_one_side
from escalation.coding.attacks.answer import answers_fire
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.reaction import retorted
from escalation.coding.sentence.clause import patients, prepositional, spoken_of_before
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.coding.story.told import Told

_REPLIES = ("accuse.condemn", "accuse", "support", "reject")
_WHATEVER = word_set("decision move step measure action gesture development announcement news")
_WORDS = ("accuse", "threat", "demand", "reject")
_KINDS: dict[str, tuple[str, ...]] = {
    noun: kinds
    for nouns, kinds in (
        (
            "expulsion deportation removal eviction",
            ("coerce.expulsion", "coerce.deportation", "sanction.diplomatic"),
        ),
        (
            "arrest detention jailing imprisonment verdict sentence conviction ruling trial"
            " prosecution indictment execution judgment",
            ("coerce", "accuse.charge", "concede", "force"),
        ),
        ("release freeing pardon acquittal amnesty", ("concede",)),
        (
            "ban restriction curfew closure blockade decree edict crackdown sanction embargo tariff"
            " boycott freeze suspension recall",
            ("coerce", "sanction"),
        ),
        ("ceasefire truce armistice", ("agree.ceasefire",)),
        ("offer proposal plan pledge invitation initiative", ("agree",)),
        ("deal agreement treaty pact accord", ("agree.deal", "agree.treaty", "agree.ceasefire")),
        ("statement remark comment threat warning rhetoric", _WORDS),
        ("demand request call appeal ultimatum", ("demand",)),
        ("accusation allegation claim charge assertion", ("accuse",)),
        ("deployment buildup drill exercise launch test mobilization", ("mobilize",)),
        ("withdrawal pullout retreat", ("retreat",)),
        ("visit trip meeting", ("talks",)),
    )
    for noun in nouns.split()
}


def replied_to(act: Act, told: list[Told]) -> Who | None:
    """Who did what a reply answers; None where it is no reply, or the deed was told of nobody."""
    if act.is_violent:
        return _fired_before(act, told) if answers_fire(act.anchor) else None
    if not act.kind.startswith(_REPLIES) or act.initiator is None or not told:
        return None
    if retorted(act.anchor) and told[-1].act.anchor.sent == act.anchor.sent:
        by = told[-1].act.initiator  # "..., a move that Rome denounced": at whoever made it
        foreign = by is not None and by.country not in ("UNK", act.initiator.country)
        return by if foreign else None
    named = (*patients(act.anchor), *prepositional(act.anchor, "against", "at", "over", "to"))
    for noun in named:
        kinds = _kinds(noun)
        for one in reversed(told) if kinds is not None else ():
            doer = one.act.initiator
            if not one.act.kind.startswith(kinds or "") or doer is None:
                continue
            if of_one_side(doer, act.initiator):
                if noun.lemma_.lower() in _WHATEVER:
                    return None  # his own decision, defended
                continue
            return doer if doer.country != "UNK" or doer.sector == "REB" else None
    return None


def _fired_before(act: Act, told: list[Told]) -> Who | None:
    """ "Rebels shelled the town. Troops returned fire": at those who fired first."""
    first = next((one.act.initiator for one in reversed(told) if one.act.is_violent), None)
    ours = first is None or (act.initiator is not None and of_one_side(first, act.initiator))
    return None if ours else first


def _kinds(noun: Token) -> tuple[str, ...] | None:
    """Kinds of the deed that "the expulsion", "this move" or "it" may be; None: nothing told."""
    if not spoken_of_before(noun):
        return None
    lemma = noun.lemma_.lower()
    if lemma in _WHATEVER:
        return ("",)
    if noun_kind(noun) or lemma == "strike":
        return ("attack", "force")
    return _KINDS.get(lemma)
