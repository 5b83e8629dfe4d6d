"""Whose deed a reply is to that names it alone: "Exland condemned the expulsion", "welcomed it".

The deed was told before, by its verb; the reply's noun says again which it was.
"""

from spacy.tokens import Token

from escalation.coding.actors.who import Who, of_one_side
from escalation.coding.attacks.answer import answers_fire
from escalation.coding.attacks.violence import noun_kind
from escalation.coding.dealings.reaction import retorted
from escalation.coding.sentence.clause import agents, patients, prepositional, spoken_of_before
from escalation.coding.sentence.phrases import word_set
from escalation.coding.story.act import Act
from escalation.coding.story.told import Told

_REPLIES = ("accuse.condemn", "accuse", "support", "reject")
_ANSWERING = word_set(
    "respond response answer avenge revenge vengeance retaliate retaliation retribution reply"
    " unanswered unpunished punish punishment"
)
_DONE = ("happened", "claimed")
_BY_AIR = ("force.airstrike", "force.drone")
_PRONOUNS = word_set("it them this that these those")
_SLAIN = word_set("attack killing bombing shooting assault massacre murder blast explosion carnage")
_STEM = 4  # letters that a deed's noun and its verb share: "bombing", "bombed"
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
        (
            "breach violation aggression provocation incursion act action outrage crime barbarity"
            " atrocity conduct behaviour behavior",
            ("attack", "force", "mobilize", "coerce", "sanction"),
        ),
        ("withdrawal pullout retreat", ("retreat",)),
        ("visit trip meeting", ("talks",)),
    )
    for noun in nouns.split()
}


def replied_to(act: Act, told: list[Told]) -> Who | None:
    """Who did what a reply answers; None where it is no reply, or the deed was told of nobody."""
    if act.is_violent:
        return _fired_before(act, told) if answers_fire(act.anchor) else None
    if act.initiator is None or not told:
        return None
    if act.kind.startswith("threat"):
        return _who_hit(act.initiator, told) if _will_answer(act.anchor) else None
    if not act.kind.startswith(_REPLIES):
        return None
    if retorted(act.anchor) and told[-1].act.anchor.sent == act.anchor.sent:
        by = told[-1].act.initiator  # "..., a move that Rome denounced": at whoever made it
        foreign = by is not None and by.country not in ("UNK", act.initiator.country)
        return by if foreign else None
    for noun in _answered(act.anchor):
        kinds = _kinds(noun, act.kind)
        found = _by_its_word(noun, act, told) if kinds is not None else None
        if found is not None:
            return found.act.initiator if _is_somebody(found.act.initiator) else None
        for one in reversed(told) if kinds is not None else ():
            doer = one.act.initiator
            if act.kind.startswith("reject") and one.act.kind.startswith("reject"):
                continue  # what another denied is nothing to deny
            if doer is None or not _may_be(one.act, noun, kinds or (), act.initiator):
                continue
            if of_one_side(doer, act.initiator):
                if noun.lemma_.lower() in _WHATEVER:
                    return None  # his own decision, defended
                continue
            return doer if _is_somebody(doer) else None
    return None


def _is_somebody(doer: Who | None) -> bool:
    return doer is not None and (doer.country != "UNK" or doer.sector == "REB")


def _by_its_word(noun: Token, act: Act, told: list[Told]) -> Told | None:
    """ "Bombed the port", and then "condemned the bombing": what was told by the same word."""
    if not noun_kind(noun) and noun.lemma_.lower() not in _SLAIN | {"strike"}:
        return None
    stem = noun.lemma_.lower()[:_STEM]
    again = (
        one
        for one in reversed(told)
        if one.act.is_violent
        and one.act.status in _DONE
        and any(t.lemma_.lower()[:_STEM] == stem for t in one.act.tokens)
    )
    found = next(again, None)
    doer = found.act.initiator if found is not None else None
    own = doer is not None and act.initiator is not None and of_one_side(doer, act.initiator)
    return None if own else found


def _may_be(one: Act, noun: Token, kinds: tuple[str, ...], by: Who) -> bool:
    """Can an act that was told be the deed that a reply's noun names?

    What is only remembered is no news to answer; and "the attacks" that are condemned are not
    those of soldiers on insurgents, unless a state answers what another's jets did.
    """
    if not one.kind.startswith(kinds):
        return False
    if not one.is_violent:
        return True
    on_rebels = one.target is not None and one.target.is_outlaw and one.kind.startswith("force")
    tame = on_rebels and noun.lemma_.lower() in _SLAIN and not _from_abroad(one, noun, by)
    return one.status in _DONE and not tame


def _from_abroad(one: Act, noun: Token, by: Who) -> bool:
    """ "Roman jets killed nine rebels. Bern condemned the attack": of Rome, from the air."""
    doer = one.initiator
    state = by.sector in (None, "GOV", "LEG", "MIL") and doer is not None
    return state and one.kind in _BY_AIR and noun.tag_ == "NN" and not prepositional(noun, "on")


def _will_answer(verb: Token) -> bool:
    """ "Vowed to respond", "reserves the right to answer", "it will not go unpunished"?"""
    return any(t.lemma_.lower() in _ANSWERING or t.lower_ in _ANSWERING for t in verb.subtree)


def _who_hit(threatener: Who, told: list[Told]) -> Who | None:
    """Who did harm last to whoever now vows to answer it."""
    for one in reversed(told):
        doer, hit = one.act.initiator, one.act.target
        if not one.act.kind.startswith(("attack", "force", "coerce", "sanction")):
            continue
        if doer is None or hit is None or one.act.status not in _DONE:
            continue
        if of_one_side(hit, threatener) and not of_one_side(doer, threatener):
            return doer if _is_somebody(doer) else None
    return None


def _answered(verb: Token) -> list[Token]:
    """ "Denounced the move", "voiced concern about it", "this is a breach": what is answered."""
    things = patients(verb)
    felt = [t for thing in things for t in prepositional(thing, "about", "over", "at")]
    told = agents(verb) if verb.lemma_ == "be" else []
    return [*told, *felt, *things, *prepositional(verb, "against", "at", "over", "to")]


def _fired_before(act: Act, told: list[Told]) -> Who | None:
    """ "Rebels shelled the town. Troops returned fire": at those who fired first."""
    first = next((one.act.initiator for one in reversed(told) if one.act.is_violent), None)
    ours = first is None or (act.initiator is not None and of_one_side(first, act.initiator))
    return None if ours else first


def _kinds(noun: Token, kind: str) -> tuple[str, ...] | None:
    """Kinds of the deed that "the expulsion", "this move" or "it" may be; None: nothing told."""
    if kind == "accuse.condemn" and noun.lower_ in _PRONOUNS and noun.pos_ == "PRON":
        return ("attack", "force")
    if not (spoken_of_before(noun) or _is_so_called(noun)):
        return None
    lemma = noun.lemma_.lower()
    if lemma in _WHATEVER:
        return ("",)
    if noun_kind(noun) or lemma == "strike":
        return ("attack", "force")
    return _KINDS.get(lemma)


def _is_so_called(noun: Token) -> bool:
    """ "What it called an unprovoked breach": one that is known, whatever its article."""
    clauses = (c for c in noun.children if c.dep_ == "relcl" and c.i < noun.i)
    return any(c.lower_ == "what" for clause in clauses for c in clause.children)
