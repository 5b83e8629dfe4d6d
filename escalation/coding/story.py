"""The story that a document tells: acts of its sentences, those of one act joined.

A later sentence often tells more of the same act ("the attack also wounded four", "a group claimed
responsibility"): it fills what is empty and is no event of its own. What is told of another
place, another kind or "another" is.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
from spacy.tokens import Span

from escalation.coding.act import Act
from escalation.coding.actors import Cast
from escalation.coding.added import finer, more_fell, with_more
from escalation.coding.aims import aim_told, only_people
from escalation.coding.circumstances import Setting, is_deadly
from escalation.coding.claims import claim_of, claimed_act
from escalation.coding.clause import patients, spoken_of_before
from escalation.coding.crowd import as_riot
from escalation.coding.force import kind_by_hands
from escalation.coding.harm import TOLL
from escalation.coding.laid import as_attackers, claims_several, laid_to, lay_on
from escalation.coding.lands import settle
from escalation.coding.places import Mention
from escalation.coding.retraction import STATUS as RETRACTED
from escalation.coding.sameness import LOOSE, attackers_fell, follows_headline, is_same, near
from escalation.coding.several import places_named_together
from escalation.coding.standing import is_past
from escalation.coding.told import Told, row
from escalation.coding.violence import noun_kind
from escalation.coding.who import Who, localized, of_one_side
from escalation.ontology import same_branch

_ON_THE_SPOT = ("coerce.arrest", "investigate", "coerce.restriction", "mobilize.police")
_REACH = 200  # acts back that a sentence may tell of again


class Story:
    """Acts of a document in the order of its text."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._cast: Cast | None = None  # of the last sentence: whose state a land has

    def sentence(self, sentence: Span, acts: list[Act], setting: Setting, cast: Cast) -> None:
        """Take in one sentence."""
        claim = claim_of(sentence, cast)
        acts = _with_its_toll(sentence, acts, setting)
        for act in acts:
            if claim is not None and self._boast(act, claim):
                continue
            if act.rule == TOLL:
                if not self._is_elsewhere(setting.place(sentence, act)):
                    last = self._last_violent()
                    of = last.act if last is not None else None
                    self._add_toll(
                        setting.toll(sentence, act, acts, of=of), more=more_fell(sentence, act)
                    )
                continue
            told = self._tell(sentence, act, acts, setting, cast)
            if act.status == RETRACTED:
                self._withdraw(told)
            recent = reversed(self._told[-_REACH:])
            same = next((t for t in recent if is_same(t, told, sentence)), None)
            if same is None:
                self._told += _each_place(told, sentence)
            else:
                if attackers_fell(same.act, told.act):
                    told.toll = setting.toll(sentence, act, acts, of=same.act)
                _join(same, told, more=more_fell(sentence, act))
        self._cast = cast
        if claim is not None:
            self._claim(sentence, claim, setting, cast)
        elif (group := laid_to(sentence, cast)) is not None and (last := self._last_violent()):
            lay_on(last.act, group, "+laid")
        self._aim(sentence, cast)

    def _claim(self, sentence: Span, claim: Who, setting: Setting, cast: Cast) -> None:
        """Take in a claim of responsibility: of the attack that was told, or by itself."""
        for told in self._told if claims_several(sentence) else ():
            lay_on(told.act, claim, "+claim")
        claimed = claimed_act(sentence, claim, cast)
        if not self._claimed(claim, claimed) and claimed is not None:
            self._told.append(self._tell(sentence, claimed, [claimed], setting, cast))

    def _aim(self, sentence: Span, cast: Cast) -> None:
        """ "It said it had targeted a convoy": more than that people were there."""
        last = self._last_violent()
        if last is None or not only_people(last.act):
            return
        if (aim := aim_told(sentence, cast)) is not None:
            last.act.target = localized(aim, last.setting.country(last.place))

    def _boast(self, act: Act, claimer: Who) -> bool:
        """ "Claims responsibility, claiming that it killed 90": of the attack that was told."""
        own = act.initiator is not None and act.initiator.code == claimer.code
        return act.status == "claimed" and own and self._last_violent() is not None

    def _is_elsewhere(self, place: Mention | None) -> bool:
        """ "Two were also hurt in Exford": not where the last attack was."""
        last = self._last_violent()
        return last is not None and not near(last.place, place)

    def _last_violent(self) -> Told | None:
        return next((t for t in reversed(self._told) if t.act.is_violent), None)

    def _withdraw(self, told: Told) -> None:
        """Take out what the document told before of the act that it now says was none."""
        gone = [t for t in self._told if _withdrawn(t, told)]
        for one in gone:
            told.place = told.place or one.place
            told.toll = told.toll or one.toll
        self._told = [t for t in self._told if t not in gone]

    def _add_toll(self, toll: dict[str, float | None], *, more: bool) -> None:
        """Give a toll told by itself to the last attack: what it lacks, or ``more``."""
        if (last := self._last_violent()) is not None:
            last.toll = with_more(last.toll, toll, more=more)

    def _tell(
        self, sentence: Span, act: Act, acts: list[Act], setting: Setting, cast: Cast
    ) -> Told:
        place = setting.place(sentence, act)
        self._recall(act, cast)
        country = setting.country(place) or cast.only_country(sentence)
        if place is None and act.kind.startswith(_ON_THE_SPOT):
            country = self._scene() or country
            place = self._taken_on_the_spot(sentence, act, setting)
        settle(act, sentence, place, country, cast)
        first = min([sentence.start_char, *(t.idx for t in act.tokens)])
        span = (setting.offset + first, setting.offset + sentence.end_char)
        days = setting.days(sentence, act)
        if act.status == "happened" and days.rule == "fresh" and _tells_who(act):
            act.status = "recalled"
            days = setting.days(sentence, act)
        toll = setting.toll(sentence, act, acts)
        if act.status in ("happened", "claimed"):
            past = is_past(days, act.mood, setting.published, act.status)
            if past or (act.is_violent and setting.adds_up(sentence, act)):
                act.status = "recalled"
        if toll and setting.updated(sentence):
            act.rule += "+update"
        return Told(act, place, days, toll, span, setting)

    def _recall(self, act: Act, cast: Cast) -> None:
        """Give an act of word the target that the document has told before."""
        unsaid = act.target is None or act.target.code == "UNK.GOV"
        last = self._last_violent()
        act.initiator = as_attackers(act.initiator, last.act if last is not None else None)
        if act.kind in ("sanction.border", "concede.reopening") and unsaid:
            act.target = cast.neighbour(act.initiator) or act.target
        if act.kind == "reject.accusation" and (act.target is None or act.target.country == "UNK"):
            act.target = self._accuser(act)
        if act.kind == "reject.accusation" and act.target and act.target.sector == "REB":
            act.target = self._accuser(act)  # "denies helping the rebels"
        if act.kind == "accuse.condemn" and act.target is None:
            act.target = self._doer(act)

    def _scene(self) -> str | None:
        """Where the document's last violent act was: "the attacker was arrested by police"."""
        last = self._last_violent()
        return last.setting.country(last.place) if last is not None else None

    def _taken_on_the_spot(self, sentence: Span, act: Act, setting: Setting) -> Mention | None:
        """ "Police arrested one of the attackers": where the attack was, told just before."""
        last = self._told[-1] if self._told else None
        fresh = last is not None and last.act.is_violent and last.act.status == "happened"
        named = any(sentence.start_char <= m.start < sentence.end_char for m in setting.mentions)
        if last is None or not fresh or named or act.kind != "coerce.arrest":
            return None
        return last.place

    def _doer(self, act: Act) -> Who | None:
        """Whose deed is condemned that was told before: "Rome condemned the attack"."""
        last = self._last_violent()
        doer = last.act.initiator if last is not None else None
        same = any(spoken_of_before(t) and noun_kind(t) for t in patients(act.anchor))
        if not same or doer is None or doer.country == "UNK":
            return None
        return doer if act.initiator and doer.country != act.initiator.country else None

    def _accuser(self, act: Act) -> Who | None:
        """Who charged the one who now denies."""
        for told in reversed(self._told):
            accused, accuser = told.act.target, told.act.initiator
            if not (accuser and act.initiator) or of_one_side(accuser, act.initiator):
                continue
            of_him = accused is not None and of_one_side(accused, act.initiator)
            charge = told.act.kind.startswith("accuse") and of_him
            if charge or (
                told.act.status == "claimed" and accuser.country != act.initiator.country
            ):
                return accuser  # also "rejects the claim"
        return None

    def _claimed(self, claimer: Who, claimed: Act | None) -> bool:
        """Who claims an attack is its initiator; False if no attack has been told.

        "Claims an attack on a convoy, killing three people": the convoy was attacked.
        """
        violent = [told.act for told in reversed(self._told) if told.act.is_violent]
        act = next((a for a in violent if a.status == "happened"), next(iter(violent), None))
        if act is None:
            return False
        if act.target is not None and act.target.code == claimer.code:
            return True  # "a raid kills five of the group, which claimed ...": not its own
        act.initiator = claimer
        act.kind = kind_by_hands(act)
        act.rule += "+claim"
        if claimed is not None and claimed.anchor.sent == act.anchor.sent:
            act.target = claimed.target or act.target
        return True

    def rows(self, confidence: Callable[[Told], float]) -> list[dict[str, Any]]:
        """Rows of the EVENTS contract; ``confidence`` says how sure an event is."""
        for told in self._told:
            as_riot(told.act, self._cast)
        return [row(told) | {"confidence": confidence(told)} for told in self._told]


def _each_place(told: Told, sentence: Span) -> list[Told]:
    """One act for each of the places named together, the first last: what follows is of it."""
    if told.place is None or not told.act.is_violent or told.act.status == "recalled":
        return [told]
    places = places_named_together(told.act, told.place, sentence, told.setting.mentions)
    others = [replace(told, place=place, toll={}) for place in places[1:]]
    told.place = places[0]
    if others and told.toll:
        told.place = told.place._replace(reason=f"the toll is of {len(places)} places together")
    return [*others, told]


def _with_its_toll(sentence: Span, acts: list[Act], setting: Setting) -> list[Act]:
    """ "The toll of the raid rises to 64, with 90 hurt": all of the one act that is told there."""
    deeds = [act for act in acts if is_deadly(act) and act.rule != TOLL]
    if len(deeds) != 1 or all(act.rule != TOLL for act in acts):
        return acts
    place = setting.place(sentence, deeds[0])
    return [a for a in acts if a.rule != TOLL or not near(place, setting.place(sentence, a))]


def _tells_who(act: Act) -> bool:
    """ "Those who were freed by Rome joined ...": what tells who they are was before."""
    past = act.anchor.tag_ in ("VBD", "VBN")
    return not act.is_violent and act.anchor.dep_ == "relcl" and past


def _withdrawn(one: Told, by: Told) -> bool:
    same = one.act.status == "happened" and one.act.is_violent
    return same and near(one.place, by.place) and same_branch(one.act.kind, by.act.kind)


def _join(one: Told, other: Told, *, more: bool) -> None:
    a, b = one.act, other.act
    fell = attackers_fell(a, b)
    if a.is_violent and a.status == "failed":
        a.status = b.status  # it missed him, and killed others
    if a.initiator is None or a.initiator.code.startswith("UNK"):
        turned = a.kind.startswith("attack") and b.kind.startswith("force")
        by = b.target if fell else None if turned else b.initiator
        a.initiator = a.initiator if by is None or by.code == "UNK.REB" else by
    a.target = a.target or b.target
    answered = fell and b.kind.startswith("force")  # "... died in the ensuing shootout"
    if a.is_violent and a.kind in LOOSE and b.kind not in LOOSE and not answered:
        a.kind = b.kind
    if b.kind == "attack.assassination" and a.kind.startswith("attack"):
        a.kind = b.kind  # "gunmen kill ...; it is the second targeted killing"
    if follows_headline(one, other) and b.kind not in LOOSE:
        a.kind = b.kind
    one.place = finer(one.place, other.place)
    one.toll = with_more(one.toll, other.toll, more=more and not fell)
    if one.days.rule == "fresh" and other.days.rule != "fresh" and not pd.isna(other.days.first):
        one.days = other.days
