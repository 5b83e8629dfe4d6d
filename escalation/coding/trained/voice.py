"""The second voice: what the trained classifier hears in a sentence, beside the rules.

Rules know who did what to whom; the classifier knows more verbs. In a sentence that is given as
one that tells an event, the root is settled between them:

    score(root) = log chance(root) + 2 * confidence of the rules' surest act of that root

The best root's act stands first; if the rules have none, the act of the sentence's verb takes the
root's plainest kind, or a new act is made of the clause's own parties. Acts of a root that the
classifier holds for out of the question are dropped. In a feed, where most sentences tell no
event, the classifier only vetoes acts of word and deed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span, Token

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who
from escalation.coding.attacks.harm import TOLL
from escalation.coding.dealings.cue import BESIDE
from escalation.coding.dealings.parties import party, target_of
from escalation.coding.dealings.partners import MUTUAL, between_two, go_between, partners
from escalation.coding.dealings.reaction import retorted
from escalation.coding.sentence.clause import VERBS, agents, coordinated, passive, patients
from escalation.coding.sides.force import kind_by_hands
from escalation.coding.status.mood import Mood, mood_of
from escalation.coding.status.operators import SAY
from escalation.coding.story.act import Act
from escalation.coding.trained.classifier import NONE, ROOTS, classifier
from escalation.ontology import VIOLENT_ROOTS, ontology, same_branch

_RULES_WEIGH = 2.0  # scores are flat between 1 and 5 on sentences that neither voice had seen
_VETOES = 0.8
# Between a state and its people where no other is named (28 of 33 training sentences).
_AT_HOME = frozenset(
    {"PROTEST", "CONCEDE", "COERCE", "ACCUSE", "INVESTIGATE", "REQUEST", "THREATEN"}
)
_WORDS = frozenset({"AGREE", "THREATEN", "ACCUSE", "REJECT"})  # whoever says so does it
_OFFICIAL = frozenset({None, "GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_PLAIN = ("protest", "coerce.", "sanction.border", "concede.reopening")
_OUT_OF_QUESTION = 0.05
_HEARD = 0.3  # what the classifier alone hears below this is mostly wrong
_CARRIERS = SAY | frozenset({"begin", "start", "continue", "try", "decide", "appear", "seem"})

Chances = NDArray[np.float64]


def heard(sentences: Sequence[Span]) -> Chances:
    """Chance of each of ``ROOTS`` for each sentence; (sentences, 19)."""
    return classifier().chances(sentences)


def second_voice(
    sentence: Span, acts: list[Act], chances: Chances, cast: Cast, *, wary: bool
) -> list[Act]:
    """The acts of a sentence after the classifier has spoken.

    ``wary`` lets it only veto: in a feed, where most sentences tell no event, what it adds of its
    own is mostly wrong (measured on the region reports: 4 of 40 right).
    """
    if wary:
        vetoed = chances[ROOTS.index(NONE)] >= _VETOES and int(chances.argmax()) == len(ROOTS) - 1
        return [a for a in acts if a.is_violent or not vetoed or _speaks_for_itself(a)]
    root, chance = settled(acts, chances)
    if root == NONE:
        return []
    sure = chance >= _VETOES
    tolls = [act for act in acts if act.rule == TOLL]
    if tolls and root not in VIOLENT_ROOTS:
        if len(tolls) == len(acts) and not sure:
            return acts  # a count of the dead is nothing else
        acts = [act for act in acts if act.rule != TOLL]
    fitting = [act for act in acts if _root(act) == root]
    others = [
        act
        for act in acts
        if _root(act) != root
        and (chances[ROOTS.index(_root(act))] >= _OUT_OF_QUESTION or retorted(act.anchor))
    ]
    if not fitting:
        foremost = [act for act in acts if not act.mood.background]
        fitting = _retold(foremost, root, chance)
        if not fitting and chance >= _HEARD:
            fitting = _new(sentence, root, chance, cast)
        if root == "PROTEST" and fitting and not sure and _is_state(fitting[0].initiator):
            fitting = []  # a state protests by a note, not in the street
        others = (
            [act for act in others if act.anchor.i != fitting[0].anchor.i] if fitting else others
        )
    surest = max((act.confidence for act in others), default=0.0)
    raised = [replace(act, confidence=max(act.confidence, chance, surest)) for act in fitting[:1]]
    country = cast.only_country(sentence)
    told = [_in_order(act, cast) for act in (*raised, *fitting[1:], *others)]
    told = [_at_home(act, country, cast) for act in told]
    return [_with_target(act, sentence, cast) for act in told]


def _speaks_for_itself(act: Act) -> bool:
    """Protests, limits, shut borders, states at each other: plain where the classifier is deaf."""
    return act.kind.startswith(_PLAIN) or act.rule.startswith(BESIDE) or _between_states(act)


def _between_states(act: Act) -> bool:
    sides = [w for w in (act.initiator, act.target) if w is not None and w.sector in _OFFICIAL]
    named = {w.country for w in sides} - {"UNK", "IGO", "NGO", "IMG"}
    return len(sides) == len(named) == 2


def _is_state(who: Who | None) -> bool:
    return who is not None and who.sector in ("GOV", "MIL", "COP")


def _is_armed(who: Who | None) -> bool:
    return who is not None and who.is_force


def settled(acts: Sequence[Act], chances: Chances) -> tuple[str, float]:
    """The root on which both voices settle, and its chance after both have spoken."""
    scores = np.log(np.maximum(chances, 1e-12))
    for root in {_root(act) for act in acts}:
        surest = max(act.confidence for act in acts if _root(act) == root)
        scores[ROOTS.index(root)] += _RULES_WEIGH * surest
    if acts and chances.max() < _HEARD:  # the classifier knows nothing of it: the rules do
        told = {_root(act) for act in acts}
        scores[[root not in told for root in ROOTS]] = -np.inf
    raised = np.exp(scores - scores.max())
    best = int(scores.argmax())
    return ROOTS[best], float(raised[best] / raised.sum())


def _root(act: Act) -> str:
    return ontology()[act.kind].plover


@cache
def _plainest() -> dict[str, str]:
    """The kind nearest to the top of the tree for each root."""
    kinds = sorted(ontology().kinds.values(), key=lambda kind: kind.name.count("."), reverse=True)
    return {kind.plover: kind.name for kind in kinds}


def _retold(acts: list[Act], root: str, chance: float) -> list[Act]:
    """The rules' surest act, told as one of another root."""
    if not acts:
        return []
    first = max(acts, key=lambda act: act.confidence)
    rule, kind = f"{first.rule}+classifier", _plainest()[root]
    by_hands = kind_by_hands(replace(first, kind=kind))
    if first.kind.startswith("force") and same_branch(by_hands, first.kind):
        return [replace(first, confidence=chance)]  # its hands make it what the rules said
    status = _status(first.mood, kind)
    return [replace(first, kind=kind, rule=rule, status=status, confidence=chance)]


def _status(mood: Mood, kind: str) -> str:
    """An offer or a threat may hang on a condition; an act of force may only be claimed."""
    if mood.hinges and kind.startswith(("threat", "agree")):
        return "conditional"
    return "claimed" if mood.claimed and kind.startswith(("attack", "force")) else "happened"


def _new(sentence: Span, root: str, chance: float, cast: Cast) -> list[Act]:
    anchor = _deed(sentence)
    kind = _plainest()[root]
    mood = mood_of(anchor)
    speaker = party(agents(mood.saying), cast) if mood.saying is not None else None
    initiator = party(agents(anchor), cast)
    target = party(patients(anchor), cast) if passive(anchor) else None
    sides = partners(anchor, None, cast, mutual=kind in MUTUAL)
    if len(sides) > 1 and not passive(anchor):
        initiator, target = sides[:2]
        two = between_two(anchor, cast)
        if two is not None and (third := go_between(anchor, two, cast)) is not None:
            initiator, target = third, two[0]  # "elders brokered contacts between A and B"
    if speaker is not None and root == "REQUEST":
        # "the pope said that the rebels must ...", "that the captives should be freed"
        initiator, target = speaker, initiator or target
    if initiator is None and root == "MOBILIZE" and _is_armed(target):
        initiator, target = target, None  # "police were bussed in": those who go are its own
    if initiator is None and speaker is not None and root in _WORDS:
        initiator = speaker  # "the next raid would cost it a ship, the minister told Rome"
    if initiator is None:
        initiator = next((w for t in agents(anchor) if (w := cast.someone(t)) is not None), None)
    if initiator is None and not passive(anchor):
        initiator = speaker or next(_everybody(sentence, cast), None)
    elif initiator is None and target is not None:
        initiator = _other(sentence, target, cast)
    if target is None:
        target = _target(anchor, kind, initiator, cast)
    rule = f"classifier:{anchor.lemma_.lower()}"
    status = _status(mood, kind)
    return [Act(kind, anchor, initiator, target, status, rule, chance, mood, [anchor], speaker)]


def _in_order(act: Act, cast: Cast) -> Act:
    """Two sides that act together stand as the text names them."""
    if act.initiator is None or act.target is None or act.kind.split(".")[0] not in MUTUAL:
        return act
    sides = partners(act.anchor, None, cast, mutual=True)[:2]
    if [side.code for side in sides] != [act.target.code, act.initiator.code]:
        return act
    return replace(act, initiator=sides[0], target=sides[1])


def _at_home(act: Act, country: str | None, cast: Cast) -> Act:
    """Rebels, crowds and officials of no named land are of the one land that the sentence names."""
    if country is None:
        return act
    foreign = cast.is_foreign(act.initiator, act.target, act.kind)
    own = cast.own_land(act.initiator, act.target, act.kind, country)
    sides = [
        replace(who, code=f"{land}.{who.sector}")
        if who is not None and land is not None and who.country == "UNK" and who.sector is not None
        else who
        for who, land in ((None if foreign else act.initiator, own), (act.target, country))
    ]
    return replace(act, initiator=act.initiator if foreign else sides[0], target=sides[1])


def _with_target(act: Act, sentence: Span, cast: Cast) -> Act:
    """An act aimed at nobody, or at its own doer, is aimed at whom else the sentence names."""
    doer = act.initiator
    if doer is None or (act.target is not None and act.target.code not in (doer.code, "UNK.MIL")):
        return act
    other = _addressed(act, cast) or _other(sentence, doer, cast)
    if other is not None and _acts_with(doer, other, act, cast):
        return act
    if other is not None:
        return replace(act, target=other)
    if act.target is None and _root(act) in _AT_HOME and doer.country != "UNK":
        official = doer.sector in _OFFICIAL
        other = replace(doer, code=f"{doer.country}.CVL") if official else cast.state(doer)
        return replace(act, target=other, rule=f"{act.rule}+at-home")
    return act


def _acts_with(doer: Who, other: Who, act: Act, cast: Cast) -> bool:
    """ "Rome and Vienna urge restraint": both do, neither has it done to him."""
    if act.kind.split(".")[0] in MUTUAL:
        return False
    one, two = cast.doc[doer.head], cast.doc[other.head]
    return two in coordinated(one) or one in coordinated(two)


def _addressed(act: Act, cast: Cast) -> Who | None:
    """ "..., a spokesman told Rome": to whom the words of an act are said."""
    if _root(act) not in _WORDS or act.mood.saying is None or act.initiator is None:
        return None
    told = party(patients(act.mood.saying), cast)
    return told if told is not None and told.country not in ("UNK", act.initiator.country) else None


def _other(sentence: Span, one: Who, cast: Cast) -> Who | None:
    """The first actor in a sentence that is of another country."""
    return next((w for w in _everybody(sentence, cast) if w.country != one.country), None)


def _everybody(sentence: Span, cast: Cast) -> Iterator[Who]:
    """All actors of a sentence in the order of its words, save those that only report it."""
    for token in sentence:
        named = token.pos_ in ("NOUN", "PROPN") or cast.named(token) is not None
        if not named or token.dep_ == "compound" or _reports(token):
            continue
        who = cast.actor(token)
        if who is not None and who.country != "UNK":
            yield who


def _reports(token: Token) -> bool:
    """Is it said by them ("..., Swiss radio said", "according to Oslo")?"""
    for above in (token, token.head, token.head.head):
        if above.lower_ in ("according", "to") and above.head.lower_ == "according":
            return True
        if above.dep_ == "nsubj" and above.head.lemma_ in SAY and above.i >= token.i:
            return True
    return False


def _target(anchor: Token, kind: str, initiator: Who | None, cast: Cast) -> Who | None:
    sides = partners(anchor, None, cast, mutual=kind in MUTUAL)
    others = [side for side in sides if initiator is not None and side.code != initiator.code]
    if others and initiator is not None:
        return next((side for side in others if side.country != initiator.country), others[0])
    return target_of(anchor, None, kind, initiator, cast)


def _deed(sentence: Span) -> Token:
    """The word that carries the sentence: below verbs of saying and beginning."""
    verb = sentence.root
    for _ in range(4):
        below = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.pos_ in VERBS]
        if verb.lemma_.lower() not in _CARRIERS or not below:
            break
        verb = below[0]
    return verb
