"""The story that a document tells: acts of its sentences, those of one act joined.

A later sentence often tells more of the same act ("the attack also wounded four"): it fills what
is empty and is no event of its own. What is told of another place, kind or "another" is.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from spacy.tokens import Span

from escalation.coding.actors.actors import Cast
from escalation.coding.actors.who import Who, localized
from escalation.coding.attacks.accident import is_blast
from escalation.coding.attacks.crowd import as_riot, only_once
from escalation.coding.attacks.harm import TOLL
from escalation.coding.days.counted_from import counted_from
from escalation.coding.places.countries import iso3_of
from escalation.coding.places.halves import on_its_side
from escalation.coding.places.lands import rebels_at_home, settle
from escalation.coding.places.mention import Mention
from escalation.coding.places.own_land import land_of_rebels, own_land
from escalation.coding.places.said_at import is_of_the_matter
from escalation.coding.sentence.clause import patients, spoken_of_before
from escalation.coding.sentence.once import text_of
from escalation.coding.sides.aims import met_told, takes
from escalation.coding.sides.claims import claim_of, claimed_act, is_by_an_army
from escalation.coding.sides.culprits import name_culprit
from escalation.coding.sides.force import kind_by_hands
from escalation.coding.sides.laid import claims_several, claims_the_first, clear, laid_to, lay_on
from escalation.coding.status.standing import is_past
from escalation.coding.story.act import Act
from escalation.coding.story.added import join, more_fell, told_later
from escalation.coding.story.alike import near
from escalation.coding.story.circumstances import Setting, has_dead_of_now
from escalation.coding.story.each_place import each_place
from escalation.coding.story.earlier import (
    complete,
    last_fought,
    last_there,
    last_violent,
    official_there,
    on_the_spot,
    scene,
)
from escalation.coding.story.history import History, as_history, tells_who
from escalation.coding.story.parts import without_parts
from escalation.coding.story.retraction import STATUS as RETRACTED
from escalation.coding.story.sameness import attackers_fell, is_same
from escalation.coding.story.seated import at_their_seat
from escalation.coding.story.told import Told, in_turn, row
from escalation.coding.story.two_sides import to_both
from escalation.coding.story.witness import is_of_a_witness
from escalation.coding.tolls.later_toll import brought_in, later_toll, over_a_span, raised
from escalation.coding.tolls.struck import struck
from escalation.coding.tolls.unharmed import nobody_fell
from escalation.ontology import same_branch

_ON_THE_SPOT = ("coerce.arrest", "investigate", "coerce.restriction", "mobilize.police")
_WORDS = ("accuse", "demand", "reject", "threat", "agree", "support", "talks")
_NO_SIDES = frozenset({"CVL", "BUS", "MED", "EDU", "LAB", "OPP", "ELI", "NGO", "REL"})
_REACH = 200  # acts back that a sentence may tell of again


class Story:
    """Acts of a document in the order of its text."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._cast: Cast | None = None  # of the last sentence: whose state a land has
        self._past = History()

    def sentence(self, sentence: Span, acts: list[Act], setting: Setting, cast: Cast) -> None:
        """Take in one sentence."""
        claim = claim_of(sentence, cast)
        self._past.hear(sentence)
        acts = _with_its_toll(sentence, acts, setting)
        if not acts:
            self._toll_alone(sentence, setting)
        for act in acts:
            if claim is None or not self._boast(act, claim):
                for each in to_both(act, self._told, cast):
                    self._take(sentence, each, acts, setting, cast)
        self._cast = cast
        if claim is not None:
            self._claim(sentence, claim, setting, cast)
        elif (last := last_violent(self._told)) and (by := laid_to(sentence, cast)) is not None:
            land = iso3_of((last.place and last.place.country) or "")
            lay_on(last.act, by, "+laid", land, sentence)
        name_culprit([t.act for t in self._told], sentence, cast)
        self._aim(sentence, cast)

    def _take(
        self, sentence: Span, act: Act, acts: list[Act], setting: Setting, cast: Cast
    ) -> None:
        """Take in one act of a sentence: as another, or as what was told before."""
        if act.rule == TOLL:
            self._add_toll_of(sentence, act, acts, setting)
            return
        told = self._tell(sentence, act, acts, setting, cast)
        if _nobodys(told.act):
            return
        if act.kind == "reject.accusation" and (last := last_violent(self._told)):
            clear(last.act, act.initiator)
        if act.status == RETRACTED:
            self._withdraw(told)
        recent = reversed(self._told[-_REACH:])
        same = next((t for t in recent if is_same(t, told, sentence)), None)
        if self._past.holds(told, sentence, known=same is not None):
            told, same = as_history(told, sentence), None
        if same is None:
            if last_violent(self._told) is None or not is_of_a_witness(told):
                self._told += each_place(told, sentence)
            return
        if attackers_fell(same.act, told.act) or same.act.kind.startswith("force"):
            told.toll = setting.toll(sentence, act, acts, of=same.act)
        join(same, told, more=more_fell(sentence, act))

    def mishap(self) -> None:
        """ "A gas leak is suspected": the blast that was told before is nobody's bomb."""
        last = last_violent(self._told)
        if last is not None and last.act.initiator is None and is_blast(last.act.tokens):
            self._told.remove(last)

    def _claim(self, sentence: Span, claim: Who, setting: Setting, cast: Cast) -> None:
        """Take in a claim of responsibility: of the attack that was told, or by itself."""
        if (first := claims_the_first(sentence)) and (ones := in_turn(self._told))[first:]:
            for one in ones[:first]:
                lay_on(one.act, claim, "+claim")
            return
        for told in self._told if claims_several(sentence) else ():
            lay_on(told.act, claim, "+claim")
        claimed = claimed_act(sentence, claim, cast)
        last = last_violent(self._told)
        if claimed is not None and last is not None and last.act.anchor.sent != sentence:
            act = replace(claimed)
            own = self._tell(sentence, act, [act], setting, cast)
            if _another(last, own):
                self._told.append(own)
                return
        if not self._claimed(claim, claimed) and claimed is not None:
            self._told.append(self._tell(sentence, claimed, [claimed], setting, cast))

    def _aim(self, sentence: Span, cast: Cast) -> None:
        """ "It said it had targeted a convoy": more than that people were there."""
        last = last_violent(self._told)
        if last is None or last.act.anchor.sent == sentence:
            return
        if (met := met_told(sentence, cast)) is not None and takes(last.act, last.toll, met):
            last.act.target = localized(met.who, last.setting.country(last.place))

    def _boast(self, act: Act, claimer: Who) -> bool:
        """ "Claims responsibility, claiming that it killed 90": of the attack that was told."""
        own = act.initiator is not None and act.initiator.code == claimer.code
        return act.status == "claimed" and own and last_violent(self._told) is not None

    def _is_elsewhere(self, place: Mention | None) -> bool:
        """ "Two were also hurt in Exford": not where the last attack was."""
        last = last_violent(self._told)
        return last is not None and not near(last.place, place)

    def _withdraw(self, told: Told) -> None:
        """Take out what the document told before of the act that it now says was none."""
        gone = [t for t in self._told if _withdrawn(t, told)]
        for one in gone:
            told.place = told.place or one.place
            told.toll = told.toll or one.toll
        self._told = [t for t in self._told if t not in gone]

    def _toll_alone(self, sentence: Span, setting: Setting) -> None:
        """ "By evening the toll stood at nine": of the last attack, where no other is meant."""
        last = last_violent(self._told)
        elsewhere = any(
            last is not None and not near(last.place, m)
            for m in setting.mentions
            if sentence.start_char <= m.start < sentence.end_char
        )
        if last is None or elsewhere or over_a_span(sentence, setting.published):
            return
        if later := later_toll(sentence):
            last.toll = raised(last.toll, later)
        elif counted := brought_in(sentence) or nobody_fell(text_of(sentence)):
            last.toll = {**counted, **last.toll}

    def _add_toll_of(self, sentence: Span, act: Act, acts: list[Act], setting: Setting) -> None:
        """Take in a toll told by itself, of the last attack or of the last where it names."""
        place = setting.place(sentence, act)
        last = last_fought(self._told)
        if self._is_elsewhere(place):
            last = last_there(self._told, place)
        if last is not None:
            toll = setting.toll(sentence, act, acts, of=last.act)
            last.toll = told_later(last, toll, setting, more=more_fell(sentence, act))

    def _tell(
        self, sentence: Span, act: Act, acts: list[Act], setting: Setting, cast: Cast
    ) -> Told:
        place = setting.place(sentence, act)
        at_their_seat(act, cast)
        act.initiator = official_there(act, self._told, cast)
        complete(act, self._told, cast)
        home = land_of_rebels(act, sentence, cast)
        country = setting.country(place) or home or cast.only_country(sentence)
        if place is None and act.kind.startswith(_ON_THE_SPOT):
            country = scene(self._told) or country
        if place is None and not act.is_violent:
            place = on_the_spot(sentence, act, setting, self._told)
        settle(act, sentence, place, country, cast)
        first = min([sentence.start_char, *(t.idx for t in act.tokens)])
        span = (setting.offset + first, setting.offset + sentence.end_char)
        days = setting.days(sentence, act)
        before = self._told[-1].days if self._told else None
        days = counted_from(days, before, setting.published)
        if act.status == "happened" and days.rule == "fresh" and tells_who(act):
            act.status = "recalled"
            days = setting.days(sentence, act)
        toll = setting.toll(sentence, act, acts)
        if act.status in ("happened", "claimed"):
            past = is_past(days, act.mood, setting.published, act.status)
            if past or (act.is_violent and setting.adds_up(sentence, act)):
                act.status = "recalled"
        if toll and setting.updated(sentence):
            act.rule += "+update"
        return Told(act, place, days, toll, span, setting, struck(sentence, act))

    def _claimed(self, claimer: Who, claimed: Act | None) -> bool:
        """Who claims an attack is its initiator; False if no attack has been told.

        "Claims an attack on a convoy, killing three people": the convoy was attacked.
        """
        violent = [told.act for told in reversed(self._told) if told.act.is_violent]
        act = next((a for a in violent if a.status == "happened"), next(iter(violent), None))
        if act is None or (claimed is not None and is_by_an_army(act, claimer)):
            return False
        if act.target is not None and act.target.code == claimer.code:
            return True  # "a raid kills five of the group, which claimed ...": not its own
        fought = act.initiator is not None and act.initiator.is_force
        if fought and act.target is not None and act.target.code == "UNK.REB":
            act.target = act.initiator  # "guards shot one of the bombers; the front claims it"
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
        kept = only_once(without_parts(self._told))
        for told in kept:
            if told.place and is_of_the_matter(told.act, told.place, told.setting.doc):
                told.place = None
            told.place = on_its_side(told.act, told.place, told.setting.text)
            if told.place is None and (land := own_land(told.act)) is not None:
                told.place = land
            country = told.setting.country(told.place)
            if told.act.is_violent:  # also where a later sentence tells the place
                told.act.target = localized(told.act.target, country)
            rebels_at_home(told.act, country if told.act.is_violent else None)
        return [row(told) | {"confidence": confidence(told)} for told in kept]


def _another(last: Told, claimed: Told) -> bool:
    """ "Meanwhile the front claims the killing of a judge in Exford": not what was told before."""
    there, known = claimed.place, last.act.initiator
    if claimed.act.anchor.tag_ == "NNS" and spoken_of_before(claimed.act.anchor):
        return False  # "for the first two attacks"
    if there is None or last.place is None or there.precision == "country":
        return False
    return known is not None and known.country != "UNK" and not near(last.place, there)


def _with_its_toll(sentence: Span, acts: list[Act], setting: Setting) -> list[Act]:
    """ "The toll of the raid rises to 64, with 90 hurt": all of the one act that is told there."""
    deeds = [act for act in acts if has_dead_of_now(act)]
    if len(deeds) != 1 or all(act.rule != TOLL for act in acts):
        return acts
    place = setting.place(sentence, deeds[0])
    return [a for a in acts if a.rule != TOLL or not near(place, setting.place(sentence, a))]


def _nobodys(act: Act) -> bool:
    """ "A firm called for bids": words of somebody of no known land to nobody."""
    one, other = act.initiator, act.target
    if act.is_violent and act.status == "claimed" and (charge := act.mood.operator_at):
        told = any(t.lower_ != "fire" for t in patients(act.anchor))
        return not told and any(t.lower_ == "other" for t in charge.children)
    if not act.kind.startswith(_WORDS) or one is None or one.country != "UNK":
        return False
    nobody = other is None or (other.country == "UNK" and other.sector in _NO_SIDES)
    return one.sector in _NO_SIDES and nobody


def _withdrawn(one: Told, by: Told) -> bool:
    same = one.act.status == "happened" and one.act.is_violent
    return same and near(one.place, by.place) and same_branch(one.act.kind, by.act.kind)
